import { expect, it } from '@jest/globals';
import { readTargets } from '../../src/promote/files.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';
import { FakeRepository } from '../fakes/gitops-repository.js';

it('reads every file once and all at once, and brings targets of one file together', async () => {
  const repository = new FakeRepository('images: []\n');
  repository.others.set('v.yaml', 'image: {tag: v1}\n');
  const { targets } = parseTargets(
    [
      '- {kustomization: app/base, image-name: a}',
      '- values: v.yaml',
      '- {kustomization: app/base/kustomization.yaml, image-name: b}',
      '- {kustomization: app/base, image-name: c}',
    ].join('\n'),
  );
  const { files, snapshot } = await readTargets(targets, repository);
  expect(files.map(({ file, targets: own }) => [file.path, own.length])).toEqual([
    ['app/base/kustomization.yaml', 3],
    ['v.yaml', 1],
  ]);
  expect(snapshot.files).toHaveLength(3);
  expect(repository.reads).toBe(1);
});

it('reports a server that gives fewer files than were asked for as a defect', async () => {
  const repository = new FakeRepository('');
  repository.readFiles = () => Promise.resolve({ files: [] });
  const { targets } = parseTargets('- values: v.yaml');
  await expect(readTargets(targets, repository)).rejects.toThrow('v.yaml was asked for');
});
