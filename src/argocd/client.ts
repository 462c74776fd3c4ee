import { HttpClient } from '@actions/http-client';
import type { ArgoAnswer, ArgoTarget } from '../ports/argocd.js';
import { explainFailure, parseReply, type Reply } from './replies.js';

/** More than this is no answer that anybody reads, in bytes. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** What is asked. */
export interface ArgoRequest {
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
 * Requests to Argo CD's REST API. Each has a connection of its own, which its limit ends: some never
 * answer. Redirects are not followed, since the token is for this server alone.
 */
export class ArgoClient {
  readonly #target: ArgoTarget;
  readonly #open = new Set<HttpClient>();

  constructor(target: ArgoTarget) {
    this.#target = target;
  }

  async request(request: ArgoRequest): Promise<ArgoAnswer<unknown>> {
    const url = this.#urlOf(request);
    try {
      return parseReply(await this.#send(url, request), url, this.#target.server);
    } catch (error) {
      return explainFailure(error, url, this.#target.authority !== undefined);
    }
  }

  /** Ends all requests that have no answer yet. */
  close(): void {
    for (const client of this.#open) client.dispose();
  }

  #urlOf({ path, query = {} }: ArgoRequest): URL {
    const url = new URL(`${this.#target.server}${path}`);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(key, value);
    }
    return url;
  }

  async #send(url: URL, { method = 'GET', body = '', limit }: ArgoRequest): Promise<Reply> {
    const client = new HttpClient('gitops-promote', [], {
      allowRedirects: false,
      keepAlive: true,
      socketTimeout: limit,
    });
    this.#trust(client, url);
    this.#open.add(client);
    const clock = startLimit(limit);
    try {
      const reply = this.#exchange(client, { method, url: url.href, body });
      return await Promise.race([reply, clock.expiry]);
    } finally {
      clock.stop();
      client.dispose();
      this.#open.delete(client);
    }
  }

  async #exchange(
    client: HttpClient,
    { method, url, body }: { readonly method: string; readonly url: string; readonly body: string },
  ): Promise<Reply> {
    const { message } = await client.request(method, url, body, this.#headersOf(method));
    return {
      status: message.statusCode ?? 0,
      contentType: message.headers['content-type'] ?? '',
      location: message.headers.location ?? '',
      body: await readBody(message),
    };
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

  /** The options of the agent are those of its connections, also through a proxy. */
  #trust(client: HttpClient, url: URL): void {
    const { authority } = this.#target;
    if (authority === undefined || url.protocol !== 'https:') return;
    const agent: object = client.getAgent(url.href);
    if ('options' in agent) Object.assign(agent.options as object, { ca: authority });
  }
}

interface Limit {
  /** Rejects when the time is over. */
  readonly expiry: Promise<never>;
  readonly stop: () => void;
}

function startLimit(limit: number): Limit {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${limit / 1000} seconds`));
    }, limit);
  });
  return {
    expiry,
    stop: () => {
      clearTimeout(timer);
    },
  };
}

/** @throws Error when the connection ends in between. */
async function readBody(message: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error(`the answer is larger than ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
