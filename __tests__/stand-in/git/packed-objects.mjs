// Objects in the packs that real git makes: `git fast-import` and `git repack` in tests do. The
// formats are those of gitformat-pack(5): an index of version 2, and deltas on other objects.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { isAbsence } from './loose-objects.mjs';

/** @typedef {import('./loose-objects.mjs').GitObject} GitObject */

/** @typedef {{ path: string, index: Buffer, data: Buffer }} Pack */

/** The types by their numbers; 6 and 7 are deltas. */
const TYPES = /** @type {const} */ ([undefined, 'commit', 'tree', 'blob', 'tag']);
const OFFSET_DELTA = 6;
const NAME_DELTA = 7;

const INDEX_HEADER = 'ff744f6300000002';
const FANOUT = 8;
const NAMES = FANOUT + 256 * 4;
const NAME_LENGTH = 20;

/**
 * Packs that were read. The name of a pack tells its content, so it never changes.
 * @type {Map<string, Pack>}
 */
const opened = new Map();

/**
 * @param {string} gitDir
 * @param {string} oid 40 hexadecimal digits.
 * @returns {GitObject | undefined}
 */
export function readPackedObject(gitDir, oid) {
  for (const path of listPacks(join(gitDir, 'objects', 'pack'))) {
    const pack = opened.get(path) ?? openPack(path);
    const offset = findOffset(pack, oid);
    if (offset !== undefined) return readAt(pack, offset);
  }
  return undefined;
}

/**
 * @param {string} directory
 * @returns {string[]} Paths without their ending.
 */
function listPacks(directory) {
  try {
    const names = readdirSync(directory).filter((name) => name.endsWith('.idx'));
    return names.map((name) => join(directory, name.slice(0, -'.idx'.length)));
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

/** @param {string} path */
function openPack(path) {
  const index = readFileSync(`${path}.idx`);
  if (index.toString('hex', 0, FANOUT) !== INDEX_HEADER) {
    throw new Error(`${path}.idx is no index of version 2.`);
  }
  const pack = { path, index, data: readFileSync(`${path}.pack`) };
  opened.set(path, pack);
  return pack;
}

/**
 * @param {Pack} pack
 * @param {string} oid
 * @returns {number | undefined} Where the object begins.
 */
function findOffset({ index }, oid) {
  const wanted = Buffer.from(oid, 'hex');
  const first = wanted.readUInt8();
  const total = index.readUInt32BE(NAMES - 4);
  let low = first === 0 ? 0 : index.readUInt32BE(FANOUT + (first - 1) * 4);
  let high = index.readUInt32BE(FANOUT + first * 4);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = NAMES + middle * NAME_LENGTH;
    const order = wanted.compare(index, at, at + NAME_LENGTH);
    if (order === 0) return readOffset(index, total, middle);
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return undefined;
}

/**
 * @param {Buffer} index
 * @param {number} total How many objects it has.
 * @param {number} number The object's place in the order of names.
 */
function readOffset(index, total, number) {
  // A checksum of 4 bytes for each object comes before the offsets.
  const offsets = NAMES + total * (NAME_LENGTH + 4);
  const offset = index.readUInt32BE(offsets + number * 4);
  if (offset < 0x80000000) return offset;
  const large = offsets + total * 4 + (offset - 0x80000000) * 8;
  return Number(index.readBigUInt64BE(large));
}

/**
 * @param {Pack} pack
 * @param {number} offset
 * @returns {GitObject}
 */
function readAt(pack, offset) {
  const { data } = pack;
  let at = offset;
  const kind = (data.readUInt8(at) >> 4) & 7;
  while (data.readUInt8(at++) >= 0x80);
  if (kind !== OFFSET_DELTA && kind !== NAME_DELTA) {
    const type = TYPES[kind];
    if (type === undefined) throw new Error(`${pack.path}: no type has the number ${kind}`);
    return { type, content: inflateSync(data.subarray(at)) };
  }
  const { base, end } = kind === OFFSET_DELTA ? readDistance(data, offset, at) : readName(pack, at);
  const { type, content } = readAt(pack, base);
  return { type, content: applyDelta(content, inflateSync(data.subarray(end))) };
}

/**
 * @param {Buffer} data
 * @param {number} offset Of the delta.
 * @param {number} start
 * @returns {{ base: number, end: number }}
 */
function readDistance(data, offset, start) {
  let at = start;
  let byte = data.readUInt8(at++);
  let distance = byte & 0x7f;
  while (byte >= 0x80) {
    byte = data.readUInt8(at++);
    distance = (distance + 1) * 128 + (byte & 0x7f);
  }
  return { base: offset - distance, end: at };
}

/**
 * @param {Pack} pack
 * @param {number} start
 * @returns {{ base: number, end: number }}
 */
function readName(pack, start) {
  const end = start + NAME_LENGTH;
  const oid = pack.data.toString('hex', start, end);
  const base = findOffset(pack, oid);
  if (base === undefined) throw new Error(`${pack.path} has no ${oid}.`);
  return { base, end };
}

/**
 * @param {Buffer} base
 * @param {Buffer} delta The sizes of both objects, then what to copy from the base and what to insert.
 */
function applyDelta(base, delta) {
  let at = 0;
  while (delta.readUInt8(at++) >= 0x80);
  while (delta.readUInt8(at++) >= 0x80);
  const parts = [];
  while (at < delta.length) {
    const instruction = delta.readUInt8(at++);
    if (instruction < 0x80) {
      parts.push(delta.subarray(at, at + instruction));
      at += instruction;
      continue;
    }
    // Each bit tells whether a byte of the offset (4) or of the length (3) is there.
    const bytes = [0, 1, 2, 3, 4, 5, 6].map((bit) => {
      return (instruction >> bit) & 1 ? delta.readUInt8(at++) : 0;
    });
    const fields = Buffer.from(bytes);
    const from = fields.readUInt32LE();
    parts.push(base.subarray(from, from + (fields.readUIntLE(4, 3) || 0x10000)));
  }
  return Buffer.concat(parts);
}
