import { isJsonObject, type JsonObject } from '../../base/json.js';
import type { Answer } from '../http/client.js';
import { asRecord, type DirectoryEntry, unexpectedReply } from '../rest/replies.js';
import type { Commit } from '../../ports/gitops.js';

/** What is at a path at the head of the branch. */
export interface TreeEntry extends DirectoryEntry {
  readonly sha: string;
  /** Content of a blob as text; absent of one that the server takes for binary. */
  readonly text?: string;
}

/** The head of a branch, and what was asked for there. */
export interface Head {
  /** `owner/name`: another one than was asked for when the repository was renamed. */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
  /** By path, of those that were asked for; none where nothing is. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

/** Modes of git, which GraphQL gives as numbers; all others are files. */
const TYPES: ReadonlyMap<unknown, TreeEntry['type']> = new Map([
  [0o040000, 'dir'],
  [0o120000, 'symlink'],
  [0o160000, 'submodule'],
]);

/**
 * Narrows the reply to a GraphQL request, which is answered with status 200 whatever becomes of it.
 * Where something was refused, that counts, and what was granted is told beside it.
 */
export function parseGraphqlReply({
  data: reply,
  headers,
}: Extract<Answer, { readonly kind: 'ok' }>): Answer {
  const { data, errors } = asRecord(reply);
  if (Array.isArray(errors) && errors.length > 0) {
    const refused = errors.map(asRecord);
    const type = refused.map(typeOf).find((word) => word !== undefined);
    const message = refused.map(messageOf).join(' ');
    const refusal = { kind: 'refused', status: 200, message, headers, granted: data } as const;
    return { ...refusal, type };
  }
  if (isJsonObject(data)) return { kind: 'ok', data, headers };
  return { kind: 'unanswered', detail: 'what it sent could not be read' };
}

/** Refusals have a type, mistakes in the query a code. */
function typeOf({ type, extensions }: JsonObject): string | undefined {
  const word = type ?? asRecord(extensions)['code'];
  return typeof word === 'string' ? word : undefined;
}

function messageOf({ message }: JsonObject): string {
  return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}

/**
 * Narrows the data of the read query; `undefined` when there is no such repository or branch.
 * @param paths Those that were asked for, in that order.
 */
export function parseHead(data: unknown, paths: readonly string[]): Head | undefined {
  const { nameWithOwner: repository, head } = asRecord(asRecord(data)['repository']);
  const { name: branch, target } = asRecord(head);
  const { oid: commit, ...files } = asRecord(target);
  if (typeof repository !== 'string' || typeof branch !== 'string') return undefined;
  if (typeof commit !== 'string') return undefined;
  const entries = new Map<string, TreeEntry>();
  for (const [index, path] of paths.entries()) {
    const entry = parseTreeEntry(path, files[`file${index}`]);
    if (entry !== undefined) entries.set(path, entry);
  }
  return { repository, branch, commit, entries };
}

function parseTreeEntry(path: string, data: unknown): TreeEntry | undefined {
  const { mode, oid: sha, object } = asRecord(data);
  if (typeof sha !== 'string') return undefined;
  // Without its mode a symbolic link would be taken for a file.
  if (typeof mode !== 'number') throw unexpectedReply('a file with its mode');
  const { text } = asRecord(object);
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    type: TYPES.get(mode) ?? 'file',
    sha,
    ...(typeof text === 'string' && { text }),
  };
}

/**
 * Narrows the data of the history query: of each path its commits, newest first.
 * @param paths Those that were asked for, in that order.
 */
export function parseHistories(
  data: unknown,
  paths: readonly string[],
): ReadonlyMap<string, readonly Commit[]> {
  const { head } = asRecord(asRecord(data)['repository']);
  const { target } = asRecord(head);
  return new Map(
    paths.map((path, index) => {
      const { nodes } = asRecord(asRecord(target)[`history${index}`]);
      return [path, Array.isArray(nodes) ? nodes.map(parseCommitNode) : []];
    }),
  );
}

/** A commit that is left out of a list may be the one that tells what is deployed. */
function parseCommitNode(data: unknown): Commit {
  const { oid: sha, message, parents } = asRecord(data);
  if (typeof sha !== 'string' || typeof message !== 'string') {
    throw unexpectedReply('a list of commits');
  }
  const { nodes } = asRecord(parents);
  const [first] = Array.isArray(nodes) ? (nodes as readonly unknown[]) : [];
  const { oid: parent } = asRecord(first);
  return { sha, message, ...(typeof parent === 'string' && { parent }) };
}

/** Whether the data of the mutation tell that it was carried out, whatever else was refused. */
export function isCarriedOut(data: unknown, mutation = 'createCommitOnBranch'): boolean {
  return isJsonObject(asRecord(data)[mutation]);
}

/** Narrows the data of the mutation; `undefined` when it names no commit. */
export function parseCreatedCommit(data: unknown, message: string): Commit | undefined {
  const commit = asRecord(asRecord(asRecord(data)['createCommitOnBranch'])['commit']);
  const { oid: sha, url, signature } = commit;
  if (typeof sha !== 'string') return undefined;
  const isVerified = parseSignature(signature);
  return { sha, message, isVerified, ...(typeof url === 'string' && { url }) };
}

/** A commit without a signature has null; a signature that could not be read tells nothing. */
function parseSignature(signature: unknown): boolean | undefined {
  if (signature === null) return false;
  const { isValid } = asRecord(signature);
  return typeof isValid === 'boolean' ? isValid : undefined;
}
