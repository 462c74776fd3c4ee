import { isScalar, type ParsedNode, type Scalar } from 'yaml';
import { replaceBlockScalar } from './block.js';
import { isAmbiguous, renderScalar, styleOf } from './scalar.js';
import { type Edit, insert } from './splice.js';
import { refuseShared } from '../yaml/locate.js';
import { describeNode, endOfPair, type ParsedPair, readText, tokensOf } from '../yaml/node.js';
import { refuse, type Source } from '../yaml/source.js';

const STRING_TAG = 'tag:yaml.org,2002:str';

/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
export function setValue(source: Source, pair: ParsedPair, value: string): readonly Edit[] {
  const { key, value: node } = pair;
  if (hasNoText(node)) return fillValue(source, pair, renderScalar(value, 'plain'));
  return setScalar(source, node, describeNode(key), value);
}

function hasNoText(node: ParsedNode | null): node is null {
  return node === null || node.range[0] === node.range[1];
}

/**
 * Edits that give a text to a pair that has no value.
 * @param text As it is to stand in the file.
 * @throws PromoteError as `setValue`.
 */
export function fillValue(source: Source, pair: ParsedPair, text: string): readonly Edit[] {
  const { key, value } = pair;
  const name = describeNode(key);
  if (value !== null) requireString(source, value, name);
  else if (isExplicit(pair)) throw refuseValue(source, key, name, 'a key with ? and no value');
  return [insert(endOfPair(pair), value === null ? `: ${text}` : ` ${text}`)];
}

/**
 * As `setValue`, for a node that is not empty.
 * @param name What messages call the node.
 */
export function setScalar(
  source: Source,
  node: ParsedNode,
  name: string,
  value: string,
): readonly Edit[] {
  const scalar = requireString(source, node, name);
  if (readText(scalar) === value && !(scalar.type === 'PLAIN' && isAmbiguous(value))) return [];
  return writeScalar(source, node, name, renderScalar(value, styleOf(scalar)));
}

/** As `setScalar`, with the text as it is to stand in the file. */
export function writeScalar(
  source: Source,
  node: ParsedNode,
  name: string,
  text: string,
): readonly Edit[] {
  const scalar = requireString(source, node, name);
  const [start, end] = scalar.range;
  if (start === end) throw refuseValue(source, node, name, 'nothing');
  return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
    ? replaceBlockScalar(source.text, start, end, text)
    : [{ start, end, text }];
}

/** How SOPS begins what it writes in the place of a value. */
const CIPHERTEXT = 'ENC[';

/**
 * Refuses to take away what others need.
 * @throws PromoteError `unsafe-edit` for a value of SOPS, and for one whose anchor is used elsewhere.
 */
export function refuseRemoval(source: Source, key: ParsedNode, value: ParsedNode | null): void {
  if (value !== null) refuseCiphertext(source, value, describeNode(key));
  refuseShared(source, [key, value]);
}

/** The value would be lost, and the file could not be decrypted any more. */
function refuseCiphertext(source: Source, node: ParsedNode, name: string): void {
  if (readText(node)?.startsWith(CIPHERTEXT) !== true) return;
  const message = `${name}: the value is encrypted by SOPS, and is not overwritten. Keep it unencrypted (unencrypted_regex in .sops.yaml), or name another path.`;
  throw refuse(source, 'unsafe-edit', node.range[0], message);
}

function requireString(source: Source, node: ParsedNode, name: string): Scalar.Parsed {
  refuseCiphertext(source, node, name);
  if (!isScalar(node)) throw refuseValue(source, node, name, describeNode(node));
  if (node.tag === undefined || node.tag === STRING_TAG) return node;
  throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}

function isExplicit(pair: ParsedPair): boolean {
  return tokensOf(pair).start.some((token) => token.type === 'explicit-key-ind');
}

function refuseValue(source: Source, node: ParsedNode, name: string, given: string): Error {
  const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
  return refuse(source, 'unsafe-edit', node.range[0], message);
}
