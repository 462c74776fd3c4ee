import { describe, expect, it } from '@jest/globals';
import type { DirectoryEntry } from '../../../src/github/rest/replies.js';
import { candidatesOf, chooseFile, directoryOf } from '../../../src/github/rest/chosen-file.js';

function file(name: string): DirectoryEntry {
  return { name, type: 'file' };
}

describe('a request', () => {
  it.each([
    {
      kind: 'kustomization',
      path: 'app/base',
      directory: 'app/base',
      candidates: [
        'app/base/kustomization.yaml',
        'app/base/kustomization.yml',
        'app/base/Kustomization',
      ],
    },
    {
      kind: 'kustomization',
      path: '',
      directory: '',
      candidates: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
    },
    {
      kind: 'kustomization',
      path: 'Kustomization',
      directory: '',
      candidates: ['Kustomization'],
    },
    {
      kind: 'kustomization',
      path: 'app/images.yaml',
      directory: 'app',
      candidates: ['app/images.yaml'],
    },
    { kind: 'file', path: 'app/values', directory: 'app', candidates: ['app/values'] },
    { kind: 'file', path: 'values.yaml', directory: '', candidates: ['values.yaml'] },
  ] as const)('for $kind "$path"', ({ kind, path, directory, candidates }) => {
    expect(directoryOf({ kind, path })).toBe(directory);
    expect(candidatesOf({ kind, path })).toEqual(candidates);
  });
});

describe('chooseFile', () => {
  const target = { repository: 'org/gitops', branch: 'main' };

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
    const chosen = chooseFile(entries, { kind: 'kustomization', path }, target);
    expect(chosen.path).toBe(expected);
    expect(entries).toContain(chosen.entry);
  });

  const many = Array.from({ length: 30 }, (_, index) => file(`${index}.yaml`));

  it.each([
    {
      description: 'a directory without one',
      path: 'app',
      entries: [file('values.yaml'), { name: 'base', type: 'dir' } as const],
      code: 'path-not-found',
      message:
        'kustomization: org/gitops has no kustomization.yaml, kustomization.yml, Kustomization in app on branch main. Name the directory of a kustomization, or its file. There are: values.yaml, base/.',
    },
    {
      description: 'a file with a name that is close to one that is there',
      path: 'app/kustomisation.yaml',
      entries: [file('kustomization.yaml')],
      code: 'path-not-found',
      message:
        'kustomization: org/gitops has no kustomisation.yaml in app on branch main. Is "app/kustomization.yaml" meant? There are: kustomization.yaml.',
    },
    {
      description: 'an empty directory',
      path: '',
      entries: [],
      code: 'path-not-found',
      message:
        'in its root directory on branch main. Name the directory of a kustomization, or its file. Nothing is there.',
    },
    {
      description: 'a file that is not there among many',
      path: 'app/x.yaml',
      entries: many,
      code: 'path-not-found',
      message: '19.yaml, ….',
    },
    {
      description: 'a file that is not among the first thousand',
      path: 'app/x.yaml',
      entries: Array.from({ length: 1000 }, (_, index) => file(`${index}.yaml`)),
      code: 'path-not-found',
      message: 'A listing ends after 1,000 entries, and only commit-api: graphql finds',
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
    expect(() => chooseFile(entries, { kind: 'kustomization', path }, target)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
