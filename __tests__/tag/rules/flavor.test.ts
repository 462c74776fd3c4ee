import { describe, expect, it } from '@jest/globals';
import { parseFlavor } from '../../../src/tag/rules/flavor.js';

const NONE = { template: [], onLatest: false };
const affix = (text: string, onLatest = false) => ({
  template: [{ kind: 'text', text }],
  onLatest,
});

describe('parseFlavor', () => {
  it.each([
    { text: '', latest: 'auto', prefix: NONE, suffix: NONE },
    { text: 'latest=true', latest: 'true', prefix: NONE, suffix: NONE },
    { text: 'LATEST = false', latest: 'false', prefix: NONE, suffix: NONE },
    { text: 'prefix=a-\nsuffix=-b', latest: 'auto', prefix: affix('a-'), suffix: affix('-b') },
    { text: 'prefix=a-,onlatest=true', latest: 'auto', prefix: affix('a-', true), suffix: NONE },
    {
      text: 'latest=true,prefix=a-,suffix=-b,onlatest=true',
      latest: 'true',
      prefix: affix('a-'),
      suffix: affix('-b', true),
    },
    { text: 'prefix=a-\nonlatest=true', latest: 'auto', prefix: affix('a-'), suffix: NONE },
    { text: 'prefix=a=b', latest: 'auto', prefix: affix('a'), suffix: NONE },
    {
      text: 'prefix={{branch}}',
      latest: 'auto',
      prefix: { template: [{ kind: 'name', name: 'branch' }], onLatest: false },
      suffix: NONE,
    },
  ])('reads $text', ({ text, latest, prefix, suffix }) => {
    expect(parseFlavor(text)).toEqual({ flavor: { latest, prefix, suffix }, problems: [] });
  });

  it.each([
    { text: 'latest=maybe', problem: '"latest=maybe": expected one of auto, true, false' },
    { text: 'latest', problem: '"latest": expected latest=, prefix=, suffix= or onlatest=' },
    { text: 'foo=bar', problem: '"foo=bar": expected latest=, prefix=, suffix= or onlatest=' },
    { text: 'prefix=a,onlatest=x', problem: 'expected one of false, true, got "onlatest=x"' },
    { text: 'prefix={{foo}}', problem: 'the expression {{foo}} is not known here' },
    { text: '"prefix', problem: 'cannot be read as CSV' },
  ])('refuses $text', ({ text, problem }) => {
    expect(parseFlavor(text).problems).toEqual([expect.stringContaining(problem)]);
  });
});
