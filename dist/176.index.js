export const id = 176;
export const ids = [176];
export const modules = {

/***/ 8176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeEndpoint: () => (/* binding */ probeEndpoint)
/* harmony export */ });
const MOST_REDIRECTS = 5;
async function probeEndpoint(address, limit, send) {
    const end = Date.now() + limit;
    let url = new URL(address);
    for (let redirects = 0;; redirects += 1) {
        const rest = Math.max(1, end - Date.now());
        const answer = await send({ method: 'GET', url, headers: {}, limit: rest, readsBody: false });
        if ('problem' in answer)
            return { problem: answer.problem };
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


/***/ })

};

//# sourceMappingURL=176.index.js.map