import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { digest, sha } from '../run/example.js';
import { NODES, useBundle } from './nodes.js';

describe.each(NODES)('the tag step of the bundle on Node.js $version', (node) => {
  const example = useBundle(node);

  const image = { image: 'ghcr.io/org/repo/fastapi-agent' };

  it.each([
    { description: 'a push to main', given: {}, ref: 'refs/heads/main', tag: 'main-a1b2c3d' },
    { description: 'a push of a tag', given: {}, ref: 'refs/tags/v1.2.3', tag: 'a1b2c3d' },
    {
      description: 'a given tag',
      given: { tag: '1.2.3', digest },
      ref: 'refs/heads/main',
      tag: '1.2.3',
    },
  ])('$description gives $tag', async ({ given, ref, tag }) => {
    const { exitCode, outputs, summary } = await example.run({ ...image, ...given }, { ref });
    expect(exitCode).toBe(0);
    const pinned = 'digest' in given ? `@${digest}` : '';
    expect(outputs).toMatchObject({
      image: `ghcr.io/org/repo/fastapi-agent:${tag}${pinned}`,
      'image-repository': 'ghcr.io/org/repo/fastapi-agent',
      tag,
      tags: `ghcr.io/org/repo/fastapi-agent:${tag}`,
      version: tag,
    });
    expect(summary).toContain(`ghcr.io/org/repo/fastapi-agent:${tag}`);
    expect(example.requestsMade()).toEqual([]);
  });

  it('speaks the language of docker/metadata-action', async () => {
    const rules = [
      'type=semver,pattern={{version}}',
      '"type=match,""pattern=\\d{1,2}"""',
      "type=raw,value={{date 'YYYYMMDD-HHmm' tz='Europe/Paris'}}",
      'type=pep440,pattern={{major}}.{{minor}}',
      'type=ref,event=branch',
    ];
    const { exitCode, outputs, summary } = await example.run(
      { ...image, tags: rules.join('\n'), flavor: 'suffix=-slim' },
      { ref: 'refs/tags/v1.2.3', env: { SOURCE_DATE_EPOCH: '1768005000' } },
    );
    expect(exitCode).toBe(0);
    const tags = ['1.2.3-slim', '1.2-slim', '1-slim', '20260110-0130-slim', 'latest'];
    expect(outputs).toMatchObject({
      tags: tags.map((tag) => `${image.image}:${tag}`).join('\n'),
      tag: '1.2.3-slim',
      version: '1.2.3-slim',
    });
    expect(outputs.labels).toContain(`org.opencontainers.image.revision=${sha}\n`);
    expect(summary).toContain('| `type=ref,event=branch` | the run is not about a branch |');
  });

  it('does not name a commit that the workspace is not at', async () => {
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-C', example.root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'https://github.com/org/repo');
    git('commit', '--quiet', '--allow-empty', '--message', 'x');
    const { exitCode, outputs, stdout } = await example.run(image);
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason: 'invalid-context' });
    expect(stdout).toContain('Set ref of actions/checkout');
  });
});
