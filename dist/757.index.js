export const id = 757;
export const ids = [757];
export const modules = {

/***/ 757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPromoteStep: () => (/* binding */ runPromoteStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
// EXTERNAL MODULE: ./src/promote/template.ts
var promote_template = __webpack_require__(3776);
// EXTERNAL MODULE: ./src/promote/trailers.ts
var promote_trailers = __webpack_require__(4962);
;// CONCATENATED MODULE: ./src/promote/message.ts



/**
 * Renders the whole message: subject and body (of the template, if given), an empty line, and the
 * trailers: the audit trail first, the caller's own last.
 */
function renderCommitMessage(facts, template, furtherTrailers) {
    const rendered = template === undefined ? '' : renderText(template, facts);
    // Without a subject of its own a commit would take its first trailer for one.
    const text = rendered === '' ? renderSubject(facts) : rendered;
    return `${text}\n\n${(0,promote_trailers/* renderTrailers */.Pp)([...auditTrailers(facts), ...furtherTrailers])}\n`;
}
function renderSubject(facts) {
    const change = `${versionOf(facts.previousImage)} -> ${versionOf(facts.image)}`;
    return (0,promote_trailers/* renderOneLine */.N0)(`chore(${facts.imageName}): promote ${change}`);
}
/** The tag; without one the digest, cut as git cuts a commit. */
function versionOf(image) {
    return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}
function renderText(template, facts) {
    const values = {
        image: (0,reference/* renderImageReference */.NL)(facts.image),
        repository: facts.image.repository,
        tag: facts.image.tag,
        digest: facts.image.digest,
        sha: facts.sourceSha,
        'short-sha': facts.shortSha,
        'image-name': facts.imageName,
        'previous-tag': facts.previousImage?.tag,
        'gitops-branch': facts.gitopsBranch,
    };
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => (0,promote_trailers/* renderOneLine */.N0)(values[name] ?? '')).trim();
}
function auditTrailers(facts) {
    const trailers = [
        ['Source-Repository', facts.sourceRepository],
        ['Source-Commit', facts.sourceSha],
        ['Image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['Previous-Image', facts.previousImage && (0,reference/* renderImageReference */.NL)(facts.previousImage)],
        ['Workflow-Run', facts.runUrl],
        [promote_trailers/* COVERAGE_TRAILER */.tt, facts.coverage],
        ['Promotion-Id', facts.promotionId],
    ];
    return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

;// CONCATENATED MODULE: ./src/patch/edit.ts
/** Edits in the order of the text; those at one place keep the order that they were given in. */
function sortEdits(edits) {
    return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
/** Applies edits that do not overlap. */
function spliceEdits(text, edits) {
    const parts = [];
    let position = 0;
    for (const edit of sortEdits(edits)) {
        parts.push(text.slice(position, edit.start), edit.text);
        position = edit.end;
    }
    parts.push(text.slice(position));
    return parts.join('');
}
/** Offset of the first character of the line that `offset` is in. */
function startOfLine(text, offset) {
    return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
/** Offset of the line break that ends the line of `offset`, or the end of the text. */
function endOfLine(text, offset) {
    const lineFeed = text.indexOf('\n', offset);
    if (lineFeed === -1)
        return text.length;
    return text[lineFeed - 1] === '\r' && lineFeed > offset ? lineFeed - 1 : lineFeed;
}
/** Offset of the line after that of `offset`, or the end of the text. */
function startOfNextLine(text, offset) {
    const lineFeed = text.indexOf('\n', offset);
    return lineFeed === -1 ? text.length : lineFeed + 1;
}
/** The line break that the text uses first; a line feed when it has none. */
function lineBreakOf(text) {
    const lineFeed = text.indexOf('\n');
    return lineFeed > 0 && text[lineFeed - 1] === '\r' ? '\r\n' : '\n';
}
function cut(start, end) {
    return { start, end, text: '' };
}
function insert(offset, text) {
    return { start: offset, end: offset, text };
}

;// CONCATENATED MODULE: ./src/patch/diff.ts

const CONTEXT_LINES = 3;
/** Renders edits of a text that is not empty as a unified diff, as `git diff` shows it. */
function renderDiff(path, text, edits) {
    const lines = splitLines(text);
    const regions = groupEdits(text, edits).map((span) => computeRegion(text, span));
    const parts = regions.length === 0 ? [] : [`--- a/${path}\n+++ b/${path}\n`];
    let growth = 0;
    for (const hunk of groupRegions(regions)) {
        const rendered = renderHunk(lines, hunk, growth);
        parts.push(rendered.text);
        growth += rendered.growth;
    }
    return parts.join('');
}
/** Edits that touch the same lines, or adjacent ones, belong together. */
function groupEdits(text, edits) {
    const spans = [];
    for (const edit of sortEdits(edits)) {
        const last = spans.at(-1);
        const end = startOfNextLine(text, edit.end);
        if (last === undefined || edit.start > last.end) {
            spans.push({ start: startOfLine(text, edit.start), end, edits: [edit] });
        }
        else {
            last.end = end;
            last.edits.push(edit);
        }
    }
    return spans;
}
function computeRegion(text, { start, end, edits }) {
    const shifted = edits.map((edit) => ({
        ...edit,
        start: edit.start - start,
        end: edit.end - start,
    }));
    const before = text.slice(start, end);
    const removed = splitLines(before);
    const added = splitLines(spliceEdits(before, shifted));
    let head = 0;
    while (head < removed.length && removed[head] === added[head])
        head += 1;
    let tail = 0;
    const shorter = Math.min(removed.length, added.length) - head;
    while (tail < shorter && removed.at(-1 - tail) === added.at(-1 - tail))
        tail += 1;
    return {
        first: splitLines(text.slice(0, start)).length + head,
        removed: removed.slice(head, removed.length - tail),
        added: added.slice(head, added.length - tail),
    };
}
/** Regions whose context would touch share a hunk. */
function groupRegions(regions) {
    const hunks = [];
    let end = 0;
    for (const region of regions) {
        const hunk = hunks.at(-1);
        if (hunk === undefined || region.first - end > 2 * CONTEXT_LINES)
            hunks.push([region]);
        else
            hunk.push(region);
        end = region.first + region.removed.length;
    }
    return hunks;
}
/** @param growth By how many lines the hunks before made the text longer. */
function renderHunk(lines, regions, growth) {
    const body = [];
    let grown = 0;
    let position = Math.max(0, Math.min(...regions.map(({ first }) => first)) - CONTEXT_LINES);
    const start = position;
    for (const { first, removed, added } of regions) {
        body.push(...mark(' ', lines.slice(position, first)), ...mark('-', removed), ...mark('+', added));
        position = first + removed.length;
        grown += added.length - removed.length;
    }
    const context = lines.slice(position, position + CONTEXT_LINES);
    body.push(...mark(' ', context));
    const size = position + context.length - start;
    const before = renderRange(start, size);
    const after = renderRange(start + growth, size + grown);
    const header = `@@ -${before} +${after} @@\n`;
    return { text: header + body.join(''), growth: grown };
}
/** First line, counted from 1, and number of lines, which is left out when it is 1. */
function renderRange(start, size) {
    return size === 1 ? `${start + 1}` : `${start + 1},${size}`;
}
function mark(sign, lines) {
    return lines.map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
}
/** Lines with their line breaks; the last one may have none. */
function splitLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/patch/node.ts

/** Follows every alias once, so that neither their number nor their nesting costs more. */
function resolveAliases(documents) {
    const targets = new Map();
    for (const document of documents) {
        const anchors = new Map();
        (0,dist/* visit */.YR)(document, {
            Alias(_, alias) {
                targets.set(alias, anchors.get(alias.source));
            },
            Value(_, node) {
                if (node.anchor !== undefined)
                    anchors.set(node.anchor, node);
            },
        });
    }
    return targets;
}
/** The text of a scalar as a string field takes it; absent for null and for what is no scalar. */
function readText(node) {
    if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
        return undefined;
    return typeof node.value === 'string' ? node.value : node.source;
}
/** What a person would call the node, for messages. */
function describeNode(node) {
    if ((0,dist/* isMap */.jh)(node))
        return 'a mapping';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if ((0,dist/* isAlias */.Vj)(node))
        return `the alias *${node.source}`;
    const text = readText(node);
    return text === undefined ? 'nothing' : JSON.stringify(text);
}
/** The tokens that a pair was made of. */
function tokensOf(pair) {
    // Boundary: every parse here keeps its tokens, which the library's types cannot know.
    return pair.srcToken;
}
/** Offset of the first character of a pair: of its key's anchor, its tag, its `?` or its text. */
function startOfPair(pair) {
    const separators = new Set(['comma', 'space', 'newline', 'comment']);
    const mark = tokensOf(pair).start.find((token) => !separators.has(token.type));
    return mark?.offset ?? pair.key.range[0];
}
/** Offset behind the last character of a pair, without white space and comments after it. */
function endOfPair(pair) {
    const { key, value } = pair;
    if (value !== null && value.range[0] < value.range[1])
        return endOfNode(value);
    const marks = new Set(['map-value-ind', 'anchor', 'tag']);
    const mark = tokensOf(pair).sep?.findLast((token) => marks.has(token.type));
    return mark === undefined ? key.range[1] : mark.offset + mark.source.length;
}
/** As `endOfPair`. The range of a collection in block style holds what follows it, too. */
function endOfNode(node) {
    if (!(0,dist/* isCollection */.P3)(node) || node.flow === true)
        return node.range[1];
    const last = (0,dist/* isMap */.jh)(node)
        ? node.items.slice(-1).map(endOfPair)
        : node.items.slice(-1).map(endOfNode);
    return Math.max(node.range[0], ...last);
}
/** Column of the keys, or the dashes, of a collection in block style, counted from 0. */
function indentOf(node) {
    // Boundary: as in tokensOf.
    return node.srcToken.indent;
}

;// CONCATENATED MODULE: ./src/patch/alias-bomb.ts

/** How many values all aliases of a file may stand for in all; real files have a few thousand. */
const MAX_VALUES = 1_000_000;
/**
 * The alias from which on a file stands for more values than any reader should unfold, such as
 * nested aliases of aliases ("billion laughs"), or one inside of what it stands for.
 */
function findAliasBomb(aliases) {
    const sizes = new Map();
    let values = 0;
    for (const [alias, target] of aliases) {
        values += countValues(target, aliases, sizes);
        if (values > MAX_VALUES)
            return alias;
    }
    return undefined;
}
function countValues(node, aliases, sizes) {
    const known = sizes.get(node);
    if (known !== undefined)
        return known;
    // Until it is known: a node that is met again inside of itself never ends.
    sizes.set(node, Number.POSITIVE_INFINITY);
    let size = 1;
    for (const child of childrenOf(node, aliases))
        size += countValues(child, aliases, sizes);
    sizes.set(node, size);
    return size;
}
function childrenOf(node, aliases) {
    if ((0,dist/* isAlias */.Vj)(node))
        return [aliases.get(node)];
    if ((0,dist/* isSeq */.oP)(node))
        return node.items;
    return (0,dist/* isMap */.jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}

;// CONCATENATED MODULE: ./src/patch/duplicate-key.ts

/**
 * The first key that stands twice in its mapping. The yaml package can look for it too, but compares
 * every key with every other one: seconds for a file with many keys.
 */
function findDuplicateKey(node) {
    const children = (0,dist/* isSeq */.oP)(node) ? [...node.items] : [];
    const seen = new Set();
    for (const { key, value } of (0,dist/* isMap */.jh)(node) ? node.items : []) {
        // `1` and `"1"` are two keys.
        const identity = (0,dist/* isScalar */.jn)(key) ? `${typeof key.value} ${key.source}` : '';
        if (identity !== '' && seen.has(identity))
            return key;
        seen.add(identity);
        children.push(key, value);
    }
    for (const child of children) {
        const found = findDuplicateKey(child);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/patch/source.ts





/** GitHub's APIs give the text of a file up to this size; no kustomization comes near it. */
const MAX_BYTES = 1024 * 1024;
/**
 * Decodes and parses a file as a stream of YAML 1.2 documents.
 * @throws PromoteError `unsupported-file`, `invalid-yaml` or, where YAML allows what cannot be
 *   edited safely, `unsafe-edit`.
 */
function parseSource(file) {
    return parseText(file.path, decodeText(file));
}
/** As `parseSource`, of a text. */
function parseText(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, {
        version: '1.2',
        uniqueKeys: false,
        keepSourceTokens: true,
        prettyErrors: false,
        lineCounter: lines,
    });
    for (const document of parsed) {
        for (const error of document.errors)
            throw refuseSyntax({ path, lines }, error);
    }
    const documents = parsed
        .map(({ contents }) => contents)
        .filter((node) => describeNode(node) !== 'nothing');
    for (const document of documents) {
        const key = findDuplicateKey(document);
        if (key !== undefined)
            throw refuseDuplicate({ path, lines }, key);
    }
    const aliases = resolveAliases(documents);
    const bomb = findAliasBomb(aliases);
    if (bomb !== undefined)
        throw refuseBomb({ path, lines }, bomb);
    return { path, text, lines, documents, aliases };
}
/** An error at a place of the file: `path:line:column: message`, both counted from 1. */
function refuse(source, code, offset, message) {
    const { line, col } = source.lines.linePos(offset);
    return new errors/* PromoteError */.j(code, `${source.path}:${line}:${col}: ${message}`);
}
function decodeText({ path, bytes }) {
    if (bytes.length > MAX_BYTES) {
        throw new errors/* PromoteError */.j('unsupported-file', `${path}: expected at most 1 MiB (${MAX_BYTES} bytes), got ${bytes.length} bytes. Split the file, or name another.`);
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const encoded = new TextEncoder().encode(text);
    const wrong = encoded.findIndex((byte, index) => byte !== bytes[index]);
    if (wrong === -1)
        return text;
    const before = bytes.subarray(0, wrong);
    const line = before.filter((byte) => byte === 0x0a).length + 1;
    const column = wrong - before.lastIndexOf(0x0a);
    throw new errors/* PromoteError */.j('unsupported-file', `${path}:${line}:${column}: expected UTF-8, got a byte that is not. Save the file as UTF-8.`);
}
function refuseDuplicate(source, key) {
    const message = `the key ${describeNode(key)} stands twice in this mapping. Remove one of the two.`;
    return refuse(source, 'unsafe-edit', key.range[0], message);
}
function refuseBomb(source, alias) {
    // Boundary: every node of a parsed tree has its range, which the type of a visited one hides.
    const [offset] = alias.range;
    const message = `with the alias *${alias.source} the file unfolds to more than a million values. Write them out, or fewer of them.`;
    return refuse(source, 'unsafe-edit', offset, message);
}
function refuseSyntax(source, error) {
    const [offset] = error.pos;
    if (error.code === 'TAB_AS_INDENT') {
        return refuse(source, 'unsafe-edit', offset, 'a tab indents this line, which YAML does not allow. Indent with spaces.');
    }
    return refuse(source, 'invalid-yaml', offset, `expected YAML: ${error.message}. Correct it.`);
}

;// CONCATENATED MODULE: ./src/patch/fields.ts



/** The key with this very text. */
function keyOf(name) {
    return (key) => readText(key) === name;
}
/** A field of kustomize: Go's JSON decoder ignores the case of keys. */
function fieldOf(name) {
    return (key) => readText(key)?.toLowerCase() === name.toLowerCase();
}
/**
 * The pair of a key in a mapping itself.
 * @throws PromoteError `unsafe-edit` when two keys match.
 */
function findPair(source, map, matches) {
    const [pair, second] = map.items.filter(({ key }) => matches(key));
    if (second === undefined)
        return pair;
    throw refuse(source, 'unsafe-edit', second.key.range[0], `${describeNode(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`);
}
/**
 * The value of a key: that in the mapping itself, else that of its merge keys (`<<`), of which the
 * first counts. Aliases are followed.
 */
function readValue(source, node, matches) {
    // Each mapping once, however often it is merged.
    const queue = [node];
    const seen = new Set();
    while (queue.length > 0) {
        const map = resolveAlias(source, queue.shift());
        if (!(0,dist/* isMap */.jh)(map) || seen.has(map))
            continue;
        seen.add(map);
        const own = map.items.find(({ key }) => matches(key));
        if (own !== undefined)
            return resolveAlias(source, own.value);
        queue.unshift(...mergedParts(source, map));
    }
    return undefined;
}
function resolveAlias(source, node) {
    return (0,dist/* isAlias */.Vj)(node) ? source.aliases.get(node) : node;
}
function mergedParts(source, map) {
    const parts = [];
    for (const { key, value } of map.items) {
        if (readText(key) !== '<<')
            continue;
        const merged = resolveAlias(source, value);
        parts.push(...((0,dist/* isSeq */.oP)(merged) ? merged.items : [merged]));
    }
    return parts;
}

;// CONCATENATED MODULE: ./src/patch/block.ts


/** Puts lines behind those of a pair, and behind the comment at their end. */
function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, endOfPair(behind));
    const lineStart = `${lineBreakOf(text)}${' '.repeat(indentOf(map))}`;
    return [insert(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
function removeFromBlock(text, pair) {
    const start = startOfPair(pair);
    const end = endOfLastLine(text, endOfPair(pair));
    const lineStart = startOfLine(text, start);
    if (/[^ \t]/.test(text.slice(lineStart, start))) {
        // The first key behind `- `: what follows moves up to its place, which is the same column.
        return [cut(start, end + text.slice(end).search(/[^ \t\r\n]|$/))];
    }
    // With the line break before it, since the last line may have none behind it. Then blank lines
    // above go too: they would become a final newline.
    let previous = endOfPreviousLine(text, lineStart);
    while (end === text.length && isBlankLine(text, previous)) {
        previous = endOfPreviousLine(text, startOfLine(text, previous));
    }
    return [cut(previous, end)];
}
/** Replaces a block scalar by a scalar on one line; a comment behind its header stays. */
function replaceBlockScalar(text, start, end, scalar) {
    const header = text.slice(start).search(/[\s#]|$/);
    const bodyStart = endOfLine(text, start);
    const body = text.slice(bodyStart, end).replace(/[ \t\r\n]+$/, '');
    return [{ start, end: start + header, text: scalar }, cut(bodyStart, bodyStart + body.length)];
}
/**
 * The end of the last line of a node or pair.
 * @param end Where it ends itself; the range of a block scalar ends at the start of the next line.
 */
function endOfLastLine(text, end) {
    return endOfLine(text, text[end - 1] === '\n' ? startOfLine(text, end - 1) : end);
}
function endOfPreviousLine(text, lineStart) {
    return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}
function isBlankLine(text, lineEnd) {
    return /^[ \t]*$/.test(text.slice(startOfLine(text, lineEnd), lineEnd));
}

;// CONCATENATED MODULE: ./src/patch/flow.ts


/**
 * Puts pairs behind another one: on lines of their own if that has one.
 * @param others Edits that are made too; they may cut the comma behind that pair.
 */
function insertIntoFlow(text, behind, pairs, others) {
    const end = endOfPair(behind);
    if (!hasOwnLine(text, behind))
        return [insert(end, `, ${pairs.join(', ')}`)];
    const start = startOfPair(behind);
    const lineStart = `${lineBreakOf(text)}${text.slice(startOfLine(text, start), start)}`;
    const lines = pairs.map((pair) => `${lineStart}${pair}`).join(',');
    const lineEnd = endOfLine(text, end);
    const comma = startOfText(text, end);
    const isCut = others.some((edit) => edit.start <= comma && comma < edit.end);
    return text[comma] === ',' && !isCut
        ? [insert(lineEnd, `${lines},`)]
        : [insert(end, ','), insert(lineEnd, lines)];
}
/**
 * Takes a pair away that is not the only one, with a comma, and with its line if it has one.
 * @param next The pair behind it; `undefined` for the last one.
 */
function removeFromFlow(text, pair, next) {
    const start = startOfPair(pair);
    const end = endOfPair(pair);
    const commas = findCommas(next ?? pair);
    if (hasOwnLine(text, pair)) {
        const line = cut(startOfLine(text, start), startOfNextLine(text, end));
        if (text[startOfText(text, end)] === ',')
            return [line];
        return [...commas.map((comma) => cut(comma, comma + 1)), line];
    }
    if (next === undefined) {
        const blanks = text.slice(0, start).search(/[ \t]*$/);
        return [...commas.map((comma) => cut(comma, comma + 1)), cut(blanks, end)];
    }
    return [cut(start, end), ...commas.map((comma) => cut(comma, startOfText(text, comma + 1)))];
}
/** Offsets of the commas in front of a pair: one, except for the first pair. */
function findCommas(pair) {
    const { start } = tokensOf(pair);
    return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}
/** Whether nothing else is on the lines of the pair but a comma and a comment behind it. */
function hasOwnLine(text, pair) {
    const start = startOfPair(pair);
    const end = endOfPair(pair);
    const before = text.slice(startOfLine(text, start), start);
    const behind = text.slice(end, endOfLine(text, end));
    return /^[ \t]*$/.test(before) && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(behind);
}
/** Offset of the first character from `offset` on that is no blank. */
function startOfText(text, offset) {
    return offset + text.slice(offset).search(/[^ \t]|$/);
}

;// CONCATENATED MODULE: ./src/patch/scalar.ts

/** The style that a value of the node's kind is written in; plain for what is no quoted scalar. */
function styleOf(node) {
    if (!(0,dist/* isScalar */.jn)(node))
        return 'plain';
    if (node.type === 'QUOTE_SINGLE')
        return 'single';
    return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}
/**
 * Words and numbers that some YAML reads as something else than a string: the core schema of 1.2,
 * the types of 1.1 (https://yaml.org/type/), and go-yaml, which kustomize and Helm use.
 */
const AMBIGUOUS = [
    /^(?:|~|null|y|n|yes|no|on|off|true|false)$/i,
    /^[-+]?\.?(?:inf|nan)$/i,
    // Decimal integers and floats, with what is left of an exponent: 1e3, 0123, 1.10, .5, 12345e6. The yaml
    // package takes e3 for one too.
    /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/i,
    // 0x1f, 0o7, 0b1
    /^[-+]?0[xob][\da-f]*$/i,
    // Base 60 of YAML 1.1: 12:30:45
    /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/,
    // Dates and times of YAML 1.1: 2026-01-31, 2026-1-31T12:00:00Z
    /^\d{4}-\d{1,2}-\d{1,2}(?:[t ].*)?$/i,
];
/** A part of what plain scalars can hold in any context; all that image references need. */
const PLAIN_TEXT = /^[\w./][\w./:@+=-]*$/;
/**
 * Whether the plain scalar would be read as a number, boolean, null or date by YAML 1.1, YAML 1.2
 * or go-yaml. Some that no parser takes for a number are counted too, never the other way round.
 */
function isAmbiguous(text) {
    // go-yaml drops every underscore before it looks for a number.
    const bare = text.replaceAll('_', '');
    return AMBIGUOUS.some((pattern) => pattern.test(bare));
}
/**
 * Writes a string as a scalar on one line. A value that is no plain string under YAML 1.1 and 1.2
 * gets double quotes.
 */
function renderScalar(value, style) {
    if (style === 'single' && isPrintable(value))
        return `'${value.replaceAll("'", "''")}'`;
    if (style === 'plain' && isPlain(value))
        return value;
    return renderDoubleQuoted(value);
}
function isPlain(value) {
    return PLAIN_TEXT.test(value) && !value.endsWith(':') && !isAmbiguous(value);
}
/** No control character and no lone surrogate, which only escapes can express. */
function isPrintable(value) {
    return /^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*$/u.test(value);
}
/** YAML's double-quoted style knows all escapes of JSON. */
function renderDoubleQuoted(value) {
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./src/patch/mapping.ts



/** All edits of a plan, those of its additions among them. */
function computeEdits(source, { edits, additions = [] }) {
    const added = [];
    for (const { map, behind } of new Map(additions.map((each) => [each.behind, each])).values()) {
        const pairs = additions.filter((each) => each.behind === behind);
        added.push(...insertPairs(source, map, behind, pairs, edits));
    }
    return [...edits, ...added];
}
/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the text.
 */
function insertPairs({ text }, map, behind, added, others) {
    const keyStyle = styleOf(behind.key);
    const valueStyle = styleOf(behind.value);
    const pairs = added.map(({ key, value }) => `${renderScalar(key, keyStyle)}: ${renderScalar(value, valueStyle)}`);
    return map.flow === true
        ? insertIntoFlow(text, behind, pairs, others)
        : insertIntoBlock(text, map, behind, pairs);
}
/** Edits that take a pair away that is not the only one. */
function removePair(source, map, pair) {
    const next = map.items[map.items.indexOf(pair) + 1];
    return map.flow === true
        ? removeFromFlow(source.text, pair, next)
        : removeFromBlock(source.text, pair);
}

;// CONCATENATED MODULE: ./src/patch/shared.ts

/**
 * Refuses to change nodes with an anchor that an alias refers to: the change would go there too.
 * @throws PromoteError `unsafe-edit`
 */
function refuseShared(source, nodes) {
    const shared = new Set(source.aliases.values());
    for (const node of nodes) {
        if (node === null || !shared.has(node))
            continue;
        const message = `the anchor &${node.anchor} is used elsewhere in the file, where the change would go too. Write the value out at each place.`;
        throw refuse(source, 'unsafe-edit', node.range[0], message);
    }
}

;// CONCATENATED MODULE: ./src/patch/value.ts






const STRING_TAG = 'tag:yaml.org,2002:str';
/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
function setValue(source, pair, value) {
    const { key, value: node } = pair;
    const name = describeNode(key);
    if (node === null) {
        if (!isExplicit(pair))
            return [insert(endOfPair(pair), `: ${renderScalar(value, 'plain')}`)];
        throw refuseValue(source, key, name, 'a key with ? and no value');
    }
    const scalar = requireString(source, node, name);
    const [start, end] = scalar.range;
    return start < end
        ? setScalar(source, scalar, name, value)
        : [insert(endOfPair(pair), ` ${renderScalar(value, 'plain')}`)];
}
/**
 * As `setValue`, for a node that is not empty.
 * @param name What messages call the node.
 */
function setScalar(source, node, name, value) {
    const scalar = requireString(source, node, name);
    if (readText(scalar) === value && !(scalar.type === 'PLAIN' && isAmbiguous(value)))
        return [];
    const [start, end] = scalar.range;
    if (start === end)
        throw refuseValue(source, node, name, 'nothing');
    const text = renderScalar(value, styleOf(scalar));
    return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
        ? replaceBlockScalar(source.text, start, end, text)
        : [{ start, end, text }];
}
function requireString(source, node, name) {
    if (!(0,dist/* isScalar */.jn)(node))
        throw refuseValue(source, node, name, describeNode(node));
    if (node.tag === undefined || node.tag === STRING_TAG)
        return node;
    throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}
function isExplicit(pair) {
    return tokensOf(pair).start.some((token) => token.type === 'explicit-key-ind');
}
function refuseValue(source, node, name, given) {
    const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
    return refuse(source, 'unsafe-edit', node.range[0], message);
}

;// CONCATENATED MODULE: ./src/patch/entry.ts







/** The image that an entry gives, as `kustomize build` reads it. */
function readImage(source, { name, newName, node }) {
    const [tag, embedded] = readString(source, node, 'newTag').split('@', 2);
    const digest = readString(source, node, 'digest') || embedded;
    return {
        repository: newName === '' ? name : newName,
        ...(tag && { tag }),
        ...(digest && { digest }),
    };
}
/** The fields that make an entry give the image; those that do already keep their values. */
function computeFields(source, entry, image) {
    const { node, newName } = entry;
    const previous = readImage(source, entry);
    const isSameRepository = previous.repository === image.repository;
    // `newTag: v1@sha256:…` gives both, and stays until one of them changes.
    const newTag = readString(source, node, 'newTag');
    const isJoined = newTag === `${image.tag}@${image.digest}`;
    const keeps = isJoined && readString(source, node, 'digest') === '';
    return new Map([
        ['newName', isSameRepository ? newName || undefined : image.repository],
        ['newTag', keeps ? newTag : image.tag],
        ['digest', keeps ? undefined : image.digest],
    ]);
}
/**
 * Plans the edits that give an entry these fields.
 * @throws PromoteError `unsafe-edit` where a value comes from elsewhere, or would reach elsewhere.
 */
function planEntry(source, images, entry, fields) {
    const { map, name } = requireOwnEntry(source, entry);
    const edits = [];
    const changes = [];
    const touched = [...images.ancestors, map];
    const additions = [];
    let behind = name;
    for (const [field, after] of fields) {
        const pair = findPair(source, map, fieldOf(field));
        const path = [images.key, entry.index, readText(pair?.key) ?? field];
        if (pair !== undefined) {
            const pairEdits = editPair(source, map, pair, after);
            edits.push(...pairEdits);
            if (pairEdits.length > 0)
                changes.push({ document: 0, path, after });
            if (pairEdits.length > 0)
                touched.push(pair.key, pair.value);
            if (after !== undefined)
                behind = pair;
        }
        else if (isMissing(source, map, field, after)) {
            additions.push({ map, behind, key: field, value: after });
            changes.push({ document: 0, path, after });
        }
    }
    if (changes.length > 0)
        refuseShared(source, touched);
    return { edits, additions, changes };
}
/** Edits that give a pair of an entry a value, or take it away. */
function editPair(source, map, pair, after) {
    const current = readText(resolveAlias(source, pair.value)) ?? '';
    if (after === undefined)
        return current === '' ? [] : removePair(source, map, pair);
    return (0,dist/* isAlias */.Vj)(pair.value) && current === after ? [] : setValue(source, pair, after);
}
/**
 * Whether an entry that has no such pair needs one.
 * @throws PromoteError `unsafe-edit` when a merge key gives it another value.
 */
function isMissing(source, map, field, after) {
    const current = readString(source, map, field);
    if (current === (after ?? ''))
        return false;
    if (current === '')
        return true;
    const message = `${field}: the value comes through a merge key (<<). Write it into the entry itself.`;
    throw refuse(source, 'unsafe-edit', map.range[0], message);
}
function requireOwnEntry(source, { node, name }) {
    const pair = (0,dist/* isMap */.jh)(node) ? findPair(source, node, fieldOf('name')) : undefined;
    if ((0,dist/* isMap */.jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw refuse(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
function readString(source, node, field) {
    return readText(readValue(source, node, fieldOf(field))) ?? '';
}

;// CONCATENATED MODULE: ./src/patch/images.ts




/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];
/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
function locateImages(source) {
    const root = locateRoot(source);
    const pair = findPair(source, root, fieldOf('images'));
    if (pair === undefined)
        return { root, key: 'images', ancestors: [root], entries: [] };
    const key = String(readText(pair.key));
    const list = pair.value;
    if (describeNode(list) === 'nothing')
        return { root, pair, key, ancestors: [root], entries: [] };
    if ((0,dist/* isSeq */.oP)(list)) {
        const entries = readEntries(source, list);
        return { root, pair, list, key, ancestors: [root, list], entries };
    }
    throw refuse(source, 'unsafe-edit', pair.key.range[0], `${key}: expected a list, got ${describeNode(list)}. Write the list itself here.`);
}
function locateRoot(source) {
    const [root, second] = source.documents;
    if (second !== undefined) {
        const message = 'expected one document, got a second one. Move it to a file of its own.';
        throw refuse(source, 'unsafe-edit', second.range[0], message);
    }
    if (!(0,dist/* isMap */.jh)(root)) {
        const message = `expected a kustomization, got ${describeNode(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw refuse(source, 'not-a-kustomization', 0, message);
    }
    const kind = readValue(source, root, fieldOf('kind'));
    if (kind === undefined || KINDS.includes(readText(kind) ?? ''))
        return root;
    const message = `expected kind: Kustomization or Component, got ${describeNode(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw refuse(source, 'not-a-kustomization', root.range[0], message);
}
function readEntries(source, list) {
    return list.items.map((node, index) => ({
        index,
        node,
        name: readText(readValue(source, node, fieldOf('name'))) ?? '',
        newName: readText(readValue(source, node, fieldOf('newName'))) ?? '',
    }));
}

;// CONCATENATED MODULE: ./src/patch/new-entry.ts







/** Plans the edits that add an entry to `images`, and `images` itself where the file has none. */
function planNewEntry(source, images, name, image) {
    refuseShared(source, images.ancestors);
    const fields = new_entry_computeFields(name, image);
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
function new_entry_computeFields(name, { repository, tag, digest }) {
    const fields = [['name', name]];
    if (repository !== name)
        fields.push(['newName', repository]);
    if (tag !== undefined)
        fields.push(['newTag', tag]);
    if (digest !== undefined)
        fields.push(['digest', digest]);
    return fields;
}
function addEntry(text, { root, pair, list }, fields) {
    const last = root.items.at(-1);
    // JSON keeps its quotes.
    const flow = renderFlow(fields, styleOf(last?.key));
    if (list !== undefined)
        return [appendItem(text, list, fields, flow)];
    if (pair !== undefined)
        return [fillList(text, root, pair, fields, flow)];
    if (last === undefined)
        return [insert(root.range[0] + 1, `images: [${flow}]`)];
    if (root.flow === true) {
        const key = renderScalar('images', styleOf(last.key));
        return insertIntoFlow(text, last, [`${key}: [${flow}]`], []);
    }
    // Where a blank line keeps the last key apart, one does the new key too.
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, startOfPair(last)));
    const lines = [
        '',
        ...(isApart ? [''] : []),
        'images:',
        ...renderBlock(fields, indentOfLists(root)),
    ];
    return [insert(endOfLastLine(text, endOfPair(last)), lines.join(lineBreakOf(text)))];
}
function appendItem(text, list, fields, flow) {
    const last = list.items.at(-1);
    if (last === undefined)
        return insert(list.range[0] + 1, flow);
    const end = endOfNode(last);
    if (list.flow === true)
        return insert(end, `, ${flow}`);
    const indent = indentOf(list);
    const column = (0,dist/* isMap */.jh)(last) && last.flow !== true ? indentOf(last) : indent + 2;
    const lines = ['', ...renderBlock(fields, indent, column)];
    return insert(endOfLastLine(text, end), lines.join(lineBreakOf(text)));
}
/** Gives a list to an `images` key that has none. */
function fillList(text, root, pair, fields, flow) {
    const end = endOfPair(pair);
    if (pair.value === null)
        return insert(end, `: [${flow}]`);
    const [start, valueEnd] = pair.value.range;
    if (start < valueEnd)
        return { start, end, text: `[${flow}]` };
    if (root.flow === true)
        return insert(end, ` [${flow}]`);
    const lines = ['', ...renderBlock(fields, indentOfLists(root))];
    return insert(endOfLastLine(text, end), lines.join(lineBreakOf(text)));
}
function renderBlock(fields, indent, column = indent + 2) {
    const dash = `${' '.repeat(indent)}-`.padEnd(column);
    return fields.map(([field, value], index) => `${index === 0 ? dash : ' '.repeat(column)}${field}: ${renderScalar(value, 'plain')}`);
}
function renderFlow(fields, style) {
    const pairs = fields.map(([field, value]) => `${renderScalar(field, style)}: ${renderScalar(value, style)}`);
    return `{${pairs.join(', ')}}`;
}
/** How far the file indents its lists below a key of the root: as its first one. */
function indentOfLists(root) {
    const lists = root.items.map(({ value }) => value).filter((value) => (0,dist/* isSeq */.oP)(value));
    const block = lists.find((list) => list.flow !== true);
    return block === undefined ? 0 : indentOf(block);
}

;// CONCATENATED MODULE: ./src/patch/select.ts

/**
 * Chooses the entry to patch: that of the given name; without a name the one whose `name` is the
 * repository, else the only one whose `newName` is.
 * @returns `undefined` when there is none.
 * @throws PromoteError `entry-ambiguous` when there are several.
 */
function findEntry(source, images, imageName, repository) {
    const name = imageName ?? repository;
    const named = images.entries.filter((entry) => entry.name === name);
    const renamed = images.entries.filter((entry) => entry.newName === repository);
    const [entry, second] = named.length > 0 || imageName !== undefined ? named : renamed;
    if (entry === undefined || second === undefined)
        return entry;
    const cure = entry.name === second.name
        ? `two entries of images have the name ${JSON.stringify(entry.name)}. Remove one of the two.`
        : `several entries of images have newName: ${repository}. Set it to one of their names: ${listEntries(renamed)}.`;
    throw refuse(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}
/** The error for an entry that is not there. */
function refuseMissing(source, images, imageName, repository) {
    const message = `image-name: ${explainMissing(images, imageName, repository)}`;
    return refuse(source, 'entry-not-found', images.root.range[0], message);
}
function explainMissing(images, imageName, repository) {
    const named = images.entries.filter((entry) => entry.name !== '');
    if (named.length === 0) {
        return 'expected an entry of images, but the file has none. Add one, or set create-missing: true.';
    }
    const there = `Set it to one of those there are: ${listEntries(named)}; or set create-missing: true.`;
    return imageName === undefined
        ? `no entry of images has the name or newName ${JSON.stringify(repository)}. ${there}`
        : `expected the name of an entry of images, got ${JSON.stringify(imageName)}. ${there}`;
}
function listEntries(entries) {
    const items = entries.map(({ name, newName }) => newName === '' ? JSON.stringify(name) : `${JSON.stringify(name)} (newName: ${newName})`);
    return items.join(', ');
}

;// CONCATENATED MODULE: ./src/patch/kustomization.ts





/**
 * Plans the edits that make an entry of `images` give the image. `newName`, `newTag` and `digest`
 * are a unit: what the image has not is removed, as `kustomize edit set image` does; unlike there,
 * `newName` is only written when the repository differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
function planKustomization(source, change) {
    const { image, imageName, createMissing } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const images = locateImages(source);
    const entry = findEntry(source, images, imageName, image.repository);
    if (entry !== undefined) {
        const plan = planEntry(source, images, entry, computeFields(source, entry, image));
        return { ...plan, imageName: entry.name, previousImage: readImage(source, entry) };
    }
    if (createMissing !== true)
        throw refuseMissing(source, images, imageName, image.repository);
    const name = imageName ?? image.repository;
    return { ...planNewEntry(source, images, name, image), imageName: name };
}

// EXTERNAL MODULE: ./src/patch/path.ts
var patch_path = __webpack_require__(3215);
;// CONCATENATED MODULE: ./src/patch/plan.ts
function joinPlans(plans) {
    return {
        edits: plans.flatMap(({ edits }) => edits),
        additions: plans.flatMap(({ additions = [] }) => additions),
        changes: plans.flatMap(({ changes }) => changes),
    };
}

;// CONCATENATED MODULE: ./src/patch/compare.ts


/**
 * Every place where two lists of documents differ in text, quotes, tag, anchor, key or order. A node that
 * only one of them has, or that is of another kind, is one difference; of a new collection every
 * value is one. Aliases are compared by name and not followed, so that nested ones cost nothing.
 */
function compareDocuments(before, after) {
    const differences = [];
    for (let document = 0; document < Math.max(before.length, after.length); document++) {
        const nodes = { before: before[document], after: after[document] };
        compareNodes({ document, path: [], ...nodes }, differences);
    }
    return differences;
}
function compareNodes(place, differences) {
    const { document, path } = place;
    const before = compare_childrenOf(place.before);
    const after = compare_childrenOf(place.after);
    const isAlike = summarize(place.before) === summarize(place.after) && haveSameOrder(before, after);
    if (!isAlike && !isNewCollection(place.before, place.after)) {
        differences.push(place);
        return;
    }
    for (const step of new Set([...before.keys(), ...after.keys()])) {
        const nodes = { before: before.get(step), after: after.get(step) };
        compareNodes({ document, path: [...path, step], ...nodes }, differences);
    }
}
/** Whether there was nothing where a collection without tag and anchor is now. */
function isNewCollection(before, after) {
    if (describeNode(before) !== 'nothing' || !(0,dist/* isCollection */.P3)(after))
        return false;
    return after.items.length > 0 && after.anchor === undefined && after.tag === undefined;
}
/** All of a node but its children. */
function summarize(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `*${node.source}`;
    if ((0,dist/* isScalar */.jn)(node))
        return JSON.stringify([node.anchor, node.tag, node.type, node.source]);
    if ((0,dist/* isCollection */.P3)(node))
        return JSON.stringify([node.anchor, node.tag, (0,dist/* isMap */.jh)(node)]);
    return String(node);
}
function compare_childrenOf(node) {
    const children = new Map();
    if ((0,dist/* isSeq */.oP)(node))
        for (const [index, item] of node.items.entries())
            children.set(index, item);
    if (!(0,dist/* isMap */.jh)(node))
        return children;
    for (const [index, { key, value }] of node.items.entries()) {
        const text = readText(key);
        const step = text === undefined || children.has(text) ? `?${index}` : text;
        children.set(step, value);
        // What a key is beyond its text is compared as if it were a child.
        if (!(0,dist/* isScalar */.jn)(key) || key.value !== text || key.anchor || key.tag) {
            children.set(`${step}?`, key);
        }
    }
    return children;
}
/** Whether the children that both have stand in the same order. */
function haveSameOrder(before, after) {
    const left = [...before.keys()].filter((step) => after.has(step));
    const right = [...after.keys()].filter((step) => before.has(step));
    return left.every((step, index) => step === right[index]);
}

;// CONCATENATED MODULE: ./src/patch/proof.ts





/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
function proveChanges(before, after, intended) {
    const open = new Map(intended.map((change) => [proof_keyOf(change), change]));
    const observed = new Map();
    for (const difference of compareDocuments(before.documents, after.documents)) {
        const change = open.get(proof_keyOf(difference));
        if (change === undefined || !isAsIntended(after, difference, change)) {
            throw failProof(before, difference.path);
        }
        open.delete(proof_keyOf(difference));
        observed.set(change, describeChange(before, difference));
    }
    for (const change of open.values())
        throw failProof(before, change.path);
    return observed;
}
function isAsIntended(after, difference, change) {
    const node = difference.after;
    if (change.after === undefined)
        return node === undefined;
    if (!(0,dist/* isScalar */.jn)(node) || node.value !== change.after)
        return false;
    const [start, end] = node.range;
    const legacy = (0,dist/* parseDocument */.Tp)(after.text.slice(start, end), { version: '1.1' });
    return (0,dist/* isScalar */.jn)(legacy.contents) && legacy.contents.value === change.after;
}
function describeChange(source, { document, path, before, after }) {
    const texts = { before: readText(before), after: readText(after) };
    return {
        path: (0,patch_path/* renderPath */.i)(path),
        ...(source.documents.length > 1 && { document }),
        ...(texts.before !== undefined && { before: texts.before }),
        ...(texts.after !== undefined && { after: texts.after }),
    };
}
/** The error of a patch that is not what it should be. */
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.j('internal', `${path}: the patch would not change just what it is meant to (at "${(0,patch_path/* renderPath */.i)(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function proof_keyOf({ document, path }) {
    return JSON.stringify([document, path]);
}

;// CONCATENATED MODULE: ./src/patch/locate.ts





/**
 * Follows a path from the root of a document, as far as it leads.
 * @throws PromoteError `unsafe-edit` when it leads through an alias or a merge key,
 *   `entry-ambiguous` when a selector takes several items.
 */
function locatePath(source, root, steps) {
    let place = root;
    for (const [index, step] of steps.entries()) {
        const next = descend(source, place, step);
        if (next === undefined)
            return { ...place, missing: steps.slice(index) };
        place = next;
    }
    return place;
}
/** What is at the end of a path, through all aliases and merge keys; for reading only. */
function readPath(source, root, steps) {
    let node = root;
    for (const step of steps) {
        const parent = resolveAlias(source, node);
        if (step.kind === 'key')
            node = readValue(source, parent, keyOf(step.key));
        else if (!(0,dist/* isSeq */.oP)(parent))
            return undefined;
        else if (step.kind === 'index')
            node = parent.items[step.index];
        else
            node = parent.items.find((item) => matches(source, item, step));
    }
    return resolveAlias(source, node);
}
/** Where a message about a place points to. */
function offsetOf(place) {
    const node = place.pair ? (place.node ?? place.pair.key) : place.node;
    return node.range[0];
}
/** The roots of a file's documents. */
function locateRoots(source) {
    return source.documents.map((node, document) => ({
        document,
        path: [],
        ancestors: [],
        node,
        missing: [],
    }));
}
function descend(source, place, step) {
    const { node } = place;
    if ((0,dist/* isAlias */.Vj)(node))
        throw refuseDetour(source, place, node, `the alias *${node.source}`);
    if ((0,dist/* isMap */.jh)(node) && step.kind === 'key') {
        const pair = findPair(source, node, keyOf(step.key));
        if (pair !== undefined)
            return { ...stepInto(place, node, step.key), pair, node: pair.value };
        if (readValue(source, node, keyOf(step.key)) === undefined)
            return undefined;
        throw refuseDetour(source, place, node, `a merge key (<<), for ${step.key}`);
    }
    if (!(0,dist/* isSeq */.oP)(node) || step.kind === 'key')
        return undefined;
    const index = step.kind === 'index' ? step.index : findItem(source, place, node, step);
    const item = node.items[index];
    return item === undefined ? undefined : { ...stepInto(place, node, index), node: item };
}
function stepInto(place, parent, step) {
    const { document, path, ancestors } = place;
    return { document, path: [...path, step], ancestors: [...ancestors, parent], missing: [] };
}
/** The index of the item that a selector takes; -1 when there is none. */
function findItem(source, place, list, selector) {
    const isSelected = (item) => matches(source, item, selector);
    const [, second] = list.items.filter(isSelected);
    if (second === undefined)
        return list.items.findIndex(isSelected);
    throw refuse(source, 'entry-ambiguous', second.range[0], `${(0,patch_path/* renderPath */.i)(place.path)}: several items have ${selector.key}: ${selector.value}. Name the item by its index.`);
}
function matches(source, item, { key, value }) {
    return readText(readValue(source, item, keyOf(key))) === value;
}
function refuseDetour(source, place, node, detour) {
    const message = `${(0,patch_path/* renderPath */.i)(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
    return refuse(source, 'unsafe-edit', node.range[0], message);
}

;// CONCATENATED MODULE: ./src/patch/document.ts




/**
 * The root of the document to change: the one that the selector takes; without a selector the only
 * one there is, else the only one in which all paths exist.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous`, with a list of the documents.
 */
function selectDocument(source, selector, paths) {
    const roots = locateRoots(source);
    const [root, second] = roots.filter((each) => selector === undefined
        ? roots.length === 1 || holdsAll(source, each, paths)
        : isSelected(source, each, selector));
    if (root !== undefined && second === undefined)
        return root;
    const expected = selector === undefined ? 'a document with the path' : `the document ${render(selector)}`;
    const there = `Its documents: ${roots.map((each) => render(identify(source, each))).join(', ')}.`;
    if (root === undefined) {
        throw refuse(source, 'entry-not-found', 0, `expected ${expected}, got none. ${there}`);
    }
    const message = `expected ${expected} once, got several. Say with document which one. ${there}`;
    throw refuse(source, 'entry-ambiguous', 0, message);
}
function holdsAll(source, root, paths) {
    return paths.every((steps) => locatePath(source, root, steps).missing.length === 0);
}
function isSelected(source, root, selector) {
    const found = new Map(Object.entries(identify(source, root)));
    return Object.entries(selector).every(([key, value]) => found.get(key) === value);
}
function identify(source, { node }) {
    const read = (parent, key) => readText(readValue(source, parent, keyOf(key)));
    const metadata = readValue(source, node, keyOf('metadata'));
    const kind = read(node, 'kind');
    const name = read(metadata, 'name');
    const namespace = read(metadata, 'namespace');
    return {
        ...(kind !== undefined && { kind }),
        ...(name !== undefined && { name }),
        ...(namespace !== undefined && { namespace }),
    };
}
function render(selector) {
    return JSON.stringify(selector).replaceAll('"', '');
}

// EXTERNAL MODULE: ./src/patch/path-parser.ts
var path_parser = __webpack_require__(9671);
;// CONCATENATED MODULE: ./src/patch/set.ts










/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
function planSet(source, { document, values, createMissing }) {
    const paths = values.map(({ path }) => path);
    const root = selectDocument(source, document, paths);
    return joinPlans(values.map(({ path, value }) => planString(source, root, path, value, createMissing)));
}
/** Plans the edits that make the node at a path a string. */
function planString(source, root, steps, value, createMissing = false) {
    const place = locatePath(source, root, steps);
    const [key, ...further] = place.missing;
    if (key === undefined)
        return planPlace(source, place, value);
    const canAdd = createMissing && further.length === 0 && key.kind === 'key';
    const { node, document, path, ancestors } = place;
    const behind = (0,dist/* isMap */.jh)(node) ? node.items.at(-1) : undefined;
    if (!canAdd || !(0,dist/* isMap */.jh)(node) || behind === undefined)
        throw set_refuseMissing(source, place, steps);
    refuseShared(source, [...ancestors, node]);
    return {
        edits: [],
        additions: [{ map: node, behind, key: key.key, value }],
        changes: [{ document, path: [...path, key.key], after: value }],
    };
}
function planPlace(source, place, value) {
    const { document, path, ancestors, node } = place;
    const edits = place.pair
        ? setValue(source, place.pair, value)
        : setScalar(source, place.node, (0,patch_path/* renderPath */.i)(path), value);
    if (edits.length === 0)
        return { edits: [], changes: [] };
    refuseShared(source, [...ancestors, place.pair?.key ?? null, node]);
    return { edits, changes: [{ document, path, after: value }] };
}
/** Tells how far a path leads, and what is there. */
function set_refuseMissing(source, place, steps) {
    const { node, path } = place;
    const where = path.length === 0 ? 'the document' : (0,patch_path/* renderPath */.i)(path);
    const message = `there is no ${(0,path_parser/* renderSteps */.I)(steps)}: ${where} is ${describeContents(node)}. Correct the path, or add it to the file.`;
    return refuse(source, 'entry-not-found', offsetOf(place), message);
}
function describeContents(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return `a list of ${node.items.length}`;
    if (!(0,dist/* isMap */.jh)(node))
        return describeNode(node);
    return `a mapping with the keys ${node.items.map(({ key }) => describeNode(key)).join(', ')}`;
}

;// CONCATENATED MODULE: ./src/patch/values.ts






/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
function planValues(source, change) {
    const { image, paths, createMissing } = change;
    const root = selectDocument(source, undefined, [paths.tag]);
    const current = readValuesImage(source, root, paths);
    requirePaths(source, root, current, change);
    const plans = [];
    const set = (steps, before, after) => {
        if (before === '' && after === '')
            return;
        plans.push(planString(source, root, steps, after, createMissing));
    };
    if (paths.repository) {
        const after = withoutRegistry(source, root, paths.repository, change);
        set(paths.repository, current.repository, after);
    }
    set(paths.tag, current.tag, image.tag ?? '');
    if (paths.digest)
        set(paths.digest, current.digest, image.digest ?? '');
    return { ...joinPlans(plans), previousImage: toReference(current, image.repository) };
}
/** @param fallback The repository, where the values do not say it. */
function toReference({ repository, tag, digest }, fallback) {
    const [plainTag, embedded] = tag.split('@', 2);
    const anyDigest = digest || embedded;
    return {
        repository: repository || fallback,
        ...(plainTag && { tag: plainTag }),
        ...(anyDigest && { digest: anyDigest }),
    };
}
/** The image that values give, at the paths, else in the keys beside the tag. */
function readValuesImage(source, root, paths) {
    const repository = paths.repository ?? beside(paths.tag, 'repository');
    const registry = values_readString(source, root, beside(repository, 'registry'));
    const name = values_readString(source, root, repository);
    return {
        repository: registry === '' || name === '' ? name : `${registry}/${name}`,
        tag: values_readString(source, root, paths.tag),
        digest: values_readString(source, root, paths.digest ?? beside(paths.tag, 'digest')),
    };
}
function requirePaths(source, root, current, { image, paths }) {
    if (!paths.digest && (image.digest !== undefined || current.digest !== '')) {
        const problem = image.digest === undefined
            ? `the digest beside the tag, ${current.digest}, would win over the new tag`
            : `the digest of the image, ${image.digest}, has nowhere to go`;
        const message = `${problem}. Set values-digest-path (in targets: digest-path).`;
        throw refuseAtTag(source, root, paths, message);
    }
    if (paths.repository || ['', image.repository].includes(current.repository))
        return;
    const message = `the repository beside the tag is ${current.repository}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
    throw refuseAtTag(source, root, paths, message);
}
/** The repository as it stands beside a `registry`, which it goes without. */
function withoutRegistry(source, root, steps, change) {
    const { repository } = change.image;
    const registry = values_readString(source, root, beside(steps, 'registry'));
    if (registry === '')
        return repository;
    if (repository.startsWith(`${registry}/`))
        return repository.slice(registry.length + 1);
    const message = `the registry beside the repository is ${registry}, but the image is ${repository}. Make the registry empty, so that the repository can hold all of it.`;
    throw refuseAtTag(source, root, change.paths, message);
}
function beside(steps, key) {
    return [...steps.slice(0, -1), { kind: 'key', key }];
}
function values_readString(source, root, steps) {
    return readText(readPath(source, root.node, steps)) ?? '';
}
function refuseAtTag(source, root, { tag }, message) {
    return refuse(source, 'unsafe-edit', offsetOf(locatePath(source, root, tag)), message);
}

;// CONCATENATED MODULE: ./src/patch/patch.ts











/**
 * Makes all changes to a file at once, and leaves every other byte as it is: locate the nodes,
 * splice the text at their ranges, prove that nothing else changed.
 * @throws PromoteError with file, line, column and cure when the file cannot be edited safely.
 */
function patchFile(file, changes) {
    const source = parseSource(file);
    return applyPlans(file, source, changes.map((change) => planChange(source, change)));
}
/**
 * Splices the edits of all plans into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
function applyPlans(file, source, plans) {
    refuseOverlaps(source, plans);
    const joined = joinPlans(plans);
    const edits = computeEdits(source, joined);
    const text = spliceEdits(source.text, edits);
    const changed = edits.length > 0;
    const observed = changed ? proveChanges(source, parsePatched(source, text), joined.changes) : [];
    return {
        bytes: changed ? new TextEncoder().encode(text) : file.bytes,
        changed,
        targets: plans.map(({ imageName, previousImage, ...plan }) => ({
            ...(imageName !== undefined && { imageName }),
            ...(previousImage !== undefined && { previousImage }),
            changes: [...observed]
                .filter(([change]) => plan.changes.includes(change))
                .map(([, each]) => each),
            diff: renderDiff(source.path, source.text, computeEdits(source, plan)),
        })),
    };
}
function planChange(source, change) {
    switch (change.kind) {
        case 'kustomization':
            return planKustomization(source, change);
        case 'values':
            return planValues(source, change);
        case 'set':
            return planSet(source, change);
    }
}
/** Two targets that set the same value would overwrite each other. */
function refuseOverlaps({ path: file }, plans) {
    const seen = new Set();
    for (const { document, path } of joinPlans(plans).changes) {
        const place = JSON.stringify([document, path]);
        if (seen.has(place)) {
            throw new errors/* PromoteError */.j('invalid-input', `targets: two of them change ${(0,patch_path/* renderPath */.i)(path)} in ${file}. Remove one of the two.`);
        }
        seen.add(place);
    }
}
function parsePatched(source, text) {
    try {
        return parseText(source.path, text);
    }
    catch (cause) {
        throw failProof(source, [], cause);
    }
}

;// CONCATENATED MODULE: ./src/promote/previous-image.ts


/**
 * The image that a file with values to set asked for before, as far as its values tell: what stood
 * in the places of `{{image}}`, `{{tag}}` and `{{digest}}`.
 * @param image The image that it is to ask for; the one from before when nothing changed.
 */
function findPreviousImage(target, { changes }, image) {
    if (target?.kind !== 'file')
        return undefined;
    if (changes.length === 0)
        return image;
    for (const { template } of target.set) {
        for (const { before } of changes) {
            const found = before === undefined ? undefined : matchTemplate(template, before, image);
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function matchTemplate(template, text, { repository }) {
    const names = (0,promote_template/* findNames */.uD)(template);
    const literals = template.split(/\{\{[^{}]*\}\}/).map(escapeRegExp);
    const match = new RegExp(`^${literals.join('(.+?)')}$`, 's').exec(text);
    const value = (name) => match?.[names.indexOf(name) + 1];
    const whole = names.includes('image') ? (0,reference/* parseImageReference */.o_)(value('image') ?? '') : undefined;
    if (whole?.valid)
        return whole.reference;
    const tag = names.includes('tag') ? value('tag') : undefined;
    const digest = names.includes('digest') ? value('digest') : undefined;
    const version = {
        ...(tag !== undefined && (0,reference/* isTag */.dz)(tag) && { tag }),
        ...(digest !== undefined && (0,reference/* isDigest */.Bc)(digest) && { digest }),
    };
    return Object.keys(version).length === 0 ? undefined : { repository, ...version };
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/promote/patch-targets.ts






/** Reads the files of all targets, each file once. */
async function readTargets(targets, repository) {
    const reads = new Map();
    const files = new Map();
    for (const target of targets) {
        const isKustomization = target.kind === 'kustomization';
        const key = JSON.stringify([isKustomization, target.path]);
        const read = reads.get(key) ??
            (isKustomization
                ? repository.readKustomization(target.path)
                : repository.readFile(target.path));
        reads.set(key, read);
        const file = await read;
        const entry = files.get(file.path) ?? { file, targets: [] };
        files.set(file.path, { ...entry, targets: [...entry.targets, target] });
    }
    return [...files.values()];
}
/**
 * Patches one file for all its targets at once.
 * @throws PromoteError whatever the patch refuses, and `invalid-input` for a placeholder without a
 *   value.
 */
function patchTargets({ file, targets }, facts) {
    const { image } = facts;
    const changes = targets.map((target) => changeOf(target, facts));
    const { bytes, changed, targets: patches } = patchFile(file, changes);
    const results = patches.map((patch, index) => {
        const previousImage = patch.previousImage ?? findPreviousImage(targets[index], patch, image);
        return {
            file: file.path,
            imageName: patch.imageName ?? nameOf(image),
            image,
            ...(previousImage !== undefined && { previousImage }),
            changes: patch.changes,
            diff: patch.diff,
        };
    });
    return { file, bytes, changed, results };
}
function changeOf(target, facts) {
    const { image, createMissing } = facts;
    if (target.kind === 'kustomization') {
        const { imageName } = target;
        const name = imageName === undefined ? {} : { imageName };
        return { kind: 'kustomization', image, createMissing, ...name };
    }
    if (target.kind === 'values') {
        return { kind: 'values', image, paths: target.paths, createMissing };
    }
    const { document, set } = target;
    return {
        kind: 'set',
        ...(document !== undefined && { document }),
        values: set.map((each) => ({ path: each.path, value: renderValue(target, each, facts) })),
        createMissing,
    };
}
function renderValue(target, { path, template }, facts) {
    const values = new Map([
        ['image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['repository', facts.image.repository],
        ['tag', facts.image.tag],
        ['digest', facts.image.digest],
        ['sha', facts.sourceSha],
        ['short-sha', facts.shortSha],
        ['gitops-branch', facts.gitopsBranch],
    ]);
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => {
        const value = values.get(name);
        if (value !== undefined)
            return value;
        throw new errors/* PromoteError */.j('invalid-input', `targets: {{${name}}} for ${(0,path_parser/* renderSteps */.I)(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`);
    });
}
/** What people call an image that has no other name: the last part of its repository. */
function nameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./src/promote/backoff.ts
/** Delay before the second try at the most, in milliseconds; it doubles with every further try. */
const FIRST_DELAY = 250;
/** What a delay grows to at the most, in milliseconds. */
const LONGEST_DELAY = 8000;
/**
 * The wait before the next try, in milliseconds, with full jitter: writers that collided once and
 * waited equally long would collide again.
 * @param failed How many tries have failed so far, from 1.
 * @param fraction A random number in [0, 1).
 */
function computeDelay(failed, fraction) {
    const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failed - 1));
    return Math.round(longest * fraction);
}

;// CONCATENATED MODULE: ./src/promote/retry.ts

/** The time that retries and the waits between them may take in all. */
class RetryBudget {
    #clock;
    #random;
    #deadline;
    #failed = 0;
    /** @param seconds From now; 0 means one try and no more. */
    constructor(clock, random, seconds) {
        this.#clock = clock;
        this.#random = random;
        this.#deadline = clock.now() + seconds * 1000;
    }
    /** How many tries have failed. */
    get failed() {
        return this.#failed;
    }
    /** Waits before the next try. `false`, at once, when there is no time left for one. */
    async waitForNextTry() {
        this.#failed += 1;
        const delay = computeDelay(this.#failed, this.#random.fraction());
        if (this.#clock.now() + delay >= this.#deadline)
            return false;
        await this.#clock.sleep(delay);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/promote/promote.ts





/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 50;
/**
 * Brings the GitOps repository to ask for an image: read, patch, commit; and when somebody else was
 * faster, the same again from reading on, never with old contents. It is the only retry loop.
 * @throws PromoteError `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 *   `unavailable` when the server did not answer for so long,
 *   `outcome-unknown` when a write got no answer and it cannot be learned whether it landed, and
 *   whatever reading, patching and writing refuse.
 */
async function promote(promotion, ports) {
    const { retryTimeout } = promotion.inputs;
    const progress = { promotionId: ports.random.uuid() };
    const budget = new RetryBudget(ports.clock, ports.random, retryTimeout);
    for (;;) {
        const outcome = await tryOnce(promotion, progress, ports).catch((error) => failedTry(error, progress));
        if (!('tryAgain' in outcome))
            return outcome;
        ports.logger.info(`Try ${budget.failed + 1} did not succeed: ${outcome.tryAgain}`);
        if (!(await budget.waitForNextTry()))
            throw givenUp(outcome, progress, promotion.inputs);
    }
}
async function tryOnce(promotion, progress, ports) {
    const { inputs, dryRun } = promotion;
    const files = await readTargets(inputs.targets, ports.repository);
    const landed = await findLanded(progress, ports);
    if (landed !== undefined)
        return landed;
    const facts = targetFacts(promotion, ports.repository);
    const patched = files.map((file) => patchTargets(file, facts));
    const targets = patched.flatMap(({ results }) => results);
    const changed = selectChanged(patched);
    if (changed === undefined)
        return unchanged(targets, dryRun, ports.repository);
    if (dryRun)
        return resultOf(ports.repository, 'dry-run', targets);
    const message = renderMessage(promotion, changed, progress, ports.repository);
    const written = await ports.repository.commitFile(changed.file, changed.bytes, message);
    if (written.outcome === 'committed') {
        return resultOf(ports.repository, 'promoted', targets, written.commit);
    }
    if (written.outcome === 'lost')
        progress.unanswered = targets;
    return { tryAgain: written.detail, code: 'conflict' };
}
/**
 * The file to write, if any.
 * @throws PromoteError `invalid-input` when there are several: the Contents API writes one a commit.
 */
function selectChanged(patched) {
    const changed = patched.filter((file) => file.changed);
    const [first, second] = changed;
    if (second === undefined)
        return first;
    const paths = changed.map(({ file }) => file.path).join(', ');
    throw new errors/* PromoteError */.j('invalid-input', `targets: ${changed.length} files would change (${paths}), and one commit through the Contents API changes one. Promote them one by one.`);
}
/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded({ promotionId, unanswered }, { repository }) {
    if (unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const own = commits.find(({ message }) => (0,promote_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
    return own && resultOf(repository, 'promoted', unanswered, own);
}
async function unchanged(targets, dryRun, repository) {
    if (dryRun)
        return resultOf(repository, 'dry-run', targets);
    return resultOf(repository, 'unchanged', targets, await readHead(repository));
}
/** The head is told for information: a server that refuses it does not make the promotion fail. */
async function readHead(repository) {
    try {
        const [head] = await repository.readNewestCommits(1);
        return head;
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.j && error.code !== 'unavailable')
            return undefined;
        throw error;
    }
}
function resultOf(repository, reason, targets, commit) {
    return {
        reason,
        repository: repository.name,
        targets,
        wouldChange: targets.some(({ changes }) => changes.length > 0),
        ...(commit !== undefined && { commit }),
    };
}
function targetFacts({ inputs, image, audit }, { branch }) {
    return {
        ...audit,
        image,
        createMissing: inputs.createMissing,
        ...(branch !== undefined && { gitopsBranch: branch }),
    };
}
/** The message tells of the first target that changed; all are in its diff. */
function renderMessage({ inputs, image, audit }, { results }, { promotionId }, repository) {
    const facts = {
        ...audit,
        image,
        imageName: '',
        ...results.find(({ changes }) => changes.length > 0),
        promotionId,
        gitopsBranch: repository.branch ?? '',
    };
    return renderCommitMessage(facts, inputs.commitMessage, inputs.commitTrailers);
}
/** A server that does not answer may answer later; every other failure is final. */
function failedTry(error, { promotionId, unanswered }) {
    if (error instanceof errors/* PromoteError */.j && error.code === 'unavailable') {
        return { tryAgain: error.message, code: error.code };
    }
    if (unanswered === undefined)
        throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw outcomeUnknown(promotionId, detail, error);
}
function givenUp({ tryAgain, code }, { promotionId, unanswered }, { target, retryTimeout }) {
    if (unanswered !== undefined)
        return outcomeUnknown(promotionId, tryAgain);
    return new errors/* PromoteError */.j(code, `${target.repository} could not be written within retry-timeout (${retryTimeout} seconds), and nothing was: ${tryAgain} Run the job again, or raise retry-timeout.`);
}
function outcomeUnknown(promotionId, detail, cause) {
    return new errors/* PromoteError */.j('outcome-unknown', `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`, { cause });
}

// EXTERNAL MODULE: ./src/tag/moving-tag.ts
var moving_tag = __webpack_require__(5933);
;// CONCATENATED MODULE: ./src/steps/promote.ts




/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE = [
    'token-invalid',
    'token-forbidden',
    'repository-not-found',
];
/**
 * Promotes an image and tells the log what came of it.
 * @throws PromoteError `no-image` when there is none, `moving-tag` for a tag that the second promotion would find unchanged; and
 *   whatever `promote` throws.
 */
async function runPromoteStep(request, context, ports) {
    const { promote: inputs, image } = request;
    assertDeployable(image.image, context);
    return ports.logger.group(`Promote ${(0,reference/* renderImageReference */.NL)(image.image)}`, async () => {
        const repository = await ports.openGitOpsRepository(inputs.target);
        try {
            const result = await promote(promotionOf(request, context), { ...ports, repository });
            logResult(result, ports.logger);
            return result;
        }
        catch (error) {
            if (!request.dryRunByDefault || !isUnreadable(error))
                throw error;
            ports.logger.notice(`Nothing to show: in this dry run ${error.message}`);
            return { reason: 'dry-run', repository: repository.name, targets: [] };
        }
    });
}
function promotionOf(request, context) {
    const { promote: inputs, image, dryRun, coverage } = request;
    const { sourceSha, shortSha } = image;
    return {
        inputs,
        image: image.image,
        dryRun,
        audit: {
            sourceRepository: context.repository,
            runUrl: context.runUrl,
            ...(sourceSha !== undefined && { sourceSha }),
            ...(shortSha !== undefined && { shortSha }),
            ...(coverage?.measured && { coverage: coverage.measured.percent }),
        },
    };
}
function assertDeployable({ tag, digest }, context) {
    if (tag === undefined && digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    if (digest !== undefined || tag === undefined || !(0,moving_tag/* isMovingTag */.T)(tag, context))
        return;
    throw new errors/* PromoteError */.j('moving-tag', `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, or add digest.`);
}
function isUnreadable(error) {
    return error instanceof errors/* PromoteError */.j && UNREADABLE.includes(error.code);
}
function logResult({ reason, repository, targets, commit }, logger) {
    for (const target of targets)
        logger.info(describeTarget(target, repository));
    if (reason === 'dry-run')
        logger.info('This is a dry run: nothing was written.');
    else if (commit)
        logger.info(`Commit: ${commit.url ?? commit.sha}`);
}
function describeTarget(target, repository) {
    const { file, imageName, previousImage, diff } = target;
    if (diff === '')
        return `${file} in ${repository} already asks for this image.`;
    const previous = previousImage ? ` was ${(0,reference/* renderImageReference */.NL)(previousImage)}` : '';
    return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}


/***/ }),

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isMovingTag)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5404);
/* harmony import */ var _source_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6621);



/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
function isMovingTag(tag, context) {
    const repository = context.payload['repository'];
    const defaultBranch = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(repository) ? repository['default_branch'] : undefined;
    const branches = [(0,_source_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .readBranch */ .pG)(context), defaultBranch].filter((name) => typeof name === 'string');
    return tag === 'latest' || branches.some((branch) => (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitiseTag */ .J)(branch) === tag);
}


/***/ }),

/***/ 5404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sanitiseTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7853);


const HASH_DIGITS = 8;
/**
 * Makes a valid tag of any text: each run of other characters becomes one `-`, as in
 * docker/metadata-action; then leading `.` and `-` go, and what is longer than a tag may be is cut
 * and ends in `-` and eight hex digits of its SHA-256, so that different long texts stay different.
 * @returns An empty text when nothing is left.
 */
function sanitiseTag(text) {
    const tag = text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    if (tag.length <= _reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9)
        return tag;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag).digest('hex').slice(0, HASH_DIGITS);
    return `${tag.slice(0, _reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9 - HASH_DIGITS - 1)}-${hash}`;
}


/***/ })

};

//# sourceMappingURL=757.index.js.map