export const id = 176;
export const ids = [176];
export const modules = {

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
        const { status, location } = answer;
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
    const request = { method: 'GET', url: url.href, headers: {}, body: '' };
    try {
        return await (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .sendRequest */ .w)({ ...request, limit, readsBody: false });
    }
    catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
    }
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

//# sourceMappingURL=176.index.js.map