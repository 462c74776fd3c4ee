export const id = 300;
export const ids = [300];
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

/***/ 6300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RegistryClient: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./src/base/retry-after.ts
var retry_after = __webpack_require__(5160);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
;// CONCATENATED MODULE: ./src/registry/protocol/address.ts


const HUB_NAMES = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
const HUB_LOGIN = 'https://index.docker.io/v1/';
const HUB_ORIGIN = 'https://registry-1.docker.io';
function computeAddress(repository) {
    const { domain = 'docker.io', path } = (0,base_image/* splitDomain */.Rx)(repository);
    if (HUB_NAMES.includes(domain)) {
        return {
            name: 'docker.io',
            origin: HUB_ORIGIN,
            path: path.includes('/') ? path : `library/${path}`,
            configNames: [HUB_LOGIN, ...HUB_NAMES],
        };
    }
    if (!URL.canParse(`https://${domain}`)) {
        throw new errors/* PromoteError */.jG('invalid-input', `The registry ${JSON.stringify(domain)} of the image cannot be asked: expected a host name or an IP address, with a port of at most 65535 if need be.`);
    }
    const scheme = isOwnMachine(new URL(`https://${domain}`)) ? 'http' : 'https';
    const { origin } = new URL(`${scheme}://${domain}`);
    return { name: domain, origin, path, configNames: [domain] };
}
function isOwnMachine({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./src/registry/protocol/challenge.ts
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const ITEM = new RegExp(`(?:(?<scheme>${TOKEN})(?:[ \\t]+|(?=[ \\t]*(?:,|$))))?(?:(?<name>${TOKEN})[ \\t]*=[ \\t]*(?<value>${QUOTED}|[^\\s,"]*))?[ \\t]*(?:,|$)`, 'y');
function parseChallenges(header) {
    const challenges = [];
    const text = header.trim();
    for (let at = 0; at < text.length;) {
        at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
        ITEM.lastIndex = at;
        const match = ITEM.exec(text);
        if (match === null || match[0] === '')
            break;
        at = ITEM.lastIndex;
        const { scheme, name, value } = match.groups ?? {};
        if (scheme !== undefined)
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        if (name !== undefined)
            challenges.at(-1)?.parameters.set(name.toLowerCase(), unquoteParameter(value ?? ''));
    }
    return challenges;
}
function unquoteParameter(value) {
    return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}
function withoutScope(challenges) {
    return challenges.map(({ scheme, parameters }) => ({
        scheme,
        parameters: new Map([...parameters].filter(([name]) => name !== 'scope')),
    }));
}
function computeTokenRequest({ parameters }, path) {
    const realm = parameters.get('realm') ?? '';
    if (!URL.canParse(realm))
        return undefined;
    const scopes = (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    return {
        realm: new URL(realm),
        service: parameters.get('service'),
        scopes: scopes.length > 0 ? scopes : [`repository:${path}:pull`],
    };
}
function renderTokenParameters({ service, scopes }) {
    const parameters = new URLSearchParams();
    if (service !== undefined)
        parameters.append('service', service);
    for (const scope of scopes)
        parameters.append('scope', scope);
    return parameters;
}

;// CONCATENATED MODULE: ./src/registry/http.ts

const REQUEST_TIMEOUT = 30_000;
const LARGEST_BODY = 8 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
class Unreachable extends Error {
}
class RegistryHttp {
    #send;
    constructor(send) {
        this.#send = send;
    }
    async send({ url, accept = '*/*', authorization, form }) {
        const reply = await this.#send({
            method: form === undefined ? 'GET' : 'POST',
            url,
            headers: {
                accept,
                ...(authorization !== undefined && { authorization }),
                ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
            },
            body: form,
            limit: REQUEST_TIMEOUT,
            largestBody: LARGEST_BODY,
        });
        if ('problem' in reply)
            throw new Unreachable(reply.problem);
        return { ...reply, url };
    }
    async follow({ authorization, ...request }, within = 'anywhere') {
        let next = { ...request, authorization };
        for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
            const reply = await this.send(next);
            const { location } = reply.headers;
            if (!isRedirect(reply) || location === undefined)
                return reply;
            const url = resolveRedirect(location, next.url);
            const leaves = url.origin !== next.url.origin;
            if (leaves && within === 'same-origin')
                return reply;
            next = leaves ? { ...request, url } : { ...next, url };
        }
        throw new Unreachable(`more than ${MOST_REDIRECTS} redirects`);
    }
}
function isRedirect({ status }) {
    return REDIRECTS.includes(status);
}
function resolveRedirect(location, from) {
    const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        throw new Unreachable('a redirect to what is no address');
    }
    if (url.protocol === 'http:' && !(from.protocol === 'http:' && isOwnMachine(url))) {
        throw new Unreachable(`a redirect to http, to ${url.host}`);
    }
    return url;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
;// CONCATENATED MODULE: ./src/registry/protocol/docker-config.ts

const IDENTITY_USER = '<token>';
function findDockerLogin(config, names) {
    const helper = findHelper(config, names);
    if (helper !== undefined)
        return { from: 'helper', helper };
    const credentials = findEntries(config['auths'], names).map(parseStoredLogin).find(isDefined);
    return credentials && { from: 'file', credentials };
}
function findHelper(config, names) {
    const own = (0,json/* isJsonObject */.O)(config['credHelpers']) ? config['credHelpers'] : {};
    const helpers = [...names.map((name) => own[name]), config['credsStore']];
    return helpers.filter((helper) => typeof helper === 'string').find((helper) => helper !== '');
}
function findEntries(auths, names) {
    if (!(0,json/* isJsonObject */.O)(auths))
        return [];
    const hosts = Object.keys(auths).filter((key) => names.includes(parseHost(key)));
    return [...names, ...hosts].map((key) => auths[key]);
}
function parseHost(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
function parseStoredLogin(entry) {
    if (!(0,json/* isJsonObject */.O)(entry))
        return undefined;
    const { identitytoken, auth, username, password } = entry;
    if (isText(identitytoken))
        return { kind: 'identity-token', token: identitytoken };
    if (isText(auth)) {
        const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = decoded.indexOf(':');
        if (colon <= 0)
            return undefined;
        const [name, secret] = [decoded.slice(0, colon), decoded.slice(colon + 1)];
        return { kind: 'password', username: name, password: secret };
    }
    if (!isText(username) || !isText(password))
        return undefined;
    return { kind: 'password', username, password };
}
function parseHelperAnswer(answer) {
    if (!(0,json/* isJsonObject */.O)(answer))
        return undefined;
    const { Username: username, Secret: secret } = answer;
    if (!isText(username) || !isText(secret))
        return undefined;
    return username === IDENTITY_USER
        ? { kind: 'identity-token', token: secret }
        : { kind: 'password', username, password: secret };
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function isDefined(value) {
    return value !== undefined;
}

;// CONCATENATED MODULE: ./src/registry/credentials.ts





const TOKEN_USER = 'x-access-token';
async function findIdentities({ login, token, dockerConfig }, { name, configNames }) {
    if (login !== undefined) {
        const from = 'registry-username and registry-password';
        return { list: [{ credentials: { kind: 'password', ...login }, from }] };
    }
    const { credentials, problem } = await readDockerCredentials(dockerConfig, configNames);
    if (credentials !== undefined) {
        return { list: [{ credentials, from: "the login in docker's configuration" }] };
    }
    if (name !== 'ghcr.io' || token === undefined)
        return { list: [{}], problem };
    const own = { kind: 'password', username: TOKEN_USER, password: token };
    return { list: [{ credentials: own, from: 'token' }, {}], problem };
}
const HELPER_TIMEOUT = 30_000;
async function readDockerCredentials(directory, names, run = runHelper) {
    const file = (0,external_node_path_.join)(directory, 'config.json');
    const config = await readConfigFile(file);
    if (config === undefined)
        return {};
    if (typeof config === 'string')
        return { problem: config };
    const login = findDockerLogin(config, names);
    if (login === undefined)
        return {};
    return login.from === 'file' ? login : askHelper(login.helper, names[0] ?? '', run);
}
async function readConfigFile(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => toReadProblem(file, cause));
    if (typeof text !== 'string')
        return text?.problem;
    return (0,json/* parseJsonObject */.d)(text) ?? `docker's configuration ${file} is not a JSON object`;
}
function toReadProblem(file, cause) {
    const code = (0,json/* isJsonObject */.O)(cause) ? String(cause['code']) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    return { problem: `docker's configuration ${file} cannot be read (${code})` };
}
async function askHelper(helper, registry, run) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper))
        return { problem: `${program} is no name of a program` };
    const { code, output } = await run(program, registry);
    if (code !== 0)
        return isUnknownToHelper(output) ? {} : { problem: `${program} failed (${code})` };
    const credentials = parseHelperAnswer((0,json/* parseJsonObject */.d)(output));
    return credentials === undefined
        ? { problem: `${program} did not answer with credentials` }
        : { credentials };
}
function isUnknownToHelper(output) {
    return output.trim().startsWith('credentials not found in native keychain');
}
function runHelper(program, input) {
    return new Promise((resolve) => {
        const options = { timeout: HELPER_TIMEOUT, windowsHide: true };
        const child = (0,external_node_child_process_.execFile)(program, ['get'], options, (error, output) => {
            const code = error === null ? 0 : (error.code ?? error.signal ?? 'unknown');
            resolve({ code, output });
        });
        child.stdin?.on('error', () => undefined).end(input);
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/base/platform.ts
var platform = __webpack_require__(1138);
;// CONCATENATED MODULE: ./src/registry/protocol/manifest.ts



const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const IMAGE_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const MANIFEST_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES];
const ATTESTATION = 'vnd.docker.reference.type';
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
class UnusableContent extends Error {
    constructor(message) {
        super(message);
        this.name = 'UnusableContent';
    }
}
function parseManifest(content, reference) {
    for (const promised of [reference, content.digest]) {
        if (DIGEST.test(promised))
            assertDigest(content.bytes, promised);
    }
    const document = parseDocument(content.bytes);
    const type = findType(content, document);
    const digest = computeDigest(content.bytes, 'sha256');
    const annotations = parseTexts(document['annotations']);
    const { manifests, config } = document;
    if (INDEX_TYPES.includes(type) && Array.isArray(manifests) && config === undefined) {
        return { kind: 'index', digest, annotations, images: manifests.flatMap(parseIndexed) };
    }
    if (!IMAGE_TYPES.includes(type) || manifests !== undefined || !(0,json/* isJsonObject */.O)(config)) {
        throw new UnusableContent(`neither a manifest nor an index of images (${nameType(type)})`);
    }
    return {
        kind: 'image',
        digest,
        annotations,
        config: parseDigest(config),
        configType: nameType(config['mediaType']),
    };
}
function parseConfig(bytes, digest) {
    assertDigest(bytes, digest);
    const document = parseDocument(bytes);
    const { config } = document;
    return {
        platform: renderPlatform(document),
        labels: parseTexts((0,json/* isJsonObject */.O)(config) ? config['Labels'] : undefined),
    };
}
function assertDigest(bytes, digest) {
    const algorithm = digest.slice(0, digest.indexOf(':'));
    const actual = computeDigest(bytes, algorithm);
    if (actual !== digest)
        throw new UnusableContent(`not ${digest}, but ${actual}`);
}
function computeDigest(bytes, algorithm) {
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
}
function parseDocument(bytes) {
    const document = (0,json/* parseJsonObject */.d)(bytes);
    if (document === undefined)
        throw new UnusableContent('no JSON object');
    return document;
}
function findType({ type }, { mediaType }) {
    const told = type.replace(/\s*;.*$/s, '').toLowerCase();
    if (typeof mediaType !== 'string')
        return told;
    if (MANIFEST_TYPES.includes(told) && told !== mediaType) {
        throw new UnusableContent(`${told} by the registry's word, and ${nameType(mediaType)} by itself`);
    }
    return mediaType;
}
function nameType(type) {
    return typeof type === 'string' && /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(type) ? type : 'no type';
}
function parseIndexed(entry) {
    if (!(0,json/* isJsonObject */.O)(entry))
        throw new UnusableContent('an index with an entry that is no object');
    const { mediaType, artifactType, annotations } = entry;
    const isImage = typeof mediaType === 'string' && IMAGE_TYPES.includes(mediaType);
    if (!isImage || artifactType !== undefined || ATTESTATION in parseTexts(annotations))
        return [];
    const digest = parseDigest(entry);
    const described = (0,json/* isJsonObject */.O)(entry['platform']) ? entry['platform'] : {};
    if (described['os'] === 'unknown' || described['architecture'] === 'unknown')
        return [];
    return [{ digest, platform: renderPlatform(described) }];
}
function renderPlatform({ os, architecture, variant }) {
    const parts = [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])];
    return parts.every((part) => typeof part === 'string')
        ? (0,platform/* parsePlatform */.F)(parts.join('/'))
        : undefined;
}
function parseDigest({ digest }) {
    if (typeof digest === 'string' && DIGEST.test(digest))
        return digest;
    throw new UnusableContent('a manifest with a digest that is none');
}
function parseTexts(value) {
    const members = (0,json/* isJsonObject */.O)(value) ? Object.entries(value) : [];
    return Object.fromEntries(members.filter((member) => typeof member[1] === 'string'));
}

;// CONCATENATED MODULE: ./src/registry/protocol/refusals.ts


const LOGIN = 'Sign in to it in this job (docker/login-action), since each job has a machine of its own, or give registry-username and registry-password; the account has to be allowed to pull.';
const CURES = [
    {
        registry: /^ghcr\.io$/,
        cure: 'Give this job "permissions: packages: read"; where the package belongs to another repository, also add the repository of this workflow under "Manage Actions access" in the settings of the package. ghcr.io answers the same for a package that does not exist.',
    },
    {
        registry: /^docker\.io$/,
        cure: `Docker Hub answers the same for a private repository and for one that does not exist. ${LOGIN}`,
    },
    {
        registry: /\.dkr\.ecr\.[\w-]+\.amazonaws\.com(?:\.cn)?$/,
        cure: 'A login to ECR lasts 12 hours and one job: run aws-actions/amazon-ecr-login in this job. The role needs ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.',
    },
    {
        registry: /^public\.ecr\.aws$/,
        cure: 'Sign out of public.ecr.aws, which needs no login, or run aws-actions/amazon-ecr-login with registry-type: public in this job.',
    },
    {
        registry: /(?:^|[.-])(?:gcr\.io|docker\.pkg\.dev)$/,
        cure: 'Run google-github-actions/auth and docker/login-action with the user oauth2accesstoken in this job. The account needs the role Artifact Registry Reader.',
    },
    {
        registry: /\.azurecr\.(?:io|cn|us)$/,
        cure: 'Run azure/login and "az acr login" in this job, or give registry-username and registry-password. The account needs the role AcrPull.',
    },
    { registry: /^/, cure: LOGIN },
];
function makeDeniedError(denial) {
    const { address, detail, from, problem } = denial;
    const { name, path } = address;
    const cure = CURES.find(({ registry }) => registry.test(name))?.cure ?? LOGIN;
    const asked = from === undefined ? 'without credentials' : `with ${from}`;
    const why = problem === undefined ? '' : `, since ${problem}`;
    return new errors/* PromoteError */.jG('registry-denied', `${name} does not show ${path} to this job (${detail}), so it is not known whether the image is there. It was asked ${asked}${why}. ${cure}`);
}
function makeUnavailableError({ name }, detail, options = {}) {
    return new errors/* PromoteError */.jG('registry-unavailable', `${name} could not be asked, so it is not known whether the image is there: ${detail}.`, options);
}
function parseErrorMessage(body) {
    const reply = (0,json/* parseJsonObject */.d)(body) ?? {};
    const errors = Array.isArray(reply['errors']) ? reply['errors'] : [];
    const first = (0,json/* isJsonObject */.O)(errors[0]) ? errors[0] : {};
    const { details, message, error_description: description } = reply;
    const found = [first['code'], first['message'], details, message, description];
    const words = found.filter((word) => typeof word === 'string' && word !== '').slice(0, 2);
    return words
        .join(': ')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./src/registry/protocol/secrets.ts
class Secrets {
    #words = new Set();
    keep(text) {
        const line = text.replace(/\s+/g, ' ').trim();
        for (const word of [text, line, text.replace(/^(?:Basic|Bearer) /, '')]) {
            if (word !== '')
                this.#words.add(word).add(encodeURIComponent(word));
        }
    }
    redact(text) {
        const words = [...this.#words].sort((one, other) => other.length - one.length);
        return words.reduce((rest, word) => rest.replaceAll(word, '***'), text);
    }
}

;// CONCATENATED MODULE: ./src/registry/sign-in.ts




async function signIn(address, challenges, credentials, http) {
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer !== undefined)
        return askForToken(address, bearer, credentials, http);
    if (!challenges.some(({ scheme }) => scheme === 'basic')) {
        return refused('401, and no way to sign in that is known');
    }
    if (credentials === undefined)
        return refused('401, it wants a user name and a password');
    if (credentials.kind !== 'password')
        return refused('401, it takes no identity token');
    return { outcome: 'ready', authorization: renderBasic(credentials) };
}
async function askForToken(address, challenge, credentials, http) {
    const request = computeTokenRequest(challenge, address.path);
    if (request === undefined)
        return refused('401, and no address of a token server');
    const { realm } = request;
    if (!isTrustworthy(realm, address)) {
        return refused(`its token server ${realm.protocol}//${realm.host} is not one to show credentials`);
    }
    const reply = await requestToken(request, credentials, http);
    if (isRedirect(reply))
        return refused(`its token server ${realm.host} sends to another address`);
    if (reply.status !== 200)
        return { outcome: 'answered', reply };
    const token = parseTokenReply(reply.body);
    return token === undefined
        ? { outcome: 'answered', reply }
        : { outcome: 'ready', authorization: `Bearer ${token}` };
}
function isTrustworthy(realm, { origin }) {
    if (realm.username + realm.password !== '')
        return false;
    if (realm.protocol === 'https:')
        return true;
    return realm.protocol === 'http:' && isOwnMachine(realm) && isOwnMachine(new URL(origin));
}
async function requestToken(request, credentials, http) {
    if (credentials?.kind === 'identity-token') {
        return http.send({ url: request.realm, form: renderRefresh(request, credentials.token) });
    }
    const url = new URL(request.realm);
    for (const [name, value] of renderTokenParameters(request))
        url.searchParams.append(name, value);
    return http.follow({ url, authorization: credentials && renderBasic(credentials) }, 'same-origin');
}
function renderRefresh({ service, scopes }, identityToken) {
    return new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'gitops-promote',
        ...(service !== undefined && { service }),
        scope: scopes.join(' '),
        refresh_token: identityToken,
    }).toString();
}
function renderBasic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function parseTokenReply(body) {
    const { token, access_token: accessToken } = (0,json/* parseJsonObject */.d)(body) ?? {};
    const texts = [token, accessToken].filter((each) => typeof each === 'string');
    return texts.find((text) => /^[\x21-\x7e]+$/.test(text));
}
function refused(detail) {
    return { outcome: 'refused', detail };
}

;// CONCATENATED MODULE: ./src/registry/client.ts









const DENIED = [401, 403];
function canPass(status) {
    return status >= 500 || status === 408 || status === 429;
}
class RegistryClient {
    #target;
    #address;
    #http;
    #secrets = new Secrets();
    #identities;
    #authorization;
    #from;
    constructor(target, send, address = computeAddress(target.repository)) {
        this.#target = target;
        this.#address = address;
        this.#http = new RegistryHttp(send);
    }
    get name() {
        return this.#address.name;
    }
    get signedInWith() {
        return this.#from;
    }
    async readManifest(reference) {
        const accept = MANIFEST_TYPES.join(', ');
        const reply = await this.#ask({ url: this.#locate(`manifests/${reference}`), accept });
        if (reply === undefined)
            return undefined;
        const { 'content-type': type = '', 'docker-content-digest': digest } = reply.headers;
        const content = { bytes: reply.body, type, digest: typeof digest === 'string' ? digest : '' };
        return this.#use(reference, () => parseManifest(content, reference));
    }
    async readConfig(digest) {
        const reply = await this.#ask({ url: this.#locate(`blobs/${digest}`) });
        return reply && this.#use(digest, () => parseConfig(reply.body, digest));
    }
    #locate(resource) {
        return new URL(`${this.#address.origin}/v2/${this.#address.path}/${resource}`);
    }
    #use(reference, parse) {
        try {
            return parse();
        }
        catch (cause) {
            if (!(cause instanceof UnusableContent))
                throw cause;
            throw this.#unavailable(`what it gave for ${reference} is ${cause.message}`, { cause });
        }
    }
    async #ask(request) {
        const reply = await this.#get(request);
        const challenges = await this.#findChallenges(reply);
        return this.#judge(challenges ? await this.#askSignedIn(request, challenges) : reply);
    }
    async #get(request) {
        return this.#reach(this.#http.follow({ ...request, authorization: this.#authorization }));
    }
    async #findChallenges(reply) {
        const { origin } = this.#address;
        if (reply.status === 401 && this.#isOwn(reply))
            return challengesOf(reply);
        const hides = reply.status === 403 || reply.status === 404;
        if (!hides || this.#authorization !== undefined)
            return undefined;
        const { list } = await this.#listIdentities();
        if (list.every(({ credentials }) => credentials === undefined))
            return undefined;
        const base = await this.#reach(this.#http.follow({ url: new URL(`${origin}/v2/`) }, 'same-origin'));
        return base.status === 401 ? withoutScope(challengesOf(base)) : undefined;
    }
    async #askSignedIn(request, challenges) {
        const rejections = [];
        for (const identity of (await this.#listIdentities()).list) {
            const answer = await this.#askAs(identity, request, challenges);
            if (!('detail' in answer))
                return answer;
            rejections.push(answer);
        }
        throw this.#denied(rejections[0]);
    }
    async #askAs({ credentials, from }, request, challenges) {
        this.#authorization = undefined;
        const signed = await this.#reach(signIn(this.#address, challenges, credentials, this.#http));
        if (signed.outcome === 'refused')
            return { detail: signed.detail, from };
        if (signed.outcome === 'answered')
            return this.#judgeTokenReply(signed.reply, from);
        this.#secrets.keep(signed.authorization);
        this.#authorization = signed.authorization;
        this.#from = from;
        const reply = await this.#get(request);
        const rejects = DENIED.includes(reply.status) && this.#isOwn(reply);
        return rejects ? { detail: this.#describe(reply), from } : reply;
    }
    #judgeTokenReply(reply, from) {
        const { status, url } = reply;
        const answer = status === 200 ? 'without a token' : this.#describe(reply);
        const detail = `its token server ${url.host} answers ${answer}`;
        return this.#refusal(reply, { detail, from });
    }
    #refusal({ status, headers }, rejection) {
        if (status >= 400 && !canPass(status))
            return rejection;
        const retryAt = (0,retry_after/* computeRetryAfter */.wy)(headers, Date.now());
        throw this.#unavailable(rejection.detail, { retryAt });
    }
    #judge(reply) {
        const { status, url } = reply;
        if (status === 200)
            return reply;
        if (status === 404)
            return undefined;
        const who = this.#isOwn(reply) ? 'it' : url.host;
        const detail = `${who} answers ${this.#describe(reply)}`;
        throw this.#denied(this.#refusal(reply, { detail, from: this.#from }));
    }
    #isOwn({ url }) {
        return url.origin === this.#address.origin;
    }
    async #listIdentities() {
        this.#identities ??= await findIdentities(this.#target, this.#address);
        for (const { credentials } of this.#identities.list) {
            if (credentials?.kind === 'identity-token')
                this.#secrets.keep(credentials.token);
            if (credentials?.kind !== 'password')
                continue;
            this.#secrets.keep(credentials.password);
            this.#secrets.keep(renderBasic(credentials));
        }
        return this.#identities;
    }
    #describe({ status, body }) {
        const message = this.#secrets.redact(parseErrorMessage(body));
        const shown = message.length > 200 ? `${message.slice(0, 200)}…` : message;
        return shown === '' ? String(status) : `${status} ${shown}`;
    }
    #denied({ detail, from } = { detail: '401', from: undefined }) {
        const { problem } = this.#identities ?? {};
        return makeDeniedError({ address: this.#address, detail, from, problem });
    }
    #unavailable(detail, options) {
        return makeUnavailableError(this.#address, detail, options);
    }
    async #reach(answer) {
        try {
            return await answer;
        }
        catch (cause) {
            if (!(cause instanceof Unreachable))
                throw cause;
            throw this.#unavailable(cause.message, { cause });
        }
    }
}
function challengesOf({ headers }) {
    return parseChallenges(headers['www-authenticate'] ?? '');
}


/***/ })

};

//# sourceMappingURL=300.index.js.map