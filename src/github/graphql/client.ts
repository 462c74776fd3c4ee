import type { JsonObject } from '../../base/json.js';
import { parseGraphqlReply } from './replies.js';
import { type Answer, isGitea, type RestClient } from '../http/client.js';

/** What became of a request to GraphQL. `absent`: the server has none. */
export type GraphqlAnswer = Answer | { readonly kind: 'absent' };

/** Statuses of an address at which nothing takes a POST, or that is another's. */
const ABSENT = [301, 302, 307, 308, 404, 405, 501];

/** Requests to the GraphQL API of a server that may have none. */
export class GraphqlClient {
  readonly #rest: RestClient;
  #isAbsent: boolean;
  /** Whether it has answered before. */
  #isThere = false;

  /** @param apiUrl Base address of the REST API. */
  constructor(rest: RestClient, apiUrl: string) {
    this.#rest = rest;
    this.#isAbsent = isGitea(apiUrl);
  }

  async request(query: string, variables: JsonObject): Promise<GraphqlAnswer> {
    if (this.#isAbsent) return { kind: 'absent' };
    const answer = await this.#rest.postGraphql(query, variables);
    if (answer.kind === 'ok') {
      const reply = parseGraphqlReply(answer);
      this.#isThere ||= reply.kind !== 'unanswered';
      return reply;
    }
    if (answer.kind !== 'refused' || !ABSENT.includes(answer.status)) return answer;
    if (this.#isThere) return { kind: 'unanswered', detail: `${answer.status}: ${answer.message}` };
    this.#isAbsent = true;
    return { kind: 'absent' };
  }
}
