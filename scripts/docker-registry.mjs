// The real registry that the registry check is held against: Debian's docker-registry.

import { spawnSync } from 'node:child_process';

/**
 * Ends the process in CI when the program is not installed.
 * @returns {string | undefined} The name of the program; undefined on a machine without it.
 */
export function findDockerRegistry() {
  const program = process.env['DOCKER_REGISTRY'] ?? 'docker-registry';
  if (spawnSync(program, ['--version']).error === undefined) return program;
  console.error(
    'docker-registry is not installed (apt-get install docker-registry), so the registry check was not held against a real registry.',
  );
  if (process.env['CI'] === 'true') process.exit(1);
  return undefined;
}
