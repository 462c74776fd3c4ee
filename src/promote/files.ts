import { PromoteError } from '../base/errors.js';
import { type ImageReference, renderImageReference } from '../base/image.js';
import { type Change, patchFile } from '../patch/patch.js';
import { renderSteps } from '../patch/yaml/path.js';
import type { FileRequest, GitOpsRepository, RepositoryFile, Snapshot } from '../ports/gitops.js';
import type { FileTarget, Target, TemplateAt } from './inputs/target.js';
import { type Placeholder, renderTemplate } from './message/template.js';
import type { TargetResult } from './model/result.js';
import { findPreviousImage } from './previous-image.js';

/** What the targets are to ask for. */
export interface TargetFacts {
  readonly image: ImageReference;
  readonly createMissing: boolean;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly gitopsBranch?: string;
}

/** A file after the patch. */
interface PatchedFile {
  readonly file: RepositoryFile;
  /** The new contents; the very bytes that were read when nothing changed. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  readonly results: readonly TargetResult[];
}

/**
 * Patches one file for all its targets at once.
 * @throws PromoteError whatever the patch refuses, and `invalid-input` for a placeholder without a
 *   value.
 */
export function patchTargets({ file, targets }: TargetFile, facts: TargetFacts): PatchedFile {
  const { image } = facts;
  const changes = targets.map((target) => changeOf(target, facts));
  const { bytes, changed, targets: patches } = patchFile(file, changes);
  const results = patches.map(({ imageName = nameOf(image), ...patch }): TargetResult => ({
    file: file.path,
    imageName,
    image,
    ...patch,
  }));
  return { file, bytes, changed, results };
}

function changeOf(target: Target, facts: TargetFacts): Change {
  const { image, createMissing } = facts;
  if (target.kind === 'kustomization') {
    const { imageName } = target;
    const name = imageName === undefined ? {} : { imageName };
    return { kind: 'kustomization', image, createMissing, ...name };
  }
  const document = target.document === undefined ? {} : { document: target.document };
  if (target.kind === 'values') {
    return { kind: 'values', image, paths: target.paths, createMissing, ...document };
  }
  const { set } = target;
  return {
    kind: 'set',
    ...document,
    values: set.map((each) => ({ path: each.path, value: renderTemplateAt(target, each, facts) })),
    readImage: (texts) => {
      const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
      return findPreviousImage(values, image.repository);
    },
    createMissing,
  };
}

function renderTemplateAt(
  target: FileTarget,
  { path, template }: TemplateAt,
  facts: TargetFacts,
): string {
  const values = new Map<Placeholder, string | undefined>([
    ['image', renderImageReference(facts.image)],
    ['repository', facts.image.repository],
    ['tag', facts.image.tag],
    ['digest', facts.image.digest],
    ['sha', facts.sourceSha],
    ['short-sha', facts.shortSha],
    ['gitops-branch', facts.gitopsBranch],
  ]);
  return renderTemplate(template, (name) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new PromoteError(
      'invalid-input',
      `targets: {{${name}}} for ${renderSteps(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`,
    );
  });
}

/** What people call an image that has no other name: the last part of its repository. */
function nameOf({ repository }: ImageReference): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/** A file of the GitOps repository, and the targets in it. */
interface TargetFile {
  readonly file: RepositoryFile;
  readonly targets: readonly Target[];
}

interface ReadTargets {
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
  for (const target of targets) requests.set(requestKey(toRequest(target)), toRequest(target));
  const snapshot = await repository.readFiles([...requests.values()]);
  const read = new Map([...requests.keys()].map((key, index) => [key, snapshot.files[index]]));
  const files = new Map<string, TargetFile>();
  for (const target of targets) {
    const file = read.get(requestKey(toRequest(target)));
    if (file === undefined) throw new Error(`${target.path} was asked for and not read.`);
    const before = files.get(file.path)?.targets ?? [];
    files.set(file.path, { file, targets: [...before, target] });
  }
  return { snapshot, files: [...files.values()] };
}

function toRequest({ kind, path }: Target): FileRequest {
  return { kind: kind === 'kustomization' ? kind : 'file', path };
}

function requestKey({ kind, path }: FileRequest): string {
  return `${kind} ${path}`;
}
