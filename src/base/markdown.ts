/**
 * GitHub's Markdown around text that may come from anywhere: in code spans and code blocks, where
 * nothing is read as Markdown or HTML, and in sentences, in which all that could be is escaped.
 */

/** A code span on one line, fit for a table cell too. */
export function renderCode(text: string): string {
  const line = renderOneLine(text);
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`.replaceAll('|', '\\|');
}

/** A fenced code block. */
export function renderCodeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/**
 * A sentence that may quote anything: what means something to Markdown is escaped, and what GitHub
 * would make a link of is not an address any more.
 */
export function renderText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/\s*\n\s*/g, '<br>');
}

/**
 * A link around Markdown, fit for a table cell; what is no address of a page is left out. What would
 * end an address in Markdown is percent-encoded.
 */
export function renderLink(markdown: string, url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return markdown;
  const address = url.replace(/[\s\p{Cc}()<>`|\\"@]/gu, (character) => percentEncode(character));
  return `[${markdown}](${address})`;
}

function percentEncode(character: string): string {
  const bytes = Array.from(Buffer.from(character));
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** A table. Cells are Markdown already. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** White space and control characters, line separators of Unicode included, become one space. */
export function renderOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
