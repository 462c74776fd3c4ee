import { realpath } from 'node:fs/promises';
import type { CheckedOut } from '../ports.js';
import { runGit } from './changes.js';

/**
 * What git says of the checkout whose root a directory is; `undefined` where there is none, or no
 * git. A checkout around the directory is another matter.
 */
export async function readCheckout(directory: string): Promise<CheckedOut | undefined> {
  try {
    const root = await realpath(directory);
    const origin = await readGit(root, 'config', '--get', 'remote.origin.url');
    const answer = await readGit(root, 'rev-parse', '--show-prefix', 'HEAD');
    // The way from the root of the checkout to the directory comes first, on a line of its own.
    const head = /^\n(?<head>[0-9a-f]+)\n$/.exec(answer)?.groups?.['head'];
    return head === undefined ? undefined : { origin: origin.trim(), head };
  } catch {
    return undefined;
  }
}

/** @throws Error when git fails, or is not there. */
async function readGit(root: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runGit(['-C', root, ...args]);
  if (exitCode === 0) return stdout;
  throw new Error(stderr);
}
