import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineBudget } from '../../src/coverage/limits.js';
import { readReport } from '../../src/coverage/read-report.js';
import type { Report } from '../../src/coverage/report.js';

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

/** Parses a report given as text or bytes. */
export async function parseReport(
  content: string | Uint8Array,
  budget = new LineBudget(),
): Promise<Report> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readReport(chunk(bytes), budget);
}
