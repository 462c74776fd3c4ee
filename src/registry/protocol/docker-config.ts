import { isJsonObject, type JsonObject } from '../../base/json.js';

/** What somebody can sign in with. `identity-token`: one that a token server takes for a new token. */
export type Credentials =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly token: string };

/** Where docker's configuration says that the credentials of a registry are; nowhere, when empty. */
interface DockerLogin {
  readonly credentials?: Credentials;
  /** `docker-credential-<helper>` knows them, if anybody does. */
  readonly helper?: string;
}

/** The user name with which a credential helper says that the secret is an identity token. */
const IDENTITY_USER = '<token>';

/**
 * Finds the credentials of a registry in docker's `config.json`, with docker's own precedence: a
 * helper of this registry, the helper of all, the file itself.
 * @param config The parsed file.
 * @param names What the registry may be called in it.
 */
export function findDockerLogin(config: JsonObject, names: readonly string[]): DockerLogin {
  const helper = findHelper(config, names);
  if (helper !== undefined) return { helper };
  const entries = findEntries(config['auths'], names).map(parseStoredLogin);
  return { credentials: entries.find((credentials) => credentials !== undefined) };
}

function findHelper(config: JsonObject, names: readonly string[]): string | undefined {
  const own = isJsonObject(config['credHelpers']) ? config['credHelpers'] : {};
  return [...names.map((name) => own[name]), config['credsStore']].find(isText);
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
  if (!isText(auth)) return toPassword(username, password);
  // Some clients pad the password with zero bytes.
  const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
  const [, name, secret = ''] = /^([^:]+):(.*)$/s.exec(decoded) ?? [];
  return name === undefined ? undefined : { kind: 'password', username: name, password: secret };
}

/**
 * What a credential helper answers to `get`: `{"ServerURL", "Username", "Secret"}`.
 * @returns `undefined` when it is not that.
 */
export function parseHelperAnswer(answer: JsonObject | undefined): Credentials | undefined {
  const { Username: username, Secret: secret } = answer ?? {};
  return username === IDENTITY_USER && isText(secret)
    ? { kind: 'identity-token', token: secret }
    : toPassword(username, secret);
}

function toPassword(username: unknown, password: unknown): Credentials | undefined {
  if (!isText(username) || !isText(password)) return undefined;
  return { kind: 'password', username, password };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
