export const id = 102;
export const ids = [102];
export const modules = {

/***/ 102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTagStep: () => (/* binding */ runTagStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/tag/sanitise.ts
var sanitise = __webpack_require__(5404);
// EXTERNAL MODULE: ./src/tag/template.ts
var tag_template = __webpack_require__(7412);
;// CONCATENATED MODULE: ./src/tag/compute.ts


/** Applies a rule. Every tag that comes out is valid. */
function computeTag(rule, facts) {
    const { source, type } = rule;
    const value = computeValue(rule, facts);
    if ('reason' in value)
        return { source, type, outcome: 'inapplicable', reason: value.reason };
    const prefix = evaluateGlobalTemplate(rule.prefix, facts);
    const suffix = evaluateGlobalTemplate(rule.suffix, facts);
    const text = (0,tag_template/* joinPieces */.Am)([...prefix, ...value.pieces, ...suffix]);
    const tag = (0,sanitise/* sanitiseTag */.J)(text);
    if (tag !== '')
        return { source, type, outcome: 'tag', tag };
    const reason = `nothing of ${JSON.stringify(text)} can stand in a tag`;
    return { source, type, outcome: 'invalid', reason };
}
/** The first `digits` hex digits of a commit's SHA. Not git's own abbreviation, which grows. */
function abbreviateSha(sha, digits) {
    return sha.slice(0, digits);
}
function computeValue(rule, facts) {
    switch (rule.type) {
        case 'sha':
            return { pieces: [{ kind: 'value', text: computeSha(rule.format, facts) }] };
        case 'raw':
            return { pieces: evaluateGlobalTemplate(rule.value, facts) };
        case 'ref':
            return computeRefValue(rule.event, facts.commit);
    }
}
function computeSha(format, facts) {
    const { sha } = facts.commit;
    return format === 'long' ? sha : abbreviateSha(sha, facts.shortShaLength);
}
function computeRefValue(event, commit) {
    switch (event) {
        case 'branch':
            return toValue(commit.branch, 'the run is not about a branch');
        case 'tag':
            return toValue(commit.tag, 'the run is not about a tag');
        case 'pr':
            return toValue(commit.pullRequest, 'the run is not about a pull request');
    }
}
function toValue(text, reason) {
    return text === undefined ? { reason } : { pieces: [{ kind: 'value', text }] };
}
function evaluateGlobalTemplate(template, facts) {
    return (0,tag_template/* evaluateTemplate */.M1)(template, (name) => evaluateExpression(name, facts));
}
function evaluateExpression(name, facts) {
    switch (name) {
        case 'branch':
            return facts.commit.branch ?? '';
        case 'tag':
            return facts.commit.tag ?? '';
        case 'sha':
            return abbreviateSha(facts.commit.sha, facts.shortShaLength);
    }
}

;// CONCATENATED MODULE: ./src/tag/deploy-tag.ts
/**
 * The one tag to deploy: that of the first rule `type=sha` that gave one, because it never moves;
 * else the first tag of all. `undefined` when no rule gave a tag.
 */
function selectDeployTag(outcomes) {
    const tagged = outcomes.filter((outcome) => outcome.outcome === 'tag');
    return (tagged.find(({ type }) => type === 'sha') ?? tagged[0])?.tag;
}

// EXTERNAL MODULE: ./src/tag/source-commit.ts
var source_commit = __webpack_require__(6621);
;// CONCATENATED MODULE: ./src/tag/given-image.ts


/**
 * The image as the inputs give it, without computing a tag. Its commit is `source-sha`, else the
 * event's own when the tag abbreviates it, else unknown.
 * @returns `undefined` when the inputs give neither tag nor digest.
 */
function resolveGivenImage(inputs, context) {
    const { image } = inputs;
    if (image.tag === undefined && image.digest === undefined)
        return undefined;
    const sourceSha = inputs.sourceSha ?? findAbbreviatedCommit(image.tag, context);
    return {
        image,
        names: image.tag === undefined ? [] : [`${image.repository}:${image.tag}`],
        ...(image.tag === undefined ? {} : { version: image.tag }),
        ...(sourceSha === undefined
            ? {}
            : { sourceSha, shortSha: abbreviateSha(sourceSha, inputs.shortShaLength) }),
    };
}
/** The event's commit when the tag's last part behind a `-`, or all of it, abbreviates that. */
function findAbbreviatedCommit(tag, context) {
    const abbreviation = tag?.slice(tag.lastIndexOf('-') + 1);
    if (abbreviation === undefined || !/^[0-9a-f]{7,40}$/.test(abbreviation))
        return undefined;
    const { sha } = (0,source_commit/* resolveSourceCommit */.NJ)(context);
    return sha.startsWith(abbreviation) ? sha : undefined;
}

// EXTERNAL MODULE: ./src/tag/moving-tag.ts
var moving_tag = __webpack_require__(5933);
// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
;// CONCATENATED MODULE: ./src/steps/tag.ts







/**
 * The tag step: the image to deploy, as the inputs give it or as the rules of `tags` compute it.
 * @throws PromoteError `no-image` when no rule gives a tag, `invalid-context` when the event does
 * not tell the commit that it must.
 */
function runTagStep(inputs, context, logger) {
    if (inputs.imageWasLowered) {
        logger.notice(`image: upper case is not allowed, so it is read as ${inputs.image.repository}.`);
    }
    const given = inputs.rules.length === 0 ? resolveGivenImage(inputs, context) : undefined;
    const result = given ?? computeImage(inputs, context, logger);
    if (given !== undefined)
        logGivenImage(given, logger);
    logger.info(`Image to deploy: ${(0,reference/* renderImageReference */.NL)(result.image)}`);
    warnOfMovingTag(result, context, logger);
    return result;
}
function computeImage(inputs, context, logger) {
    const commit = (0,source_commit/* resolveSourceCommit */.NJ)(context, inputs.sourceSha);
    logger.info(`Source commit: ${commit.sha}, ${commit.reason}.`);
    const facts = { commit, shortShaLength: inputs.shortShaLength };
    const rules = inputs.rules.map((rule) => computeTag(rule, facts));
    logRules(rules, logger);
    const deployTag = selectDeployTag(rules);
    const tags = new Set(rules.flatMap((rule) => (rule.outcome === 'tag' ? [rule.tag] : [])));
    const [version] = tags;
    if (deployTag === undefined || version === undefined)
        throw noTag(context);
    return {
        image: { ...inputs.image, tag: deployTag },
        names: [...tags].map((tag) => `${inputs.image.repository}:${tag}`),
        version,
        sourceSha: commit.sha,
        shortSha: abbreviateSha(commit.sha, inputs.shortShaLength),
        rules,
    };
}
function logRules(rules, logger) {
    const width = Math.max(...rules.map(({ source }) => source.length));
    for (const rule of rules) {
        const became = rule.outcome === 'tag' ? rule.tag : `no tag: ${rule.reason}`;
        logger.info(`  ${rule.source.padEnd(width)}  ${became}`);
        if (rule.outcome === 'invalid')
            logger.warning(`tags: ${rule.source} is skipped: ${rule.reason}.`);
    }
}
function logGivenImage(result, logger) {
    logger.info('The inputs give the image to deploy, so no tag is computed.');
    if (result.sourceSha !== undefined)
        logger.info(`Source commit: ${result.sourceSha}.`);
    else {
        logger.notice('The commit that the image was built from is not known. Set source-sha to have it in the commit.');
    }
}
function warnOfMovingTag({ image }, context, logger) {
    if (image.tag === undefined || image.digest !== undefined)
        return;
    if (!(0,moving_tag/* isMovingTag */.T)(image.tag, context))
        return;
    logger.warning(`The tag ${image.tag} moves, so its promotion is refused without a digest. Add the rule type=sha,prefix={{branch}}- to tags, or set digest.`);
}
function noTag(context) {
    return new errors/* PromoteError */.j('no-image', `tags: no rule gives a tag on the event ${context.eventName}, so there is no image to deploy. Add a rule that always does, such as type=sha.`);
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

//# sourceMappingURL=102.index.js.map