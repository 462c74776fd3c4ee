/**
 * Verifies against a real Argo CD: `npm run conformance:argocd`. It needs Go, git, kubectl, etcd and
 * Redis. The first run builds Argo CD and a Kubernetes API server into `.cache/`, which takes ten to
 * twenty minutes of one processor.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installArgoCD } from './argocd.mjs';
import { installHelm } from './helm.mjs';
import { installKustomize } from './kustomize.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.argocd.config.js',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...installArgoCD(),
      KUSTOMIZE: installKustomize(),
      HELM: installHelm(),
    },
  },
);
process.exit(status ?? 1);
