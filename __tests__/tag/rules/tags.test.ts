import { describe, expect, it } from '@jest/globals';
import { calendar } from '../../../src/tag/rules/calendar.js';
import { computeTag } from '../../../src/tag/rules/compute.js';
import { parseFlavor } from '../../../src/tag/rules/flavor.js';
import { assembleTags } from '../../../src/tag/rules/tags.js';
import { parseTagRules } from '../../../src/tag/rules/parse.js';
import type { SourceCommit } from '../../../src/tag/commit/source-commit.js';
import { SHA } from '../../fakes/context.js';

function assemble(rules: string, names: Partial<SourceCommit>, flavorText = '') {
  const { flavor } = parseFlavor(flavorText);
  const facts = {
    eventName: 'push',
    commit: { sha: SHA, reason: '', ...names },
    baseRef: '',
    shortShaLength: 7,
    startedAt: 0,
    calendar,
  };
  const computed = parseTagRules(rules).rules.map((rule) => computeTag(rule, flavor, facts));
  return assembleTags(computed, flavor, facts);
}

const onMain = { branch: 'main' };
const onTag = { tag: 'v1.2.3' };
const VERSIONS = 'type=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern={{version}}';

describe('assembleTags', () => {
  it('keeps the order and drops what is there already', () => {
    const rules = 'type=sha,prefix=\nb\na\nb\ntype=raw,value=a1b2c3d\ntype=ref,event=branch';
    expect(assemble(rules, onMain)).toMatchObject({
      tags: ['main', 'b', 'a', 'a1b2c3d'],
      version: 'main',
    });
  });

  it('is undefined without a tag', () => {
    expect(assemble('type=ref,event=tag', onMain, 'latest=true')).toBeUndefined();
  });

  it.each([
    { rules: VERSIONS, names: onTag, flavor: '', latest: ['latest'] },
    { rules: VERSIONS, names: { tag: 'v1.2.3-rc.1' }, flavor: '', latest: [] },
    { rules: 'type=ref,event=tag', names: onTag, flavor: '', latest: ['latest'] },
    { rules: 'type=match,pattern=.*', names: onTag, flavor: '', latest: ['latest'] },
    { rules: `type=sha,priority=999\n${VERSIONS}`, names: onTag, flavor: '', latest: [] },
    { rules: 'type=ref,event=branch', names: onMain, flavor: '', latest: [] },
    { rules: VERSIONS, names: onTag, flavor: 'latest=false', latest: [] },
    { rules: 'type=sha', names: onMain, flavor: 'latest=true', latest: ['latest'] },
    {
      rules: 'type=sha',
      names: onMain,
      flavor: 'latest=true\nprefix={{branch}}-,onlatest=true\nsuffix=-s',
      latest: ['main-latest'],
    },
    {
      rules: 'type=sha',
      names: onTag,
      flavor: 'latest=true\nprefix={{branch}}-,onlatest=true\nsuffix=-s,onlatest=true',
      latest: ['latest-s'],
    },
    {
      rules: 'latest',
      names: onMain,
      flavor: 'latest=true',
      latest: ['latest', 'latest'],
    },
  ])('$rules with $names and "$flavor" has $latest', ({ rules, names, flavor, latest }) => {
    const tags = assemble(rules, names, flavor)?.tags ?? [];
    expect(tags.filter((tag) => tag.includes('latest'))).toEqual(latest);
  });

  it.each([
    {
      description: 'the rule that says so',
      rules: `${VERSIONS}\ntype=sha\ntype=raw,value=x,deploy=true`,
      names: onTag,
      deployTag: 'x',
    },
    {
      description: 'the version when the rule that says so gives none',
      rules: `${VERSIONS}\ntype=sha\ntype=ref,event=branch,deploy=true`,
      names: onTag,
      deployTag: '1.2.3',
    },
    {
      description: 'the whole version of a tag',
      rules: `type=sha,priority=999\n${VERSIONS}`,
      names: onTag,
      deployTag: '1.2.3',
    },
    {
      description: 'the whole version of PEP 440',
      rules: 'type=sha\ntype=pep440,pattern={{major}}\ntype=pep440,pattern=v{{version}}',
      names: onTag,
      deployTag: 'v1.2.3',
    },
    {
      description: 'the first of two that name the commit',
      rules: 'type=sha\ntype=sha,format=long',
      names: onMain,
      deployTag: 'sha-a1b2c3d',
    },
    {
      description: 'the first of two whole versions',
      rules: 'type=semver,pattern={{version}}\ntype=semver,pattern={{raw}}',
      names: onTag,
      deployTag: '1.2.3',
    },
    {
      description: 'the first of two rules that say so',
      rules: 'type=raw,value=x,deploy=true\ntype=raw,value=y,deploy=true',
      names: onMain,
      deployTag: 'x',
    },
    {
      description: 'the commit where there is no whole version',
      rules: 'type=semver,pattern={{major}}\ntype=sha',
      names: onTag,
      deployTag: 'sha-a1b2c3d',
    },
    {
      description: 'the commit where the version is not of a tag',
      rules: 'type=semver,pattern={{version}},value=v1.2.3\ntype=sha',
      names: onMain,
      deployTag: 'sha-a1b2c3d',
    },
    {
      description: 'the first tag where nothing else is',
      rules: 'type=ref,event=branch\nx',
      names: onMain,
      deployTag: 'main',
    },
  ])('deploys $description', ({ rules, names, deployTag }) => {
    expect(assemble(rules, names)).toHaveProperty('deployTag', deployTag);
  });

  it.each([
    { rules: 'type=edge,branch=main', names: onMain, moves: true },
    { rules: 'type=edge,branch=main,suffix=-alpine3.20', names: onMain, moves: true },
    { rules: 'type=edge,branch=main,suffix=-{{sha}}', names: onMain, moves: false },
    { rules: "type=edge,branch=main,suffix=-{{date 'YYYYMMDD'}}", names: onMain, moves: false },
    { rules: 'type=edge,branch=main,suffix=-42', names: onMain, moves: false },
    { rules: 'type=edge,branch=main', flavor: 'prefix={{sha}}-', names: onMain, moves: false },
    { rules: 'type=ref,event=branch', names: onMain, moves: true },
    { rules: 'type=ref,event=pr', names: { pullRequest: '5' }, moves: true },
    { rules: 'type=ref,event=tag', names: onTag, moves: false },
    { rules: 'type=ref,event=tag', names: { tag: 'nightly' }, moves: true },
    { rules: 'type=semver,pattern={{version}}', names: onTag, moves: false },
    { rules: 'type=semver,pattern={{major}}.{{minor}}', names: onTag, moves: true },
    { rules: 'type=semver,pattern=v{{major}}', names: onTag, moves: true },
    { rules: 'type=semver,pattern={{major}}', names: { tag: 'v1.2.3-rc.1' }, moves: false },
    { rules: 'type=pep440,pattern={{major}}', names: onTag, moves: true },
    { rules: 'type=sha', names: onMain, moves: false },
    { rules: 'type=sha,prefix=', names: onMain, moves: false },
    { rules: 'stable', names: onMain, moves: true },
    { rules: 'type=raw,value={{branch}}', names: onMain, moves: true },
    { rules: 'type=raw,value={{branch}}-{{sha}}', names: onMain, moves: false },
    { rules: 'type=raw,value=v7', names: onMain, moves: false },
    { rules: 'type=match,pattern=v(.*),group=1', names: onTag, moves: false },
  ])('$rules with $names moves: $moves', ({ rules, names, flavor = '', moves }) => {
    expect(assemble(rules, names, flavor)?.moves).toBe(moves);
  });
});
