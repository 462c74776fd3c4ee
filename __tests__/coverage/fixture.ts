import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Totals } from '../../src/coverage/model/counts.js';
import { identifyFiles, type Sources } from '../../src/coverage/identity/identify.js';
import { combineReports, countFiles, countReport } from '../../src/coverage/combine/combine.js';
import type { Coverage, FileCoverage } from '../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../src/coverage/model/limits.js';
import { readReport } from '../../src/coverage/formats/read-report.js';
import type { Report } from '../../src/coverage/model/report.js';

/** The absolute path of a file in `fixtures/`. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

export function readFixture(name: string): Buffer {
  return readFileSync(fixturePath(name));
}

/** Bytes as a file would come, `size` at a time. */
export async function* chunk(bytes: Uint8Array, size = 4096): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

/** What a report counts, from its files or as it declares: `covered/total` of what there is. */
export function renderCounts(totals: Totals): Readonly<Record<string, string>> {
  const rendered: Record<string, string> = {};
  for (const [metric, { covered, total }] of totals) {
    if (total > 0) rendered[metric] = `${covered}/${total}`;
  }
  return rendered;
}

/** What the files of a report add up to. */
export function countBody(report: Report): Readonly<Record<string, string>> {
  return renderCounts(countFiles(report.files.values()));
}

/** Parses a report given as text or bytes. */
export async function parseReport(
  content: string | Uint8Array,
  memory = new ReportMemory(),
): Promise<Report> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readReport(chunk(bytes), { memory, format: 'auto' });
}

/** What is around reports that are combined; what a test does not say is empty. */
interface Around extends Partial<Sources> {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Where the reports are; by default in directories of their own, as they were downloaded. */
  readonly names?: readonly string[];
}

/** Puts reports together as the step does. */
export function combine(
  reports: readonly [Report, ...Report[]],
  around: Around = {},
  memory = new ReportMemory(),
): Coverage {
  const { include = [], exclude = [], names = [], ...sources } = around;
  const [first, ...others] = reports.map((report, index) => ({
    name: names[index] ?? `downloads/${index}/report`,
    ...countReport(report),
  }));
  if (first === undefined) throw new Error('a report is needed');
  const none = { workspace: '/workspace', files: [], existing: new Set(''), modules: new Map() };
  const identities = identifyFiles([first, ...others], { ...none, ...sources });
  return combineReports([first, ...others], identities, { include, exclude }, memory);
}

/** Unites the files of several reports by their paths; the first report's take up the others'. */
export function uniteFiles(
  reports: readonly ReadonlyMap<string, FileCoverage>[],
): ReadonlyMap<string, FileCoverage> {
  const united = new Map<string, FileCoverage>();
  for (const [path, file] of reports.flatMap((files) => [...files])) {
    const known = united.get(path);
    if (known === undefined) united.set(path, file);
    else known.addAll(file);
  }
  return united;
}
