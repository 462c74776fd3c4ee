import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { patchTargets, type TargetFacts } from '../../src/promote/files.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';

const folder = new URL('fixtures/corpus/', import.meta.url);
const facts: TargetFacts = {
  image: { repository: 'ghcr.io/org/fastapi-agent', tag: 'main-a1b2c3d' },
  createMissing: false,
  sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  shortSha: 'a1b2c3d',
};

/** What the targets change in a file, each target with its diff. */
function renderDiffs(path: string, text: string, targets: string): string {
  const file = { path, bytes: new TextEncoder().encode(text), blobSha: '0' };
  const { targets: parsed, problems } = parseTargets(targets);
  expect(problems).toEqual([]);
  const { results } = patchTargets({ file, targets: parsed }, facts);
  return results.map(({ diff }) => diff).join('');
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.diff'))
  .map((name) => name.replace(/\.diff$/, ''));

describe('the corpus', () => {
  it.each(names)('%s', (name) => {
    const diff = renderDiffs(`${name}.yaml`, read(`${name}.yaml`), read(`${name}.targets.yaml`));
    expect(diff).toBe(read(`${name}.diff`));
  });

  it('holds a diff for each file', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.targets.yaml'));
    expect(files.map((name) => name.replace('.targets.yaml', ''))).toEqual(names);
  });

  it('a values file of 5,000 lines', () => {
    const services = Array.from({ length: 500 }, (_, index) => [
      `service${index}: # ${index}`,
      '  image:',
      `    repository: ghcr.io/org/service${index}`,
      '    tag: main-0000000 # {"$imagepolicy": "flux-system:agent:tag"}',
      '  env:',
      '    - {name: TAG, value: main-0000000}',
      '  notes: |',
      '    tag: main-0000000',
      '',
      '',
    ]);
    const text = services
      .flat()
      .join('\n')
      .replace('ghcr.io/org/service321', facts.image.repository);
    const target = '- {values: values.yaml, tag-path: service321.image.tag}';
    expect(renderDiffs('values.yaml', text, target)).toBe(
      [
        '--- a/values.yaml',
        '+++ b/values.yaml',
        '@@ -3211,7 +3211,7 @@',
        ' service321: # 321',
        '   image:',
        '     repository: ghcr.io/org/fastapi-agent',
        '-    tag: main-0000000 # {"$imagepolicy": "flux-system:agent:tag"}',
        '+    tag: main-a1b2c3d # {"$imagepolicy": "flux-system:agent:tag"}',
        '   env:',
        '     - {name: TAG, value: main-0000000}',
        '   notes: |',
        '',
      ].join('\n'),
    );
  });
});
