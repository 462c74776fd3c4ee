export const id = 646;
export const ids = [646];
export const modules = {

/***/ 7646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCheckout: () => (/* binding */ readCheckout)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2876);

/** What git says of the checkout that a directory is in; `undefined` where there is none, or no git. */
async function readCheckout(directory) {
    const origin = await git(directory, ['config', '--get', 'remote.origin.url']);
    const head = await git(directory, ['rev-parse', '--verify', 'HEAD']);
    return origin === '' || head === '' ? undefined : { origin, head };
}
/** The first line that git writes, or nothing when it fails. */
async function git(directory, args) {
    try {
        const { exitCode, stdout } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', ['-C', directory, ...args], {
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout.trim() : '';
    }
    catch {
        return '';
    }
}


/***/ })

};

//# sourceMappingURL=646.index.js.map