import { computeRetryAfter } from '../base/retry-after.js';
import type { PromoteError } from '../base/errors.js';
import type { SendRequest } from '../ports/http.js';
import type { ImageConfig, Manifest, Registry, RegistryTarget } from '../ports/registry.js';
import { computeAddress, type RegistryAddress } from './protocol/address.js';
import { type Challenge, parseChallenges, renderBasic } from './protocol/challenge.js';
import { followRedirects, type HttpReply, type HttpRequest } from './http.js';
import { findIdentities, type Identities, type Identity } from './credentials.js';
import {
  MANIFEST_TYPES,
  parseConfig,
  parseManifest,
  UnusableContent,
} from './protocol/manifest.js';
import {
  type IdentitySource,
  makeDeniedError,
  makeUnavailableError,
  NoAnswer,
  parseErrorMessage,
} from './protocol/refusals.js';
import { Secrets } from './protocol/secrets.js';
import { signIn } from './sign-in.js';

/** What whoever asks is told, so that another one may be told otherwise. */
const DENIED = [401, 403];

/** Whether a status can be another one a moment later. */
function canPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

/**
 * A client of the part of the OCI distribution specification that reads. It asks without credentials
 * first and signs in where the registry asks for it, so that they go nowhere else.
 */
export class RegistryClient implements Registry {
  readonly #target: RegistryTarget;
  readonly #address: RegistryAddress;
  readonly #send: SendRequest;
  readonly #secrets = new Secrets();
  /** Known once it was needed. */
  #identities: Identities | undefined;
  #authorization: string | undefined;
  /** Whether it has shown strangers something of the repository, so that it hides nothing of it. */
  #isPublic = false;
  readonly name: string;
  signedInWith: IdentitySource | undefined;

  constructor(
    target: RegistryTarget,
    send: SendRequest,
    address = computeAddress(target.repository),
  ) {
    this.#target = target;
    this.#address = address;
    this.#send = send;
    this.name = address.name;
  }

  readManifest(reference: string): Promise<Manifest | undefined> {
    const accept = MANIFEST_TYPES.join(', ');
    return this.#read('manifests', reference, accept, ({ body: bytes, headers }) => {
      const { 'content-type': type = '', 'docker-content-digest': digest = '' } = headers;
      return parseManifest({ bytes, type, digest }, reference);
    });
  }

  readConfig(digest: string): Promise<ImageConfig | undefined> {
    return this.#read('blobs', digest, '*/*', ({ body }) => parseConfig(body, digest));
  }

  /** @returns `undefined` for what is not there. */
  async #read<T>(
    kind: 'manifests' | 'blobs',
    reference: string,
    accept: string,
    parse: (reply: HttpReply) => T,
  ): Promise<T | undefined> {
    const { origin, path } = this.#address;
    try {
      const url = new URL(`${origin}/v2/${path}/${kind}/${reference}`);
      const reply = await this.#ask({ url, accept });
      return reply && parse(reply);
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) throw cause;
      const about = cause instanceof UnusableContent ? `what it gave for ${reference} is ` : '';
      throw this.#unavailable(about + cause.message, cause);
    }
  }

  async #ask(request: HttpRequest): Promise<HttpReply | undefined> {
    const first = await this.#get(request);
    this.#isPublic ||= first.status === 200 && this.#authorization === undefined;
    const challenges = await this.#findChallenges(first);
    const reply = challenges ? await this.#askSignedIn(request, challenges) : first;
    if (reply.status === 200) return reply;
    if (reply.status === 404) return undefined;
    const who = this.#isOwn(reply) ? 'it' : reply.url.host;
    throw this.#denied(this.#refuse(reply, `${who} answers ${this.#describe(reply)}`));
  }

  #get(request: HttpRequest): Promise<HttpReply> {
    return followRedirects({ ...request, authorization: this.#authorization }, this.#send);
  }

  /**
   * What the registry wants before it tells; `undefined` when it has told. A registry that shows
   * strangers what is public may hide the rest without a word, so it is asked how to sign in before
   * its "not found" is believed.
   */
  async #findChallenges(reply: HttpReply): Promise<readonly Challenge[] | undefined> {
    // Another server, which a redirect led to, has nothing to ask for.
    if (!this.#isOwn(reply)) return undefined;
    if (reply.status === 401) return challengesOf(reply);
    const hides = reply.status === 403 || (reply.status === 404 && !this.#isPublic);
    if (!hides || this.#authorization !== undefined) return undefined;
    const url = new URL(`${this.#address.origin}/v2/`);
    const base = await followRedirects({ url }, this.#send, 'same-origin');
    if (canPass(base.status)) this.#refuse(base, `it answers ${this.#describe(base)}`);
    if (base.status !== 401) return undefined;
    const challenges = challengesOf(base);
    // The scope of this address is not that of the repository.
    for (const { parameters } of challenges) parameters.delete('scope');
    return challenges;
  }

  /**
   * Asks as one identity after the other, until one gets in.
   * @throws PromoteError `registry-denied` with what the first, the best one, was told.
   */
  async #askSignedIn(request: HttpRequest, challenges: readonly Challenge[]): Promise<HttpReply> {
    const { list } = await this.#listIdentities();
    const details: string[] = [];
    for (const identity of list) {
      const answer = await this.#askAs(identity, request, challenges);
      if (typeof answer !== 'string') return answer;
      details.push(answer);
    }
    throw this.#denied(details[0], list[0]?.from);
  }

  /** @returns Why this identity does not get in, or what the registry answers it. */
  async #askAs(
    { credentials, from }: Identity,
    request: HttpRequest,
    challenges: readonly Challenge[],
  ): Promise<HttpReply | string> {
    this.#authorization = undefined;
    const signed = await signIn(this.#address, challenges, credentials, this.#send);
    if ('detail' in signed) return signed.detail;
    if ('reply' in signed) {
      const { status, url } = signed.reply;
      const answer = status === 200 ? 'without a token' : this.#describe(signed.reply);
      return this.#refuse(signed.reply, `its token server ${url.host} answers ${answer}`);
    }
    this.#secrets.keep(signed.authorization);
    this.#authorization = signed.authorization;
    this.signedInWith = from;
    const reply = await this.#get(request);
    return DENIED.includes(reply.status) && this.#isOwn(reply) ? this.#describe(reply) : reply;
  }

  /**
   * A refusal in the words of `detail`.
   * @throws PromoteError `registry-unavailable` for what is none, and may pass.
   */
  #refuse({ status, headers }: HttpReply, detail: string): string {
    if (status >= 400 && !canPass(status)) return detail;
    throw this.#unavailable(detail, { retryAt: computeRetryAfter(headers, Date.now()) });
  }

  /** Whether the registry itself answered, and not a store that it led to. */
  #isOwn({ url }: HttpReply): boolean {
    return url.origin === this.#address.origin;
  }

  async #listIdentities(): Promise<Identities> {
    this.#identities ??= await findIdentities(this.#target, this.#address);
    for (const { credentials } of this.#identities.list) {
      if (credentials?.kind === 'identity-token') this.#secrets.keep(credentials.token);
      if (credentials?.kind !== 'password') continue;
      this.#secrets.keep(credentials.password);
      this.#secrets.keep(renderBasic(credentials));
    }
    return this.#identities;
  }

  /** Status and message on one line, cut only after nothing secret is in it. */
  #describe({ status, body }: HttpReply): string {
    const message = this.#secrets.redact(parseErrorMessage(body));
    const shown = message.length > 200 ? `${message.slice(0, 200)}…` : message;
    return shown === '' ? String(status) : `${status} ${shown}`;
  }

  #denied(detail = '401', from = this.signedInWith): Error {
    const problem = this.#identities?.problem;
    return makeDeniedError({ address: this.#address, detail, from, problem });
  }

  #unavailable(
    detail: string,
    options?: Partial<Pick<PromoteError, 'isTransient' | 'retryAt'>>,
  ): PromoteError {
    return makeUnavailableError(this.#address, detail, options);
  }
}

function challengesOf({ headers }: HttpReply): readonly Challenge[] {
  return parseChallenges(headers['www-authenticate'] ?? '');
}
