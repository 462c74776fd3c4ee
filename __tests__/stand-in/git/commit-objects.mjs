// Commits: read from their objects, and written.

import { writeObject } from './loose-objects.mjs';
import { readObject } from './object-database.mjs';

/**
 * @typedef {object} Identity
 * @property {string} name
 * @property {string} email
 * @property {string} [date] ISO 8601, or as git writes it: `1767225600 +0000`. Now, if there is none.
 */

/**
 * @typedef {object} Signature
 * @property {string} name
 * @property {string} email
 * @property {number} seconds Since 1970.
 */

/**
 * @typedef {object} StoredCommit
 * @property {string} oid
 * @property {string} tree
 * @property {readonly string[]} parents
 * @property {Signature} author
 * @property {Signature} committer
 * @property {string} message As it was written.
 */

const SIGNATURE = /^(?<name>.*?) ?<(?<email>.*)> (?<seconds>\d+) [+-]\d{4}$/;

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {StoredCommit}
 * @throws {Error} When there is no such commit.
 */
export function readStoredCommit(gitDir, oid) {
  const text = readObject(gitDir, oid, 'commit').toString();
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  const valuesOf = (/** @type {string} */ field) => {
    const prefix = `${field} `;
    return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  };
  return {
    oid,
    tree: valuesOf('tree')[0] ?? '',
    parents: valuesOf('parent'),
    author: parseSignature(valuesOf('author')[0]),
    committer: parseSignature(valuesOf('committer')[0]),
    message: text.slice(end + 2),
  };
}

/**
 * @param {string} gitDir
 * @param {{ tree: string, parents: readonly string[], message: string, author: Identity, committer: Identity }} commit
 * @returns {string} The commit, which no branch has yet.
 */
export function writeStoredCommit(gitDir, { tree, parents, message, author, committer }) {
  if (message.includes('\0')) throw new Error('A message has no NUL byte.');
  readObject(gitDir, tree, 'tree');
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${renderIdentity(author)}`,
    `committer ${renderIdentity(committer)}`,
  ];
  return writeObject(gitDir, 'commit', Buffer.from(`${lines.join('\n')}\n\n${message}`));
}

/**
 * @param {string} [line]
 * @returns {Signature}
 */
function parseSignature(line = '') {
  const { name = '', email = '', seconds } = SIGNATURE.exec(line)?.groups ?? {};
  return { name, email, seconds: Number(seconds) };
}

/** @param {Identity} identity */
function renderIdentity({ name, email, date }) {
  const shown = clean(name);
  if (shown === '') throw new Error('An identity has a name.');
  return `${shown} <${clean(email)}> ${renderDate(date)}`;
}

/** @param {string} [date] */
function renderDate(date) {
  if (date !== undefined && /^\d+ [+-]\d{4}$/.test(date)) return date;
  const milliseconds = date === undefined ? Date.now() : Date.parse(date);
  if (Number.isNaN(milliseconds)) throw new Error(`${date} is no date.`);
  const zone = /(?<hours>[+-]\d\d):?(?<minutes>\d\d)$/.exec(date ?? '')?.groups;
  const offset = zone === undefined ? '+0000' : `${zone['hours']}${zone['minutes']}`;
  return `${Math.floor(milliseconds / 1000)} ${offset}`;
}

/**
 * Leaves out what git leaves out: what would end the name or the line, and what stands around it.
 * @param {string} text
 */
function clean(text) {
  const characters = [...text];
  const first = characters.findIndex((character) => !isAround(character));
  const last = characters.findLastIndex((character) => !isAround(character));
  return characters
    .slice(Math.max(first, 0), last + 1)
    .filter((character) => !'\n<>'.includes(character))
    .join('');
}

/** @param {string} character */
function isAround(character) {
  return character <= ' ' || '.,:;<>"\\\''.includes(character);
}
