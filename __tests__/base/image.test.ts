import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isDeployable,
  isTag,
  parseImageReference,
  renderImageReference,
} from '../../src/base/image.js';
import { propertyRuns } from '../fakes/property-runs.js';

const HEX = 'a'.repeat(64);
const DIGEST = `sha256:${HEX}`;

describe('parseImageReference', () => {
  it.each([
    {
      description: 'a registry and a path',
      text: 'ghcr.io/org/repo/app',
      reference: { repository: 'ghcr.io/org/repo/app' },
    },
    {
      description: 'a tag',
      text: 'ghcr.io/org/app:main-a1b2c3d',
      reference: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
    },
    {
      description: 'a digest',
      text: `ghcr.io/org/app@${DIGEST}`,
      reference: { repository: 'ghcr.io/org/app', digest: DIGEST },
    },
    {
      description: 'a port, a tag and a digest',
      text: `localhost:5000/app:1@${DIGEST}`,
      reference: { repository: 'localhost:5000/app', tag: '1', digest: DIGEST },
    },
    {
      description: 'a port and no tag',
      text: 'registry:5000/app',
      reference: { repository: 'registry:5000/app' },
    },
    {
      description: 'an IPv6 registry',
      text: '[fd00::1]:5000/app:1',
      reference: { repository: '[fd00::1]:5000/app', tag: '1' },
    },
    {
      description: 'a short name of Docker Hub, as given',
      text: 'redis',
      reference: { repository: 'redis' },
    },
    {
      description: 'a short name with a tag',
      text: 'redis:7',
      reference: { repository: 'redis', tag: '7' },
    },
    {
      description: 'an account of Docker Hub',
      text: 'org/app',
      reference: { repository: 'org/app' },
    },
    {
      description: 'the domain localhost without a port',
      text: 'localhost/app',
      reference: { repository: 'localhost/app' },
    },
    {
      description: 'every separator of a path component',
      text: 'org/a.b_c__d-e---f',
      reference: { repository: 'org/a.b_c__d-e---f' },
    },
    {
      description: 'a name of 64 hex digits with a tag',
      text: `${HEX}:1`,
      reference: { repository: HEX, tag: '1' },
    },
    {
      description: 'a path of 255 characters',
      text: `ghcr.io/${'a'.repeat(255)}`,
      reference: { repository: `ghcr.io/${'a'.repeat(255)}` },
    },
  ])('reads $description', ({ text, reference }) => {
    expect(parseImageReference(text)).toEqual({ valid: true, reference, lowered: false });
    expect(renderImageReference(reference)).toBe(text);
  });

  it.each([
    {
      description: 'path',
      text: 'ghcr.io/Acme/Demo/App:Main',
      repository: 'ghcr.io/acme/demo/app',
      tag: 'Main',
    },
    { description: 'registry', text: 'GHCR.io/a:1', repository: 'ghcr.io/a', tag: '1' },
    { description: 'account', text: 'Acme/app:1', repository: 'acme/app', tag: '1' },
  ])('lowers upper case in the $description and says so', ({ text, repository, tag }) => {
    expect(parseImageReference(text)).toEqual({
      valid: true,
      reference: { repository, tag },
      lowered: true,
    });
  });

  it.each([
    { description: 'an empty text', text: '', rule: 'The part "" of the name' },
    { description: 'a scheme', text: 'https://ghcr.io/a', rule: 'no scheme' },
    { description: 'white space', text: 'ghcr.io/bad name', rule: 'The part "bad name"' },
    { description: 'a slash at the end', text: 'ghcr.io/org/', rule: 'The part ""' },
    { description: 'two slashes', text: 'ghcr.io//app', rule: 'The part ""' },
    { description: 'a slash at the start', text: '/app', rule: 'The part ""' },
    { description: 'three underscores', text: 'a___b', rule: 'The part "a___b"' },
    { description: 'two dots', text: 'org/a..b', rule: 'The part "a..b"' },
    { description: 'a dash at the end', text: 'org/a-', rule: 'The part "a-"' },
    { description: 'letters that are not ASCII', text: 'org/äpp', rule: 'The part "äpp"' },
    {
      description: 'the Kelvin sign, whose lower case is k',
      text: 'org/\u212a',
      rule: 'The part "\u212a"',
    },
    { description: 'a registry that is no host', text: '-a.io/app', rule: 'The registry "-a.io"' },
    { description: 'a port that is no number', text: 'a:b/app', rule: 'The registry "a:b"' },
    { description: 'an empty tag', text: 'a:', rule: 'The tag "" is not valid' },
    { description: 'a tag with a dash first', text: 'a:-x', rule: 'The tag "-x" is not valid' },
    { description: 'two tags', text: 'a:1:2', rule: 'The tag "1:2" is not valid' },
    { description: 'a tag too long', text: `a:${'t'.repeat(129)}`, rule: '1 to 128' },
    { description: 'a line break after the tag', text: 'a:1\n', rule: 'The tag "1\\n"' },
    { description: 'a digest too short', text: 'a@sha256:abc', rule: 'The digest "sha256:abc"' },
    { description: 'another algorithm', text: `a@md5:${HEX}`, rule: 'The digest "md5:' },
    { description: 'a digest in upper case', text: `a@${DIGEST.toUpperCase()}`, rule: 'digest' },
    { description: 'an empty digest', text: 'a@', rule: 'The digest "" is not valid' },
    { description: 'a bare ID', text: HEX, rule: '64 hex digits alone' },
    { description: 'a bare ID in upper case', text: HEX.toUpperCase(), rule: '64 hex digits' },
    { description: 'a path too long', text: `a.io/${'a'.repeat(256)}`, rule: 'has 256 characters' },
  ])('refuses $description', ({ text, rule }) => {
    const parsed = parseImageReference(text);
    expect(parsed).toEqual({ valid: false, rule: expect.stringContaining(rule) });
  });

  it('gives what renders to the same reference again, or refuses', () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9._:@/-]{0,12}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const parsed = parseImageReference(parts.join(''));
        if (!parsed.valid) return;
        const again = parseImageReference(renderImageReference(parsed.reference));
        expect(again).toEqual({ ...parsed, lowered: false });
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  it('takes linear time on hostile texts', () => {
    const hostile = [
      `${'a-'.repeat(50_000)}!`,
      `${'a.'.repeat(50_000)}/`,
      `a:${'.'.repeat(100_000)}`,
    ];
    for (const text of hostile) expect(parseImageReference(text).valid).toBe(false);
  });
});

describe('isDeployable', () => {
  it.each([
    { image: { repository: 'app' }, expected: false },
    { image: { repository: 'app', tag: '1' }, expected: true },
    { image: { repository: 'app', digest: DIGEST }, expected: true },
  ])('$image: $expected', ({ image, expected }) => {
    expect(isDeployable(image)).toBe(expected);
  });
});

describe('isTag', () => {
  it.each([
    { text: 'a', expected: true },
    { text: '_', expected: true },
    { text: 'A.b-c_9', expected: true },
    { text: 'x'.repeat(128), expected: true },
    { text: 'x'.repeat(129), expected: false },
    { text: '', expected: false },
    { text: '.a', expected: false },
    { text: '-a', expected: false },
    { text: 'a b', expected: false },
    { text: 'ä', expected: false },
  ])('$text: $expected', ({ text, expected }) => {
    expect(isTag(text)).toBe(expected);
  });
});
