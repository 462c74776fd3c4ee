/** The two ways to promote an image that the bench compares. */
import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { runAction } from '../../__tests__/stand-in/run-action.mjs';
import { IMAGE, IMAGE_NAME, OVERLAY } from './promotion-manifests.mjs';
import { GITOPS, GITOPS_TOKEN, RUN_TOKEN, SOURCE } from './promotion-servers.mjs';

/**
 * Promotes the image of a commit with the server of the address, from an empty folder. Throws when it
 * fails.
 * @typedef {(place: { url: string, folder: string }, commit: string) => Promise<void>} Way
 */

/** @param {string} commit */
export function computeTag(commit) {
  return `main-${commit.slice(0, 7)}`;
}

/** @type {Way} */
export async function promoteByAction({ url, folder }, commit) {
  const { exitCode, stdout, outputs } = await runAction({
    inputs: {
      steps: 'promote',
      image: `${IMAGE}:${computeTag(commit)}`,
      'source-sha': commit,
      'gitops-repository': GITOPS,
      'gitops-token': GITOPS_TOKEN,
      kustomization: OVERLAY,
      'image-name': IMAGE_NAME,
    },
    githubToken: RUN_TOKEN,
    workspace: folder,
    apiUrl: url,
    event: { name: 'push', payload: { after: commit } },
    env: { GITHUB_REPOSITORY: SOURCE, GITHUB_REF: 'refs/heads/main', GITHUB_SHA: commit },
  });
  if (exitCode !== 0 || outputs['changed'] !== 'true') throw new Error(`The action:\n${stdout}`);
}

/** The lines as teams write them; the runner starts a step's script with the same options of bash. */
const SCRIPT = `
git clone --depth 1 "$URL" repo
cd "repo/$OVERLAY"
kustomize edit set image "$NAME=$IMAGE:$TAG"
git commit -am "chore($NAME): promote $TAG"
git push
`;

/**
 * @param {string} kustomize Path of the program.
 * @returns {Way}
 */
export function makeShellWay(kustomize) {
  return async ({ url, folder }, commit) => {
    await runScript(folder, {
      PATH: `${dirname(kustomize)}${delimiter}${process.env['PATH']}`,
      URL: `${url}/${GITOPS}.git`,
      OVERLAY,
      NAME: IMAGE_NAME,
      IMAGE,
      TAG: computeTag(commit),
    });
  };
}

/**
 * @param {string} cwd
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<void>}
 */
function runScript(cwd, env) {
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', SCRIPT], {
      cwd,
      env: {
        HOME: cwd,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let written = '';
    shell.stdout.setEncoding('utf8').on('data', (text) => (written += text));
    shell.stderr.setEncoding('utf8').on('data', (text) => (written += text));
    shell.on('error', reject);
    shell.on('close', (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new Error(`The shell ended with exit code ${exitCode}:\n${written}`));
    });
  });
}
