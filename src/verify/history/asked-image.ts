import { type ImageReference, renderImageReference } from '../../base/image.js';
import { patchTargets, readTargets, type TargetFile } from '../../promote/files.js';
import { listPlaceholders } from '../../promote/message/template.js';
import type { Target } from '../../promote/inputs/target.js';
import type { GitOpsRepository } from '../../ports/gitops.js';

/** What the targets would be patched with. */
interface AskedFacts {
  readonly image: ImageReference;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly gitopsBranch?: string;
}

const IMAGE_PARTS = ['image', 'repository', 'tag', 'digest'];

/** Whether an image that is asked for is ours: a digest that ours does not tell was pinned to it. */
export function isAskedFor(
  asked: ImageReference,
  { repository, tag, digest }: ImageReference,
): boolean {
  if (asked.repository !== repository || asked.tag !== tag) return false;
  return digest === undefined || asked.digest === digest;
}

/** `ours` may be `pinned` to a digest that the promotion does not tell. */
export type AskedImage = 'ours' | { readonly pinned: string } | { readonly other: string };

/** What is asked for where that is ours, with the digest that it is pinned to, if that is one. */
export function pinnedOf(
  asked: readonly (ImageReference | undefined)[],
  { digest }: ImageReference,
): AskedImage {
  const [pinned, ...more] = new Set(asked.flatMap((image) => image?.digest ?? []));
  return digest !== undefined || pinned === undefined || more.length > 0 ? 'ours' : { pinned };
}

/**
 * Whether the targets ask for the image at one commit: promoting it would change nothing there, but
 * a digest that was pinned to it.
 * @throws PromoteError whatever reading and patching refuse.
 */
export async function readAskedImage(
  targets: readonly Target[],
  repository: GitOpsRepository,
  facts: AskedFacts,
): Promise<AskedImage> {
  const { files } = await readTargets(targets, repository);
  const asked = files.flatMap(({ file, targets: places }) =>
    places.map((target) => findAskedImage({ file, targets: [imagePartOf(target)] }, facts)),
  );
  if (asked.every(({ isOurs }) => isOurs)) {
    return pinnedOf(
      asked.map(({ image }) => image),
      facts.image,
    );
  }
  const others = asked.flatMap(({ isOurs, image }) => (isOurs || !image ? [] : [image]));
  const other = others.find((image) => !isAskedFor(image, facts.image));
  return { other: other === undefined ? 'another image' : renderImageReference(other) };
}

/**
 * A target without the values that tell no image: a commit of the source beside the same image may
 * be that of another run. Where no value does, the commit is all that tells.
 */
function imagePartOf(target: Target): Target {
  if (target.kind !== 'file') return target;
  const set = target.set.filter(({ template }) =>
    listPlaceholders(template).some((name) => IMAGE_PARTS.includes(name)),
  );
  return set.length === 0 ? target : { ...target, set };
}

/** What one target asks for, as far as it tells: values beside the image may be another one's. */
function findAskedImage(
  file: TargetFile,
  facts: AskedFacts,
): { readonly isOurs: boolean; readonly image?: ImageReference } {
  const patch = (image: ImageReference) =>
    patchTargets(file, { ...facts, image, createMissing: false });
  const { changed, results } = patch(facts.image);
  const image = results.find(({ previousImage }) => previousImage !== undefined)?.previousImage;
  if (!changed || image === undefined) return { isOurs: !changed, image };
  const pinned = { ...facts.image, digest: image.digest };
  return { isOurs: isAskedFor(image, facts.image) && !patch(pinned).changed, image };
}
