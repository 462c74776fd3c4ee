// Lets chosen requests fail. A sweep over everything that can go wrong is two loops, over the indexes
// of the requests of a run without faults and over `FAULTS`:
//
//   const plan = planFaults([{ index, fault }]);
//   const server = await startGitHubStandIn({ ...options, onRequest: plan.onRequest });

/** @typedef {import('./faults.mjs').Fault} Fault */
/** @typedef {import('./request-log.mjs').Exchange} Exchange */

/**
 * The n-th of all requests, or of those of a method and a path; counted from 0.
 * @typedef {object} Target
 * @property {number | 'every'} [index] The first if it is left out.
 * @property {string} [method]
 * @property {string | RegExp} [path] Decoded, without the query.
 */

/** @typedef {Target & { fault: Fault }} PlannedFault */

/**
 * @typedef {object} FaultPlan
 * @property {import('./server.mjs').Interceptor} onRequest
 * @property {readonly Readonly<Exchange>[]} failed The requests that met a fault. A fault may answer
 *   what GitHub does not describe for the operation, so leave them out of a validation.
 */

/**
 * Of several faults that are planned for one request, the first strikes.
 * @param {readonly PlannedFault[]} planned
 * @returns {FaultPlan}
 */
export function planFaults(planned) {
  const counters = planned.map((target) => ({ target, seen: 0 }));
  /** @type {Readonly<Exchange>[]} */
  const failed = [];
  return {
    failed,
    onRequest: (exchange, answer) => {
      /** @type {Fault | undefined} */
      let fault;
      for (const counter of counters) {
        if (!isMeant(counter.target, exchange)) continue;
        const { index = 0 } = counter.target;
        if (index === 'every' || index === counter.seen) fault ??= counter.target.fault;
        counter.seen += 1;
      }
      if (fault === undefined) return answer();
      failed.push(exchange);
      return fault.run(exchange, answer);
    },
  };
}

/**
 * @param {Target} target
 * @param {Readonly<Exchange>} exchange
 */
function isMeant({ method, path }, exchange) {
  if (method !== undefined && method !== exchange.method) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? path === exchange.path : path.test(exchange.path);
}
