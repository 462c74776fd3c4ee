/**
 * Compares the patch engine with the real kustomize and Helm, over generated files, promotes to a real
 * Gitea, looks for images in a real registry, holds the workflows to actionlint and zizmor, and runs
 * those of the examples and the README under act: `npm run conformance`. It needs Go, which builds the
 * pinned versions of kustomize, Helm, Gitea, actionlint and act once, Debian's docker-registry, and
 * Python for zizmor and for the example. A person's machine skips what it does not have; a run of CI
 * fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installAct } from './act.mjs';
import { downloadDefinitions, explainMissing } from './argocd.mjs';
import { findDockerRegistry } from './docker-registry.mjs';
import { installGitea } from './gitea.mjs';
import { installHelm } from './helm.mjs';
import { installKustomize } from './kustomize.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const linter = join(root, 'scripts', 'lint-workflows.mjs');
const linted = spawnSync(process.execPath, [linter], { cwd: root, stdio: 'inherit' });
if (linted.status !== 0) process.exit(linted.status ?? 1);

const registry = findDockerRegistry();
const env = {
  ...process.env,
  KUSTOMIZE: installKustomize(),
  HELM: installHelm(),
  GITEA: installGitea(),
  ...installAct(),
  ARGOCD_CRDS: downloadDefinitions(),
  ...(registry !== undefined && { DOCKER_REGISTRY: registry }),
};
/** What needs a registry. */
const without =
  registry === undefined ? ['--testPathIgnorePatterns=conformance/(registry|act/)'] : [];
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.conformance.config.js',
    ...without,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env },
);
if (status !== 0) process.exit(status ?? 1);

// It takes long to build, so that is asked for by name.
const missing = explainMissing();
if (missing !== undefined) {
  console.log(`${missing}: verify did not meet a real Argo CD (npm run conformance:argocd).`);
} else {
  const script = join(root, 'scripts', 'conformance-argocd.mjs');
  process.exit(spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' }).status ?? 1);
}
