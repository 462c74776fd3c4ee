import { describe, expect, it } from '@jest/globals';
import { InputReader } from '../../src/base/input-reader.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { SHA } from '../fakes/context.js';
import { type Given, rawInputs } from '../fakes/inputs.js';

const DIGEST = `sha256:${'a'.repeat(64)}`;

function parse(raw: Given) {
  const reader = new InputReader(rawInputs(raw));
  return { inputs: parseTagInputs(reader), problems: reader.problems };
}

describe('parseTagInputs', () => {
  it.each([
    {
      description: 'the image alone: the usual recipe',
      raw: { image: 'ghcr.io/org/app' },
      image: { repository: 'ghcr.io/org/app' },
      rules: ['type=sha,prefix={{branch}}-'],
    },
    {
      description: 'tags of comments only: the usual recipe',
      raw: { image: 'app', tags: '# none' },
      image: { repository: 'app' },
      rules: ['type=sha,prefix={{branch}}-'],
    },
    {
      description: 'rules',
      raw: { image: 'app', tags: 'x\ntype=ref,event=branch' },
      image: { repository: 'app' },
      rules: ['type=ref,event=branch', 'x'],
    },
    {
      description: 'a digest beside a tag to compute',
      raw: { image: 'app', digest: DIGEST },
      image: { repository: 'app', digest: DIGEST },
      rules: ['type=sha,prefix={{branch}}-'],
    },
    {
      description: 'a tag',
      raw: { image: 'app', tag: 'v1' },
      image: { repository: 'app', tag: 'v1' },
      rules: [],
    },
    {
      description: 'a full reference',
      raw: { image: `app:v1@${DIGEST}` },
      image: { repository: 'app', tag: 'v1', digest: DIGEST },
      rules: [],
    },
    {
      description: 'the same parts twice',
      raw: { image: `app:v1@${DIGEST}`, tag: 'v1', digest: DIGEST },
      image: { repository: 'app', tag: 'v1', digest: DIGEST },
      rules: [],
    },
    {
      description: 'a digest in the image: none to compute',
      raw: { image: `app@${DIGEST}` },
      image: { repository: 'app', digest: DIGEST },
      rules: [],
    },
    {
      description: 'a digest in the image and a flavor',
      raw: { image: `app@${DIGEST}`, flavor: 'latest=true' },
      image: { repository: 'app', digest: DIGEST },
      rules: ['type=sha,prefix={{branch}}-'],
    },
    {
      description: 'a digest in the image and rules',
      raw: { image: `app@${DIGEST}`, tags: 'x' },
      image: { repository: 'app', digest: DIGEST },
      rules: ['x'],
    },
  ])('reads $description', ({ raw, image, rules }) => {
    const { inputs, problems } = parse(raw);
    expect(problems).toEqual([]);
    expect(inputs.image).toEqual(image);
    expect(inputs.rules.map(({ source }) => source)).toEqual(rules);
  });

  it('has defaults', () => {
    const { inputs } = parse({ image: 'app' });
    expect(inputs).toMatchObject({ shortShaLength: 7, imageWasLowered: false });
    expect(inputs.sourceSha).toBeUndefined();
  });

  it('reads the flavor and the token', () => {
    const { inputs } = parse({ image: 'app', flavor: 'latest=true', token: 't' });
    expect(inputs).toMatchObject({ flavor: { latest: 'true' }, token: 't' });
  });

  it('looks for a whole image only, when it computes none', () => {
    const reader = new InputReader(new Map([['image', 'app:1']]));
    expect(parseTagInputs(reader, false)).toMatchObject({ image: { tag: '1' }, rules: [] });
    const incomplete = new InputReader(new Map([['image', 'app']]));
    parseTagInputs(incomplete, false);
    expect(incomplete.problems).toEqual([
      { input: 'image', message: expect.stringContaining('expected a tag or digest in it') },
    ]);
  });

  it('reads the commit in lower case, and the length', () => {
    const raw = { image: 'App', 'source-sha': SHA.toUpperCase(), 'short-sha-length': '12' };
    expect(parse(raw).inputs).toMatchObject({
      sourceSha: SHA,
      shortShaLength: 12,
      imageWasLowered: true,
    });
  });

  it.each([
    {
      description: 'no image',
      raw: {},
      input: 'image',
      message:
        'got nothing. Where it comes from another job, that job has to list it under outputs:',
    },
    {
      description: 'an image that is not valid',
      raw: { image: 'ghcr.io/bad name' },
      input: 'image',
      message: 'got "ghcr.io/bad name". The part "bad name" of the name is not valid',
    },
    {
      description: 'a tag that is not valid',
      raw: { image: 'app', tag: '-x' },
      input: 'tag',
      message: 'expected a valid tag, got "-x". A tag has 1 to 128',
    },
    {
      description: 'a digest that is not valid',
      raw: { image: 'app', digest: 'sha256:abc' },
      input: 'digest',
      message: 'expected a valid digest, got "sha256:abc". A digest is "sha256:"',
    },
    {
      description: 'a tag that contradicts the image',
      raw: { image: 'app:v1', tag: 'v2' },
      input: 'tag',
      message: 'expected the tag of image, v1, got "v2"',
    },
    {
      description: 'a digest that contradicts the image',
      raw: { image: `app@${DIGEST}`, digest: `sha256:${'b'.repeat(64)}` },
      input: 'digest',
      message: `expected the digest of image, ${DIGEST}, got`,
    },
    {
      description: 'rules beside a tag',
      raw: { image: 'app', tag: 'v1', tags: 'type=sha' },
      input: 'tags',
      message: 'the input tag gives the tag v1',
    },
    {
      description: 'a flavor beside a tag',
      raw: { image: 'app', tag: 'v1', flavor: 'latest=true' },
      input: 'flavor',
      message: 'the input tag gives the tag v1. Remove flavor, or the tag',
    },
    {
      description: 'rules beside a tag in the image',
      raw: { image: 'app:v1', tags: 'type=sha' },
      input: 'tags',
      message: 'the input image gives the tag v1',
    },
    {
      description: 'a rule that is not known',
      raw: { image: 'app', tags: 'type=foo' },
      input: 'tags',
      message: '"type=foo": expected type=',
    },
    {
      description: 'a flavor that is not known',
      raw: { image: 'app', flavor: 'latest=maybe' },
      input: 'flavor',
      message: '"latest=maybe": expected one of auto, true, false',
    },
    {
      description: 'a commit that is abbreviated',
      raw: { image: 'app', 'source-sha': 'a1b2c3d' },
      input: 'source-sha',
      message: 'expected a full commit SHA of 40 (or 64) hex digits, got "a1b2c3d"',
    },
    {
      description: 'a tag on a further line of image',
      raw: { image: 'app:v1\nother:v1' },
      input: 'image',
      message:
        'expected a repository alone on further lines, got "other:v1". The first is the one to deploy; its tag and digest go for all.',
    },
    {
      description: 'a further line of image that is no repository',
      raw: { image: 'app\nname=ghcr.io/org/app,enable=true' },
      input: 'image',
      message: 'The registry "name=ghcr.io" is not valid',
    },
    {
      description: 'an image that is all comments',
      raw: { image: '# app' },
      input: 'image',
      message: 'got nothing',
    },
    {
      description: 'a label without a value',
      raw: { image: 'app', 'extra-labels': 'a=1\nb' },
      input: 'extra-labels',
      message: 'expected lines of the form key=value, got "b"',
    },
    {
      description: 'a length out of bounds',
      raw: { image: 'app', 'short-sha-length': '3' },
      input: 'short-sha-length',
      message: 'expected a whole number from 4 to 40, got "3"',
    },
  ])('refuses $description', ({ raw, input, message }) => {
    expect(parse(raw).problems).toEqual([{ input, message: expect.stringContaining(message) }]);
  });
});

describe('parseTagInputs where no tag may be computed', () => {
  function parseGiven(raw: Given) {
    const reader = new InputReader(rawInputs(raw));
    return { inputs: parseTagInputs(reader, false), problems: reader.problems };
  }

  it.each([
    { description: 'a tag', raw: { image: 'app:v1' } },
    { description: 'a digest', raw: { image: 'app', digest: DIGEST } },
    { description: 'rules beside them, unread', raw: { image: 'app:v1', tags: 'type=foo' } },
  ])('takes $description', ({ raw }) => {
    const { inputs, problems } = parseGiven(raw);
    expect(problems).toEqual([]);
    expect(inputs.rules).toEqual([]);
  });

  it.each([
    {
      description: 'a repository alone',
      raw: { image: 'app' },
      message: 'expected a tag or digest',
    },
    { description: 'nothing', raw: {}, message: 'got nothing' },
  ])('refuses $description', ({ raw, message }) => {
    expect(parseGiven(raw).problems).toEqual([
      { input: 'image', message: expect.stringContaining(message) },
    ]);
  });
});
