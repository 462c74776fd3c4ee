import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of a page. */
export interface Block {
  /** The page and the line on which the block begins, as `docs/tags.md:7`. */
  readonly place: string;
  readonly language: string;
  /** Without the indentation of the list that it stands in. */
  readonly text: string;
}

/** A page in Markdown. */
export interface Page {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** All of it but the blocks. */
  readonly prose: string;
}

const FENCE = /^(?<indent> *)```(?<language>\S*)\n(?<text>.*?)^\k<indent>```$/gms;

function readPage(path: string): Page {
  const text = readFileSync(`${ROOT}${path}`, 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(({ index, groups = {} }) => {
    const { indent = '', language = '', text: inner = '' } = groups;
    const line = text.slice(0, index).split('\n').length;
    const dedented = inner.replace(new RegExp(`^${indent}`, 'gm'), '');
    return { place: `${path}:${line}`, language, text: dedented };
  });
  return { path, text, blocks, prose: text.replace(FENCE, '') };
}

/** What people read, in the root of the project and below these folders. */
const paths = [
  ...readdirSync(ROOT),
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  ),
].sort();

export const PAGES: readonly Page[] = paths.filter((path) => path.endsWith('.md')).map(readPage);

/** The workflows of the examples, as blocks. */
export const WORKFLOWS: readonly Block[] = paths
  .filter((path) => /\/\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  .map((path) => ({
    place: path,
    language: 'yaml',
    text: readFileSync(`${ROOT}${path}`, 'utf8'),
  }));

/** Every fenced block of these languages. */
export function blocksIn(...languages: readonly string[]): readonly Block[] {
  return PAGES.flatMap(({ blocks }) => blocks).filter(({ language }) =>
    languages.includes(language),
  );
}

/** The anchors of a page's headings, as GitHub makes them; an equal heading gets a number. */
export function anchorsOf({ prose }: Page): readonly string[] {
  const seen = new Map<string, number>();
  return [...prose.matchAll(/^#{1,6} (?<heading>.+)$/gm)].map(({ groups }) => {
    const anchor = (groups?.['heading'] ?? '')
      .replace(/\[(?<name>[^\]]*)\]\([^)]*\)/g, '$<name>')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}
