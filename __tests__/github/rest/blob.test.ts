import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { computeBlobSha } from '../../../src/github/rest/contents.js';

it.each(['', 'images: []\n', '\uFEFFkind: Kustomization\r\n# é\r\n'])(
  'is the name that git gives to %j',
  (text) => {
    const named = execFileSync('git', ['hash-object', '--stdin'], {
      input: text,
      encoding: 'utf8',
    });
    expect(computeBlobSha(Buffer.from(text), named.trim())).toBe(named.trim());
  },
);

it('follows the repository from SHA-1 to SHA-256', () => {
  // `git hash-object` of an empty blob in a repository with --object-format=sha256.
  const empty = '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813';
  expect(computeBlobSha(Buffer.from(''), empty)).toBe(empty);
});
