import { describe, expect, it } from '@jest/globals';
import {
  ARGUMENT,
  evaluateTemplate,
  joinPieces,
  parseHandlebars,
} from '../../../src/tag/rules/expression.js';

type Values = Readonly<Record<string, string>>;

function render(text: string, values: Values): string {
  const template = parseHandlebars(text, ({ name }) => ({ kind: 'name' as const, name }), []);
  return joinPieces(evaluateTemplate(template, ({ name }) => values[name] ?? ''));
}

describe('templates', () => {
  const none: Values = {};
  it.each([
    { text: 'plain', values: none, expected: 'plain' },
    { text: '', values: none, expected: '' },
    { text: '{{branch}}-x', values: { branch: 'main' }, expected: 'main-x' },
    { text: '{{ branch }}/{{{tag}}}', values: { branch: 'a&b', tag: "'" }, expected: "a&b/'" },
    { text: '{{branch}}-x', values: none, expected: 'x' },
    { text: '{{branch}}-._x', values: none, expected: 'x' },
    { text: 'a-{{branch}}-b', values: none, expected: 'a-b' },
    { text: 'a-{{branch}}b', values: none, expected: 'a-b' },
    { text: 'a-{{branch}}', values: none, expected: 'a' },
    { text: 'a-{{branch}}-', values: none, expected: 'a-' },
    { text: 'a-{{branch}}-{{tag}}', values: none, expected: 'a' },
    { text: 'a-{{branch}}-{{tag}}', values: { branch: 'm' }, expected: 'a-m' },
    { text: 'a-{{branch}}-{{tag}}', values: { tag: 't' }, expected: 'a-t' },
    { text: 'a-{{branch}}{{tag}}-b', values: none, expected: 'a-b' },
    { text: '{{branch}}-{{tag}}', values: none, expected: '' },
    { text: '{{branch}}{{tag}}', values: { tag: '-t' }, expected: '-t' },
    { text: '{{branch}}{{tag}}', values: { branch: 'rel_1_' }, expected: 'rel_1_' },
    { text: '{{branch}}-{{tag}}', values: { branch: 'rel_1_' }, expected: 'rel_1_' },
    { text: 'a{b}c}}', values: none, expected: 'a{b}c}}' },
  ])('$text with $values gives $expected', ({ text, values, expected }) => {
    expect(render(text, values)).toBe(expected);
  });

  it.each([
    { text: "{{date 'YYYY'}}", options: { [ARGUMENT]: 'YYYY' } },
    { text: `{{ date "YYYY's" }}`, options: { [ARGUMENT]: "YYYY's" } },
    {
      text: "{{date 'YYYY-MM DD'  tz='Asia/Tokyo'}}",
      options: { [ARGUMENT]: 'YYYY-MM DD', tz: 'Asia/Tokyo' },
    },
  ])('reads the arguments of $text', ({ text, options }) => {
    const [part] = parseHandlebars(text, (call) => ({ kind: 'name' as const, ...call }), []);
    expect(part).toEqual({
      kind: 'name',
      source: text,
      name: 'date',
      options: new Map(Object.entries(options)),
    });
  });

  it('leaves out what is no expression', () => {
    expect(parseHandlebars('a{{b}}', () => undefined, [])).toEqual([{ kind: 'text', text: 'a' }]);
  });

  it.each([
    { text: '{{branch}}}', braces: '{{branch}}}' },
    { text: '{{{branch}}-x', braces: '{{{branch}}' },
    { text: 'x-{{{{branch}}}}', braces: '{{{{branch}}}}' },
  ])('names the braces of $text that do not match', ({ text, braces }) => {
    const problems: string[] = [];
    parseHandlebars(text, () => undefined, problems);
    expect(problems).toEqual([
      `${braces}: expected two or three braces on both sides, such as {{branch}}`,
    ]);
  });

  it('says when an expression is not closed', () => {
    const problems: string[] = [];
    parseHandlebars('a{{branch', () => undefined, problems);
    expect(problems).toEqual(['the expression in "a{{branch" is not closed']);
  });
});
