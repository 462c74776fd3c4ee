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
/**
 * Before when the header `retry-after` of an answer asks not to be asked again, in milliseconds since
 * 1970; `undefined` when it does not: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after.
 * @param headers Of the answer, names in lower case.
 * @param now Milliseconds since 1970, by the local clock.
 */
function computeRetryAfter(headers, now) {
    const { 'retry-after': value } = headers;
    const seconds = parseSeconds(value);
    if (seconds !== undefined)
        return now + seconds * 1000;
    const moment = parseHttpDate(value);
    return moment === undefined ? undefined : Math.max(now, moment + computeSkew(headers, now));
}
/**
 * What to add to a moment of the server's clock, in milliseconds: the local one may differ from it, as
 * the header `date` shows.
 */
function computeSkew({ date }, now) {
    return now - (parseHttpDate(date) ?? now);
}
/** A header that is a whole number. */
function parseSeconds(value) {
    return typeof value === 'string' && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}
/** A date as HTTP has it: `Wed, 25 Nov 2026 16:00:00 GMT`. */
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

/***/ 6300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RegistryClient: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./src/base/retry-after.ts
var retry_after = __webpack_require__(5160);
// EXTERNAL MODULE: ./src/runner/http.ts
var http = __webpack_require__(5712);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
;// CONCATENATED MODULE: ./src/registry/protocol/address.ts


/** Docker Hub has one name in references, another in its API, and a third in docker's logins. */
const HUB_NAMES = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
const HUB_LOGIN = 'https://index.docker.io/v1/';
const HUB_ORIGIN = 'https://registry-1.docker.io';
/**
 * The address of a repository, by the rules of docker: what has no domain is on Docker Hub, where a
 * name of one part is an official image; and only this machine is spoken to without TLS.
 * @param repository Domain and path of an image reference.
 * @throws PromoteError `invalid-input` for a domain that the grammar of references allows, and that
 *   is no address, such as one with the port 99999.
 */
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
    // A URL leaves out the usual port, and so does who answers.
    const { origin } = new URL(`${scheme}://${domain}`);
    return { name: domain, origin, path, configNames: [domain] };
}
/** Whether an address is this machine's own, so that what is sent there cannot be overheard. */
function isOwnMachine({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./src/registry/protocol/challenge.ts
/** Characters of a token: RFC 9110, section 5.6.2. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
/** One item of the list: a scheme, a parameter, or a scheme with its first parameter. */
const ITEM = new RegExp(`(?:(?<scheme>${TOKEN})(?:[ \\t]+|(?=[ \\t]*(?:,|$))))?(?:(?<name>${TOKEN})[ \\t]*=[ \\t]*(?<value>${QUOTED}|[^\\s,"]*))?[ \\t]*(?:,|$)`, 'y');
/**
 * Parses `WWW-Authenticate` (RFC 9110, section 11.6.1), in which several challenges may stand, each
 * with parameters of its own. What cannot be read ends the list.
 */
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
/** Challenges that were made for another address than the one to sign in for. */
function withoutScope(challenges) {
    return challenges.map(({ scheme, parameters }) => ({
        scheme,
        parameters: new Map([...parameters].filter(([name]) => name !== 'scope')),
    }));
}
/**
 * @param path The repository in the registry.
 * @returns `undefined` when the challenge names no address.
 */
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
/** The parameters of a token request, in the order of the specification. */
function renderTokenParameters({ service, scopes }) {
    const parameters = new URLSearchParams();
    if (service !== undefined)
        parameters.append('service', service);
    for (const scope of scopes)
        parameters.append('scope', scope);
    return parameters;
}

;// CONCATENATED MODULE: ./src/registry/http.ts


/** How long one request may take with its answer, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
/** How large an answer may be, in bytes. Registries take manifests of 4 MiB at the most. */
const LARGEST_BODY = 8 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** Requests that keep what they show to the address that was asked. */
class RegistryHttp {
    #trace;
    /** @param trace Is told of every request. */
    constructor(trace) {
        this.#trace = trace;
    }
    /**
     * GET, or POST of a form. A redirect is an answer.
     * @throws NoReply when there is none in time, or it is too large.
     */
    async send({ url, accept = '*/*', authorization, form }) {
        const reply = await (0,http/* sendRequest */.w)({
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
            trace: this.#trace,
        });
        return { ...reply, url };
    }
    /**
     * GET that follows redirects, since many registries send who asks for a blob to a store. The header
     * `Authorization` stays with the address that was asked: a store refuses it, and has no business
     * with it.
     * @param within `same-origin`: a redirect to another address is an answer.
     * @throws NoReply as `send`, and after too many redirects or one that leads away from TLS.
     */
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
        throw new http/* NoReply */.I(`more than ${MOST_REDIRECTS} redirects`);
    }
}
function isRedirect({ status }) {
    return REDIRECTS.includes(status);
}
function resolveRedirect(location, from) {
    const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        throw new http/* NoReply */.I('a redirect to what is no address');
    }
    if (url.protocol === 'http:' && !(from.protocol === 'http:' && isOwnMachine(url))) {
        throw new http/* NoReply */.I(`a redirect to http, to ${url.host}`);
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

/** The user name with which a credential helper says that the secret is an identity token. */
const IDENTITY_USER = '<token>';
/**
 * Finds the credentials of a registry in docker's `config.json`, with docker's own precedence: a
 * helper of this registry, the helper of all, the file itself.
 * @param config The parsed file.
 * @param names What the registry may be called in it.
 * @returns `undefined` when the file knows of none.
 */
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
/** The entry of that very name goes first, then those whose address has the name as its host. */
function findEntries(auths, names) {
    if (!(0,json/* isJsonObject */.O)(auths))
        return [];
    const hosts = Object.keys(auths).filter((key) => names.includes(parseHost(key)));
    return [...names, ...hosts].map((key) => auths[key]);
}
/** Old versions of docker wrote addresses such as `https://ghcr.io/v1/`. */
function parseHost(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
/** `auth` is `user:password` in Base64, where the password may hold further colons. */
function parseStoredLogin(entry) {
    if (!(0,json/* isJsonObject */.O)(entry))
        return undefined;
    const { identitytoken, auth, username, password } = entry;
    if (isText(identitytoken))
        return { kind: 'identity-token', token: identitytoken };
    if (isText(auth)) {
        // Some clients pad the password with zero bytes.
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
/**
 * What a credential helper answers to `get`: `{"ServerURL", "Username", "Secret"}`.
 * @returns `undefined` when it is not that.
 */
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





/** The user name beside a token of GitHub, which ghcr.io does not look at. */
const TOKEN_USER = 'x-access-token';
/**
 * Finds what this job has for a registry: the inputs, else what `docker login` left, else for
 * `ghcr.io` the job's token.
 */
async function findIdentities({ login, token, dockerConfig }, { name, configNames }) {
    if (login !== undefined) {
        const from = 'registry-username and registry-password';
        return { list: [{ credentials: { kind: 'password', ...login }, from }] };
    }
    const { credentials, problem } = await readDockerCredentials(dockerConfig, configNames);
    if (credentials !== undefined) {
        return { list: [{ credentials, from: "the login in docker's configuration" }] };
    }
    // A token without "packages: read" is refused even what everybody may see.
    if (name !== 'ghcr.io' || token === undefined)
        return { list: [{}], problem };
    const own = { kind: 'password', username: TOKEN_USER, password: token };
    return { list: [{ credentials: own, from: 'token' }, {}], problem };
}
/** How long a credential helper may take, in milliseconds. */
const HELPER_TIMEOUT = 30_000;
/**
 * Reads what `docker login` has left for a registry. Nothing of it is a failure by itself: a public
 * image needs none.
 * @param directory Of docker's configuration.
 * @param names What the registry may be called in it; the first is what helpers are asked for.
 */
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
/** @returns Nothing where there is no file; a text where it cannot be used. */
async function readConfigFile(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => toReadProblem(file, cause));
    if (typeof text !== 'string')
        return text?.problem;
    // The text is not shown: it may hold secrets.
    return (0,json/* parseJsonObject */.d)(text) ?? `docker's configuration ${file} is not a JSON object`;
}
function toReadProblem(file, cause) {
    const code = (0,json/* isJsonObject */.O)(cause) ? String(cause['code']) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    return { problem: `docker's configuration ${file} cannot be read (${code})` };
}
/**
 * Asks a credential helper: https://github.com/docker/docker-credential-helpers. It gets the name of
 * the registry on its standard input, and answers in JSON. What else it writes is never shown.
 */
async function askHelper(helper, registry, run) {
    const program = `docker-credential-${helper}`;
    // The name comes from a file, and must not lead to another folder.
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
/** The protocol's words for a registry that nobody signed in to. */
function isUnknownToHelper(output) {
    return output.trim().startsWith('credentials not found in native keychain');
}
/** Starts a helper without a shell. */
function runHelper(program, input) {
    return new Promise((resolve) => {
        const options = { timeout: HELPER_TIMEOUT, windowsHide: true };
        const child = (0,external_node_child_process_.execFile)(program, ['get'], options, (error, output) => {
            const code = error === null ? 0 : (error.code ?? error.signal ?? 'unknown');
            resolve({ code, output });
        });
        // A helper that ends without reading its input is judged by its exit code.
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
/**
 * All four types have to be named: asked without a type that it holds, a registry answers that there
 * is nothing. Indexes go first, since some registries give what is named first.
 */
const MANIFEST_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES];
/** The mark that BuildKit puts on what an index holds beside its images. */
const ATTESTATION = 'vnd.docker.reference.type';
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
/** Something that a registry gave, and that is not what was asked for. Says what, as "it is …". */
class UnusableContent extends Error {
    constructor(message) {
        super(message);
        this.name = 'UnusableContent';
    }
}
/**
 * Reads a manifest or an index.
 * @param reference The tag or digest that was asked for.
 * @throws UnusableContent when it is not whole, not of that digest, or of another type.
 */
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
/**
 * Reads the configuration of an image.
 * @throws UnusableContent when it is not whole, or not of that digest.
 */
function parseConfig(bytes, digest) {
    assertDigest(bytes, digest);
    const document = parseDocument(bytes);
    const { config } = document;
    return {
        platform: renderPlatform(document),
        labels: parseTexts((0,json/* isJsonObject */.O)(config) ? config['Labels'] : undefined),
    };
}
/** @throws UnusableContent when the bytes are not those that the digest names. */
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
/**
 * What the registry calls it, which has to be what it calls itself: read as two things, one document
 * could pass here as an image that it is not elsewhere.
 */
function findType({ type }, { mediaType }) {
    const told = type.replace(/\s*;.*$/s, '').toLowerCase();
    if (typeof mediaType !== 'string')
        return told;
    if (MANIFEST_TYPES.includes(told) && told !== mediaType) {
        throw new UnusableContent(`${told} by the registry's word, and ${nameType(mediaType)} by itself`);
    }
    return mediaType;
}
/** A media type, for messages: what is none could be any text. */
function nameType(type) {
    return typeof type === 'string' && /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(type) ? type : 'no type';
}
/** An image of an index; nothing for what is none. */
function parseIndexed(entry) {
    if (!(0,json/* isJsonObject */.O)(entry))
        throw new UnusableContent('an index with an entry that is no object');
    const { mediaType, artifactType, annotations } = entry;
    const isImage = typeof mediaType === 'string' && IMAGE_TYPES.includes(mediaType);
    if (!isImage || artifactType !== undefined || ATTESTATION in parseTexts(annotations))
        return [];
    const digest = parseDigest(entry);
    const described = (0,json/* isJsonObject */.O)(entry['platform']) ? entry['platform'] : {};
    // Attestations again, of tools that leave out their mark.
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
/** The members of an object that are text. */
function parseTexts(value) {
    const members = (0,json/* isJsonObject */.O)(value) ? Object.entries(value) : [];
    return Object.fromEntries(members.filter((member) => typeof member[1] === 'string'));
}

;// CONCATENATED MODULE: ./src/registry/protocol/refusals.ts


const LOGIN = 'Sign in to it in this job (docker/login-action), since each job has a machine of its own, or give registry-username and registry-password; the account has to be allowed to pull.';
/** What helps, by the name of the registry; the first that fits. */
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
/** The registry does not let this job see the repository: whether the image is there is not known. */
function makeDeniedError(denial) {
    const { address, detail, from, problem } = denial;
    const { name, path } = address;
    const cure = CURES.find(({ registry }) => registry.test(name))?.cure ?? LOGIN;
    const asked = from === undefined ? 'without credentials' : `with ${from}`;
    const why = problem === undefined ? '' : `, since ${problem}`;
    return new errors/* PromoteError */.jG('registry-denied', `${name} does not show ${path} to this job (${detail}), so it is not known whether the image is there. It was asked ${asked}${why}. ${cure}`);
}
/** The registry, its token server or its store did not answer, or not with what they should. */
function makeUnavailableError({ name }, detail, options = {}) {
    return new errors/* PromoteError */.jG('registry-unavailable', `${name} could not be asked, so it is not known whether the image is there: ${detail}.`, options);
}
/**
 * What a registry (`{"errors": [{"code", "message"}]}`), Docker Hub's token server (`{"details"}`) or
 * another says, on one line; empty when it says it in another way.
 */
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
/** What must not be told to anybody, even where a server says it again in an error. */
class Secrets {
    #words = new Set();
    /** @param text A password, a token, or the value of an `Authorization` header. */
    keep(text) {
        // What a server says is told on one line.
        const line = text.replace(/\s+/g, ' ').trim();
        for (const word of [text, line, text.replace(/^(?:Basic|Bearer) /, '')]) {
            if (word !== '')
                this.#words.add(word).add(encodeURIComponent(word));
        }
    }
    /** The text without them. The longest go first, since one may be part of another. */
    redact(text) {
        const words = [...this.#words].sort((one, other) => other.length - one.length);
        return words.reduce((rest, word) => rest.replaceAll(word, '***'), text);
    }
}

;// CONCATENATED MODULE: ./src/registry/sign-in.ts




/**
 * Signs in as a registry asks for it: https://distribution.github.io/distribution/spec/auth/token/.
 * @param challenges What it names, in its order; a token is preferred, since it is good for this one
 *   repository only.
 * @param credentials Absent: anonymously, which some registries want to be asked for too.
 * @throws NoReply when the token server does not answer.
 */
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
/** Only over TLS, or from this machine to itself; and an address with a user name is a trap. */
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
/** An identity token is exchanged for one of the repository, as OAuth 2.0 has it. */
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
/** The token of an answer; `undefined` when there is none that can stand in a header. */
function parseTokenReply(body) {
    const { token, access_token: accessToken } = (0,json/* parseJsonObject */.d)(body) ?? {};
    const texts = [token, accessToken].filter((each) => typeof each === 'string');
    return texts.find((text) => /^[\x21-\x7e]+$/.test(text));
}
function refused(detail) {
    return { outcome: 'refused', detail };
}

;// CONCATENATED MODULE: ./src/registry/client.ts










/** What whoever asks is told, so that another one may be told otherwise. */
const DENIED = [401, 403];
/** Whether a status can be another one a moment later. */
function canPass(status) {
    return status >= 500 || status === 408 || status === 429;
}
/**
 * A client of the part of the OCI distribution specification that reads. It asks without credentials
 * first and signs in where the registry asks for it, so that they go nowhere else.
 */
class RegistryClient {
    #target;
    #address;
    #http;
    #secrets = new Secrets();
    /** Known once it was needed. */
    #identities;
    #authorization;
    #from;
    /** @param trace Is told of every request. */
    constructor(target, trace, address = computeAddress(target.repository)) {
        this.#target = target;
        this.#address = address;
        this.#http = new RegistryHttp(trace);
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
    /** @returns `undefined` for what is not there. */
    async #ask(request) {
        const reply = await this.#get(request);
        const challenges = await this.#findChallenges(reply);
        return this.#judge(challenges ? await this.#askSignedIn(request, challenges) : reply);
    }
    async #get(request) {
        return this.#reach(this.#http.follow({ ...request, authorization: this.#authorization }));
    }
    /**
     * What the registry wants before it tells; `undefined` when it has told. A registry that shows
     * strangers what is public may hide the rest without a word, so whoever has credentials asks how to
     * sign in before a "not found" is believed.
     */
    async #findChallenges(reply) {
        const { origin } = this.#address;
        // Another server, which a redirect led to, has nothing to ask for.
        if (reply.status === 401 && this.#isOwn(reply))
            return challengesOf(reply);
        const hides = reply.status === 403 || reply.status === 404;
        if (!hides || this.#authorization !== undefined)
            return undefined;
        const { list } = await this.#listIdentities();
        if (list.every(({ credentials }) => credentials === undefined))
            return undefined;
        const base = await this.#reach(this.#http.follow({ url: new URL(`${origin}/v2/`) }, 'same-origin'));
        // The scope of this address is not that of the repository.
        return base.status === 401 ? withoutScope(challengesOf(base)) : undefined;
    }
    /**
     * Asks as one identity after the other, until one gets in.
     * @throws PromoteError `registry-denied` with what the first, the best one, was told.
     */
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
    /** Token servers refuse with 401 and 403, and some with other statuses of a bad request. */
    #judgeTokenReply(reply, from) {
        const { status, url } = reply;
        const answer = status === 200 ? 'without a token' : this.#describe(reply);
        const detail = `its token server ${url.host} answers ${answer}`;
        return this.#refusal(reply, { detail, from });
    }
    /** @throws PromoteError `registry-unavailable` for what is no refusal, and may pass. */
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
    /** Whether the registry itself answered, and not a store that it led to. */
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
    /** Status and message on one line, cut only after nothing secret is in it. */
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
    /** Tells what a request ends in that got no answer. */
    async #reach(answer) {
        try {
            return await answer;
        }
        catch (cause) {
            if (!(cause instanceof http/* NoReply */.I))
                throw cause;
            throw this.#unavailable(cause.message, { cause });
        }
    }
}
function challengesOf({ headers }) {
    return parseChallenges(headers['www-authenticate'] ?? '');
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

//# sourceMappingURL=300.index.js.map