import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BareRepository } from '../stand-in/bare-repository.mjs';
import { commitFiles, writeCommit } from '../stand-in/commit-files.mjs';

/** Fixed, so that commits have the same names in every run. */
const eve = { name: 'Eve', email: 'eve@example.com', date: '1767225600 +0000' };
const identities = { author: eve, committer: eve };

/** Puts commits that change nothing on `main`, past the server. */
export async function addCommits({ git, gitDir }: BareRepository, count: number): Promise<void> {
  const tree = await git('rev-parse', 'main^{tree}');
  let head = await git('rev-parse', 'main');
  for (let at = 1; at <= count; at += 1) {
    const message = `Change nothing, ${at} of ${count}\n`;
    head = await writeCommit(gitDir, { tree, parents: [head], message, ...identities });
  }
  await git('update-ref', 'refs/heads/main', head);
}

/**
 * Writes a file on a branch of its own, which starts at `main`.
 * @returns The commit.
 */
export async function commitText(
  { git, gitDir }: BareRepository,
  path: string,
  text: string,
): Promise<string> {
  const branch = 'overtaking';
  const head = await git('rev-parse', 'main');
  await git('update-ref', `refs/heads/${branch}`, head);
  return commitFiles(gitDir, {
    branch,
    head,
    message: 'Overtake\n',
    files: [{ path, mode: '100644', bytes: Buffer.from(text) }],
    ...identities,
    beforeRefUpdate: () => Promise.resolve(),
  });
}

/**
 * Makes the next write of the server be overtaken: the branch moves after the server has read it and
 * compared the blob, and before git moves it for the server.
 * @param commit What `main` is then.
 */
export async function overtakeNextWrite({ gitDir }: BareRepository, commit: string): Promise<void> {
  const hook = join(gitDir, 'hooks', 'pre-receive.d', 'overtake');
  const lines = [
    '#!/bin/sh',
    'rm "$0"',
    'unset GIT_QUARANTINE_PATH',
    `exec git update-ref refs/heads/main ${commit}`,
  ];
  await writeFile(hook, `${lines.join('\n')}\n`);
  await chmod(hook, 0o755);
}
