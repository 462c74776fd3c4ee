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
function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/]|https?:\/\/)/.test(path);
}

/**
 * A file name joined with the source root that it is relative to. With several roots it cannot be
 * told which one is meant, so the name stays as it is. Some tools write an option of theirs as the
 * root (`--source`).
 */
export function joinSource(sources: readonly string[], filename: string): string {
  const [source] = sources;
  const isOnlyRoot = source !== undefined && sources.length === 1 && !source.startsWith('-');
  return normalisePath(isOnlyRoot && !isAbsolute(filename) ? `${source}/${filename}` : filename);
}

function isDrive(part: string | undefined): boolean {
  return part !== undefined && /^[A-Za-z]:$/.test(part);
}

/** Where GitHub's runners, and containers of jobs, check a repository out: its name, twice. */
const CHECKOUT =
  /^(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|[A-Za-z]:\/a)\/(?<name>[^/]+)\/\k<name>\//;

/**
 * A path from the root of the workspace. Also that of another job's workspace is left out, so that
 * a file that was tested on several machines is one file.
 */
export function relativisePath(path: string, workspace: string): string {
  const root = `${normalisePath(workspace)}/`;
  if (path.startsWith(root)) return path.slice(root.length);
  return path.replace(CHECKOUT, '').replace(/^\/github\/workspace\//, '');
}
