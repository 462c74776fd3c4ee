import {
  type Alias,
  type CST,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A key and its value in a mapping of the file. */
export type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** For each alias the node that it stands for; none for an alias without an anchor before it. */
export type AliasTargets = ReadonlyMap<Alias, Node | undefined>;

/** Follows every alias once, so that neither their number nor their nesting costs more. */
export function resolveAliases(documents: readonly ParsedNode[]): AliasTargets {
  const targets = new Map<Alias, Node | undefined>();
  for (const document of documents) {
    const anchors = new Map<string, Node>();
    visit(document, {
      Alias(_, alias) {
        targets.set(alias, anchors.get(alias.source));
      },
      Value(_, node) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
      },
    });
  }
  return targets;
}

/** The text of a scalar as a string field takes it; absent for null and for what is no scalar. */
export function readText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

/** What a person would call the node, for messages. */
export function describeNode(node: unknown): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (isAlias(node)) return `the alias *${node.source}`;
  const text = readText(node);
  return text === undefined ? 'nothing' : JSON.stringify(text);
}

/** The tokens that a pair was made of. */
export function tokensOf(pair: ParsedPair): CST.CollectionItem {
  // Boundary: every parse here keeps its tokens, which the library's types cannot know.
  return (pair as ParsedPair & { readonly srcToken: CST.CollectionItem }).srcToken;
}

/** Offset of the first character of a pair: of its key's anchor, its tag, its `?` or its text. */
export function startOfPair(pair: ParsedPair): number {
  const separators = new Set<string>(['comma', 'space', 'newline', 'comment']);
  const mark = tokensOf(pair).start.find((token) => !separators.has(token.type));
  return mark?.offset ?? pair.key.range[0];
}

/** Offset of the first character of a node, behind its anchor and its tag. */
export function startOfNode(node: Node): number {
  // Boundary: every node of a parsed tree has its range, which only the type of a parsed one says.
  return (node as ParsedNode).range[0];
}

/** Offset behind the last character of a pair, without white space and comments after it. */
export function endOfPair(pair: ParsedPair): number {
  const { key, value } = pair;
  if (value !== null && value.range[0] < value.range[1]) return endOfNode(value);
  const marks = new Set<string>(['map-value-ind', 'anchor', 'tag']);
  const mark = tokensOf(pair).sep?.findLast((token) => marks.has(token.type));
  return mark === undefined ? key.range[1] : mark.offset + mark.source.length;
}

/** A part of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanOf(pair: ParsedPair): Span {
  return { start: startOfPair(pair), end: endOfPair(pair) };
}

/** As `endOfPair`. The range of a collection in block style holds what follows it, too. */
export function endOfNode(node: ParsedNode): number {
  if (!isCollection(node) || node.flow === true) return node.range[1];
  const last = isMap(node)
    ? node.items.slice(-1).map(endOfPair)
    : node.items.slice(-1).map(endOfNode);
  return Math.max(node.range[0], ...last);
}

/** Column of the keys, or the dashes, of a collection in block style, counted from 0. */
export function indentOf(node: YAMLMap.Parsed | YAMLSeq.Parsed): number {
  // Boundary: as in tokensOf.
  return (node as typeof node & { readonly srcToken: CST.BlockMap }).srcToken.indent;
}
