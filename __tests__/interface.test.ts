import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../src/action/inputs.js';
import { OUTPUT_NAMES } from '../src/action/outputs.js';

interface Described {
  readonly description: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Described & { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

function read(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
}

const action = parse(read('action.yml')) as Action;
const readme = read('README.md');

/** Rows of the README's tables with that head, as name and meaning without Markdown's escapes. */
function readTable(head: string): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [];
  let inside = false;
  for (const line of readme.split('\n')) {
    const [, name = '', meaning = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    inside = line.startsWith('|') && (inside || (name === head && meaning === 'Meaning'));
    if (inside && name.startsWith('`')) {
      rows.push([name.replaceAll('`', ''), meaning.replace(/\\(?=[|<*_])/g, '')]);
    }
  }
  return rows;
}

function describedIn(section: Readonly<Record<string, Described>>) {
  return Object.entries(section).map(([name, { description }]) => [name, description.trim()]);
}

describe('the inputs', () => {
  it('are those that the code knows', () => {
    expect([...INPUT_NAMES].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('are in the README word by word', () => {
    expect(readTable('Input')).toEqual(describedIn(action.inputs));
  });

  it('have their defaults in the code, so that "given" can be seen', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => 'default' in input);
    expect(withDefault.map(([name]) => name)).toEqual(['token']);
  });
});

describe('the outputs', () => {
  it('are those that the code writes', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES]);
  });

  it('are in the README word by word', () => {
    expect(readTable('Output')).toEqual(describedIn(action.outputs));
  });
});

it('every code of `reason` is explained in the README', () => {
  const union = /export type ErrorCode =(?<codes>[^;]+);/.exec(read('src/base/errors.ts'));
  const codes = [...(union?.groups?.['codes'] ?? '').matchAll(/'(?<code>[a-z-]+)'/g)];
  expect(codes.length).toBeGreaterThan(20);
  const explained = [...readme.matchAll(/^\| `(?<code>[a-z]+(?:-[a-z]+)*)` +\| .* \| .* \|$/gm)];
  expect(explained.map((match) => match[1])).toEqual(
    expect.arrayContaining(codes.map((match) => match[1])),
  );
});

describe('the documents', () => {
  const names = ['.', 'docs', 'examples'].flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );

  it.each(names)('%s links to what there is', (name) => {
    const links = [...read(name).matchAll(/\]\((?<to>[^)#]+)[^)]*\)/g)].map(([, to]) => to ?? '');
    const local = links.filter((to) => !/^https?:/.test(to));
    const broken = local.filter(
      (to) => !existsSync(new URL(`../${name}/../${to}`, import.meta.url)),
    );
    expect(broken).toEqual([]);
  });
});
