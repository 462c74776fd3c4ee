import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { PromoteError } from '../../../src/base/errors.js';
import { propertyRuns } from '../../fakes/property-runs.js';
import { digest, image, kustomization, repository, tag } from '../support/arbitraries.js';
import { changeText, PATH, patchText, type PatchedText } from '../support/patch-text.js';

const RUNS = { numRuns: propertyRuns(400) };

const FIELDS = ['newName', 'newTag', 'digest'];

type Entry = Readonly<Record<string, unknown>>;

/** A promotion of one entry, and one of another entry since. */
const story = kustomization.chain(({ text, names }) =>
  fc.record({
    text: fc.constant(text),
    name: fc.constantFrom(...names),
    other: fc.constantFrom(...names),
    promoted: image,
    later: image,
  }),
);

/** A promotion that gives an entry new values in the fields that it has; a tag where it has none. */
const sameFields = kustomization.chain(({ text, names }) =>
  fc.constantFrom(...names).chain((name) => {
    const [hasName, hasTag, hasDigest] = FIELDS.map((field) => field in fieldsOf(text, name));
    return fc.record({
      text: fc.constant(text),
      name: fc.constant(name),
      promoted: fc.record({
        repository: hasName ? repository : fc.constant(name),
        ...(!hasDigest || hasTag ? { tag } : {}),
        ...(hasDigest && { digest }),
      }),
    });
  }),
);

function restore(text: string, from: string, imageName: string): PatchedText {
  const file = { path: PATH, bytes: new TextEncoder().encode(from) };
  return changeText(text, {
    kind: 'restore',
    place: { kind: 'kustomization', imageName },
    from: file,
  });
}

/** The result, or nothing for what cannot be told or patched, which is refused. */
function tryTo(work: () => PatchedText): PatchedText | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    expect(error.code).toBe('unsafe-edit');
    return undefined;
  }
}

function readEntries(text: string): readonly Entry[] {
  return (parse(text) as { images: readonly Entry[] }).images;
}

/** The fields of an entry that an image is made of; a key without a value is there. */
function fieldsOf(text: string, name: string): Entry {
  const entry = readEntries(text).find((each) => each['name'] === name) ?? {};
  const own = Object.entries(entry).filter(([key]) => FIELDS.includes(key));
  return Object.fromEntries(own);
}

/** All of a file but the fields of an image of one entry. */
function restOf(text: string, name: string): unknown {
  const whole = parse(text) as Entry;
  const images = readEntries(text).map((entry) => {
    if (entry['name'] !== name) return entry;
    return Object.fromEntries(Object.entries(entry).filter(([key]) => !FIELDS.includes(key)));
  });
  return { ...whole, images };
}

describe('a kustomization that was promoted to, and changed elsewhere since', () => {
  it('has what its entry had again, and all else as it is today', () => {
    let restored = 0;
    fc.assert(
      fc.property(story, ({ text, name, other, promoted, later }) => {
        const after = tryTo(() => patchText(text, promoted, name));
        if (after === undefined) return;
        const edited = other === name ? after : tryTo(() => patchText(after.text, later, other));
        if (edited === undefined) return;
        const today = `${edited.text}${edited.text.endsWith('\n') ? '# Added since.\n' : ''}`;
        const back = tryTo(() => restore(today, text, name));
        if (back === undefined) return;
        restored += 1;
        expect(fieldsOf(back.text, name)).toEqual(fieldsOf(text, name));
        expect(restOf(back.text, name)).toEqual(restOf(today, name));
      }),
      RUNS,
    );
    expect(restored).toBeGreaterThan(RUNS.numRuns / 5);
  });

  it('is the very file it was, where no key came or went', () => {
    let equal = 0;
    fc.assert(
      fc.property(sameFields, ({ text, name, promoted }) => {
        const after = tryTo(() => patchText(text, promoted, name));
        if (after?.changed !== true) return;
        const [before, now] = [text, after.text].map((each) => Object.keys(fieldsOf(each, name)));
        const back = tryTo(() => restore(after.text, text, name));
        const isSimple =
          JSON.stringify(before) === JSON.stringify(now) && !text.includes('newTag: |-');
        if (back === undefined || !isSimple) return;
        equal += 1;
        expect(back.text).toBe(text);
        expect(tryTo(() => restore(back.text, text, name))?.changed).toBe(false);
      }),
      RUNS,
    );
    // About half of the promotions neither add a key nor are refused.
    expect(equal).toBeGreaterThan(RUNS.numRuns / 8);
  });
});
