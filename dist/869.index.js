export const id = 869;
export const ids = [869];
export const modules = {

/***/ 869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findFiles: () => (/* binding */ findFiles),
/* harmony export */   listAllFiles: () => (/* binding */ listAllFiles),
/* harmony export */   listFilesIn: () => (/* binding */ listFilesIn),
/* harmony export */   openFile: () => (/* binding */ openFile)
/* harmony export */ });
/* harmony import */ var _actions_glob__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(157);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);



const CHUNK = 1 << 17;
async function findFiles(globs) {
    const globber = await _actions_glob__WEBPACK_IMPORTED_MODULE_0__/* .create */ .v(globs.join('\n'), { matchDirectories: false });
    const files = new Set();
    for (const path of await globber.glob()) {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path)).isFile())
            files.add(path);
    }
    return [...files].sort();
}
function openFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: CHUNK });
}
async function listFilesIn(directories) {
    const files = [];
    for (const directory of directories) {
        for (const entry of await readDirectory(directory === '' ? '.' : directory)) {
            if (!entry.isDirectory())
                files.push(joinName(directory, entry.name));
        }
    }
    return files;
}
const SKIPPED = new Set(['.git', 'node_modules']);
const MAX_FILES = 200_000;
async function listAllFiles() {
    const files = [];
    const directories = [''];
    for (const directory of directories) {
        if (files.length > MAX_FILES)
            return [];
        for (const entry of await readDirectory(directory === '' ? '.' : directory)) {
            const path = joinName(directory, entry.name);
            if (!entry.isDirectory())
                files.push(path);
            else if (!SKIPPED.has(entry.name))
                directories.push(path);
        }
    }
    return files;
}
async function readDirectory(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(directory, { withFileTypes: true }).catch(() => []);
}
function joinName(directory, name) {
    if (directory === '')
        return name;
    return directory.endsWith('/') ? `${directory}${name}` : `${directory}/${name}`;
}


/***/ })

};

//# sourceMappingURL=869.index.js.map