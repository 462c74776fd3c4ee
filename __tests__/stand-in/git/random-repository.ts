import fc from 'fast-check';
import { type BareRepository, createBareRepository } from '../bare-repository.mjs';
import { writeCommit } from '../commit-files.mjs';
import { writeObject } from './loose-objects.mjs';
import { readStoredCommit } from './commit-objects.mjs';
import { moveRef, NOTHING } from './ref-updates.mjs';
import { resolveRef } from './refs.mjs';
import { changeTree } from './trees.mjs';

const BRANCHES = ['main', 'next', 'env/prod'] as const;

/** Some are ordered in another way as a directory than as a file. */
const PATHS = ['a', 'd.x', 'd/b', 'd/e/c', 'd0', 'ü/a b'] as const;

const ada = { name: 'Ada', email: 'ada@example.com' };

interface Step {
  readonly branch: (typeof BRANCHES)[number];
  /** Is merged, if it is another one and is there. */
  readonly other: (typeof BRANCHES)[number] | undefined;
  readonly path: (typeof PATHS)[number];
  /** Nothing deletes the file. */
  readonly text: string | undefined;
  /** Of few values, so that commits have the same one, or an older one than their parents. */
  readonly seconds: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  branch: fc.constantFrom(...BRANCHES),
  other: fc.option(fc.constantFrom(...BRANCHES), { nil: undefined }),
  path: fc.constantFrom(...PATHS),
  text: fc.option(fc.constantFrom('1\n', '2\n', '3\n'.repeat(2000)), { nil: undefined }),
  seconds: fc.nat({ max: 4 }),
});

/** What is written into a repository, a commit for each step. */
export const history = fc.array(step, { minLength: 8, maxLength: 24 });

export async function createRepository(
  gitDir: string,
  steps: readonly Step[],
): Promise<BareRepository> {
  const repository = await createBareRepository(gitDir, { a: '0\n', 'd/b': '0\n' });
  for (const [index, each] of steps.entries()) await addCommit(gitDir, each, index);
  return repository;
}

/** On a branch that is not there yet it starts at the first commit. */
async function addCommit(gitDir: string, step: Step, index: number): Promise<void> {
  const { branch, other, path, text, seconds } = step;
  const name = `refs/heads/${branch}`;
  const from = resolveRef(gitDir, name).oid ?? NOTHING;
  const parents = [from === NOTHING ? firstOf(gitDir) : from];
  const merged = other && resolveRef(gitDir, `refs/heads/${other}`).oid;
  if (merged !== undefined && !parents.includes(merged)) parents.push(merged);
  const change =
    text === undefined
      ? { path, deleted: true as const }
      : { path, mode: '100644', oid: writeObject(gitDir, 'blob', Buffer.from(text)) };
  const tree = changeTree(gitDir, readStoredCommit(gitDir, parents[0] ?? '').tree, [change]);
  const author = { ...ada, date: `${1767225600 + seconds} +0100` };
  const message = `Step ${index}\n\nof several.\n`;
  const commit = { tree, parents, message, author, committer: author };
  await moveRef(gitDir, { name, to: await writeCommit(gitDir, commit), from });
}

function firstOf(gitDir: string): string {
  let oid = resolveRef(gitDir, 'refs/heads/main').oid ?? '';
  for (;;) {
    const [parent] = readStoredCommit(gitDir, oid).parents;
    if (parent === undefined) return oid;
    oid = parent;
  }
}
