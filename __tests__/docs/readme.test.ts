import { expect, it } from '@jest/globals';
import { PAGES } from './pages.js';
import { isMapping, parseStrictly } from './yaml.js';
import { parseImageReference } from '../../src/base/image.js';
import { patchTargets } from '../../src/promote/files.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';

const readme = PAGES.find(({ path }) => path === 'README.md');

function blockWith(language: string, part: string): string {
  const found = readme?.blocks.find(
    (block) => block.language === language && block.text.includes(part),
  );
  if (found === undefined) throw new Error(`The README has no block with ${part}.`);
  return found.text;
}

/** The value of a trailer in the message that the README shows. */
function trailer(key: string): string {
  const line = new RegExp(`^${key}: (?<value>.*)$`, 'm');
  return line.exec(blockWith('text', 'Source-Commit'))?.groups?.['value'] ?? '';
}

function readReference(key: string) {
  const parsed = parseImageReference(trailer(key));
  if (!parsed.valid) throw new Error(`${key} is no image.`);
  return parsed.reference;
}

it('shows the diff that a promotion makes of the file that it shows', () => {
  const file = blockWith('yaml', 'newTag: main-3f9c2e1');
  const path = /^# (?<path>\S+)$/m.exec(file)?.groups?.['path'] ?? '';
  const { targets } = parseTargets(`[{ kustomization: ${path}, image-name: fastapi-agent }]`);
  const { results } = patchTargets(
    { file: { path, bytes: new TextEncoder().encode(file), blobSha: '0' }, targets },
    { image: readReference('Image'), createMissing: false, sourceSha: trailer('Source-Commit') },
  );
  expect(results.map(({ diff }) => diff).join('')).toBe(blockWith('diff', '+++'));
});

it('has permissions for each step', () => {
  const rows = [...(readme?.prose ?? '').matchAll(/^\| (?<step>\w+) +\| `(?<yaml>\{.*?\})`/gm)];
  const permissions = rows.map(({ groups }) => {
    const [value] = parseStrictly(groups?.['yaml'] ?? '');
    return [groups?.['step'], isMapping(value) ? Object.keys(value) : []];
  });
  expect(permissions).toEqual([
    ['coverage', ['contents']],
    ['tag', ['contents']],
    ['promote', ['contents', 'packages']],
    ['rollback', ['contents', 'packages']],
    ['verify', []],
  ]);
});
