import { describe, expect, it } from '@jest/globals';
import { evaluateTemplate, joinPieces, parseTemplate } from '../../src/tag/template.js';

const NAMES = ['branch', 'tag'] as const;

function render(text: string, values: Partial<Record<'branch' | 'tag', string>>): string {
  const template = parseTemplate(text, NAMES, []);
  return joinPieces(evaluateTemplate(template, (name) => values[name] ?? ''));
}

describe('templates', () => {
  it.each([
    { text: 'plain', values: {}, expected: 'plain' },
    { text: '', values: {}, expected: '' },
    { text: '{{branch}}-x', values: { branch: 'main' }, expected: 'main-x' },
    { text: '{{ branch }}/{{{tag}}}', values: { branch: 'a&b', tag: "'" }, expected: "a&b/'" },
    { text: '{{branch}}-x', values: {}, expected: 'x' },
    { text: '{{branch}}-._x', values: {}, expected: 'x' },
    { text: 'a-{{branch}}-b', values: {}, expected: 'a-b' },
    { text: 'a-{{branch}}b', values: {}, expected: 'a-b' },
    { text: 'a-{{branch}}', values: {}, expected: 'a' },
    { text: 'a-{{branch}}-', values: {}, expected: 'a-' },
    { text: 'a-{{branch}}-{{tag}}', values: {}, expected: 'a' },
    { text: 'a-{{branch}}-{{tag}}', values: { branch: 'm' }, expected: 'a-m' },
    { text: 'a-{{branch}}-{{tag}}', values: { tag: 't' }, expected: 'a-t' },
    { text: 'a-{{branch}}{{tag}}-b', values: {}, expected: 'a-b' },
    { text: '{{branch}}-{{tag}}', values: {}, expected: '' },
    { text: '{{branch}}{{tag}}', values: { tag: '-t' }, expected: '-t' },
    { text: 'a{b}c}}', values: {}, expected: 'a{b}c}}' },
  ])('$text with $values gives $expected', ({ text, values, expected }) => {
    expect(render(text, values)).toBe(expected);
  });

  it.each([
    {
      text: 'a-{{foo}}',
      problem: 'the expression {{foo}} is not known here; there are {{branch}}, {{tag}}',
    },
    { text: '{{Branch}}', problem: 'the expression {{Branch}} is not known' },
    { text: '{{}}', problem: 'the expression {{}} is not known' },
    { text: '{{#if branch}}', problem: 'the expression {{#if branch}} is not known' },
    { text: 'a{{branch', problem: 'the expression in "a{{branch" is not closed' },
  ])('says what is wrong with $text', ({ text, problem }) => {
    const problems: string[] = [];
    parseTemplate(text, NAMES, problems);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
