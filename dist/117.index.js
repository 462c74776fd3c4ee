export const id = 117;
export const ids = [117];
export const modules = {

/***/ 9117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assertDelivered: () => (/* binding */ assertDelivered),
  runPromoteStep: () => (/* binding */ runPromoteStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/promote/progress.ts
/** The result of a promotion whose targets are known. */
function resultOf({ name }, targets, outcome) {
    const wouldChange = targets.some(({ changes }) => changes.length > 0);
    return { ...outcome, repository: name, targets, wouldChange };
}

// EXTERNAL MODULE: ./src/promote/trailers.ts
var promote_trailers = __webpack_require__(4962);
;// CONCATENATED MODULE: ./src/promote/commit-delivery.ts


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
function againAfter(written, targets, progress) {
    const { outcome, detail } = written;
    if (outcome === 'conflict')
        return { tryAgain: detail, code: 'conflict' };
    progress.unanswered = targets;
    const { retryAt } = written;
    return { tryAgain: detail, code: 'unavailable', ...(retryAt !== undefined && { retryAt }) };
}
/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded({ promotionId, unanswered, written: { pullRequest } }, repository) {
    if (unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const commit = commits.find(({ message }) => (0,promote_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
    if (commit === undefined)
        return undefined;
    const outcome = { reason: 'promoted', changed: true, commit };
    return resultOf(repository, unanswered, { ...outcome, ...(pullRequest && { pullRequest }) });
}

// EXTERNAL MODULE: ./src/promote/branch-name.ts
var branch_name = __webpack_require__(568);
// EXTERNAL MODULE: ./src/promote/template.ts
var promote_template = __webpack_require__(3776);
;// CONCATENATED MODULE: ./src/promote/pull-request/branch.ts



/**
 * The name of the branch that holds a promotion until it is merged.
 * @throws PromoteError `invalid-input` when it is the branch that is promoted to.
 */
function computeBranchName(template, { imageName, base }) {
    const rendered = (0,promote_template/* renderTemplate */.Xm)(template, (name) => (name === 'image-name' ? imageName : base));
    const branch = replaceInvalid(rendered);
    if (branch !== base && (0,branch_name/* isBranchName */.Q)(branch))
        return branch;
    throw new errors/* PromoteError */.j('invalid-input', `pull-request-branch: expected the name of a branch other than ${base}, which the pull request asks to merge into, but ${JSON.stringify(template)} gives ${JSON.stringify(branch)}. Put {{image-name}} or a word of its own into it.`);
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

;// CONCATENATED MODULE: ./src/promote/pull-request/removal.ts

/**
 * Deletes a branch that this promotion has made. What cannot be deleted harms nothing but the list
 * of branches, so it is a warning that names it.
 * @param kind What the branch is for, as it reads after "The".
 */
async function removeBranch(branch, kind, { pullRequests, logger }) {
    try {
        await pullRequests.deleteBranch(branch).catch(async (error) => {
            if (!(error instanceof errors/* PromoteError */.j) || error.code !== 'unavailable')
                throw error;
            await pullRequests.deleteBranch(branch);
        });
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        logger.warning(`The ${kind} ${branch} was left behind: ${detail} Delete it by hand.`);
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
    finally {
        await removeBranch(temporary, 'temporary branch', ports);
    }
}
/** Where no answer came the branch may be there all the same. */
async function createTemporary(temporary, sha, ports) {
    try {
        await ports.pullRequests.createBranch(temporary, sha);
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.j && error.code === 'unavailable') {
            await removeBranch(temporary, 'temporary branch', ports);
        }
        throw error;
    }
}
async function readBase(base, { pullRequests }) {
    const head = await pullRequests.readHead(base);
    if (head !== undefined)
        return head;
    throw new errors/* PromoteError */.j('branch-not-found', `gitops-branch: the branch ${JSON.stringify(base)} is gone. Create it, or correct the name.`);
}
async function commitToTemporary(temporary, { snapshot, changes, facts, promotionId }, { repository }) {
    const branch = repository.onBranch(temporary);
    const onTemporary = { ...snapshot, branch: temporary };
    const written = await branch.commitFiles(onTemporary, changes, facts.message);
    if (written.outcome === 'committed')
        return written.commit;
    if (written.outcome === 'conflict')
        throw new errors/* PromoteError */.j('conflict', written.detail);
    const [head] = await branch.readNewestCommits(1);
    if (head && (0,promote_trailers/* findTrailer */.Je)(head.message, 'Promotion-Id') === promotionId)
        return head;
    throw new errors/* PromoteError */.j('unavailable', written.detail);
}
/** A branch that was not there is created: that fails when somebody else did so meanwhile. */
async function moveTo({ branch, head: from, open }, { sha: to }, { pullRequests }) {
    if (from === undefined) {
        if (await pullRequests.createBranch(branch, to))
            return;
    }
    else {
        await pullRequests.moveBranch(branch, { from, to, open });
        return;
    }
    throw new errors/* PromoteError */.j('conflict', `somebody else has written to the branch ${branch} first.`);
}

;// CONCATENATED MODULE: ./src/promote/pull-request/merge.ts

/**
 * Lets the server merge the pull request as soon as it may be merged, or merges it when it may be
 * merged at once. What the server refuses for good is part of the outcome: the pull request is open
 * all the same.
 */
async function mergeAutomatically(request, ports) {
    const { pullRequest, commit, written, method } = request;
    const { changed } = written;
    const opened = { outcome: 'pull-request', pullRequest, commit, changed };
    if (method === undefined || method === pullRequest.autoMerge)
        return opened;
    try {
        return await merge(opened, { ...request, method }, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.j))
            throw error;
        if (error.code === 'unavailable' || error.code === 'conflict')
            throw error;
        return { ...opened, problem: explainOpen(pullRequest, error) };
    }
}
async function merge(opened, { pullRequest, commit, method }, { pullRequests }) {
    const state = await pullRequests.enableAutoMerge(pullRequest, method, commit);
    if (state === 'enabled')
        return { ...opened, changed: true };
    const merged = await pullRequests.merge(pullRequest, method, commit);
    if (merged.outcome !== 'committed')
        return merged;
    return { outcome: 'merged', pullRequest, commit: merged.commit };
}
function explainOpen({ number, url }, cause) {
    return new errors/* PromoteError */.j(cause.code, `auto-merge: pull request #${number} is open (${url}), but it is not merged automatically: ${cause.message}`, { cause });
}

;// CONCATENATED MODULE: ./src/promote/pull-request/ownership.ts


/**
 * A promotion replaces what its branch holds, so nothing may be there that another promotion would
 * not put there again.
 * @throws PromoteError `branch-occupied` with the cure.
 */
function assertOwnBranch(branch, { commits, paths }, { facts, snapshot }, open) {
    const ours = (0,promote_trailers/* findTrailer */.Je)(facts.message, 'Source-Repository')?.toLowerCase();
    for (const { sha, message } of commits) {
        const source = (0,promote_trailers/* findTrailer */.Je)(message, 'Source-Repository');
        const isPromotion = source !== undefined && (0,promote_trailers/* findTrailer */.Je)(message, 'Promotion-Id') !== undefined;
        // Of a promotion that no pull request asks for any more nothing is lost.
        if (isPromotion && (open === undefined || source.toLowerCase() === ours))
            continue;
        const subject = (0,promote_trailers/* renderOneLine */.N0)(message.split('\n', 1).join(''));
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
    return new errors/* PromoteError */.j('branch-occupied', `pull-request-branch: the branch ${branch} holds ${content}, and this promotion would discard it. Give this promotion another pull-request-branch, or move that commit to another branch and delete this one.`);
}
/**
 * Whether the branch has the very bytes of this promotion already: an earlier try or run has
 * committed them.
 * @param newest The branch's newest commit.
 */
async function holdsChanges(branch, newest, { facts, changes }, repository) {
    // Of another image the files are not worth a request.
    if ((0,promote_trailers/* findTrailer */.Je)(newest.message, 'Image') !== (0,promote_trailers/* findTrailer */.Je)(facts.message, 'Image'))
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
        if (!(error instanceof errors/* PromoteError */.j) || error.code === 'unavailable')
            throw error;
        return [];
    }
}

;// CONCATENATED MODULE: ./src/promote/pull-request/inspection.ts



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
    const sourceSha = newest && (0,promote_trailers/* findTrailer */.Je)(newest.message, 'Source-Commit');
    if (open && sourceSha !== undefined && sourceSha !== facts.sourceSha) {
        const order = await compareWith(sourceSha);
        if (order === 'newer')
            return { outcome: 'stale', pullRequest: open, sourceSha };
    }
    const { head, isCurrent = false } = found ?? {};
    return {
        ...{ branch, isCurrent, open },
        ...(head !== undefined && { head }),
        ...(newest && { newest }),
    };
}

// EXTERNAL MODULE: ./src/markdown.ts
var markdown = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
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
    const rendered = (0,promote_trailers/* renderOneLine */.N0)((0,promote_template/* renderTemplate */.Xm)(template, valueOf));
    const title = rendered === '' ? (0,promote_trailers/* renderOneLine */.N0)(message.split('\n', 1).join('')) : rendered;
    const characters = Array.from(title);
    if (characters.length <= TITLE_LIMIT)
        return title;
    return `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}
function renderBody(facts, template) {
    if (template === undefined)
        return joinParts(bodyParts(facts));
    const body = (0,promote_template/* renderTemplate */.Xm)(template, (name) => renderValue(facts.valueOf(name)));
    if (body.length <= BODY_LIMIT)
        return body;
    return `${body.slice(0, BODY_LIMIT - CUT.length - 2)}\n\n${CUT}`;
}
/** A user may put a value into a code span, where an escape would be seen: only what needs it. */
function renderValue(value) {
    const line = (0,promote_trailers/* renderOneLine */.N0)(value);
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
        previousImage ? (0,reference/* renderImageReference */.NL)(previousImage) : 'none known',
        (0,reference/* renderImageReference */.NL)(image),
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
function joinParts(parts) {
    let body = '';
    for (const part of parts) {
        const next = body === '' ? part : `${body}\n\n${part}`;
        if (next.length > BODY_LIMIT - CUT.length - 2)
            return `${body}\n\n${CUT}`;
        body = next;
    }
    return body;
}

;// CONCATENATED MODULE: ./src/promote/pull-request/writing.ts



/**
 * Opens the pull request, or rewrites the one that is open, and asks for its labels and reviewers.
 * @throws PromoteError `conflict` when its branch was moved meanwhile.
 */
async function presentPullRequest(presentation, ports) {
    const { delivery, commit, open } = presentation;
    const pullRequest = open ?? (await openPullRequest(presentation, ports));
    delivery.written.pullRequest = pullRequest;
    if (pullRequest.head !== commit.sha)
        throw movedMeanwhile(presentation);
    await rewriteText(pullRequest, presentation, ports);
    await addLabels(pullRequest, presentation, ports);
    // Whoever opens it or has made the commit asks for reviews: who finds both does not ask again.
    if (open === undefined || isOwn(commit, delivery)) {
        await requestReviews(pullRequest, presentation, ports);
    }
    return pullRequest;
}
function movedMeanwhile({ branch }) {
    return new errors/* PromoteError */.j('conflict', `somebody else has moved the branch ${branch} meanwhile.`);
}
function isOwn({ message }, { promotionId }) {
    return (0,promote_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId;
}
async function openPullRequest(presentation, ports) {
    const { delivery, branch, text } = presentation;
    const { base, written } = delivery;
    const opened = await ports.pullRequests.open(branch, base, text).catch(async (error) => {
        if (isFinal(error))
            await undoBranch(presentation, ports);
        throw error;
    });
    if (opened)
        written.changed = true;
    const pullRequest = opened ?? (await ports.pullRequests.findOpen(branch, base));
    if (pullRequest === undefined)
        throw movedMeanwhile(presentation);
    return pullRequest;
}
function isFinal(error) {
    return error instanceof errors/* PromoteError */.j && !['unavailable', 'conflict'].includes(error.code);
}
/** A refusal leaves nothing half done, unless somebody else makes use of the branch by now. */
async function undoBranch({ delivery: { written }, branch, commit, isNew }, ports) {
    if (!isNew || (await ports.pullRequests.readHead(branch)) !== commit.sha)
        return;
    await removeBranch(branch, 'branch', ports);
    delete written.commit;
    written.changed = false;
}
async function rewriteText(pullRequest, { text, delivery }, { pullRequests }) {
    if (pullRequest.title === text.title && isSameBody(pullRequest.body, text.body))
        return;
    await pullRequests.rewrite(pullRequest, text);
    delivery.written.changed = true;
}
/** GitHub's editor ends lines with CR LF. */
function isSameBody(left, right) {
    return left.replaceAll('\r\n', '\n').trimEnd() === right.replaceAll('\r\n', '\n').trimEnd();
}
async function addLabels(pullRequest, { delivery }, { pullRequests, logger }) {
    const labels = selectMissing(delivery.inputs.labels, pullRequest.labels);
    if (labels.length === 0)
        return;
    await pullRequests.addLabels(pullRequest, labels).catch((error) => {
        logger.warning(describeRefusal('pull-request-labels', pullRequest, error));
    });
}
async function requestReviews(pullRequest, { delivery }, { pullRequests, logger }) {
    const { author } = pullRequest;
    const others = selectMissing(delivery.inputs.reviewers, [author]);
    if (others.length < delivery.inputs.reviewers.length) {
        logger.notice(`pull-request-reviewers: ${author} has opened pull request #${pullRequest.number} and cannot be asked to review it.`);
    }
    const reviewers = selectMissing(others, pullRequest.reviewers);
    const teams = selectMissing(delivery.inputs.teams, pullRequest.teams);
    if (reviewers.length + teams.length === 0)
        return;
    await pullRequests.requestReviews(pullRequest, { reviewers, teams }).catch((error) => {
        logger.warning(describeRefusal('pull-request-reviewers', pullRequest, error));
    });
}
/** The pull request stands without them. @throws Error when trying again can help. */
function describeRefusal(input, { number }, error) {
    if (!(error instanceof errors/* PromoteError */.j) || error.code === 'unavailable')
        throw error;
    return `${input}: pull request #${number} stays without them: ${error.message}`;
}
/** Names of GitHub do not tell upper from lower case. */
function selectMissing(wanted, present) {
    const known = new Set(present.map((name) => name.toLowerCase()));
    return wanted.filter((name) => !known.has(name.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/promote/pull-request/delivery.ts








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
        return 'outcome' in found ? found : await deliver(found, delivery, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.j) || error.code !== 'conflict')
            throw error;
        return { outcome: 'conflict', detail: error.message };
    }
}
async function deliver(found, delivery, ports) {
    const { inputs, base, facts, written } = delivery;
    const { branch, newest } = found;
    const isThere = newest && found.isCurrent && (await holdsChanges(branch, newest, delivery, ports.repository));
    const commit = isThere ? newest : await commitToBranch(found, delivery, ports);
    written.commit = commit;
    // Also a commit whose answer was lost in an earlier try is one of this run.
    written.changed ||= (0,promote_trailers/* findTrailer */.Je)(commit.message, 'Promotion-Id') === delivery.promotionId;
    // It may have been merged or closed while the branch was moved.
    const isMoved = !isThere && found.head !== undefined;
    const open = isMoved ? await ports.pullRequests.findOpen(branch, base) : found.open;
    const runUrl = (0,promote_trailers/* findTrailer */.Je)(commit.message, 'Workflow-Run') ?? facts.runUrl;
    const text = renderPullRequest({ ...facts, runUrl }, inputs);
    const pullRequest = await presentPullRequest({ delivery, branch, commit, open, text, isNew: found.head === undefined }, ports);
    return mergeAutomatically({ pullRequest, commit, written, method: inputs.autoMerge }, ports);
}

// EXTERNAL MODULE: ./src/tag/sha.ts
var tag_sha = __webpack_require__(2150);
;// CONCATENATED MODULE: ./src/promote/message.ts



/**
 * Renders the whole message: subject and body (of the template, if given), an empty line, and the
 * trailers: the audit trail first, the caller's own last.
 */
function renderCommitMessage(facts, template, furtherTrailers) {
    const rendered = template === undefined ? '' : renderText(template, facts);
    // Without a subject of its own a commit would take its first trailer for one.
    const text = rendered === '' ? renderSubject(facts) : rendered;
    return `${text}\n\n${(0,promote_trailers/* renderTrailers */.Pp)([...auditTrailers(facts), ...furtherTrailers])}\n`;
}
function renderSubject(facts) {
    const change = `${versionOf(facts.previousImage)} -> ${versionOf(facts.image)}`;
    return (0,promote_trailers/* renderOneLine */.N0)(`chore(${facts.imageName}): promote ${change}`);
}
/** The tag; without one the digest, cut as git cuts a commit. */
function versionOf(image) {
    return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}
function renderText(template, facts) {
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => message_renderValue(name, facts)).trim();
}
/** What stands for a placeholder, on one line; empty when it is not known. */
function message_renderValue(placeholder, facts) {
    const values = {
        image: (0,reference/* renderImageReference */.NL)(facts.image),
        repository: facts.image.repository,
        tag: facts.image.tag,
        digest: facts.image.digest,
        sha: facts.sourceSha,
        'short-sha': facts.shortSha,
        'image-name': facts.imageName,
        'previous-tag': facts.previousImage?.tag,
        'gitops-branch': facts.gitopsBranch,
    };
    return (0,promote_trailers/* renderOneLine */.N0)(values[placeholder] ?? '');
}
function auditTrailers(facts) {
    const trailers = [
        ['Source-Repository', facts.sourceRepository],
        ['Source-Commit', facts.sourceSha],
        ['Image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['Previous-Image', facts.previousImage && (0,reference/* renderImageReference */.NL)(facts.previousImage)],
        ['Workflow-Run', facts.runUrl],
        [promote_trailers/* COVERAGE_TRAILER */.tt, facts.coverage],
        ['Promotion-Id', facts.promotionId],
    ];
    return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

;// CONCATENATED MODULE: ./src/promote/pull-request/facts.ts


/** What a pull request tells of a promotion. */
function collectFacts({ message, targets }, { audit }, facts) {
    const { sourceUrl, sourceSha, runUrl, coverage } = audit;
    const { tag } = facts.previousImage ?? {};
    const previousSha = tag === undefined ? undefined : (0,tag_sha/* findCommitInTag */.O2)(tag);
    return {
        ...{ message, targets, sourceUrl, runUrl },
        valueOf: (placeholder) => message_renderValue(placeholder, facts),
        ...(sourceSha !== undefined && { sourceSha }),
        ...(previousSha !== undefined && { previousSha }),
        ...(coverage !== undefined && { coverage }),
    };
}

;// CONCATENATED MODULE: ./src/promote/guard-messages.ts


/** Digits of a commit in a sentence, as GitHub shows it. */
const SHOWN_DIGITS = 7;
/** What a target asks for now: a sentence without its end. */
function describeDeployed({ file, previousImage }) {
    const image = previousImage ? (0,reference/* renderImageReference */.NL)(previousImage) : 'an image that is not known';
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
    const commit = (0,tag_sha/* abbreviateSha */.Kx)(deployed, SHOWN_DIGITS);
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
/** Why nothing was promoted, and how to go back all the same. */
function renderStale({ target: { file, previousImage }, commits }, sourceSha, repository) {
    const deployed = previousImage ? (0,reference/* renderImageReference */.NL)(previousImage) : 'a commit';
    const count = `${commits} commit${commits === 1 ? '' : 's'}`;
    const ours = (0,tag_sha/* abbreviateSha */.Kx)(sourceSha, SHOWN_DIGITS);
    return `${file} in ${repository} already asks for ${deployed}, which is ${count} newer than ${ours}: nothing was promoted. To go back to an older image, set stale: allow.`;
}
/** The same of a pull request that is open. */
function renderPendingNewer(number, newerSha, sourceSha) {
    const [newer, ours] = [newerSha, sourceSha ?? ''].map((sha) => (0,tag_sha/* abbreviateSha */.Kx)(sha, SHOWN_DIGITS));
    return `Pull request #${number} already asks for commit ${newer}, which is newer than ${ours}: nothing was promoted. To go back to an older image, set stale: allow.`;
}

;// CONCATENATED MODULE: ./src/promote/pull-request/outcome.ts



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
function openResult({ pullRequest, commit, changed, problem }, { repository, targets }) {
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

;// CONCATENATED MODULE: ./src/promote/pull-request/promotion.ts






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
    const portsOfIt = openPorts(context, ports);
    if (!promotion.dryRun) {
        return resolveOutcome(await deliverPullRequest(asked, portsOfIt), delivery, context);
    }
    const stale = await inspectIfAllowed(asked, portsOfIt);
    if (stale !== undefined)
        return resolveOutcome(stale, delivery, context);
    return resultOf(repository, targets, { reason: 'dry-run', changed: false });
}
/** The client of branches and pull requests, which the mode `pull-request` opens. */
function requirePullRequests({ pullRequests }) {
    if (pullRequests === undefined)
        throw new Error('The client of pull requests was not opened.');
    return pullRequests;
}
function openPorts({ promotion, guard }, { repository, logger, ...ports }) {
    const pullRequests = requirePullRequests({ repository, logger, ...ports });
    return {
        ...{ repository, logger, pullRequests },
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
    throw new errors/* PromoteError */.j('invalid-input', 'gitops-branch: the server does not tell the name of the default branch, and a pull request needs it. Set gitops-branch.');
}
/** A dry run may have a token that sees no pull requests, and shows what it can. */
async function inspectIfAllowed(delivery, ports) {
    try {
        const found = await inspectBranch(delivery, ports);
        return 'outcome' in found ? found : undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.j) || error.code !== 'token-forbidden')
            throw error;
        ports.logger.notice(`The open pull request was not looked at. ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/promote/delivery.ts



/** Delivers one try in the way that `mode` says; a dry run looks, and writes nothing. */
async function delivery_deliver(delivery, context, ports) {
    const { promotion, progress } = context;
    const { pullRequest: inputs } = promotion.inputs;
    if (inputs !== undefined)
        return promoteByPullRequest(inputs, delivery, context, ports);
    if (!promotion.dryRun)
        return deliverCommit(delivery, progress);
    return resultOf(delivery.repository, delivery.targets, { reason: 'dry-run', changed: false });
}

;// CONCATENATED MODULE: ./src/promote/optional-read.ts

/**
 * What a promotion can do without: `undefined` where the server refuses to tell.
 * @throws PromoteError `unavailable`, since trying again can help.
 */
async function readIfAllowed(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.j && error.code !== 'unavailable')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/patch/edit.ts
var patch_edit = __webpack_require__(9832);
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
    for (const edit of (0,patch_edit/* sortEdits */.Wz)(edits)) {
        const last = spans.at(-1);
        const end = (0,patch_edit/* startOfNextLine */.fB)(text, edit.end);
        if (last === undefined || edit.start > last.end) {
            spans.push({ start: (0,patch_edit/* startOfLine */.C2)(text, edit.start), end, edits: [edit] });
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
    const added = splitLines((0,patch_edit/* spliceEdits */.yh)(before, shifted));
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

// EXTERNAL MODULE: ./src/patch/document.ts
var patch_document = __webpack_require__(9669);
// EXTERNAL MODULE: ./src/patch/entry.ts
var patch_entry = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/patch/images.ts
var patch_images = __webpack_require__(6834);
// EXTERNAL MODULE: ./src/patch/new-entry.ts
var new_entry = __webpack_require__(5449);
// EXTERNAL MODULE: ./src/patch/select.ts
var patch_select = __webpack_require__(7348);
;// CONCATENATED MODULE: ./src/patch/kustomization.ts





/**
 * Plans the edits that make an entry of `images` give the image. `newName`, `newTag` and `digest`
 * are a unit: what the image has not is removed, as `kustomize edit set image` does; unlike there,
 * `newName` is only written when the repository differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
function planKustomization(source, change) {
    const { image, imageName, createMissing } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const images = (0,patch_images/* locateImages */.j)(source);
    const entry = (0,patch_select/* findEntry */.w4)(source, images, imageName, image.repository);
    if (entry !== undefined) {
        const plan = (0,patch_entry/* planEntry */.Cd)(source, images, entry, (0,patch_entry/* computeFields */.R$)(source, entry, image));
        return { ...plan, imageName: entry.name, previousImage: (0,patch_entry/* readImage */.AM)(source, entry) };
    }
    if (createMissing !== true)
        throw (0,patch_select/* refuseMissing */.jQ)(source, images, imageName, image.repository);
    const name = imageName ?? image.repository;
    return (0,new_entry/* planNewEntry */.Qr)(source, images, name, image);
}

// EXTERNAL MODULE: ./src/patch/locate.ts
var locate = __webpack_require__(4966);
// EXTERNAL MODULE: ./src/patch/mapping.ts
var mapping = __webpack_require__(108);
// EXTERNAL MODULE: ./src/patch/path.ts
var patch_path = __webpack_require__(3215);
// EXTERNAL MODULE: ./src/patch/plan.ts
var plan = __webpack_require__(2475);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/patch/node.ts
var patch_node = __webpack_require__(2724);
;// CONCATENATED MODULE: ./src/patch/compare.ts


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
    if ((0,patch_node/* describeNode */.WQ)(before) !== 'nothing' || !(0,dist/* isCollection */.P3)(after))
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
        const text = (0,patch_node/* readText */.yR)(key);
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

;// CONCATENATED MODULE: ./src/patch/proof.ts





/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
function proveChanges(before, after, intended) {
    const open = new Map(intended.map((change) => [keyOf(change), change]));
    const observed = new Map();
    for (const difference of compareDocuments(before.documents, after.documents)) {
        const change = open.get(keyOf(difference));
        if (change === undefined || !isAsIntended(after, difference, change)) {
            throw failProof(before, difference.path);
        }
        open.delete(keyOf(difference));
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
    const texts = { before: (0,patch_node/* readText */.yR)(before), after: (0,patch_node/* readText */.yR)(after) };
    return {
        path: (0,patch_path/* renderPath */.i)(path),
        ...(source.documents.length > 1 && { document }),
        ...(texts.before !== undefined && { before: texts.before }),
        ...(texts.after !== undefined && { after: texts.after }),
    };
}
/** The error of a patch that is not what it should be. */
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.j('internal', `${path}: the patch would not change just what it is meant to (at "${(0,patch_path/* renderPath */.i)(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function keyOf({ document, path }) {
    return JSON.stringify([document, path]);
}

// EXTERNAL MODULE: ./src/patch/set.ts
var set = __webpack_require__(7994);
// EXTERNAL MODULE: ./src/patch/source.ts + 3 modules
var patch_source = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/patch/values.ts
var values = __webpack_require__(1570);
;// CONCATENATED MODULE: ./src/patch/patch.ts














/**
 * Makes all changes to a file at once, and leaves every other byte as it is: locate the nodes,
 * splice the text at their ranges, prove that nothing else changed.
 * @throws PromoteError with file, line, column and cure when the file cannot be edited safely.
 */
function patchFile(file, changes) {
    const source = (0,patch_source/* parseSource */.PJ)(file);
    return applyPlans(file, source, changes.map((change) => planChange(source, change)));
}
/**
 * Splices the edits of all plans into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
function applyPlans(file, source, targets) {
    refuseOverlaps(source, targets);
    const plans = (0,new_entry/* numberEntries */.ye)(targets);
    const joined = (0,plan/* joinPlans */.x)(plans);
    const edits = (0,mapping/* computeEdits */.p)(source, joined);
    const text = (0,patch_edit/* spliceEdits */.yh)(source.text, edits);
    const changed = edits.length > 0;
    const observed = changed ? proveChanges(source, parsePatched(source, text), joined.changes) : [];
    return {
        bytes: changed ? new TextEncoder().encode(text) : file.bytes,
        changed,
        targets: plans.map(({ imageName, previousImage, ...plan }) => ({
            ...(imageName !== undefined && { imageName }),
            ...(previousImage !== undefined && { previousImage }),
            changes: [...observed]
                .filter(([change]) => plan.changes.includes(change))
                .map(([, each]) => each),
            diff: renderDiff(source.path, source.text, (0,mapping/* computeEdits */.p)(source, plan)),
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
    return (0,locate/* locatePlaces */.tJ)(source, (0,patch_document/* selectDocument */.U)(source, document, paths), paths);
}
/** Two targets that decide the same value contradict each other, now or with another image. */
function refuseOverlaps({ path: file }, plans) {
    const seen = new Set();
    for (const { document, path } of plans.flatMap(({ places, changes }) => places ?? changes)) {
        const place = JSON.stringify([document, path]);
        if (seen.has(place)) {
            throw new errors/* PromoteError */.j('invalid-input', `targets: two of them change ${(0,patch_path/* renderPath */.i)(path)} in ${file}. Remove one of the two.`);
        }
        seen.add(place);
    }
}
function parsePatched(source, text) {
    try {
        return (0,patch_source/* parseText */.r4)(source.path, text);
    }
    catch (cause) {
        throw failProof(source, [], cause);
    }
}

// EXTERNAL MODULE: ./src/patch/path-parser.ts
var path_parser = __webpack_require__(9671);
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
        const parsed = (0,reference/* parseImageReference */.o_)(text);
        if (parsed.valid)
            return parsed.reference;
    }
    const tag = textsOf('tag').find(reference/* isTag */.dz);
    const digest = textsOf('digest').find(reference/* isDigest */.Bc);
    if (tag === undefined && digest === undefined)
        return undefined;
    return {
        repository: textsOf('repository').find(isRepository) ?? fallback,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** What stood in the place of each placeholder, where there is one way only to tell. */
function matchTemplate({ template, before = '' }) {
    const shortest = patternOf(template, '(.+?)').exec(before);
    const longest = patternOf(template, '(.+)').exec(before);
    const names = (0,promote_template/* parseTemplate */.QC)(template).flatMap(({ name }) => name ?? []);
    const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? '']);
    return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}
function patternOf(template, placeholder) {
    const parts = (0,promote_template/* parseTemplate */.QC)(template).map(({ text, name }) => name === undefined ? escapeRegExp(text) : placeholder);
    return new RegExp(`^${parts.join('')}$`, 's');
}
function isRepository(text) {
    const parsed = (0,reference/* parseImageReference */.o_)(text);
    return parsed.valid && parsed.reference.repository === text;
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/promote/patch-targets.ts






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
        values: set.map((each) => ({ path: each.path, value: patch_targets_renderValue(target, each, facts) })),
        readImage: (texts) => {
            const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
            return findPreviousImage(values, image.repository);
        },
        createMissing,
    };
}
function patch_targets_renderValue(target, { path, template }, facts) {
    const values = new Map([
        ['image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['repository', facts.image.repository],
        ['tag', facts.image.tag],
        ['digest', facts.image.digest],
        ['sha', facts.sourceSha],
        ['short-sha', facts.shortSha],
        ['gitops-branch', facts.gitopsBranch],
    ]);
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => {
        const value = values.get(name);
        if (value !== undefined)
            return value;
        throw new errors/* PromoteError */.j('invalid-input', `targets: {{${name}}} for ${(0,path_parser/* renderSteps */.I)(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`);
    });
}
/** What people call an image that has no other name: the last part of its repository. */
function nameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
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
    const open = await readIfAllowed(requirePullRequests(ports).findOpen(branch, base));
    if (open === undefined)
        return;
    ports.logger.warning(`${base} asks for this image already, and pull request #${open.number} (${open.url}) asks for another one. Close it, unless it is to be merged.`);
}

;// CONCATENATED MODULE: ./src/promote/read-targets.ts
/** Reads the files of all targets at once, each file once. */
async function readTargets(targets, repository) {
    const requests = new Map();
    for (const target of targets)
        requests.set(read_targets_keyOf(toRequest(target)), toRequest(target));
    const snapshot = await repository.readFiles([...requests.values()]);
    const read = new Map([...requests.keys()].map((key, index) => [key, snapshot.files[index]]));
    const files = new Map();
    for (const target of targets) {
        const file = read.get(read_targets_keyOf(toRequest(target)));
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
function read_targets_keyOf({ kind, path }) {
    return `${kind} ${path}`;
}

;// CONCATENATED MODULE: ./src/promote/attempt.ts









/**
 * One try from beginning to end: read, patch, guard, deliver. Nothing of an earlier try is used but
 * what `progress` says.
 */
async function attempt({ promotion, progress, guard }, ports) {
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
    const message = renderCommitMessage(facts, commitMessage, commitTrailers);
    const delivery = { repository, snapshot, changes, targets, message };
    return delivery_deliver(delivery, { promotion, progress, guard, facts }, ports);
}
async function findStale({ inputs, audit }, targets, guard, { name }) {
    if (inputs.stale === 'allow')
        return undefined;
    const newer = await guard.findNewer(targets);
    if (newer === undefined)
        return undefined;
    return { code: 'stale', message: renderStale(newer, audit.sourceSha ?? '', name) };
}
async function unchanged(targets, { dryRun }, progress, repository) {
    // What was looked for may have landed only after that.
    const landed = await findLanded(progress, repository);
    if (landed !== undefined)
        return landed;
    if (dryRun)
        return resultOf(repository, targets, { reason: 'dry-run', changed: false });
    const [head] = (await readIfAllowed(repository.readNewestCommits(1))) ?? [];
    const commit = head === undefined ? {} : { commit: head };
    return resultOf(repository, targets, { reason: 'unchanged', changed: false, ...commit });
}
function targetFacts({ inputs, image, audit }, { branch }) {
    return {
        ...audit,
        image,
        createMissing: inputs.createMissing,
        ...(branch !== undefined && { gitopsBranch: branch }),
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
        ...(previousImage && { previousImage }),
        promotionId,
        gitopsBranch: branch,
    };
}

;// CONCATENATED MODULE: ./src/promote/deployed-commit.ts

/**
 * The commit that the tag of the deployed image names; else the one that a value held in whose place
 * the promoted commit stands now.
 * @param sourceSha The commit that is promoted, in full.
 */
function findNamedCommit({ previousImage, changes }, sourceSha) {
    const { tag } = previousImage ?? {};
    const named = tag === undefined ? undefined : (0,tag_sha/* findCommitInTag */.O2)(tag);
    if (named !== undefined)
        return { commit: named, isDoubtful: /^\d+$/.test(named) };
    const replaced = changes.find(({ after }) => after === sourceSha)?.before;
    if (replaced === undefined || !tag_sha/* FULL_SHA */.RG.test(replaced))
        return undefined;
    return { commit: replaced, isDoubtful: false };
}

// EXTERNAL MODULE: ./src/promote/recorded-commit.ts
var recorded_commit = __webpack_require__(8502);
;// CONCATENATED MODULE: ./src/promote/guard.ts





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
     * @throws PromoteError `unavailable` when it cannot be told for the moment.
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
        const named = findNamedCommit(target, sourceSha);
        if (named && !named.isDoubtful && (await this.#isKnown(named.commit, sourceSha))) {
            return named.commit;
        }
        const { previousImage, file } = target;
        const commits = previousImage === undefined ? [] : ((await histories()).get(file) ?? []);
        const recorded = previousImage && (0,recorded_commit/* findRecordedCommit */.L)(commits, previousImage);
        return recorded?.sha ?? named?.commit;
    }
    async #isKnown(base, head) {
        const comparison = await this.#compare(base, head);
        return comparison.relation !== 'unknown' || comparison.cause !== 'absent';
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
/** Whether a target deploys something else now: not what is new there, nor the same image. */
function replacesAnother({ image, previousImage, changes }) {
    const isNew = changes.every(({ before }) => before === undefined);
    if (isNew || previousImage === undefined)
        return !isNew;
    return (0,reference/* renderImageReference */.NL)(previousImage) !== (0,reference/* renderImageReference */.NL)(image);
}
async function readHistories(files, repository) {
    const read = repository.readFileHistories(files, recorded_commit/* SEARCHED_FILE_COMMITS */.S);
    return (await readIfAllowed(read)) ?? new Map();
}

;// CONCATENATED MODULE: ./src/promote/backoff.ts
/** Delay before the second try at the most, in milliseconds; it doubles with every further try. */
const FIRST_DELAY = 250;
/** What a delay grows to at the most, in milliseconds. */
const LONGEST_DELAY = 8000;
/**
 * The wait before the next try, in milliseconds, with full jitter: writers that collided once and
 * waited equally long would collide again.
 * @param failed How many tries have failed so far, from 1.
 * @param fraction A random number in [0, 1).
 */
function computeDelay(failed, fraction) {
    const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failed - 1));
    return Math.round(longest * fraction);
}

;// CONCATENATED MODULE: ./src/promote/retry.ts

/** The time that retries and the waits between them may take in all. */
class RetryBudget {
    #clock;
    #random;
    #deadline;
    /** How many tries have failed. */
    #failed = 0;
    /** @param seconds From now; 0 means one try and no more. */
    constructor(clock, random, seconds) {
        this.#clock = clock;
        this.#random = random;
        this.#deadline = clock.now() + seconds * 1000;
    }
    /**
     * Counts a try that failed.
     * @param retryAt When the server wants to be asked again at the earliest, in ms since 1970. Those
     *   who wait for the same moment are told apart by the backoff behind it.
     * @returns The wait before the next try in milliseconds; `undefined` when no time is left for one.
     */
    planNextTry(retryAt) {
        this.#failed += 1;
        const asked = retryAt === undefined ? 0 : Math.max(0, retryAt - this.#clock.date());
        const delay = asked + computeDelay(this.#failed, this.#random.fraction());
        return this.#clock.now() + delay < this.#deadline ? delay : undefined;
    }
}

;// CONCATENATED MODULE: ./src/promote/time.ts
/** A moment for people, in UTC to the second. @param time Milliseconds since 1970. */
function renderTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

;// CONCATENATED MODULE: ./src/promote/promote.ts







/**
 * Brings the GitOps repository to ask for an image: read, guard, patch, deliver; and when somebody
 * else was faster, the same again from reading on, never with old contents. It is the only retry
 * loop. Where it fails after it was known what there is to change, the failure is the `problem` of
 * the result:
 * - `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 * - `unavailable` when the server did not answer for so long, or wants to be left alone for longer,
 * - `outcome-unknown` when a write got no answer and it cannot be learned whether it landed,
 * - and whatever writing refuses.
 * @throws PromoteError the same, and whatever reading and patching refuse, where that is not known.
 */
async function promote(promotion, ports) {
    const promotionId = ports.random.uuid();
    const progress = { promotionId, tries: 0, written: { changed: false } };
    try {
        return await deliverOrFail(promotion, progress, ports);
    }
    catch (error) {
        const { targets, written } = progress;
        if (!(error instanceof errors/* PromoteError */.j) || targets === undefined)
            throw error;
        const { code, message } = error;
        const problem = { code, message };
        return resultOf(ports.repository, targets, { reason: 'failed', ...written, problem });
    }
}
/** A failure is final only after a write without an answer was looked for once more. */
async function deliverOrFail(promotion, progress, ports) {
    try {
        return await tryUntilDelivered(promotion, progress, ports);
    }
    catch (error) {
        const landed = await findLanded(progress, ports.repository).catch((cause) => {
            throw outcomeUnknown(progress, cause);
        });
        if (landed !== undefined)
            return landed;
        throw error;
    }
}
async function tryUntilDelivered(promotion, progress, ports) {
    const { clock, random, logger } = ports;
    const budget = new RetryBudget(clock, random, promotion.inputs.retryTimeout);
    const guard = new OrderGuard(promotion.audit, ports);
    for (;;) {
        const outcome = await tryOnce({ promotion, progress, guard }, ports);
        if (!('tryAgain' in outcome))
            return outcome;
        const delay = budget.planNextTry(outcome.retryAt);
        const failed = `Try ${progress.tries} did not succeed: ${outcome.tryAgain}`;
        if (delay === undefined) {
            logger.info(failed);
            throw givenUp(outcome, promotion.inputs);
        }
        logger.info(`${failed} The next one is in ${(delay / 1000).toFixed(1)} seconds.`);
        await clock.sleep(delay);
    }
}
/** A server that does not answer may answer later; every other failure is final. */
async function tryOnce(asked, ports) {
    asked.progress.tries += 1;
    try {
        return await attempt(asked, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.j) || error.code !== 'unavailable')
            throw error;
        const { message, retryAt } = error;
        return { tryAgain: message, code: error.code, ...(retryAt !== undefined && { retryAt }) };
    }
}
function givenUp({ tryAgain, code, retryAt }, { target, retryTimeout, pullRequest }) {
    const within = `within retry-timeout (${retryTimeout} seconds)`;
    // Of a pull request parts may be there, which the next run finds and goes on from.
    const left = pullRequest === undefined ? ', and nothing was' : '';
    const cure = retryAt === undefined
        ? 'Run the job again, or raise retry-timeout.'
        : `Run the job again after ${renderTime(retryAt)}, or raise retry-timeout.`;
    return new errors/* PromoteError */.j(code, `${target.repository} could not be written ${within}${left}: ${tryAgain} ${cure}`);
}
function outcomeUnknown({ promotionId }, cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new errors/* PromoteError */.j('outcome-unknown', `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`, { cause });
}

// EXTERNAL MODULE: ./src/tag/moving-tag.ts
var moving_tag = __webpack_require__(5933);
// EXTERNAL MODULE: ./src/steps/unreadable.ts
var unreadable = __webpack_require__(3224);
;// CONCATENATED MODULE: ./src/steps/promote.ts





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
    assertDeployable(image.image, context);
    return ports.logger.group(`Promote ${(0,reference/* renderImageReference */.NL)(image.image)}`, async () => {
        const promotion = promotionOf(request, image, context);
        try {
            const result = await promote(promotion, await promote_openPorts(promotion, context, ports));
            logResult(result, ports.logger);
            return result;
        }
        catch (error) {
            (0,unreadable/* forgiveUnreadable */.K)(error, request, ports.logger);
            return nothing;
        }
    });
}
async function promote_openPorts({ inputs, audit }, { apiUrl }, ports) {
    const source = { apiUrl, repository: audit.sourceRepository, token: inputs.sourceToken };
    return {
        ...ports,
        repository: await ports.openGitOpsRepository(inputs.target),
        source: await ports.openSourceRepository(source),
        ...(inputs.pullRequest && { pullRequests: await ports.openPullRequests(inputs.target) }),
    };
}
function promotionOf({ promote: inputs, dryRun, coverage }, { image, sourceSha, shortSha, ...result }, context) {
    const { repository, repositoryUrl } = context;
    const sourceRepository = result.sourceRepository ?? repository;
    const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
    return {
        inputs,
        image,
        dryRun,
        audit: {
            sourceRepository,
            sourceUrl: `${serverUrl}/${sourceRepository}`,
            runUrl: context.runUrl,
            ...(sourceSha !== undefined && { sourceSha }),
            ...(shortSha !== undefined && { shortSha }),
            ...(coverage?.measured && { coverage: coverage.measured.percent }),
        },
    };
}
function assertDeployable({ tag, digest }, context) {
    if (tag === undefined && digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    if (digest !== undefined || tag === undefined || !(0,moving_tag/* isMovingTag */.T)(tag, context))
        return;
    throw new errors/* PromoteError */.j('moving-tag', `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, or add digest.`);
}
function logResult(result, logger) {
    const { reason, repository, targets, commit, pullRequest } = result;
    // Of a stale one the diff would show what does not happen.
    const shown = reason === 'stale' ? [] : targets;
    for (const target of shown)
        logger.info(describeTarget(target, repository));
    if (reason === 'dry-run')
        logger.info('This is a dry run: nothing was written.');
    if (commit)
        logger.info(`Commit: ${commit.url ?? commit.sha}`);
    if (pullRequest)
        logger.info(`Pull request: ${pullRequest.url}`);
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
    throw new errors/* PromoteError */.j(problem.code, problem.message);
}
function describeTarget(target, repository) {
    const { file, imageName, previousImage, diff } = target;
    if (diff === '')
        return `${file} in ${repository} already asks for this image.`;
    const previous = previousImage ? ` was ${(0,reference/* renderImageReference */.NL)(previousImage)}` : '';
    return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}


/***/ }),

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isMovingTag)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9030);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5404);
/* harmony import */ var _source_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(811);



/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
function isMovingTag(tag, context) {
    const defaultBranch = (0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readString */ .E)(context.payload, 'repository.default_branch');
    const branches = [(0,_source_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceRef */ .N)(context).branch, defaultBranch];
    const moving = branches.map((branch) => (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitiseTag */ .J)(branch ?? ''));
    return ['latest', ...moving].includes(tag);
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

//# sourceMappingURL=117.index.js.map