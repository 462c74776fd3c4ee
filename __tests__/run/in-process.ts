import { renderOutputs } from '../../src/action/outputs.js';
import { parseInputs } from '../../src/action/inputs.js';
import { RestArgoCD } from '../../src/argocd/argocd.js';
import type { RunReport } from '../../src/action/report.js';
import { renderSummary } from '../../src/action/summary.js';
import { readRunnerEnvironment } from '../../src/base/context.js';
import { asPromoteError } from '../../src/base/errors.js';
import { GitHubPullRequests } from '../../src/github/pull-requests/pull-requests.js';
import { GitHubRepository } from '../../src/github/repository.js';
import { GitHubSourceRepository } from '../../src/github/source-repository.js';
import type { Clock, Logger, Ports } from '../../src/ports/runner.js';
import { RegistryClient } from '../../src/registry/client.js';
import { run } from '../../src/run.js';
import { probeEndpoint } from '../../src/runner/endpoints.js';
import { listAllFiles, listFilesIn, openFile } from '../../src/runner/files.js';
import {
  hasCommit,
  listParents,
  listTrackedFiles,
  readCheckout,
  readDiff,
} from '../../src/runner/git.js';
import { systemRandom } from '../../src/runner/logger.js';
import { CommandLog } from '../fakes/logger.js';
import { openTransport } from '../../src/runner/http.js';
import { InstantClock } from '../fakes/time.js';
import { renderVariables, type ActionCall, type ActionResult } from '../stand-in/run-action.mjs';

/**
 * The action in this process: what `src/main.ts` does with the same ports, but for the log, which is
 * kept, the clock, on which by default no wait takes time, and the globs of coverage reports, which
 * are absolute paths here. It stays in the current directory, since several may run at once.
 */
export async function runInProcess(
  call: ActionCall,
  clock: Clock = new InstantClock(),
): Promise<ActionResult> {
  const log = new CommandLog(call.env?.['RUNNER_DEBUG'] === '1');
  const report = await perform(call, log, clock);
  if (report.failure) log.error(report.failure.message);
  return {
    exitCode: report.failure ? 1 : 0,
    stdout: log.text,
    stderr: '',
    outputs: Object.fromEntries(Object.entries(renderOutputs(report))),
    summary: renderSummary(report),
  };
}

async function perform(call: ActionCall, logger: Logger, clock: Clock): Promise<RunReport> {
  try {
    const { context: bare, rawInputs } = readRunnerEnvironment(renderVariables(call));
    const context = { ...bare, payload: call.event.payload };
    return await run(await parseInputs(rawInputs, context), context, wirePorts(logger, clock));
  } catch (error) {
    return { failure: asPromoteError(error) };
  }
}

function wirePorts(logger: Logger, clock: Clock): Ports {
  const debug = (message: string) => {
    logger.debug(message);
  };
  const send = openTransport(debug);
  return {
    logger,
    clock,
    random: systemRandom,
    files: {
      find: (paths) => Promise.resolve(paths),
      open: openFile,
      listIn: listFilesIn,
      listAll: listAllFiles,
    },
    checkout: { read: readCheckout },
    changes: { diff: readDiff, contains: hasCommit, listFiles: listTrackedFiles, listParents },
    openSourceRepository: (target) => Promise.resolve(new GitHubSourceRepository(target, debug)),
    openGitOpsRepository: (target) => Promise.resolve(new GitHubRepository(target, debug)),
    openPullRequests: (target) => Promise.resolve(new GitHubPullRequests(target, debug)),
    openArgoCD: (target) => Promise.resolve(new RestArgoCD(target, send)),
    openEndpoints: () =>
      Promise.resolve({ probe: (url, limit) => probeEndpoint(url, limit, send) }),
    openRegistry: (target) => Promise.resolve(new RegistryClient(target, send)),
  };
}
