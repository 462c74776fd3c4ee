import { describe, expect, it } from '@jest/globals';
import { type ErrorCode, PromoteError } from '../../../src/base/errors.js';
import type { Comparison } from '../../../src/ports/runner.js';
import { type HistoryPorts, RevisionHistory } from '../../../src/verify/history/history.js';
import { FakeClock } from '../../fakes/time.js';
import { LATER, OLD, OURS } from '../states.js';

const QUESTION = {
  commit: OURS,
  image: { repository: 'ghcr.io/org/app', tag: '2' },
  isWritten: false,
};

function historyOf(
  comparison: Comparison,
  readAsked?: HistoryPorts['readAsked'],
  question: Partial<typeof QUESTION> = {},
  messages: readonly string[] = [],
) {
  const asked: string[] = [];
  const clock = new FakeClock();
  const history = new RevisionHistory(
    { ...QUESTION, ...question },
    {
      history: {
        compareCommits: (_, head) => {
          asked.push(head);
          return Promise.resolve(comparison);
        },
      },
      openAt: () =>
        Promise.resolve({
          readNewestCommits: () =>
            Promise.resolve(messages.map((message) => ({ sha: LATER, message }))),
        }),
      ...(readAsked && { readAsked }),
      clock,
    },
  );
  return { history, asked, clock };
}

describe('what is known of a revision', () => {
  const other = () => Promise.resolve({ other: 'ghcr.io/org/app:3' });
  const pinned = () => Promise.resolve({ pinned: 'd' });
  const ours = () => Promise.resolve('ours' as const);

  it.each([
    { comparison: 'identical', read: other, facts: { relation: 'same', asks: 'untold' } },
    {
      comparison: 'identical',
      read: pinned,
      facts: { relation: 'same', asks: 'ours', pinned: 'd' },
    },
    { comparison: 'ahead', read: pinned, facts: { relation: 'later', asks: 'ours', pinned: 'd' } },
    { comparison: 'ahead', read: ours, facts: { relation: 'later', asks: 'ours' } },
    {
      comparison: 'ahead',
      read: other,
      facts: { relation: 'later', asks: 'other', other: 'ghcr.io/org/app:3' },
    },
    { comparison: 'ahead', read: undefined, facts: { relation: 'later', asks: 'untold' } },
    { comparison: 'diverged', read: undefined, facts: { relation: 'unrelated', asks: 'untold' } },
    { comparison: 'diverged', read: ours, facts: { relation: 'unrelated', asks: 'ours' } },
    { comparison: 'behind', read: ours, facts: { relation: 'earlier', asks: 'ours' } },
    { comparison: 'unrelated', read: ours, facts: { relation: 'unrelated', asks: 'ours' } },
  ] as const)('$comparison: $facts', async ({ comparison, read, facts }) => {
    const relation: Comparison =
      comparison === 'unrelated'
        ? { relation: 'unknown', cause: 'unrelated', detail: '' }
        : comparison === 'behind'
          ? { relation: 'behind', commits: 1 }
          : { relation: comparison };
    const { history } = historyOf(relation, read);
    await history.learn([LATER]);
    expect(history.known.get(LATER)).toEqual(facts);
  });

  it.each([
    { image: 'ghcr.io/org/app:2', facts: { relation: 'later', asks: 'ours' } },
    {
      image: `ghcr.io/org/app:2@sha256:${'a'.repeat(64)}`,
      facts: { relation: 'later', asks: 'ours', pinned: `sha256:${'a'.repeat(64)}` },
    },
    {
      image: 'ghcr.io/org/app:3',
      facts: { relation: 'later', asks: 'other', other: 'ghcr.io/org/app:3' },
    },
  ])('without targets is what the later promotion of $image says', async ({ image, facts }) => {
    const message = `chore(app): promote\n\nImage: ${image}\nPromotion-Id: 1`;
    const { history } = historyOf({ relation: 'ahead' }, undefined, {}, [message]);
    await history.learn([LATER]);
    expect(history.known.get(LATER)).toEqual(facts);
  });

  it('of one before a commit that changed the image is that alone', async () => {
    const behind: Comparison = { relation: 'behind', commits: 1 };
    const { history } = historyOf(behind, ours, { isWritten: true });
    await history.learn([OLD]);
    expect(history.known.get(OLD)).toEqual({ relation: 'earlier', asks: 'untold' });
  });

  it('of the commit itself needs no request', async () => {
    const { history, asked } = historyOf({ relation: 'ahead' });
    await history.learn([OURS]);
    expect(history.known.get(OURS)).toEqual({ relation: 'same', asks: 'untold' });
    expect(asked).toEqual([]);
  });

  it('is asked once, also by two at the same time', async () => {
    const { history, asked } = historyOf({ relation: 'ahead' });
    await Promise.all([history.learn([LATER]), history.learn([LATER, LATER])]);
    await history.learn([LATER]);
    expect(asked).toEqual([LATER]);
  });

  it('is that it is absent after the third time', async () => {
    const { history, asked } = historyOf({ relation: 'unknown', cause: 'absent', detail: '404' });
    await history.learn([LATER]);
    await history.learn([LATER]);
    expect(history.known.get(LATER)).toBeUndefined();
    await history.learn([LATER]);
    await history.learn([LATER]);
    expect(history.known.get(LATER)).toEqual({ relation: 'absent', asks: 'untold' });
    expect(asked).toHaveLength(3);
  });

  it.each<{ code: ErrorCode; expected: string }>([
    { code: 'path-not-found', expected: 'unreadable' },
    { code: 'entry-not-found', expected: 'unreadable' },
    { code: 'unavailable', expected: 'asked again' },
    { code: 'token-forbidden', expected: 'token-forbidden' },
  ])('files that cannot be read ($code): $expected', async ({ code, expected }) => {
    const { history } = historyOf({ relation: 'ahead' }, () =>
      Promise.reject(new PromoteError(code, 'refused')),
    );
    const failure = await history.learn([LATER]).catch((error: unknown) => error);
    const told = failure instanceof PromoteError ? failure.code : undefined;
    const asks = history.known.get(LATER)?.asks;
    expect(told ?? asks ?? 'asked again').toBe(expected);
  });

  it('is not asked for again before the server wants that', async () => {
    let reads = 0;
    const { history, clock } = historyOf({ relation: 'ahead' }, () => {
      reads += 1;
      const retryAt = clock.date() + 60_000;
      return reads > 1
        ? ours()
        : Promise.reject(new PromoteError('unavailable', 'slow down', { isLimit: true, retryAt }));
    });
    await history.learn([LATER]);
    await clock.sleep(59_000);
    await history.learn([LATER]);
    expect(reads).toBe(1);
    await clock.sleep(1_000);
    await history.learn([LATER]);
    expect(history.known.get(LATER)?.asks).toBe('ours');
  });

  it('is not told where the token may not read', async () => {
    const { history } = historyOf({ relation: 'unknown', cause: 'forbidden', detail: '403' });
    await expect(history.learn([LATER])).rejects.toThrow(
      /gitops-token: .* cannot be compared: 403/,
    );
  });

  it('passes a defect on', async () => {
    const { history } = historyOf({ relation: 'ahead' }, () => Promise.reject(new TypeError('x')));
    await expect(history.learn([LATER])).rejects.toThrow(TypeError);
  });
});
