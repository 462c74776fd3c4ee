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
function renderReadRequest(target, paths) {
    const files = paths.map((_, index) => `file${index}: file(path: $path${index}) { ...Entry }`);
    const fragment = 'fragment Entry on TreeEntry { mode oid object { ... on Blob { text } } }';
    return renderFilesQuery(target, paths, files, fragment);
}
function renderHistoryRequest(target, paths, count) {
    const histories = paths.map((_, index) => `history${index}: history(first: ${count}, path: $path${index}) { ...Commits }`);
    const fragment = 'fragment Commits on CommitHistoryConnection { nodes { oid message parents(first: 1) { nodes { oid } } } }';
    return renderFilesQuery(target, paths, histories, fragment);
}
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
    const ref = branch === undefined ? {} : { ref: `refs/heads/${branch}` };
    return { query, variables: { owner, name, ...ref, ...given } };
}
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;
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

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const LONGEST_LISTING = 1000;
const INPUTS = { kustomization: 'kustomization', file: 'values or targets' };
function directoryOf(request) {
    return splitRequest(request).directory;
}
function candidatesOf(request) {
    const { directory, names } = splitRequest(request);
    return names.map((name) => locateEntry(directory, name));
}
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
function renderEntries(entries, lead = 'There are') {
    if (entries.length === 0)
        return 'Nothing is there.';
    const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
    return `${lead}: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}
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






function computeBlobSha(bytes, like) {
    const hash = (0,external_node_crypto_.createHash)(like.length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function isWholeBlob(bytes, sha) {
    return bytes !== undefined && computeBlobSha(bytes, sha) === sha;
}
async function completeBlob({ path, sha, repository }, delivered, client) {
    if (isWholeBlob(delivered, sha))
        return delivered;
    const fetched = (0,rest_replies/* parseBlob */.Xs)(await client.getBlob(sha, path), path);
    if (isWholeBlob(fetched, sha))
        return fetched;
    throw new errors/* PromoteError */.jG('unsupported-file', `${path} in ${repository} was not delivered byte for byte (its blob is ${sha}), so it cannot be changed safely.`);
}
class ContentsClient {
    #rest;
    #target;
    #default;
    constructor(target, rest) {
        this.#target = target;
        this.#rest = rest;
    }
    async getContents(path) {
        return this.#get(contentsOf(path), path, { ref: this.#target.branch });
    }
    async getBlob(sha, path) {
        return this.#get(`git/blobs/${sha}`, path, {});
    }
    async getCommits(count, path) {
        const size = (0,http_client/* isGitea */.Hd)(this.#target.apiUrl) ? { limit: count } : { per_page: count };
        const query = { sha: this.#target.branch, path, ...size };
        return this.#get('commits', path ?? '', query);
    }
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
    async #findDefault() {
        const answer = await this.#rest.request('GET', '', {});
        const data = answer.kind === 'ok' && (0,json/* isJsonObject */.O)(answer.data) ? answer.data : {};
        const { default_branch: name } = data;
        return typeof name === 'string' ? name : undefined;
    }
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
function contentsOf(path) {
    return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

;// CONCATENATED MODULE: ./src/github/graphql/files.ts






class GraphqlEngine {
    #target;
    #client;
    #contents;
    #blobs;
    constructor(target, client, contents, blobs) {
        this.#target = target;
        this.#client = client;
        this.#contents = contents;
        this.#blobs = blobs;
    }
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
    async #completeFile({ path, entry }) {
        const { sha, text } = entry;
        const blob = { path, sha, repository: this.#target.repository };
        const delivered = text === undefined ? undefined : Buffer.from(text);
        const bytes = await completeBlob(blob, delivered, this.#blobs);
        return { path, bytes, blobSha: sha };
    }
    async #explainAbsent(requests, isBranchAbsent = false) {
        await this.#contents.readFiles(requests);
        const { repository, branch } = this.#target;
        if (isBranchAbsent && branch !== undefined) {
            return new errors/* PromoteError */.jG('branch-not-found', `gitops-branch: ${branch} is no branch of ${repository}, but another name of a commit, such as a tag. Name a branch.`);
        }
        return new errors/* PromoteError */.jG('unavailable', `${repository} changed while it was read.`);
    }
}
function isTooOld(answer) {
    return answer.kind === 'refused' && answer.type === 'undefinedField';
}
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





class ContentsEngine {
    #target;
    #client;
    constructor(target, client) {
        this.#target = target;
        this.#client = client;
    }
    async readFiles(requests) {
        const reading = {
            listings: new Map(),
            contents: new Map(),
            files: new Map(),
            branch: this.#target.branch,
        };
        const files = await settleAll(requests.map((request) => this.#readRequest(request, reading)));
        const { branch } = reading;
        return { files, branch };
    }
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
    async readHistories(paths, count) {
        const replies = await settleAll(paths.map((path) => this.#client.getCommits(count, path)));
        return new Map(paths.map((path, index) => [path, (0,rest_replies/* parseCommits */.iZ)(replies[index])]));
    }
    async #readRequest(request, reading) {
        const directory = directoryOf(request);
        const listing = remember(reading.listings, directory, () => this.#client.getContents(directory));
        const [likely = ''] = candidatesOf(request);
        const [listed, found] = await Promise.allSettled([listing, this.#getFile(likely, reading)]);
        if (listed.status === 'rejected') {
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
    async #explainListing(error) {
        if (!isPathMissing(error))
            return error;
        const root = (0,rest_replies/* parseDirectory */.Bp)(await this.#client.getContents('')) ?? [];
        const message = `${error.message} ${renderEntries(root, 'At its root there are')}`;
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
            throw this.#contradiction(path);
        }
        const blob = { path, sha: blobSha, repository: this.#target.repository };
        const bytes = await completeBlob(blob, delivered, this.#client);
        return { path, bytes, blobSha };
    }
}
async function settleAll(promises) {
    await Promise.allSettled(promises);
    return Promise.all(promises);
}
function remember(known, key, make) {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
}
function isPathMissing(error) {
    return error instanceof errors/* PromoteError */.jG && error.code === 'path-not-found';
}

;// CONCATENATED MODULE: ./src/github/repository.ts






class GitHubRepository {
    name;
    #target;
    #trace;
    #contents;
    #graphql;
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

//# sourceMappingURL=520.index.js.map