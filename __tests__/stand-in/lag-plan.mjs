// A server that answers from copies which are behind: it does not see yet what is there, or shows a
// pull request as it was.

import { GRAPHQL } from './graphql-endpoint.mjs';
import { refuse, refuseInvalid } from './replies.mjs';

/** @typedef {import('./replies.mjs').Reply} Reply */
/** @typedef {import('./request-log.mjs').Exchange} Exchange */
/** @typedef {import('./server.mjs').Interceptor} Interceptor */

/**
 * How a server says that it does not see something.
 * @typedef {(exchange: Readonly<Exchange>) => Reply} Unseen
 */

/** What a mutation asks for; everything else asks for a repository. */
const FIELDS = ['createCommitOnBranch', 'enablePullRequestAutoMerge', 'updateRefs'];

/** @type {Unseen} Whatever it is about, it is not found. */
export function refuseAsAbsent(exchange) {
  if (exchange.template !== GRAPHQL) return refuse(404, 'Not Found');
  return refuseQuery(
    exchange,
    'NOT_FOUND',
    "Could not resolve to a node with the global id of 'x'.",
  );
}

/** @type {Unseen} In the words of what does not see the objects, branches and refs that it needs. */
export function refuseAsUnseen(exchange) {
  const { method, template = '', body } = exchange;
  if (template === GRAPHQL) {
    const isUpdate = JSON.stringify(body).includes('updateRefs');
    if (!isUpdate) return refuseAsAbsent(exchange);
    return refuseQuery(exchange, 'UNPROCESSABLE', 'Reference update failed');
  }
  if (template.includes('/git/refs')) return refuse(422, 'Object does not exist');
  if (method === 'PUT' && template.includes('/contents')) return refuse(404, 'Branch x not found');
  if (method === 'POST' && template.endsWith('/pulls')) {
    return refuseInvalid([{ resource: 'PullRequest', field: 'head', code: 'invalid' }], '');
  }
  return refuse(404, 'Not Found');
}

/**
 * @param {Readonly<Exchange>} exchange
 * @param {string} type
 * @param {string} message
 * @returns {Reply}
 */
function refuseQuery({ body }, type, message) {
  const text = JSON.stringify(body);
  const field = FIELDS.find((name) => text.includes(name)) ?? 'repository';
  const errors = [{ type, path: [field], locations: [{ line: 1, column: 1 }], message }];
  return { status: 200, body: { data: { [field]: null }, errors } };
}

/**
 * @typedef {object} LagPlan
 * @property {Interceptor} onRequest
 * @property {() => number} count How many requests did not see what they are about.
 */

/**
 * From the n-th request on, that one and further ones of its kind do not see what they are about,
 * so many in all.
 * @param {number} index Counted from 0.
 * @param {number} times
 * @param {Unseen} refusal
 * @returns {LagPlan}
 */
export function planLag(index, times, refusal) {
  let seen = 0;
  let met = 0;
  /** @type {string | undefined} */
  let kind;
  return {
    count: () => met,
    onRequest: async (exchange, answer) => {
      if (seen === index) kind = kindOf(exchange);
      seen += 1;
      if (kind !== kindOf(exchange) || met === times) return answer();
      met += 1;
      return refusal(exchange);
    },
  };
}

/**
 * What a request is and is about; of temporary branches all are alike.
 * @param {Readonly<Exchange>} exchange
 */
function kindOf({ method, path, body }) {
  const text = JSON.stringify(body ?? '');
  const about = path.replace(/\.[0-9a-f-]{36}-\d+/, '');
  return [method, about, FIELDS.find((name) => text.includes(name)) ?? ''].join(' ');
}

/**
 * Pull requests are shown at another commit than the one that their branch is at.
 * @param {string} sha
 * @returns {Interceptor}
 */
export function lagRecords(sha) {
  return async ({ template = '' }, answer) => {
    const reply = await answer();
    if (!template.endsWith('/pulls')) return reply;
    const { body } = reply;
    return { ...reply, body: Array.isArray(body) ? body.map(atCommit) : atCommit(body) };
  };

  /** @param {any} record */
  function atCommit(record) {
    return record?.head === undefined ? record : { ...record, head: { ...record.head, sha } };
  }
}
