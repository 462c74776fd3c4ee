import { PromoteError } from '../base/errors.js';
import type { ImageReference } from '../base/image.js';
import type { Commit } from '../ports/gitops.js';
import type { Clock, Ports } from '../ports/runner.js';
import { targetAt } from '../promote/inputs/inputs.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import { findPromoted } from './history/later-commits.js';
import type { ArgoInputs } from './inputs.js';

/** How long a server may not tell what is asked at the beginning, in milliseconds. */
const PATIENCE = 60_000;

/** Until it is asked again, in milliseconds. */
const PAUSE = 3_000;

type SubjectPorts = Pick<Ports, 'openGitOpsRepository' | 'clock'>;

/** What of the run tells it. */
interface SubjectRequest {
  readonly image?: ImageResult;
  readonly promotion?: PromotionResult;
}

/** What has to be deployed, and where that is told. */
export interface Subject {
  readonly argocd: ArgoInputs;
  readonly commit: string;
  /** Whether the commit changed the image. */
  readonly isWritten: boolean;
  readonly image: ImageReference;
  readonly facts: Pick<ImageResult, 'sourceSha' | 'shortSha'>;
  readonly files: readonly string[];
}

/** The promotion of the same call, or what an earlier job has promoted. */
export async function findSubject(
  { image, promotion }: SubjectRequest,
  argocd: ArgoInputs,
  ports: SubjectPorts,
): Promise<Subject> {
  const [first] = promotion?.targets ?? [];
  const deployed = first?.image ?? image?.image;
  if (deployed === undefined) {
    throw new PromoteError(
      'invalid-input',
      'image: the verify step needs it, and this run does not know one. Give the image that was promoted.',
    );
  }
  const made = argocd.commit === undefined ? promotion?.commit?.sha : undefined;
  const { sha, message } =
    made === undefined ? await readCommit(argocd, ports) : { sha: made, message: '' };
  const promoted = findPromoted(message, deployed);
  const files = promotion?.targets.map(({ file }) => file) ?? [];
  const paths = argocd.place.targets.map(({ path }) => path);
  return {
    argocd,
    commit: sha,
    isWritten: made === undefined ? promoted !== undefined : promotion?.changed === true,
    image: promoted ?? deployed,
    facts: image ?? {},
    files: [...new Set(files.length > 0 ? files : paths)],
  };
}

/** A commit that was given has to be there; without one, the head of the branch holds the image. */
async function readCommit(
  { commit: given, place: { target } }: ArgoInputs,
  ports: SubjectPorts,
): Promise<Commit> {
  const at = given === undefined ? target : targetAt(target, given);
  const repository = await ports.openGitOpsRepository(at);
  const [head] = await readUntilTold(() => repository.readNewestCommits(1), ports.clock).catch(
    (error: unknown) => {
      const isAbsent =
        error instanceof PromoteError &&
        ['branch-not-found', 'path-not-found'].includes(error.code);
      if (given === undefined || !isAbsent) throw error;
      return [];
    },
  );
  if (head !== undefined && (given === undefined || head.sha === given)) return head;
  throw new PromoteError(
    'invalid-input',
    `gitops-commit: ${target.repository} has no commit ${given ?? ''}, or the token cannot see it. Give the output commit-sha of the job that promoted, and gitops-repository as it had it.`,
  );
}

/**
 * What a server does not tell for a moment is asked for again.
 * @throws PromoteError what it says for good, or after a minute.
 */
export async function readUntilTold<T>(read: () => Promise<T>, clock: Clock): Promise<T> {
  const end = clock.now() + PATIENCE;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof PromoteError) || !error.isTransient) throw error;
      const pause = Math.max(PAUSE, (error.retryAt ?? 0) - clock.date());
      if (clock.now() + pause > end) throw error;
      await clock.sleep(pause);
    }
  }
}
