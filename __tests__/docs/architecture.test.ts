import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { explainRefusal } from '../../scripts/folder-imports.mjs';
import { FOLDERS } from '../../scripts/folders.mjs';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const drawing = /```text\n(?<text>[^`]*)```/.exec(
  readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8'),
)?.groups?.['text'];

/** Of each folder, what its files name behind `from` and in `import()`. */
const imports = new Map<string, Set<string>>();
const filesOf = new Map<string, string[]>();
/** Of each function, the files that have one of its name. */
const homes = new Map<string, Set<string>>();

for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts')) continue;
  const folder = dirname(file).split(sep).join('/');
  const text = readFileSync(join(src, file), 'utf8');
  const found = imports.get(folder) ?? new Set();
  for (const [, specifier = ''] of text.matchAll(/(?:^import |\bfrom |import\()'([^'\n]+)'/gm)) {
    const target = relative(src, join(src, dirname(file), dirname(specifier)))
      .split(sep)
      .join('/');
    const name = specifier.replace(/^.*\/node_modules\//, '');
    found.add(name.startsWith('.') ? target || '.' : name);
  }
  for (const [, name = ''] of text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)/gm)) {
    homes.set(name, (homes.get(name) ?? new Set()).add(file));
  }
  imports.set(folder, found);
  filesOf.set(folder, [...(filesOf.get(folder) ?? []), file]);
}

/** The folders on a circle of what folders may import, if there is one. */
function findCircle(folder: string, way: readonly string[] = []): readonly string[] | undefined {
  if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
  for (const next of FOLDERS[folder]?.imports ?? []) {
    const circle = findCircle(next, [...way, folder]);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('the table of folders', () => {
  it('has the folders that there are, and no others', () => {
    expect(Object.keys(FOLDERS).sort()).toEqual([...filesOf.keys()].sort());
  });

  it.each(Object.keys(FOLDERS))('lets %s import what it imports, and no more', (folder) => {
    const { imports: folders = [], packages = [] } = FOLDERS[folder] ?? {};
    const used = [...(imports.get(folder) ?? [])].filter((name) => name !== folder);
    expect([...folders, ...packages].sort()).toEqual(used.sort());
  });

  it('leads through no circle', () => {
    for (const folder of Object.keys(FOLDERS)) expect(findCircle(folder)).toBeUndefined();
  });

  it('has about ten files a folder', () => {
    for (const [folder, files] of filesOf) {
      expect({ folder, isCrowded: files.length > 12 }).toEqual({ folder, isCrowded: false });
    }
  });

  it('has one home for each name of a function', () => {
    const shared = [...homes].filter(([, files]) => files.size > 1);
    expect(shared.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
  });

  it('is drawn: every room stands in the drawing of docs/architecture.md', () => {
    const rooms = Object.keys(FOLDERS).filter((folder) => folder !== '.');
    for (const room of rooms) expect(drawing).toContain(`${room.split('/').at(-1)}/`);
  });
});

describe('the rule of ESLint', () => {
  it.each([
    { from: 'coverage/gates/minimum.ts', what: '../model/counts.js', refusal: undefined },
    { from: 'coverage/gates/minimum.ts', what: './percent.js', refusal: undefined },
    { from: 'patch/yaml/source.ts', what: 'yaml', refusal: undefined },
    {
      from: 'coverage/model/counts.ts',
      what: '../gates/result.js',
      refusal: 'coverage/model/ may not import coverage/gates (scripts/folders.mjs).',
    },
    {
      from: 'coverage/gates/minimum.ts',
      what: 'node:fs',
      refusal: 'coverage/gates/ may not import the package node:fs (scripts/folders.mjs).',
    },
    {
      from: 'promote/step.ts',
      what: '../github/repository.js',
      refusal: 'promote/ may not import github (scripts/folders.mjs).',
    },
    {
      from: 'new/file.ts',
      what: '../base/errors.js',
      refusal: 'new is not in scripts/folders.mjs.',
    },
  ])('of $what in $from', ({ from, what, refusal }) => {
    expect(explainRefusal(join(src, from), what)).toBe(refusal);
  });
});
