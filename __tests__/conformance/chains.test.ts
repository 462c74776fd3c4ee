import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PromoteError } from '../../src/base/errors.js';
import type { ImageReference } from '../../src/base/image.js';
import { splitImage } from '../../src/patch/images/chain.js';
import { readImageOf } from '../../src/patch/images/read-image.js';
import { patchWithBases } from '../../src/promote/bases.js';
import { FakeRepository } from '../fakes/gitops-repository.js';
import { patchText } from '../patch/support/patch-text.js';
import { chain, renderChain, setNaively, type Chain } from './chains.js';
import { Kustomize } from './kustomize.js';

const SEED = Number(process.env['CONFORMANCE_SEED'] ?? 20261123);

const kustomize = new Kustomize();
const outcomes = new Map<string, number>();

afterAll(() => {
  kustomize.close();
  const lines = [...outcomes].map(
    ([outcome, count]) => `  ${String(count).padStart(5)}  ${outcome}`,
  );
  process.stdout.write(`\nKustomizations with entries that chain:\n${lines.join('\n')}\n`);
});

function count(outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

/** Tag and digest of a rendered image, as those of a reference. */
function versionOf(image: string | undefined): Pick<ImageReference, 'tag' | 'digest'> {
  const { tag, digest } = splitImage(image ?? '');
  return { tag: tag === '' ? undefined : tag, digest: digest === '' ? undefined : digest };
}

function patchOrRefuse(text: string, { image, name }: Chain): string | PromoteError {
  try {
    return patchText(text, image, name).text;
  } catch (error) {
    if (error instanceof PromoteError) return error;
    throw error;
  }
}

describe('entries of images that chain', () => {
  it('render the image that was asked for, or are refused, and rightly so', () => {
    fc.assert(fc.property(chain, compareChain), { seed: SEED, numRuns: 1000 });
  });

  it('give the image that promote-from copies, or it is refused', () => {
    fc.assert(
      fc.property(chain, ({ entries, name }) => {
        const text = renderChain(entries);
        const rendered = kustomize.buildImage(text, `${name}:base`);
        const file = { path: 'kustomization.yaml', bytes: Buffer.from(text) };
        try {
          const image = readImageOf(file, { kind: 'kustomization', imageName: name });
          const { tag, digest } = image;
          expect(versionOf(rendered)).toEqual({ tag, digest });
          expect(splitImage(rendered ?? '').name).toBe(image.repository);
          count('promote-from copies what is rendered');
        } catch (error) {
          if (!(error instanceof PromoteError)) throw error;
          count('promote-from refuses');
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('below an overlay: what a base renames is named', async () => {
    await fc.assert(
      fc.asyncProperty(chain, async (given) => {
        await compareOverlay(given);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

function compareChain(given: Chain): void {
  const { entries, name, image } = given;
  const { tag, digest } = image;
  const patched = patchOrRefuse(renderChain(entries), given);
  if (typeof patched === 'string') {
    expect(versionOf(kustomize.buildImage(patched, `${name}:base`))).toEqual({ tag, digest });
    count('the image is rendered');
    return;
  }
  expect(patched.code).toBe('unsafe-edit');
  if (patched.message.includes('it cannot be told')) {
    count('a pattern that cannot be told is refused');
    return;
  }
  const build = (asked: Chain) =>
    kustomize.buildImage(renderChain(setNaively(asked)), `${name}:base`);
  const naive = build(given);
  if (patched.message.includes('comes first')) {
    // Whatever stands in the entry, the image is the same: by chance it may be the one asked for.
    expect(build({ ...given, image: { ...image, tag: 'another', digest: undefined } })).toBe(naive);
    count('no image is left for the entry, and it is refused');
    return;
  }
  expect(versionOf(naive)).not.toEqual({ tag, digest });
  count('another entry decides, and it is refused');
}

/** The entries are those of a base, and the overlay gets a new one. */
async function compareOverlay({ entries, name, image }: Chain): Promise<void> {
  const base = renderChain(entries);
  const overlay = async (imageName: string) => {
    const repository = new FakeRepository('');
    repository.others.set('base', base);
    const file = {
      path: 'overlay/kustomization.yaml',
      bytes: Buffer.from('resources: [../base]\n'),
      blobSha: '0',
    };
    const target = { kind: 'kustomization', path: 'overlay', imageName } as const;
    return patchWithBases({ file, targets: [target] }, { image, createMissing: true }, repository);
  };
  const { tag, digest } = image;
  const { bytes, warnings } = await overlay(name);
  const build = (text: Uint8Array) =>
    versionOf(kustomize.buildOverlay(base, Buffer.from(text).toString(), `${name}:base`));
  const isRendered = JSON.stringify(build(bytes)) === JSON.stringify({ tag, digest });
  if (!isRendered && entries.some(isTwofold)) {
    count('the base renders two digests, which no entry matches');
    return;
  }
  const [, left] = / makes (\S+) of the image /.exec(warnings.join('\n')) ?? [];
  if (left === undefined) {
    if (!entries.some((each) => each.name === '(x?)+app')) expect(isRendered).toBe(true);
    count(isRendered ? 'the overlay renders the image' : 'a base leaves what is no image');
    return;
  }
  expect(isRendered).toBe(false);
  const again = await overlay(left);
  expect(build(again.bytes)).toEqual({ tag, digest });
  count('the warning names what the base leaves, and that renders the image');
}

/** Two digests, of which kustomize makes what no entry matches any more. */
function isTwofold({ newTag, digest }: Chain['entries'][number]): boolean {
  return newTag.includes('@') && digest !== '';
}
