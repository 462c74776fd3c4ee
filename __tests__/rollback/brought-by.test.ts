import { describe, expect, it } from '@jest/globals';
import type { Commit } from '../../src/ports/gitops.js';
import { selectRecords } from '../../src/promote/history/record.js';
import { assertBroughtBy } from '../../src/rollback/goal/done.js';
import type { Site } from '../../src/rollback/goal/site.js';

const PATH = 'app/kustomization.yaml';
const NAME = `${PATH} app`;

const shaOf = (letter: string) => letter.repeat(40);

function promotionOf(letter: string, previous: string): Commit {
  const trailers = [
    `Source-Commit: ${shaOf(letter)}`,
    `Image: app:${letter}`,
    `Previous-Image: app:${previous}`,
    `Target: ${NAME}`,
    'Promotion-Id: 1',
  ];
  return {
    sha: shaOf(letter),
    message: `chore\n\n${trailers.join('\n')}\n`,
    parent: shaOf(previous),
  };
}

const edit: Commit = { sha: shaOf('e'), message: 'Edit it' };
const merge: Commit = { sha: shaOf('f'), message: 'Merge pull request #1' };
const [a, b, c] = [promotionOf('a', '0'), promotionOf('b', 'a'), promotionOf('c', 'b')];

function siteOf(commits: readonly Commit[], tag: string): Site {
  const image = { repository: 'app', tag };
  return {
    file: { path: PATH, bytes: new Uint8Array(), blobSha: '' },
    place: { kind: 'kustomization', imageName: 'app' },
    label: 'app',
    name: NAME,
    image,
    commits,
    history: selectRecords(commits, { name: NAME, image }),
  };
}

describe('a commit that was verified', () => {
  it.each([
    { description: 'itself', now: [b, a], tag: 'b', commit: b, then: [b, a], isBy: true },
    { description: 'by its merge', now: [b, a], tag: 'b', commit: merge, then: [b, a], isBy: true },
    {
      description: 'before an edit',
      now: [edit, b, a],
      tag: 'b',
      commit: b,
      then: [b, a],
      isBy: true,
    },
    {
      description: 'not, as an edit behind it',
      now: [edit, b, a],
      tag: 'b',
      commit: edit,
      then: [edit, b, a],
      isBy: false,
    },
    {
      description: 'no more, after another',
      now: [c, b, a],
      tag: 'c',
      commit: b,
      then: [b, a],
      isBy: false,
    },
    {
      description: 'no more, after another, by its merge',
      now: [c, b, a],
      tag: 'c',
      commit: merge,
      then: [b, a],
      isBy: false,
    },
    {
      description: 'no more, after a revert by hand',
      now: [edit, b, a],
      tag: 'a',
      commit: b,
      then: [b, a],
      isBy: false,
    },
  ])('has brought what is deployed: $description', async ({ now, tag, commit, then, isBy }) => {
    const histories = new Map([[PATH, then]]);
    const before = new Map([[PATH, commit === edit ? then : then.slice(1)]]);
    const openAt = (at: string) =>
      Promise.resolve({
        readFileHistories: () => Promise.resolve(at === shaOf('9') ? before : histories),
        readNewestCommits: () => Promise.resolve([{ ...commit, parent: shaOf('9') }]),
      });
    const asserted = assertBroughtBy(commit.sha, [siteOf(now, tag)], openAt);
    const code = await asserted.then(
      () => 'brought',
      (error: unknown) => (error as { code: string }).code,
    );
    expect(code).toBe(isBy ? 'brought' : 'not-promoted');
  });
});
