import { describe, expect, it } from '@jest/globals';
import { parseImageReference, renderImageReference } from '../../../src/base/image.js';
import type { Commit } from '../../../src/ports/gitops.js';
import { selectRecords } from '../../../src/promote/history/record.js';
import { replayRecords } from '../../../src/promote/history/replay.js';
import { chainOf } from '../../../src/promote/history/state.js';

const SOURCES = { a: '1', b: '2', c: '3', d: '4' } as const;

type Letter = keyof typeof SOURCES;

const APP = 'app.yaml app';

/** A commit of the source. */
function source(letter: Letter): string {
  return SOURCES[letter].repeat(40);
}

/** A commit of the GitOps repository, by its place in the history. */
function nth(place: number): string {
  return place.toString(16).padStart(40, '0');
}

/** A commit of a promotion or rollback; `image` is `app:c` of the commit c. */
function write(image: string, previous: string, ...lines: readonly string[]): string {
  const letter = Object.keys(SOURCES).find((each) => image.endsWith(each));
  const trailers = [
    ...(letter === undefined ? [] : [`Source-Commit: ${source(letter as Letter)}`]),
    ...[`Image: org/${image}`, `Previous-Image: org/${previous}`, ...lines, 'Promotion-Id: 1'],
  ];
  return `chore\n\n${trailers.join('\n')}\n`;
}

const target = `Target: ${APP}`;
const [A, B, C] = [
  write('app:a', 'app:0', target),
  write('app:b', 'app:a', target),
  write('app:c', 'app:b', target),
];

function backTo(image: string, from: string, of: number, ...taken: readonly Letter[]): string {
  const named = taken.map((letter) => `Rolled-Back-Commit: ${source(letter)}`);
  return write(image, from, `Rollback-Of: ${nth(of)}`, ...named, target);
}

/** @param messages Oldest first. */
function replay(messages: readonly string[], deployed: string | undefined, name = APP) {
  const commits = messages.map((message, index): Commit => ({
    sha: nth(index),
    parent: nth(index - 1 + 0x1000),
    message,
  }));
  const parsed = parseImageReference(`org/${deployed ?? ''}`);
  const image = parsed.valid && deployed !== undefined ? parsed.reference : undefined;
  const target = { name, ...(image && { image }) };
  const history = selectRecords(commits.toReversed(), target);
  const { top, takenBack, isBack, replaced } = replayRecords(history, target);
  const nameOf = (each: { readonly image?: Parameters<typeof renderImageReference>[0] }) =>
    each.image && renderImageReference(each.image).replace('org/', '');
  const named = { stack: chainOf(top).map(nameOf), taken: takenBack.map(nameOf) };
  return { ...named, isBack, takenBack, replaced: replaced.map(nameOf) };
}

describe('what stands, and what was taken back', () => {
  it.each([
    {
      description: 'promotions alone',
      messages: [A, B, C],
      deployed: 'app:c',
      stack: ['app:c', 'app:b', 'app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'git revert of several',
      messages: [A, B, C, 'Revert', 'Revert'],
      deployed: 'app:a',
      stack: ['app:a', 'app:0'],
      taken: ['app:c', 'app:b'],
    },
    {
      description: 'an image that is read at another moment than the history',
      messages: [A, B, C],
      deployed: 'app:b',
      stack: ['app:c', 'app:b', 'app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'a rollback of two',
      messages: [A, B, C, backTo('app:a', 'app:c', 1, 'c', 'b')],
      deployed: 'app:a',
      stack: ['app:a', 'app:0'],
      taken: ['app:c', 'app:b'],
    },
    {
      description: 'git revert of a rollback of two: all stands again',
      messages: [
        ...[A, B, C, backTo('app:a', 'app:c', 1, 'c', 'b')],
        `Revert "revert"\n\nThis reverts commit ${nth(3)}.\n`,
      ],
      deployed: 'app:c',
      stack: ['app:c', 'app:b', 'app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'an edit to the newest of two that were taken back: the other one stays so',
      messages: [A, B, C, backTo('app:a', 'app:c', 1, 'c', 'b'), 'Edit'],
      deployed: 'app:c',
      stack: ['app:c', 'app:a', 'app:0'],
      taken: ['app:b'],
    },
    {
      description: 'an edit to an image that nobody knows',
      messages: [A, B, 'Edit'],
      deployed: 'app:9',
      stack: ['app:9', 'app:a', 'app:0'],
      taken: ['app:b'],
    },
    {
      description: 'a rollback with which the history begins: what it left does not stand',
      messages: [backTo('app:b', 'app:v3', 0x99, 'c')],
      deployed: 'app:b',
      stack: ['app:b'],
      taken: ['app:v3', undefined],
    },
    {
      description: 'another image of one commit, taken back: the first one stands',
      messages: [
        A,
        B,
        write('app:again-b', 'app:b', target),
        backTo('app:b', 'app:again-b', 2, 'b'),
      ],
      deployed: 'app:b',
      stack: ['app:b', 'app:a', 'app:0'],
      taken: ['app:again-b'],
    },
    {
      description: 'commits that name no target count for all of the image',
      messages: [write('app:a', 'app:0'), write('other:1', 'other:0'), write('app:b', 'app:a')],
      deployed: 'app:b',
      stack: ['app:b', 'app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'a promotion of another target of the same image',
      messages: [A, write('app:b', 'app:a', 'Target: app.yaml worker'), 'Edit'],
      deployed: 'app:a',
      stack: ['app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'the second of several targets, of which the message tells nothing before',
      messages: [A, write('app:b', 'app:7', 'Target: app.yaml worker', target), 'Edit'],
      deployed: 'app:b',
      stack: ['app:b', 'app:a', 'app:0'],
      taken: [],
    },
    {
      description: 'a mirror of the image, and a digest that only one of two tells',
      messages: [A, B, 'Edit'],
      deployed: `mirror/app:b@sha256:${'0'.repeat(64)}`,
      stack: ['app:b', 'app:a', 'app:0'],
      taken: [],
    },
  ])('$description', ({ messages, deployed, stack, taken }) => {
    expect(replay(messages, deployed)).toMatchObject({ stack, taken });
  });
});

describe('whether the newest event took something back', () => {
  const back = backTo('app:b', 'app:c', 2, 'c');
  const revert = `Revert "revert"\n\nThis reverts commit ${nth(3)}.\n`;
  it.each([
    { description: 'a rollback', messages: [A, B, C, back], deployed: 'app:b', isBack: true },
    { description: 'a revert', messages: [A, B, C, 'Revert'], deployed: 'app:b', isBack: true },
    {
      description: 'a promotion after it',
      messages: [A, B, C, back, write('app:d', 'app:b', target)],
      deployed: 'app:d',
      isBack: false,
    },
    {
      description: 'the revert of it',
      messages: [A, B, C, back, revert],
      deployed: 'app:c',
      isBack: false,
    },
    {
      description: 'a change elsewhere in the file',
      messages: [A, B, 'Edit'],
      deployed: 'app:b',
      isBack: false,
    },
    {
      description: 'the revert of one of two rollbacks',
      messages: [A, B, C, back, backTo('app:a', 'app:b', 1, 'b'), revert.replace('3', '4')],
      deployed: 'app:b',
      isBack: true,
    },
  ])('$description: $isBack', ({ messages, deployed, isBack }) => {
    expect(replay(messages, deployed).isBack).toBe(isBack);
  });

  const other = backTo('app:a', 'app:v9', 1, 'b');
  it.each([
    { description: 'a promotion', messages: [A, B, 'Edit'], replaced: ['app:b'] },
    {
      description: 'a promotion after a rollback',
      messages: [A, B, C, back, write('app:d', 'app:b', target), 'Edit'],
      replaced: ['app:d'],
    },
    { description: 'a rollback', messages: [A, B, C, back, 'Edit'], replaced: [] },
    {
      description: 'a rollback from an edit',
      messages: [A, B, 'Edit', other, 'Edit'],
      replaced: [],
    },
  ])('an image by hand after $description replaces $replaced', ({ messages, replaced }) => {
    const found = replay(messages, 'app:v8');
    expect(found).toMatchObject({ isBack: true, replaced });
  });
});

it('names the rollback, the commit and its repository', () => {
  const from = 'Source-Repository: org/source';
  const promotion = write('app:c', 'app:b', from, target);
  const { takenBack } = replay([A, B, promotion, backTo('app:b', 'app:c', 2, 'c')], 'app:b');
  expect(takenBack).toEqual([
    {
      image: { repository: 'org/app', tag: 'c' },
      sourceSha: source('c'),
      sourceRepository: 'org/source',
      by: nth(3),
      at: 5,
    },
  ]);
});
