export const id = 92;
export const ids = [92];
export const modules = {

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
/* harmony import */ var _message_trailers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(854);
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8368);



/**
 * The commit that the tag of the deployed image names; else the one that a value held in whose place
 * the promoted commit stands now.
 * @param sourceSha The commit that is promoted, in full.
 */
function findNamedCommit({ previousImage, changes }, sourceSha) {
    const { tag } = previousImage ?? {};
    const named = tag === undefined ? undefined : (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .findCommitInTag */ .O2)(tag);
    if (named !== undefined)
        return { commit: named, isDoubtful: /^\d+$/.test(named) };
    const replaced = changes.find(({ after }) => after === sourceSha)?.before;
    if (replaced === undefined || !_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .FULL_SHA */ .RG.test(replaced))
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
    const sha = message === undefined ? undefined : (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_2__/* .findTrailer */ .Je)(message, 'Source-Commit');
    if (message === undefined || sha === undefined || !_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .FULL_SHA */ .RG.test(sha))
        return undefined;
    const source = (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_2__/* .findTrailer */ .Je)(message, 'Source-Repository');
    return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}
/** A target need not hold all of a reference: a tag alone may stand for a tag and a digest. */
function tellsOf({ message }, { repository, tag, digest }) {
    if (tag === undefined && digest === undefined)
        return false;
    const parsed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)((0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_2__/* .findTrailer */ .Je)(message, 'Image') ?? '');
    if (!parsed.valid)
        return false;
    const { reference } = parsed;
    return (reference.repository === repository &&
        (tag === undefined || reference.tag === tag) &&
        (digest === undefined || reference.digest === digest));
}


/***/ }),

/***/ 1092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assertDelivered: () => (/* binding */ assertDelivered),
  runCheckStep: () => (/* binding */ runCheckStep),
  runPromoteStep: () => (/* binding */ runPromoteStep),
  R: () => (/* binding */ tolerateUnreadableInDryRun)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var message_trailers = __webpack_require__(854);
;// CONCATENATED MODULE: ./src/promote/model/result.ts
/**
 * What a target is called in the trailer `Target`. What could be read as a mention or a reference to
 * an issue, or as the space between the two, is percent-encoded.
 */
function renderIdentity({ file, place }) {
    return [file, place].map(encodeWord).join(' ');
}
function encodeWord(text) {
    return text.replace(/[\s\p{Cc}\p{Cs}%@#<>()|~`\\]|:(?=\/\/)/gu, (character) => {
        const bytes = Array.from(Buffer.from(character));
        return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    });
}
/** The result of a promotion whose targets are known. */
function resultOf({ name }, targets, outcome) {
    const wouldChange = targets.some(({ changes }) => changes.length > 0);
    return { ...outcome, repository: name, targets, wouldChange };
}

;// CONCATENATED MODULE: ./src/promote/delivery/commit.ts


/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 100;
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
    const commit = commits.find(({ message }) => (0,message_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
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
    if (commits.some(({ message }) => (0,message_trailers/* findTrailer */.Je)(message, 'Image') === image))
        return undefined;
    const tryAgain = 'The files ask for the image, and no commit that does is shown yet.';
    return { tryAgain, code: 'unavailable', kind: 'failure' };
}

// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(2584);
// EXTERNAL MODULE: ./src/promote/message/template.ts
var message_template = __webpack_require__(1692);
;// CONCATENATED MODULE: ./src/promote/message/message.ts




/**
 * Renders the whole message: subject and body (of the template, if given), an empty line, and the
 * trailers: the audit trail first, the caller's own last.
 */
function renderCommitMessage(facts, template, furtherTrailers) {
    const rendered = template === undefined ? '' : renderMessageTemplate(template, facts);
    // Without a subject of its own a commit would take its first trailer for one.
    const text = rendered === '' ? renderSubject(facts) : rendered;
    return `${text}\n\n${(0,message_trailers/* renderTrailers */.Pp)([...auditTrailers(facts), ...furtherTrailers])}\n`;
}
function renderSubject(facts) {
    const { kind, imageName, previousImage, image } = facts;
    const change = `${versionOf(previousImage)} -> ${versionOf(image)}`;
    const subject = kind === 'rollback'
        ? `revert(${imageName}): ${change}`
        : `chore(${imageName}): promote ${change}`;
    return (0,markdown/* renderOneLine */.N0)(subject);
}
/** The tag; without one the digest, cut as git cuts a commit. */
function versionOf(image) {
    return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}
function renderMessageTemplate(template, facts) {
    return (0,message_template/* renderTemplate */.Xm)(template, (name) => renderPlaceholder(name, facts)).trim();
}
/** What stands for a placeholder, on one line; empty when it is not known. */
function renderPlaceholder(placeholder, facts) {
    const values = {
        image: (0,base_image/* renderImageReference */.NL)(facts.image),
        repository: facts.image.repository,
        tag: facts.image.tag,
        digest: facts.image.digest,
        sha: facts.sourceSha,
        'short-sha': facts.shortSha,
        'image-name': facts.imageName,
        'previous-tag': facts.previousImage?.tag,
        'gitops-branch': facts.gitopsBranch,
    };
    return (0,markdown/* renderOneLine */.N0)(values[placeholder] ?? '');
}
function auditTrailers(facts) {
    const trailers = [
        ['Source-Repository', facts.sourceRepository],
        ['Source-Commit', facts.sourceSha],
        ['Image', (0,base_image/* renderImageReference */.NL)(facts.image)],
        ['Previous-Image', facts.previousImage && (0,base_image/* renderImageReference */.NL)(facts.previousImage)],
        ['Rollback-Of', facts.rollbackOf],
        ...facts.takesBack.map((sha) => ['Rolled-Back-Commit', sha]),
        ...facts.targets.map((target) => ['Target', target]),
        ['Workflow-Run', facts.runUrl],
        [message_trailers/* COVERAGE_TRAILER */.tt, facts.coverage],
        ['Promotion-Id', facts.promotionId],
    ];
    return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

;// CONCATENATED MODULE: ./src/promote/delivery/delivery.ts
/** The client of branches and pull requests, which the mode `pull-request` opens. */
function requirePullRequests({ pullRequests }) {
    if (pullRequests === undefined)
        throw new Error('The client of pull requests was not opened.');
    return pullRequests;
}

// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
;// CONCATENATED MODULE: ./src/promote/guard/explain.ts


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

// EXTERNAL MODULE: ./src/promote/inputs/delivery.ts
var delivery = __webpack_require__(242);
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
async function inspectBranch(delivery, ports) {
    const { inputs, base, facts } = delivery;
    const { pullRequests } = ports;
    const imageName = facts.targets[0]?.imageName ?? '';
    const branch = computeBranchName(inputs.branch, { imageName, base });
    const found = await pullRequests.compareBranch(branch, base);
    const [newest] = found?.commits ?? [];
    // There is no open pull request without a commit.
    const open = newest && (await pullRequests.findOpen(branch, base));
    if (found)
        assertOwnBranch(branch, found, delivery, open);
    const sourceSha = newest && (await findNewerSource(newest, delivery, ports));
    if (sourceSha !== undefined) {
        const pullRequest = open ?? (await awaitOpen(branch, base, ports));
        if (pullRequest)
            return { outcome: 'stale', pullRequest, sourceSha };
    }
    const { head, isCurrent = false } = found ?? {};
    return {
        ...{ branch, isCurrent, open },
        head,
        newest,
    };
}
/** The commit of the source that a branch promotes, where it is newer than the one of this promotion. */
async function findNewerSource({ message }, { facts }, { compareWith }) {
    const sourceSha = (0,message_trailers/* findTrailer */.Je)(message, 'Source-Commit');
    if (sourceSha === undefined || sourceSha === facts.sourceSha)
        return undefined;
    if (sourceOf(message) !== sourceOf(facts.message))
        return undefined;
    return (await compareWith(sourceSha)) === 'newer' ? sourceSha : undefined;
}
function sourceOf(message) {
    return (0,message_trailers/* findTrailer */.Je)(message, 'Source-Repository')?.toLowerCase();
}
/**
 * The pull request of a branch that holds a newer promotion: another run may have just opened it, or
 * be about to. In the end a person has closed it, and nothing is lost.
 */
async function awaitOpen(branch, base, ports) {
    const find = async () => {
        const open = await ports.pullRequests.findOpen(branch, base);
        if (open !== undefined)
            return open;
        const message = `the branch ${branch} holds a newer promotion, and no pull request asks for it.`;
        throw new errors/* PromoteError */.jG('unavailable', message, { mayAppear: true });
    };
    return untilVisible(find, ports).catch((error) => {
        if (!(error instanceof errors/* PromoteError */.jG) || !error.mayAppear)
            throw error;
        ports.logger.notice(`The branch ${branch} is replaced: it holds a newer promotion, whose pull request is not open any more.`);
        return undefined;
    });
}
/**
 * A promotion replaces what its branch holds, so nothing may be there that another promotion would
 * not put there again.
 * @throws PromoteError `branch-occupied` with the cure.
 */
function assertOwnBranch(branch, { commits, paths }, { facts, snapshot }, open) {
    const ours = sourceOf(facts.message);
    for (const { sha, message } of commits) {
        const source = (0,message_trailers/* findTrailer */.Je)(message, 'Source-Repository');
        const isPromotion = source !== undefined && (0,message_trailers/* findTrailer */.Je)(message, 'Promotion-Id') !== undefined;
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
    if ((0,message_trailers/* findTrailer */.Je)(newest.message, 'Image') !== (0,message_trailers/* findTrailer */.Je)(facts.message, 'Image'))
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
    if (head && (0,message_trailers/* findTrailer */.Je)(head.message, 'Promotion-Id') === promotionId)
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
    const isOfPromotion = (0,message_trailers/* findTrailer */.Je)(autoMerge?.text ?? '', 'Promotion-Id') !== undefined;
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
    return (0,message_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId;
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
function renderPullRequestText(facts, { title, body }) {
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
    const trailers = renderTrailerEnd(facts.message);
    const room = BODY_LIMIT - trailers.length;
    if (template === undefined)
        return `${joinBody(bodyParts(facts), room)}${trailers}`;
    const body = (0,message_template/* renderTemplate */.Xm)(template, (name) => renderSafely(facts.valueOf(name)));
    if (body.length <= room)
        return `${body.trimEnd()}${trailers}`;
    return `${body.slice(0, room - CUT.length - 2)}\n\n${CUT}${trailers}`;
}
/** What is longer than half of a body is left out, so that there is room for what people read. */
function renderTrailerEnd(message) {
    const trailers = (0,message_trailers/* findTrailers */.GN)(message);
    const isTold = (0,message_trailers/* findTrailer */.Je)(message, 'Promotion-Id') !== undefined;
    return isTold && trailers.length < BODY_LIMIT / 2 ? `\n\n${trailers}` : '';
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
function joinBody(parts, room) {
    let body = '';
    for (const part of parts) {
        const next = body === '' ? part : `${body}\n\n${part}`;
        if (next.length > room - CUT.length - 2)
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
    written.changed ||= (0,message_trailers/* findTrailer */.Je)(commit.message, 'Promotion-Id') === delivery.promotionId;
    // It may have been merged or closed while the branch was moved.
    const isMoved = !isThere && found.head !== undefined;
    const open = isMoved ? await ports.pullRequests.findOpen(branch, base) : found.open;
    const runUrl = (0,message_trailers/* findTrailer */.Je)(commit.message, 'Workflow-Run') ?? facts.runUrl;
    const text = renderPullRequestText({ ...facts, message: commit.message, runUrl }, inputs);
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
        valueOf: (placeholder) => renderPlaceholder(placeholder, facts),
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
            if (guard === undefined || promotion.inputs.stale === 'allow')
                return 'unknown';
            const ahead = await guard.countCommitsAhead(sha, 'The branch of the pull request holds it');
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

;// CONCATENATED MODULE: ./src/promote/deliver.ts




/** Writes what one try has made of the files: by pull request or commit; in a dry run it does not. */
async function deliver(made, context, ports) {
    const { repository } = ports;
    const { snapshot, changes, targets } = made;
    const { promotion, progress, facts } = context;
    const { pullRequest, commitMessage, commitTrailers } = promotion.inputs;
    const message = renderCommitMessage(facts, commitMessage, commitTrailers);
    if (pullRequest !== undefined) {
        const delivery = { repository, ...made, message };
        return promoteByPullRequest(pullRequest, delivery, context, ports);
    }
    if (promotion.dryRun)
        return resultOf(repository, targets, { reason: 'dry-run', changed: false });
    const written = await repository.commitFiles(snapshot, changes, message);
    if (written.outcome !== 'committed')
        return againAfter(written, targets, progress);
    const { commit } = written;
    return resultOf(repository, targets, { reason: 'promoted', changed: true, commit });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/patch/images/chain.ts
var chain = __webpack_require__(1484);
// EXTERNAL MODULE: ./src/patch/images/entries.ts
var images_entries = __webpack_require__(4181);
// EXTERNAL MODULE: ./src/patch/yaml/locate.ts
var locate = __webpack_require__(4228);
// EXTERNAL MODULE: ./src/patch/yaml/node.ts
var node = __webpack_require__(3658);
// EXTERNAL MODULE: ./src/patch/yaml/source.ts
var yaml_source = __webpack_require__(7935);
;// CONCATENATED MODULE: ./src/patch/images/renames.ts






/**
 * Reads what a kustomization builds on.
 * @throws PromoteError for what is no kustomization that can be read.
 */
function readLinks(file) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    const { root, entries } = (0,images_entries/* locateImages */.jH)(source);
    const lists = ['resources', 'bases', 'components'].map((field) => (0,locate/* readValue */.wK)(source, root, (0,locate/* fieldOf */._F)(field)));
    const items = lists.flatMap((list) => ((0,dist/* isSeq */.oP)(list) ? list.items : []));
    return {
        paths: items.flatMap((item) => (0,node/* readText */.yR)((0,locate/* resolveAlias */.Zg)(source, item)) ?? []),
        rename: (name) => {
            let image = name;
            for (const entry of entries) {
                const isMatched = (0,chain/* matchesName */.Hj)(image, entry.name);
                if (isMatched === undefined && entry.newName !== '')
                    return name;
                if (isMatched === true)
                    image = (0,chain/* applyEntry */.fp)(image, entry);
            }
            return (0,chain/* splitImage */.s5)(image).name;
        },
    };
}

// EXTERNAL MODULE: ./src/promote/files.ts + 17 modules
var promote_files = __webpack_require__(4457);
;// CONCATENATED MODULE: ./src/promote/bases.ts



/** How many kustomizations are read to find out what bases make of a name. */
const MAX_FILES = 10;
/**
 * Patches a file. An entry that is not there, or is new, may have a name that a base has changed
 * before: then the message says which one it leaves.
 * @throws PromoteError whatever `patchTargets` throws.
 */
async function patchWithBases(target, facts, repository) {
    try {
        const patched = (0,promote_files/* patchTargets */.J)(target, facts);
        if (patched.addedEntries.length === 0)
            return patched;
        const warnings = await findRenames(target.file, patched.addedEntries, repository);
        return { ...patched, warnings };
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code !== 'entry-not-found')
            throw error;
        const names = target.targets.flatMap((each) => each.kind === 'kustomization' ? [each.imageName ?? facts.image.repository] : []);
        const renames = await findRenames(target.file, names, repository);
        throw new errors/* PromoteError */.jG(error.code, [error.message, ...renames].join(' '), { cause: error });
    }
}
/** What the bases of a kustomization make of names, a sentence for each that they change. */
async function findRenames(file, names, repository) {
    if (names.length === 0)
        return [];
    const bases = new Bases(repository);
    const left = await bases.listLinked(file);
    return names.flatMap((name) => left.flatMap((base) => base.rename(name).flatMap((given) => {
        if (given === name)
            return [];
        return `${base.path} makes ${given} of the image ${name}, so an entry of images in ${file.path} has to have the name ${given}: set image-name to that.`;
    })));
}
/** Reads bases, each once, as far as the bound goes. */
class Bases {
    #repository;
    #seen = new Set();
    constructor(repository) {
        this.#repository = repository;
    }
    /** The bases of a kustomization; none of what cannot be read. */
    async listLinked(file) {
        this.#seen.add(file.path);
        const links = tryReadLinks(file);
        const folder = file.path.slice(0, Math.max(file.path.lastIndexOf('/'), 0));
        const paths = (links?.paths ?? []).flatMap((path) => resolveBase(folder, path) ?? []);
        const bases = await Promise.all(paths.map((path) => this.#read(path)));
        return bases.flatMap((base) => base ?? []);
    }
    async #read(path) {
        if (this.#seen.size > MAX_FILES || this.#seen.has(path))
            return undefined;
        this.#seen.add(path);
        const request = { kind: 'kustomization', path };
        const file = await this.#repository
            .readFiles([request])
            .then(({ files }) => files[0], ignoreFailure);
        const links = file && tryReadLinks(file);
        if (file === undefined || links === undefined)
            return undefined;
        const below = await this.listLinked(file);
        return {
            path: file.path,
            rename: (name) => {
                const given = below.flatMap((base) => base.rename(name));
                return [...new Set((given.length === 0 ? [name] : given).map(links.rename))];
            },
        };
    }
}
function tryReadLinks(file) {
    try {
        return readLinks(file);
    }
    catch (error) {
        ignoreFailure(error);
        return undefined;
    }
}
/** What cannot be read is not said: it is about a message only. */
function ignoreFailure(error) {
    if (error instanceof errors/* PromoteError */.jG)
        return undefined;
    throw error;
}
/**
 * The directory in the repository that a kustomization names.
 * @returns `undefined` for a manifest, and for what is elsewhere.
 */
function resolveBase(folder, path) {
    if (/\.(?:ya?ml|json)$/i.test(path) || /:\/\/|[?@]|^\//.test(path))
        return undefined;
    const segments = folder === '' ? [] : folder.split('/');
    for (const segment of path.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment !== '..')
            segments.push(segment);
        else if (segments.pop() === undefined)
            return undefined;
    }
    return segments.join('/');
}

// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
;// CONCATENATED MODULE: ./src/promote/guard/history.ts


/** What is said as it is: the loop waits for the one, and a new token alone helps with the other. */
const FINAL = ['unavailable', 'token-invalid'];
/**
 * The histories of files that have just been read; none where the token may not list them.
 * @throws PromoteError `order-unknown` that may pass where the server contradicts itself: a file that
 *   is there has a commit, so one that is said to have none is looked for in a copy that is behind.
 */
async function readHistories(files, repository, question) {
    const histories = await repository
        .readFileHistories(files, deployed_commit/* SEARCHED_FILE_COMMITS */.S1)
        .catch((error) => {
        if (!(error instanceof errors/* PromoteError */.jG) || FINAL.includes(error.code))
            throw error;
        if (error.code === 'token-forbidden')
            return undefined;
        throw missingHistory(files, repository, error.message, question);
    });
    if (histories === undefined)
        return new Map();
    const missing = files.filter((file) => (histories.get(file) ?? []).length === 0);
    if (missing.length === 0)
        return histories;
    throw missingHistory(missing, repository, 'the server lists no commit', question);
}
function missingHistory(files, { name }, detail, { what, cure }) {
    return new errors/* PromoteError */.jG('order-unknown', `It cannot be told ${what}, since the history of ${files.join(', ')} in ${name} is not shown (${detail}). ${cure}`, { isTransient: true });
}

;// CONCATENATED MODULE: ./src/promote/guard/moved-tag.ts





/** Digits of a commit in a sentence, as GitHub shows it. */
const moved_tag_SHOWN_DIGITS = 7;
/**
 * Fails where nothing has to change because the tag is there already, although it was promoted for
 * another commit: it was pushed again since, and nothing would deploy what is behind it now.
 * @param sourceSha The commit that is promoted, in full; without it nothing can be told.
 * @throws PromoteError `moving-tag`; `order-unknown` that may pass where the history is not shown.
 */
async function assertTagStayed(image, sourceSha, targets, repository) {
    const { tag, digest } = image;
    if (sourceSha === undefined || tag === undefined || digest !== undefined)
        return;
    const named = (0,commit_event/* findCommitInTag */.O2)(tag);
    if (named !== undefined && sourceSha.startsWith(named))
        return;
    const files = [...new Set(targets.map(({ file }) => file))];
    const histories = await readHistories(files, repository, {
        what: 'whether the tag was promoted for another commit',
        cure: 'Give digest, or a tag with the commit in it.',
    });
    for (const { file, previousImage = image } of targets) {
        const recorded = (0,deployed_commit/* findRecordedCommit */.Lc)(histories.get(file) ?? [], previousImage);
        if (recorded === undefined || recorded.sha === sourceSha)
            continue;
        const [then, now] = [recorded.sha, sourceSha].map((sha) => (0,commit_event/* abbreviateSha */.Kx)(sha, moved_tag_SHOWN_DIGITS));
        throw new errors/* PromoteError */.jG('moving-tag', `image: ${file} asks for ${(0,base_image/* renderImageReference */.NL)(image)} already, which was promoted for commit ${then}, and this run promotes ${now}: the tag has moved, and nothing would deploy what it stands for now. Give digest, or a tag with the commit in it.`);
    }
}

;// CONCATENATED MODULE: ./src/promote/guard/source-commit.ts

/**
 * A promotion with its commit in full: that which the tag abbreviates, as the source repository has
 * it. It is asked once.
 * @throws PromoteError `unavailable` when trying again can help.
 */
async function completeSource(promotion, progress, source) {
    const { abbreviated, audit } = promotion;
    if (abbreviated === undefined)
        return promotion;
    const { commit, shortShaLength } = abbreviated;
    progress.source ??= { sha: await source.resolveCommit(commit) };
    const { sha } = progress.source;
    if (sha === undefined)
        return promotion;
    const known = { sourceSha: sha, shortSha: (0,commit_event/* abbreviateSha */.Kx)(sha, shortShaLength) };
    return { ...promotion, audit: { ...audit, ...known } };
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
 * One try from beginning to end: read, patch, guard, write; a dry run writes nothing. Nothing of an earlier try is used but
 * what `progress` says.
 */
async function attempt({ promotion: asked, progress, guard, patience }, ports) {
    const { repository, source } = ports;
    const landed = await findLanded(progress, repository);
    if (landed !== undefined)
        return landed;
    const [{ snapshot, files }, promotion] = await Promise.all([
        (0,promote_files/* readTargets */.R)(asked.inputs.targets, repository),
        completeSource(asked, progress, source),
    ]);
    guard.identify(promotion.audit.sourceSha);
    const patched = [];
    for (const file of files) {
        patched.push(await patchWithBases(file, targetFacts(promotion, snapshot), repository));
    }
    // A further try says it no second time.
    if (progress.targets === undefined)
        announce(patched, ports.logger);
    const targets = patched.flatMap(({ results }) => results);
    progress.targets = targets;
    const changes = patched.filter(({ changed }) => changed);
    if (changes.length === 0) {
        await warnOfOpenPullRequest(promotion, targets, snapshot.branch, ports);
        return unchanged(targets, promotion, progress, repository);
    }
    repository.assertCommittable(snapshot, changes);
    const problem = await findStale(promotion, targets, guard, repository);
    if (problem) {
        const stale = { reason: 'stale', changed: false, problem };
        // What was looked for may be what the newer one stands over.
        return (await findLanded(progress, repository)) ?? resultOf(repository, targets, stale);
    }
    const facts = commitFacts(promotion, targets, snapshot, progress);
    const context = { promotion, progress, guard, patience, facts };
    return deliver({ snapshot, changes, targets }, context, ports);
}
/** Tells what else changes, and what may be wrong. */
function announce(patched, logger) {
    for (const { notices, warnings = [] } of patched) {
        for (const notice of notices)
            logger.notice(notice);
        for (const warning of warnings)
            logger.warning(warning);
    }
}
async function findStale({ inputs, audit }, targets, guard, { name }) {
    if (inputs.stale === 'allow')
        return undefined;
    const newer = await guard.findNewer(targets);
    if (newer === undefined)
        return undefined;
    return { code: 'stale', message: renderStale(newer, audit.sourceSha ?? '', name) };
}
async function unchanged(targets, { image, audit, dryRun }, progress, repository) {
    // What was looked for may have landed only after that.
    const landed = await explainUnchanged(progress, (0,base_image/* renderImageReference */.NL)(image), repository);
    if (landed !== undefined)
        return landed;
    await assertTagStayed(image, audit.sourceSha, targets, repository);
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
    const changing = targets.filter(({ changes }) => changes.length > 0);
    const { imageName = '', previousImage } = changing[0] ?? {};
    return {
        ...audit,
        kind: 'promotion',
        takesBack: [],
        targets: changing.map(renderIdentity),
        image,
        imageName,
        previousImage,
        promotionId,
        gitopsBranch: branch,
    };
}

;// CONCATENATED MODULE: ./src/promote/guard/guard.ts





const DEPLOYED = {
    what: 'which commit is deployed now',
    cure: 'To promote without knowing which of the two is newer, set stale: allow.',
};
/** Whether a target deploys something else now: not what is new there, nor the same image. */
function replacesAnother({ image, previousImage, changes }) {
    const isNew = changes.every(({ before }) => before === undefined);
    if (isNew || previousImage === undefined)
        return !isNew;
    return (0,base_image/* renderImageReference */.NL)(previousImage) !== (0,base_image/* renderImageReference */.NL)(image);
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
    /** Tells the commit that is promoted, which may be found out only while files are read. */
    identify(sourceSha) {
        this.#commit = { ...this.#commit, sourceSha };
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
        return () => (read ??= readHistories([...new Set(files)], repository, DEPLOYED));
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

// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var patience = __webpack_require__(7350);
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
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver.
 * @throws PromoteError as `deliverPatiently`.
 */
async function promote(promotion, ports) {
    const guard = new OrderGuard(promotion.audit, ports);
    return deliverPatiently(promotion, (tries) => attempt({ promotion, guard, ...tries }, ports), ports);
}
/**
 * Tries until something is delivered; and when somebody else was faster, the same again from reading
 * on, never with old contents. It is the only retry loop. Where it fails after it was known what there
 * is to change, the failure is the `problem` of the result:
 * - `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 * - `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 * - `order-unknown` when the source repository does not compare the commits,
 * - `outcome-unknown` when a write got no answer and it cannot be learned whether it landed,
 * - and whatever writing refuses.
 * @param attempt One try from beginning to end.
 * @throws PromoteError the same, and whatever reading and patching refuse, where that is not known.
 */
async function deliverPatiently(asked, attempt, ports) {
    const { clock, random, repository } = ports;
    const progress = { promotionId: random.uuid(), tries: 0, written: { changed: false } };
    const { inputs, waited = 0 } = asked;
    const tries = { progress, patience: new patience/* Patience */.i(clock, random, inputs.retryTimeout - waited) };
    const finish = (result) => inputs.pullRequest === undefined ? result : tellOperation(result, progress.written);
    try {
        const failed = async (error) => resolveFailure(error, tries, ports);
        const delivered = tryUntilDelivered(inputs, tries, async () => attempt(tries), ports);
        return finish(await delivered.catch(failed));
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
/**
 * What a failure ends in: it is final only after a write without an answer was looked for once more.
 * @throws PromoteError The failure itself, or `outcome-unknown`.
 */
async function resolveFailure(error, { progress, patience }, ports) {
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
async function tryUntilDelivered(inputs, { progress, patience }, attempt, ports) {
    for (;;) {
        progress.tries += 1;
        const outcome = await attempt().catch(resolveSetback);
        if (!('tryAgain' in outcome))
            return outcome;
        patience.hear(outcome);
        const delay = patience.plan(outcome);
        const failed = `Try ${progress.tries} did not succeed: ${outcome.tryAgain}`;
        if (delay === undefined) {
            ports.logger.info(failed);
            throw givenUp(outcome, inputs, progress);
        }
        ports.logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
        await patience.wait(delay);
    }
}
/** What may pass leads to another try. @throws Every other failure, since it is final. */
function resolveSetback(error) {
    if (!(error instanceof errors/* PromoteError */.jG) || !error.isTransient)
        throw error;
    const { message, retryAt, isLimit } = error;
    const code = error.code === 'order-unknown' ? error.code : 'unavailable';
    return { tryAgain: message, code, kind: isLimit ? 'limit' : 'failure', retryAt };
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
 * The registry check of a promotion, whose code is loaded only where it is asked for. An image that
 * no tag was found for is left to the promotion.
 * @returns The image with what its registry says of it, and the time that it took.
 * @throws PromoteError as `checkImage`.
 */
async function runCheckStep({ promote, image, dryRun }, context, ports) {
    const { check: inputs, from, retryTimeout, sourceToken: token } = promote;
    if (inputs === undefined || image === undefined || !(0,base_image/* isDeployable */.M4)(image.image))
        return { image };
    const begun = ports.clock.now();
    const { checkImage } = await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 7360));
    const repository = image.sourceRepository ?? context.repository;
    const source = await ports.openSourceRepository({ apiUrl: context.apiUrl, repository, token });
    const imageInput = from === undefined ? 'image' : 'promote-from';
    const check = { inputs, image, imageInput, source, retryTimeout, dryRun };
    const checked = await checkImage(check, context, ports);
    return { image: checked, waited: (ports.clock.now() - begun) / 1000 };
}
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
    assertDeployable(image, request, context);
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
function promotionOf({ promote: inputs, dryRun, coverage, waited }, { image, sourceSha, shortSha, abbreviated, ...result }, context) {
    const { repository, repositoryUrl } = context;
    const sourceRepository = result.sourceRepository ?? repository;
    const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
    return {
        inputs,
        image,
        dryRun,
        abbreviated,
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
function assertDeployable({ image: { tag, digest }, moves }, { promote: { check }, dryRun }, context) {
    if (tag === undefined && digest === undefined) {
        throw new errors/* PromoteError */.jG('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    // In a dry run an image may be shown that could not be pinned yet.
    if (digest !== undefined || (dryRun && check?.pinDigest === true))
        return;
    if (tag === undefined || (moves !== true && !(0,given/* isMovingTag */.Tp)(tag, context)))
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
        logger.info(renderDryRunReason(dryRunReason));
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
function renderDryRunReason(reason) {
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
 * Whether a tag is one that is pushed again and again: `latest` and the like, or the name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find nothing
 * to change.
 */
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
        const rest = listPartsBeside(tag, name);
        return rest !== undefined && !rest.some(isIdentifying);
    });
}
/** The parts of a tag before and behind a name; `undefined` where it does not hold it by itself. */
function listPartsBeside(tag, name) {
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

//# sourceMappingURL=92.index.js.map