import { createHash } from 'node:crypto';
import { TAG_MAX_LENGTH } from '../../base/image.js';

const HASH_DIGITS = 8;

/**
 * Makes a valid tag of any text: each run of other characters becomes one `-`, as in
 * docker/metadata-action; then leading `.` and `-` go, and what is longer than a tag may be is cut
 * and ends in `-` and eight hex digits of its SHA-256, so that different long texts stay different.
 * @returns An empty text when nothing is left.
 */
export function sanitiseTag(text: string): string {
  const tag = text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  if (tag.length <= TAG_MAX_LENGTH) return tag;
  const hash = createHash('sha256').update(tag).digest('hex').slice(0, HASH_DIGITS);
  return `${tag.slice(0, TAG_MAX_LENGTH - HASH_DIGITS - 1)}-${hash}`;
}
