import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { isAmbiguous } from '../../src/patch/text/scalar.js';
import { renderImageReference } from '../../src/base/image.js';
import type { ImageReference } from '../../src/base/image.js';

/** An entry of `images`: what a field that is absent, null or empty gives is the empty string. */
export interface Entry {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
  readonly digest: string;
}

/** How often each deliberate difference from `kustomize edit set image` was met. */
export const met = new Map<string, number>();

function meet(rule: string): void {
  met.set(rule, (met.get(rule) ?? 0) + 1);
}

export function readEntries(text: string): readonly Entry[] {
  return listEntries(text).map((entry) => ({
    name: readText(entry, 'name'),
    newName: readText(entry, 'newName'),
    newTag: readText(entry, 'newTag'),
    digest: readText(entry, 'digest'),
  }));
}

function listEntries(text: string): readonly YAMLMap[] {
  const list = parseDocument(text).get('images');
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}

/** The text as it is written: kustomize leaves `01e0310` plain, which is no number to Go. */
function readText(entry: YAMLMap, key: string): string {
  const isKey = (other: unknown) => String(other).toLowerCase() === key.toLowerCase();
  const node = entry.items.find((pair) => isKey(pair.key))?.value;
  if (!isScalar(node) || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : String(node.source);
}

/** The image that an entry gives, if it gives one that can be promoted. */
export function readImage(text: string, name: string): ImageReference | undefined {
  const entry = readEntries(text).find((each) => each.name === name);
  if (entry === undefined) return undefined;
  const [tag, embedded] = entry.newTag.split('@');
  const digest = entry.digest || embedded;
  if (!tag && !digest) return undefined;
  const repository = entry.newName || entry.name;
  return { repository, ...(tag && { tag }), ...(digest && { digest }) };
}

/** Names of the entries with a plain scalar that YAML takes for something else than a string. */
export function findAmbiguous(text: string): readonly string[] {
  const ambiguous = listEntries(text).filter((entry) =>
    entry.items.some(({ value }) => isScalar(value) && isAmbiguousPlain(value.type, value.source)),
  );
  return ambiguous.map((entry) => readText(entry, 'name'));
}

function isAmbiguousPlain(type: string | undefined, source = ''): boolean {
  return type === 'PLAIN' && source !== '' && source !== '~' && isAmbiguous(source);
}

/**
 * The entry that we write, from what kustomize writes and what stood there: each difference is a
 * rule that says what we do instead.
 */
export function predictEntry(
  theirs: Entry,
  before: Entry | undefined,
  image: ImageReference,
): Entry {
  let { newName } = theirs;
  const given = before && (before.newName || before.name);
  if (given === image.repository && newName !== before?.newName) {
    meet('newName is kept when the entry gives the repository already');
    newName = before?.newName ?? '';
  }
  if (before === undefined && newName === theirs.name) {
    meet('newName is not written to a new entry whose name is the repository');
    newName = '';
  }
  const joined = `${image.tag ?? ''}@${image.digest ?? ''}`;
  if (before?.newTag === joined && before.digest === '') {
    meet('newTag: tag@digest stays when it is right already');
    return { ...theirs, newName, newTag: joined, digest: '' };
  }
  return { ...theirs, newName };
}

/** What `kustomize build` makes of an image that an entry gave, through the entries behind it. */
export function predictBuild(
  entries: readonly Entry[],
  name: string,
  image: ImageReference,
): string {
  const own = entries.findIndex((entry) => entry.name === name);
  let built = { name: image.repository, tag: image.tag ?? '', digest: image.digest ?? '' };
  for (const next of entries.slice(own + 1)) {
    if (next.name !== built.name) continue;
    const { newName, newTag, digest } = next;
    if (`${newName}${newTag}${digest}` !== '') meet('entries apply in order, and chain');
    const version = newTag === '' && digest === '' ? built : { tag: newTag, digest };
    built = { ...version, name: newName || built.name };
  }
  const tag = built.tag === '' ? '' : `:${built.tag}`;
  return `${built.name}${tag}${built.digest === '' ? '' : `@${built.digest}`}`;
}

/** `kustomize edit set image`'s argument for an entry. */
export function renderArgument(name: string, image: ImageReference): string {
  return `${name}=${renderImageReference(image)}`;
}

export function meetPlainNumber(isOwn: boolean): void {
  meet(
    isOwn
      ? 'a plain number is refused by kustomize, and we quote it'
      : 'a plain number in another entry is refused by kustomize, and we leave it',
  );
}

export function meetTagSuffix(): void {
  meet('tagSuffix is kept, and means nothing beside a tag or digest');
}

export function meetSameNames(): void {
  meet('two entries of one name are refused');
}

export function meetOverruled(): void {
  meet('an entry that another one overrules is refused');
}
