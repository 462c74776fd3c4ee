export const id = 360;
export const ids = [360];
export const modules = {

/***/ 7360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCheckStep: () => (/* binding */ runCheckStep)
});

// UNUSED EXPORTS: checkImage

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var delivery_patience = __webpack_require__(7350);
;// CONCATENATED MODULE: ./src/promote/check/look.ts
/** The annotation keys of the OCI image specification. */
const REVISION = 'org.opencontainers.image.revision';
const SOURCE = 'org.opencontainers.image.source';
/** Types of the configuration of an image that a cluster can run. */
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** How many images of an index are looked at; real ones have a platform each, and rarely a dozen. */
const MOST_LOOKED_AT = 20;
const NONE = 'none of its images is';
/**
 * Looks for an image in its registry, and at as much of it as tells its platforms and its commit.
 * @param platforms Those that it must have.
 * @throws PromoteError `registry-denied` and `registry-unavailable`.
 */
async function lookForImage({ tag, digest }, platforms, registry) {
    const tagged = tag === undefined ? undefined : await registry.readManifest(tag);
    const isTagged = digest === undefined || digest === tagged?.digest;
    const manifest = isTagged ? tagged : await registry.readManifest(digest);
    return {
        tagDigest: tagged?.digest,
        ...(manifest && { image: await describe(manifest, platforms, registry) }),
    };
}
async function describe(manifest, platforms, registry) {
    const { digest, annotations } = manifest;
    const { labels = {}, ...parts } = manifest.kind === 'image'
        ? await describeSingle(manifest, registry)
        : await describeIndex(manifest, platforms, registry);
    return {
        digest,
        ...parts,
        revision: annotations[REVISION] ?? labels[REVISION],
        source: annotations[SOURCE] ?? labels[SOURCE],
    };
}
async function describeSingle({ config, configType }, registry) {
    const described = await registry.readConfig(config);
    if (described === undefined)
        return { platforms: [], gap: 'its configuration is not' };
    const { platform, labels } = described;
    const isImage = CONFIG_TYPES.includes(configType) || platform !== undefined;
    const platforms = platform === undefined ? [] : [platform];
    return { platforms, labels, ...(!isImage && { otherType: configType }) };
}
/**
 * An index is of no use where the image behind it is absent, as in a registry to which it was copied
 * for some platforms only. So each platform that was asked for is looked at, else any one.
 */
async function describeIndex({ images: entries, annotations }, wanted, registry) {
    const images = await namePlatforms(entries, registry);
    const platforms = [...new Set(images.flatMap(({ platform }) => platform ?? []))];
    const asked = images.filter(({ platform }) => wanted.includes(platform ?? ''));
    const found = asked.length > 0
        ? await findImages(asked, asked.length, registry)
        : await findImages(byPreference(images), 1, registry);
    const first = [...found.values()].find((manifest) => manifest !== undefined);
    const there = platforms.filter((platform) => !found.has(platform) || found.get(platform));
    if (first === undefined) {
        // Of images that were asked for, the platform is what is missing.
        const isBroken = images.length > 0 && asked.length === 0;
        return { platforms: there, ...(isBroken && { gap: NONE }) };
    }
    if (REVISION in annotations && SOURCE in annotations)
        return { platforms: there };
    const { gap, labels } = await describeSingle(first, registry);
    return { platforms: there, gap, labels };
}
/**
 * The first image of each platform that is there, by platform; `undefined` where none is.
 * @param enough How many are looked for.
 */
async function findImages(images, enough, registry) {
    const found = new Map();
    let missing = enough;
    for (const { digest, platform = '' } of images.slice(0, MOST_LOOKED_AT)) {
        if (missing === 0)
            break;
        if (found.get(platform) !== undefined)
            continue;
        const manifest = await registry.readManifest(digest);
        found.set(platform, manifest?.kind === 'image' ? manifest : undefined);
        if (found.get(platform) !== undefined)
            missing -= 1;
    }
    return found;
}
/** The platform is optional in an index: then the configuration tells it. */
async function namePlatforms(entries, registry) {
    const named = [];
    for (const entry of entries.slice(0, MOST_LOOKED_AT)) {
        const manifest = entry.platform === undefined ? await registry.readManifest(entry.digest) : undefined;
        const config = manifest?.kind === 'image' ? await registry.readConfig(manifest.config) : undefined;
        named.push(config === undefined ? entry : { ...entry, platform: config.platform });
    }
    return [...named, ...entries.slice(MOST_LOOKED_AT)];
}
function byPreference(images) {
    const isUsual = ({ platform }) => platform === 'linux/amd64';
    return [...images.filter(isUsual), ...images.filter((image) => !isUsual(image))];
}

;// CONCATENATED MODULE: ./src/promote/check/verdict.ts


/** Holds what was found against what is promoted. */
function judgeImage(seen, expected, asked) {
    const { image } = seen;
    const missing = findMissing(seen, expected, asked);
    if (image === undefined || missing !== undefined)
        return { problem: missing, notices: [] };
    const problem = findMoved(seen, expected, asked) ??
        findPlatformMissing(image, expected) ??
        findMismatch(image, expected);
    const { tag, digest } = expected.image;
    const isUntagged = tag !== undefined && digest !== undefined && seen.tagDigest === undefined;
    return {
        ...(problem && { problem }),
        notices: isUntagged
            ? [`The tag ${tag} is not in ${asked.name}; the image is found by its digest.`]
            : [],
        checked: renderFound(image),
    };
}
/** What is passed on. A label can be any text; what is no name of a revision says nothing. */
function renderFound({ digest, platforms, revision }) {
    const isName = revision !== undefined && /^[\x21-\x7e]{1,100}$/.test(revision);
    return { digest, platforms, ...(isName && { revision }) };
}
function findMissing({ image, tagDigest }, { image: reference, imageInput }, { name, signedInWith }) {
    const code = 'image-missing';
    const subject = `${imageInput}: ${(0,base_image/* renderImageReference */.NL)(reference)}`;
    if (image === undefined) {
        const who = signedInWith === undefined
            ? 'It was asked without credentials, to which a private image may look the same.'
            : `It was asked with ${signedInWith}.`;
        const other = tagDigest === undefined ? '' : ` The tag is there, with the digest ${tagDigest}.`;
        const cure = 'Push it before it is promoted; a job that promotes what another one pushes needs it.';
        return { code, message: `${subject} is not in ${name}.${other} ${who} ${cure}` };
    }
    const { gap, otherType } = image;
    if (gap !== undefined) {
        const message = `${subject} is in ${name}, but ${gap}, so that it cannot be pulled. Push it again.`;
        return { code, message };
    }
    if (otherType === undefined)
        return undefined;
    const message = `${subject} is in ${name}, but it is no container image (${otherType}). Give the reference of an image.`;
    return { code, message };
}
function findMoved({ tagDigest }, { image: { tag = '', digest }, imageInput, tagMoves }, { name }) {
    if (digest === undefined || tagDigest === undefined || tagDigest === digest)
        return undefined;
    if (tagMoves)
        return undefined;
    const message = `${imageInput}: the tag ${tag} is ${tagDigest} in ${name}, and not ${digest}, which is to be promoted: it was pushed again. Promote the image of the newer push, or give each build a tag of its own.`;
    return { code: 'image-moved', message };
}
function findPlatformMissing({ platforms: there }, { image, imageInput, platforms }) {
    const code = 'platform-missing';
    const reference = (0,base_image/* renderImageReference */.NL)(image);
    const lacking = platforms.filter((platform) => !there.includes(platform));
    const has = there.length === 0 ? 'for no platform that it names' : `for ${there.join(', ')}`;
    if (lacking.length > 0) {
        const message = `image-platforms: ${reference} is there ${has}, but not for ${lacking.join(', ')}. Build it for that platform too (platforms of docker/build-push-action), or take it out of image-platforms.`;
        return { code, message };
    }
    if (platforms.length > 0 || there.length > 0)
        return undefined;
    const message = `${imageInput}: ${reference} is an index without an image, so that no cluster can pull it. Push it again.`;
    return { code, message };
}
function findMismatch({ revision, source }, { image, imageInput, sourceSha, sourceUrl }) {
    if (revision === undefined || source === undefined || sourceSha === undefined)
        return undefined;
    // The labels of a base image are handed down to all that are built on it.
    if (normaliseSource(source) !== normaliseSource(sourceUrl))
        return undefined;
    const commit = revision.trim().toLowerCase();
    if (!/^[0-9a-f]{7,64}$/.test(commit) || sourceSha.startsWith(commit))
        return undefined;
    const message = `${imageInput}: ${(0,base_image/* renderImageReference */.NL)(image)} was built from ${commit} (its label ${REVISION}), and not from ${sourceSha}. Promote the image that was built from that commit; if it was only tagged again, give source-sha the commit that it was built from.`;
    return { code: 'image-mismatch', message };
}
/** One spelling of the address of a repository, with or without scheme, user and `.git`. */
function normaliseSource(source) {
    return source
        .trim()
        .toLowerCase()
        .replace(/#.*$/, '')
        .replace(/^[a-z+]+:\/\//, '')
        .replace(/^[^/@]*@/, '')
        .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}

;// CONCATENATED MODULE: ./src/promote/check/step.ts






/** How long an image that some build has just pushed may take to be seen, in seconds. */
const SECONDS_UNTIL_SEEN = 30;
/** The registry check of a promotion, in which an image that no tag was found for is left to it. */
async function runCheckStep(request, context, ports) {
    const { check: inputs, from, image } = request;
    if (inputs === undefined || !(0,base_image/* isDeployable */.M4)(image.image))
        return image;
    const imageInput = from === undefined ? 'image' : 'promote-from';
    return checkImage({ ...request, inputs, imageInput }, context, ports);
}
/**
 * Asks the registry for the image before anything is written, and tells the log in one line what is
 * there. In a dry run, what stands in the way is a warning.
 * @returns The image with what is known of it, and with its digest where it is pinned.
 * @throws PromoteError `image-missing`, `image-moved`, `image-mismatch`, `platform-missing`,
 *   `registry-denied`, `registry-unavailable`.
 */
async function checkImage(check, context, ports) {
    const { logger } = ports;
    const { image } = check.image;
    const expected = expectationOf(check, context);
    const { problem, notices, checked } = await lookUntilKnown(check, expected, context, ports);
    for (const notice of notices)
        logger.notice(notice);
    if (problem !== undefined)
        report(problem, check.dryRun, logger);
    if (checked === undefined)
        return check.image;
    if (problem === undefined)
        logger.info(renderChecked(image, checked));
    return { ...check.image, image: pin(image, checked, check.inputs), registry: checked };
}
function expectationOf({ inputs, image: result, imageInput }, context) {
    const { image, sourceSha, sourceRepository } = result;
    const { repository, repositoryUrl } = context;
    const server = repositoryUrl.slice(0, -repository.length);
    return {
        image,
        imageInput,
        tagMoves: image.tag !== undefined && (0,given/* isMovingTag */.Tp)(image.tag, context),
        platforms: inputs.platforms,
        sourceSha,
        sourceUrl: `${server}${sourceRepository ?? repository}`,
    };
}
/**
 * A registry that does not answer is asked again for as long as `retry-timeout` allows; and an image
 * whose digest some build has told was pushed, so that it may only not be seen yet.
 */
async function lookUntilKnown({ inputs, retryTimeout }, expected, { dockerConfig }, { openRegistry, clock, random, logger }) {
    const { repository, digest } = expected.image;
    const registry = await openRegistry({ repository, dockerConfig, ...inputs });
    const forMissing = digest === undefined ? 0 : Math.min(SECONDS_UNTIL_SEEN, retryTimeout);
    const patience = {
        'registry-unavailable': new delivery_patience/* Patience */.i(clock, random, retryTimeout),
        'image-missing': new delivery_patience/* Patience */.i(clock, random, forMissing),
    };
    for (;;) {
        const verdict = await lookOnce(expected, registry);
        const { problem, retryAt } = verdict;
        const code = problem?.code;
        if (problem === undefined)
            return verdict;
        const mayPass = code === 'registry-unavailable' || code === 'image-missing';
        const kind = code === 'image-missing' ? 'lag' : 'failure';
        const delay = mayPass ? patience[code].plan({ kind, retryAt }) : undefined;
        if (!mayPass || delay === undefined)
            return { ...verdict, problem: giveUp(problem, retryTimeout) };
        logger.info(`${problem.message} It is asked again in ${(delay / 1000).toFixed(1)} seconds.`);
        await patience[code].wait(delay);
    }
}
function giveUp({ code, message }, retryTimeout) {
    const cure = `retry-timeout (${retryTimeout} seconds) leaves no time to ask again. Run the job again later, or raise it.`;
    return { code, message: code === 'registry-unavailable' ? `${message} ${cure}` : message };
}
async function lookOnce(expected, registry) {
    try {
        const seen = await lookForImage(expected.image, expected.platforms, registry);
        return judgeImage(seen, expected, registry);
    }
    catch (error) {
        const isOfRegistry = error instanceof errors/* PromoteError */.jG && error.code.startsWith('registry-');
        if (!isOfRegistry)
            throw error;
        const { code, message, retryAt } = error;
        return { problem: { code, message }, notices: [], retryAt };
    }
}
function report({ code, message }, dryRun, logger) {
    if (!dryRun)
        throw new errors/* PromoteError */.jG(code, message);
    logger.warning(`${message} This dry run goes on without.`);
}
function pin(image, { digest }, { pinDigest }) {
    return pinDigest && image.digest === undefined ? { ...image, digest } : image;
}
function renderChecked(image, { digest, platforms, revision }) {
    const parts = [
        ...(image.digest === undefined ? [digest] : []),
        ...(platforms.length === 0 ? [] : [`for ${platforms.join(', ')}`]),
        ...(revision === undefined ? [] : [`built from ${revision}`]),
    ];
    return `${(0,base_image/* renderImageReference */.NL)(image)} is in its registry: ${parts.join(', ')}.`;
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
/* harmony import */ var _rules_moving_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4300);
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
 * abbreviates it, else to be completed by the source repository.
 */
function describeGivenImage(inputs, context) {
    const { image } = inputs;
    const { shortShaLength } = inputs;
    const commit = image.tag === undefined ? undefined : (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_4__/* .findCommitInTag */ .O2)(image.tag);
    const sourceSha = inputs.sourceSha ?? completeByEvent(commit, context);
    const isOpen = commit !== undefined && sourceSha === undefined;
    const known = {
        version: image.tag,
        ...(sourceSha !== undefined && {
            sourceSha,
            shortSha: (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_4__/* .abbreviateSha */ .Kx)(sourceSha, shortShaLength),
        }),
    };
    return {
        image,
        abbreviated: isOpen ? { commit, shortShaLength } : undefined,
        names: image.tag === undefined ? [] : [`${image.repository}:${image.tag}`],
        ...known,
        labels: renderLabels(known, context.repositoryUrl),
    };
}
/** The event's commit when it is the one that is abbreviated. */
function completeByEvent(commit, context) {
    if (commit === undefined)
        return undefined;
    const sha = findEventSha(context);
    return sha?.startsWith(commit) ? sha : undefined;
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
 * Whether a tag is one that is pushed again and again: `latest` and the like, or the name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find nothing
 * to change.
 */
function isMovingTag(tag, context) {
    const defaultBranch = (0,_base_payload_js__WEBPACK_IMPORTED_MODULE_5__/* .readPayloadString */ .Q)(context.payload, 'repository.default_branch');
    const branches = [(0,_commit_source_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .readSourceRef */ .N)(context).branch, defaultBranch];
    return (0,_rules_moving_js__WEBPACK_IMPORTED_MODULE_6__/* .isMovingName */ .Ef)(tag, branches.flatMap((branch) => (branch === undefined ? [] : (0,_rules_sanitise_js__WEBPACK_IMPORTED_MODULE_3__/* .sanitiseTag */ .J)(branch))));
}


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ isMovingName),
/* harmony export */   Or: () => (/* binding */ choosePattern),
/* harmony export */   e5: () => (/* binding */ isFullPattern),
/* harmony export */   j7: () => (/* binding */ isMovingRule)
/* harmony export */ });
/** Tags that are pushed again and again, whatever the project. */
const MOVING = ['latest', 'stable', 'edge', 'nightly'];
/** Expressions that are another text for another image. */
const IDENTIFYING = ['sha', 'tag', 'date', 'commit_date'];
/**
 * Whether a tag that is given moves: the name of a branch, or one of those that always do, alone or
 * with words before or behind it, as in `main-alpine` or `stable-alpine3.20`. What a number, a version
 * or a commit is added to does not.
 * @param branches Names of branches, as they are in tags.
 */
function isMovingName(tag, branches) {
    if (branches.includes(tag))
        return true;
    return [...MOVING, ...branches].some((name) => {
        const rest = cutOut(tag, name);
        return rest !== undefined && !rest.some(isIdentifying);
    });
}
/** The parts of a tag before and behind a name; `undefined` where it does not hold it by itself. */
function cutOut(tag, name) {
    if (name === '')
        return undefined;
    const at = `-${tag}-`.replaceAll(/[._]/g, '-').indexOf(`-${name.replaceAll(/[._]/g, '-')}-`);
    if (at === -1)
        return undefined;
    const rest = `${tag.slice(0, at)}-${tag.slice(at + name.length)}`;
    return rest.split(/[-_]/).filter((part) => /[a-z0-9]/i.test(part));
}
/** What a variant is called: `alpine3.20`, `jdk17`. Short commits and counters look alike. */
const VARIANT = /^(?!(?:build|run|rev|job)[\d.]+$)(?![0-9a-f]+$)[a-z]{3,}[\d.]*$/i;
/** Whether a part has what tells one image from the next: a number, a version, a commit. */
function isIdentifying(part) {
    return /\d/.test(part) && !VARIANT.test(part);
}
/**
 * Whether a rule gives the same tag to image after image.
 * @param isFullVersion Whether its tag is one whole version.
 * @param tag What it gave.
 */
function isMovingRule(rule, flavor, isFullVersion, tag) {
    const affixes = [rule.prefix ?? flavor.prefix.template, rule.suffix ?? flavor.suffix.template];
    if (affixes.some(tellsImage))
        return false;
    switch (rule.type) {
        case 'sha':
            return false;
        case 'edge':
            return true;
        case 'schedule':
            return !rule.pattern.some(({ kind }) => kind === 'date');
        case 'semver':
        case 'pep440':
            return !isFullVersion;
        case 'ref':
            return rule.event !== 'tag' || isMovingName(tag, []);
        case 'raw':
            return !tellsImage(rule.value) && (holdsBranch(rule.value) || isMovingName(tag, []));
        case 'match':
            return isMovingName(tag, []);
    }
}
/** Whether a template holds what is another text for another image. */
function tellsImage(template) {
    return template.some((part) => part.kind === 'text'
        ? part.text.split(/[-_]/).some(isIdentifying)
        : IDENTIFYING.includes(part.name));
}
function holdsBranch(template) {
    return template.some((part) => part.kind === 'name' && part.name === 'branch');
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

//# sourceMappingURL=360.index.js.map