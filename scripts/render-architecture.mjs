/**
 * Renders the table of folders in docs/architecture.md from folders.mjs: `npm run docs`. With
 * `--check` nothing is written, and it fails when the page is not what the table says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { FOLDERS } from './folders.mjs';

const page = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));

/** The table, up to the blank line behind it. */
const TABLE = /^\| Folder [^]*?\n(?=\n)/m;

/** @param {readonly string[]} names */
function renderNames(names) {
  return names.map((name) => `\`${name}\``).join(', ');
}

function renderTable() {
  const rows = Object.entries(FOLDERS).map(([folder, { subject, imports, packages, pure }]) => {
    const name = folder === '.' ? '`src/`' : `\`${folder}/\``;
    const cells = [name, subject, renderNames(imports), renderNames(packages)];
    return `| ${[...cells, pure === true ? 'yes' : 'no'].join(' | ')} |`;
  });
  const head =
    '| Folder | Subject | May import of `src/` | Packages | Pure |\n|---|---|---|---|---|';
  return `${[head, ...rows].join('\n')}\n`;
}

const before = readFileSync(page, 'utf8');
if (!TABLE.test(before)) throw new Error('docs/architecture.md has no table of folders.');
const config = await prettier.resolveConfig(page);
const after = await prettier.format(before.replace(TABLE, renderTable), {
  ...config,
  filepath: page,
});

if (!process.argv.includes('--check')) {
  writeFileSync(page, after);
} else if (before !== after) {
  console.error('docs/architecture.md is not what scripts/folders.mjs says: npm run docs');
  process.exitCode = 1;
}
