import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { contextOf } from './fakes/context.js';
import { ERROR_CODES, OUTCOMES } from '../scripts/error-codes.mjs';
import { INPUT_NAMES, parseInputs } from '../src/action/inputs.js';
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
const reference = read('docs/reference.md');

/** Rows of the reference's tables with that head, each as its cells without Markdown's escapes. */
function readTable(head: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let inside = false;
  for (const line of reference.split('\n')) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const [, first = ''] = cells;
    inside = line.startsWith('|') && (inside || first === head);
    if (inside && first !== head && !/^-+$/.test(first)) rows.push(cells.slice(1, -1));
  }
  return rows;
}

/** The description as a row tells it: its name, and its text without links. */
function describedIn(section: Readonly<Record<string, Described>>) {
  return Object.entries(section).map(([name, { description }]) => [
    `\`${name}\``,
    description.trim(),
  ]);
}

function withoutLinks(text: string): string {
  return text.replace(/\[(?<name>[^\]]+)\]\(\k<name>\)/g, 'docs/$<name>');
}

describe('the inputs', () => {
  it('are those that the code knows', () => {
    expect([...INPUT_NAMES].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('are in the reference word by word', () => {
    const rows = readTable('Input').map(([name, meaning = '', usual = '']) => {
      const given = action.inputs[name?.replaceAll('`', '') ?? '']?.default;
      const isSaid = usual === '' || usual === `\`${given ?? ''}\``;
      return [name, withoutLinks(isSaid ? meaning : `${meaning} Default: ${usual}.`)];
    });
    expect(rows).toEqual(describedIn(action.inputs));
  });

  it('have their defaults in the code, so that "given" can be seen', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => 'default' in input);
    expect(withDefault.map(([name]) => name)).toEqual(['token']);
  });
});

describe('the steps', () => {
  /** What the code says of wrong inputs: the one place where it names all steps and their keys. */
  async function complaint(inputs: Readonly<Record<string, string>>): Promise<string> {
    const parsed = parseInputs(new Map(Object.entries(inputs)), contextOf());
    return parsed.then(
      () => '',
      (error: unknown) => String(error),
    );
  }

  it('are named in the description of the input', async () => {
    const said = /steps among (?<names>[a-z, ]+), got/.exec(await complaint({ steps: 'none' }));
    const names = said?.groups?.['names']?.split(', ') ?? [];
    expect(names.length).toBeGreaterThan(3);
    const description = action.inputs['steps']?.description ?? '';
    expect(names.filter((name) => !description.includes(`\`${name}\``))).toEqual([]);
  });

  it('are each said to have their key inputs', async () => {
    const said = /key inputs (?<keys>.+?)\.?$/m.exec(await complaint({}))?.groups?.['keys'] ?? '';
    const keys = [...said.matchAll(/(?<inputs>[a-z-]+(?: or [a-z-]+)*) \((?<step>[a-z]+)\)/g)];
    expect(keys.length).toBeGreaterThan(3);
    for (const { groups } of keys) {
      for (const input of groups?.['inputs']?.split(' or ') ?? []) {
        const description = action.inputs[input]?.description;
        expect(description).toContain(`Key input of the ${groups?.['step'] ?? ''} step`);
        expect(action.inputs['steps']?.description).toContain(`\`${input}\``);
      }
    }
  });
});

describe('a default that a description tells', () => {
  /** Inputs with which every step runs, and every default takes part. */
  const given: Readonly<Record<string, string>> = {
    'coverage-files': 'coverage.xml',
    image: 'ghcr.io/org/app',
    'gitops-repository': 'org/gitops',
    'gitops-token': 'secret',
    values: 'values.yaml',
    mode: 'pull-request',
    'argocd-server': 'https://argocd.example.com',
    'argocd-token': 'secret',
    'argocd-applications': 'app',
  };
  const literals = Object.entries(action.inputs).flatMap(([input, { description }]) => {
    const value = /Default: `(?<value>[^`\s]+)`\.$/.exec(description.trim())?.groups?.['value'];
    return value === undefined ? [] : [{ input, value }];
  });

  it('is found', () => {
    expect(literals.length).toBeGreaterThan(15);
  });

  it.each(literals)('of $input is that of the code: $value', async ({ input, value }) => {
    const needed = Object.fromEntries(Object.entries(given).filter(([name]) => name !== input));
    const parsed = (inputs: Readonly<Record<string, string>>) =>
      parseInputs(new Map(Object.entries(inputs)), contextOf());
    expect(await parsed({ ...needed, [input]: value })).toEqual(await parsed(needed));
  });
});

describe('the outputs', () => {
  it('are those that the code writes', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUT_NAMES]);
  });

  it('are in the reference word by word', () => {
    const rows = readTable('Output').map(([name, value = '']) => [name, withoutLinks(value)]);
    expect(rows).toEqual(describedIn(action.outputs));
  });
});

describe('`reason`', () => {
  const union = /export type ErrorCode =(?<codes>[^;]+);/.exec(read('src/base/errors.ts'));
  const codes = [...(union?.groups?.['codes'] ?? '').matchAll(/'(?<code>[a-z-]+)'/g)].map(
    ([, code]) => code ?? '',
  );

  it('has every code of the code explained, and no other', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(Object.keys(ERROR_CODES).sort()).toEqual([...codes].sort());
  });

  it('has every value in the reference', () => {
    const rows = [...readTable('Outcome'), ...readTable('Failure')].map(([code]) => code);
    expect(rows).toEqual([...Object.keys(OUTCOMES), ...codes].map((code) => `\`${code}\``));
  });
});
