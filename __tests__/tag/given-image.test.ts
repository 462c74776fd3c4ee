import { describe, expect, it } from '@jest/globals';
import { InputReader } from '../../src/base/input-reader.js';
import { resolveGivenImage } from '../../src/tag/given.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { contextOf, SHA } from '../fakes/context.js';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = 'b'.repeat(40);

function resolve(image: string, sourceSha = '') {
  const raw = new Map([
    ['image', image],
    ['source-sha', sourceSha],
  ]);
  return resolveGivenImage(parseTagInputs(new InputReader(raw)), contextOf());
}

describe('resolveGivenImage', () => {
  it.each([
    { description: 'abbreviates the commit behind a dash', tag: 'main-a1b2c3d', sourceSha: SHA },
    { description: 'is the abbreviated commit', tag: 'a1b2c3d4', sourceSha: SHA },
    { description: 'is the full commit', tag: SHA, sourceSha: SHA },
    { description: 'abbreviates another commit', tag: 'main-0000000', sourceSha: undefined },
    { description: 'has too few digits', tag: 'main-a1b2c3', sourceSha: undefined },
    { description: 'has digits behind a dot', tag: 'main.a1b2c3d', sourceSha: undefined },
    { description: 'is a version', tag: 'v1.2.3', sourceSha: undefined },
  ])('knows the commit of a tag that $description: $sourceSha', ({ tag, sourceSha }) => {
    expect(resolve(`app:${tag}`)).toEqual({
      image: { repository: 'app', tag },
      names: [`app:${tag}`],
      version: tag,
      ...(sourceSha !== undefined && { sourceSha, shortSha: 'a1b2c3d' }),
      ...(tag === 'main-0000000' && { abbreviated: { commit: '0000000', shortShaLength: 7 } }),
      labels: expect.arrayContaining([`org.opencontainers.image.version=${tag}`]),
      annotations: expect.arrayContaining([`manifest:org.opencontainers.image.version=${tag}`]),
    });
  });

  it('does without a payload that tells the commit', () => {
    const raw = new Map([['image', 'app:main-4f2c9d1']]);
    const context = contextOf({ eventName: 'pull_request', payload: {} });
    const given = resolveGivenImage(parseTagInputs(new InputReader(raw)), context);
    expect(given).toHaveProperty('image.tag', 'main-4f2c9d1');
    expect(given).not.toHaveProperty('sourceSha');
  });

  it('prefers source-sha', () => {
    expect(resolve('app:main-a1b2c3d', OTHER)).toHaveProperty('sourceSha', OTHER);
  });

  it('takes a digest without a tag', () => {
    const { labels, annotations, ...given } = resolve(`app@${DIGEST}`) ?? {};
    expect(given).toEqual({ image: { repository: 'app', digest: DIGEST }, names: [] });
    expect(labels).toContain('org.opencontainers.image.source=https://github.com/org/app');
    expect([labels, annotations].join()).not.toMatch(/version|revision/);
  });

  it('names every repository under the one tag', () => {
    expect(resolve('ghcr.io/org/app:v1\ndocker.io/org/app')).toMatchObject({
      image: { repository: 'ghcr.io/org/app', tag: 'v1' },
      names: ['ghcr.io/org/app:v1', 'docker.io/org/app:v1'],
    });
  });

  it('is undefined without tag and digest', () => {
    expect(resolve('app')).toBeUndefined();
  });
});
