import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CERTIFICATE } from '../stand-in/argocd-certificate.mjs';
import { OLD_IMAGE } from '../verify/states.js';
import {
  HEADER_SECRET,
  promoteAndVerify,
  runs,
  stateAt,
  type VerifyCase,
  verifyAlone,
} from './argocd.js';
import { IMAGE, makeTemplates, removeTemplates, type Templates } from './scene.js';

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

interface Case extends VerifyCase {
  readonly description: string;
  readonly exit: number;
  readonly reason?: string;
  readonly verdict?: string;
  /** What the log says. */
  readonly says: RegExp;
}

describe('verify alone', () => {
  it.each<Case>([
    {
      description: 'healthy, over TLS with a certificate of its own, below a root path',
      argo: ({ before, ours, image }) => ({
        tls: true,
        rootPath: '/argo-cd',
        applications: {
          agent: [
            { from: 0, application: stateAt(before), managedResources: runs(OLD_IMAGE) },
            { from: 3, application: stateAt(ours), managedResources: runs(image) },
          ],
        },
      }),
      inputs: () => ({ 'argocd-ca': CERTIFICATE, 'argocd-headers': `X-Proxy: ${HEADER_SECRET}` }),
      exit: 0,
      verdict: 'healthy',
      says: /agent: [0-9a-f]{7} is synced after \d+ s and healthy after \d+ s\./,
    },
    {
      description: 'superseded, while a refresh is never answered',
      argo: ({ later }) => ({
        applications: {
          agent: [{ from: 0, application: stateAt(later), refresh: null, managedResources: null }],
        },
      }),
      exit: 0,
      verdict: 'superseded',
      says: /asks for ghcr\.io\/org\/repo\/app:main-/,
    },
    {
      description: '403 that becomes 200',
      argo: ({ ours, image }) => ({
        applications: {
          agent: [
            { from: 0 },
            { from: 2, application: stateAt(ours), managedResources: runs(image) },
          ],
        },
      }),
      exit: 0,
      verdict: 'healthy',
      says: /Argo CD answers 403: permission denied/,
    },
    {
      description: 'another token',
      argo: ({ ours }) => ({ applications: { agent: [{ from: 0, application: stateAt(ours) }] } }),
      inputs: () => ({ 'argocd-token': 'another' }),
      exit: 1,
      reason: 'argocd-denied',
      verdict: 'unknown',
      says: /argocd-token: Argo CD does not accept this token/,
    },
    {
      description: 'an image that runs nowhere',
      argo: ({ ours }) => ({
        applications: {
          agent: [
            {
              from: 0,
              application: stateAt(ours),
              managedResources: runs(`${IMAGE}:main-0000000`),
            },
          ],
        },
      }),
      exit: 1,
      reason: 'not-deployed',
      verdict: 'failed',
      says: /It builds app\/base, and the image was changed in app\/base/,
    },
    {
      description: 'auto-sync is off, and the token may not sync',
      argo: ({ ours }) => ({
        applications: {
          agent: [
            {
              from: 0,
              application: stateAt(ours, {
                sync: 'OutOfSync',
                operation: null,
                spec: { syncPolicy: undefined },
              }),
            },
          ],
        },
      }),
      inputs: () => ({ 'argocd-sync': 'true' }),
      exit: 1,
      reason: 'argocd-denied',
      verdict: 'unknown',
      says: /argocd-sync: Argo CD refuses to sync.*applications, sync/,
    },
  ])('$description', async ({ exit, reason, verdict, says, ...given }) => {
    const { stdout, exitCode, outputs } = await verifyAlone(templates, given);
    expect(stdout).toMatch(says);
    expect({ exit: exitCode, reason: outputs.reason }).toEqual({ exit, reason });
    expect(outputs['verify-verdict']).toBe(verdict);
  });
});

describe('verify after a promotion', () => {
  it('in the same call looks for the commit that was made, and asks the address at the end', async () => {
    const inputs = (url: string) => ({ 'health-url': `${url}/health` });
    const ended = await promoteAndVerify(templates, {}, { inputs });
    expect(ended.outputs).toMatchObject({
      reason: 'promoted',
      'commit-sha': ended.head,
      'verify-verdict': 'healthy',
      'synced-after': '0',
    });
    expect(ended.summary).toContain('### Verify: healthy');
    const health = ended.requests.filter(({ url }) => url === '/health');
    // The token of Argo CD is for Argo CD alone.
    const nobody: readonly unknown[] = [undefined, undefined, undefined];
    expect(health.map(({ headers }) => headers.authorization)).toEqual(nobody);
  });

  it('says that there is nothing to verify yet when a pull request asks for it', async () => {
    const ended = await promoteAndVerify(
      templates,
      {},
      { inputs: () => ({ mode: 'pull-request' }) },
    );
    expect(ended.exitCode).toBe(0);
    expect(ended.outputs).toMatchObject({ reason: 'pull-request', 'verify-verdict': 'unknown' });
    expect(ended.stdout).toMatch(/Nothing to verify yet: the pull request #1 is not merged/);
    expect(ended.requests).toEqual([]);
  });

  it('verifies the commit on the branch when the pull request was merged in this run', async () => {
    const inputs = () => ({ mode: 'pull-request', 'auto-merge': 'squash' });
    const ended = await promoteAndVerify(templates, {}, { inputs });
    expect(ended.outputs).toMatchObject({
      reason: 'promoted',
      'commit-sha': ended.head,
      'verify-verdict': 'healthy',
    });
  });

  it('says that there is nothing to verify in a dry run', async () => {
    const ended = await promoteAndVerify(templates, {}, { inputs: () => ({ 'dry-run': 'true' }) });
    expect(ended.outputs).toMatchObject({ reason: 'dry-run', 'verify-verdict': 'unknown' });
    expect(ended.requests).toEqual([]);
  });
});
