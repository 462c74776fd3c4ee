import { PromoteError } from '../../base/errors.js';
import { isJsonObject } from '../../base/json.js';
import type { Commit } from '../../ports/gitops.js';

/** An entry of a directory listing. */
export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'submodule';
  /** Name of the object; not every server tells it. */
  readonly sha?: string;
}

/** A file as the Contents API gives it. */
interface FileReply {
  readonly blobSha: string;
  /** Base64, in lines; absent for a file over 1 MiB, of which no content is sent. */
  readonly base64?: string;
  /** The branch that was read: the `ref` of the reply's own address. */
  readonly ref?: string;
}

/** GitHub's APIs give the text of a file up to this size. */
const MAX_FILE_BYTES = 1024 * 1024;

const ENTRY_TYPES = ['file', 'dir', 'symlink', 'submodule'] as const;

/**
 * Narrows the reply to a GET of a directory; `undefined` when the path is not one.
 * @throws PromoteError `invalid-input` when what answered is no REST API.
 */
export function parseDirectory(data: unknown): readonly DirectoryEntry[] | undefined {
  if (isJsonObject(data) && typeof data['type'] === 'string') return undefined;
  if (isPage(data)) {
    throw new PromoteError(
      'invalid-input',
      'gitops-api-url: expected a REST API, but the answer is not JSON. On GitHub Enterprise Server it ends in /api/v3, on Gitea and Forgejo in /api/v1.',
    );
  }
  // What was cut on its way reads as a text, which may be empty.
  if (!Array.isArray(data)) throw unexpectedReply('a directory');
  return data.map((entry: unknown) => {
    const { name, type, sha } = asRecord(entry);
    const known = ENTRY_TYPES.find((word) => word === type);
    if (typeof name !== 'string' || known === undefined) throw unexpectedReply('a directory');
    return { name, type: known, ...(typeof sha === 'string' && { sha }) };
  });
}

/** Whether a reply is what no REST API gives: a page for people, but no JSON that was cut. */
function isPage(data: unknown): boolean {
  if (typeof data === 'string') return /^\s*[^\s[{]/.test(data);
  return typeof data === 'number' || typeof data === 'boolean';
}

/** The branch that was listed: the `ref` in the addresses of the entries. */
export function parseListedBranch(data: unknown): string | undefined {
  const [entry] = Array.isArray(data) ? (data as readonly unknown[]) : [];
  return refOf(asRecord(entry)['url']);
}

/** Narrows the reply to a GET of a tree with all below it: the paths of its files. */
export function parseTreeFiles(data: unknown): readonly string[] {
  const { tree } = asRecord(data);
  return (Array.isArray(tree) ? (tree as readonly unknown[]) : []).flatMap((entry) => {
    const { path, type } = asRecord(entry);
    return typeof path === 'string' && type === 'blob' ? [path] : [];
  });
}

/** Narrows the reply to a GET of a file. */
export function parseContentFile(data: unknown): FileReply {
  const { type, sha, encoding, content, url, path, size } = asRecord(data);
  if (type === 'submodule' || type === 'symlink') throw notRegular(path, type);
  if (type !== 'file' || typeof sha !== 'string') throw unexpectedReply('a file');
  assertSize(path, size);
  const ref = refOf(url);
  return {
    blobSha: sha,
    ...(encoding !== 'none' && typeof content === 'string' && { base64: content }),
    ref,
  };
}

/**
 * Refuses what no kustomization or values file comes near: some servers leave out the contents of so
 * large a file, which reads as a reply that was cut.
 * @throws PromoteError `unsupported-file`
 */
function assertSize(path: unknown, size: unknown): void {
  if (typeof size !== 'number' || size <= MAX_FILE_BYTES) return;
  throw new PromoteError(
    'unsupported-file',
    `${typeof path === 'string' ? path : 'The file'}: expected at most 1 MiB (${MAX_FILE_BYTES} bytes), got ${size} bytes. Split the file, or name another.`,
  );
}

/** Narrows the reply to a GET of the blob of a file. */
export function parseBlob(data: unknown, path: string): Uint8Array {
  const { encoding, content, size } = asRecord(data);
  assertSize(path, size);
  if (encoding !== 'base64' || typeof content !== 'string') throw unexpectedReply('a blob');
  return Buffer.from(content, 'base64');
}

/** Narrows the reply to a PUT; `undefined` when it names no commit. */
export function parseWritten(data: unknown, message: string): Commit | undefined {
  const commit = asRecord(data)['commit'];
  return parseCommit(commit, commit, message);
}

/** Narrows the reply to a GET of a branch's commits. */
export function parseCommits(data: unknown): readonly Commit[] {
  if (!Array.isArray(data)) throw unexpectedReply('a list of commits');
  return data.map((entry: unknown) => {
    const inner = asRecord(asRecord(entry)['commit']);
    const { message } = inner;
    const commit = parseCommit(entry, inner, typeof message === 'string' ? message : '');
    if (commit === undefined) throw unexpectedReply('a list of commits');
    return commit;
  });
}

/**
 * The SHA is what proves a commit; not every server tells its page.
 * @param signed What tells whether its signature is verified.
 */
function parseCommit(data: unknown, signed: unknown, message: string): Commit | undefined {
  const { sha, html_url: url } = asRecord(data);
  if (typeof sha !== 'string') return undefined;
  const { verified } = asRecord(asRecord(signed)['verification']);
  const isVerified = typeof verified === 'boolean' ? verified : undefined;
  return {
    sha,
    message,
    isVerified,
    ...firstParent(data),
    ...(typeof url === 'string' && { url }),
  };
}

function firstParent(data: unknown): Pick<Commit, 'parent'> {
  const { parents } = asRecord(data);
  const [first] = Array.isArray(parents) ? (parents as readonly unknown[]) : [];
  const { sha } = asRecord(first);
  return typeof sha === 'string' ? { parent: sha } : {};
}

function refOf(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get('ref') ?? undefined;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

/** Some listings call a submodule a file. */
function notRegular(path: unknown, type: 'submodule' | 'symlink'): PromoteError {
  const kind = type === 'submodule' ? 'a submodule' : 'a symbolic link';
  return new PromoteError(
    'unsupported-file',
    `${typeof path === 'string' ? path : 'The path'} is ${kind}, and only a regular file can be changed. Name the file itself.`,
  );
}

/** A body that was cut on its way reads as an empty one, so trying again can help. */
export function unexpectedReply(expected: string): PromoteError {
  return new PromoteError(
    'unavailable',
    `The server's reply could not be read: expected ${expected}.`,
  );
}
