export const id = 926;
export const ids = [926];
export const modules = {

/***/ 6926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failureOf: () => (/* binding */ failureOf),
  runVerifyStep: () => (/* binding */ runVerifyStep)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/promote/inputs/inputs.ts + 3 modules
var inputs = __webpack_require__(7120);
// EXTERNAL MODULE: ./src/promote/files.ts
var promote_files = __webpack_require__(9387);
;// CONCATENATED MODULE: ./src/verify/history/asked-image.ts


async function readAskedImage(targets, repository, facts) {
    const { files } = await (0,promote_files/* readTargets */.R0)(targets, repository);
    const patched = files.map((file) => (0,promote_files/* patchTargets */.Jo)(file, { ...facts, createMissing: false }));
    const changed = patched.filter((file) => file.changed).flatMap(({ results }) => results);
    if (changed.length === 0)
        return 'ours';
    const previous = changed.find(({ previousImage }) => previousImage !== undefined)?.previousImage;
    return { other: previous === undefined ? 'another image' : (0,base_image/* renderImageReference */.NL)(previous) };
}

;// CONCATENATED MODULE: ./src/verify/endpoints.ts
const PATIENCE = 30_000;
const TIMES = 3;
const PAUSE = 1_000;
const LIMIT = 10_000;
async function checkEndpoints(urls, rest, { endpoints, clock }) {
    const end = clock.now() + Math.min(PATIENCE, rest);
    const rows = new Map(urls.map((url) => [url, { times: 0, last: 'not asked' }]));
    for (;;) {
        const open = [...rows].filter(([, { times }]) => times < TIMES);
        await Promise.all(open.map(async ([url, { times }]) => {
            const limit = Math.max(1, Math.min(LIMIT, end - clock.now()));
            const answer = await endpoints.probe(url, limit);
            rows.set(url, { times: isGood(answer) ? times + 1 : 0, last: describeAnswer(answer) });
        }));
        const isDone = [...rows.values()].every(({ times }) => times >= TIMES);
        if (isDone || clock.now() + PAUSE > end)
            break;
        await clock.sleep(PAUSE);
    }
    return [...rows].map(([url, { times, last }]) => ({ url, isAnswering: times >= TIMES, last }));
}
function isGood(answer) {
    return 'status' in answer && answer.status >= 200 && answer.status < 300;
}
function describeAnswer(answer) {
    return 'status' in answer ? String(answer.status) : answer.problem;
}
function describeSilentEndpoints(results) {
    const silent = results.filter(({ isAnswering }) => !isAnswering);
    if (silent.length === 0)
        return undefined;
    const list = silent.map(({ url, last }) => `${url} (${last})`).join(', ');
    return `health-url: no answer of 2xx three times in a row within ${PATIENCE / 1000} seconds: ${list}. Look at the logs of what serves it, and whether this runner reaches it.`;
}

// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var trailers = __webpack_require__(854);
;// CONCATENATED MODULE: ./src/verify/history/later-commits.ts


function findLaterImage(later, repository) {
    for (const { message } of later) {
        const image = (0,trailers/* findTrailer */.Je)(message, 'Image');
        if (image !== undefined && isOf(image, repository))
            return image;
    }
    return undefined;
}
function findTakenBack(later, { commit, sourceSha, image }) {
    for (const { sha, message } of later) {
        const isRevert = message.includes(`This reverts commit ${commit}`);
        const isRollback = (0,trailers/* findTrailer */.Je)(message, 'Rollback-Of') === commit ||
            (sourceSha !== undefined && (0,trailers/* listTrailers */.VK)(message, 'Rolled-Back-Commit').includes(sourceSha));
        if (isRevert || isRollback)
            return sha;
        const asked = (0,trailers/* findTrailer */.Je)(message, 'Image');
        if (asked !== undefined && isOf(asked, image.repository))
            return undefined;
    }
    return undefined;
}
function isOf(image, repository) {
    const parsed = (0,base_image/* parseImageReference */.o_)(image);
    return parsed.valid && parsed.reference.repository === repository;
}

;// CONCATENATED MODULE: ./src/verify/history/history.ts



const SEARCHED_COMMITS = 100;
const ABSENT_TIMES = 3;
const FORBIDDEN = ['token-invalid', 'token-forbidden', 'repository-not-found'];
class RevisionHistory {
    #question;
    #ports;
    #known = new Map();
    #absent = new Map();
    #asking = new Map();
    constructor(question, ports) {
        this.#question = question;
        this.#ports = ports;
    }
    get known() {
        return this.#known;
    }
    async learn(revisions) {
        const unknown = revisions.filter((revision) => !this.#known.has(revision));
        await Promise.all(unknown.map((revision) => this.#learnOnce(revision)));
    }
    #learnOnce(revision) {
        const running = this.#asking.get(revision) ??
            this.#learn(revision).finally(() => this.#asking.delete(revision));
        this.#asking.set(revision, running);
        return running;
    }
    async #learn(revision) {
        try {
            const facts = await this.#ask(revision);
            if (this.#isSure(revision, facts))
                this.#known.set(revision, facts);
        }
        catch (error) {
            if (!(error instanceof errors/* PromoteError */.jG) || !error.isTransient)
                throw error;
        }
    }
    #isSure(revision, { relation }) {
        if (relation !== 'absent')
            return true;
        const times = (this.#absent.get(revision) ?? 0) + 1;
        this.#absent.set(revision, times);
        return times >= ABSENT_TIMES;
    }
    async #ask(revision) {
        const { commit, isWritten } = this.#question;
        if (revision === commit)
            return { relation: 'same', asks: 'untold' };
        const relation = relationOf(await this.#ports.history.compareCommits(commit, revision));
        const isBefore = relation === 'earlier' && isWritten;
        if (relation === 'same' || relation === 'absent' || isBefore) {
            return { relation, asks: 'untold' };
        }
        const asked = await this.#readAsked(revision, relation);
        if (asked === undefined)
            return { relation, asks: 'untold' };
        if (asked === 'ours')
            return { relation, asks: 'ours' };
        const takenBackBy = relation === 'later' ? await this.#findTakenBack(revision) : undefined;
        const facts = { relation, asks: 'other', other: asked.other };
        return { ...facts, ...(takenBackBy !== undefined && { takenBackBy }) };
    }
    async #readAsked(revision, relation) {
        const { readAsked } = this.#ports;
        if (readAsked !== undefined) {
            return readAsked(revision).catch((error) => {
                if (!(error instanceof errors/* PromoteError */.jG))
                    throw error;
                if (error.isTransient || FORBIDDEN.includes(error.code))
                    throw error;
                return undefined;
            });
        }
        if (relation !== 'later')
            return undefined;
        const { image } = this.#question;
        const text = findLaterImage(await this.#readLater(revision), image.repository);
        if (text === undefined)
            return undefined;
        const parsed = (0,base_image/* parseImageReference */.o_)(text);
        const isOurs = parsed.valid && (0,base_image/* renderImageReference */.NL)(parsed.reference) === (0,base_image/* renderImageReference */.NL)(image);
        return isOurs ? 'ours' : { other: text };
    }
    async #findTakenBack(revision) {
        const { commit, sourceSha, image } = this.#question;
        return findTakenBack(await this.#readLater(revision), { commit, sourceSha, image });
    }
    async #readLater(revision) {
        const repository = await this.#ports.openAt(revision);
        const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
        const end = commits.findIndex(({ sha }) => sha === this.#question.commit);
        return end === -1 ? commits : commits.slice(0, end);
    }
}
function relationOf(comparison) {
    switch (comparison.relation) {
        case 'identical':
            return 'same';
        case 'ahead':
            return 'later';
        case 'behind':
            return 'earlier';
        case 'diverged':
            return 'unrelated';
        case 'unknown':
            if (comparison.cause === 'unrelated' || comparison.cause === 'another')
                return 'unrelated';
            if (comparison.cause === 'absent')
                return 'absent';
            throw new errors/* PromoteError */.jG('token-forbidden', `gitops-token: the commits of the GitOps repository cannot be compared: ${comparison.detail}. Give it contents: read there.`);
    }
}

;// CONCATENATED MODULE: ./src/verify/rules/expectation.ts
function containsCommit(facts) {
    if (facts === undefined || facts.asks === 'other')
        return false;
    return facts.relation === 'same' || facts.relation === 'later' || facts.asks === 'ours';
}
function isSuperseding(facts) {
    return facts?.relation === 'later' && facts.asks === 'other';
}
const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function isCommit(revision) {
    return FULL_SHA.test(revision);
}

;// CONCATENATED MODULE: ./src/verify/rules/applied.ts

function computeApplied(application, sources, revisions, isRefreshed) {
    const { operation } = application;
    const isAt = (found) => isAtCommit(found, sources, revisions);
    const isCurrent = isAt(application.revisions);
    const isOperationOurs = operation !== undefined && sources.kind === 'watched' && isAt(operation.revisions);
    const isSynced = application.sync === 'Synced' && application.isCompared && isCurrent;
    const isDone = isOperationOurs && operation.phase === 'Succeeded' && !operation.isPartial;
    const told = { isCurrent, isOperationOurs };
    if (isOperating(application))
        return { stage: 'operating', ...told };
    if (!isSynced && !isDone) {
        return { stage: isCurrent || isOperationOurs ? 'seen' : 'unseen', ...told };
    }
    const isSettled = hasLookedSince(application, isSynced || isRefreshed);
    return { stage: isSettled ? 'applied' : 'unsettled', ...told };
}
function isAtCommit(found, sources, revisions) {
    if (sources.kind === 'spec')
        return true;
    if (sources.kind !== 'watched')
        return false;
    return sources.places.every((place) => containsCommit(revisions.get(found[place] ?? '')));
}
function isOperating({ isOperationAsked, operation }) {
    return isOperationAsked || ['Running', 'Terminating'].includes(operation?.phase ?? '');
}
function hasLookedSince({ operation, reconciledAt }, isEqualEnough) {
    const finishedAt = operation?.finishedAt;
    if (finishedAt === undefined)
        return true;
    if (reconciledAt === undefined || reconciledAt < finishedAt)
        return false;
    return reconciledAt > finishedAt || isEqualEnough;
}

;// CONCATENATED MODULE: ./src/verify/rules/messages.ts



function shortOf(revision) {
    return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 7) : revision;
}
function describeState({ application, revisions }) {
    const told = revisions.length > 0 ? revisions : application.revisions;
    const at = [...new Set(told)].filter((revision) => revision !== '').map(shortOf);
    const where = at.length === 0 ? '' : ` at ${at.join(' and ')}`;
    return `${application.sync || 'not compared yet'}${where}, ${application.health || 'without health'}`;
}
function describeProgress({ seen, revisions }) {
    const { view, failure, window } = seen;
    if (failure !== undefined)
        return describeArgoFailure(failure.answer);
    if (view === undefined)
        return 'not asked for yet';
    const notes = [describeState(view)];
    const { operation } = view.application;
    if (operation !== undefined && isOperating(view.application)) {
        notes.push(describeOperation(operation, view, revisions));
    }
    for (const { type, message } of view.application.conditions) {
        if (type.endsWith('Error'))
            notes.push(`${type}: ${renderShort(message)}`);
    }
    if (window?.canSync === false && view.applied.stage === 'seen') {
        notes.push(`its sync window is closed${window.active.map((open) => ` (${open})`).join('')}`);
    }
    if (view.applied.stage === 'unsettled')
        notes.push('Argo CD has not looked at it since the sync');
    if (view.applied.stage === 'applied')
        notes.push(...view.health.causes.slice(0, 3));
    return notes.join('; ');
}
function describeOperation({ revisions: to, retries, message }, { applied }, revisions) {
    const attempt = retries > 0 ? `, retry ${retries} (${renderShort(message)})` : '';
    const isOld = !applied.isOperationOurs && !to.some((each) => containsCommit(revisions.get(each)));
    const which = isOld ? `waits for the sync to ${to.map(shortOf).join(' and ')}` : 'the sync runs';
    return `${which}${attempt}`;
}
function describeArgoFailure(failure) {
    if (failure.kind === 'refused')
        return `Argo CD answers ${failure.status}: ${failure.message}`;
    return failure.kind === 'misdirected' ? failure.problem : `no answer (${failure.detail})`;
}
function describeMisdirected(problem) {
    return `argocd-server: ${problem}`;
}
function describeToken(message) {
    return `argocd-token: Argo CD does not accept this token (401: ${message}). Give one that is neither expired nor revoked; when it comes from a secret, the secret is empty or not visible to this job.`;
}
function describeHidden({ name }, { status, message }) {
    const cure = 'Look at its name and namespace in argocd-applications and its project in argocd-project, and give the role of the token "applications, get, PROJECT/NAME, allow"';
    return `argocd-applications: Argo CD does not show Application ${name} (${status}: ${message}): there is none, or the token may not read it. ${cure}.`;
}
function describeSilence({ name, server, seen }, failure) {
    return `argocd-server: ${server} does not tell of Application ${name}: ${describeArgoFailure(failure)} ${afterOf(seen.at)}. A runner that GitHub hosts reaches no private cluster: run this job on one that does.`;
}
function describeUntold({ name, seen }) {
    return `argocd-server: Argo CD does not tell the resources of Application ${name} ${afterOf(seen.at)}, so what runs is not known. Look whether its application controller runs.`;
}
function describeHiddenResources({ name, seen }, refusal) {
    return `argocd-token: Argo CD does not tell the resources of Application ${name} ${afterOf(seen.at)}, so what runs is not known: ${describeArgoFailure(refusal)}. The token, and the service account that Argo CD acts as where impersonation is on, have to be allowed to read them.`;
}
function describeForeign({ name, expected }, watches) {
    const { repository, branch = 'its default branch' } = expected;
    return `argocd-applications: Application ${name} does not watch ${repository} at ${branch}: it watches ${watches}. Name the Application that does, or set gitops-repository and gitops-branch to what it watches.`;
}
function describeTakenBack({ name, expected }, by) {
    return `The commit ${shortOf(expected.commit)} was taken back by ${shortOf(by)} before Application ${name} was verified. Promote a newer commit, with what was wrong corrected.`;
}
function describeSuperseded({ expected }, later, other) {
    return `A later commit of ${expected.repository} (seen at ${shortOf(later)}) asks for ${other}, so ${(0,base_image/* renderImageReference */.NL)(expected.image)} is superseded.`;
}
function describeRefusedSync({ name }, { status, message }) {
    return `argocd-sync: Argo CD refuses to sync Application ${name} (${status}: ${message}). The role of the token needs "applications, sync, PROJECT/NAME, allow".`;
}
function describeFailedSync({ name }, { revisions, message, retries, failures }) {
    const to = [...new Set(revisions)].map(shortOf).join(' and ');
    const tries = retries > 0 ? ` after ${retries} retries` : '';
    const what = failures.slice(0, 5).join('; ');
    return `The sync of Application ${name} to ${to} failed${tries}: ${endSentence(message)}${what === '' ? '' : ` ${endSentence(what)}`} Correct the manifests, and promote again.`;
}
function describeAutoSyncOff({ name, expected }) {
    return `Application ${name} has seen ${shortOf(expected.commit)} and nothing applies it, since its auto-sync is off. Set argocd-sync: true, or turn auto-sync on (syncPolicy.automated).`;
}
function describeCondition({ name }, { type, message }, held) {
    return `Application ${name} has had a ${type} for ${Math.round(held / 1000)} seconds: ${endSentence(message)} Correct the Application or the manifests that it names.`;
}
function describeNotDeployed({ name, expected }, view) {
    const image = (0,base_image/* renderImageReference */.NL)(expected.image);
    const others = view.deployed?.state === 'other' ? view.deployed.others : [];
    const { sources } = view.application;
    const paths = sources.flatMap(({ path }) => (path === '' ? [] : [path]));
    const builds = paths.length === 0 ? 'no path' : paths.join(' and ');
    const changed = expected.files.length === 0
        ? ''
        : `, and the image was changed in ${expected.files.join(', ')}`;
    const runs = others.length === 0 ? 'no resource names it' : others.slice(0, 5).join('; ');
    return `Application ${name} is ${describeState(view)}, and ${image} does not run: ${runs}. It builds ${builds}${changed}. ${explainNotDeployed(view)}`;
}
function explainNotDeployed({ application, deployed }) {
    if (deployed?.state === 'other' && deployed.isKept) {
        return 'Argo CD leaves the image as it is: look at ignoreDifferences of the Application and of Argo CD.';
    }
    if (application.sources.some(({ overrides }) => /image/i.test(overrides))) {
        return 'The Application itself sets an image (kustomize.images, helm.parameters or helm.values, as an image updater does), which wins over what is committed: remove it there.';
    }
    return 'Change the image in what it builds (kustomization, values, targets, image-name), or let it build what was changed.';
}
function describeUnhealthy({ name, seen }, view) {
    const { status, causes } = view.health;
    const missing = view.deployed?.state === 'deployed' || view.deployed?.state === 'missing'
        ? view.deployed.missing
        : [];
    const why = [...causes, ...missing.map((resource) => `${resource} is not there`)].slice(0, 5);
    const cure = status === 'Suspended'
        ? 'Something waits for a person, such as a paused rollout: resume it, or raise verify-timeout'
        : 'Look at its events and logs';
    return `Application ${name} is ${describeState(view)} ${afterOf(seen.at)}${why.length === 0 ? '' : `: ${why.join('; ')}`}. ${cure}.`;
}
function describePod({ name, expected }, pod, message) {
    const why = message === '' ? '' : `: ${renderShort(message)}`;
    return `In Application ${name} the Pod ${pod} of ${(0,base_image/* renderImageReference */.NL)(expected.image)} has been degraded for 60 seconds${why}. Look at its logs.`;
}
function describeNotSynced(asked, view) {
    const { name, expected, seen } = asked;
    const commit = shortOf(expected.commit);
    return `Application ${name} has not applied ${commit} ${afterOf(seen.at)}. What was seen last: ${describeProgress(asked)}. ${explainNotSynced(asked, view)}`;
}
function explainNotSynced({ expected, seen }, view) {
    const { applied, application } = view;
    const commit = shortOf(expected.commit);
    if (applied.stage === 'operating') {
        return 'A sync runs or is retried: correct what it fails at, or end it (argocd app terminate-op), or raise sync-timeout.';
    }
    if (applied.stage === 'unsettled') {
        return 'Argo CD has not looked at the cluster since its sync: look whether its application controller runs.';
    }
    if (applied.stage === 'seen') {
        if (seen.window?.canSync === false)
            return 'Its sync window is closed: verify when it is open.';
        return 'It is at the commit, and not in sync with it: look at what differs, or raise sync-timeout.';
    }
    if (application.generatePaths !== '') {
        return `Its revision does not contain ${commit}. The annotation argocd.argoproj.io/manifest-generate-paths (${application.generatePaths}) keeps it at an older one for changes elsewhere: add the path of the files that were changed.`;
    }
    const refresh = seen.refreshedAt === undefined
        ? 'Argo CD has not answered a refresh: look whether its application controller and repo-server run, or raise sync-timeout'
        : 'Look whether it watches the branch that was promoted to, or raise sync-timeout';
    return `Its revision does not contain ${commit}. ${refresh}.`;
}
function listWarnings({ name, expected, seen }, view) {
    const { deployed, health } = view;
    const image = (0,base_image/* renderImageReference */.NL)(expected.image);
    const warnings = [];
    if (deployed?.state === 'unnamed') {
        warnings.push(`No resource of Application ${name} names ${expected.image.repository}, so whether ${image} runs is not known: its revision and health alone were verified.`);
    }
    else if (seen.workloads?.answer.kind !== 'ok') {
        warnings.push(`Argo CD did not tell the resources of Application ${name}, so the image was looked for in what was synced last.`);
    }
    if (deployed?.state === 'deployed' && deployed.others.length > 0) {
        warnings.push(`Beside ${image} in Application ${name}: ${deployed.others.join('; ')}.`);
    }
    if (health.leftOut.length > 0) {
        warnings.push(`As before the commit, and left out, in Application ${name}: ${health.leftOut.join('; ')}.`);
    }
    return warnings;
}
function afterOf(at) {
    return `after ${Math.round(at / 1000)} seconds`;
}
function renderShort(text) {
    const line = text.trim().replace(/\s+/g, ' ');
    return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}
function endSentence(text) {
    const line = renderShort(text) || 'Argo CD does not say why';
    return /[.!?…]$/.test(line) ? line : `${line}.`;
}

;// CONCATENATED MODULE: ./src/verify/report.ts

const UNTOLD = ['argocd-denied', 'argocd-unavailable'];
function describeNothing({ promotion, verify: { argocd }, dryRunByDefault, }) {
    if (argocd?.commit !== undefined)
        return undefined;
    switch (promotion?.reason) {
        case 'stale':
            return 'Nothing to verify: nothing was promoted, since a newer commit is there.';
        case 'rolled-back':
            return 'Nothing to verify: nothing was promoted, since the commit was taken back or is held.';
        case 'dry-run':
            return 'Nothing to verify: this is a dry run, and nothing was promoted.';
        case 'pull-request':
            return `Nothing to verify yet: the pull request #${promotion.pullRequest?.number ?? ''} is not merged. Verify in a run of its own after that, with steps: verify and gitops-commit.`;
        case 'failed':
            return 'Nothing to verify: the promotion failed.';
        case 'promoted':
        case 'unchanged':
            return undefined;
        case undefined:
            return argocd !== undefined && dryRunByDefault
                ? 'Nothing to verify: this is a dry run without gitops-commit.'
                : undefined;
    }
}
function verifyResultOf(commit, watched) {
    const applications = watched.map(describeApplication);
    const verdicts = watched.map(({ verdict }) => verdict);
    const warnings = verdicts.flatMap((verdict) => verdict.kind === 'healthy' ? verdict.warnings : []);
    const failed = verdicts.find((verdict) => verdict.kind === 'failed');
    const superseded = verdicts.find((verdict) => verdict.kind === 'superseded');
    const base = {
        commit,
        applications,
        endpoints: [],
        warnings,
        ...latest('seenAfter', applications),
        ...latest('syncedAfter', applications),
    };
    if (failed !== undefined) {
        const { code, message } = failed;
        return { ...base, verdict: verdictOf(failed), message, problem: { code, message } };
    }
    if (superseded !== undefined) {
        return { ...base, verdict: 'superseded', message: superseded.message };
    }
    const names = applications.map(({ name }) => name).join(', ');
    const healthy = latest('healthyAfter', applications);
    const message = `${names}: ${shortOf(commit)} is synced after ${base.syncedAfter ?? 0} s and healthy after ${healthy.healthyAfter ?? 0} s.`;
    return { ...base, ...healthy, verdict: 'healthy', message };
}
function latest(moment, applications) {
    const moments = applications.map((application) => application[moment]);
    const known = moments.filter((seconds) => seconds !== undefined);
    return known.length === moments.length ? { [moment]: Math.max(...known) } : {};
}
function verdictOf(verdict) {
    if (verdict.kind === 'wait')
        return 'unknown';
    if (verdict.kind !== 'failed')
        return verdict.kind;
    return UNTOLD.includes(verdict.code) ? 'unknown' : 'failed';
}
function describeApplication({ name, seen, verdict }) {
    const { view, failure, seenAt, appliedAt, healthySince } = seen;
    const seconds = (at) => Math.round(at / 1000);
    return {
        name,
        verdict: verdictOf(verdict),
        revision: view?.revisions.join(' ') ?? '',
        sync: view?.application.sync ?? (failure === undefined ? '' : describeArgoFailure(failure.answer)),
        health: view?.application.health ?? '',
        ...(seenAt !== undefined && { seenAfter: seconds(seenAt) }),
        ...(appliedAt !== undefined && { syncedAfter: seconds(appliedAt) }),
        ...(verdict.kind === 'healthy' &&
            healthySince !== undefined && { healthyAfter: seconds(healthySince) }),
    };
}
function combine(watched, endpoints, asked) {
    const base = watched ?? {
        verdict: 'healthy',
        message: '',
        applications: [],
        endpoints,
        warnings: [],
    };
    if (asked === undefined)
        return base;
    const { after, problem } = asked;
    if (problem !== undefined) {
        const failed = { code: 'endpoint-failed', message: problem };
        return { ...base, endpoints, verdict: 'failed', message: problem, problem: failed };
    }
    const answering = `${endpoints.map(({ url }) => url).join(', ')}: answering after ${after} s.`;
    const unknown = watched === undefined ? ' Which commit answers was not looked at.' : '';
    const message = [base.message, `${answering}${unknown}`].filter((text) => text !== '').join(' ');
    return { ...base, endpoints, message, answeringAfter: after };
}

;// CONCATENATED MODULE: ./src/verify/subject.ts


async function findSubject({ image, promotion }, argocd, ports) {
    const [first] = promotion?.targets ?? [];
    const deployed = first?.image ?? image?.image;
    if (deployed === undefined) {
        throw new errors/* PromoteError */.jG('invalid-input', 'image: the verify step needs it, and this run does not know one. Give the image that was promoted.');
    }
    const isOfCall = argocd.commit === undefined;
    const commit = argocd.commit ?? promotion?.commit?.sha;
    const files = promotion?.targets.map(({ file }) => file) ?? [];
    const paths = argocd.place.targets.map(({ path }) => path);
    return {
        argocd,
        commit: isOfCall && commit !== undefined ? commit : await readCommit(commit, argocd, ports),
        isWritten: isOfCall && promotion?.changed === true,
        image: deployed,
        facts: image ?? {},
        files: [...new Set(files.length > 0 ? files : paths)],
    };
}
async function readCommit(given, { place: { target } }, ports) {
    const at = given === undefined ? target : (0,inputs/* targetAt */.to)(target, given);
    const repository = await ports.openGitOpsRepository(at);
    const [head] = await repository.readNewestCommits(1).catch((error) => {
        const isAbsent = error instanceof errors/* PromoteError */.jG && ['branch-not-found', 'path-not-found'].includes(error.code);
        if (given === undefined || !isAbsent)
            throw error;
        return [];
    });
    if (head !== undefined && (given === undefined || head.sha === given))
        return head.sha;
    throw new errors/* PromoteError */.jG('invalid-input', `gitops-commit: ${target.repository} has no commit ${given ?? ''}, or the token cannot see it. Give the output commit-sha of the job that promoted, and gitops-repository as it had it.`);
}

;// CONCATENATED MODULE: ./src/verify/rules/blame.ts
function isImageBroken(code, { view, beginning, failure }, revisions) {
    if (view === undefined || failure !== undefined)
        return false;
    if (code === 'sync-failed')
        return isOperationOf(view, revisions);
    if (code !== 'unhealthy' && code !== 'endpoint-failed')
        return false;
    const { applied, deployed, application } = view;
    if (applied.stage !== 'applied' || deployed?.state !== 'deployed')
        return false;
    const healthOf = (resource, resources = application.resources) => resources.find((each) => isSameResource(each, resource))?.health;
    return deployed.carriers.some((carrier) => {
        const isIll = ['Degraded', 'Progressing'].includes(healthOf(carrier) ?? '');
        return isIll && healthOf(carrier, beginning?.resources) !== 'Degraded';
    });
}
function isOperationOf({ sources, application, applied }, revisions) {
    const { operation } = application;
    if (operation === undefined || !applied.isOperationOurs || sources.kind !== 'watched')
        return false;
    return operation.revisions
        .filter((_, place) => sources.places.includes(place))
        .every((revision) => revisions.get(revision)?.relation === 'same');
}
function isSameResource(one, other) {
    return ['group', 'kind', 'namespace', 'name'].every((part) => one[part] === other[part]);
}

;// CONCATENATED MODULE: ./src/verify/rules/deployed.ts

function isWhollyDeployed(deployed) {
    return deployed?.state === 'deployed' && deployed.missing.length === 0;
}
function isPartMissing(deployed) {
    return (deployed?.state === 'missing' || (deployed?.state === 'deployed' && !isWhollyDeployed(deployed)));
}
function findDeployed(workloads, image) {
    const runs = (images, found) => images.some((live) => matchImage(live, image) === found);
    const carriers = workloads.filter(({ live }) => runs(live, 'same'));
    const running = workloads.filter(({ live }) => runs(live, 'other'));
    const others = running.map((workload) => describeImages(workload, image));
    const missing = workloads
        .filter(({ isLive, wanted }) => !isLive && (runs(wanted, 'same') || runs(wanted, 'other')))
        .map(describeResource);
    if (carriers.length > 0)
        return { state: 'deployed', carriers, others, missing };
    if (missing.length > 0)
        return { state: 'missing', missing };
    if (others.length === 0)
        return { state: 'unnamed' };
    return { state: 'other', others, isKept: running.some(({ wanted }) => runs(wanted, 'same')) };
}
function findSynced(images, image) {
    const others = images.filter((synced) => matchImage(synced, image) === 'other');
    if (images.some((synced) => matchImage(synced, image) === 'same')) {
        return { state: 'deployed', carriers: [], others, missing: [] };
    }
    return others.length > 0 ? { state: 'other', others, isKept: false } : { state: 'unnamed' };
}
function matchImage(live, { repository, tag, digest }) {
    const parsed = (0,base_image/* parseImageReference */.o_)(live);
    if (!parsed.valid || !isLiveRepository(parsed.reference.repository, repository))
        return 'foreign';
    const { reference } = parsed;
    if (digest !== undefined && reference.digest !== undefined) {
        return reference.digest === digest ? 'same' : 'other';
    }
    if (tag !== undefined && reference.tag !== undefined) {
        return reference.tag === tag ? 'same' : 'other';
    }
    return reference.tag === undefined && reference.digest === undefined ? 'other' : 'untold';
}
function isLiveRepository(live, ours) {
    const [there, here] = [splitRepository(live), splitRepository(ours)];
    if (there.path === here.path)
        return true;
    if (there.domain === here.domain)
        return false;
    return here.path.includes('/') && there.path.endsWith(`/${here.path}`);
}
function splitRepository(repository) {
    const slash = repository.indexOf('/');
    const first = slash === -1 ? '' : repository.slice(0, slash);
    const hasDomain = first === 'localhost' || /[.:]/.test(first);
    const domain = hasDomain
        ? first.replace(/^(?:index|registry-1)\.(?=docker\.io$)/, '')
        : 'docker.io';
    const path = hasDomain ? repository.slice(slash + 1) : repository;
    return { domain, path: domain === 'docker.io' && !path.includes('/') ? `library/${path}` : path };
}
function describeResource({ kind, name }) {
    return `${kind}/${name}`;
}
function describeImages(workload, image) {
    const others = workload.live.filter((live) => matchImage(live, image) === 'other');
    const ours = workload.wanted.filter((wanted) => matchImage(wanted, image) === 'same');
    const wanted = ours.length === 0 ? '' : ` and is to run ${ours.join(', ')}`;
    return `${describeResource(workload)} runs ${others.join(', ')}${wanted}`;
}

;// CONCATENATED MODULE: ./src/verify/rules/rules.ts



const rules_PATIENCE = 60_000;
const SILENCE = 15_000;
const CONFIRMATION = 5_000;
const WAIT = { kind: 'wait' };
const RULES = [
    judgeAccess,
    judgeSilence,
    ofView(judgeSources),
    ofView(judgeLaterCommits),
    ofView(judgeOperation),
    ofView(judgeAutoSync),
    ofView(judgeError),
    ofView(judgeDeployed),
    ofView(judgeDegraded),
    ofView(judgeHealth),
    ofView(judgeTimeout),
];
function judge(asked) {
    for (const rule of RULES) {
        const verdict = rule(asked);
        if (verdict !== undefined)
            return verdict;
    }
    return WAIT;
}
function ofView(rule) {
    return (asked) => (asked.seen.view === undefined ? undefined : rule(asked.seen.view, asked));
}
function fail(code, message) {
    return { kind: 'failed', code, message };
}
function isOver({ seen, expected: { syncTimeout, verifyTimeout } }) {
    const seconds = seen.appliedAt === undefined ? Math.min(syncTimeout, verifyTimeout) : verifyTimeout;
    return seen.at >= seconds * 1000;
}
function judgeAccess(asked) {
    const { failure, at, view } = asked.seen;
    if (failure === undefined)
        return undefined;
    const { answer, since } = failure;
    if (answer.kind === 'misdirected' && view === undefined) {
        return fail('argocd-unavailable', describeMisdirected(answer.problem));
    }
    if (answer.kind !== 'refused')
        return undefined;
    if (answer.status === 401)
        return fail('argocd-denied', describeToken(answer.message));
    const isPatient = at - since < rules_PATIENCE && !isOver(asked);
    return isPatient ? WAIT : fail('argocd-denied', describeHidden(asked, answer));
}
function judgeSilence(asked) {
    const { failure, at, view } = asked.seen;
    if (failure === undefined)
        return undefined;
    if (!isOver(asked))
        return WAIT;
    const isLong = view === undefined || at - failure.since >= SILENCE;
    if (isLong)
        return fail('argocd-unavailable', describeSilence(asked, failure.answer));
    return judgeTimeout(view, asked);
}
function judgeSources({ sources }, asked) {
    if (sources.kind !== 'foreign')
        return undefined;
    if (sources.mayChange && !isOver(asked))
        return WAIT;
    return fail('not-watched', describeForeign(asked, sources.watches));
}
function judgeLaterCommits(view, asked) {
    for (const revision of view.revisions) {
        const facts = asked.revisions.get(revision);
        if (!isSuperseding(facts))
            continue;
        const { other, takenBackBy } = facts;
        return takenBackBy === undefined
            ? { kind: 'superseded', message: describeSuperseded(asked, revision, other) }
            : fail('rolled-back', describeTakenBack(asked, takenBackBy));
    }
    return undefined;
}
function judgeOperation({ application, applied }, asked) {
    const { operation } = application;
    const { syncAnswer, failedSince, at } = asked.seen;
    if (syncAnswer?.kind === 'refused' && !applied.isOperationOurs) {
        const code = syncAnswer.status === 403 ? 'argocd-denied' : 'sync-failed';
        return fail(code, describeRefusedSync(asked, syncAnswer));
    }
    if (operation === undefined || failedSince === undefined)
        return undefined;
    const isLast = operation.retryLimit >= 0 && operation.retries >= operation.retryLimit;
    const isLeft = at - failedSince >= rules_PATIENCE;
    if (!isLast && !isLeft)
        return undefined;
    return fail('sync-failed', describeFailedSync(asked, operation));
}
function judgeAutoSync({ application, applied }, asked) {
    const isLeft = applied.stage === 'seen' &&
        applied.isCurrent &&
        application.sync === 'OutOfSync' &&
        !application.isAutoSynced;
    if (!isLeft || asked.expected.maySync)
        return undefined;
    return fail('auto-sync-off', describeAutoSyncOff(asked));
}
function judgeError({ error }, asked) {
    const { errorSince, appliedAt, at } = asked.seen;
    if (error === undefined || errorSince === undefined)
        return undefined;
    const isLast = isOver(asked) && appliedAt !== undefined;
    if (at - errorSince < rules_PATIENCE && !isLast)
        return undefined;
    return fail('app-error', describeCondition(asked, error, at - errorSince));
}
function judgeDeployed(view, asked) {
    const { applied, deployed, sources } = view;
    if (applied.stage !== 'applied' || deployed?.state !== 'other')
        return undefined;
    const { other, workloads } = asked.seen;
    const isLive = workloads?.answer.kind === 'ok' && other !== undefined;
    if (isLive && other.last - other.since < CONFIRMATION)
        return undefined;
    if (sources.kind === 'spec' && !isOver(asked))
        return undefined;
    return fail('not-deployed', describeNotDeployed(asked, view));
}
function judgeDegraded(view, asked) {
    const { degradedSince, pods, at } = asked.seen;
    if (view.applied.stage !== 'applied')
        return undefined;
    if (degradedSince !== undefined && at - degradedSince >= rules_PATIENCE) {
        return fail('unhealthy', describeUnhealthy(asked, view));
    }
    for (const [name, { since, last, message }] of pods) {
        if (last - since >= rules_PATIENCE) {
            return fail('unhealthy', describePod(asked, name, message));
        }
    }
    return undefined;
}
function judgeHealth(view, asked) {
    const { healthySince, at } = asked.seen;
    const { deployed, sources, applied } = view;
    if (applied.stage !== 'applied' || deployed === undefined)
        return undefined;
    if (healthySince === undefined || at - healthySince < CONFIRMATION)
        return undefined;
    const isUnnamed = deployed.state === 'unnamed' && sources.kind !== 'spec';
    if (!isUnnamed && !isWhollyDeployed(deployed))
        return undefined;
    return { kind: 'healthy', warnings: listWarnings(asked, view) };
}
function judgeTimeout(view, asked) {
    if (!isOver(asked))
        return undefined;
    if (asked.seen.appliedAt === undefined) {
        return fail('not-synced', describeNotSynced(asked, view));
    }
    const { applied, deployed, health } = view;
    if (applied.stage === 'applied' && deployed === undefined) {
        const answer = asked.seen.workloads?.answer;
        return answer?.kind === 'refused'
            ? fail('argocd-denied', describeHiddenResources(asked, answer))
            : fail('argocd-unavailable', describeUntold(asked));
    }
    if (applied.stage === 'applied' && deployed?.state === 'unnamed') {
        return fail('not-deployed', describeNotDeployed(asked, view));
    }
    const code = health.status === 'Suspended' ? 'suspended' : 'unhealthy';
    return fail(code, describeUnhealthy(asked, view));
}

;// CONCATENATED MODULE: ./src/verify/rules/health.ts

const ORDER = ['Healthy', 'Suspended', 'Progressing', 'Missing', 'Degraded', 'Unknown'];
function computeHealth(application, beginning, carriers) {
    const before = new Map(beginning.resources.map((resource) => [resourceKeyOf(resource), resource.health]));
    const carrying = new Set(carriers.map(resourceKeyOf));
    const isLeftOut = (resource) => {
        const { kind, health } = resource;
        if (carriers.length === 0)
            return false;
        if (before.get(resourceKeyOf(resource)) !== health)
            return false;
        if (health === 'Suspended')
            return kind === 'CronJob' || !carrying.has(resourceKeyOf(resource));
        return health === 'Degraded' && !carrying.has(resourceKeyOf(resource));
    };
    const left = application.resources.filter(isLeftOut);
    const counted = application.resources.filter((resource) => !isLeftOut(resource) &&
        (carrying.has(resourceKeyOf(resource)) || isCounted(resource.health, application.health)));
    const worst = worstOf(counted.map(({ health }) => health));
    const isExplained = left.some(({ health }) => health === application.health);
    const status = isExplained ? worst : worstOf([worst, application.health || 'Unknown']);
    return {
        status,
        causes: counted.filter(({ health }) => health === status).map(describeHealth),
        leftOut: left.map(describeHealth),
    };
}
function isCounted(health, application) {
    return health === 'Missing' || rankOf(health) <= rankOf(application);
}
function worstOf(statuses) {
    return statuses
        .map(statusOf)
        .reduce((worst, status) => (rankOf(status) > rankOf(worst) ? status : worst), 'Healthy');
}
function rankOf(health) {
    return ORDER.indexOf(statusOf(health));
}
function statusOf(health) {
    if (health === '')
        return 'Healthy';
    return ORDER.includes(health) ? health : 'Unknown';
}
function describeHealth(resource) {
    const { health, message } = resource;
    const why = message === '' ? '' : ` (${message})`;
    return `${describeResource(resource)} is ${health}${why}`;
}
function resourceKeyOf({ group, kind, namespace, name }) {
    return [group, kind, namespace, name].join(' ');
}
function findDegradedPods(pods, image) {
    return pods.filter(({ health, images }) => health === 'Degraded' && images.some((live) => matchImage(live, image) === 'same'));
}

;// CONCATENATED MODULE: ./src/verify/rules/sources.ts

function findSources(application, expected, revisions) {
    const { sources } = application;
    const judged = sources.map((source, place) => judgeSource(source, application.revisions[place] ?? '', expected, revisions));
    const places = judged.flatMap((judgement, place) => (judgement === 'watched' ? [place] : []));
    if (places.length > 0)
        return { kind: 'watched', places };
    if (sources.some((source) => asksForImage(source, expected)))
        return { kind: 'spec' };
    if (judged.includes('untold'))
        return { kind: 'untold' };
    return {
        kind: 'foreign',
        watches: sources.map(describeSource).join('; '),
        mayChange: sources.some(({ overrides }) => overrides !== '{}'),
    };
}
function judgeSource(source, revision, expected, revisions) {
    if (source.isPackage)
        return 'foreign';
    const facts = revisions.get(revision);
    const isNamed = repositoryNameOf(source.repoUrl) === expected.repository.toLowerCase();
    if (!isNamed && facts === undefined)
        return 'untold';
    if (!isNamed && facts?.relation === 'absent')
        return 'foreign';
    if (isBranch(source.targetRevision, expected))
        return 'watched';
    if (facts === undefined)
        return 'untold';
    return containsCommit(facts) || isSuperseding(facts) ? 'watched' : 'foreign';
}
function repositoryNameOf(repoUrl) {
    const path = repoUrl
        .trim()
        .replace(/\/+$/, '')
        .replace(/\.git$/i, '');
    return path.split(/[/:]/).slice(-2).join('/').toLowerCase();
}
function isBranch(targetRevision, { branch, defaultBranch }) {
    const target = targetRevision.replace(/^refs\/heads\//, '');
    const isDefault = target === '' || target === 'HEAD';
    const asked = branch ?? defaultBranch;
    const followed = isDefault ? defaultBranch : target;
    if (branch === undefined && isDefault)
        return true;
    return followed !== undefined && followed === asked;
}
function asksForImage({ overrides }, { image }) {
    const wanted = image.digest ?? image.tag;
    if (wanted === undefined)
        return false;
    const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\w.-])${escaped}(?![\\w.-])`).test(overrides);
}
function describeSource({ repoUrl, path, targetRevision }) {
    const where = path === '' ? '' : `, path ${path}`;
    return `${repoUrl} at ${targetRevision === '' ? 'HEAD' : targetRevision}${where}`;
}

;// CONCATENATED MODULE: ./src/verify/rules/seen.ts





const POD_PAUSE = 30_000;
const NOTHING_SEEN = { at: 0, pods: new Map() };
function addLook(seen, { at, answer, revisions }, expected) {
    if (answer.kind !== 'ok') {
        const { failure } = seen;
        const isSame = failure && isHidden(failure.answer) === isHidden(answer);
        return { ...seen, at, failure: { answer, since: isSame ? failure.since : at } };
    }
    const application = answer.data;
    const beginning = seen.beginning ?? application;
    const ended = endOf(application, seen, at);
    const view = viewOf({ ...seen, beginning, ended }, application, { expected, revisions });
    const { applied, health } = view;
    const isApplied = applied.stage === 'applied';
    const isSame = seen.view !== undefined &&
        deploymentKeyOf(seen.view.application) === deploymentKeyOf(application);
    const spell = (since, holds) => (holds ? (since ?? at) : undefined);
    return {
        ...seen,
        at,
        failure: undefined,
        view,
        beginning,
        ended,
        errorSince: spell(seen.errorSince, view.error !== undefined),
        failedSince: spell(seen.failedSince, hasSyncFailed(view)),
        degradedSince: spell(seen.degradedSince, isApplied && health.status === 'Degraded'),
        healthySince: spell(isSame ? seen.healthySince : undefined, isApplied &&
            health.status === 'Healthy' &&
            view.error === undefined &&
            !isPartMissing(view.deployed)),
        seenAt: seen.seenAt ?? spell(undefined, applied.stage !== 'unseen'),
        appliedAt: seen.appliedAt ?? spell(undefined, isApplied),
    };
}
function isHidden(answer) {
    return answer.kind === 'refused';
}
function viewOf(seen, application, { expected, revisions }) {
    const { beginning, ended, refreshedAt } = seen;
    const sources = findSources(application, expected, revisions);
    const isRefreshed = ended !== undefined && refreshedAt !== undefined && refreshedAt >= ended.at;
    const applied = computeApplied(application, sources, revisions, isRefreshed);
    const deployed = deployedOf(seen.workloads, application, expected);
    const carriers = deployed?.state === 'deployed' ? deployed.carriers : [];
    const error = application.conditions.find(({ type }) => ['InvalidSpecError', 'ComparisonError'].includes(type));
    const places = sources.kind === 'watched' ? sources.places : [];
    return {
        application,
        sources,
        applied,
        ...(deployed && { deployed }),
        health: computeHealth(application, beginning, carriers),
        ...(error && { error }),
        revisions: places.map((place) => application.revisions[place] ?? ''),
    };
}
function deployedOf(workloads, application, { image }) {
    if (workloads?.key !== deploymentKeyOf(application))
        return undefined;
    const { answer } = workloads;
    const { operation } = application;
    const synced = operation?.phase === 'Succeeded' ? operation.images : [];
    if (answer.kind !== 'ok')
        return synced.length > 0 ? findSynced(synced, image) : undefined;
    const deployed = findDeployed(answer.data, image);
    return deployed.state === 'unnamed' ? findSynced(synced, image) : deployed;
}
function hasSyncFailed({ application, applied }) {
    const { phase = '' } = application.operation ?? {};
    return applied.isOperationOurs && !isOperating(application) && /^(?:Failed|Error)$/.test(phase);
}
function deploymentKeyOf({ revisions, operation }) {
    return [...revisions, operation?.phase, operation?.finishedAt].join(' ');
}
function endOf(application, { ended }, at) {
    const { operation } = application;
    if (operation?.finishedAt === undefined || isOperating(application))
        return undefined;
    if (ended?.finishedAt === operation.finishedAt)
        return ended;
    return { finishedAt: operation.finishedAt, at };
}
function addWorkloads(seen, at, workloads, { image }) {
    const { answer } = workloads;
    const isOther = answer.kind === 'ok' && findDeployed(answer.data, image).state === 'other';
    const since = seen.workloads?.key === workloads.key ? seen.other?.since : undefined;
    return { ...seen, workloads, other: isOther ? { since: since ?? at, last: at } : undefined };
}
function addPods(seen, at, pods, { image }) {
    const isThere = new Set(pods.map(({ name }) => name));
    const kept = [...seen.pods].filter(([name, { last }]) => isThere.has(name) && at - last <= POD_PAUSE);
    const degraded = new Map(kept);
    for (const { name, message } of findDegradedPods(pods, image)) {
        degraded.set(name, { since: degraded.get(name)?.since ?? at, last: at, message });
    }
    return { ...seen, pods: degraded };
}
function listCommits({ revisions, operation }) {
    return [...new Set([...revisions, ...(operation?.revisions ?? [])])].filter(isCommit);
}

;// CONCATENATED MODULE: ./src/verify/watch.ts





const AGAIN = { refresh: 30_000, settle: 10_000, workloads: 5_000, pods: 6_000, window: 30_000 };
function labelOf({ namespace, name }) {
    return namespace === undefined ? name : `${namespace}/${name}`;
}
class ApplicationWatch {
    name;
    #server;
    #expected;
    #ports;
    #start;
    #running = new Set();
    #asked = new Map();
    #seen = NOTHING_SEEN;
    #verdict = { kind: 'wait' };
    #told = '';
    constructor(name, server, expected, ports, start) {
        this.name = name;
        this.#server = server;
        this.#expected = expected;
        this.#ports = ports;
        this.#start = start;
    }
    get seen() {
        return this.#seen;
    }
    isImageBroken(code, isOfAddress) {
        const isOurs = isOfAddress || (this.#verdict.kind === 'failed' && this.#verdict.code === code);
        return isOurs && isImageBroken(code, this.#seen, this.#ports.history.known);
    }
    async look() {
        const { argocd, history } = this.#ports;
        this.#askBeforeLook();
        const answer = await argocd.readApplication(this.name);
        if (answer.kind === 'ok')
            await history.learn(listCommits(answer.data));
        const look = { at: this.#now(), answer, revisions: history.known };
        this.#seen = addLook(this.#seen, look, this.#expected);
        const asked = {
            name: labelOf(this.name),
            server: this.#server,
            seen: this.#seen,
            expected: this.#expected,
            revisions: history.known,
        };
        this.#verdict = judge(asked);
        this.#tell(describeProgress(asked));
        if (this.#verdict.kind === 'wait')
            this.#askAfterLook();
        return this.#verdict;
    }
    #askBeforeLook() {
        const { argocd } = this.#ports;
        const { view, seenAt } = this.#seen;
        const isUnsettled = view?.applied.stage === 'unsettled';
        if (seenAt !== undefined && !isUnsettled)
            return;
        const askedAt = this.#now();
        const pause = isUnsettled ? AGAIN.settle : AGAIN.refresh;
        this.#ask('refresh', pause, () => argocd.refresh(this.name), (seen, answer) => (answer.kind === 'ok' ? { ...seen, refreshedAt: askedAt } : seen));
    }
    #askAfterLook() {
        const { view } = this.#seen;
        if (view === undefined || this.#seen.failure !== undefined)
            return;
        const { applied, application } = view;
        if (applied.stage === 'applied')
            this.#askResources(view);
        if (applied.stage !== 'seen' || application.sync !== 'OutOfSync')
            return;
        const { argocd } = this.#ports;
        this.#ask('window', AGAIN.window, () => argocd.readSyncWindow(this.name), (seen, answer) => (answer.kind === 'ok' ? { ...seen, window: answer.data } : seen));
        const isLeft = applied.isCurrent && !application.isAutoSynced && this.#expected.maySync;
        if (!isLeft || this.#seen.syncAnswer !== undefined)
            return;
        this.#ask('sync', AGAIN.refresh, () => argocd.sync(this.name), (seen, answer) => (answer.kind === 'unanswered' ? seen : { ...seen, syncAnswer: answer }));
    }
    #askResources(view) {
        const { workloads } = this.#seen;
        const { argocd } = this.#ports;
        const key = deploymentKeyOf(view.application);
        const isNew = workloads?.key !== key;
        if (isNew || !isWhollyDeployed(view.deployed)) {
            const pause = isNew ? 0 : AGAIN.workloads;
            this.#ask('workloads', pause, () => argocd.readWorkloads(this.name), (seen, answer) => addWorkloads(seen, this.#now(), { key, answer }, this.#expected));
        }
        if (view.health.status === 'Healthy')
            return;
        this.#ask('pods', AGAIN.pods, () => argocd.readPods(this.name), (seen, answer) => answer.kind === 'ok' ? addPods(seen, this.#now(), answer.data, this.#expected) : seen);
    }
    #ask(question, pause, request, add) {
        const last = this.#asked.get(question);
        if (this.#running.has(question))
            return;
        if (last !== undefined && this.#now() - last < pause)
            return;
        this.#running.add(question);
        this.#asked.set(question, this.#now());
        const answered = request().catch((error) => {
            return { kind: 'unanswered', detail: String(error) };
        });
        void answered.then((answer) => {
            this.#running.delete(question);
            this.#seen = add(this.#seen, answer);
        });
    }
    #tell(line) {
        if (line === this.#told)
            return;
        this.#told = line;
        this.#ports.tell(this.#seen.at, `${labelOf(this.name)}: ${line}`);
    }
    #now() {
        return this.#ports.clock.now() - this.#start;
    }
}

;// CONCATENATED MODULE: ./src/verify/step.ts










const step_PAUSE = 3_000;
async function runVerifyStep(request, ports) {
    const nothing = describeNothing(request);
    if (nothing !== undefined) {
        ports.logger.notice(nothing);
        return { verdict: 'unknown', message: nothing, applications: [], endpoints: [], warnings: [] };
    }
    const start = ports.clock.now();
    const { argocd } = request.verify;
    const watching = argocd && (await openWatching(request, argocd, start, ports));
    try {
        const watched = watching && (await watchUntilKnown(watching, ports));
        const asked = await askEndpoints(request.verify, watched, start, ports);
        const result = watching ? await putDown(asked, watching.watches) : asked;
        for (const warning of result.warnings)
            ports.logger.warning(warning);
        if (result.problem === undefined)
            ports.logger.info(result.message);
        return result;
    }
    finally {
        watching?.close();
    }
}
function failureOf({ problem }) {
    return problem && new errors/* PromoteError */.jG(problem.code, problem.message);
}
async function openWatching(request, inputs, start, ports) {
    const subject = await findSubject(request, inputs, ports);
    const argocd = await ports.openArgoCD(inputs.target);
    const watches = await openWatches(request, subject, argocd, start, ports).catch((error) => {
        argocd.close();
        throw error;
    });
    return {
        subject,
        argocd,
        watches,
        close: () => {
            argocd.close();
        },
    };
}
async function watchUntilKnown({ subject, argocd, watches }, { logger, clock }) {
    const names = watches.map(({ name }) => labelOf(name)).join(', ');
    const title = `Verify that ${names} runs ${(0,base_image/* renderImageReference */.NL)(subject.image)} (${shortOf(subject.commit)})`;
    return logger.group(title, async () => {
        await tellVersion(argocd, logger);
        return verifyResultOf(subject.commit, await watchAll(watches, clock));
    });
}
async function putDown(result, watches) {
    const { problem } = result;
    if (problem === undefined)
        return result;
    const isOfAddress = problem.code === 'endpoint-failed';
    if (isOfAddress)
        await Promise.all(watches.map((watch) => watch.look()));
    const isBroken = watches.some((watch) => watch.isImageBroken(problem.code, isOfAddress));
    return { ...result, isImageBroken: isBroken };
}
async function tellVersion(argocd, logger) {
    const version = await argocd.readVersion();
    if (version.kind === 'ok')
        logger.info(`Argo CD ${version.data}`);
}
async function openWatches({ verify, dryRun }, subject, argocd, start, ports) {
    const { place, applications, maySync, target } = subject.argocd;
    const { repository, branch, apiUrl, token } = place.target;
    const history = await ports.openSourceRepository({ apiUrl, repository, token });
    const defaultBranch = await (0,errors/* readOrUndefined */.oJ)(history.readDefaultBranch());
    const expected = {
        commit: subject.commit,
        repository,
        branch,
        defaultBranch,
        image: subject.image,
        files: subject.files,
        syncTimeout: verify.syncTimeout,
        verifyTimeout: verify.verifyTimeout,
        maySync: maySync && !dryRun,
    };
    const revisions = openHistory(subject, branch ?? defaultBranch, { ...ports, history });
    const tell = (at, line) => {
        ports.logger.info(`${Math.round(at / 1000)} s: ${line}`);
    };
    const watchPorts = { argocd, history: revisions, clock: ports.clock, tell };
    return applications.map((name) => new ApplicationWatch(name, target.server, expected, watchPorts, start));
}
function openHistory({ argocd, commit, isWritten, image, facts }, gitopsBranch, ports) {
    const { target, targets } = argocd.place;
    const openAt = (revision) => ports.openGitOpsRepository((0,inputs/* targetAt */.to)(target, revision));
    const { sourceSha, shortSha } = facts;
    const asked = { image, sourceSha, shortSha, gitopsBranch };
    const readAsked = async (revision) => readAskedImage(targets, await openAt(revision), asked);
    const question = { commit, image, isWritten, sourceSha };
    return new RevisionHistory(question, {
        history: ports.history,
        openAt,
        readAsked: targets.length > 0 ? readAsked : undefined,
    });
}
async function watchAll(watches, clock) {
    for (;;) {
        const watched = await Promise.all(watches.map(async (watch) => {
            const verdict = await watch.look();
            return { name: labelOf(watch.name), seen: watch.seen, verdict };
        }));
        const isOver = watched.some(({ verdict }) => verdict.kind === 'failed');
        if (isOver || watched.every(({ verdict }) => verdict.kind !== 'wait'))
            return watched;
        await clock.sleep(step_PAUSE);
    }
}
async function askEndpoints({ healthUrls, verifyTimeout }, watched, start, ports) {
    const isHealthy = watched === undefined || watched.verdict === 'healthy';
    if (healthUrls.length === 0 || !isHealthy)
        return combine(watched, [], undefined);
    const endpoints = await ports.openEndpoints();
    const elapsed = ports.clock.now() - start;
    const results = await ports.logger.group(`Ask ${healthUrls.join(', ')}`, () => checkEndpoints(healthUrls, verifyTimeout * 1000 - elapsed, { endpoints, clock: ports.clock }));
    const after = Math.round((ports.clock.now() - start) / 1000);
    return combine(watched, results, { after, problem: describeSilentEndpoints(results) });
}


/***/ })

};

//# sourceMappingURL=926.index.js.map