import { describe, expect, it } from '@jest/globals';
import type { FoundImage, Sighting } from '../../../src/promote/check/look.js';
import { type Expectation, judgeImage } from '../../../src/promote/check/verdict.js';
import { SHA } from '../../fakes/context.js';
import { digestOf } from '../../fakes/registry.js';

const [A, B] = [digestOf('a'), digestOf('b')];
const OTHER = 'f'.repeat(40);
const asked = { name: 'ghcr.io', signedInWith: undefined };

function judge(
  found: Partial<FoundImage> | undefined,
  changes: Partial<Expectation> = {},
  tagDigest = A,
) {
  const seen: Sighting = {
    tagDigest,
    ...(found && { image: { digest: A, platforms: ['linux/amd64'], ...found } }),
  };
  return judgeImage(seen, expectationOf(changes), asked);
}

function expectationOf(changes: Partial<Expectation> = {}): Expectation {
  return {
    image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
    imageInput: 'image',
    tagMoves: false,
    platforms: [],
    sourceSha: SHA,
    sourceUrl: 'https://github.com/org/app',
    ...changes,
  };
}

const withDigest = { image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d', digest: A } };

it('an image that is there goes on', () => {
  expect(judge({ revision: SHA })).toEqual({
    notices: [],
    checked: { digest: A, platforms: ['linux/amd64'], revision: SHA },
  });
});

it.each(['a b', 'a\n::error::x', 'x'.repeat(101), ''])(
  'the revision %j is not passed on',
  (revision) => {
    expect(judge({ revision }).checked).not.toHaveProperty('revision', revision);
  },
);

it('the commit of a base image is not told as that of what is built on it', () => {
  const source = 'https://github.com/org/base';
  expect(judge({ revision: OTHER, source }).checked).not.toHaveProperty('revision');
  const own = judge({ revision: SHA, source: 'https://github.com/org/app' });
  expect(own.checked?.revision).toBe(SHA);
});

describe('image-missing', () => {
  it('names what was looked for, and who looked', () => {
    const { problem, checked } = judgeImage({}, expectationOf(), asked);
    expect(checked).toBeUndefined();
    expect(problem?.code).toBe('image-missing');
    expect(problem?.message).toMatch(
      /^image: ghcr\.io\/org\/app:main-a1b2c3d is not in ghcr\.io\. /,
    );
    expect(problem?.message).toContain('asked without credentials, to which a private image may');
    const known = judgeImage({}, expectationOf({ imageInput: 'promote-from' }), {
      ...asked,
      signedInWith: 'token',
    });
    expect(known.problem?.message).toMatch(/^promote-from: .*It was asked with token\./);
  });

  it('names the digest that the tag has, where another one is to be promoted', () => {
    const { problem } = judge(undefined, withDigest, B);
    expect(problem?.code).toBe('image-missing');
    expect(problem?.message).toContain(`The tag is there, with the digest ${B}.`);
  });

  it.each([
    {
      description: 'that is not whole',
      found: { flaw: 'its configuration is not, so that it cannot be pulled.' },
      why: 'but its configuration is not',
    },
    {
      description: 'that is none',
      found: { flaw: 'it is no container image (application/vnd.cncf.helm.config.v1+json).' },
      why: 'no container image (application/vnd.cncf',
    },
  ])('is an image $description', ({ found, why }) => {
    const { problem, checked } = judge(found);
    expect(problem).toMatchObject({ code: 'image-missing' });
    expect(problem?.message).toContain(why);
    expect(checked).toBeUndefined();
  });
});

describe('image-moved', () => {
  it('is a tag that stands for another digest', () => {
    const { problem } = judge({}, withDigest, B);
    expect(problem?.code).toBe('image-moved');
    expect(problem?.message).toContain(`the tag main-a1b2c3d is ${B} in ghcr.io, and not ${A}`);
  });

  it.each([
    { description: 'the same digest', tagDigest: A, changes: withDigest },
    { description: 'a tag that moves', tagDigest: B, changes: { ...withDigest, tagMoves: true } },
    { description: 'no digest given', tagDigest: A, changes: {} },
  ])('is not $description', ({ tagDigest, changes }) => {
    expect(judge({}, changes, tagDigest)).toMatchObject({ notices: [] });
    expect(judge({}, changes, tagDigest).problem).toBeUndefined();
  });

  it('a tag that is missing beside the digest is a notice', () => {
    const image = { digest: A, platforms: ['linux/amd64'] };
    expect(judgeImage({ image }, expectationOf(withDigest), asked)).toEqual({
      notices: ['The tag main-a1b2c3d is not in ghcr.io; the image is found by its digest.'],
      checked: { digest: A, platforms: ['linux/amd64'] },
    });
    const digestAlone = expectationOf({ image: { repository: 'ghcr.io/org/app', digest: A } });
    expect(judgeImage({ image }, digestAlone, asked).notices).toEqual([]);
  });
});

describe('platform-missing', () => {
  it('names those that are missing and those that are there', () => {
    const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
    const { problem } = judge({}, { platforms });
    expect(problem?.code).toBe('platform-missing');
    expect(problem?.message).toMatch(
      /^image-platforms: .* is there for linux\/amd64, but not for linux\/arm64, linux\/arm\/v7\./,
    );
  });

  it('is an image that names none, where one is asked for', () => {
    expect(judge({ platforms: [] }, { platforms: ['linux/amd64'] }).problem).toEqual({
      code: 'platform-missing',
      message: expect.stringContaining(
        'is there for no platform that it names, so not for linux/amd64. Build it',
      ) as unknown,
    });
  });

  it('is an index without an image', () => {
    const { code, message } = judge({ platforms: [], isEmpty: true }).problem ?? {};
    expect(code).toBe('platform-missing');
    expect(message).toMatch(/^image: \S+ has no image for any platform/);
  });

  it('is not an image that names no platform, where none is asked for', () => {
    expect(judge({ platforms: [] })).toEqual({
      problem: undefined,
      notices: [],
      checked: { digest: A, platforms: [] },
    });
  });

  it('is not an image with more platforms than are asked for', () => {
    const platforms = ['linux/amd64', 'linux/arm64'];
    expect(judge({ platforms }, { platforms: ['linux/arm64'] }).problem).toBeUndefined();
  });
});

describe('image-mismatch', () => {
  it.each([
    'https://github.com/org/app',
    'https://github.com/Org/App.git',
    'http://github.com/org/app/',
    'git@github.com:org/app.git',
    'ssh://git@github.com/org/app',
    'https://github.com/org/app.git#refs/heads/main',
    ' github.com/org/app ',
  ])('is an image of another commit of %s', (source) => {
    const { problem, checked } = judge({ revision: OTHER, source });
    expect(problem?.code).toBe('image-mismatch');
    expect(problem?.message).toContain(`was built from ${OTHER}`);
    expect(problem?.message).toContain(`not from ${SHA}`);
    expect(problem?.message).toContain('give source-sha the commit');
    expect(checked?.revision).toBe(OTHER);
  });

  it.each([
    { description: 'of this commit', found: { revision: SHA } },
    { description: 'of this commit in upper case', found: { revision: SHA.toUpperCase() } },
    { description: 'of this commit, abbreviated', found: { revision: SHA.slice(0, 7) } },
    {
      description: 'of another repository, as a base image',
      found: { source: 'https://github.com/org/base' },
    },
    { description: 'of another server', found: { source: 'https://git.example/org/app' } },
    { description: 'that names no repository', found: { source: undefined } },
    { description: 'that names no commit', found: { revision: undefined } },
    { description: 'whose revision is no commit', found: { revision: 'v1.2.3' } },
    { description: 'whose revision is too short to tell', found: { revision: 'ffffff' } },
  ])('is not an image $description', ({ found }) => {
    const source = 'https://github.com/org/app';
    expect(judge({ revision: OTHER, source, ...found }).problem).toBeUndefined();
  });

  it('cannot be told where the commit is not known', () => {
    const found = { revision: OTHER, source: 'https://github.com/org/app' };
    expect(judge(found, { sourceSha: undefined }).problem).toBeUndefined();
  });

  it('is told of a server with a port', () => {
    const sourceUrl = 'https://git.example:3000/org/app';
    const { problem } = judge({ revision: OTHER, source: `${sourceUrl}.git` }, { sourceUrl });
    expect(problem?.code).toBe('image-mismatch');
  });
});
