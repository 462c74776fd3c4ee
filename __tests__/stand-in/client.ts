import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { validateExchanges } from './openapi.mjs';
import { type GitHubStandIn, startGitHubStandIn, type StandInOptions } from './server.mjs';

/** The repository of the tests. */
export const REPOSITORY = 'org/gitops';

export const TOKENS = {
  writer: { kind: 'fine-grained', login: 'promoter', permissions: { [REPOSITORY]: 'write' } },
  app: { kind: 'app', login: 'promoter[bot]', permissions: { [REPOSITORY]: 'write' } },
  'reader-classic': { kind: 'classic', login: 'c', permissions: { [REPOSITORY]: 'read' } },
  'reader-fine-grained': {
    kind: 'fine-grained',
    login: 'f',
    permissions: { [REPOSITORY]: 'read' },
  },
  'reader-app': { kind: 'app', login: 'a', permissions: { [REPOSITORY]: 'read' } },
  stranger: { kind: 'fine-grained', login: 's', permissions: {} },
} as const;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; the text of what is none. */
  readonly body: unknown;
}

interface Call {
  readonly token?: string;
  readonly accept?: string;
  readonly body?: unknown;
}

export interface TestStandIn {
  readonly start: (options: Partial<StandInOptions>) => Promise<GitHubStandIn>;
  readonly call: (method: string, path: string, call?: Call) => Promise<Answer>;
  /** For a test that does on purpose what GitHub does not describe. */
  readonly expectProblems: (problems: readonly unknown[]) => void;
}

/**
 * A stand-in for each test of a file. After each test, all that it was asked and has answered is
 * held against GitHub's description.
 */
export function useStandIn(): TestStandIn {
  let root: string;
  let standIn: GitHubStandIn | undefined;
  let expected: readonly unknown[];

  beforeEach(async () => {
    expected = [];
    root = await mkdtemp(join(tmpdir(), 'stand-in-'));
  });

  afterEach(async () => {
    const problems = validateExchanges(standIn?.requests ?? []);
    await standIn?.close();
    standIn = undefined;
    await rm(root, { recursive: true });
    expect(problems).toEqual(expected);
  });

  return {
    start: async (options) => {
      standIn = await startGitHubStandIn({ root, repositories: {}, tokens: TOKENS, ...options });
      return standIn;
    },
    call: (method, path, call) => fetchAnswer(`${standIn?.url}${path}`, method, call),
    expectProblems: (problems) => {
      expected = problems;
    },
  };
}

async function fetchAnswer(url: string, method: string, call: Call = {}): Promise<Answer> {
  const headers = new Headers({ accept: call.accept ?? 'application/json' });
  const { token = 'writer' } = call;
  if (token !== '') headers.set('authorization', `token ${token}`);
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const response = await fetch(url, { method, headers, body });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const parsed: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: parsed };
}
