/**
 * Compares the patch engine with the real kustomize, over generated files: `npm run conformance`.
 * It needs Go, which builds the pinned kustomize once. Without Go a person's machine skips it; a
 * run of CI fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installKustomize } from './kustomize.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

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

const kustomize = installKustomize();
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
