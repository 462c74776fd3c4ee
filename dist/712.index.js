export const id = 712;
export const ids = [712];
export const modules = {

/***/ 5552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderExchange)
/* harmony export */ });
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTransport: () => (/* binding */ openTransport)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3659);
/* harmony import */ var _base_trace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5552);



const LARGEST_BODY = 64 * 1024 * 1024;
function openTransport(trace) {
    return async (request) => {
        const { method, url } = request;
        const start = performance.now();
        const reply = await exchange(request).catch(toNoReply);
        const took = performance.now() - start;
        const { answer, headers } = 'problem' in reply
            ? { answer: reply.problem, headers: {} }
            : { answer: reply.status, headers: reply.headers };
        trace((0,_base_trace_js__WEBPACK_IMPORTED_MODULE_1__/* .renderExchange */ .i)({ method, address: `${url.origin}${url.pathname}`, answer, headers, took }));
        return reply;
    };
}
async function exchange(request) {
    const { url, limit, authority, signal } = request;
    const ending = new AbortController();
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
        ending.abort();
        client.dispose();
    }
}
function endingWith(signal) {
    return {
        prepareRequest: (options) => {
            options.signal = signal;
        },
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('not used')),
    };
}
function trust(agent, authority) {
    if ('options' in agent)
        Object.assign(agent.options, { ca: authority });
}
async function receive(client, { method, url, headers, body = '', readsBody = true, largestBody = LARGEST_BODY }) {
    const { message } = await client.request(method, url.href, body, { ...headers });
    return {
        status: message.statusCode ?? 0,
        headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()])),
        body: readsBody ? await readBody(message, largestBody) : Buffer.alloc(0),
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
async function readBody(message, largest) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.byteLength;
        if (size > largest)
            throw new Error(`an answer of more than ${largest / 1024 / 1024} MiB`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function toNoReply(cause) {
    const { errors, code, message } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(cause) ? cause : {};
    if (Array.isArray(errors) && errors.length > 0)
        return toNoReply(errors[0]);
    const texts = [message, code].filter((text) => typeof text === 'string');
    const problem = texts.find((text) => text !== '') ?? 'no answer';
    return { problem, code: typeof code === 'string' ? code : '' };
}


/***/ })

};

//# sourceMappingURL=712.index.js.map