import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { useExample, type Example } from '../run/example.js';
import { runAction } from '../stand-in/run-action.mjs';

/** A Node.js that the bundle runs on. */
export interface NodeVersion {
  readonly version: string;
  /** Its path. */
  readonly node: string;
}

const node24 = fileURLToPath(new URL('../node24/node_modules/node/bin/node', import.meta.url));

/** The Node.js that the runner has. */
export const RUNNER_NODE = describeNode(node24);

/** The Node.js that runs the tests, and the one that the runner has. */
export const NODES: readonly NodeVersion[] = [describeNode(process.execPath), RUNNER_NODE];

function describeNode(node: string): NodeVersion {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return { node, version: stdout.trim() };
}

/** The example, run by the bundle on a Node.js. */
export function useBundle({ node }: NodeVersion): Example {
  return useExample((call) => runAction({ ...call, node }));
}
