import { describe, expect, it } from '@jest/globals';
import {
  findLaterImage,
  findTakenBack,
  findPromoted,
} from '../../../src/verify/history/later-commits.js';
import { OURS, shaOf } from '../states.js';

const IMAGE = { repository: 'ghcr.io/org/app', tag: '2' };
const SOURCE = shaOf('50ce');
const PROMOTED = { commit: OURS, sourceSha: SOURCE, image: IMAGE };

/** Newest first, named 1, 2, … */
function commits(...messages: readonly string[]) {
  return messages.map((message, index) => ({ sha: String(index + 1), message }));
}

const promotion = (image: string) => `chore(app): promote\n\nImage: ${image}\nPromotion-Id: 1`;

describe('a later commit that takes ours back', () => {
  it.each([
    { description: 'there is none', messages: ['docs', promotion('ghcr.io/org/app:3')] },
    {
      description: "git's revert",
      messages: [`Revert "x"\n\nThis reverts commit ${OURS}.`],
      by: '1',
    },
    {
      description: 'a revert of another commit',
      messages: [`Revert "x"\n\nThis reverts commit ${shaOf('abc')}.`],
    },
    {
      description: 'a rollback that names it',
      messages: ['docs', `revert(app): 2 -> 1\n\nImage: ghcr.io/org/app:1\nRollback-Of: ${OURS}`],
      by: '2',
    },
    {
      description: 'a rollback of several, which names the source commit',
      messages: [
        `revert(app): 3 -> 1\n\nImage: ghcr.io/org/app:1\nRollback-Of: ${shaOf('abc')}\nRolled-Back-Commit: ${shaOf('50cf')}\nRolled-Back-Commit: ${SOURCE}`,
      ],
      by: '1',
    },
    {
      description: 'a newer promotion after the rollback: that supersedes',
      messages: [
        promotion('ghcr.io/org/app:3'),
        `revert(app): 2 -> 1\n\nImage: ghcr.io/org/app:1\nRollback-Of: ${OURS}`,
      ],
    },
    {
      description: 'a promotion of another image after the rollback',
      messages: [
        promotion('ghcr.io/org/other:3'),
        `revert(app): 2 -> 1\n\nImage: ghcr.io/org/app:1\nRollback-Of: ${OURS}`,
      ],
      by: '2',
    },
  ])('$description', ({ messages, by }) => {
    expect(findTakenBack(commits(...messages), PROMOTED)).toBe(by);
  });

  it('is not told by source commits where ours is not known', () => {
    const message = `revert\n\nImage: ghcr.io/org/app:1\nRolled-Back-Commit: ${SOURCE}`;
    const later = commits(message);
    expect(findTakenBack(later, { ...PROMOTED, sourceSha: undefined })).toBeUndefined();
  });
});

describe('a revert that was reverted', () => {
  const revert = { sha: shaOf('5e5e'), message: `Revert\n\nThis reverts commit ${OURS}.` };
  const again = { sha: shaOf('6f6f'), message: `Reapply\n\nThis reverts commit ${revert.sha}.` };
  const third = { sha: shaOf('7a7a'), message: `Revert\n\nThis reverts commit ${again.sha}.` };

  it.each([
    { later: [again, revert], by: undefined },
    { later: [third, again, revert], by: revert.sha },
  ])('takes nothing back: $by', ({ later, by }) => {
    expect(findTakenBack(later, PROMOTED)).toBe(by);
  });

  it('leaves the image of a promotion that was reverted out', () => {
    const promoted = { sha: shaOf('8b8b'), message: promotion('ghcr.io/org/app:3') };
    const reverted = { sha: shaOf('9c9c'), message: `This reverts commit ${promoted.sha}.` };
    expect(findLaterImage([reverted, promoted], IMAGE.repository)).toBeUndefined();
  });
});

describe('a commit that promoted the image', () => {
  const digest = `sha256:${'a'.repeat(64)}`;

  it.each([
    { message: promotion('ghcr.io/org/app:2'), is: true },
    { message: promotion(`ghcr.io/org/app:2@${digest}`), is: true },
    { message: promotion('ghcr.io/org/app:3'), is: false },
    { message: promotion('ghcr.io/org/other:2'), is: false },
    { message: promotion('not an image'), is: false },
    { message: 'docs\n\nImage: ghcr.io/org/app:2', is: false },
    { message: promotion(`ghcr.io/org/app:2@${digest}`), image: { ...IMAGE, digest }, is: true },
    { message: promotion('ghcr.io/org/app:2'), image: { ...IMAGE, digest }, is: false },
  ])('$message of $image: $is', ({ message, image = IMAGE, is }) => {
    expect(findPromoted(message, image) !== undefined).toBe(is);
  });
});

it('tells the digest that was pinned to it', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const message = promotion(`ghcr.io/org/app:2@${digest}`);
  expect(findPromoted(message, IMAGE)).toEqual({ ...IMAGE, digest });
});

describe('the image of the newest later promotion', () => {
  it.each([
    { messages: [], image: undefined },
    { messages: ['docs', promotion('ghcr.io/org/other:1')], image: undefined },
    { messages: [promotion('not an image')], image: undefined },
    {
      messages: [promotion('ghcr.io/org/app:4'), promotion('ghcr.io/org/app:3')],
      image: 'ghcr.io/org/app:4',
    },
  ])('is $image', ({ messages, image }) => {
    expect(findLaterImage(commits(...messages), IMAGE.repository)).toBe(image);
  });
});
