import type { Refusal, RefusalRule } from './refusal.js';

/** Refusals that are about what a token may do, and about what is there. */
export const ACCESS_RULES: readonly RefusalRule[] = [
  {
    when: 'The token is not authorised for single sign-on of the organisation',
    status: [403],
    type: ['FORBIDDEN'],
    header: ['x-github-sso', /required/],
    code: 'token-forbidden',
    explain: explainSingleSignOn,
  },
  {
    when: 'The organisation enforces SAML, and the token is not authorised for it',
    message: /SAML enforcement/i,
    code: 'token-forbidden',
    explain: explainSingleSignOn,
  },
  {
    when: 'The organisation allows certain network addresses only',
    message: /IP allow list/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository }) =>
      `${tokenInput}: the organisation that owns ${repository} does not let this runner's address in. Add it to the organisation's IP allow list, or use a runner that is on it.`,
  },
  {
    when: 'The organisation takes no token that lives for so long',
    message: /token's lifetime/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the organisation that owns ${repository} takes no token that lives for so long (${message}). Give the token an earlier end in its settings.`,
  },
  {
    when: 'The organisation takes no classic tokens, or no fine-grained ones',
    message: /forbids access via a (?:fine-grained )?personal access token/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the organisation that owns ${repository} takes no token of this kind (${message}). Use the token of a GitHub App that is installed there, or the other kind of personal access token.`,
  },
  {
    when: 'The owner of the token is managed by an enterprise, to which the repository does not belong',
    message: /enterprise managed user/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the owner of this token is managed by an enterprise, and may not work outside of it (${message}). Use a token of somebody else, or of a GitHub App that is installed on ${repository}.`,
  },
  {
    when: 'The server has no mutation createCommitOnBranch (an old GitHub Enterprise Server)',
    message: /'createCommitOnBranch' doesn't exist|CreateCommitOnBranchInput isn't a defined/i,
    code: 'invalid-input',
    explain: () =>
      'commit-api: the server is too old to commit through GraphQL: it has no createCommitOnBranch. Set commit-api: contents and promote the files one by one.',
  },
  {
    when: 'The file is larger than the API returns',
    action: 'read',
    status: [403],
    message: /too large/i,
    code: 'unsupported-file',
    explain: ({ path, message }) =>
      `${path}: expected at most 1 MiB, and the server does not even return it (${message}). Split the file, or name another.`,
  },
  {
    when: 'The repository is archived',
    status: [403],
    type: ['UNPROCESSABLE', 'FORBIDDEN'],
    message: /archived/i,
    code: 'write-refused',
    explain: explainArchived,
  },
  {
    when: 'The repository is archived (Gitea, Forgejo)',
    status: [423],
    code: 'write-refused',
    explain: explainArchived,
  },
  {
    when: 'The repository is empty',
    message: /repository is empty/i,
    code: 'branch-not-found',
    explain: ({ repository }) =>
      `gitops-repository: ${repository} is empty, so it has no branch yet. Push the manifests first.`,
  },
  {
    when: 'The branch is not there',
    status: [404],
    type: ['NOT_FOUND'],
    message:
      /no commit found for the ref|branch .*not found|branch does not exist|object does not exist \[id: .+, rel_path: \]/i,
    code: 'branch-not-found',
    explain: explainNoBranch,
  },
  {
    when: 'The file was deleted since it was read (Gitea, Forgejo)',
    action: 'write',
    status: [404],
    message: /object does not exist/i,
    code: 'conflict',
    explain: ({ repository, path, message }) =>
      `Somebody else wrote first: ${path} in ${repository} is not as it was read (${message}).`,
  },
  {
    when: 'The repository is not there, or the token cannot see it (GraphQL)',
    type: ['NOT_FOUND'],
    message: /could not resolve to a repository/i,
    code: 'repository-not-found',
    explain: explainInvisible,
  },
  {
    when: 'GITHUB_TOKEN cannot write to another repository, or an App has no permission to write',
    action: 'write',
    status: [403],
    type: ['FORBIDDEN'],
    message: /not accessible by integration/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token may not write to ${repository} (${message}). GITHUB_TOKEN can only write to the repository of its own workflow, with "permissions: contents: write"; for another one, use the token of a GitHub App that is installed there with "Contents: Read and write", or a fine-grained token.`,
  },
  {
    when: 'A fine-grained token has no permission to write',
    action: 'write',
    status: [403],
    type: ['FORBIDDEN'],
    message: /not accessible by personal access token/i,
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token can read ${repository} but not write to it (${message}). Edit the fine-grained token: select the repository, and give it "Contents: Read and write".`,
  },
  {
    when: 'A classic token lacks the scope, or its owner may not write (GraphQL)',
    action: 'write',
    type: ['FORBIDDEN'],
    message: /does not have the correct permissions/i,
    code: 'token-forbidden',
    explain: explainReadOnly,
  },
  {
    when: 'The token may not write, for another reason',
    action: 'write',
    status: [403],
    type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token may not write to ${repository} (${message}). Give it "Contents: Read and write" there.`,
  },
  {
    when: 'A classic token lacks the scope, or its owner may not write (REST)',
    action: 'write',
    status: [404],
    code: 'token-forbidden',
    explain: explainReadOnly,
  },
  {
    when: 'The token may not read the repository',
    action: 'read',
    status: [403],
    type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
    code: 'token-forbidden',
    explain: ({ tokenInput, repository, message }) =>
      `${tokenInput}: the token may not read ${repository} (${message}). Give it "Contents: Read and write" there.`,
  },
  {
    when: 'The repository is not there, the App is not installed on it, or GITHUB_TOKEN is to read another private one',
    action: 'read',
    root: true,
    status: [404],
    code: 'repository-not-found',
    explain: explainInvisible,
  },
  {
    when: 'The path is not there',
    action: 'read',
    status: [404],
    code: 'path-not-found',
    explain: ({ repository, branch, path }) =>
      `${repository} has no ${JSON.stringify(path)} on ${nameBranch(branch)}.`,
  },
];

/**
 * What a branch is called in messages; absent is the default one.
 * @param name Its name, where that of the default one is known.
 */
export function nameBranch(branch: string | undefined, name?: string): string {
  if (branch !== undefined) return `branch ${branch}`;
  return `its default branch${name === undefined ? '' : ` (${name})`}`;
}

function explainNoBranch({ repository, branch, defaultBranch }: Refusal): string {
  if (branch === undefined) {
    return `gitops-branch: ${repository} does not have the branch that it calls its default. Push the manifests to it, or name a branch that is there.`;
  }
  const named = defaultBranch === undefined ? '' : ` Its default branch is ${defaultBranch}.`;
  return `gitops-branch: ${repository} has no branch ${JSON.stringify(branch)}.${named} Create it, or correct the name.`;
}

function explainSingleSignOn({ tokenInput, repository }: Refusal): string {
  return `${tokenInput}: the token is not authorised for single sign-on of the organisation that owns ${repository}. Authorise it in the token's settings, under "Configure SSO".`;
}

function explainArchived({ repository }: Refusal): string {
  return `${repository} is archived and cannot be written. Unarchive it, or name another gitops-repository.`;
}

function explainInvisible({ repository, branch, tokenInput }: Refusal): string {
  const where = branch === undefined ? repository : `${repository} or its branch ${branch}`;
  return `gitops-repository: ${where} does not exist, or the token (input ${tokenInput}) cannot see it. Correct the name, or give the token "Contents: Read and write" there (a GitHub App has to be installed on it; GITHUB_TOKEN sees no other private repository).`;
}

function explainReadOnly({ tokenInput, repository, message }: Refusal): string {
  return `${tokenInput}: the token can read ${repository} but not write to it (the server answers "${message}"). A classic token needs the scope repo, and its owner the role Write; any other needs "Contents: Read and write" there.`;
}
