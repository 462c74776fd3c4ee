export const id = 456;
export const ids = [456];
export const modules = {

/***/ 1105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resolveSourceCommit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9511);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8368);
/* harmony import */ var _source_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9863);




const PULL_REQUEST_EVENTS = new Set([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
]);
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
/* harmony export */   Tp: () => (/* binding */ isMovingTag)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _base_payload_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9511);
/* harmony import */ var _commit_event_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8368);
/* harmony import */ var _commit_source_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1105);
/* harmony import */ var _commit_source_ref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9863);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5312);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8925);
/* harmony import */ var _rules_moving_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4300);
/* harmony import */ var _rules_sanitise_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4848);









function resolveGivenImage(inputs, context) {
    return (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeployable */ .M4)(inputs.image) ? describeGivenImage(inputs, context) : undefined;
}
function describeGivenImage(inputs, context) {
    const { image } = inputs;
    const { shortShaLength } = inputs;
    const commit = image.tag === undefined ? undefined : (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_6__/* .findCommitInTag */ .O2)(image.tag);
    const sourceSha = inputs.sourceSha ?? completeByEvent(commit, context);
    const isOpen = commit !== undefined && sourceSha === undefined;
    const known = {
        version: image.tag,
        ...(sourceSha !== undefined && {
            sourceSha,
            shortSha: (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_6__/* .abbreviateSha */ .Kx)(sourceSha, shortShaLength),
        }),
    };
    return {
        image,
        abbreviated: isOpen ? { commit, shortShaLength } : undefined,
        names: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .listNames */ .Zv)({ furtherRepositories: [], ...inputs }, image.tag === undefined ? [] : [image.tag]),
        ...known,
        ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .computeImageLabels */ .Il)(known, context),
    };
}
function completeByEvent(commit, context) {
    if (commit === undefined)
        return undefined;
    const sha = findEventSha(context);
    return sha?.startsWith(commit) ? sha : undefined;
}
function findEventSha(context) {
    try {
        return (0,_commit_source_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSourceCommit */ .N)(context).sha;
    }
    catch {
        return undefined;
    }
}
function isMovingTag(tag, context) {
    const defaultBranch = (0,_base_payload_js__WEBPACK_IMPORTED_MODULE_7__/* .readPayloadString */ .Q)(context.payload, 'repository.default_branch');
    const branches = [(0,_commit_source_ref_js__WEBPACK_IMPORTED_MODULE_2__/* .readSourceRef */ .N)(context).branch, defaultBranch];
    return (0,_rules_moving_js__WEBPACK_IMPORTED_MODULE_8__/* .isMovingName */ .Ef)(tag, branches.flatMap((branch) => (branch === undefined ? [] : (0,_rules_sanitise_js__WEBPACK_IMPORTED_MODULE_5__/* .sanitiseTag */ .J)(branch))));
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
const MOVING = ['latest', 'stable', 'edge', 'nightly'];
const IDENTIFYING = ['sha', 'tag', 'date', 'commit_date'];
function isMovingName(tag, branches) {
    if (branches.includes(tag))
        return true;
    return [...MOVING, ...branches].some((name) => {
        const rest = listPartsBeside(tag, name);
        return rest !== undefined && !rest.some(isIdentifying);
    });
}
function listPartsBeside(tag, name) {
    if (name === '')
        return undefined;
    const at = `-${tag}-`.replaceAll(/[._]/g, '-').indexOf(`-${name.replaceAll(/[._]/g, '-')}-`);
    if (at === -1)
        return undefined;
    const rest = `${tag.slice(0, at)}-${tag.slice(at + name.length)}`;
    return rest.split(/[-_]/).filter((part) => /[a-z0-9]/i.test(part));
}
const VARIANT = /^(?!(?:build|run|rev|job)[\d.]+$)(?![0-9a-f]+$)[a-z]{3,}[\d.]*$/i;
function isIdentifying(part) {
    return /\d/.test(part) && !VARIANT.test(part);
}
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
function tellsImage(template) {
    return template.some((part) => part.kind === 'text'
        ? part.text.split(/[-_]/).some(isIdentifying)
        : IDENTIFYING.includes(part.name));
}
function holdsBranch(template) {
    return template.some((part) => part.kind === 'name' && part.name === 'branch');
}
function choosePattern(pattern, version) {
    const isRaw = pattern.length === 1 && names(pattern).includes('raw');
    return version.isUnstable && !isRaw ? [{ kind: 'name', name: 'version' }] : pattern;
}
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
function sanitiseTag(text) {
    const tag = text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    if (tag.length <= _base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9)
        return tag;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag).digest('hex').slice(0, HASH_DIGITS);
    return `${tag.slice(0, _base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9 - HASH_DIGITS - 1)}-${hash}`;
}


/***/ }),

/***/ 2456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTagStep: () => (/* binding */ runTagStep)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
;// CONCATENATED MODULE: ./src/tag/commit/checkout.ts
function judgeCheckout(checkedOut, commit, context) {
    if (checkedOut === undefined || !isOriginOf(checkedOut.origin, context.repository)) {
        return undefined;
    }
    const { head } = checkedOut;
    if (head === commit.sha)
        return undefined;
    const cure = `Set ref of actions/checkout to ${commit.sha}, or to an expression that gives it, or set source-sha to ${head} if that is what was built.`;
    if (head === context.sha && context.ref.startsWith('refs/pull/')) {
        return {
            level: 'notice',
            message: `The workspace is the merge commit ${head} of the pull request, and the tag names its head. ${cure}`,
        };
    }
    return {
        level: 'error',
        message: `The workspace is a checkout of ${context.repository} at ${head}, but the tag names ${commit.sha}, ${commit.reason}: it would name code that was not built. ${cure}`,
    };
}
const REMOTE = /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)(?<path>.+?)(?:\.git)?\/*$/;
function isOriginOf(origin, repository) {
    const path = REMOTE.exec(origin.toLowerCase())?.groups?.['path'];
    return path === repository.toLowerCase();
}

// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
// EXTERNAL MODULE: ./src/tag/commit/source-commit.ts
var source_commit = __webpack_require__(1105);
// EXTERNAL MODULE: ./src/tag/commit/source-ref.ts
var source_ref = __webpack_require__(9863);
// EXTERNAL MODULE: ./src/tag/given.ts
var tag_given = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/tag/inputs.ts + 1 modules
var tag_inputs = __webpack_require__(5312);
// EXTERNAL MODULE: ./src/tag/labels.ts
var tag_labels = __webpack_require__(8925);
// EXTERNAL MODULE: ./src/tag/commit/version.ts
var commit_version = __webpack_require__(3788);
// EXTERNAL MODULE: ./src/tag/rules/evaluate.ts
var evaluate = __webpack_require__(6925);
// EXTERNAL MODULE: ./src/tag/rules/expression.ts
var expression = __webpack_require__(1204);
// EXTERNAL MODULE: ./src/tag/rules/sanitise.ts
var sanitise = __webpack_require__(4848);
// EXTERNAL MODULE: ./src/tag/rules/moving.ts
var moving = __webpack_require__(4300);
;// CONCATENATED MODULE: ./src/tag/rules/compute.ts







function computeTag(rule, flavor, facts) {
    if (!isEnabled(rule, facts)) {
        return { rule, outcome: 'inapplicable', reason: 'it is not enabled' };
    }
    const value = computeRuleValue(rule, facts);
    if ('outcome' in value)
        return { rule, ...value };
    const prefix = (0,evaluate/* evaluateGlobalTemplate */.lz)(rule.prefix ?? flavor.prefix.template, facts);
    const suffix = (0,evaluate/* evaluateGlobalTemplate */.lz)(rule.suffix ?? flavor.suffix.template, facts);
    const text = (0,expression/* joinPieces */.Am)([...prefix, ...value.pieces, ...suffix]);
    const tag = (0,sanitise/* sanitiseTag */.J)(text);
    if (tag === '') {
        const reason = `nothing of ${JSON.stringify(text)} can stand in a tag`;
        return { rule, outcome: 'invalid', reason };
    }
    const { latest, isFullVersion } = value;
    const moves = (0,moving/* isMovingRule */.j7)(rule, flavor, value.isFullVersion, tag);
    return { rule, outcome: 'tag', tag, latest, isFullVersion, moves };
}
function toRuleOutcome(computed) {
    const { source, type } = computed.rule;
    if (computed.outcome === 'tag')
        return { source, type, outcome: 'tag', tag: computed.tag };
    return { source, type, outcome: computed.outcome, reason: computed.reason };
}
function isEnabled(rule, facts) {
    const enable = (0,evaluate/* evaluateText */.p_)(rule.enable, facts);
    if (enable === 'true' || enable === 'false')
        return enable === 'true';
    throw new errors/* PromoteError */.jG('invalid-input', `tags: ${JSON.stringify(rule.source)}: expected enable to be true or false, got ${JSON.stringify(enable)}.`);
}
function computeRuleValue(rule, facts) {
    switch (rule.type) {
        case 'schedule': {
            if (!(0,commit_event/* isScheduled */.mQ)(facts.eventName))
                return inapplicable('the run is not scheduled');
            const pieces = (0,expression/* evaluateTemplate */.M1)(rule.pattern, (date) => (0,evaluate/* evaluateDate */.YC)(date, facts));
            return { pieces, latest: false, isFullVersion: false };
        }
        case 'semver':
        case 'pep440':
            return computeVersion(rule, facts);
        case 'match':
            return computeMatch(rule, facts);
        case 'edge':
            return computeEdge(rule, facts);
        case 'ref':
            return computeRef(rule.event, facts.commit);
        case 'raw':
            return {
                pieces: (0,evaluate/* evaluateGlobalTemplate */.lz)(rule.value, facts),
                latest: false,
                isFullVersion: false,
            };
        case 'sha':
            return plain(computeSha(rule.format, facts));
    }
}
function computeSha(format, { commit, shortShaLength }) {
    return format === 'long' ? commit.sha : (0,commit_event/* abbreviateSha */.Kx)(commit.sha, shortShaLength);
}
function computeVersion(rule, facts) {
    const subject = readSubject(rule, facts);
    if (subject === undefined)
        return inapplicable('the run is not about a tag');
    const text = matchVersion(rule, subject).replaceAll('/', '-');
    const version = rule.type === 'semver' ? (0,commit_version/* parseSemver */.kf)(text) : (0,commit_version/* parsePep440 */.FB)(text);
    if (version === undefined) {
        const kind = rule.type === 'semver' ? 'semantic version' : 'version of PEP 440';
        return { outcome: 'invalid', reason: `${JSON.stringify(text)} is not a ${kind}` };
    }
    const pattern = (0,moving/* choosePattern */.Or)(rule.pattern, version);
    return {
        pieces: (0,expression/* evaluateTemplate */.M1)(pattern, ({ name }) => version.values[name]),
        latest: !version.isUnstable,
        isFullVersion: (0,moving/* isFullPattern */.e5)(pattern),
    };
}
function matchVersion({ match, source }, subject) {
    const found = match?.exec(subject);
    if (!found)
        return subject;
    const [, group] = found;
    if (group !== undefined)
        return group;
    throw new errors/* PromoteError */.jG('invalid-input', `tags: ${JSON.stringify(source)}: match has no group that matches ${JSON.stringify(subject)}. Put the part that is the version in parentheses.`);
}
function computeMatch(rule, facts) {
    const subject = readSubject(rule, facts);
    if (subject === undefined)
        return inapplicable('the run is not about a tag');
    const group = subject.match(rule.pattern)?.find((_, index) => String(index) === rule.group);
    if (group !== undefined)
        return { ...plain(group), latest: true };
    const what = rule.group === '0' ? 'the pattern' : `group ${rule.group} of the pattern`;
    return { outcome: 'invalid', reason: `${what} does not match ${JSON.stringify(subject)}` };
}
function readSubject(rule, facts) {
    return rule.value === undefined ? facts.commit.tag : (0,evaluate/* evaluateText */.p_)(rule.value, facts);
}
function computeEdge(rule, { commit, defaultBranch }) {
    const branch = rule.branch ?? defaultBranch;
    if (commit.branch !== undefined && commit.branch === branch)
        return plain('edge');
    return inapplicable(`the run is not about the branch ${branch ?? 'that is the default'}`);
}
function computeRef(event, commit) {
    switch (event) {
        case 'branch':
            if (commit.branch === undefined)
                return inapplicable('the run is not about a branch');
            return plain(commit.branch);
        case 'tag':
            if (commit.tag === undefined)
                return inapplicable('the run is not about a tag');
            return { ...plain(commit.tag), latest: true };
        case 'pr':
            if (commit.pullRequest === undefined) {
                return inapplicable('the run is not about a pull request');
            }
            return plain(commit.pullRequest);
    }
}
function plain(text) {
    return { pieces: [{ kind: 'value', text }], latest: false, isFullVersion: false };
}
function inapplicable(reason) {
    return { outcome: 'inapplicable', reason };
}

// EXTERNAL MODULE: ./src/tag/rules/facts.ts
var rules_facts = __webpack_require__(5019);
;// CONCATENATED MODULE: ./src/tag/rules/tags.ts



function assembleTags(computed, flavor, facts) {
    const given = computed.filter((rule) => rule.outcome === 'tag');
    const [first] = given;
    if (first === undefined)
        return undefined;
    const tags = [...new Set(given.map(({ tag }) => tag))];
    const latest = flavor.latest === 'auto' ? first.latest : flavor.latest === 'true';
    const deployed = findDeployTag(given, facts) ?? first;
    return {
        tags: latest ? [...tags, computeLatest(flavor, facts)] : tags,
        version: first.tag,
        deployTag: deployed.tag,
        moves: deployed.moves,
    };
}
function findDeployTag(given, facts) {
    return (given.find(({ rule }) => rule.deploy) ??
        given.find(({ isFullVersion }) => isFullVersion && facts.commit.tag !== undefined) ??
        given.find(({ rule }) => rule.type === 'sha'));
}
function computeLatest({ prefix, suffix }, facts) {
    const before = prefix.onLatest ? (0,evaluate/* evaluateGlobalTemplate */.lz)(prefix.template, facts) : [];
    const after = suffix.onLatest ? (0,evaluate/* evaluateGlobalTemplate */.lz)(suffix.template, facts) : [];
    return (0,sanitise/* sanitiseTag */.J)((0,expression/* joinPieces */.Am)([...before, { kind: 'value', text: 'latest' }, ...after]));
}

;// CONCATENATED MODULE: ./src/tag/step.ts












function logRules(computed, logger) {
    const width = Math.max(...computed.map(({ rule }) => rule.source.length));
    for (const became of computed) {
        const { source, priority } = became.rule;
        const tag = became.outcome === 'tag' ? became.tag : `no tag: ${became.reason}`;
        logger.info(`  ${source.padEnd(width)}  ${tag}`);
        if (became.outcome === 'invalid') {
            logger.warning(`tags: ${source} is skipped: ${became.reason}.`);
        }
        if (Number.isNaN(priority)) {
            logger.warning(`tags: ${source}: the priority is not a number, so it orders nothing.`);
        }
    }
}
function logGivenImage(result, logger) {
    logger.info('The inputs give the image to deploy, so no tag is computed.');
    if (result.sourceSha !== undefined)
        logger.info(`Source commit: ${result.sourceSha}.`);
    else if (result.abbreviated) {
        logger.info(`Source commit: ${result.abbreviated.commit}, which a promotion completes.`);
    }
    else {
        logger.notice('The commit that the image was built from is not known. Set source-sha to have it in the commit.');
    }
}
function logDeployImage({ image, moves, rules }, { pinsDigest }, context, logger) {
    if (image.tag === undefined && image.digest === undefined) {
        logger.warning(`tags: no rule gives a tag on the event ${context.eventName}, so there is no image to deploy. A rule that always does is type=sha.`);
        return;
    }
    logger.info(`Image to deploy: ${(0,base_image/* renderImageReference */.NL)(image)}`);
    if (image.tag === undefined || image.digest !== undefined || pinsDigest === true)
        return;
    if (moves !== true && !(0,tag_given/* isMovingTag */.Tp)(image.tag, context))
        return;
    const cure = rules
        ? 'Add the rule type=sha,prefix={{branch}}- to tags, or set digest or pin-digest.'
        : 'Give digest, set pin-digest, or give a tag with the commit in it.';
    logger.warning(`The tag ${image.tag} moves, so its promotion is refused without a digest. ${cure}`);
}
async function runTagStep(inputs, context, ports) {
    return ports.logger.group('Image tag', () => resolveImage(inputs, context, ports));
}
async function resolveImage(inputs, context, ports) {
    const { logger } = ports;
    logRepositories(inputs, logger);
    const given = inputs.rules.length === 0 ? (0,tag_given/* resolveGivenImage */.LX)(inputs, context) : undefined;
    if (given !== undefined)
        logGivenImage(given, logger);
    const result = given
        ? await labelGivenImage(given, inputs, context, ports)
        : await computeImage(inputs, context, ports);
    logDeployImage(result, inputs, context, logger);
    return result;
}
function logRepositories({ image: { repository }, furtherRepositories, imageWasLowered }, logger) {
    const all = [repository, ...furtherRepositories].join(', ');
    if (imageWasLowered) {
        logger.notice(`image: upper case is not allowed, so it is read as ${all}.`);
    }
    if (furtherRepositories.length > 0) {
        logger.info(`Images to push: ${all}. The first is the one to deploy.`);
    }
}
async function labelGivenImage(given, inputs, context, ports) {
    const { extraLabels } = inputs;
    if (extraLabels.length === 0)
        return given;
    const { sourceSha: sha = '' } = given;
    const asking = extraLabels.find(({ value }) => sha === '' && (0,tag_labels/* holdsCommit */.ae)(value));
    if (asking !== undefined) {
        throw new errors/* PromoteError */.jG('invalid-input', `extra-labels: ${asking.key} holds the commit that the image was built from, which is not known. Set source-sha.`);
    }
    const commit = { sha, reason: 'the commit of the given image', ...(0,source_ref/* readSourceRef */.N)(context) };
    const facts = await completeFacts(inputs, context, commit, ports);
    return { ...given, labels: (0,tag_labels/* mergeLabels */.Mr)(given.labels, extraLabels, facts) };
}
async function computeImage(inputs, context, ports) {
    const commit = (0,source_commit/* resolveSourceCommit */.N)(context, inputs.sourceSha);
    ports.logger.info(`Source commit: ${commit.sha}, ${commit.reason}.`);
    await assertCheckout(commit, context, ports);
    const facts = await completeFacts(inputs, context, commit, ports);
    const computed = inputs.rules.map((rule) => computeTag(rule, inputs.flavor, facts));
    logRules(computed, ports.logger);
    const assembled = assembleTags(computed, inputs.flavor, facts);
    const known = {
        ...(assembled && { version: assembled.version }),
        sourceSha: commit.sha,
        shortSha: (0,commit_event/* abbreviateSha */.Kx)(commit.sha, inputs.shortShaLength),
    };
    const { labels, annotations } = (0,tag_labels/* computeImageLabels */.Il)(known, context);
    return {
        image: assembled
            ? { ...inputs.image, tag: assembled.deployTag }
            : { repository: inputs.image.repository },
        moves: assembled?.moves === true ? true : undefined,
        names: (0,tag_inputs/* listNames */.Zv)(inputs, assembled?.tags ?? []),
        ...known,
        labels: (0,tag_labels/* mergeLabels */.Mr)(labels, inputs.extraLabels, facts),
        annotations,
        rules: computed.map(toRuleOutcome),
    };
}
async function assertCheckout(commit, context, { logger, checkout }) {
    const judged = judgeCheckout(await checkout.read(context.workspace), commit, context);
    if (judged?.level === 'error')
        throw new errors/* PromoteError */.jG('invalid-context', judged.message);
    if (judged)
        logger.notice(judged.message);
}
async function completeFacts(inputs, context, commit, { openSourceRepository }) {
    const facts = (0,rules_facts/* gatherFacts */.pc)(context, commit, inputs.shortShaLength);
    const ofLabels = inputs.extraLabels.map(({ value }) => value);
    const needs = (0,rules_facts/* findNeeds */.$I)(inputs.rules, inputs.flavor, context.eventName, ofLabels);
    const asksBranch = needs.defaultBranch && facts.defaultBranch === undefined;
    const asksDate = needs.commitDate && facts.committedAt === undefined;
    const { calendar } = needs.calendar ? await Promise.all(/* import() */[__webpack_require__.e(714), __webpack_require__.e(376)]).then(__webpack_require__.bind(__webpack_require__, 1376)) : {};
    if (!asksBranch && !asksDate)
        return { ...facts, calendar };
    const { apiUrl, repository } = context;
    const source = await openSourceRepository({ apiUrl, repository, token: inputs.token });
    return {
        ...facts,
        calendar,
        ...(asksBranch && { defaultBranch: await source.readDefaultBranch() }),
        ...(asksDate && { committedAt: await source.readCommitDate(commit.sha) }),
    };
}


/***/ })

};

//# sourceMappingURL=456.index.js.map