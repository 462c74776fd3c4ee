export const id = 365;
export const ids = [365];
export const modules = {

/***/ 4365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCopyStep: () => (/* binding */ runCopyStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/patch/document.ts
var patch_document = __webpack_require__(9669);
// EXTERNAL MODULE: ./src/patch/entry.ts
var entry = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/patch/images.ts
var patch_images = __webpack_require__(6834);
// EXTERNAL MODULE: ./src/patch/locate.ts
var locate = __webpack_require__(4966);
// EXTERNAL MODULE: ./src/patch/select.ts
var patch_select = __webpack_require__(7348);
// EXTERNAL MODULE: ./src/patch/source.ts + 3 modules
var patch_source = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/patch/values.ts
var values = __webpack_require__(1570);
;// CONCATENATED MODULE: ./src/patch/read-image.ts








/**
 * Reads the image that a kustomization or Helm values ask for, to promote the same one elsewhere.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous` when it cannot be told which one,
 *   `no-image` when it has neither tag nor digest, and whatever a patch refuses.
 */
function readImageOf(file, location) {
    const source = (0,patch_source/* parseSource */.PJ)(file);
    const image = location.kind === 'kustomization'
        ? (0,entry/* readImage */.AM)(source, chooseEntry(source, location.imageName))
        : readValues(source, location.paths);
    if (image.tag !== undefined || image.digest !== undefined)
        return image;
    throw new errors/* PromoteError */.j('no-image', `promote-from: ${image.repository} has neither tag nor digest in ${file.path}. Promote to that file first, or give image.`);
}
/** The entry of that name; without a name the only one. */
function chooseEntry(source, imageName) {
    const { root, entries } = (0,patch_images/* locateImages */.j)(source);
    const [entry, second] = entries.filter(({ name }) => name === (imageName ?? name));
    if (entry !== undefined && second === undefined)
        return entry;
    const [offset] = root.range;
    const there = `Set image-name to one of them: ${(0,patch_select/* listEntries */.fi)(entries)}.`;
    if (entry !== undefined) {
        const message = `promote-from: expected one entry of images, got several. ${there}`;
        throw (0,patch_source/* refuse */.TR)(source, 'entry-ambiguous', offset, message);
    }
    const message = entries.length === 0
        ? 'promote-from: expected an entry of images, but the file has none.'
        : `promote-from: no entry of images has that name. ${there}`;
    throw (0,patch_source/* refuse */.TR)(source, 'entry-not-found', offset, message);
}
function readValues(source, paths) {
    const root = (0,patch_document/* selectDocument */.U)(source, undefined, [paths.tag]);
    const image = (0,values/* toReference */.TT)((0,values/* readValuesImage */.mg)(source, root, paths), '');
    if (image.repository !== '')
        return image;
    const message = 'promote-from: expected a repository beside the tag, got none. Set values-repository-path.';
    throw (0,patch_source/* refuse */.TR)(source, 'entry-not-found', (0,locate/* offsetOf */.b4)(root), message);
}

// EXTERNAL MODULE: ./src/tag/given-image.ts
var given_image = __webpack_require__(8445);
// EXTERNAL MODULE: ./src/promote/recorded-commit.ts
var recorded_commit = __webpack_require__(8502);
;// CONCATENATED MODULE: ./src/promote/copied-image.ts



/**
 * Reads the image that a file of the GitOps repository asks for, to promote the same one elsewhere.
 * Its commit is `source-sha`, else the event's own when the tag abbreviates it, else what the
 * promotion that deployed it there has told.
 * @throws PromoteError with the cure, when there is no image to read.
 */
async function readCopiedImage({ request, location, ...commit }, context, repository) {
    const [file] = (await repository.readFiles([request])).files;
    if (file === undefined)
        throw new Error(`${request.path} was asked for and not read.`);
    const image = readImageOf(file, location);
    const known = (0,given_image/* describeGivenImage */.K)({ ...commit, image }, context);
    // The event's own commit is of the repository that the workflow runs in.
    if (known.sourceSha !== undefined && commit.sourceSha === undefined)
        return known;
    const histories = await repository.readFileHistories([file.path], recorded_commit/* SEARCHED_FILE_COMMITS */.S);
    const recorded = (0,recorded_commit/* findRecordedCommit */.L)(histories.get(file.path) ?? [], image);
    const isOfAnother = known.sourceSha !== undefined && known.sourceSha !== recorded?.sha;
    if (recorded === undefined || isOfAnother)
        return known;
    return {
        ...(0,given_image/* describeGivenImage */.K)({ ...commit, image, sourceSha: recorded.sha }, context),
        ...(recorded.repository !== undefined && { sourceRepository: recorded.repository }),
    };
}

// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
// EXTERNAL MODULE: ./src/steps/unreadable.ts
var unreadable = __webpack_require__(3224);
;// CONCATENATED MODULE: ./src/steps/copy.ts



/**
 * Reads the image to promote from another file of the GitOps repository, as from dev to prod.
 * @returns `undefined` when a dry run that nobody asked for cannot read the repository.
 */
async function runCopyStep(request, context, ports) {
    const { target, from } = request;
    const { logger } = ports;
    return logger.group(`Copy the image of ${from.request.path}`, async () => {
        const repository = await ports.openGitOpsRepository(target);
        try {
            const copied = await readCopiedImage(from, context, repository);
            logger.info(`Image to deploy: ${(0,reference/* renderImageReference */.NL)(copied.image)}`);
            logger.info(`Source commit: ${copied.sourceSha ?? 'not known; set source-sha to tell it'}`);
            return copied;
        }
        catch (error) {
            (0,unreadable/* forgiveUnreadable */.K)(error, request, logger);
            return undefined;
        }
    });
}


/***/ }),

/***/ 8445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeGivenImage),
/* harmony export */   L: () => (/* binding */ resolveGivenImage)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8925);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7853);
/* harmony import */ var _sha_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2150);
/* harmony import */ var _source_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6621);




/**
 * The image as the inputs give it, without computing a tag.
 * @returns `undefined` when the inputs give neither tag nor digest.
 */
function resolveGivenImage(inputs, context) {
    return (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeployable */ .M4)(inputs.image) ? describeGivenImage(inputs, context) : undefined;
}
/**
 * What is known of a given image. Its commit is `source-sha`, else the event's own when the tag
 * abbreviates it, else unknown.
 */
function describeGivenImage(inputs, context) {
    const { image } = inputs;
    const sourceSha = inputs.sourceSha ?? findAbbreviatedCommit(image.tag, context);
    const known = {
        ...(image.tag !== undefined && { version: image.tag }),
        ...(sourceSha !== undefined && {
            sourceSha,
            shortSha: (0,_sha_js__WEBPACK_IMPORTED_MODULE_2__/* .abbreviateSha */ .Kx)(sourceSha, inputs.shortShaLength),
        }),
    };
    return {
        image,
        names: image.tag === undefined ? [] : [`${image.repository}:${image.tag}`],
        ...known,
        labels: (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLabels */ .S)(known, context.repositoryUrl),
    };
}
/** The event's commit when the tag abbreviates it. */
function findAbbreviatedCommit(tag, context) {
    const abbreviation = tag === undefined ? undefined : (0,_sha_js__WEBPACK_IMPORTED_MODULE_2__/* .findCommitInTag */ .O2)(tag);
    if (abbreviation === undefined)
        return undefined;
    const sha = findEventSha(context);
    return sha?.startsWith(abbreviation) ? sha : undefined;
}
/** A tag that is given does not need the commit, so the event may fail to tell it. */
function findEventSha(context) {
    try {
        return (0,_source_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSourceCommit */ .N)(context).sha;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderLabels)
/* harmony export */ });
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


/***/ }),

/***/ 6621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resolveSourceCommit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9030);
/* harmony import */ var _sha_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2150);
/* harmony import */ var _source_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(811);




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
    if ((0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .w)(payload, 'pull_request.merged') === true) {
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('invalid-context', `The event's payload has no ${path}, which names the commit that is built. Set source-sha.`);
}
function readSha(payload, path) {
    const sha = (0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .w)(payload, path);
    if (sha === undefined || sha === null)
        return undefined;
    if (typeof sha === 'string' && _sha_js__WEBPACK_IMPORTED_MODULE_3__/* .FULL_SHA */ .RG.test(sha))
        return sha;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('invalid-context', `${path} in the event's payload: expected a full commit SHA, got ${JSON.stringify(sha)}. Set source-sha.`);
}


/***/ })

};

//# sourceMappingURL=365.index.js.map