import { describe, expect, it } from '@jest/globals';
import { catchError } from '../support/catch-error.js';
import { DIGEST, OLD_DIGEST, PATH } from '../support/patch-text.js';
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

describe('a place that cannot go back', () => {
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
