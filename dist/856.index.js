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
        failures: resources.filter(isFailed).map(describeFailure),
        images: resources.flatMap((resource) => textsOf(resource, 'images')),
    };
}
function numberOf(object, key) {
    const value = Number(object[key] ?? 0);
    return Number.isInteger(value) ? value : 0;
}
function isFailed(resource) {
    return (textOf(resource, 'status') === 'SyncFailed' ||
        ['Failed', 'Error'].includes(textOf(resource, 'hookPhase')));
}
function describeFailure(resource) {
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
    const data = parseJson(reply.body);
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
function parseJson(body) {
    try {
        const data = JSON.parse(body);
        return (0,json/* isJsonObject */.O)(data) ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function describeBody({ contentType, body }) {
    if (body.trim() === '')
        return 'nothing';
    return /html/i.test(contentType) ? 'a web page' : contentType || 'no JSON';
}
function explainRedirect({ status, location }, url, server) {
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (target === undefined)
        return `${server} redirects (${status}) to nowhere. ${PROXY}`;
    if (target.href === url.href) {
        return `${server} redirects (${status}) to the very same address. TLS ends at a proxy, and Argo CD behind it asks for TLS again: start argocd-server with --insecure, or let the proxy pass TLS on`;
    }
    const where = `${target.origin}${target.pathname}`;
    const isSameApi = target.hostname === url.hostname && target.pathname.endsWith(url.pathname);
    if (isSameApi) {
        const root = target.pathname.slice(0, -url.pathname.length) + pathOf(server);
        return `${server} redirects (${status}) to ${where}. Give argocd-server as ${target.origin}${root}`;
    }
    return `${server} redirects (${status}) to ${where}, which is not Argo CD's API. ${PROXY}`;
}
function pathOf(server) {
    return new URL(server).pathname.replace(/\/$/, '');
}
/** Why no answer came. What another try cannot change is `misdirected`. */
function explainFailure(error, url, hasAuthority) {
    const { code, message } = describeError(error);
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
/** Node gives an error for several addresses of a host that has no message of its own. */
function describeError(error) {
    if (!(0,json/* isJsonObject */.O)(error))
        return { code: '', message: String(error) };
    const [first] = objectsOf(error, 'errors');
    if (first !== undefined)
        return describeError(first);
    const code = textOf(error, 'code');
    return { code, message: textOf(error, 'message') || code || 'no answer' };
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
    async request({ method = 'GET', path, query = {}, body = '', limit, }) {
        const { server, authority } = this.#target;
        const url = new URL(`${server}${path}`);
        for (const [key, value] of Object.entries(query)) {
            if (value !== undefined)
                url.searchParams.set(key, value);
        }
        try {
            const reply = await (0,http/* sendRequest */.w)({
                method,
                url: url.href,
                headers: this.#headersOf(method),
                body,
                limit,
                ...(authority !== undefined && { authority }),
                signal: this.#end.signal,
                readsBody: true,
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
        wanted: findImages(parseState(textOf(item, 'targetState'))),
        live: findImages(live),
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
function findImages(state) {
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
            path: `${argocd_pathOf(name)}/sync`,
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
            path: `${argocd_pathOf(name)}${below}`,
            query: { appNamespace: namespace, project, ...query },
            limit,
        });
    }
}
function argocd_pathOf(name) {
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

/***/ 5712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);

/** More than this is no answer that anybody reads, in bytes. */
const BODY_LIMIT = 64 * 1024 * 1024;
/**
 * Sends a request over a connection of its own, which ends with it, through the proxy that the
 * runner's environment names.
 * @throws Error of node when no answer came, or none within the limit.
 */
async function sendRequest(request) {
    const { url, limit, authority, signal } = request;
    // Only with keepAlive does the client keep its agent, and with it a way to end a connection.
    const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq('gitops-promote', [], {
        allowRedirects: false,
        keepAlive: true,
        socketTimeout: limit,
    });
    if (authority !== undefined && url.startsWith('https:'))
        trust(client.getAgent(url), authority);
    const end = startLimit(limit, signal);
    try {
        return await Promise.race([exchange(client, request), end.reached]);
    }
    finally {
        end.stop();
        client.dispose();
    }
}
/** The options of an agent are those of its connections, also through a proxy. */
function trust(agent, authority) {
    if ('options' in agent)
        Object.assign(agent.options, { ca: authority });
}
async function exchange(client, { method, url, body, headers, readsBody }) {
    const { message } = await client.request(method, url, body, { ...headers });
    return {
        status: message.statusCode ?? 0,
        contentType: message.headers['content-type'] ?? '',
        location: message.headers.location ?? '',
        body: readsBody ? await readBody(message) : '',
    };
}
function startLimit(limit, signal) {
    let stop = () => undefined;
    const reached = new Promise((_, reject) => {
        const refuse = (why) => {
            reject(new Error(why));
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
async function readBody(message) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > BODY_LIMIT)
            throw new Error(`the answer is larger than ${BODY_LIMIT} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ })

};

//# sourceMappingURL=856.index.js.map