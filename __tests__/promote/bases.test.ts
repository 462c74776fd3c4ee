import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { patchWithBases } from '../../src/promote/bases.js';
import type { TargetFacts } from '../../src/promote/files.js';
import type { FileRequest, Snapshot } from '../../src/ports/gitops.js';
import { FakeRepository } from '../fakes/gitops-repository.js';

const R = 'ghcr.io/org/agent';
const facts: TargetFacts = { image: { repository: R, tag: 'v2' }, createMissing: false };
const base = `images: [{name: agent, newName: ${R}, newTag: v1}]\n`;

/** Kustomizations by directory; what is not there cannot be read. */
class Folders extends FakeRepository {
  readonly asked: string[] = [];
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    super('');
    this.#files = new Map(Object.entries(files));
  }

  override readFiles(requests: readonly FileRequest[]): Promise<Snapshot> {
    const [path = ''] = requests.map((request) => request.path);
    this.asked.push(path);
    const text = this.#files.get(path);
    if (text === undefined) return Promise.reject(new PromoteError('unavailable', 'no'));
    const file = { path: `${path}/kustomization.yaml`, bytes: Buffer.from(text), blobSha: '0' };
    return Promise.resolve({ files: [file] });
  }
}

async function patch(
  text: string,
  files: Readonly<Record<string, string>>,
  { createMissing = false, imageName = 'agent' } = {},
) {
  const repository = new Folders(files);
  const file = { path: 'app/prod/kustomization.yaml', bytes: Buffer.from(text), blobSha: '0' };
  const target = { kind: 'kustomization', path: 'app/prod', imageName } as const;
  const patching = patchWithBases(
    { file, targets: [target] },
    { ...facts, createMissing },
    repository,
  );
  const outcome = await patching.then(
    ({ warnings }) => ({ warnings, message: '' }),
    (error: unknown) => ({ warnings: [], message: error instanceof Error ? error.message : '' }),
  );
  return { ...outcome, asked: repository.asked };
}

const RENAMED = `app/base/kustomization.yaml makes ${R} of the image agent, so an entry of images in app/prod/kustomization.yaml has to have the name ${R}: set image-name to that.`;

describe('an entry whose image a base renames', () => {
  it('is not found, and the message says so', async () => {
    const { message } = await patch('resources: [../base]\n', { 'app/base': base });
    expect(message).toContain('the file has none');
    expect(message).toContain(RENAMED);
  });

  it('is added, with a warning', async () => {
    const { warnings } = await patch(
      'resources: [../base]\n',
      { 'app/base': base },
      { createMissing: true },
    );
    expect(warnings).toEqual([RENAMED]);
  });

  it.each([
    { description: 'a component', text: 'components: [../base/]\n' },
    { description: 'the old name of resources', text: 'bases: [./../base]\n' },
  ])('is found in $description', async ({ text }) => {
    const { message } = await patch(text, { 'app/base': base });
    expect(message).toContain(RENAMED);
  });

  it('is found in a base of a base', async () => {
    const { message, asked } = await patch('resources: [../middle, ../../lib]\n', {
      'app/middle': 'resources: [../base, deployment.yaml, https://example.org/x]\n',
      'app/base': base,
    });
    expect(message).toContain(`app/middle/kustomization.yaml makes ${R} of the image agent`);
    expect(asked).toEqual(['app/middle', 'lib', 'app/base']);
  });

  it('is found through both', async () => {
    const { message } = await patch('resources: [../middle]\n', {
      'app/middle': `resources: [../base]\nimages: [{name: ghcr.io/.*, newName: mirror/agent}]\n`,
      'app/base': base,
    });
    expect(message).toContain('makes mirror/agent of the image agent');
  });
});

describe('bases are not read', () => {
  it.each([
    { description: 'for an entry that is there', text: `resources: [../base]\n${base}` },
    {
      description: 'elsewhere',
      text: 'resources: [../../../x, github.com/org/x?ref=v1, /x, a.yaml]\n',
    },
  ])('$description', async ({ text }) => {
    expect((await patch(text, { 'app/base': base })).asked).toEqual([]);
  });

  it('beyond ten', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `../b${index}`);
    const { asked } = await patch(`resources: [${names.join(', ')}]\n`, {});
    expect(asked).toHaveLength(10);
  });

  it('twice, in a circle', async () => {
    const { asked, message } = await patch('resources: [../base]\n', {
      'app/base': 'resources: [../base, ../prod]\n',
    });
    expect(asked).toEqual(['app/base', 'app/prod']);
    expect(message).not.toContain('makes');
  });

  it('where they are no kustomizations', async () => {
    const { message } = await patch('resources: [../base]\n', { 'app/base': 'kind: Other\n' });
    expect(message).toContain('the file has none');
  });

  it('for what they leave as it is', async () => {
    const text = 'resources: [../base]\n';
    const other = { createMissing: true, imageName: R };
    expect((await patch(text, { 'app/base': base }, other)).warnings).toEqual([]);
  });
});
