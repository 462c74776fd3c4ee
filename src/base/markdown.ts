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

/** What ends a link's address early, or a cell of a table. */
const UNSAFE = /[()<>|`\\]/g;

/** A link around Markdown, fit for a table cell; what is no address of a page is left out. */
export function renderLink(text: string, url: string): string {
  if (!URL.canParse(url)) return text;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return text;
  const address = href.replace(UNSAFE, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${text}](${address})`;
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
