import { describe, expect, it } from '@jest/globals';
import { renderOutputs } from '../../src/action/outputs.js';
import { renderSummary } from '../../src/action/summary.js';
import { PromoteError } from '../../src/base/errors.js';
import type { EndpointAnswer } from '../../src/ports/runner.js';
import type { PromotionResult } from '../../src/promote/model/result.js';
import { runVerifyStep, type VerifyRequest } from '../../src/verify/step.js';
import { FakeArgoCD } from '../fakes/argocd.js';
import { RecordingLogger } from '../fakes/logger.js';
import { image as promoted, promotion } from '../fakes/report.js';
import { FakeClock } from '../fakes/time.js';
import { LINE, outcomeOf, play, withLater } from './scene.js';
import {
  application,
  IMAGE,
  LATER,
  moment,
  old,
  OLD_IMAGE,
  OURS,
  RUNS_OLD,
  shaOf,
} from './states.js';

const HEALTHY = [moment(0, application())];
const URL = 'https://agent.example.com/health';

/** Answers in turn, the last one again and again. */
function answering(...answers: readonly EndpointAnswer[]) {
  const asked: string[] = [];
  const openEndpoints = () =>
    Promise.resolve({
      probe: (url: string) => {
        asked.push(url);
        const answer = answers[Math.min(asked.length, answers.length) - 1];
        return Promise.resolve(answer ?? { problem: 'none' });
      },
    });
  return { asked, openEndpoints };
}

describe('the outcome of verify', () => {
  it('is in the outputs and in the summary', async () => {
    const { report } = await play({
      moments: [moment(0, old(), { workloads: RUNS_OLD }), moment(20, application())],
    });
    expect(renderOutputs(report)).toMatchObject({
      'verify-verdict': 'healthy',
      'synced-after': '21',
      'healthy-after': '21',
      changed: 'false',
    });
    const summary = renderSummary(report);
    expect(summary).toContain('### Verify: healthy');
    expect(summary).toContain(
      '| `agent` | `c0c0c0c00000` | Synced | Healthy | 21 s | 21 s | healthy |',
    );
    expect(summary).toContain('| Committed | Seen | Synced | Healthy |');
  });

  it('tells the code of what fails it, and what was seen', async () => {
    const { report } = await play({ moments: [moment(0, old())] });
    const outputs = renderOutputs(report);
    expect(outputs).toMatchObject({ reason: 'not-synced', 'verify-verdict': 'failed' });
    expect(outputs['synced-after']).toBeUndefined();
    const summary = renderSummary(report);
    expect(summary).toContain('### Failed: not-synced');
    // Once: the failure does not repeat it.
    expect(summary.split('has not applied')).toHaveLength(2);
  });

  it('is unknown where Argo CD does not tell', async () => {
    const { report } = await play({ moments: [] });
    expect(renderOutputs(report)).toMatchObject({
      reason: 'argocd-denied',
      'verify-verdict': 'unknown',
    });
  });
});

describe('health-url', () => {
  const good = { status: 200 } as const;

  it('is asked after the Applications are healthy, three times', async () => {
    const { asked, openEndpoints } = answering(good);
    const played = await play({
      moments: HEALTHY,
      inputs: { 'health-url': URL },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(asked).toEqual([URL, URL, URL]);
    expect(renderSummary(played.report)).toContain(`| \`${URL}\` | 200 | answers |`);
  });

  it('has to answer three times in a row', async () => {
    const { asked, openEndpoints } = answering(good, good, { status: 503 }, good);
    const played = await play({
      moments: HEALTHY,
      inputs: { 'health-url': URL },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(asked).toHaveLength(6);
  });

  it.each([
    { description: 'a status', answer: { status: 503 }, says: '503' },
    { description: 'no answer', answer: { problem: 'ECONNREFUSED' }, says: 'ECONNREFUSED' },
    { description: 'a redirect that is followed to no 2xx', answer: { status: 304 }, says: '304' },
  ])('fails after 30 s: $description', async ({ answer, says }) => {
    const { openEndpoints } = answering(answer);
    const played = await play({
      moments: HEALTHY,
      inputs: { 'health-url': URL },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('endpoint-failed');
    expect(played.report.failure?.message).toContain(`within 30 seconds: ${URL} (${says})`);
    expect(played.clock.now()).toBeLessThanOrEqual(45_000);
    expect(renderOutputs(played.report)).toMatchObject({ 'verify-verdict': 'failed' });
  });

  it.each([
    { problem: 'redirects to https://sso.example.com', says: /A redirect to another host/ },
    { problem: 'self-signed certificate', says: /NODE_EXTRA_CA_CERTS/ },
    { problem: 'certificate has expired', says: /correct the address, or renew/ },
    { problem: 'connect ECONNREFUSED 10.0.0.1:443', says: /Look at the logs of what serves it/ },
  ])('says what helps: $problem', async ({ problem, says }) => {
    const { openEndpoints } = answering({ problem });
    const inputs = { 'health-url': URL };
    const played = await play({ moments: HEALTHY, inputs, ports: { openEndpoints } });
    expect(played.report.failure?.message).toMatch(says);
  });

  it('has what is left of all of the time, and says so', async () => {
    const { openEndpoints } = answering({ status: 503 });
    const played = await play({
      moments: HEALTHY,
      inputs: { 'health-url': URL, 'verify-timeout': '15' },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('endpoint-failed');
    expect(played.report.failure?.message).toMatch(
      /within (?:9|6) seconds: .* Raise verify-timeout, which left no more\./,
    );
    expect(played.clock.now()).toBeLessThanOrEqual(18_000);
  });

  it('is not asked when the Applications do not hold', async () => {
    const { asked, openEndpoints } = answering(good);
    const played = await play({
      moments: [moment(0, application({ operation: { phase: 'Failed', limit: 0 } }))],
      inputs: { 'health-url': URL },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('sync-failed');
    expect(asked).toEqual([]);
  });

  it('stands alone without Argo CD, and says that no commit was looked at', async () => {
    const { openEndpoints } = answering({ status: 204 });
    const alone = Object.fromEntries(
      ['argocd-server', 'argocd-token', 'argocd-applications', 'gitops-commit'].map((name) => [
        name,
        '',
      ]),
    );
    const played = await play({
      inputs: { ...alone, 'health-url': `${URL}\nhttps://b.example.com` },
      ports: { openEndpoints },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification?.message).toMatch(/Which commit answers was not looked at/);
    expect(played.argocd.requests).toEqual([]);
  });
});

describe('what an earlier job has promoted', () => {
  it('has to be a commit of the GitOps repository', async () => {
    const played = await play({
      moments: HEALTHY,
      inputs: { 'gitops-commit': shaOf('badbad') },
      commits: LINE,
    });
    expect(outcomeOf(played)).toBe('invalid-input');
    expect(played.report.failure?.message).toMatch(/org\/gitops has no commit badbad/);
  });

  it.each([
    { code: 'path-not-found', expected: 'invalid-input' },
    { code: 'unavailable', expected: 'unavailable' },
  ] as const)('is looked for, and $code is $expected', async ({ code, expected }) => {
    const readNewestCommits = () => Promise.reject(new PromoteError(code, 'refused'));
    const played = await play({
      moments: HEALTHY,
      ports: {
        openGitOpsRepository: () => Promise.resolve({ ...fakeGitOps(), readNewestCommits }),
      },
    });
    expect(outcomeOf(played)).toBe(expected);
  });

  it.each([
    { description: 'a moment', failures: 3, expected: 'healthy' },
    { description: 'longer', failures: Infinity, expected: 'unavailable' },
  ])('is asked for again where the server fails for $description', async (given) => {
    let failures = 0;
    const readNewestCommits = () => {
      failures += 1;
      return failures <= given.failures
        ? Promise.reject(new PromoteError('unavailable', '502'))
        : Promise.resolve([{ sha: OURS, message: 'a change' }]);
    };
    const played = await play({
      moments: HEALTHY,
      ports: {
        openGitOpsRepository: () => Promise.resolve({ ...fakeGitOps(), readNewestCommits }),
      },
    });
    expect(outcomeOf(played)).toBe(given.expected);
    expect(played.clock.now()).toBeLessThanOrEqual(63_000);
  });

  it('is verified where the default branch is not told', async () => {
    const played = await play({
      moments: HEALTHY,
      ports: {
        openSourceRepository: () =>
          Promise.resolve({
            readDefaultBranch: () => Promise.reject(new PromoteError('unavailable', '502')),
            readCommitDate: () => Promise.resolve(0),
            resolveCommit: () => Promise.resolve(undefined),
            listCommits: () => Promise.resolve({ commits: [], count: 0 }),
            compareCommits: () => Promise.resolve({ relation: 'identical' }),
          }),
      },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.clock.now()).toBeLessThanOrEqual(75_000);
  });

  it('is not verified where a defect keeps the default branch from being read', async () => {
    const defect = () => Promise.reject(new TypeError('a defect'));
    const played = await play({
      moments: HEALTHY,
      ports: {
        openSourceRepository: () =>
          Promise.resolve({
            readDefaultBranch: defect,
            readCommitDate: defect,
            resolveCommit: defect,
            listCommits: defect,
            compareCommits: defect,
          }),
      },
    });
    expect(outcomeOf(played)).toBe('internal');
  });

  it('is known by the commit of the source, where that was rolled back', async () => {
    const sha = shaOf('c0ffee1');
    const rollback = `revert(app): 2 -> 1\n\nRollback-Of: ${shaOf('abc')}\nRolled-Back-Commit: ${sha}`;
    const played = await play({
      inputs: { 'source-sha': sha },
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(OLD_IMAGE, rollback),
    });
    expect(outcomeOf(played)).toBe('rolled-back');
  });

  it('is verified where Argo CD does not tell its version', async () => {
    const played = await play({
      moments: HEALTHY,
      prepare: (argocd) => {
        argocd.version = { kind: 'unanswered', detail: 'no answer' };
      },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.logger.lines.join('\n')).not.toContain('info: Argo CD');
  });

  it('is not verified where its commits cannot be compared', async () => {
    const forbidden = { relation: 'unknown', cause: 'forbidden', detail: '403' } as const;
    const played = await play({
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(IMAGE),
      ports: {
        openSourceRepository: () =>
          Promise.resolve({
            readDefaultBranch: () => Promise.resolve('main'),
            readCommitDate: () => Promise.resolve(0),
            resolveCommit: () => Promise.resolve(undefined),
            listCommits: () => Promise.resolve({ commits: [], count: 0 }),
            compareCommits: () => Promise.resolve(forbidden),
          }),
      },
    });
    expect(outcomeOf(played)).toBe('token-forbidden');
    expect(played.argocd.isClosed).toBe(true);
  });

  it('asks again where the server does not answer', async () => {
    let tries = 0;
    const played = await play({
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(IMAGE),
      ports: {
        openSourceRepository: () =>
          Promise.resolve({
            readDefaultBranch: () => Promise.resolve('main'),
            readCommitDate: () => Promise.resolve(0),
            resolveCommit: () => Promise.resolve(undefined),
            listCommits: () => Promise.resolve({ commits: [], count: 0 }),
            compareCommits: () => {
              tries += 1;
              if (tries < 3) return Promise.reject(new PromoteError('unavailable', 'later'));
              return Promise.resolve({ relation: 'ahead' });
            },
          }),
      },
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(tries).toBe(3);
  });
});

describe('after a promotion of the same call', () => {
  const argocd = {
    target: { server: 'https://argocd.example.com', token: 't', headers: [] },
    applications: [{ name: 'agent' }],
    maySync: false,
    place: {
      target: {
        repository: 'org/gitops',
        apiUrl: 'https://api.github.com',
        token: 't',
        tokenInput: 'gitops-token',
        commitApi: 'auto',
      },
      targets: [],
    },
  } as const;
  const request: VerifyRequest = {
    dryRun: false,
    dryRunByDefault: false,
    verify: { argocd, healthUrls: [], syncTimeout: 180, verifyTimeout: 600 },
    image: promoted,
    promotion,
  };
  const never = () => Promise.reject(new Error('not used'));

  it.each([
    { description: 'the head of the branch', image: promoted, promotion: undefined, commit: OURS },
    { description: 'no image', image: undefined, promotion: undefined, code: 'invalid-input' },
  ])('takes what the run knows: $description', async ({ image, commit, code, ...rest }) => {
    const argocdPort = new FakeArgoCD(new FakeClock(), { agent: [] });
    const result = await runVerifyStep(
      { ...request, ...rest, image },
      {
        logger: new RecordingLogger(),
        clock: new FakeClock(),
        openArgoCD: () => Promise.resolve(argocdPort),
        openEndpoints: never,
        openGitOpsRepository: () => Promise.resolve(fakeGitOps()),
        openSourceRepository: () =>
          Promise.resolve({
            readDefaultBranch: () => Promise.resolve('main'),
            readCommitDate: () => Promise.resolve(0),
            resolveCommit: () => Promise.resolve(undefined),
            compareCommits: () => Promise.resolve({ relation: 'identical' }),
            listCommits: () => Promise.resolve({ commits: [], count: 0 }),
          }),
      },
    ).catch((error: unknown) => error);
    expect(result).toMatchObject(code === undefined ? { commit } : { code });
  });

  it.each<[PromotionResult['reason'], RegExp]>([
    ['stale', /nothing was promoted, since a newer commit is there/],
    ['dry-run', /this is a dry run/],
    ['pull-request', /Nothing to verify yet: the pull request #7 is not merged/],
    ['failed', /the promotion failed/],
  ])('%s: there is nothing to verify, and it says so', async (reason, says) => {
    const logger = new RecordingLogger();
    const pullRequest = { number: 7, url: 'https://github.com/org/gitops/pull/7' };
    const result = await runVerifyStep(
      { ...request, promotion: { ...promotion, reason, pullRequest } },
      {
        logger,
        clock: new FakeClock(),
        openArgoCD: never,
        openEndpoints: never,
        openGitOpsRepository: never,
        openSourceRepository: never,
      },
    );
    expect(result).toMatchObject({ verdict: 'unknown', applications: [] });
    expect(result.problem).toBeUndefined();
    expect(logger.lines.join('\n')).toMatch(says);
  });

  it('says nothing is there in a run of a pull request that knows no commit', async () => {
    const played = await play({
      inputs: { 'gitops-commit': '', 'argocd-token': '' },
      context: { eventName: 'pull_request' },
    });
    expect(outcomeOf(played)).toBe('unknown');
    expect(played.argocd.requests).toEqual([]);
  });

  it('verifies the commit that was made, and nothing before it', async () => {
    const played = await play({
      inputs: { steps: 'promote, verify', 'gitops-commit': '', stale: 'allow' },
      moments: [moment(0, old(), { workloads: RUNS_OLD }), moment(30, application())],
      ports: { openGitOpsRepository: () => Promise.resolve(fakeGitOps()) },
    });
    expect(played.report.promotion).toMatchObject({ reason: 'promoted' });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification?.commit).toBe(OURS);
    // The revision before ours is compared, and its files are of no interest.
    expect(played.asked).toEqual(['compare c0c0c0c...1111111']);
  });

  it('verifies the head of the branch when nothing had to change', async () => {
    const played = await play({
      inputs: { steps: 'promote, verify', 'gitops-commit': '' },
      moments: HEALTHY,
    });
    expect(played.report.promotion).toMatchObject({ reason: 'unchanged' });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification?.commit).toBe(OURS);
  });
});

function fakeGitOps() {
  const text = 'images:\n  - name: ghcr.io/org/app\n    newTag: main-1111111\n';
  const file = { path: 'app/base/kustomization.yaml', bytes: Buffer.from(text), blobSha: 'b' };
  const commit = { sha: OURS, message: 'chore(app): promote' };
  return {
    name: 'org/gitops',
    readFiles: () => Promise.resolve({ files: [file], branch: 'main' }),
    readNewestCommits: () => Promise.resolve([commit]),
    assertCommittable: () => undefined,
    commitFiles: () => Promise.resolve({ outcome: 'committed' as const, commit }),
    readFileHistories: () => Promise.resolve(new Map()),
    onBranch: () => {
      throw new Error('not used');
    },
  };
}
