import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blocksIn, PAGES, ROOT } from './pages.js';
import { ERROR_CODES, OUTCOMES } from '../../scripts/error-codes.mjs';
import { INPUT_NAMES } from '../../src/action/inputs.js';
import { OUTPUT_NAMES } from '../../src/action/outputs.js';
import { FORMAT_NAMES } from '../../src/coverage/model/report.js';

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The texts of a page in backticks. */
function codesOf(prose: string): readonly string[] {
  return [...prose.matchAll(/(?<!`)`(?<code>[^`\n]+)`(?!`)/g)].map(
    ({ groups }) => groups?.['code'] ?? '',
  );
}

describe('commands in the documents', () => {
  it.each(blocksIn('sh'))('at $place are ones that a shell can read', ({ text }) => {
    expect(() => execFileSync('bash', ['-n'], { input: text, stdio: 'pipe' })).not.toThrow();
  });

  it('run scripts that there are', () => {
    const runs = PAGES.filter(({ path }) => path !== 'CHANGELOG.md').flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?<name>[\w:-]+)/g)].map(({ groups }) => ({
        path,
        name: groups?.['name'] ?? '',
      })),
    );
    expect(runs.length).toBeGreaterThan(10);
    expect(runs.filter(({ name }) => !(name in scripts))).toEqual([]);
  });
});

describe('names in the documents', () => {
  const known = [
    ...INPUT_NAMES,
    ...OUTPUT_NAMES,
    ...Object.keys(ERROR_CODES),
    ...Object.keys(OUTCOMES),
    ...FORMAT_NAMES,
    // An output of peter-evans/create-pull-request.
    'pull-request-head-sha',
    // A header.
    'retry-after',
    // ConfigMaps of Argo CD.
    'argocd-cm',
    'argocd-rbac-cm',
  ];
  /** A name that begins like ours, and so has to be one of ours. */
  const ours =
    /^(?:coverage|gitops|argocd|pull-request|values|commit|image|registry|verify|sync|rollback|rolled|after|health|retry|pin|check|extra|source|short)-[a-z-]+[a-z]$/;

  it.each(PAGES)('in $path are inputs, outputs and codes that there are', ({ path, prose }) => {
    const names = codesOf(prose)
      .map((code) => code.split(':')[0] ?? '')
      .filter((name) => ours.test(name));
    if (path === 'docs/reference.md') expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});
