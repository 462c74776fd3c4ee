import type { ImageReference } from '../base/image.js';
import { patchFile } from '../patch/patch.js';
import { renderImageName, type PatchedFile } from '../promote/files.js';
import type { TargetResult } from '../promote/model/result.js';
import type { Destination } from './goal/destination.js';
import type { Site } from './goal/site.js';

/**
 * Puts back into each file what its targets go back to.
 * @param image What they ask for then.
 * @throws PromoteError whatever the patch refuses.
 */
export function patchBack(
  destinations: readonly Destination[],
  image: ImageReference,
): readonly Omit<PatchedFile, 'addedEntries'>[] {
  const files = new Map(destinations.map(({ site: { file } }) => [file.path, file]));
  return [...files.values()].map((file) => {
    const own = destinations.filter(({ site }) => site.file.path === file.path);
    const changes = own.map(({ site: { place }, from }) => {
      return { kind: 'restore', place, from } as const;
    });
    const { targets: patches, ...patched } = patchFile(file, changes);
    const results = own.map(({ site }, index): TargetResult => {
      const { imageName, previousImage, changes: observed = [], diff = '' } = patches[index] ?? {};
      const name = renderImageName(imageName, image);
      return {
        ...identityOf(site),
        imageName: name,
        image,
        previousImage,
        changes: observed,
        diff,
      };
    });
    return { file, ...patched, results };
  });
}

/** The results of targets that ask for an image already. */
export function describeUnchanged(
  sites: readonly Site[],
  image: ImageReference,
): readonly TargetResult[] {
  return sites.map((site) => {
    const entry = site.place.kind === 'kustomization' ? site.place.imageName : undefined;
    const imageName = renderImageName(entry, image);
    return {
      ...identityOf(site),
      imageName,
      image,
      previousImage: site.image,
      changes: [],
      diff: '',
    };
  });
}

function identityOf({ file, label }: Site): Pick<TargetResult, 'file' | 'place'> {
  return { file: file.path, place: label };
}
