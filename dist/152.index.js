export const id = 152;
export const ids = [152];
export const modules = {

/***/ 5990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iP: () => (/* binding */ announce),
  CD: () => (/* binding */ attempt),
  Tw: () => (/* binding */ commitFacts)
});

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/deliver.ts + 6 modules
var deliver = __webpack_require__(1593);
// EXTERNAL MODULE: ./src/promote/delivery/commit.ts
var commit = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
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






function readLinks(file) {
    const source = (0,yaml_source/* parseSource */.PJ)(file);
    const { root, entries } = (0,images_entries/* locateImages */.jH)(source);
    const lists = ['resources', 'bases', 'components'].map((field) => (0,locate/* readValue */.wK)(source, root, (0,locate/* fieldOf */._F)(field)));
    const items = lists.flatMap((list) => ((0,dist/* isSeq */.oP)(list) ? list.items : []));
    return {
        paths: items.flatMap((item) => (0,node/* readText */.yR)((0,locate/* resolveAlias */.Zg)(source, item)) ?? []),
        rename: (name) => {
            const renaming = [];
            const image = (0,chain/* applyEntries */.vX)(name, entries, ({ newName }, _, isDoubtful) => {
                if (isDoubtful && newName !== '')
                    renaming.push(newName);
            });
            return renaming.length === 0 ? (0,chain/* splitImage */.s5)(image).name : name;
        },
    };
}

// EXTERNAL MODULE: ./src/promote/files.ts
var promote_files = __webpack_require__(9387);
;// CONCATENATED MODULE: ./src/promote/bases.ts



const MAX_FILES = 10;
async function patchWithBases(target, facts, repository) {
    try {
        const patched = (0,promote_files/* patchTargets */.Jo)(target, facts);
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
class Bases {
    #repository;
    #seen = new Set();
    constructor(repository) {
        this.#repository = repository;
    }
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
function ignoreFailure(error) {
    if (error instanceof errors/* PromoteError */.jG)
        return undefined;
    throw error;
}
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

// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/promote/guard/history.ts
var guard_history = __webpack_require__(374);
;// CONCATENATED MODULE: ./src/promote/guard/moved-tag.ts





const SHOWN_DIGITS = 7;
async function assertTagStayed(image, sourceSha, targets, repository) {
    const { tag, digest } = image;
    if (sourceSha === undefined || tag === undefined || digest !== undefined)
        return;
    const named = (0,commit_event/* findCommitInTag */.O2)(tag);
    if (named !== undefined && sourceSha.startsWith(named))
        return;
    const files = [...new Set(targets.map(({ file }) => file))];
    const histories = await (0,guard_history/* readHistories */.X_)(files, repository, {
        what: 'whether the tag was promoted for another commit',
        cure: 'Give digest, or a tag with the commit in it.',
    });
    for (const { file, previousImage = image } of targets) {
        const recorded = (0,deployed_commit/* findRecordedCommit */.L)(histories?.get(file) ?? [], previousImage);
        if (recorded === undefined || recorded.sha === sourceSha)
            continue;
        const [then, now] = [recorded.sha, sourceSha].map((sha) => (0,commit_event/* abbreviateSha */.Kx)(sha, SHOWN_DIGITS));
        throw new errors/* PromoteError */.jG('moving-tag', `image: ${file} asks for ${(0,base_image/* renderImageReference */.NL)(image)} already, which was promoted for commit ${then}, and this run promotes ${now}: the tag has moved, and nothing would deploy what it stands for now. Give digest, or a tag with the commit in it.`);
    }
}

;// CONCATENATED MODULE: ./src/promote/guard/source-commit.ts

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

// EXTERNAL MODULE: ./src/promote/model/result.ts
var result = __webpack_require__(8245);
// EXTERNAL MODULE: ./src/promote/pull-request/superseded.ts
var superseded = __webpack_require__(5488);
;// CONCATENATED MODULE: ./src/promote/attempt.ts









async function attempt({ promotion: asked, progress, guard, patience }, ports) {
    const { repository, source } = ports;
    const landed = await (0,commit/* findLanded */.mV)(progress, repository);
    if (landed !== undefined)
        return landed;
    const [{ snapshot, files }, promotion] = await Promise.all([
        (0,promote_files/* readTargets */.R0)(asked.inputs.targets, repository),
        completeSource(asked, progress, source),
    ]);
    guard.identify(promotion.audit.sourceSha);
    const patched = [];
    for (const file of files) {
        patched.push(await patchWithBases(file, targetFacts(promotion, snapshot), repository));
    }
    if (progress.targets === undefined)
        announce(patched, ports.logger);
    const targets = patched.flatMap(({ results }) => results);
    progress.targets = targets;
    const changes = patched.filter(({ changed }) => changed);
    if (changes.length === 0) {
        await (0,superseded/* warnOfOpenPullRequest */.W)(promotion, targets, snapshot.branch, ports);
        return unchanged(targets, promotion, progress, repository);
    }
    repository.assertCommittable(snapshot, changes);
    const { problem, ...goingBack } = await guard.judge(targets);
    if (problem)
        return concludeRefused(problem, targets, progress, repository);
    const facts = { ...commitFacts(promotion, targets, snapshot, progress), ...goingBack };
    const context = { promotion, progress, guard, patience, facts };
    return (0,deliver/* deliver */.c)({ snapshot, changes, targets }, context, ports);
}
function announce(patched, logger) {
    for (const { notices, warnings = [] } of patched) {
        for (const notice of notices)
            logger.notice(notice);
        for (const warning of warnings)
            logger.warning(warning);
    }
}
async function concludeRefused(problem, targets, progress, repository) {
    const landed = await (0,commit/* findLanded */.mV)(progress, repository);
    if (landed !== undefined)
        return landed;
    if (problem.code === 'rolled-back' && progress.unanswered !== undefined) {
        const tryAgain = 'What was written may have landed, and is shown by the history alone.';
        return { tryAgain, code: 'unavailable', kind: 'failure' };
    }
    const refused = { reason: problem.code, changed: false, problem };
    return (0,result/* resultOf */.Bg)(repository, targets, refused);
}
async function unchanged(targets, { image, audit, dryRun }, progress, repository) {
    const landed = await (0,commit/* explainUnchanged */.vB)(progress, (0,base_image/* renderImageReference */.NL)(image), repository);
    if (landed !== undefined)
        return landed;
    await assertTagStayed(image, audit.sourceSha, targets, repository);
    return (0,deliver/* concludeUnchanged */.d)(targets, dryRun, repository);
}
function targetFacts({ inputs, image, audit }, { branch }) {
    return {
        ...audit,
        image,
        createMissing: inputs.createMissing,
        gitopsBranch: branch,
    };
}
function commitFacts({ image, audit }, targets, { branch = '' }, { promotionId }) {
    const changing = targets.filter(({ changes }) => changes.length > 0);
    const { imageName = '', previousImage } = changing[0] ?? {};
    return {
        ...audit,
        kind: 'promotion',
        targets: changing.map(result/* renderIdentity */.Lg),
        image,
        imageName,
        previousImage,
        previousImages: changing.map((target) => target.previousImage),
        promotionId,
        gitopsBranch: branch,
    };
}


/***/ }),

/***/ 1593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ concludeUnchanged),
  c: () => (/* binding */ deliver)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/promote/delivery/commit.ts
var delivery_commit = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(2584);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/message/template.ts
var message_template = __webpack_require__(1692);
// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var message_trailers = __webpack_require__(854);
;// CONCATENATED MODULE: ./src/promote/message/message.ts




function renderCommitMessage(facts, template, furtherTrailers) {
    const rendered = template === undefined ? '' : renderMessageTemplate(template, facts);
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
function versionOf(image) {
    return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}
function renderMessageTemplate(template, facts) {
    return (0,message_template/* renderTemplate */.Xm)(template, (name) => renderPlaceholder(name, facts)).trim();
}
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
function listPrevious({ previousImage, previousImages = [] }) {
    const images = previousImages.flatMap((image) => (image ? (0,base_image/* renderImageReference */.NL)(image) : []));
    const isTold = images.length === previousImages.length && new Set(images).size > 1;
    if (isTold)
        return images;
    return previousImage === undefined ? [] : [(0,base_image/* renderImageReference */.NL)(previousImage)];
}
function auditTrailers(facts) {
    const trailers = [
        ['Source-Repository', facts.sourceRepository],
        ['Source-Commit', facts.sourceSha],
        ['Image', (0,base_image/* renderImageReference */.NL)(facts.image)],
        ...listPrevious(facts).map((image) => ['Previous-Image', image]),
        ['Rollback-Of', facts.rollbackOf],
        ...facts.takesBack.map((sha) => ['Rolled-Back-Commit', sha]),
        ...facts.targets.map((target) => ['Target', target]),
        ['Workflow-Run', facts.runUrl],
        [message_trailers/* COVERAGE_TRAILER */.tt, facts.coverage],
        ['Promotion-Id', facts.promotionId],
    ];
    return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

// EXTERNAL MODULE: ./src/promote/model/result.ts
var result = __webpack_require__(8245);
// EXTERNAL MODULE: ./src/promote/delivery/delivery.ts
var delivery = __webpack_require__(2053);
// EXTERNAL MODULE: ./src/promote/guard/refusals.ts
var refusals = __webpack_require__(4565);
// EXTERNAL MODULE: ./src/promote/pull-request/branch.ts
var pull_request_branch = __webpack_require__(1104);
// EXTERNAL MODULE: ./src/promote/pull-request/visible.ts
var visible = __webpack_require__(276);
;// CONCATENATED MODULE: ./src/promote/pull-request/merge.ts



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
function planMerge(request) {
    const { method, pullRequest, commit, written } = request;
    const { number, autoMerge } = pullRequest;
    const earlier = isOfPromotion(autoMerge) ? autoMerge?.method : written.suspended;
    const wanted = method ?? earlier;
    return wanted && computePlan(wanted, commit, number);
}
function isOfPromotion(plan) {
    return (0,message_trailers/* findTrailer */.Je)(plan?.text ?? '', 'Promotion-Id') !== undefined;
}
async function suspendAutoMerge(open, { written }, { pullRequests, logger }) {
    if (open?.autoMerge === undefined || !isOfPromotion(open.autoMerge))
        return;
    try {
        await pullRequests.disableAutoMerge(open);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.isTransient || error.code === 'conflict')
            throw error;
        return;
    }
    written.suspended = open.autoMerge.method;
    logger.info(`Auto-merge of pull request #${open.number} is off until its branch has moved, since it would merge under the message of an earlier promotion.`);
}
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
function isSameText(left = '', right = '') {
    return left.replaceAll('\r\n', '\n').trim() === right.replaceAll('\r\n', '\n').trim();
}
async function merge(opened, request, ports) {
    const { pullRequest, commit, plan } = request;
    const { pullRequests } = ports;
    if ((await enable(request, ports)) === 'enabled')
        return { ...opened, changed: true, autoMerge: plan.method };
    const now = () => pullRequests.merge(pullRequest, plan, commit.sha);
    const merged = await (0,visible/* untilVisible */.d)(now, ports);
    if (merged.outcome !== 'committed')
        return merged;
    return { outcome: 'merged', pullRequest, commit: merged.commit };
}
async function enable({ pullRequest, plan, commit, branch, base }, ports) {
    const { pullRequests } = ports;
    const enabled = () => (0,visible/* untilVisible */.d)(() => pullRequests.enableAutoMerge(pullRequest, plan, commit.sha), ports);
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

;// CONCATENATED MODULE: ./src/promote/pull-request/commit.ts





async function commitToBranch(found, delivery, ports) {
    const { branch } = found;
    const start = delivery.snapshot.head ?? (await readBase(delivery.base, ports));
    const temporary = (0,pull_request_branch/* computeTemporaryName */.yH)(branch, delivery.promotionId, delivery.attempt);
    await createTemporary(temporary, start, ports);
    try {
        const commit = await commitToTemporary(temporary, delivery, ports);
        await suspendAutoMerge(found.open, delivery, ports);
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
async function createTemporary(temporary, sha, ports) {
    try {
        const isLag = ({ code }) => code !== 'token-forbidden';
        await (0,visible/* untilVisible */.d)(() => ports.pullRequests.createBranch(temporary, sha), ports, isLag);
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.jG && error.isTransient) {
            ports.patience.hear(error);
            await removeBranch(temporary, 'temporary branch', ports, false);
        }
        throw error;
    }
}
async function readBase(base, ports) {
    return (0,visible/* untilVisible */.d)(async () => {
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
    const written = await (0,visible/* untilVisible */.d)(commit, ports);
    if (written.outcome === 'committed')
        return written.commit;
    const { outcome, detail, retryAt } = written;
    if (outcome === 'conflict')
        throw new errors/* PromoteError */.jG('conflict', detail, { retryAt });
    patience.hear(written);
    const isAllowed = await patience.untilAllowed();
    const [head] = isAllowed ? await (0,visible/* untilVisible */.d)(() => branch.readNewestCommits(1), ports) : [];
    if (head && (0,message_trailers/* findTrailer */.Je)(head.message, 'Promotion-Id') === promotionId)
        return head;
    throw new errors/* PromoteError */.jG('unavailable', detail, { retryAt });
}
async function moveTo({ branch, head: from, open }, { sha: to }, ports) {
    const { pullRequests } = ports;
    if (from !== undefined) {
        await (0,visible/* untilVisible */.d)(() => pullRequests.moveBranch(branch, { from, to, open }), ports);
        return;
    }
    if (await (0,visible/* untilVisible */.d)(() => pullRequests.createBranch(branch, to), ports))
        return;
    throw new errors/* PromoteError */.jG('conflict', `somebody else has written to the branch ${branch} first.`);
}
async function removeBranch(branch, kind, ports, isMade = true) {
    try {
        await (0,visible/* untilVisible */.d)(() => deletePatiently(branch, isMade, ports), ports).catch(async (error) => {
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
async function deletePatiently(branch, isMade, { pullRequests, patience }) {
    if (!(await patience.untilAllowed())) {
        throw new errors/* PromoteError */.jG('unavailable', 'the server asks for no further request for now.');
    }
    if ((await pullRequests.deleteBranch(branch)) || !isMade)
        return;
    throw new errors/* PromoteError */.jG('unavailable', 'it is not shown yet.', { mayAppear: true });
}

;// CONCATENATED MODULE: ./src/promote/pull-request/present.ts




async function presentPullRequest(presentation, ports) {
    const { delivery, commit, open } = presentation;
    const pullRequest = open ?? (await openPullRequest(presentation, ports));
    delivery.written.pullRequest = pullRequest;
    if (pullRequest.head !== commit.sha)
        await assertLag(pullRequest, presentation, ports);
    await rewriteText(pullRequest, presentation, ports);
    await addLabels(pullRequest, presentation, ports);
    if (open === undefined || isOwn(commit, delivery)) {
        await requestReviews(pullRequest, presentation, ports);
    }
    return pullRequest;
}
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
    const opened = await (0,visible/* untilVisible */.d)(openIt, ports).catch(async (error) => {
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
    await (0,visible/* untilVisible */.d)(() => ports.pullRequests.rewrite(pullRequest, text), ports);
    delivery.written.changed = true;
}
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
        await (0,visible/* untilVisible */.d)(add, ports);
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
        await (0,visible/* untilVisible */.d)(ask, ports);
        delivery.written.reviewers = [...reviewers, ...teams];
    }
    catch (error) {
        logger.warning(describeLeftOut('pull-request-reviewers', pullRequest, error));
    }
}
function describeLeftOut(input, { number }, error) {
    if (!(error instanceof errors/* PromoteError */.jG) || error.isTransient)
        throw error;
    return `${input}: pull request #${number} stays without them: ${error.message}`;
}
function selectMissing(wanted, present) {
    const known = new Set(present.map((name) => name.toLowerCase()));
    return wanted.filter((name) => !known.has(name.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/promote/pull-request/text.ts




const TITLE_LIMIT = 256;
const BODY_LIMIT = 65_536;
const CUT = 'The rest did not fit into this text: see the changed files for all of it.';
const renderNote = (kind) => `The next ${kind} rewrites this pull request and its branch. It fails when somebody else has added commits to the branch.`;
const PLAIN = /^(?!www\.|.*:\/\/|.*\/www\.)[a-z0-9](?:[a-z0-9./:-]|_(?=[a-z0-9])|@(?=sha256:))*$/i;
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
function renderTrailerEnd(message) {
    const trailers = (0,message_trailers/* findTrailers */.GN)(message);
    const isTold = (0,message_trailers/* findTrailer */.Je)(message, 'Promotion-Id') !== undefined;
    return isTold && trailers.length < BODY_LIMIT / 2 ? `\n\n${trailers}` : '';
}
function renderSafely(value) {
    const line = (0,markdown/* renderOneLine */.N0)(value);
    return PLAIN.test(line) ? line : (0,markdown/* renderText */.S5)(line);
}
function bodyParts(facts) {
    const changed = facts.targets.filter(({ diff }) => diff !== '');
    const image = renderNonEmpty(facts.valueOf('image'));
    const head = ['File', 'Entry', 'Before', 'After'];
    const branch = renderNonEmpty(facts.valueOf('gitops-branch'));
    const { takenBack } = facts;
    return [
        takenBack === undefined
            ? `Promotes ${image} to ${branch}.`
            : `Rolls ${branch} back to ${image}.`,
        (0,markdown/* renderTable */.bo)(head, changed.map(targetCells)),
        ...(takenBack === undefined ? [] : renderTakenList(takenBack, facts)),
        sourceLines(facts).join('\n'),
        renderNote(takenBack === undefined ? 'promotion' : 'rollback'),
        ...changed.map(({ diff }) => (0,markdown/* renderCodeBlock */.XD)(diff, 'diff')),
    ];
}
function renderTakenList({ commits, count, repository }, { sourceUrl }) {
    if (count === 0)
        return [];
    const items = commits.map(({ sha, subject = '' }) => {
        const link = (0,markdown/* renderLink */.BK)(sha.slice(0, 12), `${sourceUrl}/commit/${sha}`);
        return `- ${link} ${(0,markdown/* renderText */.S5)(subject)}`.trimEnd();
    });
    const more = count - commits.length;
    const all = more > 0 ? [...items, `- and ${more} more`] : items;
    const head = `Takes back ${count} commit${count === 1 ? '' : 's'} of ${renderNonEmpty(repository)}:`;
    return [`${head}\n\n${all.join('\n')}`];
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
    const { sourceUrl, sourceSha, previousSha, runUrl, coverage, takenBack } = facts;
    const lines = [`- Workflow run: ${renderLinkTo(runUrl, runUrl)}`];
    if (coverage !== undefined)
        lines.push(`- Coverage: ${renderNonEmpty(`${coverage}%`)}`);
    if (sourceSha === undefined)
        return lines;
    lines.push(`- Source commit: ${renderLinkTo(sourceSha, `${sourceUrl}/commit/${sourceSha}`)}`);
    if (previousSha === undefined || previousSha === sourceSha)
        return lines;
    const [base, head] = takenBack === undefined ? [previousSha, sourceSha] : [sourceSha, previousSha];
    const range = `${base}...${head}`;
    const what = takenBack === undefined ? 'What is new' : 'What is taken back';
    lines.push(`- ${what}: ${renderLinkTo(range, `${sourceUrl}/compare/${range}`)}`);
    return lines;
}
function renderLinkTo(text, url) {
    return (0,markdown/* renderLink */.BK)(renderNonEmpty(text), url);
}
function renderNonEmpty(text) {
    return (0,markdown/* renderCode */.cR)(text.trim() === '' ? 'none' : text);
}
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

// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
;// CONCATENATED MODULE: ./src/promote/pull-request/deliver.ts













async function deliverPullRequest(delivery, ports) {
    try {
        const found = await (0,pull_request_branch/* inspectBranch */.lp)(delivery, ports);
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
    const isThere = newest && found.isCurrent && (await (0,pull_request_branch/* holdsChanges */.Oh)(branch, newest, delivery, ports.repository));
    const commit = isThere ? newest : await commitToBranch(found, delivery, ports);
    written.commit = commit;
    written.changed ||= (0,message_trailers/* findTrailer */.Je)(commit.message, 'Promotion-Id') === delivery.promotionId;
    const isMoved = !isThere && found.head !== undefined;
    const open = isMoved ? await ports.pullRequests.findOpen(branch, base) : found.open;
    const runUrl = (0,message_trailers/* findTrailer */.Je)(commit.message, 'Workflow-Run') ?? facts.runUrl;
    const text = renderPullRequestText({ ...facts, message: commit.message, runUrl }, inputs);
    const pullRequest = await presentPullRequest({ delivery, branch, commit, open, text, isNew: found.head === undefined }, ports);
    const { autoMerge: method } = inputs;
    return mergeAutomatically({ pullRequest, branch, base, commit, written, method }, ports);
}
function collectFacts({ message, targets }, { promotion: { audit }, facts, takenBack }) {
    const { sourceUrl, sourceSha, runUrl, coverage } = audit;
    const { tag } = facts.previousImage ?? {};
    const previousSha = tag === undefined ? undefined : (0,commit_event/* findCommitInTag */.O2)(tag);
    return {
        ...{ message, targets, sourceUrl, runUrl },
        valueOf: (placeholder) => renderPlaceholder(placeholder, facts),
        sourceSha,
        previousSha,
        coverage,
        ...(takenBack && { takenBack }),
    };
}
function resolveOutcome(outcome, delivery, context) {
    const { repository, targets } = delivery;
    switch (outcome.outcome) {
        case 'pull-request':
            return openResult(outcome, delivery);
        case 'merged': {
            const { pullRequest, commit } = outcome;
            const merged = { reason: 'promoted', changed: true, pullRequest, commit };
            return (0,result/* resultOf */.Bg)(repository, targets, merged);
        }
        case 'stale':
            return staleResult(outcome, delivery, context);
        case 'lost':
        case 'conflict':
            return (0,delivery_commit/* againAfter */.$)(outcome, targets, context.progress);
    }
}
function openResult({ pullRequest: { number, url }, commit, changed, autoMerge, problem }, { repository, targets }) {
    const pullRequest = { number, url, autoMerge };
    const opened = { reason: 'pull-request', pullRequest, commit, changed };
    if (problem === undefined)
        return (0,result/* resultOf */.Bg)(repository, targets, opened);
    const { code, message } = problem;
    return (0,result/* resultOf */.Bg)(repository, targets, { ...opened, problem: { code, message } });
}
function staleResult({ pullRequest, sourceSha }, { repository, targets }, { promotion }) {
    const { audit, inputs } = promotion;
    const message = (0,refusals/* renderPendingNewer */.jH)(pullRequest.number, sourceSha, audit.sourceSha, inputs.trigger);
    const problem = { code: 'stale', message };
    return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'stale', changed: false, pullRequest, problem });
}
async function promoteByPullRequest(inputs, delivery, context, ports) {
    const { promotion, progress, facts } = context;
    const { repository, snapshot, changes, targets } = delivery;
    const { promotionId, tries: attempt, written } = progress;
    const asked = {
        ...{ inputs, promotionId, attempt, snapshot, changes, written },
        base: requireBranch(facts),
        facts: collectFacts(delivery, context),
    };
    const portsOfIt = openPullRequestPorts(context, ports);
    if (!promotion.dryRun) {
        return resolveOutcome(await deliverPullRequest(asked, portsOfIt), delivery, context);
    }
    const stale = await inspectIfAllowed(asked, portsOfIt);
    if (stale !== undefined)
        return resolveOutcome(stale, delivery, context);
    return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'dry-run', changed: false });
}
function openPullRequestPorts({ promotion, guard, patience }, { repository, logger, ...ports }) {
    const pullRequests = (0,delivery/* requirePullRequests */.P)(ports);
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
async function inspectIfAllowed(delivery, ports) {
    try {
        const found = await (0,pull_request_branch/* inspectBranch */.lp)(delivery, ports);
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
        return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'dry-run', changed: false });
    const written = await repository.commitFiles(snapshot, changes, message);
    if (written.outcome !== 'committed')
        return (0,delivery_commit/* againAfter */.$)(written, targets, progress);
    const { commit } = written;
    return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'promoted', changed: true, commit });
}
async function concludeUnchanged(targets, dryRun, repository) {
    if (dryRun)
        return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'dry-run', changed: false });
    const [head] = (await (0,errors/* readOrUndefined */.oJ)(repository.readNewestCommits(1))) ?? [];
    const commit = head === undefined ? {} : { commit: head };
    return (0,result/* resultOf */.Bg)(repository, targets, { reason: 'unchanged', changed: false, ...commit });
}


/***/ }),

/***/ 6232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ againAfter),
/* harmony export */   mV: () => (/* binding */ findLanded),
/* harmony export */   vB: () => (/* binding */ explainUnchanged)
/* harmony export */ });
/* harmony import */ var _message_trailers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(854);
/* harmony import */ var _model_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8245);


const SEARCHED_COMMITS = 100;
function againAfter({ outcome, detail, retryAt }, targets, progress) {
    if (outcome === 'conflict') {
        return { tryAgain: detail, code: 'conflict', kind: 'conflict', retryAt };
    }
    progress.unanswered = targets;
    return { tryAgain: detail, code: 'unavailable', kind: 'failure', retryAt };
}
async function findLanded(progress, repository) {
    if (progress.unanswered === undefined)
        return undefined;
    return selectLanded(await repository.readNewestCommits(SEARCHED_COMMITS), progress, repository);
}
function selectLanded(commits, { promotionId, unanswered = [], written: { pullRequest } }, repository) {
    const commit = commits.find(({ message }) => (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_0__/* .findTrailer */ .Je)(message, 'Promotion-Id') === promotionId);
    if (commit === undefined)
        return undefined;
    const outcome = { reason: 'promoted', changed: true, commit };
    return (0,_model_result_js__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .Bg)(repository, unanswered, { ...outcome, ...(pullRequest && { pullRequest }) });
}
async function explainUnchanged(progress, image, repository, known = new Set()) {
    if (progress.unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const landed = selectLanded(commits, progress, repository);
    if (landed !== undefined)
        return landed;
    const others = commits.filter(({ sha }) => !known.has(sha));
    if (others.some(({ message }) => (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_0__/* .findTrailer */ .Je)(message, 'Image') === image))
        return undefined;
    const tryAgain = 'The files ask for the image, and no commit that does is shown yet.';
    return { tryAgain, code: 'unavailable', kind: 'failure' };
}


/***/ }),

/***/ 2053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ requirePullRequests)
/* harmony export */ });
function requirePullRequests({ pullRequests, }) {
    if (pullRequests === undefined)
        throw new Error('The client of pull requests was not opened.');
    return pullRequests;
}


/***/ }),

/***/ 7350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ readPatiently),
/* harmony export */   i3: () => (/* binding */ Patience),
/* harmony export */   nQ: () => (/* binding */ renderNoTime)
/* harmony export */ });
/* unused harmony export computeSpread */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);

const SPREADS = {
    conflict: { first: 3000, most: 20_000 },
    limit: { first: 60_000, most: 480_000 },
    failure: { first: 250, most: 8000 },
    lag: { first: 250, most: 4000 },
};
const SHORTEST_TRY = 250;
function computeSpread(kind, earlier) {
    const { first, most } = SPREADS[kind];
    return Math.min(most, first * 2 ** earlier);
}
class Patience {
    #clock;
    #random;
    #deadline;
    #counts = new Map();
    #notBefore = 0;
    constructor(clock, random, seconds) {
        this.#clock = clock;
        this.#random = random;
        this.#deadline = clock.now() + seconds * 1000;
    }
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
    hear({ retryAt = 0 }) {
        this.#notBefore = Math.max(this.#notBefore, retryAt);
    }
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
async function readPatiently(read, retryTimeout, { clock, random, logger }) {
    const patience = new Patience(clock, random, retryTimeout);
    for (;;) {
        try {
            return await read();
        }
        catch (cause) {
            if (!(cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG) || !cause.isTransient)
                throw cause;
            const { code, message, isLimit, retryAt } = cause;
            const delay = patience.plan({ kind: isLimit ? 'limit' : 'failure', retryAt });
            if (delay === undefined) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG(code, `${message} ${renderNoTime(retryTimeout)}`, { cause });
            }
            logger.info(`${message} It is asked again in ${(delay / 1000).toFixed(1)} seconds.`);
            await patience.wait(delay);
        }
    }
}
function renderNoTime(retryTimeout) {
    return `retry-timeout (${retryTimeout} seconds) leaves no time to ask again. Run the job again later, or raise it.`;
}


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findNamedCommit),
/* harmony export */   L: () => (/* binding */ findRecordedCommit)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _message_trailers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(854);
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8368);



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
const REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/;
function findRecordedCommit(commits, image) {
    const message = commits.find((commit) => tellsOf(commit, image))?.message;
    const sha = message === undefined ? undefined : (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_2__/* .findTrailer */ .Je)(message, 'Source-Commit');
    if (message === undefined || sha === undefined || !_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .FULL_SHA */ .RG.test(sha))
        return undefined;
    const source = (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_2__/* .findTrailer */ .Je)(message, 'Source-Repository');
    return { sha, ...(source !== undefined && REPOSITORY.test(source) && { repository: source }) };
}
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

/***/ 2541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ui: () => (/* binding */ renderUnguarded),
/* harmony export */   WC: () => (/* binding */ renderCompared),
/* harmony export */   Z9: () => (/* binding */ renderUnordered),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   jr: () => (/* binding */ SHOWN_DIGITS),
/* harmony export */   z2: () => (/* binding */ renderAmbiguous)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8368);


const SHOWN_DIGITS = 7;
function describeDeployed({ file, previousImage }) {
    const image = previousImage ? (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .renderImageReference */ .NL)(previousImage) : 'an image that is not known';
    return `${file} asks for ${image}`;
}
function renderUnguarded(what, reason) {
    return reason === 'no-source-sha'
        ? 'It was not checked that this image is newer than the deployed one: its commit is not known. Give source-sha.'
        : `It was not checked that this image is newer than the deployed one: ${what}, which tells no commit.`;
}
function renderUnordered(what, deployed, comparison, repository) {
    const commit = (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviateSha */ .Kx)(deployed, SHOWN_DIGITS);
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
function renderAmbiguous(abbreviation, { sourceRepository, sourceSha = '' }) {
    const ours = (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviateSha */ .Kx)(sourceSha, SHOWN_DIGITS);
    return `It cannot be told whether ${ours} is newer than the deployed commit ${abbreviation}: a branch or tag of ${sourceRepository} has that name, and no commit is known by it. Rename it; or, to promote without knowing, set stale: allow.`;
}
const RELATIONS = {
    identical: 'the same as',
    ahead: 'ahead of',
    behind: 'behind',
    diverged: 'diverged from',
    unknown: 'not compared with',
};
function renderCompared(base, head, comparison, { sourceRepository }) {
    const { relation } = comparison;
    const detail = relation === 'unknown' ? ` (${comparison.cause}: ${comparison.detail})` : '';
    return `${head} is ${RELATIONS[relation]} ${base} in ${sourceRepository}${detail}.`;
}


/***/ }),

/***/ 374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ replayUpToDate),
/* harmony export */   PJ: () => (/* binding */ missingHistory),
/* harmony export */   X_: () => (/* binding */ readHistories)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _history_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4514);
/* harmony import */ var _history_replay_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4672);
/* harmony import */ var _model_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8245);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2541);





const FINAL = ['unavailable', 'token-invalid'];
async function readHistories(files, repository, question) {
    const histories = await repository
        .readFileHistories(files, _history_record_js__WEBPACK_IMPORTED_MODULE_1__/* .SEARCHED_FILE_COMMITS */ .S1)
        .catch((error) => {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG) || FINAL.includes(error.code))
            throw error;
        if (error.code === 'token-forbidden')
            return undefined;
        throw missingHistory(files, repository, error.message, question);
    });
    if (histories === undefined)
        return undefined;
    const missing = files.filter((file) => (histories.get(file) ?? []).length === 0);
    if (missing.length === 0)
        return histories;
    throw missingHistory(missing, repository, 'the server lists no commit', question);
}
function replayUpToDate(commits, target, isLasting, explain) {
    const identity = { name: (0,_model_result_js__WEBPACK_IMPORTED_MODULE_4__/* .renderIdentity */ .Lg)(target), image: target.previousImage };
    const history = (0,_history_record_js__WEBPACK_IMPORTED_MODULE_1__/* .selectRecords */ .jr)(commits, identity);
    const replay = (0,_history_replay_js__WEBPACK_IMPORTED_MODULE_2__/* .replayRecords */ .g)(history, identity);
    const { record, image } = replay.top ?? {};
    if (record === undefined || !isContradicted(record, image, target.previousImage))
        return replay;
    if (isLasting)
        return (0,_history_replay_js__WEBPACK_IMPORTED_MODULE_2__/* .replayRecords */ .g)({ ...history, byHand: { reverted: new Set() } }, identity);
    const end = record.sha.slice(0, _explain_js__WEBPACK_IMPORTED_MODULE_3__/* .SHOWN_DIGITS */ .jr);
    throw explain(`what is listed ends with commit ${end}, which asked for another image`);
}
function isContradicted({ targets }, told, deployed) {
    if (targets.length === 0 || told === undefined || deployed === undefined)
        return false;
    return (0,_history_record_js__WEBPACK_IMPORTED_MODULE_1__/* .compareImages */ .qJ)(told, { ...deployed, repository: told.repository }) === 'different';
}
function missingHistory(files, { name }, detail, { what, cure }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('order-unknown', `It cannot be told ${what}, since the history of ${files.join(', ')} in ${name} is not shown (${detail}). ${cure}`, { isTransient: true });
}


/***/ }),

/***/ 4565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M6: () => (/* binding */ renderStale),
/* harmony export */   Qz: () => (/* binding */ renderRolledBack),
/* harmony export */   Wl: () => (/* binding */ renderHeld),
/* harmony export */   YJ: () => (/* binding */ renderInsisted),
/* harmony export */   dO: () => (/* binding */ renderSurpassed),
/* harmony export */   jH: () => (/* binding */ renderPendingNewer),
/* harmony export */   jQ: () => (/* binding */ renderHistoryHidden),
/* harmony export */   l6: () => (/* binding */ renderHistoryCut)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _history_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4514);
/* harmony import */ var _history_taken_back_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1206);
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8368);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2541);





function renderStale({ target, commits }, { commit, repository, policy }) {
    const { file, previousImage } = target;
    const deployed = previousImage ? (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .renderImageReference */ .NL)(previousImage) : 'a commit';
    const count = `${commits} commit${commits === 1 ? '' : 's'}`;
    return `${file} in ${repository} already asks for ${deployed}, which is ${count} newer than ${shorten(commit.sourceSha)}: nothing was promoted. ${adviseBack(policy.trigger)}`;
}
function renderPendingNewer(number, newerSha, sourceSha, trigger) {
    return `Pull request #${number} already asks for commit ${shorten(newerSha)}, which is newer than ${shorten(sourceSha)}: nothing was promoted. ${adviseBack(trigger)}`;
}
function renderRolledBack({ file }, { taken, standing }, { commit, repository, policy }) {
    const ours = shorten(commit.sourceSha);
    const stands = standing === 'older'
        ? `${ours} is older than that`
        : commit.sourceSha === undefined
            ? 'this run promotes that image again'
            : `this run promotes it again (${ours})`;
    return `${file} in ${repository}: ${describeTaken(taken)}, and ${stands}: nothing was promoted. What is newer is promoted, such as a fix or a revert in the source. ${adviseInsisting(policy.trigger)}`;
}
function renderHeld({ file }, taken, { repository }) {
    const what = taken === undefined ? 'the newest change went back' : describeTaken(taken);
    return `${file} in ${repository}: ${what}, and with after-rollback: hold nothing is promoted until a run by hand has. Start the workflow by hand (workflow_dispatch) for the commit that is to be promoted; after that, other runs go on as well.`;
}
function renderInsisted({ file }, { taken, standing }) {
    const why = standing === 'older' ? 'this commit, which is older' : 'it';
    return `${file}: ${describeTaken(taken)}. With stale: allow ${why} is promoted all the same.`;
}
function renderSurpassed({ file }, { taken, standing }, { sourceSha }) {
    const ours = shorten(sourceSha);
    const goesOn = standing === 'diverged'
        ? `${ours} has diverged from it, so that it may or may not hold what was wrong. The promotion goes on`
        : `${ours} is newer, and is taken for the fix`;
    return `${file}: ${describeTaken(taken)}. ${goesOn}.`;
}
function renderHistoryCut(target) {
    return `${(0,_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDeployed */ .ex)(target)}, and the newest ${_history_record_js__WEBPACK_IMPORTED_MODULE_1__/* .SEARCHED_FILE_COMMITS */ .S1} commits of the file do not tell since when: whether this commit was taken back before them is not known.`;
}
function renderHistoryHidden(repository) {
    return `It was not checked whether this commit was taken back: the token may not list the commits of ${repository}. Give gitops-token contents: read there.`;
}
function describeTaken(taken) {
    const commit = (0,_history_taken_back_js__WEBPACK_IMPORTED_MODULE_2__/* .findBuiltCommit */ .pT)(taken);
    const image = taken.image && (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .renderImageReference */ .NL)(taken.image);
    const named = commit === undefined ? undefined : `commit ${shorten(commit)}`;
    const what = named && image ? `${named} (${image})` : (named ?? image ?? 'something');
    return `${what} was taken back ${taken.by === undefined ? 'by hand' : `by ${shorten(taken.by)}`}`;
}
function adviseBack({ isByHand, isRerun }) {
    if (isByHand && !isRerun) {
        return 'To go back to it, set stale: allow; to go back to what was promoted before, run the step rollback (rollback-to).';
    }
    const rerun = isRerun ? 'A re-run cannot set inputs. ' : '';
    return `${rerun}To go back, start a workflow by hand (workflow_dispatch), with the step rollback (rollback-to), or with stale: allow for this commit.`;
}
function adviseInsisting({ isByHand, isRerun }) {
    if (isByHand && !isRerun)
        return 'To promote this one all the same, set stale: allow.';
    const rerun = isRerun ? 'A re-run cannot set inputs. ' : '';
    return `${rerun}To promote this one all the same, start a workflow by hand (workflow_dispatch) with stale: allow.`;
}
function shorten(sha = '') {
    return (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_4__/* .abbreviateSha */ .Kx)(sha, _explain_js__WEBPACK_IMPORTED_MODULE_3__/* .SHOWN_DIGITS */ .jr);
}


/***/ }),

/***/ 4514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   S1: () => (/* binding */ SEARCHED_FILE_COMMITS),
/* harmony export */   WX: () => (/* binding */ findPreviousOf),
/* harmony export */   jr: () => (/* binding */ selectRecords),
/* harmony export */   m_: () => (/* binding */ isSameImage),
/* harmony export */   qJ: () => (/* binding */ compareImages)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1860);
/* harmony import */ var _message_trailers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(854);


const SEARCHED_FILE_COMMITS = 100;
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function parseRecord({ sha, parent, message }) {
    if (!/^Promotion-Id:/im.test(message))
        return undefined;
    const trailers = (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTrailers */ .aw)(message);
    const valuesOf = (key) => trailers.get(key.toLowerCase()) ?? [];
    if (valuesOf('Promotion-Id').length === 0)
        return undefined;
    const shaOf = (key) => valuesOf(key).find((value) => SHA.test(value));
    return {
        sha,
        parent,
        image: parseImageTrailer(valuesOf('Image')[0]),
        previousImages: valuesOf('Previous-Image').map((text) => parseImageTrailer(text)),
        sourceSha: shaOf('Source-Commit'),
        sourceRepository: valuesOf('Source-Repository')[0],
        rollbackOf: shaOf('Rollback-Of'),
        takesBack: valuesOf('Rolled-Back-Commit').filter((value) => SHA.test(value)),
        targets: valuesOf('Target'),
    };
}
function findPreviousOf({ targets, previousImages }, name) {
    const isOneEach = previousImages.length > 1 && previousImages.length === targets.length;
    return previousImages[isOneEach ? targets.indexOf(name) : 0];
}
function parseImageTrailer(text = '') {
    const parsed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(text);
    return parsed.valid ? parsed.reference : undefined;
}
function selectRecords(commits, identity) {
    const records = [];
    const reverts = new Reverts();
    let byHand;
    for (const commit of commits.toReversed()) {
        const record = parseRecord(commit);
        if (record === undefined) {
            reverts.add(commit);
            byHand = { reverted: reverts.effective };
        }
        else if (isOfTarget(record, identity)) {
            records.push({ ...record, byHand });
            byHand = undefined;
        }
    }
    return { records, byHand };
}
function isOfTarget({ targets, image: promoted }, identity) {
    const { name, image } = identity;
    if (targets.length > 0)
        return targets.includes(name);
    return image === undefined || promoted === undefined || hasSameName(promoted, image);
}
const REVERTS = /^This reverts commit (?<sha>[0-9a-f]{40,64})\b/gm;
class Reverts {
    effective = new Set();
    #reverts = [];
    add({ sha, message }) {
        const named = Array.from(message.matchAll(REVERTS), ({ groups }) => groups?.['sha'] ?? '');
        if (named.length === 0)
            return;
        this.#reverts = [{ sha, named }, ...this.#reverts];
        const effective = new Set();
        for (const revert of this.#reverts) {
            if (!effective.has(revert.sha))
                for (const each of revert.named)
                    effective.add(each);
        }
        this.effective = effective;
    }
}
function hasSameName(one, other) {
    if (one.repository === other.repository)
        return true;
    const nameOf = ({ repository }) => repository.slice(repository.lastIndexOf('/') + 1);
    return nameOf(one) === nameOf(other);
}
function isSameImage(one, other) {
    return compareImages(one, other) === 'same';
}
function compareImages(one, other) {
    if (one === undefined || other === undefined)
        return 'unknown';
    const [tags, digests] = [
        compareParts(one.tag, other.tag),
        compareParts(one.digest, other.digest),
    ];
    if (tags === false || digests === false || !hasSameName(one, other))
        return 'different';
    return (tags ?? digests) ? 'same' : 'unknown';
}
function compareParts(one, other) {
    return one === undefined || other === undefined ? undefined : one === other;
}


/***/ }),

/***/ 4672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ chainOf),
/* harmony export */   g: () => (/* binding */ replayRecords)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4514);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1206);


function replayRecords({ records, byHand }, { name, image: deployed }) {
    const play = new Play();
    for (const record of records) {
        play.witness((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .findPreviousOf */ .WX)(record, name), record.byHand);
        play.apply(record);
    }
    play.witness(deployed, byHand);
    return play.end();
}
class Play {
    #states = [];
    #takenBack = [];
    #top;
    #isBack = false;
    end() {
        const top = leaveOut(this.#top, (state) => this.#isTakenBack(state));
        return { top, takenBack: this.#takenBack, isBack: this.#isBack };
    }
    witness(image, byHand) {
        if (image === undefined || (this.#top !== undefined && byHand === undefined))
            return;
        const known = this.#findState(image);
        if (known !== undefined) {
            if (known !== this.#top)
                this.#goTo(known, byHand);
            return;
        }
        const stood = this.#top;
        if (stood !== undefined)
            this.#takeBack(stood);
        this.#push({ image, below: stood?.below, before: stood?.before });
    }
    apply(record) {
        const { rollbackOf, takesBack, image, parent } = record;
        const isRollback = rollbackOf !== undefined || takesBack.length > 0;
        const popped = isRollback ? this.#pop(record) : undefined;
        if (image !== undefined && !(isRollback && this.#goBackTo(image, record))) {
            this.#promote(record, image, popped === undefined ? parent : popped.before);
        }
        this.#isBack = isRollback;
    }
    #promote(record, image, before) {
        const { sourceSha } = record;
        const top = this.#top;
        const isAgain = top && asksFor(top, image) && top.sourceSha === sourceSha;
        if (!isAgain)
            this.#push({ record, image, sourceSha, below: top, before });
        this.#takenBack = this.#takenBack.filter((taken) => !(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfCommit */ .lU)(taken, record));
    }
    #pop({ sha, rollbackOf, takesBack, sourceRepository }) {
        const isLast = ({ record }) => rollbackOf !== undefined && record?.sha === rollbackOf;
        const isNamed = (state) => {
            const commit = (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .findBuiltCommit */ .pT)(state);
            return commit !== undefined && takesBack.some((each) => each.startsWith(commit));
        };
        const chain = chainOf(this.#top);
        const last = chain.findIndex(isLast);
        const kept = chain.findIndex((state) => !isNamed(state));
        const named = kept < 0 ? chain.length : kept;
        const isOther = takesBack.length > 0 && chain[0]?.record?.sourceSha !== undefined;
        const least = rollbackOf === undefined || isOther ? 0 : 1;
        const end = last >= 0 ? last + 1 : Math.max(named, least);
        const left = chain.slice(0, end);
        const taken = chain.filter((state) => left.includes(state) || (last < 0 && isNamed(state)));
        for (const state of taken)
            this.#takeBack(state, sha);
        for (const sourceSha of takesBack)
            this.#note({ sourceSha, sourceRepository, by: sha });
        const lowest = left.at(-1);
        if (lowest !== undefined)
            this.#top = lowest.below;
        return lowest;
    }
    #goBackTo(image, { sourceSha }) {
        const known = this.#findState(image);
        if (known === undefined)
            return false;
        this.#goTo(known);
        known.sourceSha ??= sourceSha;
        return true;
    }
    #findState(image) {
        const isIt = (state) => asksFor(state, image);
        const found = chainOf(this.#top).find(isIt);
        const stands = found !== undefined && (found === this.#top || !this.#isTakenBack(found));
        return stands ? found : this.#states.findLast(isIt);
    }
    #goTo(state, byHand) {
        const stands = new Set(chainOf(state));
        const left = chainOf(this.#top).filter((each) => !stands.has(each));
        for (const each of left)
            this.#takeBack(each);
        this.#isBack = left.length > 0;
        this.#top = state;
        this.#takenBack = this.#takenBack.filter((taken) => !(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfImage */ .$x)(taken, state) && !isUndone(taken, stands, byHand));
    }
    #push(state) {
        this.#states.push(state);
        this.#top = state;
    }
    #takeBack({ image, sourceSha, record }, by) {
        this.#isBack = true;
        this.#note({ image, sourceSha, sourceRepository: record?.sourceRepository, by });
    }
    #note(taken) {
        this.#takenBack = (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .noteTakenBack */ .D2)(this.#takenBack, taken);
    }
    #isTakenBack(state) {
        return this.#takenBack.some((taken) => (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfImage */ .$x)(taken, state));
    }
}
function asksFor(state, image) {
    return state.image !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameImage */ .m_)(state.image, image);
}
function isUndone(taken, stands, byHand) {
    if (taken.by === undefined || byHand?.reverted.has(taken.by) !== true)
        return false;
    return [...stands].some((state) => (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfImage */ .$x)(taken, state));
}
function chainOf(state) {
    const chain = [];
    for (let each = state; each !== undefined; each = each.below)
        chain.push(each);
    return chain;
}
function leaveOut(top, isUnwanted) {
    let below;
    let dropped;
    for (const state of chainOf(top).toReversed()) {
        if (state !== top && isUnwanted(state)) {
            dropped ??= state;
        }
        else {
            below = { ...state, below, before: (dropped ?? state).before };
            dropped = undefined;
        }
    }
    return below;
}


/***/ }),

/***/ 1206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ isOfImage),
/* harmony export */   D2: () => (/* binding */ noteTakenBack),
/* harmony export */   K7: () => (/* binding */ computeStanding),
/* harmony export */   lU: () => (/* binding */ isOfCommit),
/* harmony export */   pT: () => (/* binding */ findBuiltCommit)
/* harmony export */ });
/* harmony import */ var _tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8368);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4514);


function isOfImage(taken, built) {
    const images = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .compareImages */ .qJ)(taken.image, built.image);
    return images === 'unknown' ? compareCommits(taken, built) === true : images === 'same';
}
function isOfCommit(taken, built) {
    return compareCommits(taken, built) ?? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .compareImages */ .qJ)(taken.image, built.image) === 'same';
}
function compareCommits(one, other) {
    const [first, second] = [findBuiltCommit(one), findBuiltCommit(other)];
    if (first === undefined || second === undefined)
        return undefined;
    return first.startsWith(second) || second.startsWith(first);
}
function noteTakenBack(noted, taken) {
    const isSameCommit = (each) => compareCommits(each, taken) === true;
    if (taken.image === undefined)
        return noted.some(isSameCommit) ? noted : [...noted, taken];
    if (noted.some(({ image }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .compareImages */ .qJ)(image, taken.image) === 'same'))
        return noted;
    const bare = noted.find((each) => each.image === undefined && isSameCommit(each));
    return [...noted.filter((each) => each !== bare), { ...taken, by: taken.by ?? bare?.by }];
}
function findBuiltCommit({ sourceSha, image }) {
    if (sourceSha !== undefined || image?.tag === undefined)
        return sourceSha;
    const named = (0,_tag_commit_event_js__WEBPACK_IMPORTED_MODULE_1__/* .findCommitInTag */ .O2)(image.tag);
    return named === undefined || /^\d+$/.test(named) ? undefined : named;
}
function computeStanding(taken, image, comparison) {
    switch (comparison?.relation) {
        case 'identical':
            return 'same';
        case 'behind':
            return 'older';
        case 'ahead':
            return 'newer';
        case 'diverged':
            return 'diverged';
        case 'unknown':
        case undefined:
            return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .compareImages */ .qJ)(taken.image, image) === 'same' ? 'same' : 'unknown';
    }
}


/***/ }),

/***/ 4081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findNotices)
/* harmony export */ });
function findNotices(result, inputs) {
    const notices = [explainUnverified(result, inputs), explainWaitingChecks(result, inputs)];
    return notices.filter((notice) => notice !== undefined);
}
function explainUnverified({ changed, commit, repository, targets }, { target }) {
    if (!changed || commit?.isVerified !== false)
        return undefined;
    const changedFiles = new Set(targets.filter(({ diff }) => diff !== '').map(({ file }) => file));
    const isGraphql = target.commitApi === 'graphql' || changedFiles.size > 1;
    const why = isGraphql
        ? 'although it was made through GraphQL: this server does not sign what it commits. On GitHub Enterprise Server an administrator turns that on (web commit signing).'
        : 'since GitHub signs what the Contents API writes only for an App. Where signed commits are wanted, as Argo CD can, set commit-api: graphql, whose commits GitHub signs for every token.';
    return `Commit ${commit.sha.slice(0, 12)} of ${repository} is not verified, ${why}`;
}
function explainWaitingChecks({ reason, pullRequest }, { target, sourceToken }) {
    const waits = reason === 'pull-request' && pullRequest?.autoMerge !== undefined;
    if (!waits || target.token !== sourceToken)
        return undefined;
    return `Auto-merge of pull request #${pullRequest.number} waits for its checks. Where token is the workflow's own, as by default, these checks wait for an approval by somebody who may write. Give gitops-token the token of an App, whose pull requests start their checks by themselves.`;
}


/***/ }),

/***/ 4154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ deliverPatiently),
  p: () => (/* binding */ promote)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/promote/attempt.ts + 4 modules
var attempt = __webpack_require__(5990);
// EXTERNAL MODULE: ./src/promote/delivery/commit.ts
var commit = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/history/record.ts
var record = __webpack_require__(4514);
// EXTERNAL MODULE: ./src/promote/history/taken-back.ts
var taken_back = __webpack_require__(1206);
// EXTERNAL MODULE: ./src/promote/guard/deployed-commit.ts
var deployed_commit = __webpack_require__(8090);
// EXTERNAL MODULE: ./src/promote/guard/explain.ts
var explain = __webpack_require__(2541);
// EXTERNAL MODULE: ./src/promote/history/replay.ts
var replay = __webpack_require__(4672);
;// CONCATENATED MODULE: ./src/promote/guard/going-back.ts



async function findGoingBack({ top }, image, newest, order) {
    const chain = (0,replay/* chainOf */.d)(top);
    const own = chain.findIndex((state) => state.image && (0,record/* isSameImage */.m_)(state.image, image));
    const newer = [];
    for (const state of own < 0 ? chain : chain.slice(0, own)) {
        const { relation = 'unknown' } = (await order.compare((0,taken_back/* findBuiltCommit */.pT)(state))) ?? {};
        if (relation === 'behind' || (relation === 'unknown' && own > 0))
            newer.push(state);
        if (own < 0 && (relation === 'ahead' || relation === 'identical'))
            break;
    }
    const commits = await Promise.all(newer.map((state) => findFullCommit(state, order)));
    const oldest = newer.findLast(({ record }) => record !== undefined)?.record?.sha ?? newest;
    const isStep = own > 0 && newer.length > 0;
    return {
        takesBack: [...new Set(commits.flatMap((commit) => commit ?? []))],
        ...(isStep && { rollbackOf: oldest }),
    };
}
async function findFullCommit(state, order) {
    const commit = (0,taken_back/* findBuiltCommit */.pT)(state);
    if (commit === undefined || commit === state.sourceSha)
        return commit;
    return order.complete(commit);
}

// EXTERNAL MODULE: ./src/promote/guard/history.ts
var guard_history = __webpack_require__(374);
;// CONCATENATED MODULE: ./src/promote/guard/order.ts



class SourceOrder {
    #commit;
    #ports;
    #isTolerant;
    #asked = new Map();
    constructor(commit, ports, isTolerant) {
        this.#commit = commit;
        this.#ports = ports;
        this.#isTolerant = isTolerant;
    }
    get commit() {
        return this.#commit;
    }
    identify(sourceSha) {
        this.#commit = { ...this.#commit, sourceSha };
    }
    async compare(base) {
        const { sourceSha } = this.#commit;
        if (sourceSha === undefined || base === undefined)
            return undefined;
        if (sourceSha.startsWith(base))
            return { relation: 'identical' };
        const asked = this.#asked.get(base) ?? this.#ask(base, sourceSha);
        this.#asked.set(base, asked);
        return asked;
    }
    async findDeployed(target, readRecorded) {
        const { sourceSha } = this.#commit;
        if (sourceSha === undefined)
            return undefined;
        const named = (0,deployed_commit/* findNamedCommit */.C)(target, sourceSha);
        if (named === undefined)
            return readRecorded();
        if (named.isDoubtful)
            return (await readRecorded()) ?? named.commit;
        const comparison = await this.compare(named.commit);
        const cause = comparison?.relation === 'unknown' ? comparison.cause : undefined;
        if (cause === 'another')
            return this.#completeName(named.commit, await readRecorded());
        return cause === 'absent' ? ((await readRecorded()) ?? named.commit) : named.commit;
    }
    async complete(abbreviation) {
        try {
            return await this.#ports.source.resolveCommit(abbreviation);
        }
        catch (error) {
            this.#tolerate(error);
            return undefined;
        }
    }
    async #ask(base, head) {
        const compared = await this.#ports.source.compareCommits(base, head).catch((error) => {
            this.#asked.delete(base);
            return this.#tolerate(error);
        });
        this.#ports.logger.debug((0,explain/* renderCompared */.WC)(base, head, compared, this.#commit));
        return compared;
    }
    #tolerate(error) {
        if (!this.#isTolerant || !(error instanceof errors/* PromoteError */.jG))
            throw error;
        const detail = error.message.replace(/\.$/, '');
        return { relation: 'unknown', cause: 'forbidden', detail };
    }
    async #completeName(abbreviation, recorded) {
        if (recorded?.startsWith(abbreviation))
            return recorded;
        const commit = (await this.complete(abbreviation)) ?? recorded;
        if (commit !== undefined || this.#isTolerant)
            return commit;
        throw new errors/* PromoteError */.jG('order-unknown', (0,explain/* renderAmbiguous */.z2)(abbreviation, this.#commit));
    }
}

// EXTERNAL MODULE: ./src/promote/guard/refusals.ts
var refusals = __webpack_require__(4565);
;// CONCATENATED MODULE: ./src/promote/guard/verdict.ts


function judgeTargets(judged, asked) {
    const isInsisted = asked.policy.stale === 'allow';
    const problem = isInsisted ? findHold(judged, asked) : findProblem(judged, asked);
    if (problem !== undefined)
        return { problem, notices: [], warnings: [] };
    const { commit } = asked;
    const warnings = judged.flatMap((each) => [
        warnOfOrder(each, asked) ?? [],
        tellSurpassed(each, 'diverged', commit),
        isInsisted ? tellInsisted(each) : [],
    ]);
    const notices = judged.flatMap((each) => [
        tellSurpassed(each, 'newer', commit),
        each.isCut ? (0,refusals/* renderHistoryCut */.l6)(each.target) : [],
    ]);
    return { notices: notices.flat(), warnings: warnings.flat() };
}
function findProblem(judged, asked) {
    for (const { target, comparison } of judged) {
        if (comparison?.relation !== 'behind')
            continue;
        const { commits } = comparison;
        return { code: 'stale', message: (0,refusals/* renderStale */.M6)({ target, commits }, asked) };
    }
    for (const { target, standings } of judged) {
        const held = standings.find(({ standing }) => standing === 'same' || standing === 'older');
        if (held !== undefined) {
            return { code: 'rolled-back', message: (0,refusals/* renderRolledBack */.Qz)(target, held, asked) };
        }
    }
    return findHold(judged, asked);
}
function findHold(judged, asked) {
    const { afterRollback, trigger } = asked.policy;
    if (afterRollback !== 'hold' || trigger.isByHand)
        return undefined;
    const back = judged.find(({ replay }) => replay.isBack);
    if (back === undefined)
        return undefined;
    const message = (0,refusals/* renderHeld */.Wl)(back.target, back.replay.takenBack.at(-1), asked);
    return { code: 'rolled-back', message };
}
function warnOfOrder({ target, deployed, comparison }, { commit, policy }) {
    const what = (0,explain/* describeDeployed */.ex)(target);
    if (deployed !== undefined && comparison !== undefined) {
        return (0,explain/* renderUnordered */.Z9)(what, deployed, comparison, commit.sourceRepository);
    }
    if (policy.stale === 'allow')
        return undefined;
    return (0,explain/* renderUnguarded */.Ui)(what, commit.sourceSha === undefined ? 'no-source-sha' : 'no-commit');
}
function tellInsisted({ target, standings }) {
    return standings
        .filter(({ standing }) => standing === 'same' || standing === 'older')
        .map((each) => (0,refusals/* renderInsisted */.YJ)(target, each));
}
function tellSurpassed({ target, comparison, replay, standings }, meant, commit) {
    if (!replay.isBack && comparison?.relation === 'ahead')
        return [];
    return standings
        .filter(({ standing }) => standing === meant)
        .map((each) => (0,refusals/* renderSurpassed */.dO)(target, each, commit));
}

;// CONCATENATED MODULE: ./src/promote/guard/guard.ts











const TAKEN_BACK = {
    what: 'what is deployed now, and whether this commit was taken back',
    cure: 'To promote without knowing it, set stale: allow.',
};
const PATIENT_LOOKS = 6;
function replacesAnother({ image, previousImage, changes }) {
    const isNew = changes.every(({ before }) => before === undefined);
    if (isNew || previousImage === undefined)
        return !isNew;
    return (0,base_image/* renderImageReference */.NL)(previousImage) !== (0,base_image/* renderImageReference */.NL)(image);
}
class OrderGuard {
    #order;
    #policy;
    #ports;
    #told = new Set();
    #looks = 0;
    constructor(commit, policy, ports) {
        this.#order = new SourceOrder(commit, ports, policy.stale === 'allow');
        this.#policy = policy;
        this.#ports = ports;
    }
    identify(sourceSha) {
        this.#order.identify(sourceSha);
    }
    async judge(targets) {
        const changing = targets.filter(replacesAnother);
        if (changing.length === 0)
            return { takesBack: [] };
        this.#looks += 1;
        const histories = this.#readHistories(changing);
        const looks = changing.map((target) => this.#look(target, histories));
        const [read, ...judged] = await Promise.all([histories, ...looks]);
        const { problem, notices, warnings } = judgeTargets(judged, {
            commit: this.#order.commit,
            policy: this.#policy,
            repository: this.#ports.repository.name,
        });
        if (problem !== undefined)
            return { problem, takesBack: [] };
        if (read === undefined)
            this.#warn((0,refusals/* renderHistoryHidden */.jQ)(this.#ports.repository.name));
        for (const warning of warnings)
            this.#warn(warning);
        for (const notice of notices)
            this.#tell(notice, 'notice');
        if (this.#policy.stale !== 'allow')
            return { takesBack: [] };
        return this.#findGoingBack(judged, read);
    }
    async countCommitsAhead(base, what) {
        const { sourceRepository } = this.#order.commit;
        const comparison = await this.#order.compare(base);
        if (comparison?.relation === 'behind')
            return comparison.commits;
        this.#warn(comparison === undefined
            ? (0,explain/* renderUnguarded */.Ui)(what, 'no-source-sha')
            : (0,explain/* renderUnordered */.Z9)(what, base, comparison, sourceRepository));
        return undefined;
    }
    async #look(target, read) {
        const { file, previousImage: image } = target;
        const findRecorded = async () => image && (0,deployed_commit/* findRecordedCommit */.L)((await read)?.get(file) ?? [], image)?.sha;
        const [compared, replayed] = await Promise.all([
            this.#compareDeployed(target, findRecorded),
            read.then((histories) => this.#replay(target, histories?.get(file) ?? [])),
        ]);
        return { target, ...compared, ...replayed };
    }
    async #compareDeployed(target, findRecorded) {
        const deployed = await this.#order.findDeployed(target, findRecorded);
        this.#ports.logger.debug(`${(0,explain/* describeDeployed */.ex)(target)}: its commit is ${deployed ?? 'not known'}.`);
        return { deployed, comparison: await this.#order.compare(deployed) };
    }
    async #replay(target, commits) {
        const { image } = target;
        const isLasting = this.#policy.stale === 'allow' || this.#looks >= PATIENT_LOOKS;
        const replay = (0,guard_history/* replayUpToDate */.AG)(commits, target, isLasting, (detail) => (0,guard_history/* missingHistory */.PJ)([target.file], this.#ports.repository, detail, TAKEN_BACK));
        const standings = replay.takenBack.map(async (taken) => {
            const comparison = await this.#order.compare((0,taken_back/* findBuiltCommit */.pT)(taken));
            return { taken, standing: (0,taken_back/* computeStanding */.K7)(taken, image, comparison) };
        });
        const isCut = commits.length >= record/* SEARCHED_FILE_COMMITS */.S1 && replay.top?.record === undefined;
        return { replay, standings: await Promise.all(standings), isCut };
    }
    async #readHistories(targets) {
        const { repository } = this.#ports;
        const files = [...new Set(targets.map(({ file }) => file))];
        return (0,guard_history/* readHistories */.X_)(files, repository, TAKEN_BACK).catch((error) => {
            if (this.#policy.stale !== 'allow' || !(error instanceof errors/* PromoteError */.jG))
                throw error;
            this.#warn(error.message);
            return new Map();
        });
    }
    async #findGoingBack(judged, read) {
        const found = [];
        for (const { target, comparison, replay } of judged) {
            if (comparison?.relation === 'ahead')
                continue;
            const newest = read?.get(target.file)?.[0]?.sha;
            found.push(await findGoingBack(replay, target.image, newest, this.#order));
        }
        const takesBack = [...new Set(found.flatMap((each) => each.takesBack))];
        return { ...found[0], takesBack };
    }
    #warn(message) {
        this.#tell(message, 'warning');
    }
    #tell(message, kind) {
        if (message === undefined || this.#told.has(message))
            return;
        this.#told.add(message);
        this.#ports.logger[kind](message);
    }
}

// EXTERNAL MODULE: ./src/promote/model/result.ts
var result = __webpack_require__(8245);
// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var patience = __webpack_require__(7350);
;// CONCATENATED MODULE: ./src/promote/pull-request/operation.ts
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







async function promote(promotion, ports) {
    const guard = new OrderGuard(promotion.audit, promotion.inputs, ports);
    return deliverPatiently(promotion, (tries) => (0,attempt/* attempt */.CD)({ promotion, guard, ...tries }, ports), ports);
}
async function deliverPatiently(asked, attempt, ports) {
    const { clock, random, repository } = ports;
    const progress = { promotionId: random.uuid(), tries: 0, written: { changed: false } };
    const { inputs, waited = 0, again } = asked;
    const tries = { progress, patience: new patience/* Patience */.i3(clock, random, inputs.retryTimeout - waited) };
    const finish = (result) => inputs.pullRequest === undefined ? result : tellOperation(result, progress.written);
    try {
        const failed = async (error) => resolveFailure(error, { ...tries, again }, ports);
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
        return finish((0,result/* resultOf */.Bg)(repository, targets, { ...failed, problem: { code, message } }));
    }
}
const GIVEN_UP = ['conflict', 'unavailable', 'order-unknown'];
async function resolveFailure(error, { progress, patience, again }, ports) {
    if (progress.unanswered === undefined)
        throw error;
    if (!(await patience.untilAllowed()))
        throw outcomeUnknown(progress, error, again);
    const landed = await (0,commit/* findLanded */.mV)(progress, ports.repository).catch((cause) => {
        throw outcomeUnknown(progress, cause, again);
    });
    if (landed !== undefined)
        return landed;
    const isGivenUp = error instanceof errors/* PromoteError */.jG && GIVEN_UP.includes(error.code);
    throw isGivenUp ? outcomeUnknown(progress, error, again) : error;
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
function resolveSetback(error) {
    if (!(error instanceof errors/* PromoteError */.jG) || !error.isTransient)
        throw error;
    const { message, retryAt, isLimit } = error;
    const code = error.code === 'order-unknown' ? error.code : 'unavailable';
    return { tryAgain: message, code, kind: isLimit ? 'limit' : 'failure', retryAt };
}
function givenUp({ tryAgain, code, retryAt }, { target, retryTimeout, pullRequest }, { unanswered }) {
    const within = `within retry-timeout (${retryTimeout} seconds)`;
    const isNothing = pullRequest === undefined && unanswered === undefined;
    const left = isNothing ? ', and nothing was' : '';
    const cure = retryAt === undefined
        ? 'Run the job again, or raise retry-timeout.'
        : `Run the job again after ${renderTime(retryAt)}, or raise retry-timeout.`;
    return new errors/* PromoteError */.jG(code, `${target.repository} could not be written ${within}${left}: ${tryAgain} ${cure}`);
}
function outcomeUnknown({ promotionId }, cause, again = 'Running the job again is safe.') {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new errors/* PromoteError */.jG('outcome-unknown', `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository. ${again}`, { cause });
}
function renderTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 1104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ holdsChanges),
/* harmony export */   fX: () => (/* binding */ computeBranchName),
/* harmony export */   lp: () => (/* binding */ inspectBranch),
/* harmony export */   yH: () => (/* binding */ computeTemporaryName)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _inputs_delivery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(242);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2584);
/* harmony import */ var _message_trailers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(854);
/* harmony import */ var _message_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(276);






function computeBranchName(template, { imageName, base }) {
    const rendered = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTemplate */ .Xm)(template, (name) => (name === 'image-name' ? imageName : base));
    const branch = replaceInvalid(rendered);
    if (branch !== base && (0,_inputs_delivery_js__WEBPACK_IMPORTED_MODULE_1__/* .isBranchName */ .Q8)(branch))
        return branch;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-input', `pull-request-branch: expected the name of a branch other than ${base}, which the pull request asks to merge into, but ${JSON.stringify(template)} gives ${JSON.stringify(branch)}. Put {{image-name}} or a word of its own into it.`);
}
function computeTemporaryName(branch, promotionId, attempt) {
    return `${branch}.${promotionId}-${attempt}`;
}
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
async function inspectBranch(delivery, ports) {
    const { inputs, base, facts } = delivery;
    const { pullRequests } = ports;
    const imageName = facts.targets[0]?.imageName ?? '';
    const branch = computeBranchName(inputs.branch, { imageName, base });
    const found = await pullRequests.compareBranch(branch, base);
    const [newest] = found?.commits ?? [];
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
async function findNewerSource({ message }, { facts }, { compareWith }) {
    const sourceSha = (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(message, 'Source-Commit');
    if (sourceSha === undefined || sourceSha === facts.sourceSha)
        return undefined;
    if (sourceOf(message) !== sourceOf(facts.message))
        return undefined;
    return (await compareWith(sourceSha)) === 'newer' ? sourceSha : undefined;
}
function sourceOf(message) {
    return (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(message, 'Source-Repository')?.toLowerCase();
}
async function awaitOpen(branch, base, ports) {
    const find = async () => {
        const open = await ports.pullRequests.findOpen(branch, base);
        if (open !== undefined)
            return open;
        const message = `the branch ${branch} holds a newer promotion, and no pull request asks for it.`;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unavailable', message, { mayAppear: true });
    };
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .untilVisible */ .d)(find, ports).catch((error) => {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG) || !error.mayAppear)
            throw error;
        ports.logger.notice(`The branch ${branch} is replaced: it holds a newer promotion, whose pull request is not open any more.`);
        return undefined;
    });
}
function assertOwnBranch(branch, { commits, paths }, { facts, snapshot }, open) {
    const ours = sourceOf(facts.message);
    for (const { sha, message } of commits) {
        const source = (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(message, 'Source-Repository');
        const isPromotion = source !== undefined && (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(message, 'Promotion-Id') !== undefined;
        if (isPromotion && (open === undefined || source.toLowerCase() === ours))
            continue;
        const subject = (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .renderOneLine */ .N0)(message.split('\n', 1).join(''));
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
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('branch-occupied', `pull-request-branch: the branch ${branch} holds ${content}, and this promotion would discard it. Give this promotion another pull-request-branch, or move that commit to another branch and delete this one.`);
}
async function holdsChanges(branch, newest, { facts, changes }, repository) {
    if ((0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(newest.message, 'Image') !== (0,_message_trailers_js__WEBPACK_IMPORTED_MODULE_4__/* .findTrailer */ .Je)(facts.message, 'Image'))
        return false;
    const files = await readFiles(branch, changes, repository);
    return changes.every(({ bytes }, index) => {
        const file = files[index];
        return file !== undefined && Buffer.compare(file.bytes, bytes) === 0;
    });
}
async function readFiles(branch, changes, repository) {
    const requests = changes.map(({ file }) => ({ kind: 'file', path: file.path }));
    try {
        const { files } = await repository.onBranch(branch).readFiles(requests);
        return files;
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG) || error.code === 'unavailable')
            throw error;
        return [];
    }
}


/***/ }),

/***/ 5488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ warnOfOpenPullRequest),
/* harmony export */   x: () => (/* binding */ warnOfOpenPromotion)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _delivery_delivery_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2053);
/* harmony import */ var _inputs_delivery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(242);
/* harmony import */ var _branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1104);




async function warnOfOpenPullRequest({ inputs }, targets, base, ports) {
    if (inputs.pullRequest === undefined || base === undefined)
        return;
    const imageName = targets[0]?.imageName ?? '';
    const branch = (0,_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .computeBranchName */ .fX)(inputs.pullRequest.branch, { imageName, base });
    const open = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .readOrUndefined */ .oJ)((0,_delivery_delivery_js__WEBPACK_IMPORTED_MODULE_3__/* .requirePullRequests */ .P)(ports).findOpen(branch, base));
    if (open === undefined)
        return;
    ports.logger.warning(`${base} asks for this image already, and pull request #${open.number} (${open.url}) asks for another one. Close it, unless it is to be merged.`);
}
async function warnOfOpenPromotion({ inputs }, targets, base, ports) {
    if (inputs.pullRequest === undefined || base === undefined)
        return;
    const imageName = targets[0]?.imageName ?? '';
    const branch = (0,_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .computeBranchName */ .fX)(_inputs_delivery_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_BRANCHES */ .J1.promote, { imageName, base });
    const open = await (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .readOrUndefined */ .oJ)((0,_delivery_delivery_js__WEBPACK_IMPORTED_MODULE_3__/* .requirePullRequests */ .P)(ports).findOpen(branch, base));
    if (open === undefined)
        return;
    ports.logger.warning(`Pull request #${open.number} (${open.url}) promotes to the same targets. Close it, unless it is to be merged after this rollback.`);
}


/***/ }),

/***/ 276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ untilVisible)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);

const MOST_WAITS = 8;
async function untilVisible(request, { patience, logger }, isLag = () => true) {
    for (let waits = 0;; waits += 1) {
        try {
            return await request();
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG) || waits === MOST_WAITS)
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


/***/ }),

/***/ 5152:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ logResult),
/* harmony export */   R: () => (/* binding */ tolerateUnreadableInDryRun),
/* harmony export */   assertDelivered: () => (/* binding */ assertDelivered),
/* harmony export */   runCheckStep: () => (/* binding */ runCheckStep),
/* harmony export */   runPromoteStep: () => (/* binding */ runPromoteStep)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1860);
/* harmony import */ var _model_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8245);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4081);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
/* harmony import */ var _tag_given_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2993);






async function runCheckStep({ promote, image, dryRun, waited = 0, ...request }, context, ports) {
    const { check: inputs, from, retryTimeout, sourceToken: token } = promote;
    if (inputs === undefined || image === undefined || !(0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isDeployable */ .M4)(image.image)) {
        return { image, waited };
    }
    const begun = ports.clock.now();
    const { checkImage } = await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 7360));
    const repository = image.sourceRepository ?? context.repository;
    const source = await ports.openSourceRepository({ apiUrl: context.apiUrl, repository, token });
    const imageInput = request.imageInput ?? (from === undefined ? 'image' : 'promote-from');
    const check = { inputs, image, imageInput, source, retryTimeout, waited, dryRun };
    const checked = await checkImage(check, context, ports);
    return { image: checked, waited: waited + (ports.clock.now() - begun) / 1000 };
}
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
    return ports.logger.group(`Promote ${(0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .renderImageReference */ .NL)(image.image)}`, async () => {
        const promotion = promotionOf(request, image, context);
        try {
            const result = await (0,_promote_js__WEBPACK_IMPORTED_MODULE_2__/* .promote */ .p)(promotion, await openPorts(promotion, context, ports));
            logResult(result, request, ports.logger);
            for (const notice of (0,_notices_js__WEBPACK_IMPORTED_MODULE_4__/* .findNotices */ .H)(result, inputs))
                ports.logger.notice(notice);
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    if (digest !== undefined || (dryRun && check?.pinDigest === true))
        return;
    if (tag === undefined || (moves !== true && !(0,_tag_given_js__WEBPACK_IMPORTED_MODULE_3__/* .isMovingTag */ .Tp)(tag, context)))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('moving-tag', `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, add digest, or set pin-digest.`);
}
function logResult(result, { dryRun, dryRunReason }, logger) {
    const { reason, repository, targets, commit, pullRequest } = result;
    const shown = (0,_model_result_js__WEBPACK_IMPORTED_MODULE_5__/* .isKeptBack */ .c)(reason) ? [] : targets;
    for (const target of shown)
        logger.info(describeTarget(target, repository));
    if (dryRun)
        logger.info(renderDryRunReason(dryRunReason));
    if (commit)
        logger.info(`Commit: ${commit.url ?? commit.sha}`);
    if (pullRequest)
        logger.info(`Pull request: ${pullRequest.url}`);
}
function renderDryRunReason(reason) {
    return reason === undefined
        ? 'This is a dry run: nothing was written.'
        : `This is a dry run, because ${reason}: nothing was written. To write all the same, set dry-run: false.`;
}
function assertDelivered({ problem }, { promote: { stale }, dryRun }, logger) {
    if (problem === undefined)
        return;
    if ((0,_model_result_js__WEBPACK_IMPORTED_MODULE_5__/* .isKeptBack */ .c)(problem.code) && (dryRun || stale !== 'fail')) {
        logger.notice(problem.message);
        return;
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG(problem.code, problem.message);
}
function describeTarget(target, repository) {
    const { file, imageName, previousImage, diff } = target;
    if (diff === '')
        return `${file} in ${repository} already asks for this image.`;
    const previous = previousImage ? ` was ${(0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .renderImageReference */ .NL)(previousImage)}` : '';
    return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}
const UNREADABLE = [
    'token-invalid',
    'token-forbidden',
    'repository-not-found',
];
const NO_SECRETS = 'This dry run has no difference to show, since gitops-token is empty and the GitOps repository cannot be read without it. Runs for pull requests from forks, and for those of Dependabot, get no secrets: for them nothing is wrong. In any other run, check the secret.';
function tolerateUnreadableInDryRun(error, { dryRunByDefault, target }, logger) {
    const isUnreadable = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG && UNREADABLE.includes(error.code);
    if (!dryRunByDefault || !isUnreadable)
        throw error;
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


/***/ })

};

//# sourceMappingURL=152.index.js.map