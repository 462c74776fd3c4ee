import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { patchFile } from '../../src/patch/patch.js';
import type { PatchResult } from '../../src/patch/result.js';
import type { ImageReference } from '../../src/base/image.js';
import { catchError } from './support/catch-error.js';
import { DIGEST, PATH, patchText } from './support/patch-text.js';

interface Case {
  readonly description: string;
  readonly before: string;
  readonly image?: ImageReference;
  readonly imageName?: string;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    description: 'behind the last entry, in its indentation',
    before: 'images:\n  -   name: a # a\n      newTag: v1\n\n# end\nresources: []\n',
    after:
      'images:\n  -   name: a # a\n      newTag: v1\n  -   name: app\n      newTag: v2\n\n# end\nresources: []\n',
  },
  {
    description: 'behind an entry in flow style in a block list',
    before: 'images:\n- {name: a}\n',
    after: 'images:\n- {name: a}\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'behind a block scalar at the end of a file without a newline',
    before: 'images:\r\n- name: |-\r\n    a',
    after: 'images:\r\n- name: |-\r\n    a\r\n- name: app\r\n  newTag: v2',
  },
  {
    description: 'with all fields',
    before: 'images:\n- name: a\n',
    image: { repository: 'r/app', tag: '1e3', digest: DIGEST },
    imageName: 'app',
    after: `images:\n- name: a\n- name: app\n  newName: r/app\n  newTag: "1e3"\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'with a digest alone',
    before: 'images: []\n',
    image: { repository: 'app', digest: DIGEST },
    after: `images:\n- name: app\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'in a list in flow style',
    before: 'images: [{name: a}, ]\n',
    after: 'images: [{name: a}, {name: app, newTag: v2}, ]\n',
  },
  {
    description: 'in a list of what is no entry',
    before: 'images: [null]\n',
    after: 'images: [null, {name: app, newTag: v2}]\n',
  },
  {
    description: 'under an empty key, indented as other lists of the file',
    before: 'resources:\n  - a.yaml\npatches: []\nimages: # none yet\n',
    after:
      'resources:\n  - a.yaml\npatches: []\nimages: # none yet\n  - name: app\n    newTag: v2\n',
  },
  {
    description: 'in place of null',
    before: 'kind: Component\nimages: ~ # none\n',
    after: 'kind: Component\nimages: # none\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'in place of an empty list, indented as other lists of the file',
    before: 'images: []\nresources:\n  - a\n',
    after: 'images:\n  - name: app\n    newTag: v2\nresources:\n  - a\n',
  },
  {
    description: 'in brackets that hold a comment',
    before: 'images: [\n  # none\n  ]\n',
    after: 'images: [{name: app, newTag: v2}\n  # none\n  ]\n',
  },
  {
    description: 'in the empty list of an explicit key',
    before: '? images\n: []\n',
    after: '? images\n: [{name: app, newTag: v2}]\n',
  },
  {
    description: 'in place of null in flow style',
    before: '{images: ~}\n',
    after: '{images: [{name: app, newTag: v2}]}\n',
  },
  {
    description: 'on a line of its own in a list in flow style',
    before: 'images: [\n  {name: a}, # a\n  {name: b} # b\n]\n',
    after: 'images: [\n  {name: a}, # a\n  {name: b}, # b\n  {name: app, newTag: v2}\n]\n',
  },
  {
    description: 'with its key at the end',
    before: 'resources:\n- a.yaml\n# end\n',
    after: 'resources:\n- a.yaml\nimages:\n- name: app\n  newTag: v2\n# end\n',
  },
  {
    description: 'with its key behind a blank line, where keys stand apart',
    before: 'kind: Kustomization\n\nresources:\n- a.yaml\n',
    after: 'kind: Kustomization\n\nresources:\n- a.yaml\n\nimages:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'in JSON',
    before: '{"resources": ["a.yaml"]}\n',
    after: '{"resources": ["a.yaml"], "images": [{"name": "app", "newTag": "v2"}]}\n',
  },
  {
    description: 'in an empty JSON list',
    before: '{"images": []}\n',
    after: '{"images": [{"name": "app", "newTag": "v2"}]}\n',
  },
  {
    description: 'in JSON behind an entry',
    before: '{"images": [{"name": "a"}]}\n',
    after: '{"images": [{"name": "a"}, {"name": "app", "newTag": "v2"}]}\n',
  },
  {
    description: 'at keys without values in flow style',
    before: '{kind: Kustomization, images: }\n',
    after: '{kind: Kustomization, images: [{name: app, newTag: v2}] }\n',
  },
  {
    description: 'at a bare key in flow style',
    before: '{images}\n',
    after: '{images: [{name: app, newTag: v2}]}\n',
  },
  {
    description: 'with the line end of the line before',
    before: 'kind: Kustomization\r\nresources:\n- a\n',
    after: 'kind: Kustomization\r\nresources:\n- a\nimages:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'with its key in the indentation of the root',
    before: '  resources:\n    - a\n',
    after: '  resources:\n    - a\n  images:\n    - name: app\n      newTag: v2\n',
  },
  {
    description: 'with its key in the indentation of the root, which has no list',
    before: '  kind: Kustomization\n',
    after: '  kind: Kustomization\n  images:\n  - name: app\n    newTag: v2\n',
  },
  {
    description: 'under an empty key of an indented root',
    before: '  images:\n',
    after: '  images:\n  - name: app\n    newTag: v2\n',
  },
  {
    description: 'in an empty mapping',
    before: '{}\n',
    after: '{images: [{name: app, newTag: v2}]}\n',
  },
];

function createEntries(text: string, names: readonly string[]): PatchResult {
  return patchFile(
    { path: PATH, bytes: new TextEncoder().encode(text) },
    names.map((repository) => ({
      kind: 'kustomization',
      image: { repository, tag: 'v2' },
      createMissing: true,
    })),
  );
}

interface Pair {
  readonly description: string;
  readonly before: string;
  readonly after: string;
}

describe('create-missing', () => {
  it.each<Pair>([
    {
      description: 'a block list',
      before: 'images:\n- name: a\n',
      after: 'images:\n- name: a\n- name: app\n  newTag: v2\n- name: web\n  newTag: v2\n',
    },
    {
      description: 'a list in flow style',
      before: 'images: [{name: a}]\n',
      after: 'images: [{name: a}, {name: app, newTag: v2}, {name: web, newTag: v2}]\n',
    },
    {
      description: 'an empty list in flow style',
      before: '{"images": []}\n',
      after: '{"images": [{"name": "app", "newTag": "v2"}, {"name": "web", "newTag": "v2"}]}\n',
    },
    {
      description: 'a file without images',
      before: 'kind: Kustomization\n',
      after: 'kind: Kustomization\nimages:\n- name: app\n  newTag: v2\n- name: web\n  newTag: v2\n',
    },
  ])('adds the entries of two targets to $description', ({ before, after }) => {
    const result = createEntries(before, ['app', 'web']);
    expect(new TextDecoder().decode(result.bytes)).toBe(after);
    const [app, web] = result.targets;
    const index = before.includes('name: a') ? 1 : 0;
    expect(app?.changes).toEqual([
      { path: `images[${index}].name`, after: 'app' },
      { path: `images[${index}].newTag`, after: 'v2' },
    ]);
    expect(web?.changes).toEqual([
      { path: `images[${index + 1}].name`, after: 'web' },
      { path: `images[${index + 1}].newTag`, after: 'v2' },
    ]);
  });

  it('refuses two targets that add the same entry', () => {
    const error = catchError(() => createEntries('images:\n- name: a\n', ['app', 'app']));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toBe(
      `targets: two of them change images.app in ${PATH}. Remove one of the two.`,
    );
  });

  it.each(CASES)('adds the entry $description', ({ before, image, imageName, after }) => {
    const wanted = image ?? { repository: 'app', tag: 'v2' };
    const patch = patchText(before, wanted, imageName, true);
    expect(patch.text).toBe(after);
    expect(patch).toMatchObject({ changed: true, imageName: 'app' });
    expect(patch.previousImage).toBeUndefined();
    expect(parse(patch.text)).toMatchObject({ images: expect.any(Array) as unknown });
    expect(patchText(after, wanted, imageName, true).changed).toBe(false);
  });

  it('patches an entry that is there', () => {
    const { text } = patchText(
      'images:\n- name: app\n',
      { repository: 'app', tag: 'v2' },
      'app',
      true,
    );
    expect(text).toBe('images:\n- name: app\n  newTag: v2\n');
  });

  it('lists what it adds', () => {
    const { changes } = patchText('images:\n', { repository: 'r', tag: 'v2' }, 'app', true);
    expect(changes).toEqual([
      { path: 'images[0].name', after: 'app' },
      { path: 'images[0].newName', after: 'r' },
      { path: 'images[0].newTag', after: 'v2' },
    ]);
  });

  it('adds to a list that is used elsewhere, and says where', () => {
    const text = 'images: &images\n- name: a\nx: *images\n';
    const file = { path: PATH, bytes: new TextEncoder().encode(text) };
    const image = { repository: 'app', tag: 'v2' };
    const { bytes, notices } = patchFile(file, [
      { kind: 'kustomization', image, createMissing: true },
    ]);
    expect(new TextDecoder().decode(bytes)).toBe(
      'images: &images\n- name: a\n- name: app\n  newTag: v2\nx: *images\n',
    );
    expect(notices).toEqual([
      `${PATH}:2:1: what the anchor &images stands for changes at x as well.`,
    ]);
  });
});
