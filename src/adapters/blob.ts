import { createHash } from 'node:crypto';
import { PromoteError } from '../errors.js';
import type { ContentsClient } from './contents-client.js';
import { parseBlob } from './contents-replies.js';

/**
 * The name that git gives to a blob: the hash of `blob <length>\0` and its bytes.
 * @param like A name of the same repository, which tells SHA-1 (40 digits) from SHA-256 (64).
 */
export function computeBlobSha(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether these bytes are those of the blob. */
export function isWhole(bytes: Uint8Array | undefined, sha: string): bytes is Uint8Array {
  return bytes !== undefined && computeBlobSha(bytes, sha) === sha;
}

/** A blob of a file. */
export interface BlobName {
  readonly path: string;
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
}

/**
 * The bytes of a blob: those that came with its file, or, where these were cut, left out or
 * transcoded, those that are fetched by its name.
 * @throws PromoteError `unsupported-file` when these are not its bytes either.
 */
export async function completeBlob(
  { path, sha, repository }: BlobName,
  delivered: Uint8Array | undefined,
  client: ContentsClient,
): Promise<Uint8Array> {
  if (isWhole(delivered, sha)) return delivered;
  const fetched = parseBlob(await client.getBlob(sha, path));
  if (isWhole(fetched, sha)) return fetched;
  throw new PromoteError(
    'unsupported-file',
    `${path} in ${repository} was not delivered byte for byte (its blob is ${sha}), so it cannot be changed safely.`,
  );
}
