import { describe, expect, it } from '@jest/globals';
import { computeAddress } from '../../../src/registry/protocol/address.js';

describe('computeAddress', () => {
  it.each([
    ['ghcr.io/org/repo/app', 'ghcr.io', 'https://ghcr.io', 'org/repo/app'],
    [
      'registry.example.com:5000/app',
      'registry.example.com:5000',
      'https://registry.example.com:5000',
      'app',
    ],
    ['nginx', 'docker.io', 'https://registry-1.docker.io', 'library/nginx'],
    ['org/app', 'docker.io', 'https://registry-1.docker.io', 'org/app'],
    ['docker.io/nginx', 'docker.io', 'https://registry-1.docker.io', 'library/nginx'],
    ['index.docker.io/org/app', 'docker.io', 'https://registry-1.docker.io', 'org/app'],
  ])('%s', (repository, name, origin, path) => {
    expect(computeAddress(repository)).toMatchObject({ name, origin, path });
  });

  it.each([
    ['localhost/app', 'http'],
    ['localhost:5000/app', 'http'],
    ['127.0.0.1:5000/app', 'http'],
    ['127.1.2.3:5000/app', 'http'],
    ['[::1]:5000/app', 'http'],
    ['10.0.0.1:5000/app', 'https'],
    ['127.0.0.1.example.com/app', 'https'],
    ['localhost.example.com/app', 'https'],
    ['[fe80::1]:5000/app', 'https'],
  ])('%s is asked over %s', (repository, scheme) => {
    expect(new URL(computeAddress(repository).origin).protocol).toBe(`${scheme}:`);
  });

  it.each(['registry.example.com:99999/app', '10.0.0.256:5000/app'])('%s is none', (repository) => {
    expect(() => computeAddress(repository)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining(JSON.stringify(repository.split('/')[0])),
      }),
    );
  });

  it('is written as URLs are, so that answers can be told to be its own', () => {
    expect(computeAddress('ghcr.io:443/org/app').origin).toBe('https://ghcr.io');
    expect(computeAddress('localhost:80/app').origin).toBe('http://localhost');
  });

  it('knows what docker calls a registry in its configuration', () => {
    expect(computeAddress('nginx').configNames[0]).toBe('https://index.docker.io/v1/');
    expect(computeAddress('ghcr.io/org/app').configNames).toEqual(['ghcr.io']);
  });
});
