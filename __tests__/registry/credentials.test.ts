import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDockerCredentials, runHelper } from '../../src/registry/credentials.js';

const ada = { kind: 'password', username: 'ada', password: 'x' };

let folder = '';

/** A credential helper, as a script for the shell. */
async function writeHelper(name: string, script: string): Promise<void> {
  const file = join(folder, `docker-credential-${name}`);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

/** The helpers of this test instead of those on the search path. */
function read(directory: string) {
  return readDockerCredentials(directory, ['ghcr.io'], (program, input) =>
    runHelper(join(folder, program), input),
  );
}

async function writeConfig(config: unknown): Promise<string> {
  const directory = await mkdtemp(join(folder, 'config-'));
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  await writeFile(join(directory, 'config.json'), text);
  return directory;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-config-'));
  await writeHelper(
    'ada',
    `[ "$1" = get ] && [ "$(cat)" = ghcr.io ] && echo '{"Username":"ada","Secret":"x"}'`,
  );
  await writeHelper('empty', `echo 'credentials not found in native keychain'; exit 1`);
  await writeHelper('broken', `echo 'the-secret of the keychain'; exit 3`);
  await writeHelper('chatty', `echo 'here you are: the-secret'`);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('readDockerCredentials', () => {
  it('reads the file', async () => {
    const auth = Buffer.from('ada:x').toString('base64');
    const directory = await writeConfig({ auths: { 'ghcr.io': { auth } } });
    expect(await read(directory)).toMatchObject({ credentials: ada });
  });

  it.each(['credsStore', 'credHelpers'])('asks the helper of %s', async (key) => {
    const directory = await writeConfig({
      [key]: key === 'credsStore' ? 'ada' : { 'ghcr.io': 'ada' },
    });
    expect(await read(directory)).toEqual({ credentials: ada });
  });

  it.each([
    { description: 'there is no file', config: undefined },
    {
      description: 'it knows another registry',
      config: { auths: { 'x.example': { auth: 'YTpi' } } },
    },
    { description: 'the helper does not know the registry', config: { credsStore: 'empty' } },
  ])('finds nothing where $description', async ({ config }) => {
    const directory = config === undefined ? join(folder, 'none') : await writeConfig(config);
    expect(await read(directory)).toEqual({});
  });

  it.each([
    { config: '{"auths": the-secret', problem: /config\.json is not a JSON object$/ },
    { config: '[]', problem: /config\.json is not a JSON object$/ },
    { config: { credsStore: 'broken' }, problem: /^docker-credential-broken failed \(3\)$/ },
    { config: { credsStore: 'chatty' }, problem: /^docker-credential-chatty did not answer with/ },
    { config: { credsStore: 'none' }, problem: /^docker-credential-none failed \(ENOENT\)$/ },
    { config: { credsStore: '../ada' }, problem: /is no name of a program$/ },
  ])('says of $config what stands in the way, and no more', async ({ config, problem }) => {
    const found = await read(await writeConfig(config));
    expect(found.credentials).toBeUndefined();
    expect(found.problem).toMatch(problem);
    expect(found.problem).not.toContain('the-secret');
  });

  it('says that the file cannot be read', async () => {
    const directory = await mkdtemp(join(folder, 'config-'));
    await mkdir(join(directory, 'config.json'));
    const { problem } = await read(directory);
    expect(problem).toMatch(/config\.json cannot be read \(EISDIR\)$/);
  });
});
