// Runs git, the same on every machine: no configuration, identity or signature of the user's.

import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** git ended with another exit code than 0. */
export class GitError extends Error {
  /**
   * @param {readonly string[]} args
   * @param {number | null} exitCode
   * @param {string} stderr
   */
  constructor(args, exitCode, stderr) {
    super(`git ${args.join(' ')}: exit code ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/**
 * @typedef {object} GitOptions
 * @property {string | Uint8Array} [input] What git reads from its standard input.
 * @property {Readonly<Record<string, string>>} [env] Further variables.
 */

/**
 * @param {string} gitDir
 * @param {readonly string[]} args
 * @param {GitOptions} [options]
 * @returns {Promise<Buffer>} Its standard output.
 * @throws {GitError}
 */
export function runGit(gitDir, args, { input = '', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const git = spawn('git', args, {
      cwd: gitDir,
      env: { ...ENVIRONMENT, GIT_DIR: gitDir, ...env },
    });
    /** @type {Buffer[]} */
    const stdout = [];
    /** @type {Buffer[]} */
    const stderr = [];
    git.stdout.on('data', (/** @type {Buffer} */ chunk) => stdout.push(chunk));
    git.stderr.on('data', (/** @type {Buffer} */ chunk) => stderr.push(chunk));
    git.on('error', reject);
    git.on('close', (exitCode) => {
      if (exitCode === 0) resolve(Buffer.concat(stdout));
      else reject(new GitError(args, exitCode, Buffer.concat(stderr).toString()));
    });
    // git may end without reading all of its input; its exit code tells why.
    git.stdin.on('error', () => undefined);
    git.stdin.end(input);
  });
}

/**
 * @param {string} gitDir
 * @param {readonly string[]} args
 * @param {GitOptions} [options]
 * @returns {Promise<string>} Its standard output as text, without white space around it.
 * @throws {GitError}
 */
export async function readGit(gitDir, args, options) {
  return (await runGit(gitDir, args, options)).toString().trim();
}
