import type { CoverageResult } from '../../../src/coverage/gates/result.js';
import { parseCoverageInputs } from '../../../src/coverage/inputs.js';
import { runCoverageStep } from '../../../src/coverage/step.js';
import { PromoteError } from '../../../src/base/errors.js';
import { InputReader } from '../../../src/base/input-reader.js';
import type { JsonObject } from '../../../src/base/json.js';
import type { Files, SourceChanges } from '../../../src/ports/runner.js';
import { RecordingLogger } from '../../fakes/logger.js';
import { chunk } from '../fixture.js';

export const WORKSPACE = '/home/runner/work/app/app';

/** A workspace with reports in it. */
export interface Scene {
  /** Reports by their paths from the workspace; one above it starts with a slash. */
  readonly reports: Readonly<Record<string, string>>;
  /** What git tracks; absent: there is no repository. */
  readonly tracked?: readonly string[];
  /** What exists beside it, and its content where that is read. */
  readonly others?: Readonly<Record<string, string>>;
  /** Where symbolic links among them lead, by their full paths. */
  readonly links?: Readonly<Record<string, string>>;
  /** What fails, for a reason that nobody foresees. */
  readonly defect?: 'git' | 'go.mod';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly diff?: string;
  readonly parents?: readonly string[];
  readonly payload?: JsonObject;
  /** Where the repository is, as the system spells it; with backslashes on Windows. */
  readonly workspace?: string;
  /** Another way there, through a symbolic link. */
  readonly workspaceLink?: string;
}

/** What the step made of a scene, what it logged, and which bases it asked the changes of. */
export interface Played {
  readonly result: CoverageResult;
  readonly log: readonly string[];
  readonly bases: readonly string[];
}

/** Runs the coverage step on a scene. */
export async function play(scene: Scene): Promise<Played> {
  const { reports, inputs = {}, payload = { before: 'a'.repeat(40) } } = scene;
  const { workspace = WORKSPACE, workspaceLink } = scene;
  const logger = new RecordingLogger();
  const bases: string[] = [];
  const reader = new InputReader(
    new Map(Object.entries({ 'coverage-files': Object.keys(reports).join('\n'), ...inputs })),
  );
  const parsed = parseCoverageInputs(reader);
  if (reader.problems.length > 0) throw new Error(JSON.stringify(reader.problems));
  const ports = { files: filesOf(scene), changes: changesOf(scene, bases), logger };
  const context = { workspace, workspaceLink, payload };
  const result = await runCoverageStep(parsed, context, ports);
  return { result, log: logger.lines, bases };
}

function filesOf({
  reports,
  tracked = [],
  others = {},
  links = {},
  defect,
  ...scene
}: Scene): Files {
  const { workspace = WORKSPACE } = scene;
  const isWindows = workspace.includes('\\');
  const root = workspace.replaceAll('\\', '/');
  const inFull = (path: string): string => (/^(?:[A-Z]:)?\//.test(path) ? path : `${root}/${path}`);
  /** As the system would give it; inside, all paths have slashes. */
  const native = (path: string): string => (isWindows ? path.replaceAll('/', '\\') : path);
  /** Whether a path is that of a pattern; a star stands for one part. */
  const fits = (glob: string, path: string): boolean => {
    const [wanted, parts] = [inFull(glob).split('/'), path.split('/')];
    const isEqual = wanted.every((part, index) => part === '*' || part === parts[index]);
    return isEqual && wanted.length === parts.length;
  };
  const contents = new Map(
    Object.entries({ ...others, ...reports }).map(([path, text]) => [inFull(path), text]),
  );
  const all = new Set([...tracked, ...contents.keys()].map(inFull));
  return {
    find: (globs) =>
      Promise.resolve(
        [...contents.keys()].filter((path) => globs.some((glob) => fits(glob, path))).map(native),
      ),
    open(path) {
      if (defect !== undefined && path.endsWith(defect)) throw new TypeError('a bug');
      const content = contents.get(path.replaceAll('\\', '/'));
      if (content === undefined) throw Object.assign(new Error('ENOENT'), { syscall: 'open' });
      return chunk(Buffer.from(content));
    },
    listIn: (directories) =>
      Promise.resolve(
        directories.flatMap((directory) =>
          Array.from(all)
            .filter((path) => parent(path) === inFull(directory).replace(/\/$/, ''))
            .map((path) => ({
              path: `${directory === '' ? '' : `${directory}/`}${nameOf(path)}`,
              target: native(inFull(links[path] ?? path)),
            })),
        ),
      ),
    listAll: () =>
      Promise.resolve(
        Array.from(all)
          .filter((path) => path.startsWith(`${root}/`))
          .map((path) => path.slice(root.length + 1)),
      ),
  };
}

function changesOf({ tracked, diff, parents = [], defect }: Scene, bases: string[]): SourceChanges {
  return {
    diff(base) {
      bases.push(base);
      return Promise.resolve(diff ?? '');
    },
    contains: () => Promise.resolve(false),
    listParents: () => Promise.resolve(parents),
    listFiles: () => {
      if (defect === 'git') return Promise.reject(new TypeError('a bug'));
      return tracked === undefined
        ? Promise.reject(new PromoteError('coverage-unknown', 'not a git repository'))
        : Promise.resolve(tracked);
    },
  };
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `1100`: four lines, of which the first two are covered. */
export type Lines = string;

/** Files of a report with their lines. */
export type Measured = Readonly<Record<string, Lines>>;

export function lcov(files: Measured): string {
  return Object.entries(files)
    .map(([path, lines]) => {
      const entries = Array.from(lines).map((hit, index) => `DA:${index + 1},${hit}`);
      return ['TN:', `SF:${path}`, ...entries, 'end_of_record', ''].join('\n');
    })
    .join('');
}

export function cobertura(files: Measured, ...sources: readonly string[]): string {
  const classes = Object.entries(files).map(([path, lines]) => {
    const each = Array.from(lines).map(
      (hit, index) => `<line number="${index + 1}" hits="${hit}"/>`,
    );
    return `<class name="c" filename="${path}"><methods/><lines>${each.join('')}</lines></class>`;
  });
  const roots = sources.map((source) => `<source>${source}</source>`).join('');
  return `<coverage><sources>${roots}</sources><packages><package name="."><classes>${classes.join('')}</classes></package></packages></coverage>`;
}

export function coveragePyJson(files: Measured): string {
  const reported = Object.entries(files).map(([path, lines]) => {
    const numbers = (hit: string): readonly number[] =>
      Array.from(lines).flatMap((each, index) => (each === hit ? [index + 1] : []));
    return [path, { executed_lines: numbers('1'), missing_lines: numbers('0') }];
  });
  const all = Object.values(files).join('');
  const covered = Array.from(all).filter((hit) => hit === '1').length;
  return JSON.stringify({
    meta: { format: 3, version: '7.16.2', branch_coverage: false },
    files: Object.fromEntries(reported) as unknown,
    totals: { covered_lines: covered, num_statements: all.length },
  });
}

export function clover(files: Measured): string {
  const each = Object.entries(files).map(([path, lines]) => {
    const entries = Array.from(lines).map(
      (hit, index) => `<line num="${index + 1}" type="stmt" count="${hit}"/>`,
    );
    return `<file name="${path}">${entries.join('')}</file>`;
  });
  const all = Object.values(files).join('');
  const covered = Array.from(all).filter((hit) => hit === '1').length;
  return `<coverage generated="1"><project timestamp="1">${each.join('')}<metrics files="1" methods="0" coveredmethods="0" conditionals="0" coveredconditionals="0" statements="${all.length}" coveredstatements="${covered}"/></project></coverage>`;
}

export function go(files: Measured): string {
  const blocks = Object.entries(files).flatMap(([path, lines]) =>
    Array.from(lines).map((hit, index) => `${path}:${index + 1}.2,${index + 1}.9 1 ${hit}`),
  );
  return ['mode: set', ...blocks, ''].join('\n');
}

/** One project; paths are those from the root of the packages. */
export function jacoco(project: string, files: Measured, ...groups: readonly string[]): string {
  const sources = Object.entries(files).map(([path, lines]) => {
    const [, folder = '', name = path] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? [];
    const each = Array.from(lines).map(
      (hit, index) =>
        `<line nr="${index + 1}" mi="${hit === '1' ? 0 : 1}" ci="${hit}" mb="0" cb="0"/>`,
    );
    return `<package name="${folder}"><sourcefile name="${name}">${each.join('')}</sourcefile></package>`;
  });
  const open = groups.map((group) => `<group name="${group}">`).join('');
  return `<report name="${project}">${open}${sources.join('')}${'</group>'.repeat(groups.length)}</report>`;
}

export function istanbulFinal(files: Measured): string {
  const reported = Object.entries(files).map(([path, lines]) => {
    const places = Array.from(lines).map((_, index) => [
      String(index),
      { start: { line: index + 1, column: 0 }, end: { line: index + 1, column: 9 } },
    ]);
    const hits = Array.from(lines).map((hit, index) => [String(index), Number(hit)]);
    const maps = { path, statementMap: Object.fromEntries(places) as unknown };
    const none = { fnMap: {}, f: {}, branchMap: {}, b: {} };
    return [path, { ...maps, s: Object.fromEntries(hits) as unknown, ...none }];
  });
  return JSON.stringify(Object.fromEntries(reported));
}
