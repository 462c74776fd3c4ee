import { isJsonObject, type JsonObject } from '../../base/json.js';

/** What somebody can sign in with. `identity-token`: one that a token server takes for a new token. */
export type Credentials =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly token: string };

/** Where docker's configuration says that the credentials of a registry are. */
type DockerLogin =
  | { readonly from: 'file'; readonly credentials: Credentials }
  /** `docker-credential-<helper>` knows them, if anybody does. */
  | { readonly from: 'helper'; readonly helper: string };

/** The user name with which a credential helper says that the secret is an identity token. */
const IDENTITY_USER = '<token>';

/**
 * Finds the credentials of a registry in docker's `config.json`, with docker's own precedence: a
 * helper of this registry, the helper of all, the file itself.
 * @param config The parsed file.
 * @param names What the registry may be called in it.
 * @returns `undefined` when the file knows of none.
 */
export function findDockerLogin(
  config: JsonObject,
  names: readonly string[],
): DockerLogin | undefined {
  const helper = findHelper(config, names);
  if (helper !== undefined) return { from: 'helper', helper };
  const credentials = findEntries(config['auths'], names).map(parseStoredLogin).find(isDefined);
  return credentials && { from: 'file', credentials };
}

function findHelper(config: JsonObject, names: readonly string[]): string | undefined {
  const own = isJsonObject(config['credHelpers']) ? config['credHelpers'] : {};
  const helpers = [...names.map((name) => own[name]), config['credsStore']];
  return helpers.filter((helper) => typeof helper === 'string').find((helper) => helper !== '');
}

/** The entry of that very name goes first, then those whose address has the name as its host. */
function findEntries(auths: unknown, names: readonly string[]): readonly unknown[] {
  if (!isJsonObject(auths)) return [];
  const hosts = Object.keys(auths).filter((key) => names.includes(parseHost(key)));
  return [...names, ...hosts].map((key) => auths[key]);
}

/** Old versions of docker wrote addresses such as `https://ghcr.io/v1/`. */
function parseHost(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

/** `auth` is `user:password` in Base64, where the password may hold further colons. */
function parseStoredLogin(entry: unknown): Credentials | undefined {
  if (!isJsonObject(entry)) return undefined;
  const { identitytoken, auth, username, password } = entry;
  if (isText(identitytoken)) return { kind: 'identity-token', token: identitytoken };
  if (isText(auth)) {
    // Some clients pad the password with zero bytes.
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    if (colon <= 0) return undefined;
    const [name, secret] = [decoded.slice(0, colon), decoded.slice(colon + 1)];
    return { kind: 'password', username: name, password: secret };
  }
  if (!isText(username) || !isText(password)) return undefined;
  return { kind: 'password', username, password };
}

/**
 * What a credential helper answers to `get`: `{"ServerURL", "Username", "Secret"}`.
 * @returns `undefined` when it is not that.
 */
export function parseHelperAnswer(answer: unknown): Credentials | undefined {
  if (!isJsonObject(answer)) return undefined;
  const { Username: username, Secret: secret } = answer;
  if (!isText(username) || !isText(secret)) return undefined;
  return username === IDENTITY_USER
    ? { kind: 'identity-token', token: secret }
    : { kind: 'password', username, password: secret };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
