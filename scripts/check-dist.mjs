/** Fails when `dist/` is not, byte for byte and file for file, what `src/` builds. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const committed = fileURLToPath(new URL('../dist', import.meta.url));

/** @param {string} folder */
function list(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const built = mkdtempSync(join(tmpdir(), 'gitops-promote-dist-'));
try {
  await build(built);
  const names = [...new Set([...list(committed), ...list(built)])];
  const differing = names.filter((name) => {
    try {
      return !readFileSync(join(committed, name)).equals(readFileSync(join(built, name)));
    } catch {
      return true;
    }
  });
  if (differing.length > 0) {
    console.error(`dist/ is not what src/ builds: ${differing.join(', ')}. Run: npm run build`);
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what src/ builds: ${names.length} files.`);
  }
} finally {
  rmSync(built, { recursive: true });
}
