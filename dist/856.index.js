export const id = 856;
export const ids = [856];
export const modules = {

/***/ 9856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RestArgoCD: () => (/* binding */ RestArgoCD)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/argocd/fields.ts

/** A text of a reply; empty when it has none. */
function textOf(object, key) {
    const value = object[key];
    return typeof value === 'string' ? value : '';
}
/** An object of a reply; empty when it has none. */
function objectOf(object, key) {
    const value = object[key];
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
/** The objects of a list. */
function objectsOf(object, key) {
    const value = object[key];
    return Array.isArray(value) ? value.filter(json/* isJsonObject */.O) : [];
}
/** The texts of a list. What is no text keeps its place and is empty. */
function textsOf(object, key) {
    const value = object[key];
    const items = Array.isArray(value) ? value : [];
    return items.map((item) => (typeof item === 'string' ? item : ''));
}
/** A moment in RFC 3339, in ms since 1970; `undefined` when it has none. */
function timeOf(object, key) {
    const time = Date.parse(textOf(object, key));
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./src/argocd/application.ts



const PATHS_ANNOTATION = 'argocd.argoproj.io/manifest-generate-paths';
/** Parses an Application; `undefined` when the reply is none. */
function parseApplication(data) {
    if (!(0,json/* isJsonObject */.O)(data) || !(0,json/* isJsonObject */.O)(data['spec']))
        return undefined;
    const spec = objectOf(data, 'spec');
    const status = objectOf(data, 'status');
    const sync = objectOf(status, 'sync');
    const toSource = revisionReader(spec, status);
    const operation = parseOperation(objectOf(status, 'operationState'), toSource);
    const reconciledAt = timeOf(status, 'reconciledAt');
    return {
        sources: parseSources(spec),
        isAutoSynced: parseAutoSync(objectOf(spec, 'syncPolicy')),
        generatePaths: textOf(objectOf(objectOf(data, 'metadata'), 'annotations'), PATHS_ANNOTATION),
        sync: textOf(sync, 'status'),
        revisions: parseRevisions(sync).map(toSource),
        isCompared: !('comparedTo' in sync) || isCompared(spec, objectOf(sync, 'comparedTo')),
        health: textOf(objectOf(status, 'health'), 'status'),
        resources: objectsOf(status, 'resources').filter(isNoHook).map(parseResource),
        isOperationAsked: (0,json/* isJsonObject */.O)(data['operation']),
        ...(operation && { operation }),
        ...(reconciledAt !== undefined && { reconciledAt }),
        conditions: objectsOf(status, 'conditions').map((condition) => ({
            type: textOf(condition, 'type'),
            message: textOf(condition, 'message'),
        })),
    };
}
/** What Argo CD renders: the sources, where there are several they alone count. */
function sourcesOf(spec) {
    const several = objectsOf(spec, 'sources');
    return several.length > 0 ? several : [objectOf(spec, 'source')];
}
function parseSources(spec) {
    const hydrator = objectOf(spec, 'sourceHydrator');
    const dry = hydrator['drySource'];
    return ((0,json/* isJsonObject */.O)(dry) ? [dry] : sourcesOf(spec)).map((source) => {
        const { helm, kustomize, plugin, directory } = source;
        const repoUrl = textOf(source, 'repoURL');
        return {
            repoUrl,
            path: textOf(source, 'path'),
            targetRevision: textOf(source, 'targetRevision'),
            isPackage: textOf(source, 'chart') !== '' || repoUrl.startsWith('oci://'),
            overrides: JSON.stringify({ helm, kustomize, plugin, directory }),
        };
    });
}
/** `enabled: false` stands since 3.1 for what was an absent `automated` before. */
function parseAutoSync(policy) {
    const automated = policy['automated'];
    return (0,json/* isJsonObject */.O)(automated) && automated['enabled'] !== false;
}
function parseRevisions(result) {
    const several = textsOf(result, 'revisions');
    return several.length > 0 ? several : [textOf(result, 'revision')];
}
/**
 * The source hydrator syncs commits of its own. What counts is the dry commit that one was made
 * from, which is told of the newest one only.
 */
function revisionReader(spec, status) {
    if (!(0,json/* isJsonObject */.O)(spec['sourceHydrator']))
        return (revision) => revision;
    const last = objectOf(objectOf(status, 'sourceHydrator'), 'lastSuccessfulOperation');
    const hydrated = textOf(last, 'hydratedSHA');
    return (revision) => (revision !== '' && revision === hydrated ? textOf(last, 'drySHA') : '');
}
/** The status lags behind a spec that was just changed. */
function isCompared(spec, comparedTo) {
    const hydrator = objectOf(spec, 'sourceHydrator');
    if ((0,json/* isJsonObject */.O)(hydrator['drySource'])) {
        const { path, targetBranch } = objectOf(hydrator, 'syncSource');
        const compared = objectOf(comparedTo, 'source');
        return (compared['repoURL'] === hydrator['drySource']['repoURL'] &&
            compared['path'] === path &&
            compared['targetRevision'] === targetBranch);
    }
    return (0,external_node_util_.isDeepStrictEqual)(sourcesOf(comparedTo), sourcesOf(spec));
}
function isNoHook(resource) {
    return resource['hook'] !== true;
}
function parseResource(resource) {
    const health = objectOf(resource, 'health');
    return {
        group: textOf(resource, 'group'),
        kind: textOf(resource, 'kind'),
        namespace: textOf(resource, 'namespace'),
        name: textOf(resource, 'name'),
        health: textOf(health, 'status'),
        message: textOf(health, 'message'),
    };
}
function parseOperation(state, toSource) {
    if (textOf(state, 'phase') === '')
        return undefined;
    const asked = objectOf(state, 'operation');
    const sync = objectOf(asked, 'sync');
    const result = objectOf(state, 'syncResult');
    const done = parseRevisions(result);
    const revisions = done.some((revision) => revision !== '') ? done : parseRevisions(sync);
    const finishedAt = timeOf(state, 'finishedAt');
    const resources = objectsOf(result, 'resources');
    return {
        phase: textOf(state, 'phase'),
        message: textOf(state, 'message'),
        revisions: revisions.map(toSource),
        ...(finishedAt !== undefined && { finishedAt }),
        retries: numberOf(state, 'retryCount'),
        retryLimit: numberOf(objectOf(asked, 'retry'), 'limit'),
        isPartial: objectsOf(sync, 'resources').length > 0 || sync['dryRun'] === true,
        failures: resources.filter(isFailedResource).map(describeFailedResource),
        images: resources.flatMap((resource) => textsOf(resource, 'images')),
    };
}
function numberOf(object, key) {
    const value = Number(object[key] ?? 0);
    return Number.isInteger(value) ? value : 0;
}
function isFailedResource(resource) {
    return (textOf(resource, 'status') === 'SyncFailed' ||
        ['Failed', 'Error'].includes(textOf(resource, 'hookPhase')));
}
function describeFailedResource(resource) {
    return `${textOf(resource, 'kind')}/${textOf(resource, 'name')}: ${textOf(resource, 'message')}`;
}

// EXTERNAL MODULE: ./src/runner/http.ts
var http = __webpack_require__(5712);
;// CONCATENATED MODULE: ./src/argocd/replies.ts



/** Of node's TLS, for a certificate that nobody who is trusted has signed. */
const UNTRUSTED = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
/** For one that is not valid for this name or at this time. */
const INVALID = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
/** For an answer that is no TLS, as of a server that speaks plain HTTP. */
const NO_TLS = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'];
const PROXY = 'When a proxy in front of Argo CD asks for a login, give its header for machines with argocd-headers';
/**
 * Tells Argo CD's answers from those of whatever stands before it. Its own are JSON objects, and its
 * errors have a `message`.
 * @param server As `argocd-server` has it.
 */
function parseReply(reply, url, server) {
    const { status } = reply;
    const data = (0,json/* parseJsonObject */.d)(reply.body.toString());
    if (status >= 200 && status < 300) {
        return data === undefined
            ? misdirected(`${server} answers with ${describeBody(reply)}, not with Argo CD's API. ${PROXY}`)
            : { kind: 'ok', data };
    }
    if (status >= 300 && status < 400)
        return misdirected(explainRedirect(reply, url, server));
    const message = data === undefined ? '' : textOf(data, 'message') || textOf(data, 'error');
    if (status >= 500 || status === 429 || status === 408) {
        return { kind: 'unanswered', detail: `${status}${message === '' ? '' : `: ${message}`}` };
    }
    if (message !== '')
        return { kind: 'refused', status, message };
    if (status === 404) {
        return misdirected(`${server} answers 404 (${describeBody(reply)}), which is not Argo CD's. Give argocd-server with the root path that Argo CD has (https://host/argo-cd)`);
    }
    return misdirected(`${server} answers ${status} with ${describeBody(reply)}. ${PROXY}`);
}
function describeBody({ headers, body }) {
    if (body.toString().trim() === '')
        return 'nothing';
    const { 'content-type': contentType = '' } = headers;
    return /html/i.test(contentType) ? 'a web page' : contentType || 'no JSON';
}
function explainRedirect({ status, headers }, url, server) {
    const { location = '' } = headers;
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (target === undefined)
        return `${server} redirects (${status}) to nowhere. ${PROXY}`;
    if (target.href === url.href) {
        return `${server} redirects (${status}) to the very same address. TLS ends at a proxy, and Argo CD behind it asks for TLS again: start argocd-server with --insecure, or let the proxy pass TLS on`;
    }
    const where = `${target.origin}${target.pathname}`;
    const isSameApi = target.hostname === url.hostname && target.pathname.endsWith(url.pathname);
    if (isSameApi) {
        const root = target.pathname.slice(0, -url.pathname.length) + rootPathOf(server);
        return `${server} redirects (${status}) to ${where}. Give argocd-server as ${target.origin}${root}`;
    }
    return `${server} redirects (${status}) to ${where}, which is not Argo CD's API. ${PROXY}`;
}
function rootPathOf(server) {
    return new URL(server).pathname.replace(/\/$/, '');
}
/** Why no answer came. What another try cannot change is `misdirected`. */
function explainFailure(error, url, hasAuthority) {
    if (!(error instanceof http/* NoReply */.I))
        throw error;
    const { code, message } = error;
    const host = url.host;
    if (UNTRUSTED.includes(code)) {
        const cure = hasAuthority
            ? 'argocd-ca holds another certificate than that of the authority which signed it'
            : 'Give the certificate of the authority that signed it with argocd-ca';
        return misdirected(`the certificate of ${host} is not trusted (${code}). ${cure}`);
    }
    if (INVALID.includes(code)) {
        return misdirected(`the certificate of ${host} is not valid for it (${code}: ${message})`);
    }
    if (NO_TLS.includes(code)) {
        return misdirected(`${host} does not speak TLS (${code}). Give argocd-server with http://`);
    }
    return { kind: 'unanswered', detail: message };
}
function misdirected(problem) {
    return { kind: 'misdirected', problem: `${problem}.` };
}

;// CONCATENATED MODULE: ./src/argocd/client.ts


/**
 * Requests to Argo CD's REST API. Each has a limit of its own: some never answer. Redirects are not
 * followed, since the token is for this server alone.
 */
class ArgoClient {
    #target;
    #end = new AbortController();
    constructor(target) {
        this.#target = target;
    }
    async request({ method = 'GET', path, query = {}, body, limit, }) {
        const { server, authority } = this.#target;
        const url = new URL(`${server}${path}`);
        for (const [key, value] of Object.entries(query)) {
            if (value !== undefined)
                url.searchParams.set(key, value);
        }
        try {
            const reply = await (0,http/* sendRequest */.w)({
                method,
                url,
                headers: this.#headersOf(method),
                body,
                limit,
                authority,
                signal: this.#end.signal,
            });
            return parseReply(reply, url, server);
        }
        catch (error) {
            return explainFailure(error, url, authority !== undefined);
        }
    }
    /** Ends all requests that have no answer yet. */
    close() {
        this.#end.abort();
    }
    #headersOf(method) {
        const { headers, token } = this.#target;
        return {
            ...Object.fromEntries(headers),
            accept: 'application/json',
            // Argo CD refuses a write of any other type, whether or not it has a body.
            ...(method === 'POST' && { 'content-type': 'application/json' }),
            ...(token !== '' && { authorization: `Bearer ${token}` }),
        };
    }
}

;// CONCATENATED MODULE: ./src/argocd/workloads.ts


/** Parses the reply to `managed-resources`: of those that name an image, what and where. */
function parseWorkloads(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return undefined;
    return objectsOf(data, 'items')
        .filter((item) => item['hook'] !== true)
        .map(parseWorkload)
        .filter(({ wanted, live }) => wanted.length + live.length > 0);
}
function parseWorkload(item) {
    const live = parseState(textOf(item, 'liveState'));
    return {
        group: textOf(item, 'group'),
        kind: textOf(item, 'kind'),
        namespace: textOf(item, 'namespace'),
        name: textOf(item, 'name'),
        wanted: collectImages(parseState(textOf(item, 'targetState'))),
        live: collectImages(live),
        isLive: live !== undefined,
    };
}
/** A state is JSON in a text; of a resource that is not there it is `null` or empty. */
function parseState(text) {
    try {
        const state = JSON.parse(text);
        return (0,json/* isJsonObject */.O)(state) ? state : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * The images of every pod template in a spec, whatever the kind: a Deployment has one in `template`,
 * a CronJob in `jobTemplate`, and custom resources where they like.
 */
function collectImages(state) {
    const images = new Set();
    const collect = (value) => {
        if (Array.isArray(value))
            value.forEach(collect);
        if (!(0,json/* isJsonObject */.O)(value))
            return;
        for (const key of ['containers', 'initContainers']) {
            for (const container of objectsOf(value, key))
                images.add(textOf(container, 'image'));
        }
        Object.values(value).forEach(collect);
    };
    collect(state?.['spec']);
    images.delete('');
    return [...images];
}
/** Parses the Pods in the reply to `resource-tree`. */
function parsePods(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return undefined;
    return objectsOf(data, 'nodes')
        .filter((node) => node['kind'] === 'Pod')
        .map((node) => {
        const health = objectOf(node, 'health');
        return {
            name: `${textOf(node, 'namespace')}/${textOf(node, 'name')}`,
            images: textsOf(node, 'images'),
            health: textOf(health, 'status'),
            message: textOf(health, 'message'),
        };
    });
}
/** Parses the reply to `syncwindows`. */
function parseSyncWindow(data) {
    if (!(0,json/* isJsonObject */.O)(data))
        return undefined;
    const active = objectsOf(data, 'activeWindows').map((window) => [textOf(window, 'kind'), textOf(window, 'schedule'), textOf(window, 'duration')].join(' '));
    // What Argo CD leaves out of a reply is false.
    return { canSync: data['canSync'] === true, active };
}

;// CONCATENATED MODULE: ./src/argocd/argocd.ts





/** What a plain request may take, in milliseconds. */
const LIMIT = 10_000;
/** What one may take that waits for the controller, which may never answer. */
const CONTROLLER_LIMIT = 30_000;
/** Argo CD through the REST API of argocd-server. */
class RestArgoCD {
    #client;
    constructor(target) {
        this.#client = new ArgoClient(target);
    }
    async readVersion() {
        const answer = await this.#client.request({ path: '/api/version', limit: LIMIT });
        return narrow(answer, (data) => (0,json/* isJsonObject */.O)(data) ? textOf(data, 'Version') || undefined : undefined);
    }
    async readApplication(name) {
        return narrow(await this.#get(name, '', LIMIT), parseApplication);
    }
    async refresh(name) {
        const answer = await this.#get(name, '', CONTROLLER_LIMIT, { refresh: 'normal' });
        return narrow(answer, () => true);
    }
    async readWorkloads(name) {
        return narrow(await this.#get(name, '/managed-resources', CONTROLLER_LIMIT), parseWorkloads);
    }
    async readPods(name) {
        return narrow(await this.#get(name, '/resource-tree', CONTROLLER_LIMIT), parsePods);
    }
    async readSyncWindow(name) {
        return narrow(await this.#get(name, '/syncwindows', LIMIT), parseSyncWindow);
    }
    async sync({ name, namespace, project }) {
        const answer = await this.#client.request({
            method: 'POST',
            path: `${applicationPathOf(name)}/sync`,
            body: JSON.stringify({ name, appNamespace: namespace, project }),
            limit: LIMIT,
        });
        return narrow(answer, () => true);
    }
    close() {
        this.#client.close();
    }
    #get({ name, namespace, project }, below, limit, query = {}) {
        return this.#client.request({
            path: `${applicationPathOf(name)}${below}`,
            query: { appNamespace: namespace, project, ...query },
            limit,
        });
    }
}
function applicationPathOf(name) {
    return `/api/v1/applications/${encodeURIComponent(name)}`;
}
/** What is JSON and yet not what was asked for is not Argo CD's. */
function narrow(answer, parse) {
    if (answer.kind !== 'ok')
        return answer;
    const data = parse(answer.data);
    if (data !== undefined)
        return { kind: 'ok', data };
    return {
        kind: 'misdirected',
        problem: 'argocd-server answers with JSON that is not of Argo CD. Give the address of Argo CD.',
    };
}


/***/ }),

/***/ 5552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderExchange)
/* harmony export */ });
/**
 * One line of an exchange: method, address, status, time, GitHub's name of the request, and how long
 * the server wants to be left alone.
 */
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

/***/ 5712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ NoReply),
/* harmony export */   w: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3659);
/* harmony import */ var _base_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5552);



/** More than this is no answer that anybody reads, in bytes. */
const LARGEST_BODY = 64 * 1024 * 1024;
/** No answer, or none that can be read. The message says why, as it reads in brackets. */
class NoReply extends Error {
    /** Of Node.js or OpenSSL; empty where they give none. */
    code;
    constructor(message, options = {}) {
        super(message, options);
        this.name = 'NoReply';
        this.code = options.code ?? '';
    }
}
/**
 * Sends a request over a connection of its own, which ends with it, through the proxy that the
 * runner's environment names for this address.
 * @throws NoReply when no answer came, none within the limit, or one that is too large.
 */
async function sendRequest(request) {
    const start = performance.now();
    const tell = (answer, headers) => {
        const { method, url } = request;
        const address = `${url.origin}${url.pathname}`;
        const took = performance.now() - start;
        request.trace?.((0,_base_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .renderExchange */ .i)({ method, address, answer, headers, took }));
    };
    try {
        const reply = await exchange(request);
        tell(reply.status, reply.headers);
        return reply;
    }
    catch (cause) {
        const failure = toNoReply(cause);
        tell(failure.message, {});
        throw failure;
    }
}
async function exchange(request) {
    const { url, limit, authority, signal } = request;
    const ending = new AbortController();
    // Only with keepAlive does the client keep its agent, and with it a way to end a connection.
    const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq('gitops-promote', [endingWith(ending.signal)], {
        allowRedirects: false,
        keepAlive: true,
        socketTimeout: limit,
    });
    if (authority !== undefined && url.protocol === 'https:') {
        trust(client.getAgent(url.href), authority);
    }
    const end = startLimit(limit, signal);
    try {
        return await Promise.race([receive(client, request), end.reached]);
    }
    finally {
        end.stop();
        // The client forgets a connection through a proxy.
        ending.abort();
        client.dispose();
    }
}
/** The client's own limit is one of silence. */
function endingWith(signal) {
    return {
        prepareRequest: (options) => {
            options.signal = signal;
        },
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('not used')),
    };
}
/** The options of an agent are those of its connections, also through a proxy. */
function trust(agent, authority) {
    if ('options' in agent)
        Object.assign(agent.options, { ca: authority });
}
async function receive(client, { method, url, headers, body = '', readsBody = true, largestBody = LARGEST_BODY }) {
    const { message } = await client.request(method, url.href, body, { ...headers });
    return {
        status: message.statusCode ?? 0,
        headers: message.headers,
        body: readsBody ? await readBody(message, largestBody) : Buffer.alloc(0),
    };
}
function startLimit(limit, signal) {
    let stop = () => undefined;
    const reached = new Promise((_, reject) => {
        const refuse = (why) => {
            reject(new NoReply(why));
        };
        const end = () => {
            refuse('ended');
        };
        const timer = setTimeout(refuse, limit, `no answer within ${limit / 1000} seconds`);
        if (signal?.aborted === true)
            end();
        signal?.addEventListener('abort', end);
        stop = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
        };
    });
    return { reached, stop };
}
/** @throws Error when the connection ends in between. */
async function readBody(message, largest) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.byteLength;
        if (size > largest)
            throw new NoReply(`an answer of more than ${largest / 1024 / 1024} MiB`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Where several addresses of a host were tried, Node.js gives an error without a message of its own. */
function toNoReply(cause) {
    if (cause instanceof NoReply)
        return cause;
    const { errors, code, message } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(cause) ? cause : {};
    if (Array.isArray(errors) && errors.length > 0)
        return toNoReply(errors[0]);
    const given = typeof code === 'string' ? code : '';
    const said = typeof message === 'string' && message !== '' ? message : given;
    return new NoReply(said === '' ? 'no answer' : said, { code: given, cause });
}


/***/ })

};

//# sourceMappingURL=856.index.js.map