import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeTag } from '../../src/tag/compute.js';
import { isTag } from '../../src/tag/reference.js';
import { parseTagRules } from '../../src/tag/rule-parser.js';
import type { SourceCommit } from '../../src/tag/source-commit.js';
import { SHA } from './context.js';

function compute(rule: string, names: Partial<SourceCommit>, shortShaLength = 7) {
  const facts = { commit: { sha: SHA, reason: '', ...names }, shortShaLength };
  return parseTagRules(rule).rules.map((parsed) => computeTag(parsed, facts));
}

describe('computeTag', () => {
  const onMain = { branch: 'main' };
  const onTag = { tag: 'v1.2.3' };
  it.each([
    { rule: 'type=sha,prefix={{branch}}-', names: onMain, tag: 'main-a1b2c3d' },
    { rule: 'type=sha,prefix={{branch}}-', names: { branch: 'a/b' }, tag: 'a-b-a1b2c3d' },
    { rule: 'type=sha,prefix={{branch}}-', names: { branch: 'a&b' }, tag: 'a-b-a1b2c3d' },
    { rule: 'type=sha,prefix={{branch}}-', names: { branch: '日本' }, tag: 'a1b2c3d' },
    { rule: 'type=sha,prefix={{branch}}-', names: onTag, tag: 'a1b2c3d' },
    { rule: 'type=sha,suffix=-{{branch}}', names: onTag, tag: 'sha-a1b2c3d' },
    { rule: 'type=sha,prefix=,format=long', names: onMain, tag: SHA },
    { rule: 'type=ref,event=branch', names: { branch: 'feature/x' }, tag: 'feature-x' },
    { rule: 'type=ref,event=tag', names: onTag, tag: 'v1.2.3' },
    { rule: 'type=ref,event=pr', names: { pullRequest: '42' }, tag: 'pr-42' },
    { rule: 'type=ref,event=pr,prefix=', names: { pullRequest: '42/head' }, tag: '42-head' },
    { rule: 'type=raw,value=x-{{branch}}-{{tag}}', names: onTag, tag: 'x-v1.2.3' },
    { rule: 'type=raw,value={{branch}}-{{sha}},suffix=-x', names: onMain, tag: 'main-a1b2c3d-x' },
  ])('$rule with $names gives $tag', ({ rule, names, tag }) => {
    expect(compute(rule, names)).toEqual([
      { source: rule, type: expect.any(String), outcome: 'tag', tag },
    ]);
  });

  it('abbreviates the commit to the length that is asked for', () => {
    expect(compute('type=sha,prefix=\ntype=raw,value={{sha}}', {}, 12)).toEqual([
      expect.objectContaining({ tag: 'a1b2c3d4e5f6' }),
      expect.objectContaining({ tag: 'a1b2c3d4e5f6' }),
    ]);
  });

  it.each([
    { rule: 'type=ref,event=branch', reason: 'the run is not about a branch' },
    { rule: 'type=ref,event=tag', reason: 'the run is not about a tag' },
    { rule: 'type=ref,event=pr', reason: 'the run is not about a pull request' },
  ])('$rule gives none on other events', ({ rule, reason }) => {
    expect(compute(rule, {})).toEqual([
      { source: rule, type: 'ref', outcome: 'inapplicable', reason },
    ]);
  });

  it('says when nothing is left of a tag', () => {
    expect(compute('type=ref,event=branch', { branch: '日本' })).toEqual([
      expect.objectContaining({
        outcome: 'invalid',
        reason: 'nothing of "日本" can stand in a tag',
      }),
    ]);
  });

  it('gives valid tags only, whatever the names and the rule', () => {
    const name = fc.option(fc.string({ unit: 'binary', maxLength: 200 }), { nil: undefined });
    const template = fc.array(
      fc.oneof(
        fc.constantFrom('{{branch}}', '{{tag}}', '{{sha}}', '-', '.', '/'),
        fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/[{\r\n,#]/gu, '')),
      ),
      { maxLength: 5 },
    );
    const start = fc.constantFrom(
      'type=sha',
      'type=ref,event=branch',
      'type=ref,event=tag',
      'type=raw,value=',
    );
    fc.assert(
      fc.property(start, template, template, name, name, (type, prefix, suffix, branch, tag) => {
        const rule = `${type},prefix=${prefix.join('')},suffix=${suffix.join('')}`;
        const names = {
          ...(branch === undefined ? {} : { branch }),
          ...(tag === undefined ? {} : { tag }),
        };
        const outcomes = compute(rule, names);
        expect(outcomes).toHaveLength(1);
        for (const outcome of outcomes) {
          if (outcome.outcome === 'tag') expect(isTag(outcome.tag)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
