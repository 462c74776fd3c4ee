import { describe, expect, it } from '@jest/globals';
import { patchFile, type Change } from '../../src/patch/patch.js';
import { catchError } from './support/catch-error.js';
import { PATH } from './support/patch-text.js';
import { steps } from './support/steps.js';

interface Case {
  readonly description: string;
  readonly text: string;
  readonly changes: readonly Change[];
  /** The place that the message names. */
  readonly place: string;
}

const IMAGE = { repository: 'app', tag: 'v1' };

function set(path: string, value: string): Change {
  return { kind: 'set', values: [{ path: steps(path), value }], createMissing: true };
}

describe('two targets that decide the same value are refused whatever is there', () => {
  it.each<Case>([
    {
      description: 'of which one changes nothing',
      text: 'a: one\n',
      changes: [set('a', 'one'), set('a', 'two')],
      place: 'a',
    },
    {
      description: 'at a key that is not there',
      text: 'a: one\n',
      changes: [set('b', 'one'), set('b', 'two')],
      place: 'b',
    },
    {
      description: 'in a kustomization that gives the image',
      text: 'images:\n- name: app\n  newTag: v1\n',
      changes: [{ kind: 'kustomization', image: IMAGE }, set('images[0].newTag', 'v2')],
      place: 'images[0].newTag',
    },
    {
      description: 'in values that give the image',
      text: 'image: {repository: app, tag: v1}\n',
      changes: [
        {
          kind: 'values',
          image: IMAGE,
          paths: { tag: steps('image.tag'), repository: steps('image.repository') },
        },
        set('image.repository', 'web'),
      ],
      place: 'image.repository',
    },
  ])('$description', ({ text, changes, place }) => {
    const file = { path: PATH, bytes: new TextEncoder().encode(text) };
    const error = catchError(() => patchFile(file, changes));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toBe(
      `targets: two of them change ${place} in ${PATH}. Remove one of the two.`,
    );
  });
});
