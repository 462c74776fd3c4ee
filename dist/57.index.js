export const id = 57;
export const ids = [57];
export const modules = {

/***/ 4057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCopyStep: () => (/* binding */ runCopyStep)
});

// UNUSED EXPORTS: readCopiedImage

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/patch/targets/images.ts
var targets_images = __webpack_require__(4469);
// EXTERNAL MODULE: ./src/patch/targets/kustomization-entry.ts
var kustomization_entry = __webpack_require__(4711);
// EXTERNAL MODULE: ./src/patch/targets/values.ts
var values = __webpack_require__(673);
// EXTERNAL MODULE: ./src/patch/yaml/document.ts
var yaml_document = __webpack_require__(9359);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts + 1 modules
var yaml_source = __webpack_require__(7437);
;// CONCATENATED MODULE: ./src/patch/targets/read-image.ts







/**
 * Reads the image that a kustomization or Helm values ask for, to promote the same one elsewhere.
 * @throws PromoteError `entry-not-found` or `entry-ambiguous` when it cannot be told which one,
 *   `no-image` when it has neither tag nor digest, and whatever a patch refuses.
 */
function readImageOf(file, location) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    const image = location.kind === 'kustomization'
        ? (0,kustomization_entry/* readEntryImage */.Yr)(source, chooseEntry(source, location.imageName))
        : readValues(source, location.paths);
    if (image.tag !== undefined || image.digest !== undefined)
        return image;
    throw new errors/* PromoteError */.jG('no-image', `promote-from: ${image.repository} has neither tag nor digest in ${file.path}. Promote to that file first, or give image.`);
}
/** The entry of that name; without a name the only one. */
function chooseEntry(source, imageName) {
    const { root, entries } = (0,targets_images/* locateImages */.jH)(source);
    const [entry, second] = entries.filter(({ name }) => name === (imageName ?? name));
    if (entry !== undefined && second === undefined)
        return entry;
    const [offset] = root.range;
    const there = `Set image-name to one of them: ${(0,targets_images/* listEntries */.fi)(entries)}.`;
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
    const image = (0,values/* toReference */.TT)((0,values/* readValuesImage */.mg)(source, root, paths), '');
    if (image.repository !== '')
        return image;
    const message = 'promote-from: expected a repository beside the tag, got none. Set values-repository-path.';
    throw (0,yaml_source/* refuse */.TR)(source, 'entry-not-found', (0,locate/* offsetOf */.b4)(root), message);
}

// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/promote/step.ts + 22 modules
var step = __webpack_require__(9349);
// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
;// CONCATENATED MODULE: ./src/promote/copy.ts





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
    const known = (0,given/* describeGivenImage */.Kl)({ ...commit, image }, context);
    // The event's own commit is of the repository that the workflow runs in.
    if (known.sourceSha !== undefined && commit.sourceSha === undefined)
        return known;
    const histories = await repository.readFileHistories([file.path], deployed_commit/* SEARCHED_FILE_COMMITS */.S1);
    const recorded = (0,deployed_commit/* findRecordedCommit */.Lc)(histories.get(file.path) ?? [], image);
    const isOfAnother = known.sourceSha !== undefined && known.sourceSha !== recorded?.sha;
    if (recorded === undefined || isOfAnother)
        return known;
    return {
        ...(0,given/* describeGivenImage */.Kl)({ ...commit, image, sourceSha: recorded.sha }, context),
        ...(recorded.repository !== undefined && { sourceRepository: recorded.repository }),
    };
}
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
            logger.info(`Image to deploy: ${(0,base_image/* renderImageReference */.NL)(copied.image)}`);
            logger.info(`Source commit: ${copied.sourceSha ?? 'not known; set source-sha to tell it'}`);
            return copied;
        }
        catch (error) {
            (0,step/* tolerateUnreadableInDryRun */.R)(error, request, logger);
            return undefined;
        }
    });
}


/***/ })

};

//# sourceMappingURL=57.index.js.map