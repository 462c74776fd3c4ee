import { parseInputs } from './action/inputs.js';
import { renderOutputs } from './action/outputs.js';
import type { RunReport } from './action/report.js';
import { renderSummary } from './action/summary.js';
import { enterWorkspace, readRunnerEnvironment, type RunnerEnvironment } from './base/context.js';
import { asPromoteError } from './base/errors.js';
import type { Ports } from './ports/runner.js';
import { run } from './run.js';
import { annotate, maskSecret, summary, writeLine, writeOutput } from './runner/commands.js';
import { actionsLogger, systemClock, systemRandom } from './runner/logger.js';

/** Inputs whose values never reach a log. */
const SECRET_INPUTS = ['token', 'gitops-token', 'argocd-token', 'argocd-headers'];

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
  },
  checkout: {
    read: async (directory) => (await import('./runner/git.js')).readCheckout(directory),
  },
  changes: {
    diff: async (base) => (await import('./runner/git.js')).readDiff(base),
    listFiles: async () => (await import('./runner/git.js')).listTrackedFiles(),
  },
  openSourceRepository: async (target) => {
    const { GitHubSourceRepository } = await import('./github/source-repository.js');
    return new GitHubSourceRepository(target);
  },
  openGitOpsRepository: async (target) => {
    const { GitHubRepository } = await import('./github/repository.js');
    return new GitHubRepository(target);
  },
  openPullRequests: async (target) => {
    const { GitHubPullRequests } = await import('./github/pull-requests/pull-requests.js');
    return new GitHubPullRequests(target);
  },
  openArgoCD: async (target) => {
    const { RestArgoCD } = await import('./argocd/argocd.js');
    return new RestArgoCD(target);
  },
  openEndpoints: async () => {
    const { probeEndpoint } = await import('./runner/endpoints.js');
    return { probe: probeEndpoint };
  },
};

/** A log has lines, so a secret of several is masked line by line; of a header its value alone. */
function maskSecrets({ rawInputs }: RunnerEnvironment): void {
  for (const name of SECRET_INPUTS) {
    const lines = (rawInputs.get(name) ?? '').split(/\r?\n/).map((line) => line.trim());
    const header = name === 'argocd-headers' ? /^[^:]*:\s*/ : /^/;
    const secrets = lines.map((line) => line.replace(header, ''));
    for (const secret of secrets.filter((text) => text !== '')) maskSecret(secret);
  }
}

async function perform(): Promise<RunReport> {
  try {
    const environment = readRunnerEnvironment();
    maskSecrets(environment);
    const { context, rawInputs } = environment;
    enterWorkspace(context);
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
