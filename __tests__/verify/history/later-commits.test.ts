import { describe, expect, it } from '@jest/globals';
import { findLaterImage, findTakenBack } from '../../../src/verify/history/later-commits.js';
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
