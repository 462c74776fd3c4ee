/** The fields of an entry of `images`; empty where it has none. */
export interface EntryFields {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
  readonly digest: string;
  readonly tagSuffix: string;
}

/** An image in the parts that kustomize sees; empty where it has none. */
interface ImageParts {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
}

/** The tag and the digest that kustomize accepts behind a name (`IsImageMatched` of its API). */
const VERSION = '(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$';

/**
 * The part of Go's regular expressions that means the same here: without groups that repeat, which
 * could take for ever, and with three repetitions at the most.
 */
const READABLE =
  /^(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9]|\.|\||\((?!\?)|\)(?![?*+{])|\[\^?[^[\]\\^]+\]|(?<![(|])[?*+])*$/;

/** No image has a longer name, and to compile an expression takes memory. */
const MAX_NAME_LENGTH = 512;

/**
 * Whether kustomize takes an image for that of an entry: the name is a regular expression, and
 * nothing of it is escaped.
 * @returns `undefined` for an expression that cannot be told here.
 */
export function matchesName(image: string, name: string): boolean | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined;
  if (!READABLE.test(name) || (name.match(/[*+]/g) ?? []).length > 3) return undefined;
  try {
    return new RegExp(`^${name}${VERSION}`).test(image);
  } catch {
    return undefined;
  }
}

/** Whether a name matches no image but that of this name. */
export function isLiteralName(name: string): boolean {
  return !/[\\^$|?*+()[\]{}]/.test(name);
}

/** Splits an image as kustomize does: what is before the first `/` holds no tag. */
export function splitImage(image: string): ImageParts {
  const slash = Math.max(image.indexOf('/'), 0);
  const at = image.indexOf('@', slash);
  const named = at === -1 ? image : image.slice(0, at);
  const colon = named.indexOf(':', slash);
  return {
    name: colon === -1 ? named : named.slice(0, colon),
    tag: colon === -1 ? '' : named.slice(colon + 1),
    digest: at === -1 ? '' : image.slice(at + 1),
  };
}

/** What `kustomize build` makes of an image that an entry matches. */
export function applyEntry(image: string, entry: EntryFields): string {
  const before = splitImage(image);
  const name = entry.newName || before.name;
  const { tag, digest } = chainVersion(before, entry);
  return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
}

/**
 * What `kustomize build` makes of an image through entries, which apply one after the other, each to
 * what those before it left.
 * @param visit Is told of each entry that matches the image as it is by then, before it applies; and,
 *   as doubtful, of each for which that cannot be told, which does not apply.
 */
export function applyEntries<Entry extends EntryFields>(
  image: string,
  entries: readonly Entry[],
  visit: (entry: Entry, image: string, isDoubtful: boolean) => void,
  matches = matchesName,
): string {
  let current = image;
  for (const entry of entries) {
    const isMatched = matches(current, entry.name);
    if (isMatched === false) continue;
    visit(entry, current, isMatched === undefined);
    if (isMatched === true) current = applyEntry(current, entry);
  }
  return current;
}

function chainVersion(
  { tag, digest }: ImageParts,
  entry: EntryFields,
): Pick<ImageParts, 'tag' | 'digest'> {
  if (entry.newTag !== '' || entry.digest !== '') {
    return { tag: entry.newTag, digest: entry.digest };
  }
  return appendsSuffix(entry) ? { tag: `${tag}${entry.tagSuffix}`, digest: '' } : { tag, digest };
}

/** Whether an entry adds to the tag that it finds; what it sets itself gets no suffix. */
export function appendsSuffix({ newTag, digest, tagSuffix }: EntryFields): boolean {
  return tagSuffix !== '' && newTag === '' && digest === '';
}

/** Whether an entry decides more than the name of an image. */
export function setsVersion({ newTag, digest, tagSuffix }: EntryFields): boolean {
  return `${newTag}${digest}${tagSuffix}` !== '';
}
