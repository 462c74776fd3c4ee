import { type Count, countOf } from './counts.js';
import { countFiles } from './merge.js';
import type { Report } from './report.js';

/**
 * One sentence for each total that a report declares and its own files do not add up to. The
 * declared one counts; but who sees the difference may find a file that the report has lost.
 */
export function findContradictions(report: Report): readonly string[] {
  const counted = countFiles(report.files.values());
  const contradictions: string[] = [];
  for (const [metric, declared] of report.declared) {
    // Tools do not agree on what a covered function is, nor with themselves.
    if (metric === 'functions') continue;
    const body = countOf(counted, metric);
    // Totals of what the files do not list contradict nothing.
    if (body.total === 0) continue;
    if (body.covered === declared.covered && body.total === declared.total) continue;
    contradictions.push(
      `declares ${render(declared)} ${metric}, while its files list ${render(body)}${explain(report)}`,
    );
  }
  return contradictions;
}

function render(count: Count): string {
  return `${count.covered}/${count.total}`;
}

/** The known cause, where the tool has one. */
function explain(report: Report): string {
  if (report.knownLoss !== undefined) return `; ${report.knownLoss}`;
  if (report.tool === 'PHPUnit') {
    return '; PHPUnit lists a statement on the line of a method as the method';
  }
  if (report.tool === 'Clover') {
    return '; Clover counts statements, of which a line can have several';
  }
  return '';
}
