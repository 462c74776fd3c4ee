export const id = 62;
export const ids = [62];
export const modules = {

/***/ 3062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RestSourceRepository: () => (/* binding */ RestSourceRepository)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/tag/facts.ts
var facts = __webpack_require__(2551);
// EXTERNAL MODULE: ./src/tag/payload.ts
var payload = __webpack_require__(9030);
;// CONCATENATED MODULE: ./src/adapters/comparison.ts

const CURE = 'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';
/** Narrows the reply to a comparison; Gitea and Forgejo tell no more than `total_commits`. */
function parseComparison(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return undefined;
    const { ahead_by: ahead, behind_by: behind, total_commits: total } = data;
    if (isCount(ahead) && isCount(behind))
        return { ahead, behind };
    return isCount(total) ? { ahead: total } : undefined;
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function computeRelation(ahead, behind) {
    if (ahead > 0)
        return { relation: behind > 0 ? 'diverged' : 'ahead' };
    return behind > 0 ? { relation: 'behind', commits: behind } : { relation: 'identical' };
}
/** Why two commits cannot be compared; `undefined` for what says nothing about them. */
function parseUnknown({ status, message }, asked) {
    const { repository, base, head } = asked;
    if (status === 401) {
        const detail = 'token: the server does not accept this token';
        return { relation: 'unknown', cause: 'forbidden', detail };
    }
    if (status === 403) {
        const detail = `token: the token may not read ${repository} (${message}). ${CURE}`;
        return { relation: 'unknown', cause: 'forbidden', detail };
    }
    if (status !== 404 && status !== 422)
        return undefined;
    if (/no common ancestor/i.test(message)) {
        const detail = `${base} and ${head} have no commit of ${repository} in common`;
        return { relation: 'unknown', cause: 'unrelated', detail };
    }
    const detail = `${repository} has no commit ${base} or ${head}, or the token in token cannot see it (${status}: ${message}). ${CURE}`;
    return { relation: 'unknown', cause: 'absent', detail };
}

// EXTERNAL MODULE: ./src/adapters/refusals.ts + 5 modules
var refusals = __webpack_require__(760);
// EXTERNAL MODULE: ./src/adapters/rest-client.ts + 2 modules
var rest_client = __webpack_require__(6214);
// EXTERNAL MODULE: ./src/adapters/retry-at.ts
var retry_at = __webpack_require__(3350);
;// CONCATENATED MODULE: ./src/adapters/source-repository.ts








/** Reads of the source repository through GitHub's REST API. */
class RestSourceRepository {
    #target;
    #rest;
    constructor(target) {
        this.#target = target;
        this.#rest = new rest_client/* RestClient */.e(target, 'follow');
    }
    async readDefaultBranch() {
        const question = { what: 'the default branch', need: 'a rule of tags needs' };
        const branch = await this.#readValue('', 'default_branch', question);
        if (typeof branch === 'string')
            return branch;
        throw this.#unavailable(question, 'the reply has none');
    }
    async readCommitDate(sha) {
        const question = { what: `the date of commit ${sha}`, need: 'a rule of tags needs' };
        const value = await this.#readValue(`commits/${sha}`, 'commit.committer.date', question);
        const date = (0,facts/* parseDate */._)(value);
        if (date !== undefined)
            return date;
        throw this.#unavailable(question, 'the reply has none');
    }
    async compareCommits(base, head) {
        const there = await this.#compare(base, head);
        if ('relation' in there)
            return there;
        const { ahead } = there;
        if (there.behind !== undefined)
            return computeRelation(ahead, there.behind);
        // Gitea and Forgejo count one way only.
        const back = await this.#compare(head, base);
        return 'relation' in back ? back : computeRelation(ahead, back.ahead);
    }
    /** How many commits each of two has that the other has not; or why that cannot be told. */
    async #compare(base, head) {
        const question = { what: `how ${head} stands to ${base}` };
        const url = `compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
        const answer = await this.#rest.request('GET', url, { per_page: 1 });
        if (answer.kind === 'ok') {
            const counts = parseComparison(answer.data);
            if (counts !== undefined)
                return counts;
            throw this.#unavailable(question, 'the reply has no comparison');
        }
        if (answer.kind === 'refused' && !this.#isFailing(answer)) {
            const unknown = parseUnknown(answer, { repository: this.#target.repository, base, head });
            if (unknown !== undefined)
                return unknown;
        }
        throw this.#explain(answer, question);
    }
    /** The value at a dotted path in the reply to a GET. */
    async #readValue(url, path, question) {
        const answer = await this.#rest.request('GET', url, {});
        if (answer.kind !== 'ok')
            throw this.#explain(answer, question);
        return (0,json/* isJsonObject */.O)(answer.data) ? (0,payload/* readValue */.w)(answer.data, path) : undefined;
    }
    #explain(failure, question) {
        const { cause } = failure;
        if (failure.kind === 'unanswered')
            return this.#unavailable(question, failure.detail, { cause });
        const { status, message, headers } = failure;
        const forbidden = !this.#isFailing(failure) && (status === 403 || status === 404);
        if (status === 401) {
            return new errors/* PromoteError */.j('token-invalid', 'token: the server does not accept this token. Leave the input out, and the job has its own.', { cause });
        }
        if (forbidden) {
            return new errors/* PromoteError */.j('token-forbidden', `token: cannot read ${question.what} of ${this.#target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`, { cause });
        }
        return this.#unavailable(question, `${status}: ${message}`, { cause, headers, message });
    }
    /** Whether the server only cannot answer now: a limit, or a failure of its own. */
    #isFailing(failure) {
        const { repository } = this.#target;
        const place = { repository, branch: undefined, path: '', tokenInput: 'token' };
        return (0,refusals/* explainRefusal */.G)({ ...failure, ...place, action: 'read' }).code === 'unavailable';
    }
    #unavailable({ what, need }, detail, reply = {}) {
        const { apiUrl, repository } = this.#target;
        const { cause, headers = {}, message = '' } = reply;
        const retryAt = (0,retry_at/* computeRetryAt */.r)(headers, message, Date.now());
        return new errors/* PromoteError */.j('unavailable', `${apiUrl} does not tell ${what} of ${repository} (${detail})${need === undefined ? '' : `, which ${need}`}.`, { cause, ...(retryAt !== undefined && { retryAt }) });
    }
}


/***/ }),

/***/ 2551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseDate),
/* harmony export */   p: () => (/* binding */ gatherFacts)
/* harmony export */ });
/* harmony import */ var luxon__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9030);




/** Where payloads tell of commits and when they were made. */
const COMMITS = ['head_commit', 'workflow_run.head_commit', 'merge_group.head_commit'];
/**
 * The facts that the event tells of a commit.
 * @throws PromoteError `invalid-context` when `SOURCE_DATE_EPOCH` is not a number of seconds.
 */
function gatherFacts(context, commit, shortShaLength) {
    const defaultBranch = (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readString */ .E)(context.payload, 'repository.default_branch');
    const committedAt = findCommitDate(context, commit.sha);
    return {
        eventName: context.eventName,
        commit,
        baseRef: findBaseRef(context, commit),
        ...(defaultBranch !== undefined && { defaultBranch }),
        shortShaLength,
        startedAt: readClock(context),
        ...(committedAt !== undefined && { committedAt }),
    };
}
/** The clock of the run: `SOURCE_DATE_EPOCH` when that is set. */
function readClock({ startedAt, sourceDateEpoch }) {
    if (sourceDateEpoch === '')
        return startedAt;
    if (/^\d{1,12}$/.test(sourceDateEpoch))
        return 1000 * Number(sourceDateEpoch);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('invalid-context', `SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(sourceDateEpoch)}. Correct it, or unset it to have the time of the run.`);
}
function findBaseRef({ payload }, commit) {
    if (commit.tag !== undefined) {
        return ((0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readString */ .E)(payload, 'base_ref') ?? '').replace(/^refs\/heads\//, '');
    }
    if (commit.pullRequest === undefined)
        return '';
    return (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readString */ .E)(payload, 'pull_request.base.ref') ?? '';
}
function findCommitDate({ payload }, sha) {
    const { commits } = payload;
    const pushed = Array.isArray(commits) ? commits : [];
    for (const commit of [...pushed, ...COMMITS.map((path) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .w)(payload, path))]) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(commit) && commit['id'] === sha)
            return parseDate(commit['timestamp']);
    }
    return undefined;
}
/** Milliseconds since 1970 of an ISO 8601 date, or `undefined` when it is none. */
function parseDate(date) {
    const moment = luxon__WEBPACK_IMPORTED_MODULE_3__/* .DateTime */ .c9.fromISO(String(date), { zone: 'UTC' });
    return moment.isValid ? moment.toMillis() : undefined;
}


/***/ })

};

//# sourceMappingURL=62.index.js.map