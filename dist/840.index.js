export const id = 840;
export const ids = [840];
export const modules = {

/***/ 9376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ findDeepNode),
/* harmony export */   Pq: () => (/* binding */ MAX_YAML_DEPTH),
/* harmony export */   _d: () => (/* binding */ findDuplicateKey),
/* harmony export */   sk: () => (/* binding */ findAliasBomb)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const MAX_VALUES = 1_000_000;
function findAliasBomb(aliases) {
    const sizes = new Map();
    let values = 0;
    for (const [alias, target] of aliases) {
        values += countValues(target, aliases, sizes);
        if (values > MAX_VALUES)
            return alias;
    }
    return undefined;
}
function countValues(node, aliases, sizes) {
    const known = sizes.get(node);
    if (known !== undefined)
        return known;
    sizes.set(node, Number.POSITIVE_INFINITY);
    let size = 1;
    for (const child of valuesWithin(node, aliases))
        size += countValues(child, aliases, sizes);
    sizes.set(node, size);
    return size;
}
function valuesWithin(node, aliases) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return [aliases.get(node)];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return node.items;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}
const MAX_YAML_DEPTH = 200;
function findDeepNode(tokens) {
    let level = collections(tokens.map((token) => (token.type === 'document' ? token.value : token)));
    for (let depth = 1; depth <= MAX_YAML_DEPTH; depth++)
        level = level.flatMap(innerCollections);
    return level[0]?.offset;
}
function innerCollections({ items }) {
    return collections(items.flatMap(({ key, value }) => [key, value]));
}
function collections(tokens) {
    return tokens.filter((token) => token?.type === 'block-map' ||
        token?.type === 'block-seq' ||
        token?.type === 'flow-collection');
}
function findDuplicateKey(node) {
    const children = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? [...node.items] : [];
    const seen = new Set();
    for (const { key, value } of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items : []) {
        const identity = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? `${typeof key.value} ${key.source}` : '';
        if (identity !== '' && seen.has(identity))
            return key;
        seen.add(identity);
        children.push(key, value);
    }
    for (const child of children) {
        const found = findDuplicateKey(child);
        if (found !== undefined)
            return found;
    }
    return undefined;
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTargets: () => (/* binding */ parseTargets)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
// EXTERNAL MODULE: ./src/patch/yaml/guards.ts
var guards = __webpack_require__(9376);
// EXTERNAL MODULE: ./src/patch/yaml/path.ts
var yaml_path = __webpack_require__(309);
// EXTERNAL MODULE: ./src/promote/inputs/target.ts
var target = __webpack_require__(7567);
// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
;// CONCATENATED MODULE: ./src/promote/inputs/target-item.ts




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
    complain(problem) {
        this.#problems.push(`${this.#name}: ${problem}`);
    }
    reject(key, expected) {
        const value = this.#values[key];
        const given = value === undefined ? 'nothing' : JSON.stringify(value);
        this.#problems.push(`${this.#name}, ${key}: expected ${expected}, got ${given}`);
    }
    allowKeys(allowed) {
        const unknown = this.keys().filter((key) => !allowed.includes(key));
        for (const key of unknown) {
            const nearest = (0,leven/* closestMatch */.h)(key, [...allowed]) ?? '';
            const known = allowed.join(', ');
            this.complain(`there is no key ${key} here, only ${known}. Is ${nearest} meant?`);
        }
        return unknown.length === 0;
    }
    string(key) {
        const value = this.#values[key];
        if (value === undefined)
            return undefined;
        if (typeof value === 'string' && value !== '')
            return value;
        this.reject(key, 'a string that is not empty (a number needs quotes)');
        return undefined;
    }
    folder(key) {
        return this.#normalize(key, target/* normalizePath */.Fd, target/* REPOSITORY_PATH */.bn);
    }
    file(key) {
        return this.#normalize(key, target/* normalizeFilePath */.j7, target/* FILE_PATH */.Nd);
    }
    path(key) {
        const text = this.string(key);
        const steps = text === undefined ? undefined : (0,yaml_path/* parsePath */.Rr)(text);
        if (text !== undefined && steps === undefined)
            this.reject(key, 'a path such as image.tag');
        return steps;
    }
    mapping(key) {
        const value = this.#values[key];
        if ((0,json/* isJsonObject */.O)(value))
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

// EXTERNAL MODULE: ./src/promote/message/template.ts
var message_template = __webpack_require__(1692);
;// CONCATENATED MODULE: ./src/promote/inputs/target-list.ts







const KINDS = new Map([
    ['kustomization', ['image-name']],
    ['values', ['document', 'tag-path', 'repository-path', 'digest-path']],
    ['file', ['document', 'set']],
]);
const DEEP = `expected at most ${guards/* MAX_YAML_DEPTH */.Pq} mappings and lists inside of each other, got more`;
const DOCUMENT_KEYS = ['kind', 'name', 'namespace'];
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
        if ((0,json/* isJsonObject */.O)(values))
            return parseTarget(new TargetItem(values, name, problems)) ?? [];
        problems.push(`${name}: expected a mapping, got ${JSON.stringify(values)}`);
        return [];
    });
    return { targets, problems };
}
function parseYaml(text) {
    const lineCounter = new dist/* LineCounter */.HN();
    const refuse = (offset, problem) => {
        const { line, col } = lineCounter.linePos(offset);
        return { problem: `line ${line}, column ${col}: ${problem}` };
    };
    const tokens = [...new dist/* Parser */.iX(lineCounter.addNewLine).parse(text)];
    const deep = (0,guards/* findDeepNode */.GQ)(tokens);
    if (deep !== undefined)
        return refuse(deep, DEEP);
    const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined)
        return refuse(error.pos[0], `expected YAML: ${error.message}`);
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Alias(_, { source, range }) {
            const given = `expected the value itself, got the alias *${source}. Write it out`;
            problems.push(refuse(range?.[0] ?? 0, given).problem);
            return dist/* visit */.YR.BREAK;
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
            tag: item.path('tag-path') ?? target/* DEFAULT_TAG_PATH */.Ze,
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
        const path = (0,yaml_path/* parsePath */.Rr)(key);
        if (path === undefined) {
            set.complain(`expected paths such as image.tag as keys, got ${key}`);
            return [];
        }
        const same = seen.get((0,yaml_path/* renderSteps */.Il)(path));
        if (same !== undefined) {
            set.complain(`${same} and ${key} are one path. Remove one of the two`);
        }
        seen.set((0,yaml_path/* renderSteps */.Il)(path), key);
        return [{ path, template }];
    });
}
function rejectPlaceholders(set, key, template) {
    const known = message_template/* SET_PLACEHOLDERS */.Eo.map((name) => `{{${name}}}`).join(', ');
    if ((0,message_template/* findUnknownPlaceholders */.Oj)(template, message_template/* SET_PLACEHOLDERS */.Eo).length > 0) {
        set.reject(key, `no placeholders but ${known} (\\{{…}} is literal)`);
    }
}


/***/ })

};

//# sourceMappingURL=840.index.js.map