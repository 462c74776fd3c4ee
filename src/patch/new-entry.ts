import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ImageReference } from '../tag/result.js';
import { endOfLastLine } from './block.js';
import { insert, lineBreakAt, type Edit } from './edit.js';
import { insertIntoFlow } from './flow.js';
import type { Images } from './images.js';
import { endOfNode, endOfPair, indentOf, startOfPair, type ParsedPair } from './node.js';
import type { Plan } from './plan.js';
import { renderScalar, styleOf, type ScalarStyle } from './scalar.js';
import { refuseShared } from './shared.js';
import type { Source } from './source.js';

/** Fields of a new entry, in the order in which they are written. */
type Fields = readonly (readonly [field: string, value: string])[];

/** Plans the edits that add an entry to `images`, and `images` itself where the file has none. */
export function planNewEntry(
  source: Source,
  images: Images,
  name: string,
  image: ImageReference,
): Plan {
  refuseShared(source, images.ancestors);
  const fields = computeFields(name, image);
  const index = images.entries.length;
  return {
    edits: addEntry(source.text, images, fields),
    changes: fields.map(([field, after]) => ({
      document: 0,
      path: [images.key, index, field],
      after,
    })),
  };
}

function computeFields(name: string, { repository, tag, digest }: ImageReference): Fields {
  const fields: [string, string][] = [['name', name]];
  if (repository !== name) fields.push(['newName', repository]);
  if (tag !== undefined) fields.push(['newTag', tag]);
  if (digest !== undefined) fields.push(['digest', digest]);
  return fields;
}

function addEntry(text: string, { root, pair, list }: Images, fields: Fields): readonly Edit[] {
  const last = root.items.at(-1);
  // JSON keeps its quotes.
  const flow = renderFlow(fields, styleOf(last?.key));
  if (list !== undefined) return [appendItem(text, list, fields, flow)];
  if (pair !== undefined) return [fillList(text, root, pair, fields, flow)];
  if (last === undefined) return [insert(root.range[0] + 1, `images: [${flow}]`)];
  if (root.flow === true) {
    const key = renderScalar('images', styleOf(last.key));
    return insertIntoFlow(text, last, [`${key}: [${flow}]`], []);
  }
  // Where a blank line keeps the last key apart, one does the new key too.
  const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, startOfPair(last)));
  const lines = [
    ...(isApart ? [''] : []),
    `${' '.repeat(indentOf(root))}images:`,
    ...renderBlock(fields, indentOfLists(root)),
  ];
  return [insertLines(text, endOfPair(last), lines)];
}

function appendItem(text: string, list: YAMLSeq.Parsed, fields: Fields, flow: string): Edit {
  const last = list.items.at(-1);
  if (last === undefined) return insert(list.range[0] + 1, flow);
  const end = endOfNode(last);
  if (list.flow === true) return insert(end, `, ${flow}`);
  const indent = indentOf(list);
  const column = isMap(last) && last.flow !== true ? indentOf(last) : indent + 2;
  const lines = [...renderBlock(fields, indent, column)];
  return insertLines(text, end, lines);
}

/** Gives a list to an `images` key that has none. */
function fillList(
  text: string,
  root: YAMLMap.Parsed,
  pair: ParsedPair,
  fields: Fields,
  flow: string,
): Edit {
  const end = endOfPair(pair);
  if (pair.value === null) return insert(end, `: [${flow}]`);
  const [start, valueEnd] = pair.value.range;
  if (start < valueEnd) return { start, end, text: `[${flow}]` };
  if (root.flow === true) return insert(end, ` [${flow}]`);
  const lines = [...renderBlock(fields, indentOfLists(root))];
  return insertLines(text, end, lines);
}

/** Puts lines behind the last one of a node or pair that ends at `end`. */
function insertLines(text: string, end: number, lines: readonly string[]): Edit {
  const lineEnd = endOfLastLine(text, end);
  const lineBreak = lineBreakAt(text, lineEnd);
  return insert(lineEnd, lines.map((line) => `${lineBreak}${line}`).join(''));
}

function renderBlock(fields: Fields, indent: number, column = indent + 2): readonly string[] {
  const dash = `${' '.repeat(indent)}-`.padEnd(column);
  return fields.map(
    ([field, value], index) =>
      `${index === 0 ? dash : ' '.repeat(column)}${field}: ${renderScalar(value, 'plain')}`,
  );
}

function renderFlow(fields: Fields, style: ScalarStyle): string {
  const pairs = fields.map(
    ([field, value]) => `${renderScalar(field, style)}: ${renderScalar(value, style)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** How far the file indents its lists below a key of the root: as its first one, else as the key. */
function indentOfLists(root: YAMLMap.Parsed): number {
  const lists = root.items.map(({ value }) => value).filter((value) => isSeq(value));
  const block = lists.find((list) => list.flow !== true);
  return indentOf(block ?? root);
}
