import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { patchFile } from '../../../src/patch/patch.js';
import { PATH } from '../support/patch-text.js';

const R = 'ghcr.io/org/app';
const IMAGE: ImageReference = { repository: R, tag: 'v2' };
const ENTRY = `images:\n- name: app\n  newName: ${R}\n  newTag: v0\n`;

/** The warnings of a promotion to a kustomization with these lines behind its entry. */
function findWarnings(rest: string, text?: string): readonly string[] {
  const file = { path: PATH, bytes: new TextEncoder().encode(`${text ?? ENTRY}${rest}`) };
  const change = { kind: 'kustomization', imageName: 'app', image: IMAGE } as const;
  const second = { ...change, imageName: 'web', createMissing: true };
  return patchFile(file, text === undefined ? [change, second] : [change]).warnings;
}

function patchOf(image: string): string {
  return `patches:\n- path: a.yaml\n- patch: |-\n    kind: Deployment\n    spec: {containers: [{name: a, image: "${image}"}]}\n`;
}

const REPLACEMENT = 'replacements:\n- path: a.yaml\n- ';

describe('what else in a kustomization may decide is told', () => {
  it.each([
    {
      description: 'a patch with the image',
      rest: patchOf(`${R}:v1`),
      warning: `${PATH}:7:10: a patch sets the image ${R}:v1, of which the entries of images make ${R}:v1, not ${R}:v2. Remove the image from the patch, unless it is to differ there.`,
    },
    {
      description: 'a strategic merge patch',
      rest: `patchesStrategicMerge:\n- a.yaml\n- |-\n  spec:\n    initContainers: [{image: "${R}:v1"}]\n`,
      warning: `${PATH}:7:3: a patch sets the image ${R}:v1`,
    },
    {
      description: 'a JSON patch',
      rest: `patchesJson6902:\n- patch: '[{"op": "replace", "path": "/spec/containers/0/image", "value": "${R}:v1"}]'\n`,
      warning: `${PATH}:6:10: a patch sets the image ${R}:v1`,
    },
    {
      description: 'a JSON patch that adds a container',
      rest: `patches:\n- patch: |-\n    - {op: add, path: /spec/containers/-, value: {image: "${R}:v1"}}\n    - {op: remove, path: /image}\n`,
      warning: `${PATH}:6:10: a patch sets the image ${R}:v1`,
    },
    {
      description: 'a replacement',
      rest: `${REPLACEMENT}source: {kind: ConfigMap, name: a, fieldPath: data.image}\n  targets:\n  - select: {kind: Deployment}\n    fieldPaths: [metadata.name, "spec.containers.[name=a].image"]\n`,
      warning: `${PATH}:7:3: a replacement writes spec.containers.[name=a].image when images has applied. Where that is ${R}:v2, kustomize deploys what the replacement has: change that too, or move it to a base.`,
    },
    {
      description: 'a replacement of the tag alone',
      rest: `${REPLACEMENT}sourceValue: v1\n  targets:\n  - fieldPaths: [spec.containers.0.image]\n    options: {delimiter: ":", index: 1}\n`,
      warning: `${PATH}:7:3: a replacement writes spec.containers.0.image`,
    },
  ])('$description', ({ rest, warning }) => {
    expect(findWarnings(rest)).toEqual([expect.stringContaining(warning)]);
  });

  it.each([
    { description: 'a patch with the very image', rest: patchOf(`${R}:v2`) },
    { description: 'a patch whose image the entry changes', rest: patchOf('app:v1') },
    { description: 'a patch with another image', rest: patchOf('ghcr.io/org/proxy:v1') },
    {
      description: 'a patch whose image an entry may change',
      rest: patchOf(`${R}:v1`),
      text: `${ENTRY}- {name: "[[:alpha:]]+", newName: x}\n`,
    },
    {
      description: 'a patch without an image',
      rest: 'patches:\n- patch: "a: {image: {}, b: 1}"\n',
    },
    {
      description: 'a replacement that copies an image',
      rest: `${REPLACEMENT}source: {kind: Deployment, fieldPath: spec.containers.0.image}\n  targets:\n  - fieldPaths: [spec.initContainers.0.image]\n`,
    },
    {
      description: 'a replacement of the registry',
      rest: `${REPLACEMENT}source: {kind: ConfigMap, fieldPath: data.registry}\n  targets:\n  - fieldPaths: [spec.containers.0.image]\n    options: {delimiter: /}\n`,
    },
    {
      description: 'a replacement of something else',
      rest: `${REPLACEMENT}source: {kind: ConfigMap}\n  targets:\n  - select: {kind: Deployment}\n  - fieldPaths: [metadata.name, data.image-name, {}]\n`,
    },
    { description: 'no replacements', rest: 'replacements:\npatches: {}\n' },
  ])('but not $description', ({ rest, text }) => {
    expect(findWarnings(rest, text)).toEqual([]);
  });
});
