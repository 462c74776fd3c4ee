/**
 * Everything that has to hold: formatting, lint, types, the documentation that is made of code, unit
 * tests, the bundle, and the tests of the bundle. On a fresh clone it installs what it needs first;
 * after that it works without a network.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The project, and the Node.js that the runner has. */
const packages = [root, join(root, '__tests__', 'node24')];

const checks = ['format:check', 'lint', 'types', 'docs:check', 'unit', 'dist:check', 'dist:test'];

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed.`);
    process.exit(1);
  }
}

/** @param {string} folder */
function installIfNeeded(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', '.installed-lockfile');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  npm(['ci', '--no-audit', '--no-fund'], folder);
  writeFileSync(stamp, wanted);
}

for (const folder of packages) installIfNeeded(folder);
for (const check of checks) {
  console.log(`\n--- ${check}`);
  npm(['run', '--silent', check], root);
}
console.log('\nEverything holds.');
