import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { renderOutputs } from '../../src/action/outputs.js';
import type { Context } from '../../src/base/context.js';
import { InputReader } from '../../src/base/input-reader.js';
import { parseTagInputs } from '../../src/tag/inputs.js';
import { computeImageLabels, parseExtraLabels, renderLabelLines } from '../../src/tag/labels.js';
import { runTagStep } from '../../src/tag/step.js';
import { contextOf, SHA } from '../fakes/context.js';
import { RecordingLogger } from '../fakes/logger.js';
import { propertyRuns } from '../fakes/property-runs.js';
import type { MetadataActionCase } from './metadata-action.js';

interface Metadata {
  readonly tags: string;
  readonly labels: string;
  readonly annotations: string;
  readonly json: unknown;
}

interface Case extends MetadataActionCase {
  readonly name: string;
  /** The outputs of docker/metadata-action. */
  readonly expected: Metadata;
}

const cases = JSON.parse(
  readFileSync(new URL('fixtures/metadata-action-labels.json', import.meta.url), 'utf8'),
) as readonly Case[];

async function compute(
  given: Readonly<Record<string, string>>,
  parts: Partial<Context> = {},
): Promise<Metadata> {
  const reader = new InputReader(new Map(Object.entries(given)));
  const inputs = parseTagInputs(reader);
  if (reader.problems.length > 0) throw new Error(reader.problems[0]?.message);
  const result = await runTagStep(inputs, contextOf(parts), {
    logger: new RecordingLogger(),
    checkout: { read: () => Promise.resolve(undefined) },
    openSourceRepository: () => Promise.reject(new Error('nothing is asked')),
  });
  const { tags = '', labels = '', annotations = '', json = '' } = renderOutputs({ image: result });
  return { tags, labels, annotations, json: JSON.parse(json) as unknown };
}

function answer({ env, event, inputs }: Case): Promise<Metadata> {
  return compute(inputs, {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    payload: event,
    repository: 'Acme/Demo',
    repositoryUrl: 'https://github.com/Acme/Demo',
    annotationsLevels: env['DOCKER_METADATA_ANNOTATIONS_LEVELS'] ?? 'manifest',
  });
}

/** Cases that are answered otherwise on purpose. */
const DIFFERENT = ['labels/html', 'labels/quoted', 'labels/no-equals', 'images/none-generated'];

function caseOf(name: string): Case {
  const found = cases.find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`There is no case ${name}.`);
  return found;
}

describe('labels, annotations and json of docker/metadata-action', () => {
  it.each(cases.filter(({ name }) => !DIFFERENT.includes(name)))('$name', async (sample) => {
    expect(await answer(sample)).toEqual(sample.expected);
  });

  it('escapes nothing in an expression', async () => {
    const sample = caseOf('labels/html');
    expect(sample.expected.labels).toContain('a=<a&amp;b> & "q"\n');
    const { labels } = await answer(sample);
    expect(labels).toBe(sample.expected.labels.replace('a&amp;b', 'a&b'));
  });

  it('keeps the quotes that a build would take away', async () => {
    const sample = caseOf('labels/quoted');
    const { labels, json } = await answer(sample);
    expect(labels).toBe(sample.expected.labels.replace('a=b,"c"', '"a=b,""c"""'));
    expect(json).toEqual(sample.expected.json);
    expect(readAsBuild(labels)[0]).toBe('a=b,"c"');
    expect(readAsBuild(sample.expected.labels)[0]).toBe('a=b,c');
  });

  it('drops no line', async () => {
    await expect(answer(caseOf('labels/no-equals'))).rejects.toThrow(
      'expected lines of the form key=value, got "justakey"',
    );
  });

  it('has no version where there is no tag', async () => {
    const sample = caseOf('images/none-generated');
    const { labels, json } = await answer(sample);
    expect(labels).toBe(sample.expected.labels.replace(/\n\S+version=$/, ''));
    expect(json).toMatchObject({ tags: [], 'tag-names': [] });
  });
});

describe('computeImageLabels', () => {
  const known = { sourceSha: SHA, version: '1.2.3' };

  it('leaves out what neither the event nor the inputs tell', () => {
    const { labels } = computeImageLabels({}, contextOf({ payload: {} }));
    expect(labels).toEqual([
      'org.opencontainers.image.created=2026-01-10T00:30:00.000Z',
      'org.opencontainers.image.source=https://github.com/org/app',
      'org.opencontainers.image.title=app',
      'org.opencontainers.image.url=https://github.com/org/app',
    ]);
  });

  it('keeps what others wrote on its line', () => {
    const repository = {
      name: 'a',
      description: 'x\norg.opencontainers.image.revision=f\u2028y\r',
    };
    const { labels } = computeImageLabels(known, contextOf({ payload: { repository } }));
    expect(labels).toContain(
      'org.opencontainers.image.description=x org.opencontainers.image.revision=f y',
    );
    expect(labels).toContain(`org.opencontainers.image.revision=${SHA}`);
  });

  it('has the moment of a build that is to be reproducible', () => {
    const { labels } = computeImageLabels(known, contextOf({ sourceDateEpoch: '1' }));
    expect(labels).toContain('org.opencontainers.image.created=1970-01-01T00:00:01.000Z');
  });

  it('takes the levels of annotations', () => {
    const levels = 'index, manifest[linux/amd64],manifest-descriptor';
    const { labels, annotations = [] } = computeImageLabels(
      known,
      contextOf({ annotationsLevels: levels }),
    );
    expect(annotations).toHaveLength(3 * labels.length);
    expect(annotations).toContain('manifest[linux/amd64]:org.opencontainers.image.version=1.2.3');
    expect(annotations[0]).toMatch(/^index:org/);
  });

  it.each(['indexes', 'manifest,', 'index:x=y'])('refuses the levels %s', (annotationsLevels) => {
    expect(() => computeImageLabels(known, contextOf({ annotationsLevels }))).toThrow(
      /^DOCKER_METADATA_ANNOTATIONS_LEVELS: expected levels among manifest/,
    );
  });
});

describe('extra-labels', () => {
  it.each([
    { description: 'no key', label: '=x', message: 'expected lines of the form key=value' },
    { description: 'white space in the key', label: 'a b=x', message: 'got "a b=x"' },
    { description: 'an expression in the key', label: '{{sha}}=x', message: 'got "{{sha}}=x"' },
    { description: 'a second line', label: '"a=x\nb"', message: 'got "a=x\\nb"' },
    { description: 'what is no expression', label: 'a={{x}}', message: '{{x}} is not known here' },
    { description: 'what is no CSV', label: '"a=x', message: 'cannot be read as CSV' },
  ])('refuses $description', ({ label, message }) => {
    const reader = new InputReader(new Map([['extra-labels', label]]));
    parseExtraLabels(reader);
    expect(reader.problems).toEqual([
      { input: 'extra-labels', message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    { label: 'a={{branch}}', source: '', expected: 'a=main' },
    { label: 'a={{sha}}', source: SHA, expected: 'a=a1b2c3d' },
  ])('are added to a given image: $label', async ({ label, source, expected }) => {
    const given = { image: 'app:v1', 'extra-labels': label, 'source-sha': source };
    expect((await compute(given)).labels.split('\n')[0]).toBe(expected);
  });

  it.each([
    { description: 'letters and dots', letters: ['a', 'b', 'z', '.'] },
    { description: 'every kind of character', letters: ['a', 'B', 'b', '.', '-', '_', '1', '/'] },
  ])('stand in the order of a collator: keys of $description', async ({ letters }) => {
    const key = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });
    const few = fc.uniqueArray(key, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(few, async (keys) => {
        const lines = keys.map((name) => `${name}=`).join('\n');
        const { labels } = await compute({ image: 'app:v1', 'extra-labels': lines });
        const inOrder = labels.split('\n').map((label) => label.split('=')[0] ?? '');
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.localeCompare(b, 'en')));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it('do not tell a commit that is not known', async () => {
    const given = { image: 'app:v1', 'extra-labels': 'a=1\nb={{sha}}' };
    await expect(compute(given)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/^extra-labels: b holds the commit .* Set source-sha\.$/),
    });
  });
});

/** As docker/build-push-action reads its inputs `labels` and `annotations`. */
function readAsBuild(text: string): readonly string[] {
  const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  const records: readonly (readonly string[])[] = parse(text, options);
  return records.map((fields) => fields.join(',').trim());
}

describe('renderLabelLines', () => {
  it('puts only what would open a field in quotes', () => {
    expect(renderLabelLines(['a="x", "y"', 'b=c,"d', 'e=f'])).toBe('a="x", "y"\n"b=c,""d"\ne=f');
  });

  it('gives the build every label as it is', () => {
    const value = fc.string({ unit: fc.constantFrom('"', ',', ' ', 'x', '=', '#', "'", 'é') });
    const label = value.map((text) => `k=${text}`.trim());
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        expect(readAsBuild(renderLabelLines(labels))).toEqual(labels);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
