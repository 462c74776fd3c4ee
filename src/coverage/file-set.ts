import { FileCoverage } from './file-coverage.js';
import { detach, type ReportMemory } from './memory.js';

/** The source files of a report while it is read. */
export class FileSet {
  readonly #memory: ReportMemory;
  readonly #files = new Map<string, FileCoverage>();

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  /** The file of that name; a new one when it is met for the first time. */
  open(name: string): FileCoverage {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = new FileCoverage(this.#memory);
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
