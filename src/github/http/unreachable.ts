import { isJsonObject } from '../../base/json.js';

/** Codes of Node.js and OpenSSL for a certificate that is not trusted, or for no TLS at all. */
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$)|_CERT(?:_|$)|^UNABLE_TO_|^HOSTNAME_MISMATCH$/;

/**
 * Why a server cannot be reached at all by its address, as it reads behind "it"; `undefined` for what
 * may pass by itself. The request was not sent.
 * @param cause What the request ended in; reasons are errors with a code, further down its causes.
 */
export function findUnreachable(cause: unknown): string | undefined {
  for (let error = cause; isJsonObject(error); error = error['cause']) {
    const { code, message } = error;
    if (typeof code !== 'string') continue;
    if (code === 'ENOTFOUND') return `does not resolve to an address (${String(message)})`;
    if (TLS.test(code)) {
      return `does not prove who it is with a certificate that this machine trusts (${code}: ${String(message).trim()})`;
    }
  }
  return undefined;
}
