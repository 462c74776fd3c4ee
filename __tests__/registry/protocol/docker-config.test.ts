import { describe, expect, it } from '@jest/globals';
import {
  findDockerLogin,
  parseHelperAnswer,
} from '../../../src/registry/protocol/docker-config.js';

const HUB = ['https://index.docker.io/v1/', 'docker.io', 'index.docker.io', 'registry-1.docker.io'];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function password(username: string, secret: string) {
  return { credentials: { kind: 'password', username, password: secret } };
}

describe('findDockerLogin', () => {
  it.each([
    {
      description: 'a login, with colons in the password',
      config: { auths: { 'ghcr.io': { auth: base64('ada:a:b:') } } },
      expected: password('ada', 'a:b:'),
    },
    {
      description: 'a login with a padded password',
      config: { auths: { 'ghcr.io': { auth: base64('ada:x\0\0') } } },
      expected: password('ada', 'x'),
    },
    {
      description: 'a login of an old version, by its address',
      config: { auths: { 'https://ghcr.io/v1/': { auth: base64('ada:x') } } },
      expected: password('ada', 'x'),
    },
    {
      description: 'the very name before an address',
      config: {
        auths: {
          'https://ghcr.io': { auth: base64('old:x') },
          'ghcr.io': { auth: base64('new:x') },
        },
      },
      expected: password('new', 'x'),
    },
    {
      description: 'name and password written out',
      config: { auths: { 'ghcr.io': { username: 'ada', password: 'x' } } },
      expected: password('ada', 'x'),
    },
    {
      description: 'an identity token before all else',
      config: { auths: { 'ghcr.io': { auth: base64('0000:'), identitytoken: 'i' } } },
      expected: { credentials: { kind: 'identity-token', token: 'i' } },
    },
    {
      description: 'the helper of this registry before that of all, and both before the file',
      config: {
        auths: { 'ghcr.io': { auth: base64('ada:x') } },
        credHelpers: { 'ghcr.io': 'own', 'other.example': 'theirs' },
        credsStore: 'all',
      },
      expected: { helper: 'own' },
    },
    {
      description: 'the helper of all where the file has an empty entry',
      config: {
        auths: { 'ghcr.io': {} },
        credsStore: 'desktop',
        credHelpers: { 'x.example': 'x' },
      },
      expected: { helper: 'desktop' },
    },
    { description: 'an empty entry', config: { auths: { 'ghcr.io': {} } }, expected: {} },
    {
      description: 'a user without a password, which is a token as it is',
      config: { auths: { 'ghcr.io': { auth: base64('the-token:') } } },
      expected: password('the-token', ''),
    },
    {
      description: 'an entry without a user',
      config: { auths: { 'ghcr.io': { auth: base64(':x') } } },
      expected: {},
    },
    {
      description: 'another registry whose name ends alike',
      config: { auths: { 'evil-ghcr.io': { auth: base64('ada:x') } } },
      expected: {},
    },
    { description: 'no entry', config: {}, expected: {} },
    {
      description: 'other shapes',
      config: { auths: [], credHelpers: 'x', credsStore: 1 },
      expected: {},
    },
    {
      description: 'an empty helper',
      config: { auths: { 'ghcr.io': 'x' }, credHelpers: { 'ghcr.io': '' }, credsStore: '' },
      expected: {},
    },
  ])('of $description', ({ config, expected }) => {
    expect(findDockerLogin(config, ['ghcr.io'])).toEqual(expected);
  });

  it.each(['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'])(
    'knows Docker Hub as %s',
    (key) => {
      const config = { auths: { [key]: { auth: base64('ada:x') } } };
      expect(findDockerLogin(config, HUB)).toEqual(password('ada', 'x'));
    },
  );
});

describe('parseHelperAnswer', () => {
  it.each([
    {
      description: 'a password',
      answer: { ServerURL: 'ghcr.io', Username: 'ada', Secret: 'x' },
      expected: { kind: 'password', username: 'ada', password: 'x' },
    },
    {
      description: 'an identity token',
      answer: { Username: '<token>', Secret: 'i' },
      expected: { kind: 'identity-token', token: 'i' },
    },
    { description: 'no secret', answer: { Username: 'ada', Secret: '' }, expected: undefined },
    { description: 'no user name', answer: { Secret: 'x' }, expected: undefined },
    { description: 'no object', answer: undefined, expected: undefined },
  ])('reads $description', ({ answer, expected }) => {
    expect(parseHelperAnswer(answer)).toEqual(expected);
  });
});
