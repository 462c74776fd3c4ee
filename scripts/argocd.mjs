// A real Argo CD with what it needs: a Kubernetes API server, etcd and Redis, without a cluster.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGoProgram, runGo } from './go.mjs';

const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

/** v3.2.12 does not compile; from 3.3 on a module that it replaces is missing in its archive. */
const ARGOCD = { module: 'github.com/argoproj/argo-cd/v3', version: 'v3.2.11' };

/** Of the same release of the Kubernetes modules (v0.34) as that Argo CD. */
const KUBERNETES = { module: 'k8s.io/kubernetes', version: 'v1.34.2' };

/** Both are built with the same flags, so that the second finds half of it built. */
const FLAGS = ['-trimpath', '-ldflags', '-s -w'];

/** Debian's packages, and the programs in them. */
const DEBIAN = [
  { name: 'etcd-server', file: 'usr/bin/etcd' },
  { name: 'redis-server', file: 'usr/bin/redis-server' },
  { name: 'redis-tools', file: 'usr/bin/redis-check-rdb' },
];

/**
 * Paths of what the run needs, as the variables that it reads.
 * @typedef {{ ARGOCD: string, ARGOCD_MANIFESTS: string, KUBE_APISERVER: string, ETCD: string, REDIS: string }} Programs
 */

/** @returns {Programs | undefined} What is in the cache, when all of it is. */
export function findArgoCD() {
  const programs = programsOf();
  return Object.values(programs).every((path) => existsSync(path)) ? programs : undefined;
}

/** @returns {Programs} Builds what is not in the cache: about 1,300 seconds of one processor. */
export function installArgoCD() {
  installGoProgram({ name: 'argocd', version: ARGOCD.version, build: buildArgoCD });
  installGoProgram({
    name: 'kube-apiserver',
    version: KUBERNETES.version,
    build: buildApiServer,
  });
  for (const { name, file } of DEBIAN) installPackage(name, file);
  return programsOf();
}

function programsOf() {
  const argocd = join(CACHE, `argocd-${ARGOCD.version}`);
  const apiServer = join(CACHE, `kube-apiserver-${KUBERNETES.version}`);
  return {
    ARGOCD: join(argocd, 'argocd'),
    ARGOCD_MANIFESTS: join(argocd, 'manifests'),
    KUBE_APISERVER: join(apiServer, 'kube-apiserver'),
    ETCD: join(CACHE, 'debian', 'usr/bin/etcd'),
    REDIS: join(CACHE, 'debian', 'usr/bin/redis-server'),
  };
}

/**
 * @param {string} folder
 * @param {string} file
 */
function buildArgoCD(folder, file) {
  copyManifests(join(download(ARGOCD).Dir, 'manifests'), join(folder, 'manifests'));
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
  const modules = readFileSync(download(ARGOCD).GoMod, 'utf8').replace(
    /^module .*$/m,
    'module conformance',
  );
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

/**
 * Unpacks a package of Debian into the cache; nothing is installed.
 * @param {string} name
 * @param {string} file
 */
function installPackage(name, file) {
  const folder = join(CACHE, 'debian');
  if (existsSync(join(folder, file))) return;
  mkdirSync(folder, { recursive: true });
  const command = `apt-get download ${name} && dpkg -x ${name}_*.deb . && rm ${name}_*.deb`;
  const { status } = spawnSync('sh', ['-c', command], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
