import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImageReference } from '../../src/base/image.js';
import { patchText } from '../patch/support/patch-text.js';
import { Kustomize } from './kustomize.js';
import { ambiguousPromotion, promotion, type Promotion } from './promotions.js';
import {
  findAmbiguous,
  met,
  meetOverruled,
  meetPlainNumber,
  meetSameNames,
  meetTagSuffix,
  predictBuild,
  predictEntry,
  readEntries,
  renderArgument,
  type Entry,
} from './rules.js';

const SEED = Number(process.env['CONFORMANCE_SEED'] ?? 20261123);

const kustomize = new Kustomize();
let compared = 0;

afterAll(() => {
  kustomize.close();
  const rules = [...met].map(([rule, count]) => `  ${String(count).padStart(5)}  ${rule}`);
  const summary = [`Compared ${compared} cases with the real kustomize. Rules met:`, ...rules];
  process.stdout.write(`\n${summary.join('\n')}\n`);
});

describe('a patched kustomization', () => {
  it('means what kustomize edit set image makes of it, and builds the image', () => {
    fc.assert(fc.property(promotion, comparePromotion), { seed: SEED, numRuns: 2000 });
  });

  it('is not written when two entries have the name', () => {
    fc.assert(
      fc.property(ambiguousPromotion, ({ text, name, image: wanted }) => {
        const before = readEntries(text);
        const theirs = kustomize.setImage(text, renderArgument(name, wanted));
        if (theirs === undefined) expect(findAmbiguous(text)).not.toEqual([]);
        else expect(readEntries(theirs)).toHaveLength(before.length - 1);
        expect(() => patchText(text, wanted, name, true)).toThrow(
          `two entries of images have the name ${JSON.stringify(name)}`,
        );
        meetSameNames();
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

function comparePromotion({ text, name, image: wanted }: Promotion): void {
  const before = readEntries(text);
  compared += 1;
  const ours = patchDecided(text, wanted, name);
  if (ours === undefined) return;
  const argument = renderArgument(name, wanted);
  const theirs = kustomize.setImage(text, argument);
  const after = readEntries(ours);
  const others = (entries: readonly Entry[]) => entries.filter((entry) => entry.name !== name);
  expect(others(after)).toEqual(others(before));
  expect(after.map((entry) => entry.name).slice(0, before.length)).toEqual(
    before.map((entry) => entry.name),
  );
  if (text.includes('tagSuffix')) {
    expect(ours).toContain('tagSuffix: -x');
    expect(theirs ?? '').not.toContain('tagSuffix');
    meetTagSuffix();
  }
  if (theirs === undefined) {
    if (!expectPlainNumber(text, ours, name, argument)) return;
  } else {
    const expected = readEntries(theirs).map((entry) => {
      const there = before.find((each) => each.name === entry.name);
      return entry.name === name ? predictEntry(entry, there, wanted) : there;
    });
    expect(byName(after)).toEqual(byName(expected));
  }
  expect(kustomize.buildImage(ours, `${name}:base`)).toBe(predictBuild(after, name, wanted));
}

/** `undefined` where another entry decides: the comparison of chains shows that it does. */
function patchDecided(text: string, wanted: ImageReference, name: string): string | undefined {
  try {
    return patchText(text, wanted, name, true).text;
  } catch (error) {
    if (!/kustomize deploys that|no image is left/.test(String(error))) throw error;
    meetOverruled();
    return undefined;
  }
}

/**
 * kustomize refuses a file with a plain number: we quote that of the entry, and leave others.
 * @returns Whether kustomize takes the file then.
 */
function expectPlainNumber(text: string, ours: string, name: string, argument: string): boolean {
  const others = findAmbiguous(text).filter((other) => other !== name);
  const isOwn = others.length === 0;
  if (isOwn) expect(findAmbiguous(text)).toEqual([name]);
  expect(findAmbiguous(ours)).toEqual(others);
  meetPlainNumber(isOwn);
  return isOwn || kustomize.setImage(ours, argument) !== undefined;
}

/** Differences that no generated file shows: what kustomize does, and what we do instead. */
describe('a deliberate difference', () => {
  const wanted: ImageReference = { repository: 'app', tag: 'v2' };

  it('two entries of one name are refused, where kustomize drops one', () => {
    const text = 'images:\n- name: app\n  newTag: v1\n- name: app\n  newTag: v3\n';
    const theirs = kustomize.setImage(text, renderArgument('app', wanted));
    expect(readEntries(String(theirs))).toHaveLength(1);
    expect(() => patchText(text, wanted, 'app')).toThrow(
      /two entries of images have the name "app"/,
    );
  });

  it('a name that is not there is refused, where kustomize adds an entry', () => {
    const text = 'images:\n- name: app\n  newTag: v1\n';
    const theirs = kustomize.setImage(text, renderArgument('typo', wanted));
    expect(readEntries(String(theirs))).toHaveLength(2);
    expect(() => patchText(text, wanted, 'typo')).toThrow(/got "typo".*"app"/);
  });

  it('tagSuffix is kept, where kustomize drops it, and means nothing beside a tag', () => {
    const text = 'resources: [a.yaml]\nimages:\n- name: app\n  newTag: v1\n  tagSuffix: -x\n';
    const theirs = kustomize.setImage(text, renderArgument('app', wanted));
    const ours = patchText(text, wanted, 'app').text;
    expect(theirs).not.toContain('tagSuffix');
    expect(ours).toContain('tagSuffix: -x');
    expect(kustomize.buildImage(ours, 'app:base')).toBe('app:v2');
  });
});

function byName<T extends { readonly name: string } | undefined>(
  entries: readonly T[],
): readonly T[] {
  return entries.toSorted((a, b) => ((a?.name ?? '') < (b?.name ?? '') ? -1 : 1));
}
