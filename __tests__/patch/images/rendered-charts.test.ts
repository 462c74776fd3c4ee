import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { catchError } from '../support/catch-error.js';
import { changeText } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const R = 'ghcr.io/org/app';
const IMAGE: ImageReference = { repository: R, tag: 'v2' };

/** A chart that kustomize renders, with entries of `images`. */
function renderCharts(...entries: readonly string[]): string {
  const images = entries.map((each) => `- {${each}}\n`).join('');
  return `helmCharts:\n- valuesInline: {image: {tag: v1}}\nimages:\n${images}`;
}

/** A HelmRelease, with entries of `images` in a post renderer. */
function renderRelease(...entries: readonly string[]): string {
  const images = entries.map((each) => `{${each}}`).join(', ');
  return `kind: HelmRelease\nspec:\n  values: {image: {tag: v1}}\n  postRenderers: [{kustomize: {images: [${images}]}}]\n`;
}

const INLINE = 'helmCharts[0].valuesInline.image.tag';
const RELEASE = 'spec.values.image.tag';

function waysOf(text: string, path: string) {
  const tag = { path: steps(path), value: 'v2', isTag: true };
  return [
    () => changeText(text, { kind: 'set', image: IMAGE, values: [tag] }),
    () => changeText(text, { kind: 'values', image: IMAGE, paths: { tag: steps(path) } }),
  ];
}

describe('an image in the values of a chart', () => {
  it.each([
    {
      description: 'images of the kustomization',
      text: renderCharts(`name: ${R}, newTag: v7`),
      path: INLINE,
      message: `:2:31: the entry of images "${R}" comes later, matches ${R}:v2, and sets newTag: v7: kustomize deploys that. First remove newTag there.`,
    },
    {
      description: 'a transformer of the kustomization',
      text: `${renderCharts()}transformers:\n- |-\n  kind: ImageTagTransformer\n  imageTag: {name: "${R}", newTag: v7}\n`,
      path: INLINE,
      message: `the ImageTagTransformer for "${R}" in transformers comes later`,
    },
    {
      description: 'a post renderer',
      text: renderRelease('name: other', `name: ${R}, newTag: v7`),
      path: RELEASE,
      message: `:3:25: the entry of postRenderers "${R}" comes later`,
    },
  ])('is refused where it is changed by $description', ({ text, path, message }) => {
    for (const work of waysOf(text, path)) {
      const error = catchError(work);
      expect(error.code).toBe('unsafe-edit');
      expect(error.message).toContain(message);
    }
  });

  it.each([
    { description: 'another image', text: renderCharts('name: web, newTag: v7'), path: INLINE },
    {
      description: 'the name alone',
      text: renderRelease(`name: ${R}, newName: mirror/app`),
      path: RELEASE,
    },
    { description: 'nothing', text: 'spec: {values: {image: {tag: v1}}}\n', path: RELEASE },
    { description: 'elsewhere', text: 'spec: {image: {tag: v1}}\n', path: 'spec.image.tag' },
  ])('is written where others change $description', ({ text, path }) => {
    for (const work of waysOf(text, path)) expect(work().text).toBe(text.replace('v1', 'v2'));
  });
});
