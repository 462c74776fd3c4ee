export const id = 113;
export const ids = [113];
export const modules = {

/***/ 7867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ removeFromBlock),
/* harmony export */   b2: () => (/* binding */ insertIntoBlock),
/* harmony export */   fn: () => (/* binding */ endOfLastLine),
/* harmony export */   kH: () => (/* binding */ replaceBlockScalar)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9832);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2724);


/** Puts lines behind those of a pair, and behind the comment at their end. */
function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(behind));
    const lineStart = `${(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, start)}${' '.repeat((0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .indentOf */ ._j)(map))}`;
    return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
function removeFromBlock(text, pair) {
    const start = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .startOfPair */ .YE)(pair);
    const end = endOfLastLine(text, (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(pair));
    const lineStart = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start);
    if (/[^ \t]/.test(text.slice(lineStart, start))) {
        // The first key behind `- `: what follows moves up to its place, which is the same column.
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end + text.slice(end).search(/[^ \t\r\n]|$/))];
    }
    // With the line break before it, since the last line may have none behind it. Then blank lines
    // above go too: they would become a final newline.
    let previous = endOfPreviousLine(text, lineStart);
    while (end === text.length && isBlankLine(text, previous)) {
        previous = endOfPreviousLine(text, (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, previous));
    }
    return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(previous, end)];
}
/** Replaces a block scalar by a scalar on one line; a comment behind its header stays. */
function replaceBlockScalar(text, start, end, scalar) {
    const header = text.slice(start).search(/[\s#]|$/);
    const bodyStart = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, start);
    const bodyEnd = Math.max(bodyStart, (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfText */ .YZ)(text, end));
    return [{ start, end: start + header, text: scalar }, (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(bodyStart, bodyEnd)];
}
/**
 * The end of the last line of a node or pair.
 * @param end Where it ends itself; the range of a block scalar ends at the start of the next line.
 */
function endOfLastLine(text, end) {
    return (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, text[end - 1] === '\n' ? (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, end - 1) : end);
}
function endOfPreviousLine(text, lineStart) {
    return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}
function isBlankLine(text, lineEnd) {
    return /^[ \t]*$/.test(text.slice((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, lineEnd), lineEnd));
}


/***/ }),

/***/ 9669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ selectDocument)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4333);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4966);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9550);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2724);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9003);





/**
 * The root of the document to change: the one that the selector takes; without a selector the only
 * one there is, else the only one in which all paths exist.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous`, with a list of the documents, and the
 *   path that is missing.
 */
function selectDocument(source, selector, paths) {
    const roots = (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locateRoots */ .yC)(source);
    const [root, second] = roots.filter((each) => selector === undefined
        ? roots.length === 1 || holdsAll(source, each, paths)
        : isSelected(source, each, selector));
    if (root !== undefined && second === undefined)
        return root;
    const there = `Its documents: ${roots.map((each) => render(identify(source, each))).join(', ')}.`;
    const expected = selector === undefined ? 'a document with the path' : `the document ${render(selector)}`;
    if (root !== undefined) {
        const message = `expected ${expected} once, got several. Say with document which one. ${there}`;
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-ambiguous', 0, message);
    }
    if (selector === undefined || roots.length === 0) {
        throw refusePaths(source, roots, paths, there);
    }
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-not-found', 0, `expected ${expected}, got none. ${there}`);
}
function holdsAll(source, root, paths) {
    return paths.every((steps) => (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locatePath */ .oV)(source, root, steps).missing.length === 0);
}
/** The first path that is missing in the document in which the paths lead furthest. */
function refusePaths(source, roots, paths, there) {
    const misses = roots.flatMap((root) => {
        const leads = paths.map((steps) => ({ steps, place: (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locatePath */ .oV)(source, root, steps) }));
        const reach = leads.flatMap(({ place }) => place.path).length;
        const missing = leads.filter(({ place }) => place.missing.length > 0).slice(0, 1);
        return missing.map((lead) => ({ ...lead, reach }));
    });
    const [closest] = misses.toSorted((a, b) => b.reach - a.reach);
    if (closest !== undefined)
        return (0,_missing_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseMissing */ .j)(source, closest.place, closest.steps, there);
    const message = 'expected a YAML document, got an empty file. Name another file.';
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-not-found', 0, message);
}
function isSelected(source, root, selector) {
    const found = new Map(Object.entries(identify(source, root)));
    return Object.entries(selector).every(([key, value]) => found.get(key) === value);
}
function identify(source, { node }) {
    const read = (parent, key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(source, parent, (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(key)));
    const metadata = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)('metadata'));
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


/***/ }),

/***/ 9832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ startOfLine),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Wz: () => (/* binding */ sortEdits),
/* harmony export */   YZ: () => (/* binding */ endOfText),
/* harmony export */   Yr: () => (/* binding */ insert),
/* harmony export */   fB: () => (/* binding */ startOfNextLine),
/* harmony export */   pn: () => (/* binding */ lineBreakAt),
/* harmony export */   vT: () => (/* binding */ endOfLine),
/* harmony export */   yh: () => (/* binding */ spliceEdits)
/* harmony export */ });
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
/** The line break behind the line of `offset`; for a last line without one that before it. */
function lineBreakAt(text, offset) {
    const behind = text.indexOf('\n', offset);
    const lineFeed = behind === -1 ? text.lastIndexOf('\n') : behind;
    return text[lineFeed - 1] === '\r' ? '\r\n' : '\n';
}
/** Offset behind the last character before `offset` that is no white space. */
function endOfText(text, offset) {
    let end = offset;
    while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1)))
        end -= 1;
    return end;
}
function cut(start, end) {
    return { start, end, text: '' };
}
function insert(offset, text) {
    return { start: offset, end: offset, text };
}


/***/ }),

/***/ 2362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Cd: () => (/* binding */ planEntry),
/* harmony export */   R$: () => (/* binding */ computeFields)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4333);
/* harmony import */ var _mapping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(108);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2724);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3365);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9003);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8627);







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
    const places = [];
    let behind = name;
    for (const [field, after] of fields) {
        const pair = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .findPair */ .c6)(source, map, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(field));
        const path = [images.key, entry.index, (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(pair?.key) ?? field];
        places.push({ document: 0, path });
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
        (0,_shared_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseShared */ .q)(source, touched);
    return { edits, additions, changes, places };
}
/** Edits that give a pair of an entry a value, or take it away. */
function editPair(source, map, pair, after) {
    const current = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAlias */ .Zg)(source, pair.value)) ?? '';
    if (after === undefined)
        return current === '' ? [] : (0,_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .removePair */ .L)(source, map, pair);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(pair.value) && current === after ? [] : (0,_value_js__WEBPACK_IMPORTED_MODULE_6__/* .setValue */ .K)(source, pair, after);
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
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', map.range[0], message);
}
function requireOwnEntry(source, { node, name }) {
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .findPair */ .c6)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('name')) : undefined;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
function readString(source, node, field) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(field))) ?? '';
}


/***/ }),

/***/ 4333:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Zg: () => (/* binding */ resolveAlias),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   c6: () => (/* binding */ findPair),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2724);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9003);



/** The key with this very text. */
function keyOf(name) {
    return (key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(key) === name;
}
/** A field of kustomize: Go's JSON decoder ignores the case of keys. */
function fieldOf(name) {
    return (key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(key)?.toLowerCase() === name.toLowerCase();
}
/**
 * The pair of a key in a mapping itself.
 * @throws PromoteError `unsafe-edit` when two keys match.
 */
function findPair(source, map, matches) {
    const [pair, second] = map.items.filter(({ key }) => matches(key));
    if (second === undefined)
        return pair;
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)(source, 'unsafe-edit', second.key.range[0], `${(0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNode */ .WQ)(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`);
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
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map) || seen.has(map))
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
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? source.aliases.get(node) : node;
}
function mergedParts(source, map) {
    const parts = [];
    for (const { key, value } of map.items) {
        if ((0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(key) !== '<<')
            continue;
        const merged = resolveAlias(source, value);
        parts.push(...((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(merged) ? merged.items : [merged]));
    }
    return parts;
}


/***/ }),

/***/ 4380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ insertIntoFlow),
/* harmony export */   b: () => (/* binding */ removeFromFlow)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9832);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2724);


/**
 * Puts pairs or items behind another one: on lines of their own if that has one.
 * @param others Edits that are made too; they may cut the comma behind that one.
 */
function insertIntoFlow(text, behind, added, others) {
    const { start, end } = behind;
    if (!hasOwnLine(text, behind))
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `, ${added.join(', ')}`)];
    const lineStart = `${(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, end)}${text.slice((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start)}`;
    const lines = added.map((each) => `${lineStart}${each}`).join(',');
    const lineEnd = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end);
    if (!text.slice(end, lineEnd).includes('#'))
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `,${lines}`)];
    // The comment behind the pair stays there.
    const comma = startOfText(text, end);
    const isCut = others.some((edit) => edit.start <= comma && comma < edit.end);
    return text[comma] === ',' && !isCut
        ? [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, `${lines},`)]
        : [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, ','), (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, lines)];
}
/**
 * Takes a pair away that is not the only one, with a comma, and with its line if it has one.
 * @param next The pair behind it; `undefined` for the last one.
 */
function removeFromFlow(text, pair, next) {
    const span = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(pair);
    const { start, end } = span;
    const line = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfNextLine */ .fB)(text, end));
    if (hasOwnLineWithComma(text, span))
        return [line];
    const commas = findCommas(next ?? pair);
    if (hasOwnLine(text, span))
        return [...commas.map((comma) => (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, comma + 1)), line];
    if (next === undefined) {
        return hasCommentBefore(pair)
            ? [...commas.map((comma) => (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, comma + 1)), (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end)]
            : commas.map((comma) => (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, end));
    }
    return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end), ...commas.map((comma) => (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, endOfSeparator(text, comma)))];
}
/** Offsets of the commas in front of a pair: one, except for the first pair. */
function findCommas(pair) {
    const { start } = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair);
    return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}
/** Whether a comment stands between a pair and the comma in front of it. */
function hasCommentBefore(pair) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'comment');
}
/** Whether nothing else is on the lines but a comma and a comment behind it. */
function hasOwnLine(text, span) {
    const { before, behind } = linesAround(text, span);
    return before === '' && /^(?:,[ \t]*)?(?:#.*)?$/.test(behind);
}
/** As `hasOwnLine`, with the comma that goes away with the pair: behind it, or in front of it. */
function hasOwnLineWithComma(text, span) {
    const { before, behind } = linesAround(text, span);
    return before === ''
        ? /^,[ \t]*(?:#.*)?$/.test(behind)
        : before === ',' && /^(?:#.*)?$/.test(behind);
}
/** What else is on the lines, without white space around it. */
function linesAround(text, { start, end }) {
    return {
        before: text.slice((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start).trim(),
        behind: text.slice(end, (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end)).trim(),
    };
}
/** The end of a comma with the blanks behind it, which a comment needs in front of it. */
function endOfSeparator(text, comma) {
    const end = startOfText(text, comma + 1);
    return text[end] === '#' ? comma + 1 : end;
}
/** Offset of the first character from `offset` on that is no blank. */
function startOfText(text, offset) {
    return offset + text.slice(offset).search(/[^ \t]|$/);
}


/***/ }),

/***/ 6834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ locateImages)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4333);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2724);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9003);




/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];
/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
function locateImages(source) {
    const root = locateRoot(source);
    const pair = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .findPair */ .c6)(source, root, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('images'));
    if (pair === undefined)
        return { root, key: 'images', ancestors: [root], entries: [] };
    const key = String((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(pair.key));
    const list = pair.value;
    if ((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(list) === 'nothing')
        return { root, pair, key, ancestors: [root], entries: [] };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list)) {
        const entries = readEntries(source, list);
        return { root, pair, list, key, ancestors: [root, list], entries };
    }
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', pair.key.range[0], `${key}: expected a list, got ${(0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(list)}. Write the list itself here.`);
}
function locateRoot(source) {
    const [root, second] = source.documents;
    if (second !== undefined) {
        const message = 'expected one document, got a second one. Move it to a file of its own.';
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', second.range[0], message);
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        const message = `expected a kustomization, got ${(0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'not-a-kustomization', 0, message);
    }
    const kind = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, root, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('kind'));
    if (kind === undefined || KINDS.includes((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(kind) ?? ''))
        return root;
    const message = `expected kind: Kustomization or Component, got ${(0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'not-a-kustomization', root.range[0], message);
}
function readEntries(source, list) {
    return list.items.map((node, index) => ({
        index,
        node,
        name: (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('name'))) ?? '',
        newName: (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('newName'))) ?? '',
    }));
}


/***/ }),

/***/ 4966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ readPath),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   oV: () => (/* binding */ locatePath),
/* harmony export */   tJ: () => (/* binding */ locatePlaces),
/* harmony export */   yC: () => (/* binding */ locateRoots)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4333);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2724);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3215);
/* harmony import */ var _path_parser_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9671);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9003);






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
/** The places at the ends of paths, whether they are there or not. */
function locatePlaces(source, root, paths) {
    return paths.map((steps) => {
        const { document, path, missing } = locatePath(source, root, steps);
        return { document, path: [...path, ...missing.map((step) => (0,_path_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSteps */ .I)([step]))] };
    });
}
/** What is at the end of a path, through all aliases and merge keys; for reading only. */
function readPath(source, root, steps) {
    let node = root;
    for (const step of steps) {
        const parent = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAlias */ .Zg)(source, node);
        if (step.kind === 'key')
            node = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, parent, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(step.key));
        else if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(parent))
            return undefined;
        else if (step.kind === 'index')
            node = parent.items[step.index];
        else
            node = parent.items.find((item) => matches(source, item, step));
    }
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAlias */ .Zg)(source, node);
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
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        throw refuseDetour(source, place, node, `the alias *${node.source}`);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && step.kind === 'key') {
        const pair = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .findPair */ .c6)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(step.key));
        if (pair !== undefined)
            return { ...stepInto(place, node, step.key), pair, node: pair.value };
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(step.key)) === undefined)
            return undefined;
        throw refuseDetour(source, place, node, `a merge key (<<), for ${step.key}`);
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) || step.kind === 'key')
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
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-ambiguous', second.range[0], `${(0,_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPath */ .i)(place.path)}: several items have ${selector.key}: ${selector.value}. Name the item by its index.`);
}
function matches(source, item, { key, value }) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, item, (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(key))) === value;
}
function refuseDetour(source, place, node, detour) {
    const message = `${(0,_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPath */ .i)(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ removePair),
/* harmony export */   p: () => (/* binding */ computeEdits)
/* harmony export */ });
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7867);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4380);
/* harmony import */ var _new_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5449);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2724);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3156);





/** All edits of a plan, those of its additions and new entries among them. */
function computeEdits(source, plan) {
    const { edits, additions = [], newEntries = [] } = plan;
    const added = [];
    for (const { map, behind } of new Map(additions.map((each) => [each.behind, each])).values()) {
        const pairs = additions.filter((each) => each.behind === behind);
        added.push(...insertPairs(source, map, behind, pairs, edits));
    }
    return [...edits, ...added, ...(0,_new_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .addEntries */ .SS)(source.text, newEntries)];
}
/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the text.
 */
function insertPairs({ text }, map, behind, added, others) {
    const keyStyle = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .styleOf */ .Vj)(behind.key);
    const valueStyle = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .styleOf */ .Vj)(behind.value);
    const pairs = added.map(({ key, value }) => `${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)(key, keyStyle)}: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)(value, valueStyle)}`);
    return map.flow === true
        ? (0,_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .insertIntoFlow */ .W)(text, (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .spanOf */ .ee)(behind), pairs, others)
        : (0,_block_js__WEBPACK_IMPORTED_MODULE_0__/* .insertIntoBlock */ .b2)(text, map, behind, pairs);
}
/** Edits that take a pair away that is not the only one. */
function removePair(source, map, pair) {
    const next = map.items[map.items.indexOf(pair) + 1];
    return map.flow === true
        ? (0,_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .removeFromFlow */ .b)(source.text, pair, next)
        : (0,_block_js__WEBPACK_IMPORTED_MODULE_0__/* .removeFromBlock */ .MS)(source.text, pair);
}


/***/ }),

/***/ 9550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ refuseMissing)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4966);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2724);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3215);
/* harmony import */ var _path_parser_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9671);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9003);






/**
 * The error for a path that is not there: how far it leads, and what is there.
 * @param hint A further sentence.
 */
function refuseMissing(source, place, steps, hint) {
    const { node, path } = place;
    const where = path.length === 0 ? 'the document' : (0,_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPath */ .i)(path);
    const sentences = [
        `there is no ${(0,_path_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSteps */ .I)(steps)}: ${where} is ${describeContents(node)}.`,
        'Correct the path, or add it to the file.',
        ...(hint === undefined ? [] : [hint]),
    ];
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-not-found', (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(place), sentences.join(' '));
}
function describeContents(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return `a list of ${node.items.length}`;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(node);
    return `a mapping with the keys ${node.items.map(({ key }) => (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(key)).join(', ')}`;
}


/***/ }),

/***/ 5449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qr: () => (/* binding */ planNewEntry),
/* harmony export */   SS: () => (/* binding */ addEntries),
/* harmony export */   ye: () => (/* binding */ numberEntries)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7867);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9832);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4380);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2724);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3156);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3365);







/** Plans to add an entry to `images`, and `images` itself where the file has none. */
function planNewEntry(source, images, name, image) {
    (0,_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseShared */ .q)(source, images.ancestors);
    return {
        edits: [],
        newEntries: [{ images, fields: computeFields(name, image) }],
        // Its index depends on the other targets: see numberEntries.
        changes: [],
        imageName: name,
        places: [{ document: 0, path: [images.key, name] }],
    };
}
/** Gives the new entries of all targets their indices, behind each other at the end of the list. */
function numberEntries(plans) {
    let added = 0;
    return plans.map((plan) => {
        const changes = (plan.newEntries ?? []).flatMap((entry) => computeChanges(entry, added++));
        return { ...plan, changes: [...plan.changes, ...changes] };
    });
}
function computeChanges({ images, fields }, added) {
    const index = images.entries.length + added;
    return fields.map(([field, after]) => ({
        document: 0,
        path: [images.key, index, field],
        after,
    }));
}
function computeFields(name, { repository, tag, digest }) {
    const fields = [['name', name]];
    if (repository !== name)
        fields.push(['newName', repository]);
    if (tag !== undefined)
        fields.push(['newTag', tag]);
    if (digest !== undefined)
        fields.push(['digest', digest]);
    return fields;
}
/** Edits that add all new entries of a file, whose `images` is one and the same. */
function addEntries(text, entries) {
    const [first] = entries;
    if (first === undefined)
        return [];
    const { root, pair, list } = first.images;
    const last = root.items.at(-1);
    const fields = entries.map((entry) => entry.fields);
    // JSON keeps its quotes.
    const items = fields.map((each) => renderFlow(each, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .styleOf */ .Vj)(last?.key)));
    const lines = fields.flatMap((each) => renderBlock(each, indentOfLists(root)));
    const lastItem = list?.items.at(-1);
    if (list !== undefined && lastItem !== undefined) {
        return appendItems(text, list, lastItem, fields, items);
    }
    if (pair !== undefined)
        return fillList(text, root, pair, lines, items.join(', '));
    if (last === undefined)
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)(root.range[0] + 1, `images: [${items.join(', ')}]`)];
    if (root.flow === true) {
        const key = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)('images', (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .styleOf */ .Vj)(last.key));
        return (0,_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .insertIntoFlow */ .W)(text, (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .spanOf */ .ee)(last), [`${key}: [${items.join(', ')}]`], []);
    }
    // Where a blank line keeps the last key apart, one does the new key too.
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .startOfPair */ .YE)(last)));
    const key = `${' '.repeat((0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .indentOf */ ._j)(root))}images:`;
    return [insertLines(text, (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfPair */ .Bj)(last), [...(isApart ? [''] : []), key, ...lines])];
}
function appendItems(text, list, last, fields, items) {
    const end = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfNode */ .Ft)(last);
    if (list.flow === true)
        return (0,_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .insertIntoFlow */ .W)(text, { start: last.range[0], end }, items, []);
    const indent = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .indentOf */ ._j)(list);
    const column = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(last) && last.flow !== true ? (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .indentOf */ ._j)(last) : indent + 2;
    const lines = fields.flatMap((each) => renderBlock(each, indent, column));
    return [insertLines(text, end, lines)];
}
/** Gives items to an `images` key that has none: in the style of the root, where it can. */
function fillList(text, root, pair, lines, flow) {
    const { start, end } = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .spanOf */ .ee)(pair);
    if (pair.value === null)
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)(end, `: [${flow}]`)];
    const [valueStart, valueEnd] = pair.value.range;
    const isEmpty = valueStart === valueEnd;
    const value = text.slice(valueStart, valueEnd);
    // Not behind a `?`, and not in place of a comment in the brackets.
    if (root.flow !== true && start === pair.key.range[0] && !/[#\n]/.test(value)) {
        const added = insertLines(text, end, lines);
        return isEmpty ? [added] : [(0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)((0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .endOfText */ .YZ)(text, valueStart), valueEnd), added];
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(pair.value))
        return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)(valueStart + 1, flow)];
    return [isEmpty ? (0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)(end, ` [${flow}]`) : { start: valueStart, end, text: `[${flow}]` }];
}
/** Puts lines behind the last one of a node or pair that ends at `end`. */
function insertLines(text, end, lines) {
    const lineEnd = (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLastLine */ .fn)(text, end);
    const lineBreak = (0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .lineBreakAt */ .pn)(text, lineEnd);
    return (0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)(lineEnd, lines.map((line) => `${lineBreak}${line}`).join(''));
}
function renderBlock(fields, indent, column = indent + 2) {
    const dash = `${' '.repeat(indent)}-`.padEnd(column);
    return fields.map(([field, value], index) => `${index === 0 ? dash : ' '.repeat(column)}${field}: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)(value, 'plain')}`);
}
function renderFlow(fields, style) {
    const pairs = fields.map(([field, value]) => `${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)(field, style)}: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .renderScalar */ .VO)(value, style)}`);
    return `{${pairs.join(', ')}}`;
}
/** How far the file indents its lists below a key of the root: as its first one, else as the key. */
function indentOfLists(root) {
    const lists = root.items.map(({ value }) => value).filter((value) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value));
    const block = lists.find((list) => list.flow !== true);
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .indentOf */ ._j)(block ?? root);
}


/***/ }),

/***/ 2724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ endOfPair),
/* harmony export */   Ft: () => (/* binding */ endOfNode),
/* harmony export */   WQ: () => (/* binding */ describeNode),
/* harmony export */   YE: () => (/* binding */ startOfPair),
/* harmony export */   _j: () => (/* binding */ indentOf),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   k8: () => (/* binding */ tokensOf),
/* harmony export */   rB: () => (/* binding */ resolveAliases),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** Follows every alias once, so that neither their number nor their nesting costs more. */
function resolveAliases(documents) {
    const targets = new Map();
    for (const document of documents) {
        const anchors = new Map();
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
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
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return undefined;
    return typeof node.value === 'string' ? node.value : node.source;
}
/** What a person would call the node, for messages. */
function describeNode(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return 'a mapping';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return 'a list';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
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
function spanOf(pair) {
    return { start: startOfPair(pair), end: endOfPair(pair) };
}
/** As `endOfPair`. The range of a collection in block style holds what follows it, too. */
function endOfNode(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) || node.flow === true)
        return node.range[1];
    const last = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
        ? node.items.slice(-1).map(endOfPair)
        : node.items.slice(-1).map(endOfNode);
    return Math.max(node.range[0], ...last);
}
/** Column of the keys, or the dashes, of a collection in block style, counted from 0. */
function indentOf(node) {
    // Boundary: as in tokensOf.
    return node.srcToken.indent;
}


/***/ }),

/***/ 2475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ joinPlans)
/* harmony export */ });
function joinPlans(plans) {
    return {
        edits: plans.flatMap(({ edits }) => edits),
        additions: plans.flatMap(({ additions = [] }) => additions),
        newEntries: plans.flatMap(({ newEntries = [] }) => newEntries),
        changes: plans.flatMap(({ changes }) => changes),
    };
}


/***/ }),

/***/ 3156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VO: () => (/* binding */ renderScalar),
/* harmony export */   Vj: () => (/* binding */ styleOf),
/* harmony export */   X2: () => (/* binding */ isAmbiguous)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** The style that a value of the node's kind is written in; plain for what is no quoted scalar. */
function styleOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
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


/***/ }),

/***/ 7348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   jQ: () => (/* binding */ refuseMissing),
/* harmony export */   w4: () => (/* binding */ findEntry)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9003);

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
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}
/** The error for an entry that is not there. */
function refuseMissing(source, images, imageName, repository) {
    const message = `image-name: ${explainMissing(images, imageName, repository)}`;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'entry-not-found', images.root.range[0], message);
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


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ planSet),
/* harmony export */   f: () => (/* binding */ planString)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9669);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4966);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9550);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2724);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3215);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2475);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3365);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8627);









/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
function planSet(source, change) {
    const { document, values, readImage, createMissing } = change;
    const paths = values.map(({ path }) => path);
    const root = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .selectDocument */ .U)(source, document, paths);
    const previousImage = readImage?.(paths.map((path) => (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readPath */ .G7)(source, root.node, path))));
    const plans = values.map(({ path, value }) => planString(source, root, path, value, createMissing));
    return { ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPlans */ .x)(plans), ...(previousImage && { previousImage }) };
}
/** Plans the edits that make the node at a path a string. */
function planString(source, root, steps, value, createMissing = false) {
    const place = (0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locatePath */ .oV)(source, root, steps);
    const [key, ...further] = place.missing;
    if (key === undefined)
        return planPlace(source, place, value);
    const canAdd = createMissing && further.length === 0 && key.kind === 'key';
    const { node, document, path, ancestors } = place;
    const behind = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.at(-1) : undefined;
    if (!canAdd || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || behind === undefined)
        throw (0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseMissing */ .j)(source, place, steps);
    (0,_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseShared */ .q)(source, [...ancestors, node]);
    return {
        edits: [],
        additions: [{ map: node, behind, key: key.key, value }],
        changes: [{ document, path: [...path, key.key], after: value }],
    };
}
function planPlace(source, place, value) {
    const { document, path, ancestors, node } = place;
    const edits = place.pair
        ? (0,_value_js__WEBPACK_IMPORTED_MODULE_6__/* .setValue */ .K)(source, place.pair, value)
        : (0,_value_js__WEBPACK_IMPORTED_MODULE_6__/* .setScalar */ .$)(source, place.node, (0,_path_js__WEBPACK_IMPORTED_MODULE_8__/* .renderPath */ .i)(path), value);
    if (edits.length === 0)
        return { edits: [], changes: [] };
    (0,_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseShared */ .q)(source, [...ancestors, place.pair?.key ?? null, node]);
    return { edits, changes: [{ document, path, after: value }] };
}


/***/ }),

/***/ 3365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ refuseShared)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9003);

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
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
    }
}


/***/ }),

/***/ 9003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PJ: () => (/* binding */ parseSource),
  r4: () => (/* binding */ parseText),
  TR: () => (/* binding */ refuse)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
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

;// CONCATENATED MODULE: ./src/patch/depth.ts
/** Far more than any real file has, and far less than the stack of the yaml package can take. */
const MAX_DEPTH = 200;
/** The offset of a mapping or list inside of too many others. */
function findDeepNode(tokens) {
    // Level by level, since a recursion would end where that of the yaml package does.
    let level = collections(tokens.map((token) => (token.type === 'document' ? token.value : token)));
    for (let depth = 1; depth <= MAX_DEPTH; depth++)
        level = level.flatMap(depth_childrenOf);
    return level[0]?.offset;
}
function depth_childrenOf({ items }) {
    return collections(items.flatMap(({ key, value }) => [key, value]));
}
function collections(tokens) {
    return tokens.filter((token) => token?.type === 'block-map' ||
        token?.type === 'block-seq' ||
        token?.type === 'flow-collection');
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

// EXTERNAL MODULE: ./src/patch/node.ts
var patch_node = __webpack_require__(2724);
;// CONCATENATED MODULE: ./src/patch/source.ts






/** GitHub's APIs give the text of a file up to this size; no kustomization comes near it. */
const MAX_BYTES = 1024 * 1024;
/**
 * Line breaks for go-yaml, which kustomize and Helm use, but not for YAML 1.2 or the yaml package
 * (https://yaml.org/spec/1.1/#id871136): what is a comment for one is a key for the other.
 */
const STRAY_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
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
    const tokens = [...new dist/* Parser */.iX(lines.addNewLine).parse(text)];
    const deep = findDeepNode(tokens);
    if (deep !== undefined)
        throw refuseDepth({ path, lines }, deep);
    const composer = new dist/* Composer */.Dk({ version: '1.2', uniqueKeys: false, keepSourceTokens: true });
    const parsed = [...composer.compose(tokens)];
    const stray = text.search(STRAY_BREAK);
    if (stray !== -1)
        throw refuseBreak({ path, lines }, stray, text.charCodeAt(stray));
    for (const document of parsed) {
        for (const error of document.errors)
            throw refuseSyntax({ path, lines }, error);
    }
    const documents = parsed
        .map(({ contents }) => contents)
        .filter((node) => (0,patch_node/* describeNode */.WQ)(node) !== 'nothing');
    for (const document of documents) {
        const key = findDuplicateKey(document);
        if (key !== undefined)
            throw refuseDuplicate({ path, lines }, key);
    }
    const aliases = (0,patch_node/* resolveAliases */.rB)(documents);
    for (const [alias, target] of aliases) {
        if (target === undefined)
            throw refuseAlias({ path, lines }, alias);
    }
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
    const message = `the key ${(0,patch_node/* describeNode */.WQ)(key)} stands twice in this mapping. Remove one of the two.`;
    return refuse(source, 'unsafe-edit', key.range[0], message);
}
function refuseDepth(source, offset) {
    const message = `expected at most ${MAX_DEPTH} mappings and lists inside of each other, got more. Flatten the file.`;
    return refuse(source, 'unsafe-edit', offset, message);
}
function refuseBreak(source, offset, code) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `expected lines to end with LF or CRLF, got ${name}, which only some parsers take for a line break. Replace it; in a string in double quotes, write its escape.`;
    return refuse(source, 'unsafe-edit', offset, message);
}
/** go-yaml rejects the whole file for it. */
function refuseAlias(source, alias) {
    const message = `the alias *${alias.source} has no anchor before it. Write &${alias.source} at the value that it stands for, or that value here.`;
    return refuse(source, 'invalid-yaml', offsetOf(alias), message);
}
function refuseBomb(source, alias) {
    const message = `with the alias *${alias.source} the file unfolds to more than a million values. Write them out, or fewer of them.`;
    return refuse(source, 'unsafe-edit', offsetOf(alias), message);
}
function offsetOf(alias) {
    // Boundary: every node of a parsed tree has its range, which the type of a visited one hides.
    return alias.range[0];
}
function refuseSyntax(source, error) {
    const [offset] = error.pos;
    if (error.code === 'TAB_AS_INDENT') {
        return refuse(source, 'unsafe-edit', offset, 'a tab indents this line, which YAML does not allow. Indent with spaces.');
    }
    return refuse(source, 'invalid-yaml', offset, `expected YAML: ${error.message}. Correct it.`);
}


/***/ }),

/***/ 8627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ setScalar),
/* harmony export */   K: () => (/* binding */ setValue)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7867);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9832);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2724);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3156);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9003);






const STRING_TAG = 'tag:yaml.org,2002:str';
/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
function setValue(source, pair, value) {
    const { key, value: node } = pair;
    const name = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(key);
    if (node === null) {
        if (!isExplicit(pair))
            return [(0,_edit_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .endOfPair */ .Bj)(pair), `: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, 'plain')}`)];
        throw refuseValue(source, key, name, 'a key with ? and no value');
    }
    const scalar = requireString(source, node, name);
    const [start, end] = scalar.range;
    return start < end
        ? setScalar(source, scalar, name, value)
        : [(0,_edit_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .endOfPair */ .Bj)(pair), ` ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, 'plain')}`)];
}
/**
 * As `setValue`, for a node that is not empty.
 * @param name What messages call the node.
 */
function setScalar(source, node, name, value) {
    const scalar = requireString(source, node, name);
    if ((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(scalar) === value && !(scalar.type === 'PLAIN' && (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .isAmbiguous */ .X2)(value)))
        return [];
    const [start, end] = scalar.range;
    if (start === end)
        throw refuseValue(source, node, name, 'nothing');
    const text = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .styleOf */ .Vj)(scalar));
    return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
        ? (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceBlockScalar */ .kH)(source.text, start, end, text)
        : [{ start, end, text }];
}
function requireString(source, node, name) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        throw refuseValue(source, node, name, (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(node));
    if (node.tag === undefined || node.tag === STRING_TAG)
        return node;
    throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}
function isExplicit(pair) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'explicit-key-ind');
}
function refuseValue(source, node, name, given) {
    const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}


/***/ }),

/***/ 1570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ planValues),
/* harmony export */   TT: () => (/* binding */ toReference),
/* harmony export */   mg: () => (/* binding */ readValuesImage)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9669);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4966);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2724);
/* harmony import */ var _path_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9671);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2475);
/* harmony import */ var _set_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7994);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9003);








/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
function planValues(source, change) {
    const { image, document, paths, createMissing } = change;
    const root = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .selectDocument */ .U)(source, document, [paths.tag]);
    const current = readValuesImage(source, root, paths);
    requirePaths(source, root, current, change);
    const plans = [];
    const set = (steps, before, after) => {
        if (before === '' && after === '')
            return;
        plans.push((0,_set_js__WEBPACK_IMPORTED_MODULE_5__/* .planString */ .f)(source, root, steps, after, createMissing));
    };
    if (paths.repository) {
        const after = withoutRegistry(source, root, paths.repository, change);
        set(paths.repository, current.repository, after);
    }
    set(paths.tag, current.tag, image.tag ?? '');
    if (paths.digest)
        set(paths.digest, current.digest, image.digest ?? '');
    const { tag, repository = tag, digest = tag } = paths;
    return {
        ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .joinPlans */ .x)(plans),
        previousImage: toReference(current, image.repository),
        places: (0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locatePlaces */ .tJ)(source, root, [...new Set([tag, repository, digest])]),
    };
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
    const registry = readString(source, root, beside(repository, 'registry'));
    const name = readString(source, root, repository);
    return {
        repository: registry === '' || name === '' ? name : `${registry}/${name}`,
        tag: readString(source, root, paths.tag),
        digest: readString(source, root, paths.digest ?? beside(paths.tag, 'digest')),
    };
}
function requirePaths(source, root, current, change) {
    const { image, paths } = change;
    if (!paths.digest && current.digest !== (image.digest ?? '')) {
        const problem = image.digest === undefined
            ? `the digest beside the tag, ${current.digest}, would win over the new tag`
            : `the digest of the image, ${image.digest}, has nowhere to go`;
        const message = `${problem}. Set values-digest-path (in targets: digest-path).`;
        throw refuseAtTag(source, root, paths, message);
    }
    if (paths.repository || ['', image.repository].includes(current.repository))
        return;
    // Another registry has a cure of its own.
    withoutRegistry(source, root, beside(paths.tag, 'repository'), change);
    const message = `the repository beside the tag is ${current.repository}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
    throw refuseAtTag(source, root, paths, message);
}
/**
 * The repository as it stands beside a `registry`, which it goes without.
 * @throws PromoteError `unsafe-edit` when that is another one than the image's.
 */
function withoutRegistry(source, root, steps, change) {
    const { repository } = change.image;
    const registry = readString(source, root, beside(steps, 'registry'));
    if (registry === '')
        return repository;
    if (repository.startsWith(`${registry}/`))
        return repository.slice(registry.length + 1);
    const message = `the registry beside the repository is ${registry}, but the image is ${repository}. Make the registry empty${change.paths.repository ? '' : ' and set values-repository-path (in targets: repository-path)'}, so that the repository can hold all of it.`;
    throw refuseAtTag(source, root, change.paths, message);
}
function beside(steps, key) {
    return [...steps.slice(0, -1), { kind: 'key', key }];
}
function readString(source, root, steps) {
    const node = (0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readPath */ .G7)(source, root.node, steps);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(node) ?? '';
    const message = `${(0,_path_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .renderSteps */ .I)(steps)}: expected a string, got ${(0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(node)}. Write the string itself here, or name another path.`;
    // Boundary: every collection of a parsed tree has its range.
    const [offset] = node.range;
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', offset, message);
}
function refuseAtTag(source, root, { tag }, message) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', (0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .offsetOf */ .b4)((0,_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locatePath */ .oV)(source, root, tag)), message);
}


/***/ }),

/***/ 8502:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findRecordedCommit),
/* harmony export */   S: () => (/* binding */ SEARCHED_FILE_COMMITS)
/* harmony export */ });
/* harmony import */ var _tag_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7853);
/* harmony import */ var _tag_sha_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2150);
/* harmony import */ var _trailers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4962);



/** How many of a file's commits are searched. */
const SEARCHED_FILE_COMMITS = 20;
const REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/;
/**
 * The `Source-Commit` of the newest commit of a file whose `Image` trailer is the image: others tell
 * of other images in the same file.
 * @param commits Of the file, newest first.
 */
function findRecordedCommit(commits, image) {
    const message = commits.find((commit) => tellsOf(commit, image))?.message;
    const sha = message === undefined ? undefined : (0,_trailers_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Source-Commit');
    if (message === undefined || sha === undefined || !_tag_sha_js__WEBPACK_IMPORTED_MODULE_2__/* .FULL_SHA */ .RG.test(sha))
        return undefined;
    const source = (0,_trailers_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Source-Repository');
    return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}
/** A target need not hold all of a reference: a tag alone may stand for a tag and a digest. */
function tellsOf({ message }, { repository, tag, digest }) {
    if (tag === undefined && digest === undefined)
        return false;
    const parsed = (0,_tag_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)((0,_trailers_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Image') ?? '');
    if (!parsed.valid)
        return false;
    const { reference } = parsed;
    return (reference.repository === repository &&
        (tag === undefined || reference.tag === tag) &&
        (digest === undefined || reference.digest === digest));
}


/***/ }),

/***/ 3224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ forgiveUnreadable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE = [
    'token-invalid',
    'token-forbidden',
    'repository-not-found',
];
/**
 * In a dry run that nobody asked for, a GitOps repository that cannot be read is told and forgiven.
 * @throws The error itself in every other case.
 */
function forgiveUnreadable(error, { dryRunByDefault }, logger) {
    const isUnreadable = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j && UNREADABLE.includes(error.code);
    if (!dryRunByDefault || !isUnreadable)
        throw error;
    logger.notice(`Nothing to show: in this dry run ${error.message}`);
}


/***/ }),

/***/ 811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readSourceRef)
/* harmony export */ });
/* harmony import */ var _fork_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2762);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9030);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1048);



/** `v2` and `1.2` are names of maintenance branches, which move; `1.2.3` is that of a release. */
const THREE_NUMBERS = /^v?\d+\.\d+\.\d+/;
/**
 * The ref that the built commit belongs to. `GITHUB_REF` is the default branch on `workflow_run`
 * and `pull_request_target`, whatever the run is about.
 */
function readSourceRef(context) {
    const { eventName, payload, ref } = context;
    switch (eventName) {
        case 'pull_request_target': {
            const number = payload['number'];
            return typeof number === 'number' ? { pullRequest: String(number) } : {};
        }
        case 'workflow_run':
            return (0,_fork_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfFork */ .O)(context) ? {} : readHead(payload);
        default:
            return parseRef(ref);
    }
}
/** GitHub calls it a branch even where the triggering run was of a tag, and tells nowhere which. */
function readHead(payload) {
    const name = (0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readString */ .E)(payload, 'workflow_run.head_branch');
    if (name === undefined)
        return {};
    return isTagName(name, payload) ? { tag: name } : { branch: name };
}
function isTagName(name, payload) {
    if ((0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readString */ .E)(payload, 'workflow_run.event') === 'release')
        return true;
    if ((0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readString */ .E)(payload, 'repository.default_branch') === name)
        return false;
    return THREE_NUMBERS.test(name) && ((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSemver */ .kf)(name) ?? (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePep440 */ .FB)(name)) !== undefined;
}
function parseRef(ref) {
    if (ref.startsWith('refs/heads/'))
        return { branch: ref.slice('refs/heads/'.length) };
    if (ref.startsWith('refs/tags/'))
        return { tag: ref.slice('refs/tags/'.length) };
    if (!ref.startsWith('refs/pull/'))
        return {};
    return { pullRequest: ref.slice('refs/pull/'.length).replace(/\/merge$/, '') };
}


/***/ }),

/***/ 1048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parsePep440),
/* harmony export */   Or: () => (/* binding */ choosePattern),
/* harmony export */   e5: () => (/* binding */ isFullPattern),
/* harmony export */   kf: () => (/* binding */ parseSemver)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_1__);


/** Parses a version of semver.org, strictly: `1.2.3`, with a `v` before it if need be. */
function parseSemver(text) {
    const version = semver__WEBPACK_IMPORTED_MODULE_1___default().parse(text);
    if (version === null)
        return undefined;
    return {
        values: {
            version: version.version,
            raw: text,
            major: String(version.major),
            minor: String(version.minor),
            patch: String(version.patch),
            // Handlebars writes arrays so.
            prerelease: version.prerelease.join(','),
            build: version.build.join(','),
        },
        isUnstable: version.prerelease.length > 0,
    };
}
/** Parses a version of PEP 440; `version` is its normal form. */
function parsePep440(text) {
    const version = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.explain(text);
    const normal = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.clean(text);
    if (version === null || normal === null)
        return undefined;
    return {
        values: {
            version: normal,
            raw: text,
            major: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.major(text)),
            minor: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.minor(text)),
            patch: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.patch(text)),
            prerelease: '',
            build: '',
        },
        isUnstable: version.is_prerelease || version.is_postrelease || version.is_devrelease,
    };
}
/**
 * The pattern for a version: an unstable one gets all of itself whatever the pattern says, so that
 * `{{major}}.{{minor}}` never moves to it; only a bare `{{raw}}` stays.
 */
function choosePattern(pattern, version) {
    const isRaw = pattern.length === 1 && names(pattern).includes('raw');
    return version.isUnstable && !isRaw ? [{ kind: 'name', name: 'version' }] : pattern;
}
/** Whether a pattern names one version and no line of versions. */
function isFullPattern(pattern) {
    const used = names(pattern);
    if (used.includes('version') || used.includes('raw'))
        return true;
    return used.includes('major') && used.includes('minor') && used.includes('patch');
}
function names(pattern) {
    return pattern.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
}


/***/ })

};

//# sourceMappingURL=113.index.js.map