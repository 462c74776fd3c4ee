export const id = 856;
export const ids = [856];
export const modules = {

/***/ 9856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RestArgoCD: () => (/* binding */ RestArgoCD)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
;// CONCATENATED MODULE: ./src/argocd/fields.ts

function textOf(object, key) {
    const value = object[key];
    return typeof value === 'string' ? value : '';
}
function objectOf(object, key) {
    const value = object[key];
    return (0,json/* isJsonObject */.O)(value) ? value : {};
}
function objectsOf(object, key) {
    const value = object[key];
    return Array.isArray(value) ? value.filter(json/* isJsonObject */.O) : [];
}
function textsOf(object, key) {
    const value = object[key];
    const items = Array.isArray(value) ? value : [];
    return items.map((item) => (typeof item === 'string' ? item : ''));
}
function timeOf(object, key) {
    const time = Date.parse(textOf(object, key));
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./src/argocd/application.ts



const PATHS_ANNOTATION = 'argocd.argoproj.io/manifest-generate-paths';
function parseApplication(data) {
    if (!(0,json/* isJsonObject */.O)(data['spec']))
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
function parseAutoSync(policy) {
    const automated = policy['automated'];
    return (0,json/* isJsonObject */.O)(automated) && automated['enabled'] !== false;
}
function parseRevisions(result) {
    const several = textsOf(result, 'revisions');
    return several.length > 0 ? several : [textOf(result, 'revision')];
}
function revisionReader(spec, status) {
    if (!(0,json/* isJsonObject */.O)(spec['sourceHydrator']))
        return (revision) => revision;
    const last = objectOf(objectOf(status, 'sourceHydrator'), 'lastSuccessfulOperation');
    const hydrated = textOf(last, 'hydratedSHA');
    return (revision) => (revision !== '' && revision === hydrated ? textOf(last, 'drySHA') : '');
}
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
    const value = object[key];
    return typeof value === 'number' ? value : 0;
}
function isFailedResource(resource) {
    return (textOf(resource, 'status') === 'SyncFailed' ||
        ['Failed', 'Error'].includes(textOf(resource, 'hookPhase')));
}
function describeFailedResource(resource) {
    return `${textOf(resource, 'kind')}/${textOf(resource, 'name')}: ${textOf(resource, 'message')}`;
}

;// CONCATENATED MODULE: ./src/argocd/replies.ts


const UNTRUSTED = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
const INVALID = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const NO_TLS = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'];
const PROXY = 'When a proxy in front of Argo CD asks for a login, give its header for machines with argocd-headers';
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
function explainFailure({ code, problem }, url, hasAuthority) {
    const host = url.host;
    if (UNTRUSTED.includes(code)) {
        const cure = hasAuthority
            ? 'argocd-ca holds another certificate than that of the authority which signed it'
            : 'Give the certificate of the authority that signed it with argocd-ca';
        return misdirected(`the certificate of ${host} is not trusted (${code}). ${cure}`);
    }
    if (INVALID.includes(code)) {
        return misdirected(`the certificate of ${host} is not valid for it (${code}: ${problem})`);
    }
    if (NO_TLS.includes(code)) {
        return misdirected(`${host} does not speak TLS (${code}). Give argocd-server with http://`);
    }
    return { kind: 'unanswered', detail: problem };
}
function misdirected(problem) {
    return { kind: 'misdirected', problem: `${problem}.` };
}

;// CONCATENATED MODULE: ./src/argocd/client.ts

class ArgoClient {
    #target;
    #send;
    #end = new AbortController();
    constructor(target, send) {
        this.#target = target;
        this.#send = send;
    }
    async request({ method = 'GET', path, query = {}, body, limit, }) {
        const { server, authority } = this.#target;
        const url = new URL(`${server}${path}`);
        for (const [key, value] of Object.entries(query)) {
            if (value !== undefined)
                url.searchParams.set(key, value);
        }
        const reply = await this.#send({
            method,
            url,
            headers: this.#headersOf(method),
            body,
            limit,
            authority,
            signal: this.#end.signal,
        });
        return 'problem' in reply
            ? explainFailure(reply, url, authority !== undefined)
            : parseReply(reply, url, server);
    }
    close() {
        this.#end.abort();
    }
    #headersOf(method) {
        const { headers, token } = this.#target;
        return {
            ...Object.fromEntries(headers),
            accept: 'application/json',
            ...(method === 'POST' && { 'content-type': 'application/json' }),
            ...(token !== '' && { authorization: `Bearer ${token}` }),
        };
    }
}

;// CONCATENATED MODULE: ./src/argocd/workloads.ts


function parseWorkloads(data) {
    return objectsOf(data, 'items')
        .filter((item) => item['hook'] !== true)
        .map(parseWorkload)
        .filter(({ wanted, live }) => wanted.length + live.length > 0);
}
function parseWorkload(item) {
    const live = (0,json/* parseJsonObject */.d)(textOf(item, 'liveState'));
    return {
        group: textOf(item, 'group'),
        kind: textOf(item, 'kind'),
        namespace: textOf(item, 'namespace'),
        name: textOf(item, 'name'),
        wanted: collectImages((0,json/* parseJsonObject */.d)(textOf(item, 'targetState'))),
        live: collectImages(live),
        isLive: live !== undefined,
    };
}
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
function parsePods(data) {
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
function parseSyncWindow(data) {
    const active = objectsOf(data, 'activeWindows').map((window) => [textOf(window, 'kind'), textOf(window, 'schedule'), textOf(window, 'duration')].join(' '));
    return { canSync: data['canSync'] === true, active };
}

;// CONCATENATED MODULE: ./src/argocd/argocd.ts




const LIMIT = 10_000;
const CONTROLLER_LIMIT = 30_000;
class RestArgoCD {
    #client;
    constructor(target, send) {
        this.#client = new ArgoClient(target, send);
    }
    async readVersion() {
        const answer = await this.#client.request({ path: '/api/version', limit: LIMIT });
        return narrow(answer, (data) => textOf(data, 'Version') || undefined);
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


/***/ })

};

//# sourceMappingURL=856.index.js.map