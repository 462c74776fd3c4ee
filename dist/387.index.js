export const id = 387;
export const ids = [387];
export const modules = {

/***/ 1484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ matchesName),
/* harmony export */   O6: () => (/* binding */ setsVersion),
/* harmony export */   XS: () => (/* binding */ appendsSuffix),
/* harmony export */   Zh: () => (/* binding */ isLiteralName),
/* harmony export */   fp: () => (/* binding */ applyEntry),
/* harmony export */   s5: () => (/* binding */ splitImage),
/* harmony export */   vX: () => (/* binding */ applyEntries)
/* harmony export */ });
const VERSION = '(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$';
const READABLE = /^(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9]|\.|\||\((?!\?)|\)(?![?*+{])|\[\^?[^[\]\\^]+\]|(?<![(|])[?*+])*$/;
const MAX_NAME_LENGTH = 512;
function matchesName(image, name) {
    if (name.length > MAX_NAME_LENGTH)
        return undefined;
    if (!READABLE.test(name) || (name.match(/[*+]/g) ?? []).length > 3)
        return undefined;
    try {
        return new RegExp(`^${name}${VERSION}`).test(image);
    }
    catch {
        return undefined;
    }
}
function isLiteralName(name) {
    return !/[\\^$|?*+()[\]{}]/.test(name);
}
function splitImage(image) {
    const slash = Math.max(image.indexOf('/'), 0);
    const at = image.indexOf('@', slash);
    const named = at === -1 ? image : image.slice(0, at);
    const colon = named.indexOf(':', slash);
    return {
        name: colon === -1 ? named : named.slice(0, colon),
        tag: colon === -1 ? '' : named.slice(colon + 1),
        digest: at === -1 ? '' : image.slice(at + 1),
    };
}
function applyEntry(image, entry) {
    const before = splitImage(image);
    const name = entry.newName || before.name;
    const { tag, digest } = chainVersion(before, entry);
    return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
}
function applyEntries(image, entries, visit, matches = matchesName) {
    let current = image;
    for (const entry of entries) {
        const isMatched = matches(current, entry.name);
        if (isMatched === false)
            continue;
        visit(entry, current, isMatched === undefined);
        if (isMatched === true)
            current = applyEntry(current, entry);
    }
    return current;
}
function chainVersion({ tag, digest }, entry) {
    if (entry.newTag !== '' || entry.digest !== '') {
        return { tag: entry.newTag, digest: entry.digest };
    }
    return appendsSuffix(entry) ? { tag: `${tag}${entry.tagSuffix}`, digest: '' } : { tag, digest };
}
function appendsSuffix({ newTag, digest, tagSuffix }) {
    return tagSuffix !== '' && newTag === '' && digest === '';
}
function setsVersion({ newTag, digest, tagSuffix }) {
    return `${newTag}${digest}${tagSuffix}` !== '';
}


/***/ }),

/***/ 4567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderThroughEntries),
/* harmony export */   e: () => (/* binding */ assertEntryDecides)
/* harmony export */ });
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1484);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7935);


function assertEntryDecides(source, entries, own, image) {
    const entry = entries[own];
    if (entry === undefined)
        throw refuseRenamed(source);
    assertReached(source, entries.slice(0, own), entry);
    const made = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntry */ .fp)(entry.newName || entry.name, entry);
    const deciders = [];
    const rendered = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntries */ .vX)(made, entries.slice(own + 1), (next, found, isDoubtful) => {
        if (!(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .setsVersion */ .O6)(next))
            return;
        const refusal = refuseOverridden(source, next, found, isDoubtful);
        if (isDoubtful)
            throw refusal;
        deciders.push(refusal);
    });
    const decider = deciders.at(-1);
    if (decider !== undefined && !hasVersion(rendered, image ?? (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(made)))
        throw decider;
}
function hasVersion(rendered, { tag = '', digest = '' }) {
    const parts = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(rendered);
    return parts.tag === tag && parts.digest === digest;
}
function refuseRenamed(source) {
    const message = 'images: another target renames the entry that this one changes, so it cannot be told what becomes of the image. Remove one of the two targets.';
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', 0, message);
}
function assertReached(source, earlier, own) {
    if (!(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .isLiteralName */ .Zh)(own.name))
        return;
    const matched = [];
    const image = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntries */ .vX)(own.name, earlier, (entry, found, isDoubtful) => {
        if (!isDoubtful)
            matched.push(entry);
        else if (entry.newName !== '')
            throw refuseDoubtful(source, entry, found);
    });
    const thief = matched.at(-1);
    if (thief === undefined || (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(image, own.name) === true)
        return;
    const taken = `the entry of images ${JSON.stringify(thief.name)} comes first and makes ${(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(image).name} of ${own.name}`;
    const mayBecome = earlier.some(({ newName }) => (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(newName, own.name) === true);
    const message = mayBecome
        ? `${taken}, and it cannot be told whether an image is left that another entry renames to ${own.name}. Set image-name to the name that is left, or remove one of the entries.`
        : `${taken}, so that no image is left for the entry ${JSON.stringify(own.name)}. Set image-name to the name that it leaves, or remove one of the two.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', thief.offset, message);
}
function refuseDoubtful(source, earlier, image) {
    const { name, newName, offset } = earlier;
    const message = `it cannot be told whether the entry of images ${JSON.stringify(name)}, which comes first and makes ${newName} of what it matches, matches ${image}. Write its name out, or move it down.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', offset, message);
}
function refuseOverridden(source, later, image, isDoubtful) {
    const name = JSON.stringify(later.name);
    const { newTag, digest, tagSuffix } = later;
    const fields = Object.entries({ newTag, digest, tagSuffix }).filter(([, value]) => value !== '');
    const given = fields.map(([field, value]) => `${field}: ${value}`).join(', ');
    const message = isDoubtful
        ? `it cannot be told whether the entry of images ${name}, which comes later and sets ${given}, matches ${image}. Write its name out, or move it up.`
        : `the entry of images ${name} comes later, matches ${image}, and sets ${given}: kustomize deploys that. Set image-name to ${name}, or remove ${fields.map(([field]) => field).join(' and ')} there.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', later.offset, message);
}
function renderThroughEntries(source, entries, name) {
    const matches = (image, pattern) => pattern === image || (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(image, pattern);
    const visit = (entry, image, isDoubtful) => {
        if (isDoubtful)
            throw refuseOverridden(source, entry, image, true);
        if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .appendsSuffix */ .XS)(entry))
            throw refuseSuffix(source, entry);
    };
    return (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntries */ .vX)(name, entries, visit, matches);
}
function refuseSuffix(source, { name, tagSuffix, offset }) {
    const message = `the entry of images ${JSON.stringify(name)} appends the tagSuffix ${JSON.stringify(tagSuffix)}, and it cannot be told how often. Write the whole tag as newTag.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', offset, message);
}


/***/ }),

/***/ 4181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ refuseMissingEntry),
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   jH: () => (/* binding */ locateImages),
/* harmony export */   qU: () => (/* binding */ readFields),
/* harmony export */   w4: () => (/* binding */ findEntry)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1484);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7935);






const KINDS = ['Kustomization', 'Component'];
const API_GROUP = 'kustomize.config.k8s.io/';
const FLUX_GROUP = 'kustomize.toolkit.fluxcd.io/';
function locateImages(source) {
    const root = locateRoot(source);
    refuseLegacyTags(source, root);
    const pair = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .findPair */ .c6)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)('images'));
    if (pair === undefined)
        return { root, key: 'images', ancestors: [root], entries: [] };
    const key = String((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(pair.key));
    const list = pair.value;
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(list) === 'nothing')
        return { root, pair, key, ancestors: [root], entries: [] };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list)) {
        const entries = readEntries(source, list);
        return { root, pair, list, key, ancestors: [root, list], entries };
    }
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', pair.key.range[0], `${key}: expected a list, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(list)}. Write the list itself here.`);
}
function listEntries(entries) {
    const items = entries.map(({ name, newName }) => newName === '' ? JSON.stringify(name) : `${JSON.stringify(name)} (newName: ${newName})`);
    return items.join(', ');
}
function findEntry(source, images, imageName, repository) {
    const { entries } = images;
    const named = entries.filter(({ name }) => name === (imageName ?? repository));
    const alike = entries.filter(({ name }) => (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(name, repository));
    const renamed = entries.filter(({ newName }) => (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)((0,_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .splitImage */ .s5)(newName).name, repository));
    const candidates = imageName === undefined ? [named, alike, renamed] : [named];
    const [entry, second] = candidates.find(({ length }) => length > 0) ?? [];
    if (entry === undefined || second === undefined)
        return entry;
    const cure = entry.name === second.name
        ? `two entries of images have the name ${JSON.stringify(entry.name)}. Remove one of the two.`
        : `several entries of images have newName: ${repository}. Set it to one of their names: ${listEntries(renamed)}.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-ambiguous', second.node.range[0], `image-name: ${cure}`);
}
function refuseMissingEntry(source, images, imageName, repository) {
    const message = `image-name: ${explainMissing(images, imageName, repository)}`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'entry-not-found', images.root.range[0], message);
}
function locateRoot(source) {
    const [root, second] = source.documents;
    if (second !== undefined) {
        const message = 'expected one document, got a second one. Move it to a file of its own.';
        throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', second.range[0], message);
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        const message = `expected a kustomization, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(root)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'not-a-kustomization', 0, message);
    }
    const kind = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)('kind'));
    if (kind !== undefined && !KINDS.includes((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(kind) ?? '')) {
        const message = `expected kind: Kustomization or Component, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(kind)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'not-a-kustomization', root.range[0], message);
    }
    const group = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)('apiVersion'));
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(group) !== 'nothing' && !((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(group) ?? '').startsWith(API_GROUP)) {
        throw refuseGroup(source, root, group);
    }
    return root;
}
function refuseGroup(source, root, group) {
    if (!((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(group) ?? '').startsWith(FLUX_GROUP)) {
        const message = `expected apiVersion: ${API_GROUP}v1beta1, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(group)}. Name a kustomization.yaml or its directory in the input kustomization.`;
        return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'not-a-kustomization', root.range[0], message);
    }
    const images = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readPath */ .G7)(source, root, [
        { kind: 'key', key: 'spec' },
        { kind: 'key', key: 'images' },
        { kind: 'index', index: 0 },
        { kind: 'key', key: 'name' },
    ]);
    const item = `{ file: ${source.path}, set: { 'spec.images[name=${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(images) ?? 'NAME'}].newTag': '{{tag}}' } }`;
    const message = `this is a Kustomization of Flux, whose images are in spec.images; kustomize does not read it. Change them with an item of targets instead: ${item}.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'not-a-kustomization', root.range[0], message);
}
function refuseLegacyTags(source, root) {
    const legacy = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .findPair */ .c6)(source, root, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)('imageTags'));
    if (legacy === undefined)
        return;
    const message = 'imageTags is the old name of images, and kustomize would take its tags. Rename it to images, and make one list of both.';
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(source, 'unsafe-edit', legacy.key.range[0], message);
}
function readEntries(source, list) {
    return list.items.map((node, index) => ({ index, node, ...readFields(source, node) }));
}
function readFields(source, node) {
    const read = (field) => (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(field))) ?? '';
    return {
        name: read('name'),
        newName: read('newName'),
        newTag: read('newTag'),
        digest: read('digest'),
        tagSuffix: read('tagSuffix'),
    };
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

/***/ 985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ lastKey),
/* harmony export */   O6: () => (/* binding */ toDigest),
/* harmony export */   S8: () => (/* binding */ renderPin),
/* harmony export */   Vc: () => (/* binding */ stemOf),
/* harmony export */   ZY: () => (/* binding */ isPinOf),
/* harmony export */   mP: () => (/* binding */ findPins),
/* harmony export */   qp: () => (/* binding */ isOpaque),
/* harmony export */   vY: () => (/* binding */ beside)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3658);



const DIGEST_KEYS = ['digest', 'sha', 'sha256', 'digestChroot'];
const IMAGE_KEYS = ['imageDigest', 'imageSha', 'imageSha256', 'tagDigest', 'tagSha'];
const ENDINGS = [
    'Digest',
    'Sha',
    'Sha256',
    'SHA',
    'SHA256',
    '_digest',
    '_sha',
    '_sha256',
    '-digest',
];
const HEX = /^(?:sha256:)?[0-9a-f]{64}$/i;
function isPin(text) {
    return HEX.test(text) || /^sha256:/i.test(text) || isOpaque(text);
}
function isOpaque(text) {
    return /^ENC\[|\{\{|\$\{|^\$\(|^<path:/.test(text);
}
function lastKey(steps) {
    const last = steps.at(-1);
    return last?.kind === 'key' ? last.key : '';
}
function stemOf(tagKey) {
    return tagKey.replace(/[-_]?tag$/i, '');
}
function beside(steps, key) {
    return [...steps.slice(0, -1), { kind: 'key', key }];
}
function listDigestKeys(tagKey, hasOtherTag) {
    const stem = stemOf(tagKey);
    const own = ENDINGS.map((ending) => `${stem}${ending}`);
    if (stem === '')
        return [...DIGEST_KEYS, ...IMAGE_KEYS];
    return hasOtherTag ? own : [...DIGEST_KEYS, ...own];
}
function findPins(source, root, tag) {
    const parent = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readPath */ .G7)(source, root.node, tag.slice(0, -1));
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return [];
    const key = lastKey(tag);
    const hasOtherTag = key !== 'tag' && (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, parent, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)('tag')) !== undefined;
    return [...new Set(listDigestKeys(key, hasOtherTag))].flatMap((name) => {
        const text = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .wK)(source, parent, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(name))) ?? '';
        return isPin(text) ? [{ steps: beside(tag, name), key: name, text }] : [];
    });
}
function isPinOf({ text }, digest) {
    return toDigest(text) === digest;
}
function toDigest(text) {
    if (!HEX.test(text))
        return text;
    const lower = text.toLowerCase();
    return lower.startsWith('sha256:') ? lower : `sha256:${lower}`;
}
function renderPin(digest, before, key) {
    const isBare = before === '' ? /sha(?:256)?$/i.test(key) : /^[0-9a-f]{64}$/i.test(before);
    return isBare ? digest.replace(/^sha256:/, '') : digest;
}


/***/ }),

/***/ 459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ readStringAt),
/* harmony export */   Qm: () => (/* binding */ toParts),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   fp: () => (/* binding */ readParts),
/* harmony export */   lu: () => (/* binding */ isImageKey),
/* harmony export */   mg: () => (/* binding */ readValuesImage),
/* harmony export */   xW: () => (/* binding */ listRepositories)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1484);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(985);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);
/* harmony import */ var _yaml_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(309);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7935);








function readValuesImage(source, root, paths, wanted) {
    const { tag } = paths;
    const name = isImageKey((0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(tag)) ? wanted : '';
    const text = parseTagText(readStringAt(source, root, tag), name);
    const at = text.isReference ? tag : (paths.repository ?? findRepository(source, root, tag));
    const parts = readParts(source, root, at);
    return {
        text,
        parts: text.isReference ? { ...parts, repository: text.repository, name: '' } : parts,
        digest: readStringAt(source, root, paths.digest ?? (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(tag, 'digest')),
    };
}
function parseTagText(text, wanted) {
    const { name, tag, digest } = (0,_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .splitImage */ .s5)(text);
    const isReference = /[/:]/.test(text.split('@', 1).join('')) || (wanted !== '' && (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(name, wanted));
    return isReference
        ? { isReference, repository: name, tag, digest }
        : { isReference, repository: '', tag: name, digest };
}
function findRepository(source, root, tag) {
    const stem = (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .stemOf */ .Vc)((0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(tag));
    const prefixed = ['Repository', '_repository', '-repository'].map((ending) => (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(tag, `${stem}${ending}`));
    const own = prefixed.find((path) => (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, path)) !== undefined);
    return own ?? (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(tag, 'repository');
}
function readParts(source, root, at) {
    const stem = (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(at).replace(/[-_]?repository$/i, '');
    return {
        repository: readStringAt(source, root, at),
        registry: withoutSlash(readStringAt(source, root, (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(at, `${stem}Registry`)) ||
            readStringAt(source, root, (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(at, 'registry'))),
        globals: readGlobals(source, root, at),
        name: readName(source, root, at),
    };
}
function readGlobals(source, root, at) {
    const keys = ['imageRegistry', 'registry'];
    const found = at.flatMap((_, index) => keys.map((key) => {
        const path = [...at.slice(0, index), asKey('global'), asKey(key)];
        return withoutSlash((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, path)) ?? '');
    }));
    return [...new Set(found.reverse())].filter((registry) => registry !== '');
}
function readName(source, root, at) {
    const text = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(at, 'name'))) ?? '';
    const isOfImage = isImageKey((0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(at.slice(0, -1)));
    return (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(at) !== 'name' && (isOfImage || text.includes('/')) ? text : '';
}
function isImageKey(key) {
    return /image$/i.test(key);
}
function asKey(key) {
    return { kind: 'key', key };
}
function withoutSlash(registry) {
    return registry.replace(/\/+$/, '');
}
function listRepositories(parts) {
    const { repository, registry, globals, name } = parts;
    const joined = repository !== '' && name !== '' ? [`${repository}/${name}`] : [];
    const alone = name.includes('/') || repository === '' ? [name] : [];
    const cores = [repository, ...joined, ...alone].filter((core) => core !== '');
    const local = registry === '' ? [''] : [registry];
    const registries = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .hasRegistry */ .qY)(repository) ? [...local, ...globals] : [...globals, ...local];
    const likely = registry === '' ? registries : [...local, ...globals];
    return cores.flatMap((core) => likely.map((prefix) => (prefix === '' ? core : `${prefix}/${core}`)));
}
function toParts({ text, parts, digest }, wanted) {
    const repositories = listRepositories(parts);
    const named = repositories.find((each) => (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(each, wanted)) ?? repositories[0];
    const anyDigest = (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .toDigest */ .O6)(digest) || text.digest;
    return { repository: named ?? wanted, tag: text.tag, digest: anyDigest };
}
function readStringAt(source, root, steps) {
    const node = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, steps);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(node) ?? '';
    const message = `${(0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_5__/* .renderSteps */ .Il)(steps)}: expected a string, got ${(0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(node)}. Write the string itself here, or name another path.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .startOfNode */ .kq)(node), message);
}


/***/ }),

/***/ 3388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ patchFile)
});

// UNUSED EXPORTS: applyPlans

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/patch/text/splice.ts
var splice = __webpack_require__(4034);
;// CONCATENATED MODULE: ./src/patch/diff.ts

const CONTEXT_LINES = 3;
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
function renderRange(start, size) {
    return size === 1 ? `${start + 1}` : `${start + 1},${size}`;
}
function mark(sign, lines) {
    return lines.map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
}
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
function isNewCollection(before, after) {
    if ((0,yaml_node/* describeNode */.WQ)(before) !== 'nothing' || !(0,dist/* isCollection */.P3)(after))
        return false;
    return after.items.length > 0 && after.anchor === undefined && after.tag === undefined;
}
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
        if (!(0,dist/* isScalar */.jn)(key) || key.value !== text || key.anchor || key.tag) {
            children.set(`${step}?`, key);
        }
    }
    return children;
}
function haveSameOrder(before, after) {
    const left = [...before.keys()].filter((step) => after.has(step));
    const right = [...after.keys()].filter((step) => before.has(step));
    return left.every((step, index) => step === right[index]);
}
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
    if (change.after === null)
        return node !== undefined && (0,yaml_node/* describeNode */.WQ)(node) === 'nothing';
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
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.jG('internal', `${path}: the patch would not change just what it is meant to (at "${(0,yaml_path/* renderPath */.i7)(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function placeKey({ document, path }) {
    return JSON.stringify([document, path]);
}

// EXTERNAL MODULE: ./src/patch/restore/restore.ts + 3 modules
var restore = __webpack_require__(2280);
// EXTERNAL MODULE: ./src/patch/targets/kustomization-new-entry.ts
var kustomization_new_entry = __webpack_require__(8168);
// EXTERNAL MODULE: ./src/patch/targets/kustomization.ts
var kustomization = __webpack_require__(6246);
// EXTERNAL MODULE: ./src/patch/targets/plan.ts
var plan = __webpack_require__(5224);
// EXTERNAL MODULE: ./src/patch/targets/set.ts
var targets_set = __webpack_require__(3139);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/patch/images/pins.ts
var images_pins = __webpack_require__(985);
// EXTERNAL MODULE: ./src/patch/images/values-image.ts
var values_image = __webpack_require__(459);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts
var yaml_source = __webpack_require__(7935);
;// CONCATENATED MODULE: ./src/patch/targets/values.ts









function planValues(source, change) {
    const { image, document, paths, createMissing } = change;
    const root = (0,yaml_document/* selectDocument */.U)(source, document, [paths.tag]);
    const place = (0,locate/* locatePath */.oV)(source, root, paths.tag);
    if (place.missing.length > 0 && createMissing !== true) {
        throw (0,locate/* refuseMissing */.jQ)(source, place, paths.tag);
    }
    const current = (0,values_image/* readValuesImage */.mg)(source, root, paths, image.repository);
    const scene = { source, root, image, paths, current };
    refusePins(scene);
    const plans = [];
    const set = (steps, after) => {
        if (after === '' && (0,values_image/* readStringAt */.Bk)(source, root, steps) === '')
            return;
        plans.push((0,targets_set/* planString */.fQ)(source, root, steps, after, createMissing));
    };
    const repository = computeRepository(scene);
    if (repository !== undefined && paths.repository)
        set(paths.repository, repository);
    const isJoined = current.text.digest !== '' && (!paths.digest || current.digest === '');
    set(paths.tag, renderTagValue(scene, isJoined));
    if (paths.digest && !isJoined) {
        const key = (0,images_pins/* lastKey */.O0)(paths.digest);
        const { digest = '' } = image;
        const stays = digest !== '' && (0,images_pins/* isPinOf */.ZY)({ text: current.digest }, digest);
        set(paths.digest, stays ? current.digest : (0,images_pins/* renderPin */.S8)(digest, current.digest, key));
    }
    const { tag, repository: repositoryPath = tag, digest = tag } = paths;
    return {
        ...(0,plan/* joinPlans */.x)(plans),
        previousImage: (0,base_image/* toImageReference */.Uc)((0,values_image/* toParts */.Qm)(current, image.repository)),
        places: (0,locate/* locatePlaces */.tJ)(source, root, [...new Set([tag, repositoryPath, digest])]),
    };
}
function renderTagValue(scene, isJoined) {
    const { current, image, paths } = scene;
    const { isReference, repository } = current.text;
    const { tag = '' } = image;
    const holdsDigest = isJoined || (isReference && paths.digest === undefined);
    const digest = image.digest !== undefined && holdsDigest ? `@${image.digest}` : '';
    if (isReference)
        return `${repository}${tag === '' ? '' : `:${tag}`}${digest}`;
    if ((0,values_image/* isImageKey */.lu)((0,images_pins/* lastKey */.O0)(paths.tag)) && current.text.tag === '') {
        const message = `${(0,yaml_path/* renderSteps */.Il)(paths.tag)} is empty, so it cannot be told whether the chart wants a tag here or a whole reference. Write the first one by hand.`;
        throw refuseAtTag(scene, message);
    }
    if (tag === '' && digest !== '') {
        const message = 'the value holds a tag and a digest, and the image has a digest alone. Give the tag too.';
        throw refuseAtTag(scene, message);
    }
    return `${tag}${digest}`;
}
function refusePins(scene) {
    const { source, root, image, paths, current } = scene;
    const own = paths.digest && (0,yaml_path/* renderSteps */.Il)(paths.digest);
    const pins = (0,images_pins/* findPins */.mP)(source, root, paths.tag).filter(({ steps }) => (0,yaml_path/* renderSteps */.Il)(steps) !== own);
    const wrong = pins.find((pin) => !(0,images_pins/* isPinOf */.ZY)(pin, image.digest));
    if (wrong !== undefined)
        throw refuseAtTag(scene, explainPin(wrong, own));
    const { isReference, digest } = current.text;
    const isHeld = pins.some(({ key }) => key !== 'digestChroot');
    if (image.digest === undefined || isReference || digest !== '' || isHeld || paths.digest)
        return;
    const message = `the digest of the image, ${image.digest}, has nowhere to go. Set values-digest-path (in targets: digest-path) where the chart reads a digest; else leave the digest out and promote the tag alone.`;
    throw refuseAtTag(scene, message);
}
function explainPin({ key, steps, text }, own) {
    const problem = `the ${key} beside the tag, ${text}, would win over the new tag`;
    const path = (0,yaml_path/* renderSteps */.Il)(steps);
    return own === undefined
        ? `${problem}. Set values-digest-path: ${path} (in targets: digest-path), or make it empty.`
        : `${problem}, and values-digest-path is ${own}. Make ${path} empty.`;
}
function computeRepository(scene) {
    const { image, paths, current } = scene;
    const repositories = (0,values_image/* listRepositories */.xW)(current.parts);
    const [first] = repositories;
    if (repositories.some((each) => (0,base_image/* isSameRepository */.ve)(each, image.repository)))
        return undefined;
    if (!current.text.isReference && paths.repository)
        return splitOff(scene, current.parts);
    if (first === undefined)
        return undefined;
    if (current.text.isReference) {
        const message = `the reference here is one of ${first}, not of ${image.repository}. Promote that image; or set it with targets: a file, and {{image}} at this path.`;
        throw refuseAtTag(scene, message);
    }
    if (current.parts.repository !== '')
        splitOff(scene, current.parts);
    const message = `the repository beside the tag is ${first}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
    throw refuseAtTag(scene, message);
}
function splitOff(scene, parts) {
    const { repository, registry, globals, name } = parts;
    const wanted = scene.image.repository;
    if (name !== '' && repository !== '' && !`/${repository}`.endsWith(`/${name}`)) {
        const message = `it cannot be told whether the chart reads ${repository} alone or with the name beside it, ${name}. Write the repository by hand.`;
        throw refuseAtTag(scene, message);
    }
    const [prefix] = registry === '' ? globals : [registry];
    if (prefix === undefined || (registry === '' && (0,base_image/* hasRegistry */.qY)(repository)))
        return wanted;
    const rest = stripRegistry(wanted, [...(registry === '' ? [] : [registry]), ...globals]);
    if (rest !== undefined && (registry !== '' || repository !== ''))
        return rest;
    throw refuseAtTag(scene, explainRegistry(scene, prefix, registry !== ''));
}
function explainRegistry({ image, paths }, prefix, isBeside) {
    if (!isBeside) {
        return `global.imageRegistry is ${prefix}, and it cannot be told whether the chart puts it before the repository, for the image ${image.repository}. Write the repository by hand.`;
    }
    const path = paths.repository
        ? ''
        : ' and set values-repository-path (in targets: repository-path)';
    return `the registry beside the repository is ${prefix}, but the image is ${image.repository}. Make the registry empty${path}, so that the repository can hold all of it.`;
}
function stripRegistry(repository, registries) {
    for (const registry of registries) {
        if (repository.startsWith(`${registry}/`))
            return repository.slice(registry.length + 1);
        const isDefault = /^(?:index\.)?docker\.io$/.test(registry) && !(0,base_image/* hasRegistry */.qY)(repository);
        if (isDefault)
            return (0,base_image/* normalizeRepository */.Y1)(repository);
    }
    return undefined;
}
function refuseAtTag({ source, root, paths }, message) {
    return (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', (0,locate/* offsetOf */.b4)((0,locate/* locatePath */.oV)(source, root, paths.tag)), message);
}

// EXTERNAL MODULE: ./src/patch/text/pairs.ts
var text_pairs = __webpack_require__(2929);
;// CONCATENATED MODULE: ./src/patch/yaml/followers.ts



function describeFollowers(source, touched) {
    const shared = new Set(source.aliases.values());
    const nodes = [...new Set(touched)]
        .filter((node) => node !== null)
        .filter((node) => shared.has(node));
    if (nodes.length === 0)
        return [];
    const aliases = source.documents.flatMap((document) => listAliases(source, document, []));
    return nodes.flatMap((node) => {
        const places = aliases.filter(({ target }) => target === node);
        const { line, col } = source.lines.linePos(node.range[0]);
        const names = places.map(({ path }) => (0,yaml_path/* renderPath */.i7)(path)).join(', ');
        return `${source.path}:${line}:${col}: what the anchor &${node.anchor} stands for changes at ${names} as well.`;
    });
}
function listAliases(source, node, path) {
    if ((0,dist/* isAlias */.Vj)(node))
        return [{ target: source.aliases.get(node), path }];
    if ((0,dist/* isSeq */.oP)(node)) {
        return node.items.flatMap((item, index) => listAliases(source, item, [...path, index]));
    }
    if (!(0,dist/* isMap */.jh)(node))
        return [];
    return node.items.flatMap(({ key, value }) => listAliases(source, value, [...path, (0,yaml_node/* readText */.yR)(key) ?? '?']));
}

;// CONCATENATED MODULE: ./src/patch/yaml/sops.ts




function refuseSealed(source, documents) {
    for (const [index, isAdded] of documents) {
        const sops = (0,locate/* readValue */.wK)(source, source.documents[index], (0,locate/* keyOf */.TN)('sops'));
        const mac = (0,locate/* readValue */.wK)(source, sops, (0,locate/* keyOf */.TN)('mac'));
        if (!(0,dist/* isMap */.jh)(sops) || (0,yaml_node/* readText */.yR)(mac) === undefined)
            continue;
        const isPlain = (0,yaml_node/* readText */.yR)((0,locate/* readValue */.wK)(source, sops, (0,locate/* keyOf */.TN)('mac_only_encrypted'))) === 'true';
        if (isPlain && !isAdded)
            continue;
        const message = isPlain
            ? 'SOPS has encrypted this file, and may want a new key encrypted too. Add the key with sops first.'
            : 'SOPS has signed all values of this file (sops.mac), so it could not be decrypted after a change. Encrypt it with mac_only_encrypted: true, or keep the image in a file of its own.';
        throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', (0,yaml_node/* startOfNode */.kq)(sops), message);
    }
}

;// CONCATENATED MODULE: ./src/patch/patch.ts

















function patchFile(file, changes) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    return applyPlans(file, source, changes.map((change) => planChange(source, change)));
}
function applyPlans(file, source, targets) {
    refuseOverlaps(source, targets);
    const plans = (0,kustomization_new_entry/* numberEntries */.ye)(targets);
    const joined = (0,plan/* joinPlans */.x)(plans);
    const edits = computeEdits(source, joined);
    const text = (0,splice/* spliceEdits */.yh)(source.text, edits);
    const changed = edits.length > 0;
    refuseSealed(source, listChanged(joined));
    const after = changed ? parsePatched(source, text) : source;
    const observed = changed ? proveChanges(source, after, joined.changes) : [];
    for (const { assertDeployed } of plans)
        assertDeployed?.(after);
    return {
        bytes: changed ? new TextEncoder().encode(text) : file.bytes,
        changed,
        notices: describeFollowers(source, joined.touched),
        targets: plans.map(({ imageName, previousImage, addedEntry, ...plan }) => ({
            imageName,
            previousImage,
            addedEntry,
            changes: [...observed]
                .filter(([change]) => plan.changes.includes(change))
                .map(([, each]) => each),
            diff: renderDiff(source.path, source.text, computeEdits(source, plan)),
        })),
    };
}
function listChanged({ changes, additions, newEntries }) {
    const isAdded = additions.length + newEntries.length > 0;
    return new Map(changes.map(({ document }) => [document, isAdded]));
}
function planChange(source, change) {
    switch (change.kind) {
        case 'kustomization':
            return (0,kustomization/* planKustomization */.v)(source, change);
        case 'values':
            return planValues(source, change);
        case 'set':
            return { ...(0,targets_set/* planSet */.e7)(source, change), places: locateSet(source, change) };
        case 'restore':
            return (0,restore/* planRestore */.q8)(source, change);
    }
}
function locateSet(source, { document, values }) {
    const paths = values.map(({ path }) => path);
    return (0,locate/* locatePlaces */.tJ)(source, (0,yaml_document/* selectDocument */.U)(source, document, paths), paths);
}
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
function computeEdits(source, plan) {
    const { edits, additions = [], newEntries = [] } = plan;
    const added = [];
    for (const [place, { into }] of new Map(additions.map((each) => [placeOf(each), each]))) {
        const pairs = additions.filter((each) => placeOf(each) === place);
        added.push(...(0,text_pairs/* insertPairs */.xG)(source, into, pairs, edits));
    }
    return [...edits, ...added, ...(0,kustomization_new_entry/* addEntries */.SS)(source.text, newEntries)];
}
function placeOf({ into }) {
    return into.map === undefined ? into.pair : (into.behind ?? into.map);
}


/***/ }),

/***/ 2280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nx: () => (/* binding */ listEntryNames),
  q8: () => (/* binding */ planRestore),
  Fv: () => (/* binding */ readImageAt)
});

// EXTERNAL MODULE: ./src/patch/images/entries.ts
var entries = __webpack_require__(4181);
// EXTERNAL MODULE: ./src/patch/targets/kustomization-entry.ts
var kustomization_entry = __webpack_require__(4711);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts
var yaml_source = __webpack_require__(7935);
// EXTERNAL MODULE: ./src/patch/targets/kustomization.ts
var kustomization = __webpack_require__(6246);
// EXTERNAL MODULE: ./src/patch/targets/plan.ts
var plan = __webpack_require__(5224);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/node.ts
var yaml_node = __webpack_require__(3658);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/patch/text/pairs.ts
var pairs = __webpack_require__(2929);
// EXTERNAL MODULE: ./src/patch/text/scalar.ts
var scalar = __webpack_require__(8326);
// EXTERNAL MODULE: ./src/patch/text/splice.ts
var splice = __webpack_require__(4034);
// EXTERNAL MODULE: ./src/patch/text/value.ts
var text_value = __webpack_require__(7489);
// EXTERNAL MODULE: ./src/patch/yaml/path.ts
var yaml_path = __webpack_require__(309);
;// CONCATENATED MODULE: ./src/patch/restore/scalar.ts









function readWritten(from, { node, path }) {
    if (node === null)
        return { value: null, text: '' };
    const { value } = (0,dist/* isScalar */.jn)(node) ? node : { value: undefined };
    const isText = (0,dist/* isScalar */.jn)(node) && node.tag === undefined && typeof value === 'string';
    if (isText && !(node.type === 'PLAIN' && (0,scalar/* isAmbiguous */.X2)(value))) {
        return { value, text: from.text.slice(...extentOf(node)), type: node.type };
    }
    if ((0,dist/* isScalar */.jn)(node) && value === null && node.tag === undefined) {
        return { value, text: from.text.slice(...extentOf(node)) };
    }
    const given = (0,dist/* isScalar */.jn)(node) ? from.text.slice(...extentOf(node)) : (0,yaml_node/* describeNode */.WQ)(node);
    const message = `${(0,yaml_path/* renderPath */.i7)(path)}: expected a text to go back to, got ${given}, of which it cannot be told what it was deployed as. Write the value by hand, in quotes.`;
    throw (0,yaml_source/* refuse */.TR)(from, 'unsafe-edit', node.range[0], message);
}
function planValue(source, now, written) {
    const { document, path, ancestors, node } = now;
    const edits = computeValueEdits(source, now, written);
    if (edits.length === 0)
        return { edits, changes: [] };
    return {
        edits,
        changes: [{ document, path, after: written.value }],
        touched: [...ancestors, node],
    };
}
function computeValueEdits(source, now, written) {
    const { value, text } = written;
    if (value === null)
        return computeNullEdits(source, now, text);
    if (isWrittenSo(now.node, written))
        return [];
    const name = (0,yaml_path/* renderPath */.i7)(now.path);
    const isKept = canStandSo(written, now.ancestors);
    if (now.pair === undefined) {
        return isKept
            ? (0,text_value/* writeScalar */.gN)(source, now.node, name, text)
            : (0,text_value/* setScalar */.$e)(source, now.node, name, value);
    }
    if (!isKept)
        return (0,text_value/* setValue */.KY)(source, now.pair, value);
    const isEmpty = now.node === null || now.node.range[0] === now.node.range[1];
    return isEmpty ? (0,text_value/* fillValue */.Vk)(source, now.pair, text) : (0,text_value/* writeScalar */.gN)(source, now.node, name, text);
}
function computeNullEdits(source, now, text) {
    const { node } = now;
    if (node === null || (0,yaml_node/* describeNode */.WQ)(node) === 'nothing')
        return [];
    if (node.tag !== undefined)
        throw refuseEmptying(source, now.path, node);
    return text === ''
        ? emptyValue(source, now, node)
        : (0,text_value/* writeScalar */.gN)(source, node, (0,yaml_path/* renderPath */.i7)(now.path), text);
}
function isWrittenSo(node, { value, type }) {
    return (0,dist/* isScalar */.jn)(node) && node.value === value && node.type === type;
}
function extentOf({ range: [start, end] }) {
    return [start, end];
}
function canStandSo({ value, text, type }, ancestors) {
    const isSafe = type !== 'PLAIN' || !isInFlow(ancestors) || value === null || (0,scalar/* isPlain */.$i)(value);
    return !text.includes('\n') && !isBlock(type) && isSafe;
}
function isInFlow(ancestors) {
    return ancestors.some((each) => (0,dist/* isCollection */.P3)(each) && each.flow === true);
}
function isBlock(type) {
    return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}
function emptyValue(source, now, node) {
    const { pair, path, ancestors } = now;
    if (pair === undefined || ((0,dist/* isScalar */.jn)(node) && isBlock(node.type))) {
        throw refuseEmptying(source, path, node);
    }
    (0,text_value/* refuseRemoval */.n0)(source, pair.key, node);
    return (0,text_value/* writeScalar */.gN)(source, node, (0,yaml_path/* renderPath */.i7)(path), '').map(({ start, end }) => {
        const before = (0,splice/* endOfText */.YZ)(source.text, start);
        const isOnNextLine = source.text.slice(before, start).includes('\n');
        return (0,splice/* cut */.Jj)(isInFlow(ancestors) && isOnNextLine ? start : before, end);
    });
}
function refuseEmptying(source, path, node) {
    const message = `${(0,yaml_path/* renderPath */.i7)(path)}: there was no value here before, and this one cannot be taken away alone. Do that by hand.`;
    return (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', node.range[0], message);
}
function planRemoval(source, now) {
    const { document, path, ancestors, node, pair } = now;
    const map = ancestors.at(-1);
    if (pair === undefined || !(0,dist/* isMap */.jh)(map) || map.items.length < 2) {
        const message = `${(0,yaml_path/* renderPath */.i7)(path)} was not there before, and cannot be taken away alone. Do that by hand.`;
        throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', (0,locate/* offsetOf */.b4)(now), message);
    }
    (0,text_value/* refuseRemoval */.n0)(source, pair.key, node);
    return {
        edits: (0,pairs/* removePair */.L5)(source, map, pair),
        changes: [{ document, path }],
        touched: [...ancestors, node],
    };
}

;// CONCATENATED MODULE: ./src/patch/restore/entry.ts








const FIELDS = ['newName', 'newTag', 'digest'];
function requireEntry(source, images, imageName) {
    const [entry, second] = images.entries.filter(({ name }) => name === imageName);
    const name = JSON.stringify(imageName);
    if (second !== undefined) {
        const message = `image-name: two entries of images have the name ${name}. Remove one of the two.`;
        throw (0,yaml_source/* refuse */.TR)(source, 'entry-ambiguous', second.node.range[0], message);
    }
    if (entry !== undefined)
        return entry;
    const there = images.entries.length === 0 ? 'none' : (0,entries/* listEntries */.fi)(images.entries);
    const message = `image-name: expected an entry of images with the name ${name}; there are ${there}.`;
    throw (0,yaml_source/* refuse */.TR)(source, 'entry-not-found', images.root.range[0], message);
}
function planEntryAgain(source, from, imageName) {
    const images = (0,entries/* locateImages */.jH)(source);
    const entry = requireEntry(source, images, imageName);
    const then = requireEntry(from, (0,entries/* locateImages */.jH)(from), imageName);
    const scene = { source, images, entry, from, then };
    const image = (0,kustomization_entry/* readEntryImage */.Yr)(then);
    return {
        ...planFields(scene),
        imageName,
        previousImage: (0,kustomization_entry/* readEntryImage */.Yr)(entry),
        ...(image !== undefined && {
            assertDeployed: (after) => {
                (0,kustomization/* assertDecides */.u)(source, images, after, imageName, image);
            },
        }),
    };
}
function planFields({ source, images, entry, from, then }) {
    const { map, name } = (0,kustomization_entry/* requireOwnEntry */.s5)(source, entry);
    const old = (0,kustomization_entry/* requireOwnEntry */.s5)(from, then).map;
    const ancestors = [...images.ancestors, map];
    const plans = [];
    const places = [];
    let behind = name;
    for (const field of FIELDS) {
        const pair = (0,locate/* findPair */.c6)(source, map, (0,locate/* fieldOf */._F)(field));
        const before = (0,locate/* findPair */.c6)(from, old, (0,locate/* fieldOf */._F)(field));
        const key = (0,yaml_node/* readText */.yR)(pair?.key) ?? (0,yaml_node/* readText */.yR)(before?.key) ?? field;
        const path = [images.key, entry.index, key];
        places.push({ document: 0, path });
        const written = before && readWritten(from, fieldPlace(before, path, []));
        if (before === undefined)
            (0,kustomization_entry/* needsPair */.ml)(from, old, field, undefined);
        if (pair !== undefined) {
            const now = fieldPlace(pair, path, ancestors);
            plans.push(written === undefined ? planRemoval(source, now) : planValue(source, now, written));
            if (written !== undefined)
                behind = pair;
            continue;
        }
        const value = written?.value ?? undefined;
        if ((0,kustomization_entry/* needsPair */.ml)(source, map, field, value) && written !== undefined) {
            const text = canStandSo(written, ancestors) ? written.text : undefined;
            const added = { into: { map, behind }, key, value, text };
            plans.push({
                edits: [],
                additions: [added],
                changes: [{ document: 0, path, after: value }],
                touched: ancestors,
            });
        }
    }
    return { ...(0,plan/* joinPlans */.x)(plans), places };
}
function fieldPlace(pair, path, ancestors) {
    return { document: 0, path, ancestors, missing: [], pair, node: pair.value };
}

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/patch/images/pins.ts
var pins = __webpack_require__(985);
// EXTERNAL MODULE: ./src/patch/images/values-image.ts
var values_image = __webpack_require__(459);
// EXTERNAL MODULE: ./src/patch/targets/set.ts
var set = __webpack_require__(3139);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
;// CONCATENATED MODULE: ./src/patch/restore/paths.ts











function openScene(source, place) {
    const required = place.kind === 'values' ? [place.paths.tag] : place.values.map(({ path }) => path);
    const { repository, digest } = place.kind === 'values' ? place.paths : {};
    const paths = [...required, ...(repository ? [repository] : []), ...(digest ? [digest] : [])];
    return { source, root: (0,yaml_document/* selectDocument */.U)(source, place.document, required), paths };
}
function readAtPaths(source, place) {
    const { root } = openScene(source, place);
    if (place.kind === 'values') {
        const { paths, repository } = place;
        return (0,base_image/* toImageReference */.Uc)((0,values_image/* toParts */.Qm)((0,values_image/* readValuesImage */.mg)(source, root, paths, repository), repository));
    }
    const texts = place.values.map(({ path }) => (0,yaml_node/* readText */.yR)((0,locate/* readPath */.G7)(source, root.node, path)));
    for (const [index, value] of place.values.entries()) {
        (0,set/* refuseMisfit */.dp)(source, root, value, texts[index] ?? '');
    }
    return place.readImage(texts);
}
function planValuesAgain(source, from, place) {
    const [now, then] = [openScene(source, place), openScene(from, place)];
    const image = readAtPaths(from, place);
    const plans = now.paths.map((steps) => planPath(now, then, steps));
    return {
        ...(0,plan/* joinPlans */.x)(plans),
        previousImage: readAtPaths(source, place),
        places: (0,locate/* locatePlaces */.tJ)(source, now.root, now.paths),
        assertDeployed: (after) => {
            if (place.kind === 'values')
                assertSamePins(then, openScene(after, place), place.paths);
            for (const steps of now.paths) {
                (0,set/* assertItemDecides */.pS)(source, (0,locate/* locatePath */.oV)(source, now.root, steps), after);
            }
            assertImage(now, readAtPaths(after, place), image);
        },
    };
}
function planPath(now, then, steps) {
    const place = (0,locate/* locatePath */.oV)(now.source, now.root, steps);
    const before = (0,locate/* locatePath */.oV)(then.source, then.root, steps);
    const isThere = place.missing.length === 0;
    if (before.missing.length > 0) {
        return isThere ? planRemoval(now.source, place) : { edits: [], changes: [] };
    }
    if (!isThere)
        throw (0,locate/* refuseMissing */.jQ)(now.source, place, steps, 'It was there before.');
    return planValue(now.source, place, readWritten(then.source, before));
}
function assertSamePins(then, after, { tag }) {
    const render = ({ source, root }) => (0,pins/* findPins */.mP)(source, root, tag).map(({ steps, text }) => `${(0,yaml_path/* renderSteps */.Il)(steps)}: ${text}`);
    const [old, now] = [render(then), render(after)];
    const differing = [...old, ...now].find((pin) => !old.includes(pin) || !now.includes(pin));
    if (differing === undefined)
        return;
    const message = `${differing} pins an image beside the tag in one of the two states alone, so that going back would not deploy what ran then. Set values-digest-path to it, or make it empty.`;
    throw (0,yaml_source/* refuse */.TR)(after.source, 'unsafe-edit', (0,locate/* offsetOf */.b4)(after.root), message);
}
function assertImage({ source, root, paths }, given, wanted) {
    const [now, then] = [given, wanted].map((each) => each && (0,base_image/* renderImageReference */.NL)(each));
    if (now === then)
        return;
    const message = `going back would give ${now ?? 'no image'} here and not ${then ?? 'none'}: what stands beside it was changed since. Change it back by hand, or name its path in the target.`;
    const offsets = paths.map((steps) => (0,locate/* offsetOf */.b4)((0,locate/* locatePath */.oV)(source, root, steps)));
    throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', Math.min(...offsets), message);
}

;// CONCATENATED MODULE: ./src/patch/restore/restore.ts





function planRestore(source, { place, from }) {
    const then = (0,yaml_source/* parseSource */.PJ)(from);
    return place.kind === 'kustomization'
        ? planEntryAgain(source, then, place.imageName)
        : planValuesAgain(source, then, place);
}
function readImageAt(file, place) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    if (place.kind !== 'kustomization')
        return readAtPaths(source, place);
    return (0,kustomization_entry/* readEntryImage */.Yr)(requireEntry(source, (0,entries/* locateImages */.jH)(source), place.imageName));
}
function listEntryNames(file) {
    return (0,entries/* locateImages */.jH)((0,yaml_source/* parseSource */.PJ)(file)).entries.map(({ name }) => name);
}


/***/ }),

/***/ 4711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cd: () => (/* binding */ planEntry),
/* harmony export */   R$: () => (/* binding */ computeFields),
/* harmony export */   Yr: () => (/* binding */ readEntryImage),
/* harmony export */   ml: () => (/* binding */ needsPair),
/* harmony export */   s5: () => (/* binding */ requireOwnEntry)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _images_chain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1484);
/* harmony import */ var _text_pairs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2929);
/* harmony import */ var _text_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7489);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7935);








function readEntryImage(entry) {
    const { name, newName, newTag } = entry;
    const given = (0,_images_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .splitImage */ .s5)(newName === '' ? name : newName);
    const version = newTag === '' && entry.digest === '' ? given.tag : newTag;
    const [tag, embedded = given.digest] = version.split('@', 2);
    const digest = entry.digest === '' ? embedded : entry.digest;
    return (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .toImageReference */ .Uc)({ repository: given.name, tag, digest });
}
function computeFields(entry, image) {
    const { name, newName, newTag, digest } = entry;
    const isSame = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(newName === '' ? name : newName, image.repository);
    const keeps = newTag === `${image.tag}@${image.digest}` && digest === '';
    return new Map([
        ['newName', isSame ? newName || undefined : image.repository],
        ['newTag', keeps ? newTag : image.tag],
        ['digest', keeps ? undefined : image.digest],
    ]);
}
function planEntry(source, images, entry, fields) {
    const { map, name } = requireOwnEntry(source, entry);
    const edits = [];
    const changes = [];
    const touched = [...images.ancestors, map];
    const additions = [];
    const places = [];
    let behind = name;
    for (const [field, after] of fields) {
        const pair = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .findPair */ .c6)(source, map, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._F)(field));
        const path = [images.key, entry.index, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(pair?.key) ?? field];
        places.push({ document: 0, path });
        if (pair !== undefined) {
            const pairEdits = editPair(source, map, pair, after);
            edits.push(...pairEdits);
            if (pairEdits.length > 0)
                changes.push({ document: 0, path, after });
            if (pairEdits.length > 0)
                touched.push(pair.value);
            if (after !== undefined)
                behind = pair;
        }
        else if (needsPair(source, map, field, after)) {
            additions.push({ into: { map, behind }, key: field, value: after });
            changes.push({ document: 0, path, after });
        }
    }
    return { edits, additions, changes, places, touched: changes.length > 0 ? touched : [] };
}
function editPair(source, map, pair, after) {
    const current = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveAlias */ .Zg)(source, pair.value)) ?? '';
    if (after === undefined) {
        if (pair.value === null || current === '')
            return [];
        (0,_text_value_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseRemoval */ .n0)(source, pair.key, pair.value);
        return (0,_text_pairs_js__WEBPACK_IMPORTED_MODULE_2__/* .removePair */ .L5)(source, map, pair);
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(pair.value) && current === after ? [] : (0,_text_value_js__WEBPACK_IMPORTED_MODULE_3__/* .setValue */ .KY)(source, pair, after);
}
function needsPair(source, map, field, after) {
    const current = readField(source, map, field);
    if (current === (after ?? ''))
        return false;
    if (current === '')
        return true;
    const message = `${field}: the value comes through a merge key (<<). Write it into the entry itself.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', map.range[0], message);
}
function requireOwnEntry(source, { node, name }) {
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .findPair */ .c6)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._F)('name')) : undefined;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_6__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
function readField(source, node, field) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .readValue */ .wK)(source, node, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._F)(field))) ?? '';
}


/***/ }),

/***/ 8168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qr: () => (/* binding */ planNewEntry),
/* harmony export */   SS: () => (/* binding */ addEntries),
/* harmony export */   ye: () => (/* binding */ numberEntries)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _text_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9510);
/* harmony import */ var _text_scalar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8326);
/* harmony import */ var _text_splice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4034);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);






function planNewEntry(images, name, image) {
    return {
        edits: [],
        newEntries: [{ images, fields: computeNewFields(name, image) }],
        changes: [],
        imageName: name,
        addedEntry: name,
        touched: images.ancestors,
        places: [{ document: 0, path: [images.key, name] }],
    };
}
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
function addEntries(text, entries) {
    const [first] = entries;
    if (first === undefined)
        return [];
    const { root, pair, list } = first.images;
    const last = root.items.at(-1);
    const fields = entries.map((entry) => entry.fields);
    const items = fields.map((each) => renderFlow(each, (0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .styleOf */ .Vj)(last?.key)));
    const lines = fields.flatMap((each) => renderBlock(each, indentOfLists(root)));
    const lastItem = list?.items.at(-1);
    if (list !== undefined && lastItem !== undefined) {
        return appendItems(text, list, lastItem, fields, items);
    }
    if (pair !== undefined)
        return fillList(text, root, pair, lines, items.join(', '));
    if (last === undefined)
        return [(0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(root.range[0] + 1, `images: [${items.join(', ')}]`)];
    if (root.flow === true) {
        const key = (0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)('images', (0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .styleOf */ .Vj)(last.key));
        return (0,_text_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .insertIntoFlow */ .W)(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .spanOf */ .ee)(last), [`${key}: [${items.join(', ')}]`], []);
    }
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .startOfPair */ .YE)(last)));
    const key = `${' '.repeat((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .indentOf */ ._j)(root))}images:`;
    return [insertLines(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfPair */ .Bj)(last), [...(isApart ? [''] : []), key, ...lines])];
}
function appendItems(text, list, last, fields, items) {
    const end = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfNode */ .Ft)(last);
    if (list.flow === true)
        return (0,_text_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .insertIntoFlow */ .W)(text, { start: last.range[0], end }, items, []);
    const indent = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .indentOf */ ._j)(list);
    const column = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(last) && last.flow !== true ? (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .indentOf */ ._j)(last) : indent + 2;
    const lines = fields.flatMap((each) => renderBlock(each, indent, column));
    return [insertLines(text, end, lines)];
}
function fillList(text, root, pair, lines, flow) {
    const { start, end } = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .spanOf */ .ee)(pair);
    if (pair.value === null)
        return [(0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(end, `: [${flow}]`)];
    const [valueStart, valueEnd] = pair.value.range;
    const isEmpty = valueStart === valueEnd;
    const value = text.slice(valueStart, valueEnd);
    if (root.flow !== true && start === pair.key.range[0] && !/[#\n]/.test(value)) {
        const added = insertLines(text, end, lines);
        return isEmpty ? [added] : [(0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)((0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfText */ .YZ)(text, valueStart), valueEnd), added];
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(pair.value))
        return [(0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(valueStart + 1, flow)];
    return [isEmpty ? (0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(end, ` [${flow}]`) : { start: valueStart, end, text: `[${flow}]` }];
}
function insertLines(text, end, lines) {
    const lineEnd = (0,_text_block_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLastLine */ .fn)(text, end);
    const lineBreak = (0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .lineBreakAt */ .pn)(text, lineEnd);
    return (0,_text_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(lineEnd, lines.map((line) => `${lineBreak}${line}`).join(''));
}
function renderBlock(fields, indent, column = indent + 2) {
    const dash = `${' '.repeat(indent)}-`.padEnd(column);
    return fields.map(([field, value], index) => `${index === 0 ? dash : ' '.repeat(column)}${field}: ${(0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, 'plain')}`);
}
function renderFlow(fields, style) {
    const pairs = fields.map(([field, value]) => `${(0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(field, style)}: ${(0,_text_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, style)}`);
    return `{${pairs.join(', ')}}`;
}
function indentOfLists(root) {
    const lists = root.items.map(({ value }) => value).filter((value) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value));
    const block = lists.find((list) => list.flow !== true);
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .indentOf */ ._j)(block ?? root);
}


/***/ }),

/***/ 6246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ assertDecides),
/* harmony export */   v: () => (/* binding */ planKustomization)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _images_deciding_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4567);
/* harmony import */ var _images_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4181);
/* harmony import */ var _kustomization_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4711);
/* harmony import */ var _kustomization_new_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8168);





function planKustomization(source, change) {
    const { image, imageName, createMissing } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const images = (0,_images_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .locateImages */ .jH)(source);
    const entry = (0,_images_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .findEntry */ .w4)(source, images, imageName, image.repository);
    if (entry === undefined && createMissing !== true) {
        throw (0,_images_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseMissingEntry */ .HB)(source, images, imageName, image.repository);
    }
    const name = entry?.name ?? imageName ?? image.repository;
    const plan = entry === undefined
        ? (0,_kustomization_new_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .planNewEntry */ .Qr)(images, name, image)
        : {
            ...(0,_kustomization_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .planEntry */ .Cd)(source, images, entry, (0,_kustomization_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .computeFields */ .R$)(entry, image)),
            imageName: name,
            previousImage: (0,_kustomization_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntryImage */ .Yr)(entry),
        };
    return {
        ...plan,
        assertDeployed: (after) => {
            assertDecides(source, images, after, name, image);
        },
    };
}
function assertDecides(source, { root, entries }, after, name, image) {
    const placed = (0,_images_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .locateImages */ .jH)(after).entries.map((entry, index) => ({
        ...entry,
        offset: (entries[index]?.node ?? root).range[0],
    }));
    const own = placed.findIndex((entry) => entry.name === name);
    (0,_images_deciding_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .assertEntryDecides */ .e)(source, placed, own, image);
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
        touched: plans.flatMap(({ touched = [] }) => touched),
    };
}


/***/ }),

/***/ 3139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dp: () => (/* binding */ refuseMisfit),
/* harmony export */   e7: () => (/* binding */ planSet),
/* harmony export */   fQ: () => (/* binding */ planString),
/* harmony export */   pS: () => (/* binding */ assertItemDecides)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _images_deciding_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4567);
/* harmony import */ var _images_entries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4181);
/* harmony import */ var _images_pins_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(985);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5224);
/* harmony import */ var _images_values_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(459);
/* harmony import */ var _text_pairs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2929);
/* harmony import */ var _text_value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7489);
/* harmony import */ var _yaml_document_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9359);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3658);
/* harmony import */ var _yaml_path_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(309);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7935);














function planSet(source, change) {
    const { document, values, image, readImage, createMissing } = change;
    const paths = values.map(({ path }) => path);
    const root = (0,_yaml_document_js__WEBPACK_IMPORTED_MODULE_8__/* .selectDocument */ .U)(source, document, paths);
    const texts = paths.map((path) => (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_10__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .readPath */ .G7)(source, root.node, path)));
    for (const [index, value] of values.entries()) {
        const text = texts[index] ?? '';
        if (text !== value.value)
            refuseMisfit(source, root, value, text);
        if (image !== undefined)
            refuseContradiction(source, root, value, values, image);
    }
    const plans = values.map(({ path, value }) => planString(source, root, path, value, createMissing));
    return {
        ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .joinPlans */ .x)(plans),
        previousImage: readImage?.(texts),
        assertDeployed: (after) => {
            for (const path of paths)
                assertItemDecides(source, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .locatePath */ .oV)(source, root, path), after);
        },
    };
}
function refuseMisfit(source, root, { path, explainMisfit }, text) {
    if (text === '' || path.at(-1)?.kind === 'text')
        return;
    const misfit = explainMisfit?.(text);
    if (misfit === undefined)
        return;
    throw refuseAt(source, root, path, `${(0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(path)}: ${misfit}`);
}
function refuseContradiction(source, root, { path, isTag }, values, image) {
    if (isTag !== true || (0,_images_pins_js__WEBPACK_IMPORTED_MODULE_4__/* .lastKey */ .O0)(path) === '')
        return;
    const set = new Set(values.map((value) => (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(value.path)));
    const pin = (0,_images_pins_js__WEBPACK_IMPORTED_MODULE_4__/* .findPins */ .mP)(source, root, path).find((each) => !set.has((0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(each.steps)) && !(0,_images_pins_js__WEBPACK_IMPORTED_MODULE_4__/* .isPinOf */ .ZY)(each, image.digest));
    if (pin !== undefined) {
        const pinned = (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(pin.steps);
        const message = `the ${pin.key} beside the tag, ${pin.text}, would win over the new tag. Set ${pinned}: '{{digest}}' too, or remove it.`;
        throw refuseAt(source, root, path, message);
    }
    const parent = (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(path.slice(0, -1));
    const isGiven = values.some((value) => value.isRepository === true && (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderSteps */ .Il)(value.path.slice(0, -1)) === parent);
    const repositories = isGiven ? [] : listNamedRepositories(source, root, path);
    const [first] = repositories;
    if (first === undefined)
        return;
    if (repositories.some((each) => (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(each, image.repository)))
        return;
    const message = `beside the tag stands ${first}, not ${image.repository}. Set that too, with {{repository}}, or promote that image.`;
    throw refuseAt(source, root, path, message);
}
function listNamedRepositories(source, root, tag) {
    if (!/tag$/i.test((0,_images_pins_js__WEBPACK_IMPORTED_MODULE_4__/* .lastKey */ .O0)(tag)))
        return [];
    if ((0,_images_pins_js__WEBPACK_IMPORTED_MODULE_4__/* .lastKey */ .O0)(tag) === 'newTag') {
        const { name, newName } = (0,_images_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(source, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .readPath */ .G7)(source, root.node, tag.slice(0, -1)));
        return [newName, newName === '' && name.includes('/') ? name : ''].filter((each) => each !== '');
    }
    const parts = (0,_images_values_image_js__WEBPACK_IMPORTED_MODULE_5__/* .readParts */ .fp)(source, root, (0,_images_values_image_js__WEBPACK_IMPORTED_MODULE_5__/* .findRepository */ .W1)(source, root, tag));
    return (0,_images_values_image_js__WEBPACK_IMPORTED_MODULE_5__/* .listRepositories */ .xW)(parts).filter((each) => !each.includes('://'));
}
function assertItemDecides(source, place, after) {
    const { document, path, ancestors, node, missing } = place;
    const list = [...ancestors, node].at(missing.length - 3);
    const [key, own] = path.slice(missing.length - 3);
    if (key !== 'images' || typeof own !== 'number' || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list))
        return;
    const steps = path.slice(0, missing.length - 2).map(toStep);
    const entries = list.items.map((item, index) => ({
        ...(0,_images_entries_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(after, (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .readPath */ .G7)(after, after.documents[document], [...steps, toStep(index)])),
        offset: (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_10__/* .startOfNode */ .kq)(item),
    }));
    (0,_images_deciding_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .assertEntryDecides */ .e)(source, entries, own);
}
function toStep(step) {
    return typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step };
}
function refuseAt(source, root, steps, message) {
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_12__/* .refuse */ .TR)(source, 'unsafe-edit', (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .offsetOf */ .b4)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .locatePath */ .oV)(source, root, steps)), message);
}
function planString(source, root, steps, value, createMissing = false) {
    const place = (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .locatePath */ .oV)(source, root, steps);
    const [key, ...further] = place.missing;
    if (key === undefined)
        return planPlace(source, place, value);
    const canAdd = createMissing && further.length === 0 && key.kind === 'key';
    const { node, document, path, ancestors } = place;
    const into = canAdd ? (0,_text_pairs_js__WEBPACK_IMPORTED_MODULE_6__/* .findInsertion */ .lp)(place) : undefined;
    if (into === undefined || key.kind !== 'key')
        throw (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseMissing */ .jQ)(source, place, steps);
    return {
        edits: [],
        additions: [{ into, key: key.key, value }],
        changes: [{ document, path: [...path, key.key], after: value }],
        touched: [...ancestors, node],
    };
}
function planPlace(source, place, value) {
    const { document, path, ancestors, node } = place;
    const edits = place.pair
        ? (0,_text_value_js__WEBPACK_IMPORTED_MODULE_7__/* .setValue */ .KY)(source, place.pair, value)
        : (0,_text_value_js__WEBPACK_IMPORTED_MODULE_7__/* .setScalar */ .$e)(source, place.node, (0,_yaml_path_js__WEBPACK_IMPORTED_MODULE_11__/* .renderPath */ .i7)(path), value);
    if (edits.length === 0)
        return { edits: [], changes: [] };
    return {
        edits,
        changes: [{ document, path, after: value }],
        touched: [...ancestors, node],
    };
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


function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(behind));
    const lineStart = `${(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, start)}${' '.repeat((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .indentOf */ ._j)(map))}`;
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
function removeFromBlock(text, pair) {
    const start = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .startOfPair */ .YE)(pair);
    const end = endOfLastLine(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfPair */ .Bj)(pair));
    const lineStart = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start);
    if (/[^ \t]/.test(text.slice(lineStart, start))) {
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(start, end + text.slice(end).search(/[^ \t\r\n]|$/))];
    }
    let previous = endOfPreviousLine(text, lineStart);
    while (end === text.length && isBlankLine(text, previous)) {
        previous = endOfPreviousLine(text, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, previous));
    }
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(previous, end)];
}
function replaceBlockScalar(text, start, end, scalar) {
    const header = text.slice(start).search(/[\s#]|$/);
    const bodyStart = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, start);
    const bodyEnd = Math.max(bodyStart, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfText */ .YZ)(text, end));
    return [{ start, end: start + header, text: scalar }, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(bodyStart, bodyEnd)];
}
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


function insertIntoFlow(text, behind, added, others) {
    const { start, end } = behind;
    if (!hasOwnLine(text, behind))
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `, ${added.join(', ')}`)];
    const lineStart = `${(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .lineBreakAt */ .pn)(text, end)}${text.slice((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start)}`;
    const lines = added.map((each) => `${lineStart}${each}`).join(',');
    const lineEnd = (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end);
    if (!text.slice(end, lineEnd).includes('#'))
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, `,${lines}`)];
    const comma = startOfText(text, end);
    const isCut = others.some((edit) => edit.start <= comma && comma < edit.end);
    return text[comma] === ',' && !isCut
        ? [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, `${lines},`)]
        : [(0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(end, ','), (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .insert */ .Yr)(lineEnd, lines)];
}
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
function findCommas(pair) {
    const { start } = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair);
    return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}
function hasCommentBefore(pair) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'comment');
}
function hasOwnLine(text, span) {
    const { before, behind } = linesAround(text, span);
    return before === '' && /^(?:,[ \t]*)?(?:#.*)?$/.test(behind);
}
function hasOwnLineWithComma(text, span) {
    const { before, behind } = linesAround(text, span);
    return before === ''
        ? /^,[ \t]*(?:#.*)?$/.test(behind)
        : before === ',' && /^(?:#.*)?$/.test(behind);
}
function linesAround(text, { start, end }) {
    return {
        before: text.slice((0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .startOfLine */ .C2)(text, start), start).trim(),
        behind: text.slice(end, (0,_splice_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLine */ .vT)(text, end)).trim(),
    };
}
function endOfSeparator(text, comma) {
    const end = startOfText(text, comma + 1);
    return text[end] === '#' ? comma + 1 : end;
}
function startOfText(text, offset) {
    return offset + text.slice(offset).search(/[^ \t]|$/);
}


/***/ }),

/***/ 2929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ removePair),
/* harmony export */   lp: () => (/* binding */ findInsertion),
/* harmony export */   xG: () => (/* binding */ insertPairs)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9510);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8326);
/* harmony import */ var _splice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4034);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);






function findInsertion({ node, pair, ancestors }) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        const behind = node.items.at(-1);
        return behind === undefined ? { map: node } : { map: node, behind };
    }
    const parent = ancestors.at(-1);
    if (pair === undefined || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    const isPlain = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null && !node.anchor && !node.tag;
    const isExplicit = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .tokensOf */ .k8)(pair).start.some(({ type }) => type === 'explicit-key-ind');
    return (node === null || isPlain) && !isExplicit ? { parent, pair } : undefined;
}
function insertPairs({ text }, into, added, others) {
    const { map } = into;
    const behind = map === undefined ? into.pair : into.behind;
    const keyStyle = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .styleOf */ .Vj)(behind?.key);
    const valueStyle = map === undefined ? 'plain' : (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .styleOf */ .Vj)(behind?.value);
    const pairs = added.map(({ key, value, text = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(value, valueStyle) }) => `${(0,_scalar_js__WEBPACK_IMPORTED_MODULE_3__/* .renderScalar */ .VO)(key, keyStyle)}: ${text}`);
    if (map === undefined)
        return fillKey(text, into.parent, into.pair, pairs);
    if (behind === undefined)
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(map.range[0] + 1, pairs.join(', '))];
    return map.flow === true
        ? (0,_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .insertIntoFlow */ .W)(text, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .spanOf */ .ee)(behind), pairs, others)
        : (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .insertIntoBlock */ .b2)(text, map, behind, pairs);
}
function fillKey(text, parent, pair, pairs) {
    const end = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfPair */ .Bj)(pair);
    const flow = `{${pairs.join(', ')}}`;
    if (pair.value === null)
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(end, `: ${flow}`)];
    const [valueStart, valueEnd] = pair.value.range;
    if (valueStart < valueEnd)
        return [{ start: valueStart, end: valueEnd, text: flow }];
    if (parent.flow === true)
        return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(end, ` ${flow}`)];
    const lineEnd = (0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfLine */ .vT)(text, end);
    const lineStart = `${(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .lineBreakAt */ .pn)(text, lineEnd)}${' '.repeat((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .indentOf */ ._j)(parent) + 2)}`;
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_5__/* .insert */ .Yr)(lineEnd, pairs.map((each) => `${lineStart}${each}`).join(''))];
}
function removePair(source, map, pair) {
    const next = map.items[map.items.indexOf(pair) + 1];
    return map.flow === true
        ? (0,_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .removeFromFlow */ .b)(source.text, pair, next)
        : (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .removeFromBlock */ .MS)(source.text, pair);
}


/***/ }),

/***/ 8326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   VO: () => (/* binding */ renderScalar),
/* harmony export */   Vj: () => (/* binding */ styleOf),
/* harmony export */   X2: () => (/* binding */ isAmbiguous)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

function styleOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return 'plain';
    if (node.type === 'QUOTE_SINGLE')
        return 'single';
    return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}
const AMBIGUOUS = [
    /^(?:|~|null|y|n|yes|no|on|off|true|false)$/i,
    /^[-+]?\.?(?:inf|nan)$/i,
    /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/i,
    /^[-+]?0[xob][\da-f]*$/i,
    /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/,
    /^\d{4}-\d{1,2}-\d{1,2}(?:[t ].*)?$/i,
];
const PLAIN_TEXT = /^[\w./][\w./:@+=-]*$/;
function isAmbiguous(text) {
    const bare = text.replaceAll('_', '');
    return AMBIGUOUS.some((pattern) => pattern.test(bare));
}
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
function isPrintable(value) {
    return /^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*$/u.test(value);
}
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
function sortEdits(edits) {
    return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
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
function startOfLine(text, offset) {
    return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
function endOfLine(text, offset) {
    const lineFeed = text.indexOf('\n', offset);
    if (lineFeed === -1)
        return text.length;
    return text[lineFeed - 1] === '\r' && lineFeed > offset ? lineFeed - 1 : lineFeed;
}
function startOfNextLine(text, offset) {
    const lineFeed = text.indexOf('\n', offset);
    return lineFeed === -1 ? text.length : lineFeed + 1;
}
function lineBreakAt(text, offset) {
    const behind = text.indexOf('\n', offset);
    const lineFeed = behind === -1 ? text.lastIndexOf('\n') : behind;
    return text[lineFeed - 1] === '\r' ? '\r\n' : '\n';
}
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
/* harmony export */   $e: () => (/* binding */ setScalar),
/* harmony export */   KY: () => (/* binding */ setValue),
/* harmony export */   Vk: () => (/* binding */ fillValue),
/* harmony export */   gN: () => (/* binding */ writeScalar),
/* harmony export */   n0: () => (/* binding */ refuseRemoval)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8326);
/* harmony import */ var _splice_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4034);
/* harmony import */ var _yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4228);
/* harmony import */ var _yaml_node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3658);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7935);







const STRING_TAG = 'tag:yaml.org,2002:str';
function setValue(source, pair, value) {
    const { key, value: node } = pair;
    if (hasNoText(node))
        return fillValue(source, pair, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, 'plain'));
    return setScalar(source, node, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(key), value);
}
function hasNoText(node) {
    return node === null || node.range[0] === node.range[1];
}
function fillValue(source, pair, text) {
    const { key, value } = pair;
    const name = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(key);
    if (value !== null)
        requireString(source, value, name);
    else if (isExplicit(pair))
        throw refuseValue(source, key, name, 'a key with ? and no value');
    return [(0,_splice_js__WEBPACK_IMPORTED_MODULE_6__/* .insert */ .Yr)((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfPair */ .Bj)(pair), value === null ? `: ${text}` : ` ${text}`)];
}
function setScalar(source, node, name, value) {
    const scalar = requireString(source, node, name);
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(scalar) === value && !(scalar.type === 'PLAIN' && (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .isAmbiguous */ .X2)(value)))
        return [];
    return writeScalar(source, node, name, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .renderScalar */ .VO)(value, (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .styleOf */ .Vj)(scalar)));
}
function writeScalar(source, node, name, text) {
    const scalar = requireString(source, node, name);
    const [start, end] = scalar.range;
    if (start === end)
        throw refuseValue(source, node, name, 'nothing');
    return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
        ? (0,_block_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceBlockScalar */ .kH)(source.text, start, end, text)
        : [{ start, end, text }];
}
const CIPHERTEXT = 'ENC[';
function refuseRemoval(source, key, value) {
    if (value !== null)
        refuseCiphertext(source, value, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(key));
    (0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseShared */ .qY)(source, [key, value]);
}
function refuseCiphertext(source, node, name) {
    if ((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(node)?.startsWith(CIPHERTEXT) !== true)
        return;
    const message = `${name}: the value is encrypted by SOPS, and is not overwritten. Keep it unencrypted (unencrypted_regex in .sops.yaml), or name another path.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}
function requireString(source, node, name) {
    refuseCiphertext(source, node, name);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        throw refuseValue(source, node, name, (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .describeNode */ .WQ)(node));
    if (node.tag === undefined || node.tag === STRING_TAG)
        return node;
    throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}
function isExplicit(pair) {
    return (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .tokensOf */ .k8)(pair).start.some((token) => token.type === 'explicit-key-ind');
}
function refuseValue(source, node, name, given) {
    const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}


/***/ }),

/***/ 9359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ selectDocument)
/* harmony export */ });
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4228);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7935);



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

/***/ 9376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ findDeepNode),
/* harmony export */   Pq: () => (/* binding */ MAX_YAML_DEPTH),
/* harmony export */   _d: () => (/* binding */ findDuplicateKey),
/* harmony export */   sk: () => (/* binding */ findAliasBomb)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const MAX_VALUES = 1_000_000;
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
    sizes.set(node, Number.POSITIVE_INFINITY);
    let size = 1;
    for (const child of valuesWithin(node, aliases))
        size += countValues(child, aliases, sizes);
    sizes.set(node, size);
    return size;
}
function valuesWithin(node, aliases) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return [aliases.get(node)];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return node.items;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}
const MAX_YAML_DEPTH = 200;
function findDeepNode(tokens) {
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
function findDuplicateKey(node) {
    const children = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? [...node.items] : [];
    const seen = new Set();
    for (const { key, value } of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items : []) {
        const identity = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? `${typeof key.value} ${key.source}` : '';
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
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7935);




function keyOf(name) {
    return (key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(key) === name;
}
function fieldOf(name) {
    return (key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(key)?.toLowerCase() === name.toLowerCase();
}
function findPair(source, map, matches) {
    const [pair, second] = map.items.filter(({ key }) => matches(key));
    if (second === undefined)
        return pair;
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', second.key.range[0], `${(0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNode */ .WQ)(second.key)} stands twice in this mapping (the case of keys does not count). Remove one of the two.`);
}
function readValue(source, node, matches) {
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
function locatePlaces(source, root, paths) {
    return paths.map((steps) => {
        const { document, path, missing } = locatePath(source, root, steps);
        return { document, path: [...path, ...missing.map((step) => (0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSteps */ .Il)([step]))] };
    });
}
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
function offsetOf(place) {
    const node = place.pair ? (place.node ?? place.pair.key) : place.node;
    return node.range[0];
}
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
function findItem(source, place, list, selector) {
    const isSelected = (item) => matches(source, item, selector);
    const [, second] = list.items.filter(isSelected);
    if (second === undefined)
        return list.items.findIndex(isSelected);
    throw (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'entry-ambiguous', second.range[0], `${(0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPath */ .i7)(place.path)}: several items ${describeSelector(selector)}. Name the item by its index.`);
}
function matches(source, item, selector) {
    if (selector.kind === 'text') {
        return (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(resolveAlias(source, item))?.startsWith(selector.start) ?? false;
    }
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(readValue(source, item, keyOf(selector.key))) === selector.value;
}
function describeSelector(selector) {
    return selector.kind === 'text'
        ? `begin with ${selector.start}`
        : `have ${selector.key}: ${selector.value}`;
}
function refuseDetour(source, place, node, detour) {
    const message = `${(0,_path_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPath */ .i7)(place.path)}: the value comes through ${detour}. Name the path where it is written, or write it out here.`;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(source, 'unsafe-edit', node.range[0], message);
}
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
function refuseShared(source, nodes) {
    const shared = new Set(source.aliases.values());
    for (const node of nodes) {
        if (node === null || !shared.has(node))
            continue;
        const message = `the anchor &${node.anchor} is used elsewhere in the file, and its value would go away. Write the value out at each place.`;
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
/* harmony export */   kq: () => (/* binding */ startOfNode),
/* harmony export */   rB: () => (/* binding */ resolveAliases),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

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
function readText(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return undefined;
    return typeof node.value === 'string' ? node.value : node.source;
}
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
function tokensOf(pair) {
    return pair.srcToken;
}
function startOfPair(pair) {
    const separators = new Set(['comma', 'space', 'newline', 'comment']);
    const mark = tokensOf(pair).start.find((token) => !separators.has(token.type));
    return mark?.offset ?? pair.key.range[0];
}
function startOfNode(node) {
    return node.range[0];
}
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
function endOfNode(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) || node.flow === true)
        return node.range[1];
    const last = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
        ? node.items.slice(-1).map(endOfPair)
        : node.items.slice(-1).map(endOfNode);
    return Math.max(node.range[0], ...last);
}
function indentOf(node) {
    return node.srcToken.indent;
}


/***/ }),

/***/ 7935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   r4: () => (/* binding */ parseText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4758);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9376);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3658);




const MAX_BYTES = 1024 * 1024;
const STRAY_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
function parseSource(file) {
    return parseText(file.path, decodeText(file));
}
function parseText(path, text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const tokens = [...new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines.addNewLine).parse(text)];
    const deep = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeepNode */ .GQ)(tokens);
    if (deep !== undefined)
        throw refuseDepth({ path, lines }, deep);
    const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({ version: '1.2', uniqueKeys: false, keepSourceTokens: true });
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
        .filter((node) => (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(node) !== 'nothing');
    for (const document of documents) {
        const key = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__/* .findDuplicateKey */ ._d)(document);
        if (key !== undefined)
            throw refuseDuplicate({ path, lines }, key);
    }
    const aliases = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveAliases */ .rB)(documents);
    for (const [alias, target] of aliases) {
        if (target === undefined)
            throw refuseAlias({ path, lines }, alias);
    }
    const bomb = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__/* .findAliasBomb */ .sk)(aliases);
    if (bomb !== undefined)
        throw refuseBomb({ path, lines }, bomb);
    return { path, text, lines, documents, aliases };
}
function refuse(source, code, offset, message) {
    const { line, col } = source.lines.linePos(offset);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .jG(code, `${source.path}:${line}:${col}: ${message}`);
}
function decodeText({ path, bytes }) {
    if (bytes.length > MAX_BYTES) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .jG('unsupported-file', `${path}: expected at most 1 MiB (${MAX_BYTES} bytes), got ${bytes.length} bytes. Split the file, or name another.`);
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const encoded = new TextEncoder().encode(text);
    const wrong = encoded.findIndex((byte, index) => byte !== bytes[index]);
    if (wrong === -1)
        return text;
    const before = bytes.subarray(0, wrong);
    const line = before.filter((byte) => byte === 0x0a).length + 1;
    const column = wrong - before.lastIndexOf(0x0a);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .jG('unsupported-file', `${path}:${line}:${column}: expected UTF-8, got a byte that is not. Save the file as UTF-8.`);
}
function refuseDuplicate(source, key) {
    const message = `the key ${(0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .describeNode */ .WQ)(key)} stands twice in this mapping. Remove one of the two.`;
    return refuse(source, 'unsafe-edit', key.range[0], message);
}
function refuseDepth(source, offset) {
    const message = `expected at most ${_guards_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_YAML_DEPTH */ .Pq} mappings and lists inside of each other, got more. Flatten the file.`;
    return refuse(source, 'unsafe-edit', offset, message);
}
function refuseBreak(source, offset, code) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `expected lines to end with LF or CRLF, got ${name}, which only some parsers take for a line break. Replace it; in a string in double quotes, write its escape.`;
    return refuse(source, 'unsafe-edit', offset, message);
}
function refuseAlias(source, alias) {
    const message = `the alias *${alias.source} has no anchor before it. Write &${alias.source} at the value that it stands for, or that value here.`;
    return refuse(source, 'invalid-yaml', aliasOffset(alias), message);
}
function refuseBomb(source, alias) {
    const message = `with the alias *${alias.source} the file unfolds to more than a million values. Write them out, or fewer of them.`;
    return refuse(source, 'unsafe-edit', aliasOffset(alias), message);
}
function aliasOffset(alias) {
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

/***/ 9387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ renderImageName),
/* harmony export */   Jo: () => (/* binding */ patchTargets),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   df: () => (/* binding */ describePlace)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _patch_patch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3388);
/* harmony import */ var _patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(309);
/* harmony import */ var _message_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1692);
/* harmony import */ var _previous_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(663);






function patchTargets({ file, targets }, facts) {
    const { image } = facts;
    const changes = targets.map((target) => changeOf(target, facts));
    const { targets: patches, ...patched } = (0,_patch_patch_js__WEBPACK_IMPORTED_MODULE_2__/* .patchFile */ .d)(file, changes);
    const results = patches.map(({ imageName, previousImage, changes: observed, diff }, index) => ({
        file: file.path,
        place: describePlace(targets[index], imageName),
        imageName: renderImageName(imageName, image),
        image,
        previousImage,
        changes: observed,
        diff,
    }));
    const addedEntries = patches.flatMap(({ addedEntry = [] }) => addedEntry);
    return { file, ...patched, results, addedEntries };
}
function renderImageName(name, image) {
    const parsed = name === undefined ? undefined : (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .toImageReference */ .Uc)({ repository: name });
    return parsed?.repository ?? shortNameOf(image);
}
function describePlace(target, imageName = '') {
    if (target === undefined || target.kind === 'kustomization')
        return imageName;
    const path = target.kind === 'values' ? target.paths.tag : findMainPath(target.set);
    const { kind, namespace, name } = target.document ?? {};
    const document = Object.entries({ kind, namespace, name }).flatMap(([key, value]) => value === undefined ? [] : `${key}=${value}`);
    return [(0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSteps */ .Il)(path), ...document].join(',');
}
const TELLING = ['image', 'tag', 'digest'];
function findMainPath(set) {
    const rankOf = ({ template }) => {
        const names = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTemplate */ .QC)(template).map(({ name }) => name);
        const rank = TELLING.findIndex((telling) => names.includes(telling));
        return rank === -1 ? TELLING.length : rank;
    };
    const nameOf = ({ path }) => (0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSteps */ .Il)(path);
    const byName = (a, b) => (nameOf(a) < nameOf(b) ? -1 : 1);
    const [main] = set.toSorted((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
    return main?.path ?? [];
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
        image,
        values: set.map((each) => valueOf(target, each, facts)),
        readImage: (texts) => {
            const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
            return (0,_previous_image_js__WEBPACK_IMPORTED_MODULE_5__/* .findPreviousImage */ .Z)(values, image.repository);
        },
        createMissing,
    };
}
function valueOf(target, each, facts) {
    const { path, template } = each;
    const names = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTemplate */ .QC)(template).flatMap(({ name }) => name ?? []);
    const isRepository = names.includes('image') || names.includes('repository');
    return {
        path,
        value: renderTemplateAt(target, each, facts),
        isTag: names.includes('tag') && !isRepository,
        isRepository,
        explainMisfit: (text) => (0,_previous_image_js__WEBPACK_IMPORTED_MODULE_5__/* .explainMisfit */ .q)(template, text),
    };
}
function renderTemplateAt(target, { path, template }, facts) {
    const values = new Map([
        ['image', (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .renderImageReference */ .NL)(facts.image)],
        ['repository', facts.image.repository],
        ['tag', facts.image.tag],
        ['digest', facts.image.digest],
        ['sha', facts.sourceSha],
        ['short-sha', facts.shortSha],
        ['gitops-branch', facts.gitopsBranch],
    ]);
    return (0,_message_template_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTemplate */ .Xm)(template, (name) => {
        const value = values.get(name);
        if (value !== undefined)
            return value;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-input', `targets: {{${name}}} for ${(0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSteps */ .Il)(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`);
    });
}
function shortNameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}
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


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findPreviousImage),
/* harmony export */   q: () => (/* binding */ explainMisfit)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _message_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);


function findPreviousImage(values, fallback) {
    const matches = values.map(matchTemplate);
    const textsOf = (name) => matches.flatMap((match) => match.get(name) ?? []);
    for (const text of textsOf('image')) {
        const parsed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(text);
        if (parsed.valid)
            return parsed.reference;
    }
    const tag = textsOf('tag').find(_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz);
    const digest = textsOf('digest').find(_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
    if (tag === undefined && digest === undefined)
        return undefined;
    return {
        repository: textsOf('repository').find(isRepository) ?? fallback,
        tag,
        digest,
    };
}
function matchTemplate({ template, before = '' }) {
    const shortest = patternOf(template, '(.+?)').exec(before);
    const longest = patternOf(template, '(.+)').exec(before);
    const names = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .QC)(template).flatMap(({ name }) => name ?? []);
    const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? '']);
    return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}
function patternOf(template, placeholder) {
    const parts = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .QC)(template).map(({ text, name }) => {
        if (name === undefined)
            return escapeRegExp(text);
        return typeof placeholder === 'string' ? placeholder : placeholder(name);
    });
    return new RegExp(`^${parts.join('')}$`, 's');
}
const VALUES = new Map([
    ['image', '\\S+'],
    ['repository', '(?:[^\\s@:/]+(?::\\d+)?/)?[^\\s@:]+'],
    ['tag', '[^/:@]+'],
    ['digest', '[A-Za-z0-9]+:[0-9A-Fa-f]+'],
]);
function explainMisfit(template, text) {
    const names = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .QC)(template).flatMap(({ name }) => name ?? []);
    if (names.length === 0)
        return undefined;
    if (patternOf(template, (name) => VALUES.get(name) ?? '.*').test(text))
        return undefined;
    const there = `${JSON.stringify(text)} stands here, which does not fit ${JSON.stringify(template)}`;
    return `${there}. ${suggestTemplate(names, text)}`;
}
function suggestTemplate(names, text) {
    const isTag = names.includes('tag') && !names.includes('digest');
    if (isTag && /^[^/:@]+@/.test(text)) {
        return "Set '{{tag}}@{{digest}}' to write the digest as well, or write the tag alone here once by hand.";
    }
    if (isTag && /[/:]/.test(text)) {
        return "Set '{{image}}' where a whole reference is to stand, or correct the path.";
    }
    return 'Correct the path; an item of a list of texts is named by how it begins: images[NAME=*].';
}
function isRepository(text) {
    const parsed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(text);
    return parsed.valid && parsed.reference.repository === text;
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}


/***/ })

};

//# sourceMappingURL=387.index.js.map