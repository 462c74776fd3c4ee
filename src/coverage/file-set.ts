import { FileCoverage } from './file-coverage.js';
import type { LineBudget } from './limits.js';

/** The source files of a report while it is read. */
export class FileSet {
  readonly #budget: LineBudget;
  readonly #files = new Map<string, FileCoverage>();

  constructor(budget: LineBudget) {
    this.#budget = budget;
  }

  /** The file of that name; a new one when it is met for the first time. */
  open(name: string): FileCoverage {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = new FileCoverage(this.#budget);
    this.#files.set(detach(name), file);
    return file;
  }

  /** All files by the path that `resolve` makes of their names; files of one path are united. */
  resolve(resolve: (name: string) => string): ReadonlyMap<string, FileCoverage> {
    const resolved = new Map<string, FileCoverage>();
    for (const [name, file] of this.#files) {
      const path = resolve(name);
      const known = resolved.get(path);
      if (known === undefined) resolved.set(path, file);
      else known.addAll(file);
    }
    return resolved;
  }
}

/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory.
 */
function detach(text: string): string {
  return structuredClone(text);
}
