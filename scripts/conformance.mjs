/**
 * Compares the patch engine with the real kustomize, over generated files: `npm run conformance`.
 * It needs Go, which builds the pinned kustomize once. Without Go a person's machine skips it; a
 * run of CI fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = 'v5.8.1';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', `kustomize-${VERSION}`);
const kustomize = join(folder, process.platform === 'win32' ? 'kustomize.exe' : 'kustomize');

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
function run(command, args, env) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(1);
}

function installKustomize() {
  if (existsSync(kustomize)) return;
  if (spawnSync('go', ['version']).error !== undefined) {
    const isCi = process.env.CI === 'true';
    console.error(`Go is not installed, so nothing was compared with kustomize ${VERSION}.`);
    process.exit(isCi ? 1 : 0);
  }
  console.log(`Building kustomize ${VERSION} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  run('go', ['install', `sigs.k8s.io/kustomize/kustomize/v5@${VERSION}`], { GOBIN: folder });
}

installKustomize();
run(
  process.execPath,
  [
    '--experimental-vm-modules',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.conformance.config.js',
    ...process.argv.slice(2),
  ],
  { KUSTOMIZE: kustomize },
);
