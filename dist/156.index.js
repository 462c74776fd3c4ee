export const id = 156;
export const ids = [156];
export const modules = {

/***/ 7156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ContentsRepository: () => (/* binding */ ContentsRepository)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/adapters/blob.ts

/**
 * The name that git gives to a blob: the hash of `blob <length>\0` and its bytes.
 * @param like A name of the same repository, which tells SHA-1 (40 digits) from SHA-256 (64).
 */
function computeBlobSha(bytes, like) {
    const hash = (0,external_node_crypto_.createHash)(like.length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./src/adapters/refusals.ts
/** A stale blob or a moved head, as GitHub words it. */
const OVERTAKEN = /does not match|is at [0-9a-f]+ but expected|expected to be at/i;
const PROTECTED = /changes must be made through a pull request|required status check|protected branch|rule violations|could not (?:create|update) file/i;
/**
 * The refusals that are known, the most particular first. Statuses and messages are those of GitHub,
 * GitHub Enterprise Server, Gitea and Forgejo.
 */
const RULES = [
    {
        status: [401],
        code: 'token-invalid',
        explain: ({ tokenInput }) => `${tokenInput}: the server does not accept this token. It is expired, revoked or mistyped; make a new one and store it in the secret.`,
    },
    {
        status: [403],
        header: ['x-github-sso', /required/],
        code: 'token-forbidden',
        explain: ({ tokenInput, repository }) => `${tokenInput}: the token is not authorised for single sign-on of the organisation that owns ${repository}. Authorise it in the token's settings, under "Configure SSO".`,
    },
    {
        status: [403, 429],
        message: /rate limit/i,
        code: 'unavailable',
        explain: ({ tokenInput }) => `The rate limit of the token in ${tokenInput} is used up.`,
    },
    {
        status: [403, 423],
        message: /archived/i,
        code: 'write-refused',
        explain: ({ repository }) => `${repository} is archived and cannot be written. Unarchive it, or name another gitops-repository.`,
    },
    {
        status: [403, 409, 422],
        action: 'write',
        message: PROTECTED,
        code: 'write-refused',
        explain: ({ repository, branch, message }) => `Branch ${branch ?? '(default)'} of ${repository} is protected and refuses a direct commit: ${message} Let the token's owner bypass the rule, or promote to another gitops-branch.`,
    },
    {
        status: [403],
        action: 'write',
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token can read ${repository} but not write to it (${message}). Give it "Contents: Read and write" there; GITHUB_TOKEN can only write to its own repository, and needs "permissions: contents: write".`,
    },
    {
        status: [403],
        code: 'token-forbidden',
        explain: ({ tokenInput, repository, message }) => `${tokenInput}: the token may not read ${repository} (${message}). Give it "Contents: Read and write" there.`,
    },
    {
        status: [404],
        message: /no commit found for the ref|branch .*not found/i,
        code: 'branch-not-found',
        explain: ({ repository, branch }) => `gitops-branch: ${repository} has no branch ${JSON.stringify(branch ?? '')}. Create it, or correct the name.`,
    },
    {
        status: [404],
        action: 'write',
        code: 'token-forbidden',
        explain: ({ tokenInput, repository }) => `${tokenInput}: the token can read ${repository} but not write to it (the server answers "Not Found"). Give it "Contents: Read and write" there; a classic token needs the scope repo.`,
    },
    {
        status: [404],
        code: 'path-not-found',
        explain: ({ repository, branch, path }) => `${repository} has no ${JSON.stringify(path)} on ${branch === undefined ? 'its default branch' : `branch ${branch}`}.`,
    },
    {
        status: [500, 502, 503, 504, 408],
        code: 'unavailable',
        explain: ({ status, message }) => `The server answered ${status} (${message}).`,
    },
];
/**
 * Whether the refusal of a write only says that somebody else was faster, so that reading again
 * helps. GitHub answers that with 409, and protection too; Gitea and Forgejo with 422.
 */
function isConflict({ status, message }) {
    if (status === 422)
        return /sha does not match/i.test(message);
    return status === 409 && (OVERTAKEN.test(message) || !PROTECTED.test(message));
}
/** What a refusal means: a code, and one sentence or two with the cure. */
function explainRefusal(refusal) {
    const rule = RULES.find((candidate) => applies(candidate, refusal));
    if (rule !== undefined)
        return { code: rule.code, message: rule.explain(refusal) };
    const { status, action, repository, path, message } = refusal;
    return {
        code: 'write-refused',
        message: `The server refused to ${action} ${path} in ${repository} with status ${status}: ${message}`,
    };
}
function applies(rule, refusal) {
    const header = rule.header === undefined ? undefined : refusal.headers[rule.header[0]];
    return (rule.status.includes(refusal.status) &&
        (rule.action === undefined || rule.action === refusal.action) &&
        (rule.message === undefined || rule.message.test(refusal.message)) &&
        (rule.header === undefined || (typeof header === 'string' && rule.header[1].test(header))));
}

// EXTERNAL MODULE: ./src/adapters/rest-client.ts + 1 modules
var rest_client = __webpack_require__(33);
;// CONCATENATED MODULE: ./src/adapters/contents-client.ts



/** Requests to the Contents API of one repository, and what their failures mean. */
class ContentsClient {
    #rest;
    #target;
    constructor(target) {
        this.#target = target;
        this.#rest = new rest_client/* RestClient */.e(target);
    }
    /** GET of a file or directory at the branch. The root directory has an empty path. */
    async getContents(path) {
        return this.#get(contentsOf(path), path, { ref: this.#target.branch });
    }
    /** GET of the branch's newest commits. */
    async getCommits(count) {
        return this.#get('commits', 'the newest commits', {
            sha: this.#target.branch,
            per_page: count,
        });
    }
    /** PUT of a file: a commit of its own. */
    async putFile(path, body) {
        const answer = await this.#rest.request('PUT', contentsOf(path), body);
        if (answer.kind === 'ok')
            return { outcome: 'answered', data: answer.data };
        if (answer.kind === 'unanswered') {
            return { outcome: 'lost', detail: `the write got no answer (${answer.detail}).` };
        }
        const { status, message } = answer;
        if (status >= 500) {
            return { outcome: 'lost', detail: `the write was answered ${status} (${message}).` };
        }
        if (isConflict(answer)) {
            return { outcome: 'conflict', detail: `somebody else wrote first (${message}).` };
        }
        throw this.#explain(answer, 'write', path);
    }
    /** The error for a repository of which not even the root can be read. */
    explainInvisible(cause) {
        const { repository, branch, tokenInput } = this.#target;
        const where = branch === undefined ? repository : `${repository} or its branch ${branch}`;
        return new errors/* PromoteError */.j('repository-not-found', `gitops-repository: ${where} does not exist, is empty, or the token in ${tokenInput} cannot see it. Correct the name, or give the token "Contents: Read and write" there (a GitHub App has to be installed on it).`, { cause });
    }
    async #get(url, path, query) {
        const answer = await this.#rest.request('GET', url, query);
        if (answer.kind === 'ok')
            return answer.data;
        throw this.#explain(answer, 'read', path);
    }
    #explain(answer, action, path) {
        const { apiUrl, repository, branch, tokenInput } = this.#target;
        const { cause } = answer;
        if (answer.kind === 'unanswered') {
            const message = `${apiUrl} did not answer (${answer.detail}).`;
            return new errors/* PromoteError */.j('unavailable', message, { cause });
        }
        const refusal = { ...answer, action, repository, branch, path, tokenInput };
        const { code, message } = explainRefusal(refusal);
        return new errors/* PromoteError */.j(code, message, { cause });
    }
}
/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function contentsOf(path) {
    return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/adapters/contents-replies.ts


const ENTRY_TYPES = ['file', 'dir', 'symlink', 'submodule'];
/**
 * Narrows the reply to a GET of a directory; `undefined` when the path is not one.
 * @throws PromoteError `invalid-input` when what answered is no REST API.
 */
function parseDirectory(data) {
    if ((0,json/* isJsonObject */.O)(data))
        return undefined;
    if (!Array.isArray(data)) {
        throw new errors/* PromoteError */.j('invalid-input', 'gitops-api-url: expected a REST API, but the answer is not JSON. On GitHub Enterprise Server it ends in /api/v3, on Gitea and Forgejo in /api/v1.');
    }
    return data.map((entry) => {
        const { name, type } = asObject(entry);
        const known = ENTRY_TYPES.find((word) => word === type);
        if (typeof name !== 'string' || known === undefined)
            throw unexpectedReply('a directory');
        return { name, type: known };
    });
}
/** Narrows the reply to a GET of a file. */
function parseFile(data) {
    const { type, sha, encoding, content, url } = asObject(data);
    if (type !== 'file' || typeof sha !== 'string')
        throw unexpectedReply('a file');
    const ref = refOf(url);
    return {
        blobSha: sha,
        ...(encoding !== 'none' && typeof content === 'string' && { base64: content }),
        ...(ref !== undefined && { ref }),
    };
}
/** Narrows the reply to a PUT; `undefined` when it names no commit. */
function parseWritten(data, message) {
    return parseCommit(asObject(data)['commit'], message);
}
/** Narrows the reply to a GET of a branch's commits. */
function parseCommits(data) {
    if (!Array.isArray(data))
        throw unexpectedReply('a list of commits');
    return data.map((entry) => {
        const { message } = asObject(asObject(entry)['commit']);
        const commit = parseCommit(entry, typeof message === 'string' ? message : '');
        if (commit === undefined)
            throw unexpectedReply('a list of commits');
        return commit;
    });
}
/** The SHA is what proves a commit; not every server tells its page. */
function parseCommit(data, message) {
    const { sha, html_url: url } = asObject(data);
    if (typeof sha !== 'string')
        return undefined;
    return { sha, message, ...(typeof url === 'string' && { url }) };
}
function refOf(url) {
    if (typeof url !== 'string' || !URL.canParse(url))
        return undefined;
    return new URL(url).searchParams.get('ref') ?? undefined;
}
function asObject(value) {
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
/** A body that was cut on its way reads as an empty one, so trying again can help. */
function unexpectedReply(expected) {
    return new errors/* PromoteError */.j('unavailable', `The server's reply could not be read: expected ${expected}.`);
}

;// CONCATENATED MODULE: ./src/adapters/kustomization-file.ts

/** The names that kustomize looks for in a directory. */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** Splits a path into its directory and, when it names a file, the file's name. */
function splitKustomizationPath(path) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!NAMES.includes(name) && !/\.ya?ml$/i.test(name))
        return { directory: path };
    return { directory: path.slice(0, Math.max(slash, 0)), file: name };
}
/**
 * The path of the kustomization that was asked for, among the entries of its directory.
 * @throws PromoteError `path-not-found`, `path-ambiguous` (kustomize refuses two as well), or
 *   `unsupported-file` for what is not a regular file.
 */
function chooseKustomization(entries, asked) {
    const { directory, file } = splitKustomizationPath(asked.path);
    const wanted = file === undefined ? NAMES : [file];
    const [found, second] = entries.filter(({ name }) => wanted.includes(name));
    if (found === undefined)
        throw absent(entries, directory, wanted, asked);
    if (second !== undefined)
        throw ambiguous(found, second, asked);
    const path = directory === '' ? found.name : `${directory}/${found.name}`;
    if (found.type !== 'file')
        throw notRegular(path, found, asked);
    return path;
}
/**
 * The path of the file that was asked for, among the entries of its directory.
 * @throws PromoteError `path-not-found`, or `unsupported-file` for what is not a regular file.
 */
function chooseFile(entries, asked) {
    const slash = asked.path.lastIndexOf('/');
    const name = asked.path.slice(slash + 1);
    const found = entries.find((entry) => entry.name === name);
    if (found === undefined)
        throw absent(entries, asked.path.slice(0, Math.max(slash, 0)), [name], asked);
    if (found.type !== 'file')
        throw notRegular(asked.path, found, asked);
    return asked.path;
}
function absent(entries, directory, wanted, { inputs, repository }) {
    return new errors/* PromoteError */.j('path-not-found', `${inputs}: ${repository} has no ${wanted.join(', ')} in ${quoteDirectory(directory)}. ${renderEntries(entries)}`);
}
function ambiguous(first, second, { path }) {
    return new errors/* PromoteError */.j('path-ambiguous', `kustomization: ${quoteDirectory(path)} holds both ${first.name} and ${second.name}, and kustomize refuses that. Remove one of them.`);
}
function notRegular(path, { type }, { inputs, repository }) {
    const kinds = {
        file: 'a file',
        dir: 'a directory',
        symlink: 'a symbolic link',
        submodule: 'a submodule',
    };
    return new errors/* PromoteError */.j('unsupported-file', `${inputs}: ${path} in ${repository} is ${kinds[type]}, and only a regular file can be changed. Name the file itself.`);
}
/** What is there instead, for a message: 20 names at the most. */
function renderEntries(entries) {
    if (entries.length === 0)
        return 'Nothing is there.';
    const names = entries.slice(0, 20).map(({ name, type }) => (type === 'dir' ? `${name}/` : name));
    return `There are: ${names.join(', ')}${entries.length > 20 ? ', …' : ''}.`;
}
function quoteDirectory(path) {
    return path === '' ? 'its root directory' : path;
}

;// CONCATENATED MODULE: ./src/adapters/contents-repository.ts





/** The GitOps repository through the Contents API: a listing, a GET, and a PUT by blob SHA. */
class ContentsRepository {
    name;
    #client;
    #branch;
    constructor(target, client = new ContentsClient(target)) {
        this.name = target.repository;
        this.#branch = target.branch;
        this.#client = client;
    }
    get branch() {
        return this.#branch;
    }
    /**
     * The directory is listed even when the file itself is named: a GET follows a symbolic link to a
     * file, and a PUT would overwrite the link.
     */
    async readKustomization(path) {
        const { directory } = splitKustomizationPath(path);
        const entries = await this.#listDirectory(directory);
        return this.#readFile(chooseKustomization(entries, {
            inputs: 'kustomization',
            repository: this.name,
            path,
        }));
    }
    /** As `readKustomization`: the directory is listed, since a symbolic link would be overwritten. */
    async readFile(path) {
        const entries = await this.#listDirectory(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
        return this.#readFile(chooseFile(entries, {
            inputs: 'values or targets',
            repository: this.name,
            path,
        }));
    }
    async commitFile(file, bytes, message) {
        const reply = await this.#client.putFile(file.path, {
            message,
            content: Buffer.from(bytes).toString('base64'),
            sha: file.blobSha,
            ...(this.#branch !== undefined && { branch: this.#branch }),
        });
        if (reply.outcome !== 'answered')
            return reply;
        const commit = parseWritten(reply.data, message);
        if (commit !== undefined)
            return { outcome: 'committed', commit };
        return { outcome: 'lost', detail: 'the answer to the write could not be read.' };
    }
    async readNewestCommits(count) {
        return parseCommits(await this.#client.getCommits(count));
    }
    async #listDirectory(directory) {
        const data = await this.#client.getContents(directory).catch(async (error) => {
            throw isAbsent(error) ? await this.#explainAbsent(directory, error) : error;
        });
        const entries = parseDirectory(data);
        if (entries !== undefined)
            return entries;
        throw new errors/* PromoteError */.j('path-not-found', `${directory} in ${this.name} is not a directory, nor the name of a file with targets.`);
    }
    /** GitHub answers 404 for a path and for a repository that the token cannot see alike. */
    async #explainAbsent(directory, absent) {
        const root = directory === ''
            ? undefined
            : await this.#client.getContents('').catch((error) => {
                if (!isAbsent(error))
                    throw error;
            });
        if (root !== undefined) {
            const there = renderEntries(parseDirectory(root) ?? []);
            return new errors/* PromoteError */.j('path-not-found', `${absent.message} At its root: ${there}`);
        }
        return this.#client.explainInvisible(absent);
    }
    async #readFile(path) {
        const { blobSha, base64, ref } = parseFile(await this.#client.getContents(path));
        this.#branch ??= ref;
        if (base64 === undefined) {
            throw new errors/* PromoteError */.j('unsupported-file', `${path} in ${this.name} is over 1 MiB, which the Contents API does not deliver.`);
        }
        const bytes = Buffer.from(base64, 'base64');
        if (computeBlobSha(bytes, blobSha) !== blobSha) {
            throw new errors/* PromoteError */.j('unsupported-file', `${path} in ${this.name} was not delivered byte for byte (its blob is ${blobSha}), so it cannot be changed safely.`);
        }
        return { path, bytes, blobSha };
    }
}
function isAbsent(error) {
    return error instanceof errors/* PromoteError */.j && error.code === 'path-not-found';
}


/***/ }),

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


/***/ })

};

//# sourceMappingURL=156.index.js.map