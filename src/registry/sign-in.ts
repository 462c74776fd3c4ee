import { parseJsonObject } from '../base/json.js';
import type { SendRequest } from '../ports/http.js';
import { isPrivate, type RegistryAddress } from './protocol/address.js';
import { computeTokenRequest, renderBasic, type Challenge } from './protocol/challenge.js';
import type { Credentials } from './protocol/docker-config.js';
import { followRedirects, type HttpReply, isRedirect, sendRequest } from './http.js';

/** What came of an attempt to sign in. */
type SignIn =
  | { /** Value of the header. */ readonly authorization: string }
  /** Why there is none; it is not known what the registry would have said. */
  | { readonly detail: string }
  /** The token server answered with something else than a token. */
  | { readonly reply: HttpReply };

/**
 * Signs in as a registry asks for it: https://distribution.github.io/distribution/spec/auth/token/.
 * @param challenges What it names, in its order; a token is preferred, since it is good for this one
 *   repository only.
 * @param credentials Absent: anonymously, which some registries want to be asked for too.
 * @throws NoAnswer when the token server does not answer.
 */
export async function signIn(
  address: RegistryAddress,
  challenges: readonly Challenge[],
  credentials: Credentials | undefined,
  send: SendRequest,
): Promise<SignIn> {
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  if (bearer !== undefined) return askForToken(address, bearer, credentials, send);
  if (!challenges.some(({ scheme }) => scheme === 'basic')) {
    return { detail: '401, and no way to sign in that is known' };
  }
  if (credentials === undefined) return { detail: '401, it wants a user name and a password' };
  if (credentials.kind !== 'password') return { detail: '401, it takes no identity token' };
  return { authorization: renderBasic(credentials) };
}

async function askForToken(
  { origin, path }: RegistryAddress,
  challenge: Challenge,
  credentials: Credentials | undefined,
  send: SendRequest,
): Promise<SignIn> {
  const request = computeTokenRequest(challenge, path, credentials);
  if (request === undefined) return { detail: '401, and no address of a token server' };
  const { url, form } = request;
  // An address with a user name is a trap.
  if (url.username + url.password !== '' || !isPrivate(url, new URL(origin))) {
    return {
      detail: `its token server ${url.protocol}//${url.host} is not one to show credentials`,
    };
  }
  const reply = await (form === undefined
    ? followRedirects(request, send, 'same-origin')
    : sendRequest(request, send));
  if (isRedirect(reply)) {
    return { detail: `its token server ${url.host} sends to another address` };
  }
  const token = reply.status === 200 ? parseToken(reply.body) : undefined;
  return token === undefined ? { reply } : { authorization: `Bearer ${token}` };
}

/** The token of an answer; `undefined` when there is none that can stand in a header. */
function parseToken(body: Uint8Array): string | undefined {
  const { token, access_token: accessToken } = parseJsonObject(body) ?? {};
  const texts = [token, accessToken].filter((each) => typeof each === 'string');
  return texts.find((text) => /^[\x21-\x7e]+$/.test(text));
}
