/**
 * What both ways of a promotion talk to: the API by the stand-in and git by its own smart HTTP, over
 * the same repositories and behind the same latency.
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startGitHubStandIn } from '../../__tests__/stand-in/server.mjs';
import { startDelayProxy } from './delay-proxy.mjs';
import { startGitHttpServer } from './git-http-server.mjs';

/** @typedef {import('../../__tests__/stand-in/bare-repository.mjs').BareRepository} BareRepository */

export const SOURCE = 'org/app';
export const GITOPS = 'org/gitops';

/** The token of the run, which reads the source repository, and the one for the GitOps repository. */
export const RUN_TOKEN = 'ghs_the-token-of-this-run';
export const GITOPS_TOKEN = 'github_pat_of-the-bench';

/**
 * What one way has used so far.
 * @typedef {object} Usage
 * @property {number} serverMilliseconds From the arrival of each request to the end of its answer.
 * @property {number} requests
 * @property {number} connections
 * @property {number} bytesUp
 * @property {number} bytesDown
 */

/**
 * @typedef {object} Server
 * @property {string} url Behind the latency.
 * @property {() => Usage} readUsage
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} root Has the bare repositories `org/app.git` and `org/gitops.git`.
 * @param {number} roundTripMs
 * @returns {Promise<Server>} The API.
 */
export async function startApi(root, roundTripMs) {
  let serverMilliseconds = 0;
  const standIn = await startGitHubStandIn({
    root,
    repositories: {
      [SOURCE]: { gitDir: join(root, `${SOURCE}.git`), private: true },
      [GITOPS]: { gitDir: join(root, `${GITOPS}.git`), private: true },
    },
    tokens: {
      [RUN_TOKEN]: {
        kind: 'app',
        login: 'github-actions[bot]',
        permissions: { [SOURCE]: 'read' },
      },
      [GITOPS_TOKEN]: {
        kind: 'fine-grained',
        login: 'promoter',
        permissions: { [GITOPS]: 'write' },
      },
    },
    onRequest: async (_exchange, answer) => {
      const begin = performance.now();
      const reply = await answer();
      serverMilliseconds += performance.now() - begin;
      return reply;
    },
  });
  const proxy = await startDelayProxy(standIn.url, roundTripMs);
  return {
    url: proxy.url,
    readUsage: () => ({
      serverMilliseconds,
      requests: standIn.requests.length,
      ...proxy.traffic,
    }),
    close: async () => {
      proxy.close();
      await standIn.close();
    },
  };
}

/**
 * @param {string} root
 * @param {number} roundTripMs
 * @returns {Promise<Server>} Clones and pushes.
 */
export async function startGit(root, roundTripMs) {
  const server = await startGitHttpServer(root);
  const proxy = await startDelayProxy(server.url, roundTripMs);
  return {
    url: proxy.url,
    readUsage: () => ({
      serverMilliseconds: server.log.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      requests: server.log.length,
      ...proxy.traffic,
    }),
    close: async () => {
      proxy.close();
      server.close();
    },
  };
}
