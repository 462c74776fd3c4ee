import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findUnreachable } from '../../../src/github/http/unreachable.js';
import { GitHubRepository } from '../../../src/github/repository.js';
import { GitHubSourceRepository } from '../../../src/github/source-repository.js';
import type { GitOpsTarget } from '../../../src/ports/gitops.js';

function failureOf(code: string): Error {
  const reason = Object.assign(new Error('the reason'), { code });
  return new Error('fetch failed', { cause: new Error('further up', { cause: reason }) });
}

describe('findUnreachable', () => {
  it.each([
    'ENOTFOUND',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('is %s', (code) => {
    expect(findUnreachable(failureOf(code))).toContain('the reason');
  });

  it.each(['EAI_AGAIN', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'UND_ERR_SOCKET'])(
    'is not %s, which may pass',
    (code) => {
      expect(findUnreachable(failureOf(code))).toBeUndefined();
    },
  );

  // What comes behind the handshake may come behind the request, which may have taken effect.
  it.each([
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'decryption failed or bad record mac'],
    ['ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC', 'sslv3 alert bad record mac'],
    ['EPROTO', 'write EPROTO 40:error:0A000119:SSL routines::decryption failed or bad record mac'],
  ])('is not %s, behind which a write may have landed', (code, message) => {
    const cause = Object.assign(new Error(message), { code });
    expect(findUnreachable(new Error('fetch failed', { cause }))).toBeUndefined();
  });

  it('is EPROTO of a handshake', () => {
    const message = 'write EPROTO 40:error:0A00010B:SSL routines::wrong version number';
    const cause = Object.assign(new Error(message), { code: 'EPROTO' });
    expect(findUnreachable(cause)).toContain('wrong version number');
  });

  it('is nothing without a code', () => {
    expect([findUnreachable(new Error('x')), findUnreachable('x')]).toEqual([undefined, undefined]);
  });
});

describe('a server that speaks no TLS, asked by https:', () => {
  let server: Server;
  let connections = 0;
  let apiUrl = '';

  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    apiUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
  });

  it('fails after one more try, and the input is named', async () => {
    const target: GitOpsTarget = {
      ...{ repository: 'org/gitops', branch: 'main', apiUrl, token: 't' },
      ...{ tokenInput: 'gitops-token', commitApi: 'contents' },
    };
    connections = 0;
    const read = new GitHubRepository(target).readNewestCommits(1);
    await expect(read).rejects.toMatchObject({
      code: 'invalid-input',
      isTransient: false,
      message: expect.stringMatching(
        /^gitops-api-url: https:\/\/127\.0\.0\.1:\d+ cannot be reached/,
      ),
    });
    expect(connections).toBe(2);
  });

  it('is not taken for a write that was lost', async () => {
    const target: GitOpsTarget = {
      ...{ repository: 'org/gitops', branch: 'main', apiUrl, token: 't' },
      ...{ tokenInput: 'gitops-token', commitApi: 'contents' },
    };
    const file = { path: 'a.yaml', bytes: Buffer.from('a'), blobSha: '1' };
    const changes = [{ file, bytes: Buffer.from('b') }];
    const written = new GitHubRepository(target).commitFiles({ files: [file] }, changes, 'x');
    await expect(written).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is told of the source repository, too', async () => {
    const source = new GitHubSourceRepository({ apiUrl, repository: 'org/app', token: 't' });
    const reads = [
      () => source.readDefaultBranch(),
      () => source.compareCommits('abc1234', 'def5678'),
    ];
    for (const read of reads) {
      await expect(read()).rejects.toMatchObject({
        code: 'invalid-context',
        message: expect.stringMatching(/^GITHUB_API_URL: .* cannot be reached/),
      });
    }
  });
});
