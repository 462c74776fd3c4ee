export const id = 595;
export const ids = [595];
export const modules = {

/***/ 595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPromoteStep: () => (/* binding */ runPromoteStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
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
    if (pair.value !== null && pair.value.range[0] < pair.value.range[1])
        return pair.value.range[1];
    const marks = new Set(['map-value-ind', 'anchor', 'tag']);
    const mark = tokensOf(pair).sep?.findLast((token) => marks.has(token.type));
    return mark === undefined ? pair.key.range[1] : mark.offset + mark.source.length;
}
/** Column of the keys of a mapping in block style, counted from 0. */
function indentOf(map) {
    // Boundary: as in tokensOf.
    return map.srcToken.indent;
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
        keepSourceTokens: true,
        prettyErrors: false,
        lineCounter: lines,
    });
    for (const document of parsed) {
        for (const error of document.errors)
            throw refuseSyntax({ path, lines }, error);
    }
    const documents = parsed.filter((document) => !isEmpty(document));
    return { path, text, lines, documents, aliases: resolveAliases(documents) };
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
function refuseSyntax(source, error) {
    const [offset] = error.pos;
    if (error.code === 'DUPLICATE_KEY') {
        return refuse(source, 'unsafe-edit', offset, 'this key stands twice. Remove one of the two.');
    }
    if (error.code === 'TAB_AS_INDENT') {
        return refuse(source, 'unsafe-edit', offset, 'a tab indents this line, which YAML does not allow. Indent with spaces.');
    }
    return refuse(source, 'invalid-yaml', offset, `expected YAML: ${error.message}. Correct it.`);
}
function isEmpty(document) {
    return (0,dist/* isScalar */.jn)(document.contents) && document.contents.source === '';
}

;// CONCATENATED MODULE: ./src/patch/fields.ts



/**
 * The pair of a struct's field in a mapping itself.
 * @param name The field; Go's JSON decoder, and so kustomize, ignores the case of keys.
 * @throws PromoteError `unsafe-edit` when two keys mean the field.
 */
function findField(source, map, name) {
    const [pair, second] = map.items.filter(({ key }) => isField(key, name));
    if (second === undefined)
        return pair;
    throw refuse(source, 'unsafe-edit', second.key.range[0], `${describeNode(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`);
}
/**
 * The value of a field: that in the mapping itself, else that of its merge keys (`<<`), of which
 * the first counts. Aliases are followed.
 */
function readField(source, node, name) {
    // Each mapping once: merge keys can form circles.
    const queue = [node];
    const seen = new Set();
    while (queue.length > 0) {
        const map = resolveAlias(source, queue.shift());
        if (!(0,dist/* isMap */.jh)(map) || seen.has(map))
            continue;
        seen.add(map);
        const own = map.items.find(({ key }) => isField(key, name));
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
function isField(key, name) {
    return readText(key)?.toLowerCase() === name.toLowerCase();
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

;// CONCATENATED MODULE: ./src/patch/block.ts


/** Puts lines behind those of a pair, and behind the comment at their end. */
function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, behind);
    const lineStart = `${lineBreakOf(text)}${' '.repeat(indentOf(map))}`;
    return [insert(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
function removeFromBlock(text, pair) {
    const start = startOfPair(pair);
    const end = endOfLastLine(text, pair);
    const lineStart = startOfLine(text, start);
    if (/\S/.test(text.slice(lineStart, start))) {
        // The first key behind `- `: what follows moves up to its place, which is the same column.
        return [cut(start, end + text.slice(end).search(/\S|$/))];
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
    const body = text.slice(bodyStart, end).replace(/\s+$/, '');
    return [{ start, end: start + header, text: scalar }, cut(bodyStart, bodyStart + body.length)];
}
/** The end of a pair's last line. The range of a block scalar ends at the start of the next one. */
function endOfLastLine(text, pair) {
    const end = endOfPair(pair);
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







const STRING_TAG = 'tag:yaml.org,2002:str';
/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
function setValue(source, pair, value) {
    const node = pair.value;
    if (node !== null && !(0,dist/* isScalar */.jn)(node))
        throw refuseValue(source, pair, describeNode(node));
    if (node?.tag !== undefined && node.tag !== STRING_TAG) {
        throw refuseValue(source, pair, `a value of the type ${node.tag}`);
    }
    if (node === null || node.range[0] === node.range[1]) {
        return fillValue(source, pair, renderScalar(value, 'plain'));
    }
    if (readText(node) === value && !(node.type === 'PLAIN' && isAmbiguous(value)))
        return [];
    const [start, end] = node.range;
    const text = renderScalar(value, styleOf(node));
    return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
        ? replaceBlockScalar(source.text, start, end, text)
        : [{ start, end, text }];
}
/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the mapping.
 */
function insertPairs(source, map, behind, added, others) {
    const keyStyle = styleOf(behind.key);
    const valueStyle = styleOf(behind.value);
    const pairs = [...added].map(([key, value]) => `${renderScalar(key, keyStyle)}: ${renderScalar(value, valueStyle)}`);
    return map.flow === true
        ? insertIntoFlow(source.text, behind, pairs, others)
        : insertIntoBlock(source.text, map, behind, pairs);
}
/** Edits that take a pair away that is not the only one. */
function removePair(source, map, pair) {
    const next = map.items[map.items.indexOf(pair) + 1];
    return map.flow === true
        ? removeFromFlow(source.text, pair, next)
        : removeFromBlock(source.text, pair);
}
/** Gives a value to a key that has none. */
function fillValue(source, pair, text) {
    const start = endOfPair(pair);
    if (pair.value !== null)
        return [insert(start, ` ${text}`)];
    const explicit = tokensOf(pair).start.some((token) => token.type === 'explicit-key-ind');
    if (explicit)
        throw refuseValue(source, pair, 'a key with ? and no value');
    return [insert(start, `: ${text}`)];
}
function styleOf(node) {
    if (!(0,dist/* isScalar */.jn)(node))
        return 'plain';
    if (node.type === 'QUOTE_SINGLE')
        return 'single';
    return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}
function refuseValue(source, pair, given) {
    const [offset] = (pair.value ?? pair.key).range;
    return refuse(source, 'unsafe-edit', offset, `${describeNode(pair.key)}: expected a string, got ${given}. Write the string itself here.`);
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
    // `newTag: v1@sha256:…` gives both. It stays until one of them changes.
    const newTag = readString(source, node, 'newTag');
    const isJoined = newTag === `${image.tag}@${image.digest}` && previous.digest === image.digest;
    return new Map([
        ['newName', isSameRepository ? newName || undefined : image.repository],
        ['newTag', isJoined ? newTag : image.tag],
        ['digest', isJoined ? readString(source, node, 'digest') || undefined : image.digest],
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
    // Pairs that go behind the same one are added at once: they share its line and its comma.
    const added = new Map();
    let behind = name;
    for (const [field, after] of fields) {
        const pair = findField(source, map, field);
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
            added.set(behind, (added.get(behind) ?? new Map()).set(field, after));
            changes.push({ document: 0, path, after });
        }
    }
    for (const [pair, pairs] of added)
        edits.push(...insertPairs(source, map, pair, pairs, edits));
    if (edits.length > 0)
        refuseShared(source, touched);
    return { edits, changes };
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
    const pair = (0,dist/* isMap */.jh)(node) ? findField(source, node, 'name') : undefined;
    if ((0,dist/* isMap */.jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw refuse(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
/** An anchor that is used elsewhere would carry the change there. */
function refuseShared(source, nodes) {
    const shared = new Set(source.aliases.values());
    for (const node of nodes) {
        if (!node || !shared.has(node))
            continue;
        const message = `the anchor &${node.anchor} is used elsewhere in the file, where the change would go too. Write the value out at each place.`;
        throw refuse(source, 'unsafe-edit', node.range[0], message);
    }
}
function readString(source, node, field) {
    return readText(readField(source, node, field)) ?? '';
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
    const pair = findField(source, root, 'images');
    if (pair === undefined)
        return { ancestors: [root], key: 'images', entries: [] };
    const key = String(readText(pair.key));
    const list = pair.value;
    if (describeNode(list) === 'nothing')
        return { ancestors: [root], key, entries: [] };
    if ((0,dist/* isSeq */.oP)(list))
        return { ancestors: [root, list], key, entries: readEntries(source, list) };
    throw refuse(source, 'unsafe-edit', pair.key.range[0], `${key}: expected a list, got ${describeNode(list)}. Write the list itself here.`);
}
function locateRoot(source) {
    const [first, second] = source.documents;
    if (second !== undefined) {
        const message = 'expected one document, got a second one. Move it to a file of its own.';
        throw refuse(source, 'unsafe-edit', second.range[0], message);
    }
    const root = first?.contents;
    if (!(0,dist/* isMap */.jh)(root)) {
        const message = `expected a kustomization, got ${describeNode(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw refuse(source, 'not-a-kustomization', 0, message);
    }
    const kind = readField(source, root, 'kind');
    if (kind === undefined || KINDS.includes(readText(kind) ?? ''))
        return root;
    const message = `expected kind: Kustomization or Component, got ${describeNode(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw refuse(source, 'not-a-kustomization', root.range[0], message);
}
function readEntries(source, list) {
    return list.items.map((node, index) => ({
        index,
        node,
        name: readText(readField(source, node, 'name')) ?? '',
        newName: readText(readField(source, node, 'newName')) ?? '',
    }));
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
    const header = `@@ -${start + 1},${size} +${start + 1 + growth},${size + grown} @@\n`;
    return { text: header + body.join(''), growth: grown };
}
function mark(sign, lines) {
    return lines.map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
}
/** Lines with their line breaks; the last one may have none. */
function splitLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

;// CONCATENATED MODULE: ./src/patch/compare.ts

/**
 * Every place where two lists of documents differ in text, quotes, tag, anchor, key or order. A node that
 * only one of them has, or that is of another kind, is one difference. Aliases are compared by
 * name and not followed, so that nested ones cost nothing.
 */
function compareDocuments(before, after) {
    const differences = [];
    for (let document = 0; document < Math.max(before.length, after.length); document++) {
        const nodes = { before: before[document]?.contents, after: after[document]?.contents };
        compareNodes({ document, path: [], ...nodes }, differences);
    }
    return differences;
}
function compareNodes(place, differences) {
    const { document, path } = place;
    const before = childrenOf(place.before);
    const after = childrenOf(place.after);
    if (summarize(place.before) !== summarize(place.after) || !haveSameOrder(before, after)) {
        differences.push(place);
        return;
    }
    for (const step of new Set([...before.keys(), ...after.keys()])) {
        const nodes = { before: before.get(step), after: after.get(step) };
        compareNodes({ document, path: [...path, step], ...nodes }, differences);
    }
}
/** All of a node but its children. */
function summarize(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `*${node.source}`;
    if ((0,dist/* isScalar */.jn)(node))
        return JSON.stringify([node.anchor, node.tag, node.type, node.source]);
    if ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node))
        return JSON.stringify([node.anchor, node.tag, (0,dist/* isMap */.jh)(node)]);
    return 'nothing';
}
function childrenOf(node) {
    const children = new Map();
    if ((0,dist/* isSeq */.oP)(node))
        for (const [index, item] of node.items.entries())
            children.set(index, item);
    if (!(0,dist/* isMap */.jh)(node))
        return children;
    for (const [index, { key, value }] of node.items.entries()) {
        const isText = (0,dist/* isScalar */.jn)(key) && typeof key.value === 'string';
        const step = isText ? String(key.value) : `?${index}`;
        children.set(step, value);
        if (!isText || key.anchor !== undefined || key.tag !== undefined) {
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

;// CONCATENATED MODULE: ./src/patch/path.ts
/** `images[0].newTag`; keys that are no plain words stand in quotes: `annotations["a.b/c"]`. */
function renderPath(path) {
    let text = '';
    for (const step of path) {
        if (typeof step === 'number')
            text += `[${step}]`;
        else if (!/^[\w-]+$/.test(step))
            text += `[${JSON.stringify(step)}]`;
        else
            text += text === '' ? step : `.${step}`;
    }
    return text;
}

;// CONCATENATED MODULE: ./src/patch/proof.ts





/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
function proveChanges(before, after, intended) {
    const open = new Map(intended.map((change) => [keyOf(change), change]));
    const changes = [];
    for (const difference of compareDocuments(before.documents, after.documents)) {
        const change = open.get(keyOf(difference));
        if (change === undefined || !isAsIntended(after, difference, change)) {
            throw failProof(before, difference.path);
        }
        open.delete(keyOf(difference));
        changes.push(describeChange(difference));
    }
    for (const change of open.values())
        throw failProof(before, change.path);
    return changes;
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
function describeChange({ path, before, after }) {
    const texts = { before: readText(before), after: readText(after) };
    return {
        path: renderPath(path),
        ...(texts.before !== undefined && { before: texts.before }),
        ...(texts.after !== undefined && { after: texts.after }),
    };
}
/** The error of a patch that is not what it should be. */
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.j('internal', `${path}: the patch would not change just what it is meant to (at "${renderPath(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function keyOf({ document, path }) {
    return JSON.stringify([document, path]);
}

;// CONCATENATED MODULE: ./src/patch/plan.ts




/**
 * Splices the edits into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
function applyPlan(file, source, plan) {
    if (plan.edits.length === 0)
        return { bytes: file.bytes, changed: false, changes: [], diff: '' };
    const text = spliceEdits(source.text, plan.edits);
    return {
        bytes: new TextEncoder().encode(text),
        changed: true,
        changes: proveChanges(source, parsePatched(source, text), plan.changes),
        diff: renderDiff(source.path, source.text, plan.edits),
    };
}
function parsePatched(source, text) {
    try {
        return parseText(source.path, text);
    }
    catch (cause) {
        throw failProof(source, [], cause);
    }
}

;// CONCATENATED MODULE: ./src/patch/select.ts

/**
 * Chooses the entry to patch: that of the given name; without a name the one whose `name` is the
 * repository, else the only one whose `newName` is.
 * @throws PromoteError `entry-not-found`, or `entry-ambiguous` when there are several.
 */
function selectEntry(source, images, imageName, repository) {
    const name = imageName ?? repository;
    const named = images.entries.filter((entry) => entry.name === name);
    const renamed = images.entries.filter((entry) => entry.newName === repository);
    const [entry, second] = named.length > 0 || imageName !== undefined ? named : renamed;
    if (entry === undefined) {
        const message = `image-name: ${explainMissing(images, imageName, repository)}`;
        throw refuse(source, 'entry-not-found', images.ancestors[0].range[0], message);
    }
    if (second === undefined)
        return entry;
    const cure = entry.name === second.name
        ? `two entries of images have the name ${JSON.stringify(entry.name)}. Remove one of the two.`
        : `several entries of images have newName: ${repository}. Set it to one of their names: ${listEntries(renamed)}.`;
    throw refuse(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}
function explainMissing(images, imageName, repository) {
    const named = images.entries.filter((entry) => entry.name !== '');
    if (named.length === 0) {
        return 'expected an entry of images, but the file has none. Add one by hand.';
    }
    const there = `Set it to one of those there are: ${listEntries(named)}.`;
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
 * Makes an entry of `images` give the image, and leaves every other byte of the file as it is.
 * `newName`, `newTag` and `digest` are a unit: what the image has not is removed, as
 * `kustomize edit set image` does; unlike there, `newName` is only written when the repository
 * differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
function patchKustomization(file, change) {
    const { image, imageName } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const source = parseSource(file);
    const images = locateImages(source);
    const entry = selectEntry(source, images, imageName, image.repository);
    const previousImage = readImage(source, entry);
    const plan = planEntry(source, images, entry, computeFields(source, entry, image));
    return { ...applyPlan(file, source, plan), imageName: entry.name, previousImage };
}

// EXTERNAL MODULE: ./src/promote/message.ts
var message = __webpack_require__(699);
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

// EXTERNAL MODULE: ./src/promote/trailers.ts
var trailers = __webpack_require__(4962);
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
    const { inputs, image, dryRun } = promotion;
    const file = await ports.repository.readKustomization(inputs.kustomization);
    const landed = await findLanded(progress, ports);
    if (landed !== undefined)
        return landed;
    const patch = patchKustomization(file, {
        image,
        ...(inputs.imageName !== undefined && { imageName: inputs.imageName }),
    });
    const target = targetOf(file.path, image, patch);
    if (!patch.changed)
        return unchanged(target, dryRun, ports.repository);
    if (dryRun)
        return resultOf(ports.repository, 'dry-run', target);
    const message = renderMessage(promotion, target, progress, ports.repository);
    const written = await ports.repository.commitFile(file, patch.bytes, message);
    if (written.outcome === 'committed') {
        return resultOf(ports.repository, 'promoted', target, written.commit);
    }
    if (written.outcome === 'lost')
        progress.unanswered = target;
    return { tryAgain: written.detail, code: 'conflict' };
}
/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded({ promotionId, unanswered }, { repository }) {
    if (unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const own = commits.find(({ message }) => (0,trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
    return own && resultOf(repository, 'promoted', unanswered, own);
}
async function unchanged(target, dryRun, repository) {
    if (dryRun)
        return resultOf(repository, 'dry-run', target);
    return resultOf(repository, 'unchanged', target, await readHead(repository));
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
function resultOf(repository, reason, target, commit) {
    return {
        reason,
        repository: repository.name,
        targets: [target],
        wouldChange: target.changes.length > 0,
        ...(commit !== undefined && { commit }),
    };
}
function targetOf(file, image, patch) {
    const { imageName, previousImage, changes, diff } = patch;
    return { file, imageName, image, previousImage, changes, diff };
}
function renderMessage({ inputs, image, audit }, { imageName, previousImage }, { promotionId }, repository) {
    const facts = {
        ...audit,
        image,
        previousImage,
        imageName,
        promotionId,
        gitopsBranch: repository.branch ?? '',
    };
    return (0,message/* renderCommitMessage */.jq)(facts, inputs.commitMessage, inputs.commitTrailers);
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
// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
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
    const previous = (0,reference/* renderImageReference */.NL)(previousImage);
    return `${file} in ${repository}: ${imageName} was ${previous}\n${diff.trimEnd()}`;
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

//# sourceMappingURL=595.index.js.map