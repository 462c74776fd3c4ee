import { isJsonObject } from '../../base/json.js';

/** Codes of Node.js and OpenSSL for a certificate that is not trusted. */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_)|_CERT(?:_|$)|^UNABLE_TO_|^HOSTNAME_MISMATCH$/;

/** Codes for anything that TLS ends in, also behind the handshake, when a request may have been sent. */
const TLS = /^(?:ERR_SSL_|EPROTO$)/;

/** OpenSSL's words for a handshake that cannot succeed, such as with a server that speaks no TLS. */
const HANDSHAKE =
  /wrong.version.number|packet.length.too.long|http.request|unsupported.protocol|protocol.version|handshake.failure|unrecognized.name/i;

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
    const isHandshake = TLS.test(code) && HANDSHAKE.test(`${code} ${String(message)}`);
    if (isHandshake || CERTIFICATE.test(code)) {
      return `does not prove who it is with a certificate that this machine trusts (${code}: ${String(message).trim()})`;
    }
  }
  return undefined;
}
