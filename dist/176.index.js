export const id = 176;
export const ids = [176];
export const modules = {

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

/***/ 8176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeEndpoint: () => (/* binding */ probeEndpoint)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5712);

const MOST_REDIRECTS = 5;
/** Asks an address with GET; its body is neither read nor shown. */
async function probeEndpoint(address, limit) {
    const end = Date.now() + limit;
    let url = new URL(address);
    for (let redirects = 0;; redirects += 1) {
        const rest = Math.max(1, end - Date.now());
        const answer = await ask(url, rest);
        if ('problem' in answer)
            return answer;
        const { status, headers } = answer;
        const { location = '' } = headers;
        const isRedirect = status >= 300 && status < 400 && URL.canParse(location, url.href);
        if (!isRedirect)
            return { status };
        const next = new URL(location, url.href);
        if (next.hostname !== url.hostname)
            return { problem: `redirects to ${next.origin}` };
        if (redirects === MOST_REDIRECTS)
            return { problem: 'redirects again and again' };
        url = next;
    }
}
async function ask(url, limit) {
    try {
        return await (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .sendRequest */ .w)({ method: 'GET', url, headers: {}, limit, readsBody: false });
    }
    catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
    }
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

//# sourceMappingURL=176.index.js.map