export const id = 846;
export const ids = [846];
export const modules = {

/***/ 846:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listParents: () => (/* binding */ listParents),
/* harmony export */   listTrackedFiles: () => (/* binding */ listTrackedFiles),
/* harmony export */   readCheckout: () => (/* binding */ readCheckout),
/* harmony export */   readDiff: () => (/* binding */ readDiff)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4758);



async function readDiff(base) {
    const commit = await resolveCommit(base);
    const form = [
        '--text',
        '--unified=0',
        '--inter-hunk-context=0',
        '--no-relative',
        '--find-renames',
    ];
    const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--submodule=short'];
    const prefixes = ['--src-prefix=a/', '--dst-prefix=b/'];
    const { exitCode, stdout, stderr } = await runGit([
        'diff',
        ...form,
        ...plain,
        ...prefixes,
        `${commit}...HEAD`,
    ]);
    if (exitCode === 0)
        return stdout;
    throw notThere(base, stderr);
}
async function listParents() {
    const { exitCode, stdout, stderr } = await tryGit(['cat-file', 'commit', 'HEAD']);
    if (exitCode !== 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PromoteError */ .jG('coverage-unknown', `git failed: ${stderr.trim()}`);
    const [headers = ''] = stdout.split('\n\n');
    return [...headers.matchAll(/^parent (?<sha>[0-9a-f]+)$/gm)].map((match) => match[1] ?? '');
}
async function listTrackedFiles() {
    const { exitCode, stdout, stderr } = await tryGit(['ls-files', '--full-name', '-z', ':/']);
    if (exitCode === 0)
        return stdout.split('\0').filter((path) => path !== '');
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PromoteError */ .jG('coverage-unknown', `git ls-files failed: ${stderr.trim()}`);
}
async function resolveCommit(base) {
    let failure = '';
    for (const name of [base, `origin/${base}`]) {
        const output = await runGit(['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
        if (output.exitCode === 0)
            return output.stdout.trim();
        failure ||= output.stderr;
    }
    throw notThere(base, failure);
}
function notThere(base, stderr) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PromoteError */ .jG('coverage-unknown', `coverage-min-patch: the checkout does not have ${base} and its history (${stderr.trim()}). Check the repository out with fetch-depth: 0; actions/checkout fetches a single commit by default.`);
}
function runGit(args) {
    const settings = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
    return (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)('git', [...settings, ...args], { silent: true, ignoreReturnCode: true });
}
async function tryGit(args) {
    try {
        return await runGit(args);
    }
    catch (error) {
        return { exitCode: -1, stdout: '', stderr: String(error) };
    }
}
async function readCheckout(directory) {
    try {
        const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(directory);
        const origin = await readGit(root, 'config', '--get', 'remote.origin.url');
        const answer = await readGit(root, 'rev-parse', '--show-prefix', 'HEAD');
        const head = /^\n(?<head>[0-9a-f]+)\n$/.exec(answer)?.groups?.['head'];
        return head === undefined ? undefined : { origin: origin.trim(), head };
    }
    catch {
        return undefined;
    }
}
async function readGit(root, ...args) {
    const { exitCode, stdout, stderr } = await runGit(['-C', root, ...args]);
    if (exitCode === 0)
        return stdout;
    throw new Error(stderr);
}


/***/ })

};

//# sourceMappingURL=846.index.js.map