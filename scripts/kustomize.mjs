/** The real kustomize that this project is compared with: built once, in a pinned version, with Go. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const KUSTOMIZE_VERSION = 'v5.8.1';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', `kustomize-${KUSTOMIZE_VERSION}`);

/**
 * Builds kustomize unless that was done before. Without Go it ends the process: with success on a
 * person's machine, which skips the comparison, and with failure in CI.
 * @returns {string} The path of the program.
 */
export function installKustomize() {
  const path = join(folder, process.platform === 'win32' ? 'kustomize.exe' : 'kustomize');
  if (existsSync(path)) return path;
  if (spawnSync('go', ['version']).error !== undefined) {
    const isCi = process.env.CI === 'true';
    console.error(
      `Go is not installed, so nothing was compared with kustomize ${KUSTOMIZE_VERSION}.`,
    );
    process.exit(isCi ? 1 : 0);
  }
  console.log(`Building kustomize ${KUSTOMIZE_VERSION} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    'go',
    ['install', `sigs.k8s.io/kustomize/kustomize/v5@${KUSTOMIZE_VERSION}`],
    { cwd: root, stdio: 'inherit', env: { ...process.env, GOBIN: folder } },
  );
  if (status !== 0) process.exit(1);
  return path;
}
