import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PromoteError } from '../../src/base/errors.js';
import {
  type ImageReference,
  isSameRepository,
  parseImageReference,
} from '../../src/base/image.js';
import { readImageOf } from '../../src/patch/images/read-image.js';
import type { ValuesPaths } from '../../src/patch/images/values-image.js';
import { changeText } from '../patch/support/patch-text.js';
import { steps } from '../patch/support/steps.js';
import { CHARTS, wanted, type ChartShape } from './charts.js';
import { Helm } from './helm.js';

const SEED = Number(process.env['CONFORMANCE_SEED'] ?? 20261123);

const helm = new Helm();
const outcomes = new Map<string, number>();

afterAll(() => {
  helm.close();
  const lines = [...outcomes].map(
    ([outcome, count]) => `  ${String(count).padStart(5)}  ${outcome}`,
  );
  process.stdout.write(`\nHelm values, rendered before and after:\n${lines.join('\n')}\n`);
});

function count(outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

function refusedOr<T>(work: () => T): T | PromoteError {
  try {
    return work();
  } catch (error) {
    if (error instanceof PromoteError) return error;
    throw error;
  }
}

describe.each(CHARTS)('a chart with $description', (chart) => {
  it('renders the image that was asked for, or the action refuses', () => {
    fc.assert(
      fc.property(
        chart.values,
        wanted,
        fc.boolean(),
        fc.boolean(),
        (values, image, hasRepository, hasDigest) => {
          const paths = pathsOf(chart, hasRepository, hasDigest);
          const patched = refusedOr(() => changeText(values, { kind: 'values', image, paths }));
          if (patched instanceof PromoteError) {
            expect(patched.code).toBe('unsafe-edit');
            count('the action refuses');
            return;
          }
          const rendered = helm.renderImage(chart.template, patched.text);
          const limit = findLimit(values);
          if (limit === undefined) expectImage(rendered, image, chart);
          count(limit ?? 'the image is rendered');
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('gives the image that promote-from copies, or the action refuses', () => {
    fc.assert(
      fc.property(chart.values, fc.boolean(), (values, hasDigest) => {
        const paths = pathsOf(chart, true, hasDigest);
        const file = { path: 'values.yaml', bytes: Buffer.from(values) };
        const image = refusedOr(() => readImageOf(file, { kind: 'values', paths }));
        if (image instanceof PromoteError) {
          count('promote-from refuses');
          return;
        }
        expectImage(helm.renderImage(chart.template, values), image, chart);
        count('promote-from copies what is rendered');
      }),
      { seed: SEED, numRuns: 20 },
    );
  });
});

/** What values do not tell, and is taken all the same. */
function findLimit(values: string): string | undefined {
  const { global, image } = JSON.parse(values) as {
    global?: { imageRegistry: string };
    image?: { registry?: string };
  };
  const isTwofold =
    (global?.imageRegistry ?? '') !== '' && global?.imageRegistry !== image?.registry;
  return isTwofold ? 'of two registries either may be that of the chart' : undefined;
}

function pathsOf(chart: ChartShape, hasRepository: boolean, hasDigest: boolean): ValuesPaths {
  return {
    tag: steps(chart.tag),
    repository: hasRepository && chart.repository ? steps(chart.repository) : undefined,
    digest: hasDigest && chart.digest ? steps(chart.digest) : undefined,
  };
}

function expectImage(
  rendered: string | undefined,
  image: ImageReference,
  { isDigestAlone = false }: ChartShape,
): void {
  const parsed = parseImageReference(rendered ?? '');
  if (!parsed.valid) throw new Error(`${String(rendered)} is no image: ${parsed.rule}`);
  const { repository, tag, digest } = parsed.reference;
  expect(isSameRepository(repository, image.repository)).toBe(true);
  expect(digest).toBe(image.digest);
  if (!isDigestAlone || image.digest === undefined) expect(tag).toBe(image.tag);
}
