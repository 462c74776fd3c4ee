export const id = 498;
export const ids = [498];
export const modules = {

/***/ 5006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ GraphqlClient)
/* harmony export */ });
/* harmony import */ var _replies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5239);


const ABSENT = [301, 302, 307, 308, 404, 405, 501];
class GraphqlClient {
    #rest;
    #isAbsent;
    constructor(rest, apiUrl) {
        this.#rest = rest;
        this.#isAbsent = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitea */ .Hd)(apiUrl);
    }
    async request(query, variables) {
        if (this.#isAbsent)
            return { kind: 'absent' };
        const answer = await this.#rest.postGraphql(query, variables);
        if (answer.kind === 'ok')
            return (0,_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGraphqlReply */ .zE)(answer);
        this.#isAbsent = answer.kind === 'refused' && ABSENT.includes(answer.status);
        return this.#isAbsent ? { kind: 'absent' } : answer;
    }
}


/***/ }),

/***/ 5145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cP: () => (/* binding */ parseHistories),
/* harmony export */   h3: () => (/* binding */ isCarriedOut),
/* harmony export */   lu: () => (/* binding */ parseCreatedCommit),
/* harmony export */   ww: () => (/* binding */ parseHead),
/* harmony export */   zE: () => (/* binding */ parseGraphqlReply)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3659);
/* harmony import */ var _rest_replies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6190);


const TYPES = new Map([
    [0o040000, 'dir'],
    [0o120000, 'symlink'],
    [0o160000, 'submodule'],
]);
function parseGraphqlReply({ data: reply, headers, }) {
    const { data, errors } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(reply);
    if (Array.isArray(errors) && errors.length > 0) {
        const refused = errors.map(_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY);
        const type = refused.map(typeOf).find((word) => word !== undefined);
        const message = refused.map(messageOf).join(' ');
        const refusal = { kind: 'refused', status: 200, message, headers, granted: data };
        return { ...refusal, type };
    }
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(data))
        return { kind: 'ok', data, headers };
    return { kind: 'unanswered', detail: 'what it sent could not be read' };
}
function typeOf({ type, extensions }) {
    const word = type ?? (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(extensions)['code'];
    return typeof word === 'string' ? word : undefined;
}
function messageOf({ message }) {
    return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}
function parseHead(data, paths) {
    const { nameWithOwner: repository, head } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['repository']);
    const { name: branch, target } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(head);
    const { oid: commit, ...files } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(target);
    if (typeof repository !== 'string' || typeof branch !== 'string')
        return undefined;
    if (typeof commit !== 'string')
        return undefined;
    const entries = new Map();
    for (const [index, path] of paths.entries()) {
        const entry = parseTreeEntry(path, files[`file${index}`]);
        if (entry !== undefined)
            entries.set(path, entry);
    }
    return { repository, branch, commit, entries };
}
function parseTreeEntry(path, data) {
    const { mode, oid: sha, object } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data);
    if (typeof sha !== 'string')
        return undefined;
    const { text } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(object);
    return {
        name: path.slice(path.lastIndexOf('/') + 1),
        type: TYPES.get(mode) ?? 'file',
        sha,
        ...(typeof text === 'string' && { text }),
    };
}
function parseHistories(data, paths) {
    const { head } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['repository']);
    const { target } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(head);
    return new Map(paths.map((path, index) => {
        const { nodes } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(target)[`history${index}`]);
        return [path, Array.isArray(nodes) ? nodes.flatMap(parseCommitNode) : []];
    }));
}
function parseCommitNode(data) {
    const { oid: sha, message, parents } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data);
    if (typeof sha !== 'string' || typeof message !== 'string')
        return [];
    const { nodes } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(parents);
    const [first] = Array.isArray(nodes) ? nodes : [];
    const { oid: parent } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(first);
    return [{ sha, message, ...(typeof parent === 'string' && { parent }) }];
}
function isCarriedOut(data) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['createCommitOnBranch']);
}
function parseCreatedCommit(data, message) {
    const commit = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['createCommitOnBranch'])['commit']);
    const { oid: sha, url, signature } = commit;
    if (typeof sha !== 'string')
        return undefined;
    const isVerified = parseSignature(signature);
    return { sha, message, isVerified, ...(typeof url === 'string' && { url }) };
}
function parseSignature(signature) {
    if (signature === null)
        return false;
    const { isValid } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(signature);
    return typeof isValid === 'boolean' ? isValid : undefined;
}


/***/ }),

/***/ 7498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHubPullRequests: () => (/* binding */ GitHubPullRequests)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/github/http/client.ts + 2 modules
var client = __webpack_require__(5239);
// EXTERNAL MODULE: ./src/github/rest/replies.ts
var replies = __webpack_require__(6190);
;// CONCATENATED MODULE: ./src/github/pull-requests/replies.ts

const METHODS = ['merge', 'squash', 'rebase'];
function parseHeadRef(data) {
    const { sha } = (0,replies/* asRecord */.qY)((0,replies/* asRecord */.qY)(data)['object']);
    if (typeof sha !== 'string')
        throw (0,replies/* unexpectedReply */.Cp)('a ref');
    return sha;
}
function parseBranchComparison(data) {
    const { commits, total_commits: total, merge_base_commit: start, files } = (0,replies/* asRecord */.qY)(data);
    const isCurrent = (0,replies/* asRecord */.qY)(data)['behind_by'] === 0;
    const parsed = (0,replies/* parseCommits */.iZ)(commits);
    const head = parsed.length === 0 ? (0,replies/* asRecord */.qY)(start)['sha'] : findTip(commits);
    if (typeof head !== 'string' || typeof total !== 'number')
        throw (0,replies/* unexpectedReply */.Cp)('a comparison');
    const isTip = ({ sha }) => sha === head;
    const rest = parsed.filter((commit) => !isTip(commit)).toReversed();
    const newestFirst = [...parsed.filter(isTip), ...rest];
    return { head, commits: newestFirst, total, paths: parseChangedPaths(files), isCurrent };
}
function findTip(commits) {
    const entries = asList(commits).map(replies/* asRecord */.qY);
    const parents = entries.flatMap(({ parents }) => asList(parents));
    const inner = new Set(parents.map((parent) => (0,replies/* asRecord */.qY)(parent)['sha']));
    return entries.map(({ sha }) => sha).findLast((sha) => !inner.has(sha));
}
function parseChangedPaths(files) {
    const names = asList(files).map((file) => (0,replies/* asRecord */.qY)(file)['filename']);
    return names.filter((name) => typeof name === 'string');
}
function parsePullRequests(data) {
    if (!Array.isArray(data))
        throw (0,replies/* unexpectedReply */.Cp)('a list of pull requests');
    return data.map((entry) => {
        const { head, base } = (0,replies/* asRecord */.qY)(entry);
        const [from, into] = [head, base].map((end) => (0,replies/* asRecord */.qY)(end)['ref']);
        const [source, target] = [head, base].map((end) => (0,replies/* asRecord */.qY)((0,replies/* asRecord */.qY)(end)['repo'])['full_name']);
        const isOfFork = source === undefined || source !== target;
        return { pullRequest: parsePullRequest(entry), from, into, isOfFork };
    });
}
function parsePullRequest(data) {
    const { number, html_url: url, node_id: nodeId, title, body, ...entry } = (0,replies/* asRecord */.qY)(data);
    const { sha: head } = (0,replies/* asRecord */.qY)(entry['head']);
    const { node_id: repositoryId } = (0,replies/* asRecord */.qY)((0,replies/* asRecord */.qY)(entry['base'])['repo']);
    if (typeof number !== 'number' || typeof url !== 'string' || typeof nodeId !== 'string') {
        throw (0,replies/* unexpectedReply */.Cp)('a pull request');
    }
    if (typeof title !== 'string' || typeof head !== 'string') {
        throw (0,replies/* unexpectedReply */.Cp)('a pull request');
    }
    const { login: author } = (0,replies/* asRecord */.qY)(entry['user']);
    return {
        ...{ number, url, nodeId, title, head },
        repositoryId: typeof repositoryId === 'string' ? repositoryId : '',
        body: typeof body === 'string' ? body : '',
        author: typeof author === 'string' ? author : '',
        labels: parseNames(entry['labels'], 'name'),
        reviewers: parseNames(entry['requested_reviewers'], 'login'),
        teams: parseNames(entry['requested_teams'], 'slug'),
        autoMerge: parseMergePlan(entry['auto_merge']),
    };
}
function parseMergePlan(data) {
    const { merge_method: word, commit_title: title, commit_message: text } = (0,replies/* asRecord */.qY)(data);
    const method = METHODS.find((known) => known === word);
    if (method !== 'squash')
        return method && { method };
    return { method, title: asText(title), text: asText(text) };
}
function asText(value) {
    return typeof value === 'string' ? value : '';
}
function parseNames(list, key) {
    const names = asList(list).map((item) => (0,replies/* asRecord */.qY)(item)[key]);
    return names.filter((name) => typeof name === 'string');
}
function parseMerged(data, { number, url }) {
    const { sha } = (0,replies/* asRecord */.qY)(data);
    if (typeof sha !== 'string') {
        return { outcome: 'lost', detail: 'The answer to the merge could not be read.' };
    }
    const page = url.replace(/\/pull\/\d+$/, `/commit/${sha}`);
    const commit = { sha, message: `Merge pull request #${number}` };
    return { outcome: 'committed', commit: { ...commit, ...(page !== url && { url: page }) } };
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}

// EXTERNAL MODULE: ./src/github/graphql/client.ts
var graphql_client = __webpack_require__(5006);
// EXTERNAL MODULE: ./src/github/refusals/explain.ts + 6 modules
var explain = __webpack_require__(3963);
;// CONCATENATED MODULE: ./src/github/pull-requests/requests.ts




class Requests {
    target;
    rest;
    graphql;
    constructor(target, trace) {
        this.target = target;
        this.rest = new client/* RestClient */.eo(target, trace);
        this.graphql = new graphql_client/* GraphqlClient */.B(this.rest, target.apiUrl);
    }
    async send(method, path, parameters, branch) {
        return this.dataOf(await this.rest.request(method, path, parameters), path, branch);
    }
    dataOf(answer, path, branch) {
        if (answer.kind === 'ok')
            return answer.data;
        throw this.explain(answer, path, branch);
    }
    explain(failure, path, branch) {
        const target = branch === undefined ? this.target : { ...this.target, branch };
        return (0,explain/* makeFailureError */.HE)(failure, { target, action: 'pull-request', path });
    }
    explainNoGitHub() {
        return new errors/* PromoteError */.jG('invalid-input', `mode: pull-request needs GitHub or GitHub Enterprise Server, and ${this.target.apiUrl} cannot do what it takes. Set mode: commit.`);
    }
}
function isRefused(answer, status, message) {
    if (answer.kind !== 'refused' || answer.status !== status)
        return false;
    return message.test(answer.message);
}

;// CONCATENATED MODULE: ./src/github/pull-requests/branches.ts





const FIND_REPOSITORY = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { id }
}`;
const MOVE_BRANCH = `mutation ($input: UpdateRefsInput!) {
  updateRefs(input: $input) { clientMutationId }
}`;
class GitHubBranches {
    api;
    #repositoryId;
    constructor(target, trace) {
        this.api = new Requests(target, trace);
    }
    async readHead(branch) {
        const path = `git/ref/heads/${encodePath(branch)}`;
        const answer = await this.api.rest.request('GET', path, {});
        if (isRefused(answer, 404, /not found/i))
            return undefined;
        return parseHeadRef(this.api.dataOf(answer, path, branch));
    }
    async compareBranch(branch, base) {
        if ((0,client/* isGitea */.Hd)(this.api.target.apiUrl))
            throw this.api.explainNoGitHub();
        const path = `compare/${encodePath(base)}...${encodePath(branch)}`;
        const answer = await this.api.rest.request('GET', path, { per_page: 100 });
        if (isRefused(answer, 404, /^not found$/i))
            return undefined;
        const { total, ...comparison } = parseBranchComparison(this.api.dataOf(answer, path, branch));
        if (total === comparison.commits.length)
            return comparison;
        throw new errors/* PromoteError */.jG('branch-occupied', `pull-request-branch: the branch ${branch} holds ${total} commits that ${base} does not have, far more than promotions put there. Give this promotion another pull-request-branch, or delete that branch.`);
    }
    async createBranch(branch, sha) {
        const answer = await this.api.rest.request('POST', 'git/refs', {
            ref: `refs/heads/${branch}`,
            sha,
        });
        if (isRefused(answer, 422, /reference already exists/i))
            return false;
        this.api.dataOf(answer, 'git/refs', branch);
        return true;
    }
    async moveBranch(branch, { from, to, open }) {
        const told = open?.repositoryId ?? '';
        const repositoryId = told === '' ? await this.#findRepository(branch) : told;
        if (repositoryId !== undefined) {
            const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to, force: true };
            const input = { repositoryId, refUpdates: [update] };
            const answer = await this.api.graphql.request(MOVE_BRANCH, { input });
            if (answer.kind === 'ok')
                return;
            if (answer.kind !== 'absent' && !isUnknownMutation(answer)) {
                throw await this.#explainMove(answer, branch, from);
            }
        }
        if ((await this.readHead(branch)) !== from)
            throw overtaken(branch);
        const body = { sha: to, force: true };
        await this.api.send('PATCH', `git/refs/heads/${encodePath(branch)}`, body, branch);
    }
    async #findRepository(branch) {
        if (this.#repositoryId !== undefined)
            return this.#repositoryId;
        const [owner, name] = this.api.target.repository.split('/');
        const answer = await this.api.graphql.request(FIND_REPOSITORY, { owner, name });
        if (answer.kind === 'absent')
            return undefined;
        const { id } = (0,replies/* asRecord */.qY)((0,replies/* asRecord */.qY)(this.api.dataOf(answer, 'graphql', branch))['repository']);
        if (typeof id === 'string')
            this.#repositoryId = id;
        return this.#repositoryId;
    }
    async #explainMove(failure, branch, from) {
        const error = this.api.explain(failure, `git/refs/heads/${branch}`, branch);
        return error.isTransient || (await this.readHead(branch)) === from ? error : overtaken(branch);
    }
    async deleteBranch(branch) {
        const path = `git/refs/heads/${encodePath(branch)}`;
        const answer = await this.api.rest.request('DELETE', path, {});
        if (isRefused(answer, 422, /reference does not exist/i))
            return false;
        this.api.dataOf(answer, path, branch);
        return true;
    }
}
function overtaken(branch) {
    return new errors/* PromoteError */.jG('conflict', `somebody else has written to the branch ${branch} first.`);
}
function isUnknownMutation(failure) {
    return failure.kind === 'refused' && failure.message.includes("doesn't exist on type 'Mutation'");
}
function encodePath(branch) {
    return branch.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./src/github/pull-requests/pull-requests.ts




const ENABLE_AUTO_MERGE = `mutation ($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;
const DISABLE_AUTO_MERGE = `mutation ($input: DisablePullRequestAutoMergeInput!) {
  disablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;
const CLEAN = /in (?:clean|unstable|has_hooks) status|protected branch rules not configured|does not have required protected branch rules/i;
class GitHubPullRequests extends GitHubBranches {
    async findOpen(branch, base) {
        const [owner = ''] = this.api.target.repository.split('/');
        const query = { state: 'open', head: `${owner}:${branch}` };
        const listed = parsePullRequests(await this.api.send('GET', 'pulls', query, branch));
        const found = listed.filter(({ from, isOfFork }) => from === branch && !isOfFork);
        const other = found.find(({ into }) => into !== base);
        if (other === undefined)
            return found[0]?.pullRequest;
        throw new errors/* PromoteError */.jG('branch-occupied', `pull-request-branch: pull request #${other.pullRequest.number} asks to merge the branch ${branch} into ${String(other.into)}, and this promotion is to ${base}. Put {{gitops-branch}} into pull-request-branch.`);
    }
    async open(branch, base, { title, body, draft }) {
        const request = { title, body, head: branch, base, draft };
        const answer = await this.api.rest.request('POST', 'pulls', request);
        if (isRefused(answer, 422, /pull request already exists/i))
            return undefined;
        return parsePullRequest(this.api.dataOf(answer, 'pulls', branch));
    }
    async rewrite({ number }, { title, body }) {
        await this.api.send('PATCH', `pulls/${number}`, { title, body });
    }
    async addLabels({ number }, labels) {
        await this.api.send('POST', `issues/${number}/labels`, { labels });
    }
    async requestReviews({ number }, { reviewers, teams }) {
        await this.api.send('POST', `pulls/${number}/requested_reviewers`, {
            ...(reviewers.length > 0 && { reviewers }),
            ...(teams.length > 0 && { team_reviewers: teams }),
        });
    }
    async enableAutoMerge({ nodeId: pullRequestId }, { method, title, text }, head) {
        const input = {
            ...{ pullRequestId, mergeMethod: method.toUpperCase(), expectedHeadOid: head },
            ...{ commitHeadline: title, commitBody: text },
        };
        const answer = await this.api.graphql.request(ENABLE_AUTO_MERGE, { input });
        if (answer.kind === 'absent')
            throw this.api.explainNoGitHub();
        if (answer.kind === 'refused' && CLEAN.test(answer.message))
            return 'clean';
        this.api.dataOf(answer, 'graphql');
        return 'enabled';
    }
    async disableAutoMerge({ nodeId: pullRequestId }) {
        const answer = await this.api.graphql.request(DISABLE_AUTO_MERGE, { input: { pullRequestId } });
        if (answer.kind === 'absent')
            throw this.api.explainNoGitHub();
        this.api.dataOf(answer, 'graphql');
    }
    async merge(pullRequest, { method, title, text }, sha) {
        const path = `pulls/${pullRequest.number}/merge`;
        const body = { sha, merge_method: method, commit_title: title, commit_message: text };
        const answer = await this.api.rest.request('PUT', path, body);
        if (answer.kind === 'ok')
            return parseMerged(answer.data, pullRequest);
        const error = this.api.explain(answer, path);
        const { message: detail, retryAt } = error;
        if (error.code === 'conflict')
            return { outcome: 'conflict', detail, retryAt };
        if (answer.kind === 'unanswered' || answer.status >= 500) {
            return { outcome: 'lost', detail, retryAt };
        }
        throw error;
    }
}


/***/ }),

/***/ 6190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ parseWritten),
/* harmony export */   Bp: () => (/* binding */ parseDirectory),
/* harmony export */   Cp: () => (/* binding */ unexpectedReply),
/* harmony export */   Xs: () => (/* binding */ parseBlob),
/* harmony export */   iZ: () => (/* binding */ parseCommits),
/* harmony export */   qY: () => (/* binding */ asRecord),
/* harmony export */   xj: () => (/* binding */ parseContentFile)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3659);


const MAX_FILE_BYTES = 1024 * 1024;
const ENTRY_TYPES = ['file', 'dir', 'symlink', 'submodule'];
function parseDirectory(data) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(data))
        return undefined;
    if (data === '')
        throw unexpectedReply('a directory');
    if (!Array.isArray(data)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-input', 'gitops-api-url: expected a REST API, but the answer is not JSON. On GitHub Enterprise Server it ends in /api/v3, on Gitea and Forgejo in /api/v1.');
    }
    return data.map((entry) => {
        const { name, type, sha } = asRecord(entry);
        const known = ENTRY_TYPES.find((word) => word === type);
        if (typeof name !== 'string' || known === undefined)
            throw unexpectedReply('a directory');
        return { name, type: known, ...(typeof sha === 'string' && { sha }) };
    });
}
function parseContentFile(data) {
    const { type, sha, encoding, content, url, path, size } = asRecord(data);
    if (type === 'submodule' || type === 'symlink')
        throw notRegular(path, type);
    if (type !== 'file' || typeof sha !== 'string')
        throw unexpectedReply('a file');
    assertSize(path, size);
    const ref = refOf(url);
    return {
        blobSha: sha,
        ...(encoding !== 'none' && typeof content === 'string' && { base64: content }),
        ref,
    };
}
function assertSize(path, size) {
    if (typeof size !== 'number' || size <= MAX_FILE_BYTES)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unsupported-file', `${typeof path === 'string' ? path : 'The file'}: expected at most 1 MiB (${MAX_FILE_BYTES} bytes), got ${size} bytes. Split the file, or name another.`);
}
function parseBlob(data, path) {
    const { encoding, content, size } = asRecord(data);
    assertSize(path, size);
    if (encoding !== 'base64' || typeof content !== 'string')
        throw unexpectedReply('a blob');
    return Buffer.from(content, 'base64');
}
function parseWritten(data, message) {
    const commit = asRecord(data)['commit'];
    return parseCommit(commit, commit, message);
}
function parseCommits(data) {
    if (!Array.isArray(data))
        throw unexpectedReply('a list of commits');
    return data.map((entry) => {
        const inner = asRecord(asRecord(entry)['commit']);
        const { message } = inner;
        const commit = parseCommit(entry, inner, typeof message === 'string' ? message : '');
        if (commit === undefined)
            throw unexpectedReply('a list of commits');
        return commit;
    });
}
function parseCommit(data, signed, message) {
    const { sha, html_url: url } = asRecord(data);
    if (typeof sha !== 'string')
        return undefined;
    const { verified } = asRecord(asRecord(signed)['verification']);
    const isVerified = typeof verified === 'boolean' ? verified : undefined;
    return {
        sha,
        message,
        isVerified,
        ...firstParent(data),
        ...(typeof url === 'string' && { url }),
    };
}
function firstParent(data) {
    const { parents } = asRecord(data);
    const [first] = Array.isArray(parents) ? parents : [];
    const { sha } = asRecord(first);
    return typeof sha === 'string' ? { parent: sha } : {};
}
function refOf(url) {
    if (typeof url !== 'string' || !URL.canParse(url))
        return undefined;
    return new URL(url).searchParams.get('ref') ?? undefined;
}
function asRecord(value) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value) ? value : {};
}
function notRegular(path, type) {
    const kind = type === 'submodule' ? 'a submodule' : 'a symbolic link';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unsupported-file', `${typeof path === 'string' ? path : 'The path'} is ${kind}, and only a regular file can be changed. Name the file itself.`);
}
function unexpectedReply(expected) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unavailable', `The server's reply could not be read: expected ${expected}.`);
}


/***/ })

};

//# sourceMappingURL=498.index.js.map