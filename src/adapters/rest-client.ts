import { isJsonObject, type JsonObject } from '../json.js';
import { createOctokit, REQUEST_TIMEOUT } from './octokit.js';

/** What became of a request. Data has any shape until it is narrowed. */
export type Answer =
  | { readonly kind: 'ok'; readonly data: unknown }
  | {
      readonly kind: 'refused';
      /** HTTP status. */
      readonly status: number;
      /** The `message` of the body, on one line. */
      readonly message: string;
      /** Response headers, names in lower case. */
      readonly headers: JsonObject;
      readonly cause: unknown;
    }
  | { readonly kind: 'unanswered'; readonly detail: string; readonly cause: unknown };

/** A server's REST API of repositories: what is asked of it, and what becomes of that. */
export interface Server {
  /** Base address without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** Makes requests about one repository. */
export class RestClient {
  readonly #octokit: ReturnType<typeof createOctokit>;
  readonly #repository: string;

  constructor({ apiUrl, token, repository }: Server) {
    this.#octokit = createOctokit(apiUrl, token);
    this.#repository = repository;
  }

  /**
   * Never throws for what the server or the network does.
   * @param path Behind `/repos/{owner}/{repo}/`, encoded; empty for the repository itself.
   * @param parameters Query of a GET, JSON body of other methods; `undefined` ones are left out.
   */
  async request(method: string, path: string, parameters: JsonObject): Promise<Answer> {
    try {
      const reply: { readonly data: unknown } = await this.#octokit.request({
        method,
        url: path === '' ? `/repos/${this.#repository}` : `/repos/${this.#repository}/${path}`,
        ...parameters,
        request: { signal: AbortSignal.timeout(REQUEST_TIMEOUT) },
      });
      return { kind: 'ok', data: reply.data };
    } catch (cause) {
      return failedAnswer(cause);
    }
  }
}

/** Octokit reports a missing answer as a status of 500 without a response. */
function failedAnswer(cause: unknown): Answer {
  const response = isJsonObject(cause) ? cause['response'] : undefined;
  if (!isJsonObject(response)) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'unanswered', detail, cause };
  }
  const { status, data, headers } = response;
  return {
    kind: 'refused',
    status: Number(status),
    message: messageOf(data),
    headers: isJsonObject(headers) ? headers : {},
    cause,
  };
}

function messageOf(data: unknown): string {
  const message = isJsonObject(data) ? data['message'] : undefined;
  return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}
