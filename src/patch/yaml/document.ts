import type { PromoteError } from '../../base/errors.js';
import { keyOf, locatePath, locateRoots, type Place, readValue } from './locate.js';
import { refuseMissing } from './missing.js';
import { readText } from './node.js';
import type { PathStep } from './path.js';
import { refuse, type Source } from './source.js';

/** Which document of a file with several is meant, by what Kubernetes calls an object. */
export interface DocumentSelector {
  readonly kind?: string;
  /** `metadata.name` */
  readonly name?: string;
  /** `metadata.namespace` */
  readonly namespace?: string;
}

/**
 * The root of the document to change: the one that the selector takes; without a selector the only
 * one there is, else the only one in which all paths exist.
 * @param input What the paths stand in, for messages.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous`, with a list of the documents, and the
 *   path that is missing.
 */
export function selectDocument(
  source: Source,
  selector: DocumentSelector | undefined,
  paths: readonly (readonly PathStep[])[],
  input: string,
): Place {
  const roots = locateRoots(source);
  const [root, second] = roots.filter((each) =>
    selector === undefined
      ? roots.length === 1 || holdsAll(source, each, paths)
      : isSelected(source, each, selector),
  );
  if (root !== undefined && second === undefined) return root;
  const there = `Its documents: ${roots.map((each) => renderSelector(identify(source, each))).join(', ')}.`;
  if (root !== undefined) {
    const expected =
      selector === undefined
        ? `${input}: expected a document with the path`
        : `targets: document: expected the document ${renderSelector(selector)}`;
    const message = `${expected} once, got several. Say with document of targets which one. ${there}`;
    throw refuse(source, 'entry-ambiguous', 0, message);
  }
  if (selector === undefined || roots.length === 0) {
    throw refusePaths(source, roots, { paths, input }, there);
  }
  const message = `targets: document: expected the document ${renderSelector(selector)}, got none. Correct it, or leave it out. ${there}`;
  throw refuse(source, 'entry-not-found', 0, message);
}

function holdsAll(source: Source, root: Place, paths: readonly (readonly PathStep[])[]): boolean {
  return paths.every((steps) => locatePath(source, root, steps).missing.length === 0);
}

/** The first path that is missing in the document in which the paths lead furthest. */
function refusePaths(
  source: Source,
  roots: readonly Place[],
  { paths, input }: { readonly paths: readonly (readonly PathStep[])[]; readonly input: string },
  there: string,
): PromoteError {
  const misses = roots.flatMap((root) => {
    const leads = paths.map((steps) => ({ steps, place: locatePath(source, root, steps) }));
    const reach = leads.flatMap(({ place }) => place.path).length;
    const missing = leads.filter(({ place }) => place.missing.length > 0).slice(0, 1);
    return missing.map((lead) => ({ ...lead, reach }));
  });
  const [closest] = misses.toSorted((a, b) => b.reach - a.reach);
  if (closest !== undefined) {
    const { place, steps } = closest;
    return refuseMissing(source, place, { input, steps }, { hint: there });
  }
  const message = 'expected a YAML document, got an empty file. Name another file.';
  return refuse(source, 'entry-not-found', 0, message);
}

function isSelected(source: Source, root: Place, selector: DocumentSelector): boolean {
  const found = new Map(Object.entries(identify(source, root)));
  return Object.entries(selector).every(([key, value]) => found.get(key) === value);
}

function identify(source: Source, { node }: Place): DocumentSelector {
  const read = (parent: unknown, key: string) => readText(readValue(source, parent, keyOf(key)));
  const metadata = readValue(source, node, keyOf('metadata'));
  const kind = read(node, 'kind');
  const name = read(metadata, 'name');
  const namespace = read(metadata, 'namespace');
  return {
    kind,
    name,
    namespace,
  };
}

function renderSelector(selector: DocumentSelector): string {
  const text = JSON.stringify(selector).replaceAll('"', '');
  return text === '{}' ? 'one without kind and name' : text;
}
