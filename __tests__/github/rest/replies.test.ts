import { describe, expect, it } from '@jest/globals';
import {
  parseCommits,
  parseDirectory,
  parseContentFile,
  parseWritten,
} from '../../../src/github/rest/replies.js';

const unavailable: unknown = expect.objectContaining({ code: 'unavailable' });

describe('parseDirectory', () => {
  it('takes a listing', () => {
    const listing = [
      { name: 'base', type: 'dir', size: 0 },
      { name: 'link', type: 'symlink' },
    ];
    expect(parseDirectory(listing)).toEqual([
      { name: 'base', type: 'dir' },
      { name: 'link', type: 'symlink' },
    ]);
  });

  it('says when the path is no directory', () => {
    expect(parseDirectory({ type: 'file' })).toBeUndefined();
  });

  it.each([['<html>'], [7]])('refuses %j, which no REST API answers', (data) => {
    expect(() => parseDirectory(data)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining('gitops-api-url: expected a REST API'),
      }),
    );
  });

  it.each([
    [''],
    ['[{"name":"kustomi'],
    [null],
    [{ message: 'Accepted' }],
    [[7]],
    [[{ name: 'x' }]],
    [[{ name: 7, type: 'file' }]],
  ])('refuses %j, which may be a part of a reply', (data) => {
    expect(() => parseDirectory(data)).toThrow(unavailable);
  });
});

describe('parseFile', () => {
  const reply = { type: 'file', sha: 'abc', encoding: 'base64', content: 'YQ==\n' };

  it.each([
    { url: 'https://api.github.com/repos/o/r/contents/a?ref=release%2F1', ref: 'release/1' },
    { url: 'https://api.github.com/repos/o/r/contents/a', ref: undefined },
    { url: 'contents/a', ref: undefined },
    { url: null, ref: undefined },
  ])('takes a file, and its branch from $url', ({ url, ref }) => {
    expect(parseContentFile({ ...reply, url })).toEqual({
      blobSha: 'abc',
      base64: 'YQ==\n',
      ...(ref !== undefined && { ref }),
    });
  });

  it('takes content without its encoding, which the name of the blob proves', () => {
    const { encoding, ...rest } = reply;
    expect(encoding).toBe('base64');
    expect(parseContentFile(rest)).toEqual({ blobSha: 'abc', base64: 'YQ==\n' });
  });

  it('has no content of a file over 1 MiB', () => {
    expect(parseContentFile({ ...reply, encoding: 'none', content: '' })).toEqual({
      blobSha: 'abc',
    });
  });

  it.each(['symlink', 'submodule'])('refuses a %s', (type) => {
    expect(() => parseContentFile({ ...reply, type, path: 'charts' })).toThrow(
      expect.objectContaining({
        code: 'unsupported-file',
        message: expect.stringContaining('charts is a s'),
      }),
    );
  });

  it.each([[''], [{ ...reply, type: 'dir' }], [{ type: 'file' }], [[reply]]])(
    'refuses %j',
    (data) => {
      expect(() => parseContentFile(data)).toThrow(unavailable);
    },
  );
});

describe('parseWritten', () => {
  it('takes the commit', () => {
    const commit = { sha: 'abc', html_url: 'https://github.com/o/r/commit/abc' };
    expect(parseWritten({ commit }, 'subject')).toEqual({
      sha: 'abc',
      url: 'https://github.com/o/r/commit/abc',
      message: 'subject',
    });
  });

  it.each([[''], [{}], [{ commit: {} }], [{ commit: { sha: 7 } }]])('has none in %j', (data) => {
    expect(parseWritten(data, 'subject')).toBeUndefined();
  });
});

describe('whether a commit is verified', () => {
  it.each([
    { verification: { verified: true, reason: 'valid' }, told: true },
    { verification: { verified: false, reason: 'unsigned' }, told: false },
    { verification: { verified: 'true' }, told: undefined },
    { verification: null, told: undefined },
    { verification: undefined, told: undefined },
  ])('is told by $verification: $told', ({ verification, told }) => {
    const written = { commit: { sha: 'abc', verification } };
    expect(parseWritten(written, 'subject')?.isVerified).toBe(told);
    const [listed] = parseCommits([{ sha: 'abc', commit: { message: 'm', verification } }]);
    expect(listed?.isVerified).toBe(told);
  });
});

describe('parseCommits', () => {
  const commit = { sha: 'abc', html_url: 'https://x.example', commit: { message: 'm' } };

  it('takes a list', () => {
    expect(parseCommits([commit])).toEqual([
      { sha: 'abc', url: 'https://x.example', message: 'm' },
    ]);
  });

  it('needs no more than the SHA', () => {
    expect(parseCommits([{ sha: 'abc' }])).toEqual([{ sha: 'abc', message: '' }]);
  });

  it.each([[{}], [[{}]], [[{ ...commit, sha: null }]]])('refuses %j', (data) => {
    expect(() => parseCommits(data)).toThrow(unavailable);
  });
});
