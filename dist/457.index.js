export const id = 457;
export const ids = [457];
export const modules = {

/***/ 1484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ matchesName),
/* harmony export */   O6: () => (/* binding */ setsVersion),
/* harmony export */   XS: () => (/* binding */ appendsSuffix),
/* harmony export */   Zh: () => (/* binding */ isLiteralName),
/* harmony export */   fp: () => (/* binding */ applyEntry),
/* harmony export */   s5: () => (/* binding */ splitImage)
/* harmony export */ });
/** The tag and the digest that kustomize accepts behind a name (`IsImageMatched` of its API). */
const VERSION = '(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$';
/**
 * The part of Go's regular expressions that means the same here: without groups that repeat, which
 * could take for ever, and with three repetitions at the most.
 */
const READABLE = /^(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9]|\.|\||\((?!\?)|\)(?![?*+{])|\[\^?[^[\]\\^]+\]|(?<![(|])[?*+])*$/;
/** No image has a longer name, and to compile an expression takes memory. */
const MAX_NAME_LENGTH = 512;
/**
 * Whether kustomize takes an image for that of an entry: the name is a regular expression, and
 * nothing of it is escaped.
 * @returns `undefined` for an expression that cannot be told here.
 */
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
/** Whether a name matches no image but that of this name. */
function isLiteralName(name) {
    return !/[\\^$|?*+()[\]{}]/.test(name);
}
/** Splits an image as kustomize does: what is before the first `/` holds no tag. */
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
/** What `kustomize build` makes of an image that an entry matches. */
function applyEntry(image, entry) {
    const before = splitImage(image);
    const name = entry.newName || before.name;
    const { tag, digest } = chainVersion(before, entry);
    return `${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
}
function chainVersion({ tag, digest }, entry) {
    if (entry.newTag !== '' || entry.digest !== '') {
        return { tag: entry.newTag, digest: entry.digest };
    }
    return appendsSuffix(entry) ? { tag: `${tag}${entry.tagSuffix}`, digest: '' } : { tag, digest };
}
/** Whether an entry adds to the tag that it finds; what it sets itself gets no suffix. */
function appendsSuffix({ newTag, digest, tagSuffix }) {
    return tagSuffix !== '' && newTag === '' && digest === '';
}
/** Whether an entry decides more than the name of an image. */
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


/**
 * Refuses an entry whose image is not what `kustomize build` makes of it: the entries apply one after
 * the other, each to what those before it left.
 * @param own Index of the entry.
 * @param image What must become of it; without it, what the entry itself makes of its image.
 * @throws PromoteError `unsafe-edit` that names the entry which decides instead, or when there is no
 *   entry at the index.
 */
function assertEntryDecides(source, entries, own, image) {
    const entry = entries[own];
    if (entry === undefined)
        throw refuseRenamed(source);
    assertReached(source, entries.slice(0, own), entry);
    let rendered = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntry */ .fp)(entry.newName || entry.name, entry);
    const wanted = image ?? (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(rendered);
    let decider;
    for (const next of entries.slice(own + 1)) {
        const isMatched = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(rendered, next.name);
        if (isMatched === false || (isMatched === undefined && !(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .setsVersion */ .O6)(next)))
            continue;
        if (isMatched === undefined)
            throw refuseOverridden(source, next, rendered, true);
        if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .setsVersion */ .O6)(next))
            decider = { entry: next, image: rendered };
        rendered = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntry */ .fp)(rendered, next);
    }
    if (decider === undefined || hasVersion(rendered, wanted))
        return;
    throw refuseOverridden(source, decider.entry, decider.image, false);
}
function hasVersion(rendered, { tag = '', digest = '' }) {
    const parts = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(rendered);
    return parts.tag === tag && parts.digest === digest;
}
/** The error for an entry that is not in the list of the changed file under its name. */
function refuseRenamed(source) {
    const message = 'images: another target renames the entry that this one changes, so it cannot be told what becomes of the image. Remove one of the two targets.';
    return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', 0, message);
}
/** An image that an earlier entry has renamed is not there any more for the next one. */
function assertReached(source, earlier, own) {
    if (!(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .isLiteralName */ .Zh)(own.name))
        return;
    let image = own.name;
    let thief;
    for (const entry of earlier) {
        const isMatched = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(image, entry.name);
        if (isMatched === undefined && entry.newName !== '')
            throw refuseDoubtful(source, entry, image);
        if (isMatched !== true)
            continue;
        image = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntry */ .fp)(image, entry);
        thief = entry;
    }
    if (thief === undefined || (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(image, own.name) === true)
        return;
    const taken = `the entry of images ${JSON.stringify(thief.name)} comes first and makes ${(0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .splitImage */ .s5)(image).name} of ${own.name}`;
    const mayBecome = earlier.some(({ newName }) => (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(newName, own.name) === true);
    const message = mayBecome
        ? `${taken}, and it cannot be told whether an image is left that another entry renames to ${own.name}. Set image-name to the name that is left, or remove one of the entries.`
        : `${taken}, so that no image is left for the entry ${JSON.stringify(own.name)}. Set image-name to the name that it leaves, or remove one of the two.`;
    throw (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(source, 'unsafe-edit', thief.offset, message);
}
/** The error for an earlier entry that may take the image away from the one that is changed. */
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
/**
 * The image that `kustomize build` makes of the name of an entry, through all entries.
 * @throws PromoteError `unsafe-edit` when that cannot be told.
 */
function renderThroughEntries(source, entries, name) {
    let image = name;
    for (const entry of entries) {
        const isMatched = entry.name === image || (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .Hj)(image, entry.name);
        if (isMatched === undefined)
            throw refuseOverridden(source, entry, image, true);
        if (!isMatched)
            continue;
        if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .appendsSuffix */ .XS)(entry))
            throw refuseSuffix(source, entry);
        image = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEntry */ .fp)(image, entry);
    }
    return image;
}
/** kustomize visits a container by more than one way, and then appends a suffix more than once. */
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






/** `kind` of the files that have `images`. */
const KINDS = ['Kustomization', 'Component'];
/** The group of kustomize's own files; Flux has another, and keeps `images` in `spec`. */
const API_GROUP = 'kustomize.config.k8s.io/';
const FLUX_GROUP = 'kustomize.toolkit.fluxcd.io/';
/**
 * Finds `images` in a kustomization or component.
 * @throws PromoteError `not-a-kustomization`, or `unsafe-edit` for what cannot be edited safely.
 */
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
/**
 * Chooses the entry to patch: that of the given name; without a name the one whose `name` is the
 * repository, else the only one whose `newName` is.
 * @returns `undefined` when there is none.
 * @throws PromoteError `entry-ambiguous` when there are several.
 */
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
/** The error for an entry that is not there. */
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
/** The error for a file of another program. */
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
/** kustomize reads `imageTags` as `images`, whatever else is there. */
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
/** The fields of an item of a list of images, through aliases and merge keys. */
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



/** What charts call the digest of their image, beside its tag. */
const DIGEST_KEYS = ['digest', 'sha', 'sha256', 'digestChroot'];
/** What they call it where the tag is `tag` itself. */
const IMAGE_KEYS = ['imageDigest', 'imageSha', 'imageSha256', 'tagDigest', 'tagSha'];
/** Endings of the keys of `<prefix>Tag`'s digest. */
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
/** Whether a text pins an image: 64 hex digits, or what says that it is a digest. */
function isPin(text) {
    return HEX.test(text) || /^sha256:/i.test(text) || isOpaque(text);
}
/** A value that only another program can read: a ciphertext, a template or a variable. */
function isOpaque(text) {
    return /^ENC\[|\{\{|\$\{|^\$\(|^<path:/.test(text);
}
/** The last key of a path; empty behind an index or a selector. */
function lastKey(steps) {
    const last = steps.at(-1);
    return last?.kind === 'key' ? last.key : '';
}
/** The prefix of `<prefix>Tag`; of another key all of it. */
function stemOf(tagKey) {
    return tagKey.replace(/[-_]?tag$/i, '');
}
/** The path to another key of the same mapping. */
function beside(steps, key) {
    return [...steps.slice(0, -1), { kind: 'key', key }];
}
/**
 * The keys beside a tag that may hold the digest of its image. For `<prefix>Tag` those with the prefix;
 * those without belong to it as well, unless the mapping has a `tag` that they belong to.
 */
function listDigestKeys(tagKey, hasOtherTag) {
    const stem = stemOf(tagKey);
    const own = ENDINGS.map((ending) => `${stem}${ending}`);
    if (stem === '')
        return [...DIGEST_KEYS, ...IMAGE_KEYS];
    return hasOtherTag ? own : [...DIGEST_KEYS, ...own];
}
/** The values beside a tag that pin an image. */
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
/** Whether a pin is that of a digest; upper and lower case are one. */
function isPinOf({ text }, digest) {
    return toDigest(text) === digest;
}
/** `sha256:` and the hex digits, however they stand there; other texts as they are. */
function toDigest(text) {
    if (!HEX.test(text))
        return text;
    const lower = text.toLowerCase();
    return lower.startsWith('sha256:') ? lower : `sha256:${lower}`;
}
/** A digest in the form that stands there: bare hex digits, too, and where a key is called so. */
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








/**
 * The image that values give, at the paths, else in the keys beside the tag.
 * @param wanted The repository that a bare name at the path of the tag is compared with.
 */
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
/** A tag holds neither `/` nor `:`; a bare name is a reference where it is the image's own. */
function parseTagText(text, wanted) {
    const { name, tag, digest } = (0,_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .splitImage */ .s5)(text);
    const isReference = /[/:]/.test(text.split('@', 1).join('')) || (wanted !== '' && (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(name, wanted));
    return isReference
        ? { isReference, repository: name, tag, digest }
        : { isReference, repository: '', tag: name, digest };
}
/** The path of the repository of a tag: of `<prefix>Tag` the key with the prefix, where there is one. */
function findRepository(source, root, tag) {
    const stem = (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .stemOf */ .Vc)((0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(tag));
    const prefixed = ['Repository', '_repository', '-repository'].map((ending) => (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(tag, `${stem}${ending}`));
    const own = prefixed.find((path) => (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, path)) !== undefined);
    return own ?? (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(tag, 'repository');
}
/** What may be parts of the repository, at its path and beside it. */
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
/** Helm hands `global` to every chart below, so it counts wherever it stands on the way. */
function readGlobals(source, root, at) {
    const keys = ['imageRegistry', 'registry'];
    const found = at.flatMap((_, index) => keys.map((key) => {
        const path = [...at.slice(0, index), asKey('global'), asKey(key)];
        return withoutSlash((0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, path)) ?? '');
    }));
    return [...new Set(found.reverse())].filter((registry) => registry !== '');
}
/** `name` is that of an image in a mapping called so, and where only an image can be called so. */
function readName(source, root, at) {
    const text = (0,_yaml_node_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)((0,_yaml_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .readPath */ .G7)(source, root.node, (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .beside */ .vY)(at, 'name'))) ?? '';
    const isOfImage = isImageKey((0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(at.slice(0, -1)));
    return (0,_pins_js__WEBPACK_IMPORTED_MODULE_2__/* .lastKey */ .O0)(at) !== 'name' && (isOfImage || text.includes('/')) ? text : '';
}
/** Whether a key holds a whole image. */
function isImageKey(key) {
    return /image$/i.test(key);
}
function asKey(key) {
    return { kind: 'key', key };
}
function withoutSlash(registry) {
    return registry.replace(/\/+$/, '');
}
/**
 * The repositories that charts make of the parts: with the registry that stands beside, and with the
 * global one, which takes its place in some charts and means nothing to others. The likeliest first.
 */
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
/** The image that values give, in parts that need not be valid; empty where there is none. */
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

/***/ 9359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ selectDocument)
/* harmony export */ });
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4228);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3658);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7935);



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

/***/ 9376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ findDeepNode),
/* harmony export */   Pq: () => (/* binding */ MAX_YAML_DEPTH),
/* harmony export */   _d: () => (/* binding */ findDuplicateKey),
/* harmony export */   sk: () => (/* binding */ findAliasBomb)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

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
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return [aliases.get(node)];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return node.items;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
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
    const children = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? [...node.items] : [];
    const seen = new Set();
    for (const { key, value } of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items : []) {
        // `1` and `"1"` are two keys.
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
 * Refuses to take nodes away with an anchor that an alias refers to.
 * @throws PromoteError `unsafe-edit`
 */
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
/** Offset of the first character of a node, behind its anchor and its tag. */
function startOfNode(node) {
    // Boundary: every node of a parsed tree has its range, which only the type of a parsed one says.
    return node.range[0];
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
/** An error at a place of the file: `path:line:column: message`, both counted from 1. */
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

/***/ 4457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ patchTargets),
  R: () => (/* binding */ readTargets)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
;// CONCATENATED MODULE: ./src/patch/text/splice.ts
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

;// CONCATENATED MODULE: ./src/patch/text/block.ts


/** Puts lines behind those of a pair, and behind the comment at their end. */
function insertIntoBlock(text, map, behind, pairs) {
    const start = endOfLastLine(text, (0,yaml_node/* endOfPair */.Bj)(behind));
    const lineStart = `${lineBreakAt(text, start)}${' '.repeat((0,yaml_node/* indentOf */._j)(map))}`;
    return [insert(start, pairs.map((pair) => `${lineStart}${pair}`).join(''))];
}
/** Takes the lines of a pair away that is not the only one, with the comment at their end. */
function removeFromBlock(text, pair) {
    const start = (0,yaml_node/* startOfPair */.YE)(pair);
    const end = endOfLastLine(text, (0,yaml_node/* endOfPair */.Bj)(pair));
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
    const bodyEnd = Math.max(bodyStart, endOfText(text, end));
    return [{ start, end: start + header, text: scalar }, cut(bodyStart, bodyEnd)];
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

;// CONCATENATED MODULE: ./src/patch/text/flow.ts


/**
 * Puts pairs or items behind another one: on lines of their own if that has one.
 * @param others Edits that are made too; they may cut the comma behind that one.
 */
function insertIntoFlow(text, behind, added, others) {
    const { start, end } = behind;
    if (!hasOwnLine(text, behind))
        return [insert(end, `, ${added.join(', ')}`)];
    const lineStart = `${lineBreakAt(text, end)}${text.slice(startOfLine(text, start), start)}`;
    const lines = added.map((each) => `${lineStart}${each}`).join(',');
    const lineEnd = endOfLine(text, end);
    if (!text.slice(end, lineEnd).includes('#'))
        return [insert(end, `,${lines}`)];
    // The comment behind the pair stays there.
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
    const span = (0,yaml_node/* spanOf */.ee)(pair);
    const { start, end } = span;
    const line = cut(startOfLine(text, start), startOfNextLine(text, end));
    if (hasOwnLineWithComma(text, span))
        return [line];
    const commas = findCommas(next ?? pair);
    if (hasOwnLine(text, span))
        return [...commas.map((comma) => cut(comma, comma + 1)), line];
    if (next === undefined) {
        return hasCommentBefore(pair)
            ? [...commas.map((comma) => cut(comma, comma + 1)), cut(start, end)]
            : commas.map((comma) => cut(comma, end));
    }
    return [cut(start, end), ...commas.map((comma) => cut(comma, endOfSeparator(text, comma)))];
}
/** Offsets of the commas in front of a pair: one, except for the first pair. */
function findCommas(pair) {
    const { start } = (0,yaml_node/* tokensOf */.k8)(pair);
    return start.filter((token) => token.type === 'comma').map((token) => token.offset);
}
/** Whether a comment stands between a pair and the comma in front of it. */
function hasCommentBefore(pair) {
    return (0,yaml_node/* tokensOf */.k8)(pair).start.some((token) => token.type === 'comment');
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
        before: text.slice(startOfLine(text, start), start).trim(),
        behind: text.slice(end, endOfLine(text, end)).trim(),
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

// EXTERNAL MODULE: ./src/patch/text/scalar.ts
var text_scalar = __webpack_require__(8326);
;// CONCATENATED MODULE: ./src/patch/targets/kustomization-new-entry.ts






/** Plans to add an entry to `images`, and `images` itself where the file has none. */
function planNewEntry(images, name, image) {
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
    const items = fields.map((each) => renderFlow(each, (0,text_scalar/* styleOf */.Vj)(last?.key)));
    const lines = fields.flatMap((each) => renderBlock(each, indentOfLists(root)));
    const lastItem = list?.items.at(-1);
    if (list !== undefined && lastItem !== undefined) {
        return appendItems(text, list, lastItem, fields, items);
    }
    if (pair !== undefined)
        return fillList(text, root, pair, lines, items.join(', '));
    if (last === undefined)
        return [insert(root.range[0] + 1, `images: [${items.join(', ')}]`)];
    if (root.flow === true) {
        const key = (0,text_scalar/* renderScalar */.VO)('images', (0,text_scalar/* styleOf */.Vj)(last.key));
        return insertIntoFlow(text, (0,yaml_node/* spanOf */.ee)(last), [`${key}: [${items.join(', ')}]`], []);
    }
    // Where a blank line keeps the last key apart, one does the new key too.
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, (0,yaml_node/* startOfPair */.YE)(last)));
    const key = `${' '.repeat((0,yaml_node/* indentOf */._j)(root))}images:`;
    return [insertLines(text, (0,yaml_node/* endOfPair */.Bj)(last), [...(isApart ? [''] : []), key, ...lines])];
}
function appendItems(text, list, last, fields, items) {
    const end = (0,yaml_node/* endOfNode */.Ft)(last);
    if (list.flow === true)
        return insertIntoFlow(text, { start: last.range[0], end }, items, []);
    const indent = (0,yaml_node/* indentOf */._j)(list);
    const column = (0,dist/* isMap */.jh)(last) && last.flow !== true ? (0,yaml_node/* indentOf */._j)(last) : indent + 2;
    const lines = fields.flatMap((each) => renderBlock(each, indent, column));
    return [insertLines(text, end, lines)];
}
/** Gives items to an `images` key that has none: in the style of the root, where it can. */
function fillList(text, root, pair, lines, flow) {
    const { start, end } = (0,yaml_node/* spanOf */.ee)(pair);
    if (pair.value === null)
        return [insert(end, `: [${flow}]`)];
    const [valueStart, valueEnd] = pair.value.range;
    const isEmpty = valueStart === valueEnd;
    const value = text.slice(valueStart, valueEnd);
    // Not behind a `?`, and not in place of a comment in the brackets.
    if (root.flow !== true && start === pair.key.range[0] && !/[#\n]/.test(value)) {
        const added = insertLines(text, end, lines);
        return isEmpty ? [added] : [cut(endOfText(text, valueStart), valueEnd), added];
    }
    if ((0,dist/* isSeq */.oP)(pair.value))
        return [insert(valueStart + 1, flow)];
    return [isEmpty ? insert(end, ` [${flow}]`) : { start: valueStart, end, text: `[${flow}]` }];
}
/** Puts lines behind the last one of a node or pair that ends at `end`. */
function insertLines(text, end, lines) {
    const lineEnd = endOfLastLine(text, end);
    const lineBreak = lineBreakAt(text, lineEnd);
    return insert(lineEnd, lines.map((line) => `${lineBreak}${line}`).join(''));
}
function renderBlock(fields, indent, column = indent + 2) {
    const dash = `${' '.repeat(indent)}-`.padEnd(column);
    return fields.map(([field, value], index) => `${index === 0 ? dash : ' '.repeat(column)}${field}: ${(0,text_scalar/* renderScalar */.VO)(value, 'plain')}`);
}
function renderFlow(fields, style) {
    const pairs = fields.map(([field, value]) => `${(0,text_scalar/* renderScalar */.VO)(field, style)}: ${(0,text_scalar/* renderScalar */.VO)(value, style)}`);
    return `{${pairs.join(', ')}}`;
}
/** How far the file indents its lists below a key of the root: as its first one, else as the key. */
function indentOfLists(root) {
    const lists = root.items.map(({ value }) => value).filter((value) => (0,dist/* isSeq */.oP)(value));
    const block = lists.find((list) => list.flow !== true);
    return (0,yaml_node/* indentOf */._j)(block ?? root);
}

// EXTERNAL MODULE: ./src/patch/images/deciding-entry.ts
var deciding_entry = __webpack_require__(4567);
// EXTERNAL MODULE: ./src/patch/images/entries.ts
var images_entries = __webpack_require__(4181);
// EXTERNAL MODULE: ./src/patch/images/chain.ts
var chain = __webpack_require__(1484);
;// CONCATENATED MODULE: ./src/patch/text/pairs.ts






/** Where a place takes new pairs; `undefined` where it takes none. */
function findInsertion({ node, pair, ancestors }) {
    if ((0,dist/* isMap */.jh)(node)) {
        const behind = node.items.at(-1);
        return behind === undefined ? { map: node } : { map: node, behind };
    }
    const parent = ancestors.at(-1);
    if (pair === undefined || !(0,dist/* isMap */.jh)(parent))
        return undefined;
    const isPlain = (0,dist/* isScalar */.jn)(node) && node.value === null && !node.anchor && !node.tag;
    const isExplicit = (0,yaml_node/* tokensOf */.k8)(pair).start.some(({ type }) => type === 'explicit-key-ind');
    return (node === null || isPlain) && !isExplicit ? { parent, pair } : undefined;
}
/**
 * Edits that put new pairs into a mapping, in the style of what is there.
 * @param others The other edits of the text.
 */
function insertPairs({ text }, into, added, others) {
    const { map } = into;
    const behind = map === undefined ? into.pair : into.behind;
    const keyStyle = (0,text_scalar/* styleOf */.Vj)(behind?.key);
    const valueStyle = map === undefined ? 'plain' : (0,text_scalar/* styleOf */.Vj)(behind?.value);
    const pairs = added.map(({ key, value }) => `${(0,text_scalar/* renderScalar */.VO)(key, keyStyle)}: ${(0,text_scalar/* renderScalar */.VO)(value, valueStyle)}`);
    if (map === undefined)
        return fillKey(text, into.parent, into.pair, pairs);
    if (behind === undefined)
        return [insert(map.range[0] + 1, pairs.join(', '))];
    return map.flow === true
        ? insertIntoFlow(text, (0,yaml_node/* spanOf */.ee)(behind), pairs, others)
        : insertIntoBlock(text, map, behind, pairs);
}
/** Gives pairs to a key without a value: on lines of their own below it, where it has none at all. */
function fillKey(text, parent, pair, pairs) {
    const end = (0,yaml_node/* endOfPair */.Bj)(pair);
    const flow = `{${pairs.join(', ')}}`;
    if (pair.value === null)
        return [insert(end, `: ${flow}`)];
    const [valueStart, valueEnd] = pair.value.range;
    if (valueStart < valueEnd)
        return [{ start: valueStart, end: valueEnd, text: flow }];
    if (parent.flow === true)
        return [insert(end, ` ${flow}`)];
    const lineEnd = endOfLine(text, end);
    const lineStart = `${lineBreakAt(text, lineEnd)}${' '.repeat((0,yaml_node/* indentOf */._j)(parent) + 2)}`;
    return [insert(lineEnd, pairs.map((each) => `${lineStart}${each}`).join(''))];
}
/** Edits that take a pair away that is not the only one. */
function removePair(source, map, pair) {
    const next = map.items[map.items.indexOf(pair) + 1];
    return map.flow === true
        ? removeFromFlow(source.text, pair, next)
        : removeFromBlock(source.text, pair);
}

// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts
var yaml_source = __webpack_require__(7935);
;// CONCATENATED MODULE: ./src/patch/text/value.ts







const STRING_TAG = 'tag:yaml.org,2002:str';
/**
 * Edits that make a pair's value the given string, in the style that the value has; none when it
 * is that string already, under every YAML.
 * @throws PromoteError `unsafe-edit` when the value is an alias, a collection or of another type.
 */
function setValue(source, pair, value) {
    const { key, value: node } = pair;
    const name = (0,yaml_node/* describeNode */.WQ)(key);
    if (node === null) {
        if (!isExplicit(pair))
            return [insert((0,yaml_node/* endOfPair */.Bj)(pair), `: ${(0,text_scalar/* renderScalar */.VO)(value, 'plain')}`)];
        throw refuseValue(source, key, name, 'a key with ? and no value');
    }
    const scalar = requireString(source, node, name);
    const [start, end] = scalar.range;
    return start < end
        ? setScalar(source, scalar, name, value)
        : [insert((0,yaml_node/* endOfPair */.Bj)(pair), ` ${(0,text_scalar/* renderScalar */.VO)(value, 'plain')}`)];
}
/**
 * As `setValue`, for a node that is not empty.
 * @param name What messages call the node.
 */
function setScalar(source, node, name, value) {
    const scalar = requireString(source, node, name);
    if ((0,yaml_node/* readText */.yR)(scalar) === value && !(scalar.type === 'PLAIN' && (0,text_scalar/* isAmbiguous */.X2)(value)))
        return [];
    const [start, end] = scalar.range;
    if (start === end)
        throw refuseValue(source, node, name, 'nothing');
    const text = (0,text_scalar/* renderScalar */.VO)(value, (0,text_scalar/* styleOf */.Vj)(scalar));
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
function refuseRemoval(source, key, value) {
    refuseCiphertext(source, value, (0,yaml_node/* describeNode */.WQ)(key));
    (0,locate/* refuseShared */.qY)(source, [key, value]);
}
/** The value would be lost, and the file could not be decrypted any more. */
function refuseCiphertext(source, node, name) {
    if ((0,yaml_node/* readText */.yR)(node)?.startsWith(CIPHERTEXT) !== true)
        return;
    const message = `${name}: the value is encrypted by SOPS, and is not overwritten. Keep it unencrypted (unencrypted_regex in .sops.yaml), or name another path.`;
    throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', node.range[0], message);
}
function requireString(source, node, name) {
    refuseCiphertext(source, node, name);
    if (!(0,dist/* isScalar */.jn)(node))
        throw refuseValue(source, node, name, (0,yaml_node/* describeNode */.WQ)(node));
    if (node.tag === undefined || node.tag === STRING_TAG)
        return node;
    throw refuseValue(source, node, name, `a value of the type ${node.tag}`);
}
function isExplicit(pair) {
    return (0,yaml_node/* tokensOf */.k8)(pair).start.some((token) => token.type === 'explicit-key-ind');
}
function refuseValue(source, node, name, given) {
    const message = `${name}: expected a string, got ${given}. Write the string itself here.`;
    return (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', node.range[0], message);
}

;// CONCATENATED MODULE: ./src/patch/targets/kustomization-entry.ts








/** The image that an entry gives, as `kustomize build` reads it; absent when that is none. */
function readEntryImage(entry) {
    const { name, newName, newTag } = entry;
    const given = (0,chain/* splitImage */.s5)(newName === '' ? name : newName);
    const version = newTag === '' && entry.digest === '' ? given.tag : newTag;
    const [tag, embedded = given.digest] = version.split('@', 2);
    const digest = entry.digest === '' ? embedded : entry.digest;
    return (0,base_image/* toImageReference */.Uc)({ repository: given.name, tag, digest });
}
/** The fields that make an entry give the image; those that do already keep their values. */
function computeFields(entry, image) {
    const { name, newName, newTag, digest } = entry;
    // A spelling of the repository stays; one with a tag in it would give two.
    const isSame = (0,base_image/* isSameRepository */.ve)(newName === '' ? name : newName, image.repository);
    // `newTag: v1@sha256:…` gives both, and stays until one of them changes.
    const keeps = newTag === `${image.tag}@${image.digest}` && digest === '';
    return new Map([
        ['newName', isSame ? newName || undefined : image.repository],
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
        const pair = (0,locate/* findPair */.c6)(source, map, (0,locate/* fieldOf */._F)(field));
        const path = [images.key, entry.index, (0,yaml_node/* readText */.yR)(pair?.key) ?? field];
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
/** Edits that give a pair of an entry a value, or take it away. */
function editPair(source, map, pair, after) {
    const current = (0,yaml_node/* readText */.yR)((0,locate/* resolveAlias */.Zg)(source, pair.value)) ?? '';
    if (after === undefined) {
        if (pair.value === null || current === '')
            return [];
        refuseRemoval(source, pair.key, pair.value);
        return removePair(source, map, pair);
    }
    return (0,dist/* isAlias */.Vj)(pair.value) && current === after ? [] : setValue(source, pair, after);
}
/**
 * Whether an entry that has no such pair needs one.
 * @throws PromoteError `unsafe-edit` when a merge key gives it another value.
 */
function needsPair(source, map, field, after) {
    const current = readField(source, map, field);
    if (current === (after ?? ''))
        return false;
    if (current === '')
        return true;
    const message = `${field}: the value comes through a merge key (<<). Write it into the entry itself.`;
    throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', map.range[0], message);
}
function requireOwnEntry(source, { node, name }) {
    const pair = (0,dist/* isMap */.jh)(node) ? (0,locate/* findPair */.c6)(source, node, (0,locate/* fieldOf */._F)('name')) : undefined;
    if ((0,dist/* isMap */.jh)(node) && pair !== undefined)
        return { map: node, name: pair };
    throw (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', node.range[0], `images: the entry ${JSON.stringify(name)} comes through an alias or a merge key. Write its fields out here.`);
}
function readField(source, node, field) {
    return (0,yaml_node/* readText */.yR)((0,locate/* readValue */.wK)(source, node, (0,locate/* fieldOf */._F)(field))) ?? '';
}

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
    const images = (0,images_entries/* locateImages */.jH)(source);
    const entry = (0,images_entries/* findEntry */.w4)(source, images, imageName, image.repository);
    if (entry === undefined && createMissing !== true) {
        throw (0,images_entries/* refuseMissingEntry */.HB)(source, images, imageName, image.repository);
    }
    const name = entry?.name ?? imageName ?? image.repository;
    const plan = entry === undefined
        ? planNewEntry(images, name, image)
        : {
            ...planEntry(source, images, entry, computeFields(entry, image)),
            imageName: name,
            previousImage: readEntryImage(entry),
        };
    return {
        ...plan,
        assertDeployed: (after) => {
            assertDecides(source, images, after, name, image);
        },
    };
}
/** An entry is told by its name, which no other one has; its place is that in the old file. */
function assertDecides(source, { root, entries }, after, name, image) {
    const placed = (0,images_entries/* locateImages */.jH)(after).entries.map((entry, index) => ({
        ...entry,
        offset: (entries[index]?.node ?? root).range[0],
    }));
    const own = placed.findIndex((entry) => entry.name === name);
    (0,deciding_entry/* assertEntryDecides */.e)(source, placed, own, image);
}

;// CONCATENATED MODULE: ./src/patch/targets/plan.ts
function joinPlans(plans) {
    return {
        edits: plans.flatMap(({ edits }) => edits),
        additions: plans.flatMap(({ additions = [] }) => additions),
        newEntries: plans.flatMap(({ newEntries = [] }) => newEntries),
        changes: plans.flatMap(({ changes }) => changes),
        touched: plans.flatMap(({ touched = [] }) => touched),
    };
}

// EXTERNAL MODULE: ./src/patch/images/pins.ts
var images_pins = __webpack_require__(985);
// EXTERNAL MODULE: ./src/patch/images/values-image.ts
var values_image = __webpack_require__(459);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
;// CONCATENATED MODULE: ./src/patch/targets/set.ts














/**
 * Plans the edits that set strings at paths.
 * @throws PromoteError with file, line and column when the file cannot be edited so.
 */
function planSet(source, change) {
    const { document, values, image, readImage, createMissing } = change;
    const paths = values.map(({ path }) => path);
    const root = (0,yaml_document/* selectDocument */.U)(source, document, paths);
    const texts = paths.map((path) => (0,yaml_node/* readText */.yR)((0,locate/* readPath */.G7)(source, root.node, path)));
    for (const [index, value] of values.entries()) {
        refuseMisfit(source, root, value, texts[index] ?? '');
        if (image !== undefined)
            refuseContradiction(source, root, value, values, image);
    }
    const plans = values.map(({ path, value }) => planString(source, root, path, value, createMissing));
    return {
        ...joinPlans(plans),
        previousImage: readImage?.(texts),
        assertDeployed: (after) => {
            for (const path of paths)
                assertItemDecides(source, (0,locate/* locatePath */.oV)(source, root, path), after);
        },
    };
}
/** An item that is chosen by its text is the right one, whatever its text is. */
function refuseMisfit(source, root, value, text) {
    const { path, explainMisfit } = value;
    if (text === '' || text === value.value || path.at(-1)?.kind === 'text')
        return;
    const misfit = explainMisfit?.(text);
    if (misfit === undefined)
        return;
    throw refuseAt(source, root, path, `${(0,yaml_path/* renderSteps */.Il)(path)}: ${misfit}`);
}
/** A tag means nothing beside a digest, and another image's beside the repository of that one. */
function refuseContradiction(source, root, { path, isTag }, values, image) {
    if (isTag !== true || (0,images_pins/* lastKey */.O0)(path) === '')
        return;
    const set = new Set(values.map((value) => (0,yaml_path/* renderSteps */.Il)(value.path)));
    const pin = (0,images_pins/* findPins */.mP)(source, root, path).find((each) => !set.has((0,yaml_path/* renderSteps */.Il)(each.steps)) && !(0,images_pins/* isPinOf */.ZY)(each, image.digest));
    if (pin !== undefined) {
        const pinned = (0,yaml_path/* renderSteps */.Il)(pin.steps);
        const message = `the ${pin.key} beside the tag, ${pin.text}, would win over the new tag. Set ${pinned}: '{{digest}}' too, or remove it.`;
        throw refuseAt(source, root, path, message);
    }
    const parent = (0,yaml_path/* renderSteps */.Il)(path.slice(0, -1));
    const isGiven = values.some((value) => value.isRepository === true && (0,yaml_path/* renderSteps */.Il)(value.path.slice(0, -1)) === parent);
    const repositories = isGiven ? [] : listNamedRepositories(source, root, path);
    const [first] = repositories;
    if (first === undefined)
        return;
    if (repositories.some((each) => (0,base_image/* isSameRepository */.ve)(each, image.repository)))
        return;
    const message = `beside the tag stands ${first}, not ${image.repository}. Set that too, with {{repository}}, or promote that image.`;
    throw refuseAt(source, root, path, message);
}
/** The repositories that a tag may be of, by the keys beside it; none where nothing tells. */
function listNamedRepositories(source, root, tag) {
    if (!/tag$/i.test((0,images_pins/* lastKey */.O0)(tag)))
        return [];
    if ((0,images_pins/* lastKey */.O0)(tag) === 'newTag') {
        const { name, newName } = (0,images_entries/* readFields */.qU)(source, (0,locate/* readPath */.G7)(source, root.node, tag.slice(0, -1)));
        // A name without a path is what a manifest calls the image, wherever that is.
        return [newName, newName === '' && name.includes('/') ? name : ''].filter((each) => each !== '');
    }
    const parts = (0,values_image/* readParts */.fp)(source, root, (0,values_image/* findRepository */.W1)(source, root, tag));
    return (0,values_image/* listRepositories */.xW)(parts).filter((each) => !each.includes('://'));
}
/**
 * An item of `images`, of Flux or in a kustomization, is one of entries that follow each other. The
 * place is that of the file before the edits, which may change what a selector looks for.
 */
function assertItemDecides(source, place, after) {
    const { document, path, ancestors, node, missing } = place;
    // A field that is added is the only step that is missing.
    const list = [...ancestors, node].at(missing.length - 3);
    const [key, own] = path.slice(missing.length - 3);
    if (key !== 'images' || typeof own !== 'number' || !(0,dist/* isSeq */.oP)(list))
        return;
    const steps = path.slice(0, missing.length - 2).map(toStep);
    const entries = list.items.map((item, index) => ({
        ...(0,images_entries/* readFields */.qU)(after, (0,locate/* readPath */.G7)(after, after.documents[document], [...steps, toStep(index)])),
        offset: (0,yaml_node/* startOfNode */.kq)(item),
    }));
    (0,deciding_entry/* assertEntryDecides */.e)(source, entries, own);
}
function toStep(step) {
    return typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step };
}
function refuseAt(source, root, steps, message) {
    return (0,yaml_source/* refuse */.TR)(source, 'unsafe-edit', (0,locate/* offsetOf */.b4)((0,locate/* locatePath */.oV)(source, root, steps)), message);
}
/** Plans the edits that make the node at a path a string. */
function planString(source, root, steps, value, createMissing = false) {
    const place = (0,locate/* locatePath */.oV)(source, root, steps);
    const [key, ...further] = place.missing;
    if (key === undefined)
        return planPlace(source, place, value);
    const canAdd = createMissing && further.length === 0 && key.kind === 'key';
    const { node, document, path, ancestors } = place;
    const into = canAdd ? findInsertion(place) : undefined;
    if (into === undefined || key.kind !== 'key')
        throw (0,locate/* refuseMissing */.jQ)(source, place, steps);
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
        ? setValue(source, place.pair, value)
        : setScalar(source, place.node, (0,yaml_path/* renderPath */.i7)(path), value);
    if (edits.length === 0)
        return { edits: [], changes: [] };
    return {
        edits,
        changes: [{ document, path, after: value }],
        touched: [...ancestors, node],
    };
}

;// CONCATENATED MODULE: ./src/patch/targets/values.ts









/**
 * Plans the edits that give an image to Helm values. Repository, tag and digest are a unit: one
 * that stands beside the tag and contradicts the image needs a path, so that it changes too. What
 * the image has not becomes empty and does not go away: the chart's default would come back.
 * @throws PromoteError `unsafe-edit` that names the input whose path is missing.
 */
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
        plans.push(planString(source, root, steps, after, createMissing));
    };
    const repository = computeRepository(scene);
    if (repository !== undefined && paths.repository)
        set(paths.repository, repository);
    const isJoined = current.text.digest !== '' && (!paths.digest || current.digest === '');
    set(paths.tag, renderTagValue(scene, isJoined));
    if (paths.digest && !isJoined) {
        const key = (0,images_pins/* lastKey */.O0)(paths.digest);
        const { digest = '' } = image;
        // The very digest stays in the form that it has.
        const stays = digest !== '' && (0,images_pins/* isPinOf */.ZY)({ text: current.digest }, digest);
        set(paths.digest, stays ? current.digest : (0,images_pins/* renderPin */.S8)(digest, current.digest, key));
    }
    const { tag, repository: repositoryPath = tag, digest = tag } = paths;
    return {
        ...joinPlans(plans),
        previousImage: (0,base_image/* toImageReference */.Uc)((0,values_image/* toParts */.Qm)(current, image.repository)),
        places: (0,locate/* locatePlaces */.tJ)(source, root, [...new Set([tag, repositoryPath, digest])]),
    };
}
/**
 * What the value at the path of the tag becomes: it keeps its form.
 * @param isJoined Whether it holds the digest as well.
 */
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
/**
 * Refuses a digest that stands beside the tag and pins another image, and one of the image that has no
 * place.
 */
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
/** @param own The path that is given, where one is. */
function explainPin({ key, steps, text }, own) {
    const problem = `the ${key} beside the tag, ${text}, would win over the new tag`;
    const path = (0,yaml_path/* renderSteps */.Il)(steps);
    return own === undefined
        ? `${problem}. Set values-digest-path: ${path} (in targets: digest-path), or make it empty.`
        : `${problem}, and values-digest-path is ${own}. Make ${path} empty.`;
}
/**
 * What the repository becomes; `undefined` where the values give that of the image already.
 * @throws PromoteError `unsafe-edit` when they give another one, and it has no path.
 */
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
    // Another registry has a cure of its own.
    if (current.parts.repository !== '')
        splitOff(scene, current.parts);
    const message = `the repository beside the tag is ${first}, not ${image.repository}. Set values-repository-path (in targets: repository-path), or promote that image.`;
    throw refuseAtTag(scene, message);
}
/**
 * The repository as it stands beside a registry, which it goes without.
 * @throws PromoteError `unsafe-edit` when that is another one than the image's, and where it cannot be
 *   told whether the chart puts it together.
 */
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

;// CONCATENATED MODULE: ./src/patch/yaml/followers.ts



/**
 * What follows when nodes with an anchor change: a sentence for each anchor that is used elsewhere,
 * with the places.
 */
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




/**
 * Refuses to change a document that SOPS has signed: its `mac` is computed over all values, unless
 * `mac_only_encrypted` is set. What is added SOPS could expect to be encrypted.
 * @param documents Indices of the documents that change, and whether something is added there.
 * @throws PromoteError `unsafe-edit`
 */
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
    const joined = joinPlans(plans);
    const edits = computeEdits(source, joined);
    const text = spliceEdits(source.text, edits);
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
/** The documents that change, and whether something is added there. */
function listChanged({ changes, additions, newEntries }) {
    const isAdded = additions.length + newEntries.length > 0;
    return new Map(changes.map(({ document }) => [document, isAdded]));
}
function planChange(source, change) {
    switch (change.kind) {
        case 'kustomization':
            return planKustomization(source, change);
        case 'values':
            return planValues(source, change);
        case 'set':
            return { ...planSet(source, change), places: locateSet(source, change) };
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
    for (const [place, { into }] of new Map(additions.map((each) => [placeOf(each), each]))) {
        const pairs = additions.filter((each) => placeOf(each) === place);
        added.push(...insertPairs(source, into, pairs, edits));
    }
    return [...edits, ...added, ...addEntries(source.text, newEntries)];
}
/** What additions share that go to one place of the text. */
function placeOf({ into }) {
    return into.map === undefined ? into.pair : (into.behind ?? into.map);
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
    const parts = (0,message_template/* parseTemplate */.QC)(template).map(({ text, name }) => {
        if (name === undefined)
            return escapeRegExp(text);
        return typeof placeholder === 'string' ? placeholder : placeholder(name);
    });
    return new RegExp(`^${parts.join('')}$`, 's');
}
/** What may stand in the place of a placeholder, where not anything may. */
const VALUES = new Map([
    ['image', '\\S+'],
    ['repository', '(?:[^\\s@:/]+(?::\\d+)?/)?[^\\s@:]+'],
    ['tag', '[^/:@]+'],
    ['digest', '[A-Za-z0-9]+:[0-9A-Fa-f]+'],
]);
/**
 * Why a text is not what a template replaces: an item that has moved, or a whole reference in the place
 * of a tag.
 * @returns `undefined` for a text that may be, and for a template without placeholders.
 */
function explainMisfit(template, text) {
    const names = (0,message_template/* parseTemplate */.QC)(template).flatMap(({ name }) => name ?? []);
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
    const { targets: patches, ...patched } = patchFile(file, changes);
    const results = patches.map(({ imageName, previousImage, changes: observed, diff }, index) => ({
        file: file.path,
        place: renderTargetPlace(targets[index], imageName),
        imageName: renderImageName(imageName, image),
        image,
        previousImage,
        changes: observed,
        diff,
    }));
    const addedEntries = patches.flatMap(({ addedEntry = [] }) => addedEntry);
    return { file, ...patched, results, addedEntries };
}
/**
 * What an image is called in messages: the name of its entry where that is one of an image, so that
 * nothing else of a file (a mention, a reference to an issue) gets into a subject or a title.
 */
function renderImageName(name, image) {
    const parsed = name === undefined ? undefined : (0,base_image/* toImageReference */.Uc)({ repository: name });
    return parsed?.repository ?? shortNameOf(image);
}
/** @param imageName Of the entry, as it stands in the file. */
function renderTargetPlace(target, imageName = '') {
    if (target === undefined || target.kind === 'kustomization')
        return imageName;
    const path = target.kind === 'values' ? target.paths.tag : (target.set[0]?.path ?? []);
    const { kind, namespace, name } = target.document ?? {};
    const document = Object.entries({ kind, namespace, name }).flatMap(([key, value]) => value === undefined ? [] : `${key}=${value}`);
    return [(0,yaml_path/* renderSteps */.Il)(path), ...document].join(',');
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
        values: set.map((each) => files_valueOf(target, each, facts)),
        readImage: (texts) => {
            const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
            return findPreviousImage(values, image.repository);
        },
        createMissing,
    };
}
function files_valueOf(target, each, facts) {
    const { path, template } = each;
    const names = (0,message_template/* parseTemplate */.QC)(template).flatMap(({ name }) => name ?? []);
    const isRepository = names.includes('image') || names.includes('repository');
    return {
        path,
        value: renderTemplateAt(target, each, facts),
        isTag: names.includes('tag') && !isRepository,
        isRepository,
        explainMisfit: (text) => explainMisfit(template, text),
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
function shortNameOf({ repository }) {
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


/***/ })

};

//# sourceMappingURL=457.index.js.map