export const id = 453;
export const ids = [453];
export const modules = {

/***/ 8453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listTrackedFiles: () => (/* binding */ listTrackedFiles),
/* harmony export */   readDiff: () => (/* binding */ readDiff)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2876);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/**
 * The changes since the checkout and `base` parted, as `git diff` prints them, whatever the user's
 * own configuration says about its form.
 * @throws PromoteError `coverage-unknown` when the checkout does not have `base`.
 */
async function readDiff(base) {
    const commit = await resolveCommit(base);
    const form = ['--unified=0', '--inter-hunk-context=0', '--no-relative', '--find-renames'];
    const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short'];
    const prefixes = ['--src-prefix=a/', '--dst-prefix=b/'];
    const { exitCode, stdout, stderr } = await git('diff', ...form, ...plain, ...prefixes, `${commit}...HEAD`);
    if (exitCode === 0)
        return stdout;
    throw notThere(base, stderr);
}
/** Paths of the files that git tracks, from the root of the repository. */
async function listTrackedFiles() {
    const { exitCode, stdout, stderr } = await git('ls-files', '--full-name', '-z', ':/');
    if (exitCode === 0)
        return stdout.split('\0').filter((path) => path !== '');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .j('coverage-unknown', `git ls-files failed: ${stderr.trim()}`);
}
/** A branch is often only there as the remote's. */
async function resolveCommit(base) {
    let failure = '';
    for (const name of [base, `origin/${base}`]) {
        const output = await git('rev-parse', '--verify', '--end-of-options', `${name}^{commit}`);
        if (output.exitCode === 0)
            return output.stdout.trim();
        failure ||= output.stderr;
    }
    throw notThere(base, failure);
}
function notThere(base, stderr) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PromoteError */ .j('coverage-unknown', `coverage-min-patch: the checkout does not have ${base} and its history (${stderr.trim()}). Check the repository out with fetch-depth: 0; actions/checkout fetches a single commit by default.`);
}
function git(...args) {
    const options = { silent: true, ignoreReturnCode: true };
    return (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', ['-c', 'core.quotePath=false', ...args], options);
}


/***/ })

};

//# sourceMappingURL=453.index.js.map