export const id = 168;
export const ids = [168];
export const modules = {

/***/ 33:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ RestClient)
});

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 2 modules
var utils = __webpack_require__(7176);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(1267);
;// CONCATENATED MODULE: ./src/adapters/octokit.ts


/** How long one request may take before it counts as not answered, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
const userAgent = 'gitops-promote';
function drop() {
    // Octokit logs every failed request as an error; the caller says what it means instead.
}
/**
 * A client of a GitHub-like REST API that goes through the proxy that the runner is set to, and that
 * neither retries nor logs: the promotion owns the only retry loop.
 * @param apiUrl Base address without a slash at its end.
 * @param token Empty for requests without one, which read what is public.
 */
function createOctokit(apiUrl, token) {
    return new dist_src/* Octokit */.E({
        ...(token === '' ? { userAgent } : (0,utils/* getOctokitOptions */.EG)(token, { userAgent })),
        baseUrl: apiUrl,
        ...(utils/* defaults */.NT.request && { request: utils/* defaults */.NT.request }),
        log: { debug: drop, info: drop, warn: drop, error: drop },
    });
}

;// CONCATENATED MODULE: ./src/adapters/rest-client.ts


/** Makes requests about one repository. */
class RestClient {
    #octokit;
    #repository;
    constructor({ apiUrl, token, repository }) {
        this.#octokit = createOctokit(apiUrl, token);
        this.#repository = repository;
    }
    /**
     * Never throws for what the server or the network does.
     * @param path Behind `/repos/{owner}/{repo}/`, encoded; empty for the repository itself.
     * @param parameters Query of a GET, JSON body of other methods; `undefined` ones are left out.
     */
    async request(method, path, parameters) {
        try {
            const reply = await this.#octokit.request({
                method,
                url: path === '' ? `/repos/${this.#repository}` : `/repos/${this.#repository}/${path}`,
                ...parameters,
                request: { signal: AbortSignal.timeout(REQUEST_TIMEOUT) },
            });
            return { kind: 'ok', data: reply.data };
        }
        catch (cause) {
            return failedAnswer(cause);
        }
    }
}
/** Octokit reports a missing answer as a status of 500 without a response. */
function failedAnswer(cause) {
    const response = (0,json/* isJsonObject */.O)(cause) ? cause['response'] : undefined;
    if (!(0,json/* isJsonObject */.O)(response)) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        return { kind: 'unanswered', detail, cause };
    }
    const { status, data, headers } = response;
    return {
        kind: 'refused',
        status: Number(status),
        message: messageOf(data),
        headers: (0,json/* isJsonObject */.O)(headers) ? headers : {},
        cause,
    };
}
function messageOf(data) {
    const message = (0,json/* isJsonObject */.O)(data) ? data['message'] : undefined;
    return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}


/***/ }),

/***/ 5168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RestSourceRepository: () => (/* binding */ RestSourceRepository)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _tag_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2551);
/* harmony import */ var _tag_payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9030);
/* harmony import */ var _rest_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33);





/** Reads of the source repository through GitHub's REST API. */
class RestSourceRepository {
    #target;
    #rest;
    constructor(target) {
        this.#target = target;
        this.#rest = new _rest_client_js__WEBPACK_IMPORTED_MODULE_2__/* .RestClient */ .e(target);
    }
    async readDefaultBranch() {
        const what = 'the default branch';
        const branch = await this.#read('', 'default_branch', what);
        if (typeof branch === 'string')
            return branch;
        throw this.#unavailable(what, 'the reply has none');
    }
    async readCommitDate(sha) {
        const what = `the date of commit ${sha}`;
        const date = (0,_tag_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDate */ ._)(await this.#read(`commits/${sha}`, 'commit.committer.date', what));
        if (date !== undefined)
            return date;
        throw this.#unavailable(what, 'the reply has none');
    }
    /** The value at a dotted path in the reply to a GET. */
    async #read(url, path, what) {
        const answer = await this.#rest.request('GET', url, {});
        if (answer.kind !== 'ok')
            throw this.#explain(answer, what);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(answer.data) ? (0,_tag_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .readValue */ .w)(answer.data, path) : undefined;
    }
    #explain(answer, what) {
        const { cause } = answer;
        if (answer.kind === 'unanswered')
            return this.#unavailable(what, answer.detail, cause);
        const { status, message } = answer;
        if (status === 401) {
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('token-invalid', 'token: the server does not accept this token. Leave the input out, and the job has its own.', { cause });
        }
        if (status === 403 || status === 404) {
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('token-forbidden', `token: cannot read ${what} of ${this.#target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`, { cause });
        }
        return this.#unavailable(what, `${status}: ${message}`, cause);
    }
    #unavailable(what, detail, cause) {
        const { apiUrl, repository } = this.#target;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .j('unavailable', `${apiUrl} does not tell ${what} of ${repository} (${detail}), which a rule of tags needs.`, { cause });
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

//# sourceMappingURL=168.index.js.map