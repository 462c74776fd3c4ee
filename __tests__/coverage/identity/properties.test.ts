import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cobertura, coveragePyJson, lcov, type Measured, play, WORKSPACE } from './scene.js';

/** Files of the repository with their numbers of lines. Names repeat on purpose. */
const DIRECTORIES = [
  '',
  'packages/a',
  'packages/b',
  'packages/a/packages/b',
  'a',
  'a/a',
  'services/x',
];
const NAMES = ['src/index.js', 'src/util.js', 'index.js', 'src/a/index.js'];

interface Source {
  readonly directory: string;
  readonly name: string;
  readonly lines: number;
}

/** One report: of one package, in one of the ways in which tools name files. */
interface Run {
  readonly directory: string;
  readonly way: keyof typeof WAYS;
  /** Bits of the lines of each file, by its place among those of the package. */
  readonly hits: readonly number[];
  readonly tested: readonly boolean[];
}

const MACHINES = [WORKSPACE, '/builds/g/app', '/opt/_work/app/app', '/app', 'D:/a/app/app'];

/** How a report is written, and where it lies: paths are from the package or from the root. */
const WAYS = {
  ownLcov: {
    at: (own: string) => `${own}coverage/lcov.info`,
    write: lcov,
    isFromRoot: false,
    root: '',
  },
  ownJson: {
    at: (own: string) => `${own}out/cov.json`,
    write: coveragePyJson,
    isFromRoot: false,
    root: '',
  },
  rootLcov: { at: () => 'coverage/lcov.info', write: lcov, isFromRoot: true, root: '' },
  artifact: { at: () => 'artifacts/lcov.info', write: lcov, isFromRoot: false, root: '' },
  shards: { at: () => 'artifacts/root.info', write: lcov, isFromRoot: true, root: '' },
  here: { at: () => 'here.info', write: lcov, isFromRoot: true, root: MACHINES[0] },
  builds: { at: () => 'builds.info', write: lcov, isFromRoot: true, root: MACHINES[1] },
  work: { at: () => 'work.info', write: lcov, isFromRoot: true, root: MACHINES[2] },
  container: { at: () => 'container.info', write: lcov, isFromRoot: true, root: MACHINES[3] },
  mounted: { at: () => 'mounted.info', write: lcov, isFromRoot: false, root: MACHINES[3] },
  windows: { at: () => 'windows.info', write: lcov, isFromRoot: true, root: MACHINES[4] },
} as const;

const { RUNS, FULL } = process.env;

const FOREIGN = new Set<string>(['builds', 'work', 'container', 'mounted', 'windows', 'artifact']);

const scene = fc
  .uniqueArray(
    fc.record<Source>({
      directory: fc.constantFrom(...DIRECTORIES),
      name: fc.constantFrom(...NAMES),
      lines: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8, selector: pathOf },
  )
  .chain((sources) =>
    fc.record({
      sources: fc.constant(sources),
      runs: fc.array(
        fc.record<Run>({
          directory: fc.constantFrom(...sources.map(({ directory }) => directory)),
          way: fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[])),
          hits: fc.array(fc.nat(7), { minLength: 4, maxLength: 4 }),
          tested: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      tracksAll: fc.boolean(),
      checkout: fc.constantFrom('git', 'files', 'none'),
      usesSources: fc.boolean(),
      minimum: fc.constantFrom(50, 60, 67, 75, 80),
    }),
  );

function pathOf({ directory, name }: Pick<Source, 'directory' | 'name'>): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function bits(hits: number, lines: number): string {
  return hits.toString(2).padStart(3, '0').slice(0, lines);
}

/** The report of a run, its place, and what it truly says of the files of the repository. */
function writeReport(
  { directory, way, hits, tested }: Run,
  index: number,
  sources: readonly Source[],
  usesSources: boolean,
) {
  const { at, write, isFromRoot, root } = WAYS[way];
  const named: Record<string, string> = {};
  const truth: Record<string, string> = {};
  for (const [place, source] of sources.filter((each) => each.directory === directory).entries()) {
    if (tested[place] !== true) continue;
    const lines = bits(hits[place] ?? 0, source.lines);
    const path = isFromRoot ? pathOf(source) : source.name;
    const isPut = root !== '' && !usesSources;
    named[isPut ? `${root}/${path}` : path] = lines;
    truth[pathOf(source)] = lines;
  }
  const text = root !== '' && usesSources ? cobertura(named, root ?? '') : write(named);
  return { at: `${at(directory === '' ? '' : `${directory}/`)}.${index}`, text, truth };
}

function unite(reports: readonly Measured[]) {
  const files = new Map<string, string>();
  for (const [path, lines] of reports.flatMap((report) => Object.entries(report))) {
    const known = files.get(path) ?? '';
    files.set(
      path,
      Array.from(lines)
        .map((hit, index) => (hit === '1' || known[index] === '1' ? '1' : '0'))
        .join(''),
    );
  }
  const all = [...files.values()].join('');
  return { covered: Array.from(all).filter((hit) => hit === '1').length, total: all.length };
}

describe('reports of any set of files in any mix', () => {
  it('give the counts of the set, or are unknown', async () => {
    await fc.assert(
      fc.asyncProperty(
        scene,
        async ({ sources, runs, tracksAll, checkout, usesSources, minimum }) => {
          const reports = runs
            .map((run, index) => writeReport(run, index, sources, usesSources))
            .filter(({ truth }) => Object.keys(truth).length > 0);
          fc.pre(reports.length > 0);
          // A report that was moved out of its package beside one that was not is taken for the root's.
          const ways = new Set(runs.map(({ way }) => way));
          fc.pre(
            !(ways.has('artifact') || ways.has('mounted')) ||
              !(ways.has('ownLcov') || ways.has('ownJson')),
          );
          // Equal paths with equal lines are taken for shards where no source is at hand.
          const kinds = sources.map(({ name, lines }) => `${name} ${lines}`);
          fc.pre(checkout !== 'none' || new Set(kinds).size === kinds.length);
          const paths = sources.map(pathOf);
          // A single file of another machine that is not tracked can look like one that is.
          fc.pre(tracksAll || !runs.some(({ way }) => FOREIGN.has(way)));
          const tracked = tracksAll ? paths : paths.slice(0, -1);
          const others = tracksAll ? {} : { [paths.at(-1) ?? '']: '' };
          const { result, log } = await play({
            reports: Object.fromEntries(reports.map(({ at, text }) => [at, text])),
            ...(checkout === 'git' && { tracked: [...tracked, 'README.md'] }),
            others:
              checkout === 'none'
                ? {}
                : checkout === 'git'
                  ? others
                  : Object.fromEntries(paths.map((path) => [path, ''])),
            inputs: { 'coverage-metric': 'lines', 'coverage-min': String(minimum) },
          });
          const truth = unite(reports.map((report) => report.truth));
          const { covered = 0, total = 1 } = result.measured ?? {};
          expect(covered * truth.total).toBeLessThanOrEqual(truth.covered * total);
          const isReached = truth.covered * 100 >= minimum * truth.total;
          expect([isReached ? 'pass' : 'fail', 'unknown']).toContain(result.verdict);
          if (!log.some((line) => line.includes('one file or several'))) {
            expect({ covered, total }).toEqual(truth);
          }
        },
      ),
      { numRuns: Number(RUNS ?? (FULL === '1' ? 5000 : 150)) },
    );
  });
});
