import { createHash } from 'node:crypto';

/**
 * The name that git gives to a blob: the hash of `blob <length>\0` and its bytes.
 * @param like A name of the same repository, which tells SHA-1 (40 digits) from SHA-256 (64).
 */
export function computeBlobSha(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
