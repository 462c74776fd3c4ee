import { PromoteError } from '../../base/errors.js';
import type { GitOpsRepository, RepositoryFile } from '../../ports/gitops.js';

/** Codes that say that a path was not there, or was no file. */
const ABSENT = ['path-not-found', 'path-ambiguous', 'unsupported-file'];

/** Files of the GitOps repository as they were at commits, each read once: they do not change. */
export class States {
  readonly #openAt: (commit: string) => Promise<Pick<GitOpsRepository, 'readFiles'>>;
  readonly #files = new Map<string, Promise<RepositoryFile | undefined>>();

  constructor(openAt: (commit: string) => Promise<Pick<GitOpsRepository, 'readFiles'>>) {
    this.#openAt = openAt;
  }

  /**
   * `undefined` where the file was not there.
   * @throws PromoteError whatever else reading refuses.
   */
  async read(path: string, commit: string): Promise<RepositoryFile | undefined> {
    const key = `${commit} ${path}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const file = this.#fetch(path, commit);
    this.#files.set(key, file);
    // What failed may be asked for again.
    file.catch(() => this.#files.delete(key));
    return file;
  }

  async #fetch(path: string, commit: string): Promise<RepositoryFile | undefined> {
    const repository = await this.#openAt(commit);
    try {
      const { files } = await repository.readFiles([{ kind: 'file', path }]);
      return files[0];
    } catch (error) {
      if (error instanceof PromoteError && ABSENT.includes(error.code)) return undefined;
      throw error;
    }
  }
}
