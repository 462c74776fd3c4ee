import { isCollection } from 'yaml';
import {
  hasRegistry,
  type ImageReference,
  isSameRepository,
  toImageReference,
} from '../../base/image.js';
import { splitImage } from './chain.js';
import { beside, lastKey, stemOf, toDigest } from './pins.js';
import { type NodeReader, offsetOf, type Place, readPath } from '../yaml/locate.js';
import { describeNode, readText, startOfNode } from '../yaml/node.js';
import { type PathStep, renderSteps } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

type Steps = readonly PathStep[];

/** Where an image stands in Helm values. */
export interface ValuesPaths {
  readonly tag: Steps;
  readonly repository?: Steps;
  readonly digest?: Steps;
}

/**
 * What stands at the path of a tag: a tag, with a digest behind an `@` where it has one, or the whole
 * reference of an image.
 */
interface TagText {
  readonly isReference: boolean;
  /** Of a whole reference. */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** What may be parts of the repository; empty where they are not there. */
export interface RepositoryParts {
  readonly repository: string;
  /** The key `registry` beside it, without a slash at its end. */
  readonly registry: string;
  /** `global.imageRegistry` of the values and of those around them, the nearest first. */
  readonly globals: readonly string[];
  /** The key `name` beside it, where it can be that of an image. */
  readonly name: string;
}

/** What values say of an image. */
export interface ValuesImage {
  readonly text: TagText;
  readonly parts: RepositoryParts;
  /** At its path, else in the key `digest` beside the tag. */
  readonly digest: string;
}

/**
 * Refuses values in a document that Helm does not read: it takes the first one of a file. An object of
 * Kubernetes, such as a HelmRelease, may stand anywhere.
 * @throws PromoteError `unsafe-edit`
 */
export function refuseLaterDocument(source: Source, root: Place): void {
  if (root.document === 0 && !source.beginsEmpty) return;
  if (readPath(source, root.node, [asKey('kind')]) !== undefined) return;
  const message =
    'Helm reads the first document of a values file alone, and this is a later one. Remove the --- before it, or move it to a file of its own.';
  throw refuse(source, 'unsafe-edit', offsetOf(root), message);
}

/**
 * The image that values give, at the paths, else in the keys beside the tag.
 * @param wanted The repository that a bare name at the path of the tag is compared with.
 */
export function readValuesImage(
  source: Source,
  read: NodeReader,
  paths: ValuesPaths,
  wanted: string,
): ValuesImage {
  const { tag } = paths;
  const name = isImageKey(lastKey(tag)) ? wanted : '';
  const text = parseTagText(readStringAt(source, read, tag), name);
  const at = text.isReference ? tag : (paths.repository ?? findRepository(read, tag));
  const parts = readParts(source, read, at);
  return {
    text,
    parts: text.isReference ? { ...parts, repository: text.repository, name: '' } : parts,
    digest: readStringAt(source, read, paths.digest ?? beside(tag, 'digest')),
  };
}

/** A tag holds neither `/` nor `:`; a bare name is a reference where it is the image's own. */
function parseTagText(text: string, wanted: string): TagText {
  const { name, tag, digest } = splitImage(text);
  const isReference =
    /[/:]/.test(text.split('@', 1).join('')) || (wanted !== '' && isSameRepository(name, wanted));
  return isReference
    ? { isReference, repository: name, tag, digest }
    : { isReference, repository: '', tag: name, digest };
}

/** The path of the repository of a tag: of `<prefix>Tag` the key with the prefix, where there is one. */
export function findRepository(read: NodeReader, tag: Steps): Steps {
  const stem = stemOf(lastKey(tag));
  const prefixed = ['Repository', '_repository', '-repository'].map((ending) =>
    beside(tag, `${stem}${ending}`),
  );
  const own = prefixed.find((path) => readText(read(path)) !== undefined);
  return own ?? beside(tag, 'repository');
}

/**
 * Another repository than the one that is wanted, in a key beside a tag that charts without a key
 * `repository` have: `image` beside `imageTag`, `webImage` beside `webTag`. A part of the one that is
 * wanted is none, since a chart may put its registry before it.
 */
export function findForeignRepository(
  read: NodeReader,
  tag: Steps,
  wanted: string,
): string | undefined {
  const key = lastKey(tag);
  const stem = stemOf(key);
  const isPlain = stem === '' || stem === 'image';
  // Elsewhere `repo` may be a repository of git.
  const repo = isImageKey(lastKey(tag.slice(0, -1))) ? ['repo'] : [];
  const keys = isPlain ? ['image', 'imageName', ...repo] : [stem, `${stem}Image`];
  const texts = keys.filter((each) => each !== key).map((each) => beside(tag, each));
  return texts
    .map((steps) => readText(read(steps)) ?? '')
    .filter((text) => text.includes('/') && toImageReference({ repository: text }) !== undefined)
    .find((text) => !isSameRepository(text, wanted) && !wanted.endsWith(`/${text}`));
}

/** What may be parts of the repository, at its path and beside it. */
export function readParts(source: Source, read: NodeReader, at: Steps): RepositoryParts {
  const stem = lastKey(at).replace(/[-_]?repository$/i, '');
  return {
    repository: readStringAt(source, read, at),
    registry: withoutSlash(
      readStringAt(source, read, beside(at, `${stem}Registry`)) ||
        readStringAt(source, read, beside(at, 'registry')),
    ),
    globals: readGlobals(read, at),
    name: readName(read, at),
  };
}

/** Helm hands `global` to every chart below, so it counts wherever it stands on the way. */
function readGlobals(read: NodeReader, at: Steps): readonly string[] {
  const keys = ['imageRegistry', 'registry'];
  const found = at.flatMap((_, index) =>
    keys.map((key) => {
      const path = [...at.slice(0, index), asKey('global'), asKey(key)];
      return withoutSlash(readText(read(path)) ?? '');
    }),
  );
  return [...new Set(found.reverse())].filter((registry) => registry !== '');
}

/** `name` is that of an image in a mapping called so, and where only an image can be called so. */
function readName(read: NodeReader, at: Steps): string {
  const text = readText(read(beside(at, 'name'))) ?? '';
  const isOfImage = isImageKey(lastKey(at.slice(0, -1)));
  return lastKey(at) !== 'name' && (isOfImage || text.includes('/')) ? text : '';
}

/** Whether a key holds a whole image. */
export function isImageKey(key: string): boolean {
  return /image$/i.test(key);
}

function asKey(key: string): PathStep {
  return { kind: 'key', key };
}

function withoutSlash(registry: string): string {
  return registry.replace(/\/+$/, '');
}

/**
 * The repositories that charts make of the parts: with the registry that stands beside, and with the
 * global one, which takes its place in some charts and means nothing to others. The likeliest first.
 */
export function listRepositories(parts: RepositoryParts): readonly string[] {
  const { repository, registry, globals, name } = parts;
  const joined = repository !== '' && name !== '' ? [`${repository}/${name}`] : [];
  const alone = name.includes('/') || repository === '' ? [name] : [];
  const cores = [repository, ...joined, ...alone].filter((core) => core !== '');
  const local = registry === '' ? [''] : [registry];
  const registries = hasRegistry(repository) ? [...local, ...globals] : [...globals, ...local];
  const likely = registry === '' ? registries : [...local, ...globals];
  return cores.flatMap((core) =>
    likely.map((prefix) => (prefix === '' ? core : `${prefix}/${core}`)),
  );
}

/** The image that values give, in parts that need not be valid; empty where there is none. */
export function toParts({ text, parts, digest }: ValuesImage, wanted: string): ImageReference {
  const repositories = listRepositories(parts);
  const named = repositories.find((each) => isSameRepository(each, wanted)) ?? repositories[0];
  const anyDigest = toDigest(digest) || text.digest;
  return { repository: named ?? wanted, tag: text.tag, digest: anyDigest };
}

export function readStringAt(source: Source, read: NodeReader, steps: Steps): string {
  const node = read(steps);
  if (!isCollection(node)) return readText(node) ?? '';
  const message = `${renderSteps(steps)}: expected a string, got ${describeNode(node)}. Write the string itself here, or name another path.`;
  throw refuse(source, 'unsafe-edit', startOfNode(node), message);
}
