// The bytes of a file as replies have them: in Base64, or as they are when the raw media type is asked for.

/** @typedef {import('./replies.mjs').Reply} Reply */

const RAW = /application\/vnd\.github\.(?:v3\.)?raw/;

/** @param {string} accept The header. */
export function isRawAccepted(accept) {
  return RAW.test(accept);
}

/**
 * @param {Buffer} bytes
 * @returns {Reply}
 */
export function answerRaw(bytes) {
  const headers = { 'content-type': 'application/vnd.github.raw; charset=utf-8' };
  return { status: 200, headers, body: bytes };
}

/**
 * Base64 in lines of 60 characters, each with a line break.
 * @param {Buffer} bytes
 */
export function encodeContent(bytes) {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
