export const id = 889;
export const ids = [889];
export const modules = {

/***/ 2889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHubSourceRepository: () => (/* binding */ GitHubSourceRepository)
});

// EXTERNAL MODULE: ./src/base/date.ts
var base_date = __webpack_require__(4581);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/base/payload.ts
var payload = __webpack_require__(9511);
// EXTERNAL MODULE: ./src/github/http/client.ts + 2 modules
var client = __webpack_require__(5239);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/github/refusals/explain.ts + 6 modules
var explain = __webpack_require__(3963);
;// CONCATENATED MODULE: ./src/github/source-failure.ts


function classifyRefusal(refused, { repository }) {
    const place = { repository, branch: undefined, path: '', tokenInput: 'token' };
    const { code, isLimit } = (0,explain/* explainRefusal */.GC)({ ...refused, ...place, action: 'read' });
    if (isLimit)
        return 'limit';
    return code === 'unavailable' ? 'failure' : 'refusal';
}
function makeSourceError(failure, question, target) {
    const { cause } = failure;
    if (failure.kind === 'unanswered') {
        if (failure.unreachable === undefined)
            return makeTransient(question, failure, target);
        return new errors/* PromoteError */.jG('invalid-context', `GITHUB_API_URL: ${target.apiUrl} cannot be reached: it ${failure.unreachable}. The runner sets it; an authority of your own is trusted where NODE_EXTRA_CA_CERTS names its certificate.`, { cause });
    }
    const { status, message } = failure;
    if (status === 401) {
        return new errors/* PromoteError */.jG('token-invalid', 'token: the server does not accept this token. Leave the input out, and the job has its own.', { cause });
    }
    const isRefusal = classifyRefusal(failure, target) === 'refusal';
    if (isRefusal && (status === 403 || status === 404)) {
        return new errors/* PromoteError */.jG('token-forbidden', `token: cannot read ${question.what} of ${target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`, { cause });
    }
    return makeTransient(question, failure, target);
}
function makeTransient({ what, need }, failure, target, { code = 'unavailable', cure = '' } = {}) {
    const { apiUrl, repository } = target;
    const which = need === undefined ? '' : `, which ${need}`;
    return new errors/* PromoteError */.jG(code, `${apiUrl} does not tell ${what} of ${repository} (${describeRequestFailure(failure)})${which}.${cure}`, { isTransient: true, ...describePatience(failure, target) });
}
function describeRequestFailure(failure) {
    if (typeof failure === 'string')
        return failure;
    return failure.kind === 'unanswered' ? failure.detail : `${failure.status}: ${failure.message}`;
}
function describePatience(failure, target) {
    if (typeof failure === 'string')
        return {};
    const { cause } = failure;
    if (failure.kind === 'unanswered')
        return { cause };
    const { headers, message } = failure;
    const isLimit = classifyRefusal(failure, target) === 'limit';
    return { cause, isLimit, retryAt: (0,explain/* computeRetryAt */.rr)(headers, message, Date.now()) };
}

;// CONCATENATED MODULE: ./src/github/source-commits.ts




async function readCommitRange(request, target, rest) {
    const read = (query) => readPage(request, query, target, rest);
    if ((0,client/* isGitea */.Hd)(target.apiUrl))
        return cutRange(await read({}), request);
    const { most } = request;
    const { count } = await read({ per_page: 1, page: 2 });
    if (count === 0)
        return { commits: [], count };
    const last = Math.ceil(count / most);
    const pages = [await read({ per_page: most, page: last })];
    if (last > 1 && count % most !== 0)
        pages.unshift(await read({ per_page: most, page: last - 1 }));
    return cutRange({ count, commits: pages.flatMap(({ commits }) => commits) }, request);
}
async function readPage({ base, head }, query, target, rest) {
    const question = { what: `the commits between ${base} and ${head}` };
    const answer = await rest.request('GET', `compare/${base}...${head}`, query);
    if (answer.kind !== 'ok')
        throw makeSourceError(answer, question, target);
    const { total_commits: count, commits } = (0,json/* isJsonObject */.O)(answer.data) ? answer.data : {};
    if (typeof count !== 'number' || !Array.isArray(commits)) {
        throw makeTransient(question, 'the reply has none', target);
    }
    return { count, commits: commits.flatMap(parseSourceCommit) };
}
function parseSourceCommit(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return [];
    const sha = (0,payload/* readPayloadString */.Q)(data, 'sha');
    const message = (0,payload/* readPayloadString */.Q)(data, 'commit.message') ?? '';
    return sha === undefined ? [] : [{ sha, subject: message.split(/\r?\n/, 1).join('') }];
}
function cutRange({ count, commits }, { head, most }) {
    const isNewestFirst = commits[0]?.sha === head && commits.length > 1;
    const newest = isNewestFirst ? commits : commits.toReversed();
    return { count, commits: newest.slice(0, most) };
}

;// CONCATENATED MODULE: ./src/github/source-comparison.ts




const CURE = 'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';
const STALE_CURE = ' To promote without knowing which of the two is newer, set stale: allow.';
function parseComparison(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return undefined;
    const { ahead_by: ahead, behind_by: behind, total_commits: total } = data;
    const base = (0,payload/* readPayloadString */.Q)(data, 'base_commit.sha');
    if (isCount(ahead) && isCount(behind))
        return { ahead, behind, base };
    return isCount(total) ? { ahead: total, base } : undefined;
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function computeRelation(ahead, behind) {
    if (ahead > 0)
        return { relation: behind > 0 ? 'diverged' : 'ahead' };
    return behind > 0 ? { relation: 'behind', commits: behind } : { relation: 'identical' };
}
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
    if (status === 404 && /no common ancestor/i.test(message)) {
        const detail = `${base} and ${head} have no commit of ${repository} in common`;
        return { relation: 'unknown', cause: 'unrelated', detail };
    }
    return undefined;
}
class SourceComparison {
    #target;
    #rest;
    #found = new Set();
    #isVisible = false;
    constructor(target, rest) {
        this.#target = target;
        this.#rest = rest;
    }
    async compare(base, head) {
        const there = await this.#ask(base, head);
        if ('relation' in there)
            return there;
        if (!isMeant(base, there.base))
            return this.#another(base);
        const { ahead } = there;
        if (there.behind !== undefined)
            return this.#relate(base, head, ahead, there.behind);
        const back = await this.#ask(head, base);
        return 'relation' in back ? back : this.#relate(base, head, ahead, back.ahead);
    }
    #relate(base, head, ahead, behind) {
        const comparison = computeRelation(ahead, behind);
        if (comparison.relation !== 'identical' || head.startsWith(base))
            return comparison;
        const question = { what: `how ${head} stands to ${base}` };
        const further = { code: 'order-unknown', cure: STALE_CURE };
        throw makeTransient(question, 'the reply says that they are the same', this.#target, further);
    }
    async resolve(abbreviation) {
        const looked = await this.#look(abbreviation);
        if (looked.state !== 'there' || !looked.sha.startsWith(abbreviation))
            return undefined;
        return looked.sha;
    }
    async #ask(base, head) {
        const question = { what: `how ${head} stands to ${base}` };
        const url = `compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
        const query = (0,client/* isGitea */.Hd)(this.#target.apiUrl) ? {} : { per_page: 1, page: 2 };
        const answer = await this.#rest.request('GET', url, query);
        if (answer.kind === 'ok') {
            const counts = parseComparison(answer.data);
            if (counts === undefined) {
                throw makeTransient(question, 'the reply has no comparison', this.#target);
            }
            this.#isVisible = true;
            return counts;
        }
        if (answer.kind === 'unanswered')
            throw makeSourceError(answer, question, this.#target);
        return this.#explain(answer, base, head);
    }
    async #explain(refused, base, head) {
        const question = { what: `how ${head} stands to ${base}` };
        const kind = classifyRefusal(refused, this.#target);
        if (kind === 'limit')
            throw makeSourceError(refused, question, this.#target);
        if (kind === 'refusal') {
            const { repository } = this.#target;
            const unknown = parseUnknown(refused, { repository, base, head });
            if (unknown !== undefined)
                return unknown;
            if ([404, 422].includes(refused.status)) {
                const found = await this.#lookForBoth(refused, base, head);
                if (found !== undefined)
                    return found;
            }
        }
        const further = { code: 'order-unknown', cure: STALE_CURE };
        throw makeTransient(question, refused, this.#target, further);
    }
    async #lookForBoth(refused, base, head) {
        if (this.#found.has(base) && this.#found.has(head))
            return undefined;
        const [older, ours] = await Promise.all([this.#look(base), this.#look(head)]);
        const { repository, apiUrl } = this.#target;
        for (const looked of [older, ours])
            if (looked.state === 'forbidden')
                return looked.unknown;
        if (older.state === 'there' && !older.sha.startsWith(base))
            return this.#another(base);
        const isAbsent = ({ state }) => state === 'absent' || (state === 'hidden' && (0,client/* isGitea */.Hd)(apiUrl));
        const absent = [isAbsent(older) ? base : '', isAbsent(ours) ? head : ''].filter(Boolean);
        if (absent.length > 0) {
            const detail = `${repository} has no commit ${absent.join(' and no commit ')}`;
            return { relation: 'unknown', cause: 'absent', detail };
        }
        const areHidden = older.state === 'hidden' && ours.state === 'hidden';
        if (!areHidden || this.#isVisible)
            return undefined;
        const { status, message } = refused;
        const detail = `token: the token cannot see ${repository} (${status}: ${message}). ${CURE}`;
        return { relation: 'unknown', cause: 'forbidden', detail };
    }
    async #look(name) {
        const folder = (0,client/* isGitea */.Hd)(this.#target.apiUrl) ? 'git/commits' : 'commits';
        const query = (0,client/* isGitea */.Hd)(this.#target.apiUrl)
            ? { stat: false, files: false, verification: false }
            : { per_page: 1 };
        const url = `${folder}/${encodeURIComponent(name)}`;
        const answer = await this.#rest.request('GET', url, query);
        const question = { what: `whether there is a commit ${name}` };
        if (answer.kind === 'ok') {
            const sha = (0,json/* isJsonObject */.O)(answer.data) ? (0,payload/* readPayloadString */.Q)(answer.data, 'sha') : undefined;
            if (sha === undefined)
                throw makeTransient(question, 'the reply has none', this.#target);
            this.#isVisible = true;
            this.#found.add(name);
            return { state: 'there', sha };
        }
        if (answer.kind === 'unanswered')
            throw makeSourceError(answer, question, this.#target);
        if (classifyRefusal(answer, this.#target) !== 'refusal') {
            throw makeTransient(question, answer, this.#target);
        }
        if (answer.status === 404)
            return { state: 'hidden' };
        if (answer.status === 422) {
            this.#isVisible = true;
            return { state: 'absent' };
        }
        const asked = { repository: this.#target.repository, base: name, head: name };
        const unknown = parseUnknown(answer, asked);
        if (unknown === undefined)
            throw makeTransient(question, answer, this.#target);
        return { state: 'forbidden', unknown };
    }
    #another(base) {
        const detail = `what ${this.#target.repository} calls ${base} may be a branch or tag`;
        return { relation: 'unknown', cause: 'another', detail };
    }
}
function isMeant(base, compared) {
    return compared === undefined ? base.length >= 40 : compared.startsWith(base);
}

;// CONCATENATED MODULE: ./src/github/source-repository.ts







class GitHubSourceRepository {
    #target;
    #rest;
    #comparison;
    constructor(target, trace) {
        this.#target = target;
        this.#rest = new client/* RestClient */.eo(target, trace, 'follow');
        this.#comparison = new SourceComparison(target, this.#rest);
    }
    async readDefaultBranch() {
        const question = { what: 'the default branch', need: 'a rule of tags needs' };
        const branch = await this.#readValue('', 'default_branch', question);
        if (typeof branch === 'string')
            return branch;
        throw makeTransient(question, 'the reply has none', this.#target);
    }
    async readCommitDate(sha) {
        const question = { what: `the date of commit ${sha}`, need: 'a rule of tags needs' };
        const value = await this.#readValue(`commits/${sha}`, 'commit.committer.date', question);
        const date = (0,base_date/* parseDate */._)(value);
        if (date !== undefined)
            return date;
        throw makeTransient(question, 'the reply has none', this.#target);
    }
    async compareCommits(base, head) {
        return this.#comparison.compare(base, head);
    }
    async resolveCommit(abbreviation) {
        return this.#comparison.resolve(abbreviation);
    }
    async listCommits(base, head, most) {
        return readCommitRange({ base, head, most }, this.#target, this.#rest);
    }
    async #readValue(url, path, question) {
        const answer = await this.#rest.request('GET', url, {});
        if (answer.kind !== 'ok')
            throw makeSourceError(answer, question, this.#target);
        return (0,json/* isJsonObject */.O)(answer.data) ? (0,payload/* readPayloadValue */.C)(answer.data, path) : undefined;
    }
}


/***/ })

};

//# sourceMappingURL=889.index.js.map