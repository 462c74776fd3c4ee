import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlatform } from '../../src/base/platform.js';

describe('parsePlatform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['Linux/AMD64', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['linux/x86-64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm64/8', 'linux/arm64'],
    ['windows/amd64', 'windows/amd64'],
    ['linux/ppc64le', 'linux/ppc64le'],
    ['linux', undefined],
    ['linux/', undefined],
    ['/amd64', undefined],
    ['linux/amd64/v1/x', undefined],
    ['linux amd64', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => {
    expect(parsePlatform(text)).toBe(expected);
  });

  it('gives what it gives again', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const platform = fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(platform, (text) => {
        const parsed = parsePlatform(text) ?? '';
        expect(parsePlatform(parsed)).toBe(parsed);
      }),
    );
  });
});
