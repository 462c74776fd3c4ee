import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Moment } from '../fakes/argocd.js';
import { outcomeOf, play } from './scene.js';
import {
  application,
  IMAGE,
  moment,
  OLD_IMAGE,
  RUNS_OLD,
  RUNS_OURS,
  shaOf,
  type StateOptions,
} from './states.js';

/** A state as the recordings of Argo CD 3.2.11 have it. */
interface RecordedState {
  readonly sync: string;
  readonly rev?: string;
  readonly health?: string;
  readonly phase?: string;
  readonly opRev?: string;
  readonly finishedAt?: string;
  readonly reconciledAt?: string;
  readonly msg?: string;
  readonly retry?: number;
}

/** The states of a recording after a line that begins with a text, up to another. */
function readStates(file: string, first: string, end: string): readonly RecordedState[] {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8');
  const from = text.indexOf(first);
  const part = text.slice(from, text.indexOf(end, from));
  return [...part.matchAll(/\{"sync".*\}$/gm)].map(([json]) => JSON.parse(json) as RecordedState);
}

const secondOf = (text: string | undefined) =>
  text === undefined ? 0 : Date.parse(text) / 1000 - Date.parse('2026-11-25T23:00:00Z') / 1000;

/** One state a look, in the order of the recording. */
function toMoments(states: readonly RecordedState[], image: string): readonly Moment[] {
  return states.map((state, index) => {
    const revision = shaOf(state.rev ?? '');
    const options: StateOptions = {
      sync: state.sync,
      revision,
      health: state.health ?? '',
      reconciledAt: secondOf(state.reconciledAt),
      operation:
        state.phase === undefined
          ? null
          : {
              phase: state.phase,
              revision: shaOf(state.opRev ?? state.rev ?? ''),
              finishedAt: state.finishedAt === undefined ? null : secondOf(state.finishedAt),
              ...(state.msg !== undefined && { message: state.msg }),
              ...(state.retry !== undefined && { retries: state.retry }),
            },
    };
    const workloads = image === IMAGE ? RUNS_OURS : RUNS_OLD;
    return moment(index * 3, application(options), { workloads });
  });
}

describe('a recording of Argo CD 3.2.11', () => {
  const good = readStates('scenario.log', 'commit c0d4bd4', 'bad commit');
  const ours = shaOf('c0d4bd4');
  const commits = [
    { sha: shaOf('2d84570'), image: OLD_IMAGE },
    { sha: ours, image: IMAGE },
  ];
  const inputs = { 'gitops-commit': ours, 'sync-timeout': '60', 'verify-timeout': '90' };

  it('has the states that are told of', () => {
    expect(good.map(({ sync, health, phase }) => [sync, health, phase])).toEqual([
      ['Synced', 'Healthy', 'Succeeded'],
      ['OutOfSync', 'Healthy', undefined],
      ['OutOfSync', 'Healthy', undefined],
      ['OutOfSync', 'Healthy', 'Running'],
      ['OutOfSync', 'Healthy', 'Succeeded'],
      ['Synced', 'Progressing', 'Succeeded'],
      ['Synced', 'Progressing', 'Succeeded'],
    ]);
  });

  it('of a commit that is healthy in the end is healthy in the end', async () => {
    const end = good.at(-1);
    const last = { ...end, sync: 'Synced', health: 'Healthy' } as const;
    const moments = [...toMoments([...good, last], IMAGE)];
    const played = await play({ moments, commits, inputs });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification).toMatchObject({ syncedAfter: 15, healthyAfter: 21 });
  });

  it.each(good.map((_, index) => index + 1))(
    'is not healthy when it stops after state %d',
    async (count) => {
      const moments = toMoments(good.slice(0, count), IMAGE);
      expect(outcomeOf(await play({ moments, commits, inputs }))).toMatch(
        /^(?:not-synced|unhealthy)$/,
      );
    },
  );

  it('of a manifest that cannot be applied ends with what it says', async () => {
    const bad = readStates('scenario.log', 'bad commit', 'no such line');
    const sha = shaOf('3403b0a');
    const played = await play({
      moments: toMoments(bad, OLD_IMAGE),
      commits: [...commits, { sha, image: IMAGE }],
      inputs: { ...inputs, 'gitops-commit': sha },
    });
    expect(outcomeOf(played)).toBe('not-synced');
    expect(played.report.failure?.message).toContain('one or more objects failed to apply');
  });
});
