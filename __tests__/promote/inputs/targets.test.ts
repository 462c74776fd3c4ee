import { describe, expect, it } from '@jest/globals';
import { InputReader } from '../../../src/base/input-reader.js';
import { parseTargetInputs } from '../../../src/promote/inputs/targets.js';

const key = (name: string) => ({ kind: 'key', key: name });

async function parse(given: Readonly<Record<string, string>>) {
  const reader = new InputReader(new Map(Object.entries(given)));
  return { targets: await parseTargetInputs(reader), problems: reader.problems };
}

describe('parseTargetInputs', () => {
  it('takes several kustomizations', async () => {
    expect(await parse({ kustomization: 'a\nb/\n', 'image-name': 'app' })).toEqual({
      targets: [
        { kind: 'kustomization', path: 'a', input: 'kustomization', imageName: 'app' },
        { kind: 'kustomization', path: 'b', input: 'kustomization', imageName: 'app' },
      ],
      problems: [],
    });
  });

  it('takes Helm values with the usual path, and with all paths', async () => {
    const paths = { tag: [key('image'), key('tag')] };
    expect((await parse({ values: 'v.yaml' })).targets).toEqual([
      { kind: 'values', path: 'v.yaml', input: 'values', paths },
    ]);
    const { targets, problems } = await parse({
      values: 'v.yaml',
      'values-tag-path': 't',
      'values-repository-path': 'r',
      'values-digest-path': 'd',
    });
    expect(problems).toEqual([]);
    expect(targets).toEqual([
      {
        kind: 'values',
        path: 'v.yaml',
        input: 'values',
        paths: { tag: [key('t')], repository: [key('r')], digest: [key('d')] },
      },
    ]);
  });

  it('takes all of them together', async () => {
    const targets = '- kustomization: c\n';
    const parsed = await parse({ kustomization: 'a', values: 'b', targets });
    expect(parsed.targets.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
  });

  it.each<{ given: Readonly<Record<string, string>>; input: string; message: string }>([
    { given: {}, input: 'kustomization', message: 'Or give values or targets' },
    {
      given: { kustomization: 'a', 'values-tag-path': 't' },
      input: 'values-tag-path',
      message: 'values is empty',
    },
    {
      given: { values: 'a', 'image-name': 't' },
      input: 'image-name',
      message: 'kustomization is empty',
    },
    { given: { values: '../a' }, input: 'values', message: 'without ..' },
    { given: { kustomization: '../a' }, input: 'kustomization', message: 'expected a path from' },
    { given: { values: './' }, input: 'values', message: 'expected a file, as a path from' },
    {
      given: { values: 'a', 'values-tag-path': 'a..b' },
      input: 'values-tag-path',
      message: 'a dotted path such as image.tag, got "a..b"',
    },
    { given: { targets: '- {file: a}' }, input: 'targets', message: 'item 1: set: expected' },
  ])('refuses $given', async ({ given, input, message }) => {
    expect((await parse(given)).problems).toEqual([
      { input, message: expect.stringContaining(message) },
    ]);
  });
});
