import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseTargets } from '../../../src/promote/inputs/target-list.js';
import { propertyRuns } from '../../fakes/property-runs.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/targets.schema.json', import.meta.url), 'utf8'),
) as object;
const isValid = new Ajv2020({ strictTypes: false }).compile(schema);

const key = (name: string) => ({ kind: 'key', key: name });

describe('parseTargets', () => {
  it.each<{
    description: string;
    text: string;
    targets: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[];
  }>([
    {
      description: 'a kustomization',
      text: '- kustomization: /apps/agent//base/\n  image-name: agent\n',
      targets: [{ kind: 'kustomization', path: 'apps/agent/base', imageName: 'agent' }],
    },
    {
      description: 'values with the usual path',
      text: '- values: values.yaml\n- kustomization: ./a\n',
      targets: [
        { kind: 'values', path: 'values.yaml', paths: { tag: [key('image'), key('tag')] } },
        { kind: 'kustomization', path: 'a' },
      ],
    },
    {
      description: 'values with paths',
      text: '- {values: v.yaml, tag-path: t, repository-path: r, digest-path: d}\n',
      targets: [
        {
          kind: 'values',
          path: 'v.yaml',
          paths: { tag: [key('t')], repository: [key('r')], digest: [key('d')] },
        },
      ],
    },
    {
      description: 'values in one of several documents',
      text: '- {values: v.yaml, document: {kind: HelmRelease, name: a}}\n',
      targets: [
        {
          kind: 'values',
          path: 'v.yaml',
          document: { kind: 'HelmRelease', name: 'a' },
          paths: { tag: [key('image'), key('tag')] },
        },
      ],
    },
    {
      description: 'a kustomization in the root',
      text: '- kustomization: .\n- kustomization: /\n',
      targets: [
        { kind: 'kustomization', path: '' },
        { kind: 'kustomization', path: '' },
      ],
    },
    {
      description: 'a file',
      text: [
        '- file: app.yaml',
        '  document: {kind: Application, name: agent}',
        '  set:',
        '    spec.source.targetRevision: "{{sha}}"',
        '    spec.images[0]: "agent={{ image }}"',
      ].join('\n'),
      targets: [
        {
          kind: 'file',
          path: 'app.yaml',
          document: { kind: 'Application', name: 'agent' },
          set: [
            {
              path: [key('spec'), key('source'), key('targetRevision')],
              template: '{{sha}}',
            },
            {
              path: [key('spec'), key('images'), { kind: 'index', index: 0 }],
              template: 'agent={{ image }}',
            },
          ],
        },
      ],
    },
  ])('reads $description, as the schema does', ({ text, targets }) => {
    const named = targets.map((target, index) => {
      return { ...target, input: `targets: item ${index + 1}, ${target.kind}` };
    });
    expect(parseTargets(text)).toEqual({ targets: named, problems: [] });
    expect(isValid(parse(text))).toBe(true);
  });

  it.each<{ description: string; text: string; problem: string; laxSchema?: boolean }>([
    { description: 'an empty list', text: '[]', problem: 'expected a list of targets' },
    { description: 'a mapping', text: 'kustomization: a', problem: 'expected a list of targets' },
    {
      description: 'an item that is no mapping',
      text: '- a',
      problem: 'item 1: expected a mapping, got "a"',
    },
    {
      description: 'an item without a kind',
      text: '- image-name: a',
      problem: 'item 1: expected one of the keys kustomization, values, file',
    },
    {
      description: 'an item whose kind is misspelt',
      text: '- {kustomisation: a, image-name: b}',
      problem:
        'item 1: there is no key kustomisation here, only kustomization, image-name, values, document, tag-path, repository-path, digest-path, file, set. Is kustomization meant?',
    },
    {
      description: 'an item of two kinds',
      text: '- {kustomization: a, values: b}',
      problem: 'item 1: expected one of the keys',
    },
    {
      description: 'a misspelt key',
      text: '- {kustomization: a}\n- {values: b, tagpath: c}',
      problem:
        'item 2: there is no key tagpath here, only values, document, tag-path, repository-path, digest-path. Is tag-path meant?',
    },
    {
      description: 'a key of another kind',
      text: '- {kustomization: a, tag-path: c}',
      problem: 'there is no key tag-path here',
    },
    {
      description: 'a number',
      text: '- {kustomization: a, image-name: 5}',
      problem:
        'item 1, image-name: expected a string that is not empty (a number needs quotes), got 5',
    },
    {
      description: 'an empty string',
      text: '- {kustomization: a, image-name: ""}',
      problem: 'item 1, image-name: expected a string',
    },
    {
      description: 'a path out of the repository',
      text: '- {values: ../a}',
      problem: 'item 1, values: expected a file, as a path from the root',
    },
    ...['.', '/', './/', './.'].map((path) => ({
      description: `the root, as ${path}, for a file`,
      text: `- {file: ${path}, set: {b: c}}`,
      problem: `item 1, file: expected a file, as a path from the root of the GitOps repository, with / and without .., got "${path}"`,
    })),
    {
      description: 'the root for values',
      text: '- {values: /}',
      problem: 'item 1, values: expected a file, as a path from the root',
    },
    {
      description: 'a path that cannot be read',
      text: '- {values: a, tag-path: "a..b"}',
      problem: 'item 1, tag-path: expected a path such as image.tag, got "a..b"',
    },
    {
      description: 'a file without set',
      text: '- {file: a}',
      problem: 'item 1: set: expected a mapping of paths to values',
    },
    {
      description: 'an empty set',
      text: '- {file: a, set: {}}',
      problem: 'item 1: set: expected a mapping of paths to values',
    },
    {
      description: 'a set that is no mapping',
      text: '- {file: a, set: b}',
      problem: 'item 1, set: expected a mapping, got "b"',
    },
    {
      description: 'a bad path in set',
      text: '- {file: a, set: {"a b": c}}',
      problem: 'item 1, set: expected paths such as image.tag as keys, got a b',
    },
    {
      description: 'one path in two spellings',
      text: `- {file: a, set: {image.tag: b, 'image["tag"]': c}}`,
      problem: 'item 1, set: image.tag and image["tag"] are one path. Remove one of the two',
      laxSchema: true,
    },
    {
      description: 'a number in set',
      text: '- {file: a, set: {b: 5}}',
      problem: 'item 1, set, b: expected a string',
    },
    {
      description: 'an unknown placeholder',
      text: '- {file: a, set: {b: "{{tags}}"}}',
      problem: 'item 1, set, b: expected no placeholders but {{image}}, {{repository}}',
    },
    {
      description: 'the tag of before',
      text: '- {file: a, set: {b: "{{previous-tag}}"}}',
      problem: 'item 1, set, b: expected no placeholders but',
    },
    {
      description: 'a key of document',
      text: '- {file: a, set: {b: c}, document: {uid: d}}',
      problem: 'item 1, document: there is no key uid here, only kind, name, namespace',
    },
    {
      description: 'a document of which nothing is said',
      text: '- {file: a, set: {b: c}, document: {}}',
      problem: 'item 1, document: expected kind, name, namespace, or some of them',
    },
    {
      description: 'a document that is no mapping',
      text: '- {file: a, set: {b: c}, document: d}',
      problem: 'item 1, document: expected a mapping, got "d"',
    },
  ])('rejects $description, as the schema does', ({ text, problem, laxSchema = false }) => {
    const { problems } = parseTargets(text);
    expect(problems.join('\n')).toContain(problem);
    expect(isValid(parse(text))).toBe(laxSchema);
  });

  it.each(['- '.repeat(30_000), '['.repeat(30_000), `- a: ${'{b: '.repeat(15_000)}`])(
    'rejects what is nested without end',
    (text) => {
      const { problems } = parseTargets(text);
      expect(problems.join('\n')).toContain(
        'expected at most 200 mappings and lists inside of each other, got more',
      );
    },
  );

  it('takes the paths and values that the schema takes', () => {
    const piece = fc.constantFrom(
      'a',
      '*',
      '.',
      '[',
      ']',
      '"',
      "'",
      '=',
      '0',
      ' ',
      '\\',
      '[0]',
      'b.c',
    );
    const brace = fc.constantFrom('{{', '}}', '{', '}', ' ', '\\', 'tag', 'x', '\n');
    const path = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    const value = fc.array(brace, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(path, value, (key, text) => {
        const targets = [{ file: 'a', set: { [key]: text } }];
        expect(isValid(targets)).toBe(parseTargets(JSON.stringify(targets)).problems.length === 0);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  it.each([
    { description: 'a list that does not end', text: '- a\n- [', problem: 'line 2, column 4: ' },
    { description: 'a key that stands twice', text: '- {file: a, file: b}', problem: 'unique' },
    { description: 'several documents', text: '- a\n---\n- b\n', problem: 'multiple documents' },
    {
      description: 'an alias without an anchor',
      text: '- values: *nope\n',
      problem: 'line 1, column 11: expected the value itself, got the alias *nope. Write it out',
    },
    { description: 'an alias in itself', text: '- &a [*a]\n', problem: 'got the alias *a.' },
    {
      description: 'aliases of aliases',
      text: '- &a [x, x]\n- &b [*a, *a]\n',
      problem: 'line 2, column 7: expected the value itself, got the alias *a.',
    },
    {
      description: 'lists without end',
      text: '['.repeat(20_000),
      problem: 'expected at most 200 mappings and lists inside of each other',
    },
  ])('rejects $description', ({ text, problem }) => {
    const { targets, problems } = parseTargets(text);
    expect(targets).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
