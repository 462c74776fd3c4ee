import { describe, expect, it } from '@jest/globals';
import { parseTagRules } from '../../../src/tag/rules/parse.js';

const text = (value: string) => (value === '' ? [] : [{ kind: 'text', text: value }]);
const name = (value: string) => [{ kind: 'name', name: value }];

describe('parseTagRules', () => {
  it.each([
    {
      description: 'type=sha with its defaults',
      rule: 'type=sha',
      expected: {
        type: 'sha',
        format: 'short',
        priority: 100,
        prefix: text('sha-'),
        enable: text('true'),
        deploy: false,
      },
    },
    {
      description: 'all common attributes',
      rule: 'type=sha,prefix=,suffix=-x,format=long,priority=-0.5,enable={{branch}},deploy=true',
      expected: {
        type: 'sha',
        format: 'long',
        priority: -0.5,
        prefix: [],
        suffix: text('-x'),
        enable: name('branch'),
        deploy: true,
      },
    },
    {
      description: 'type=ref of a branch',
      rule: 'type=ref,event=branch',
      expected: { type: 'ref', event: 'branch', priority: 600 },
    },
    {
      description: 'type=ref of a pull request, which has a prefix',
      rule: 'type=ref,event=pr',
      expected: { type: 'ref', event: 'pr', prefix: text('pr-') },
    },
    {
      description: 'type=raw',
      rule: 'type=raw,value=x',
      expected: { type: 'raw', value: text('x'), priority: 200 },
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
    {
      description: 'type=schedule with its default',
      rule: 'type=schedule',
      expected: { type: 'schedule', pattern: text('nightly'), priority: 1000 },
    },
    {
      description: 'type=semver',
      rule: 'type=semver,pattern={{version}}',
      expected: { type: 'semver', pattern: name('version'), priority: 900 },
    },
    {
      description: 'type=pep440 with value and match',
      rule: 'type=pep440,pattern={{raw}},value={{tag}},match=v(.*)',
      expected: { type: 'pep440', pattern: name('raw'), value: name('tag'), match: /v(.*)/ },
    },
    {
      description: 'type=match',
      rule: 'type=match,pattern=v(.*)',
      expected: { type: 'match', pattern: /v(.*)/, group: '0', priority: 800 },
    },
    {
      description: 'type=match with flags, group and value',
      rule: 'type=match,pattern=/V(.*)/i,group=1,value=x',
      expected: { type: 'match', pattern: /V(.*)/i, group: '1', value: text('x') },
    },
    {
      description: 'type=edge of a branch',
      rule: 'type=edge,branch=dev',
      expected: { type: 'edge', branch: 'dev', priority: 700 },
    },
  ])('reads $description', ({ rule, expected }) => {
    const { rules, problems } = parseTagRules(rule);
    expect(problems).toEqual([]);
    expect(rules).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    { rule: 'type=edge,branch=', property: 'branch' },
    { rule: 'type=semver,pattern=x,value=', property: 'value' },
    { rule: 'type=semver,pattern=x,match=', property: 'match' },
    { rule: 'type=raw,value=x', property: 'prefix' },
    { rule: 'type=raw,value=x', property: 'suffix' },
  ])('$rule has no $property', ({ rule, property }) => {
    const { rules, problems } = parseTagRules(rule);
    expect(problems).toEqual([]);
    expect(rules[0]).not.toHaveProperty(property);
  });

  it('orders by priority, equal ones as written', () => {
    const { rules } = parseTagRules(
      'b\ntype=sha\ntype=raw,value=a,priority=600\ntype=ref,event=tag\ntype=ref,event=branch\nc',
    );
    expect(rules.map(({ source }) => source)).toEqual([
      'type=raw,value=a,priority=600',
      'type=ref,event=tag',
      'type=ref,event=branch',
      'b',
      'c',
      'type=sha',
    ]);
  });

  it.each([
    {
      rule: 'type=foo',
      problem: '"type=foo": expected type=schedule|semver|pep440|match|edge|ref|raw|sha, got "foo"',
    },
    { rule: 'type=SHA', problem: 'got "SHA"' },
    { rule: 'type=ref', problem: '"type=ref": expected event=branch|tag|pr, got nothing' },
    { rule: 'type=ref,event=x', problem: 'expected event=branch|tag|pr, got "x"' },
    { rule: 'type=sha,format=medium', problem: 'expected format=short|long, got "medium"' },
    { rule: 'type=raw', problem: '"type=raw": the attribute "value" is missing' },
    { rule: 'type=semver', problem: 'the attribute "pattern" is missing' },
    { rule: 'type=match', problem: 'the attribute "pattern" is missing' },
    {
      rule: 'type=match,pattern=(',
      problem: 'expected pattern=a regular expression, got "("',
    },
    {
      rule: 'type=semver,pattern=x,match=[',
      problem: 'expected match=a regular expression, got "["',
    },
    { rule: 'type=match,pattern=x,group=y', problem: 'expected group=a number, got "y"' },
    { rule: 'type=sha,enable=TRUE', problem: 'expected enable=true|false, got "TRUE"' },
    { rule: 'type=sha,deploy=yes', problem: 'expected deploy=true|false, got "yes"' },
    {
      rule: 'type=sha,formt=long',
      problem:
        'the attribute "formt" is not known here; there are type, prefix, suffix, priority, enable, deploy, format',
    },
    { rule: 'type=sha,x', problem: 'the attribute "value" is not known here' },
    { rule: 'type=edge,event=pr', problem: 'the attribute "event" is not known here' },
    { rule: 'type=sha,prefix={{foo}}-', problem: 'the expression {{foo}} is not known here' },
    { rule: 'type=raw,value={{foo}}', problem: 'the expression {{foo}} is not known here' },
    { rule: 'type=semver,pattern={{sha}}', problem: 'the expression {{sha}} is not known here' },
    { rule: 'type=schedule,pattern={{tag}}', problem: 'the expression {{tag}} is not known here' },
    { rule: 'type=sha,suffix={{foo', problem: 'is not closed' },
    { rule: '"type=sha', problem: 'cannot be read as CSV' },
    { rule: 'type=raw,value=a"b', problem: 'cannot be read as CSV' },
  ])('refuses $rule', ({ rule, problem }) => {
    expect(parseTagRules(rule).problems).toEqual(
      expect.arrayContaining([expect.stringContaining(problem)]),
    );
  });

  it('reports every line that is wrong', () => {
    expect(parseTagRules('type=a\ntype=sha\ntype=b').problems).toHaveLength(2);
  });
});
