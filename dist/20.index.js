export const id = 20;
export const ids = [20];
export const modules = {

/***/ 2020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTargets: () => (/* binding */ parseTargets)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7785);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3659);
/* harmony import */ var _patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(309);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7567);
/* harmony import */ var _message_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);






/**
 * Typed reads of one item of `targets`. As with inputs, a read never throws: what is wrong is noted
 * with the item and the key, and what the read gives then is not used.
 */
class TargetItem {
    #values;
    #name;
    #problems;
    constructor(values, name, problems) {
        this.#values = values;
        this.#name = name;
        this.#problems = problems;
    }
    keys() {
        return Object.keys(this.#values);
    }
    /** Notes what is wrong with the item as a whole. */
    complain(problem) {
        this.#problems.push(`${this.#name}: ${problem}`);
    }
    /** Notes that a key is wrong. */
    reject(key, expected) {
        const value = this.#values[key];
        const given = value === undefined ? 'nothing' : JSON.stringify(value);
        this.#problems.push(`${this.#name}, ${key}: expected ${expected}, got ${given}`);
    }
    /** Rejects every key but these, since a misspelt one must not vanish, and tells whether there is none. */
    allowKeys(allowed) {
        const unknown = this.keys().filter((key) => !allowed.includes(key));
        for (const key of unknown) {
            const nearest = (0,leven__WEBPACK_IMPORTED_MODULE_4__/* .closestMatch */ .h)(key, [...allowed]) ?? '';
            const known = allowed.join(', ');
            this.complain(`there is no key ${key} here, only ${known}. Is ${nearest} meant?`);
        }
        return unknown.length === 0;
    }
    /** A string that is not empty; absent when the key is. */
    string(key) {
        const value = this.#values[key];
        if (value === undefined)
            return undefined;
        if (typeof value === 'string' && value !== '')
            return value;
        this.reject(key, 'a string that is not empty (a number needs quotes)');
        return undefined;
    }
    /** A file or directory of the GitOps repository; empty for its root. */
    folder(key) {
        return this.#normalize(key, _target_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizePath */ .Fd, _target_js__WEBPACK_IMPORTED_MODULE_2__/* .REPOSITORY_PATH */ .bn);
    }
    /** A file of the GitOps repository. */
    file(key) {
        return this.#normalize(key, _target_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeFilePath */ .j7, _target_js__WEBPACK_IMPORTED_MODULE_2__/* .FILE_PATH */ .Nd);
    }
    /** A path in a file. */
    path(key) {
        const text = this.string(key);
        const steps = text === undefined ? undefined : (0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePath */ .Rr)(text);
        if (text !== undefined && steps === undefined)
            this.reject(key, 'a path such as image.tag');
        return steps;
    }
    /** A mapping, as an item of its own. */
    mapping(key) {
        const value = this.#values[key];
        if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O)(value))
            return new TargetItem(value, `${this.#name}, ${key}`, this.#problems);
        if (value !== undefined)
            this.reject(key, 'a mapping');
        return undefined;
    }
    #normalize(key, normalize, expected) {
        const path = this.string(key);
        const normal = path === undefined ? '' : normalize(path);
        if (normal === undefined)
            this.reject(key, expected);
        return normal ?? '';
    }
}
/** The key that names a kind of target, and the keys that may stand beside it. */
const KINDS = new Map([
    ['kustomization', ['image-name']],
    ['values', ['document', 'tag-path', 'repository-path', 'digest-path']],
    ['file', ['document', 'set']],
]);
const DOCUMENT_KEYS = ['kind', 'name', 'namespace'];
/**
 * Parses the input `targets`: a YAML list, each item a kustomization, Helm values, or a file with
 * values to set. `schema/targets.schema.json` says the same to editors.
 */
function parseTargets(text) {
    const { list, problem } = parseYaml(text);
    if (problem !== undefined)
        return { targets: [], problems: [problem] };
    if (!Array.isArray(list) || list.length === 0) {
        return { targets: [], problems: ['expected a list of targets, each behind a -'] };
    }
    const problems = [];
    const targets = list.flatMap((values, index) => {
        const name = `item ${index + 1}`;
        if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O)(values))
            return parseTarget(new TargetItem(values, name, problems)) ?? [];
        problems.push(`${name}: expected a mapping, got ${JSON.stringify(values)}`);
        return [];
    });
    return { targets, problems };
}
/** Aliases are no part of it: they save little here, and can stand for anything, even themselves. */
function parseYaml(text) {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, lineCounter });
    const refuse = (offset, problem) => {
        const { line, col } = lineCounter.linePos(offset);
        return { problem: `line ${line}, column ${col}: ${problem}` };
    };
    const [error] = document.errors;
    if (error !== undefined)
        return refuse(error.pos[0], `expected YAML: ${error.message}`);
    const problems = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, { source, range }) {
            const given = `expected the value itself, got the alias *${source}. Write it out`;
            problems.push(refuse(range?.[0] ?? 0, given).problem);
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    const [problem] = problems;
    return problem === undefined ? { list: document.toJS() } : { problem };
}
function parseTarget(item) {
    const kinds = item.keys().filter((key) => KINDS.has(key));
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
        const isKnown = item.allowKeys([...new Set([...KINDS].flat(2))]);
        if (isKnown)
            item.complain(`expected one of the keys ${[...KINDS.keys()].join(', ')}`);
        return undefined;
    }
    item.allowKeys([kind, ...(KINDS.get(kind) ?? [])]);
    if (kind === 'kustomization')
        return parseKustomization(item);
    return kind === 'values' ? parseValuesTarget(item) : parseFileTarget(item);
}
function parseKustomization(item) {
    const imageName = item.string('image-name');
    return {
        kind: 'kustomization',
        path: item.folder('kustomization'),
        imageName,
    };
}
function parseValuesTarget(item) {
    const repository = item.path('repository-path');
    const digest = item.path('digest-path');
    return {
        kind: 'values',
        path: item.file('values'),
        ...parseDocumentSelector(item),
        paths: {
            tag: item.path('tag-path') ?? _target_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TAG_PATH */ .Ze,
            repository,
            digest,
        },
    };
}
function parseFileTarget(item) {
    return {
        kind: 'file',
        path: item.file('file'),
        ...parseDocumentSelector(item),
        set: parseSet(item),
    };
}
function parseDocumentSelector(item) {
    const selector = item.mapping('document');
    if (selector === undefined)
        return {};
    selector.allowKeys(DOCUMENT_KEYS);
    if (selector.keys().length === 0)
        selector.complain(`expected ${DOCUMENT_KEYS.join(', ')}, or some of them`);
    const parts = DOCUMENT_KEYS.map((key) => [key, selector.string(key)]);
    return { document: Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
}
function parseSet(item) {
    const set = item.mapping('set');
    if (set === undefined || set.keys().length === 0) {
        item.complain('set: expected a mapping of paths to values');
        return [];
    }
    const seen = new Map();
    return set.keys().flatMap((key) => {
        const template = set.string(key) ?? '';
        rejectPlaceholders(set, key, template);
        const path = (0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePath */ .Rr)(key);
        if (path === undefined) {
            set.complain(`expected paths such as image.tag as keys, got ${key}`);
            return [];
        }
        const same = seen.get((0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_1__/* .renderSteps */ .Il)(path));
        if (same !== undefined) {
            set.complain(`${same} and ${key} are one path. Remove one of the two`);
        }
        seen.set((0,_patch_yaml_path_js__WEBPACK_IMPORTED_MODULE_1__/* .renderSteps */ .Il)(path), key);
        return [{ path, template }];
    });
}
function rejectPlaceholders(set, key, template) {
    const known = _message_template_js__WEBPACK_IMPORTED_MODULE_3__/* .SET_PLACEHOLDERS */ .Eo.map((name) => `{{${name}}}`).join(', ');
    if ((0,_message_template_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnknownPlaceholders */ .Oj)(template, _message_template_js__WEBPACK_IMPORTED_MODULE_3__/* .SET_PLACEHOLDERS */ .Eo).length > 0) {
        set.reject(key, `no placeholders but ${known} (\\{{…}} is literal)`);
    }
}


/***/ })

};

//# sourceMappingURL=20.index.js.map