import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Totals } from '../../src/coverage/model/counts.js';
import { countFiles } from '../../src/coverage/model/combine.js';
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
