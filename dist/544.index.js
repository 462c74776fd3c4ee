export const id = 544;
export const ids = [544];
export const modules = {

/***/ 5544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRollbackStep: () => (/* binding */ runRollbackStep)
});

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/inputs/inputs.ts + 3 modules
var inputs_inputs = __webpack_require__(7120);
// EXTERNAL MODULE: ./src/promote/notices.ts
var notices = __webpack_require__(4081);
// EXTERNAL MODULE: ./src/promote/promote.ts + 5 modules
var promote = __webpack_require__(4154);
// EXTERNAL MODULE: ./src/promote/step.ts
var step = __webpack_require__(5152);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
;// CONCATENATED MODULE: ./src/rollback/goal/commit.ts

function openFindCommit({ repository, history, openAt }) {
    return ({ snapshot }) => async (abbreviation, path) => {
        const sha = await history.resolveCommit(abbreviation);
        if (sha === undefined)
            return undefined;
        const head = snapshot.head ?? (await repository.readNewestCommits(1))[0]?.sha ?? sha;
        const { relation } = await history.compareCommits(sha, head);
        if (relation !== 'ahead' && relation !== 'identical') {
            throw new errors/* PromoteError */.jG('no-previous', `rollback-to: ${sha} is a commit of ${repository.name}, but not known to be in the history of ${snapshot.branch ?? 'the branch'}. Nothing was rolled back. Give a commit of that branch.`);
        }
        const commits = await (await openAt(sha)).readFileHistories([path], 1);
        const changedBy = commits.get(path)?.[0]?.sha;
        return { sha, ...(changedBy !== undefined && { changedBy }) };
    };
}

// EXTERNAL MODULE: ./src/promote/attempt.ts + 4 modules
var attempt = __webpack_require__(5990);
// EXTERNAL MODULE: ./src/promote/deliver.ts + 6 modules
var deliver = __webpack_require__(1593);
// EXTERNAL MODULE: ./src/promote/delivery/commit.ts
var commit = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/promote/pull-request/superseded.ts
var superseded = __webpack_require__(5488);
// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/patch/restore/restore.ts + 3 modules
var restore = __webpack_require__(2280);
// EXTERNAL MODULE: ./src/promote/history/record.ts
var history_record = __webpack_require__(4514);
// EXTERNAL MODULE: ./src/promote/history/replay.ts
var replay = __webpack_require__(4672);
// EXTERNAL MODULE: ./src/promote/files.ts
var promote_files = __webpack_require__(9387);
// EXTERNAL MODULE: ./src/promote/model/result.ts
var result = __webpack_require__(8245);
// EXTERNAL MODULE: ./src/promote/previous-image.ts
var previous_image = __webpack_require__(663);
;// CONCATENATED MODULE: ./src/rollback/goal/place.ts






function findPlace(target, file, commits) {
    const entry = target.kind === 'kustomization'
        ? (target.imageName ?? chooseEntryName(file, commits))
        : undefined;
    const label = (0,promote_files/* describePlace */.df)(target, entry);
    const name = (0,result/* renderIdentity */.Lg)({ file: file.path, place: label });
    const newest = (0,history_record/* selectRecords */.jr)(commits, { name }).records.at(-1);
    const repository = newest?.image?.repository ?? '';
    return { place: imagePlaceOf(target, entry ?? '', repository), label, name };
}
function imagePlaceOf(target, imageName, repository) {
    if (target.kind === 'kustomization')
        return { kind: 'kustomization', imageName };
    const { document } = target;
    if (target.kind === 'values')
        return { kind: 'values', document, paths: target.paths, repository };
    const { set } = target;
    return {
        kind: 'set',
        document,
        values: set.map(({ path, template }) => ({
            path,
            explainMisfit: (text) => (0,previous_image/* explainMisfit */.q)(template, text),
        })),
        readImage: (texts) => (0,previous_image/* findPreviousImage */.Z)(set.map(({ template }, index) => ({ template, before: texts[index] })), repository),
    };
}
function chooseEntryName(file, commits) {
    const names = (0,restore/* listEntryNames */.nx)(file);
    const [only, second] = names;
    if (only !== undefined && second === undefined)
        return only;
    const identityOf = (place) => (0,result/* renderIdentity */.Lg)({ file: file.path, place });
    for (const commit of commits) {
        const { targets = [] } = (0,history_record/* parseRecord */.Hh)(commit) ?? {};
        const promoted = names.filter((entry) => targets.includes(identityOf(entry)));
        const [entry, another] = promoted;
        if (entry !== undefined && another === undefined)
            return entry;
        if (another !== undefined)
            break;
    }
    if (only === undefined) {
        throw new errors/* PromoteError */.jG('entry-not-found', `image-name: ${file.path} has no entry of images, so that there is nothing to roll back.`);
    }
    throw new errors/* PromoteError */.jG('entry-ambiguous', `image-name: ${file.path} has several entries of images, and its history does not tell which one was promoted last. Set it to one of them: ${names.map((each) => JSON.stringify(each)).join(', ')}.`);
}

;// CONCATENATED MODULE: ./src/rollback/goal/site.ts






async function readScene(targets, repository) {
    const guesses = [...new Set(targets.flatMap(guessPath))];
    const early = readKnownHistories(guesses, repository);
    early.catch(() => undefined);
    const { snapshot, files } = await (0,promote_files/* readTargets */.R0)(targets, repository);
    const paths = files.map(({ file }) => file.path);
    const known = await early;
    const rest = await readKnownHistories(paths.filter((path) => !known.has(path)), repository);
    const commitsOf = (path) => {
        const commits = known.get(path) ?? rest.get(path) ?? [];
        if (commits.length > 0)
            return commits;
        throw new errors/* PromoteError */.jG('unavailable', `${repository.name} does not show the history of ${path}, without which it cannot be told what to go back to.`);
    };
    const sites = files.flatMap((each) => describeSites(each, commitsOf(each.file.path)));
    return { snapshot, sites };
}
function guessPath({ kind, path }) {
    const isFile = kind !== 'kustomization' || /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
    return isFile ? [path] : [`${path === '' ? '' : `${path}/`}kustomization.yaml`];
}
async function readKnownHistories(paths, repository) {
    if (paths.length === 0)
        return new Map();
    const histories = await repository.readFileHistories(paths, history_record/* SEARCHED_FILE_COMMITS */.S1);
    return new Map([...histories].filter(([, commits]) => commits.length > 0));
}
function describeSites({ file, targets }, commits) {
    return targets.map((target) => {
        const named = findPlace(target, file, commits);
        const image = (0,restore/* readImageAt */.Fv)(file, named.place);
        const history = (0,history_record/* selectRecords */.jr)(commits, { name: named.name, image });
        return { ...named, file, image, commits, history };
    });
}
function describeSite({ file, label, image }) {
    const asked = image === undefined ? 'an image that cannot be told' : (0,base_image/* renderImageReference */.NL)(image);
    return `${file.path} (${label}) asks for ${asked}`;
}

;// CONCATENATED MODULE: ./src/rollback/goal/previous.ts





function findPrevious(site) {
    const { image, history, name } = site;
    const { top } = (0,replay/* replayRecords */.g)(history, { name, image });
    if (history.records.length === 0)
        throw noPrevious(site, 'tells of no promotion of it');
    if (top?.record === undefined)
        throw explainTop(site);
    if ((0,history_record/* compareImages */.qJ)(top.image, image) === 'different')
        throw contradiction(site, top.record.sha);
    const takenBack = [top];
    let last = top;
    for (let { below } = top; below?.record !== undefined; { below } = below) {
        if (image === undefined || below.image === undefined || !(0,history_record/* isSameImage */.m_)(below.image, image))
            break;
        takenBack.push(below);
        last = below;
    }
    const { before, below } = last;
    if (before === undefined || isTakenBackThere(last)) {
        throw noPrevious(site, 'tells of nothing before it');
    }
    return { at: before, takenBack, ...(below !== undefined && { left: below }) };
}
function isTakenBackThere({ record, before, below }) {
    const isRollback = record?.rollbackOf !== undefined || (record?.takesBack ?? []).length > 0;
    return isRollback && below === undefined && before === record?.parent;
}
function explainTop(site) {
    const { image, history, name } = site;
    const isFirst = history.records.some((record) => {
        const before = (0,history_record/* findPreviousOf */.WX)(record, name);
        return image !== undefined && before !== undefined && (0,history_record/* isSameImage */.m_)(before, image);
    });
    if (isFirst)
        return noPrevious(site, 'tells of nothing before it');
    const newest = history.records.at(-1)?.image;
    const promoted = newest === undefined ? 'another image' : (0,base_image/* renderImageReference */.NL)(newest);
    return new errors/* PromoteError */.jG('not-promoted', `${describeSite(site)}, which no promotion has brought: the newest one is of ${promoted}, and somebody has changed it since. Nothing was rolled back. To go back all the same, set rollback-to to a tag, an image or a commit.`);
}
const TRIES = 6;
function settleContradiction(error, tries) {
    const isContradiction = error instanceof errors/* PromoteError */.jG && error.mayAppear;
    if (!isContradiction || tries < TRIES)
        return error;
    const message = `${error.message} Nothing was rolled back. To go back all the same, set rollback-to to a tag, an image or a commit.`;
    return new errors/* PromoteError */.jG('not-promoted', message, { cause: error });
}
function contradiction(site, sha) {
    return new errors/* PromoteError */.jG('unavailable', `${describeSite(site)}, and its history ends with commit ${sha.slice(0, 12)}, which asked for another image: one of the two is not up to date, or somebody has changed that commit.`, { mayAppear: true });
}
function noPrevious(site, detail) {
    const { commits, file } = site;
    const count = commits.length;
    const reach = count < history_record/* SEARCHED_FILE_COMMITS */.S1
        ? `all ${count} of its commits; a renamed file begins a new history`
        : `its last ${history_record/* SEARCHED_FILE_COMMITS */.S1} commits, and no more are read`;
    return new errors/* PromoteError */.jG('no-previous', `${describeSite(site)}, and the history of ${file.path} ${detail} (${reach}). Nothing was rolled back. To go back, set rollback-to to a commit of the GitOps repository, or promote the older image with stale: allow.`);
}

;// CONCATENATED MODULE: ./src/rollback/goal/search.ts





const AT_ONCE = 8;
async function findWay(site, goal, to, ports) {
    const asked = goal.kind === 'image' ? goal : { kind: 'image', tag: goal.commit };
    const told = goal.kind === 'commit' ? findTold(site, goal.commit) : undefined;
    if (told !== undefined)
        return wayTo(site, told);
    if (isAsked(site.image, asked))
        return { takenBack: [] };
    const found = goal.kind === 'commit' && (await ports.findCommit(goal.commit, site.file.path));
    if (found)
        return wayTo(site, found.sha, found.changedBy);
    const state = await findState(site, asked, ports.states);
    if (state !== undefined)
        return wayTo(site, state);
    throw noPrevious(site, `has no state that asks for ${to}`);
}
function findTold({ history, commits }, commit) {
    const newest = history.records.toReversed();
    const promoted = newest.filter(({ sourceSha }) => sourceSha?.startsWith(commit) === true);
    assertOne(commit, promoted.map(({ sourceSha = '' }) => sourceSha));
    const tagged = newest.find(({ image }) => image?.tag === commit);
    const [own] = [promoted[0], tagged].flatMap((record) => record?.sha ?? []);
    if (own !== undefined)
        return own;
    const named = commits.filter(({ sha }) => sha.startsWith(commit));
    assertOne(commit, named.map(({ sha }) => sha));
    return named[0]?.sha;
}
function assertOne(abbreviation, found) {
    const [one, another] = [...new Set(found)];
    if (one === undefined || another === undefined)
        return;
    throw new errors/* PromoteError */.jG('invalid-input', `rollback-to: ${abbreviation} may be ${one} or ${another}. Give more digits.`);
}
async function findState(site, asked, states) {
    const own = new Map(site.history.records.map((record) => [record.sha, record]));
    const candidates = site.commits.flatMap(({ sha }) => {
        const image = own.get(sha)?.image;
        return image !== undefined && !isAsked(image, asked) ? [] : [sha];
    });
    for (let start = 0; start < candidates.length; start += AT_ONCE) {
        const batch = candidates.slice(start, start + AT_ONCE);
        const images = await Promise.all(batch.map((sha) => readImage(site, sha, states)));
        const index = images.findIndex((image) => isAsked(image, asked));
        if (index !== -1)
            return batch[index];
    }
    return undefined;
}
async function readImage({ file, place }, sha, states) {
    const then = await states.read(file.path, sha);
    try {
        return then && (0,restore/* readImageAt */.Fv)(then, place);
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.jG)
            return undefined;
        throw error;
    }
}
function isAsked(image, { repository, tag, digest }) {
    if (image === undefined)
        return false;
    if (repository !== undefined && !(0,base_image/* isSameRepository */.ve)(image.repository, repository))
        return false;
    const mayDiffer = tag !== undefined && image.tag === tag && image.digest === undefined;
    return ((tag === undefined || image.tag === tag) &&
        (digest === undefined || image.digest === digest || mayDiffer));
}
function wayTo(site, at, changedBy = at) {
    const takenBack = listTakenBack(site, changedBy);
    return { at, takenBack };
}
function listTakenBack(site, commit) {
    const { commits, history, name, image } = site;
    const index = commits.findIndex(({ sha }) => sha === commit);
    const newer = new Set(commits.slice(0, index === -1 ? undefined : index).map(({ sha }) => sha));
    const { top } = (0,replay/* replayRecords */.g)(history, { name, image });
    const under = top?.record === undefined ? (0,replay/* replayRecords */.g)(history, { name }).top : undefined;
    return [...(0,replay/* chainOf */.d)(under), ...(0,replay/* chainOf */.d)(top)].filter(({ record }) => record !== undefined && newer.has(record.sha));
}

;// CONCATENATED MODULE: ./src/rollback/goal/destination.ts







async function findDestinations(sites, { goal, to }, ports) {
    if (goal.kind === 'previous')
        assertOneImage(sites);
    const ways = goal.kind === 'previous'
        ? sites.map(findPrevious)
        : await Promise.all(sites.map((site) => findWay(site, goal, to, ports)));
    const reads = sites.map((site, index) => readDestination(site, ways[index], ports));
    const destinations = await Promise.all(reads);
    assertOneDestination(destinations);
    return destinations;
}
async function readDestination(site, way = { takenBack: [] }, { states }) {
    const { at, takenBack, left } = way;
    const { file, history } = site;
    const from = at === undefined ? file : await states.read(file.path, at);
    const where = `at ${(at ?? '').slice(0, 12)}`;
    if (from === undefined)
        throw noPrevious(site, `has no such file ${where}`);
    const image = readThen({ ...from, path: `${file.path} ${where}` }, site);
    if (image === undefined || !(0,base_image/* isDeployable */.M4)(image)) {
        throw noPrevious(site, `tells no image of it ${where}`);
    }
    if (left?.image !== undefined && !(0,history_record/* isSameImage */.m_)(left.image, image)) {
        throw noPrevious(site, `contradicts itself: ${(0,base_image/* renderImageReference */.NL)(left.image)} was deployed before, and the file asks for ${(0,base_image/* renderImageReference */.NL)(image)} ${where}`);
    }
    const isOf = (record) => record.image !== undefined && (0,history_record/* isSameImage */.m_)(record.image, image);
    const record = left?.record ?? history.records.findLast(isOf);
    return { site, from, image, takenBack, ...(record !== undefined && { record }) };
}
function readThen(from, site) {
    try {
        return (0,restore/* readImageAt */.Fv)(from, site.place);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code !== 'entry-not-found')
            throw error;
        throw noPrevious(site, `tells nothing of it before: ${error.message.replace(/\.$/, '')}`);
    }
}
function assertOneImage(sites) {
    const [first, ...others] = sites;
    const isOne = others.every(({ image }) => first?.image !== undefined && image !== undefined && (0,history_record/* isSameImage */.m_)(first.image, image));
    if (isOne)
        return;
    throw new errors/* PromoteError */.jG('not-promoted', `The targets do not all ask for one image: ${sites.map(describeSite).join('; ')}. Nothing was rolled back. Roll them back one by one, or set rollback-to to what all of them have had.`);
}
function assertOneDestination(destinations) {
    const [first, ...others] = destinations;
    if (others.every(({ image }) => first === undefined || (0,history_record/* isSameImage */.m_)(first.image, image)))
        return;
    const ways = destinations.map(({ site, image }) => `${describeSite(site)} and would go back to ${(0,base_image/* renderImageReference */.NL)(image)}`);
    throw new errors/* PromoteError */.jG('not-promoted', `The targets would go back to different images: ${ways.join('; ')}. Nothing was rolled back. Roll them back one by one, or set rollback-to to what all of them have had.`);
}

// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var trailers = __webpack_require__(854);
;// CONCATENATED MODULE: ./src/rollback/goal/done.ts





function listTops(sites) {
    return sites.map(({ history, name, image }) => (0,replay/* replayRecords */.g)(history, { name, image }).top?.record?.sha);
}
function listKnownTops(sites) {
    const isKnown = sites.every(({ history, name, image }) => {
        const { top } = (0,replay/* replayRecords */.g)(history, { name, image });
        return (0,history_record/* compareImages */.qJ)(top?.image, image) !== 'different';
    });
    return isKnown ? listTops(sites) : undefined;
}
function assertSameTops(sites, before) {
    const tops = listKnownTops(sites);
    if (tops === undefined)
        return;
    const changed = sites.find((_, index) => tops[index] !== before[index]);
    if (changed === undefined)
        return;
    throw new errors/* PromoteError */.jG('not-promoted', `${describeSite(changed)}, which it did not when this run began: somebody has changed it meanwhile. Nothing was rolled back. Run the job again to go one step back from there.`);
}
async function assertBroughtBy(commit, sites, openAt) {
    const tops = listTops(sites);
    if (tops.every((top) => top === commit))
        return;
    const [newest] = await (await openAt(commit)).readNewestCommits(1);
    const [then, before] = await Promise.all([
        readTopsAt(commit, sites, openAt),
        newest?.parent === undefined ? [] : readTopsAt(newest.parent, sites, openAt),
    ]);
    const isBrought = then.some((top, index) => top !== before[index]);
    const other = sites.find((_, index) => !isBrought || tops[index] === undefined || tops[index] !== then[index]);
    if (other === undefined)
        return;
    throw new errors/* PromoteError */.jG('not-promoted', `${describeSite(other)}, which commit ${commit.slice(0, 12)} did not bring: another one did, before it or since.`);
}
async function readTopsAt(commit, sites, openAt) {
    const paths = [...new Set(sites.map(({ file }) => file.path))];
    const histories = await (await openAt(commit)).readFileHistories(paths, history_record/* SEARCHED_FILE_COMMITS */.S1);
    return sites.map(({ file, name, image }) => {
        const history = (0,history_record/* selectRecords */.jr)(histories.get(file.path) ?? [], { name, image });
        return (0,replay/* replayRecords */.g)(history, { name }).top?.record?.sha;
    });
}
function askForAll(sites, image) {
    return sites.every((site) => site.image !== undefined && (0,history_record/* isSameImage */.m_)(site.image, image));
}
function findOwnRollback(sites, { runAttempt, runUrl }) {
    if (runAttempt === 1)
        return undefined;
    const run = withoutAttempt(runUrl);
    const newest = sites.map(({ history, commits, image }) => {
        const record = history.records.at(-1);
        const message = commits.find(({ sha }) => sha === record?.sha)?.message ?? '';
        const isOwn = withoutAttempt((0,trailers/* findTrailer */.Je)(message, 'Workflow-Run') ?? '') === run;
        const isAsked = record?.image !== undefined && image !== undefined && (0,history_record/* isSameImage */.m_)(record.image, image);
        return isOwn && isAsked && record.rollbackOf !== undefined ? record : undefined;
    });
    return newest.every((record) => record !== undefined) ? newest[0] : undefined;
}
function withoutAttempt(runUrl) {
    return runUrl.replace(/\/attempts\/\d+$/, '');
}

// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(2584);
;// CONCATENATED MODULE: ./src/rollback/taken-back.ts


const LISTED = 20;
const SHOWN_DIGITS = 7;
function listNamedCommits(states) {
    return [...new Set(states.flatMap(({ sourceSha }) => sourceSha ?? []))];
}
async function readTakenBack(states, { repository, sourceSha }, ports) {
    const named = listNamedCommits(states);
    const only = { repository, commits: named.map((sha) => ({ sha })), count: named.length };
    if (named.length === 0)
        return only;
    const isOther = ({ record }) => (record?.sourceRepository ?? repository) !== repository;
    const problem = sourceSha === undefined
        ? 'the commit of the restored image is not known'
        : states.some(isOther)
            ? 'they are of several repositories'
            : undefined;
    if (sourceSha === undefined || problem !== undefined)
        return tellNamed(only, problem, ports);
    try {
        const source = await ports.openSource(repository);
        const known = new Map();
        let count = 0;
        for (const head of named) {
            if (known.has(head))
                continue;
            const range = await source.listCommits(sourceSha, head, LISTED);
            const fresh = range.commits.filter(({ sha }) => !known.has(sha));
            count += range.count - (range.commits.length - fresh.length);
            for (const commit of fresh)
                known.set(commit.sha, commit);
        }
        return { repository, commits: [...known.values()].slice(0, LISTED), count };
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG))
            throw error;
        return tellNamed(only, error.message.replace(/\.$/, ''), ports);
    }
}
function tellNamed(named, why, { logger }) {
    logger.warning(`The commits that are taken back are not listed: ${why ?? ''}. Those that the promotions name are taken back, and all between them and the restored one.`);
    return { ...named, commits: named.commits.slice(0, LISTED) };
}
function renderTakenBack({ repository, commits, count }) {
    if (count === 0)
        return ['No commit of the source is taken back.'];
    const head = `Taken back of ${repository}: ${count} commit${count === 1 ? '' : 's'}.`;
    const lines = commits.map(({ sha, subject = '' }) => (0,markdown/* renderOneLine */.N0)(`${sha.slice(0, SHOWN_DIGITS)} ${subject}`).trimEnd());
    const more = count - commits.length;
    return [head, ...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}

;// CONCATENATED MODULE: ./src/rollback/facts.ts


function deliveryOf({ inputs, dryRun, context }, { image, sourceSha, shortSha, ...restored }) {
    const { repository, repositoryUrl, runUrl } = context;
    const sourceRepository = restored.sourceRepository ?? repository;
    const serverUrl = repositoryUrl.slice(0, -`/${repository}`.length);
    const sourceUrl = `${serverUrl}/${sourceRepository}`;
    return {
        inputs,
        image,
        dryRun,
        audit: { sourceRepository, sourceUrl, runUrl, sourceSha, shortSha },
    };
}
function rollbackFacts({ promotion, targets, states, snapshot, progress, }) {
    const facts = (0,attempt/* commitFacts */.Tw)(promotion, targets, snapshot, progress);
    const rollbackOf = states.at(-1)?.record?.sha;
    return {
        ...facts,
        kind: rollbackOf === undefined ? 'promotion' : 'rollback',
        takesBack: listNamedCommits(states),
        ...(rollbackOf !== undefined && { rollbackOf }),
    };
}

// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __webpack_require__(8368);
;// CONCATENATED MODULE: ./src/rollback/image.ts



const SHORT_SHA_LENGTH = 7;
function chooseImage(destinations) {
    const partsOf = ({ tag, digest }) => [tag, digest].filter(Boolean).length;
    return destinations.toSorted((a, b) => partsOf(b.image) - partsOf(a.image))[0];
}
async function describeRestored(image, record, context, openSource) {
    const sourceRepository = record?.sourceRepository;
    const commit = { shortShaLength: SHORT_SHA_LENGTH, sourceSha: record?.sourceSha };
    const known = {
        ...(0,given/* describeGivenImage */.Kl)({ image, ...commit }, context),
        ...(sourceRepository !== undefined && { sourceRepository }),
    };
    const { abbreviated } = known;
    if (abbreviated === undefined)
        return known;
    const source = await openSource(sourceRepository ?? context.repository);
    const sourceSha = await source.resolveCommit(abbreviated.commit).catch((error) => {
        if (!(error instanceof errors/* PromoteError */.jG))
            throw error;
        return undefined;
    });
    if (sourceSha === undefined)
        return known;
    const shortSha = (0,commit_event/* abbreviateSha */.Kx)(sourceSha, SHORT_SHA_LENGTH);
    return { ...known, abbreviated: undefined, sourceSha, shortSha };
}

// EXTERNAL MODULE: ./src/patch/patch.ts + 5 modules
var patch = __webpack_require__(3388);
;// CONCATENATED MODULE: ./src/rollback/patch.ts


function patchBack(destinations, image) {
    const files = new Map(destinations.map(({ site: { file } }) => [file.path, file]));
    return [...files.values()].map((file) => {
        const own = destinations.filter(({ site }) => site.file.path === file.path);
        const changes = own.map(({ site: { place }, from }) => {
            return { kind: 'restore', place, from };
        });
        const { targets: patches, ...patched } = (0,patch/* patchFile */.d)(file, changes);
        const results = own.map(({ site }, index) => {
            const { imageName, previousImage, changes: observed = [], diff = '' } = patches[index] ?? {};
            const name = (0,promote_files/* renderImageName */.$X)(imageName, image);
            return {
                ...identityOf(site),
                imageName: name,
                image,
                previousImage,
                changes: observed,
                diff,
            };
        });
        return { file, ...patched, results };
    });
}
function describeUnchanged(sites, image) {
    return sites.map((site) => {
        const entry = site.place.kind === 'kustomization' ? site.place.imageName : undefined;
        const imageName = (0,promote_files/* renderImageName */.$X)(entry, image);
        return {
            ...identityOf(site),
            imageName,
            image,
            previousImage: site.image,
            changes: [],
            diff: '',
        };
    });
}
function identityOf({ file, label }) {
    return { file: file.path, place: label };
}

;// CONCATENATED MODULE: ./src/rollback/rollback.ts














async function attemptRollback(way, ports) {
    const { rollback, findings, progress, patience } = way;
    const landed = await (0,commit/* findLanded */.mV)(progress, ports.repository);
    if (landed !== undefined)
        return landed;
    const scene = await readScene(rollback.inputs.targets, ports.repository);
    findings.known ??= new Set(scene.sites.flatMap(({ commits }) => commits.map(({ sha }) => sha)));
    if (rollback.inputs.goal.kind === 'previous') {
        const done = await findDone(scene.sites, way, ports);
        if (done !== undefined)
            return conclude(done, way, ports);
        if (findings.tops !== undefined)
            assertSameTops(scene.sites, findings.tops);
        findings.tops ??= listKnownTops(scene.sites);
        const { broughtBy } = rollback;
        if (broughtBy !== undefined)
            await assertBroughtBy(broughtBy, scene.sites, ports.openAt);
    }
    const search = { states: ports.states, findCommit: ports.findCommit(scene) };
    const destinations = await findDestinations(scene.sites, rollback.inputs, search).catch((error) => {
        throw settleContradiction(error, progress.tries);
    });
    const image = await identifyImage(destinations, way, ports);
    const patched = patchBack(destinations, image.image);
    if (progress.targets === undefined)
        (0,attempt/* announce */.iP)(patched, ports.logger);
    const targets = patched.flatMap(({ results }) => results);
    progress.targets = targets;
    const changes = patched.filter(({ changed }) => changed);
    if (changes.length === 0)
        return conclude(targets, way, ports);
    ports.repository.assertCommittable(scene.snapshot, changes);
    const states = mergeStates(destinations);
    const promotion = deliveryOf(rollback, image);
    if (findings.takenBack === undefined) {
        await (0,superseded/* warnOfOpenPromotion */.x)(promotion, targets, scene.snapshot.branch, ports);
    }
    const takenBack = await tell(states, image, way, ports);
    const { snapshot } = scene;
    const facts = rollbackFacts({ promotion, targets, states, snapshot, progress });
    const source = await ports.openSource(promotion.audit.sourceRepository);
    const context = { promotion, progress, patience, facts, takenBack };
    return (0,deliver/* deliver */.c)({ snapshot, changes, targets }, context, { ...ports, source });
}
async function findDone(sites, { rollback: { context }, findings }, { openSource, logger }) {
    const { image } = findings;
    if (image !== undefined) {
        return askForAll(sites, image.image) ? describeUnchanged(sites, image.image) : undefined;
    }
    const own = findOwnRollback(sites, context);
    if (own?.image === undefined)
        return undefined;
    findings.image = await describeRestored(own.image, own, context, openSource);
    logger.notice(`An earlier attempt of this run has rolled back already, with commit ${own.sha.slice(0, 12)}. To go one step further back, start a new run.`);
    return describeUnchanged(sites, own.image);
}
async function identifyImage(destinations, { rollback: { context }, findings }, { openSource, checkImage, logger }) {
    const chosen = chooseImage(destinations);
    if (chosen === undefined)
        throw new Error('There is no target to roll back.');
    const { image, record } = chosen;
    const known = findings.image?.image;
    if (findings.image !== undefined && known !== undefined) {
        if ((0,base_image/* renderImageReference */.NL)(known) === (0,base_image/* renderImageReference */.NL)(image))
            return findings.image;
    }
    const { tag, digest } = image;
    if (tag !== undefined && digest === undefined && (0,given/* isMovingTag */.Tp)(tag, context)) {
        logger.warning(`The tag ${tag} moves from image to image: what it stands for now is deployed, and not what it stood for then.`);
    }
    const restored = await describeRestored(image, record, context, openSource);
    findings.image = await checkImage(restored);
    return findings.image;
}
function mergeStates(destinations) {
    const states = destinations.flatMap(({ takenBack }) => takenBack);
    return [...new Map(states.map((state) => [state.record?.sha, state])).values()];
}
async function tell(states, { sourceSha, sourceRepository }, { rollback: { context }, findings }, ports) {
    if (findings.takenBack !== undefined)
        return findings.takenBack;
    const restored = { repository: sourceRepository ?? context.repository, sourceSha };
    findings.takenBack = await readTakenBack(states, restored, ports);
    for (const line of renderTakenBack(findings.takenBack))
        ports.logger.info(line);
    return findings.takenBack;
}
async function conclude(targets, { rollback: { dryRun }, findings: { known }, progress }, { repository }) {
    const [first] = targets;
    const image = first === undefined ? '' : (0,base_image/* renderImageReference */.NL)(first.image);
    const landed = await (0,commit/* explainUnchanged */.vB)(progress, image, repository, known);
    return landed ?? (0,deliver/* concludeUnchanged */.d)(targets, dryRun, repository);
}

;// CONCATENATED MODULE: ./src/rollback/goal/states.ts

const ABSENT = ['path-not-found', 'path-ambiguous', 'unsupported-file'];
class States {
    #openAt;
    #files = new Map();
    constructor(openAt) {
        this.#openAt = openAt;
    }
    async read(path, commit) {
        const key = `${commit} ${path}`;
        const known = this.#files.get(key);
        if (known !== undefined)
            return known;
        const file = this.#fetch(path, commit);
        this.#files.set(key, file);
        file.catch(() => this.#files.delete(key));
        return file;
    }
    async #fetch(path, commit) {
        const repository = await this.#openAt(commit);
        try {
            const { files } = await repository.readFiles([{ kind: 'file', path }]);
            return files[0];
        }
        catch (error) {
            if (error instanceof errors/* PromoteError */.jG && ABSENT.includes(error.code))
                return undefined;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./src/rollback/step.ts








const AGAIN = 'If it is there, do not run the job again with rollback-to: previous, which would go one step further back.';
async function runRollbackStep(request, context, ports) {
    const { rollback: inputs, dryRun, broughtBy } = request;
    const { repository } = inputs.target;
    return ports.logger.group(`Roll back ${repository} (rollback-to: ${inputs.to})`, async () => {
        const findings = {};
        const opened = await openRollbackPorts(request, context, ports);
        const source = await opened.openSource(context.repository);
        const rollback = { inputs, context, dryRun, broughtBy };
        try {
            const result = await (0,promote/* deliverPatiently */.c)({ inputs, again: AGAIN }, async (tries) => attemptRollback({ rollback, findings, ...tries }, opened), { ...opened, source });
            (0,step/* logResult */.A)(result, request, ports.logger);
            for (const notice of (0,notices/* findNotices */.H)(result, inputs))
                ports.logger.notice(notice);
            const { takenBack = { repository: context.repository, commits: [], count: 0 }, image } = findings;
            return { result: { ...result, takenBack }, image };
        }
        catch (error) {
            (0,step/* tolerateUnreadableInDryRun */.R)(error, { ...request, ...inputs }, ports.logger);
            const takenBack = { repository: context.repository, commits: [], count: 0 };
            return { result: { reason: 'dry-run', repository, targets: [], changed: false, takenBack } };
        }
    });
}
async function openRollbackPorts({ rollback: inputs, dryRun }, context, ports) {
    const { target, sourceToken: token, pullRequest } = inputs;
    const { apiUrl } = context;
    const repository = await ports.openGitOpsRepository(target);
    const openAt = async (commit) => ports.openGitOpsRepository((0,inputs_inputs/* targetAt */.to)(target, commit));
    const sources = new Map();
    const openSource = async (name) => {
        const source = sources.get(name) ?? ports.openSourceRepository({ apiUrl, repository: name, token });
        sources.set(name, source);
        return source;
    };
    const checkImage = async (image) => {
        if (!(0,base_image/* isDeployable */.M4)(image.image))
            return image;
        const pinned = { ...image, moves: true };
        const check = { promote: inputs, image: pinned, imageInput: 'rollback-to', dryRun };
        const checked = await (0,step.runCheckStep)(check, context, ports);
        return { ...image, ...checked.image, image: image.image };
    };
    const history = await ports.openSourceRepository(target);
    return {
        ...ports,
        repository,
        states: new States(openAt),
        openAt,
        findCommit: openFindCommit({ repository, history, openAt }),
        openSource,
        checkImage,
        ...(pullRequest && { pullRequests: await ports.openPullRequests(target) }),
    };
}


/***/ })

};

//# sourceMappingURL=544.index.js.map