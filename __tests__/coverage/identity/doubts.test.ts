import { describe, expect, it } from '@jest/globals';
import {
  cobertura,
  coveragePyJson,
  go,
  jacoco,
  lcov,
  type Measured,
  play,
  type Scene,
  WORKSPACE,
} from './scene.js';

const NPM = ['packages/a/src/index.js', 'packages/b/src/index.js'];

/** Two artifacts of which it cannot be told whether they are of one package. */
const TWO: Scene = {
  tracked: NPM,
  reports: {
    'artifacts/1/lcov.info': lcov({ 'src/index.js': '1110' }),
    'artifacts/2/lcov.info': lcov({ 'src/index.js': '1011' }),
  },
};

const NAMES = 'src/index.js (artifacts/1/lcov.info), src/index.js (artifacts/2/lcov.info)';

interface Row extends Scene {
  readonly description: string;
  readonly lines: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly message?: string;
}

const rows: readonly Row[] = [
  {
    ...TWO,
    description: 'holds when the smaller reading reaches the minimum',
    inputs: { 'coverage-min': '75' },
    lines: '6/8',
    verdict: 'pass',
    message: 'coverage 75.00% (6/8 lines) reaches 75%',
  },
  {
    ...TWO,
    description: 'fails when the larger does not',
    tracked: [...NPM, 'x.js'],
    reports: { ...TWO.reports, 'coverage/lcov.info': lcov({ 'x.js': '00' }) },
    lines: '6/10',
    verdict: 'fail',
  },
  {
    ...TWO,
    description: 'is unknown between them, and names what decides',
    lines: '6/8',
    verdict: 'unknown',
    message: `coverage is unknown: it is from 75.00% (6/8) to 100.00% (4/4) of lines, with 80% between, since it cannot be told whether these are one file or several: ${NAMES}`,
  },
  {
    ...TWO,
    description: 'is unknown between them as coverage.py rounds',
    inputs: { 'coverage-precision': '0', 'coverage-min': '75.4' },
    lines: '6/8',
    verdict: 'unknown',
  },
  {
    ...TWO,
    description: 'is known where what is selected is one of both readings',
    inputs: { 'coverage-include': 'packages/**', 'coverage-min': '70' },
    lines: '6/8',
    verdict: 'pass',
  },
  {
    ...TWO,
    description: 'counts what may be selected with and without it',
    inputs: { 'coverage-exclude': 'packages/a/**', 'coverage-min': '70' },
    lines: '6/8',
    verdict: 'pass',
  },
  {
    ...TWO,
    description: 'holds files against their own minimum in each reading',
    inputs: { 'coverage-min': '75', 'coverage-min-file': '75' },
    lines: '6/8',
    verdict: 'pass',
  },
  {
    ...TWO,
    description: 'does not know whether each file reaches its minimum',
    inputs: { 'coverage-min': '75', 'coverage-min-file': '80' },
    lines: '6/8',
    verdict: 'unknown',
    message: `coverage is unknown: whether each file reaches 80% of its lines depends on whether these are one file or several: ${NAMES}`,
  },
  {
    ...TWO,
    description: 'fails when a file is below its minimum in each reading',
    reports: { ...TWO.reports, 'artifacts/2/lcov.info': lcov({ 'src/index.js': '0000' }) },
    inputs: { 'coverage-min': '0', 'coverage-min-file': '80' },
    lines: '3/8',
    verdict: 'fail',
  },
  {
    ...TWO,
    description: 'does not know whether coverage fell by too much',
    inputs: { 'coverage-min': '75', 'coverage-baseline': '90', 'coverage-max-drop': '1' },
    lines: '6/8',
    verdict: 'unknown',
    message: `the drop is unknown: coverage fell from 90.00% to 75.00% (6/8 lines), by 15.00 points, where at most 1 are allowed, or less, since it cannot be told whether these are one file or several: ${NAMES}`,
  },
  {
    ...TWO,
    description: 'does not know whether coverage fell from what is not known',
    reports: { 'coverage/lcov.info': lcov({ 'packages/a/src/index.js': '1110' }) },
    others: TWO.reports,
    inputs: {
      'coverage-min': '75',
      'coverage-baseline': 'artifacts/*/lcov.info',
      'coverage-max-drop': '1',
    },
    lines: '3/4',
    verdict: 'unknown',
  },
  {
    description: 'takes what is found from several places for none of them surely',
    tracked: ['src/x.js', 'packages/a/a.js', 'packages/a/b.js'],
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/x.js': '11', 'a.js': '1', 'b.js': '1' }),
      'coverage/lcov.info': lcov({ 'src/x.js': '00' }),
    },
    lines: '4/6',
    verdict: 'unknown',
  },
  {
    description: 'takes a file that is found nearer than the others for neither surely',
    tracked: ['src/x.js', 'a/src/x.js', 'y.js', 'z.js', 'a/w.js'],
    reports: {
      'a/coverage/lcov.info': lcov({ 'src/x.js': '11', 'y.js': '1', 'z.js': '1', 'w.js': '1' }),
      'coverage/lcov.info': lcov({ 'src/x.js': '00' }),
    },
    lines: '5/7',
    verdict: 'unknown',
  },
  {
    description: 'takes files below a directory that other paths leave open for neither surely',
    tracked: ['store.js', 'util.js', 'main.js'],
    reports: {
      'a.info': lcov({
        '/w/app/main.js': '1',
        '/w/app/gen/store.js': '1',
        '/w/app/gen/util.js': '1',
      }),
      'b.info': lcov({ 'store.js': '0', 'util.js': '0' }),
    },
    lines: '3/5',
    verdict: 'unknown',
  },
  {
    description: 'does not choose between two places of a second machine',
    tracked: ['a/x.js', 'a/y.js', 'b/x.js', 'b/y.js', 'one.js', 'two.js', 'three.js'],
    reports: {
      'all.info': lcov({
        '/m1/x.js': '1',
        '/m1/y.js': '1',
        '/m2/one.js': '1',
        '/m2/two.js': '1',
        '/m2/three.js': '1',
      }),
      'a/coverage/lcov.info': lcov({ 'x.js': '0', 'y.js': '0' }),
    },
    lines: '5/7',
    verdict: 'unknown',
  },
  {
    description: 'takes what ends like a tracked file for it, or for another',
    tracked: ['a/src/x.js', 'b/y.js', 'b/z.js', 'b/w.js'],
    reports: {
      'b/coverage/lcov.info': lcov({ 'y.js': '1', 'src/x.js': '1' }),
      'a/coverage/lcov.info': lcov({ 'src/x.js': '0' }),
    },
    inputs: { 'coverage-min': '70' },
    lines: '2/3',
    verdict: 'unknown',
  },
  {
    description: 'counts what a report lists beside the files that it could be',
    tracked: ['p/x.py', 'q/x.py'],
    reports: {
      'one.xml': cobertura(
        { 'x.py': '11', [`${WORKSPACE}/p/x.py`]: '11', [`${WORKSPACE}/q/x.py`]: '00' },
        `${WORKSPACE}/p`,
        `${WORKSPACE}/q`,
      ),
    },
    inputs: { 'coverage-min': '60' },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'does not take two packages that were each mounted at one place for one',
    tracked: ['src/index.js', 'a/src/index.js'],
    reports: {
      'a.xml': cobertura({ 'src/index.js': '0' }, '/app'),
      'root.xml': cobertura({ 'src/index.js': '111' }, '/app'),
    },
    lines: '3/4',
    verdict: 'unknown',
  },
  {
    description: 'does not know which of two Kotlin modules without the root package it is',
    tracked: ['app/src/main/kotlin/db/Repo.kt', 'lib/src/main/kotlin/db/Repo.kt'],
    reports: {
      'artifacts/1.xml': jacoco('Kover', { 'com/x/db/Repo.kt': '11' }),
      'artifacts/2.xml': jacoco('Kover', { 'com/x/db/Repo.kt': '00' }),
    },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'does not know whether a file that may be of an excluded directory counts',
    tracked: [...NPM, 'y.js'],
    reports: {
      'artifacts/lcov.info': lcov({ 'src/index.js': '00' }),
      'coverage/lcov.info': lcov({ 'y.js': '11' }),
    },
    inputs: { 'coverage-exclude': 'packages/a/**' },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'leaves out a file whichever of the excluded ones it is',
    tracked: [...NPM, 'y.js'],
    reports: {
      'artifacts/lcov.info': lcov({ 'src/index.js': '00' }),
      'coverage/lcov.info': lcov({ 'y.js': '11' }),
    },
    inputs: { 'coverage-exclude': 'packages/**\nsrc/**' },
    lines: '2/2',
    verdict: 'pass',
  },
  {
    description: 'takes two files of one report for two, though one path ends in the other',
    reports: { '1.info': lcov({ 'src/a.c': '11', 'lib/src/a.c': '00' }) },
    lines: '2/4',
    verdict: 'fail',
  },
  {
    description: 'knows no lines of a file of which one report does not tell them',
    tracked: ['go.mod', 'a.go'],
    others: { 'go.mod': 'module m' },
    reports: {
      'a.out': go({ 'm/a.go': '1' }),
      'b.out': 'mode: set\nm/a.go:40.1,2.1 1 0\n',
      'c.out': go({ 'm/a.go': '1' }),
    },
    inputs: { 'coverage-metric': 'statements', 'coverage-min-lines': '10' },
    lines: '1/2',
    verdict: 'fail',
  },
  {
    description:
      'does not take files that are gone for one where their reports are of two packages',
    tracked: ['a/src/i.ts', 'b/src/i.ts'],
    reports: {
      'a/coverage/lcov.info': lcov({ 'dist/i.js': '11' }),
      'b/coverage/lcov.info': lcov({ 'dist/i.js': '00' }),
    },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'takes files that are gone for those of shards where their reports are of none',
    tracked: ['a/src/i.ts', 'b/src/i.ts'],
    reports: {
      'artifacts/1/lcov.info': lcov({ 'dist/i.js': '10' }),
      'artifacts/2/lcov.info': lcov({ 'dist/i.js': '01' }),
    },
    lines: '2/2',
    verdict: 'pass',
  },
  {
    description: 'bounds what many reports of many files may count',
    reports: Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `artifacts/${index}/lcov.info`,
        lcov({ 'src/index.js': '1'.repeat(index + 1) }),
      ]),
    ),
    inputs: { 'coverage-min': '100' },
    lines: '78/78',
    verdict: 'pass',
  },
  {
    description: 'does not know what many reports of many files are',
    reports: Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `artifacts/${index}/lcov.info`,
        lcov({ 'src/index.js': `0${'1'.repeat(index)}` }),
      ]),
    ),
    inputs: { 'coverage-min': '60', 'coverage-min-file': '10' },
    lines: '11/23',
    verdict: 'unknown',
  },
  {
    description: 'does not know which of many files are selected',
    tracked: Array.from({ length: 20 }, (_, index) => `p${index}/src/index.js`),
    reports: Object.fromEntries(
      Array.from({ length: 3 }, (_, index) => [
        `artifacts/${index}/lcov.info`,
        lcov({ 'src/index.js': '10', 'other.js': '1' }),
      ]),
    ),
    inputs: { 'coverage-min': '30', 'coverage-exclude': 'p1/**' },
    lines: '1/4',
    verdict: 'unknown',
  },
  {
    description: 'leaves out many files that are all excluded',
    tracked: [...Array.from({ length: 20 }, (_, index) => `p${index}/src/index.js`), 'a.js'],
    reports: {
      ...Object.fromEntries(
        Array.from({ length: 3 }, (_, index) => [
          `artifacts/${index}/lcov.info`,
          lcov({ 'src/index.js': '10' }),
        ]),
      ),
      'coverage/lcov.info': lcov({ 'a.js': '1' }),
    },
    inputs: { 'coverage-exclude': 'p*/**\nsrc/**' },
    lines: '1/1',
    verdict: 'pass',
  },
  {
    description: 'unites two machines in one report',
    tracked: ['src/a.js', 'src/b.js'],
    reports: {
      'all.info': lcov({
        '/m1/app/src/a.js': '10',
        '/m1/app/src/b.js': '1',
        '/m2/src/a.js': '01',
        '/m2/src/b.js': '0',
      }),
    },
    lines: '3/3',
    verdict: 'pass',
  },
  {
    description: 'keeps what is below no known place apart',
    tracked: ['src/a.js', 'src/b.js', 'lib/c.js', 'vendor/c.js'],
    reports: {
      'all.info': lcov({ '/m1/app/src/a.js': '1', '/m1/app/src/b.js': '1', '/usr/c.js': '0' }),
      'lib/coverage/lcov.info': lcov({ 'c.js': '0' }),
    },
    lines: '2/4',
    verdict: 'fail',
  },
  {
    description: 'finds a directory above the report',
    tracked: ['shared/x.js', 'packages/a/y.js'],
    reports: {
      'packages/a/coverage/lcov.info': lcov({ '../../shared/x.js': '10', 'y.js': '1' }),
      'coverage/lcov.info': lcov({ 'shared/x.js': '01' }),
    },
    lines: '3/3',
    verdict: 'pass',
  },
  {
    description: 'reads no go.mod that a sparse checkout leaves out',
    tracked: ['go.mod', 'a.go', 'b.go'],
    reports: {
      'a.out': go({ 'example.com/m/a.go': '10', 'example.com/m/b.go': '1' }),
      'b.json': coveragePyJson({ 'a.go': '01' }),
    },
    lines: '3/3',
    verdict: 'pass',
  },
  {
    description: 'does not know which of two modules of one name it is',
    tracked: ['x/go.mod', 'x/a.go', 'y/go.mod', 'y/a.go'],
    others: { 'x/go.mod': 'module (\n\texample.com/m\n)', 'y/go.mod': 'module `example.com/m`' },
    reports: {
      'a.out': go({ 'example.com/m/a.go': '1' }),
      'x.json': coveragePyJson({ 'x/a.go': '0' }),
    },
    lines: '1/2',
    verdict: 'unknown',
    inputs: { 'coverage-min': '60' },
  },
  {
    description: 'takes a module without a name for none',
    tracked: ['go.mod', 'a.go'],
    others: { 'go.mod': '// nothing yet' },
    reports: { 'a.out': go({ 'example.com/m/a.go': '1' }) },
    lines: '1/1',
    verdict: 'pass',
  },
  {
    description: 'takes a repository without files for none',
    tracked: [],
    others: { 'packages/a/src/index.js': '', 'packages/b/src/index.js': '' },
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '1' }),
      'packages/b/coverage/lcov.info': lcov({ 'src/index.js': '0' }),
    },
    lines: '1/2',
    verdict: 'fail',
  },
  {
    description: 'meets a module whose file another project has',
    tracked: ['app/src/com/x/App.java'],
    reports: {
      'unit.xml': jacoco('unit', { 'com/x/App.java': '1100' }),
      'e2e.xml': jacoco('e2e', { 'com/x/App.java': '0011' }),
    },
    lines: '4/8',
    verdict: 'unknown',
  },
  {
    description: 'names equal paths of several projects without sources by project',
    reports: {
      'a.xml': jacoco('a', { 'com/x/App.java': '11' }),
      'b.xml': jacoco('b', { 'com/x/App.java': '00' }),
      'c.xml': jacoco('c', { 'com/x/App.java': '00' }),
    },
    lines: '2/6',
    verdict: 'fail',
  },
  {
    description: 'does not take a machine for the repository by one file of a name',
    tracked: ['src/calc.py'],
    reports: {
      'a.json': coveragePyJson({ '/app/calc.py': '11' }),
      'b.json': coveragePyJson({ [`${WORKSPACE}/src/calc.py`]: '00' }),
    },
    lines: '2/4',
    verdict: 'unknown',
  },
];

/** Reports that were put one behind the other. */
interface Joined extends Pick<Scene, 'tracked'> {
  readonly description: string;
  readonly files: readonly Measured[];
}

describe('what cannot be told', () => {
  it.each(rows)('$description', async ({ lines, verdict, message, ...scene }) => {
    const inputs = { 'coverage-metric': 'lines', ...scene.inputs };
    const { result } = await play({ ...scene, inputs });
    expect(`${result.measured?.covered}/${result.measured?.total}`).toBe(lines);
    expect(result.verdict).toBe(verdict);
    if (message !== undefined) expect(result.message.split('\n')).toContain(message);
  });

  it('is unknown of a report in which those of packages were joined', async () => {
    const joined = lcov({ 'src/index.js': '11' }) + lcov({ 'src/index.js': '00' });
    const { result } = await play({ tracked: NPM, reports: { 'all.info': joined } });
    expect(result).toMatchObject({
      verdict: 'unknown',
      message:
        'coverage is unknown: all.info has several records of src/index.js, and it cannot be told which are of which file (packages/a/src/index.js, packages/b/src/index.js): give the reports of the packages one by one',
    });
    const one = await play({ tracked: ['src/index.js'], reports: { 'all.info': joined } });
    expect(one.result).toMatchObject({ verdict: 'pass', measured: { covered: 2, total: 2 } });
  });

  it.each<Joined & { readonly named: string }>([
    {
      description: 'where one package has all files of the report',
      tracked: [...NPM, 'packages/a/src/only-in-a.js'],
      files: [{ 'src/index.js': '110', 'src/only-in-a.js': '1' }, { 'src/index.js': '0010' }],
      named: ' (packages/a/src/index.js, packages/b/src/index.js)',
    },
    {
      description: 'where the root has a file of that path as well',
      tracked: ['src/index.js', 'packages/b/src/index.js'],
      files: [{ 'src/index.js': '1111' }, { 'src/index.js': '00' }],
      named: ' (src/index.js, packages/b/src/index.js)',
    },
    {
      description: 'where no file of that path is known',
      tracked: [],
      files: [{ 'src/index.js': '11' }, { 'src/index.js': '000' }],
      named: '',
    },
    {
      description: 'where there is no file in its place',
      tracked: ['lib/a.js'],
      files: [{ 'src/index.js': '11', 'lib/a.js': '1' }, { 'src/index.js': '000' }],
      named: '',
    },
  ])('is unknown of joined records that list different lines, $description', async (row) => {
    const reports = { 'all.info': row.files.map((each) => lcov(each)).join('') };
    const { result } = await play({ tracked: row.tracked, reports });
    expect(result).toMatchObject({
      verdict: 'unknown',
      message: `coverage is unknown: all.info has several records of src/index.js, and it cannot be told which are of which file${row.named}: give the reports of the packages one by one`,
    });
  });

  it.each<Joined & { readonly place: string; readonly verdict: 'pass' | 'unknown' }>([
    {
      description: 'are of the package that their report lies in',
      place: 'packages/a/coverage',
      tracked: NPM,
      files: [{ 'src/index.js': '10' }, { 'src/index.js': '011' }],
      verdict: 'pass',
    },
    {
      description: 'beside a file that is nowhere are of that package too',
      place: 'packages/a/coverage',
      tracked: NPM,
      files: [{ 'src/index.js': '10', 'dist/x.js': '1' }, { 'src/index.js': '011' }],
      verdict: 'pass',
    },
    {
      description: 'beside a file that another package has may be of that one',
      place: 'packages/a/coverage',
      tracked: [...NPM, 'packages/a/src/only-in-a.js', 'packages/b/src/only-in-b.js'],
      files: [
        { 'src/index.js': '10', 'src/only-in-a.js': '1' },
        { 'src/index.js': '011', 'src/only-in-b.js': '1' },
      ],
      verdict: 'unknown',
    },
    {
      description: 'of a file that a nearer directory has as well may be of that one',
      place: 'packages/a/examples',
      tracked: [
        'packages/a/src/index.js',
        'packages/a/src/x.js',
        'packages/a/examples/src/index.js',
      ],
      files: [{ 'src/index.js': '10', 'src/x.js': '1' }, { 'src/index.js': '011' }],
      verdict: 'unknown',
    },
  ])('joined records of unlike lines $description', async ({ place, tracked, files, verdict }) => {
    const reports = { [`${place}/lcov.info`]: files.map((each) => lcov(each)).join('') };
    expect((await play({ tracked, reports })).result.verdict).toBe(verdict);
  });

  it.each<Joined>([
    {
      description: 'of equal lines are shards',
      tracked: ['src/index.js', 'examples/src/index.js'],
      files: [{ 'src/index.js': '10' }, { 'src/index.js': '01' }],
    },
    {
      description: 'of a path that only one file has are of that file',
      tracked: ['src/index.js', 'examples/index.js'],
      files: [{ 'src/index.js': '1' }, { 'src/index.js': '01' }],
    },
    {
      description: 'in full are of one file',
      tracked: ['src/index.js', 'examples/src/index.js'],
      files: [{ [`${WORKSPACE}/src/index.js`]: '1' }, { [`${WORKSPACE}/src/index.js`]: '01' }],
    },
  ])('joined records $description', async ({ tracked, files }) => {
    const reports = { 'all.info': files.map((each) => lcov(each)).join('') };
    const { result } = await play({ tracked, reports });
    expect(result).toMatchObject({ verdict: 'pass', measured: { covered: 2, total: 2 } });
  });

  it('is not what a defect leaves open', async () => {
    const defect = { tracked: ['go.mod'], reports: { 'a.out': go({ 'm/a.go': '1' }) } };
    await expect(play({ ...defect, defect: 'go.mod' })).rejects.toThrow('a bug');
    await expect(play({ ...defect, defect: 'git' })).rejects.toThrow('a bug');
  });

  it('is told in a notice, also where it does not decide', async () => {
    const { log } = await play({ ...TWO, inputs: { 'coverage-min': '50' } });
    expect(log).toContain(
      `notice: It cannot be told whether these are one file or several: ${NAMES}. Both are counted; the outputs show the smaller.`,
    );
  });
});
