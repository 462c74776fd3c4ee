// The Gitea that the conformance run promotes to.

import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { installGoProgram, runGo } from './go.mjs';

/** From v1.27 on, the module calls itself gitea.dev. */
const VERSION = 'v1.26.0';

/** @returns {string} The path of the program. What it reads at run time is in `options` beside it. */
export function installGitea() {
  return installGoProgram({ name: 'gitea', version: VERSION, build });
}

/**
 * Builds in the module's own directory, since its go.mod replaces modules, which `go install` refuses.
 * SQLite needs a C compiler.
 * @param {string} folder
 * @param {string} file
 */
function build(folder, file) {
  const reply = runGo(['mod', 'download', '-json', `code.gitea.io/gitea@${VERSION}`]);
  /** @type {{ Dir: string }} */
  const { Dir: source } = JSON.parse(reply);
  copyDirectory(join(source, 'options'), join(folder, 'options'));
  const flags = [
    '-tags',
    'sqlite,sqlite_unlock_notify',
    '-ldflags',
    `-X main.Version=${VERSION.slice(1)}`,
  ];
  runGo(['build', '-C', source, ...flags, '-o', file, '.'], { CGO_ENABLED: '1' });
}

/**
 * Without the modes: directories of Go's module cache are read-only, and a copy that is as well could
 * not be deleted.
 * @param {string} from
 * @param {string} to
 */
function copyDirectory(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
}
