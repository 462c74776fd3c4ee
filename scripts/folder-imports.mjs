/** The ESLint rule that holds every file of src/ to what folders.mjs lets its folder import. */
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDERS } from './folders.mjs';

const src = fileURLToPath(new URL('../src', import.meta.url));

/**
 * The folder of src/ that a file is in, as folders.mjs names it; undefined outside of src/.
 * @param {string} file An absolute path.
 */
function folderOf(file) {
  const folder = relative(src, dirname(file)).split(sep).join('/');
  return folder.startsWith('..') ? undefined : folder || '.';
}

/**
 * Why a file may not import something; undefined where it may.
 * @param {string} file An absolute path.
 * @param {string} specifier What stands behind `from`.
 */
export function explainRefusal(file, specifier) {
  const folder = folderOf(file);
  const rules = folder === undefined ? undefined : FOLDERS[folder];
  if (rules === undefined) return `${folder ?? file} is not in scripts/folders.mjs.`;
  // A path into a package that exports its entry alone.
  const name = specifier.replace(/^.*\/node_modules\//, '');
  if (!name.startsWith('.')) {
    if (rules.packages.includes(name)) return undefined;
    return `${folder}/ may not import the package ${name} (scripts/folders.mjs).`;
  }
  const target = folderOf(join(dirname(file), specifier));
  if (target === folder || rules.imports.includes(target ?? '')) return undefined;
  return `${folder}/ may not import ${target ?? specifier} (scripts/folders.mjs).`;
}

/** @type {import('eslint').Rule.RuleModule} */
const folderImports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    /** @param {any} node Has a `source` where it imports something. */
    function check({ source }) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = explainRefusal(context.filename, source.value);
      if (message !== undefined) context.report({ node: source, message });
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

/** @type {import('eslint').ESLint.Plugin} */
export const architecture = { rules: { 'folder-imports': folderImports } };
