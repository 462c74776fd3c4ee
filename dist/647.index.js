export const id = 647;
export const ids = [647];
export const modules = {

/***/ 4581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseDate)
/* harmony export */ });
/** A moment as servers and events write it: ISO 8601 to the second, with its offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** Milliseconds since 1970 of a date in ISO 8601, or `undefined` when it is none. */
function parseDate(date) {
    if (typeof date !== 'string' || !MOMENT.test(date))
        return undefined;
    const moment = Date.parse(date);
    return Number.isNaN(moment) ? undefined : moment;
}


/***/ }),

/***/ 5647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubSourceRepository: () => (/* binding */ GitHubSourceRepository)
/* harmony export */ });
/* unused harmony exports parseComparison, computeRelation, parseUnknown */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3659);
/* harmony import */ var _base_date_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4581);
/* harmony import */ var _base_payload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9511);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8257);
/* harmony import */ var _refusals_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9186);






const CURE = 'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';
/** Narrows the reply to a comparison; Gitea and Forgejo tell no more than `total_commits`. */
function parseComparison(data) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(data))
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
/** Reads of the source repository through GitHub's REST API. */
class GitHubSourceRepository {
    #target;
    #rest;
    constructor(target) {
        this.#target = target;
        this.#rest = new _http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .RestClient */ .eo(target, 'follow');
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
        const date = (0,_base_date_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDate */ ._)(value);
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
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(answer.data) ? (0,_base_payload_js__WEBPACK_IMPORTED_MODULE_5__/* .readPayloadValue */ .C)(answer.data, path) : undefined;
    }
    #explain(failure, question) {
        const { cause } = failure;
        if (failure.kind === 'unanswered')
            return this.#unavailable(question, failure.detail, { cause });
        const { status, message, headers } = failure;
        const forbidden = !this.#isFailing(failure) && (status === 403 || status === 404);
        if (status === 401) {
            return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('token-invalid', 'token: the server does not accept this token. Leave the input out, and the job has its own.', { cause });
        }
        if (forbidden) {
            return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('token-forbidden', `token: cannot read ${question.what} of ${this.#target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`, { cause });
        }
        return this.#unavailable(question, `${status}: ${message}`, { cause, headers, message });
    }
    /** Whether the server only cannot answer now: a limit, or a failure of its own. */
    #isFailing(failure) {
        const { repository } = this.#target;
        const place = { repository, branch: undefined, path: '', tokenInput: 'token' };
        return (0,_refusals_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .explainRefusal */ .GC)({ ...failure, ...place, action: 'read' }).code === 'unavailable';
    }
    #unavailable({ what, need }, detail, reply = {}) {
        const { apiUrl, repository } = this.#target;
        const { cause, headers = {}, message = '' } = reply;
        const retryAt = (0,_refusals_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .computeRetryAt */ .rr)(headers, message, Date.now());
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unavailable', `${apiUrl} does not tell ${what} of ${repository} (${detail})${need === undefined ? '' : `, which ${need}`}.`, { cause, retryAt });
    }
}


/***/ })

};

//# sourceMappingURL=647.index.js.map