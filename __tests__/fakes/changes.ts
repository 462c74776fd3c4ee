import type { SourceChanges } from '../../src/ports/runner.js';

/** A checkout that nothing asks for. */
export const noChanges: SourceChanges = {
  diff: () => Promise.reject(new Error('no diff is expected')),
  listFiles: () => Promise.reject(new Error('no list of files is expected')),
};
