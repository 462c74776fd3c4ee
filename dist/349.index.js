export const id = 349;
export const ids = [349];
export const modules = {

/***/ 4469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ refuseMissingEntry),
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   jH: () => (/* binding */ locateImages),
/* harmony export */   w4: () => (/* binding */ findEntry)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7437);




/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];
/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
function locateImages(source) {
    const root = locateRoot(source);
    const pair = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .findPair */ .c6)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('images'));
    if (pair === undefined)
        return { root, key: 'images', ancestors: [root], entries: [] };
    const key = String((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(pair.key));
    const list = pair.value;
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(list) === 'nothing')
        return { root, pair, key, ancestors: [root], entries: [] };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list)) {
        const entries = readEntries(source, list);
        return { root, pair, list, key, ancestors: [root, list], entries };
    }
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', pair.key.range[0], `${key}: expected a list, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(list)}. Write the list itself here.`);
}
function listEntries(entries) {
    const items = entries.map(({ name, newName }) => newName === '' ? JSON.stringify(name) : `${JSON.stringify(name)} (newName: ${newName})`);
    return items.join(', ');
}
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
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}
/** The error for an entry that is not there. */
function refuseMissingEntry(source, images, imageName, repository) {
    const message = `image-name: ${explainMissing(images, imageName, repository)}`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'entry-not-found', images.root.range[0], message);
}
function locateRoot(source) {
    const [root, second] = source.documents;
    if (second !== undefined) {
        const message = 'expected one document, got a second one. Move it to a file of its own.';
        throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', second.range[0], message);
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        const message = `expected a kustomization, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'not-a-kustomization', 0, message);
    }
    const kind = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('kind'));
    if (kind === undefined || KINDS.includes((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(kind) ?? ''))
        return root;
    const message = `expected kind: Kustomization or Component, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNode */ .WQ)(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'not-a-kustomization', root.range[0], message);
}
function readEntries(source, list) {
    return list.items.map((node, index) => ({
        index,
        node,
        name: (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('name'))) ?? '',
        newName: (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)('newName'))) ?? '',
    }));
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


/***/ }),

/***/ 4711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ planEntry),
/* harmony export */   R$: () => (/* binding */ computeFields),
/* harmony export */   Yr: () => (/* binding */ readEntryImage)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_pairs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2929);
/* harmony import */ var _text_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7489);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7437);






/** The image that an entry gives, as `kustomize build` reads it. */
function readEntryImage(source, { name, newName, node }) {
    const [tag, embedded] = readField(source, node, 'newTag').split('@', 2);
    const digest = readField(source, node, 'digest') || embedded;
    return {
        repository: newName === '' ? name : newName,
        ...(tag && { tag }),
        ...(digest && { digest }),
    };
}
/** The fields that make an entry give the image; those that do already keep their values. */
function computeFields(source, entry, image) {
    const { node, newName } = entry;
    const previous = readEntryImage(source, entry);
    const isSameRepository = previous.repository === image.repository;
    // `newTag: v1@sha256:…` gives both, and stays until one of them changes.
    const newTag = readField(source, node, 'newTag');
    const isJoined = newTag === `${image.tag}@${image.digest}`;
    const keeps = isJoined && readField(source, node, 'digest') === '';
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
        const pair = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .findPair */ .c6)(source, map, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(field));
        const path = [images.key, entry.index, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(pair?.key) ?? field];
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
        (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseShared */ .qY)(source, touched);
    return { edits, additions, changes, places };
}
/** Edits that give a pair of an entry a value, or take it away. */
function editPair(source, map, pair, after) {
    const current = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveAlias */ .Zg)(source, pair.value)) ?? '';
    if (after === undefined)
        return current === '' ? [] : (0,_text_pairs_js__WEBPACK_IMPORTED_MODULE_1__/* .removePair */ .L)(source, map, pair);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(pair.value) && current === after ? [] : (0,_text_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setValue */ .K)(source, pair, after);
}
/**
 * Whether an entry that has no such pair needs one.
 * @throws PromoteError `unsafe-edit` when a merge key gives it another value.
 */
function isMissing(source, map, field, after) {
    const current = readField(source, map, field);
    if (current === (after ?? ''))
        return false;
    if (current === '')
        return true;
    const message = `${field}: the value comes through a merge key (<<). Write it into the entry itself.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', map.range[0], message);
}
function requireOwnEntry(source, { node, name }) {
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .findPair */ .c6)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)('name')) : undefined;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
function readField(source, node, field) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readValue */ .wK)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(field))) ?? '';
}


/***/ }),

/***/ 5224:
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

/***/ 3139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ planSet),
/* harmony export */   f: () => (/* binding */ planString)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5224);
/* harmony import */ var _text_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7489);
/* harmony import */ var _yaml_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9359);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);
/* harmony import */ var _yaml_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(309);







/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
function planSet(source, change) {
    const { document, values, readImage, createMissing } = change;
    const paths = values.map(({ path }) => path);
    const root = (0,_yaml_document_js__WEBPACK_IMPORTED_MODULE_2__/* .selectDocument */ .U)(source, document, paths);
    const previousImage = readImage?.(paths.map((path) => (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, path))));
    const plans = values.map(({ path, value }) => planString(source, root, path, value, createMissing));
    return { ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .joinPlans */ .x)(plans), previousImage };
}
/** Plans the edits that make the node at a path a string. */
function planString(source, root, steps, value, createMissing = false) {
    const place = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .locatePath */ .oV)(source, root, steps);
    const [key, ...further] = place.missing;
    if (key === undefined)
        return planPlace(source, place, value);
    const canAdd = createMissing && further.length === 0 && key.kind === 'key';
    const { node, document, path, ancestors } = place;
    const behind = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.at(-1) : undefined;
    if (!canAdd || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || behind === undefined)
        throw (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseMissing */ .jQ)(source, place, steps);
    (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseShared */ .qY)(source, [...ancestors, node]);
    return {
        edits: [],
        additions: [{ map: node, behind, key: key.key, value }],
        changes: [{ document, path: [...path, key.key], after: value }],
    };
}
function planPlace(source, place, value) {
    const { document, path, ancestors, node } = place;
    const edits = place.pair
        ? (0,_text_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setValue */ .K)(source, place.pair, value)
        : (0,_text_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setScalar */ .$)(source, place.node, (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPath */ .i7)(path), value);
    if (edits.length === 0)
        return { edits: [], changes: [] };
    (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseShared */ .qY)(source, [...ancestors, place.pair?.key ?? null, node]);
    return { edits, changes: [{ document, path, after: value }] };
}


/***/ }),

/***/ 673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ planValues),
/* harmony export */   TT: () => (/* binding */ toReference),
/* harmony export */   mg: () => (/* binding */ readValuesImage)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5224);
/* harmony import */ var _set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3139);
/* harmony import */ var _yaml_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9359);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);
/* harmony import */ var _yaml_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(309);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7437);








/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
function planValues(source, change) {
    const { image, document, paths, createMissing } = change;
    const root = (0,_yaml_document_js__WEBPACK_IMPORTED_MODULE_2__/* .selectDocument */ .U)(source, document, [paths.tag]);
    const current = readValuesImage(source, root, paths);
    requirePaths(source, root, current, change);
    const plans = [];
    const set = (steps, before, after) => {
        if (before === '' && after === '')
            return;
        plans.push((0,_set_js__WEBPACK_IMPORTED_MODULE_1__/* .planString */ .f)(source, root, steps, after, createMissing));
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
        places: (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .locatePlaces */ .tJ)(source, root, [...new Set([tag, repository, digest])]),
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
    const registry = readStringAt(source, root, beside(repository, 'registry'));
    const name = readStringAt(source, root, repository);
    return {
        repository: registry === '' || name === '' ? name : `${registry}/${name}`,
        tag: readStringAt(source, root, paths.tag),
        digest: readStringAt(source, root, paths.digest ?? beside(paths.tag, 'digest')),
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
    const registry = readStringAt(source, root, beside(steps, 'registry'));
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
function readStringAt(source, root, steps) {
    const node = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, steps);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(node) ?? '';
    const message = `${(0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderSteps */ .Il)(steps)}: expected a string, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(node)}. Write the string itself here, or name another path.`;
    // Boundary: every collection of a parsed tree has its range.
    const [offset] = node.range;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', offset, message);
}
function refuseAtTag(source, root, { tag }, message) {
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .offsetOf */ .b4)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .locatePath */ .oV)(source, root, tag)), message);
}


/***/ }),

/***/ 733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ removeFromBlock),
/* harmony export */   b2: () => (/* binding */ insertIntoBlock),
/* harmony export */   fn: () => (/* binding */ endOfLastLine),
/* harmony export */   kH: () => (/* binding */ replaceBlockScalar)
/* harmony export */ });
/* harmony import */ var _splice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4034);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3658);


/** Puts lines behind those of a pair, and behind the comment at their end. */
function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(behind));
    const lineStart = `${(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, start)}${' '.repeat((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .indentOf */ ._j)(map))}`;
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
function removeFromBlock(text, pair) {
    const start = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .startOfPair */ .YE)(pair);
    const end = endOfLastLine(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(pair));
    const lineStart = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start);
    if (/[^ \t]/.test(text.slice(lineStart, start))) {
        // The first key behind `- `: what follows moves up to its place, which is the same column.
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end + text.slice(end).search(/[^ \t\r\n]|$/))];
    }
    // With the line break before it, since the last line may have none behind it. Then blank lines
    // above go too: they would become a final newline.
    let previous = endOfPreviousLine(text, lineStart);
    while (end === text.length && isBlankLine(text, previous)) {
        previous = endOfPreviousLine(text, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, previous));
    }
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(previous, end)];
}
/** Replaces a block scalar by a scalar on one line; a comment behind its header stays. */
function replaceBlockScalar(text, start, end, scalar) {
    const header = text.slice(start).search(/[\s#]|$/);
    const bodyStart = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, start);
    const bodyEnd = Math.max(bodyStart, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfText */ .YZ)(text, end));
    return [{ start, end: start + header, text: scalar }, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(bodyStart, bodyEnd)];
}
/**
 * The end of the last line of a node or pair.
 * @param end Where it ends itself; the range of a block scalar ends at the start of the next line.
 */
function endOfLastLine(text, end) {
    return (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, text[end - 1] === '\n' ? (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, end - 1) : end);
}
function endOfPreviousLine(text, lineStart) {
    return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}
function isBlankLine(text, lineEnd) {
    return /^[ \t]*$/.test(text.slice((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, lineEnd), lineEnd));
}


/***/ }),

/***/ 9510:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ insertIntoFlow),
/* harmony export */   b: () => (/* binding */ removeFromFlow)
/* harmony export */ });
/* harmony import */ var _splice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4034);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3658);


/**
 * Puts pairs or items behind another one: on lines of their own if that has one.
 * @param others Edits that are made too; they may cut the comma behind that one.
 */
function insertIntoFlow(text, behind, added, others) {
    const { start, end } = behind;
    if (!hasOwnLine(text, behind))
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `, ${added.join(', ')}`)];
    const lineStart = `${(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, end)}${text.slice((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start)}`;
    const lines = added.map((each) => `${lineStart}${each}`).join(',');
    const lineEnd = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end);
    if (!text.slice(end, lineEnd).includes('#'))
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `,${lines}`)];
    // The comment behind the pair stays there.
    const comma = startOfText(text, end);
    const isCut = others.some((edit) => edit.start <= comma && comma < edit.end);
    return text[comma] === ',' && !isCut
        ? [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, `${lines},`)]
        : [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, ','), (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, lines)];
}
/**
 * Takes a pair away that is not the only one, with a comma, and with its line if it has one.
 * @param next The pair behind it; `undefined` for the last one.
 */
function removeFromFlow(text, pair, next) {
    const span = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(pair);
    const { start, end } = span;
    const line = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfNextLine */ .fB)(text, end));
    if (hasOwnLineWithComma(text, span))
        return [line];
    const commas = findCommas(next ?? pair);
    if (hasOwnLine(text, span))
        return [...commas.map((comma) => (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, comma + 1)), line];
    if (next === undefined) {
        return hasCommentBefore(pair)
            ? [...commas.map((comma) => (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, comma + 1)), (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end)]
            : commas.map((comma) => (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, end));
    }
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end), ...commas.map((comma) => (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(comma, endOfSeparator(text, comma)))];
}
/** Offsets of the commas in front of a pair: one, except for the first pair. */
function findCommas(pair) {
    const { start } = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair);
    return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}
/** Whether a comment stands between a pair and the comma in front of it. */
function hasCommentBefore(pair) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'comment');
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
        before: text.slice((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start).trim(),
        behind: text.slice(end, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end)).trim(),
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

/***/ 2929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ removePair),
/* harmony export */   x: () => (/* binding */ insertPairs)
/* harmony export */ });
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(733);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9510);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8326);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3658);




/**
 * Edits that put new pairs behind another one, in the same style.
 * @param others The other edits of the text.
 */
function insertPairs({ text }, map, behind, added, others) {
    const keyStyle = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(behind.key);
    const valueStyle = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(behind.value);
    const pairs = added.map(({ key, value }) => `${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(key, keyStyle)}: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, valueStyle)}`);
    return map.flow === true
        ? (0,_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .insertIntoFlow */ .W)(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .spanOf */ .ee)(behind), pairs, others)
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

/***/ 8326:
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

/***/ 4034:
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

/***/ 7489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ setScalar),
/* harmony export */   K: () => (/* binding */ setValue)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8326);
/* harmony import */ var _splice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4034);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7437);






const STRING_TAG = 'tag:yaml.org,2002:str';
/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
function setValue(source, pair, value) {
    const { key, value: node } = pair;
    const name = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(key);
    if (node === null) {
        if (!isExplicit(pair))
            return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfPair */ .Bj)(pair), `: ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, 'plain')}`)];
        throw refuseValue(source, key, name, 'a key with ? and no value');
    }
    const scalar = requireString(source, node, name);
    const [start, end] = scalar.range;
    return start < end
        ? setScalar(source, scalar, name, value)
        : [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfPair */ .Bj)(pair), ` ${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, 'plain')}`)];
}
/**
 * As `setValue`, for a node that is not empty.
 * @param name What messages call the node.
 */
function setScalar(source, node, name, value) {
    const scalar = requireString(source, node, name);
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(scalar) === value && !(scalar.type === 'PLAIN' && (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .isAmbiguous */ .X2)(value)))
        return [];
    const [start, end] = scalar.range;
    if (start === end)
        throw refuseValue(source, node, name, 'nothing');
    const text = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(scalar));
    return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
        ? (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceBlockScalar */ .kH)(source.text, start, end, text)
        : [{ start, end, text }];
}
function requireString(source, node, name) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        throw refuseValue(source, node, name, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(node));
    if (node.tag === undefined || node.tag === STRING_TAG)
        return node;
    throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}
function isExplicit(pair) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'explicit-key-ind');
}
function refuseValue(source, node, name, given) {
    const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}


/***/ }),

/***/ 9359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ selectDocument)
/* harmony export */ });
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4228);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7437);



/**
 * The root of the document to change: the one that the selector takes; without a selector the only
 * one there is, else the only one in which all paths exist.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous`, with a list of the documents, and the
 *   path that is missing.
 */
function selectDocument(source, selector, paths) {
    const roots = (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .locateRoots */ .yC)(source);
    const [root, second] = roots.filter((each) => selector === undefined
        ? roots.length === 1 || holdsAll(source, each, paths)
        : isSelected(source, each, selector));
    if (root !== undefined && second === undefined)
        return root;
    const there = `Its documents: ${roots.map((each) => renderSelector(identify(source, each))).join(', ')}.`;
    const expected = selector === undefined
        ? 'a document with the path'
        : `the document ${renderSelector(selector)}`;
    if (root !== undefined) {
        const message = `expected ${expected} once, got several. Say with document which one. ${there}`;
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)(source, 'entry-ambiguous', 0, message);
    }
    if (selector === undefined || roots.length === 0) {
        throw refusePaths(source, roots, paths, there);
    }
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)(source, 'entry-not-found', 0, `expected ${expected}, got none. ${there}`);
}
function holdsAll(source, root, paths) {
    return paths.every((steps) => (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .locatePath */ .oV)(source, root, steps).missing.length === 0);
}
/** The first path that is missing in the document in which the paths lead furthest. */
function refusePaths(source, roots, paths, there) {
    const misses = roots.flatMap((root) => {
        const leads = paths.map((steps) => ({ steps, place: (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .locatePath */ .oV)(source, root, steps) }));
        const reach = leads.flatMap(({ place }) => place.path).length;
        const missing = leads.filter(({ place }) => place.missing.length > 0).slice(0, 1);
        return missing.map((lead) => ({ ...lead, reach }));
    });
    const [closest] = misses.toSorted((a, b) => b.reach - a.reach);
    if (closest !== undefined)
        return (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseMissing */ .jQ)(source, closest.place, closest.steps, there);
    const message = 'expected a YAML document, got an empty file. Name another file.';
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)(source, 'entry-not-found', 0, message);
}
function isSelected(source, root, selector) {
    const found = new Map(Object.entries(identify(source, root)));
    return Object.entries(selector).every(([key, value]) => found.get(key) === value);
}
function identify(source, { node }) {
    const read = (parent, key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(source, parent, (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(key)));
    const metadata = (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(source, node, (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)('metadata'));
    const kind = read(node, 'kind');
    const name = read(metadata, 'name');
    const namespace = read(metadata, 'namespace');
    return {
        kind,
        name,
        namespace,
    };
}
function renderSelector(selector) {
    return JSON.stringify(selector).replaceAll('"', '');
}


/***/ }),

/***/ 4228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ readPath),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Zg: () => (/* binding */ resolveAlias),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   c6: () => (/* binding */ findPair),
/* harmony export */   jQ: () => (/* binding */ refuseMissing),
/* harmony export */   oV: () => (/* binding */ locatePath),
/* harmony export */   qY: () => (/* binding */ refuseShared),
/* harmony export */   tJ: () => (/* binding */ locatePlaces),
/* harmony export */   wK: () => (/* binding */ readValue),
/* harmony export */   yC: () => (/* binding */ locateRoots)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(309);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7437);




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
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', second.key.range[0], `${(0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNode */ .WQ)(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`);
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
        return { document, path: [...path, ...missing.map((step) => (0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSteps */ .Il)([step]))] };
    });
}
/** What is at the end of a path, through all aliases and merge keys; for reading only. */
function readPath(source, root, steps) {
    let node = root;
    for (const step of steps) {
        const parent = resolveAlias(source, node);
        if (step.kind === 'key')
            node = readValue(source, parent, keyOf(step.key));
        else if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(parent))
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
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        throw refuseDetour(source, place, node, `the alias *${node.source}`);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && step.kind === 'key') {
        const pair = findPair(source, node, keyOf(step.key));
        if (pair !== undefined)
            return { ...stepInto(place, node, step.key), pair, node: pair.value };
        if (readValue(source, node, keyOf(step.key)) === undefined)
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
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'entry-ambiguous', second.range[0], `${(0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPath */ .i7)(place.path)}: several items have ${selector.key}: ${selector.value}. Name the item by its index.`);
}
function matches(source, item, { key, value }) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(readValue(source, item, keyOf(key))) === value;
}
function refuseDetour(source, place, node, detour) {
    const message = `${(0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPath */ .i7)(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}
/**
 * The error for a path that is not there: how far it leads, and what is there.
 * @param hint A further sentence.
 */
function refuseMissing(source, place, steps, hint) {
    const { node, path } = place;
    const where = path.length === 0 ? 'the document' : (0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPath */ .i7)(path);
    const sentences = [
        `there is no ${(0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSteps */ .Il)(steps)}: ${where} is ${describeContents(node)}.`,
        'Correct the path, or add it to the file.',
        ...(hint === undefined ? [] : [hint]),
    ];
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'entry-not-found', offsetOf(place), sentences.join(' '));
}
function describeContents(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return `a list of ${node.items.length}`;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNode */ .WQ)(node);
    return `a mapping with the keys ${node.items.map(({ key }) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNode */ .WQ)(key)).join(', ')}`;
}
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
        throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
    }
}


/***/ }),

/***/ 3658:
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

/***/ 7437:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PJ: () => (/* binding */ parseSource),
  r4: () => (/* binding */ parseText),
  TR: () => (/* binding */ refuse)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
;// CONCATENATED MODULE: ./src/patch/yaml/guards.ts

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
    for (const child of valuesWithin(node, aliases))
        size += countValues(child, aliases, sizes);
    sizes.set(node, size);
    return size;
}
function valuesWithin(node, aliases) {
    if ((0,dist/* isAlias */.Vj)(node))
        return [aliases.get(node)];
    if ((0,dist/* isSeq */.oP)(node))
        return node.items;
    return (0,dist/* isMap */.jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}
/** Far more than any real file has, and far less than the stack of the yaml package can take. */
const MAX_YAML_DEPTH = 200;
/** The offset of a mapping or list inside of too many others. */
function findDeepNode(tokens) {
    // Level by level, since a recursion would end where that of the yaml package does.
    let level = collections(tokens.map((token) => (token.type === 'document' ? token.value : token)));
    for (let depth = 1; depth <= MAX_YAML_DEPTH; depth++)
        level = level.flatMap(innerCollections);
    return level[0]?.offset;
}
function innerCollections({ items }) {
    return collections(items.flatMap(({ key, value }) => [key, value]));
}
function collections(tokens) {
    return tokens.filter((token) => token?.type === 'block-map' ||
        token?.type === 'block-seq' ||
        token?.type === 'flow-collection');
}
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

// EXTERNAL MODULE: ./src/patch/yaml/node.ts
var yaml_node = __webpack_require__(3658);
;// CONCATENATED MODULE: ./src/patch/yaml/source.ts




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
        .filter((node) => (0,yaml_node/* describeNode */.WQ)(node) !== 'nothing');
    for (const document of documents) {
        const key = findDuplicateKey(document);
        if (key !== undefined)
            throw refuseDuplicate({ path, lines }, key);
    }
    const aliases = (0,yaml_node/* resolveAliases */.rB)(documents);
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
    return new errors/* PromoteError */.jG(code, `${source.path}:${line}:${col}: ${message}`);
}
function decodeText({ path, bytes }) {
    if (bytes.length > MAX_BYTES) {
        throw new errors/* PromoteError */.jG('unsupported-file', `${path}: expected at most 1 MiB (${MAX_BYTES} bytes), got ${bytes.length} bytes. Split the file, or name another.`);
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const encoded = new TextEncoder().encode(text);
    const wrong = encoded.findIndex((byte, index) => byte !== bytes[index]);
    if (wrong === -1)
        return text;
    const before = bytes.subarray(0, wrong);
    const line = before.filter((byte) => byte === 0x0a).length + 1;
    const column = wrong - before.lastIndexOf(0x0a);
    throw new errors/* PromoteError */.jG('unsupported-file', `${path}:${line}:${column}: expected UTF-8, got a byte that is not. Save the file as UTF-8.`);
}
function refuseDuplicate(source, key) {
    const message = `the key ${(0,yaml_node/* describeNode */.WQ)(key)} stands twice in this mapping. Remove one of the two.`;
    return refuse(source, 'unsafe-edit', key.range[0], message);
}
function refuseDepth(source, offset) {
    const message = `expected at most ${MAX_YAML_DEPTH} mappings and lists inside of each other, got more. Flatten the file.`;
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
    return refuse(source, 'invalid-yaml', aliasOffset(alias), message);
}
function refuseBomb(source, alias) {
    const message = `with the alias *${alias.source} the file unfolds to more than a million values. Write them out, or fewer of them.`;
    return refuse(source, 'unsafe-edit', aliasOffset(alias), message);
}
function aliasOffset(alias) {
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

/***/ 7350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Patience)
/* harmony export */ });
/* unused harmony export computeSpread */
/**
 * How far waits of a kind are spread, in milliseconds: at first, and at the most, to which it doubles
 * with every further one. Writers that collided once and waited equally long would collide again, and
 * whoever shares the limit of a token would use it up again in the minute after its end.
 */
const SPREADS = {
    conflict: { first: 3000, most: 20_000 },
    limit: { first: 60_000, most: 480_000 },
    failure: { first: 250, most: 8000 },
    lag: { first: 250, most: 4000 },
};
/** What a try takes at the least, in milliseconds: there is no time for one in less. */
const SHORTEST_TRY = 250;
/**
 * How far the waits of a kind are spread, in milliseconds.
 * @param earlier How many of that kind came before.
 */
function computeSpread(kind, earlier) {
    const { first, most } = SPREADS[kind];
    return Math.min(most, first * 2 ** earlier);
}
/** The time that retries and the waits between them may take in all; nobody else waits. */
class Patience {
    #clock;
    #random;
    #deadline;
    #counts = new Map();
    /** Before when no server is asked again, in ms since 1970. */
    #notBefore = 0;
    /** @param seconds From now; 0 means one try and no more. */
    constructor(clock, random, seconds) {
        this.#clock = clock;
        this.#random = random;
        this.#deadline = clock.now() + seconds * 1000;
    }
    /**
     * The wait before the next request in milliseconds, with full jitter: what the server asks for,
     * and behind it the spread, or what is left of the time where that is less. `undefined` when no
     * time is left.
     * @param earlier How many setbacks of that kind came before; all of this run by default.
     */
    plan({ kind, retryAt }, earlier = this.#count(kind)) {
        const asked = retryAt === undefined ? 0 : Math.max(0, retryAt - this.#clock.date());
        const left = this.#deadline - this.#clock.now() - asked;
        if (left < SHORTEST_TRY)
            return undefined;
        const spread = Math.min(computeSpread(kind, earlier), left);
        return Math.round(asked + spread * this.#random.fraction());
    }
    async wait(milliseconds) {
        await this.#clock.sleep(milliseconds);
    }
    /** Notes what a failed request tells of when the next one may come. */
    hear({ retryAt = 0 }) {
        this.#notBefore = Math.max(this.#notBefore, retryAt);
    }
    /**
     * Waits until the server may be asked again.
     * @returns Whether it may be: not when that is behind the end of the time.
     */
    async untilAllowed() {
        const asked = this.#notBefore - this.#clock.date();
        if (asked <= 0)
            return true;
        if (this.#clock.now() + asked >= this.#deadline)
            return false;
        await this.wait(asked);
        return true;
    }
    #count(kind) {
        const earlier = this.#counts.get(kind) ?? 0;
        this.#counts.set(kind, earlier + 1);
        return earlier;
    }
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ findNamedCommit),
/* harmony export */   Lc: () => (/* binding */ findRecordedCommit),
/* harmony export */   S1: () => (/* binding */ SEARCHED_FILE_COMMITS)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _message_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2623);
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8368);



/**
 * The commit that the tag of the deployed image names; else the one that a value held in whose place
 * the promoted commit stands now.
 * @param sourceSha The commit that is promoted, in full.
 */
function findNamedCommit({ previousImage, changes }, sourceSha) {
    const { tag } = previousImage ?? {};
    const named = tag === undefined ? undefined : (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_2__/* .findCommitInTag */ .O2)(tag);
    if (named !== undefined)
        return { commit: named, isDoubtful: /^\d+$/.test(named) };
    const replaced = changes.find(({ after }) => after === sourceSha)?.before;
    if (replaced === undefined || !_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_2__/* .FULL_SHA */ .RG.test(replaced))
        return undefined;
    return { commit: replaced, isDoubtful: false };
}
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
    const sha = message === undefined ? undefined : (0,_message_message_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Source-Commit');
    if (message === undefined || sha === undefined || !_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_2__/* .FULL_SHA */ .RG.test(sha))
        return undefined;
    const source = (0,_message_message_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Source-Repository');
    return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}
/** A target need not hold all of a reference: a tag alone may stand for a tag and a digest. */
function tellsOf({ message }, { repository, tag, digest }) {
    if (tag === undefined && digest === undefined)
        return false;
    const parsed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)((0,_message_message_js__WEBPACK_IMPORTED_MODULE_1__/* .findTrailer */ .Je)(message, 'Image') ?? '');
    if (!parsed.valid)
        return false;
    const { reference } = parsed;
    return (reference.repository === repository &&
        (tag === undefined || reference.tag === tag) &&
        (digest === undefined || reference.digest === digest));
}


/***/ }),

/***/ 9349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assertDelivered: () => (/* binding */ assertDelivered),
  runPromoteStep: () => (/* binding */ runPromoteStep),
  R: () => (/* binding */ tolerateUnreadableInDryRun)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/message/message.ts
var message_message = __webpack_require__(2623);
;// CONCATENATED MODULE: ./src/promote/model/result.ts
/** The result of a promotion whose targets are known. */
function resultOf({ name }, targets, outcome) {
    const wouldChange = targets.some(({ changes }) => changes.length > 0);
    return { ...outcome, repository: name, targets, wouldChange };
}

;// CONCATENATED MODULE: ./src/promote/delivery/commit.ts


/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 100;
/** Commits to the branch itself. A write that gets no answer is noted in `progress`. */
async function deliverCommit({ repository, snapshot, changes, targets, message }, progress) {
    const written = await repository.commitFiles(snapshot, changes, message);
    if (written.outcome === 'committed') {
        const { commit } = written;
        return resultOf(repository, targets, { reason: 'promoted', changed: true, commit });
    }
    return againAfter(written, targets, progress);
}
/** A write that did not succeed leads to another try; whether it landed, that one looks first. */
function againAfter({ outcome, detail, retryAt }, targets, progress) {
    if (outcome === 'conflict') {
        return { tryAgain: detail, code: 'conflict', kind: 'conflict', retryAt };
    }
    progress.unanswered = targets;
    return { tryAgain: detail, code: 'unavailable', kind: 'failure', retryAt };
}
/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded(progress, repository) {
    if (progress.unanswered === undefined)
        return undefined;
    return selectLanded(await repository.readNewestCommits(SEARCHED_COMMITS), progress, repository);
}
function selectLanded(commits, { promotionId, unanswered = [], written: { pullRequest } }, repository) {
    const commit = commits.find(({ message }) => (0,message_message/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
    if (commit === undefined)
        return undefined;
    const outcome = { reason: 'promoted', changed: true, commit };
    return resultOf(repository, unanswered, { ...outcome, ...(pullRequest && { pullRequest }) });
}
/**
 * What became of a write without an answer, where the files ask for the image by now.
 * @returns `undefined` where that is known to be the work of another promotion.
 */
async function explainUnchanged(progress, image, repository) {
    if (progress.unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const landed = selectLanded(commits, progress, repository);
    if (landed !== undefined)
        return landed;
    if (commits.some(({ message }) => (0,message_message/* findTrailer */.Je)(message, 'Image') === image))
        return undefined;
    const tryAgain = 'The files ask for the image, and no commit that does is shown yet.';
    return { tryAgain, code: 'unavailable', kind: 'failure' };
}

// EXTERNAL MODULE: ./src/patch/text/splice.ts
var splice = __webpack_require__(4034);
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
    for (const edit of (0,splice/* sortEdits */.Wz)(edits)) {
        const last = spans.at(-1);
        const end = (0,splice/* startOfNextLine */.fB)(text, edit.end);
        if (last === undefined || edit.start > last.end) {
            spans.push({ start: (0,splice/* startOfLine */.C2)(text, edit.start), end, edits: [edit] });
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
    const added = splitLines((0,splice/* spliceEdits */.yh)(before, shifted));
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
// EXTERNAL MODULE: ./src/patch/yaml/node.ts
var yaml_node = __webpack_require__(3658);
// EXTERNAL MODULE: ./src/patch/yaml/path.ts
var yaml_path = __webpack_require__(309);
;// CONCATENATED MODULE: ./src/patch/proof.ts




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
    const before = childrenOf(place.before);
    const after = childrenOf(place.after);
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
    if ((0,yaml_node/* describeNode */.WQ)(before) !== 'nothing' || !(0,dist/* isCollection */.P3)(after))
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
function childrenOf(node) {
    const children = new Map();
    if ((0,dist/* isSeq */.oP)(node))
        for (const [index, item] of node.items.entries())
            children.set(index, item);
    if (!(0,dist/* isMap */.jh)(node))
        return children;
    for (const [index, { key, value }] of node.items.entries()) {
        const text = (0,yaml_node/* readText */.yR)(key);
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
/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
function proveChanges(before, after, intended) {
    const open = new Map(intended.map((change) => [placeKey(change), change]));
    const observed = new Map();
    for (const difference of compareDocuments(before.documents, after.documents)) {
        const change = open.get(placeKey(difference));
        if (change === undefined || !isAsIntended(after, difference, change)) {
            throw failProof(before, difference.path);
        }
        open.delete(placeKey(difference));
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
    const texts = { before: (0,yaml_node/* readText */.yR)(before), after: (0,yaml_node/* readText */.yR)(after) };
    return {
        path: (0,yaml_path/* renderPath */.i7)(path),
        ...(source.documents.length > 1 && { document }),
        before: texts.before,
        after: texts.after,
    };
}
/** The error of a patch that is not what it should be. */
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.jG('internal', `${path}: the patch would not change just what it is meant to (at "${(0,yaml_path/* renderPath */.i7)(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function placeKey({ document, path }) {
    return JSON.stringify([document, path]);
}

// EXTERNAL MODULE: ./src/patch/text/block.ts
var block = __webpack_require__(733);
// EXTERNAL MODULE: ./src/patch/text/flow.ts
var flow = __webpack_require__(9510);
// EXTERNAL MODULE: ./src/patch/text/scalar.ts
var scalar = __webpack_require__(8326);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
;// CONCATENATED MODULE: ./src/patch/targets/kustomization-new-entry.ts







/** Plans to add an entry to `images`, and `images` itself where the file has none. */
function planNewEntry(source, images, name, image) {
    (0,locate/* refuseShared */.qY)(source, images.ancestors);
    return {
        edits: [],
        newEntries: [{ images, fields: computeNewFields(name, image) }],
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
function computeNewFields(name, { repository, tag, digest }) {
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
    const items = fields.map((each) => renderFlow(each, (0,scalar/* styleOf */.Vj)(last?.key)));
    const lines = fields.flatMap((each) => renderBlock(each, indentOfLists(root)));
    const lastItem = list?.items.at(-1);
    if (list !== undefined && lastItem !== undefined) {
        return appendItems(text, list, lastItem, fields, items);
    }
    if (pair !== undefined)
        return fillList(text, root, pair, lines, items.join(', '));
    if (last === undefined)
        return [(0,splice/* insert */.Yr)(root.range[0] + 1, `images: [${items.join(', ')}]`)];
    if (root.flow === true) {
        const key = (0,scalar/* renderScalar */.VO)('images', (0,scalar/* styleOf */.Vj)(last.key));
        return (0,flow/* insertIntoFlow */.W)(text, (0,yaml_node/* spanOf */.ee)(last), [`${key}: [${items.join(', ')}]`], []);
    }
    // Where a blank line keeps the last key apart, one does the new key too.
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, (0,yaml_node/* startOfPair */.YE)(last)));
    const key = `${' '.repeat((0,yaml_node/* indentOf */._j)(root))}images:`;
    return [insertLines(text, (0,yaml_node/* endOfPair */.Bj)(last), [...(isApart ? [''] : []), key, ...lines])];
}
function appendItems(text, list, last, fields, items) {
    const end = (0,yaml_node/* endOfNode */.Ft)(last);
    if (list.flow === true)
        return (0,flow/* insertIntoFlow */.W)(text, { start: last.range[0], end }, items, []);
    const indent = (0,yaml_node/* indentOf */._j)(list);
    const column = (0,dist/* isMap */.jh)(last) && last.flow !== true ? (0,yaml_node/* indentOf */._j)(last) : indent + 2;
    const lines = fields.flatMap((each) => renderBlock(each, indent, column));
    return [insertLines(text, end, lines)];
}
/** Gives items to an `images` key that has none: in the style of the root, where it can. */
function fillList(text, root, pair, lines, flow) {
    const { start, end } = (0,yaml_node/* spanOf */.ee)(pair);
    if (pair.value === null)
        return [(0,splice/* insert */.Yr)(end, `: [${flow}]`)];
    const [valueStart, valueEnd] = pair.value.range;
    const isEmpty = valueStart === valueEnd;
    const value = text.slice(valueStart, valueEnd);
    // Not behind a `?`, and not in place of a comment in the brackets.
    if (root.flow !== true && start === pair.key.range[0] && !/[#\n]/.test(value)) {
        const added = insertLines(text, end, lines);
        return isEmpty ? [added] : [(0,splice/* cut */.Jj)((0,splice/* endOfText */.YZ)(text, valueStart), valueEnd), added];
    }
    if ((0,dist/* isSeq */.oP)(pair.value))
        return [(0,splice/* insert */.Yr)(valueStart + 1, flow)];
    return [isEmpty ? (0,splice/* insert */.Yr)(end, ` [${flow}]`) : { start: valueStart, end, text: `[${flow}]` }];
}
/** Puts lines behind the last one of a node or pair that ends at `end`. */
function insertLines(text, end, lines) {
    const lineEnd = (0,block/* endOfLastLine */.fn)(text, end);
    const lineBreak = (0,splice/* lineBreakAt */.pn)(text, lineEnd);
    return (0,splice/* insert */.Yr)(lineEnd, lines.map((line) => `${lineBreak}${line}`).join(''));
}
function renderBlock(fields, indent, column = indent + 2) {
    const dash = `${' '.repeat(indent)}-`.padEnd(column);
    return fields.map(([field, value], index) => `${index === 0 ? dash : ' '.repeat(column)}${field}: ${(0,scalar/* renderScalar */.VO)(value, 'plain')}`);
}
function renderFlow(fields, style) {
    const pairs = fields.map(([field, value]) => `${(0,scalar/* renderScalar */.VO)(field, style)}: ${(0,scalar/* renderScalar */.VO)(value, style)}`);
    return `{${pairs.join(', ')}}`;
}
/** How far the file indents its lists below a key of the root: as its first one, else as the key. */
function indentOfLists(root) {
    const lists = root.items.map(({ value }) => value).filter((value) => (0,dist/* isSeq */.oP)(value));
    const block = lists.find((list) => list.flow !== true);
    return (0,yaml_node/* indentOf */._j)(block ?? root);
}

// EXTERNAL MODULE: ./src/patch/targets/images.ts
var targets_images = __webpack_require__(4469);
// EXTERNAL MODULE: ./src/patch/targets/kustomization-entry.ts
var kustomization_entry = __webpack_require__(4711);
;// CONCATENATED MODULE: ./src/patch/targets/kustomization.ts




/**
 * Plans the edits that make an entry of `images` give the image. `newName`, `newTag` and `digest`
 * are a unit: what the image has not is removed, as `kustomize edit set image` does; unlike there,
 * `newName` is only written when the repository differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
function planKustomization(source, change) {
    const { image, imageName, createMissing } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new errors/* PromoteError */.jG('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const images = (0,targets_images/* locateImages */.jH)(source);
    const entry = (0,targets_images/* findEntry */.w4)(source, images, imageName, image.repository);
    if (entry !== undefined) {
        const plan = (0,kustomization_entry/* planEntry */.Cd)(source, images, entry, (0,kustomization_entry/* computeFields */.R$)(source, entry, image));
        return { ...plan, imageName: entry.name, previousImage: (0,kustomization_entry/* readEntryImage */.Yr)(source, entry) };
    }
    if (createMissing !== true)
        throw (0,targets_images/* refuseMissingEntry */.HB)(source, images, imageName, image.repository);
    const name = imageName ?? image.repository;
    return planNewEntry(source, images, name, image);
}

// EXTERNAL MODULE: ./src/patch/targets/plan.ts
var plan = __webpack_require__(5224);
// EXTERNAL MODULE: ./src/patch/targets/set.ts
var set = __webpack_require__(3139);
// EXTERNAL MODULE: ./src/patch/targets/values.ts
var values = __webpack_require__(673);
// EXTERNAL MODULE: ./src/patch/text/pairs.ts
var text_pairs = __webpack_require__(2929);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts + 1 modules
var yaml_source = __webpack_require__(7437);
;// CONCATENATED MODULE: ./src/patch/patch.ts














/**
 * Makes all changes to a file at once, and leaves every other byte as it is: locate the nodes,
 * splice the text at their ranges, prove that nothing else changed.
 * @throws PromoteError with file, line, column and cure when the file cannot be edited safely.
 */
function patchFile(file, changes) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    return applyPlans(file, source, changes.map((change) => planChange(source, change)));
}
/**
 * Splices the edits of all plans into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
function applyPlans(file, source, targets) {
    refuseOverlaps(source, targets);
    const plans = numberEntries(targets);
    const joined = (0,plan/* joinPlans */.x)(plans);
    const edits = computeEdits(source, joined);
    const text = (0,splice/* spliceEdits */.yh)(source.text, edits);
    const changed = edits.length > 0;
    const observed = changed ? proveChanges(source, parsePatched(source, text), joined.changes) : [];
    return {
        bytes: changed ? new TextEncoder().encode(text) : file.bytes,
        changed,
        targets: plans.map(({ imageName, previousImage, ...plan }) => ({
            imageName,
            previousImage,
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
            return (0,values/* planValues */.G0)(source, change);
        case 'set':
            return { ...(0,set/* planSet */.e)(source, change), places: locateSet(source, change) };
    }
}
function locateSet(source, { document, values }) {
    const paths = values.map(({ path }) => path);
    return (0,locate/* locatePlaces */.tJ)(source, (0,yaml_document/* selectDocument */.U)(source, document, paths), paths);
}
/** Two targets that decide the same value contradict each other, now or with another image. */
function refuseOverlaps({ path: file }, plans) {
    const seen = new Set();
    for (const { document, path } of plans.flatMap(({ places, changes }) => places ?? changes)) {
        const place = JSON.stringify([document, path]);
        if (seen.has(place)) {
            throw new errors/* PromoteError */.jG('invalid-input', `targets: two of them change ${(0,yaml_path/* renderPath */.i7)(path)} in ${file}. Remove one of the two.`);
        }
        seen.add(place);
    }
}
function parsePatched(source, text) {
    try {
        return (0,yaml_source/* parseText */.r4)(source.path, text);
    }
    catch (cause) {
        throw failProof(source, [], cause);
    }
}
/** All edits of a plan, those of its additions and new entries among them. */
function computeEdits(source, plan) {
    const { edits, additions = [], newEntries = [] } = plan;
    const added = [];
    for (const { map, behind } of new Map(additions.map((each) => [each.behind, each])).values()) {
        const pairs = additions.filter((each) => each.behind === behind);
        added.push(...(0,text_pairs/* insertPairs */.x)(source, map, behind, pairs, edits));
    }
    return [...edits, ...added, ...addEntries(source.text, newEntries)];
}

// EXTERNAL MODULE: ./src/promote/message/template.ts
var message_template = __webpack_require__(1692);
;// CONCATENATED MODULE: ./src/promote/previous-image.ts


/**
 * The image that values of a file asked for before, as far as they tell: what stood in the places of
 * `{{image}}`, else of `{{tag}}`, `{{digest}}` and `{{repository}}`.
 * @param fallback The repository, where the values do not say it.
 */
function findPreviousImage(values, fallback) {
    const matches = values.map(matchTemplate);
    const textsOf = (name) => matches.flatMap((match) => match.get(name) ?? []);
    for (const text of textsOf('image')) {
        const parsed = (0,base_image/* parseImageReference */.o_)(text);
        if (parsed.valid)
            return parsed.reference;
    }
    const tag = textsOf('tag').find(base_image/* isTag */.dz);
    const digest = textsOf('digest').find(base_image/* isDigest */.Bc);
    if (tag === undefined && digest === undefined)
        return undefined;
    return {
        repository: textsOf('repository').find(isRepository) ?? fallback,
        tag,
        digest,
    };
}
/** What stood in the place of each placeholder, where there is one way only to tell. */
function matchTemplate({ template, before = '' }) {
    const shortest = patternOf(template, '(.+?)').exec(before);
    const longest = patternOf(template, '(.+)').exec(before);
    const names = (0,message_template/* parseTemplate */.QC)(template).flatMap(({ name }) => name ?? []);
    const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? '']);
    return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}
function patternOf(template, placeholder) {
    const parts = (0,message_template/* parseTemplate */.QC)(template).map(({ text, name }) => name === undefined ? escapeRegExp(text) : placeholder);
    return new RegExp(`^${parts.join('')}$`, 's');
}
function isRepository(text) {
    const parsed = (0,base_image/* parseImageReference */.o_)(text);
    return parsed.valid && parsed.reference.repository === text;
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/promote/files.ts






/**
 * Patches one file for all its targets at once.
 * @throws PromoteError whatever the patch refuses, and `invalid-input` for a placeholder without a
 *   value.
 */
function patchTargets({ file, targets }, facts) {
    const { image } = facts;
    const changes = targets.map((target) => changeOf(target, facts));
    const { bytes, changed, targets: patches } = patchFile(file, changes);
    const results = patches.map(({ imageName = nameOf(image), ...patch }) => ({
        file: file.path,
        imageName,
        image,
        ...patch,
    }));
    return { file, bytes, changed, results };
}
function changeOf(target, facts) {
    const { image, createMissing } = facts;
    if (target.kind === 'kustomization') {
        const { imageName } = target;
        const name = imageName === undefined ? {} : { imageName };
        return { kind: 'kustomization', image, createMissing, ...name };
    }
    const document = target.document === undefined ? {} : { document: target.document };
    if (target.kind === 'values') {
        return { kind: 'values', image, paths: target.paths, createMissing, ...document };
    }
    const { set } = target;
    return {
        kind: 'set',
        ...document,
        values: set.map((each) => ({ path: each.path, value: renderTemplateAt(target, each, facts) })),
        readImage: (texts) => {
            const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
            return findPreviousImage(values, image.repository);
        },
        createMissing,
    };
}
function renderTemplateAt(target, { path, template }, facts) {
    const values = new Map([
        ['image', (0,base_image/* renderImageReference */.NL)(facts.image)],
        ['repository', facts.image.repository],
        ['tag', facts.image.tag],
        ['digest', facts.image.digest],
        ['sha', facts.sourceSha],
        ['short-sha', facts.shortSha],
        ['gitops-branch', facts.gitopsBranch],
    ]);
    return (0,message_template/* renderTemplate */.Xm)(template, (name) => {
        const value = values.get(name);
        if (value !== undefined)
            return value;
        throw new errors/* PromoteError */.jG('invalid-input', `targets: {{${name}}} for ${(0,yaml_path/* renderSteps */.Il)(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`);
    });
}
/** What people call an image that has no other name: the last part of its repository. */
function nameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}
/** Reads the files of all targets at once, each file once. */
async function readTargets(targets, repository) {
    const requests = new Map();
    for (const target of targets)
        requests.set(requestKey(toRequest(target)), toRequest(target));
    const snapshot = await repository.readFiles([...requests.values()]);
    const read = new Map([...requests.keys()].map((key, index) => [key, snapshot.files[index]]));
    const files = new Map();
    for (const target of targets) {
        const file = read.get(requestKey(toRequest(target)));
        if (file === undefined)
            throw new Error(`${target.path} was asked for and not read.`);
        const before = files.get(file.path)?.targets ?? [];
        files.set(file.path, { file, targets: [...before, target] });
    }
    return { snapshot, files: [...files.values()] };
}
function toRequest({ kind, path }) {
    return { kind: kind === 'kustomization' ? kind : 'file', path };
}
function requestKey({ kind, path }) {
    return `${kind} ${path}`;
}

// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
;// CONCATENATED MODULE: ./src/promote/guard/guard.ts





/** Digits of a commit in a sentence, as GitHub shows it. */
const SHOWN_DIGITS = 7;
/** What a target asks for now: a sentence without its end. */
function describeDeployed({ file, previousImage }) {
    const image = previousImage ? (0,base_image/* renderImageReference */.NL)(previousImage) : 'an image that is not known';
    return `${file} asks for ${image}`;
}
/** Why a newer commit than the deployed one could not be looked for. */
function renderUnguarded(what, reason) {
    return reason === 'no-source-sha'
        ? 'It was not checked that this image is newer than the deployed one: its commit is not known. Give source-sha.'
        : `It was not checked that this image is newer than the deployed one: ${what}, which tells no commit.`;
}
/**
 * What stands against an order of two commits; `undefined` when nothing does.
 * @param what Where the deployed commit is from, for people.
 * @param deployed The commit.
 * @param repository `owner/name` of the source repository.
 */
function renderUnordered(what, deployed, comparison, repository) {
    const commit = (0,commit_event/* abbreviateSha */.Kx)(deployed, SHOWN_DIGITS);
    switch (comparison.relation) {
        case 'identical':
        case 'ahead':
        case 'behind':
            return undefined;
        case 'diverged':
            return `${what}, whose commit ${commit} and the promoted one have diverged in ${repository}: neither is newer. The promotion goes on.`;
        case 'unknown':
            return `It was not checked that this image is newer than the deployed one (${what}): ${comparison.detail}.`;
    }
}
/** Why the order is not known where something else has the name of the deployed commit. */
function renderAmbiguous(abbreviation, { sourceRepository, sourceSha = '' }) {
    const ours = (0,commit_event/* abbreviateSha */.Kx)(sourceSha, SHOWN_DIGITS);
    return `It cannot be told whether ${ours} is newer than the deployed commit ${abbreviation}: a branch or tag of ${sourceRepository} has that name, and no commit is known by it. Rename it; or, to promote without knowing, set stale: allow.`;
}
/** Why nothing was promoted, and how to go back all the same. */
function renderStale({ target: { file, previousImage }, commits }, sourceSha, repository) {
    const deployed = previousImage ? (0,base_image/* renderImageReference */.NL)(previousImage) : 'a commit';
    const count = `${commits} commit${commits === 1 ? '' : 's'}`;
    const ours = (0,commit_event/* abbreviateSha */.Kx)(sourceSha, SHOWN_DIGITS);
    return `${file} in ${repository} already asks for ${deployed}, which is ${count} newer than ${ours}: nothing was promoted. To go back to an older image, set stale: allow.`;
}
/** The same of a pull request that is open. */
function renderPendingNewer(number, newerSha, sourceSha) {
    const [newer, ours] = [newerSha, sourceSha ?? ''].map((sha) => (0,commit_event/* abbreviateSha */.Kx)(sha, SHOWN_DIGITS));
    return `Pull request #${number} already asks for commit ${newer}, which is newer than ${ours}: nothing was promoted. To go back to an older image, set stale: allow.`;
}
const RELATIONS = {
    identical: 'the same as',
    ahead: 'ahead of',
    behind: 'behind',
    diverged: 'diverged from',
    unknown: 'not compared with',
};
/** For whoever wonders about an order. */
function renderCompared(base, head, comparison, { sourceRepository }) {
    const { relation } = comparison;
    const detail = relation === 'unknown' ? ` (${comparison.cause}: ${comparison.detail})` : '';
    return `${head} is ${RELATIONS[relation]} ${base} in ${sourceRepository}${detail}.`;
}
/** Whether a target deploys something else now: not what is new there, nor the same image. */
function replacesAnother({ image, previousImage, changes }) {
    const isNew = changes.every(({ before }) => before === undefined);
    if (isNew || previousImage === undefined)
        return !isNew;
    return (0,base_image/* renderImageReference */.NL)(previousImage) !== (0,base_image/* renderImageReference */.NL)(image);
}
async function readHistories(files, repository) {
    const read = repository.readFileHistories(files, deployed_commit/* SEARCHED_FILE_COMMITS */.S1);
    return (await (0,errors/* readOrUndefined */.oJ)(read)) ?? new Map();
}
/**
 * Keeps an older run from overwriting what a newer one has promoted, by the order of the commits in
 * the source repository. What cannot be told is a warning, once, and does not stop the promotion.
 */
class OrderGuard {
    #commit;
    #ports;
    #comparisons = new Map();
    #warnings = new Set();
    constructor(commit, ports) {
        this.#commit = commit;
        this.#ports = ports;
    }
    /**
     * The first target that asks for something newer now, if any.
     * @throws PromoteError `unavailable` or `order-unknown` when it cannot be told, for the moment where
     *   that is transient.
     */
    async findNewer(targets) {
        const changing = targets.filter(replacesAnother);
        const histories = this.#openHistories(changing.map(({ file }) => file));
        for (const target of changing) {
            const base = await this.#findDeployedCommit(target, histories);
            const commits = await this.countCommitsAhead(base, describeDeployed(target));
            if (commits !== undefined)
                return { target, commits };
        }
        return undefined;
    }
    /**
     * By how many commits `base` is newer than the promoted one; `undefined` when it is not.
     * @param what Where the commit is from, for people: a sentence without its end.
     */
    async countCommitsAhead(base, what) {
        const { sourceSha, sourceRepository } = this.#commit;
        this.#ports.logger.debug(`${what}: its commit is ${base ?? 'not known'}.`);
        if (sourceSha === undefined || base === undefined) {
            this.#warn(renderUnguarded(what, sourceSha === undefined ? 'no-source-sha' : 'no-commit'));
            return undefined;
        }
        const comparison = await this.#compare(base, sourceSha);
        if (comparison.relation === 'behind')
            return comparison.commits;
        this.#warn(renderUnordered(what, base, comparison, sourceRepository));
        return undefined;
    }
    /** What a tag names counts if the source repository has it; else what its promotion has told. */
    async #findDeployedCommit(target, histories) {
        const { sourceSha } = this.#commit;
        if (sourceSha === undefined)
            return undefined;
        const named = (0,deployed_commit/* findNamedCommit */.Cr)(target, sourceSha);
        const recorded = async () => this.#findRecorded(target, histories);
        if (named === undefined)
            return recorded();
        if (named.isDoubtful)
            return (await recorded()) ?? named.commit;
        const cause = await this.#findCause(named.commit, sourceSha);
        if (cause === 'another')
            return this.#completeName(named.commit, await recorded());
        return cause === 'absent' ? ((await recorded()) ?? named.commit) : named.commit;
    }
    /** The commit that the promotion of what is deployed now has told. */
    async #findRecorded({ previousImage, file }, histories) {
        if (previousImage === undefined)
            return undefined;
        return (0,deployed_commit/* findRecordedCommit */.Lc)((await histories()).get(file) ?? [], previousImage)?.sha;
    }
    /**
     * The commit in full that an abbreviation stands for which is also the name of a branch or tag.
     * @throws PromoteError `order-unknown` where nobody tells it: a name may not decide the order.
     */
    async #completeName(abbreviation, recorded) {
        if (recorded?.startsWith(abbreviation))
            return recorded;
        const commit = (await this.#ports.source.resolveCommit(abbreviation)) ?? recorded;
        if (commit !== undefined)
            return commit;
        throw new errors/* PromoteError */.jG('order-unknown', renderAmbiguous(abbreviation, this.#commit));
    }
    /** Why a comparison tells nothing, if it does not. */
    async #findCause(base, head) {
        const comparison = await this.#compare(base, head);
        return comparison.relation === 'unknown' ? comparison.cause : undefined;
    }
    #openHistories(files) {
        const { repository } = this.#ports;
        let read;
        return () => (read ??= readHistories([...new Set(files)], repository));
    }
    /** The history of two commits does not change, so one answer does for all targets and tries. */
    async #compare(base, head) {
        if (head.startsWith(base))
            return { relation: 'identical' };
        const known = this.#comparisons.get(base);
        if (known !== undefined)
            return known;
        const comparison = await this.#ports.source.compareCommits(base, head);
        this.#comparisons.set(base, comparison);
        this.#ports.logger.debug(renderCompared(base, head, comparison, this.#commit));
        return comparison;
    }
    /** A further try says it no second time. */
    #warn(message) {
        if (message === undefined || this.#warnings.has(message))
            return;
        this.#warnings.add(message);
        this.#ports.logger.warning(message);
    }
}

;// CONCATENATED MODULE: ./src/promote/delivery/delivery.ts
/** The client of branches and pull requests, which the mode `pull-request` opens. */
function requirePullRequests({ pullRequests }) {
    if (pullRequests === undefined)
        throw new Error('The client of pull requests was not opened.');
    return pullRequests;
}

// EXTERNAL MODULE: ./src/promote/inputs/delivery.ts
var delivery = __webpack_require__(242);
// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(2584);
;// CONCATENATED MODULE: ./src/promote/pull-request/branch.ts





/**
 * The name of the branch that holds a promotion until it is merged.
 * @throws PromoteError `invalid-input` when it is the branch that is promoted to.
 */
function computeBranchName(template, { imageName, base }) {
    const rendered = (0,message_template/* renderTemplate */.Xm)(template, (name) => (name === 'image-name' ? imageName : base));
    const branch = replaceInvalid(rendered);
    if (branch !== base && (0,delivery/* isBranchName */.Q8)(branch))
        return branch;
    throw new errors/* PromoteError */.jG('invalid-input', `pull-request-branch: expected the name of a branch other than ${base}, which the pull request asks to merge into, but ${JSON.stringify(template)} gives ${JSON.stringify(branch)}. Put {{image-name}} or a word of its own into it.`);
}
/**
 * The branch on which the commit of one try is made. It is not below the other one: git keeps no
 * branch in a folder that has the name of a branch.
 */
function computeTemporaryName(branch, promotionId, attempt) {
    return `${branch}.${promotionId}-${attempt}`;
}
/** The rules are those of git-check-ref-format(1). */
function replaceInvalid(name) {
    const segments = name
        .replace(/[\s\p{Cc}\p{Cs}~^:?*[\\]+|@(?=\{)|\.(?=\.)/gu, '-')
        .split('/')
        .filter((segment) => segment !== '')
        .map((segment) => segment.replace(/^\.|\.$/g, '-').replace(/\.(?=lock$)/, '-'));
    return segments
        .join('/')
        .replace(/^[-./]+(?=.)/, '')
        .replace(/^refs\//, 'refs-')
        .replace(/^[@-]?$/, 'promotion');
}
/**
 * Looks at what is there, and writes nothing.
 * @returns Why nothing may be written, when the open pull request asks for a newer commit.
 * @throws PromoteError `branch-occupied`, `invalid-input` for the name of the branch.
 */
async function inspectBranch(delivery, { pullRequests, compareWith }) {
    const { inputs, base, facts } = delivery;
    const imageName = facts.targets[0]?.imageName ?? '';
    const branch = computeBranchName(inputs.branch, { imageName, base });
    const found = await pullRequests.compareBranch(branch, base);
    const [newest] = found?.commits ?? [];
    // There is no open pull request without a commit.
    const open = newest && (await pullRequests.findOpen(branch, base));
    if (found)
        assertOwnBranch(branch, found, delivery, open);
    const sourceSha = newest && (0,message_message/* findTrailer */.Je)(newest.message, 'Source-Commit');
    if (open && sourceSha !== undefined && sourceSha !== facts.sourceSha) {
        const order = await compareWith(sourceSha);
        if (order === 'newer')
            return { outcome: 'stale', pullRequest: open, sourceSha };
    }
    const { head, isCurrent = false } = found ?? {};
    return {
        ...{ branch, isCurrent, open },
        head,
        newest,
    };
}
/**
 * A promotion replaces what its branch holds, so nothing may be there that another promotion would
 * not put there again.
 * @throws PromoteError `branch-occupied` with the cure.
 */
function assertOwnBranch(branch, { commits, paths }, { facts, snapshot }, open) {
    const ours = (0,message_message/* findTrailer */.Je)(facts.message, 'Source-Repository')?.toLowerCase();
    for (const { sha, message } of commits) {
        const source = (0,message_message/* findTrailer */.Je)(message, 'Source-Repository');
        const isPromotion = source !== undefined && (0,message_message/* findTrailer */.Je)(message, 'Promotion-Id') !== undefined;
        // Of a promotion that no pull request asks for any more nothing is lost.
        if (isPromotion && (open === undefined || source.toLowerCase() === ours))
            continue;
        const subject = (0,markdown/* renderOneLine */.N0)(message.split('\n', 1).join(''));
        const origin = isPromotion ? `is a promotion of ${source}` : 'no promotion has made';
        throw occupied(branch, `commit ${sha.slice(0, 12)} (${subject}), which ${origin}`);
    }
    if (open === undefined)
        return;
    const targets = new Set(snapshot.files.map(({ path }) => path));
    const foreign = paths.find((path) => !targets.has(path));
    if (foreign === undefined)
        return;
    throw occupied(branch, `a change of ${foreign}, which is none of the targets of this promotion`);
}
function occupied(branch, content) {
    return new errors/* PromoteError */.jG('branch-occupied', `pull-request-branch: the branch ${branch} holds ${content}, and this promotion would discard it. Give this promotion another pull-request-branch, or move that commit to another branch and delete this one.`);
}
/**
 * Whether the branch has the very bytes of this promotion already: an earlier try or run has
 * committed them.
 * @param newest The branch's newest commit.
 */
async function holdsChanges(branch, newest, { facts, changes }, repository) {
    // Of another image the files are not worth a request.
    if ((0,message_message/* findTrailer */.Je)(newest.message, 'Image') !== (0,message_message/* findTrailer */.Je)(facts.message, 'Image'))
        return false;
    const files = await readFiles(branch, changes, repository);
    return changes.every(({ bytes }, index) => {
        const file = files[index];
        return file !== undefined && Buffer.compare(file.bytes, bytes) === 0;
    });
}
/** None when they cannot be read: one may have come to the base branch only later. */
async function readFiles(branch, changes, repository) {
    const requests = changes.map(({ file }) => ({ kind: 'file', path: file.path }));
    try {
        const { files } = await repository.onBranch(branch).readFiles(requests);
        return files;
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code === 'unavailable')
            throw error;
        return [];
    }
}

;// CONCATENATED MODULE: ./src/promote/pull-request/visible.ts

/** How often what this run has made is asked for again before its absence is believed. */
const MOST_WAITS = 8;
/**
 * Makes a request about what this run has just made, again and again while the server does not show
 * it yet: GitHub answers from copies that can be seconds behind.
 * @param isLag Whether the absence that an error tells can be such a lag.
 * @throws PromoteError Whatever else the request ends in, and its absence in the end.
 */
async function untilVisible(request, { patience, logger }, isLag = () => true) {
    for (let waits = 0;; waits += 1) {
        try {
            return await request();
        }
        catch (error) {
            if (!(error instanceof errors/* PromoteError */.jG) || waits === MOST_WAITS)
                throw error;
            if (!error.mayAppear || !isLag(error))
                throw error;
            const delay = patience.plan({ kind: 'lag', retryAt: error.retryAt }, waits);
            if (delay === undefined)
                throw error;
            const seconds = (delay / 1000).toFixed(1);
            logger.info(`The server does not show yet what was made: ${error.message}`);
            logger.info(`It is asked again in ${seconds} seconds.`);
            await patience.wait(delay);
        }
    }
}

;// CONCATENATED MODULE: ./src/promote/pull-request/commit.ts




/**
 * Commits the changes on top of the base branch, and moves the branch to that commit at once. It
 * never is at its base in between: GitHub would close its pull request for good.
 * @throws PromoteError `conflict` when somebody else was faster, `unavailable` when no answer came.
 */
async function commitToBranch(found, delivery, ports) {
    const { branch } = found;
    const start = delivery.snapshot.head ?? (await readBase(delivery.base, ports));
    const temporary = computeTemporaryName(branch, delivery.promotionId, delivery.attempt);
    await createTemporary(temporary, start, ports);
    try {
        const commit = await commitToTemporary(temporary, delivery, ports);
        await moveTo(found, commit, ports);
        return commit;
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.jG)
            ports.patience.hear(error);
        throw error;
    }
    finally {
        await removeBranch(temporary, 'temporary branch', ports);
    }
}
/** Where no answer came the branch may be there all the same. */
async function createTemporary(temporary, sha, ports) {
    try {
        // Without a permission the repository is absent, too, and that does not pass.
        const isLag = ({ code }) => code !== 'token-forbidden';
        await untilVisible(() => ports.pullRequests.createBranch(temporary, sha), ports, isLag);
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.jG && error.isTransient) {
            ports.patience.hear(error);
            await removeBranch(temporary, 'temporary branch', ports, false);
        }
        throw error;
    }
}
/** Its files have been read, so that it is there, or was a moment ago. */
async function readBase(base, ports) {
    return untilVisible(async () => {
        const head = await ports.pullRequests.readHead(base);
        if (head !== undefined)
            return head;
        throw new errors/* PromoteError */.jG('branch-not-found', `gitops-branch: the branch ${JSON.stringify(base)} is gone. Create it, or correct the name.`, { mayAppear: true });
    }, ports);
}
async function commitToTemporary(temporary, { snapshot, changes, facts, promotionId }, ports) {
    const { repository, patience } = ports;
    const branch = repository.onBranch(temporary);
    const onTemporary = { ...snapshot, branch: temporary };
    const commit = () => branch.commitFiles(onTemporary, changes, facts.message);
    const written = await untilVisible(commit, ports);
    if (written.outcome === 'committed')
        return written.commit;
    const { outcome, detail, retryAt } = written;
    if (outcome === 'conflict')
        throw new errors/* PromoteError */.jG('conflict', detail, { retryAt });
    patience.hear(written);
    const isAllowed = await patience.untilAllowed();
    const [head] = isAllowed ? await untilVisible(() => branch.readNewestCommits(1), ports) : [];
    if (head && (0,message_message/* findTrailer */.Je)(head.message, 'Promotion-Id') === promotionId)
        return head;
    throw new errors/* PromoteError */.jG('unavailable', detail, { retryAt });
}
/** A branch that was not there is created: that fails when somebody else did so meanwhile. */
async function moveTo({ branch, head: from, open }, { sha: to }, ports) {
    const { pullRequests } = ports;
    if (from !== undefined) {
        await untilVisible(() => pullRequests.moveBranch(branch, { from, to, open }), ports);
        return;
    }
    if (await untilVisible(() => pullRequests.createBranch(branch, to), ports))
        return;
    throw new errors/* PromoteError */.jG('conflict', `somebody else has written to the branch ${branch} first.`);
}
/**
 * Deletes a branch that this promotion has made. What cannot be deleted harms nothing but the list
 * of branches, so it is a warning that names it.
 * @param kind What the branch is for, as it reads after "The".
 * @param isMade Whether it is known to be there, so that its absence is a lag.
 */
async function removeBranch(branch, kind, ports, isMade = true) {
    try {
        await untilVisible(() => deletePatiently(branch, isMade, ports), ports).catch(async (error) => {
            if (!(error instanceof errors/* PromoteError */.jG) || !error.isTransient || error.mayAppear)
                throw error;
            ports.patience.hear(error);
            await deletePatiently(branch, false, ports);
        });
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        ports.logger.warning(`The ${kind} ${branch} was left behind: ${detail} Delete it by hand.`);
    }
}
/** @throws PromoteError `unavailable` when there is no time for what the server wants to be waited. */
async function deletePatiently(branch, isMade, { pullRequests, patience }) {
    if (!(await patience.untilAllowed())) {
        throw new errors/* PromoteError */.jG('unavailable', 'the server asks for no further request for now.');
    }
    if ((await pullRequests.deleteBranch(branch)) || !isMade)
        return;
    throw new errors/* PromoteError */.jG('unavailable', 'it is not shown yet.', { mayAppear: true });
}

;// CONCATENATED MODULE: ./src/promote/pull-request/merge.ts



/**
 * Lets the server merge the pull request as soon as it may be merged, or merges it when it may be
 * merged at once. What the server refuses for good is part of the outcome: the pull request is open
 * all the same.
 */
async function mergeAutomatically(request, ports) {
    const { pullRequest, commit, written } = request;
    const { changed } = written;
    const opened = { outcome: 'pull-request', pullRequest, commit, changed };
    const plan = planMerge(request);
    if (plan === undefined || isSamePlan(plan, pullRequest.autoMerge)) {
        return { ...opened, autoMerge: pullRequest.autoMerge?.method };
    }
    try {
        return await merge(opened, { ...request, plan }, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG))
            throw error;
        if (error.isTransient || error.code === 'conflict')
            throw error;
        return { ...opened, problem: explainOpen(pullRequest, error) };
    }
}
/**
 * A squash makes a commit of its own, whose message is that of the time when auto-merge was enabled.
 * One that an earlier promotion has enabled would tell of that one, so it is made to tell of this
 * one, also where this one does not ask for auto-merge. What a person has enabled is left alone.
 */
function planMerge({ method, pullRequest, commit }) {
    const { number, autoMerge } = pullRequest;
    if (method !== undefined)
        return computePlan(method, commit, number);
    const isOfPromotion = (0,message_message/* findTrailer */.Je)(autoMerge?.text ?? '', 'Promotion-Id') !== undefined;
    return autoMerge && isOfPromotion ? computePlan(autoMerge.method, commit, number) : undefined;
}
/** The audit trail is in the commit's message, which a repository's settings can drop. */
function computePlan(method, { message }, number) {
    if (method !== 'squash')
        return { method };
    const [headline = ''] = message.split('\n', 1);
    const text = message.slice(headline.length).replace(/^\n+/, '');
    return { method, title: `${headline} (#${number})`, text };
}
function isSamePlan(plan, held) {
    if (plan.method !== held?.method)
        return false;
    return isSameText(plan.title, held.title) && isSameText(plan.text, held.text);
}
/** A server may end lines in another way, and leave out what ends a text. */
function isSameText(left = '', right = '') {
    return left.replaceAll('\r\n', '\n').trim() === right.replaceAll('\r\n', '\n').trim();
}
async function merge(opened, request, ports) {
    const { pullRequest, commit, plan } = request;
    const { pullRequests } = ports;
    if ((await enable(request, ports)) === 'enabled')
        return { ...opened, changed: true, autoMerge: plan.method };
    const now = () => pullRequests.merge(pullRequest, plan, commit.sha);
    const merged = await untilVisible(now, ports);
    if (merged.outcome !== 'committed')
        return merged;
    return { outcome: 'merged', pullRequest, commit: merged.commit };
}
/** Where it is enabled already, GitHub may keep what it has, so that is looked at. */
async function enable({ pullRequest, plan, commit, branch, base }, ports) {
    const { pullRequests } = ports;
    const enabled = () => untilVisible(() => pullRequests.enableAutoMerge(pullRequest, plan, commit.sha), ports);
    const state = await enabled();
    if (state === 'clean' || pullRequest.autoMerge === undefined)
        return state;
    const now = await pullRequests.findOpen(branch, base);
    if (now === undefined || isSamePlan(plan, now.autoMerge))
        return state;
    await pullRequests.disableAutoMerge(pullRequest);
    return enabled();
}
function explainOpen({ number, url }, cause) {
    return new errors/* PromoteError */.jG(cause.code, `auto-merge: pull request #${number} is open (${url}), but it is not merged automatically: ${cause.message}`, { cause });
}

;// CONCATENATED MODULE: ./src/promote/pull-request/present.ts




/**
 * Opens the pull request, or rewrites the one that is open, and asks for its labels and reviewers.
 * @throws PromoteError `conflict` when its branch was moved meanwhile.
 */
async function presentPullRequest(presentation, ports) {
    const { delivery, commit, open } = presentation;
    const pullRequest = open ?? (await openPullRequest(presentation, ports));
    delivery.written.pullRequest = pullRequest;
    if (pullRequest.head !== commit.sha)
        await assertLag(pullRequest, presentation, ports);
    await rewriteText(pullRequest, presentation, ports);
    await addLabels(pullRequest, presentation, ports);
    // Whoever opens it or has made the commit asks for reviews: who finds both does not ask again.
    if (open === undefined || isOwn(commit, delivery)) {
        await requestReviews(pullRequest, presentation, ports);
    }
    return pullRequest;
}
/**
 * The record of a pull request can be hours behind its branch, whose ref is the truth.
 * @throws PromoteError `conflict` when the branch is elsewhere.
 */
async function assertLag({ number }, presentation, { pullRequests, logger }) {
    const { branch, commit } = presentation;
    if ((await pullRequests.readHead(branch)) !== commit.sha)
        throw movedMeanwhile(presentation);
    const sha = commit.sha.slice(0, 12);
    logger.notice(`Pull request #${number} does not show commit ${sha} yet, at which its branch ${branch} is: the server's record of it lags behind.`);
}
function movedMeanwhile({ branch }) {
    return new errors/* PromoteError */.jG('conflict', `somebody else has moved the branch ${branch} meanwhile.`);
}
function isOwn({ message }, { promotionId }) {
    return (0,message_message/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId;
}
async function openPullRequest(presentation, ports) {
    const { delivery, branch, text } = presentation;
    const { base, written } = delivery;
    const { draft } = delivery.inputs;
    const openIt = () => ports.pullRequests.open(branch, base, { ...text, draft });
    const opened = await untilVisible(openIt, ports).catch(async (error) => {
        if (isFinal(error))
            await undoBranch(presentation, ports);
        throw error;
    });
    if (opened) {
        written.changed = true;
        written.isOpened = true;
    }
    const pullRequest = opened ?? (await ports.pullRequests.findOpen(branch, base));
    if (pullRequest === undefined)
        throw movedMeanwhile(presentation);
    return pullRequest;
}
function isFinal(error) {
    return error instanceof errors/* PromoteError */.jG && !error.isTransient && error.code !== 'conflict';
}
/** A refusal leaves nothing half done, unless somebody else makes use of the branch by now. */
async function undoBranch({ delivery: { written }, branch, commit, isNew }, ports) {
    if (!isNew || (await ports.pullRequests.readHead(branch)) !== commit.sha)
        return;
    await removeBranch(branch, 'branch', ports);
    delete written.commit;
    written.changed = false;
}
async function rewriteText(pullRequest, { text, delivery }, ports) {
    if (pullRequest.title === text.title && isSameBody(pullRequest.body, text.body))
        return;
    await untilVisible(() => ports.pullRequests.rewrite(pullRequest, text), ports);
    delivery.written.changed = true;
}
/** GitHub's editor ends lines with CR LF. */
function isSameBody(left, right) {
    return left.replaceAll('\r\n', '\n').trimEnd() === right.replaceAll('\r\n', '\n').trimEnd();
}
async function addLabels(pullRequest, { delivery }, ports) {
    const { pullRequests, logger } = ports;
    const labels = selectMissing(delivery.inputs.labels, pullRequest.labels);
    if (labels.length === 0)
        return;
    const add = () => pullRequests.addLabels(pullRequest, labels);
    try {
        await untilVisible(add, ports);
        delivery.written.labels = labels;
    }
    catch (error) {
        logger.warning(describeLeftOut('pull-request-labels', pullRequest, error));
    }
}
async function requestReviews(pullRequest, { delivery }, ports) {
    const { pullRequests, logger } = ports;
    const { author } = pullRequest;
    const others = selectMissing(delivery.inputs.reviewers, [author]);
    if (others.length < delivery.inputs.reviewers.length) {
        logger.notice(`pull-request-reviewers: ${author} has opened pull request #${pullRequest.number} and cannot be asked to review it.`);
    }
    const reviewers = selectMissing(others, pullRequest.reviewers);
    const teams = selectMissing(delivery.inputs.teams, pullRequest.teams);
    if (reviewers.length + teams.length === 0)
        return;
    const ask = () => pullRequests.requestReviews(pullRequest, { reviewers, teams });
    try {
        await untilVisible(ask, ports);
        delivery.written.reviewers = [...reviewers, ...teams];
    }
    catch (error) {
        logger.warning(describeLeftOut('pull-request-reviewers', pullRequest, error));
    }
}
/** The pull request stands without them. @throws Error when trying again can help. */
function describeLeftOut(input, { number }, error) {
    if (!(error instanceof errors/* PromoteError */.jG) || error.isTransient)
        throw error;
    return `${input}: pull request #${number} stays without them: ${error.message}`;
}
/** Names of GitHub do not tell upper from lower case. */
function selectMissing(wanted, present) {
    const known = new Set(present.map((name) => name.toLowerCase()));
    return wanted.filter((name) => !known.has(name.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/promote/pull-request/text.ts



/** GitHub's own bounds, in characters. */
const TITLE_LIMIT = 256;
const BODY_LIMIT = 65_536;
const CUT = 'The rest did not fit into this text: see the changed files for all of it.';
const NOTE = 'The next promotion rewrites this pull request and its branch. It fails when somebody else has added commits to the branch.';
/** Values of which Markdown makes nothing: tags, digests and names of images as they mostly are. */
const PLAIN = /^(?!www\.|.*:\/\/|.*\/www\.)[a-z0-9](?:[a-z0-9./:-]|_(?=[a-z0-9])|@(?=sha256:))*$/i;
/** Title and body of the pull request, which GitHub reads as Markdown. */
function renderPullRequest(facts, { title, body }) {
    return { title: renderTitle(facts, title), body: renderBody(facts, body) };
}
function renderTitle({ message, valueOf }, template = '') {
    const rendered = (0,markdown/* renderOneLine */.N0)((0,message_template/* renderTemplate */.Xm)(template, valueOf));
    const title = rendered === '' ? (0,markdown/* renderOneLine */.N0)(message.split('\n', 1).join('')) : rendered;
    const characters = Array.from(title);
    if (characters.length <= TITLE_LIMIT)
        return title;
    return `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}
function renderBody(facts, template) {
    if (template === undefined)
        return joinBody(bodyParts(facts));
    const body = (0,message_template/* renderTemplate */.Xm)(template, (name) => renderSafely(facts.valueOf(name)));
    if (body.length <= BODY_LIMIT)
        return body;
    return `${body.slice(0, BODY_LIMIT - CUT.length - 2)}\n\n${CUT}`;
}
/** A user may put a value into a code span, where an escape would be seen: only what needs it. */
function renderSafely(value) {
    const line = (0,markdown/* renderOneLine */.N0)(value);
    return PLAIN.test(line) ? line : (0,markdown/* renderText */.S5)(line);
}
function bodyParts(facts) {
    const changed = facts.targets.filter(({ diff }) => diff !== '');
    const image = renderNonEmpty(facts.valueOf('image'));
    const head = ['File', 'Entry', 'Before', 'After'];
    return [
        `Promotes ${image} to ${renderNonEmpty(facts.valueOf('gitops-branch'))}.`,
        (0,markdown/* renderTable */.bo)(head, changed.map(targetCells)),
        sourceLines(facts).join('\n'),
        NOTE,
        ...changed.map(({ diff }) => (0,markdown/* renderCodeBlock */.XD)(diff, 'diff')),
    ];
}
function targetCells({ file, imageName, image, previousImage }) {
    return [
        file,
        imageName,
        previousImage ? (0,base_image/* renderImageReference */.NL)(previousImage) : 'none known',
        (0,base_image/* renderImageReference */.NL)(image),
    ].map(renderNonEmpty);
}
function sourceLines(facts) {
    const { sourceUrl, sourceSha, previousSha, runUrl, coverage } = facts;
    const lines = [`- Workflow run: ${renderLink(runUrl, runUrl)}`];
    if (coverage !== undefined)
        lines.push(`- Coverage: ${renderNonEmpty(`${coverage}%`)}`);
    if (sourceSha === undefined)
        return lines;
    lines.push(`- Source commit: ${renderLink(sourceSha, `${sourceUrl}/commit/${sourceSha}`)}`);
    if (previousSha === undefined || previousSha === sourceSha)
        return lines;
    const range = `${previousSha}...${sourceSha}`;
    lines.push(`- What is new: ${renderLink(range, `${sourceUrl}/compare/${range}`)}`);
    return lines;
}
/** What would end an address in Markdown is percent-encoded. */
function renderLink(text, url) {
    const address = url.replace(/[\s\p{Cc}()<>[\]`|\\"@]/gu, (character) => percentEncode(character));
    return `[${renderNonEmpty(text)}](${address})`;
}
function percentEncode(character) {
    const bytes = Array.from(Buffer.from(character));
    return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
/** Two backticks with nothing between them are no code. */
function renderNonEmpty(text) {
    return (0,markdown/* renderCode */.cR)(text.trim() === '' ? 'none' : text);
}
/** Whole parts only, so that no table or code block is left open. */
function joinBody(parts) {
    let body = '';
    for (const part of parts) {
        const next = body === '' ? part : `${body}\n\n${part}`;
        if (next.length > BODY_LIMIT - CUT.length - 2)
            return `${body}\n\n${CUT}`;
        body = next;
    }
    return body;
}

;// CONCATENATED MODULE: ./src/promote/pull-request/deliver.ts












/**
 * One try to bring the changes onto a branch of their own, and to have a pull request ask for them.
 * What an earlier try or promotion left behind is found and made use of: there is never a second
 * pull request, and never a second commit of the same files.
 * @throws PromoteError `branch-occupied` when the branch holds what no promotion of these targets has
 *   put there, `unavailable` when trying again can help, and whatever else the server refuses.
 */
async function deliverPullRequest(delivery, ports) {
    try {
        const found = await inspectBranch(delivery, ports);
        return 'outcome' in found ? found : await tryPullRequest(found, delivery, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code !== 'conflict')
            throw error;
        return { outcome: 'conflict', detail: error.message, retryAt: error.retryAt };
    }
}
async function tryPullRequest(found, delivery, ports) {
    const { inputs, base, facts, written } = delivery;
    const { branch, newest } = found;
    const isThere = newest && found.isCurrent && (await holdsChanges(branch, newest, delivery, ports.repository));
    const commit = isThere ? newest : await commitToBranch(found, delivery, ports);
    written.commit = commit;
    // Also a commit whose answer was lost in an earlier try is one of this run.
    written.changed ||= (0,message_message/* findTrailer */.Je)(commit.message, 'Promotion-Id') === delivery.promotionId;
    // It may have been merged or closed while the branch was moved.
    const isMoved = !isThere && found.head !== undefined;
    const open = isMoved ? await ports.pullRequests.findOpen(branch, base) : found.open;
    const runUrl = (0,message_message/* findTrailer */.Je)(commit.message, 'Workflow-Run') ?? facts.runUrl;
    const text = renderPullRequest({ ...facts, runUrl }, inputs);
    const pullRequest = await presentPullRequest({ delivery, branch, commit, open, text, isNew: found.head === undefined }, ports);
    const { autoMerge: method } = inputs;
    return mergeAutomatically({ pullRequest, branch, base, commit, written, method }, ports);
}
/** What a pull request tells of a promotion. */
function collectFacts({ message, targets }, { audit }, facts) {
    const { sourceUrl, sourceSha, runUrl, coverage } = audit;
    const { tag } = facts.previousImage ?? {};
    const previousSha = tag === undefined ? undefined : (0,commit_event/* findCommitInTag */.O2)(tag);
    return {
        ...{ message, targets, sourceUrl, runUrl },
        valueOf: (placeholder) => (0,message_message/* renderPlaceholder */.cM)(placeholder, facts),
        sourceSha,
        previousSha,
        coverage,
    };
}
/** What became of a delivery by pull request, as the outcome of a try. */
function resolveOutcome(outcome, delivery, context) {
    const { repository, targets } = delivery;
    switch (outcome.outcome) {
        case 'pull-request':
            return openResult(outcome, delivery);
        case 'merged': {
            const { pullRequest, commit } = outcome;
            const merged = { reason: 'promoted', changed: true, pullRequest, commit };
            return resultOf(repository, targets, merged);
        }
        case 'stale':
            return staleResult(outcome, delivery, context);
        case 'lost':
        case 'conflict':
            return againAfter(outcome, targets, context.progress);
    }
}
function openResult({ pullRequest: { number, url }, commit, changed, autoMerge, problem }, { repository, targets }) {
    const pullRequest = { number, url, autoMerge };
    const opened = { reason: 'pull-request', pullRequest, commit, changed };
    if (problem === undefined)
        return resultOf(repository, targets, opened);
    const { code, message } = problem;
    return resultOf(repository, targets, { ...opened, problem: { code, message } });
}
function staleResult({ pullRequest, sourceSha }, { repository, targets }, { promotion }) {
    const message = renderPendingNewer(pullRequest.number, sourceSha, promotion.audit.sourceSha);
    const problem = { code: 'stale', message };
    return resultOf(repository, targets, { reason: 'stale', changed: false, pullRequest, problem });
}
/** One try of a promotion in the mode `pull-request`. */
async function promoteByPullRequest(inputs, delivery, context, ports) {
    const { promotion, progress, facts } = context;
    const { repository, snapshot, changes, targets } = delivery;
    const { promotionId, tries: attempt, written } = progress;
    const asked = {
        ...{ inputs, promotionId, attempt, snapshot, changes, written },
        base: requireBranch(facts),
        facts: collectFacts(delivery, promotion, facts),
    };
    const portsOfIt = openPullRequestPorts(context, ports);
    if (!promotion.dryRun) {
        return resolveOutcome(await deliverPullRequest(asked, portsOfIt), delivery, context);
    }
    const stale = await inspectIfAllowed(asked, portsOfIt);
    if (stale !== undefined)
        return resolveOutcome(stale, delivery, context);
    return resultOf(repository, targets, { reason: 'dry-run', changed: false });
}
function openPullRequestPorts({ promotion, guard, patience }, { repository, logger, ...ports }) {
    const pullRequests = requirePullRequests({ repository, logger, ...ports });
    return {
        ...{ repository, logger, patience, pullRequests },
        compareWith: async (sha) => {
            if (promotion.inputs.stale === 'allow')
                return 'unknown';
            const ahead = await guard.countCommitsAhead(sha, 'The open pull request asks for it');
            return ahead === undefined ? 'older-or-equal' : 'newer';
        },
    };
}
function requireBranch({ gitopsBranch }) {
    if (gitopsBranch !== '')
        return gitopsBranch;
    throw new errors/* PromoteError */.jG('invalid-input', 'gitops-branch: the server does not tell the name of the default branch, and a pull request needs it. Set gitops-branch.');
}
/** A dry run may have a token that sees no pull requests, and shows what it can. */
async function inspectIfAllowed(delivery, ports) {
    try {
        const found = await inspectBranch(delivery, ports);
        return 'outcome' in found ? found : undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code !== 'token-forbidden')
            throw error;
        ports.logger.notice(`The open pull request was not looked at. ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/promote/pull-request/superseded.ts



/**
 * Warns of a pull request that is open although the base asks for the image already: merging it
 * would change that again.
 */
async function warnOfOpenPullRequest({ inputs }, targets, base, ports) {
    if (inputs.pullRequest === undefined || base === undefined)
        return;
    const imageName = targets[0]?.imageName ?? '';
    const branch = computeBranchName(inputs.pullRequest.branch, { imageName, base });
    const open = await (0,errors/* readOrUndefined */.oJ)(requirePullRequests(ports).findOpen(branch, base));
    if (open === undefined)
        return;
    ports.logger.warning(`${base} asks for this image already, and pull request #${open.number} (${open.url}) asks for another one. Close it, unless it is to be merged.`);
}

;// CONCATENATED MODULE: ./src/promote/attempt.ts









/**
 * One try from beginning to end: read, patch, guard, deliver. Nothing of an earlier try is used but
 * what `progress` says.
 */
async function attempt({ promotion, progress, guard, patience }, ports) {
    const { repository } = ports;
    const landed = await findLanded(progress, repository);
    if (landed !== undefined)
        return landed;
    const { snapshot, files } = await readTargets(promotion.inputs.targets, repository);
    const patched = files.map((file) => patchTargets(file, targetFacts(promotion, snapshot)));
    const targets = patched.flatMap(({ results }) => results);
    progress.targets = targets;
    const changes = patched.filter(({ changed }) => changed);
    if (changes.length === 0) {
        await warnOfOpenPullRequest(promotion, targets, snapshot.branch, ports);
        return unchanged(targets, promotion, progress, repository);
    }
    repository.assertCommittable(snapshot, changes);
    const problem = await findStale(promotion, targets, guard, repository);
    if (problem)
        return resultOf(repository, targets, { reason: 'stale', changed: false, problem });
    const facts = commitFacts(promotion, targets, snapshot, progress);
    const { commitMessage, commitTrailers } = promotion.inputs;
    const message = (0,message_message/* renderCommitMessage */.jq)(facts, commitMessage, commitTrailers);
    const delivery = { repository, snapshot, changes, targets, message };
    return deliver(delivery, { promotion, progress, guard, patience, facts }, ports);
}
async function findStale({ inputs, audit }, targets, guard, { name }) {
    if (inputs.stale === 'allow')
        return undefined;
    const newer = await guard.findNewer(targets);
    if (newer === undefined)
        return undefined;
    return { code: 'stale', message: renderStale(newer, audit.sourceSha ?? '', name) };
}
async function unchanged(targets, { dryRun, image }, progress, repository) {
    // What was looked for may have landed only after that.
    const landed = await explainUnchanged(progress, (0,base_image/* renderImageReference */.NL)(image), repository);
    if (landed !== undefined)
        return landed;
    if (dryRun)
        return resultOf(repository, targets, { reason: 'dry-run', changed: false });
    const [head] = (await (0,errors/* readOrUndefined */.oJ)(repository.readNewestCommits(1))) ?? [];
    const commit = head === undefined ? {} : { commit: head };
    return resultOf(repository, targets, { reason: 'unchanged', changed: false, ...commit });
}
function targetFacts({ inputs, image, audit }, { branch }) {
    return {
        ...audit,
        image,
        createMissing: inputs.createMissing,
        gitopsBranch: branch,
    };
}
/** The message tells of the first target that changed; all are in its diff. */
function commitFacts({ image, audit }, targets, { branch = '' }, { promotionId }) {
    const first = targets.find(({ changes }) => changes.length > 0);
    const { imageName = '', previousImage } = first ?? {};
    return {
        ...audit,
        image,
        imageName,
        previousImage,
        promotionId,
        gitopsBranch: branch,
    };
}
/** Delivers one try in the way that `mode` says; a dry run looks, and writes nothing. */
async function deliver(delivery, context, ports) {
    const { promotion, progress } = context;
    const { pullRequest: inputs } = promotion.inputs;
    if (inputs !== undefined)
        return promoteByPullRequest(inputs, delivery, context, ports);
    if (!promotion.dryRun)
        return deliverCommit(delivery, progress);
    return resultOf(delivery.repository, delivery.targets, { reason: 'dry-run', changed: false });
}

// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var delivery_patience = __webpack_require__(7350);
;// CONCATENATED MODULE: ./src/promote/pull-request/operation.ts
/**
 * The result of a promotion by pull request, with what this run did to the pull request over all its
 * tries: a later try finds the work of an earlier one done.
 */
function tellOperation(result, written) {
    const pullRequestOperation = computeOperation(result, written);
    if (result.pullRequest === undefined)
        return { ...result, pullRequestOperation };
    const { number, url, autoMerge } = result.pullRequest;
    const { labels, reviewers } = written;
    const pullRequest = { number, url, labels, reviewers, autoMerge };
    return { ...result, pullRequest, pullRequestOperation };
}
function computeOperation({ reason, pullRequest, changed }, { isOpened = false, labels, reviewers }) {
    if (pullRequest === undefined)
        return 'none';
    if (reason === 'promoted')
        return 'merged';
    if (isOpened)
        return 'created';
    return changed || labels !== undefined || reviewers !== undefined ? 'updated' : 'none';
}

;// CONCATENATED MODULE: ./src/promote/promote.ts







/**
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver; and when somebody
 * else was faster, the same again from reading on, never with old contents. It is the only retry
 * loop. Where it fails after it was known what there is to change, the failure is the `problem` of
 * the result:
 * - `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 * - `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 * - `order-unknown` when the source repository does not compare the commits,
 * - `outcome-unknown` when a write got no answer and it cannot be learned whether it landed,
 * - and whatever writing refuses.
 * @throws PromoteError the same, and whatever reading and patching refuse, where that is not known.
 */
async function promote(promotion, ports) {
    const { clock, random, repository } = ports;
    const progress = { promotionId: random.uuid(), tries: 0, written: { changed: false } };
    const { inputs, waited = 0 } = promotion;
    const patience = new delivery_patience/* Patience */.i(clock, random, inputs.retryTimeout - waited);
    const guard = new OrderGuard(promotion.audit, ports);
    const isByPullRequest = promotion.inputs.pullRequest !== undefined;
    const finish = (result) => isByPullRequest ? tellOperation(result, progress.written) : result;
    try {
        return finish(await deliverOrFail({ promotion, progress, guard, patience }, ports));
    }
    catch (error) {
        const { targets, written } = progress;
        if (!(error instanceof errors/* PromoteError */.jG) || targets === undefined)
            throw error;
        const { code, message } = error;
        const { commit, pullRequest, changed } = written;
        const failed = { reason: 'failed', commit, pullRequest, changed };
        return finish(resultOf(repository, targets, { ...failed, problem: { code, message } }));
    }
}
/** What ends the loop without a refusal. Where a write got no answer, it may have landed since. */
const GIVEN_UP = ['conflict', 'unavailable', 'order-unknown'];
/** A failure is final only after a write without an answer was looked for once more. */
async function deliverOrFail(asked, ports) {
    const { progress, patience } = asked;
    try {
        return await tryUntilDelivered(asked, ports);
    }
    catch (error) {
        if (progress.unanswered === undefined)
            throw error;
        if (!(await patience.untilAllowed()))
            throw outcomeUnknown(progress, error);
        const landed = await findLanded(progress, ports.repository).catch((cause) => {
            throw outcomeUnknown(progress, cause);
        });
        if (landed !== undefined)
            return landed;
        // What the server shows may be older than the write.
        const isGivenUp = error instanceof errors/* PromoteError */.jG && GIVEN_UP.includes(error.code);
        throw isGivenUp ? outcomeUnknown(progress, error) : error;
    }
}
async function tryUntilDelivered(asked, ports) {
    const { promotion, progress, patience } = asked;
    for (;;) {
        const outcome = await tryOnce(asked, ports);
        if (!('tryAgain' in outcome))
            return outcome;
        patience.hear(outcome);
        const delay = patience.plan(outcome);
        const failed = `Try ${progress.tries} did not succeed: ${outcome.tryAgain}`;
        if (delay === undefined) {
            ports.logger.info(failed);
            throw givenUp(outcome, promotion.inputs, progress);
        }
        ports.logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
        await patience.wait(delay);
    }
}
/** What may pass leads to another try; every other failure is final. */
async function tryOnce(asked, ports) {
    asked.progress.tries += 1;
    try {
        return await attempt(asked, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || !error.isTransient)
            throw error;
        const { message, retryAt, isLimit } = error;
        const code = error.code === 'order-unknown' ? error.code : 'unavailable';
        return { tryAgain: message, code, kind: isLimit ? 'limit' : 'failure', retryAt };
    }
}
function givenUp({ tryAgain, code, retryAt }, { target, retryTimeout, pullRequest }, { unanswered }) {
    const within = `within retry-timeout (${retryTimeout} seconds)`;
    // Of a pull request parts may be there, which the next run finds and goes on from.
    const isNothing = pullRequest === undefined && unanswered === undefined;
    const left = isNothing ? ', and nothing was' : '';
    const cure = retryAt === undefined
        ? 'Run the job again, or raise retry-timeout.'
        : `Run the job again after ${renderTime(retryAt)}, or raise retry-timeout.`;
    return new errors/* PromoteError */.jG(code, `${target.repository} could not be written ${within}${left}: ${tryAgain} ${cure}`);
}
function outcomeUnknown({ promotionId }, cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new errors/* PromoteError */.jG('outcome-unknown', `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`, { cause });
}
/** A moment for people, in UTC to the second. @param time Milliseconds since 1970. */
function renderTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/promote/step.ts




/**
 * Promotes an image and tells the log what came of it.
 * @throws PromoteError `no-image` when there is none, `moving-tag` for a tag that the second
 *   promotion would find unchanged; and whatever `promote` throws.
 */
async function runPromoteStep(request, context, ports) {
    const { promote: inputs, image } = request;
    const nothing = {
        reason: 'dry-run',
        repository: inputs.target.repository,
        targets: [],
        changed: false,
    };
    if (image === undefined)
        return nothing;
    assertDeployable(image.image, inputs, context);
    return ports.logger.group(`Promote ${(0,base_image/* renderImageReference */.NL)(image.image)}`, async () => {
        const promotion = promotionOf(request, image, context);
        try {
            const result = await promote(promotion, await openPorts(promotion, context, ports));
            logResult(result, request, ports.logger);
            noteUnverified(result, inputs, ports.logger);
            return result;
        }
        catch (error) {
            tolerateUnreadableInDryRun(error, { ...request, ...inputs }, ports.logger);
            return nothing;
        }
    });
}
async function openPorts({ inputs, audit }, { apiUrl }, ports) {
    const source = { apiUrl, repository: audit.sourceRepository, token: inputs.sourceToken };
    return {
        ...ports,
        repository: await ports.openGitOpsRepository(inputs.target),
        source: await ports.openSourceRepository(source),
        ...(inputs.pullRequest && { pullRequests: await ports.openPullRequests(inputs.target) }),
    };
}
function promotionOf({ promote: inputs, dryRun, coverage, waited }, { image, sourceSha, shortSha, ...result }, context) {
    const { repository, repositoryUrl } = context;
    const sourceRepository = result.sourceRepository ?? repository;
    const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
    return {
        inputs,
        image,
        dryRun,
        waited,
        audit: {
            sourceRepository,
            sourceUrl: `${serverUrl}/${sourceRepository}`,
            runUrl: context.runUrl,
            sourceSha,
            shortSha,
            ...(coverage?.measured && { coverage: coverage.measured.percent }),
        },
    };
}
function assertDeployable({ tag, digest }, { check }, context) {
    if (tag === undefined && digest === undefined) {
        throw new errors/* PromoteError */.jG('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    // In a dry run an image may be shown that could not be pinned yet.
    if (digest !== undefined || check?.pinDigest === true)
        return;
    if (tag === undefined || !(0,given/* isMovingTag */.Tp)(tag, context))
        return;
    throw new errors/* PromoteError */.jG('moving-tag', `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, add digest, or set pin-digest.`);
}
function logResult(result, { dryRun, dryRunReason }, logger) {
    const { reason, repository, targets, commit, pullRequest } = result;
    // Of a stale one the diff would show what does not happen.
    const shown = reason === 'stale' ? [] : targets;
    for (const target of shown)
        logger.info(describeTarget(target, repository));
    if (dryRun)
        logger.info(renderDryRun(dryRunReason));
    if (commit)
        logger.info(`Commit: ${commit.url ?? commit.sha}`);
    if (pullRequest)
        logger.info(`Pull request: ${pullRequest.url}`);
}
/** Whoever wants signed commits learns of one without before Argo CD refuses it. */
function noteUnverified({ changed, commit, repository, targets }, { target }, logger) {
    if (!changed || commit?.isVerified !== false)
        return;
    const changedFiles = new Set(targets.filter(({ diff }) => diff !== '').map(({ file }) => file));
    const isGraphql = target.commitApi === 'graphql' || changedFiles.size > 1;
    const why = isGraphql
        ? 'although it was made through GraphQL: this server does not sign what it commits. On GitHub Enterprise Server an administrator turns that on (web commit signing).'
        : 'since GitHub signs what the Contents API writes only for an App. Where signed commits are wanted, as Argo CD can, set commit-api: graphql, whose commits GitHub signs for every token.';
    logger.notice(`Commit ${commit.sha.slice(0, 12)} of ${repository} is not verified, ${why}`);
}
/** Whoever wonders why nothing was written learns how to have it written. */
function renderDryRun(reason) {
    return reason === undefined
        ? 'This is a dry run: nothing was written.'
        : `This is a dry run, because ${reason}: nothing was written. To write all the same, set dry-run: false.`;
}
/**
 * Ends the run when something stands in the way of a promotion: a newer one, where `stale` says so,
 * or whatever was refused after the pull request was there.
 * @throws PromoteError with the code of the problem.
 */
function assertDelivered({ problem }, { promote: { stale }, dryRun }, logger) {
    if (problem === undefined)
        return;
    if (problem.code === 'stale' && (dryRun || stale !== 'fail')) {
        logger.notice(problem.message);
        return;
    }
    throw new errors/* PromoteError */.jG(problem.code, problem.message);
}
function describeTarget(target, repository) {
    const { file, imageName, previousImage, diff } = target;
    if (diff === '')
        return `${file} in ${repository} already asks for this image.`;
    const previous = previousImage ? ` was ${(0,base_image/* renderImageReference */.NL)(previousImage)}` : '';
    return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}
/** Why a repository cannot be read without a secret, which a pull request's run does not have. */
const UNREADABLE = [
    'token-invalid',
    'token-forbidden',
    'repository-not-found',
];
/** Whoever contributes from a fork would take the refusal itself for a fault of theirs. */
const NO_SECRETS = 'This dry run has no difference to show, since gitops-token is empty and the GitOps repository cannot be read without it. Runs for pull requests from forks, and for those of Dependabot, get no secrets: for them nothing is wrong. In any other run, check the secret.';
/**
 * In a dry run that nobody asked for, a GitOps repository that cannot be read is told and forgiven.
 * @throws The error itself in every other case.
 */
function tolerateUnreadableInDryRun(error, { dryRunByDefault, target }, logger) {
    const isUnreadable = error instanceof errors/* PromoteError */.jG && UNREADABLE.includes(error.code);
    if (!dryRunByDefault || !isUnreadable)
        throw error;
    // A token that was given and refused is no matter of secrets.
    if (target.tokenInput === 'gitops-token') {
        logger.notice(`Nothing to show: in this dry run ${error.message}`);
        return;
    }
    logger.notice(NO_SECRETS);
    logger.info(`Without gitops-token the server said: ${error.message}`);
}


/***/ }),

/***/ 1105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resolveSourceCommit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9511);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8368);
/* harmony import */ var _source_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9863);




/** Events whose payload holds a pull request, and whose `GITHUB_SHA` is a merge commit or the base. */
const PULL_REQUEST_EVENTS = new Set([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
]);
/**
 * Tells which commit the workflow run builds. `GITHUB_SHA` is it on most events only: on
 * `pull_request` it is a merge commit that is nobody's, on `pull_request_target` the base, on
 * `workflow_run` the newest commit of the default branch.
 * @param sourceSha The input `source-sha`, which overrides the event.
 * @throws PromoteError `invalid-context` when the payload does not hold the commit that it must.
 */
function resolveSourceCommit(context, sourceSha) {
    const commit = sourceSha === undefined
        ? resolveEventCommit(context)
        : { sha: sourceSha, reason: 'the input source-sha' };
    return { ...commit, ...(0,_source_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceRef */ .N)(context) };
}
function resolveEventCommit(context) {
    if (PULL_REQUEST_EVENTS.has(context.eventName))
        return resolvePullRequestCommit(context.payload);
    switch (context.eventName) {
        case 'workflow_run':
            return {
                sha: requireSha(context.payload, 'workflow_run.head_sha'),
                reason: 'the commit of the workflow run that triggered this one',
            };
        case 'merge_group':
            return {
                sha: readSha(context.payload, 'merge_group.head_sha') ?? context.sha,
                reason: 'the commit that the merge queue tests',
            };
        case 'deployment':
        case 'deployment_status':
            return {
                sha: readSha(context.payload, 'deployment.sha') ?? context.sha,
                reason: 'the commit that is deployed',
            };
        default:
            return { sha: context.sha, reason: `GITHUB_SHA of the event ${context.eventName}` };
    }
}
function resolvePullRequestCommit(payload) {
    if ((0,_base_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readPayloadValue */ .C)(payload, 'pull_request.merged') === true) {
        return {
            sha: requireSha(payload, 'pull_request.merge_commit_sha'),
            reason: 'the commit that the pull request was merged as',
        };
    }
    return {
        sha: requireSha(payload, 'pull_request.head.sha'),
        reason: 'the head of the pull request',
    };
}
function requireSha(payload, path) {
    const sha = readSha(payload, path);
    if (sha !== undefined)
        return sha;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-context', `The event's payload has no ${path}, which names the commit that is built. Set source-sha.`);
}
function readSha(payload, path) {
    const sha = (0,_base_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readPayloadValue */ .C)(payload, path);
    if (sha === undefined || sha === null)
        return undefined;
    if (typeof sha === 'string' && _event_js__WEBPACK_IMPORTED_MODULE_3__/* .FULL_SHA */ .RG.test(sha))
        return sha;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-context', `${path} in the event's payload: expected a full commit SHA, got ${JSON.stringify(sha)}. Set source-sha.`);
}


/***/ }),

/***/ 2993:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ describeGivenImage),
/* harmony export */   LX: () => (/* binding */ resolveGivenImage),
/* harmony export */   S3: () => (/* binding */ renderLabels),
/* harmony export */   Tp: () => (/* binding */ isMovingTag)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _base_payload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9511);
/* harmony import */ var _commit_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8368);
/* harmony import */ var _commit_source_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1105);
/* harmony import */ var _commit_source_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _rules_sanitise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4848);






/**
 * The image as the inputs give it, without computing a tag.
 * @returns `undefined` when the inputs give neither tag nor digest.
 */
function resolveGivenImage(inputs, context) {
    return (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeployable */ .M4)(inputs.image) ? describeGivenImage(inputs, context) : undefined;
}
/**
 * What is known of a given image. Its commit is `source-sha`, else the event's own when the tag
 * abbreviates it, else unknown.
 */
function describeGivenImage(inputs, context) {
    const { image } = inputs;
    const sourceSha = inputs.sourceSha ?? findAbbreviatedCommit(image.tag, context);
    const known = {
        version: image.tag,
        ...(sourceSha !== undefined && {
            sourceSha,
            shortSha: (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_4__/* .abbreviateSha */ .Kx)(sourceSha, inputs.shortShaLength),
        }),
    };
    return {
        image,
        names: image.tag === undefined ? [] : [`${image.repository}:${image.tag}`],
        ...known,
        labels: renderLabels(known, context.repositoryUrl),
    };
}
/** The event's commit when the tag abbreviates it. */
function findAbbreviatedCommit(tag, context) {
    const abbreviation = tag === undefined ? undefined : (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_4__/* .findCommitInTag */ .O2)(tag);
    if (abbreviation === undefined)
        return undefined;
    const sha = findEventSha(context);
    return sha?.startsWith(abbreviation) ? sha : undefined;
}
/** A tag that is given does not need the commit, so the event may fail to tell it. */
function findEventSha(context) {
    try {
        return (0,_commit_source_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSourceCommit */ .N)(context).sha;
    }
    catch {
        return undefined;
    }
}
/**
 * The labels that tie an image to its source, as `name=value`: the annotation keys of the OCI image
 * specification. What is not known is left out.
 * @param source Page of the source repository.
 */
function renderLabels({ sourceSha, version }, source) {
    return [
        `org.opencontainers.image.source=${source}`,
        ...(sourceSha === undefined ? [] : [`org.opencontainers.image.revision=${sourceSha}`]),
        ...(version === undefined ? [] : [`org.opencontainers.image.version=${version}`]),
    ];
}
/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
function isMovingTag(tag, context) {
    const defaultBranch = (0,_base_payload_js__WEBPACK_IMPORTED_MODULE_5__/* .readPayloadString */ .Q)(context.payload, 'repository.default_branch');
    const branches = [(0,_commit_source_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .readSourceRef */ .N)(context).branch, defaultBranch];
    const moving = branches.map((branch) => (0,_rules_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitiseTag */ .J)(branch ?? ''));
    return ['latest', ...moving].includes(tag);
}


/***/ }),

/***/ 4848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sanitiseTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);


const HASH_DIGITS = 8;
/**
 * Makes a valid tag of any text: each run of other characters becomes one `-`, as in
 * docker/metadata-action; then leading `.` and `-` go, and what is longer than a tag may be is cut
 * and ends in `-` and eight hex digits of its SHA-256, so that different long texts stay different.
 * @returns An empty text when nothing is left.
 */
function sanitiseTag(text) {
    const tag = text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    if (tag.length <= _base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9)
        return tag;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag).digest('hex').slice(0, HASH_DIGITS);
    return `${tag.slice(0, _base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9 - HASH_DIGITS - 1)}-${hash}`;
}


/***/ })

};

//# sourceMappingURL=349.index.js.map