import { describe, expect, it } from '@jest/globals';
import { FileCoverage } from '../../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { resolveTracked } from '../../../src/coverage/changes/tracked-files.js';
import { parseReport } from '../fixture.js';

const memory = new ReportMemory();

/** A file of which these lines are covered, and line 9 is not. */
function file(...covered: readonly number[]): FileCoverage {
  const coverage = new FileCoverage(memory);
  coverage.lines.add(9, false);
  for (const line of covered) coverage.lines.add(line, true);
  return coverage;
}

/** The tracked paths that were found, each with its covered lines. */
function resolve(
  files: Readonly<Record<string, FileCoverage>>,
  tracked: readonly string[],
): Readonly<Record<string, readonly number[]>> {
  const resolved = resolveTracked(new Map(Object.entries(files)), tracked);
  const found: Record<string, readonly number[]> = {};
  for (const path of tracked.filter((each) => resolved.has(each))) {
    const lines = [...resolved.listLines(path)];
    found[path] = lines.filter(([, isCovered]) => isCovered).map(([line]) => line);
  }
  return found;
}

describe('resolveTracked', () => {
  const tracked = ['app/calc.py', 'app/sub/calc.py', 'calc.go', 'lib/x/util.py', 'web/util.py'];

  it.each([
    { description: 'the path itself', path: 'app/calc.py', expected: 'app/calc.py' },
    { description: 'another machine', path: '/srv/app/sub/calc.py', expected: 'app/sub/calc.py' },
    { description: 'a Go module', path: 'example.com/m/calc.go', expected: 'calc.go' },
    { description: 'a source directory', path: 'x/util.py', expected: 'lib/x/util.py' },
    { description: 'several candidates', path: 'calc.py', expected: undefined },
    { description: 'no candidate', path: 'other.py', expected: undefined },
    { description: 'a part of a name', path: 'lc.py', expected: undefined },
  ])('finds $description', ({ path, expected }) => {
    const found = resolve({ [path]: file(1) }, tracked);
    expect(found).toEqual(expected === undefined ? {} : { [expected]: [1] });
  });

  it.each<{
    description: string;
    files: Readonly<Record<string, FileCoverage>>;
    paths: readonly string[];
    expected: Readonly<Record<string, readonly number[]>>;
  }>([
    {
      description: 'the exact path, whatever comes before it',
      files: { 'build/lib/utils.py': file(1), 'utils.py': file(2) },
      paths: ['utils.py'],
      expected: { 'utils.py': [2] },
    },
    {
      description: 'all of the names of one file',
      files: { '/a/app/calc.py': file(1), '/b/app/calc.py': file(2, 9) },
      paths: ['app/calc.py'],
      expected: { 'app/calc.py': [1, 9, 2] },
    },
    {
      description: 'the longest of the paths that end a name',
      files: { '/srv/a/b.py': file(1) },
      paths: ['b.py', 'a/b.py'],
      expected: { 'a/b.py': [1] },
    },
    {
      description: 'the path that has all of the name, before one that has its end',
      files: { 'com/x/M.java': file(1) },
      paths: ['M.java', 'src/main/java/com/x/M.java'],
      expected: { 'src/main/java/com/x/M.java': [1] },
    },
    {
      description: 'nothing for what may be a file that another report names exactly',
      files: { 'app/calc.py': file(1), 'calc.py': file(2) },
      paths: ['app/calc.py', 'lib/calc.py'],
      expected: { 'app/calc.py': [1] },
    },
  ])('takes $description', ({ files, paths, expected }) => {
    expect(resolve(files, paths)).toEqual(expected);
  });

  it('looks beyond the groups of JaCoCo, which are no directories', async () => {
    const { files } = await parseReport(
      `<report name="all"><group name="mod"><package name="com/x"><sourcefile name="M.java">
         <line nr="3" mi="0" ci="1" mb="0" cb="0"/></sourcefile></package></group></report>`,
    );
    const path = 'mod/src/main/java/com/x/M.java';
    expect([...resolveTracked(files, [path]).listLines(path)]).toEqual([[3, true]]);
  });
});

describe('TrackedFiles', () => {
  const names = ['com/x/M.java', 'calc.py', 'a.py'];
  const tracked = ['src/M.java', 'x/calc.py', 'y/calc.py', 'a.py', 'b.py'];
  const resolved = resolveTracked(new Map(names.map((name) => [name, file()])), tracked);

  it.each([
    { path: 'src/N.java', doubt: undefined },
    { path: 'src/M.java', doubt: 'com/x/M.java' },
    { path: 'y/calc.py', doubt: 'calc.py' },
    { path: 'a.py', doubt: undefined },
  ])('doubts of $path whether it is $doubt', ({ path, doubt }) => {
    expect(resolved.findDoubt(path)).toBe(doubt);
  });

  it('gives the files that have a place', () => {
    expect(resolved.values()).toHaveLength(1);
  });
});
