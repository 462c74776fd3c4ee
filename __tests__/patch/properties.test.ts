import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ImageReference } from '../../src/base/image.js';
import { propertyRuns } from '../fakes/property-runs.js';
import { image, kustomization } from './support/arbitraries.js';
import { patchText, type PatchedText } from './support/patch-text.js';

const RUNS = { numRuns: propertyRuns(500) };

/** A kustomization, the name of one of its entries or of a new one, and an image for it. */
const promotion = kustomization.chain(({ text, names }) =>
  fc.record({ text: fc.constant(text), name: fc.constantFrom(...names, 'new/app'), image }),
);

function readEntry(text: string, name: string, version: '1.1' | '1.2'): Record<string, unknown> {
  const { images } = parse(text, { version }) as { images: Record<string, unknown>[] };
  const [entry, ...others] = images.filter((item) => item['name'] === name);
  expect(others).toEqual([]);
  return entry ?? {};
}

/** What an entry gives; strict about types, as kustomize is. */
function readImage(text: string, name: string, version: '1.1' | '1.2'): ImageReference {
  const { newName, newTag, digest } = readEntry(text, name, version);
  const [tag, embedded] = typeof newTag === 'string' ? newTag.split('@') : [];
  const found = typeof digest === 'string' ? digest : embedded;
  return {
    repository: typeof newName === 'string' ? newName : name,
    ...(tag !== undefined && tag !== '' && { tag }),
    ...(found !== undefined && { digest: found }),
  };
}

/** A patch of an entry that decides; the conformance run shows when another one does. */
function patchDecided(text: string, wanted: ImageReference, name: string): PatchedText {
  try {
    return patchText(text, wanted, name, true);
  } catch (error) {
    fc.pre(!/comes later, matches|comes first and makes/.test(String(error)));
    throw error;
  }
}

describe('a generated kustomization', () => {
  it.each(['1.1', '1.2'] as const)(
    'gives the image under YAML %s, and never fails its proof',
    (version) => {
      fc.assert(
        fc.property(promotion, ({ text, name, image: wanted }) => {
          const result = patchDecided(text, wanted, name);
          expect(readImage(result.text, name, version)).toEqual(wanted);
        }),
        RUNS,
      );
    },
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(promotion, ({ text, name, image: wanted }) => {
        const once = patchDecided(text, wanted, name);
        const twice = patchDecided(once.text, wanted, name);
        expect(twice.text).toBe(once.text);
        expect(twice.changed).toBe(false);
        expect(twice.previousImage).toEqual(wanted);
      }),
      RUNS,
    );
  });

  it('keeps the mark, the line ends, the end of the file and the comments on other lines', () => {
    fc.assert(
      fc.property(promotion, ({ text, name, image: wanted }) => {
        const after = patchDecided(text, wanted, name).text;
        expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
        expect(after.replaceAll('\r\n', '').includes('\n')).toBe(
          !text.includes('\r\n') && after.includes('\n'),
        );
        expect(after.match(/# (?:a line|end|top|images).*/g)).toEqual(
          text.match(/# (?:a line|end|top|images).*/g),
        );
      }),
      RUNS,
    );
  });

  it('keeps every line that the diff does not name, in order', () => {
    fc.assert(
      fc.property(promotion, ({ text, name, image: wanted }) => {
        const { text: after, diff } = patchDecided(text, wanted, name);
        expect(applyDiff(text, diff)).toBe(after);
        const removed = diff.split('\n').filter((line) => /^-(?!-- a)/.test(line));
        expect(removed.length).toBeLessThanOrEqual(6);
      }),
      RUNS,
    );
  });
});

/** Applies a unified diff, strictly. */
function applyDiff(text: string, diff: string): string {
  const source = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let position = 0;
  let isRemoved = false;
  for (const line of diff.match(/[^\n]*\n/g)?.slice(2) ?? []) {
    const header = /^@@ -(?<start>\d+),/.exec(line);
    if (header !== null) {
      const start = Number(header.groups?.['start']) - 1;
      result.push(...source.slice(position, start));
      position = start;
    } else if (line.startsWith('\\')) {
      if (!isRemoved) result.push(String(result.pop()).replace(/\n$/, ''));
    } else if (line.startsWith('+')) {
      result.push(line.slice(1));
    } else {
      expect(source[position]?.replace(/\n$/, '')).toBe(line.slice(1, -1));
      if (line.startsWith(' ')) result.push(line.slice(1));
      position += 1;
    }
    isRemoved = line.startsWith('-');
  }
  return [...result, ...source.slice(position)].join('');
}
