/** Runs every bench, whatever the one before says: `npm run bench`. Exits with 1 when one failed. */
import { spawnSync } from 'node:child_process';

const PARTS = ['coverage', 'patch', 'bundle', 'contention', 'promotion'];

const failed = PARTS.filter((part) => {
  console.log(`\n${part}`);
  return spawnSync('npm', ['run', '--silent', `bench:${part}`], { stdio: 'inherit' }).status !== 0;
});

console.log(failed.length === 0 ? '\nEvery bound holds.' : `\nFailed: ${failed.join(', ')}`);
if (failed.length > 0) process.exitCode = 1;
