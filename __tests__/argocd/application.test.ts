import { describe, expect, it } from '@jest/globals';
import { parseApplication } from '../../src/argocd/application.js';
import { parseWorkloads } from '../../src/argocd/workloads.js';
import { application, IMAGE, OLD, OURS, shaOf } from '../verify/states.js';

describe('an Application', () => {
  it('whose sync has no result yet has what it was asked to sync to', () => {
    const state = {
      spec: { source: { repoURL: 'r' } },
      status: {
        operationState: { phase: 'Running', operation: { sync: { revision: OURS } } },
      },
    };
    expect(parseApplication(state)?.operation).toMatchObject({
      phase: 'Running',
      revisions: [OURS],
      retries: 0,
      images: [],
    });
  });

  it('that is hydrated has no commit for what was hydrated before', () => {
    const spec = { sourceHydrator: { drySource: { repoURL: 'r' } }, source: undefined };
    const sourceHydrator = {
      lastSuccessfulOperation: { drySHA: OURS, hydratedSHA: shaOf('acacaca') },
    };
    const told = (revision: string) =>
      parseApplication(application({ spec, sourceHydrator, revision }))?.revisions;
    expect(told(shaOf('acacaca'))).toEqual([OURS]);
    expect(told(OLD)).toEqual(['']);
  });

  it('keeps the place of a revision that is no text', () => {
    const state = { spec: {}, status: { sync: { revisions: [null, OURS] } } };
    expect(parseApplication(state)?.revisions).toEqual(['', OURS]);
  });

  it.each([{}, { spec: null }])('is none: %j', (data) => {
    expect(parseApplication(data)).toBeUndefined();
  });
});

describe('a workload', () => {
  const pod = (image: string) => JSON.stringify({ spec: { containers: [{ image }] } });

  it.each([
    { liveState: pod(IMAGE), isLive: true, live: [IMAGE] },
    { liveState: 'null', isLive: false, live: [] },
    { liveState: '', isLive: false, live: [] },
  ])('of $liveState is live: $isLive', ({ liveState, isLive, live }) => {
    const item = { kind: 'Pod', name: 'a', targetState: pod(IMAGE), liveState };
    expect(parseWorkloads({ items: [item] })).toMatchObject([{ isLive, live, wanted: [IMAGE] }]);
  });
});
