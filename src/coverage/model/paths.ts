/**
 * One spelling for a path: slashes instead of backslashes, without `.`, `..` and empty parts. An
 * address such as `https://host/file.cs` (SourceLink) stays as it is.
 */
export function normalisePath(path: string): string {
  if (/^https?:\/\//.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const joined = parts.join('/');
  // Windows does not tell the cases of a drive apart, and tools differ.
  if (isDrive(parts[0])) return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
  return isAbsolute(path) ? `/${joined}` : joined;
}

/** Whether a path starts at a root, of Unix or of a Windows drive. */
export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/]|https?:\/\/)/.test(path);
}

/** A file name joined with the directory that it is relative to. */
export function joinPath(directory: string, filename: string): string {
  return normalisePath(isAbsolute(filename) ? filename : `${directory}/${filename}`);
}

function isDrive(part: string | undefined): boolean {
  return part !== undefined && /^[A-Za-z]:$/.test(part);
}

/** Where runners, and containers of jobs, check a repository out: its name, twice. */
const CHECKOUT =
  /^(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|[A-Za-z]:\/a|(?:[A-Za-z]:)?(?:\/[^/]+)*\/_work)\/(?<name>[^/]+)\/\k<name>\//;

/**
 * A path from the root of the workspace. Also that of another job's workspace is left out where its
 * form tells it: files that are not there to be compared with meet by what is left.
 */
export function relativisePath(path: string, workspaces: readonly string[]): string {
  for (const workspace of workspaces) {
    const root = `${normalisePath(workspace)}/`;
    if (path.startsWith(root)) return path.slice(root.length);
  }
  return path.replace(CHECKOUT, '').replace(/^\/github\/workspace\//, '');
}
