import { describe, expect, it } from '@jest/globals';
import { parsePath, renderSteps, type PathStep } from '../../../src/patch/yaml/path.js';

function key(name: string): PathStep {
  return { kind: 'key', key: name };
}

describe('parsePath', () => {
  it.each<{ text: string; steps: readonly PathStep[]; rendered?: string }>([
    { text: 'image.tag', steps: [key('image'), key('tag')] },
    { text: 'a-b_c', steps: [key('a-b_c')] },
    { text: 'images[0]', steps: [key('images'), { kind: 'index', index: 0 }] },
    { text: '[1].a', steps: [{ kind: 'index', index: 1 }, key('a')] },
    {
      text: 'env[name=TAG].value',
      steps: [key('env'), { kind: 'selector', key: 'name', value: 'TAG' }, key('value')],
    },
    {
      text: `c["x y"='a=b'][0]`,
      steps: [
        key('c'),
        { kind: 'selector', key: 'x y', value: 'a=b' },
        { kind: 'index', index: 0 },
      ],
      rendered: 'c["x y"="a=b"][0]',
    },
    {
      text: 'metadata.annotations."example.org/image"',
      steps: [key('metadata'), key('annotations'), key('example.org/image')],
      rendered: 'metadata.annotations["example.org/image"]',
    },
    {
      text: 'images[fastapi-agent=*]',
      steps: [key('images'), { kind: 'text', start: 'fastapi-agent=' }],
    },
    {
      text: 'images[ghcr.io/org/app:*]',
      steps: [key('images'), { kind: 'text', start: 'ghcr.io/org/app:' }],
    },
    {
      text: "images[name='*']",
      steps: [key('images'), { kind: 'selector', key: 'name', value: '*' }],
      rendered: 'images[name="*"]',
    },
    { text: `a['it''s'].b`, steps: [key('a'), key("it's"), key('b')], rendered: `a["it's"].b` },
    { text: '"a\\"\\\\b"', steps: [key('a"\\b')], rendered: '["a\\"\\\\b"]' },
  ])('reads $text', ({ text, steps, rendered = text }) => {
    expect(parsePath(text)).toEqual(steps);
    expect(renderSteps(steps)).toBe(rendered);
    expect(parsePath(renderSteps(steps))).toEqual(steps);
  });

  it.each(
    [
      '',
      '.a',
      'a.',
      'a..b',
      'a[',
      'a[x]',
      'a[-1]',
      'a b',
      'a]',
      'a[0]b',
      '"a',
      'a[b=]',
      'a[*]',
      'a[b*c]',
    ].map((text) => ({ text })),
  )('refuses "$text"', ({ text }) => {
    expect(parsePath(text)).toBeUndefined();
  });
});
