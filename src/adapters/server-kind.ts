/**
 * Whether an address is that of Gitea or Forgejo, whose REST API is much like GitHub's: known
 * without asking.
 * @param apiUrl Base address of the REST API, without a slash at its end.
 */
export function isGitea(apiUrl: string): boolean {
  return apiUrl.endsWith('/api/v1');
}
