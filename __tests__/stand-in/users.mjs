// Users, bots, organizations and teams as replies have them.

/**
 * @param {string} apiUrl
 * @param {string} login That of a bot ends in `[bot]`.
 * @param {'User' | 'Bot' | 'Organization'} [type]
 */
export function describeUser(apiUrl, login, type = login.endsWith('[bot]') ? 'Bot' : 'User') {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: 'https://avatars.githubusercontent.com/u/1?v=4',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/**
 * Without its `parent`, which only some replies have.
 * @param {string} apiUrl
 * @param {string} organization
 * @param {string} slug
 */
export function describeTeam(apiUrl, organization, slug) {
  const url = `${apiUrl}/organizations/1/team/1`;
  return {
    id: 1,
    node_id: 'T_1',
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    url,
    html_url: `https://github.com/orgs/${organization}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    permission: 'pull',
    type: 'organization',
    organization_id: 1,
  };
}
