import { cobertura } from './cobertura.js';
import type { ReportFormat } from './report.js';

/** Every format, in the order in which they are tried. */
export const FORMATS: readonly ReportFormat[] = [cobertura];

/** Characters of a report that are enough to tell its format. */
export const HEAD_CHARACTERS = 64 * 1024;

export function detectFormat(head: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.detect(head));
}
