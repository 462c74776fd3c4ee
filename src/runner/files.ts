import * as glob from '@actions/glob';
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import type { ListedFile } from '../ports/runner.js';

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

/** The files in directories themselves, with these before their names. */
export async function listFilesIn(directories: readonly string[]): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  for (const directory of directories) {
    const place = directory === '' ? '.' : directory;
    const entries = await readDirectory(place);
    const real = await readTarget(place);
    for (const entry of entries) {
      if (entry.isDirectory()) continue;
      const path = joinName(directory, entry.name);
      const target = entry.isSymbolicLink() ? await readTarget(path) : joinName(real, entry.name);
      files.push({ path, target });
    }
  }
  return files;
}

/** Where a path leads; it stays as it is where that is nothing. */
async function readTarget(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Directories that hold no source of the repository, and most of what there is. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** More files than this are no workspace of one repository. */
const MAX_FILES = 200_000;

/** The files below the current directory, by their paths from it. */
export async function listAllFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  const directories = [''];
  for (const directory of directories) {
    if (files.length > MAX_FILES) return [];
    for (const entry of await readDirectory(directory === '' ? '.' : directory)) {
      const path = joinName(directory, entry.name);
      if (!entry.isDirectory()) files.push(path);
      else if (!SKIPPED.has(entry.name)) directories.push(path);
    }
  }
  return files;
}

/** What cannot be listed holds nothing that could be told apart. */
async function readDirectory(directory: string) {
  return readdir(directory, { withFileTypes: true }).catch(() => []);
}

function joinName(directory: string, name: string): string {
  if (directory === '') return name;
  return directory.endsWith('/') ? `${directory}${name}` : `${directory}/${name}`;
}
