import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImageReference } from '../../src/tag/result.js';
import { image, kustomization } from '../patch/support/arbitraries.js';
import { patchText } from '../patch/support/patch-text.js';
import { Kustomize } from './kustomize.js';
import {
  findAmbiguous,
  givesTwoDigests,
  met,
  meetPlainNumber,
  predictBuild,
  predictEntry,
  readEntries,
  readImage,
  renderArgument,
} from './rules.js';

const SEED = Number(process.env.CONFORMANCE_SEED ?? 20261123);

const kustomize = new Kustomize();
let compared = 0;

afterAll(() => {
  kustomize.close();
  const rules = [...met].map(([rule, count]) => `  ${String(count).padStart(5)}  ${rule}`);
  const summary = [`Compared ${compared} cases with the real kustomize. Rules met:`, ...rules];
  process.stdout.write(`\n${summary.join('\n')}\n`);
});

/** A generated kustomization over `a.yaml`, an entry of it or a new one, and an image. */
const promotion = kustomization
  .chain(({ text, names }) =>
    fc.record({
      text: fc.constant(text.includes('resources:') ? text : addResources(text)),
      name: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...names) },
        fc.constantFrom('new', 'new/app'),
      ),
      image,
      // Seldom met by chance: the image that is there already, and a name that is the repository.
      twist: fc.constantFrom('none', 'none', 'none', 'same image', 'same name'),
    }),
  )
  .map(({ text, name, image: any, twist }) => {
    const there = twist === 'same image' ? readImage(text, name) : undefined;
    const repository = twist === 'same name' ? name : any.repository;
    return { text, name, image: there ?? { ...any, repository } };
  });

function addResources(text: string): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return text.replace(/^\uFEFF?/, (mark) => `${mark}resources: [a.yaml]${lineBreak}`);
}

describe('a patched kustomization', () => {
  it('means what kustomize edit set image makes of it, and builds the image', () => {
    fc.assert(
      fc.property(promotion, ({ text, name, image: wanted }) => {
        const before = readEntries(text);
        fc.pre(findAmbiguous(text).every((other) => other === name));
        fc.pre(before.every((entry) => entry.name === name || !givesTwoDigests(entry)));
        compared += 1;
        const ours = patchText(text, wanted, name, true).text;
        const theirs = kustomize.setImage(text, renderArgument(name, wanted));
        const after = readEntries(ours);
        if (theirs === undefined) {
          expect(findAmbiguous(text)).toEqual([name]);
          meetPlainNumber();
        } else {
          const expected = readEntries(theirs).map((entry) => {
            const there = before.find((each) => each.name === entry.name);
            return entry.name === name ? predictEntry(entry, there, wanted) : there;
          });
          expect(byName(after)).toEqual(byName(expected));
        }
        expect(after.map((entry) => entry.name).slice(0, before.length)).toEqual(
          before.map((entry) => entry.name),
        );
        expect(kustomize.buildImage(ours, `${name}:base`)).toBe(predictBuild(after, name, wanted));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

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
