import type { FileRequest, GitOpsRepository, RepositoryFile, Snapshot } from '../gitops-ports.js';
import type { Target } from './target.js';

/** A file of the GitOps repository, and the targets in it. */
export interface TargetFile {
  readonly file: RepositoryFile;
  readonly targets: readonly Target[];
}

export interface ReadTargets {
  readonly snapshot: Snapshot;
  /** Each file once, in the order of its first target. */
  readonly files: readonly TargetFile[];
}

/** Reads the files of all targets at once, each file once. */
export async function readTargets(
  targets: readonly Target[],
  repository: GitOpsRepository,
): Promise<ReadTargets> {
  const requests = new Map<string, FileRequest>();
  for (const target of targets) requests.set(keyOf(toRequest(target)), toRequest(target));
  const snapshot = await repository.readFiles([...requests.values()]);
  const read = new Map([...requests.keys()].map((key, index) => [key, snapshot.files[index]]));
  const files = new Map<string, TargetFile>();
  for (const target of targets) {
    const file = read.get(keyOf(toRequest(target)));
    if (file === undefined) throw new Error(`${target.path} was asked for and not read.`);
    const before = files.get(file.path)?.targets ?? [];
    files.set(file.path, { file, targets: [...before, target] });
  }
  return { snapshot, files: [...files.values()] };
}

function toRequest({ kind, path }: Target): FileRequest {
  return { kind: kind === 'kustomization' ? kind : 'file', path };
}

function keyOf({ kind, path }: FileRequest): string {
  return `${kind} ${path}`;
}
