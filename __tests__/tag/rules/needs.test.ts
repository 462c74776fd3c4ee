import { describe, expect, it } from '@jest/globals';
import { parseFlavor } from '../../../src/tag/rules/flavor.js';
import { findNeeds } from '../../../src/tag/rules/facts.js';
import { parseTagRules } from '../../../src/tag/rules/parse.js';

describe('findNeeds', () => {
  it.each([
    { rules: 'type=sha,prefix={{branch}}-', flavor: '', defaultBranch: false, commitDate: false },
    { rules: 'type=edge', flavor: '', defaultBranch: true, commitDate: false },
    { rules: 'type=edge,branch=dev', flavor: '', defaultBranch: false, commitDate: false },
    {
      rules: 'type=raw,value=latest,enable={{is_default_branch}}',
      flavor: '',
      defaultBranch: true,
      commitDate: false,
    },
    {
      rules: 'type=semver,pattern={{version}},value={{is_not_default_branch}}',
      flavor: '',
      defaultBranch: true,
      commitDate: false,
    },
    {
      rules: "type=raw,value={{commit_date 'X'}}",
      flavor: '',
      defaultBranch: false,
      commitDate: true,
    },
    {
      rules: "type=schedule,pattern={{commit_date 'X'}}",
      flavor: '',
      eventName: 'schedule',
      defaultBranch: false,
      commitDate: true,
    },
    {
      rules: "type=sha,suffix={{commit_date 'X'}}",
      flavor: '',
      defaultBranch: false,
      commitDate: true,
    },
    {
      rules: 'type=sha',
      flavor: "prefix={{commit_date 'X'}}\nsuffix={{is_default_branch}}",
      defaultBranch: true,
      commitDate: true,
    },
    {
      rules: "type=raw,value={{date 'X'}}",
      flavor: '',
      defaultBranch: false,
      commitDate: false,
      calendar: true,
    },
    {
      rules: "type=edge,enable=false\ntype=raw,value={{commit_date 'X'}},enable=false",
      flavor: '',
      defaultBranch: false,
      commitDate: false,
    },
    {
      rules: "type=schedule,pattern={{commit_date 'X'}},prefix={{is_default_branch}}",
      flavor: '',
      eventName: 'push',
      defaultBranch: false,
      commitDate: false,
    },
    {
      rules: 'type=raw,value={{is_default_branch}}{{is_not_default_branch}}',
      flavor: '',
      eventName: 'schedule',
      defaultBranch: false,
      commitDate: false,
    },
    {
      rules: 'type=edge',
      flavor: '',
      eventName: 'schedule',
      defaultBranch: true,
      commitDate: false,
    },
  ])('$rules with "$flavor" on $eventName', ({ rules, flavor, eventName = 'push', ...needs }) => {
    const parsed = parseTagRules(rules);
    expect(findNeeds(parsed.rules, parseFlavor(flavor).flavor, eventName)).toEqual({
      calendar: needs.commitDate,
      ...needs,
    });
  });
});
