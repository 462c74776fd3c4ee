import type { JsonObject } from '../base/json.js';
import type { ArgoAnswer, ArgoTarget } from '../ports/argocd.js';
import type { SendRequest } from '../ports/http.js';
import { explainFailure, parseReply } from './replies.js';

/** What is asked. */
interface ArgoRequest {
  readonly method?: 'GET' | 'POST';
  /** Below the root path, with a slash at its start. */
  readonly path: string;
  /** What is absent is left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  /** How long the whole of it may take, in milliseconds. */
  readonly limit: number;
}

/**
 * Requests to Argo CD's REST API. Each has a limit of its own: some never answer. Redirects are not
 * followed, since the token is for this server alone.
 */
export class ArgoClient {
  readonly #target: ArgoTarget;
  readonly #send: SendRequest;
  readonly #end = new AbortController();

  constructor(target: ArgoTarget, send: SendRequest) {
    this.#target = target;
    this.#send = send;
  }

  async request({
    method = 'GET',
    path,
    query = {},
    body,
    limit,
  }: ArgoRequest): Promise<ArgoAnswer<JsonObject>> {
    const { server, authority } = this.#target;
    const url = new URL(`${server}${path}`);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(key, value);
    }
    const reply = await this.#send({
      method,
      url,
      headers: this.#headersOf(method),
      body,
      limit,
      authority,
      signal: this.#end.signal,
    });
    return 'problem' in reply
      ? explainFailure(reply, url, authority !== undefined)
      : parseReply(reply, url, server);
  }

  /** Ends all requests that have no answer yet. */
  close(): void {
    this.#end.abort();
  }

  #headersOf(method: string): Record<string, string> {
    const { headers, token } = this.#target;
    return {
      ...Object.fromEntries(headers),
      accept: 'application/json',
      // Argo CD refuses a write of any other type, whether or not it has a body.
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
  }
}
