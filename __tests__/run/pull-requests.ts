import { GITOPS, type Scene } from './scene.js';

/** The branch of a pull request of `one`. */
export const BRANCH = 'promote/app/main';

export const one = { kustomization: 'app/base', 'image-name': 'app', mode: 'pull-request' };

export interface Listed {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly labels: readonly { readonly name: string }[];
  readonly requested_teams: readonly { readonly slug: string }[];
  readonly auto_merge: { readonly merge_method: string } | null;
}

/** All pull requests, open or not, as GitHub lists them. */
export async function listPulls({ standIn, token }: Scene): Promise<readonly Listed[]> {
  const response = await fetch(`${standIn.url}/repos/${GITOPS}/pulls?state=all`, {
    headers: { authorization: `token ${token}` },
  });
  return (await response.json()) as readonly Listed[];
}

export async function listBranches({ gitops }: Scene): Promise<readonly string[]> {
  const output = await gitops.git('for-each-ref', '--format=%(refname:short)', 'refs/heads');
  return output.split('\n');
}
