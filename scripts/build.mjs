/**
 * Bundles the action into `dist/`: `node scripts/build.mjs`, or into another folder, which it names. The
 * folder is emptied first, since a chunk that no longer exists would stay.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} folder Where the bundle goes.
 * @param {{ plain?: boolean }} [options] `plain`: as ncc writes it.
 */
export async function build(folder, { plain = false } = {}) {
  rmSync(folder, { recursive: true, force: true });
  const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'));
  // Source maps are for reading; loading what applies them would cost every start.
  const maps = ['--source-map', '--no-source-map-register'];
  const flags = [...maps, '--license', 'licenses.txt', '--no-cache', '--quiet'];
  execFileSync(process.execPath, [ncc, 'build', 'src/main.ts', '--out', folder, ...flags], {
    cwd: root,
    stdio: 'inherit',
  });
  if (plain) return;
  const chunks = readdirSync(folder).filter((name) => name.endsWith('.index.js'));
  for (const name of chunks) await compact(folder, name);
}

/**
 * Takes comments, white space and the names of variables out of a chunk. Those of functions and classes
 * stay, so a stack trace names them as before. The entry is left as it is: all of it runs at every start, and
 * without the brackets around its functions, which the short form drops, V8 reads them twice.
 * @param {string} folder
 * @param {string} name
 */
async function compact(folder, name) {
  const file = join(folder, name);
  const { code, map } = await minify(readFileSync(file, 'utf8'), {
    module: true,
    compress: false,
    mangle: { keep_fnames: true, keep_classnames: true },
    format: { ascii_only: true },
    sourceMap: {
      content: readFileSync(`${file}.map`, 'utf8'),
      filename: name,
      url: `${name}.map`,
      includeSources: true,
    },
  });
  writeFileSync(file, `${code}\n`);
  writeFileSync(`${file}.map`, String(map));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist'] = process.argv.slice(2);
  await build(folder);
}
