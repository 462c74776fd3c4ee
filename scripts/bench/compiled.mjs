/** The code of `src/`, compiled for the benches: they run what it says now, not the bundle. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project, so that imports find its packages. */
const folder = join(root, '.cache', 'bench');

/** Compiles all of `src/`. Nothing is left of what was compiled before: it may have moved since. */
export function compileSource() {
  rmSync(folder, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--outDir', folder, '--sourceMap', 'false'], { cwd: root });
}

/**
 * A module that `compileSource` has made.
 * @param {string} path Below `src/`, with the ending `.js`.
 */
export async function importCompiled(path) {
  return import(pathToFileURL(join(folder, path)).href);
}
