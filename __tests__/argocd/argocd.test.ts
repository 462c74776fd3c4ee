import { afterEach, describe, expect, it } from '@jest/globals';
import { RestArgoCD } from '../../src/argocd/argocd.js';
import { ArgoClient } from '../../src/argocd/client.js';
import type { ArgoTarget } from '../../src/ports/argocd.js';
import { CERTIFICATE } from '../stand-in/argocd-certificate.mjs';
import { type ArgoOptions, type ArgoStandIn, startArgoStandIn } from '../stand-in/argocd.mjs';
import { openTransport } from '../../src/runner/http.js';
import { startProxy } from '../stand-in/proxy.mjs';
import { application, IMAGE, OURS, workload } from '../verify/states.js';

const TOKEN = 'the-token';
const AGENT = [
  {
    from: 0,
    application: application(),
    managedResources: { items: [workload('Deployment', 'agent', [IMAGE])] },
  },
];
const name = { name: 'agent' };
const opened: ArgoStandIn[] = [];

async function open(options: Partial<ArgoOptions> = {}): Promise<ArgoStandIn> {
  const standIn = await startArgoStandIn({
    token: TOKEN,
    applications: { agent: AGENT },
    ...options,
  });
  opened.push(standIn);
  return standIn;
}

const send = openTransport(() => undefined);

function clientOf({ url }: Pick<ArgoStandIn, 'url'>, target: Partial<ArgoTarget> = {}) {
  return new RestArgoCD({ server: url, token: TOKEN, headers: [], ...target }, send);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((standIn) => standIn.close()));
});

describe('the client of Argo CD', () => {
  it('reads an Application, its resources, its Pods and its sync window', async () => {
    const standIn = await open({
      applications: {
        agent: [
          {
            ...AGENT[0],
            from: 0,
            resourceTree: {
              nodes: [
                { kind: 'Deployment', name: 'agent', health: { status: 'Healthy' } },
                {
                  kind: 'Pod',
                  namespace: 'agents',
                  name: 'agent-1',
                  images: [IMAGE],
                  parentRefs: [{ kind: 'ReplicaSet', namespace: 'agents', name: 'agent' }],
                  info: [{ name: 'Status Reason', value: 'CrashLoopBackOff' }],
                  createdAt: '2026-11-25T23:00:00Z',
                  health: { status: 'Degraded', message: 'back-off' },
                },
              ],
            },
            syncWindows: {
              canSync: false,
              activeWindows: [{ kind: 'deny', schedule: '* * * * *', duration: '1h' }],
            },
          },
        ],
      },
    });
    const argocd = clientOf(standIn);
    expect(await argocd.readVersion()).toEqual({ kind: 'ok', data: 'v3.2.11' });
    expect(await argocd.readApplication(name)).toMatchObject({
      kind: 'ok',
      data: { sync: 'Synced', revisions: [OURS], health: 'Healthy', isCompared: true },
    });
    expect(await argocd.refresh(name)).toEqual({ kind: 'ok', data: true });
    expect(await argocd.readWorkloads(name)).toMatchObject({
      data: [{ kind: 'Deployment', name: 'agent', live: [IMAGE], wanted: [IMAGE], isLive: true }],
    });
    expect(await argocd.readPods(name)).toEqual({
      kind: 'ok',
      data: [
        {
          name: 'agents/agent-1',
          images: [IMAGE],
          health: 'Degraded',
          message: 'back-off',
          reason: 'CrashLoopBackOff',
          owner: 'ReplicaSet agents agent',
          createdAt: Date.parse('2026-11-25T23:00:00Z'),
        },
      ],
    });
    expect(await argocd.readSyncWindow(name)).toEqual({
      kind: 'ok',
      data: { canSync: false, active: ['deny * * * * * 1h'] },
    });
    expect(standIn.requests.map(({ url }) => url)).toEqual([
      '/api/version',
      '/api/v1/applications/agent',
      '/api/v1/applications/agent?refresh=normal',
      '/api/v1/applications/agent/managed-resources',
      '/api/v1/applications/agent/resource-tree',
      '/api/v1/applications/agent/syncwindows',
    ]);
  });

  it('asks for a sync as JSON, with the right to do so', async () => {
    const standIn = await open({ maySync: true });
    const answer = await clientOf(standIn).sync({ name: 'agent', namespace: 'team' });
    expect(answer).toEqual({ kind: 'ok', data: true });
    const [{ method, url, body } = { method: '', url: '', body: '' }] = standIn.requests;
    expect([method, url]).toEqual(['POST', '/api/v1/applications/agent/sync']);
    expect(JSON.parse(body)).toEqual({ name: 'agent', appNamespace: 'team' });
  });

  it('tells a sync that the token may not ask for', async () => {
    const answer = await clientOf(await open()).sync(name);
    expect(answer).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('waits for another sync that runs', async () => {
    const message = 'another operation is already in progress';
    const standIn = await open({
      onRequest: ({ method }) =>
        method === 'POST' ? { status: 400, body: { error: message, code: 9, message } } : undefined,
    });
    expect(await clientOf(standIn).sync(name)).toEqual({ kind: 'unanswered', detail: message });
  });

  it('names the namespace and the project', async () => {
    const standIn = await open();
    await clientOf(standIn).readApplication({ name: 'agent', namespace: 'team', project: 'p' });
    expect(standIn.requests[0]?.url).toBe('/api/v1/applications/agent?appNamespace=team&project=p');
  });

  it.each([
    { description: 'no token', target: { token: '' }, status: 401, asked: name },
    { description: 'another token', target: { token: 'other' }, status: 401, asked: name },
    { description: 'no such Application', target: {}, status: 403, asked: { name: 'nope' } },
    {
      description: 'no such Application in its project',
      target: {},
      status: 404,
      asked: { name: 'nope', project: 'default' },
    },
  ])('is refused: $description', async ({ target, status, asked }) => {
    const answer = await clientOf(await open(), target).readApplication(asked);
    expect(answer).toMatchObject({ kind: 'refused', status });
  });

  it('sends further headers, and the token beside them', async () => {
    const standIn = await open();
    const headers = [['CF-Access-Client-Id', 'id']] as const;
    await clientOf(standIn, { headers }).readApplication(name);
    expect(standIn.requests[0]?.headers).toMatchObject({
      'cf-access-client-id': 'id',
      authorization: `Bearer ${TOKEN}`,
    });
  });

  it('reads below a root path', async () => {
    const standIn = await open({ rootPath: '/argo-cd' });
    expect((await clientOf(standIn).readApplication(name)).kind).toBe('ok');
    const url = standIn.url.replace('/argo-cd', '');
    expect(await clientOf({ url }).readVersion()).toMatchObject({
      kind: 'misdirected',
      problem: expect.stringContaining('Give argocd-server with the root path') as unknown,
    });
  });
});

describe('a certificate of its own', () => {
  it('is trusted with argocd-ca alone', async () => {
    const standIn = await open({ tls: true });
    expect(await clientOf(standIn).readVersion()).toMatchObject({
      kind: 'misdirected',
      problem: expect.stringMatching(
        /DEPTH_ZERO_SELF_SIGNED_CERT\)\. Give .* argocd-ca/,
      ) as unknown,
    });
    const trusting = clientOf(standIn, { authority: CERTIFICATE });
    expect(await trusting.readVersion()).toEqual({ kind: 'ok', data: 'v3.2.11' });
  });

  it('is trusted through a proxy too', async () => {
    const standIn = await open({ tls: true });
    const proxy = await startProxy(standIn.url);
    const before = process.env['https_proxy'];
    process.env['https_proxy'] = proxy.url;
    try {
      const argocd = clientOf({ url: 'https://argocd-server:443' }, { authority: CERTIFICATE });
      expect(await argocd.readVersion()).toEqual({ kind: 'ok', data: 'v3.2.11' });
      expect(proxy.tunnels).toEqual(['argocd-server:443']);
    } finally {
      if (before === undefined) delete process.env['https_proxy'];
      else process.env['https_proxy'] = before;
      proxy.close();
    }
  });
});

describe('what is no answer of Argo CD', () => {
  const page = { 'content-type': 'text/html' };

  it.each([
    {
      description: 'a login page',
      reply: { status: 200, headers: page, body: '<html>Sign in</html>' },
      problem: /answers with a web page, not with Argo CD's API.*argocd-headers/,
    },
    {
      description: 'a redirect to a login page elsewhere',
      reply: { status: 302, headers: { location: 'https://sso.example.com/login?x=1' } },
      problem:
        /redirects \(302\) to https:\/\/sso\.example\.com\/login, which is not Argo CD's API/,
    },
    {
      description: 'a refusal of a proxy',
      reply: { status: 403, headers: page, body: '<html>Forbidden</html>' },
      problem: /answers 403 with a web page.*argocd-headers/,
    },
    {
      description: 'a redirect without a place',
      reply: { status: 302 },
      problem: /redirects \(302\)/,
    },
  ])('$description', async ({ reply, problem }) => {
    const standIn = await open({ onRequest: () => reply });
    const answer = await clientOf(standIn).readVersion();
    expect(answer).toMatchObject({ kind: 'misdirected' });
    expect(answer.kind === 'misdirected' ? answer.problem : '').toMatch(problem);
    expect(standIn.requests).toHaveLength(1);
  });

  it('a redirect to https, which names the address to give', async () => {
    const standIn = await open({
      rootPath: '/argo-cd',
      onRequest: ({ url }) => ({ status: 307, headers: { location: `https://127.0.0.1${url}` } }),
    });
    expect(await clientOf(standIn).readVersion()).toMatchObject({
      problem: expect.stringContaining(
        'Give argocd-server as https://127.0.0.1/argo-cd.',
      ) as unknown,
    });
  });

  it('a redirect to the very same address', async () => {
    const standIn = await open({
      onRequest: ({ url, headers }) => ({
        status: 307,
        headers: { location: `http://${headers.host}${url}` },
      }),
    });
    expect(await clientOf(standIn).readVersion()).toMatchObject({
      problem: expect.stringContaining('start argocd-server with --insecure') as unknown,
    });
  });

  it.each([
    { description: '503', reply: { status: 503, body: 'no healthy upstream' }, detail: /^503$/ },
    { description: '429', reply: { status: 429, body: { message: 'slow' } }, detail: /^429: slow/ },
  ])('$description may be another answer the next time', async ({ reply, detail }) => {
    const standIn = await open({ onRequest: () => reply });
    const answer = await clientOf(standIn).readApplication(name);
    expect(answer.kind === 'unanswered' ? answer.detail : answer.kind).toMatch(detail);
  });

  it('JSON of something else', async () => {
    const standIn = await open({ onRequest: () => ({ status: 200, body: { hello: 'world' } }) });
    expect((await clientOf(standIn).readVersion()).kind).toBe('misdirected');
    expect((await clientOf(standIn).readApplication(name)).kind).toBe('misdirected');
  });

  it('a port that nobody listens on', async () => {
    const standIn = await open();
    await standIn.close();
    opened.splice(0);
    const answer = await clientOf(standIn).readVersion();
    expect(answer.kind === 'unanswered' ? answer.detail : answer.kind).toMatch(/ECONNREFUSED/);
  });

  it('a server that speaks no TLS', async () => {
    const standIn = await open();
    const url = standIn.url.replace('http:', 'https:');
    expect(await clientOf({ url }).readVersion()).toMatchObject({
      kind: 'misdirected',
      problem: expect.stringContaining('does not speak TLS') as unknown,
    });
  });
});

describe('a request that is never answered', () => {
  const target = (url: string) => ({ server: url, token: TOKEN, headers: [] });

  it.each([
    { description: 'nothing comes', body: null },
    { description: 'the answer is not whole', body: 'half' },
  ])('ends at its limit: $description', async ({ body }) => {
    const headers: Record<string, string> = body === null ? {} : { 'content-length': '100' };
    const standIn = await open({ onRequest: () => ({ status: 200, headers, body }) });
    const answer = await new ArgoClient(target(standIn.url), send).request({
      path: '/x',
      limit: 50,
    });
    expect(answer).toEqual({ kind: 'unanswered', detail: 'no answer within 0.05 seconds' });
  });

  it('ends when the client is closed', async () => {
    const argocd = clientOf(await open({ onRequest: () => ({ status: 200, body: null }) }));
    const answer = argocd.readVersion();
    argocd.close();
    expect(await answer).toEqual({ kind: 'unanswered', detail: 'ended' });
  });
});
