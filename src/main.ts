import * as core from '@actions/core';
import { actionsLogger } from './adapters/logger.js';
import { systemClock, systemRandom } from './adapters/system.js';
import { enterWorkspace, readRunnerEnvironment, type RunnerEnvironment } from './context.js';
import { asPromoteError } from './errors.js';
import { parseInputs } from './inputs.js';
import { renderOutputs } from './outputs.js';
import type { Ports } from './ports.js';
import type { Report } from './report.js';
import { run } from './run.js';
import { renderSummary } from './summary.js';

/** Inputs whose values never reach a log. */
const SECRET_INPUTS = ['token', 'gitops-token'];

/** What touches files or the network is loaded when it is used first. */
const ports: Ports = {
  logger: actionsLogger,
  clock: systemClock,
  random: systemRandom,
  files: {
    find: async (globs) => (await import('./adapters/files.js')).findFiles(globs),
    open: async function* (path) {
      yield* (await import('./adapters/files.js')).openFile(path);
    },
  },
  checkout: {
    read: async (directory) => (await import('./adapters/checkout.js')).readCheckout(directory),
  },
  changes: {
    diff: async (base) => (await import('./adapters/changes.js')).readDiff(base),
    listFiles: async () => (await import('./adapters/changes.js')).listTrackedFiles(),
  },
  openSourceRepository: async (target) => {
    const { RestSourceRepository } = await import('./adapters/source-repository.js');
    return new RestSourceRepository(target);
  },
  openGitOpsRepository: async (target) => {
    const { ApiRepository } = await import('./adapters/api-repository.js');
    return new ApiRepository(target);
  },
  openPullRequests: async (target) => {
    const { RestPullRequests } = await import('./adapters/rest-pull-requests.js');
    return new RestPullRequests(target);
  },
};

/** A log has lines, so a secret of several is masked line by line. */
function maskSecrets({ rawInputs }: RunnerEnvironment): void {
  for (const name of SECRET_INPUTS) {
    const lines = (rawInputs.get(name) ?? '').split(/\r?\n/).map((line) => line.trim());
    for (const line of lines.filter((text) => text !== '')) core.setSecret(line);
  }
}

async function perform(): Promise<Report> {
  try {
    const environment = readRunnerEnvironment();
    maskSecrets(environment);
    const { context, rawInputs } = environment;
    enterWorkspace(context);
    return await run(parseInputs(rawInputs, context), context, ports);
  } catch (error) {
    return { failure: asPromoteError(error) };
  }
}

const report = await perform();
for (const [name, value] of Object.entries(renderOutputs(report))) core.setOutput(name, value);
await core.summary
  .addRaw(renderSummary(report))
  .write()
  .catch(() => {
    core.info('This runner keeps no job summaries.');
  });
if (report.failure) core.setFailed(report.failure.message);
