import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { catchError } from '../support/catch-error.js';
import { changeText, DIGEST } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const R = 'ghcr.io/org/app';

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

interface Given {
  readonly description: string;
  readonly text: string;
  readonly path: string;
  /** Of the image that is promoted. */
  readonly repository?: string;
  readonly message: string;
}

function waysOf(text: string, path: string, repository = R) {
  const image: ImageReference = { repository, tag: 'v2' };
  const tag = { path: steps(path), value: 'v2', isTag: true };
  return [
    () => changeText(text, { kind: 'set', image, values: [tag] }),
    () => changeText(text, { kind: 'values', image, paths: { tag: steps(path) } }),
  ];
}

describe('an image in the values of a chart', () => {
  it.each<Given>([
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
    ...[
      { values: 'registry: docker.io, repository: org/app', name: 'docker.io/org/app' },
      { values: 'registry: docker.io, repository: org/app', name: 'docker.io/.*' },
      { values: 'repository: org/app', name: 'org/app', image: 'docker.io/org/app' },
    ].flatMap(({ values, name, image = 'org/app' }) => [
      {
        description: `a post renderer in the spelling of ${values}`,
        text: renderRelease(`name: ${name}, newTag: v7`).replace('tag', `${values}, tag`),
        path: RELEASE,
        repository: image,
        message: `the entry of postRenderers "${name}" comes later`,
      },
      {
        description: `images in the spelling of ${values}`,
        text: renderCharts(`name: ${name}, newTag: v7`).replace('tag', `${values}, tag`),
        path: INLINE,
        repository: image,
        message: `the entry of images "${name}" comes later`,
      },
    ]),
  ])('is refused where it is changed by $description', ({ text, path, repository, message }) => {
    for (const work of waysOf(text, path, repository)) {
      const error = catchError(work);
      expect(error.code).toBe('unsafe-edit');
      expect(error.message).toContain(message);
    }
  });

  it.each([
    {
      description: 'another image below the registry',
      text: renderRelease('name: app, newTag: v7').replace(
        'tag',
        'registry: ghcr.io, repository: org/app, tag',
      ),
      path: RELEASE,
    },
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

  it('is refused with a digest alone, too', () => {
    const text = renderCharts(`name: ${R}, newTag: v7`).replace('tag: v1', 'tag: "", digest: x');
    const paths = { tag: steps(INLINE), digest: steps(INLINE.replace('tag', 'digest')) };
    const image = { repository: R, digest: DIGEST };
    const error = catchError(() => changeText(text, { kind: 'values', image, paths }));
    expect(error.message).toContain(`comes later, matches ${R}@${DIGEST}, and sets newTag: v7`);
  });
});
