import { describe, expect, it } from '@jest/globals';
import { InputReader } from '../../../src/base/input-reader.js';
import { parseCheckInputs } from '../../../src/promote/inputs/check.js';
import { contextOf } from '../../fakes/context.js';
import { type Given, rawInputs } from '../../fakes/inputs.js';

function parse(given: Given, repositoryUrl = contextOf().repositoryUrl) {
  const reader = new InputReader(rawInputs({ token: 'the-token', ...given }));
  return { check: parseCheckInputs(reader, { repositoryUrl }), problems: reader.problems };
}

describe('parseCheckInputs', () => {
  it.each([
    {},
    { 'check-image': 'false' },
    { 'pin-digest': 'false' },
    { 'check-image': 'false', 'pin-digest': 'false' },
  ])('of %j checks nothing', (given) => {
    expect(parse(given)).toEqual({ check: undefined, problems: [] });
  });

  it.each([
    { given: { 'check-image': 'true' }, expected: { platforms: [], pinDigest: false } },
    { given: { 'pin-digest': 'true' }, expected: { platforms: [], pinDigest: true } },
    {
      given: { 'image-platforms': 'linux/arm64/v8, linux/amd64\nlinux/arm64' },
      expected: { platforms: ['linux/arm64', 'linux/amd64'], pinDigest: false },
    },
    {
      given: { 'check-image': 'true', 'pin-digest': 'true', 'image-platforms': 'linux/amd64' },
      expected: { platforms: ['linux/amd64'], pinDigest: true },
    },
    {
      given: {
        'check-image': 'true',
        'registry-username': 'ada',
        'registry-password': '{\n"a": "b:c"\n}',
      },
      expected: { login: { username: 'ada', password: '{\n"a": "b:c"\n}' } },
    },
  ])('of $given checks', ({ given, expected }) => {
    const { check, problems } = parse(given);
    expect(problems).toEqual([]);
    expect(check).toMatchObject({ ...expected, token: 'the-token' });
  });

  it.each([
    { description: 'another server', given: {}, url: 'https://git.example/org/app' },
    {
      description: 'a server whose name begins alike',
      given: {},
      url: 'https://github.com.example/org/app',
    },
    { description: 'no token', given: { token: '' }, url: undefined },
  ])('has no token of the job with $description', ({ given, url }) => {
    const { check } = parse({ 'check-image': 'true', ...given }, url);
    expect(check).toBeDefined();
    expect(check?.token).toBeUndefined();
  });

  it('leaves a login alone where the check is switched off', () => {
    const { problems } = parse({
      'check-image': 'false',
      'registry-username': 'a',
      'registry-password': 'b',
    });
    expect(problems).toEqual([]);
  });

  it.each([
    { given: { 'check-image': 'yes' }, input: 'check-image', message: 'true or false' },
    { given: { 'image-platforms': ' , ' }, input: 'image-platforms', message: 'linux/amd64' },
    { given: { 'image-platforms': 'arm64' }, input: 'image-platforms', message: 'linux/arm/v7' },
    {
      given: { 'check-image': 'false', 'pin-digest': 'true' },
      input: 'check-image',
      message: 'pin-digest needs',
    },
    {
      given: { 'check-image': 'false', 'image-platforms': 'linux/amd64' },
      input: 'check-image',
      message: 'image-platforms needs',
    },
    {
      given: { 'registry-username': 'a', 'registry-password': 'b' },
      input: 'registry-username',
      message: 'no image is looked for',
    },
    {
      given: { 'check-image': 'true', 'registry-username': 'a' },
      input: 'registry-password',
      message: 'the secret is empty',
    },
    {
      given: { 'check-image': 'true', 'registry-password': 'the-secret' },
      input: 'registry-username',
      message: 'it is empty',
    },
    {
      given: { 'check-image': 'true', 'registry-username': 'a:b', 'registry-password': 'c' },
      input: 'registry-username',
      message: 'without ":"',
    },
  ])('complains of $given', ({ given, input, message }) => {
    const { problems } = parse(given);
    expect(problems.map((problem) => problem.input)).toEqual([input]);
    expect(problems[0]?.message).toContain(message);
    expect(JSON.stringify(problems)).not.toContain('the-secret');
  });
});
