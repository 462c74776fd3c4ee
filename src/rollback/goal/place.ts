import { PromoteError } from '../../base/errors.js';
import type { ImagePlace } from '../../patch/restore/restore.js';
import { listEntryNames } from '../../patch/restore/restore.js';
import type { Commit, RepositoryFile } from '../../ports/gitops.js';
import { describePlace } from '../../promote/files.js';
import { parseRecord, selectRecords } from '../../promote/history/record.js';
import type { Target } from '../../promote/inputs/target.js';
import { renderIdentity } from '../../promote/model/result.js';
import { explainMisfit, findPreviousImage } from '../../promote/previous-image.js';

/** Where a target's image stands in its file, and what the trailer `Target` calls it. */
export interface NamedPlace {
  readonly place: ImagePlace;
  /** As in the result. */
  readonly label: string;
  /** As in the trailer. */
  readonly name: string;
}

/**
 * Finds where a target's image stands. No image says it, as with a promotion: an entry without
 * `image-name` is the only one, or the one that was promoted last.
 * @param commits Of the file, newest first.
 * @throws PromoteError `entry-ambiguous` or `entry-not-found` that lists the entries.
 */
export function findPlace(
  target: Target,
  file: RepositoryFile,
  commits: readonly Commit[],
): NamedPlace {
  const entry =
    target.kind === 'kustomization'
      ? (target.imageName ?? chooseEntryName(file, commits))
      : undefined;
  const label = describePlace(target, entry);
  const name = renderIdentity({ file: file.path, place: label });
  const newest = selectRecords(commits, { name }).records.at(-1);
  const repository = newest?.image?.repository ?? '';
  return { place: imagePlaceOf(target, entry ?? '', repository), label, name };
}

/** @param repository Of the image, where the values do not say it. */
function imagePlaceOf(target: Target, imageName: string, repository: string): ImagePlace {
  if (target.kind === 'kustomization') return { kind: 'kustomization', imageName };
  const { document } = target;
  if (target.kind === 'values')
    return { kind: 'values', document, paths: target.paths, repository };
  const { set } = target;
  return {
    kind: 'set',
    document,
    values: set.map(({ path, template }) => ({
      path,
      explainMisfit: (text) => explainMisfit(template, text),
    })),
    readImage: (texts) =>
      findPreviousImage(
        set.map(({ template }, index) => ({ template, before: texts[index] })),
        repository,
      ),
  };
}

function chooseEntryName(file: RepositoryFile, commits: readonly Commit[]): string {
  const names = listEntryNames(file);
  const [only, second] = names;
  if (only !== undefined && second === undefined) return only;
  const identityOf = (place: string) => renderIdentity({ file: file.path, place });
  for (const commit of commits) {
    const { targets = [] } = parseRecord(commit) ?? {};
    const promoted = names.filter((entry) => targets.includes(identityOf(entry)));
    const [entry, another] = promoted;
    if (entry !== undefined && another === undefined) return entry;
    if (another !== undefined) break;
  }
  if (only === undefined) {
    throw new PromoteError(
      'entry-not-found',
      `image-name: ${file.path} has no entry of images, so that there is nothing to roll back.`,
    );
  }
  throw new PromoteError(
    'entry-ambiguous',
    `image-name: ${file.path} has several entries of images, and its history does not tell which one was promoted last. Set it to one of them: ${names.map((each) => JSON.stringify(each)).join(', ')}.`,
  );
}
