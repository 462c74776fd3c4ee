import type { SourceChanges } from '../../src/ports/runner.js';

/** A directory without a repository's files, whose changes nothing asks for. */
export const noChanges: SourceChanges = {
  diff: () => Promise.reject(new Error('no diff is expected')),
  contains: () => Promise.reject(new Error('no history is expected')),
  listParents: () => Promise.reject(new Error('no parents are expected')),
  listFiles: () => Promise.resolve([]),
};
