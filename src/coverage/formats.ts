import { clover } from './clover.js';
import { cobertura } from './cobertura.js';
import { coveragePyJson } from './coverage-py-json.js';
import { go } from './go.js';
import { istanbulFinal } from './istanbul-final.js';
import { istanbulSummary } from './istanbul-summary.js';
import { jacoco } from './jacoco.js';
import { lcov } from './lcov.js';
import { opencover } from './opencover.js';
import type { ReportFormat } from './report.js';
import { simplecovJson, simplecovResultset } from './simplecov.js';

/** Every format, in the order in which they are tried. */
export const FORMATS: readonly ReportFormat[] = [
  cobertura,
  jacoco,
  clover,
  opencover,
  lcov,
  go,
  coveragePyJson,
  istanbulSummary,
  istanbulFinal,
  simplecovJson,
  simplecovResultset,
];

/** Characters of a report that are enough to tell its format. */
export const HEAD_CHARACTERS = 64 * 1024;

export function detectFormat(head: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.detect(head));
}
