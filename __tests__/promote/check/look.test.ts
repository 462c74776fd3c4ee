import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../../src/base/errors.js';
import { lookForImage, REVISION, SOURCE } from '../../../src/promote/check/look.js';
import { digestOf, FakeRegistry } from '../../fakes/registry.js';

const repository = 'ghcr.io/org/app';
const labels = { [REVISION]: 'a1b2c3d', [SOURCE]: 'https://github.com/org/app' };
const facts = { revision: 'a1b2c3d', source: 'https://github.com/org/app' };
const [A, B, I] = [digestOf('a'), digestOf('b'), digestOf('1')];

function setUp() {
  const registry = new FakeRegistry();
  registry.putImage('a', { labels }, 'main');
  return registry;
}

describe('an image', () => {
  it('is found by its tag', async () => {
    const registry = setUp();
    expect(await lookForImage({ repository, tag: 'main' }, [], registry)).toEqual({
      tagDigest: A,
      image: { digest: A, platforms: ['linux/amd64'], ...facts },
    });
    expect(registry.asked).toEqual(['main', 'config of a']);
  });

  it('is found by tag and digest in one request where they are one', async () => {
    const registry = setUp();
    const seen = await lookForImage({ repository, tag: 'main', digest: A }, [], registry);
    expect(seen.image?.digest).toBe(A);
    expect(registry.asked).toEqual(['main', 'config of a']);
  });

  it('is the one of the digest where the tag is another one', async () => {
    const registry = setUp();
    registry.putImage('b', { platform: 'linux/arm64' });
    const seen = await lookForImage({ repository, tag: 'main', digest: B }, [], registry);
    expect(seen).toMatchObject({ tagDigest: A, image: { digest: B, platforms: ['linux/arm64'] } });
  });

  it.each([
    { description: 'neither is there', reference: { tag: 'x', digest: B }, expected: {} },
    {
      description: 'only the tag is',
      reference: { tag: 'main', digest: B },
      expected: { tagDigest: A },
    },
    { description: 'there is no tag', reference: { digest: B }, expected: {} },
  ])('is missing where $description', async ({ reference, expected }) => {
    expect(await lookForImage({ repository, ...reference }, [], setUp())).toEqual(expected);
  });

  describe('whose tag the registry does not show', () => {
    const denied = new PromoteError('registry-denied', 'it does not show the tag');
    const look = (registry: FakeRegistry, digest?: string) =>
      lookForImage(
        { repository, tag: 'other', ...(digest !== undefined && { digest }) },
        [],
        registry,
      );

    it('is found by its digest, and the tag is believed to be absent then', async () => {
      const registry = setUp();
      registry.errors.push(denied);
      expect(await look(registry, A)).toMatchObject({ tagDigest: undefined, image: { digest: A } });
      expect(registry.asked).toEqual(['other', A, 'other', 'config of a']);
    });

    it.each([
      { description: 'without a digest', digest: undefined, errors: [denied] },
      { description: 'where the digest is not there', digest: B, errors: [denied] },
      { description: 'where the digest is not shown either', digest: A, errors: [denied, denied] },
    ])('is not known $description', async ({ digest, errors }) => {
      const registry = setUp();
      registry.errors.push(...errors);
      await expect(look(registry, digest)).rejects.toBe(denied);
    });

    it('is not known where the tag stays hidden', async () => {
      const registry = setUp();
      registry.errors.push(denied);
      registry.beforeRead = () => {
        if (registry.asked.length === 3) registry.errors.push(denied);
      };
      await expect(look(registry, A)).rejects.toBe(denied);
    });

    it('is not asked for by its digest where the registry does not answer', async () => {
      const registry = setUp();
      const unanswered = new PromoteError('registry-unavailable', 'it answers 503.');
      registry.errors.push(unanswered);
      await expect(look(registry, A)).rejects.toBe(unanswered);
      expect(registry.asked).toEqual(['other']);
    });
  });

  it('is not whole without its configuration', async () => {
    const registry = setUp();
    registry.configs.clear();
    const seen = await lookForImage({ repository, tag: 'main' }, [], registry);
    expect(seen.image).toMatchObject({
      flaw: 'its configuration is not, so that it cannot be pulled. Push it again.',
      platforms: [],
    });
  });

  it('is none where its configuration is of something else', async () => {
    const registry = setUp();
    const manifest = registry.manifests.get('main');
    if (manifest?.kind !== 'image') throw new Error('it is an image');
    const configType = 'application/vnd.cncf.helm.config.v1+json';
    registry.manifests.set('main', { ...manifest, configType });
    registry.configs.set(manifest.config, { labels: {} });
    const { image } = await lookForImage({ repository, tag: 'main' }, [], registry);
    expect(image).toMatchObject({
      flaw: `it is no container image (${configType}). Give the reference of an image.`,
    });
    registry.configs.set(manifest.config, { labels: {}, platform: 'linux/amd64' });
    const known = await lookForImage({ repository, tag: 'main' }, [], registry);
    expect(known.image?.flaw).toBeUndefined();
  });
});

describe('an index', () => {
  function setUpIndex(images: Readonly<Record<string, string>>, annotations = {}) {
    const registry = setUp();
    registry.putImage('b', { platform: 'linux/arm64', labels: { [REVISION]: 'of b' } });
    registry.putIndex('1', images, 'index', annotations);
    const look = (platforms: readonly string[] = []) =>
      lookForImage({ repository, tag: 'index' }, platforms, registry);
    return { registry, look };
  }
  const both = { b: 'linux/arm64', a: 'linux/amd64' };

  it('has the commit that one of its images tells', async () => {
    const { registry, look } = setUpIndex(both);
    expect((await look()).image).toEqual({
      digest: I,
      platforms: ['linux/arm64', 'linux/amd64'],
      ...facts,
    });
    expect(registry.asked).toEqual(['index', A, 'config of a']);
  });

  it('is looked at for the platform that was asked for', async () => {
    const { registry, look } = setUpIndex(both);
    expect((await look(['linux/arm64'])).image).toMatchObject({ revision: 'of b' });
    expect(registry.asked).toEqual(['index', B, 'config of b']);
  });

  it('is looked at for every platform that was asked for', async () => {
    const { registry, look } = setUpIndex(both);
    await look(['linux/amd64', 'linux/arm64']);
    expect(registry.asked).toEqual(expect.arrayContaining([A, B]));
  });

  it('tells the commit itself where it can', async () => {
    const annotations = { [REVISION]: 'of the index', [SOURCE]: 'x' };
    const { registry, look } = setUpIndex(both, annotations);
    expect((await look()).image).toMatchObject({ revision: 'of the index', source: 'x' });
    expect(registry.asked).toEqual(['index', A]);
    const partly = setUpIndex(both, { [REVISION]: 'of the index' });
    expect((await partly.look()).image).toMatchObject({ ...facts, revision: 'of the index' });
  });

  it('does not have a platform whose image is absent', async () => {
    const { registry, look } = setUpIndex(both);
    registry.manifests.delete(B);
    expect((await look(['linux/amd64', 'linux/arm64'])).image).toMatchObject({
      platforms: ['linux/amd64'],
    });
    expect((await look(['linux/arm64'])).image).toEqual({ digest: I, platforms: ['linux/amd64'] });
  });

  it('is of use while one of its images is there', async () => {
    const { registry, look } = setUpIndex(both);
    registry.manifests.delete(A);
    const { image } = await look();
    expect(image).toMatchObject({ revision: 'of b', platforms: ['linux/arm64'] });
    registry.manifests.delete(B);
    expect((await look()).image).toMatchObject({
      flaw: expect.stringContaining('none of its images is') as unknown,
    });
  });

  it('may hold several images of a platform, of which one is enough', async () => {
    const { registry, look } = setUpIndex({ c: 'linux/amd64', a: 'linux/amd64' });
    expect((await look(['linux/amd64'])).image).toMatchObject({
      platforms: ['linux/amd64'],
      revision: 'a1b2c3d',
    });
    registry.manifests.delete(A);
    expect((await look(['linux/amd64'])).image).toEqual({ digest: I, platforms: [] });
  });

  it('is not asked for the platform of every image without end', async () => {
    const digits = Array.from({ length: 100 }, (_, index) => [`${index}.`, '']);
    const { registry, look } = setUpIndex(Object.fromEntries(digits) as Record<string, string>);
    await look();
    expect(registry.asked.length).toBeLessThan(60);
  });

  it('may leave it to an image to tell its platform', async () => {
    const { look } = setUpIndex({ b: '', a: 'linux/amd64' });
    expect((await look()).image).toMatchObject({ platforms: ['linux/arm64', 'linux/amd64'] });
  });

  it('is not believed where nobody has looked, however many images it has', async () => {
    const many: Record<string, string> = { a: 'linux/amd64' };
    for (let index = 0; index < 20; index += 1) many[`${index}.`] = 'linux/amd64';
    many['b'] = 'linux/arm64';
    const wanted = ['linux/amd64', 'linux/arm64'];
    const { registry, look } = setUpIndex(many);
    expect((await look(wanted)).image?.platforms).toEqual(wanted);
    registry.manifests.delete(B);
    expect((await look(wanted)).image?.platforms).toEqual(['linux/amd64']);
    registry.manifests.delete(A);
    expect((await look(wanted)).image?.platforms).toEqual([]);
  });

  it('is none where what stands for its image is something else', async () => {
    const { registry, look } = setUpIndex({ a: 'linux/amd64' });
    const manifest = registry.manifests.get(A);
    if (manifest?.kind !== 'image') throw new Error('it is an image');
    const configType = 'application/vnd.cncf.helm.config.v1+json';
    registry.manifests.set(A, { ...manifest, configType });
    registry.configs.set(manifest.config, { labels: {} });
    expect((await look()).image).toMatchObject({
      flaw: `it is no container image (${configType}). Give the reference of an image.`,
    });
    expect((await look(['linux/amd64'])).image).toMatchObject({
      flaw: `it is no container image (${configType}). Give the reference of an image.`,
    });
  });

  it('is of no use without an image', async () => {
    const { look } = setUpIndex({});
    expect((await look()).image).toEqual({ digest: I, platforms: [], isEmpty: true });
  });

  it('is of use where neither it nor its image names a platform', async () => {
    const { registry, look } = setUpIndex({ a: '' });
    registry.configs.set('config of a', { labels });
    expect((await look()).image).toEqual({ digest: I, platforms: [], ...facts });
  });
});
