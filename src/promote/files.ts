import { PromoteError } from '../base/errors.js';
import { type ImageReference, renderImageReference, toImageReference } from '../base/image.js';
import { type Change, patchFile } from '../patch/patch.js';
import type { SetValue } from '../patch/targets/set.js';
import { type PathStep, renderSteps } from '../patch/yaml/path.js';
import type { FileRequest, GitOpsRepository, RepositoryFile, Snapshot } from '../ports/gitops.js';
import type { FileTarget, Target, TemplateAt } from './inputs/target.js';
import { listPlaceholders, type Placeholder, renderTemplate } from './message/template.js';
import type { TargetResult } from './model/result.js';
import { explainMisfit, findPreviousImage } from './previous-image.js';

/** What the targets are to ask for. */
export interface TargetFacts {
  readonly image: ImageReference;
  readonly createMissing: boolean;
  readonly sourceSha?: string;
  readonly shortSha?: string;
  readonly gitopsBranch?: string;
}

/** A file after the patch. */
export interface PatchedFile {
  readonly file: RepositoryFile;
  /** The new contents; the very bytes that were read when nothing changed. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  readonly results: readonly TargetResult[];
  /** What else in the file changes with it, for people. */
  readonly notices: readonly string[];
  /** Names of entries of `images` that are added. */
  readonly addedEntries: readonly string[];
  /** What may be wrong all the same, for people. */
  readonly warnings: readonly string[];
}

/**
 * Patches one file for all its targets at once.
 * @throws PromoteError whatever the patch refuses, and `invalid-input` for a placeholder without a
 *   value.
 */
export function patchTargets({ file, targets }: TargetFile, facts: TargetFacts): PatchedFile {
  const { image } = facts;
  const changes = targets.map((target) => changeOf(target, facts));
  const { targets: patches, ...patched } = patchFile(file, changes);
  const results = patches.map(
    ({ imageName, previousImage, changes: observed, diff }, index): TargetResult => ({
      file: file.path,
      place: describePlace(targets[index], imageName),
      imageName: renderImageName(imageName, image),
      image,
      previousImage,
      changes: observed,
      diff,
    }),
  );
  const addedEntries = patches.flatMap(({ addedEntry = [] }) => addedEntry);
  return { file, ...patched, results, addedEntries };
}

/**
 * What an image is called in messages: the name of its entry where that is one of an image, so that
 * nothing else of a file (a mention, a reference to an issue) gets into a subject or a title.
 */
export function renderImageName(name: string | undefined, image: ImageReference): string {
  const parsed = name === undefined ? undefined : toImageReference({ repository: name });
  return parsed?.repository ?? shortNameOf(image);
}

/**
 * What tells a target from the others in its file.
 * @param imageName Of the entry, as it stands in the file.
 */
export function describePlace(target: Target | undefined, imageName = ''): string {
  if (target === undefined || target.kind === 'kustomization') return imageName;
  const path = target.kind === 'values' ? target.paths.tag : findMainPath(target.set);
  const { kind, namespace, name } = target.document ?? {};
  const document = Object.entries({ kind, namespace, name }).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${value}`,
  );
  return [renderSteps(path), ...document].join(',');
}

/** What tells of the image, from what tells most. */
const TELLING = ['image', 'tag', 'digest'];

/** The path of the value that tells most of the image, in whatever order the values are given. */
function findMainPath(set: readonly TemplateAt[]): readonly PathStep[] {
  const rankOf = ({ template }: TemplateAt) => {
    const names = listPlaceholders(template);
    const rank = TELLING.findIndex((telling) => names.includes(telling));
    return rank === -1 ? TELLING.length : rank;
  };
  const nameOf = ({ path }: TemplateAt) => renderSteps(path);
  const byName = (a: TemplateAt, b: TemplateAt) => (nameOf(a) < nameOf(b) ? -1 : 1);
  const [main] = set.toSorted((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
  return main?.path ?? [];
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
    image,
    values: set.map((each) => valueOf(target, each, facts)),
    readImage: (texts) => {
      const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
      return findPreviousImage(values, image.repository);
    },
    createMissing,
  };
}

function valueOf(target: FileTarget, each: TemplateAt, facts: TargetFacts): SetValue {
  const { path, template } = each;
  const names = listPlaceholders(template);
  const isRepository = names.includes('image') || names.includes('repository');
  return {
    path,
    value: renderTemplateAt(target, each, facts),
    isTag: names.includes('tag') && !isRepository,
    isRepository,
    explainMisfit: (text) => explainMisfit(template, text),
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
function shortNameOf({ repository }: ImageReference): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/** A file of the GitOps repository, and the targets in it. */
export interface TargetFile {
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

function toRequest({ kind, path, input }: Target): FileRequest {
  return { kind: kind === 'kustomization' ? kind : 'file', path, input };
}

function requestKey({ kind, path }: FileRequest): string {
  return `${kind} ${path}`;
}
