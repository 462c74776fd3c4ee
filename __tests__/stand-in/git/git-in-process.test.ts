import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BareRepository } from '../bare-repository.mjs';
import { runGit } from '../git.mjs';
import { isAncestor, readCommits, readCommitsSince } from '../history.mjs';
import { type Entry, readBlob, readEntries, readEntry, readHeads } from '../objects.mjs';
import { readMergeBases } from './history.mjs';
import { createRepository, history } from './random-repository.js';

/** Files and directories; a slash asks for a directory. */
const PATHS = ['a', 'd', 'd/e/c', 'd0/'];

let root: string;
let count = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'git-in-process-'));
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

/** Everything that is read of a repository, and what git says of the same. */
type Facts = Readonly<Record<string, unknown>>;

function linesOf(output: string): string[] {
  return output === '' ? [] : output.split('\n');
}

function pairsOf(heads: ReadonlyMap<string, string>): [string, string][] {
  const commits = [...new Set(heads.values())];
  return commits.flatMap((a) => {
    return commits.filter((b) => a !== b).map((b): [string, string] => [a, b]);
  });
}

async function readFacts({ gitDir }: BareRepository): Promise<Facts> {
  const heads = await readHeads(gitDir);
  const facts: Record<string, unknown> = { heads: [...heads] };
  for (const [branch, head] of heads) {
    facts[`log ${branch}`] = await readCommits(gitDir, head);
    facts[`files ${branch}`] = await readAll(gitDir, await readEntry(gitDir, head, ''));
    for (const path of PATHS) {
      const commits = await readCommits(gitDir, head, { path });
      facts[`log ${branch} ${path}`] = commits.map(({ sha }) => sha);
    }
  }
  for (const [a, b] of pairsOf(heads)) {
    facts[`${a}..${b}`] = (await readCommitsSince(gitDir, a, b)).map(({ sha }) => sha);
    facts[`bases ${a} ${b}`] = readMergeBases(gitDir, a, b).sort();
    facts[`ancestor ${a} ${b}`] = await isAncestor(gitDir, a, b);
  }
  return facts;
}

/** All files below a directory, with their content. */
async function readAll(gitDir: string, directory: Entry | undefined): Promise<unknown[]> {
  const files = [];
  for (const entry of directory ? await readEntries(gitDir, directory) : []) {
    const isDirectory = entry.mode === '040000';
    if (isDirectory) files.push(...(await readAll(gitDir, entry)));
    else files.push([entry, (await readBlob(gitDir, entry.oid)).toString()]);
  }
  return files;
}

async function readFactsByGit(repository: BareRepository): Promise<Facts> {
  const { git } = repository;
  const heads = new Map(
    linesOf(await git('for-each-ref', '--format=%(refname:lstrip=2) %(objectname)')).map((line) => {
      const [name = '', oid = ''] = line.split(' ');
      return [name, oid];
    }),
  );
  const facts: Record<string, unknown> = { heads: [...heads] };
  for (const [branch, head] of heads) {
    facts[`log ${branch}`] = await readLogByGit(git, head);
    facts[`files ${branch}`] = await readAllByGit(repository, head);
    for (const path of PATHS) {
      facts[`log ${branch} ${path}`] = linesOf(await git('log', '--format=%H', head, '--', path));
    }
  }
  for (const [a, b] of pairsOf(heads)) {
    facts[`${a}..${b}`] = linesOf(await git('log', '--format=%H', `${a}..${b}`));
    const bases = linesOf(await git('merge-base', '--all', a, b)).sort();
    facts[`bases ${a} ${b}`] = bases;
    facts[`ancestor ${a} ${b}`] = bases.includes(a);
  }
  return facts;
}

async function readLogByGit(git: BareRepository['git'], head: string): Promise<unknown[]> {
  const fields = '%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B%x01';
  const output = await git('log', `--format=${fields}`, head);
  return output
    .split('\x01')
    .slice(0, -1)
    .map((commit) => {
      const [sha, tree, parents = '', ...others] = commit.trimStart().split('\0');
      const [author, email, at, committer, committerEmail, committedAt, message = ''] = others;
      return {
        ...{ sha, tree, parents: parents.split(' ').filter((parent) => parent !== '') },
        author: { name: author, email, date: renderDate(at) },
        committer: { name: committer, email: committerEmail, date: renderDate(committedAt) },
        message: message.replace(/\n+$/, ''),
      };
    });
}

function renderDate(seconds: string | undefined): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}

async function readAllByGit({ git, gitDir }: BareRepository, head: string): Promise<unknown[]> {
  const listed = await git('ls-tree', '-r', '-z', '--long', head);
  const entries = [...listed.matchAll(/(\d{6}) blob (\w+) +(\d+)\t([^\0]+)\0/g)].map((fields) => {
    const [, mode, oid, size, path] = fields;
    return { mode, oid, size: Number(size), path };
  });
  const input = entries.map(({ oid }) => `${oid}\n`).join('');
  const output = await runGit(gitDir, ['cat-file', '--batch'], { input });
  let at = 0;
  return entries.map((entry) => {
    const start = output.indexOf('\n', at) + 1;
    at = start + entry.size + 1;
    return [entry, output.toString('utf8', start, start + entry.size)];
  });
}

describe('what is read in process', () => {
  it('is what git reads of the same repository, also of its packs', async () => {
    const check = async (steps: Parameters<typeof createRepository>[1]) => {
      const gitDir = join(root, `${count++}.git`);
      const repository = await createRepository(gitDir, steps);
      const facts = await readFacts(repository);
      expect(facts).toEqual(await readFactsByGit(repository));
      expect(await repository.git('fsck', '--strict', '--no-dangling')).toBe('');

      await repository.git('pack-refs', '--all');
      await repository.git('repack', '-a', '-d', '--quiet');
      expect(await repository.git('count-objects')).toMatch(/^0 objects/);
      expect(await readFacts(repository)).toEqual(facts);
    };
    await fc.assert(fc.asyncProperty(history, check), { numRuns: 3 });
  });
});
