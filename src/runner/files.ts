import * as glob from '@actions/glob';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** How much of a file is read at once, in bytes. */
const CHUNK = 1 << 17;

/**
 * Absolute paths of the regular files that match, sorted. Globs are those of `@actions/glob`, as
 * other actions have them; relative ones start at the current directory.
 */
export async function findFiles(globs: readonly string[]): Promise<readonly string[]> {
  const globber = await glob.create(globs.join('\n'), { matchDirectories: false });
  const files = new Set<string>();
  for (const path of await globber.glob()) {
    if ((await stat(path)).isFile()) files.add(path);
  }
  return [...files].sort();
}

/** The bytes of a file, in chunks. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK });
}
