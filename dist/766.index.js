export const id = 766;
export const ids = [766];
export const modules = {

/***/ 5766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPromoteStep: () => (/* binding */ runPromoteStep)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/tag/reference.ts
var reference = __webpack_require__(7853);
// EXTERNAL MODULE: ./src/promote/template.ts
var promote_template = __webpack_require__(3776);
// EXTERNAL MODULE: ./src/promote/trailers.ts
var promote_trailers = __webpack_require__(4962);
;// CONCATENATED MODULE: ./src/promote/message.ts



/**
 * Renders the whole message: subject and body (of the template, if given), an empty line, and the
 * trailers: the audit trail first, the caller's own last.
 */
function renderCommitMessage(facts, template, furtherTrailers) {
    const rendered = template === undefined ? '' : renderText(template, facts);
    // Without a subject of its own a commit would take its first trailer for one.
    const text = rendered === '' ? renderSubject(facts) : rendered;
    return `${text}\n\n${(0,promote_trailers/* renderTrailers */.Pp)([...auditTrailers(facts), ...furtherTrailers])}\n`;
}
function renderSubject(facts) {
    const change = `${versionOf(facts.previousImage)} -> ${versionOf(facts.image)}`;
    return (0,promote_trailers/* renderOneLine */.N0)(`chore(${facts.imageName}): promote ${change}`);
}
/** The tag; without one the digest, cut as git cuts a commit. */
function versionOf(image) {
    return image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12) ?? 'none';
}
function renderText(template, facts) {
    const values = {
        image: (0,reference/* renderImageReference */.NL)(facts.image),
        repository: facts.image.repository,
        tag: facts.image.tag,
        digest: facts.image.digest,
        sha: facts.sourceSha,
        'short-sha': facts.shortSha,
        'image-name': facts.imageName,
        'previous-tag': facts.previousImage?.tag,
        'gitops-branch': facts.gitopsBranch,
    };
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => (0,promote_trailers/* renderOneLine */.N0)(values[name] ?? '')).trim();
}
function auditTrailers(facts) {
    const trailers = [
        ['Source-Repository', facts.sourceRepository],
        ['Source-Commit', facts.sourceSha],
        ['Image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['Previous-Image', facts.previousImage && (0,reference/* renderImageReference */.NL)(facts.previousImage)],
        ['Workflow-Run', facts.runUrl],
        [promote_trailers/* COVERAGE_TRAILER */.tt, facts.coverage],
        ['Promotion-Id', facts.promotionId],
    ];
    return trailers.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

// EXTERNAL MODULE: ./src/patch/edit.ts
var patch_edit = __webpack_require__(9832);
;// CONCATENATED MODULE: ./src/patch/diff.ts

const CONTEXT_LINES = 3;
/** Renders edits of a text that is not empty as a unified diff, as `git diff` shows it. */
function renderDiff(path, text, edits) {
    const lines = splitLines(text);
    const regions = groupEdits(text, edits).map((span) => computeRegion(text, span));
    const parts = regions.length === 0 ? [] : [`--- a/${path}\n+++ b/${path}\n`];
    let growth = 0;
    for (const hunk of groupRegions(regions)) {
        const rendered = renderHunk(lines, hunk, growth);
        parts.push(rendered.text);
        growth += rendered.growth;
    }
    return parts.join('');
}
/** Edits that touch the same lines, or adjacent ones, belong together. */
function groupEdits(text, edits) {
    const spans = [];
    for (const edit of (0,patch_edit/* sortEdits */.Wz)(edits)) {
        const last = spans.at(-1);
        const end = (0,patch_edit/* startOfNextLine */.fB)(text, edit.end);
        if (last === undefined || edit.start > last.end) {
            spans.push({ start: (0,patch_edit/* startOfLine */.C2)(text, edit.start), end, edits: [edit] });
        }
        else {
            last.end = end;
            last.edits.push(edit);
        }
    }
    return spans;
}
function computeRegion(text, { start, end, edits }) {
    const shifted = edits.map((edit) => ({
        ...edit,
        start: edit.start - start,
        end: edit.end - start,
    }));
    const before = text.slice(start, end);
    const removed = splitLines(before);
    const added = splitLines((0,patch_edit/* spliceEdits */.yh)(before, shifted));
    let head = 0;
    while (head < removed.length && removed[head] === added[head])
        head += 1;
    let tail = 0;
    const shorter = Math.min(removed.length, added.length) - head;
    while (tail < shorter && removed.at(-1 - tail) === added.at(-1 - tail))
        tail += 1;
    return {
        first: splitLines(text.slice(0, start)).length + head,
        removed: removed.slice(head, removed.length - tail),
        added: added.slice(head, added.length - tail),
    };
}
/** Regions whose context would touch share a hunk. */
function groupRegions(regions) {
    const hunks = [];
    let end = 0;
    for (const region of regions) {
        const hunk = hunks.at(-1);
        if (hunk === undefined || region.first - end > 2 * CONTEXT_LINES)
            hunks.push([region]);
        else
            hunk.push(region);
        end = region.first + region.removed.length;
    }
    return hunks;
}
/** @param growth By how many lines the hunks before made the text longer. */
function renderHunk(lines, regions, growth) {
    const body = [];
    let grown = 0;
    let position = Math.max(0, Math.min(...regions.map(({ first }) => first)) - CONTEXT_LINES);
    const start = position;
    for (const { first, removed, added } of regions) {
        body.push(...mark(' ', lines.slice(position, first)), ...mark('-', removed), ...mark('+', added));
        position = first + removed.length;
        grown += added.length - removed.length;
    }
    const context = lines.slice(position, position + CONTEXT_LINES);
    body.push(...mark(' ', context));
    const size = position + context.length - start;
    const before = renderRange(start, size);
    const after = renderRange(start + growth, size + grown);
    const header = `@@ -${before} +${after} @@\n`;
    return { text: header + body.join(''), growth: grown };
}
/** First line, counted from 1, and number of lines, which is left out when it is 1. */
function renderRange(start, size) {
    return size === 1 ? `${start + 1}` : `${start + 1},${size}`;
}
function mark(sign, lines) {
    return lines.map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
}
/** Lines with their line breaks; the last one may have none. */
function splitLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

// EXTERNAL MODULE: ./src/patch/document.ts
var patch_document = __webpack_require__(9669);
// EXTERNAL MODULE: ./src/patch/entry.ts
var patch_entry = __webpack_require__(2362);
// EXTERNAL MODULE: ./src/patch/images.ts
var patch_images = __webpack_require__(6834);
// EXTERNAL MODULE: ./src/patch/new-entry.ts
var new_entry = __webpack_require__(5449);
// EXTERNAL MODULE: ./src/patch/select.ts
var patch_select = __webpack_require__(7348);
;// CONCATENATED MODULE: ./src/patch/kustomization.ts





/**
 * Plans the edits that make an entry of `images` give the image. `newName`, `newTag` and `digest`
 * are a unit: what the image has not is removed, as `kustomize edit set image` does; unlike there,
 * `newName` is only written when the repository differs from what the entry gives.
 * @throws PromoteError with file, line and column when the file cannot be edited safely.
 */
function planKustomization(source, change) {
    const { image, imageName, createMissing } = change;
    if (image.tag === undefined && image.digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', `image: expected a tag or a digest, got ${JSON.stringify(image.repository)}. Set image, tag or digest.`);
    }
    const images = (0,patch_images/* locateImages */.j)(source);
    const entry = (0,patch_select/* findEntry */.w4)(source, images, imageName, image.repository);
    if (entry !== undefined) {
        const plan = (0,patch_entry/* planEntry */.Cd)(source, images, entry, (0,patch_entry/* computeFields */.R$)(source, entry, image));
        return { ...plan, imageName: entry.name, previousImage: (0,patch_entry/* readImage */.AM)(source, entry) };
    }
    if (createMissing !== true)
        throw (0,patch_select/* refuseMissing */.jQ)(source, images, imageName, image.repository);
    const name = imageName ?? image.repository;
    return (0,new_entry/* planNewEntry */.Qr)(source, images, name, image);
}

// EXTERNAL MODULE: ./src/patch/locate.ts
var locate = __webpack_require__(4966);
// EXTERNAL MODULE: ./src/patch/mapping.ts
var mapping = __webpack_require__(108);
// EXTERNAL MODULE: ./src/patch/path.ts
var patch_path = __webpack_require__(3215);
// EXTERNAL MODULE: ./src/patch/plan.ts
var plan = __webpack_require__(2475);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/patch/node.ts
var patch_node = __webpack_require__(2724);
;// CONCATENATED MODULE: ./src/patch/compare.ts


/**
 * Every place where two lists of documents differ in text, quotes, tag, anchor, key or order. A node that
 * only one of them has, or that is of another kind, is one difference; of a new collection every
 * value is one. Aliases are compared by name and not followed, so that nested ones cost nothing.
 */
function compareDocuments(before, after) {
    const differences = [];
    for (let document = 0; document < Math.max(before.length, after.length); document++) {
        const nodes = { before: before[document], after: after[document] };
        compareNodes({ document, path: [], ...nodes }, differences);
    }
    return differences;
}
function compareNodes(place, differences) {
    const { document, path } = place;
    const before = childrenOf(place.before);
    const after = childrenOf(place.after);
    const isAlike = summarize(place.before) === summarize(place.after) && haveSameOrder(before, after);
    if (!isAlike && !isNewCollection(place.before, place.after)) {
        differences.push(place);
        return;
    }
    for (const step of new Set([...before.keys(), ...after.keys()])) {
        const nodes = { before: before.get(step), after: after.get(step) };
        compareNodes({ document, path: [...path, step], ...nodes }, differences);
    }
}
/** Whether there was nothing where a collection without tag and anchor is now. */
function isNewCollection(before, after) {
    if ((0,patch_node/* describeNode */.WQ)(before) !== 'nothing' || !(0,dist/* isCollection */.P3)(after))
        return false;
    return after.items.length > 0 && after.anchor === undefined && after.tag === undefined;
}
/** All of a node but its children. */
function summarize(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `*${node.source}`;
    if ((0,dist/* isScalar */.jn)(node))
        return JSON.stringify([node.anchor, node.tag, node.type, node.source]);
    if ((0,dist/* isCollection */.P3)(node))
        return JSON.stringify([node.anchor, node.tag, (0,dist/* isMap */.jh)(node)]);
    return String(node);
}
function childrenOf(node) {
    const children = new Map();
    if ((0,dist/* isSeq */.oP)(node))
        for (const [index, item] of node.items.entries())
            children.set(index, item);
    if (!(0,dist/* isMap */.jh)(node))
        return children;
    for (const [index, { key, value }] of node.items.entries()) {
        const text = (0,patch_node/* readText */.yR)(key);
        const step = text === undefined || children.has(text) ? `?${index}` : text;
        children.set(step, value);
        // What a key is beyond its text is compared as if it were a child.
        if (!(0,dist/* isScalar */.jn)(key) || key.value !== text || key.anchor || key.tag) {
            children.set(`${step}?`, key);
        }
    }
    return children;
}
/** Whether the children that both have stand in the same order. */
function haveSameOrder(before, after) {
    const left = [...before.keys()].filter((step) => after.has(step));
    const right = [...after.keys()].filter((step) => before.has(step));
    return left.every((step, index) => step === right[index]);
}

;// CONCATENATED MODULE: ./src/patch/proof.ts





/**
 * Proves that two versions of a file differ just as intended: at these places, each of which reads
 * back as this string under YAML 1.1 and 1.2.
 * @returns What was observed to differ, in the file's order.
 * @throws PromoteError `internal` otherwise: then the edits are wrong and nothing may be written.
 */
function proveChanges(before, after, intended) {
    const open = new Map(intended.map((change) => [keyOf(change), change]));
    const observed = new Map();
    for (const difference of compareDocuments(before.documents, after.documents)) {
        const change = open.get(keyOf(difference));
        if (change === undefined || !isAsIntended(after, difference, change)) {
            throw failProof(before, difference.path);
        }
        open.delete(keyOf(difference));
        observed.set(change, describeChange(before, difference));
    }
    for (const change of open.values())
        throw failProof(before, change.path);
    return observed;
}
function isAsIntended(after, difference, change) {
    const node = difference.after;
    if (change.after === undefined)
        return node === undefined;
    if (!(0,dist/* isScalar */.jn)(node) || node.value !== change.after)
        return false;
    const [start, end] = node.range;
    const legacy = (0,dist/* parseDocument */.Tp)(after.text.slice(start, end), { version: '1.1' });
    return (0,dist/* isScalar */.jn)(legacy.contents) && legacy.contents.value === change.after;
}
function describeChange(source, { document, path, before, after }) {
    const texts = { before: (0,patch_node/* readText */.yR)(before), after: (0,patch_node/* readText */.yR)(after) };
    return {
        path: (0,patch_path/* renderPath */.i)(path),
        ...(source.documents.length > 1 && { document }),
        ...(texts.before !== undefined && { before: texts.before }),
        ...(texts.after !== undefined && { after: texts.after }),
    };
}
/** The error of a patch that is not what it should be. */
function failProof({ path }, at, cause) {
    return new errors/* PromoteError */.j('internal', `${path}: the patch would not change just what it is meant to (at "${(0,patch_path/* renderPath */.i)(at)}"), so nothing was written. This is a defect of this action: please report it with the file.`, { cause });
}
function keyOf({ document, path }) {
    return JSON.stringify([document, path]);
}

// EXTERNAL MODULE: ./src/patch/set.ts
var set = __webpack_require__(7994);
// EXTERNAL MODULE: ./src/patch/source.ts + 3 modules
var patch_source = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/patch/values.ts
var values = __webpack_require__(1570);
;// CONCATENATED MODULE: ./src/patch/patch.ts














/**
 * Makes all changes to a file at once, and leaves every other byte as it is: locate the nodes,
 * splice the text at their ranges, prove that nothing else changed.
 * @throws PromoteError with file, line, column and cure when the file cannot be edited safely.
 */
function patchFile(file, changes) {
    const source = (0,patch_source/* parseSource */.PJ)(file);
    return applyPlans(file, source, changes.map((change) => planChange(source, change)));
}
/**
 * Splices the edits of all plans into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
function applyPlans(file, source, targets) {
    refuseOverlaps(source, targets);
    const plans = (0,new_entry/* numberEntries */.ye)(targets);
    const joined = (0,plan/* joinPlans */.x)(plans);
    const edits = (0,mapping/* computeEdits */.p)(source, joined);
    const text = (0,patch_edit/* spliceEdits */.yh)(source.text, edits);
    const changed = edits.length > 0;
    const observed = changed ? proveChanges(source, parsePatched(source, text), joined.changes) : [];
    return {
        bytes: changed ? new TextEncoder().encode(text) : file.bytes,
        changed,
        targets: plans.map(({ imageName, previousImage, ...plan }) => ({
            ...(imageName !== undefined && { imageName }),
            ...(previousImage !== undefined && { previousImage }),
            changes: [...observed]
                .filter(([change]) => plan.changes.includes(change))
                .map(([, each]) => each),
            diff: renderDiff(source.path, source.text, (0,mapping/* computeEdits */.p)(source, plan)),
        })),
    };
}
function planChange(source, change) {
    switch (change.kind) {
        case 'kustomization':
            return planKustomization(source, change);
        case 'values':
            return (0,values/* planValues */.G0)(source, change);
        case 'set':
            return { ...(0,set/* planSet */.e)(source, change), places: locateSet(source, change) };
    }
}
function locateSet(source, { document, values }) {
    const paths = values.map(({ path }) => path);
    return (0,locate/* locatePlaces */.tJ)(source, (0,patch_document/* selectDocument */.U)(source, document, paths), paths);
}
/** Two targets that decide the same value contradict each other, now or with another image. */
function refuseOverlaps({ path: file }, plans) {
    const seen = new Set();
    for (const { document, path } of plans.flatMap(({ places, changes }) => places ?? changes)) {
        const place = JSON.stringify([document, path]);
        if (seen.has(place)) {
            throw new errors/* PromoteError */.j('invalid-input', `targets: two of them change ${(0,patch_path/* renderPath */.i)(path)} in ${file}. Remove one of the two.`);
        }
        seen.add(place);
    }
}
function parsePatched(source, text) {
    try {
        return (0,patch_source/* parseText */.r4)(source.path, text);
    }
    catch (cause) {
        throw failProof(source, [], cause);
    }
}

// EXTERNAL MODULE: ./src/patch/path-parser.ts
var path_parser = __webpack_require__(9671);
;// CONCATENATED MODULE: ./src/promote/previous-image.ts


/**
 * The image that values of a file asked for before, as far as they tell: what stood in the places of
 * `{{image}}`, else of `{{tag}}`, `{{digest}}` and `{{repository}}`.
 * @param fallback The repository, where the values do not say it.
 */
function findPreviousImage(values, fallback) {
    const matches = values.map(matchTemplate);
    const textsOf = (name) => matches.flatMap((match) => match.get(name) ?? []);
    for (const text of textsOf('image')) {
        const parsed = (0,reference/* parseImageReference */.o_)(text);
        if (parsed.valid)
            return parsed.reference;
    }
    const tag = textsOf('tag').find(reference/* isTag */.dz);
    const digest = textsOf('digest').find(reference/* isDigest */.Bc);
    if (tag === undefined && digest === undefined)
        return undefined;
    return {
        repository: textsOf('repository').find(isRepository) ?? fallback,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** What stood in the place of each placeholder, where there is one way only to tell. */
function matchTemplate({ template, before = '' }) {
    const shortest = patternOf(template, '(.+?)').exec(before);
    const longest = patternOf(template, '(.+)').exec(before);
    const names = (0,promote_template/* parseTemplate */.QC)(template).flatMap(({ name }) => name ?? []);
    const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? '']);
    return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}
function patternOf(template, placeholder) {
    const parts = (0,promote_template/* parseTemplate */.QC)(template).map(({ text, name }) => name === undefined ? escapeRegExp(text) : placeholder);
    return new RegExp(`^${parts.join('')}$`, 's');
}
function isRepository(text) {
    const parsed = (0,reference/* parseImageReference */.o_)(text);
    return parsed.valid && parsed.reference.repository === text;
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/promote/patch-targets.ts






/** Reads the files of all targets, each file once. */
async function readTargets(targets, repository) {
    const reads = new Map();
    const files = new Map();
    for (const target of targets) {
        const isKustomization = target.kind === 'kustomization';
        const key = JSON.stringify([isKustomization, target.path]);
        const read = reads.get(key) ??
            (isKustomization
                ? repository.readKustomization(target.path)
                : repository.readFile(target.path));
        reads.set(key, read);
        const file = await read;
        const entry = files.get(file.path) ?? { file, targets: [] };
        files.set(file.path, { ...entry, targets: [...entry.targets, target] });
    }
    return [...files.values()];
}
/**
 * Patches one file for all its targets at once.
 * @throws PromoteError whatever the patch refuses, and `invalid-input` for a placeholder without a
 *   value.
 */
function patchTargets({ file, targets }, facts) {
    const { image } = facts;
    const changes = targets.map((target) => changeOf(target, facts));
    const { bytes, changed, targets: patches } = patchFile(file, changes);
    const results = patches.map(({ imageName = nameOf(image), ...patch }) => ({
        file: file.path,
        imageName,
        image,
        ...patch,
    }));
    return { file, bytes, changed, results };
}
function changeOf(target, facts) {
    const { image, createMissing } = facts;
    if (target.kind === 'kustomization') {
        const { imageName } = target;
        const name = imageName === undefined ? {} : { imageName };
        return { kind: 'kustomization', image, createMissing, ...name };
    }
    const document = target.document === undefined ? {} : { document: target.document };
    if (target.kind === 'values') {
        return { kind: 'values', image, paths: target.paths, createMissing, ...document };
    }
    const { set } = target;
    return {
        kind: 'set',
        ...document,
        values: set.map((each) => ({ path: each.path, value: renderValue(target, each, facts) })),
        readImage: (texts) => {
            const values = set.map(({ template }, index) => ({ template, before: texts[index] }));
            return findPreviousImage(values, image.repository);
        },
        createMissing,
    };
}
function renderValue(target, { path, template }, facts) {
    const values = new Map([
        ['image', (0,reference/* renderImageReference */.NL)(facts.image)],
        ['repository', facts.image.repository],
        ['tag', facts.image.tag],
        ['digest', facts.image.digest],
        ['sha', facts.sourceSha],
        ['short-sha', facts.shortSha],
        ['gitops-branch', facts.gitopsBranch],
    ]);
    return (0,promote_template/* renderTemplate */.Xm)(template, (name) => {
        const value = values.get(name);
        if (value !== undefined)
            return value;
        throw new errors/* PromoteError */.j('invalid-input', `targets: {{${name}}} for ${(0,path_parser/* renderSteps */.I)(path)} of ${target.path} is not known in this run. Remove it, or give the input that it comes from.`);
    });
}
/** What people call an image that has no other name: the last part of its repository. */
function nameOf({ repository }) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./src/promote/backoff.ts
/** Delay before the second try at the most, in milliseconds; it doubles with every further try. */
const FIRST_DELAY = 250;
/** What a delay grows to at the most, in milliseconds. */
const LONGEST_DELAY = 8000;
/**
 * The wait before the next try, in milliseconds, with full jitter: writers that collided once and
 * waited equally long would collide again.
 * @param failed How many tries have failed so far, from 1.
 * @param fraction A random number in [0, 1).
 */
function computeDelay(failed, fraction) {
    const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failed - 1));
    return Math.round(longest * fraction);
}

;// CONCATENATED MODULE: ./src/promote/retry.ts

/** The time that retries and the waits between them may take in all. */
class RetryBudget {
    #clock;
    #random;
    #deadline;
    #failed = 0;
    /** @param seconds From now; 0 means one try and no more. */
    constructor(clock, random, seconds) {
        this.#clock = clock;
        this.#random = random;
        this.#deadline = clock.now() + seconds * 1000;
    }
    /** How many tries have failed. */
    get failed() {
        return this.#failed;
    }
    /** Waits before the next try. `false`, at once, when there is no time left for one. */
    async waitForNextTry() {
        this.#failed += 1;
        const delay = computeDelay(this.#failed, this.#random.fraction());
        if (this.#clock.now() + delay >= this.#deadline)
            return false;
        await this.#clock.sleep(delay);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/promote/promote.ts





/** How far back our own commit is looked for when the answer to a write was lost. */
const SEARCHED_COMMITS = 50;
/**
 * Brings the GitOps repository to ask for an image: read, patch, commit; and when somebody else was
 * faster, the same again from reading on, never with old contents. It is the only retry loop.
 * @throws PromoteError `conflict` when the branch kept moving for as long as `retry-timeout` allows,
 *   `unavailable` when the server did not answer for so long,
 *   `outcome-unknown` when a write got no answer and it cannot be learned whether it landed, and
 *   whatever reading, patching and writing refuse.
 */
async function promote(promotion, ports) {
    const { retryTimeout } = promotion.inputs;
    const progress = { promotionId: ports.random.uuid() };
    const budget = new RetryBudget(ports.clock, ports.random, retryTimeout);
    for (;;) {
        const outcome = await tryOnce(promotion, progress, ports).catch((error) => failedTry(error, progress));
        if (!('tryAgain' in outcome))
            return outcome;
        ports.logger.info(`Try ${budget.failed + 1} did not succeed: ${outcome.tryAgain}`);
        if (!(await budget.waitForNextTry()))
            throw givenUp(outcome, progress, promotion.inputs);
    }
}
async function tryOnce(promotion, progress, ports) {
    const { inputs, dryRun } = promotion;
    const files = await readTargets(inputs.targets, ports.repository);
    const landed = await findLanded(progress, ports);
    if (landed !== undefined)
        return landed;
    const facts = targetFacts(promotion, ports.repository);
    const patched = files.map((file) => patchTargets(file, facts));
    const targets = patched.flatMap(({ results }) => results);
    const changed = selectChanged(patched);
    if (changed === undefined)
        return unchanged(targets, dryRun, ports.repository);
    if (dryRun)
        return resultOf(ports.repository, 'dry-run', targets);
    const message = renderMessage(promotion, changed, progress, ports.repository);
    const written = await ports.repository.commitFile(changed.file, changed.bytes, message);
    if (written.outcome === 'committed') {
        return resultOf(ports.repository, 'promoted', targets, written.commit);
    }
    if (written.outcome === 'lost')
        progress.unanswered = targets;
    return { tryAgain: written.detail, code: 'conflict' };
}
/**
 * The file to write, if any.
 * @throws PromoteError `invalid-input` when there are several: the Contents API writes one a commit.
 */
function selectChanged(patched) {
    const changed = patched.filter((file) => file.changed);
    const [first, second] = changed;
    if (second === undefined)
        return first;
    const paths = changed.map(({ file }) => file.path).join(', ');
    throw new errors/* PromoteError */.j('invalid-input', `targets: ${changed.length} files would change (${paths}), and one commit through the Contents API changes one. Promote them one by one.`);
}
/** A write without an answer is looked for by its `Promotion-Id` before anything is written again. */
async function findLanded({ promotionId, unanswered }, { repository }) {
    if (unanswered === undefined)
        return undefined;
    const commits = await repository.readNewestCommits(SEARCHED_COMMITS);
    const own = commits.find(({ message }) => (0,promote_trailers/* findTrailer */.Je)(message, 'Promotion-Id') === promotionId);
    return own && resultOf(repository, 'promoted', unanswered, own);
}
async function unchanged(targets, dryRun, repository) {
    if (dryRun)
        return resultOf(repository, 'dry-run', targets);
    return resultOf(repository, 'unchanged', targets, await readHead(repository));
}
/** The head is told for information: a server that refuses it does not make the promotion fail. */
async function readHead(repository) {
    try {
        const [head] = await repository.readNewestCommits(1);
        return head;
    }
    catch (error) {
        if (error instanceof errors/* PromoteError */.j && error.code !== 'unavailable')
            return undefined;
        throw error;
    }
}
function resultOf(repository, reason, targets, commit) {
    return {
        reason,
        repository: repository.name,
        targets,
        wouldChange: targets.some(({ changes }) => changes.length > 0),
        ...(commit !== undefined && { commit }),
    };
}
function targetFacts({ inputs, image, audit }, { branch }) {
    return {
        ...audit,
        image,
        createMissing: inputs.createMissing,
        ...(branch !== undefined && { gitopsBranch: branch }),
    };
}
/** The message tells of the first target that changed; all are in its diff. */
function renderMessage({ inputs, image, audit }, { results }, { promotionId }, repository) {
    const facts = {
        ...audit,
        image,
        imageName: '',
        ...results.find(({ changes }) => changes.length > 0),
        promotionId,
        gitopsBranch: repository.branch ?? '',
    };
    return renderCommitMessage(facts, inputs.commitMessage, inputs.commitTrailers);
}
/** A server that does not answer may answer later; every other failure is final. */
function failedTry(error, { promotionId, unanswered }) {
    if (error instanceof errors/* PromoteError */.j && error.code === 'unavailable') {
        return { tryAgain: error.message, code: error.code };
    }
    if (unanswered === undefined)
        throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw outcomeUnknown(promotionId, detail, error);
}
function givenUp({ tryAgain, code }, { promotionId, unanswered }, { target, retryTimeout }) {
    if (unanswered !== undefined)
        return outcomeUnknown(promotionId, tryAgain);
    return new errors/* PromoteError */.j(code, `${target.repository} could not be written within retry-timeout (${retryTimeout} seconds), and nothing was: ${tryAgain} Run the job again, or raise retry-timeout.`);
}
function outcomeUnknown(promotionId, detail, cause) {
    return new errors/* PromoteError */.j('outcome-unknown', `A write got no answer, and it could not be learned whether it landed: ${detail} Look for a commit with the trailer "Promotion-Id: ${promotionId}" in the GitOps repository; running the job again is safe.`, { cause });
}

// EXTERNAL MODULE: ./src/tag/moving-tag.ts
var moving_tag = __webpack_require__(5933);
// EXTERNAL MODULE: ./src/steps/unreadable.ts
var unreadable = __webpack_require__(3224);
;// CONCATENATED MODULE: ./src/steps/promote.ts





/**
 * Promotes an image and tells the log what came of it.
 * @throws PromoteError `no-image` when there is none, `moving-tag` for a tag that the second
 *   promotion would find unchanged; and whatever `promote` throws.
 */
async function runPromoteStep(request, context, ports) {
    const { promote: inputs, image } = request;
    const { repository: name } = inputs.target;
    if (image === undefined)
        return { reason: 'dry-run', repository: name, targets: [] };
    assertDeployable(image.image, context);
    return ports.logger.group(`Promote ${(0,reference/* renderImageReference */.NL)(image.image)}`, async () => {
        const repository = await ports.openGitOpsRepository(inputs.target);
        try {
            const result = await promote(promotionOf(request, image, context), { ...ports, repository });
            logResult(result, ports.logger);
            return result;
        }
        catch (error) {
            (0,unreadable/* forgiveUnreadable */.K)(error, request, ports.logger);
            return { reason: 'dry-run', repository: name, targets: [] };
        }
    });
}
function promotionOf({ promote: inputs, dryRun, coverage }, { image, sourceSha, shortSha }, context) {
    return {
        inputs,
        image,
        dryRun,
        audit: {
            sourceRepository: context.repository,
            runUrl: context.runUrl,
            ...(sourceSha !== undefined && { sourceSha }),
            ...(shortSha !== undefined && { shortSha }),
            ...(coverage?.measured && { coverage: coverage.measured.percent }),
        },
    };
}
function assertDeployable({ tag, digest }, context) {
    if (tag === undefined && digest === undefined) {
        throw new errors/* PromoteError */.j('no-image', 'tags: no rule gives a tag on this event, so there is no image to promote. Add a rule that always does, such as type=sha.');
    }
    if (digest !== undefined || tag === undefined || !(0,moving_tag/* isMovingTag */.T)(tag, context))
        return;
    throw new errors/* PromoteError */.j('moving-tag', `image: the tag ${tag} moves from image to image, so a second promotion would find nothing to change and deploy nothing. Promote a tag with the commit in it, or add digest.`);
}
function logResult({ reason, repository, targets, commit }, logger) {
    for (const target of targets)
        logger.info(describeTarget(target, repository));
    if (reason === 'dry-run')
        logger.info('This is a dry run: nothing was written.');
    else if (commit)
        logger.info(`Commit: ${commit.url ?? commit.sha}`);
}
function describeTarget(target, repository) {
    const { file, imageName, previousImage, diff } = target;
    if (diff === '')
        return `${file} in ${repository} already asks for this image.`;
    const previous = previousImage ? ` was ${(0,reference/* renderImageReference */.NL)(previousImage)}` : '';
    return `${file} in ${repository}: ${imageName}${previous}\n${diff.trimEnd()}`;
}


/***/ }),

/***/ 5933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isMovingTag)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9030);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5404);
/* harmony import */ var _source_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(811);



/**
 * Whether a tag is one that is pushed again and again: `latest`, or the bare name of the run's
 * branch or of the default branch. Deployed without a digest, its second promotion would find
 * nothing to change.
 */
function isMovingTag(tag, context) {
    const defaultBranch = (0,_payload_js__WEBPACK_IMPORTED_MODULE_2__/* .readString */ .E)(context.payload, 'repository.default_branch');
    const branches = [(0,_source_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceRef */ .N)(context).branch, defaultBranch];
    const moving = branches.map((branch) => (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitiseTag */ .J)(branch ?? ''));
    return ['latest', ...moving].includes(tag);
}


/***/ }),

/***/ 5404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sanitiseTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7853);


const HASH_DIGITS = 8;
/**
 * Makes a valid tag of any text: each run of other characters becomes one `-`, as in
 * docker/metadata-action; then leading `.` and `-` go, and what is longer than a tag may be is cut
 * and ends in `-` and eight hex digits of its SHA-256, so that different long texts stay different.
 * @returns An empty text when nothing is left.
 */
function sanitiseTag(text) {
    const tag = text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    if (tag.length <= _reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9)
        return tag;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag).digest('hex').slice(0, HASH_DIGITS);
    return `${tag.slice(0, _reference_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_MAX_LENGTH */ .h9 - HASH_DIGITS - 1)}-${hash}`;
}


/***/ })

};

//# sourceMappingURL=766.index.js.map