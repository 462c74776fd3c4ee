export const id = 646;
export const ids = [646];
export const modules = {

/***/ 7646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCheckout: () => (/* binding */ readCheckout)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2876);


/**
 * What git says of the checkout whose root a directory is; `undefined` where there is none, or no
 * git. A checkout around the directory is another matter.
 */
async function readCheckout(directory) {
    try {
        const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory);
        const origin = await git(root, ['config', '--get', 'remote.origin.url']);
        const answer = await git(root, ['rev-parse', '--show-prefix', 'HEAD']);
        // The way from the root of the checkout to the directory comes first, on a line of its own.
        const head = /^\n(?<head>[0-9a-f]+)\n$/.exec(answer)?.groups?.['head'];
        return head === undefined ? undefined : { origin: origin.trim(), head };
    }
    catch {
        return undefined;
    }
}
/**
 * What git writes. In a container job the workspace belongs to another user, which git calls
 * dubious; it was the runner that put it there.
 * @throws Error when git fails, or is not there.
 */
async function git(root, args) {
    const trust = ['-c', `safe.directory=${root}`];
    const { stdout } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_1__/* .getExecOutput */ .H)('git', [...trust, '-C', root, ...args], { silent: true });
    return stdout;
}


/***/ })

};

//# sourceMappingURL=646.index.js.map