import { describe, expect, it } from '@jest/globals';
import { DIGEST, OLD_DIGEST } from '../support/patch-text.js';
import {
  block,
  entry,
  flow,
  image,
  restore,
  set,
  tagAlone,
  values,
} from '../support/restore-place.js';

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
});
