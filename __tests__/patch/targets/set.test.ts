import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../../src/base/errors.js';
import type { DocumentSelector } from '../../../src/patch/yaml/document.js';
import { patchFile, type Change } from '../../../src/patch/patch.js';
import { catchError } from '../support/catch-error.js';
import { changeText, PATH } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

interface Given {
  readonly text: string;
  readonly path: string;
  readonly document?: DocumentSelector;
  readonly createMissing?: boolean;
}

function set({ text, path, document, createMissing }: Given, value = 'new') {
  return changeText(text, {
    kind: 'set',
    values: [{ path: steps(path), value }],
    ...(document && { document }),
    ...(createMissing !== undefined && { createMissing }),
  });
}

const TWO =
  'kind: A\nmetadata: {name: x, namespace: n}\nv: 1\n---\nkind: A\nmetadata: {name: y}\nw: old\n';

describe('a value at a path', () => {
  it.each<Given & { description: string; after: string; again?: boolean }>([
    {
      description: 'of a mapping',
      text: 'a:\n  b: old # c\n',
      path: 'a.b',
      after: 'a:\n  b: new # c\n',
    },
    { description: 'of a list', text: 'a: [x, old]\n', path: 'a[1]', after: 'a: [x, new]\n' },
    {
      description: 'of a list in block style',
      text: 'a:\n- "old" # c\n',
      path: 'a[0]',
      after: 'a:\n- "new" # c\n',
    },
    {
      description: 'of an item that is selected',
      text: 'e:\n- name: X\n  value: 1\n- {value: old, name: TAG}\n- none\n',
      path: 'e[name=TAG].value',
      after: 'e:\n- name: X\n  value: 1\n- {value: new, name: TAG}\n- none\n',
    },
    {
      description: 'of a key in quotes',
      text: '"a.b/c": old\n',
      path: '"a.b/c"',
      after: '"a.b/c": new\n',
    },
    {
      description: 'of a numeric key',
      text: '8080: old\nb: [1: x]\n',
      path: '8080',
      after: '8080: new\nb: [1: x]\n',
    },
    { description: 'without a value', text: 'a: {b}\n', path: 'a.b', after: 'a: {b: new}\n' },
    {
      description: 'beside a merge key',
      text: 'x: &x {c: d}\na:\n  <<: *x\n  b: old\n',
      path: 'a.b',
      after: 'x: &x {c: d}\na:\n  <<: *x\n  b: new\n',
    },
    {
      description: 'in the only document that has the path',
      text: TWO,
      path: 'w',
      after: TWO.replace('old', 'new'),
    },
    {
      description: 'in the document of that name',
      text: TWO,
      path: 'v',
      document: { kind: 'A', name: 'x', namespace: 'n' },
      after: TWO.replace('v: 1', 'v: new'),
    },
    {
      description: 'that is added to a mapping',
      text: "a:\n  'b': 'x' # c\n",
      path: 'a.d',
      createMissing: true,
      after: "a:\n  'b': 'x' # c\n  'd': 'new'\n",
    },
    {
      description: 'that is added behind a nested mapping',
      text: 'a:\n  b:\n    - c: |-\n        x\n\n# end\n',
      path: 'a.d',
      createMissing: true,
      after: 'a:\n  b:\n    - c: |-\n        x\n  d: new\n\n# end\n',
    },
    {
      description: 'that is added to an empty mapping',
      text: 'a: {} # c\nd: 1\n',
      path: 'a.b',
      createMissing: true,
      after: 'a: {b: new} # c\nd: 1\n',
    },
    {
      description: 'that is added to an empty mapping with a comment in it',
      text: 'a: { # c\n  }\n',
      path: 'a.b',
      createMissing: true,
      after: 'a: {b: new # c\n  }\n',
    },
    {
      description: 'that is added to a key without a value',
      text: 'x:\n  a: # c\nd: 1\n',
      path: 'x.a.b',
      createMissing: true,
      after: 'x:\n  a: # c\n    b: new\nd: 1\n',
    },
    {
      description: 'that is added to a last key without a value and without a line break',
      text: 'a:',
      path: 'a.b',
      createMissing: true,
      after: 'a:\n  b: new',
    },
    {
      description: 'that is added to a key whose value is null',
      text: 'a: ~\r\nd: 1\r\n',
      path: 'a.b',
      createMissing: true,
      after: 'a: {b: new}\r\nd: 1\r\n',
    },
    {
      description: 'that is added to a key without a value in flow style',
      text: '{"a", c: d}\n',
      path: 'a.b',
      createMissing: true,
      after: '{"a": {"b": new}, c: d}\n',
    },
    {
      description: 'that is added to a key with a colon and no value in flow style',
      text: 'a: {b: , c: d}\n',
      path: 'a.b.k',
      createMissing: true,
      after: 'a: {b: {k: new} , c: d}\n',
    },
    {
      description: 'that is added to an item of a list that is called images',
      text: 'images: [{name: x}, {name: y, newTag: z}]\n',
      path: 'images[0].newTag',
      createMissing: true,
      after: 'images: [{name: x, newTag: new}, {name: y, newTag: z}]\n',
    },
    {
      description: 'of a mapping that is called images',
      text: 'images: {app: {tag: old}}\n',
      path: 'images.app.tag',
      after: 'images: {app: {tag: new}}\n',
    },
    {
      description: 'of an item of a list that is called images',
      text: 'images: [x=old, {a: b}]\n',
      path: 'images[0]',
      after: 'images: [new, {a: b}]\n',
    },
    {
      description: 'of an item that is named by how it begins, among others that are no texts',
      text: 'i: [{x: y}, ~, x=old]\n',
      path: 'i[x=*]',
      after: 'i: [{x: y}, ~, new]\n',
      again: false,
    },
    {
      description: 'of an item that is named by how it begins',
      text: 'i: [x=old, old]\n',
      path: 'i[x=*]',
      after: 'i: [new, old]\n',
      again: false,
    },
  ])('$description', ({ after, again = true, ...given }) => {
    const patch = set(given);
    expect(patch.text).toBe(after);
    expect(patch.imageName).toBeUndefined();
    if (again) expect(set({ ...given, text: after }).changed).toBe(false);
  });

  it('names the document in a file with several', () => {
    expect(set({ text: TWO, path: 'w' }).changes).toEqual([
      { path: 'w', document: 1, before: 'old', after: 'new' },
    ]);
  });

  it.each<Given & { description: string; code: ErrorCode; message: string }>([
    {
      description: 'a key that is not there',
      text: 'a:\n  b: 1\n  c: 2\n',
      path: 'a.d',
      code: 'entry-not-found',
      message: ':2:3: targets: set: there is no a.d: a is a mapping with the keys "b", "c".',
    },
    {
      description: 'a key beside one of nothing',
      text: 'a: {~: 1, bd: 2}\n',
      path: 'a.be',
      code: 'entry-not-found',
      message: 'a is a mapping with the keys nothing, "bd".',
    },
    {
      description: 'a path that ends early',
      text: 'a: x\n',
      path: 'a.b.c',
      code: 'entry-not-found',
      message: ':1:4: targets: set: there is no a.b.c: a is "x".',
    },
    {
      description: 'a path through a key without a value',
      text: '{a}\n',
      path: 'a.b',
      code: 'entry-not-found',
      message: ':1:2: targets: set: there is no a.b: a is nothing.',
    },
    {
      description: 'an item that is not there',
      text: 'a: [1, 2]\n',
      path: 'a[2]',
      code: 'entry-not-found',
      message: 'a is a list of 2.',
    },
    {
      description: 'a key of a list',
      text: 'a: [1, 2]\n',
      path: 'a.b',
      code: 'entry-not-found',
      message: 'a is a list of 2.',
    },
    {
      description: 'a root key that is not there',
      text: 'a: 1\n',
      path: 'b',
      code: 'entry-not-found',
      message: 'the document is a mapping with the keys "a".',
    },
    {
      description: 'an item of a list of texts that is not there',
      text: 'a: [app=x:1, web=y:2]\n',
      path: 'a[ap=*]',
      code: 'entry-not-found',
      message: 'there is no a[ap=*]: a is a list of 2, with "app=x:1", "web=y:2".',
    },
    {
      description: 'a selector of a long list that takes none',
      text: `a: [${Array.from({ length: 11 }, (_, n) => `{n: x${n}}`).join(', ')}]\n`,
      path: 'a[n=y].v',
      code: 'entry-not-found',
      message:
        'a is a list of 11, with n "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", ….',
    },
    {
      description: 'a selector that takes none',
      text: 'a: [{n: x}]\n',
      path: 'a[n=y].v',
      code: 'entry-not-found',
      message: 'there is no a[n=y].v: a is a list of 1, with n "x".',
    },
    {
      description: 'a selector that takes two',
      text: 'a: [{n: x}, {n: x}]\n',
      path: 'a[n=x].v',
      code: 'entry-ambiguous',
      message: ':1:13: a: several items have n: x.',
    },
    {
      description: 'a beginning that takes two',
      text: 'a: [n=x, m, n=y]\n',
      path: 'a[n=*]',
      code: 'entry-ambiguous',
      message: ':1:13: a: several items begin with n=. Name the item by its index.',
    },
    {
      description: 'a way through an alias',
      text: 'x: &x {b: 1}\na: *x\n',
      path: 'a.b',
      code: 'unsafe-edit',
      message: ':2:4: a: the value comes through the alias *x.',
    },
    {
      description: 'a way through a merge key',
      text: 'x: &x {b: 1}\na: {<<: *x}\n',
      path: 'a.b',
      code: 'unsafe-edit',
      message: 'a: the value comes through a merge key (<<), for b.',
    },
    {
      description: 'an alias',
      text: 'x: &x 1\na: *x\n',
      path: 'a',
      code: 'unsafe-edit',
      message: 'got the alias *x',
    },
    {
      description: 'an alias in a list',
      text: 'x: &x 1\na: [*x]\n',
      path: 'a[0]',
      code: 'unsafe-edit',
      message: 'a[0]: expected a string, got the alias *x',
    },
    {
      description: 'an empty item',
      text: 'a:\n-\n- b\n',
      path: 'a[0]',
      code: 'unsafe-edit',
      message: 'a[0]: expected a string, got nothing',
    },
    {
      description: 'a path in several documents',
      text: 'a: 1\n---\na: 2\n',
      path: 'a',
      code: 'entry-ambiguous',
      message: ':1:1: targets: set: expected a document with the path once, got several.',
    },
    {
      description: 'a path in none of several documents',
      text: TWO,
      path: 'z',
      code: 'entry-not-found',
      message:
        ':1:1: targets: set: there is no z: the document is a mapping with the keys "kind", "metadata", "v". Correct the path, or add it to the file. Its documents: {kind:A,name:x,namespace:n}, {kind:A,name:y}.',
    },
    {
      description: 'a path that leads further in one of several documents',
      text: `${TWO}---\nmetadata: 1\n`,
      path: 'metadata.namespace.z',
      code: 'entry-not-found',
      message: ':2:32: targets: set: there is no metadata.namespace.z: metadata.namespace is "n".',
    },
    {
      description: 'a path in none of several documents, with create-missing',
      text: TWO,
      path: 'metadata.z',
      createMissing: true,
      code: 'entry-not-found',
      message: ':2:11: targets: set: there is no metadata.z: metadata is a mapping with the keys',
    },
    {
      description: 'a document that is not there',
      text: TWO,
      path: 'v',
      document: { name: 'z' },
      code: 'entry-not-found',
      message:
        'targets: document: expected the document {name:z}, got none. Correct it, or leave it out.',
    },
    {
      description: 'a selector that takes two documents',
      text: TWO,
      path: 'v',
      document: { kind: 'A' },
      code: 'entry-ambiguous',
      message: 'expected the document {kind:A} once',
    },
    {
      description: 'an empty file',
      text: '\n',
      path: 'v',
      code: 'entry-not-found',
      message: ':1:1: expected a YAML document, got an empty file. Name another file.',
    },
    {
      description: 'a document of an empty file',
      text: '# nothing\n',
      path: 'v',
      document: { name: 'x' },
      code: 'entry-not-found',
      message: ':1:1: expected a YAML document, got an empty file. Name another file.',
    },
    {
      description: 'a missing parent, with create-missing',
      text: 'a: {b: 1}\n',
      path: 'a.c.d',
      createMissing: true,
      code: 'entry-not-found',
      message: 'there is no a.c.d',
    },
    {
      description: 'a missing item, with create-missing',
      text: 'a: [1]\n',
      path: 'a[1]',
      createMissing: true,
      code: 'entry-not-found',
      message: 'there is no a[1]',
    },
    {
      description: 'a key of an item that is no mapping, with create-missing',
      text: 'a: [x]\n',
      path: 'a[0].b',
      createMissing: true,
      code: 'entry-not-found',
      message: ':1:5: targets: set: there is no a[0].b: a[0] is "x"',
    },
    {
      description: 'a key of a document that is no mapping, with create-missing',
      text: 'x\n',
      path: 'b',
      createMissing: true,
      code: 'entry-not-found',
      message: ':1:1: targets: set: there is no b: the document is "x"',
    },
    {
      description: 'a tag that is added to an entry which a later one overrules',
      text: 'images: [{name: x, newName: r/a}, {name: r/a, newTag: z}]\n',
      path: 'images[0].newTag',
      createMissing: true,
      code: 'unsafe-edit',
      message: ':1:35: the entry of images "r/a" comes later, matches r/a:new, and sets newTag: z',
    },
    {
      description: 'a key of what is no mapping, with create-missing',
      text: 'a: 1\n',
      path: 'a.b',
      createMissing: true,
      code: 'entry-not-found',
      message: 'there is no a.b: a is "1"',
    },
  ])('refuses $description', ({ code, message, description, ...given }) => {
    expect(description).not.toBe('');
    const error = catchError(() => set(given));
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
  });

  it('names the path that is missing in the document that has most of them', () => {
    const file = { path: PATH, bytes: new TextEncoder().encode('c: 1\n---\na: 1\nb: 2\n') };
    const values = ['a', 'c', 'b'].map((path) => ({ path: steps(path), value: 'n' }));
    const error = catchError(() => patchFile(file, [{ kind: 'set', values }]));
    expect(error.message).toContain(
      ':3:1: targets: set: there is no c: the document is a mapping with the keys',
    );
  });

  it('makes several changes of a file one', () => {
    const bytes = new TextEncoder().encode('a: 1\nb:\n  c: x\n  d: w\n');
    const changes = [['a'], ['b.c', 'b.d']].map((paths): Change => ({
      kind: 'set',
      values: paths.map((path) => ({ path: steps(path), value: 'w' })),
    }));
    const result = patchFile({ path: PATH, bytes }, changes);
    expect(new TextDecoder().decode(result.bytes)).toBe('a: w\nb:\n  c: w\n  d: w\n');
    expect(result.targets.map((target) => target.changes)).toEqual([
      [{ path: 'a', before: '1', after: 'w' }],
      [{ path: 'b.c', before: 'x', after: 'w' }],
    ]);
    expect(result.targets.map(({ diff }) => diff.match(/^[-+] *\w.*$/gm))).toEqual([
      ['-a: 1', '+a: w'],
      ['-  c: x', '+  c: w'],
    ]);
  });

  it('sees what decides an item whose parent is renamed as well', () => {
    const entries = '{name: x, newName: r/a, newTag: v}, {name: r/a, newTag: z}';
    const paths = ['l[name=p].images[0].newTag', 'l[name=p].name'];
    const values = paths.map((path) => ({ path: steps(path), value: 'new' }));
    const text = `l: [{name: p, images: [${entries}]}]\n`;
    const error = catchError(() => changeText(text, { kind: 'set', values }));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(':1:60: the entry of images "r/a" comes later');
  });

  it('refuses a new name for an entry of images that changes', () => {
    const text = 'images: [{name: app, newTag: v1}]\n';
    const file = { path: PATH, bytes: new TextEncoder().encode(text) };
    const image = { repository: 'app', tag: 'v2' };
    const values = [{ path: steps('images[0].name'), value: 'other' }];
    const changes: Change[] = [
      { kind: 'kustomization', image },
      { kind: 'set', values },
    ];
    const error = catchError(() => patchFile(file, changes));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain('images: another target renames the entry');
  });

  it('names the other places of a value that is shared, whatever their keys are', () => {
    const text = 'a: &x old\n? [k]\n: *x\nb: {c: *x}\n';
    const values = [{ path: steps('a'), value: 'new' }];
    const file = { path: PATH, bytes: new TextEncoder().encode(text) };
    expect(patchFile(file, [{ kind: 'set', values }]).notices).toEqual([
      `${PATH}:1:7: what the anchor &x stands for changes at ["?"], b.c as well.`,
    ]);
  });

  it('refuses two changes of one value', () => {
    const change = { kind: 'set', values: [{ path: steps('a'), value: 'n' }] } as const;
    const file = { path: PATH, bytes: new TextEncoder().encode('a: 1\n') };
    const error = catchError(() => patchFile(file, [change, change]));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toBe(`targets: two of them change a in ${PATH}. Remove one of the two.`);
  });
});
