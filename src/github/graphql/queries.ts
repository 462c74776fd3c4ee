import type { JsonObject } from '../../base/json.js';
import type { FileChange, GitOpsTarget } from '../../ports/gitops.js';

/** A query and what it is about. User text is in the variables alone. */
interface GraphqlRequest {
  readonly query: string;
  readonly variables: JsonObject;
}

type Branch = Pick<GitOpsTarget, 'repository' | 'branch'>;

/** Asks for the head of the branch, and for paths at that very commit, with their modes. */
export function renderReadRequest(target: Branch, paths: readonly string[]): GraphqlRequest {
  const files = paths.map((_, index) => `file${index}: file(path: $path${index}) { ...Entry }`);
  const fragment = 'fragment Entry on TreeEntry { mode oid object { ... on Blob { text } } }';
  return renderFilesQuery(target, paths, files, fragment);
}

/** Asks for the newest commits of the branch that changed each of the paths. */
export function renderHistoryRequest(
  target: Branch,
  paths: readonly string[],
  count: number,
): GraphqlRequest {
  const histories = paths.map(
    (_, index) => `history${index}: history(first: ${count}, path: $path${index}) { ...Commits }`,
  );
  const fragment =
    'fragment Commits on CommitHistoryConnection { nodes { oid message parents(first: 1) { nodes { oid } } } }';
  return renderFilesQuery(target, paths, histories, fragment);
}

/** @param fields Of the commit at the head, one for each path. */
function renderFilesQuery(
  { repository, branch }: Branch,
  paths: readonly string[],
  fields: readonly string[],
  fragment: string,
): GraphqlRequest {
  const [owner = '', name = ''] = repository.split('/');
  const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
  const query = `query ($owner: String!, $name: String!${branch === undefined ? '' : ', $ref: String!'}${declared}) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    head: ${branch === undefined ? 'defaultBranchRef' : 'ref(qualifiedName: $ref)'} {
      name
      target {
        oid
        ... on Commit {
          ${fields.join('\n          ')}
        }
      }
    }
  }
}
${fragment}`;
  const given = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  // Of a bare name it could be a tag.
  const ref = branch === undefined ? {} : { ref: `refs/heads/${branch}` };
  return { query, variables: { owner, name, ...ref, ...given } };
}

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;

/** What a commit is made of. */
export interface CommitContent {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** The commit that the branch has to be at. */
  readonly head: string;
  readonly message: string;
  readonly changes: readonly FileChange[];
}

/**
 * Asks for a commit. There is no field for modes, and none is needed: a file that is there keeps its
 * own. A list that is null makes GitHub fail, so there are no deletions at all.
 */
export function renderCommitRequest(content: CommitContent): GraphqlRequest {
  const { repository, branch, head, message, changes } = content;
  const additions = changes.map(({ file, bytes }) => ({
    path: file.path,
    contents: Buffer.from(bytes).toString('base64'),
  }));
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    expectedHeadOid: head,
    message: splitMessage(message),
    fileChanges: { additions },
  };
  return { query: MUTATION, variables: { input } };
}

/** The server puts a blank line between the two again. */
export function splitMessage(message: string): {
  readonly headline: string;
  readonly body?: string;
} {
  const end = message.indexOf('\n');
  if (end === -1) return { headline: message };
  const body = message.slice(end).replace(/^\n+/, '');
  return { headline: message.slice(0, end), ...(body !== '' && { body }) };
}
