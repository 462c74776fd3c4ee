import type { InputReader } from '../../base/input-reader.js';
import type { ImageLocation } from '../../patch/images/read-image.js';
import type { ValuesPaths } from '../../patch/images/values-image.js';
import { parsePath, type PathStep } from '../../patch/yaml/path.js';
import type { FileRequest } from '../../ports/gitops.js';
import {
  DEFAULT_TAG_PATH,
  FILE_PATH,
  normalizeFilePath,
  normalizePath,
  REPOSITORY_PATH,
  type Target,
} from './target.js';

/** The inputs that say what in the GitOps repository is to ask for the image. */
export const TARGET_INPUTS = [
  'kustomization',
  'image-name',
  'values',
  'values-tag-path',
  'values-repository-path',
  'values-digest-path',
  'targets',
  'create-missing',
  'promote-from',
] as const;

/** Inputs that say more of another one, and mean nothing without it. */
const COMPANIONS = [
  ['image-name', 'kustomization'],
  ['values-tag-path', 'values'],
  ['values-repository-path', 'values'],
  ['values-digest-path', 'values'],
] as const;

/** Where an image is copied from, instead of being given. */
export interface ImageSource {
  readonly request: FileRequest;
  readonly location: ImageLocation;
}

/** Parses `promote-from`. `image-name` and the paths in values mean the same there as in targets. */
export function parseImageSource(reader: InputReader): ImageSource | undefined {
  const [path, second] = parseFiles(reader, 'promote-from');
  if (second !== undefined) {
    reader.reject('promote-from', 'one file', reader.lines('promote-from').join('\n'));
  }
  if (path === undefined) return undefined;
  if (!isKustomizationPath(path)) {
    return {
      request: { kind: 'file', path, input: 'promote-from' },
      location: { kind: 'values', paths: parsePaths(reader) },
    };
  }
  const imageName = reader.string('image-name');
  return {
    request: { kind: 'kustomization', path, input: 'promote-from' },
    location: { kind: 'kustomization', imageName },
  };
}

/** A directory, or one of the names that kustomize looks for; every other file holds values. */
function isKustomizationPath(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path) || !/\.ya?ml$/i.test(path);
}

/**
 * Parses the targets that all these inputs name together, in the order of `TARGET_INPUTS`.
 * @param step The one that needs them, for messages.
 */
export async function parseTargetInputs(
  reader: InputReader,
  step = 'promote',
): Promise<readonly Target[]> {
  for (const [input, main] of COMPANIONS) {
    if (reader.has(input) && !reader.has(main) && !reader.has('promote-from')) {
      reader.complain(input, `given, but ${main} is empty. Set ${main}, or remove this input`);
    }
  }
  const targets = [
    ...parseKustomizations(reader),
    ...parseValues(reader),
    ...(await parseTargetList(reader)),
  ];
  const isGiven = ['kustomization', 'values', 'targets'].some((input) => reader.has(input));
  if (!isGiven) {
    const expected = 'a directory or file. Or give values or targets';
    reader.complain('kustomization', `the ${step} step needs it: ${expected}`);
  }
  return targets;
}

function parseKustomizations(reader: InputReader): readonly Target[] {
  const imageName = reader.string('image-name');
  return parseFiles(reader, 'kustomization').map((path) => ({
    kind: 'kustomization',
    path,
    input: 'kustomization',
    imageName,
  }));
}

function parseValues(reader: InputReader): readonly Target[] {
  const paths = parsePaths(reader);
  return parseFiles(reader, 'values').map((path) => ({
    kind: 'values',
    path,
    input: 'values',
    paths,
  }));
}

function parsePaths(reader: InputReader): ValuesPaths {
  const repository = parseValuePath(reader, 'values-repository-path');
  const digest = parseValuePath(reader, 'values-digest-path');
  return {
    tag: parseValuePath(reader, 'values-tag-path') ?? DEFAULT_TAG_PATH,
    repository,
    digest,
  };
}

/** Loads the YAML parser, which no other input needs. */
async function parseTargetList(reader: InputReader): Promise<readonly Target[]> {
  const text = reader.string('targets');
  if (text === undefined) return [];
  const { parseTargets } = await import('./target-list.js');
  const { targets, problems } = parseTargets(text);
  for (const problem of problems) reader.complain('targets', problem);
  return targets;
}

function parseFiles(reader: InputReader, input: string): readonly string[] {
  const [normalize, expected] =
    input === 'values'
      ? ([normalizeFilePath, FILE_PATH] as const)
      : ([normalizePath, REPOSITORY_PATH] as const);
  return reader.lines(input).flatMap((line) => {
    const path = normalize(line);
    if (path !== undefined) return [path];
    reader.reject(input, expected, line);
    return [];
  });
}

function parseValuePath(reader: InputReader, input: string): readonly PathStep[] | undefined {
  const text = reader.string(input);
  const steps = text === undefined ? undefined : parsePath(text);
  if (text !== undefined && steps === undefined) {
    reader.reject(input, 'a dotted path such as image.tag', text);
  }
  return steps;
}
