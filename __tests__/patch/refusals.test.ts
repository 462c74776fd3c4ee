import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../src/base/errors.js';
import { patchFile } from '../../src/patch/patch.js';
import { catchError } from './support/catch-error.js';
import { PATH, patchText } from './support/patch-text.js';

interface Refusal {
  readonly description: string;
  readonly text: string;
  readonly imageName?: string;
  readonly code: ErrorCode;
  /** `line:column` and a part of the message. */
  readonly at: string;
  readonly message: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    description: 'YAML that does not parse',
    text: 'images:\n- name: [app\n',
    code: 'invalid-yaml',
    at: '3:1',
    message: 'expected YAML: ',
  },
  {
    description: 'a tab as indentation',
    text: 'images:\n- name: app\n\tnewTag: v1\n',
    code: 'unsafe-edit',
    at: '3:1',
    message: 'Indent with spaces.',
  },
  {
    description: 'a key that stands twice',
    text: 'images:\n- name: app\n  newTag: v1\n  newTag: v2\n',
    code: 'unsafe-edit',
    at: '4:3',
    message: 'Remove one of the two.',
  },
  {
    description: 'a key that stands twice elsewhere, with quotes and without',
    text: 'images: [{name: app}]\nx:\n- y: 1\n  1: a\n  "1": b\n  "y": 2\n',
    code: 'unsafe-edit',
    at: '6:3',
    message: 'the key "y" stands twice in this mapping. Remove one of the two.',
  },
  {
    description: 'a key that stands twice in different case',
    text: 'images:\n- name: app\n  newTag: v1\n  newtag: v2\n',
    code: 'unsafe-edit',
    at: '4:3',
    message: '"newtag" stands twice',
  },
  {
    description: 'a second document',
    text: 'images:\n- name: app\n---\nkind: Deployment\n',
    code: 'unsafe-edit',
    at: '4:1',
    message: 'expected one document',
  },
  {
    description: 'an empty file',
    text: '# nothing\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'expected a kustomization, got nothing.',
  },
  {
    description: 'a list',
    text: '- name: app\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'got a list',
  },
  {
    description: 'another kind',
    text: '# agent\nkind: Deployment\n',
    code: 'not-a-kustomization',
    at: '2:1',
    message: 'expected kind: Kustomization or Component, got "Deployment".',
  },
  {
    description: 'a kind that is no text',
    text: 'kind: [Kustomization]\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'got a list',
  },
  {
    description: "Flux's Kustomization",
    text: 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  images:\n  - name: app\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: `Change them with an item of targets instead: { file: ${PATH}, set: { 'spec.images[name=app].newTag': '{{tag}}' } }.`,
  },
  {
    description: "Flux's Kustomization without images",
    text: 'apiVersion: kustomize.toolkit.fluxcd.io/v1beta2\nkind: Kustomization\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'spec.images[name=NAME].newTag',
  },
  {
    description: 'an apiVersion of another program',
    text: 'apiVersion: example.org/v1\nkind: Kustomization\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'expected apiVersion: kustomize.config.k8s.io/v1beta1, got "example.org/v1".',
  },
  {
    description: 'an apiVersion that is no text',
    text: 'apiVersion: [kustomize.config.k8s.io/v1beta1]\nkind: Kustomization\n',
    code: 'not-a-kustomization',
    at: '1:1',
    message: 'expected apiVersion: kustomize.config.k8s.io/v1beta1, got a list.',
  },
  {
    description: 'the old name of images',
    text: 'images:\n- name: app\nimageTags:\n- name: app\n  newTag: v0\n',
    code: 'unsafe-edit',
    at: '3:1',
    message: 'imageTags is the old name of images, and kustomize would take its tags.',
  },
  {
    description: 'the old name of images alone',
    text: 'imageTags: []\n',
    code: 'unsafe-edit',
    at: '1:1',
    message: 'Rename it to images',
  },
  {
    description: 'a signature of SOPS',
    text: 'images:\n- name: app\n  newTag: v1\nsops:\n  mac: ENC[x]\n',
    code: 'unsafe-edit',
    at: '5:3',
    message: 'SOPS has signed all values of this file (sops.mac)',
  },
  {
    description: 'a value that SOPS has encrypted',
    text: 'images:\n- name: app\n  newTag: ENC[AES256_GCM,data:x]\nsops: {mac: x, mac_only_encrypted: true}\n',
    code: 'unsafe-edit',
    at: '3:11',
    message: '"newTag": the value is encrypted by SOPS, and is not overwritten.',
  },
  {
    description: 'a digest that SOPS has encrypted, and that would go away',
    text: 'images:\n- name: app\n  digest: ENC[AES256_GCM,data:x]\n',
    code: 'unsafe-edit',
    at: '3:11',
    message: '"digest": the value is encrypted by SOPS',
  },
  {
    description: 'a key that SOPS may want encrypted',
    text: 'images:\n- name: app\nsops: {mac: x, mac_only_encrypted: true}\n',
    code: 'unsafe-edit',
    at: '3:7',
    message: 'SOPS has encrypted this file, and may want a new key encrypted too.',
  },
  {
    description: 'images that is a mapping',
    text: 'kind: Kustomization\nimages:\n  app: v1\n',
    code: 'unsafe-edit',
    at: '2:1',
    message: 'images: expected a list, got a mapping.',
  },
  {
    description: 'images that is an alias',
    text: 'x: &images []\nimages: *images\n',
    code: 'unsafe-edit',
    at: '2:1',
    message: 'got the alias *images.',
  },
  {
    description: 'a file without images',
    text: 'resources: []\n',
    code: 'entry-not-found',
    at: '1:1',
    message: 'image-name: expected an entry of images, but the file has none.',
  },
  {
    description: 'an empty images key',
    text: 'images:\n',
    code: 'entry-not-found',
    at: '1:1',
    message: 'but the file has none',
  },
  {
    description: 'no entry of that repository',
    text: 'images:\n- name: web\n- name: api\n  newName: r/api\n- {newTag: v1}\n',
    code: 'entry-not-found',
    at: '1:1',
    message:
      'image-name: no entry of images has the name or newName "app". Set it to one of those there are: "web", "api" (newName: r/api); or',
  },
  {
    description: 'no entry of that name',
    text: 'images:\n- name: web\n  newName: app\n',
    imageName: 'app',
    code: 'entry-not-found',
    at: '1:1',
    message:
      'image-name: expected the name of an entry of images, got "app". Set it to one of those there are: "web" (newName: app); or',
  },
  {
    description: 'two entries of one name',
    text: 'images:\n- name: app\n  newTag: v1\n- name: app\n',
    code: 'entry-ambiguous',
    at: '4:3',
    message: 'two entries of images have the name "app". Remove one of the two.',
  },
  {
    description: 'two entries with the same newName',
    text: 'images:\n- name: a\n  newName: app\n- name: b\n  newName: app\n',
    code: 'entry-ambiguous',
    at: '4:3',
    message: 'several entries of images have newName: app. Set it to one of their names: "a" ',
  },
  {
    description: 'an entry that is an alias',
    text: 'x: &entry {name: app}\nimages:\n- *entry\n',
    code: 'unsafe-edit',
    at: '3:3',
    message: 'the entry "app" comes through an alias or a merge key',
  },
  {
    description: 'a name that comes through a merge key',
    text: 'x: &entry {name: app}\nimages:\n- <<: *entry\n  newTag: v1\n',
    code: 'unsafe-edit',
    at: '3:3',
    message: 'the entry "app" comes through an alias or a merge key',
  },
  {
    description: 'a tag that comes through a merge key',
    text: 'x: &tag {newTag: v1}\nimages:\n- <<: *tag\n  name: app\n',
    code: 'unsafe-edit',
    at: '3:3',
    message: 'newTag: the value comes through a merge key (<<).',
  },
  {
    description: 'a stale digest that comes through a merge key',
    text: 'x: &x {digest: "sha256:00"}\nimages:\n- <<: *x\n  name: app\n',
    code: 'unsafe-edit',
    at: '3:3',
    message: 'digest: the value comes through a merge key (<<).',
  },
  {
    description: 'a tag that is an alias',
    text: 'x: &tag v1\nimages:\n- name: app\n  newTag: *tag\n',
    code: 'unsafe-edit',
    at: '4:11',
    message: '"newTag": expected a string, got the alias *tag.',
  },
  {
    description: 'a tag that is a mapping',
    text: 'images:\n- name: app\n  newTag: {a: b}\n',
    code: 'unsafe-edit',
    at: '3:11',
    message: '"newTag": expected a string, got a mapping.',
  },
  {
    description: 'a tag of another type',
    text: 'images:\n- name: app\n  newTag: !!binary djE=\n',
    code: 'unsafe-edit',
    at: '3:20',
    message: 'got a value of the type tag:yaml.org,2002:binary',
  },
  {
    description: 'an explicit key without a value',
    text: 'images:\n- name: app\n  ? newTag\n',
    code: 'unsafe-edit',
    at: '3:5',
    message: 'got a key with ? and no value',
  },
  {
    description: 'a digest that goes away, with an anchor that is used elsewhere',
    text: 'images:\n- name: app\n  digest: &d sha256:00\n- name: b\n  digest: *d\n',
    code: 'unsafe-edit',
    at: '3:14',
    message: 'the anchor &d is used elsewhere in the file, and its value would go away.',
  },
  {
    description: 'an alias without an anchor anywhere in the file',
    text: 'images:\n- name: app\n  newTag: v1\nx: [*nowhere]\n',
    code: 'invalid-yaml',
    at: '4:5',
    message: 'the alias *nowhere has no anchor before it.',
  },
  {
    description: 'an alias before its anchor',
    text: 'x: *later\nimages:\n- name: &later app\n',
    code: 'invalid-yaml',
    at: '1:4',
    message: 'the alias *later has no anchor before it.',
  },
  {
    description: 'a carriage return in a comment, behind which go-yaml sees a digest',
    text: 'images:\n- name: app # a\r  digest: sha256:00\n',
    code: 'unsafe-edit',
    at: '2:16',
    message: 'expected lines to end with LF or CRLF, got U+000D',
  },
  {
    description: 'a next line character in a comment',
    text: 'images:\n- name: app # a\u0085  digest: sha256:00\n',
    code: 'unsafe-edit',
    at: '2:16',
    message: 'got U+0085',
  },
  {
    description: 'a line separator in a comment',
    text: 'images:\r\n- name: app # a\u2028  digest: sha256:00\r\n',
    code: 'unsafe-edit',
    at: '2:16',
    message: 'got U+2028',
  },
  {
    description: 'a paragraph separator in quotes',
    text: 'images:\n- name: app\nx: "a\u2029b"\n',
    code: 'unsafe-edit',
    at: '3:6',
    message: 'got U+2029',
  },
  {
    description: 'lists inside of each other without end',
    text: `images:\n- name: app\nx:\n  ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    code: 'unsafe-edit',
    at: '4:202',
    message: 'expected at most 200 mappings and lists inside of each other',
  },
  {
    description: 'block lists inside of each other without end',
    text: `images:\n- name: app\nx:\n  ${'- '.repeat(20_000)}\n`,
    code: 'unsafe-edit',
    at: '4:401',
    message: 'expected at most 200 mappings and lists inside of each other',
  },
];

describe('a kustomization is refused for', () => {
  it.each(REFUSALS)('$description', ({ text, imageName, code, at, message }) => {
    const image = { repository: 'app', tag: 'v2' };
    const error = catchError(() => patchText(text, image, imageName));
    expect(error.code).toBe(code);
    expect(error.message).toContain(`${PATH}:${at}: `);
    expect(error.message).toContain(message);
  });

  it.each([
    {
      description: 'Latin-1',
      bytes: Uint8Array.from([0x61, 0x0a, 0x62, 0xe9, 0x0a]),
      message: `${PATH}:2:2: expected UTF-8`,
    },
    {
      description: 'a character that is cut at the end',
      bytes: Uint8Array.from([0x61, 0xf0, 0x9f]),
      message: `${PATH}:1:2: expected UTF-8`,
    },
    {
      description: 'more than 1 MiB',
      bytes: new Uint8Array(1024 * 1024 + 1).fill(0x20),
      message: `${PATH}: expected at most 1 MiB (1048576 bytes), got 1048577 bytes.`,
    },
  ])('a file that is $description', ({ bytes, message }) => {
    const error = catchError(() => patchFile({ path: PATH, bytes }, []));
    expect(error.code).toBe('unsupported-file');
    expect(error.message).toContain(message);
  });

  it('an image without tag and digest', () => {
    const error = catchError(() => patchText('images: []\n', { repository: 'app' }));
    expect(error.code).toBe('no-image');
    expect(error.message).toContain('image: expected a tag or a digest, got "app".');
  });

  it.each([
    {
      description: 'aliases of aliases of aliases',
      lines: Array.from(
        { length: 40 },
        (_, i) => `a${i}: &a${i} [${i > 0 ? `*a${i - 1}, *a${i - 1}` : 'x, y'}]`,
      ),
      at: '18:12',
    },
    {
      description: 'an alias inside of what it stands for',
      lines: ['a: &a {b: {c: *a}}'],
      at: '1:15',
    },
  ])('$description', ({ lines, at }) => {
    const text = `${lines.join('\n')}\nimages:\n- {name: app}\n`;
    const error = catchError(() => patchText(text, { repository: 'app', tag: 'v2' }));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(`${PATH}:${at}: with the alias *a`);
  });

  it.each([
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- name: app\n',
    'apiVersion:\nimages:\n- name: app\n',
    'images:\n- name: app\n  newTag: v1\nsops:\n  mac: ENC[x]\n  mac_only_encrypted: true\n',
    'images:\n- name: app\n  newTag: v1\nsops: {kms: []}\n',
  ])('no file such as %j', (text) => {
    expect(patchText(text, { repository: 'app', tag: 'v2' }).changed).toBe(true);
  });

  it('no signature of SOPS where nothing changes', () => {
    const text = 'images:\n- name: app\n  newTag: v2\nsops: {mac: x}\n';
    expect(patchText(text, { repository: 'app', tag: 'v2' }).changed).toBe(false);
  });

  it('no file for aliases alone', () => {
    const text = `a: &a [x, {y: z}]\nb: [${'*a, '.repeat(1000)}]\nimages:\n- {name: app}\n`;
    expect(patchText(text, { repository: 'app', tag: 'v2' }).changed).toBe(true);
  });
});
