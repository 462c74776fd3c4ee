import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HEADER_SECRET, promoteAndVerify, stateAt, TOKEN, verifyAlone } from '../run/argocd.js';
import { makeTemplates, removeTemplates, type Templates } from '../run/scene.js';
import { CERTIFICATE } from '../stand-in/argocd-certificate.mjs';
import { type ActionCall, runAction } from '../stand-in/run-action.mjs';
import { NODES, RUNNER_NODE } from './nodes.js';

let templates: Templates;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

function on(node: string) {
  return { through: (call: ActionCall) => runAction({ ...call, node }) };
}

describe.each(NODES)('the bundle verifies on Node.js $version', ({ node }) => {
  it('what it has promoted, over TLS, and masks what it is given', async () => {
    const ended = await promoteAndVerify(
      templates,
      { tls: true },
      {
        ...on(node),
        inputs: () => ({
          'argocd-ca': CERTIFICATE,
          'argocd-headers': `X-Proxy: ${HEADER_SECRET}`,
        }),
      },
    );
    expect(ended.stderr).toBe('');
    expect(ended.exitCode).toBe(0);
    expect(ended.outputs).toMatchObject({
      reason: 'promoted',
      'commit-sha': ended.head,
      'verify-verdict': 'healthy',
    });
    for (const secret of [TOKEN, HEADER_SECRET]) {
      expect(ended.stdout).toContain(`::add-mask::${secret}\n`);
    }
    expect(ended.requests.at(-1)?.headers).toMatchObject({
      'x-proxy': HEADER_SECRET,
      authorization: `Bearer ${TOKEN}`,
    });
  });
});

describe('a process that verifies', () => {
  it('ends although a refresh is never answered', async () => {
    const ended = await verifyAlone(
      templates,
      {
        argo: ({ later }) => ({
          applications: { agent: [{ from: 0, application: stateAt(later), refresh: null }] },
        }),
      },
      { ...on(RUNNER_NODE.node), env: { RUNNER_DEBUG: '1' } },
    );
    expect(ended.outputs).toMatchObject({ 'verify-verdict': 'superseded' });
    expect(ended.exitCode).toBe(0);
    // At the limit of a refresh, which is 30 seconds, it is "no answer within 30 seconds".
    expect(ended.stdout).toMatch(/::debug::GET \S+\/applications\/agent: no answer \(ended\)/);
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const ended = await verifyAlone(
      templates,
      { argo: () => ({ tls: true }) },
      on(RUNNER_NODE.node),
    );
    expect(ended.outputs).toMatchObject({ reason: 'argocd-unavailable' });
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/::error::.*DEPTH_ZERO_SELF_SIGNED_CERT.*argocd-ca/);
  });
});
