import {
  type Alias,
  Composer,
  LineCounter,
  type ParsedNode,
  Parser,
  type YAMLParseError,
} from 'yaml';
import { type ErrorCode, PromoteError } from '../../base/errors.js';
import { findAliasBomb, findDeepNode, findDuplicateKey, MAX_YAML_DEPTH } from './guards.js';
import { type AliasTargets, describeNode, resolveAliases } from './node.js';

/** GitHub's APIs give the text of a file up to this size; no kustomization comes near it. */
const MAX_BYTES = 1024 * 1024;

/**
 * Line breaks for go-yaml, which kustomize and Helm use, but not for YAML 1.2 or the yaml package
 * (https://yaml.org/spec/1.1/#id871136): what is a comment for one is a key for the other.
 */
const STRAY_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;

/** A parsed file. Offsets of its nodes are UTF-16 offsets in `text`. */
export interface Source {
  readonly path: string;
  /** With the byte order mark, if there is one. */
  readonly text: string;
  /** The roots of its documents, without empty ones such as that after a `---` at the end. */
  readonly documents: readonly ParsedNode[];
  /** Whether an empty document comes before all others. */
  readonly beginsEmpty: boolean;
  readonly lines: LineCounter;
  readonly aliases: AliasTargets;
}

/**
 * Decodes and parses a file as a stream of YAML 1.2 documents.
 * @throws PromoteError `unsupported-file`, `invalid-yaml` or, where YAML allows what cannot be
 *   edited safely, `unsafe-edit`.
 */
export function parseSource(file: PatchFile): Source {
  return parseText(file.path, decodeText(file));
}

/** As `parseSource`, of a text. */
export function parseText(path: string, text: string): Source {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = findDeepNode(tokens);
  if (deep !== undefined) throw refuseDepth({ path, lines }, deep);
  const composer = new Composer({ version: '1.2', uniqueKeys: false, keepSourceTokens: true });
  const parsed = [...composer.compose(tokens)];
  const stray = text.search(STRAY_BREAK);
  if (stray !== -1) throw refuseBreak({ path, lines }, stray, text.charCodeAt(stray));
  for (const document of parsed) {
    for (const error of document.errors) throw refuseSyntax({ path, lines }, error);
  }
  const contents = parsed.map((document) => document.contents);
  const documents = contents.filter((node): node is ParsedNode => describeNode(node) !== 'nothing');
  for (const document of documents) {
    const key = findDuplicateKey(document);
    if (key !== undefined) throw refuseDuplicate({ path, lines }, key);
  }
  const aliases = resolveAliases(documents);
  for (const [alias, target] of aliases) {
    if (target === undefined) throw refuseAlias({ path, lines }, alias);
  }
  const bomb = findAliasBomb(aliases);
  if (bomb !== undefined) throw refuseBomb({ path, lines }, bomb);
  const beginsEmpty = documents[0] !== contents[0];
  return { path, text, lines, documents, beginsEmpty, aliases };
}

/** A message about a place of the file: `path:line:column: message`, both counted from 1. */
export function renderAt(
  { path, lines }: Pick<Source, 'path' | 'lines'>,
  offset: number,
  message: string,
): string {
  const { line, col } = lines.linePos(offset);
  return `${path}:${line}:${col}: ${message}`;
}

/** An error at a place of the file. */
export function refuse(
  source: Pick<Source, 'path' | 'lines'>,
  code: ErrorCode,
  offset: number,
  message: string,
): PromoteError {
  return new PromoteError(code, renderAt(source, offset, message));
}

function decodeText({ path, bytes }: PatchFile): string {
  if (bytes.length > MAX_BYTES) {
    throw new PromoteError(
      'unsupported-file',
      `${path}: expected at most 1 MiB (${MAX_BYTES} bytes), got ${bytes.length} bytes. Split the file, or name another.`,
    );
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoded = new TextEncoder().encode(text);
  const wrong = encoded.findIndex((byte, index) => byte !== bytes[index]);
  if (wrong === -1) return text;
  const before = bytes.subarray(0, wrong);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const column = wrong - before.lastIndexOf(0x0a);
  throw new PromoteError(
    'unsupported-file',
    `${path}:${line}:${column}: expected UTF-8, got a byte that is not. Save the file as UTF-8.`,
  );
}

function refuseDuplicate(source: Pick<Source, 'path' | 'lines'>, key: ParsedNode): PromoteError {
  const message = `the key ${describeNode(key)} stands twice in this mapping. Remove one of the two.`;
  return refuse(source, 'unsafe-edit', key.range[0], message);
}

function refuseDepth(source: Pick<Source, 'path' | 'lines'>, offset: number): PromoteError {
  const message = `expected at most ${MAX_YAML_DEPTH} mappings and lists inside of each other, got more. Flatten the file.`;
  return refuse(source, 'unsafe-edit', offset, message);
}

function refuseBreak(
  source: Pick<Source, 'path' | 'lines'>,
  offset: number,
  code: number,
): PromoteError {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `expected lines to end with LF or CRLF, got ${name}, which only some parsers take for a line break. Replace it; in a string in double quotes, write its escape.`;
  return refuse(source, 'unsafe-edit', offset, message);
}

/** go-yaml rejects the whole file for it. */
function refuseAlias(source: Pick<Source, 'path' | 'lines'>, alias: Alias): PromoteError {
  const message = `the alias *${alias.source} has no anchor before it. Write &${alias.source} at the value that it stands for, or that value here.`;
  return refuse(source, 'invalid-yaml', aliasOffset(alias), message);
}

function refuseBomb(source: Pick<Source, 'path' | 'lines'>, alias: Alias): PromoteError {
  const message = `with the alias *${alias.source} the file unfolds to more than a million values. Write them out, or fewer of them.`;
  return refuse(source, 'unsafe-edit', aliasOffset(alias), message);
}

function aliasOffset(alias: Alias): number {
  // Boundary: every node of a parsed tree has its range, which the type of a visited one hides.
  return (alias as Alias.Parsed).range[0];
}

function refuseSyntax(
  source: Pick<Source, 'path' | 'lines'>,
  error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
): PromoteError {
  const [offset] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    return refuse(
      source,
      'unsafe-edit',
      offset,
      'a tab indents this line, which YAML does not allow. Indent with spaces.',
    );
  }
  return refuse(source, 'invalid-yaml', offset, `expected YAML: ${error.message}. Correct it.`);
}

/** A file of the GitOps repository, as it was read. */
export interface PatchFile {
  /** Path from the root of the repository; messages and the diff name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
