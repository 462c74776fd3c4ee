import { getExecOutput } from '@actions/exec';
import type { CheckedOut } from '../ports.js';

/** What git says of the checkout that a directory is in; `undefined` where there is none, or no git. */
export async function readCheckout(directory: string): Promise<CheckedOut | undefined> {
  const origin = await git(directory, ['config', '--get', 'remote.origin.url']);
  const head = await git(directory, ['rev-parse', '--verify', 'HEAD']);
  return origin === '' || head === '' ? undefined : { origin, head };
}

/** The first line that git writes, or nothing when it fails. */
async function git(directory: string, args: readonly string[]): Promise<string> {
  try {
    const { exitCode, stdout } = await getExecOutput('git', ['-C', directory, ...args], {
      silent: true,
      ignoreReturnCode: true,
    });
    return exitCode === 0 ? stdout.trim() : '';
  } catch {
    return '';
  }
}
