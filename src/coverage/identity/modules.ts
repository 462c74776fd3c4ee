import { type PlacedReport, resolveFiles } from './files.js';
import { applyMapping, isThere, type Mapping, type SourceTree } from './mapping.js';
import { parentOf } from './source-index.js';
import { type Claim, floatingKey, type Options } from '../combine/claim.js';

/** The file that says what a Go module is called. */
export const GO_MOD = 'go.mod';

/**
 * The path that a go.mod declares; `undefined` where it declares none.
 * Rule: https://go.dev/ref/mod#go-mod-file-module
 */
function parseModulePath(text: string): string | undefined {
  const declared =
    /^[ \t]*module[ \t]+(?:\([ \t]*\r?\n\s*)?(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))/m;
  const match = declared.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** Where the modules of the repository are. @param texts Contents of go.mod files by their paths. */
export function listModules(texts: ReadonlyMap<string, string>): readonly Mapping[] {
  const modules: Mapping[] = [];
  for (const [path, text] of texts) {
    const from = parseModulePath(text);
    if (from !== undefined) modules.push({ from, to: parentOf(path) });
  }
  // A module inside of another's path has the longer name.
  return modules.sort((a, b) => b.from.length - a.from.length);
}

/**
 * Resolves paths of Go packages. What is in no module of the repository is of another repository,
 * unless none of the report is in one: then the modules are not known.
 */
export function resolveModules(
  placed: PlacedReport,
  modules: readonly Mapping[],
  tree: SourceTree,
): readonly Claim[] {
  const files = [...placed.report.files];
  const isKnown = files.some(([path]) => modules.some((each) => applyMapping(each, path)));
  if (!isKnown) return resolveFiles(placed, tree);
  return files.map(([path, file]) => {
    const places = listPlaces(path, modules);
    const found = places.filter((place) => isThere(place, tree));
    const [first, ...others] = found.length > 0 ? found : places;
    const options: Options = first === undefined ? [floatingKey(path)] : [first, ...others];
    return { report: placed.name, path, file, options };
  });
}

/** Where a path can be: in the innermost module that has it, of which there can be copies. */
function listPlaces(path: string, modules: readonly Mapping[]): readonly string[] {
  const innermost = modules.find((each) => applyMapping(each, path) !== undefined);
  const copies = modules.filter(({ from }) => from === innermost?.from);
  return copies.map((each) => applyMapping(each, path)).filter((place) => place !== undefined);
}
