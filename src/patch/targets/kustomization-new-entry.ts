import { isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ImageReference } from '../../base/image.js';
import type { Images } from '../images/entries.js';
import type { Fields, IntendedChange, NewEntry, TargetPlan } from './plan.js';
import { endOfLastLine } from '../text/block.js';
import { insertIntoFlow } from '../text/flow.js';
import { renderScalar, type ScalarStyle, styleOf } from '../text/scalar.js';
import { cut, type Edit, endOfText, insert, lineBreakAt } from '../text/splice.js';
import {
  endOfNode,
  endOfPair,
  indentOf,
  type ParsedPair,
  spanOf,
  startOfPair,
} from '../yaml/node.js';

/** Plans to add an entry to `images`, and `images` itself where the file has none. */
export function planNewEntry(images: Images, name: string, image: ImageReference): TargetPlan {
  return {
    edits: [],
    newEntries: [{ images, fields: computeNewFields(name, image) }],
    // Its index depends on the other targets: see numberEntries.
    changes: [],
    imageName: name,
    addedEntry: name,
    touched: images.ancestors,
    places: [{ document: 0, path: [images.key, name] }],
  };
}

/** Gives the new entries of all targets their indices, behind each other at the end of the list. */
export function numberEntries(plans: readonly TargetPlan[]): readonly TargetPlan[] {
  let added = 0;
  return plans.map((plan) => {
    const changes = (plan.newEntries ?? []).flatMap((entry) => computeChanges(entry, added++));
    return { ...plan, changes: [...plan.changes, ...changes] };
  });
}

function computeChanges({ images, fields }: NewEntry, added: number): readonly IntendedChange[] {
  const index = images.entries.length + added;
  return fields.map(([field, after]) => ({
    document: 0,
    path: [images.key, index, field],
    after,
  }));
}

function computeNewFields(name: string, { repository, tag, digest }: ImageReference): Fields {
  const fields: [string, string][] = [['name', name]];
  if (repository !== name) fields.push(['newName', repository]);
  if (tag !== undefined) fields.push(['newTag', tag]);
  if (digest !== undefined) fields.push(['digest', digest]);
  return fields;
}

/** Edits that add all new entries of a file, whose `images` is one and the same. */
export function addEntries(text: string, entries: readonly NewEntry[]): readonly Edit[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { root, pair, list } = first.images;
  const last = root.items.at(-1);
  const fields = entries.map((entry) => entry.fields);
  // JSON keeps its quotes.
  const items = fields.map((each) => renderFlow(each, styleOf(last?.key)));
  const lines = fields.flatMap((each) => renderBlock(each, indentOfLists(root)));
  const lastItem = list?.items.at(-1);
  if (list !== undefined && lastItem !== undefined) {
    return appendItems(text, list, lastItem, fields, items);
  }
  if (pair !== undefined) return fillList(text, root, pair, lines, items.join(', '));
  if (last === undefined) return [insert(root.range[0] + 1, `images: [${items.join(', ')}]`)];
  if (root.flow === true) {
    const key = renderScalar('images', styleOf(last.key));
    return insertIntoFlow(text, spanOf(last), [`${key}: [${items.join(', ')}]`], []);
  }
  // Where a blank line keeps the last key apart, one does the new key too.
  const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, startOfPair(last)));
  const key = `${' '.repeat(indentOf(root))}images:`;
  return [insertLines(text, endOfPair(last), [...(isApart ? [''] : []), key, ...lines])];
}

function appendItems(
  text: string,
  list: YAMLSeq.Parsed,
  last: ParsedNode,
  fields: readonly Fields[],
  items: readonly string[],
): readonly Edit[] {
  const end = endOfNode(last);
  if (list.flow === true) return insertIntoFlow(text, { start: last.range[0], end }, items, []);
  const indent = indentOf(list);
  const column = isMap(last) && last.flow !== true ? indentOf(last) : indent + 2;
  const lines = fields.flatMap((each) => renderBlock(each, indent, column));
  return [insertLines(text, end, lines)];
}

/** Gives items to an `images` key that has none: in the style of the root, where it can. */
function fillList(
  text: string,
  root: YAMLMap.Parsed,
  pair: ParsedPair,
  lines: readonly string[],
  flow: string,
): readonly Edit[] {
  const { start, end } = spanOf(pair);
  if (pair.value === null) return [insert(end, `: [${flow}]`)];
  const [valueStart, valueEnd] = pair.value.range;
  const isEmpty = valueStart === valueEnd;
  const value = text.slice(valueStart, valueEnd);
  // Not behind a `?`, and not in place of a comment in the brackets.
  if (root.flow !== true && start === pair.key.range[0] && !/[#\n]/.test(value)) {
    const added = insertLines(text, end, lines);
    return isEmpty ? [added] : [cut(endOfText(text, valueStart), valueEnd), added];
  }
  if (isSeq(pair.value)) return [insert(valueStart + 1, flow)];
  return [isEmpty ? insert(end, ` [${flow}]`) : { start: valueStart, end, text: `[${flow}]` }];
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
