import { describe, expect, it } from '@jest/globals';
import { calendar } from '../../../src/tag/rules/calendar.js';
import fc from 'fast-check';
import { PromoteError } from '../../../src/base/errors.js';
import { computeTag, toRuleOutcome } from '../../../src/tag/rules/compute.js';
import type { TagFacts } from '../../../src/tag/rules/facts.js';
import { parseFlavor } from '../../../src/tag/rules/flavor.js';
import { assembleTags } from '../../../src/tag/rules/tags.js';
import { isTag } from '../../../src/base/image.js';
import { parseTagRules } from '../../../src/tag/rules/parse.js';
import type { SourceCommit } from '../../../src/tag/commit/source-commit.js';
import { SHA } from '../../fakes/context.js';
import { propertyRuns } from '../../fakes/property-runs.js';

const NO_FLAVOR = parseFlavor('').flavor;

function factsOf(names: Partial<SourceCommit>, parts: Partial<TagFacts> = {}): TagFacts {
  return {
    eventName: 'push',
    commit: { sha: SHA, reason: '', ...names },
    baseRef: '',
    defaultBranch: 'main',
    shortShaLength: 7,
    startedAt: Date.parse('2026-01-10T00:30:00Z'),
    calendar,
    ...parts,
  };
}

function compute(rules: string, facts: TagFacts, flavor = NO_FLAVOR) {
  const parsed = parseTagRules(rules);
  expect(parsed.problems).toEqual([]);
  return parsed.rules.map((rule) => toRuleOutcome(computeTag(rule, flavor, facts)));
}

const onMain = { branch: 'main' };
const onTag = { tag: 'v1.2.3' };

describe('computeTag', () => {
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
    { rule: 'type=raw,value={{is_default_branch}}', names: onMain, tag: 'true' },
    { rule: 'type=raw,value={{is_not_default_branch}}', names: onMain, tag: 'false' },
    { rule: 'type=raw,value={{is_default_branch}}', names: onTag, tag: 'false' },
    { rule: 'type=raw,value={{is_default_branch}}', names: {}, tag: 'false' },
    { rule: "type=raw,value={{date 'YYYYMMDD'}}", names: onMain, tag: '20260110' },
    {
      rule: "type=raw,value={{date 'HHmm' tz='Europe/Paris'}}",
      names: onMain,
      tag: '0130',
    },
    { rule: 'type=edge', names: onMain, tag: 'edge' },
    { rule: 'type=edge,branch=dev', names: { branch: 'dev' }, tag: 'edge' },
    { rule: 'type=semver,pattern={{version}}', names: onTag, tag: '1.2.3' },
    { rule: 'type=semver,pattern={{version}}_{{build}}', names: onTag, tag: '1.2.3' },
    { rule: 'type=semver,pattern={{major}},value=v7.0.0', names: onMain, tag: '7' },
    {
      rule: 'type=semver,pattern={{version}},match=app@(.*)',
      names: { tag: 'app@1.2.3' },
      tag: '1.2.3',
    },
    { rule: 'type=semver,pattern={{version}},match=x(.*)', names: onTag, tag: '1.2.3' },
    { rule: 'type=pep440,pattern={{version}}', names: { tag: '1.2.3-beta2' }, tag: '1.2.3b2' },
    { rule: 'type=match,pattern=v(.*),group=1', names: onTag, tag: '1.2.3' },
    {
      rule: 'type=sha,prefix={{branch}},suffix={{tag}}',
      names: { branch: 'r_' },
      tag: 'r_a1b2c3d',
    },
    { rule: 'type=ref,event=branch,suffix={{tag}}', names: { branch: 'rel_1_' }, tag: 'rel_1_' },
    { rule: 'type=match,pattern=\\d.\\d', names: onTag, tag: '1.2' },
    { rule: 'type=match,pattern=.*,value=x-{{branch}}', names: onMain, tag: 'x-main' },
  ])('$rule with $names gives $tag', ({ rule, names, tag }) => {
    expect(compute(rule, factsOf(names))).toEqual([
      { source: rule, type: expect.any(String), outcome: 'tag', tag },
    ]);
  });

  it.each(['create', 'discussion', 'issues', 'schedule'])(
    'counts %s as an event of the default branch',
    (eventName) => {
      const facts = factsOf({ branch: 'dev' }, { eventName });
      expect(compute('type=raw,value={{is_default_branch}}', facts)[0]).toHaveProperty(
        'tag',
        'true',
      );
    },
  );

  it('gives a scheduled tag on a schedule', () => {
    const rules = "type=schedule\ntype=schedule,pattern={{date 'YYYY'}},prefix=n-";
    expect(compute(rules, factsOf(onMain, { eventName: 'schedule' }))).toEqual([
      expect.objectContaining({ tag: 'nightly' }),
      expect.objectContaining({ tag: 'n-2026' }),
    ]);
  });

  it('abbreviates the commit to the length that is asked for', () => {
    const facts = factsOf({}, { shortShaLength: 12 });
    expect(compute('type=sha,prefix=\ntype=raw,value={{sha}}', facts)).toEqual([
      expect.objectContaining({ tag: 'a1b2c3d4e5f6' }),
      expect.objectContaining({ tag: 'a1b2c3d4e5f6' }),
    ]);
  });

  it('takes prefix and suffix of the flavor where the rule has none', () => {
    const { flavor } = parseFlavor('prefix={{branch}}-\nsuffix=-s');
    const outcomes = compute(
      'x\ntype=raw,value=y,prefix=\ntype=raw,value=z,suffix=',
      factsOf(onMain),
      flavor,
    );
    expect(outcomes.map((outcome) => 'tag' in outcome && outcome.tag)).toEqual([
      'main-x-s',
      'y-s',
      'main-z',
    ]);
  });

  it.each([
    { rule: 'type=ref,event=branch', reason: 'the run is not about a branch' },
    { rule: 'type=ref,event=tag', reason: 'the run is not about a tag' },
    { rule: 'type=ref,event=pr', reason: 'the run is not about a pull request' },
    { rule: 'type=schedule', reason: 'the run is not scheduled' },
    { rule: 'type=semver,pattern=x', reason: 'the run is not about a tag' },
    { rule: 'type=match,pattern=x', reason: 'the run is not about a tag' },
    { rule: 'type=edge', reason: 'the run is not about the branch main' },
    { rule: 'type=edge,branch=dev', reason: 'the run is not about the branch dev' },
    { rule: 'type=raw,value=x,enable={{is_default_branch}}', reason: 'it is not enabled' },
    { rule: 'type=raw,value=x,enable=false', reason: 'it is not enabled' },
  ])('$rule gives none on other events', ({ rule, reason }) => {
    expect(compute(rule, factsOf({}))).toEqual([
      { source: rule, type: expect.any(String), outcome: 'inapplicable', reason },
    ]);
  });

  it('does not take any branch for edge when the default one is not known', () => {
    const { defaultBranch, ...facts } = factsOf({});
    expect(defaultBranch).toBe('main');
    expect(compute('type=edge', facts)[0]).toHaveProperty(
      'reason',
      'the run is not about the branch that is the default',
    );
  });

  it.each([
    {
      rule: 'type=ref,event=branch',
      names: { branch: '日本' },
      reason: 'nothing of "日本" can stand in a tag',
    },
    { rule: 'type=raw,value={{tag}}', names: onMain, reason: 'nothing of "" can stand in a tag' },
    {
      rule: 'type=semver,pattern={{version}}',
      names: { tag: 'app/v1.2.3' },
      reason: '"app-v1.2.3" is not a semantic version',
    },
    {
      rule: 'type=pep440,pattern={{version}}',
      names: { tag: 'x' },
      reason: '"x" is not a version of PEP 440',
    },
    {
      rule: 'type=match,pattern=x',
      names: onTag,
      reason: 'the pattern does not match "v1.2.3"',
    },
    ...['0x1', '1e0', '01', '1.0', '+1', ''].map((group) => ({
      rule: `type=match,pattern=v(.*),group=${group}`,
      names: onTag,
      reason: `group ${group} of the pattern does not match "v1.2.3"`,
    })),
    {
      rule: 'type=match,pattern=v(.*),group=2',
      names: onTag,
      reason: 'group 2 of the pattern does not match "v1.2.3"',
    },
  ])('$rule with $names is skipped: $reason', ({ rule, names, reason }) => {
    expect(compute(rule, factsOf(names))[0]).toMatchObject({ outcome: 'invalid', reason });
  });

  it.each([
    {
      rule: 'type=raw,value=x,enable={{branch}}',
      code: 'invalid-input',
      message: 'expected enable to be true or false, got "main"',
    },
    {
      rule: 'type=semver,pattern=x,value=v1.2.3,match=v\\d',
      code: 'invalid-input',
      message: 'match has no group that matches "v1.2.3"',
    },
    {
      rule: "type=raw,value={{commit_date 'YYYY'}}",
      code: 'unavailable',
      message: `{{commit_date}} needs the date of commit ${SHA}`,
    },
  ])('$rule is an error', ({ rule, code, message }) => {
    const run = () => compute(rule, factsOf(onMain));
    expect(run).toThrow(PromoteError);
    expect(run).toThrow(expect.objectContaining({ code }));
    expect(run).toThrow(message);
  });

  it('renders no date without a calendar', () => {
    const facts = factsOf(onMain, { calendar: undefined });
    expect(() => compute("type=raw,value={{date 'YYYY'}}", facts)).toThrow(
      'A date is rendered that no rule asked for.',
    );
  });

  it('knows the date of the commit', () => {
    const facts = factsOf(onMain, { committedAt: Date.parse('2026-01-09T20:15:30Z') });
    const rule = "type=raw,value={{commit_date 'YYYYMMDD-HHmmss' tz='Europe/Paris'}}";
    expect(compute(rule, facts)[0]).toHaveProperty('tag', '20260109-211530');
  });
});

describe('every tag', () => {
  const text = fc.string({ unit: 'binary', maxLength: 160 });
  const name = fc.option(text, { nil: undefined });
  const word = fc.oneof(
    fc.constantFrom('{{branch}}', '{{tag}}', '{{sha}}', '{{base_ref}}', '-', '.', '/', '_'),
    fc.constantFrom("{{date 'YYYY.MM'}}", "{{commit_date '[-]X' tz='Asia/Tokyo'}}"),
    text.map((part) => part.replace(/[{\r\n,#"]/gu, '')),
  );
  const template = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));
  const affixes = fc
    .tuple(fc.option(template), fc.option(template))
    .map(([prefix, suffix]) =>
      [prefix === null ? '' : `,prefix=${prefix}`, suffix === null ? '' : `,suffix=${suffix}`].join(
        '',
      ),
    );
  const start = fc.oneof(
    fc.constantFrom(
      'type=sha',
      'type=sha,format=long',
      'type=schedule',
      'type=edge',
      'type=ref,event=branch',
      'type=ref,event=tag',
      'type=ref,event=pr',
      'type=semver,pattern={{version}}',
      'type=semver,pattern={{raw}}-{{build}}',
      'type=pep440,pattern={{version}}',
      'type=pep440,pattern={{raw}}',
      'type=match,pattern=.+',
      'type=match,pattern=(.)(.*),group=2',
    ),
    template.map((value) => `type=raw,value=${value}`),
  );
  const rules = fc
    .array(fc.tuple(start, affixes), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => part.join('')).join('\n'));
  // A flavor ends at its second "=", as in docker/metadata-action.
  const plainTemplate = template.map((value) => value.replaceAll(" tz='Asia/Tokyo'", ''));
  const flavors = fc
    .tuple(fc.constantFrom('auto', 'true', 'false'), plainTemplate, plainTemplate)
    .map(
      ([latest, prefix, suffix]) =>
        `latest=${latest}\nprefix=${prefix},onlatest=true\nsuffix=${suffix},onlatest=true`,
    );
  const version = fc.constantFrom('v1.2.3', '1.2.3-rc.1+b', '1!2.0.post1+l', 'app/v1.2.3');
  const refs = fc.oneof(
    fc.record({ branch: name }),
    fc.record({ tag: fc.oneof(name, version) }),
    fc.record({ pullRequest: name }),
  );
  const eventName = fc.constantFrom('push', 'schedule', 'create', 'workflow_run');

  it('is valid, whatever the event, the names and the rules', () => {
    fc.assert(
      fc.property(rules, flavors, refs, eventName, text, (source, flavor, ref, event, baseRef) => {
        const names = Object.fromEntries(
          Object.entries(ref).filter(([, value]) => value !== undefined),
        );
        const facts = factsOf(names, { eventName: event, baseRef, committedAt: 0 });
        const parsed = parseTagRules(source);
        const parsedFlavor = parseFlavor(flavor);
        expect([parsed.problems, parsedFlavor.problems]).toEqual([[], []]);
        const computed = parsed.rules.map((rule) => computeTag(rule, parsedFlavor.flavor, facts));
        const assembled = assembleTags(computed, parsedFlavor.flavor, facts);
        const { tags = [], deployTag } = assembled ?? {};
        expect(tags.filter((tag) => !isTag(tag))).toEqual([]);
        if (deployTag !== undefined) expect(tags).toContain(deployTag);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
