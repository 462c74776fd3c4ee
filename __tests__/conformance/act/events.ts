/** What GitHub tells a workflow of its event. */
export interface Event {
  readonly name: string;
  readonly payload: object;
}

const repository = { full_name: 'org/repo', default_branch: 'main', fork: false };
const sender = { login: 'ada' };

/** A push to `main`. */
export function pushOf(sha: string): Event {
  const payload = {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: sha,
    deleted: false,
    head_commit: { id: sha },
    repository,
    sender,
  };
  return { name: 'push', payload };
}

/** A pull request whose head is that commit. */
export function pullRequestOf(sha: string, from = 'org/repo'): Event {
  const head = { sha, ref: 'feature', repo: { full_name: from, fork: from !== 'org/repo' } };
  const base = { ref: 'main', repo: repository };
  const payload = {
    action: 'synchronize',
    number: 7,
    pull_request: { number: 7, head, base },
    repository,
    sender,
  };
  return { name: 'pull_request', payload };
}

/** A workflow that somebody starts on `main`; GitHub tells every input as a text. */
export function dispatchOf(inputs: Readonly<Record<string, string>> = {}): Event {
  return {
    name: 'workflow_dispatch',
    payload: { ref: 'refs/heads/main', inputs, repository, sender },
  };
}
