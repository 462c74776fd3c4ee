import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DIFFERENCES } from './differences.js';
import { answer, type Answer, type Failure, type MetadataActionCase } from './metadata-action.js';

interface Case extends MetadataActionCase {
  readonly name: string;
  /** What docker/metadata-action really answered; `null` for an error. */
  readonly expected: Answer | null;
}

function read(name: string): readonly Case[] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text) as readonly Case[];
}

const cases = read('metadata-action-cases.json');
const moreCases = read('metadata-action-more-cases.json');
const differences = new Set(DIFFERENCES.map(([name]) => name));

describe('the answers of docker/metadata-action', () => {
  it.each(cases)('$name', (sample) => {
    expect(answer(sample)).toEqual(sample.expected ?? { error: expect.any(String) });
  });

  it.each(moreCases.filter(({ name }) => !differences.has(name)))('$name', (sample) => {
    expect(answer(sample)).toEqual(sample.expected ?? { error: expect.any(String) });
  });
});

describe('the deliberate differences from docker/metadata-action', () => {
  it('are about cases that there are', () => {
    const names = moreCases.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...differences]));
  });

  const samples = DIFFERENCES.flatMap(([name, because, tags]) =>
    moreCases
      .filter((sample) => sample.name === name)
      .map((sample) => ({ name, because, tags, sample })),
  );

  it.each(samples)('$name, because of $because', ({ tags, sample }) => {
    const answered = answer(sample);
    expect(answered).toEqual(expectedOf(sample, tags));
    expect(answered).not.toEqual(sample.expected ?? { error: expect.any(String) });
  });
});

function expectedOf({ inputs }: Case, tags: string | Failure): unknown {
  if (typeof tags !== 'string') return { error: expect.stringContaining(tags.error) };
  const [version = '', ...others] = tags.split(' ');
  const repository = inputs['image']?.toLowerCase();
  const names = version === '' ? [] : [version, ...others].map((tag) => `${repository}:${tag}`);
  return { tags: names, version };
}
