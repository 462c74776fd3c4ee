import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PromoteError } from '../../src/base/errors.js';
import type { ImageReference } from '../../src/base/image.js';
import type { RegistryTarget } from '../../src/ports/registry.js';
import { checkImage, type ImageCheck } from '../../src/promote/check/step.js';
import { RegistryClient } from '../../src/registry/client.js';
import { contextOf, SHA } from '../fakes/context.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';
import {
  buildAttestation,
  buildImage,
  buildIndex,
  type Flavour,
  REVISION,
  SOURCE,
} from '../registry/images.js';
import { openTransport } from '../../src/runner/http.js';
import { PASSWORD, push, type Registries, startRegistries, USER } from './registry-server.js';

const REPOSITORY = 'org/app';
const OTHER = 'f'.repeat(40);
const FLAVOURS: readonly Flavour[] = ['oci', 'docker'];
const source = 'https://github.com/org/app';
const login = { username: USER, password: PASSWORD };

function labelsOf(revision: string) {
  return { [REVISION]: revision, [SOURCE]: source };
}

function imagesOf(flavour: Flavour) {
  const amd64 = buildImage({ flavour, labels: labelsOf(SHA) });
  const arm64 = buildImage({ flavour, platform: 'linux/arm64', labels: labelsOf(SHA) });
  // An index of docker's type holds images only.
  const beside = flavour === 'oci' ? [buildAttestation(), buildAttestation()] : [];
  return {
    single: amd64,
    foreign: buildImage({ flavour, labels: labelsOf(OTHER) }),
    index: buildIndex([amd64, arm64, ...beside], { flavour }),
    sparse: buildIndex([amd64], { flavour }),
  };
}

const images = { oci: imagesOf('oci'), docker: imagesOf('docker') };
const annotated = buildIndex([buildImage()], { annotations: labelsOf(OTHER) });

const send = openTransport(() => undefined);

let registries: Registries;
let dockerConfig = '';

beforeAll(async () => {
  registries = await startRegistries();
  dockerConfig = mkdtempSync(join(tmpdir(), 'docker-'));
  for (const flavour of FLAVOURS) {
    for (const [name, built] of Object.entries(images[flavour])) {
      await push(registries.plain, REPOSITORY, built, `${flavour}-${name}`);
    }
  }
  await push(registries.plain, REPOSITORY, annotated, 'annotated');
});

afterAll(async () => {
  await registries.stop();
  rmSync(dockerConfig, { recursive: true });
});

interface Asked {
  readonly host?: string;
  readonly image?: Partial<ImageReference>;
  readonly inputs?: Partial<ImageCheck['inputs']>;
}

async function check({ host = registries.plain, image = {}, inputs = {} }: Asked) {
  const logger = new RecordingLogger();
  const ports = {
    logger,
    clock: new FakeClock(),
    random: new FixedRandom(),
    openRegistry: (target: RegistryTarget) => Promise.resolve(new RegistryClient(target, send)),
  };
  const reference = { repository: `${host}/${REPOSITORY}`, ...image };
  const request = {
    inputs: { platforms: [], pinDigest: false, ...inputs },
    image: { image: reference, names: [], labels: [], sourceSha: SHA },
    imageInput: 'image',
    retryTimeout: 0,
    dryRun: false,
  };
  const checked = await checkImage(request, contextOf({ dockerConfig }), ports);
  return { checked, logger };
}

async function failure(asked: Asked): Promise<PromoteError> {
  const error: unknown = await check(asked).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toMatchObject({ name: 'PromoteError' });
  expect((error as Error).message).not.toContain(PASSWORD);
  return error as PromoteError;
}

describe.each(FLAVOURS)('an image with the media types of %s', (flavour) => {
  const { single, index } = images[flavour];

  it('is found by its tag, and pinned', async () => {
    const tag = `${flavour}-single`;
    const { checked, logger } = await check({ image: { tag }, inputs: { pinDigest: true } });
    expect(checked.image).toMatchObject({ tag, digest: single.manifest.digest });
    expect(checked.registry).toEqual({
      digest: single.manifest.digest,
      platforms: ['linux/amd64'],
      revision: SHA,
    });
    expect(logger.lines).toHaveLength(1);
  });

  it('is found by its digest', async () => {
    const { checked } = await check({ image: { digest: single.manifest.digest } });
    expect(checked.registry?.digest).toBe(single.manifest.digest);
  });

  it('is an index of two, without attestations', async () => {
    const platforms = ['linux/arm64', 'linux/amd64'];
    const { checked } = await check({
      image: { tag: `${flavour}-index`, digest: index.index.digest },
      inputs: { platforms },
    });
    expect(checked.registry).toEqual({
      digest: index.index.digest,
      platforms: ['linux/amd64', 'linux/arm64'],
      revision: SHA,
    });
  });

  it('lacks a platform', async () => {
    const inputs = { platforms: ['linux/arm64'] };
    for (const name of ['single', 'sparse']) {
      const error = await failure({ image: { tag: `${flavour}-${name}` }, inputs });
      expect(error.code).toBe('platform-missing');
    }
  });

  it('was built from another commit', async () => {
    const error = await failure({ image: { tag: `${flavour}-foreign` } });
    expect(error.code).toBe('image-mismatch');
  });

  it('was pushed again', async () => {
    const { digest } = images[flavour].foreign.manifest;
    const error = await failure({ image: { tag: `${flavour}-single`, digest } });
    expect(error.code).toBe('image-moved');
  });
});

it('an index tells its commit in an annotation', async () => {
  expect((await failure({ image: { tag: 'annotated' } })).code).toBe('image-mismatch');
});

it.each([
  { description: 'a tag', image: { tag: 'none' } },
  { description: 'a digest', image: { digest: `sha256:${'0'.repeat(64)}` } },
])('$description that is not there is missing', async ({ image }) => {
  expect((await failure({ image })).code).toBe('image-missing');
});

it('a repository that is not there is missing', async () => {
  const target = { repository: `${registries.plain}/org/none`, dockerConfig };
  const client = new RegistryClient(target, send);
  expect(await client.readManifest('main')).toBeUndefined();
});

describe.each(['basic', 'token'] as const)('a registry that wants credentials (%s)', (kind) => {
  const image = { tag: 'oci-index' };
  const configure = (content: unknown) => {
    writeFileSync(join(dockerConfig, 'config.json'), JSON.stringify(content));
  };

  it('takes those of the inputs', async () => {
    const host = registries[kind];
    const { checked } = await check({ host, image, inputs: { login } });
    expect(checked.registry?.revision).toBe(SHA);
    const missing = await failure({ host, image: { tag: 'none' }, inputs: { login } });
    expect(missing.code).toBe('image-missing');
    expect(missing.message).toContain('asked with registry-username and registry-password');
  });

  it('takes those of docker login', async () => {
    const host = registries[kind];
    const auth = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    configure({ auths: { [host]: { auth } } });
    const { checked } = await check({ host, image });
    configure({});
    expect(checked.registry?.revision).toBe(SHA);
  });

  it.each([
    { description: 'none', inputs: {} },
    { description: 'a wrong password', inputs: { login: { username: USER, password: 'wrong' } } },
    {
      description: "the job's token, which is not for it",
      inputs: { token: 'the-token-of-the-job' },
    },
  ])('refuses $description', async ({ inputs }) => {
    for (const tag of ['oci-index', 'none']) {
      const error = await failure({ host: registries[kind], image: { tag }, inputs });
      expect(error.code).toBe('registry-denied');
    }
  });
});

it('a registry that is not there cannot be asked', async () => {
  expect((await failure({ host: '127.0.0.1:9', image: { tag: 'x' } })).code).toBe(
    'registry-unavailable',
  );
});
