import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type JsonHandlers, JsonReader } from '../../../src/coverage/read/json-reader.js';
import { readJsonKeys } from '../../../src/coverage/read/json.js';
import { MAX_TOKEN_CHARACTERS } from '../../../src/coverage/model/limits.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { propertyRuns } from '../../fakes/property-runs.js';

/** Reads `text` in pieces, with every object down to `levels` as a container. */
function read(text: string, levels = 1, size = 7): Readonly<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  const handlers: JsonHandlers = {
    isContainer: (path) => path.length < levels,
    takePart: (key, value, around) => {
      parts[JSON.stringify([...around, key])] = value;
    },
  };
  const reader = new JsonReader(handlers, new ReportMemory());
  for (let start = 0; start < text.length; start += size) {
    reader.write(text.slice(start, start + size));
  }
  reader.end();
  return parts;
}

/** The parts that a value has, as `read` names them. */
function listParts(value: unknown, levels: number, around: readonly string[] = []): unknown[][] {
  if (around.length === levels || !isObject(value)) return [[JSON.stringify(around), value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    listParts(inner, levels, [...around, key]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('JsonReader', () => {
  it('reads what JSON.stringify writes, in pieces of any size', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue());
    const spaces = fc.constantFrom(undefined, 2);
    fc.assert(
      fc.property(
        objects,
        fc.nat(2),
        fc.integer({ min: 1, max: 40 }),
        spaces,
        (value, levels, size, space) => {
          const text = JSON.stringify(value, undefined, space);
          const expected = Object.fromEntries(listParts(JSON.parse(text), levels + 1)) as Record<
            string,
            unknown
          >;
          expect(read(text, levels + 1, size)).toEqual(expected);
        },
      ),
    );
  });

  it('refuses every text that JSON.parse refuses', () => {
    const marks = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"b"',
      '1',
      'true',
      ' ',
      '"',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 12 }), (tokens) => {
        const text = `{${tokens.join('')}`;
        let parsed: unknown;
        try {
          parsed = JSON.parse(text);
        } catch {
          expect(() => read(text, 2)).toThrow('is not valid JSON');
          return;
        }
        expect(parsed).toBeDefined();
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  it.each([
    { text: '[]', reason: 'it is not an object' },
    { text: '{"a": 1, "a": 2}', reason: 'it has ["a"] twice' },
    { text: '{"a": {"b": 1, "b": 2}}', reason: 'an object in ["a"] has a key twice' },
    {
      text: '{"a": [{"b:": [":"], "\\u0062:" : 2}]}',
      reason: 'an object in ["a"] has a key twice',
    },
    { text: '{"a": 1} 2', reason: 'something follows its end' },
    { text: '{"a": 1', reason: 'it ends too early' },
    { text: '{"a": {"b": [', reason: 'it ends too early' },
    { text: '{"a" 1}', reason: ': is expected, not 1' },
    { text: '{"a": 1 "b"}', reason: ', is expected, not "' },
    { text: '{"a": ,}', reason: 'a value is expected, not ,' },
    { text: '{a: 1}', reason: 'a key is expected, not a' },
    { text: '{"a": 1,}', reason: 'a key is expected, not }' },
    { text: '{"a": 01}', reason: '"01"' },
    { text: '{"a": [1, ]}', reason: '"[1, ]"' },
    { text: '{"a\n": 1}', reason: 'is not valid JSON' },
    { text: `{"a": ${'['.repeat(64)}`, reason: 'nested more than 64 deep' },
    { text: `{"a": "${'x'.repeat(MAX_TOKEN_CHARACTERS)}`, reason: 'has a value of more than' },
  ])('says that $reason', ({ text, reason }) => {
    expect(() => read(text, 1, 1024 ** 2 * 100)).toThrow(reason);
  });
});

describe('readJsonKeys', () => {
  it('lists keys with those around them, three deep', () => {
    const head = ' {"a": {"b": {"c": {"d": 1}}, "e": [{"x": 1}]}, "f": ["g", "h:"], "i": {"j"';
    expect(readJsonKeys(head)).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'e'],
      ['f'],
      ['i'],
    ]);
  });

  it.each(['', 'a', '[{"a": 1}]', '"a":'])('finds none in %p', (head) => {
    expect(readJsonKeys(head)).toEqual([]);
  });
});
