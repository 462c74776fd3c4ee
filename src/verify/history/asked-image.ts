import { type ImageReference, renderImageReference } from '../../base/image.js';
import { patchTargets, readTargets } from '../../promote/files.js';
import type { Target } from '../../promote/inputs/target.js';
import type { GitOpsRepository } from '../../ports/gitops.js';

/** What the targets would be patched with. */
interface AskedFacts {
  readonly image: ImageReference;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly gitopsBranch?: string;
}

/** Whether an image that is asked for is ours: a digest that ours does not tell was pinned to it. */
export function isAskedFor(
  asked: ImageReference,
  { repository, tag, digest }: ImageReference,
): boolean {
  if (asked.repository !== repository || asked.tag !== tag) return false;
  return digest === undefined || asked.digest === digest;
}

/**
 * Whether the targets ask for the image at one commit: promoting it would change nothing there.
 * @throws PromoteError whatever reading and patching refuse.
 */
export async function readAskedImage(
  targets: readonly Target[],
  repository: GitOpsRepository,
  facts: AskedFacts,
): Promise<'ours' | { readonly other: string }> {
  const { files } = await readTargets(targets, repository);
  const patched = files.map((file) => patchTargets(file, { ...facts, createMissing: false }));
  const changed = patched.filter((file) => file.changed).flatMap(({ results }) => results);
  const isOurs = changed.every(
    ({ previousImage }) => previousImage !== undefined && isAskedFor(previousImage, facts.image),
  );
  if (isOurs) return 'ours';
  const previous = changed.find(({ previousImage }) => previousImage !== undefined)?.previousImage;
  return { other: previous === undefined ? 'another image' : renderImageReference(previous) };
}
