import { describe, expect, it } from '@jest/globals';
import type { ImagePlace } from '../../../src/patch/restore/restore.js';
import { catchError } from '../support/catch-error.js';
import { changeText, DIGEST, OLD_DIGEST, PATH } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const entry: ImagePlace = { kind: 'kustomization', imageName: 'app' };

const values: ImagePlace = {
  kind: 'values',
  paths: { tag: steps('image.tag'), digest: steps('image.pin.digest') },
  repository: 'ghcr.io/org/app',
};

const tagAlone: ImagePlace = { ...values, paths: { tag: steps('image.tag') } };

const set: ImagePlace = {
  kind: 'set',
  values: [{ path: steps('args[0]') }],
  readImage: ([tag]) => (tag === undefined ? undefined : { repository: 'app', tag }),
};

interface Case {
  readonly description: string;
  readonly place: ImagePlace;
  readonly then: string;
  readonly now: string;
}

function restore({ now, then, place }: Case) {
  const from = { path: `${PATH} at 0123456789ab`, bytes: new TextEncoder().encode(then) };
  return changeText(now, { kind: 'restore', place, from });
}

const flow = (fields: string) => `images:\n  - {name: app, ${fields}}\n`;

const block = (...fields: readonly string[]) =>
  `images:\n  - name: app\n${fields.map((field) => `    ${field}\n`).join('')}`;

const image = (...fields: readonly string[]) =>
  `image:\n${fields.map((field) => `  ${field}\n`).join('')}`;

describe('a place that goes back', () => {
  it.each([
    {
      description: 'to a key in flow style without a value loses its value',
      place: entry,
      then: flow(`newTag, digest: ${OLD_DIGEST}`),
      now: flow(`newTag: v2, digest: ${DIGEST}`),
      after: flow(`newTag:, digest: ${OLD_DIGEST}`),
    },
    {
      description: 'from a key in flow style without a value gets its value',
      place: entry,
      then: flow(`newTag: "v1"`),
      now: flow(`newTag, digest: ${DIGEST}`),
      after: flow(`newTag: "v1"`),
    },
    {
      description: 'from a key in block style without a value gets its value',
      place: entry,
      then: block('newTag: v1'),
      now: block('newTag: # none', `digest: ${DIGEST}`),
      after: block('newTag: v1 # none'),
    },
    {
      description: 'to a key without a value does not change one',
      place: entry,
      then: flow(`newTag, digest: ${OLD_DIGEST}`),
      now: block('newTag: ~', `digest: ${DIGEST}`),
      after: block('newTag: ~', `digest: ${OLD_DIGEST}`),
    },
    {
      description: 'loses a key without a value that it did not have',
      place: entry,
      then: flow('newTag: v1'),
      now: flow('newTag: v2, digest'),
      after: flow('newTag: v1'),
    },
    {
      description: 'has neither a digest then nor now',
      place: values,
      then: image('tag: v1'),
      now: image('tag: v2'),
      after: image('tag: v1'),
    },
    {
      description: 'keeps the digest beside it that it had then',
      place: tagAlone,
      then: image('tag: v1', `digest: ${DIGEST}`),
      now: image('tag: v2', `digest: ${DIGEST}`),
      after: image('tag: v1', `digest: ${DIGEST}`),
    },
    {
      description: 'from a null in a list gets its text',
      place: set,
      then: 'args:\n  - v1\n',
      now: 'args:\n  - ~\n',
      after: 'args:\n  - v1\n',
    },
    {
      description: 'to a null in a list gets that',
      place: set,
      then: 'args:\n  - ~\n',
      now: 'args:\n  - v2\n',
      after: 'args:\n  - ~\n',
    },
    {
      description: 'to lines of text keeps the same text in quotes',
      place: entry,
      then: block('newTag: |-', '  v1', `digest: ${OLD_DIGEST}`),
      now: block("newTag: 'v1'", `digest: ${DIGEST}`),
      after: block("newTag: 'v1'", `digest: ${OLD_DIGEST}`),
    },
    {
      description: 'to an item of lines keeps the same text in quotes',
      place: set,
      then: 'args:\n  - >-\n    v1\n',
      now: 'args: ["v1"]\n',
      after: 'args: ["v1"]\n',
    },
    {
      description: 'to lines of text has them on one, in the quotes of today',
      place: entry,
      then: block('newTag: |-', '  v1', `digest: ${OLD_DIGEST}`),
      now: block("newTag: 'v2'", `digest: ${DIGEST}`),
      after: block("newTag: 'v1'", `digest: ${OLD_DIGEST}`),
    },
    {
      description: 'to lines of text adds a key with one',
      place: entry,
      then: block('newTag: |-', '  v1', `digest: ${OLD_DIGEST}`),
      now: block(`digest: ${DIGEST}`),
      after: block('newTag: v1', `digest: ${OLD_DIGEST}`),
    },
    {
      description: 'to a text without quotes keeps the same on two lines',
      place: set,
      then: 'args: [a b]\n',
      now: 'args:\n  - a\n    b\n',
      after: 'args:\n  - a\n    b\n',
    },
    {
      description: 'to no value in flow style keeps the comment before the value',
      place: entry,
      then: flow(`newTag:, digest: ${OLD_DIGEST}`),
      now: flow(`newTag: # c\n      v2, digest: ${DIGEST}`),
      after: flow(`newTag: # c\n      , digest: ${OLD_DIGEST}`),
    },
    {
      description: 'to no value in block style keeps the comment before the value',
      place: entry,
      then: block('newTag:', `digest: ${OLD_DIGEST}`),
      now: block('newTag: # c', '  v2', `digest: ${DIGEST}`),
      after: block('newTag: # c', `digest: ${OLD_DIGEST}`),
    },
  ])('$description', ({ after, ...given }) => {
    expect(restore(given).text).toBe(after);
  });

  it.each([
    {
      description: 'two entries of its name',
      place: entry,
      then: block('newTag: v1'),
      now: block('newTag: v2', 'digest: ""').replace('    digest', '  - name: app\n    digest'),
      code: 'entry-ambiguous',
      message: `${PATH}:4:5: image-name: two entries of images have the name "app". Remove one of the two.`,
    },
    {
      description: 'an alias then',
      place: entry,
      then: `x: &tag v1\n${block('newTag: *tag')}`,
      now: block('newTag: v2'),
      code: 'unsafe-edit',
      message: `${PATH} at 0123456789ab:4:13: images[0].newTag: expected a text to go back to, got the alias *tag, of which it cannot be told what it was deployed as. Write the value by hand, in quotes.`,
    },
    {
      description: 'a list then',
      place: set,
      then: 'args: [[v1]]\n',
      now: 'args: [v2]\n',
      code: 'unsafe-edit',
      message: `${PATH} at 0123456789ab:1:8: args[0]: expected a text to go back to, got a list, of which it cannot be told what it was deployed as. Write the value by hand, in quotes.`,
    },
    {
      description: 'an item of a list without a text now',
      place: set,
      then: 'args:\n  - v1\n',
      now: 'args:\n  -\n',
      code: 'unsafe-edit',
      message: `${PATH}:2:4: args[0]: expected a string, got nothing. Write the string itself here.`,
    },
    {
      description: 'an item of a list without a text then',
      place: set,
      then: 'args:\n  -\n',
      now: 'args:\n  - v2\n',
      code: 'unsafe-edit',
      message: `${PATH}:2:5: args[0]: there was no value here before, and this one cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'no value then and lines of text now',
      place: entry,
      then: block('newTag:', `digest: ${OLD_DIGEST}`),
      now: block('newTag: |-', '  v2', `digest: ${DIGEST}`),
      code: 'unsafe-edit',
      message: `${PATH}:3:13: images[0].newTag: there was no value here before, and this one cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'no value then and a tag of YAML now',
      place: entry,
      then: block('newTag:', `digest: ${OLD_DIGEST}`),
      now: block('newTag: !!str v2', `digest: ${DIGEST}`),
      code: 'unsafe-edit',
      message: `${PATH}:3:19: images[0].newTag: there was no value here before, and this one cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'null then and a tag of YAML now',
      place: set,
      then: 'args: [~]\n',
      now: 'args: [!!str v2]\n',
      code: 'unsafe-edit',
      message: `${PATH}:1:14: args[0]: there was no value here before, and this one cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'a key that was not there and is the only one of its mapping',
      place: values,
      then: image('tag: v1'),
      now: image('tag: v2', 'pin:', `  digest: ${DIGEST}`),
      code: 'unsafe-edit',
      message: `${PATH}:4:13: image.pin.digest was not there before, and cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'an item of a list that was not there',
      place: set,
      then: 'args: []\n',
      now: 'args: [v2]\n',
      code: 'unsafe-edit',
      message: `${PATH}:1:8: args[0] was not there before, and cannot be taken away alone. Do that by hand.`,
    },
    {
      description: 'a key without a value that was not there, whose anchor others need',
      place: entry,
      then: flow('newTag: v1'),
      now: `${flow('newTag: v2, &key digest')}commonLabels: {a: *key}\n`,
      code: 'unsafe-edit',
      message: `${PATH}:2:34: the anchor &key is used elsewhere in the file, and its value would go away. Write the value out at each place.`,
    },
    {
      description: 'what beside it tells no image now',
      place: tagAlone,
      then: image('repository: ghcr.io/org/app', 'tag: v1'),
      now: image('repository: not valid', 'tag: v2'),
      code: 'unsafe-edit',
      message: `${PATH}:3:8: going back would give no image here and not ghcr.io/org/app:v1: what stands beside it was changed since. Change it back by hand, or name its path in the target.`,
    },
    {
      description: 'what beside it told no image then',
      place: tagAlone,
      then: image('repository: not valid', 'tag: v1'),
      now: image('repository: ghcr.io/org/app', 'tag: v2'),
      code: 'unsafe-edit',
      message: `${PATH}:3:8: going back would give ghcr.io/org/app:v1 here and not none: what stands beside it was changed since. Change it back by hand, or name its path in the target.`,
    },
  ])('is refused with $description', ({ code, message, ...given }) => {
    const error = catchError(() => restore(given));
    expect(error.message).toBe(message);
    expect(error.code).toBe(code);
  });
});
