import { computeRetryAfter } from '../base/retry-after.js';
import type { SendRequest } from '../ports/http.js';
import type { ImageConfig, Manifest, Registry, RegistryTarget } from '../ports/registry.js';
import { computeAddress, type RegistryAddress } from './protocol/address.js';
import { parseChallenges, withoutScope, type Challenge } from './protocol/challenge.js';
import { type HttpReply, type HttpRequest, RegistryHttp, Unreachable } from './http.js';
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
  parseErrorMessage,
} from './protocol/refusals.js';
import { Secrets } from './protocol/secrets.js';
import { renderBasic, signIn } from './sign-in.js';

/** Why one identity does not get in. */
interface Rejection {
  readonly from: IdentitySource | undefined;
  readonly detail: string;
}

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
  readonly #http: RegistryHttp;
  readonly #secrets = new Secrets();
  /** Known once it was needed. */
  #identities: Identities | undefined;
  #authorization: string | undefined;
  #from: IdentitySource | undefined;

  constructor(
    target: RegistryTarget,
    send: SendRequest,
    address = computeAddress(target.repository),
  ) {
    this.#target = target;
    this.#address = address;
    this.#http = new RegistryHttp(send);
  }

  get name(): string {
    return this.#address.name;
  }

  get signedInWith(): IdentitySource | undefined {
    return this.#from;
  }

  async readManifest(reference: string): Promise<Manifest | undefined> {
    const accept = MANIFEST_TYPES.join(', ');
    const reply = await this.#ask({ url: this.#locate(`manifests/${reference}`), accept });
    if (reply === undefined) return undefined;
    const { 'content-type': type = '', 'docker-content-digest': digest } = reply.headers;
    const content = { bytes: reply.body, type, digest: typeof digest === 'string' ? digest : '' };
    return this.#use(reference, () => parseManifest(content, reference));
  }

  async readConfig(digest: string): Promise<ImageConfig | undefined> {
    const reply = await this.#ask({ url: this.#locate(`blobs/${digest}`) });
    return reply && this.#use(digest, () => parseConfig(reply.body, digest));
  }

  #locate(resource: string): URL {
    return new URL(`${this.#address.origin}/v2/${this.#address.path}/${resource}`);
  }

  #use<T>(reference: string, parse: () => T): T {
    try {
      return parse();
    } catch (cause) {
      if (!(cause instanceof UnusableContent)) throw cause;
      throw this.#unavailable(`what it gave for ${reference} is ${cause.message}`, { cause });
    }
  }

  /** @returns `undefined` for what is not there. */
  async #ask(request: HttpRequest): Promise<HttpReply | undefined> {
    const reply = await this.#get(request);
    const challenges = await this.#findChallenges(reply);
    return this.#judge(challenges ? await this.#askSignedIn(request, challenges) : reply);
  }

  async #get(request: HttpRequest): Promise<HttpReply> {
    return this.#reach(this.#http.follow({ ...request, authorization: this.#authorization }));
  }

  /**
   * What the registry wants before it tells; `undefined` when it has told. A registry that shows
   * strangers what is public may hide the rest without a word, so whoever has credentials asks how to
   * sign in before a "not found" is believed.
   */
  async #findChallenges(reply: HttpReply): Promise<readonly Challenge[] | undefined> {
    const { origin } = this.#address;
    // Another server, which a redirect led to, has nothing to ask for.
    if (reply.status === 401 && this.#isOwn(reply)) return challengesOf(reply);
    const hides = reply.status === 403 || reply.status === 404;
    if (!hides || this.#authorization !== undefined) return undefined;
    const { list } = await this.#listIdentities();
    if (list.every(({ credentials }) => credentials === undefined)) return undefined;
    const base = await this.#reach(
      this.#http.follow({ url: new URL(`${origin}/v2/`) }, 'same-origin'),
    );
    // The scope of this address is not that of the repository.
    return base.status === 401 ? withoutScope(challengesOf(base)) : undefined;
  }

  /**
   * Asks as one identity after the other, until one gets in.
   * @throws PromoteError `registry-denied` with what the first, the best one, was told.
   */
  async #askSignedIn(request: HttpRequest, challenges: readonly Challenge[]): Promise<HttpReply> {
    const rejections: Rejection[] = [];
    for (const identity of (await this.#listIdentities()).list) {
      const answer = await this.#askAs(identity, request, challenges);
      if (!('detail' in answer)) return answer;
      rejections.push(answer);
    }
    throw this.#denied(rejections[0]);
  }

  async #askAs(
    { credentials, from }: Identity,
    request: HttpRequest,
    challenges: readonly Challenge[],
  ): Promise<HttpReply | Rejection> {
    this.#authorization = undefined;
    const signed = await this.#reach(signIn(this.#address, challenges, credentials, this.#http));
    if (signed.outcome === 'refused') return { detail: signed.detail, from };
    if (signed.outcome === 'answered') return this.#judgeTokenReply(signed.reply, from);
    this.#secrets.keep(signed.authorization);
    this.#authorization = signed.authorization;
    this.#from = from;
    const reply = await this.#get(request);
    const rejects = DENIED.includes(reply.status) && this.#isOwn(reply);
    return rejects ? { detail: this.#describe(reply), from } : reply;
  }

  /** Token servers refuse with 401 and 403, and some with other statuses of a bad request. */
  #judgeTokenReply(reply: HttpReply, from: IdentitySource | undefined): Rejection {
    const { status, url } = reply;
    const answer = status === 200 ? 'without a token' : this.#describe(reply);
    const detail = `its token server ${url.host} answers ${answer}`;
    return this.#refusal(reply, { detail, from });
  }

  /** @throws PromoteError `registry-unavailable` for what is no refusal, and may pass. */
  #refusal({ status, headers }: HttpReply, rejection: Rejection): Rejection {
    if (status >= 400 && !canPass(status)) return rejection;
    const retryAt = computeRetryAfter(headers, Date.now());
    throw this.#unavailable(rejection.detail, { retryAt });
  }

  #judge(reply: HttpReply): HttpReply | undefined {
    const { status, url } = reply;
    if (status === 200) return reply;
    if (status === 404) return undefined;
    const who = this.#isOwn(reply) ? 'it' : url.host;
    const detail = `${who} answers ${this.#describe(reply)}`;
    throw this.#denied(this.#refusal(reply, { detail, from: this.#from }));
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

  #denied({ detail, from }: Rejection = { detail: '401', from: undefined }): Error {
    const { problem } = this.#identities ?? {};
    return makeDeniedError({ address: this.#address, detail, from, problem });
  }

  #unavailable(detail: string, options?: { cause?: unknown; retryAt?: number }): Error {
    return makeUnavailableError(this.#address, detail, options);
  }

  /** Tells what a request ends in that got no answer. */
  async #reach<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      if (!(cause instanceof Unreachable)) throw cause;
      throw this.#unavailable(cause.message, { cause });
    }
  }
}

function challengesOf({ headers }: HttpReply): readonly Challenge[] {
  return parseChallenges(headers['www-authenticate'] ?? '');
}
