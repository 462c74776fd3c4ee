import type { NodeReader } from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import type { PathStep } from '../yaml/path.js';

type Steps = readonly PathStep[];

/** A value beside a tag that pins an image, whatever the tag says. */
export interface Pin {
  readonly steps: Steps;
  readonly key: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** What charts call the digest of their image, beside its tag. */
const DIGEST_KEYS = ['digest', 'sha', 'sha256', 'digestChroot'];

/** What they call it where the tag is `tag` itself. */
const IMAGE_KEYS = ['imageDigest', 'imageSha', 'imageSha256', 'tagDigest', 'tagSha'];

/** Endings of the keys of `<prefix>Tag`'s digest. */
const ENDINGS = [
  'Digest',
  'Sha',
  'Sha256',
  'SHA',
  'SHA256',
  '_digest',
  '_sha',
  '_sha256',
  '-digest',
];

const HEX = /^(?:sha256:)?[0-9a-f]{64}$/i;

/** Whether a text pins an image: 64 hex digits, or what says that it is a digest. */
function isPin(text: string): boolean {
  return HEX.test(text) || /^sha256:/i.test(text) || isOpaque(text);
}

/** A value that only another program can read: a ciphertext, a template or a variable. */
export function isOpaque(text: string): boolean {
  return /^ENC\[|\{\{|\$\{|^\$\(|^<path:/.test(text);
}

/** The last key of a path; empty behind an index or a selector. */
export function lastKey(steps: Steps): string {
  const last = steps.at(-1);
  return last?.kind === 'key' ? last.key : '';
}

/** The prefix of `<prefix>Tag`; of another key all of it. */
export function stemOf(tagKey: string): string {
  return tagKey.replace(/[-_]?tag$/i, '');
}

/** The path to another key of the same mapping. */
export function beside(steps: Steps, key: string): Steps {
  return [...steps.slice(0, -1), { kind: 'key', key }];
}

/**
 * The keys beside a tag that may hold the digest of its image. For `<prefix>Tag` those with the prefix;
 * those without belong to it as well, unless the mapping has a `tag` that they belong to.
 */
function listDigestKeys(tagKey: string, hasOtherTag: boolean): readonly string[] {
  const stem = stemOf(tagKey);
  const own = ENDINGS.map((ending) => `${stem}${ending}`);
  if (stem === '') return [...DIGEST_KEYS, ...IMAGE_KEYS];
  return hasOtherTag ? own : [...DIGEST_KEYS, ...own];
}

/** The values beside a tag that pin an image. */
export function findPins(read: NodeReader, tag: Steps): readonly Pin[] {
  const key = lastKey(tag);
  const hasOtherTag = key !== 'tag' && read(beside(tag, 'tag')) !== undefined;
  return [...new Set(listDigestKeys(key, hasOtherTag))].flatMap((name) => {
    const steps = beside(tag, name);
    const text = readText(read(steps)) ?? '';
    return isPin(text) ? [{ steps, key: name, text }] : [];
  });
}

/** Whether a pin is that of a digest; upper and lower case are one. */
export function isPinOf({ text }: Pick<Pin, 'text'>, digest: string | undefined): boolean {
  return toDigest(text) === digest;
}

/** `sha256:` and the hex digits, however they stand there; other texts as they are. */
export function toDigest(text: string): string {
  if (!HEX.test(text)) return text;
  const lower = text.toLowerCase();
  return lower.startsWith('sha256:') ? lower : `sha256:${lower}`;
}

/** A digest in the form that stands there: bare hex digits, too, and where a key is called so. */
export function renderPin(digest: string, before: string, key: string): string {
  const isBare = before === '' ? /sha(?:256)?$/i.test(key) : /^[0-9a-f]{64}$/i.test(before);
  return isBare ? digest.replace(/^sha256:/, '') : digest;
}
