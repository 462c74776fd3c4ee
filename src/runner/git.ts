import { getExecOutput } from '@actions/exec';
import { realpath } from 'node:fs/promises';
import { PromoteError } from '../base/errors.js';
import type { CheckedOut } from '../ports/runner.js';

interface GitOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The changes since the checkout and `base` parted, as `git diff` prints them, whatever the user's
 * own configuration says about its form.
 * @param branch Where it has gone on since `base`, and the checkout has some of that, it is what
 *   counts.
 * @throws PromoteError `coverage-unknown` when the checkout does not have `base`.
 */
export async function readDiff(base: string, branch?: string): Promise<string> {
  const commit = await resolveCommit(base);
  const start = branch === undefined ? undefined : await findStart(commit, `origin/${branch}`);
  // What git calls binary has lines all the same.
  const form = [
    '--text',
    '--unified=0',
    '--inter-hunk-context=0',
    '--no-relative',
    '--find-renames',
  ];
  const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short'];
  const prefixes = ['--src-prefix=a/', '--dst-prefix=b/'];
  const { exitCode, stdout, stderr } = await runGit([
    'diff',
    ...form,
    ...plain,
    ...prefixes,
    start === undefined ? `${commit}...HEAD` : `${start}..HEAD`,
  ]);
  if (exitCode === 0) return stdout;
  throw notThere(base, stderr);
}

/** The newest commit that HEAD has in common with a commit and a branch; none where HEAD is on it. */
async function findStart(commit: string, branch: string): Promise<string | undefined> {
  if (await hasCommit('HEAD', branch)) return undefined;
  const { exitCode, stdout } = await runGit(['merge-base', 'HEAD', commit, branch]);
  return exitCode === 0 ? stdout.trim() : undefined;
}

/** Whether the history of `at` has a commit. No where one of them is not there. */
export async function hasCommit(commit: string, at: string): Promise<boolean> {
  const { exitCode } = await runGit(['merge-base', '--is-ancestor', commit, at]);
  return exitCode === 0;
}

/**
 * The commits that the one at HEAD comes from, also those that a shallow clone does not have.
 * @throws PromoteError `coverage-unknown` when there is no such commit.
 */
export async function listParents(): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await tryGit(['cat-file', 'commit', 'HEAD']);
  if (exitCode !== 0) throw new PromoteError('coverage-unknown', `git failed: ${stderr.trim()}`);
  // The headers end with an empty line.
  const [headers = ''] = stdout.split('\n\n');
  return [...headers.matchAll(/^parent (?<sha>[0-9a-f]+)$/gm)].map((match) => match[1] ?? '');
}

/** Paths of the files that git tracks, from the root of the repository. */
export async function listTrackedFiles(): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await tryGit(['ls-files', '--full-name', '-z', ':/']);
  if (exitCode === 0) return stdout.split('\0').filter((path) => path !== '');
  throw new PromoteError('coverage-unknown', `git ls-files failed: ${stderr.trim()}`);
}

/** A branch is often only there as the remote's. */
async function resolveCommit(base: string): Promise<string> {
  let failure = '';
  for (const name of [base, `origin/${base}`]) {
    const output = await runGit(['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
    if (output.exitCode === 0) return output.stdout.trim();
    failure ||= output.stderr;
  }
  throw notThere(base, failure);
}

function notThere(base: string, stderr: string): PromoteError {
  return new PromoteError(
    'coverage-unknown',
    `coverage-min-patch: the checkout does not have ${base} and its history (${stderr.trim()}). Check the repository out with fetch-depth: 0; actions/checkout fetches a single commit by default.`,
  );
}

/**
 * Runs git. In a container job the workspace belongs to another user, which git calls dubious; it
 * was the runner that put it there.
 * @throws Error when git is not there.
 */
function runGit(args: readonly string[]): Promise<GitOutput> {
  const settings = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
  return getExecOutput('git', [...settings, ...args], { silent: true, ignoreReturnCode: true });
}

/** As `runGit`, where a machine without git is like a directory without a repository. */
async function tryGit(args: readonly string[]): Promise<GitOutput> {
  try {
    return await runGit(args);
  } catch (error) {
    return { exitCode: -1, stdout: '', stderr: String(error) };
  }
}

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
