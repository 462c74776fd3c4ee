import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { readImageOf } from '../../../src/patch/images/read-image.js';
import { catchError } from '../support/catch-error.js';
import { changeText, patchText, PATH } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const IMAGE: ImageReference = { repository: 'app', tag: 'v2' };

/** A kustomization with an inline transformer behind its entry of `images`. */
function withTransformer(...lines: readonly string[]): string {
  return [
    'images:',
    '- name: app',
    '  newTag: v0',
    'transformers:',
    '- transformers/labels.yaml',
    '- |-',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

const HEADER = ['apiVersion: builtin', 'kind: ImageTagTransformer', 'metadata: {name: tag}'];

describe('an ImageTagTransformer in the kustomization itself', () => {
  it.each([
    {
      description: 'that sets a tag',
      text: withTransformer(...HEADER, 'imageTag: {name: app, newTag: v7}'),
      at: ':6:3: the ImageTagTransformer for "app" in transformers comes later, matches app:v2, and sets newTag: v7: kustomize deploys that. First remove newTag there.',
    },
    {
      description: 'whose fields are written in another case, behind another document',
      text: withTransformer(
        'kind: LabelTransformer',
        '---',
        ...HEADER,
        'ImageTag: {Name: a.p, newtag: v7}',
      ),
      at: 'the ImageTagTransformer for "a.p" in transformers comes later',
    },
    {
      description: 'that cannot be told',
      text: withTransformer(...HEADER, 'imageTag: {name: "[[:alpha:]]+", newTag: v7}'),
      at: 'it cannot be told whether the ImageTagTransformer for "[[:alpha:]]+" in transformers, which comes later and sets newTag: v7, matches app:v2. Write its name out.',
    },
  ])('decides: $description', ({ text, at }) => {
    for (const work of [() => patchText(text, IMAGE), () => setTag(text)]) {
      const error = catchError(work);
      expect(error.code).toBe('unsafe-edit');
      expect(error.message).toContain(at);
    }
  });

  it.each([
    {
      description: 'one of another image',
      text: withTransformer(...HEADER, 'imageTag: {name: web, newTag: v7}'),
    },
    {
      description: 'one that renames',
      text: withTransformer(...HEADER, 'imageTag: {name: app, newName: mirror/app}'),
    },
    {
      description: 'one of another kind',
      text: withTransformer('kind: Other', 'imageTag: {name: app, newTag: v7}'),
    },
    { description: 'what is no YAML', text: withTransformer('{') },
    { description: 'no texts', text: 'images: [{name: app, newTag: v0}]\ntransformers: [{}, ~]\n' },
    { description: 'no list', text: 'images: [{name: app, newTag: v0}]\ntransformers: a.yaml\n' },
  ])('is no hindrance: $description', ({ text }) => {
    expect(patchText(text, IMAGE).text).toBe(text.replace('newTag: v0', 'newTag: v2'));
    expect(setTag(text).text).toBe(text.replace('newTag: v0', 'newTag: v2'));
  });

  it('takes part in what promote-from copies', () => {
    const text = withTransformer(...HEADER, 'imageTag: {name: app, newName: r/app, newTag: v7}');
    const file = { path: PATH, bytes: new TextEncoder().encode(text) };
    expect(readImageOf(file, { kind: 'kustomization' })).toEqual({
      repository: 'r/app',
      tag: 'v7',
      digest: undefined,
    });
  });
});

function setTag(text: string) {
  const values = [{ path: steps('images[name=app].newTag'), value: 'v2' }];
  return changeText(text, { kind: 'set', values });
}
