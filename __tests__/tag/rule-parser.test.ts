import { describe, expect, it } from '@jest/globals';
import { parseTagRules } from '../../src/tag/rule-parser.js';

const text = (value: string) => [{ kind: 'text', text: value }];

describe('parseTagRules', () => {
  it.each([
    {
      description: 'type=sha with its defaults',
      rule: 'type=sha',
      expected: { type: 'sha', format: 'short', prefix: text('sha-'), suffix: text('') },
    },
    {
      description: 'type=sha with all attributes',
      rule: 'type=sha,prefix=,suffix=-x,format=long',
      expected: { type: 'sha', format: 'long', prefix: text(''), suffix: text('-x') },
    },
    {
      description: 'type=ref of a branch',
      rule: 'type=ref,event=branch',
      expected: { type: 'ref', event: 'branch', prefix: text('') },
    },
    {
      description: 'type=ref of a pull request, which has a prefix',
      rule: 'type=ref,event=pr',
      expected: { type: 'ref', event: 'pr', prefix: text('pr-') },
    },
    {
      description: 'type=raw',
      rule: 'type=raw,value=x',
      expected: { type: 'raw', value: text('x'), prefix: text('') },
    },
    {
      description: 'a bare value, which is raw',
      rule: 'FooBar',
      expected: { type: 'raw', value: text('FooBar') },
    },
    {
      description: 'a bare value behind the type',
      rule: 'type=raw,bar',
      expected: { type: 'raw', value: text('bar') },
    },
    {
      description: 'an equals sign in a value',
      rule: 'type=raw,value=a=b',
      expected: { type: 'raw', value: text('a=b') },
    },
    {
      description: 'an equals sign first, which is part of the value',
      rule: '=a',
      expected: { type: 'raw', value: text('=a') },
    },
    {
      description: 'keys in any case and white space around both',
      rule: ' TYPE = sha , Prefix = v ',
      expected: { type: 'sha', prefix: text('v'), source: 'TYPE = sha , Prefix = v' },
    },
    {
      description: 'the last of two equal attributes',
      rule: 'type=raw,value=a,value=b',
      expected: { type: 'raw', value: text('b') },
    },
  ])('reads $description', ({ rule, expected }) => {
    const { rules, problems } = parseTagRules(rule);
    expect(problems).toEqual([]);
    expect(rules).toEqual([expect.objectContaining(expected)]);
  });

  it('leaves out comments and empty lines', () => {
    const { rules } = parseTagRules('# one\r\n\r\n  # two\r\ntype=sha\r\n');
    expect(rules.map(({ source }) => source)).toEqual(['type=sha']);
  });

  it('orders by priority, equal ones as written', () => {
    const { rules } = parseTagRules('b\ntype=sha\na\ntype=ref,event=tag\ntype=ref,event=branch');
    expect(rules.map(({ source }) => source)).toEqual([
      'type=ref,event=tag',
      'type=ref,event=branch',
      'b',
      'a',
      'type=sha',
    ]);
  });

  it.each([
    { rule: 'type=foo', problem: '"type=foo": expected type=ref|raw|sha, got "foo"' },
    { rule: 'type=SHA', problem: '"type=SHA": expected type=ref|raw|sha, got "SHA"' },
    { rule: 'type=ref', problem: '"type=ref": expected event=branch|tag|pr, which is missing' },
    { rule: 'type=ref,event=x', problem: 'expected event=branch|tag|pr, got "x"' },
    { rule: 'type=sha,format=medium', problem: 'expected format=short|long, got "medium"' },
    { rule: 'type=raw', problem: '"type=raw": the attribute "value" is missing' },
    {
      rule: 'type=sha,formt=long',
      problem: 'type=sha has no attribute "formt"; there are format, prefix, suffix',
    },
    { rule: 'type=sha,x', problem: 'type=sha has no attribute "value"' },
    { rule: 'type=sha,prefix={{foo}}-', problem: 'the expression {{foo}} is not known here' },
    { rule: 'type=raw,value={{foo}}', problem: 'the expression {{foo}} is not known here' },
    { rule: 'type=sha,suffix={{foo', problem: 'is not closed' },
  ])('refuses $rule', ({ rule, problem }) => {
    expect(parseTagRules(rule).problems).toEqual([expect.stringContaining(problem)]);
  });

  it('reports every line that is wrong', () => {
    expect(parseTagRules('type=a\ntype=sha\ntype=b').problems).toHaveLength(2);
  });
});
