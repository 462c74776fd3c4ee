import { describe, expect, it } from '@jest/globals';
import type { ImagePlace } from '../../../src/patch/restore/restore.js';
import { catchError } from '../support/catch-error.js';
import { changeText, DIGEST, OLD_DIGEST, PATH } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const entry: ImagePlace = { kind: 'kustomization', imageName: 'app' };

const values: ImagePlace = {
  kind: 'values',
  paths: {
    tag: steps('image.tag'),
    repository: steps('image.repository'),
    digest: steps('image.digest'),
  },
  repository: 'ghcr.io/org/app',
};

const tagAlone: ImagePlace = {
  kind: 'values',
  paths: { tag: steps('image.tag') },
  repository: 'ghcr.io/org/app',
};

const set: ImagePlace = {
  kind: 'set',
  values: [
    {
      path: steps('args[0]'),
      explainMisfit: (text) => (text.startsWith('--image=') ? undefined : 'it does not fit.'),
    },
  ],
  readImage: ([text = '']) => ({ repository: 'app', tag: text.replace('--image=app:', '') }),
};

function restore(now: string, then: string, place: ImagePlace = entry) {
  const from = { path: `${PATH} at 0123456789ab`, bytes: new TextEncoder().encode(then) };
  return changeText(now, { kind: 'restore', place, from });
}

const listOf = (...lines: readonly string[]) =>
  `images:\n${lines.map((line) => `  ${line}\n`).join('')}`;

describe('an entry of images', () => {
  it.each([
    {
      description: 'has its quotes again, and the comment of today',
      then: listOf('- name: app', `  newTag: "v1" # old`),
      now: listOf('- name: app', `  newTag: 'v2' # new`),
      after: listOf('- name: app', `  newTag: "v1" # new`),
    },
    {
      description: 'loses a digest that it did not have',
      then: listOf('- name: app', '  newTag: v1'),
      now: listOf('- name: app', '  newTag: v2', `  digest: ${DIGEST} # pinned`, '# below'),
      after: listOf('- name: app', '  newTag: v1', '# below'),
    },
    {
      description: 'gets a tag again in the place of a digest',
      then: listOf('- name: app', "  newTag: 'v1'"),
      now: listOf('- name: app', `  digest: ${DIGEST}`, '- name: other'),
      after: listOf('- name: app', "  newTag: 'v1'", '- name: other'),
    },
    {
      description: 'has its other name again',
      then: listOf('- name: app', '  newName: ghcr.io/old/app', '  newTag: v1'),
      now: listOf(
        '- name: other',
        '  newTag: v9',
        '- name: app',
        '  newName: ghcr.io/new/app',
        '  newTag: v2',
      ),
      after: listOf(
        '- name: other',
        '  newTag: v9',
        '- name: app',
        '  newName: ghcr.io/old/app',
        '  newTag: v1',
      ),
    },
    {
      description: 'in flow style stays so',
      then: listOf('- name: app', `  newTag: "v1"`, `  digest: ${OLD_DIGEST}`),
      now: listOf('- {name: app, newTag: v2} # flow'),
      after: listOf(`- {name: app, newTag: "v1", digest: ${OLD_DIGEST}} # flow`),
    },
    {
      description: 'loses a value and keeps its key',
      then: listOf('- name: app', '  newTag:', `  digest: ${OLD_DIGEST}`),
      now: listOf('- name: app', '  newTag: v2 # c', `  digest: ${DIGEST}`),
      after: listOf('- name: app', '  newTag: # c', `  digest: ${OLD_DIGEST}`),
    },
  ])('$description', ({ then, now, after }) => {
    expect(restore(now, then).text).toBe(after);
  });

  it('is not touched where it is as it was', () => {
    const text = listOf('- name: app', '  newTag: v1');
    expect(restore(text, text)).toMatchObject({ changed: false, text, changes: [], diff: '' });
  });

  it.each([
    {
      description: 'an entry that was not there',
      then: listOf('- name: other', '  newTag: v1'),
      now: listOf('- name: app', '  newTag: v2'),
      code: 'entry-not-found',
      message: `${PATH} at 0123456789ab:1:1: image-name: expected an entry of images with the name "app"; there are "other". Set it to one of them.`,
    },
    {
      description: 'an entry that is gone',
      then: listOf('- name: app', '  newTag: v1'),
      now: 'images: []\n',
      code: 'entry-not-found',
      message: `${PATH}:1:1: image-name: expected an entry of images with the name "app"; there are none.`,
    },
    {
      description: 'a number, which no YAML reads as the tag',
      then: listOf('- name: app', '  newTag: 1.10'),
      now: listOf('- name: app', '  newTag: v2'),
      code: 'unsafe-edit',
      message: 'expected a text to go back to, got 1.10, of which it cannot be told',
    },
    {
      description: 'a later entry that decides instead',
      then: listOf('- name: app', '  newTag: v1'),
      now: listOf('- name: app', '  newTag: v2', '- name: app.*', '  newTag: v9'),
      code: 'unsafe-edit',
      message: 'the entry of images "app.*" comes later',
    },
    {
      description: 'an anchor that others need',
      then: listOf('- name: app', '  newTag: v1'),
      now: listOf(
        '- name: app',
        '  newTag: v2',
        `  digest: &d ${DIGEST}`,
        '- name: other',
        '  digest: *d',
      ),
      code: 'unsafe-edit',
      message: 'the anchor &d is used elsewhere',
    },
  ])('is refused with $description', ({ then, now, code, message }) => {
    const error = catchError(() => restore(now, then));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});

describe('Helm values', () => {
  const render = (tag: string, rest = '', replicas = 1) =>
    `replicas: ${replicas}\nimage:\n  repository: ghcr.io/org/app\n  tag: ${tag} # the tag\n${rest}`;

  it.each([
    {
      description: 'have their tag again',
      place: tagAlone,
      then: render('"v1"'),
      now: render('v2', '', 3),
      after: render('"v1"', '', 3),
    },
    {
      description: 'have an empty digest again',
      place: values,
      then: render('v1', '  digest: ""\n'),
      now: render('v2', `  digest: ${DIGEST}\n`, 3),
      after: render('v1', '  digest: ""\n', 3),
    },
    {
      description: 'lose a digest that was added',
      place: values,
      then: render('v1'),
      now: render('v2', `  digest: ${DIGEST}\n`),
      after: render('v1'),
    },
  ])('$description', ({ place, then, now, after }) => {
    expect(restore(now, then, place).text).toBe(after);
  });

  it.each([
    {
      description: 'a digest that stands beside the tag by now',
      then: render('v1'),
      now: render('v2', `  digest: ${DIGEST}\n`),
      message: 'pins an image beside the tag in one of the two states alone',
    },
    {
      description: 'another repository beside the tag',
      then: render('v1'),
      now: render('v2').replace('org/app', 'org/other'),
      message: 'would give ghcr.io/org/other:v1 here and not ghcr.io/org/app:v1',
    },
  ])('are refused with $description', ({ then, now, message }) => {
    const error = catchError(() => restore(now, then, tagAlone));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });

  it('are refused where the path is gone', () => {
    const error = catchError(() => restore('image: {}\n', render('v1'), tagAlone));
    expect(error.code).toBe('entry-not-found');
    expect(error.message).toContain('there is no image.tag');
  });
});

describe('values of any file', () => {
  it('are what they were, and their neighbours what they are', () => {
    const then = 'args: ["--image=app:v1", "--old"]\n';
    const now = 'args: [--image=app:v2, --new]\n';
    expect(restore(now, then, set).text).toBe('args: ["--image=app:v1", --new]\n');
  });

  it.each([
    { description: 'today', then: 'args: [--image=app:v1]\n', now: 'args: [--verbose]\n' },
    { description: 'then', then: 'args: [--verbose]\n', now: 'args: [--image=app:v2]\n' },
  ])('are refused where another text stands there $description', ({ then, now }) => {
    const error = catchError(() => restore(now, then, set));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain('it does not fit');
  });
});

it.each([
  { description: 'alone', now: `digest: ${DIGEST}\ntag: v2\n`, after: 'tag: v1\n' },
  {
    description: 'with its comment',
    now: `digest: ${DIGEST} # pinned\r\n\r\ntag: v2\r\n`,
    after: '\r\ntag: v1\r\n',
  },
])('the first line of a file goes away $description', ({ now, after }) => {
  const place: ImagePlace = {
    kind: 'values',
    paths: { tag: steps('tag'), digest: steps('digest') },
    repository: 'ghcr.io/org/app',
  };
  expect(restore(now, 'tag: v1\n', place).text).toBe(after);
});
