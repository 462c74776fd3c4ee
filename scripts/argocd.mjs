// A real Argo CD with what it needs: a Kubernetes API server, etcd and Redis, without a cluster.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGoProgram, runGo } from './go.mjs';

const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

/** From 3.6 on it needs Go 1.27. */
const ARGOCD = { module: 'github.com/argoproj/argo-cd/v3', version: 'v3.5.3' };

/**
 * The module of the same commit that its go.mod replaces by a folder, which the archive of a module that is
 * needed lacks. No later commit of 3.5 is published as a module, so v3.5.3 is the newest that builds.
 */
const ENGINE = {
  module: 'github.com/argoproj/argo-cd/gitops-engine',
  version: 'v0.0.0-20260914071520-c9c369efcc5b',
};

/** Of the same release of the Kubernetes modules (v0.36.1) as that Argo CD. */
const KUBERNETES = { module: 'k8s.io/kubernetes', version: 'v1.36.1' };

/** What a program of Argo CD starts by its name: it is looked for beside the program. */
const STARTED = 'git-verify-wrapper.sh';

/** Both are built with the same flags, so that the second finds half of it built. */
const FLAGS = ['-trimpath', '-ldflags', '-s -w'];

/** Debian's packages of programs that are not built, and the programs. */
const INSTALLED = [
  { name: 'etcd-server', program: 'etcd' },
  { name: 'redis-server', program: 'redis-server' },
  { name: 'kubectl', program: 'kubectl' },
];

/**
 * Paths of what the run needs, as the variables that it reads.
 * @typedef {{ ARGOCD: string, ARGOCD_MANIFESTS: string, KUBE_APISERVER: string }} Programs
 */

/** @returns {string | undefined} What keeps a run from being made at once; undefined when nothing does. */
export function explainMissing() {
  const isBuilt = Object.values(programsOf()).every((path) => existsSync(path));
  return isBuilt ? explainUninstalled() : 'No Argo CD is in .cache/';
}

/**
 * Builds what is not in the cache: ten to twenty minutes of one processor. Ends the process with a failure
 * where a program is not installed.
 * @returns {Programs}
 */
export function installArgoCD() {
  const missing = explainUninstalled();
  if (missing !== undefined) {
    console.error(`${missing}, and a real Argo CD needs them.`);
    process.exit(1);
  }
  installGoProgram({ name: 'argocd', version: ARGOCD.version, build: buildArgoCD });
  installGoProgram({
    name: 'kube-apiserver',
    version: KUBERNETES.version,
    build: buildApiServer,
  });
  return programsOf();
}

/** @returns {string} The folder of the definitions of its resources, which come with its source. */
export function downloadDefinitions() {
  return join(download(ARGOCD).Dir, 'manifests', 'crds');
}

function explainUninstalled() {
  const missing = INSTALLED.filter(
    ({ program }) => spawnSync(program, ['--version']).error !== undefined,
  );
  if (missing.length === 0) return undefined;
  const programs = missing.map(({ program }) => program).join(', ');
  const packages = missing.map(({ name }) => name).join(' ');
  return `Programs are not installed: ${programs} (apt-get install ${packages})`;
}

function programsOf() {
  const argocd = join(CACHE, `argocd-${ARGOCD.version}`);
  const apiServer = join(CACHE, `kube-apiserver-${KUBERNETES.version}`);
  return {
    ARGOCD: join(argocd, 'argocd'),
    ARGOCD_MANIFESTS: join(argocd, 'manifests'),
    KUBE_APISERVER: join(apiServer, 'kube-apiserver'),
  };
}

/**
 * @param {string} folder
 * @param {string} file
 */
function buildArgoCD(folder, file) {
  const source = download(ARGOCD).Dir;
  copyManifests(join(source, 'manifests'), join(folder, 'manifests'));
  writeFileSync(join(folder, STARTED), readFileSync(join(source, 'hack', STARTED)), {
    mode: 0o755,
  });
  buildProgram(folder, file, ARGOCD, 'cmd');
}

/**
 * Its own go.mod replaces modules by folders that the archive lacks; the modules of Argo CD fit.
 * @param {string} folder
 * @param {string} file
 */
function buildApiServer(folder, file) {
  buildProgram(folder, file, KUBERNETES, 'cmd/kube-apiserver');
}

/**
 * A module of its own needs the program, with the modules of Argo CD and their replacements: those of a
 * module that is needed do not hold.
 * @param {string} folder
 * @param {string} file
 * @param {{ module: string, version: string }} program
 * @param {string} command Its folder in the module.
 */
function buildProgram(folder, file, { module, version }, command) {
  const modules = readFileSync(download(ARGOCD).GoMod, 'utf8')
    .replace(/^module .*$/m, 'module conformance')
    .replace('=> ./gitops-engine', `=> ${ENGINE.module} ${ENGINE.version}`);
  writeFileSync(join(folder, 'go.mod'), `${modules}\nrequire ${module} ${version}\n`);
  runGo(['build', '-C', folder, '-mod=mod', ...FLAGS, '-o', file, `${module}/${command}`]);
}

/**
 * @param {{ module: string, version: string }} program
 * @returns {{ Dir: string, GoMod: string }} Where its source and its go.mod are.
 */
function download({ module, version }) {
  return JSON.parse(runGo(['mod', 'download', '-json', `${module}@${version}`]));
}

/**
 * The resource definitions and the base configuration.
 * @param {string} from
 * @param {string} to
 */
function copyManifests(from, to) {
  for (const part of ['crds', 'base/config']) {
    mkdirSync(join(to, part), { recursive: true });
    for (const name of readdirSync(join(from, part))) {
      // Without the mode: the module cache is read-only.
      if (name.endsWith('.yaml')) {
        writeFileSync(join(to, part, name), readFileSync(join(from, part, name)));
      }
    }
  }
}
