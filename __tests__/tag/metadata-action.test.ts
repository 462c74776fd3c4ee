import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DIFFERENCES } from './differences.js';
import { answer, type Answer, type MetadataActionCase } from './metadata-action.js';

interface Case extends MetadataActionCase {
  readonly name: string;
  /** What docker/metadata-action really answered. */
  readonly expected: Answer;
}

function read(name: string): readonly Case[] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text) as readonly Case[];
}

const cases = read('metadata-action-cases.json');
const moreCases = read('metadata-action-more-cases.json');
const differences = new Map(DIFFERENCES.map(([name, , tags]) => [name, tags]));

describe('the answers of docker/metadata-action', () => {
  it.each(cases)('$name', (sample) => {
    expect(answer(sample)).toEqual(sample.expected);
  });

  it.each(moreCases.filter(({ name }) => !differences.has(name)))('$name', (sample) => {
    expect(answer(sample)).toEqual(sample.expected);
  });
});

describe('the deliberate differences from docker/metadata-action', () => {
  it('are about cases that there are', () => {
    const names = moreCases.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...differences.keys()]));
  });

  it.each(moreCases.filter(({ name }) => differences.has(name)))('$name', (sample) => {
    const expected = differences.get(sample.name);
    const tags = answer(sample)?.tags.map((name) => name.slice(name.lastIndexOf(':') + 1));
    expect(tags?.join(' ') ?? null).toBe(expected);
    expect(answer(sample)).not.toEqual(sample.expected);
  });
});
