import { PromoteError } from '../base/errors.js';
import { type KustomizationLinks, readLinks } from '../patch/images/renames.js';
import type { GitOpsRepository, RepositoryFile } from '../ports/gitops.js';
import { patchTargets, type PatchedFile, type TargetFacts, type TargetFile } from './files.js';

/** How many kustomizations are read to find out what bases make of a name. */
const MAX_FILES = 10;

/**
 * Patches a file. An entry that is not there, or is new, may have a name that a base has changed
 * before: then the message says which one it leaves.
 * @throws PromoteError whatever `patchTargets` throws.
 */
export async function patchWithBases(
  target: TargetFile,
  facts: TargetFacts,
  repository: GitOpsRepository,
): Promise<PatchedFile> {
  try {
    const patched = patchTargets(target, facts);
    if (patched.addedEntries.length === 0) return patched;
    const warnings = await findRenames(target.file, patched.addedEntries, repository);
    return { ...patched, warnings: [...patched.warnings, ...warnings] };
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'entry-not-found') throw error;
    const names = target.targets.flatMap((each) =>
      each.kind === 'kustomization' ? [each.imageName ?? facts.image.repository] : [],
    );
    const renames = await findRenames(target.file, names, repository);
    throw new PromoteError(error.code, [error.message, ...renames].join(' '), { cause: error });
  }
}

/** What the bases of a kustomization make of names, a sentence for each that they change. */
async function findRenames(
  file: RepositoryFile,
  names: readonly string[],
  repository: GitOpsRepository,
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const bases = new Bases(repository);
  const left = await bases.listLinked(file);
  return names.flatMap((name) =>
    left.flatMap((base) =>
      base.rename(name).flatMap((given) => {
        if (given === name) return [];
        return `${base.path} makes ${given} of the image ${name}, so an entry of images in ${file.path} has to have the name ${given}: set image-name to that.`;
      }),
    ),
  );
}

/** A base with all that it builds on itself. */
interface Base {
  readonly path: string;
  /** The names that it leaves of an image. */
  readonly rename: (name: string) => readonly string[];
}

/** Reads bases, each once, as far as the bound goes. */
class Bases {
  readonly #repository: GitOpsRepository;
  readonly #seen = new Set<string>();

  constructor(repository: GitOpsRepository) {
    this.#repository = repository;
  }

  /** The bases of a kustomization; none of what cannot be read. */
  async listLinked(file: RepositoryFile): Promise<readonly Base[]> {
    this.#seen.add(file.path);
    const links = tryReadLinks(file);
    const folder = file.path.slice(0, Math.max(file.path.lastIndexOf('/'), 0));
    const paths = (links?.paths ?? []).flatMap((path) => resolveBase(folder, path) ?? []);
    const bases = await Promise.all(paths.map((path) => this.#read(path)));
    return bases.flatMap((base) => base ?? []);
  }

  async #read(path: string): Promise<Base | undefined> {
    if (this.#seen.size > MAX_FILES || this.#seen.has(path)) return undefined;
    this.#seen.add(path);
    const request = { kind: 'kustomization', path } as const;
    const file = await this.#repository
      .readFiles([request])
      .then(({ files }) => files[0], ignoreFailure);
    const links = file && tryReadLinks(file);
    if (file === undefined || links === undefined) return undefined;
    const below = await this.listLinked(file);
    return {
      path: file.path,
      rename: (name) => {
        const given = below.flatMap((base) => base.rename(name));
        return [...new Set((given.length === 0 ? [name] : given).map(links.rename))];
      },
    };
  }
}

function tryReadLinks(file: RepositoryFile): KustomizationLinks | undefined {
  try {
    return readLinks(file);
  } catch (error) {
    ignoreFailure(error);
    return undefined;
  }
}

/** What cannot be read is not said: it is about a message only. */
function ignoreFailure(error: unknown): undefined {
  if (error instanceof PromoteError) return undefined;
  throw error;
}

/**
 * The directory in the repository that a kustomization names.
 * @returns `undefined` for a manifest, and for what is elsewhere.
 */
function resolveBase(folder: string, path: string): string | undefined {
  if (/\.(?:ya?ml|json)$/i.test(path) || /:\/\/|[?@]|^\//.test(path)) return undefined;
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}
