/**
 * Bundles the action: `node scripts/build.mjs [folder] [--minify]`. The folder is emptied first, since a
 * chunk that no longer exists would stay.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} folder Where the bundle goes.
 * @param {readonly string[]} options Further options of ncc.
 */
export function build(folder, options = []) {
  rmSync(folder, { recursive: true, force: true });
  const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'));
  // Source maps are for reading; loading what applies them would cost every start.
  const maps = ['--source-map', '--no-source-map-register'];
  const flags = [...maps, '--license', 'licenses.txt', '--no-cache', '--quiet', ...options];
  execFileSync(process.execPath, [ncc, 'build', 'src/main.ts', '--out', folder, ...flags], {
    cwd: root,
    stdio: 'inherit',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', ...options] = process.argv.slice(2);
  build(folder, options);
}
