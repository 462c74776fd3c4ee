export const id = 520;
export const ids = [520];
export const modules = {

/***/ 5006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ GraphqlClient)
/* harmony export */ });
/* harmony import */ var _replies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5239);


/** Statuses of an address at which nothing takes a POST, or that is another's. */
const ABSENT = [301, 302, 307, 308, 404, 405, 501];
/** Requests to the GraphQL API of a server that may have none. */
class GraphqlClient {
    #rest;
    #isAbsent;
    /** @param apiUrl Base address of the REST API. */
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


/** Modes of git, which GraphQL gives as numbers; all others are files. */
const TYPES = new Map([
    [0o040000, 'dir'],
    [0o120000, 'symlink'],
    [0o160000, 'submodule'],
]);
/**
 * Narrows the reply to a GraphQL request, which is answered with status 200 whatever becomes of it.
 * Where something was refused, that counts, and what was granted is told beside it.
 */
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
/** Refusals have a type, mistakes in the query a code. */
function typeOf({ type, extensions }) {
    const word = type ?? (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(extensions)['code'];
    return typeof word === 'string' ? word : undefined;
}
function messageOf({ message }) {
    return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}
/**
 * Narrows the data of the read query; `undefined` when there is no such repository or branch.
 * @param paths Those that were asked for, in that order.
 */
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
/**
 * Narrows the data of the history query: of each path its commits, newest first.
 * @param paths Those that were asked for, in that order.
 */
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
/** Whether the data of the mutation tell that it was carried out, whatever else was refused. */
function isCarriedOut(data) {
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['createCommitOnBranch']);
}
/** Narrows the data of the mutation; `undefined` when it names no commit. */
function parseCreatedCommit(data, message) {
    const commit = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)['createCommitOnBranch'])['commit']);
    const { oid: sha, url, signature } = commit;
    if (typeof sha !== 'string')
        return undefined;
    const isVerified = parseSignature(signature);
    return { sha, message, isVerified, ...(typeof url === 'string' && { url }) };
}
/** A commit without a signature has null; a signature that could not be read tells nothing. */
function parseSignature(signature) {
    if (signature === null)
        return false;
    const { isValid } = (0,_rest_replies_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(signature);
    return typeof isValid === 'boolean' ? isValid : undefined;
}


/***/ }),

/***/ 4520:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHubRepository: () => (/* binding */ GitHubRepository)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/github/graphql/client.ts
var client = __webpack_require__(5006);
;// CONCATENATED MODULE: ./src/github/graphql/queries.ts
/** Asks for the head of the branch, and for paths at that very commit, with their modes. */
function renderReadRequest(target, paths) {
    const files = paths.map((_, index) => `file${index}: file(path: $path${index}) { ...Entry }`);
    const fragment = 'fragment Entry on TreeEntry { mode oid object { ... on Blob { text } } }';
    return renderFilesQuery(target, paths, files, fragment);
}
/** Asks for the newest commits of the branch that changed each of the paths. */
function renderHistoryRequest(target, paths, count) {
    const histories = paths.map((_, index) => `history${index}: history(first: ${count}, path: $path${index}) { ...Commits }`);
    const fragment = 'fragment Commits on CommitHistoryConnection { nodes { oid message parents(first: 1) { nodes { oid } } } }';
    return renderFilesQuery(target, paths, histories, fragment);
}
/** @param fields Of the commit at the head, one for each path. */
function renderFilesQuery({ repository, branch }, paths, fields, fragment) {
    const [owner = '', name = ''] = repository.split('/');
    const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
    const query = `query ($owner: String!, $name: String!${branch === undefined ? '' : ', $ref: String!'}${declared}) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    head: ${branch === undefined ? 'defaultBranchRef' : 'ref(qualifiedName: $ref)'} {
      name
      target {
        oid
        ... on Commit {
          ${fields.join('\n          ')}
        }
      }
    }
  }
}
${fragment}`;
    const given = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
    // Of a bare name it could be a tag.
    const ref = branch === undefined ? {} : { ref: `refs/heads/${branch}` };
    return { query, variables: { owner, name, ...ref, ...given } };
}
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;
/**
 * Asks for a commit. There is no field for modes, and none is needed: a file that is there keeps its
 * own. A list that is null makes GitHub fail, so there are no deletions at all.
 */
function renderCommitRequest(content) {
    const { repository, branch, head, message, changes } = content;
    const additions = changes.map(({ file, bytes }) => ({
        path: file.path,
        contents: Buffer.from(bytes).toString('base64'),
    }));
    const input = {
        branch: { repositoryNameWithOwner: repository, branchName: branch },
        expectedHeadOid: head,
        message: splitMessage(message),
        fileChanges: { additions },
    };
    return { query: MUTATION, variables: { input } };
}
/** The server puts a blank line between the two again. */
function splitMessage(message) {
    const end = message.indexOf('\n');
    if (end === -1)
        return { headline: message };
    const body = message.slice(end).replace(/^\n+/, '');
    return { headline: message.slice(0, end), ...(body !== '' && { body }) };
}

// EXTERNAL MODULE: ./src/github/graphql/replies.ts
var replies = __webpack_require__(5145);
// EXTERNAL MODULE: ./src/github/refusals/explain.ts + 6 modules
var explain = __webpack_require__(3963);
;// CONCATENATED MODULE: ./src/github/rest/chosen-file.ts

/** The names that kustomize looks for in a directory. */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** How many entries of a directory GitHub lists at the most; it leaves the rest out. */
const LONGEST_LISTING = 1000;
/** The inputs that a path may stand in, for messages. */
const INPUTS = { kustomization: 'kustomization', file: 'values or targets' };
/** The directory that a request looks in; empty is the root. */
function directoryOf(request) {
    return splitRequest(request).directory;
}
/** The paths that answer a request: of a directory, those of the names that kustomize knows. */
function candidatesOf(request) {
    const { directory, names } = splitRequest(request);
    return names.map((name) => locateEntry(directory, name));
}
/**
 * The file that was asked for, among the entries of its directory.
 * @param repository `owner/name`, for messages.
 * @throws PromoteError `path-not-found`, `path-ambiguous` (kustomize refuses two as well), or
 *   `unsupported-file` for what is not a regular file.
 */
function chooseFile(entries, request, repository) {
    const { directory, names } = splitRequest(request);
    const [entry, second] = entries.filter(({ name }) => names.includes(name));
    const inputs = request.input ?? INPUTS[request.kind];
    if (entry === undefined) {
        throw new errors/* PromoteError */.jG('path-not-found', `${inputs}: ${repository} has no ${names.join(', ')} in ${quoteDirectory(directory)}. ${renderEntries(entries)}${entries.length < LONGEST_LISTING ? '' : ' A listing ends after 1,000 entries, and only commit-api: graphql finds what comes behind them.'}`);
    }
    if (second !== undefined) {
        throw new errors/* PromoteError */.jG('path-ambiguous', `kustomization: ${quoteDirectory(directory)} holds both ${entry.name} and ${second.name}, and kustomize refuses that. Remove one of them.`);
    }
    const path = locateEntry(directory, entry.name);
    if (entry.type === 'file')
        return { path, entry };
    throw new errors/* PromoteError */.jG('unsupported-file', `${inputs}: ${path} in ${repository} is ${KINDS[entry.type]}, and only a regular file can be changed. Name the file itself.`);
}
const KINDS = { dir: 'a directory', symlink: 'a symbolic link', submodule: 'a submodule' };
/** What is there instead, for a message: 20 names at the most. */
function renderEntries(entries) {
    if (entries.length === 0)
        return 'Nothing is there.';
    const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
    return `There are: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}
/** A kustomization that is not named as a YAML file is named by its directory. */
function splitRequest({ kind, path }) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const isFile = kind === 'file' || NAMES.includes(name) || /\.ya?ml$/i.test(name);
    if (!isFile)
        return { directory: path, names: NAMES };
    return { directory: path.slice(0, Math.max(slash, 0)), names: [name] };
}
function locateEntry(directory, name) {
    return directory === '' ? name : `${directory}/${name}`;
}
function quoteDirectory(path) {
    return path === '' ? 'its root directory' : path;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/github/http/client.ts + 2 modules
var http_client = __webpack_require__(5239);
// EXTERNAL MODULE: ./src/github/rest/replies.ts
var rest_replies = __webpack_require__(6190);
;// CONCATENATED MODULE: ./src/github/rest/contents.ts






/**
 * The name that git gives to a blob: the hash of `blob <length>\0` and its bytes.
 * @param like A name of the same repository, which tells SHA-1 (40 digits) from SHA-256 (64).
 */
function computeBlobSha(bytes, like) {
    const hash = (0,external_node_crypto_.createHash)(like.length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
/** Whether these bytes are those of the blob. */
function isWholeBlob(bytes, sha) {
    return bytes !== undefined && computeBlobSha(bytes, sha) === sha;
}
/**
 * The bytes of a blob: those that came with its file, or, where these were cut, left out or
 * transcoded, those that are fetched by its name.
 * @throws PromoteError `unsupported-file` when these are not its bytes either.
 */
async function completeBlob({ path, sha, repository }, delivered, client) {
    if (isWholeBlob(delivered, sha))
        return delivered;
    const fetched = (0,rest_replies/* parseBlob */.Xs)(await client.getBlob(sha, path), path);
    if (isWholeBlob(fetched, sha))
        return fetched;
    throw new errors/* PromoteError */.jG('unsupported-file', `${path} in ${repository} was not delivered byte for byte (its blob is ${sha}), so it cannot be changed safely.`);
}
/** Requests of REST for files of one branch, and what their failures mean. */
class ContentsClient {
    #rest;
    #target;
    /** The name of the default branch, asked for once. */
    #default;
    constructor(target, rest) {
        this.#target = target;
        this.#rest = rest;
    }
    /** GET of a file or directory at the branch. The root directory has an empty path. */
    async getContents(path) {
        return this.#get(contentsOf(path), path, { ref: this.#target.branch });
    }
    /** GET of a blob, which has no limit of size that a manifest meets. */
    async getBlob(sha, path) {
        return this.#get(`git/blobs/${sha}`, path, {});
    }
    /** GET of the branch's newest commits, or of those that changed a file. */
    async getCommits(count, path) {
        // Gitea has a word of its own for it, and GitHub knows no other than its own.
        const size = (0,http_client/* isGitea */.Hd)(this.#target.apiUrl) ? { limit: count } : { per_page: count };
        const query = { sha: this.#target.branch, path, ...size };
        return this.#get('commits', path ?? '', query);
    }
    /** PUT of a file: a commit of its own. */
    async putFile(path, body) {
        return this.#rest.request('PUT', contentsOf(path), body);
    }
    async #get(url, path, query) {
        const answer = await this.#rest.request('GET', url, query);
        if (answer.kind === 'ok')
            return answer.data;
        throw await this.#explain(answer, path);
    }
    async #explain(failure, path) {
        const newName = await this.#findNewName(failure);
        const attempt = { target: this.#target, action: 'read', path, newName };
        const error = (0,explain/* makeFailureError */.HE)(failure, attempt);
        if (error.code !== 'branch-not-found' || this.#target.branch === undefined)
            return error;
        return (0,explain/* makeFailureError */.HE)(failure, {
            ...attempt,
            defaultBranch: await (this.#default ??= this.#findDefault()),
        });
    }
    /** Whoever misspells a branch often means the default one. */
    async #findDefault() {
        const answer = await this.#rest.request('GET', '', {});
        const data = answer.kind === 'ok' && (0,json/* isJsonObject */.O)(answer.data) ? answer.data : {};
        const { default_branch: name } = data;
        return typeof name === 'string' ? name : undefined;
    }
    /**
     * A renamed repository answers with the address that its number has, at which its name is; on
     * Gitea and Forgejo with that of its name.
     */
    async #findNewName(failure) {
        const location = failure.kind === 'refused' ? failure.headers['location'] : undefined;
        if (typeof location !== 'string')
            return undefined;
        const { named, id } = /\/(?:repos\/(?<named>[^/?#]+\/[^/?#]+)|repositories\/(?<id>\d+))(?=[/?#]|$)/.exec(location)
            ?.groups ?? {};
        if (named !== undefined && named !== this.#target.repository)
            return named;
        if (id === undefined)
            return undefined;
        const answer = await this.#rest.requestRepository(id);
        const data = answer.kind === 'ok' && (0,json/* isJsonObject */.O)(answer.data) ? answer.data : {};
        const { full_name: name } = data;
        return typeof name === 'string' ? name : undefined;
    }
}
/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function contentsOf(path) {
    return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

;// CONCATENATED MODULE: ./src/github/graphql/files.ts






/** Files of a branch through GraphQL: all of them in one query, and in one commit. */
class GraphqlEngine {
    #target;
    #client;
    #contents;
    #blobs;
    /**
     * @param contents Explains what is absent, which GraphQL does not.
     * @param blobs Fetches what GraphQL does not deliver whole.
     */
    constructor(target, client, contents, blobs) {
        this.#target = target;
        this.#client = client;
        this.#contents = contents;
        this.#blobs = blobs;
    }
    /** Reads files at the head of the branch; `undefined` when the server has no GraphQL for it. */
    async readFiles(requests) {
        const paths = [...new Set(requests.flatMap(candidatesOf))];
        const { query, variables } = renderReadRequest(this.#target, paths);
        const answer = await this.#client.request(query, variables);
        if (answer.kind === 'absent' || isTooOld(answer))
            return undefined;
        if (answer.kind === 'refused' && answer.type === 'NOT_FOUND') {
            throw await this.#explainAbsent(requests);
        }
        if (answer.kind !== 'ok') {
            const path = requests.map((request) => request.path).join(', ');
            throw (0,explain/* makeFailureError */.HE)(answer, { target: this.#target, action: 'read', path });
        }
        const head = (0,replies/* parseHead */.ww)(answer.data, paths);
        if (head === undefined)
            throw await this.#explainAbsent(requests, true);
        this.#assertName(head);
        const chosen = chooseEntries(requests, head);
        if (chosen === undefined)
            throw await this.#explainAbsent(requests);
        const files = await this.#completeFiles(chosen);
        return { files, branch: head.branch, head: head.commit };
    }
    /**
     * Replaces files in one commit, if the branch still is where it was read; `undefined` when the
     * server has no GraphQL.
     */
    async commitFiles(branch, head, changes, message) {
        const { repository } = this.#target;
        const content = { repository, branch, head, changes, message };
        const { query, variables } = renderCommitRequest(content);
        const answer = await this.#client.request(query, variables);
        if (answer.kind === 'absent')
            return undefined;
        const data = answer.kind === 'refused' ? answer.granted : undefined;
        if (answer.kind !== 'ok' && !(0,replies/* isCarriedOut */.h3)(data)) {
            const path = changes.map(({ file }) => file.path).join(', ');
            const target = { ...this.#target, branch };
            return (0,explain/* resolveFailedWrite */.pk)(answer, { target, action: 'write', path });
        }
        const commit = (0,replies/* parseCreatedCommit */.lu)(answer.kind === 'ok' ? answer.data : data, message);
        if (commit !== undefined)
            return { outcome: 'committed', commit };
        return { outcome: 'lost', detail: 'The answer to the write could not be read.' };
    }
    /** Of each file the commits that changed it, in one query; `undefined` without GraphQL for it. */
    async readHistories(paths, count) {
        const { query, variables } = renderHistoryRequest(this.#target, paths, count);
        const answer = await this.#client.request(query, variables);
        if (answer.kind === 'absent' || isTooOld(answer))
            return undefined;
        if (answer.kind === 'ok')
            return (0,replies/* parseHistories */.cP)(answer.data, paths);
        throw (0,explain/* makeFailureError */.HE)(answer, {
            target: this.#target,
            action: 'read',
            path: paths.join(', '),
        });
    }
    /** GraphQL follows a rename without a word, where REST answers with the new address. */
    #assertName({ repository: newName }) {
        if (newName.toLowerCase() === this.#target.repository.toLowerCase())
            return;
        const moved = { kind: 'refused', status: 301, message: 'renamed', headers: {} };
        throw (0,explain/* makeFailureError */.HE)(moved, { target: this.#target, action: 'read', path: '', newName });
    }
    async #completeFiles(chosen) {
        const known = new Map();
        const files = [];
        for (const choice of chosen) {
            const file = known.get(choice.path) ?? (await this.#completeFile(choice));
            known.set(choice.path, file);
            files.push(file);
        }
        return files;
    }
    /** The text is cut at 512,000 bytes, and is not what was committed where that is no UTF-8. */
    async #completeFile({ path, entry }) {
        const { sha, text } = entry;
        const blob = { path, sha, repository: this.#target.repository };
        const delivered = text === undefined ? undefined : Buffer.from(text);
        const bytes = await completeBlob(blob, delivered, this.#blobs);
        return { path, bytes, blobSha: sha };
    }
    /**
     * REST tells what is there instead.
     * @throws PromoteError that does; otherwise it is there by now.
     */
    async #explainAbsent(requests, isBranchAbsent = false) {
        await this.#contents.readFiles(requests);
        const { repository, branch } = this.#target;
        if (isBranchAbsent && branch !== undefined) {
            return new errors/* PromoteError */.jG('branch-not-found', `gitops-branch: ${branch} is no branch of ${repository}, but another name of a commit, such as a tag. Name a branch.`);
        }
        return new errors/* PromoteError */.jG('unavailable', `${repository} changed while it was read.`);
    }
}
/** An old server has commits without the paths in them. */
function isTooOld(answer) {
    return answer.kind === 'refused' && answer.type === 'undefinedField';
}
/** What answers each request; `undefined` when nothing does for one of them. */
function chooseEntries(requests, { repository, entries }) {
    const chosen = [];
    for (const request of requests) {
        const found = candidatesOf(request).flatMap((path) => entries.get(path) ?? []);
        if (found.length === 0)
            return undefined;
        chosen.push(chooseFile(found, request, repository));
    }
    return chosen;
}

;// CONCATENATED MODULE: ./src/github/rest/files.ts





/** Files of a branch through the Contents API: a listing, a GET, and a PUT by blob SHA. */
class ContentsEngine {
    #target;
    #client;
    constructor(target, client) {
        this.#target = target;
        this.#client = client;
    }
    /**
     * Reads files, all at the same time. Their directories are listed even where a file itself is named:
     * a GET follows a symbolic link to a file, and a PUT would overwrite the link.
     */
    async readFiles(requests) {
        const reading = {
            listings: new Map(),
            contents: new Map(),
            files: new Map(),
            branch: this.#target.branch,
        };
        const reads = requests.map((request) => this.#readRequest(request, reading));
        // Nothing is on its way any more when a failure is told.
        await Promise.allSettled(reads);
        const files = await Promise.all(reads);
        const { branch } = reading;
        return { files, branch };
    }
    /** Replaces one file in a commit of its own, if it still is what was read. */
    async commitFile({ file, bytes }, branch, message) {
        const { path } = file;
        const answer = await this.#client.putFile(path, {
            message,
            content: Buffer.from(bytes).toString('base64'),
            sha: file.blobSha,
            branch,
        });
        if (answer.kind !== 'ok') {
            return (0,explain/* resolveFailedWrite */.pk)(answer, { target: this.#target, action: 'write', path });
        }
        const commit = (0,rest_replies/* parseWritten */.$s)(answer.data, message);
        if (commit !== undefined)
            return { outcome: 'committed', commit };
        return { outcome: 'lost', detail: 'The answer to the write could not be read.' };
    }
    async readNewestCommits(count) {
        return (0,rest_replies/* parseCommits */.iZ)(await this.#client.getCommits(count));
    }
    /** Of each file the commits that changed it, one request for each. */
    async readHistories(paths, count) {
        const histories = new Map();
        for (const path of paths) {
            histories.set(path, (0,rest_replies/* parseCommits */.iZ)(await this.#client.getCommits(count, path)));
        }
        return histories;
    }
    /** The file that a directory most likely has is asked for beside its listing. */
    async #readRequest(request, reading) {
        const directory = directoryOf(request);
        const listing = remember(reading.listings, directory, () => this.#client.getContents(directory));
        const [likely = ''] = candidatesOf(request);
        const [listed, found] = await Promise.allSettled([listing, this.#getFile(likely, reading)]);
        if (listed.status === 'rejected') {
            // What lists nothing and has a file in it contradicts itself.
            const isThere = found.status === 'fulfilled' && isPathMissing(listed.reason);
            throw isThere ? this.#contradiction(directory) : await this.#explainListing(listed.reason);
        }
        const entries = this.#parseListing(directory, listed.value);
        const { path, entry } = chooseFile(entries, request, this.#target.repository);
        return remember(reading.files, path, () => this.#readFile(path, entry, reading));
    }
    async #getFile(path, { contents }) {
        return remember(contents, path, () => this.#client.getContents(path));
    }
    #parseListing(directory, data) {
        const entries = (0,rest_replies/* parseDirectory */.Bp)(data);
        if (entries !== undefined)
            return entries;
        throw new errors/* PromoteError */.jG('path-not-found', `${directory} in ${this.#target.repository} is not a directory, nor the name of a file with targets.`);
    }
    /**
     * GitHub answers 404 for a path and for a repository that the token cannot see alike.
     * @throws PromoteError when it is the repository.
     */
    async #explainListing(error) {
        if (!isPathMissing(error))
            return error;
        const root = (0,rest_replies/* parseDirectory */.Bp)(await this.#client.getContents('')) ?? [];
        const message = `${error.message} At its root: ${renderEntries(root)}`;
        return new errors/* PromoteError */.jG('path-not-found', message, { cause: error });
    }
    #contradiction(path) {
        return new errors/* PromoteError */.jG('unavailable', `${path} in ${this.#target.repository} changed while it was read.`);
    }
    async #readFile(path, listed, reading) {
        const data = await this.#getFile(path, reading).catch((error) => {
            throw isPathMissing(error) ? this.#contradiction(path) : error;
        });
        const { blobSha, base64, ref } = (0,rest_replies/* parseContentFile */.xj)(data);
        reading.branch ??= ref;
        const delivered = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
        if (listed.sha !== undefined && listed.sha !== blobSha && !isWholeBlob(delivered, blobSha)) {
            // It may be a symbolic link by now, of which only the name of the blob tells.
            throw this.#contradiction(path);
        }
        const blob = { path, sha: blobSha, repository: this.#target.repository };
        const bytes = await completeBlob(blob, delivered, this.#client);
        return { path, bytes, blobSha };
    }
}
/** The value of a key, made once. */
function remember(known, key, make) {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
}
function isPathMissing(error) {
    return error instanceof errors/* PromoteError */.jG && error.code === 'path-not-found';
}

;// CONCATENATED MODULE: ./src/github/repository.ts






/**
 * A branch through the engine that fits: the Contents API for one file, since it asks for no more
 * than REST and proves the file by its blob alone; GraphQL for several, since they are one commit
 * there.
 */
class GitHubRepository {
    name;
    #target;
    #trace;
    #contents;
    #graphql;
    /** @param trace Is told of every request. */
    constructor(target, trace) {
        this.name = target.repository;
        this.#target = target;
        this.#trace = trace;
        const rest = new http_client/* RestClient */.eo(target, trace);
        const contents = new ContentsClient(target, rest);
        this.#contents = new ContentsEngine(target, contents);
        const graphql = new client/* GraphqlClient */.B(rest, target.apiUrl);
        this.#graphql = new GraphqlEngine(target, graphql, this.#contents, contents);
    }
    async readFiles(requests) {
        const { commitApi } = this.#target;
        if (commitApi === 'contents' || (commitApi === 'auto' && requests.length < 2)) {
            return this.#contents.readFiles(requests);
        }
        const snapshot = await this.#graphql.readFiles(requests);
        if (snapshot !== undefined)
            return snapshot;
        if (commitApi === 'graphql')
            throw this.#explainNoGraphql();
        return this.#contents.readFiles(requests);
    }
    assertCommittable({ head }, changes) {
        if (changes.length === 0 || this.#isForContents(changes))
            return;
        const paths = changes.map(({ file }) => file.path).join(', ');
        if (this.#target.commitApi === 'contents') {
            throw new errors/* PromoteError */.jG('invalid-input', `commit-api: contents writes one file a commit, and ${changes.length} would change (${paths}). Remove the input, or promote them one by one.`);
        }
        if (head === undefined) {
            throw new errors/* PromoteError */.jG('invalid-input', `targets: ${changes.length} files would change (${paths}), and the server at ${this.#target.apiUrl} has no GraphQL API, which alone changes several in one commit. Promote them one by one.`);
        }
    }
    async commitFiles(snapshot, changes, message) {
        this.assertCommittable(snapshot, changes);
        const branch = this.#target.branch ?? snapshot.branch;
        const [change] = changes;
        if (change !== undefined && this.#isForContents(changes)) {
            return this.#contents.commitFile(change, branch, message);
        }
        const { head } = snapshot;
        if (branch === undefined || head === undefined)
            throw this.#explainNoGraphql();
        const outcome = await this.#graphql.commitFiles(branch, head, changes, message);
        if (outcome === undefined)
            throw this.#explainNoGraphql();
        return outcome;
    }
    async readNewestCommits(count) {
        return this.#contents.readNewestCommits(count);
    }
    async readFileHistories(paths, count) {
        const isForGraphql = paths.length > 1 && this.#target.commitApi !== 'contents';
        const histories = isForGraphql ? await this.#graphql.readHistories(paths, count) : undefined;
        return histories ?? this.#contents.readHistories(paths, count);
    }
    onBranch(branch) {
        return new GitHubRepository({ ...this.#target, branch }, this.#trace);
    }
    #isForContents(changes) {
        return changes.length === 1 && this.#target.commitApi !== 'graphql';
    }
    #explainNoGraphql() {
        const { commitApi, apiUrl } = this.#target;
        const need = commitApi === 'graphql'
            ? 'commit-api: graphql needs a GraphQL API'
            : 'targets: several files in one commit need a GraphQL API';
        const cure = commitApi === 'graphql' ? 'Remove the input.' : 'Promote them one by one.';
        return new errors/* PromoteError */.jG('invalid-input', `${need}, and ${apiUrl} has none. ${cure}`);
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


/** GitHub's APIs give the text of a file up to this size. */
const MAX_FILE_BYTES = 1024 * 1024;
const ENTRY_TYPES = ['file', 'dir', 'symlink', 'submodule'];
/**
 * Narrows the reply to a GET of a directory; `undefined` when the path is not one.
 * @throws PromoteError `invalid-input` when what answered is no REST API.
 */
function parseDirectory(data) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(data))
        return undefined;
    // What was cut on its way reads as an empty text.
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
/** Narrows the reply to a GET of a file. */
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
/**
 * Refuses what no kustomization or values file comes near: some servers leave out the contents of so
 * large a file, which reads as a reply that was cut.
 * @throws PromoteError `unsupported-file`
 */
function assertSize(path, size) {
    if (typeof size !== 'number' || size <= MAX_FILE_BYTES)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unsupported-file', `${typeof path === 'string' ? path : 'The file'}: expected at most 1 MiB (${MAX_FILE_BYTES} bytes), got ${size} bytes. Split the file, or name another.`);
}
/** Narrows the reply to a GET of the blob of a file. */
function parseBlob(data, path) {
    const { encoding, content, size } = asRecord(data);
    assertSize(path, size);
    if (encoding !== 'base64' || typeof content !== 'string')
        throw unexpectedReply('a blob');
    return Buffer.from(content, 'base64');
}
/** Narrows the reply to a PUT; `undefined` when it names no commit. */
function parseWritten(data, message) {
    const commit = asRecord(data)['commit'];
    return parseCommit(commit, commit, message);
}
/** Narrows the reply to a GET of a branch's commits. */
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
/**
 * The SHA is what proves a commit; not every server tells its page.
 * @param signed What tells whether its signature is verified.
 */
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
/** Some listings call a submodule a file. */
function notRegular(path, type) {
    const kind = type === 'submodule' ? 'a submodule' : 'a symbolic link';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unsupported-file', `${typeof path === 'string' ? path : 'The path'} is ${kind}, and only a regular file can be changed. Name the file itself.`);
}
/** A body that was cut on its way reads as an empty one, so trying again can help. */
function unexpectedReply(expected) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unavailable', `The server's reply could not be read: expected ${expected}.`);
}


/***/ })

};

//# sourceMappingURL=520.index.js.map