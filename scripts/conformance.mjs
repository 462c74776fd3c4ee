/**
 * Compares the patch engine with the real kustomize and Helm, over generated files, and promotes to a
 * real Gitea: `npm run conformance`. It needs Go, which builds the pinned versions of them once. Without
 * Go a person's machine skips it; a run of CI fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGitea } from './gitea.mjs';
import { installHelm } from './helm.mjs';
import { installKustomize } from './kustomize.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const env = {
  ...process.env,
  KUSTOMIZE: installKustomize(),
  HELM: installHelm(),
  GITEA: installGitea(),
};
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.conformance.config.js',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env },
);
process.exit(status ?? 1);
