import type { Context, RunMode } from '../base/context.js';
import { isDeployable } from '../base/image.js';
import type { Ports, SourceRepository } from '../ports/runner.js';
import type { CheckPorts } from '../promote/check/step.js';
import { targetAt } from '../promote/inputs/inputs.js';
import type { PromotionResult } from '../promote/model/result.js';
import { findNotices } from '../promote/notices.js';
import { deliverPatiently } from '../promote/promote.js';
import {
  logResult,
  type PromoteStepPorts,
  runCheckStep,
  tolerateUnreadableInDryRun,
} from '../promote/step.js';
import type { ImageResult } from '../tag/result.js';
import { openFindCommit } from './goal/commit.js';
import type { RollbackInputs } from './inputs.js';
import { attemptRollback, type Findings, type RollbackPorts } from './rollback.js';
import { States } from './goal/states.js';

/** What the rollback step takes of the run. */
interface RollbackRequest extends RunMode {
  readonly rollback: RollbackInputs;
  /** The commit of the GitOps repository whose promotion is rolled back, and no other. */
  readonly broughtBy?: string;
}

/** What became of a rollback. */
interface RollbackOutcome {
  readonly result: PromotionResult;
  /** What was restored; absent when a dry run could not read the repository. */
  readonly image?: ImageResult;
}

type RollbackStepPorts = PromoteStepPorts & CheckPorts & Pick<Ports, 'openRegistry'>;

/** What a second run does depends on where the first one ended. */
const AGAIN =
  'If it is there, do not run the job again with rollback-to: previous, which would go one step further back.';

/**
 * Brings the targets back to what they asked for before, and tells the log what came of it. A problem
 * that came up when it was known what there is to change is part of the result.
 * @throws PromoteError `not-promoted` and `no-previous` with nothing written; what `checkImage` throws;
 *   and whatever reading, patching and writing refuse.
 */
export async function runRollbackStep(
  request: RollbackRequest,
  context: Context,
  ports: RollbackStepPorts,
): Promise<RollbackOutcome> {
  const { rollback: inputs, dryRun, broughtBy } = request;
  const { repository } = inputs.target;
  return ports.logger.group(`Roll back ${repository} (rollback-to: ${inputs.to})`, async () => {
    const findings: Findings = {};
    const opened = await openRollbackPorts(request, context, ports);
    const source = await opened.openSource(context.repository);
    const rollback = { inputs, context, dryRun, broughtBy };
    try {
      const result = await deliverPatiently(
        { inputs, again: AGAIN },
        async (tries) => attemptRollback({ rollback, findings, ...tries }, opened),
        { ...opened, source },
      );
      logResult(result, request, ports.logger);
      for (const notice of findNotices(result, inputs)) ports.logger.notice(notice);
      const { takenBack = { repository: context.repository, commits: [], count: 0 }, image } =
        findings;
      return { result: { ...result, takenBack }, image };
    } catch (error) {
      tolerateUnreadableInDryRun(error, { ...request, ...inputs }, ports.logger);
      const takenBack = { repository: context.repository, commits: [], count: 0 };
      return { result: { reason: 'dry-run', repository, targets: [], changed: false, takenBack } };
    }
  });
}

async function openRollbackPorts(
  { rollback: inputs, dryRun }: RollbackRequest,
  context: Context,
  ports: RollbackStepPorts,
): Promise<RollbackPorts> {
  const { target, sourceToken: token } = inputs;
  const { apiUrl } = context;
  const repository = await ports.openGitOpsRepository(target);
  const openAt = async (commit: string) => ports.openGitOpsRepository(targetAt(target, commit));
  const sources = new Map<string, Promise<SourceRepository>>();
  const openSource = async (name: string) => {
    const source =
      sources.get(name) ?? ports.openSourceRepository({ apiUrl, repository: name, token });
    sources.set(name, source);
    return source;
  };
  const checkImage = async (image: ImageResult) => {
    if (!isDeployable(image.image)) return image;
    // What the tag of a pinned image stands for by now does not matter: its digest is pulled.
    const pinned = { ...image, moves: true } as const;
    const check = { promote: inputs, image: pinned, imageInput: 'rollback-to', dryRun };
    const checked = await runCheckStep(check, context, ports);
    // The values are restored as they stood, so that no digest is added.
    return { ...image, ...checked.image, image: image.image };
  };
  const history = await ports.openSourceRepository(target);
  return {
    ...ports,
    repository,
    states: new States(openAt),
    openAt,
    findCommit: openFindCommit({ repository, history, openAt }),
    openSource,
    checkImage,
    pullRequests: await ports.openPullRequests(target),
  };
}
