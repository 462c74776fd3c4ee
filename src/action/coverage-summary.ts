import { renderCode, renderTable, renderText } from '../base/markdown.js';
import type { CoverageResult, FileResult, GateResult } from '../coverage/gates/result.js';

/** How many files below the minimum the summary lists; the log has the worst. */
const LISTED_FILES = 100;

/** The coverage step in Markdown: the verdict, every gate with its counts, and the files to look at. */
export function renderCoverage(result: CoverageResult): readonly string[] {
  const { verdict, message, measured, gates = [], filesBelow = [], worstFiles = [] } = result;
  const below = filesBelow.slice(0, LISTED_FILES);
  const listed = new Set(below.map(({ path }) => path));
  const others = worstFiles.filter(({ path }) => !listed.has(path));
  return [
    `### Coverage: ${verdict}`,
    ...(measured === undefined ? [] : [`Measured by ${renderCode(measured.tool)}`]),
    ...(gates.length === 0 ? [] : [renderGates(gates)]),
    ...message.split('\n').map(renderText),
    ...renderFiles(renderFileCount(filesBelow.length), below),
    ...renderFiles('Files with the least covered', others),
  ];
}

function renderFileCount(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'} below coverage-min-file`;
}

function renderGates(gates: readonly GateResult[]): string {
  const head = ['Gate', 'Metric', 'Covered', 'Total', 'Coverage', 'Required', 'Verdict'];
  const rows = gates.map(({ gate, measured, required, verdict }) => [
    renderCode(gate),
    ...(measured === undefined
      ? ['', '', '', '']
      : [measured.metric, String(measured.covered), String(measured.total), renderShare(measured)]),
    renderRequired(gate, required),
    verdict,
  ]);
  return renderTable(head, rows);
}

/** A bar of ten blocks, and the percentage. A block is full when all of its tenth is covered. */
function renderShare({ covered, total, percent }: Omit<FileResult, 'path'>): string {
  const tenths = total === 0 ? 0 : (10 * covered - ((10 * covered) % total)) / total;
  return `${renderCode('█'.repeat(tenths) + '░'.repeat(10 - tenths))} ${percent}%`;
}

function renderRequired(gate: string, required: string | undefined): string {
  if (required === undefined) return '';
  return gate === 'coverage-max-drop' ? `${required} points` : `${required}%`;
}

function renderFiles(title: string, files: readonly FileResult[]): readonly string[] {
  if (files.length === 0) return [];
  const rows = files.map((file) => [
    renderCode(file.path),
    String(file.covered),
    String(file.total),
    renderShare(file),
  ]);
  const table = renderTable(['File', 'Covered lines', 'Lines', 'Coverage'], rows);
  return [`<details><summary>${title}</summary>\n\n${table}\n\n</details>`];
}
