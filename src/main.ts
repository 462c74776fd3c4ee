import { parseInputs } from './action/inputs.js';
import { renderOutputs } from './action/outputs.js';
import type { RunReport } from './action/report.js';
import { renderSummary } from './action/summary.js';
import { enterWorkspace, readRunnerEnvironment, type RunnerEnvironment } from './base/context.js';
import { asPromoteError } from './base/errors.js';
import type { SendRequest } from './ports/http.js';
import type { Ports } from './ports/runner.js';
import { run } from './run.js';
import {
  annotate,
  maskSecret,
  summary,
  writeDebug,
  writeLine,
  writeOutput,
} from './runner/commands.js';
import { actionsLogger, systemClock, systemRandom } from './runner/logger.js';

/** Inputs whose values never reach a log. */
const SECRET_INPUTS = [
  'token',
  'gitops-token',
  'registry-password',
  'argocd-token',
  'argocd-headers',
];

async function loadTransport(): Promise<SendRequest> {
  const transport = await import('./runner/http.js');
  return transport.openTransport(writeDebug);
}

/** What touches files or the network is loaded when it is used first. */
const ports: Ports = {
  logger: actionsLogger,
  clock: systemClock,
  random: systemRandom,
  files: {
    find: async (globs) => (await import('./runner/files.js')).findFiles(globs),
    open: async function* (path) {
      yield* (await import('./runner/files.js')).openFile(path);
    },
    listIn: async (directories) => (await import('./runner/files.js')).listFilesIn(directories),
    listAll: async () => (await import('./runner/files.js')).listAllFiles(),
  },
  checkout: {
    read: async (directory) => (await import('./runner/git.js')).readCheckout(directory),
  },
  changes: {
    diff: async (...given) => (await import('./runner/git.js')).readDiff(...given),
    contains: async (...given) => (await import('./runner/git.js')).hasCommit(...given),
    listFiles: async () => (await import('./runner/git.js')).listTrackedFiles(),
    listParents: async () => (await import('./runner/git.js')).listParents(),
  },
  openSourceRepository: async (target) => {
    const { GitHubSourceRepository } = await import('./github/source-repository.js');
    return new GitHubSourceRepository(target, writeDebug);
  },
  openGitOpsRepository: async (target) => {
    const { GitHubRepository } = await import('./github/repository.js');
    return new GitHubRepository(target, writeDebug);
  },
  openPullRequests: async (target) => {
    const { GitHubPullRequests } = await import('./github/pull-requests/pull-requests.js');
    return new GitHubPullRequests(target, writeDebug);
  },
  openArgoCD: async (target) => {
    const { RestArgoCD } = await import('./argocd/argocd.js');
    return new RestArgoCD(target, await loadTransport());
  },
  openEndpoints: async () => {
    const { probeEndpoint } = await import('./runner/endpoints.js');
    const send = await loadTransport();
    return { probe: (url, limit) => probeEndpoint(url, limit, send) };
  },
  openRegistry: async (target) => {
    const { RegistryClient } = await import('./registry/client.js');
    return new RegistryClient(target, await loadTransport());
  },
};

/**
 * A log has lines, so a secret of several is masked line by line. Lines of a bracket or so, as of a
 * key in JSON, are no secret, and masking them would make every log unreadable. Of a header its value
 * is one.
 */
function maskSecrets({ rawInputs }: RunnerEnvironment): void {
  for (const name of SECRET_INPUTS) {
    const lines = (rawInputs.get(name) ?? '').split(/\r?\n/).map((line) => line.trim());
    const isSecret = (line: string) => line.length > (lines.length > 1 ? 3 : 0);
    const header = name === 'argocd-headers' ? /^[^:]*:\s*/ : /^/;
    for (const line of lines.filter(isSecret)) maskSecret(line.replace(header, ''));
  }
}

async function perform(): Promise<RunReport> {
  try {
    const environment = readRunnerEnvironment();
    maskSecrets(environment);
    const { rawInputs } = environment;
    const context = enterWorkspace(environment.context);
    return await run(await parseInputs(rawInputs, context), context, ports);
  } catch (error) {
    return { failure: asPromoteError(error) };
  }
}

const report = await perform();

for (const [name, value] of Object.entries(renderOutputs(report))) writeOutput(name, value);

await summary
  .addRaw(renderSummary(report))
  .write()
  .catch(() => {
    writeLine('This runner keeps no job summaries.');
  });

if (report.failure) {
  annotate('error', report.failure.message);
  process.exitCode = 1;
}
