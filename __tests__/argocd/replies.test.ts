import { describe, expect, it } from '@jest/globals';
import { explainFailure, parseReply } from '../../src/argocd/replies.js';

const SERVER = 'https://argocd.example.com';
const ASKED = new URL(`${SERVER}/api/version`);

function parse(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  return parseReply({ status, headers, body: Buffer.from(body) }, ASKED, SERVER);
}

describe('a reply', () => {
  it.each<{
    status: number;
    body: string;
    headers?: Readonly<Record<string, string>>;
    says: RegExp;
  }>([
    { status: 200, body: '', says: /answers with nothing, not with/ },
    { status: 200, body: 'ok', says: /answers with no JSON, not with/ },
    {
      status: 200,
      body: '[]',
      headers: { 'content-type': 'text/plain' },
      says: /answers with text\/plain, not/,
    },
    {
      status: 302,
      body: '',
      headers: { location: 'https://[' },
      says: /redirects \(302\) to nowhere/,
    },
  ])('of $status with "$body" is not of Argo CD', ({ status, body, headers, says }) => {
    const answer = parse(status, body, headers);
    expect(answer.kind === 'misdirected' ? answer.problem : answer).toMatch(says);
  });

  it.each([
    { status: 200, body: '{"metadata":{"name":"ag', detail: '200: JSON that was cut off' },
    { status: 429, body: '{"message":"slow down"}', detail: '429: slow down' },
    {
      status: 499,
      body: '{"message":"context canceled","code":1}',
      detail: '499: context canceled',
    },
    { status: 503, body: '<html>', detail: '503' },
  ])('of $status with "$body" may be another the next time', ({ status, body, detail }) => {
    expect(parse(status, body)).toEqual({ kind: 'unanswered', detail });
  });

  it('is refused with its error where it has no message', () => {
    expect(parse(403, '{"error":"permission denied"}')).toEqual({
      kind: 'refused',
      status: 403,
      message: 'permission denied',
    });
  });
});

describe('no reply', () => {
  it.each([
    {
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      says: /not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)\. argocd-ca holds another certificate/,
    },
    {
      code: 'CERT_HAS_EXPIRED',
      says: /argocd\.example\.com is not valid for it \(CERT_HAS_EXPIRED: why\)/,
    },
  ])('for $code is explained', ({ code, says }) => {
    const failure = explainFailure({ problem: 'why', code }, ASKED, true);
    expect(failure.kind === 'misdirected' ? failure.problem : failure).toMatch(says);
  });
});
