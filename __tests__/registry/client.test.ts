import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PromoteError } from '../../src/base/errors.js';
import type { RegistryTarget } from '../../src/ports/registry.js';
import { computeAddress } from '../../src/registry/protocol/address.js';
import { RegistryClient } from '../../src/registry/client.js';
import { openTransport } from '../../src/runner/http.js';
import { CERTIFICATE, PRIVATE_KEY } from '../stand-in/argocd-certificate.mjs';
import { buildImage, documentOf } from './images.js';
import {
  errorAnswer,
  RecordingServer,
  Shelf,
  type Answer,
  type Handler,
  type Seen,
} from './server.js';

const PASSWORD = 'pass:word of ada';
const JOB_TOKEN = 'ghs_the-token-of-this-job';
const PULL_TOKEN = 'the-token-to-pull';
const LOGIN = { username: 'ada', password: PASSWORD };
const BASIC = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;

/** Everything that nobody but a registry and its token server may get to see. */
const SECRETS = [
  PASSWORD,
  JOB_TOKEN,
  PULL_TOKEN,
  BASIC.slice('Basic '.length),
  'an-identity-token',
];

const image = buildImage({ labels: { a: 'b' } });
const configDigest = image.blobs[0]?.digest ?? '';
const shelf = new Shelf().putImage(image, 'main');

let registry: RecordingServer;
let tokens: RecordingServer;
/** Neither of them: a store of blobs, say. */
let other: RecordingServer;
let dockerConfig = '';
/** What whoever debugs is told. */
const traced: string[] = [];
const send = openTransport((line) => {
  traced.push(line);
});

beforeEach(async () => {
  registry = await RecordingServer.start((request) => shelf.serve(request));
  tokens = await RecordingServer.start();
  other = await RecordingServer.start();
  dockerConfig = await mkdtemp(join(tmpdir(), 'docker-'));
});

afterEach(async () => {
  // Whatever a test is about, nothing goes to somebody else, or to the log.
  const lines = traced.splice(0).join('\n');
  for (const secret of SECRETS) expect(lines).not.toContain(secret);
  for (const { text } of other.requests)
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  for (const { text } of registry.requests) expect(text).not.toContain('an-identity-token');
  await Promise.all([registry.stop(), tokens.stop(), other.stop()]);
  await rm(dockerConfig, { recursive: true });
});

/** A client of `org/app` in the registry on this machine, under the name of another if need be. */
function open(target: Partial<RegistryTarget> = {}): RegistryClient {
  const repository = `${registry.host}/org/app`;
  const address = computeAddress(target.repository ?? repository);
  return new RegistryClient({ repository, dockerConfig, ...target }, send, {
    ...address,
    path: 'org/app',
    origin: registry.url,
  });
}

function bearer(realm = `${tokens.url}/token`, further = ''): Answer {
  const challenge = `Bearer realm="${realm}",service="the service",scope="repository:org/app:pull"${further}`;
  return errorAnswer(401, 'UNAUTHORIZED', 'authentication required', {
    'www-authenticate': challenge,
  });
}

/** A registry that shows what is on the shelf to who has the token. */
function behindToken(realm?: string): Handler {
  return (request) =>
    request.authorization === `Bearer ${PULL_TOKEN}` ? shelf.serve(request) : bearer(realm);
}

function behindBasic(request: Seen): Answer {
  if (request.authorization === BASIC) return shelf.serve(request);
  const headers = { 'www-authenticate': 'Basic realm="r"' };
  return errorAnswer(401, 'UNAUTHORIZED', 'authentication required', headers);
}

const granted: Answer = { status: 200, body: JSON.stringify({ token: PULL_TOKEN }) };

/** A token server that knows these values of `Authorization`; `undefined` is anybody. */
function grantsTo(...known: readonly (string | undefined)[]): Handler {
  return ({ authorization }) =>
    known.includes(authorization)
      ? granted
      : errorAnswer(403, 'DENIED', 'requested access to the resource is denied');
}

async function failure(
  work: Promise<unknown>,
): Promise<Pick<PromoteError, 'code' | 'message' | 'isTransient' | 'retryAt'>> {
  const error: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toMatchObject({ name: 'PromoteError' });
  const failed = error as PromoteError;
  for (const secret of SECRETS) expect(failed.message).not.toContain(secret);
  return failed;
}

describe('a registry that shows everything', () => {
  it('is asked once, without credentials, for all four types', async () => {
    const client = open({ login: LOGIN });
    expect(await client.readManifest('main')).toMatchObject({ digest: image.manifest.digest });
    expect(await client.readConfig(configDigest)).toEqual({
      platform: 'linux/amd64',
      labels: { a: 'b' },
    });
    expect(registry.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/v2/org/app/manifests/main', undefined],
      [`/v2/org/app/blobs/${configDigest}`, undefined],
    ]);
    expect(registry.requests[0]?.accept.split(', ')).toHaveLength(4);
    expect(client.signedInWith).toBeUndefined();
  });

  it('says what is missing', async () => {
    const missing = `sha256:${'0'.repeat(64)}`;
    expect(await open().readManifest('other')).toBeUndefined();
    expect(await open().readConfig(missing)).toBeUndefined();
    expect(registry.requests.map(({ path }) => path)).toEqual([
      '/v2/org/app/manifests/other',
      '/v2/',
      `/v2/org/app/blobs/${missing}`,
      '/v2/',
    ]);
  });

  it('need not say the digest', async () => {
    const { bytes, type, digest } = image.manifest;
    registry.handler = () => ({ status: 200, headers: { 'content-type': type }, body: bytes });
    expect(await open().readManifest('main')).toMatchObject({ digest });
  });
});

describe('a registry that wants a token', () => {
  beforeEach(() => {
    registry.handler = behindToken();
    tokens.handler = grantsTo(BASIC);
  });

  it('gets one for the login that the inputs give, and for all further requests', async () => {
    const client = open({ login: LOGIN });
    await client.readManifest('main');
    await client.readConfig(configDigest);
    expect(client.signedInWith).toBe('registry-username and registry-password');
    expect(tokens.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/token?service=the+service&scope=repository%3Aorg%2Fapp%3Apull', BASIC],
    ]);
    expect(registry.requests.map(({ authorization }) => authorization)).toEqual([
      undefined,
      `Bearer ${PULL_TOKEN}`,
      `Bearer ${PULL_TOKEN}`,
    ]);
  });

  it('gets one for what docker login has left', async () => {
    const auths = { [registry.host]: { auth: BASIC.slice('Basic '.length) } };
    await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths }));
    const client = open({ token: JOB_TOKEN });
    expect(await client.readManifest('main')).toBeDefined();
    expect(client.signedInWith).toBe("the login in docker's configuration");
  });

  it('gets one for an identity token, which its token server takes in a form', async () => {
    tokens.handler = ({ method, text }) =>
      method === 'POST' && text.includes('grant_type=refresh_token')
        ? { status: 200, body: JSON.stringify({ access_token: PULL_TOKEN }) }
        : undefined;
    const auths = { [registry.host]: { identitytoken: 'an-identity-token' } };
    await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths }));
    expect(await open().readManifest('main')).toBeDefined();
    expect(tokens.requests[0]?.text.split('\n').at(-1)).toBe(
      'grant_type=refresh_token&client_id=gitops-promote&service=the+service&scope=repository%3Aorg%2Fapp%3Apull&refresh_token=an-identity-token',
    );
  });

  it('says what is missing once it was signed in to', async () => {
    expect(await open({ login: LOGIN }).readManifest('other')).toBeUndefined();
  });

  it('gets a new one when the first has expired', async () => {
    const client = open({ login: LOGIN });
    await client.readManifest('main');
    registry.handler = ({ authorization, ...request }) =>
      authorization === 'Bearer new' ? shelf.serve(request) : bearer();
    tokens.handler = () => ({ status: 200, body: JSON.stringify({ token: 'new' }) });
    expect(await client.readManifest('main')).toBeDefined();
  });

  it('refuses a wrong password at its token server', async () => {
    tokens.handler = () => errorAnswer(401, 'UNAUTHORIZED', 'wrong password');
    const { code, message } = await failure(open({ login: LOGIN }).readManifest('main'));
    expect(code).toBe('registry-denied');
    expect(message).toContain(
      `its token server ${tokens.host} answers 401 UNAUTHORIZED: wrong password`,
    );
    expect(message).toContain('asked with registry-username and registry-password.');
  });

  it('refuses a token that is not good for the repository', async () => {
    registry.handler = () => bearer(undefined, ',error="insufficient_scope"');
    tokens.handler = () => granted;
    const { code, message } = await failure(open().readManifest('other'));
    expect(code).toBe('registry-denied');
    expect(message).toContain('(401 UNAUTHORIZED: authentication required)');
  });

  it.each([
    { description: 'fails', answer: { status: 503 }, detail: 'answers 503' },
    { description: 'is busy', answer: { status: 429 }, detail: 'answers 429' },
    { description: 'gives none', answer: { status: 200, body: '{}' }, detail: 'without a token' },
    { description: 'is none', answer: { status: 200, body: '<html>' }, detail: 'without a token' },
    {
      description: 'gives what is no header',
      answer: { status: 200, body: '{"token":"a\\nb"}' },
      detail: 'without a token',
    },
  ])('cannot be asked where its token server $description', async ({ answer, detail }) => {
    tokens.handler = () => answer;
    const { code, message } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain(detail);
  });
});

describe('a token server that is not to be trusted', () => {
  it.each([
    { description: 'is asked over http', realm: 'http://tokens.example/token' },
    { description: 'has a user in its address', realm: 'https://user@tokens.example/token' },
    { description: 'is no server', realm: 'file:///etc/passwd' },
    { description: 'has no whole address', realm: '/token' },
  ])('$description', async ({ realm }) => {
    registry.handler = () => bearer(realm);
    const { code } = await failure(open({ login: LOGIN }).readManifest('main'));
    expect(code).toBe('registry-denied');
  });

  it('sends to another one, which gets no request', async () => {
    registry.handler = behindToken();
    tokens.handler = () => ({ status: 307, headers: { location: `${other.url}/token` } });
    const { code, message } = await failure(open({ login: LOGIN }).readManifest('main'));
    expect(code).toBe('registry-denied');
    expect(message).toContain('sends to another address');
    expect(other.requests).toEqual([]);
  });

  it('may send to another path of itself', async () => {
    registry.handler = behindToken();
    tokens.handler = ({ path }) =>
      path.startsWith('/token')
        ? { status: 307, headers: { location: path.replace('/token', '/auth') } }
        : granted;
    expect(await open({ login: LOGIN }).readManifest('main')).toBeDefined();
  });
});

describe('ghcr.io', () => {
  const repository = 'ghcr.io/org/app';
  const TOKEN_BASIC = `Basic ${Buffer.from(`x-access-token:${JOB_TOKEN}`).toString('base64')}`;

  beforeEach(() => {
    registry.handler = behindToken();
  });

  it("is asked with the job's token", async () => {
    tokens.handler = grantsTo(TOKEN_BASIC);
    const client = open({ repository, token: JOB_TOKEN });
    expect(await client.readManifest('main')).toBeDefined();
    expect(client.signedInWith).toBe('token');
  });

  it('shows what is public to a token that may not read packages', async () => {
    tokens.handler = grantsTo(undefined);
    const client = open({ repository, token: JOB_TOKEN });
    expect(await client.readManifest('main')).toBeDefined();
    expect(client.signedInWith).toBeUndefined();
    expect(tokens.requests.map(({ authorization }) => authorization)).toEqual([
      TOKEN_BASIC,
      undefined,
    ]);
  });

  it('refuses who may not, and those who are nobody, before the manifest is asked for', async () => {
    tokens.handler = grantsTo();
    const { code, message } = await failure(
      open({ repository, token: JOB_TOKEN }).readManifest('main'),
    );
    expect(code).toBe('registry-denied');
    expect(message).toContain('403 DENIED: requested access to the resource is denied');
    expect(message).toContain('asked with token.');
    expect(message).toContain('packages: read');
  });

  it("is the only one that gets the job's token", async () => {
    tokens.handler = grantsTo();
    await failure(open({ token: JOB_TOKEN }).readManifest('main'));
    await failure(open({ token: JOB_TOKEN, repository: 'docker.io/org/app' }).readManifest('main'));
    expect(tokens.requests.map(({ authorization }) => authorization)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a registry that wants a user name and a password', () => {
  beforeEach(() => {
    registry.handler = behindBasic;
  });

  it('gets them', async () => {
    expect(await open({ login: LOGIN }).readManifest('main')).toBeDefined();
    expect(registry.requests.map(({ authorization }) => authorization)).toEqual([undefined, BASIC]);
  });

  it('does not get others, and is not asked again', async () => {
    const { code, message } = await failure(open({ token: JOB_TOKEN }).readManifest('main'));
    expect(code).toBe('registry-denied');
    expect(message).toContain('it wants a user name and a password');
    expect(registry.requests).toHaveLength(1);
  });

  it('says what is missing where it has shown the repository to strangers', async () => {
    registry.handler = (request) =>
      request.path === '/v2/' ? behindBasic(request) : shelf.serve(request);
    const client = open();
    expect((await failure(client.readManifest('other'))).code).toBe('registry-denied');
    expect(await client.readManifest(image.manifest.digest)).toBeDefined();
    expect(await client.readManifest('other')).toBeUndefined();
    expect(client.signedInWith).toBeUndefined();
  });

  it('takes no identity token', async () => {
    const auths = { [registry.host]: { identitytoken: 'an-identity-token' } };
    await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths }));
    const { message } = await failure(open().readManifest('main'));
    expect(message).toContain('it takes no identity token');
  });

  it('says that a login has expired, as ECR does', async () => {
    registry.handler = ({ authorization }) =>
      authorization === undefined
        ? behindBasic({ authorization } as Seen)
        : errorAnswer(
            403,
            'DENIED',
            'Your authorization token has expired. Reauthenticate and try again.',
          );
    const repository = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/org/app';
    const { code, message } = await failure(
      open({ login: LOGIN, repository }).readManifest('main'),
    );
    expect(code).toBe('registry-denied');
    expect(message).toContain('Your authorization token has expired');
    expect(message).toContain('amazon-ecr-login');
  });
});

it.each(['Negotiate', 'Bearer', ''])('a way to sign in such as %j is not known', async (header) => {
  registry.handler = () => ({ status: 401, headers: { 'www-authenticate': header } });
  expect(await failure(open({ login: LOGIN }).readManifest('main'))).toMatchObject({
    code: 'registry-denied',
  });
});

describe('a registry that hides what strangers may not see', () => {
  const hidden: Handler = (request) => {
    if (request.authorization === `Bearer ${PULL_TOKEN}`) return shelf.serve(request);
    return request.path === '/v2/'
      ? bearer()
      : errorAnswer(404, 'NAME_UNKNOWN', 'repository not found');
  };

  it('is signed in to before it is believed', async () => {
    registry.handler = hidden;
    tokens.handler = grantsTo(BASIC);
    expect(await open({ login: LOGIN }).readManifest('main')).toBeDefined();
    expect(await open({ login: LOGIN }).readManifest('other')).toBeUndefined();
  });

  it('is not believed by who has nothing to sign in with and gets no token', async () => {
    registry.handler = hidden;
    tokens.handler = grantsTo(BASIC);
    const { code, message } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-denied');
    expect(message).toContain('It was asked without credentials.');
    registry.handler = ({ path }) =>
      path === '/v2/' ? behindBasic({} as Seen) : errorAnswer(404, 'NAME_UNKNOWN', 'unknown');
    expect((await failure(open().readManifest('main'))).message).toContain(
      'it wants a user name and a password',
    );
  });

  it('is believed by who has a token that everybody gets', async () => {
    registry.handler = (request) =>
      request.path === '/v2/' ? bearer(undefined) : shelf.serve(request);
    tokens.handler = grantsTo(undefined);
    const client = open();
    expect(await client.readManifest('other')).toBeUndefined();
    expect(await client.readManifest('main')).toBeDefined();
    // Its token is good for the repository, and not for what the address of the API is.
    expect(tokens.requests.map(({ path }) => path)).toEqual([
      '/token?service=the+service&scope=repository%3Aorg%2Fapp%3Apull',
    ]);
  });

  it('is not believed where it does not tell whether it asks anybody to sign in', async () => {
    registry.handler = ({ path }) =>
      path === '/v2/' ? errorAnswer(503, 'UNAVAILABLE', 'busy') : undefined;
    const { code, message } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain('503 UNAVAILABLE: busy');
  });

  it('is believed where it asks nobody to sign in', async () => {
    registry.handler = ({ path }) => (path === '/v2/' ? { status: 200 } : undefined);
    expect(await open({ login: LOGIN }).readManifest('main')).toBeUndefined();
    expect(registry.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});

describe('a store behind the registry', () => {
  beforeEach(() => {
    registry.handler = (request) => {
      const answer = behindToken()(request);
      if (!request.path.includes('/blobs/') || answer === 'hang-up' || answer?.status !== 200)
        return answer;
      return { status: 307, headers: { location: `${other.url}/${configDigest}?signature=x` } };
    };
    tokens.handler = () => granted;
    other.handler = ({ authorization }) =>
      authorization === undefined
        ? { status: 200, body: image.blobs[0]?.bytes ?? '' }
        : errorAnswer(400, 'InvalidArgument', 'Only one auth mechanism allowed');
  });

  it('gets no credentials, which it would refuse', async () => {
    expect(await open({ login: LOGIN }).readConfig(configDigest)).toMatchObject({
      labels: { a: 'b' },
    });
    expect(other.requests).toHaveLength(1);
    // With the signature in its address everybody may read the blob.
    const blob = `${registry.url}/v2/org/app/blobs/${configDigest}`;
    expect(traced.map((line) => line.replace(/ in \d+ ms$/, ''))).toEqual([
      `GET ${blob}: 401`,
      `GET ${tokens.url}/token: 200`,
      `GET ${blob}: 307`,
      `GET ${other.url}/${configDigest}: 200`,
    ]);
  });

  it('gets none after a redirect back to the registry either', async () => {
    other.handler = () => ({
      status: 302,
      headers: { location: `${registry.url}/v2/org/app/blobs/x` },
    });
    await failure(open({ login: LOGIN }).readConfig(configDigest));
    expect(registry.requests.at(-1)?.authorization).toBeUndefined();
  });

  it('is named where it refuses', async () => {
    other.handler = () => ({ status: 403 });
    const { code, message } = await failure(open({ login: LOGIN }).readConfig(configDigest));
    expect(code).toBe('registry-denied');
    expect(message).toContain(`${other.host} answers 403`);
  });

  it('has nothing to ask for', async () => {
    other.handler = () => bearer(`${other.url}/token`);
    const { code } = await failure(open({ login: LOGIN }).readConfig(configDigest));
    expect(code).toBe('registry-denied');
    expect(other.requests).toHaveLength(1);
  });

  it.each(['http://store.example/x', 'ftp://store.example/x', 'http://['])(
    'is not %s',
    async (location) => {
      registry.handler = () => ({ status: 302, headers: { location } });
      const { code, message } = await failure(open().readConfig(configDigest));
      expect(code).toBe('registry-unavailable');
      expect(message).toContain('a redirect to');
    },
  );

  it('is not looked for without end', async () => {
    registry.handler = ({ path }) => ({ status: 302, headers: { location: path } });
    const { code, message } = await failure(open().readConfig(configDigest));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain('more than 5 redirects');
    expect(registry.requests).toHaveLength(6);
  });
});

it.each([400, 405, 406, 410, 451])(
  '%i is no answer that asking again could change',
  async (status) => {
    registry.handler = () => errorAnswer(status, 'NAME_INVALID', 'invalid repository name');
    const { code, message } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-denied');
    expect(message).toContain(`${status} NAME_INVALID: invalid repository name`);
  },
);

describe('a registry that does not answer with what it should', () => {
  it("says when its limit ends, as Docker Hub's does", async () => {
    registry.handler = () =>
      errorAnswer(429, 'TOOMANYREQUESTS', 'You have reached your pull rate limit.', {
        'retry-after': '60',
      });
    const now = Date.now();
    const { code, message, retryAt = 0 } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain('429 TOOMANYREQUESTS: You have reached your pull rate limit.');
    expect(retryAt).toBeGreaterThanOrEqual(now + 60_000);
    expect(retryAt).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it.each([
    { description: 'fails', answer: { status: 500 }, detail: 'it answers 500' },
    { description: 'hangs up', answer: 'hang-up', detail: 'socket hang up' },
    { description: 'is a web page', answer: { status: 200, body: '<html>' }, detail: 'is no JSON' },
    {
      description: 'gives too much',
      answer: { status: 200, body: Buffer.alloc(9 << 20) },
      detail: 'more than 8 MiB',
    },
  ] as const)('$description', async ({ answer, detail }) => {
    registry.handler = () => answer;
    const { code, message } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain(detail);
  });

  it.each([
    { description: 'of the first version', type: 'distribution.manifest.v1+prettyjws', body: '{}' },
    { description: 'that is cut', type: 'distribution.manifest.v2+json', body: '{"config": {' },
  ])('gives a manifest $description', async ({ type, body }) => {
    const headers = { 'content-type': `application/vnd.docker.${type}` };
    registry.handler = () => ({ status: 200, headers, body });
    const { code, message, isTransient } = await failure(open().readManifest('main'));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain('what it gave for main is n');
    // A whole one is the same when it is asked for again.
    expect(isTransient).toBe(body !== '{}');
  });

  it('gives bytes of another digest', async () => {
    const { type } = image.manifest;
    registry.handler = () => ({ status: 200, headers: { 'content-type': type }, body: '{}' });
    const { code, message } = await failure(open().readManifest(image.manifest.digest));
    expect(code).toBe('registry-unavailable');
    expect(message).toContain(`not ${image.manifest.digest}, but ${documentOf('{}', '').digest}`);
  });

  it('does not show a certificate that is trusted, which asking again does not change', async () => {
    const certificate = { key: PRIVATE_KEY, cert: CERTIFICATE };
    const secure = await RecordingServer.start(undefined, certificate);
    const repository = `${secure.host}/org/app`;
    const origin = `https://${secure.host}`;
    const client = new RegistryClient({ repository, dockerConfig, login: LOGIN }, send, {
      ...computeAddress(repository),
      origin,
    });
    const { code, message, isTransient } = await failure(client.readManifest('main'));
    await secure.stop();
    expect({ code, isTransient }).toEqual({ code: 'registry-unavailable', isTransient: false });
    expect(message).toMatch(
      /there: 127\.0\.0\.1:\d+: self-signed certificate\. .*NODE_EXTRA_CA_CERTS/,
    );
    expect(secure.requests).toEqual([]);
  });

  it('is not there', async () => {
    const gone = await RecordingServer.start();
    const repository = `${gone.host}/org/app`;
    await gone.stop();
    const { code, message, isTransient } = await failure(
      new RegistryClient({ repository, dockerConfig }, send).readManifest('main'),
    );
    expect(code).toBe('registry-unavailable');
    expect(message).toContain('ECONNREFUSED');
    expect(isTransient).toBe(true);
  });
});

it('nothing of the credentials is told where a server says them again', async () => {
  registry.handler = behindToken();
  tokens.handler = ({ authorization = '' }) =>
    errorAnswer(
      403,
      'DENIED',
      `${'x'.repeat(190)} ${authorization} ${PASSWORD} ${encodeURIComponent(PASSWORD)}`,
    );
  const { message } = await failure(open({ login: LOGIN }).readManifest('main'));
  expect(message).toContain('x'.repeat(190));
  expect(message).not.toContain(encodeURIComponent(PASSWORD));
  expect(message).not.toContain(BASIC.slice(6, 12));
});

it('a secret of several lines is not told on one line either', async () => {
  const password = '{\n  "private_key": "x"\n}';
  registry.handler = behindToken();
  tokens.handler = () => errorAnswer(403, 'DENIED', `no access with ${password}`);
  const login = { username: '_json_key', password };
  const { message } = await failure(open({ login }).readManifest('main'));
  expect(message).toContain('no access with ***)');
});

it('why a login of docker is not there is told where the registry refuses', async () => {
  registry.handler = behindBasic;
  await writeFile(join(dockerConfig, 'config.json'), 'x');
  const { message } = await failure(open().readManifest('main'));
  expect(message).toContain(`since docker's configuration ${dockerConfig}`);
});
