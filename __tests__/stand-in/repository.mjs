// GET /repos/{owner}/{repo}

import { readDefaultBranch } from './objects.mjs';
import { computeAccess } from './tokens.mjs';
import { describeUser } from './users.mjs';

/** @typedef {import('./operations.mjs').Call} Call */

/** When everything in the stand-in was made. */
export const TIME = '2026-01-01T00:00:00Z';

/**
 * @param {Call} call
 * @returns {Promise<import('./replies.mjs').Reply>}
 */
export async function getRepository(call) {
  const further = { network_count: 0, subscribers_count: 0, temp_clone_token: null };
  const body = { ...(await describeRepository(call)), ...further };
  return { status: 200, body };
}

/**
 * A repository as other replies have it.
 * @param {Call} call
 */
export async function describeRepository(call) {
  const { repository, links } = call;
  const [owner = '', name = ''] = repository.name.split('/');
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name,
    full_name: repository.name,
    owner: describeUser(links.apiUrl, owner, 'Organization'),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    archived: repository.archived,
    default_branch: await readDefaultBranch(repository.gitDir),
    permissions: describePermissions(call),
    ...describeAddresses(links.api),
    url: links.api,
    html_url: links.page,
    svn_url: links.page,
    clone_url: `${links.page}.git`,
    git_url: `git://github.com/${repository.name}.git`,
    ssh_url: `git@github.com:${repository.name}.git`,
    ...describeSettings(),
  };
}

/** @param {Call} call */
function describePermissions({ caller, repository }) {
  const access = computeAccess(caller, repository);
  const push = access === 'write';
  return { admin: false, maintain: false, push, triage: push, pull: true };
}

/**
 * Addresses of what belongs to a repository; braces are templates that clients fill in.
 * @param {string} api
 */
function describeAddresses(api) {
  const tails = {
    ...{
      archive: '/{archive_format}{/ref}',
      assignees: '/assignees{/user}',
      blobs: '/git/blobs{/sha}',
    },
    ...{ branches: '/branches{/branch}', collaborators: '/collaborators{/collaborator}' },
    ...{
      comments: '/comments{/number}',
      commits: '/commits{/sha}',
      compare: '/compare/{base}...{head}',
    },
    ...{
      contents: '/contents/{+path}',
      contributors: '/contributors',
      deployments: '/deployments',
    },
    ...{
      downloads: '/downloads',
      events: '/events',
      forks: '/forks',
      git_commits: '/git/commits{/sha}',
    },
    ...{ git_refs: '/git/refs{/sha}', git_tags: '/git/tags{/sha}', hooks: '/hooks' },
    ...{ issue_comment: '/issues/comments{/number}', issue_events: '/issues/events{/number}' },
    ...{ issues: '/issues{/number}', keys: '/keys{/key_id}', labels: '/labels{/name}' },
    ...{ languages: '/languages', merges: '/merges', milestones: '/milestones{/number}' },
    ...{ notifications: '/notifications{?since,all,participating}', pulls: '/pulls{/number}' },
    ...{ releases: '/releases{/id}', stargazers: '/stargazers', statuses: '/statuses/{sha}' },
    ...{
      subscribers: '/subscribers',
      subscription: '/subscription',
      tags: '/tags',
      teams: '/teams',
    },
    ...{ trees: '/git/trees{/sha}' },
  };
  return Object.fromEntries(
    Object.entries(tails).map(([name, tail]) => [`${name}_url`, `${api}${tail}`]),
  );
}

/** What a repository has however little it is used. */
function describeSettings() {
  return {
    ...{ description: null, homepage: null, language: null, license: null, mirror_url: null },
    ...{ fork: false, disabled: false, is_template: false, allow_forking: true, topics: [] },
    ...{ has_issues: true, has_projects: true, has_wiki: true, has_pages: false },
    ...{ has_downloads: true, has_discussions: false, web_commit_signoff_required: false },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, size: 1 },
    ...{ watchers: 0, watchers_count: 0, stargazers_count: 0 },
    ...{ pushed_at: TIME, created_at: TIME, updated_at: TIME },
  };
}
