import { PromoteError } from '../../base/errors.js';
import type { GitOpsRepository } from '../../ports/gitops.js';
import type { SourceRepository } from '../../ports/runner.js';
import type { SearchPorts } from './search.js';
import type { Scene } from './site.js';

interface CommitPorts {
  readonly repository: Pick<GitOpsRepository, 'name' | 'readNewestCommits'>;
  /** The GitOps repository as one of commits. */
  readonly history: Pick<SourceRepository, 'resolveCommit' | 'compareCommits'>;
  readonly openAt: (commit: string) => Promise<Pick<GitOpsRepository, 'readFileHistories'>>;
}

/**
 * Looks commits of the GitOps repository up, which have to be in the history of the branch: what is
 * elsewhere was never deployed from it.
 */
export function openFindCommit({ repository, history, openAt }: CommitPorts) {
  return ({ snapshot }: Pick<Scene, 'snapshot'>): SearchPorts['findCommit'] =>
    async (abbreviation, path) => {
      const sha = await history.resolveCommit(abbreviation);
      if (sha === undefined) return undefined;
      const head = snapshot.head ?? (await repository.readNewestCommits(1))[0]?.sha ?? sha;
      const { relation } = await history.compareCommits(sha, head);
      if (relation !== 'ahead' && relation !== 'identical') {
        throw new PromoteError(
          'no-previous',
          `rollback-to: ${sha} is a commit of ${repository.name}, but not known to be in the history of ${snapshot.branch ?? 'the branch'}. Nothing was rolled back. Give a commit of that branch.`,
        );
      }
      const commits = await (await openAt(sha)).readFileHistories([path], 1);
      const changedBy = commits.get(path)?.[0]?.sha;
      return { sha, ...(changedBy !== undefined && { changedBy }) };
    };
}
