import { type JsonObject, parseJsonObject } from '../base/json.js';
import type { ArgoAnswer, ArgoFailure } from '../ports/argocd.js';
import type { HttpReply, NoReply } from '../ports/http.js';
import { textOf } from './fields.js';

/** Of node's TLS, for a certificate that nobody who is trusted has signed. */
const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** For one that is not valid for this name or at this time. */
const INVALID = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** For an answer that is no TLS, as of a server that speaks plain HTTP. */
const NO_TLS = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'];

/** Too many requests, and those that were given up. */
const OF_THE_MOMENT = [408, 409, 429, 499];

const PROXY =
  'When a proxy in front of Argo CD asks for a login, give its header for machines with argocd-headers';

/**
 * Tells Argo CD's answers from those of whatever stands before it. Its own are JSON objects, and its
 * errors have a `message`.
 * @param server As `argocd-server` has it.
 */
export function parseReply(reply: HttpReply, url: URL, server: string): ArgoAnswer<JsonObject> {
  const { status } = reply;
  const data = parseJsonObject(reply.body.toString());
  if (status >= 200 && status < 300) {
    if (data !== undefined) return { kind: 'ok', data };
    if (isCutOff(reply)) return { kind: 'unanswered', detail: `${status}: JSON that was cut off` };
    return misdirected(
      `${server} answers with ${describeBody(reply)}, not with Argo CD's API. ${PROXY}`,
    );
  }
  if (status >= 300 && status < 400) return misdirected(explainRedirect(reply, url, server));
  const message = data === undefined ? '' : textOf(data, 'message') || textOf(data, 'error');
  if (status >= 500 || OF_THE_MOMENT.includes(status)) {
    return { kind: 'unanswered', detail: `${status}${message === '' ? '' : `: ${message}`}` };
  }
  if (message !== '') return { kind: 'refused', status, message };
  if (status === 404) {
    return misdirected(
      `${server} answers 404 (${describeBody(reply)}), which is not Argo CD's. Give argocd-server with the root path that Argo CD has (https://host/argo-cd)`,
    );
  }
  return misdirected(`${server} answers ${status} with ${describeBody(reply)}. ${PROXY}`);
}

/** A proxy may end an answer before its end. */
function isCutOff({ body }: HttpReply): boolean {
  return /^\s*\{/.test(body.toString());
}

function describeBody({ headers, body }: HttpReply): string {
  if (body.toString().trim() === '') return 'nothing';
  const { 'content-type': contentType = '' } = headers;
  return /html/i.test(contentType) ? 'a web page' : contentType || 'no JSON';
}

function explainRedirect({ status, headers }: HttpReply, url: URL, server: string): string {
  const { location = '' } = headers;
  const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (target === undefined) return `${server} redirects (${status}) to nowhere. ${PROXY}`;
  if (target.href === url.href) {
    return `${server} redirects (${status}) to the very same address. TLS ends at a proxy, and Argo CD behind it asks for TLS again: start argocd-server with --insecure, or let the proxy pass TLS on`;
  }
  const where = `${target.origin}${target.pathname}`;
  const isSameApi = target.hostname === url.hostname && target.pathname.endsWith(url.pathname);
  if (isSameApi) {
    const root = target.pathname.slice(0, -url.pathname.length) + rootPathOf(server);
    return `${server} redirects (${status}) to ${where}. Give argocd-server as ${target.origin}${root}`;
  }
  return `${server} redirects (${status}) to ${where}, which is not Argo CD's API. ${PROXY}`;
}

function rootPathOf(server: string): string {
  return new URL(server).pathname.replace(/\/$/, '');
}

/** Why no answer came. What another try cannot change is `misdirected`. */
export function explainFailure(
  { code, problem }: NoReply,
  url: URL,
  hasAuthority: boolean,
): ArgoFailure {
  const host = url.host;
  if (UNTRUSTED.includes(code)) {
    const cure = hasAuthority
      ? 'argocd-ca holds another certificate than that of the authority which signed it'
      : 'Give the certificate of the authority that signed it with argocd-ca';
    return misdirected(`the certificate of ${host} is not trusted (${code}). ${cure}`);
  }
  if (INVALID.includes(code)) {
    return misdirected(`the certificate of ${host} is not valid for it (${code}: ${problem})`);
  }
  if (NO_TLS.includes(code)) {
    return misdirected(`${host} does not speak TLS (${code}). Give argocd-server with http://`);
  }
  return { kind: 'unanswered', detail: problem };
}

function misdirected(problem: string): ArgoFailure {
  return { kind: 'misdirected', problem: `${problem}.` };
}
