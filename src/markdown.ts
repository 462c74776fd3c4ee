/**
 * GitHub's Markdown around text that may come from anywhere. Such text stands in code spans and
 * code blocks only, where nothing in it is read as Markdown or HTML.
 */

/** A code span on one line, fit for a table cell too. */
export function renderCode(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`.replaceAll('|', '\\|');
}

/** A fenced code block. */
export function renderCodeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** A sentence that may quote anything: every character that means something to Markdown is escaped. */
export function renderText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&@]/g, '\\$&').replace(/\s*\n\s*/g, '<br>');
}

/** A table. Cells are Markdown already. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
