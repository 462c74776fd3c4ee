/**
 * The grammar of image references, as named fragments. It is that of distribution/reference, with
 * digests narrowed to what registries serve: sha256 in lower case.
 */
const DOMAIN_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';

const DOMAIN_NAME = `${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*`;

const IPV6_ADDRESS = '\\[[a-fA-F0-9:]+\\]';

const DOMAIN = `(?:${DOMAIN_NAME}|${IPV6_ADDRESS})(?::[0-9]+)?`;

const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';

const TAG = '[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}';

const DIGEST = 'sha256:[a-f0-9]{64}';

const ANCHORED_DOMAIN = new RegExp(`^${DOMAIN}$`);

const ANCHORED_PATH_COMPONENT = new RegExp(`^${PATH_COMPONENT}$`);

const ANCHORED_TAG = new RegExp(`^${TAG}$`);

const ANCHORED_DIGEST = new RegExp(`^${DIGEST}$`);

/** Characters of the path, which is the name without its domain. */
const PATH_MAX_LENGTH = 255;

/** Characters of a tag. */
export const TAG_MAX_LENGTH = 128;

export const TAG_RULE = `A tag has 1 to ${TAG_MAX_LENGTH} ASCII letters, digits, "_", "." and "-", and starts with neither "." nor "-".`;

export const DIGEST_RULE = 'A digest is "sha256:" and 64 hex digits in lower case.';

/** What became of a text that should be an image reference. */
type ParsedReference =
  | {
      readonly valid: true;
      readonly reference: ImageReference;
      /** Whether upper case in the repository was lowered. */
      readonly lowered: boolean;
    }
  | { readonly valid: false; /** A sentence: the rule that is broken. */ readonly rule: string };

/**
 * Parses `repository[:tag][@digest]`, where the repository is `[domain[:port]/]path`.
 *
 * Short names of Docker Hub stay as they are given. Upper case in the repository is lowered, as
 * docker/metadata-action does: registries refuse it in paths, and domains do not tell the case.
 */
export function parseImageReference(text: string): ParsedReference {
  const { name, ...suffix } = splitReference(text);
  const repository = name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const rule = findBrokenNameRule(repository, text) ?? findBrokenSuffixRule(suffix);
  if (rule !== undefined) return { valid: false, rule };
  return { valid: true, reference: { repository, ...suffix }, lowered: repository !== name };
}

/** `repository[:tag][@digest]`. */
export function renderImageReference(reference: ImageReference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${reference.repository}${tag}${digest}`;
}

/** Whether an image is told apart from the others of its repository. */
export function isDeployable({ tag, digest }: ImageReference): boolean {
  return tag !== undefined || digest !== undefined;
}

export function isTag(text: string): boolean {
  return ANCHORED_TAG.test(text);
}

export function isDigest(text: string): boolean {
  return ANCHORED_DIGEST.test(text);
}

type Suffix = Pick<ImageReference, 'tag' | 'digest'>;

/** A colon separates the tag only behind the last slash; before it, it separates a port. */
function splitReference(text: string): Suffix & { readonly name: string } {
  const at = text.indexOf('@');
  const named = at === -1 ? text : text.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return {
    name: colon === -1 ? named : named.slice(0, colon),
    ...(colon === -1 ? {} : { tag: named.slice(colon + 1) }),
    ...(at === -1 ? {} : { digest: text.slice(at + 1) }),
  };
}

function findBrokenNameRule(repository: string, text: string): string | undefined {
  if (text.includes('://')) return 'An image reference has no scheme such as "https://".';
  if (/^[a-f0-9]{64}$/i.test(text)) {
    return 'A name of 64 hex digits alone is refused: it reads as the ID of an image.';
  }
  const { domain, path } = splitDomain(repository);
  if (domain !== undefined && !ANCHORED_DOMAIN.test(domain)) {
    return `The registry ${quote(domain)} is not valid: it is a host name or an IP address, with a port if need be.`;
  }
  for (const component of path.split('/')) {
    if (!ANCHORED_PATH_COMPONENT.test(component)) {
      return `The part ${quote(component)} of the name is not valid: parts are ASCII letters and digits in groups, which one ".", one or two "_" or any number of "-" separate.`;
    }
  }
  if (path.length > PATH_MAX_LENGTH) {
    return `The name without its registry has ${path.length} characters; ${PATH_MAX_LENGTH} are allowed.`;
  }
  return undefined;
}

function findBrokenSuffixRule({ tag, digest }: Suffix): string | undefined {
  if (tag !== undefined && !isTag(tag)) return `The tag ${quote(tag)} is not valid. ${TAG_RULE}`;
  if (digest !== undefined && !isDigest(digest)) {
    return `The digest ${quote(digest)} is not valid. ${DIGEST_RULE}`;
  }
  return undefined;
}

/** The first component is a domain when it cannot be the name of an account on Docker Hub. */
export function splitDomain(repository: string): {
  readonly domain?: string;
  readonly path: string;
} {
  const slash = repository.indexOf('/');
  const first = repository.slice(0, slash);
  if (slash === -1 || !(first === 'localhost' || /[.:]/.test(first))) return { path: repository };
  return { domain: first, path: repository.slice(slash + 1) };
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** An image reference in its parts. At least the repository is there; it is never normalised. */
export interface ImageReference {
  /** `ghcr.io/org/repo/name`: domain and path, without tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 lower-case hex digits. */
  readonly digest?: string;
}

/**
 * The name under which all spellings of a repository are one: `docker.io/` is the default registry,
 * and `library/` the default account there.
 */
export function normalizeRepository(repository: string): string {
  const path = repository.replace(/^(?:index\.)?docker\.io\/+/, '');
  return path.replace(/^library\/(?=[^/]+$)/, '');
}

export function isSameRepository(one: string, other: string): boolean {
  return normalizeRepository(one) === normalizeRepository(other);
}

/** Parts that were read somewhere, empty where there is none; `undefined` when they are no image. */
export function toImageReference(parts: ImageReference): ImageReference | undefined {
  const tag = parts.tag === '' ? undefined : parts.tag;
  const digest = parts.digest === '' ? undefined : parts.digest;
  const parsed = parseImageReference(
    renderImageReference({ repository: parts.repository, tag, digest }),
  );
  if (!parsed.valid) return undefined;
  const { reference } = parsed;
  // A tag in the repository would be taken for that of the image.
  const isWhole = reference.tag === tag && reference.digest === digest;
  return isWhole ? { repository: reference.repository, tag, digest } : undefined;
}

/** Whether a repository begins with a registry, as Docker tells it. */
export function hasRegistry(repository: string): boolean {
  return splitDomain(repository).domain !== undefined;
}
