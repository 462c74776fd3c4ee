export const id = 388;
export const ids = [388];
export const modules = {

/***/ 7388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCopyStep: () => (/* binding */ runCopyStep)
});

// UNUSED EXPORTS: readCopiedImage

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/patch/images/chain.ts
var chain = __webpack_require__(1484);
// EXTERNAL MODULE: ./src/patch/images/deciding-entry.ts
var deciding_entry = __webpack_require__(4567);
// EXTERNAL MODULE: ./src/patch/images/entries.ts
var images_entries = __webpack_require__(4181);
// EXTERNAL MODULE: ./src/patch/images/pins.ts
var pins = __webpack_require__(985);
// EXTERNAL MODULE: ./src/patch/images/values-image.ts
var values_image = __webpack_require__(459);
// EXTERNAL MODULE: ./src/patch/text/scalar.ts
var scalar = __webpack_require__(8326);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/node.ts
var yaml_node = __webpack_require__(3658);
// EXTERNAL MODULE: ./src/patch/yaml/path.ts
var path = __webpack_require__(309);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts
var yaml_source = __webpack_require__(7935);
;// CONCATENATED MODULE: ./src/patch/images/read-image.ts














function readImageOf(file, location) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    const image = location.kind === 'kustomization'
        ? readKustomization(source, location.imageName)
        : readValues(source, location.paths);
    if ((0,base_image/* isDeployable */.M4)(image))
        return image;
    throw new errors/* PromoteError */.jG('no-image', `promote-from: ${image.repository} has neither tag nor digest in ${file.path}. Promote to that file first, or give image.`);
}
function readKustomization(source, imageName) {
    const { entries } = (0,images_entries/* locateImages */.jH)(source);
    const entry = chooseEntry(source, imageName);
    for (const field of ['name', 'newName', 'newTag', 'digest']) {
        readLiteral(source, (0,locate/* readValue */.wK)(source, entry.node, (0,locate/* fieldOf */._F)(field)), field);
    }
    const placed = entries.map((each) => ({ ...each, offset: each.node.range[0] }));
    const { name, tag, digest } = (0,chain/* splitImage */.s5)((0,deciding_entry/* renderThroughEntries */.E)(source, placed, entry.name));
    return requireImage(source, entry.node.range[0], { repository: name, tag, digest });
}
function chooseEntry(source, imageName) {
    const { root, entries } = (0,images_entries/* locateImages */.jH)(source);
    const [entry, second] = entries.filter(({ name }) => name === (imageName ?? name));
    if (entry !== undefined && second === undefined)
        return entry;
    const [offset] = root.range;
    const there = `Set image-name to one of them: ${(0,images_entries/* listEntries */.fi)(entries)}.`;
    if (entry !== undefined) {
        const message = `promote-from: expected one entry of images, got several. ${there}`;
        throw (0,yaml_source/* refuse */.TR)(source, 'entry-ambiguous', offset, message);
    }
    const message = entries.length === 0
        ? 'promote-from: expected an entry of images, but the file has none.'
        : `promote-from: no entry of images has that name. ${there}`;
    throw (0,yaml_source/* refuse */.TR)(source, 'entry-not-found', offset, message);
}
function readValues(source, paths) {
    const root = (0,yaml_document/* selectDocument */.U)(source, undefined, [paths.tag]);
    const read = (steps) => readLiteral(source, (0,locate/* readPath */.G7)(source, root.node, steps), (0,path/* renderSteps */.Il)(steps));
    const digestPath = paths.digest ?? (0,pins/* beside */.vY)(paths.tag, 'digest');
    const [text, digest] = [read(paths.tag), read(digestPath)];
    const own = (0,path/* renderSteps */.Il)(digestPath);
    const pin = (0,pins/* findPins */.mP)(source, root, paths.tag).find(({ steps }) => (0,path/* renderSteps */.Il)(steps) !== own);
    if (pin !== undefined) {
        const message = `promote-from: ${(0,path/* renderSteps */.Il)(pin.steps)} pins ${pin.text} beside the tag. Set values-digest-path to it, or make it empty.`;
        throw (0,yaml_source/* refuse */.TR)(source, 'no-image', (0,locate/* offsetOf */.b4)(root), message);
    }
    const inTag = (0,chain/* splitImage */.s5)(text);
    const isReference = /[/:]/.test(text.split('@', 1).join(''));
    const at = isReference
        ? paths.tag
        : (paths.repository ?? (0,values_image/* findRepository */.W1)(source, root, paths.tag));
    for (const key of [(0,pins/* lastKey */.O0)(at), 'registry', 'name'])
        read((0,pins/* beside */.vY)(at, key));
    const found = (0,values_image/* readParts */.fp)(source, root, at);
    const parts = isReference ? { ...found, repository: inTag.name, name: '' } : found;
    const offset = offsetAt(source, root, paths.tag);
    const isBare = /sha(?:256)?$/i.test((0,pins/* lastKey */.O0)(digestPath));
    return requireImage(source, offset, {
        repository: readRepository(source, offset, parts),
        tag: isReference ? inTag.tag : inTag.name,
        digest: (isBare ? (0,pins/* toDigest */.O6)(digest) : digest) || inTag.digest,
    });
}
function readRepository(source, offset, parts) {
    const { repository, registry, globals, name } = parts;
    const core = repository || (name.includes('/') || registry !== '' ? name : '');
    if (core === '') {
        const message = 'promote-from: expected a repository beside the tag, got none. Set values-repository-path.';
        throw (0,yaml_source/* refuse */.TR)(source, 'entry-not-found', offset, message);
    }
    const isJoined = name === '' || `/${core}`.endsWith(`/${name}`);
    const registries = new Set([...(registry === '' ? [] : [registry]), ...globals]);
    const [first, second] = (0,base_image/* hasRegistry */.qY)(core) && registry === '' ? [] : registries;
    if (isJoined && second === undefined)
        return first === undefined ? core : `${first}/${core}`;
    const given = isJoined ? [...registries].join(' and ') : `${core} and the name ${name}`;
    const message = `promote-from: it cannot be told what the chart makes of ${given}. Give image instead.`;
    throw (0,yaml_source/* refuse */.TR)(source, 'no-image', offset, message);
}
function readLiteral(source, node, name) {
    const text = (0,yaml_node/* readText */.yR)(node) ?? '';
    if (!(0,dist/* isScalar */.jn)(node) || text === '')
        return text;
    const refusal = (problem) => {
        const message = `promote-from: ${name}: ${problem}`;
        return (0,yaml_source/* refuse */.TR)(source, 'no-image', (0,yaml_node/* startOfNode */.kq)(node), message);
    };
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
        throw refusal('expected a text on one line, got a block. Write it on one line.');
    }
    if ((0,pins/* isOpaque */.qp)(text)) {
        const cure = 'Give image, or promote from a file that says the value itself.';
        throw refusal(`expected the value itself, got ${JSON.stringify(text)}, which stands for another. ${cure}`);
    }
    if (node.type !== 'PLAIN' || node.tag !== undefined || !(0,scalar/* isAmbiguous */.X2)(text))
        return text;
    throw refusal(`expected a text, got ${text} without quotes, which YAML reads as something else. Write it in quotes.`);
}
function requireImage(source, offset, parts) {
    const image = (0,base_image/* toImageReference */.Uc)(parts);
    if (image !== undefined)
        return image;
    const problem = explainParts(parts);
    throw (0,yaml_source/* refuse */.TR)(source, 'no-image', offset, `promote-from: ${problem}`);
}
function explainParts({ repository, tag, digest }) {
    if (tag !== '' && !(0,base_image/* isTag */.dz)(tag))
        return `expected a tag, got ${JSON.stringify(tag)}. Correct it.`;
    if (digest !== '' && !(0,base_image/* isDigest */.Bc)(digest)) {
        return `expected sha256: and 64 hex digits as digest, got ${JSON.stringify(digest)}. Correct it.`;
    }
    return `expected a repository without tag and digest, got ${JSON.stringify(repository)}. Correct it.`;
}
function offsetAt(source, root, steps) {
    const node = (0,locate/* readPath */.G7)(source, root.node, steps);
    return (0,dist/* isNode */.Ll)(node) ? (0,yaml_node/* startOfNode */.kq)(node) : (0,locate/* offsetOf */.b4)(root);
}

// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var patience = __webpack_require__(7350);
// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/promote/history/record.ts
var record = __webpack_require__(4514);
// EXTERNAL MODULE: ./src/promote/step.ts
var step = __webpack_require__(5152);
// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/promote/copy.ts







async function readCopiedImage({ request, location, ...commit }, context, repository) {
    const [file] = (await repository.readFiles([request])).files;
    if (file === undefined)
        throw new Error(`${request.path} was asked for and not read.`);
    const image = readImageOf(file, location);
    const known = (0,given/* describeGivenImage */.Kl)({ ...commit, image }, context);
    if (known.sourceSha !== undefined && commit.sourceSha === undefined)
        return known;
    const histories = await repository.readFileHistories([file.path], record/* SEARCHED_FILE_COMMITS */.S1);
    const recorded = (0,deployed_commit/* findRecordedCommit */.L)(histories.get(file.path) ?? [], image);
    const isOfAnother = known.sourceSha !== undefined && known.sourceSha !== recorded?.sha;
    if (recorded === undefined || isOfAnother)
        return known;
    const { abbreviated } = known;
    const isTold = abbreviated === undefined || recorded.sha.startsWith(abbreviated.commit);
    return {
        ...(0,given/* describeGivenImage */.Kl)({ ...commit, image, sourceSha: recorded.sha }, context),
        abbreviated: isTold ? undefined : abbreviated,
        ...(recorded.repository !== undefined && { sourceRepository: recorded.repository }),
    };
}
async function runCopyStep(request, context, ports) {
    const { target, from, retryTimeout } = request;
    const { logger, clock } = ports;
    const begun = clock.now();
    const waited = () => (clock.now() - begun) / 1000;
    return logger.group(`Copy the image of ${from.request.path}`, async () => {
        const repository = await ports.openGitOpsRepository(target);
        try {
            const read = () => readCopiedImage(from, context, repository);
            const image = await (0,patience/* readPatiently */.Bk)(read, retryTimeout, ports);
            logger.info(`Image to deploy: ${(0,base_image/* renderImageReference */.NL)(image.image)}`);
            logger.info(`Source commit: ${image.sourceSha ?? 'not known; set source-sha to tell it'}`);
            return { image, waited: waited() };
        }
        catch (error) {
            (0,step/* tolerateUnreadableInDryRun */.R)(error, request, logger);
            return { waited: waited() };
        }
    });
}


/***/ })

};

//# sourceMappingURL=388.index.js.map