import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { anchorsOf, PAGES, ROOT, type Page } from './pages.js';

/** Where the links of a page lead, but for those to other sites. */
function linksOf({ prose }: Page): readonly string[] {
  const targets = [...prose.matchAll(/\]\((?<to>[^)\s]+)\)/g)].map(({ groups }) => groups?.['to']);
  return targets.filter((to): to is string => to !== undefined && !/^[a-z]+:/.test(to));
}

function explainBroken(page: Page, link: string): string | undefined {
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? page.path : posix.join(posix.dirname(page.path), target);
  if (!existsSync(`${ROOT}${path}`)) return `${link}: there is no ${path}`;
  const there = PAGES.find((other) => other.path === path);
  if (anchor === undefined || there === undefined) return undefined;
  return anchorsOf(there).includes(anchor) ? undefined : `${link}: no heading gives #${anchor}`;
}

describe('the documents', () => {
  it.each(PAGES)('$path links to what there is', (page) => {
    const broken = linksOf(page).map((link) => explainBroken(page, link));
    expect(broken.filter((problem) => problem !== undefined)).toEqual([]);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      const page = PAGES.find((other) => other.path === path);
      for (const link of page === undefined ? [] : linksOf(page)) {
        reached.add(posix.join(posix.dirname(path), link.split('#')[0] ?? ''));
      }
    }
    const pages = PAGES.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it('say of every block what it is', () => {
    const known = ['yaml', 'sh', 'diff', 'text', 'csv'];
    const blocks = PAGES.flatMap((page) => page.blocks);
    expect(blocks.length).toBeGreaterThan(50);
    expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
  });

  it('begin with a README that is read in one sitting', () => {
    const [readme] = PAGES.filter(({ path }) => path === 'README.md');
    expect(readme?.text.split('\n').length).toBeLessThan(250);
  });
});
