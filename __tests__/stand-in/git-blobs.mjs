// GET /repos/{owner}/{repo}/git/blobs/{file_sha}

import { answerRaw, encodeContent, isRawAccepted } from './content-bytes.mjs';
import { isEmpty, readBlob, readType } from './objects.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * The whole content, also of files that the Contents API has none of.
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getBlob({ repository, parameters, accept, links, page }) {
  const { gitDir } = repository;
  const sha = parameters['file_sha'] ?? '';
  if (await isEmpty(gitDir)) return replies.refuse(409, 'Git Repository is empty.', page);
  if (!/^[0-9a-f]{40}$/.test(sha)) return replies.refuseShortSha('sha', page);
  const type = await readType(gitDir, sha);
  if (type === undefined) return replies.refuseAbsent(page);
  if (type !== 'blob') return replies.refuseUnknownBehaviour(`a blob that is a ${type}`);
  const bytes = await readBlob(gitDir, sha);
  if (isRawAccepted(accept)) return answerRaw(bytes);
  const body = {
    sha,
    node_id: `B_${sha}`,
    size: bytes.length,
    url: `${links.api}/git/blobs/${sha}`,
    content: encodeContent(bytes),
    encoding: 'base64',
  };
  return { status: 200, body };
}
