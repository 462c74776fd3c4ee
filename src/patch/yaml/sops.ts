import { isMap } from 'yaml';
import { keyOf, readValue } from './locate.js';
import { readText, startOfNode } from './node.js';
import { refuse, type Source } from './source.js';

/**
 * Refuses to change a document that SOPS has signed: its `mac` is computed over all values, unless
 * `mac_only_encrypted` is set. What is added SOPS could expect to be encrypted.
 * @param documents Indices of the documents that change, and whether something is added there.
 * @throws PromoteError `unsafe-edit`
 */
export function refuseSealed(source: Source, documents: ReadonlyMap<number, boolean>): void {
  for (const [index, isAdded] of documents) {
    const sops = readValue(source, source.documents[index], keyOf('sops'));
    const mac = readValue(source, sops, keyOf('mac'));
    if (!isMap(sops) || readText(mac) === undefined) continue;
    const isPlain = readText(readValue(source, sops, keyOf('mac_only_encrypted'))) === 'true';
    if (isPlain && !isAdded) continue;
    const message = isPlain
      ? 'SOPS has encrypted this file, and may want a new key encrypted too. Add the key with sops first.'
      : 'SOPS has signed all values of this file (sops.mac), so it could not be decrypted after a change. Encrypt it with mac_only_encrypted: true, or keep the image in a file of its own.';
    throw refuse(source, 'unsafe-edit', startOfNode(sops), message);
  }
}
