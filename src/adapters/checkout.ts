import { realpath } from 'node:fs/promises';
import { getExecOutput } from '@actions/exec';
import type { CheckedOut } from '../ports.js';

/**
 * What git says of the checkout whose root a directory is; `undefined` where there is none, or no
 * git. A checkout around the directory is another matter.
 */
export async function readCheckout(directory: string): Promise<CheckedOut | undefined> {
  try {
    const root = await realpath(directory);
    const origin = await git(root, ['config', '--get', 'remote.origin.url']);
    const answer = await git(root, ['rev-parse', '--show-prefix', 'HEAD']);
    // The way from the root of the checkout to the directory comes first, on a line of its own.
    const head = /^\n(?<head>[0-9a-f]+)\n$/.exec(answer)?.groups?.['head'];
    return head === undefined ? undefined : { origin: origin.trim(), head };
  } catch {
    return undefined;
  }
}

/**
 * What git writes. In a container job the workspace belongs to another user, which git calls
 * dubious; it was the runner that put it there.
 * @throws Error when git fails, or is not there.
 */
async function git(root: string, args: readonly string[]): Promise<string> {
  const trust = ['-c', `safe.directory=${root}`];
  const { stdout } = await getExecOutput('git', [...trust, '-C', root, ...args], { silent: true });
  return stdout;
}
