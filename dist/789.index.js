export const id = 789;
export const ids = [789];
export const modules = {

/***/ 5160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ computeSkew),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   wy: () => (/* binding */ computeRetryAfter)
/* harmony export */ });
function computeRetryAfter(headers, now) {
    const { 'retry-after': value } = headers;
    const seconds = parseSeconds(value);
    if (seconds !== undefined)
        return now + seconds * 1000;
    const moment = parseHttpDate(value);
    return moment === undefined ? undefined : Math.max(now, moment + computeSkew(headers, now));
}
function computeSkew({ date }, now) {
    return now - (parseHttpDate(date) ?? now);
}
function parseSeconds(value) {
    return typeof value === 'string' && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}
function parseHttpDate(value) {
    if (typeof value !== 'string' || !value.endsWith('GMT'))
        return undefined;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : date;
}


/***/ }),

/***/ 5552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderExchange)
/* harmony export */ });
function renderExchange({ method, address, answer, headers, took }) {
    const told = typeof answer === 'number' ? String(answer) : `no answer (${answer})`;
    const { 'x-github-request-id': id, 'retry-after': wait } = headers;
    return [
        `${method} ${address}: ${told} in ${Math.round(took)} ms`,
        ...(typeof id === 'string' ? [`request id ${id}`] : []),
        ...(typeof wait === 'string' ? [`retry after ${wait}`] : []),
    ].join(', ');
}


/***/ }),

/***/ 5239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eo: () => (/* binding */ RestClient),
  Hd: () => (/* binding */ isGitea)
});

// UNUSED EXPORTS: computeGraphqlUrl, parseReplyMessage

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 2 modules
var utils = __webpack_require__(7176);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(1267);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(2584);
// EXTERNAL MODULE: ./src/base/trace.ts
var trace = __webpack_require__(5552);
;// CONCATENATED MODULE: ./src/github/http/trace.ts
function renderAddress({ method, url, parameters }, apiUrl) {
    const address = url.startsWith('/') ? `${apiUrl}${url}` : url;
    if (method === 'GET')
        return `${address}${renderParameters(parameters)}`;
    const { query } = parameters;
    const name = typeof query === 'string' ? /\{\s*(?<name>\w+)/.exec(query)?.groups?.['name'] : '';
    return name === undefined || name === '' ? address : `${address} (${name})`;
}
function renderParameters(parameters) {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
    if (given.length === 0)
        return '';
    const pairs = given.map(([name, value]) => [name, String(value)]);
    return `?${new URLSearchParams(pairs).toString()}`;
}

;// CONCATENATED MODULE: ./src/github/http/unreachable.ts

const CERTIFICATE = /^(?:CERT_|ERR_TLS_)|_CERT(?:_|$)|^UNABLE_TO_|^HOSTNAME_MISMATCH$/;
const TLS = /^(?:ERR_SSL_|EPROTO$)/;
const HANDSHAKE = /wrong.version.number|packet.length.too.long|http.request|unsupported.protocol|protocol.version|handshake.failure|unrecognized.name/i;
function findUnreachable(cause) {
    for (let error = cause; (0,json/* isJsonObject */.O)(error); error = error['cause']) {
        const { code, message } = error;
        if (typeof code !== 'string')
            continue;
        if (code === 'ENOTFOUND')
            return `does not resolve to an address (${String(message)})`;
        const isHandshake = TLS.test(code) && HANDSHAKE.test(`${code} ${String(message)}`);
        if (isHandshake || CERTIFICATE.test(code)) {
            return `does not prove who it is with a certificate that this machine trusts (${code}: ${String(message).trim()})`;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/github/http/client.ts










const REQUEST_TIMEOUT = 30_000;
const userAgent = 'gitops-promote';
const API_VERSION = '2022-11-28';
function drop() {
}
function createOctokit(apiUrl, token) {
    const dispatcher = new lib/* HttpClient */.Qq().getAgentDispatcher(apiUrl);
    const send = (url, options) => (0,undici.fetch)(url, { ...options, dispatcher });
    return new dist_src/* Octokit */.E({
        ...(token === '' ? { userAgent } : (0,utils/* getOctokitOptions */.EG)(token, { userAgent })),
        baseUrl: apiUrl,
        request: { fetch: send },
        log: { debug: drop, info: drop, warn: drop, error: drop },
    });
}
function parseReplyMessage(data) {
    const { message, errors } = (0,json/* isJsonObject */.O)(data) ? data : {};
    if (typeof message !== 'string' || message.trim() === '')
        return 'without a message';
    const details = Array.isArray(errors) ? errors.map(describeReplyError) : [];
    const said = [message, details.filter((detail) => detail !== '').join('; ')];
    return (0,markdown/* renderOneLine */.N0)(said.filter((part) => part !== '').join(': '));
}
function describeReplyError(error) {
    if (typeof error === 'string')
        return error;
    const { message, field, code } = (0,json/* isJsonObject */.O)(error) ? error : {};
    if (typeof message === 'string')
        return message;
    return typeof field === 'string' && typeof code === 'string' ? `${field} ${code}` : '';
}
class RestClient {
    #octokit;
    #server;
    #redirect;
    #trace;
    constructor(server, trace = drop, redirect = 'manual') {
        this.#octokit = createOctokit(server.apiUrl, server.token);
        this.#server = server;
        this.#trace = trace;
        this.#redirect = redirect;
    }
    async request(method, path, parameters) {
        const repository = `/repos/${this.#server.repository}`;
        return this.#send(method, path === '' ? repository : `${repository}/${path}`, parameters);
    }
    async requestRepository(id) {
        return this.#send('GET', `/repositories/${id}`, {});
    }
    async postGraphql(query, variables) {
        return this.#send('POST', computeGraphqlUrl(this.#server.apiUrl), { query, variables });
    }
    async #send(method, url, parameters, isLast = false) {
        const start = performance.now();
        const request = { signal: AbortSignal.timeout(REQUEST_TIMEOUT), redirect: this.#redirect };
        const headers = { 'x-github-api-version': API_VERSION };
        const asked = { method, url, ...parameters, headers, request };
        const { answer, told } = await this.#octokit.request(asked).then(givenAnswer, failedAnswer);
        const took = performance.now() - start;
        const answered = answer.kind === 'unanswered' ? {} : answer.headers;
        const address = renderAddress({ method, url, parameters }, this.#server.apiUrl);
        this.#trace((0,trace/* renderExchange */.i)({ method, address, answer: told, headers: answered, took }));
        const isUnreachable = answer.kind === 'unanswered' && answer.unreachable !== undefined;
        return isUnreachable && !isLast ? this.#send(method, url, parameters, true) : answer;
    }
}
async function connectionFreed() {
    await (0,promises_.setImmediate)();
}
function computeGraphqlUrl(apiUrl) {
    return `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`;
}
async function givenAnswer(reply) {
    await connectionFreed();
    const { status, data, headers } = reply;
    const answer = status >= 300 ? refusedAnswer(reply) : { kind: 'ok', data, headers };
    return { answer, told: status };
}
function failedAnswer(cause) {
    const response = (0,json/* isJsonObject */.O)(cause) ? cause['response'] : undefined;
    if (!(0,json/* isJsonObject */.O)(response)) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        const unreachable = findUnreachable(cause);
        return { answer: { kind: 'unanswered', detail, unreachable, cause }, told: detail };
    }
    const { data, headers } = response;
    const status = Number(response['status']);
    const reply = { status, data, headers: (0,json/* isJsonObject */.O)(headers) ? headers : {} };
    return { answer: refusedAnswer(reply, cause), told: status };
}
function refusedAnswer({ status, data, headers }, cause) {
    return { kind: 'refused', status, message: parseReplyMessage(data), headers, cause };
}
function isGitea(apiUrl) {
    return apiUrl.endsWith('/api/v1');
}


/***/ }),

/***/ 3963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rr: () => (/* binding */ computeRetryAt),
  GC: () => (/* binding */ explainRefusal),
  HE: () => (/* binding */ makeFailureError),
  pk: () => (/* binding */ resolveFailedWrite)
});

// UNUSED EXPORTS: makeRefusalError

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/retry-after.ts
var retry_after = __webpack_require__(5160);
;// CONCATENATED MODULE: ./src/github/refusals/access.ts
const ACCESS_RULES = [
    {
        when: 'The token is not authorised for single sign-on of the organisation',
        status: [403],
        type: ['FORBIDDEN'],
        header: ['x-github-sso', /required/],
        code: 'token-forbidden',
        explain: explainSingleSignOn,
    },
    {
        when: 'The organisation enforces SAML, and the token is not authorised for it',
        message: /SAML enforcement/i,
        code: 'token-forbidden',
        explain: explainSingleSignOn,
    },
    {
        when: 'The organisation allows certain network addresses only',
        message: /IP allow list/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository }) => `${tokenInput}: the organisation that owns ${repository} does not let this runner's address in. Add it to the organisation's IP allow list, or use a runner that is on it.`,
    },
    {
        when: 'The organisation takes no token that lives for so long',
        message: /token's lifetime/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the organisation that owns ${repository} takes no token that lives for so long (${message}). Give the token an earlier end in its settings.`,
    },
    {
        when: 'The organisation takes no classic tokens, or no fine-grained ones',
        message: /forbids access via a (?:fine-grained )?personal access token/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the organisation that owns ${repository} takes no token of this kind (${message}). Use the token of a GitHub App that is installed there, or the other kind of personal access token.`,
    },
    {
        when: 'The owner of the token is managed by an enterprise, to which the repository does not belong',
        message: /enterprise managed user/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the owner of this token is managed by an enterprise, and may not work outside of it (${message}). Use a token of somebody else, or of a GitHub App that is installed on ${repository}.`,
    },
    {
        when: 'The server has no mutation createCommitOnBranch (an old GitHub Enterprise Server)',
        message: /'createCommitOnBranch' doesn't exist|CreateCommitOnBranchInput isn't a defined/i,
        code: 'invalid-input',
        explain: () => 'commit-api: the server is too old to commit through GraphQL: it has no createCommitOnBranch. Set commit-api: contents and promote the files one by one.',
    },
    {
        when: 'The file is larger than the API returns',
        action: 'read',
        status: [403],
        message: /too large/i,
        code: 'unsupported-file',
        explain: ({ path, message }) => `${path}: expected at most 1 MiB, and the server does not even return it (${message}). Split the file, or name another.`,
    },
    {
        when: 'The repository is archived',
        status: [403],
        type: ['UNPROCESSABLE', 'FORBIDDEN'],
        message: /archived/i,
        code: 'write-refused',
        explain: explainArchived,
    },
    {
        when: 'The repository is archived (Gitea, Forgejo)',
        status: [423],
        code: 'write-refused',
        explain: explainArchived,
    },
    {
        when: 'The repository is empty',
        message: /repository is empty/i,
        code: 'branch-not-found',
        explain: ({ repository }) => `gitops-repository: ${repository} is empty, so it has no branch yet. Push the manifests first.`,
    },
    {
        when: 'The branch is not there',
        status: [404],
        type: ['NOT_FOUND'],
        message: /no commit found for the ref|branch .*not found|branch does not exist|object does not exist \[id: .+, rel_path: \]/i,
        code: 'branch-not-found',
        explain: explainNoBranch,
    },
    {
        when: 'The file was deleted since it was read (Gitea, Forgejo)',
        action: 'write',
        status: [404],
        message: /object does not exist/i,
        code: 'conflict',
        explain: ({ repository, path, message }) => `Somebody else wrote first: ${path} in ${repository} is not as it was read (${message}).`,
    },
    {
        when: 'The repository is not there, or the token cannot see it (GraphQL)',
        type: ['NOT_FOUND'],
        message: /could not resolve to a repository/i,
        code: 'repository-not-found',
        explain: explainInvisible,
    },
    {
        when: 'GITHUB_TOKEN cannot write to another repository, or an App has no permission to write',
        action: 'write',
        status: [403],
        type: ['FORBIDDEN'],
        message: /not accessible by integration/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token may not write to ${repository} (${message}). GITHUB_TOKEN can only write to the repository of its own workflow, with "permissions: contents: write"; for another one, use the token of a GitHub App that is installed there with "Contents: Read and write", or a fine-grained token.`,
    },
    {
        when: 'A fine-grained token has no permission to write',
        action: 'write',
        status: [403],
        type: ['FORBIDDEN'],
        message: /not accessible by personal access token/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token can read ${repository} but not write to it (${message}). Edit the fine-grained token: select the repository, and give it "Contents: Read and write".`,
    },
    {
        when: 'A classic token lacks the scope, or its owner may not write (GraphQL)',
        action: 'write',
        type: ['FORBIDDEN'],
        message: /does not have the correct permissions/i,
        code: 'token-forbidden',
        explain: explainReadOnly,
    },
    {
        when: 'The token may not write, for another reason',
        action: 'write',
        status: [403],
        type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token may not write to ${repository} (${message}). Give it "Contents: Read and write" there.`,
    },
    {
        when: 'A classic token lacks the scope, or its owner may not write (REST)',
        action: 'write',
        status: [404],
        code: 'token-forbidden',
        explain: explainReadOnly,
    },
    {
        when: 'The token may not read the repository',
        action: 'read',
        status: [403],
        type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token may not read ${repository} (${message}). Give it "Contents: Read and write" there.`,
    },
    {
        when: 'The repository is not there, the App is not installed on it, or GITHUB_TOKEN is to read another private one',
        action: 'read',
        root: true,
        status: [404],
        code: 'repository-not-found',
        explain: explainInvisible,
    },
    {
        when: 'The path is not there',
        action: 'read',
        status: [404],
        code: 'path-not-found',
        explain: ({ repository, branch, path }) => `${repository} has no ${JSON.stringify(path)} on ${branch === undefined ? 'its default branch' : `branch ${branch}`}.`,
    },
];
function explainNoBranch({ repository, branch, defaultBranch }) {
    if (branch === undefined) {
        return `gitops-branch: ${repository} does not have the branch that it calls its default. Push the manifests to it, or name a branch that is there.`;
    }
    const named = defaultBranch === undefined ? '' : ` Its default branch is ${defaultBranch}.`;
    return `gitops-branch: ${repository} has no branch ${JSON.stringify(branch)}.${named} Create it, or correct the name.`;
}
function explainSingleSignOn({ tokenInput, repository }) {
    return `${tokenInput}: the token is not authorised for single sign-on of the organisation that owns ${repository}. Authorise it in the token's settings, under "Configure SSO".`;
}
function explainArchived({ repository }) {
    return `${repository} is archived and cannot be written. Unarchive it, or name another gitops-repository.`;
}
function explainInvisible({ repository, branch, tokenInput }) {
    const where = branch === undefined ? repository : `${repository} or its branch ${branch}`;
    return `gitops-repository: ${where} does not exist, or the token (input ${tokenInput}) cannot see it. Correct the name, or give the token "Contents: Read and write" there (a GitHub App has to be installed on it; GITHUB_TOKEN sees no other private repository).`;
}
function explainReadOnly({ tokenInput, repository, message }) {
    return `${tokenInput}: the token can read ${repository} but not write to it (the server answers "${message}"). A classic token needs the scope repo, and its owner the role Write; any other needs "Contents: Read and write" there.`;
}

;// CONCATENATED MODULE: ./src/github/refusals/branch.ts
const BRANCH_RULES = [
    {
        when: 'Somebody else moved the branch since it was read (GraphQL)',
        action: 'write',
        type: ['STALE_DATA'],
        code: 'conflict',
        explain: explainOvertaken,
    },
    {
        when: 'Somebody else moved the branch during the write',
        action: 'write',
        message: /is at [0-9a-f]+ but expected|expected to be at|no commit exists with specified expectedHeadOid|incorrect old value provided|^push is rejected/i,
        code: 'conflict',
        explain: explainOvertaken,
    },
    {
        when: 'Somebody else changed the file since it was read (GitHub)',
        action: 'write',
        status: [409],
        message: /does not match/i,
        code: 'conflict',
        explain: explainOvertaken,
    },
    {
        when: 'Somebody else changed the file since it was read (Gitea, Forgejo)',
        action: 'write',
        status: [422],
        message: /sha does not match/i,
        code: 'conflict',
        explain: explainOvertaken,
    },
    {
        when: 'A ruleset or a branch protection wants signed commits, and the commit is made through the Contents API',
        action: 'write',
        status: [403, 409, 422],
        message: /commits must have verified signatures/i,
        code: 'write-refused',
        explain: (refusal) => `${describeBranch(refusal)} wants signed commits (${refusal.message}), and GitHub signs what the Contents API writes only for an App. Set commit-api: graphql, whose commits GitHub signs for every token.`,
    },
    {
        when: 'A ruleset wants another message of the commit',
        message: /commit message must (?:not )?/i,
        code: 'write-refused',
        explain: (refusal) => `${describeBranch(refusal)} has a ruleset about the messages of commits (${refusal.message}). Set commit-message to one that it takes; the trailers stay.`,
    },
    {
        when: 'Push protection takes something in the file for a secret',
        action: 'write',
        message: /secret detected|push protection/i,
        code: 'write-refused',
        explain: (refusal) => `${describeBranch(refusal)} has push protection, which takes something in ${refusal.path} for a secret (${refusal.message}). Remove the secret from the file, or let the protection pass it.`,
    },
    {
        when: 'A ruleset refuses the direct commit',
        action: 'write',
        message: /repository rule violations found/i,
        code: 'write-refused',
        explain: (refusal) => explainProtected(refusal, 'has a ruleset that'),
    },
    {
        when: 'A branch protection refuses the direct commit',
        action: 'write',
        message: /changes must be made through (?:a pull request|the merge queue)|required status check|approving review|review is required|protected (?:branch|ref)|could not create file|could not update file/i,
        code: 'write-refused',
        explain: (refusal) => explainProtected(refusal, 'is protected and'),
    },
    {
        when: 'A branch protection refuses the direct commit (GraphQL)',
        action: 'write',
        type: ['BRANCH_PROTECTION_RULE_VIOLATION'],
        code: 'write-refused',
        explain: (refusal) => explainProtected(refusal, 'is protected and'),
    },
    {
        when: 'A branch protection of Gitea or Forgejo refuses the direct commit',
        action: 'write',
        status: [403],
        message: /user cannot commit to repo|is protected/i,
        code: 'write-refused',
        explain: (refusal) => `${describeBranch(refusal)}, or the file ${refusal.path} in it, is protected and refuses a direct commit (${refusal.message}). Let the owner of the token (input ${refusal.tokenInput}) push to it in the settings of the repository, or promote to another gitops-branch.`,
    },
];
const OTHER_CONFLICT = {
    when: 'Any other conflict',
    action: 'write',
    status: [409],
    code: 'conflict',
    explain: explainOvertaken,
};
function explainOvertaken(refusal) {
    return `${describeBranch(refusal)} is not as it was read (${refusal.message}): somebody else wrote first.`;
}
function explainProtected(refusal, how) {
    return `${describeBranch(refusal)} ${how} refuses a direct commit (${refusal.message}). Set mode: pull-request, let the owner of the token (input ${refusal.tokenInput}) bypass the rule, or promote to another gitops-branch.`;
}
function describeBranch({ repository, branch }) {
    return branch === undefined
        ? `The default branch of ${repository}`
        : `Branch ${branch} of ${repository}`;
}

;// CONCATENATED MODULE: ./src/github/refusals/merge.ts
const action = 'pull-request';
const MERGE_RULES = [
    {
        when: 'A merge of the pull request has begun already, or the server does not know yet whether it can be merged',
        action,
        message: /merge already in progress|in unknown (?:status|state)/i,
        code: 'unavailable',
        explain: ({ message }) => `The server is not ready to merge the pull request (${message}).`,
    },
    {
        when: 'The repository does not allow auto-merge',
        action,
        message: /auto merge is not allowed for this repository|can't enable auto-merge/i,
        code: 'write-refused',
        explain: ({ repository }) => `${repository} does not allow it. Turn on "Allow auto-merge" in its settings (General, Pull Requests), or remove auto-merge.`,
    },
    {
        when: 'The pull request is a draft',
        action,
        message: /\b(?:is|still|in)\s(?:a\s)?draft\b/i,
        code: 'write-refused',
        explain: ({ message }) => `it is a draft (${message}). Mark it as ready for review, and run the job again or merge it by hand.`,
    },
    {
        when: 'The base branch is merged by a merge queue alone',
        action,
        message: /merge queue/i,
        code: 'write-refused',
        explain: ({ repository, message }) => `${repository} merges through a merge queue (${message}). Add it to the queue by hand; or turn on "Allow auto-merge" in the settings (General, Pull Requests), which adds it by itself.`,
    },
    {
        when: 'A conversation in the pull request is not resolved',
        action,
        message: /conversations?\b.*resolved|comments must be resolved/i,
        code: 'write-refused',
        explain: ({ message }) => `a conversation in it is not resolved (${message}). Resolve it, and merge it by hand or run the job again.`,
    },
    {
        when: 'The base branch takes no merge commits (linear history)',
        action,
        message: /linear history|must not contain merge commits/i,
        code: 'write-refused',
        explain: ({ repository, message }) => `the branch of ${repository} has to stay linear (${message}). Set auto-merge to squash or rebase.`,
    },
    {
        when: 'The repository does not allow this way of merging',
        action,
        message: /(?:merge commits|squash merges|rebase merges|merge method) (?:are|is) not allowed|merging is not allowed/i,
        code: 'write-refused',
        explain: ({ repository, message }) => `${repository} does not allow this way of merging (${message}). Set auto-merge to another of merge, squash and rebase, or allow it in the settings (General, Pull Requests).`,
    },
    {
        when: 'The pull request may not be merged yet: a review, a check or a conflict',
        action,
        status: [405],
        message: /not mergeable|required|requires|expected|review|rule violations|conflict|must be/i,
        code: 'write-refused',
        explain: explainNotYet,
    },
];
function explainNotYet({ message }) {
    return `the server does not merge it yet (${message}). Approve it or wait for its checks and merge it by hand, or allow auto-merge in the settings of the repository, which waits for them.`;
}

;// CONCATENATED MODULE: ./src/github/refusals/pull-request.ts

const pull_request_action = 'pull-request';
const PULL_REQUEST_RULES = [
    {
        when: 'GITHUB_TOKEN may not open pull requests',
        action: pull_request_action,
        status: [403],
        message: /not permitted to create or approve pull requests/i,
        code: 'token-forbidden',
        explain: ({ tokenInput, repository }) => `${tokenInput}: GITHUB_TOKEN may not open pull requests in ${repository}. Turn on "Allow GitHub Actions to create and approve pull requests" in the settings of the repository (Actions, General), or use the token of a GitHub App, whose pull requests start workflows too.`,
    },
    {
        when: 'The repository has no drafts of pull requests',
        action: pull_request_action,
        status: [422],
        message: /draft pull requests are not supported/i,
        code: 'write-refused',
        explain: ({ repository }) => `pull-request-draft: ${repository} has no drafts: in private repositories they are of GitHub's paid plans. Remove the input.`,
    },
    {
        when: 'Somebody else moved or deleted the branch, or the base has its commits already',
        action: pull_request_action,
        status: [422],
        message: /no commits between|reference (?:does not exist|already exists|cannot be updated)|\bhead invalid/i,
        code: 'conflict',
        explain: explainFaster,
    },
    {
        when: 'Somebody else moved the base or the head of the pull request before it was merged',
        action: pull_request_action,
        message: /(?:base|head) branch was modified|expected head/i,
        code: 'conflict',
        explain: explainFaster,
    },
    {
        when: 'The branch has no history in common with the base',
        action: pull_request_action,
        status: [404],
        message: /no common ancestor/i,
        code: 'branch-occupied',
        explain: ({ branch }) => `pull-request-branch: the branch ${branch ?? ''} has no history in common with the one that is promoted to. Set another pull-request-branch, or delete that branch.`,
    },
    {
        when: 'A branch of the same name is in the way, or a rule forbids the branch without saying so',
        action: pull_request_action,
        status: [422],
        message: /reference update failed|ref cannot be created/i,
        code: 'write-refused',
        explain: ({ repository, branch }) => `pull-request-branch: ${repository} takes no branch ${branch ?? ''}. Either another branch has the first part of that name (git has no a/b beside a), or a ruleset or a branch protection forbids it. Set another pull-request-branch, delete the other branch, or let the rule except it.`,
    },
    {
        when: 'A reviewer has no access to the repository',
        action: pull_request_action,
        status: [422],
        message: /reviews may only be requested from collaborators|could not resolve to a node/i,
        code: 'write-refused',
        explain: ({ repository, message, tokenInput }) => `no review was requested (${message}). Give each of them access to ${repository}, or correct the names; to ask a team, the token (input ${tokenInput}) has to see the members of the organisation, which GITHUB_TOKEN does not.`,
    },
    {
        when: 'The author of the pull request is asked for a review',
        action: pull_request_action,
        status: [422],
        message: /review cannot be requested from pull request author/i,
        code: 'write-refused',
        explain: ({ tokenInput }) => `no review was requested: the owner of the token (input ${tokenInput}) is one of the reviewers, and has opened the pull request. Leave them out.`,
    },
    ...MERGE_RULES,
    {
        when: 'A ruleset or a branch protection forbids the branch, or the merge',
        action: pull_request_action,
        message: /rule violations found|protected (?:branch|ref)|changes must be made|required status check/i,
        code: 'write-refused',
        explain: explainForbiddenByRule,
    },
    {
        when: 'A branch protection forbids the branch, or the merge (GraphQL)',
        action: pull_request_action,
        type: ['BRANCH_PROTECTION_RULE_VIOLATION'],
        code: 'write-refused',
        explain: explainForbiddenByRule,
    },
    {
        when: 'Any other conflict',
        action: pull_request_action,
        status: [409],
        code: 'conflict',
        explain: explainFaster,
    },
    {
        when: 'The server has no such operation (Gitea, Forgejo)',
        action: pull_request_action,
        status: [405, 410],
        code: 'invalid-input',
        explain: ({ path, message }) => `mode: pull-request needs GitHub or GitHub Enterprise Server: this server does not have ${path} (${message}). Set mode: commit.`,
    },
    {
        when: 'The token may not do it',
        action: pull_request_action,
        status: [403],
        type: ['FORBIDDEN', 'INSUFFICIENT_SCOPES'],
        code: 'token-forbidden',
        explain: explainForbidden,
    },
    {
        when: 'A classic token lacks the scope, or its owner may not write',
        action: pull_request_action,
        status: [404],
        type: ['NOT_FOUND'],
        code: 'token-forbidden',
        explain: explainForbidden,
    },
];
function explainForbiddenByRule(refusal) {
    return `${refusal.repository} has a rule that forbids ${describeDeed(refusal)} (${refusal.message}). Except the branches of promotions from the rule (promote/** by default), set another pull-request-branch, or let the owner of the token (input ${refusal.tokenInput}) bypass the rule.`;
}
function explainFaster({ message }) {
    return `Somebody else was faster (${message}).`;
}
function explainForbidden(refusal) {
    const { tokenInput, repository, message, path } = refusal;
    const permission = path.startsWith('git/') ? 'Contents' : 'Pull requests';
    const key = path.startsWith('git/') ? 'contents' : 'pull-requests';
    return `${tokenInput}: the token is not allowed ${describeDeed(refusal)} in ${repository} (${message}). Give it "${permission}: Read and write" there; GITHUB_TOKEN needs "permissions: ${key}: write" and works only in the repository of its own workflow, a classic token needs the scope repo.`;
}
function describeDeed({ path, branch }) {
    if (path.startsWith('git/'))
        return `to write the branch ${branch ?? ''}`;
    if (path.startsWith('compare/'))
        return `to compare the branch ${branch ?? ''}`;
    if (path.endsWith('/merge'))
        return 'to merge the pull request';
    if (path === 'graphql')
        return 'to enable auto-merge';
    if (path.endsWith('/labels'))
        return 'to label the pull request';
    if (path.endsWith('/requested_reviewers'))
        return 'to request reviews';
    return 'to open or change a pull request';
}

;// CONCATENATED MODULE: ./src/github/refusals/server.ts
const FAILURES = [408, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
const CRASH = /something went wrong while executing your query|couldn't respond to your request/i;
const SERVER_RULES = [
    {
        when: 'The repository was renamed or moved to another owner',
        status: [301, 302, 307, 308],
        code: 'repository-not-found',
        explain: ({ repository, newName }) => newName === undefined
            ? `gitops-repository: ${repository} was renamed or moved. Write its new name; if it has the same, the server is at another address than gitops-api-url.`
            : `gitops-repository: ${repository} is now ${newName}. Write that name.`,
    },
    {
        when: 'The token is expired, revoked or mistyped',
        status: [401],
        code: 'token-invalid',
        explain: ({ tokenInput }) => `${tokenInput}: the server does not accept this token. It is expired, revoked or mistyped; make a new one and store it in the secret.`,
    },
    {
        when: 'Too many requests in a short time (secondary rate limit)',
        message: /secondary rate limit|abuse detection|submitted too quickly/i,
        code: 'unavailable',
        isLimit: true,
        explain: ({ tokenInput }) => `${tokenInput}: the server asks the owner of this token to slow down (secondary rate limit).`,
    },
    {
        when: 'The rate limit of the token is used up',
        status: [403, 429],
        type: ['RATE_LIMITED'],
        message: /rate limit/i,
        code: 'unavailable',
        isLimit: true,
        explain: ({ tokenInput }) => `${tokenInput}: the rate limit of this token is used up.`,
    },
    {
        when: 'The server asks for fewer requests without saying which limit is meant',
        status: [429],
        type: ['RATE_LIMITED'],
        code: 'unavailable',
        isLimit: true,
        explain: ({ message }) => `The server asks for fewer requests (${message}).`,
    },
    {
        when: 'The server says when to come back, and no more',
        status: [403, 429],
        header: ['retry-after', /\S/],
        code: 'unavailable',
        isLimit: true,
        explain: ({ tokenInput, message }) => `${tokenInput}: the server asks for fewer requests with this token (${message}).`,
    },
    {
        when: 'The rate limit of the token is used up, and only the headers say so',
        status: [403, 429],
        header: ['x-ratelimit-remaining', /^\s*0\s*$/],
        code: 'unavailable',
        isLimit: true,
        explain: ({ tokenInput }) => `${tokenInput}: the rate limit of this token is used up.`,
    },
    {
        when: 'The server fails while it writes',
        action: 'write',
        status: FAILURES,
        code: 'outcome-unknown',
        explain: explainLostWrite,
    },
    {
        when: 'GraphQL fails while it writes',
        action: 'write',
        message: CRASH,
        code: 'outcome-unknown',
        explain: explainLostWrite,
    },
    {
        when: 'The server fails',
        status: FAILURES,
        code: 'unavailable',
        explain: ({ status, message }) => `The server answered ${status} (${message}).`,
    },
    {
        when: 'GraphQL fails',
        message: CRASH,
        code: 'unavailable',
        explain: ({ message }) => `The server failed to answer (${message}).`,
    },
];
function explainLostWrite({ status, message }) {
    const how = status === 200 ? message : `${status}: ${message}`;
    return `The server failed while it wrote (${how}), so it is not known whether it did.`;
}

;// CONCATENATED MODULE: ./src/github/refusals/table.ts




const REFUSAL_RULES = [
    ...SERVER_RULES,
    ...BRANCH_RULES,
    ...ACCESS_RULES,
    OTHER_CONFLICT,
    ...PULL_REQUEST_RULES,
];

;// CONCATENATED MODULE: ./src/github/refusals/explain.ts



function makeFailureError(failure, attempt) {
    if (failure.kind === 'refused') {
        return makeRefusalError(describeRefusal(failure, attempt), failure.cause);
    }
    const { apiUrl } = attempt.target;
    const { cause, detail, unreachable } = failure;
    if (unreachable === undefined) {
        return new errors/* PromoteError */.jG('unavailable', `${apiUrl} did not answer (${detail}).`, { cause });
    }
    return new errors/* PromoteError */.jG('invalid-input', `gitops-api-url: ${apiUrl} cannot be reached: it ${unreachable}. Correct the address; an authority of your own is trusted where NODE_EXTRA_CA_CERTS names its certificate.`, { cause });
}
function resolveFailedWrite(failure, attempt) {
    if (failure.kind === 'unanswered') {
        if (failure.unreachable !== undefined)
            throw makeFailureError(failure, attempt);
        return { outcome: 'lost', detail: `The write got no answer (${failure.detail}).` };
    }
    const { code, message } = explainRefusal(describeRefusal(failure, attempt));
    const retryAt = computeRetryAt(failure.headers, failure.message, Date.now());
    if (code === 'conflict')
        return { outcome: 'conflict', detail: message, retryAt };
    if (code === 'outcome-unknown')
        return { outcome: 'lost', detail: message, retryAt };
    throw makeFailureError(failure, attempt);
}
function describeRefusal(failure, { target, ...attempt }) {
    const { repository, branch, tokenInput } = target;
    return { ...failure, ...attempt, repository, branch, tokenInput };
}
function explainRefusal(refusal) {
    const rule = REFUSAL_RULES.find((candidate) => applies(candidate, refusal));
    if (rule !== undefined) {
        const { code, isLimit } = rule;
        return { code, message: rule.explain(refusal), isLimit };
    }
    const { status, type, action, repository, path, message } = refusal;
    const what = action === 'pull-request' ? 'work on a pull request of' : `${action} ${path} in`;
    const said = `${type ?? `status ${status}`}: ${message}`;
    if (isFailure(refusal)) {
        return { code: FAILED[action], message: `The server failed (${said}).` };
    }
    const code = action === 'read' ? 'read-refused' : 'write-refused';
    return {
        code,
        message: `The server refused to ${what} ${repository} with ${said}`,
    };
}
const FAILED = {
    read: 'unavailable',
    write: 'outcome-unknown',
    'pull-request': 'unavailable',
};
const REFUSED = ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'NOT_FOUND', 'UNPROCESSABLE'];
function isFailure({ status, type = '' }) {
    return status === 200 && !REFUSED.includes(type) && !/[a-z]/.test(type);
}
function makeRefusalError(refusal, cause) {
    const { code, message, isLimit } = explainRefusal(refusal);
    const retryAt = computeRetryAt(refusal.headers, refusal.message, Date.now());
    return new errors/* PromoteError */.jG(code, message, {
        cause,
        retryAt,
        isLimit,
        mayAppear: saysAbsent(refusal),
    });
}
const ABSENT = /object does not exist|reference update failed|reference does not exist|\bhead invalid|could not resolve to/i;
function saysAbsent({ status, type, message }) {
    return status === 404 || type === 'NOT_FOUND' || ABSENT.test(message);
}
function applies(rule, refusal) {
    const header = rule.header === undefined ? undefined : refusal.headers[rule.header[0]];
    return (isTold(rule, refusal) &&
        (rule.action === undefined || rule.action === refusal.action) &&
        (rule.root === undefined || refusal.path === '') &&
        (rule.message === undefined || rule.message.test(refusal.message)) &&
        (rule.header === undefined || (typeof header === 'string' && rule.header[1].test(header))));
}
function isTold({ status, type }, refusal) {
    if (status === undefined && type === undefined)
        return true;
    if (status?.includes(refusal.status))
        return true;
    return refusal.type !== undefined && (type?.includes(refusal.type) ?? false);
}
const LEAST_WAIT = 60_000;
const LIMIT = /rate limit|abuse detection|too many requests|submitted too quickly/i;
function computeRetryAt(headers, message, now) {
    const retryAfter = (0,retry_after/* computeRetryAfter */.wy)(headers, now);
    if (retryAfter !== undefined)
        return retryAfter;
    const reset = (0,retry_after/* parseSeconds */.fL)(headers['x-ratelimit-reset']);
    if ((0,retry_after/* parseSeconds */.fL)(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
        return Math.max(now, reset * 1000 + (0,retry_after/* computeSkew */.OO)(headers, now));
    }
    return LIMIT.test(message) ? now + LEAST_WAIT : undefined;
}


/***/ })

};

//# sourceMappingURL=789.index.js.map