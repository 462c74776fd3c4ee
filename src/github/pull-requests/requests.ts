import { PromoteError } from '../../base/errors.js';
import type { JsonObject } from '../../base/json.js';
import type { Trace } from '../../base/trace.js';
import type { GitOpsTarget } from '../../ports/gitops.js';
import { type GraphqlAnswer, GraphqlClient } from '../graphql/client.js';
import { isCarriedOut } from '../graphql/replies.js';
import { type Answer, type Failure, RestClient } from '../http/client.js';
import { makeFailureError } from '../refusals/explain.js';

/** Requests about branches and pull requests of a repository, and what a refused one ends in. */
export class Requests {
  readonly target: GitOpsTarget;
  readonly rest: RestClient;
  readonly graphql: GraphqlClient;

  /** @param trace Is told of every request. */
  constructor(target: GitOpsTarget, trace?: Trace) {
    this.target = target;
    this.rest = new RestClient(target, trace);
    this.graphql = new GraphqlClient(this.rest, target.apiUrl);
  }

  /** @throws PromoteError of what was not granted. */
  async send(
    method: string,
    path: string,
    parameters: JsonObject,
    branch?: string,
  ): Promise<unknown> {
    return this.dataOf(await this.rest.request(method, path, parameters), path, branch);
  }

  /**
   * Asks for a mutation of GraphQL. It is granted where its data say so, whatever else was refused;
   * what says neither is no answer.
   * @param name Of the mutation.
   */
  async mutate(name: string, query: string, input: JsonObject): Promise<GraphqlAnswer> {
    const answer = await this.graphql.request(query, { input });
    if (answer.kind === 'refused' && isCarriedOut(answer.granted, name)) {
      return { kind: 'ok', data: answer.granted, headers: answer.headers };
    }
    if (answer.kind !== 'ok' || isCarriedOut(answer.data, name)) return answer;
    return { kind: 'unanswered', detail: `what it sent does not tell of ${name}` };
  }

  /** @throws PromoteError of what was not granted. */
  dataOf(answer: Answer, path: string, branch?: string): unknown {
    if (answer.kind === 'ok') return answer.data;
    throw this.explain(answer, path, branch);
  }

  /** @param branch The one that the request is about, when it is about one. */
  explain(failure: Failure, path: string, branch?: string): PromoteError {
    const target = branch === undefined ? this.target : { ...this.target, branch };
    return makeFailureError(failure, { target, action: 'pull-request', path });
  }

  explainNoGitHub(): PromoteError {
    return new PromoteError(
      'invalid-input',
      `mode: pull-request needs GitHub or GitHub Enterprise Server, and ${this.target.apiUrl} cannot do what it takes. Set mode: commit.`,
    );
  }
}

export function isRefused(answer: Answer, status: number, message: RegExp): boolean {
  if (answer.kind !== 'refused' || answer.status !== status) return false;
  return message.test(answer.message);
}
