import { parseJsonObject } from '../base/json.js';
import { isOwnMachine, type RegistryAddress } from './protocol/address.js';
import {
  computeTokenRequest,
  renderTokenParameters,
  type Challenge,
  type TokenRequest,
} from './protocol/challenge.js';
import type { Credentials } from './protocol/docker-config.js';
import { type HttpReply, isRedirect, type RegistryHttp } from './http.js';

/** What came of an attempt to sign in. */
type SignIn =
  | { readonly outcome: 'ready'; /** Value of `Authorization`. */ readonly authorization: string }
  /** Why not; it is not known what the registry would have said. */
  | { readonly outcome: 'refused'; readonly detail: string }
  /** The token server answered with something else than a token. */
  | { readonly outcome: 'answered'; readonly reply: HttpReply };

/**
 * Signs in as a registry asks for it: https://distribution.github.io/distribution/spec/auth/token/.
 * @param challenges What it names, in its order; a token is preferred, since it is good for this one
 *   repository only.
 * @param credentials Absent: anonymously, which some registries want to be asked for too.
 * @throws Unreachable when the token server does not answer.
 */
export async function signIn(
  address: RegistryAddress,
  challenges: readonly Challenge[],
  credentials: Credentials | undefined,
  http: RegistryHttp,
): Promise<SignIn> {
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  if (bearer !== undefined) return askForToken(address, bearer, credentials, http);
  if (!challenges.some(({ scheme }) => scheme === 'basic')) {
    return refused('401, and no way to sign in that is known');
  }
  if (credentials === undefined) return refused('401, it wants a user name and a password');
  if (credentials.kind !== 'password') return refused('401, it takes no identity token');
  return { outcome: 'ready', authorization: renderBasic(credentials) };
}

async function askForToken(
  address: RegistryAddress,
  challenge: Challenge,
  credentials: Credentials | undefined,
  http: RegistryHttp,
): Promise<SignIn> {
  const request = computeTokenRequest(challenge, address.path);
  if (request === undefined) return refused('401, and no address of a token server');
  const { realm } = request;
  if (!isTrustworthy(realm, address)) {
    return refused(
      `its token server ${realm.protocol}//${realm.host} is not one to show credentials`,
    );
  }
  const reply = await requestToken(request, credentials, http);
  if (isRedirect(reply)) return refused(`its token server ${realm.host} sends to another address`);
  if (reply.status !== 200) return { outcome: 'answered', reply };
  const token = parseTokenReply(reply.body);
  return token === undefined
    ? { outcome: 'answered', reply }
    : { outcome: 'ready', authorization: `Bearer ${token}` };
}

/** Only over TLS, or from this machine to itself; and an address with a user name is a trap. */
function isTrustworthy(realm: URL, { origin }: RegistryAddress): boolean {
  if (realm.username + realm.password !== '') return false;
  if (realm.protocol === 'https:') return true;
  return realm.protocol === 'http:' && isOwnMachine(realm) && isOwnMachine(new URL(origin));
}

async function requestToken(
  request: TokenRequest,
  credentials: Credentials | undefined,
  http: RegistryHttp,
): Promise<HttpReply> {
  if (credentials?.kind === 'identity-token') {
    return http.send({ url: request.realm, form: renderRefresh(request, credentials.token) });
  }
  const url = new URL(request.realm);
  for (const [name, value] of renderTokenParameters(request)) url.searchParams.append(name, value);
  return http.follow(
    { url, authorization: credentials && renderBasic(credentials) },
    'same-origin',
  );
}

/** An identity token is exchanged for one of the repository, as OAuth 2.0 has it. */
function renderRefresh({ service, scopes }: TokenRequest, identityToken: string): string {
  return new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'gitops-promote',
    ...(service !== undefined && { service }),
    scope: scopes.join(' '),
    refresh_token: identityToken,
  }).toString();
}

export function renderBasic({ username, password }: Credentials & { kind: 'password' }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** The token of an answer; `undefined` when there is none that can stand in a header. */
function parseTokenReply(body: Uint8Array): string | undefined {
  const { token, access_token: accessToken } = parseJsonObject(body) ?? {};
  const texts = [token, accessToken].filter((each) => typeof each === 'string');
  return texts.find((text) => /^[\x21-\x7e]+$/.test(text));
}

function refused(detail: string): SignIn {
  return { outcome: 'refused', detail };
}
