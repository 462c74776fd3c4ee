import { getOctokitOptions } from '@actions/github/lib/utils';
import { HttpClient } from '@actions/http-client';
import { Octokit } from '@octokit/rest';
import { setImmediate } from 'node:timers/promises';
import { fetch, type RequestInit } from 'undici';
import { isJsonObject, type JsonObject } from '../../base/json.js';
import { renderOneLine } from '../../base/markdown.js';
import { renderExchange, type Trace } from '../../base/trace.js';
import { renderAddress } from './trace.js';
import { findUnreachable } from './unreachable.js';

/** How long one request may take before it counts as not answered, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

const userAgent = 'gitops-promote';

/** GitHub's default of today, by name: https://docs.github.com/rest/about-the-rest-api/api-versions. */
const API_VERSION = '2022-11-28';

function drop(): void {
  // Octokit logs every failed request as an error; the caller says what it means instead.
}

/**
 * A client of a GitHub-like REST API that neither retries nor logs: the promotion owns the only retry
 * loop. Whether it goes through the proxy that the runner is set to is told by the address of this
 * server and by `NO_PROXY`.
 * @param apiUrl Base address without a slash at its end.
 * @param token Empty for requests without one, which read what is public.
 */
function createOctokit(apiUrl: string, token: string): Octokit {
  const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
  const send = (url: string, options: RequestInit) => fetch(url, { ...options, dispatcher });
  return new Octokit({
    ...(token === '' ? { userAgent } : getOctokitOptions(token, { userAgent })),
    baseUrl: apiUrl,
    request: { fetch: send },
    log: { debug: drop, info: drop, warn: drop, error: drop },
  });
}

/**
 * What the body of a refusal says, on one line: its `message`, and its `errors`, without which
 * GitHub's "Validation Failed" and Gitea's "not found" say little.
 */
export function parseReplyMessage(data: unknown): string {
  const { message, errors } = isJsonObject(data) ? data : {};
  if (typeof message !== 'string' || message.trim() === '') return 'without a message';
  const details = Array.isArray(errors) ? errors.map(describeReplyError) : [];
  const said = [message, details.filter((detail) => detail !== '').join('; ')];
  return renderOneLine(said.filter((part) => part !== '').join(': '));
}

/** GitHub lists texts, or objects with a message or a field and a code; Gitea texts. */
function describeReplyError(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message, field, code } = isJsonObject(error) ? error : {};
  if (typeof message === 'string') return message;
  return typeof field === 'string' && typeof code === 'string' ? `${field} ${code}` : '';
}

/** What became of a request. Data has any shape until it is narrowed. */
export type Answer =
  | {
      readonly kind: 'ok';
      readonly data: unknown;
      /** Response headers, names in lower case. */
      readonly headers: JsonObject;
    }
  | Failure;

/** A request that was not granted. */
export type Failure =
  | {
      readonly kind: 'refused';
      /** HTTP status. */
      readonly status: number;
      /** GraphQL's word for what went wrong. */
      readonly type?: string;
      /** The `message` of the body, on one line. */
      readonly message: string;
      /** Response headers, names in lower case. */
      readonly headers: JsonObject;
      /** What GraphQL granted all the same. */
      readonly granted?: unknown;
      readonly cause?: unknown;
    }
  | {
      readonly kind: 'unanswered';
      readonly detail: string;
      /** Why the server cannot be reached at all, as it reads behind "it"; nothing was sent then. */
      readonly unreachable?: string;
      readonly cause?: unknown;
    };

/** A server's REST API of repositories: what is asked of it, and what becomes of that. */
interface Server {
  /** Base address without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** Makes requests about one repository. It never throws for what the server or the network does. */
export class RestClient {
  readonly #octokit: ReturnType<typeof createOctokit>;
  readonly #server: Server;
  readonly #redirect: 'manual' | 'follow';
  readonly #trace: Trace;

  /**
   * @param trace Is told of every request.
   * @param redirect By default another address counts as a refusal: a renamed repository answers
   *   with one, and its new owner may be somebody else.
   */
  constructor(server: Server, trace: Trace = drop, redirect: 'manual' | 'follow' = 'manual') {
    this.#octokit = createOctokit(server.apiUrl, server.token);
    this.#server = server;
    this.#trace = trace;
    this.#redirect = redirect;
  }

  /**
   * @param path Behind `/repos/{owner}/{repo}/`, encoded; empty for the repository itself.
   * @param parameters Query of a GET, JSON body of other methods; `undefined` ones are left out.
   */
  async request(method: string, path: string, parameters: JsonObject): Promise<Answer> {
    const repository = `/repos/${this.#server.repository}`;
    return this.#send(method, path === '' ? repository : `${repository}/${path}`, parameters);
  }

  /** Asks which repository has a number: it keeps it when it is renamed. */
  async requestRepository(id: string): Promise<Answer> {
    return this.#send('GET', `/repositories/${id}`, {});
  }

  /** POST of a GraphQL query or mutation. Refusals of GraphQL itself are answers here. */
  async postGraphql(query: string, variables: JsonObject): Promise<Answer> {
    return this.#send('POST', computeGraphqlUrl(this.#server.apiUrl), { query, variables });
  }

  /**
   * A server that cannot be reached is tried once more: a name may not resolve for a moment.
   * @param isLast Whether this is that one more.
   */
  async #send(
    method: string,
    url: string,
    parameters: JsonObject,
    isLast = false,
  ): Promise<Answer> {
    const start = performance.now();
    const request = { signal: AbortSignal.timeout(REQUEST_TIMEOUT), redirect: this.#redirect };
    const headers = { 'x-github-api-version': API_VERSION };
    const asked = { method, url, ...parameters, headers, request };
    const { answer, told } = await this.#octokit.request(asked).then(givenAnswer, failedAnswer);
    const took = performance.now() - start;
    const answered = answer.kind === 'unanswered' ? {} : answer.headers;
    const address = renderAddress({ method, url, parameters }, this.#server.apiUrl);
    this.#trace(renderExchange({ method, address, answer: told, headers: answered, took }));
    const isUnreachable = answer.kind === 'unanswered' && answer.unreachable !== undefined;
    return isUnreachable && !isLast ? this.#send(method, url, parameters, true) : answer;
  }
}

/**
 * A connection is free again only when the turn of the event loop is over in which its answer
 * ended. Node's fetch would open another one for a request that comes before.
 */
async function connectionFreed(): Promise<void> {
  await setImmediate();
}

/** What became of a request, and how that is traced: an HTTP status, or why there is none. */
interface Exchanged {
  readonly answer: Answer;
  readonly told: number | string;
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers: JsonObject;
}

/** The two APIs of GitHub, GitHub Enterprise Server, and what is made after them. */
export function computeGraphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`;
}

async function givenAnswer(reply: Reply): Promise<Exchanged> {
  await connectionFreed();
  const { status, data, headers } = reply;
  const answer = status >= 300 ? refusedAnswer(reply) : ({ kind: 'ok', data, headers } as const);
  return { answer, told: status };
}

/** Octokit reports a missing answer as a status of 500 without a response. */
function failedAnswer(cause: unknown): Exchanged {
  const response = isJsonObject(cause) ? cause['response'] : undefined;
  if (!isJsonObject(response)) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const unreachable = findUnreachable(cause);
    return { answer: { kind: 'unanswered', detail, unreachable, cause }, told: detail };
  }
  const { data, headers } = response;
  const status = Number(response['status']);
  const reply = { status, data, headers: isJsonObject(headers) ? headers : {} };
  return { answer: refusedAnswer(reply, cause), told: status };
}

function refusedAnswer({ status, data, headers }: Reply, cause?: unknown): Failure {
  return { kind: 'refused', status, message: parseReplyMessage(data), headers, cause };
}

/**
 * Whether an address is that of Gitea or Forgejo, whose REST API is much like GitHub's: known
 * without asking.
 * @param apiUrl Base address of the REST API, without a slash at its end.
 */
export function isGitea(apiUrl: string): boolean {
  return apiUrl.endsWith('/api/v1');
}
