import { describe, expect, it } from '@jest/globals';
import type { DirectoryEntry } from '../../src/adapters/contents-replies.js';
import {
  chooseKustomization,
  splitKustomizationPath,
} from '../../src/adapters/kustomization-file.js';

function file(name: string): DirectoryEntry {
  return { name, type: 'file' };
}

describe('splitKustomizationPath', () => {
  it.each([
    { path: 'app/base', expected: { directory: 'app/base' } },
    { path: '', expected: { directory: '' } },
    { path: 'Kustomization', expected: { directory: '', file: 'Kustomization' } },
    {
      path: 'app/base/kustomization.yml',
      expected: { directory: 'app/base', file: 'kustomization.yml' },
    },
    { path: 'app/images.yaml', expected: { directory: 'app', file: 'images.yaml' } },
  ])('$path', ({ path, expected }) => {
    expect(splitKustomizationPath(path)).toEqual(expected);
  });
});

describe('chooseKustomization', () => {
  it.each([
    {
      description: 'a directory with kustomization.yaml',
      path: 'app',
      entries: [file('a.yaml'), file('kustomization.yaml')],
      expected: 'app/kustomization.yaml',
    },
    {
      description: 'a directory with Kustomization',
      path: 'app',
      entries: [file('Kustomization')],
      expected: 'app/Kustomization',
    },
    {
      description: 'the root',
      path: '',
      entries: [file('kustomization.yml')],
      expected: 'kustomization.yml',
    },
    {
      description: 'a file beside another kustomization',
      path: 'app/kustomization.yml',
      entries: [file('kustomization.yaml'), file('kustomization.yml')],
      expected: 'app/kustomization.yml',
    },
  ])('finds the one of $description', ({ path, entries, expected }) => {
    expect(
      chooseKustomization(entries, { inputs: 'kustomization', repository: 'org/gitops', path }),
    ).toBe(expected);
  });

  const many = Array.from({ length: 30 }, (_, index) => file(`${index}.yaml`));

  it.each([
    {
      description: 'a directory without one',
      path: 'app',
      entries: [file('values.yaml'), { name: 'base', type: 'dir' } as const],
      code: 'path-not-found',
      message: 'There are: values.yaml, base/.',
    },
    {
      description: 'an empty directory',
      path: '',
      entries: [],
      code: 'path-not-found',
      message: 'in its root directory. Nothing is there.',
    },
    {
      description: 'a file that is not there among many',
      path: 'app/x.yaml',
      entries: many,
      code: 'path-not-found',
      message: '19.yaml, ….',
    },
    {
      description: 'two of them',
      path: 'app',
      entries: [file('Kustomization'), file('kustomization.yaml')],
      code: 'path-ambiguous',
      message: 'app holds both Kustomization and kustomization.yaml',
    },
    {
      description: 'a symbolic link',
      path: 'app',
      entries: [{ name: 'kustomization.yaml', type: 'symlink' } as const],
      code: 'unsupported-file',
      message: 'app/kustomization.yaml in org/gitops is a symbolic link',
    },
  ])('refuses $description', ({ path, entries, code, message }) => {
    expect(() =>
      chooseKustomization(entries, { inputs: 'kustomization', repository: 'org/gitops', path }),
    ).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });
});
