/**
 * Verifies against a real Argo CD, and runs the example's pipeline under act against it: `npm run
 * conformance:argocd`. It needs Go, git, kubectl, Debian's packages of etcd and Redis, and for act what
 * `npm run conformance` needs. The first run builds Argo CD and a Kubernetes API server into `.cache/`,
 * which takes about twelve minutes on two idle processors.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installAct } from './act.mjs';
import { installArgoCD } from './argocd.mjs';
import { findDockerRegistry } from './docker-registry.mjs';
import { installHelm } from './helm.mjs';
import { installKustomize } from './kustomize.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const registry = findDockerRegistry();
const env = {
  ...process.env,
  ...installArgoCD(),
  ...installAct(),
  KUSTOMIZE: installKustomize(),
  HELM: installHelm(),
  ...(registry !== undefined && { DOCKER_REGISTRY: registry }),
};
/** What needs a registry. */
const without = registry === undefined ? ['--testPathIgnorePatterns=argocd/act'] : [];
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.argocd.config.js',
    ...without,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env },
);
process.exit(status ?? 1);
