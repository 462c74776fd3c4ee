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
/** Of each file, those of `src/` that it imports, types among them. */
const filesBehind = new Map<string, string[]>();
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
    if (name.startsWith('.')) {
      const imported = join(dirname(file), specifier).replace(/\.js$/, '.ts');
      filesBehind.set(file, [...(filesBehind.get(file) ?? []), imported]);
    }
    found.add(name.startsWith('.') ? target || '.' : name);
  }
  for (const [, name = ''] of text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)/gm)) {
    homes.set(name, (homes.get(name) ?? new Set()).add(file));
  }
  imports.set(folder, found);
  filesOf.set(folder, [...(filesOf.get(folder) ?? []), file]);
}

/** What stands on a circle of imports, if there is one. `done` leads to none. */
function findCircle(
  place: string,
  importsOf: (place: string) => readonly string[],
  done: Set<string>,
  way: readonly string[] = [],
): readonly string[] | undefined {
  if (way.includes(place)) return [...way.slice(way.indexOf(place)), place];
  if (done.has(place)) return undefined;
  for (const next of importsOf(place)) {
    const circle = findCircle(next, importsOf, done, [...way, place]);
    if (circle !== undefined) return circle;
  }
  done.add(place);
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
    const importsOf = (folder: string) => FOLDERS[folder]?.imports ?? [];
    const done = new Set<string>();
    for (const folder of Object.keys(FOLDERS)) {
      expect(findCircle(folder, importsOf, done)).toBeUndefined();
    }
  });

  it('leads through no circle of files, types among them', () => {
    const importsOf = (file: string) => filesBehind.get(file) ?? [];
    const done = new Set<string>();
    for (const file of filesBehind.keys()) {
      expect(findCircle(file, importsOf, done)).toBeUndefined();
    }
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
