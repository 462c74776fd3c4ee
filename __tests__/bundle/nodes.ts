import { spawnSync } from 'node:child_process';
import { findRunnerNode } from '../../scripts/runner-node.mjs';
import { useExample, type Example } from '../run/example.js';
import { runAction } from '../stand-in/run-action.mjs';

/** A Node.js that the bundle runs on. */
export interface NodeVersion {
  readonly version: string;
  /** Its path. */
  readonly node: string;
}

/** The Node.js that the runner has. */
export const RUNNER_NODE = describeNode(findRunnerNode());

/** The Node.js that runs the tests, and where that is another one, the one that the runner has. */
export const NODES: readonly NodeVersion[] = [
  ...new Map(
    [describeNode(process.execPath), RUNNER_NODE].map((found) => [found.node, found]),
  ).values(),
];

function describeNode(node: string): NodeVersion {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return { node, version: stdout.trim() };
}

/** The example, run by the bundle on a Node.js. */
export function useBundle({ node }: NodeVersion): Example {
  return useExample((call) => runAction({ ...call, node }));
}
