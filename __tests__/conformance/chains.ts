import fc from 'fast-check';
import type { ImageReference } from '../../src/base/image.js';
import { image } from '../patch/support/arbitraries.js';

/** The fields of an entry of `images`; those that are empty are left out of the file. */
export interface ChainEntry {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
  readonly digest: string;
  readonly tagSuffix: string;
}

/** Entries that may chain, one of which is to give the image. */
export interface Chain {
  readonly entries: readonly ChainEntry[];
  /** Of the entry, which no other one has; no pattern. */
  readonly name: string;
  readonly image: ImageReference;
}

const NAMES = ['app', 'nginx', 'ghcr.io/org/app', 'mirror/app'];

const PATTERNS = [
  'app.*',
  'ngin.',
  'ghcr.io/.*',
  '.*',
  '.+/app',
  'app|nginx',
  '[a-n]+',
  '(x?)+app',
];

const digest = fc.stringMatching(/^[0-9a-f]{64}$/).map((digits) => `sha256:${digits}`);
const tag = fc.constantFrom('', '', 'v0', 'v1', 'v1');
const joined = digest.map((each) => `v1@${each}`);

const entry: fc.Arbitrary<ChainEntry> = fc.record({
  name: fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...PATTERNS)),
  newName: fc.constantFrom('', ...NAMES),
  newTag: fc.oneof({ weight: 5, arbitrary: tag }, joined),
  digest: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, digest),
  tagSuffix: fc.constantFrom('', '', '', '', '-x'),
});

export const chain: fc.Arbitrary<Chain> = fc
  .record({
    others: fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    own: entry,
    name: fc.constantFrom(...NAMES),
    place: fc.nat(4),
    repository: fc.constantFrom(...NAMES),
    any: image,
  })
  .map(({ others, own, name, place, repository, any }) => ({
    entries: others.filter((each) => each.name !== name).toSpliced(place, 0, { ...own, name }),
    name,
    image: { ...any, repository },
  }));

/** A kustomization with these entries over `resource`. */
export function renderChain(entries: readonly ChainEntry[], resource = 'a.yaml'): string {
  const items = entries.map((each) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => value !== '')),
  );
  const lines = items.map((each) => `- ${JSON.stringify(each)}`);
  const images = lines.length === 0 ? '' : `images:\n${lines.join('\n')}\n`;
  return `resources: [${resource}]\n${images}`;
}

/** The same entries with the image in that of the name, written without a look at the others. */
export function setNaively({ entries, name, image: wanted }: Chain): readonly ChainEntry[] {
  const { repository, tag: newTag = '', digest: newDigest = '' } = wanted;
  return entries.map((each) =>
    each.name === name ? { ...each, newName: repository, newTag, digest: newDigest } : each,
  );
}
