import { PromoteError } from '../../base/errors.js';
import { type ImageReference, renderImageReference } from '../../base/image.js';
import { readImageAt } from '../../patch/restore/restore.js';
import type { Commit, GitOpsRepository, RepositoryFile, Snapshot } from '../../ports/gitops.js';
import { readTargets, type TargetFile } from '../../promote/files.js';
import {
  SEARCHED_FILE_COMMITS,
  selectRecords,
  type TargetHistory,
} from '../../promote/history/record.js';
import type { Target } from '../../promote/inputs/target.js';
import { findPlace, type NamedPlace } from './place.js';

/** A target, with what its file asks for today and how that came. */
export interface Site extends NamedPlace {
  readonly file: RepositoryFile;
  /** What it asks for; absent where that cannot be told. */
  readonly image?: ImageReference;
  /** Those of its file, newest first. */
  readonly commits: readonly Commit[];
  /** What they tell of it. */
  readonly history: TargetHistory;
}

export interface Scene {
  readonly snapshot: Snapshot;
  /** In the order of the targets' files. */
  readonly sites: readonly Site[];
}

/**
 * Reads the targets at the head of the branch, and beside them the histories of their files.
 * @throws PromoteError whatever reading refuses; `unavailable` where a history is not shown.
 */
export async function readScene(
  targets: readonly Target[],
  repository: GitOpsRepository,
): Promise<Scene> {
  const guesses = [...new Set(targets.flatMap(guessPath))];
  const early = readKnownHistories(guesses, repository);
  // What reading the files says is the better message.
  early.catch(() => undefined);
  const { snapshot, files } = await readTargets(targets, repository);
  const paths = files.map(({ file }) => file.path);
  const known = await early;
  const rest = await readKnownHistories(
    paths.filter((path) => !known.has(path)),
    repository,
  );
  const commitsOf = (path: string) => {
    const commits = known.get(path) ?? rest.get(path) ?? [];
    if (commits.length > 0) return commits;
    throw new PromoteError(
      'unavailable',
      `${repository.name} does not show the history of ${path}, without which it cannot be told what to go back to.`,
    );
  };
  const sites = files.flatMap((each) => describeSites(each, commitsOf(each.file.path)));
  return { snapshot, sites };
}

/** The file that a target names, where it does not name its directory. */
function guessPath({ kind, path }: Target): readonly string[] {
  const isFile =
    kind !== 'kustomization' || /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
  return isFile ? [path] : [`${path === '' ? '' : `${path}/`}kustomization.yaml`];
}

async function readKnownHistories(paths: readonly string[], repository: GitOpsRepository) {
  if (paths.length === 0) return new Map<string, readonly Commit[]>();
  const histories = await repository.readFileHistories(paths, SEARCHED_FILE_COMMITS);
  return new Map([...histories].filter(([, commits]) => commits.length > 0));
}

function describeSites({ file, targets }: TargetFile, commits: readonly Commit[]): readonly Site[] {
  return targets.map((target) => {
    const named = findPlace(target, file, commits);
    const image = readImageAt(file, named.place);
    const history = selectRecords(commits, { name: named.name, image });
    return { ...named, file, image, commits, history };
  });
}

/** What a target asks for, in a sentence. */
export function describeSite({ file, label, image }: Site): string {
  const asked = image === undefined ? 'an image that cannot be told' : renderImageReference(image);
  return `${file.path} (${label}) asks for ${asked}`;
}
