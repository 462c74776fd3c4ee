import { PromoteError } from '../base/errors.js';
import type { ImageReference } from '../base/image.js';
import type { Ports } from '../ports/runner.js';
import { targetAt } from '../promote/inputs/inputs.js';
import type { PromotionResult } from '../promote/model/result.js';
import type { ImageResult } from '../tag/result.js';
import type { ArgoInputs } from './inputs.js';

type SubjectPorts = Pick<Ports, 'openGitOpsRepository'>;

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
  const isOfCall = argocd.commit === undefined;
  const commit = argocd.commit ?? promotion?.commit?.sha;
  const files = promotion?.targets.map(({ file }) => file) ?? [];
  const paths = argocd.place.targets.map(({ path }) => path);
  return {
    argocd,
    commit: isOfCall && commit !== undefined ? commit : await readCommit(commit, argocd, ports),
    isWritten: isOfCall && promotion?.changed === true,
    image: deployed,
    facts: image ?? {},
    files: [...new Set(files.length > 0 ? files : paths)],
  };
}

/** A commit that was given has to be there; without one, the head of the branch holds the image. */
async function readCommit(
  given: string | undefined,
  { place: { target } }: ArgoInputs,
  ports: SubjectPorts,
): Promise<string> {
  const at = given === undefined ? target : targetAt(target, given);
  const repository = await ports.openGitOpsRepository(at);
  const [head] = await repository.readNewestCommits(1).catch((error: unknown) => {
    const isAbsent =
      error instanceof PromoteError && ['branch-not-found', 'path-not-found'].includes(error.code);
    if (given === undefined || !isAbsent) throw error;
    return [];
  });
  if (head !== undefined && (given === undefined || head.sha === given)) return head.sha;
  throw new PromoteError(
    'invalid-input',
    `gitops-commit: ${target.repository} has no commit ${given ?? ''}, or the token cannot see it. Give the output commit-sha of the job that promoted, and gitops-repository as it had it.`,
  );
}
