/**
 * What each code of the output `reason` means and what helps, as docs/reference.md shows it. The type
 * holds the list complete: a code of errors.ts that is not explained here does not compile.
 *
 * @typedef {import('../src/base/errors.js').ErrorCode} ErrorCode
 * @typedef {object} Explanation
 * @property {string} means
 * @property {string} cure
 */

/** @type {Readonly<Record<ErrorCode, Explanation>>} */
export const ERROR_CODES = {
  'invalid-input': {
    means: 'One or more inputs are wrong; each is named with what was expected and given.',
    cure: 'Correct them.',
  },
  'invalid-context': {
    means: 'A variable or the payload of the event is not as every runner sets it.',
    cure: 'Outside a runner, set `GITHUB_REPOSITORY`, `GITHUB_SHA` and `GITHUB_EVENT_NAME`, which tags and promotions need.',
  },
  'coverage-failed': {
    means: 'A coverage gate does not hold; the message lists all that fail, and what is missing.',
    cure: 'Cover them, or lower `coverage-min`.',
  },
  'coverage-unknown': {
    means:
      'A pattern matched no report, a report is empty, cannot be parsed, or lacks the metric; or the checkout lacks the base of the changed lines.',
    cure: 'Correct `coverage-files`, or check out with `fetch-depth: 0`; `coverage-on-missing` decides whether this fails.',
  },
  'no-image': {
    means:
      'No rule of `tags` gave a tag on this event; or what `promote-from` reads is not what is rendered.',
    cure: 'Add a rule that always does, such as `type=sha`; or what the message names.',
  },
  'moving-tag': {
    means:
      'The tag is given to image after image (`latest`, `edge`, `1.2`, a branch name) and there is no digest; or it was promoted for another commit.',
    cure: 'Promote a tag with the commit in it, give `digest`, or set `pin-digest`.',
  },
  'token-invalid': {
    means: 'The server does not accept the token.',
    cure: 'Renew the secret.',
  },
  'token-forbidden': {
    means: 'The token may not read, or not write.',
    cure: 'Give it "Contents: Read and write" on the GitOps repository, with `mode: pull-request` also "Pull requests: Read and write"; authorise it for single sign-on.',
  },
  'repository-not-found': {
    means: 'The GitOps repository does not exist, or the token cannot see it.',
    cure: 'Correct `gitops-repository`, or give the token access.',
  },
  'branch-not-found': {
    means: '`gitops-branch` does not exist.',
    cure: 'Create it, or correct the name.',
  },
  'path-not-found': {
    means:
      'There is no such directory or file; the message lists what is there, and asks for what may be meant.',
    cure: 'Correct `kustomization`, `values` or `targets`.',
  },
  'path-ambiguous': {
    means: 'The directory holds two kustomizations.',
    cure: 'Remove one, as kustomize refuses both.',
  },
  'unsupported-file': {
    means: 'A symbolic link or a submodule, or a file that is not UTF-8.',
    cure: 'Name the file itself.',
  },
  'invalid-yaml': {
    means: 'The file is not YAML; line and column are named.',
    cure: 'Correct it in the GitOps repository.',
  },
  'not-a-kustomization': {
    means: 'The file is something else, such as a `Kustomization` of Flux.',
    cure: 'Correct `kustomization`, or use the item of `targets` that the message shows.',
  },
  'entry-not-found': {
    means: 'No entry of `images` matches, or a path leads nowhere; what is there is listed.',
    cure: 'Correct `image-name` or the path, or set `create-missing: true`.',
  },
  'entry-ambiguous': {
    means: 'Several entries, items of a list or documents match.',
    cure: 'Give `image-name`, the index or `document`, or merge the entries.',
  },
  'unsafe-edit': {
    means:
      'The value cannot be changed alone, as behind an alias; or another value of the file decides what is deployed.',
    cure: 'Write the value out in the file; or do what the message names.',
  },
  'read-refused': {
    means: 'The server refuses a read for a reason that is not known; the message tells it.',
    cure: 'As the message says.',
  },
  'write-refused': {
    means:
      'Branch protection, a ruleset or an archived repository refuses the write; or auto-merge is not allowed, and the pull request is open.',
    cure: "As the message says: set `mode: pull-request`, let the token's owner bypass the rule, or allow auto-merge.",
  },
  'branch-occupied': {
    means:
      'The branch of the pull request holds commits that no promotion of these targets has made, or a pull request asks to merge it elsewhere.',
    cure: 'Move them to another branch, or give another `pull-request-branch`.',
  },
  stale: {
    means:
      'A newer commit is deployed already, or an open pull request asks for it. With `stale: skip` the run succeeds all the same.',
    cure: 'Nothing, if a newer run overtook this one; to go back, start a run by hand with `stale: allow` or `rollback-to`.',
  },
  'order-unknown': {
    means:
      'The source repository has both commits and does not compare them, or the history of the file is not shown, so it is not known which is newer; nothing was committed.',
    cure: 'Run again; where you know the order, set `stale: allow`.',
  },
  conflict: {
    means:
      'The branch kept moving for as long as `retry-timeout` allows; nothing was committed to it.',
    cure: 'Run again, or raise `retry-timeout`.',
  },
  unavailable: {
    means:
      'The server did not answer for as long as `retry-timeout` allows, or its rate limit is used up; nothing was committed.',
    cure: 'Run again, when the message says.',
  },
  'outcome-unknown': {
    means:
      'A write got no answer, and it could not be learned whether it landed: its commit was not seen, and what the server shows may be older.',
    cure: 'Look for the `Promotion-Id`; running again is safe.',
  },
  'rolled-back': {
    means:
      'The commit was taken back before, or is older than one that was, or `after-rollback: hold` holds it; or a later commit took it back before it was verified. With `stale: skip` a promotion that is kept back succeeds all the same.',
    cure: 'Promote a newer commit that corrects what was wrong, or revert it in the source; to insist, set `stale: allow`.',
  },
  'not-promoted': {
    means:
      'What is to be rolled back is not deployed: no promotion has brought what the target asks for, or the targets ask for different images, or would go back to different ones; nothing was rolled back.',
    cure: 'Set `rollback-to` to a tag, an image or a commit; or roll the targets back one by one.',
  },
  'no-previous': {
    means:
      'The history of the file tells of nothing to go back to: there was nothing before, it lies behind the last 100 commits, or the file was renamed; nothing was rolled back.',
    cure: 'Set `rollback-to` to a commit of the GitOps repository; or promote the older image with `stale: allow`.',
  },
  'not-watched': {
    means:
      'The Application does not watch the GitOps repository, or not at the branch that was promoted to; the message names what it watches.',
    cure: 'Correct `argocd-applications`, `gitops-repository` or `gitops-branch`.',
  },
  'not-synced': {
    means:
      'Argo CD has not applied the commit within `sync-timeout`; the message names what was seen last and what stands in the way.',
    cure: 'As the message says: correct the Application, or raise `sync-timeout`.',
  },
  'not-deployed': {
    means:
      'The commit is applied, and the image runs nowhere in the Application, or not where it is to; the message names what it builds beside what was changed.',
    cure: 'Change the image in what the Application builds.',
  },
  'sync-failed': {
    means:
      'The sync of the commit failed, and no retry is left; or Argo CD refuses the sync that `argocd-sync` asks for.',
    cure: 'Correct what the message names.',
  },
  'auto-sync-off': {
    means: 'The Application has seen the commit, and nothing applies it.',
    cure: 'Set `argocd-sync: true`, or turn auto-sync on.',
  },
  unhealthy: {
    means:
      'The Application or a Pod of the image has been degraded for 60 seconds, or is not healthy at `verify-timeout`.',
    cure: 'Look at its events and logs, or raise `verify-timeout`.',
  },
  suspended: {
    means:
      'Something in the Application still waits for a person at `verify-timeout`, such as a paused rollout.',
    cure: 'Resume it, or raise `verify-timeout`.',
  },
  'app-error': {
    means: 'The Application has had an InvalidSpecError or ComparisonError for 60 seconds.',
    cure: 'Correct the Application, or the manifests that it names.',
  },
  'argocd-denied': {
    means: 'Argo CD does not accept the token, or does not show the Application to it.',
    cure: 'Renew the token, or give its role `applications, get`; correct the name, namespace and project.',
  },
  'argocd-unavailable': {
    means: 'Argo CD does not answer, or something else does in its place.',
    cure: 'As the message says: correct `argocd-server`, or give `argocd-ca` or `argocd-headers`; run the job where Argo CD can be reached.',
  },
  'endpoint-failed': {
    means:
      'An address of `health-url` did not answer 2xx three times in a row within 30 seconds, or what `verify-timeout` had left.',
    cure: 'As the message says: look at the logs of what serves it, and whether the runner reaches it.',
  },
  'image-missing': {
    means: 'The registry does not hold the image, or not all of it.',
    cure: 'Push it first; let the job that promotes need the one that pushes.',
  },
  'image-moved': {
    means: 'The tag stands for another digest than the one that is promoted.',
    cure: 'Promote the image of the newer push, or give each build a tag of its own.',
  },
  'image-mismatch': {
    means: 'The image says that it was built from another commit of this repository.',
    cure: 'Promote the image of this commit; if it was only tagged again, give `source-sha` the commit that it was built from.',
  },
  'platform-missing': {
    means: 'The image lacks a platform of `image-platforms`; those that it has are listed.',
    cure: 'Build it for that platform too.',
  },
  'registry-denied': {
    means:
      'The registry does not show the image to this job, so it is not known whether it is there.',
    cure: 'As the message says for this registry; see [registry.md](registry.md).',
  },
  'registry-unavailable': {
    means:
      'The registry did not answer for as long as `retry-timeout` allows, or not as registries do.',
    cure: 'As the message says; else run the job again.',
  },
  internal: {
    means: 'A defect of this action.',
    cure: 'Report it.',
  },
};

/**
 * What the promotion came to, where it did not fail.
 *
 * @type {Readonly<Record<
 *   Exclude<import('../src/promote/model/result.js').PromotionResult['reason'], 'failed'>,
 *   string
 * >>}
 */
export const OUTCOMES = {
  promoted: 'The commit is in the GitOps repository, by this run or merged by it.',
  unchanged: 'The files ask for this image already; nothing was written.',
  stale: 'A newer commit is deployed already, or asked for; nothing was written.',
  'rolled-back':
    'The commit was taken back before, or is older than one that was, or `after-rollback: hold` holds it; nothing was written.',
  'dry-run': 'Nothing was written; `would-change` and the summary tell what would have been.',
  'pull-request': 'The pull request is open, and asks for this image.',
};
