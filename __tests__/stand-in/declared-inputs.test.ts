import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readDeclaredInputs } from './declared-inputs.mjs';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

it('reads of action.yml what a YAML library reads', () => {
  const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
  const { inputs } = parse(text) as ActionFile;
  const expected = Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']);
  expect([...readDeclaredInputs()]).toEqual(expected);
  expect(expected).not.toEqual([]);
});
