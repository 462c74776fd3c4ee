import { describe, expect, it } from '@jest/globals';
import type { GitOpsRepository } from '../../../src/ports/gitops.js';
import type { Target } from '../../../src/promote/inputs/target.js';
import { readAskedImage } from '../../../src/verify/history/asked-image.js';

/** A value in a file of whatever kind. */
function targetOf(template: string): Target {
  return { kind: 'file', path: 'app.yaml', set: [{ path: [{ kind: 'key', key: 'v' }], template }] };
}

function repositoryWith(text: string): GitOpsRepository {
  const file = { path: 'app.yaml', bytes: Buffer.from(text), blobSha: 'b' };
  return { readFiles: () => Promise.resolve({ files: [file] }) } as unknown as GitOpsRepository;
}

describe('what the targets ask for', () => {
  const image = { repository: 'ghcr.io/org/app', tag: '2' };
  const facts = { image, sourceSha: 'a'.repeat(40) };

  it.each([
    { template: '{{tag}}', value: '2', asked: 'ours' },
    { template: '{{tag}}', value: '1', asked: { other: 'ghcr.io/org/app:1' } },
    { template: '{{sha}}', value: 'b'.repeat(40), asked: { other: 'another image' } },
    { template: '{{image}}', value: `ghcr.io/org/app:2@sha256:${'a'.repeat(64)}`, asked: 'ours' },
    {
      template: '{{image}}',
      value: `ghcr.io/org/app:1@sha256:${'a'.repeat(64)}`,
      asked: { other: `ghcr.io/org/app:1@sha256:${'a'.repeat(64)}` },
    },
  ])('in $value for $template is $asked', async ({ template, value, asked }) => {
    const repository = repositoryWith(`v: '${value}'\n`);
    expect(await readAskedImage([targetOf(template)], repository, facts)).toEqual(asked);
  });
});
