export const id = 382;
export const ids = [382];
export const modules = {

/***/ 2382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assertGate: () => (/* binding */ assertGate),
  runCoverageStep: () => (/* binding */ runCoverageStep)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(3659);
;// CONCATENATED MODULE: ./src/coverage/model/report-error.ts
/**
 * Why a report cannot be used, as a clause that follows the name of the file. It makes the verdict
 * `unknown`; it is never a number.
 */
class ReportError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'ReportError';
    }
}

;// CONCATENATED MODULE: ./src/coverage/model/limits.ts

/** Bytes of one report. Beyond it a report is a mistake or an attack. */
const MAX_REPORT_BYTES = 1024 ** 3;
/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
const MAX_DEPTH = 64;
/** Characters without one complete element, value or line: bounds what a parser buffers. */
const MAX_TOKEN_CHARACTERS = 64 * 1024 ** 2;
/** Lines of code of all reports together; also the highest number that a line can have. */
const MAX_LINES = 32_000_000;
/**
 * What is held costs room, so that the memory that reports take is bounded whatever they are made
 * of: a line of code the most, so that there is room for no more than `MAX_LINES` of them.
 */
const COST = {
    line: 16,
    /** A line of source up to the highest that is known, code or not. */
    sourceLine: 1,
    /** A named branch, statement or function. */
    unit: 12,
    /** The unnamed branches of a line. */
    tally: 48,
    file: 1024,
    name: 128,
};
/** Bytes that are taken from the system at once. */
const SLAB = 1 << 20;
/** What all reports of a run share: the bound of what they may hold, and the names in them. */
class ReportMemory {
    #room;
    #ids = new Map();
    /** Blocks that are not used any more, by their size. */
    #free = new Map();
    #slab = new ArrayBuffer(0);
    #slabUsed = 0;
    /** @param room What the reports may take together, as `ROOM` counts it. */
    constructor(room = MAX_LINES * COST.line) {
        this.#room = room;
    }
    /** @throws ReportError when there is not so much left. */
    charge(room) {
        this.#room -= room;
        if (this.#room < 0) {
            throw new ReportError(`takes the reports beyond ${MAX_LINES} lines of code, which is the limit for all together`);
        }
    }
    /**
     * A block with the content of a smaller one, then zeros. The old one must not be used any more.
     * Blocks are cut from large buffers and used again, since reports have files by the ten thousand
     * and a buffer for each is slow to make.
     */
    grow(old, size) {
        const block = this.#free.get(size)?.pop() ?? this.#cut(size);
        block.fill(0);
        block.set(old);
        if (old.length > 0)
            this.#release(old);
        return block;
    }
    #release(block) {
        const free = this.#free.get(block.length) ?? [];
        this.#free.set(block.length, free);
        free.push(block);
    }
    #cut(bytes) {
        if (this.#slabUsed + bytes > this.#slab.byteLength) {
            this.#slab = new ArrayBuffer(Math.max(SLAB, bytes));
            this.#slabUsed = 0;
        }
        const block = new Uint8Array(this.#slab, this.#slabUsed, bytes);
        this.#slabUsed += bytes;
        return block;
    }
    /** A small number for a name; the same for the same name, in every report. */
    idOf(name) {
        const known = this.#ids.get(name);
        if (known !== undefined)
            return known;
        this.charge(COST.name);
        const id = this.#ids.size;
        this.#ids.set(copyString(name), id);
        return id;
    }
}
/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory.
 */
function copyString(text) {
    return structuredClone(text);
}

;// CONCATENATED MODULE: ./src/coverage/read/lines.ts


const CARRIAGE_RETURN = 13;
/** Cuts text that comes in pieces into lines. */
class LineSplitter {
    #take;
    #rest = '';
    #number = 0;
    constructor(take) {
        this.#take = take;
    }
    /** @throws ReportError when a line is too long, or from the handler, with the line's number. */
    write(text) {
        const first = text.indexOf('\n');
        if (first === -1)
            this.#rest += text;
        else {
            this.#giveAll(`${this.#rest}${text.slice(0, first + 1)}`);
            this.#giveAll(text, first + 1);
        }
        if (this.#rest.length > MAX_TOKEN_CHARACTERS) {
            throw new ReportError(`has a line of more than ${MAX_TOKEN_CHARACTERS} characters`);
        }
    }
    end() {
        this.#giveAll(`${this.#rest}\n`);
    }
    /** Gives the lines of `text` from `from`, and keeps what has no end yet. */
    #giveAll(text, from = 0) {
        let start = from;
        try {
            for (let end = text.indexOf('\n', start); end !== -1; end = text.indexOf('\n', start)) {
                this.#number += 1;
                const last = text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
                if (last > start)
                    this.#take(text, start, last);
                start = end + 1;
            }
        }
        catch (cause) {
            if (!(cause instanceof ReportError))
                throw cause;
            throw new ReportError(`${cause.message} (line ${this.#number})`, { cause });
        }
        this.#rest = text.slice(start);
    }
}
/** The text before the first `separator`, and that after it; all and nothing where there is none. */
function cutFirst(text, separator) {
    return cutAt(text, text.indexOf(separator));
}
/** The text before the last `separator`, and that after it; all and nothing where there is none. */
function cutLast(text, separator) {
    return cutAt(text, text.lastIndexOf(separator));
}
function cutAt(text, index) {
    return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

;// CONCATENATED MODULE: ./src/coverage/changes/diff.ts

const FILE = '+++ ';
const HUNK = '@@ -';
/**
 * The lines that a `git diff --unified=0` adds or replaces.
 * @param diff With the prefixes `a/` and `b/`, and unusual paths quoted as git does.
 */
function parseChangedLines(diff) {
    const changed = new Map();
    let lines = [];
    // Lines of a hunk can look like headers, so they are counted off.
    let left = 0;
    for (const line of diff.split('\n')) {
        if (left > 0)
            left -= /^[+-]/.test(line) ? 1 : 0;
        else if (line.startsWith(HUNK))
            left = takeHunk(line, lines);
        else if (line.startsWith(FILE))
            lines = openChangedFile(line, changed);
    }
    return changed;
}
/** `@@ -12,0 +13,2 @@`: adds the new lines, and gives how many lines the hunk has. */
function takeHunk(header, lines) {
    const [removed, rest] = cutFirst(header.slice(HUNK.length), ' ');
    const [added] = cutFirst(rest.slice(1), ' ');
    const { start, length } = parseRange(added);
    for (let offset = 0; offset < length; offset += 1)
        lines.push(start + offset);
    return length + parseRange(removed).length;
}
/** A range of one line is written without its length. */
function parseRange(range) {
    const [start, length] = cutFirst(range, ',');
    return { start: Number(start), length: length === '' ? 1 : Number(length) };
}
/** The list of the file's lines; one that nobody reads for a file that was removed. */
function openChangedFile(header, changed) {
    // git ends a path that has spaces with a tab.
    const path = unquotePath(header.slice(FILE.length).replace(/\t$/, ''));
    const lines = [];
    if (path.startsWith('b/'))
        changed.set(path.slice(2), lines);
    return lines;
}
const ESCAPES = new Map([
    ['\\t', '\t'],
    ['\\n', '\n'],
    ['\\r', '\r'],
    ['\\"', '"'],
    ['\\\\', '\\'],
]);
function unquotePath(path) {
    if (!path.startsWith('"'))
        return path;
    return path.slice(1, -1).replace(/\\[^]/g, (escape) => ESCAPES.get(escape) ?? escape);
}

;// CONCATENATED MODULE: ./src/coverage/changes/measure.ts
/**
 * Looks changed lines up in the reports. Lines that are no code do not count.
 * @returns A reason instead, when the reports may have a changed file under a name of their own:
 *   what is not looked up must not pass for a change without code.
 */
function measurePatch(changed, files) {
    let covered = 0;
    let total = 0;
    const uncovered = [];
    for (const [path, numbers] of changed) {
        const doubt = numbers.length > 0 ? files.findDoubt(path) : undefined;
        if (doubt !== undefined) {
            return `${path} changed, and it cannot be told whether it is ${doubt} of the reports`;
        }
        const lines = files.listLines(path);
        const missed = [];
        for (const line of numbers) {
            const isCovered = lines.get(line);
            if (isCovered === undefined)
                continue;
            total += 1;
            if (isCovered)
                covered += 1;
            else
                missed.push(line);
        }
        uncovered.push(...joinLines(path, missed));
    }
    return { count: { covered, total }, uncovered };
}
/** Lines in order as ranges of neighbours. */
function joinLines(path, lines) {
    const ranges = [];
    for (const line of lines) {
        const last = ranges.at(-1);
        if (last?.end === line - 1)
            ranges[ranges.length - 1] = { ...last, end: line };
        else
            ranges.push({ path, start: line, end: line });
    }
    return ranges;
}

;// CONCATENATED MODULE: ./src/coverage/changes/tracked-files.ts
/** The files of the reports by the path that the repository has for them. */
class TrackedFiles {
    #placed = new Map();
    /** Paths of files that no tracked one can be told for, by their last part. */
    #unplaced = new Map();
    /** Notes that a report's file is the tracked one at `path`. Several reports can have it. */
    place(path, file) {
        const files = this.#placed.get(path) ?? [];
        this.#placed.set(path, files);
        files.push(file);
    }
    leaveOut(path) {
        this.#unplaced.set(lastPart(path), path);
    }
    has(path) {
        return this.#placed.has(path);
    }
    values() {
        return [...this.#placed.values()].flat();
    }
    /** The coverable lines of a tracked file, with whether any report has them covered. */
    listLines(path) {
        const lines = new Map();
        for (const file of this.#placed.get(path) ?? []) {
            for (const [line, isCovered] of file.lines.entries()) {
                lines.set(line, isCovered || lines.get(line) === true);
            }
        }
        return lines;
    }
    /** A file of the reports that may be the tracked one at `path`, which itself is in none. */
    findDoubt(path) {
        return this.has(path) ? undefined : this.#unplaced.get(lastPart(path));
    }
}
/**
 * Finds the tracked file of each file in the reports. Reports name files from other roots: of a
 * source directory (`calc.py` of `app/calc.py`), of another machine, of a Go module. A tracked path
 * that a report has exactly is not looked for under other names: `build/lib/utils.py` is a copy, and
 * not the `utils.py` beside it.
 * @param tracked Paths from the root of the repository.
 */
function resolveTracked(files, tracked) {
    const byName = groupByName(tracked);
    const resolved = new TrackedFiles();
    for (const path of tracked) {
        const file = files.get(path);
        if (file !== undefined)
            resolved.place(path, file);
    }
    const exact = new Set(tracked.filter((path) => files.has(path)));
    for (const [path, file] of files) {
        if (exact.has(path))
            continue;
        const match = findTracked(path, file.sourceName ?? path, byName.get(lastPart(path)) ?? []);
        if (match === undefined || exact.has(match))
            resolved.leaveOut(path);
        else
            resolved.place(match, file);
    }
    return resolved;
}
/**
 * The only tracked path that ends with the name, which says the most; else the longest of those that
 * the report's path ends with.
 */
function findTracked(path, name, candidates) {
    const [only, ...others] = candidates.filter((candidate) => candidate.endsWith(`/${name}`));
    if (others.length > 0)
        return undefined;
    if (only !== undefined)
        return only;
    const shorter = candidates.filter((candidate) => path.endsWith(`/${candidate}`));
    const [longest] = shorter.sort((a, b) => b.length - a.length);
    return longest;
}
function groupByName(paths) {
    const groups = new Map();
    for (const path of paths) {
        const name = lastPart(path);
        const group = groups.get(name) ?? [];
        groups.set(name, group);
        group.push(path);
    }
    return groups;
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./src/coverage/changes/step.ts





/** GitHub's limit of annotations of one kind a step. */
const MAX_ANNOTATIONS = 10;
/**
 * Looks the lines that changed since the base up in the reports.
 * @returns A reason instead, when there is no base to compare with or the checkout lacks it.
 */
async function readPatch(given, context, files, changes) {
    const base = given === undefined ? findBase(context) : { commit: given, isReplaced: false };
    if (base === undefined) {
        return 'this event has no commit to compare with: set coverage-base';
    }
    const read = await readChanges(base, changes);
    if (typeof read === 'string')
        return read;
    const tracked = resolveTracked(files, read.paths);
    // Paths that do not meet, or reports without lines, must not pass for a change without code.
    if (![...tracked.values()].some((file) => file.lines.count().total > 0)) {
        const names = [...files.keys()].slice(0, 3).join(', ');
        return `the reports list no lines of a file that git tracks; their files: ${names}`;
    }
    return measurePatch(parseChangedLines(read.diff), tracked);
}
/** What git says of the checkout, or why it cannot: that decides one gate, not the step. */
async function readChanges({ commit, isReplaced }, changes) {
    let isRepository = false;
    try {
        // First, since without a repository no depth of a fetch brings the base.
        const paths = await changes.listFiles();
        isRepository = true;
        return { paths, diff: await changes.diff(commit) };
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || error.code !== 'coverage-unknown')
            throw error;
        if (!isRepository)
            return `${error.message}. Run actions/checkout before this step`;
        return isReplaced ? explainReplaced(commit) : error.message;
    }
}
/** A forced push leaves its old commit on no branch, and a clone has what is on branches. */
function explainReplaced(commit) {
    return `the push was forced, so that a clone does not have the commit before it (${commit}): set coverage-base, such as to the default branch`;
}
/** Marks the first changed lines that no test ran. */
function annotateUncovered({ uncovered }, logger) {
    for (const range of uncovered.slice(0, MAX_ANNOTATIONS)) {
        logger.annotate('No test runs these changed lines.', range);
    }
    const rest = uncovered.length - MAX_ANNOTATIONS;
    if (rest > 0)
        logger.info(`${rest} more places of changed lines are not covered`);
}
/** What the event says that its commits are based on. */
function findBase({ payload }) {
    const { pull_request: pullRequest, merge_group: mergeGroup, before } = payload;
    const base = (0,json/* isJsonObject */.O)(pullRequest) ? pullRequest['base'] : undefined;
    const candidates = [
        (0,json/* isJsonObject */.O)(base) ? base['sha'] : undefined,
        (0,json/* isJsonObject */.O)(mergeGroup) ? mergeGroup['base_sha'] : undefined,
        before,
    ];
    // A new branch has zeros as the commit before.
    const commit = candidates.find((sha) => typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha));
    if (commit === undefined)
        return undefined;
    return { commit, isReplaced: commit === before && payload['forced'] === true };
}

;// CONCATENATED MODULE: ./src/coverage/model/line-table.ts

const UNCOVERED = 1;
const COVERED = 2;
const NOTHING = new Uint8Array(0);
const FIRST_CAPACITY = 256;
/** How much more is taken each time; small files are many. */
const GROWTH = 2;
/**
 * The coverable lines of one file: a byte for each line of source, since only whether a line was
 * hit is ever asked, and reports of millions of lines have to fit in memory.
 */
class LineTable {
    #memory;
    #states = NOTHING;
    #covered = 0;
    #total = 0;
    constructor(memory) {
        this.#memory = memory;
    }
    /** Notes a coverable line. A line that was met before stays covered. */
    add(line, isCovered) {
        if (line >= this.#states.length)
            this.#extend(line + 1);
        const state = this.#states[line];
        if (state === COVERED || (state === UNCOVERED && !isCovered))
            return;
        if (state !== UNCOVERED)
            this.#addNew();
        if (isCovered)
            this.#covered += 1;
        this.#states[line] = isCovered ? COVERED : UNCOVERED;
    }
    addAll(other) {
        for (const [line, covered] of other.entries())
            this.add(line, covered);
    }
    /** The coverable lines in order, with whether each was hit. */
    *entries() {
        for (let line = 0; line < this.#states.length; line += 1) {
            const state = this.#states[line];
            if (state !== 0)
                yield [line, state === COVERED];
        }
    }
    count() {
        return { covered: this.#covered, total: this.#total };
    }
    #addNew() {
        this.#memory.charge(COST.line);
        this.#total += 1;
    }
    #extend(length) {
        const capacity = Math.max(FIRST_CAPACITY, length, this.#states.length * GROWTH);
        this.#memory.charge((capacity - this.#states.length) * COST.sourceLine);
        this.#states = this.#memory.grow(this.#states, capacity);
    }
}

;// CONCATENATED MODULE: ./src/coverage/model/counts.ts
const counts_NOTHING = { covered: 0, total: 0 };
function addCounts(a, b) {
    return { covered: a.covered + b.covered, total: a.total + b.total };
}
/** The count of a metric in `totals`, with `combined` as coverage.py has it: lines and branches. */
function countOf(totals, metric) {
    if (metric !== 'combined')
        return totals.get(metric) ?? counts_NOTHING;
    return addCounts(countOf(totals, 'lines'), countOf(totals, 'branches'));
}
/** The metrics that have something to count, for messages. */
function listMeasured(totals) {
    const measured = [];
    for (const [metric, count] of totals) {
        if (count.total > 0)
            measured.push(metric);
    }
    return measured;
}

;// CONCATENATED MODULE: ./src/coverage/model/tally-table.ts


/** Counts by line, of reports that do not identify every branch or instruction. */
class TallyTable {
    #memory;
    #tallies = new Map();
    #isLowerBound = false;
    constructor(memory) {
        this.#memory = memory;
    }
    /** Whether a union was not exact, so that the true count can be higher. */
    get isLowerBound() {
        return this.#isLowerBound;
    }
    get isEmpty() {
        return this.#tallies.size === 0;
    }
    /** Notes the parts of a line, united with what is known of it. */
    add(line, tally) {
        const known = this.#tallies.get(line);
        if (known === undefined) {
            this.#memory.charge(COST.tally + (tally.missing?.length ?? 0) * COST.unit);
            this.#tallies.set(line, tally);
            return;
        }
        const union = uniteTallies(known, tally);
        this.#isLowerBound ||= union.isLowerBound;
        this.#tallies.set(line, union.tally);
    }
    addAll(other) {
        this.#isLowerBound ||= other.#isLowerBound;
        for (const [line, tally] of other.#tallies)
            this.add(line, tally);
    }
    count() {
        let sum = counts_NOTHING;
        for (const tally of this.#tallies.values())
            sum = addCounts(sum, tally);
        return sum;
    }
}
/**
 * What either run covered. Exact when one run covered none or all of it, or when both name what they
 * missed; else as much as is certain. Reports of the same code have the same total; of other totals
 * the larger counts, with what was covered of it, since what the other run covered may be gone.
 */
function uniteTallies(a, b) {
    if (a.total !== b.total)
        return { tally: a.total > b.total ? a : b, isLowerBound: true };
    const { total } = a;
    const [less, more] = a.covered < b.covered ? [a, b] : [b, a];
    if (less.covered === 0 || more.covered === total)
        return { tally: more, isLowerBound: false };
    const missing = intersect(less.missing, more.missing);
    if (missing === undefined)
        return { tally: more, isLowerBound: true };
    const covered = Math.max(more.covered, total - missing.length);
    const isLowerBound = less.missing === undefined || more.missing === undefined;
    return { tally: { covered, total, missing }, isLowerBound };
}
/** What both miss; what one misses, when only that is known. */
function intersect(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    const others = new Set(b);
    return a.filter((part) => others.has(part));
}

;// CONCATENATED MODULE: ./src/coverage/model/unit-table.ts
var _a;

/** More than there can be names, so that a line and a name make one exact number. */
const NAME_RANGE = 2 ** 27;
/** What a unit can stand for at most: its weight shares 32 bits with "covered". */
const MAX_WEIGHT = 2 ** 31 - 1;
/** Bytes of a unit: its key as a double, and its value. */
const UNIT_SIZE = COST.unit;
/** The order of the machines that run this, which needs no swapping. */
const LITTLE_ENDIAN = true;
/** Most files have no units of most kinds; a buffer for each would be slow to make. */
const unit_table_NOTHING = new DataView(new ArrayBuffer(0));
const unit_table_FIRST_CAPACITY = 32;
/** How much more is taken each time; small files are many. */
const unit_table_GROWTH = 2;
/**
 * Things of a file that have an identity: branches, statements or functions, each on a line and
 * with a name that is unique there. A unit can stand for several (a Go block for its statements).
 *
 * Reports hold millions of them, mostly in order, so they lie in one block of memory: the line with
 * the name's id as the key, and as the value the weight, with its lowest bit for "covered". They are
 * put in order, and those that were met twice are united, only when that is needed.
 */
class UnitTable {
    #memory;
    #units = unit_table_NOTHING;
    #length = 0;
    #lastKey = -1;
    #isOrdered = true;
    constructor(memory) {
        this.#memory = memory;
    }
    get isEmpty() {
        return this.#length === 0;
    }
    /** Notes a unit of a weight up to `MAX_WEIGHT`. One that was met before stays covered. */
    add(line, name, covered, weight = 1) {
        this.#append(line * NAME_RANGE + this.#memory.idOf(name), weight * 2 + Number(covered));
    }
    /** Takes up the units of another report of the same run. */
    addAll(other) {
        // The same number would stand for another name: a wrong count that nobody sees.
        if (other.#memory !== this.#memory)
            throw new Error('units of two runs cannot be united');
        for (let index = 0; index < other.#length; index += 1) {
            this.#append(other.#keyAt(index), other.#valueAt(index));
        }
    }
    count() {
        this.#order();
        let covered = 0;
        let total = 0;
        for (let index = 0; index < this.#length; index += 1) {
            const value = this.#valueAt(index);
            const weight = value >>> 1;
            total += weight;
            covered += weight * (value & 1);
        }
        return { covered, total };
    }
    /** The counts of each line that has units. */
    countByLine() {
        this.#order();
        const counts = new Map();
        for (let index = 0; index < this.#length; index += 1) {
            const line = Math.floor(this.#keyAt(index) / NAME_RANGE);
            const value = this.#valueAt(index);
            const weight = value >>> 1;
            const { covered, total } = counts.get(line) ?? { covered: 0, total: 0 };
            counts.set(line, { covered: covered + weight * (value & 1), total: total + weight });
        }
        return counts;
    }
    #append(key, value) {
        if (key === this.#lastKey) {
            this.#unite(key, value);
            return;
        }
        if (this.#length * UNIT_SIZE === this.#units.byteLength)
            this.#makeRoom();
        this.#isOrdered &&= key > this.#lastKey;
        this.#lastKey = key;
        this.#length += 1;
        this.#write(this.#length - 1, key, value);
    }
    /** Units that are there more than once give room first: Go repeats every block by the package. */
    #makeRoom() {
        this.#order();
        const capacity = Math.max(unit_table_FIRST_CAPACITY, this.#length * unit_table_GROWTH);
        if (capacity * UNIT_SIZE <= this.#units.byteLength)
            return;
        this.#memory.charge(capacity * UNIT_SIZE - this.#units.byteLength);
        const { buffer, byteOffset, byteLength } = this.#memory.grow(bytesOf(this.#units), capacity * UNIT_SIZE);
        this.#units = new DataView(buffer, byteOffset, byteLength);
    }
    /** Sorts by key and unites units with the same key. */
    #order() {
        if (this.#isOrdered)
            return;
        const unordered = new _a(this.#memory);
        unordered.#units = new DataView(bytesOf(this.#units).slice().buffer);
        const places = Uint32Array.from({ length: this.#length }, (_, index) => index);
        places.sort((a, b) => unordered.#keyAt(a) - unordered.#keyAt(b));
        this.#length = 0;
        this.#lastKey = -1;
        for (const place of places)
            this.#unite(unordered.#keyAt(place), unordered.#valueAt(place));
        this.#isOrdered = true;
    }
    /** Appends a unit in order, or unites it with the last one. */
    #unite(key, value) {
        if (key !== this.#lastKey) {
            this.#lastKey = key;
            this.#length += 1;
            this.#write(this.#length - 1, key, value);
            return;
        }
        const known = this.#valueAt(this.#length - 1);
        const weight = Math.max(known >>> 1, value >>> 1);
        this.#write(this.#length - 1, key, weight * 2 + ((known | value) & 1));
    }
    #write(index, key, value) {
        this.#units.setFloat64(index * UNIT_SIZE, key, LITTLE_ENDIAN);
        this.#units.setUint32(index * UNIT_SIZE + 8, value, LITTLE_ENDIAN);
    }
    #keyAt(index) {
        return this.#units.getFloat64(index * UNIT_SIZE, LITTLE_ENDIAN);
    }
    #valueAt(index) {
        return this.#units.getUint32(index * UNIT_SIZE + 8, LITTLE_ENDIAN);
    }
}
_a = UnitTable;
function bytesOf({ buffer, byteOffset, byteLength, }) {
    return new Uint8Array(buffer, byteOffset, byteLength);
}

;// CONCATENATED MODULE: ./src/coverage/model/file-coverage.ts





/** The branches of one file: named ones, and counts by line of reports that do not name them. */
class BranchTable {
    #memory;
    named;
    tallies;
    constructor(memory) {
        this.#memory = memory;
        this.named = new UnitTable(memory);
        this.tallies = new TallyTable(memory);
    }
    addAll(other) {
        this.named.addAll(other.named);
        this.tallies.addAll(other.tallies);
    }
    /** Whether branches may be more than counted, because some runs do not tell which they took. */
    get isLowerBound() {
        return this.#unite().isLowerBound;
    }
    count() {
        return this.#unite().count();
    }
    #unite() {
        if (this.tallies.isEmpty)
            return { isLowerBound: false, count: () => this.named.count() };
        if (this.named.isEmpty)
            return this.tallies;
        // The same run as two formats, or two runs: by line, as if neither had names.
        const united = new TallyTable(this.#memory);
        united.addAll(this.tallies);
        for (const [line, count] of this.named.countByLine())
            united.add(line, count);
        return united;
    }
}
/** What reports say about one source file. What they do not measure stays empty. */
class FileCoverage {
    #memory;
    lines;
    branches;
    statements;
    functions;
    instructions;
    /** Its path without names that are no directories: groups of JaCoCo. Absent where it has none. */
    sourceName;
    /** Counts of a report that does not list the lines of its files. */
    fileTotals;
    /** @throws ReportError when the reports hold too much. */
    constructor(memory) {
        memory.charge(COST.file);
        this.#memory = memory;
        this.lines = new LineTable(memory);
        this.branches = new BranchTable(memory);
        this.statements = new UnitTable(memory);
        this.functions = new UnitTable(memory);
        this.instructions = new TallyTable(memory);
    }
    /** Whether a count may be too low, because the reports do not tell what exactly was covered. */
    get isLowerBound() {
        return this.branches.isLowerBound || this.instructions.isLowerBound;
    }
    /**
     * Notes the lines that one unit stands on. They cost although lines that were met before take no
     * memory, since a short report can go over the same million lines again and again.
     * @throws ReportError when the range is reversed, or the reports hold too much.
     */
    addRange(first, last, isCovered) {
        if (last < first)
            throw new ReportError(`has a range of lines from ${first} to ${last}`);
        this.#memory.charge((last - first) * COST.sourceLine);
        for (let line = first; line <= last; line += 1)
            this.lines.add(line, isCovered);
    }
    /**
     * Unites with another run's coverage of the same file.
     * @throws ReportError when one of them has only counts.
     */
    addAll(other) {
        if (this.fileTotals !== undefined || other.fileTotals !== undefined) {
            throw new ReportError('some reports count the same file without listing its lines: use a format that lists them, to unite them');
        }
        this.lines.addAll(other.lines);
        this.branches.addAll(other.branches);
        this.statements.addAll(other.statements);
        this.functions.addAll(other.functions);
        this.instructions.addAll(other.instructions);
    }
    count() {
        if (this.fileTotals !== undefined)
            return this.fileTotals;
        return new Map([
            ['lines', this.lines.count()],
            ['branches', this.branches.count()],
            ['statements', this.statements.count()],
            ['functions', this.functions.count()],
            ['instructions', this.instructions.count()],
        ]);
    }
}
/** The source files of a report while it is read. */
class FileSet {
    #memory;
    #files = new Map();
    constructor(memory) {
        this.#memory = memory;
    }
    /** The file of that name; a new one when it is met for the first time. */
    open(name) {
        const known = this.#files.get(name);
        if (known !== undefined)
            return known;
        const file = new FileCoverage(this.#memory);
        this.#files.set(copyString(name), file);
        return file;
    }
    /** All files by the path that `resolve` makes of their names; files of one path are united. */
    resolve(resolve) {
        const resolved = new Map();
        for (const [name, file] of this.#files) {
            const path = resolve(name);
            const known = resolved.get(path);
            if (known === undefined)
                resolved.set(path, file);
            else
                known.addAll(file);
        }
        return resolved;
    }
}

;// CONCATENATED MODULE: ./src/coverage/model/paths.ts
/**
 * One spelling for a path: slashes instead of backslashes, without `.`, `..` and empty parts. An
 * address such as `https://host/file.cs` (SourceLink) stays as it is.
 */
function normalisePath(path) {
    if (/^https?:\/\//.test(path))
        return path;
    const parts = [];
    for (const part of path.replaceAll('\\', '/').split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    const joined = parts.join('/');
    // Windows does not tell the cases of a drive apart, and tools differ.
    if (isDrive(parts[0]))
        return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
    return isAbsolute(path) ? `/${joined}` : joined;
}
/** Whether a path starts at a root, of Unix or of a Windows drive. */
function isAbsolute(path) {
    return /^(?:[\\/]|[A-Za-z]:[\\/]|https?:\/\/)/.test(path);
}
/**
 * A file name joined with the source root that it is relative to. With several roots it cannot be
 * told which one is meant, so the name stays as it is. Some tools write an option of theirs as the
 * root (`--source`).
 */
function joinSource(sources, filename) {
    const [source] = sources;
    const isOnlyRoot = source !== undefined && sources.length === 1 && !source.startsWith('-');
    return normalisePath(isOnlyRoot && !isAbsolute(filename) ? `${source}/${filename}` : filename);
}
function isDrive(part) {
    return part !== undefined && /^[A-Za-z]:$/.test(part);
}
/** Where GitHub's runners, and containers of jobs, check a repository out: its name, twice. */
const CHECKOUT = /^(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|[A-Za-z]:\/a)\/(?<name>[^/]+)\/\k<name>\//;
/**
 * A path from the root of the workspace. Also that of another job's workspace is left out, so that
 * a file that was tested on several machines is one file.
 */
function relativisePath(path, workspace) {
    const root = `${normalisePath(workspace)}/`;
    if (path.startsWith(root))
        return path.slice(root.length);
    return path.replace(CHECKOUT, '').replace(/^\/github\/workspace\//, '');
}

;// CONCATENATED MODULE: ./src/coverage/read/number.ts


/**
 * A count as reports write it: decimal digits.
 * @param what What is counted, for the message: `lines-valid`.
 * @throws ReportError when it is absent, negative, NaN or not a whole number.
 */
function parseCount(text, what) {
    const number = text === undefined ? -1 : readDigits(text, 0, text.length);
    if (number !== -1)
        return number;
    throw unusable(text, what);
}
/** The number of a line of source. @throws ReportError when it is not one within the limits. */
function parseLineNumber(text) {
    return checkLineNumber(parseCount(text, LINE_NUMBER));
}
/** How often something ran; some tools write large numbers as `1e+06`. */
function parseHits(text, what) {
    const number = text === undefined ? -1 : readDigits(text, 0, text.length);
    if (number !== -1)
        return number;
    if (text !== undefined && /^\d+(?:\.\d+)?(?:[eE]\+?\d{1,3})?$/.test(text))
        return Number(text);
    throw unusable(text, what);
}
/** A count of a JSON report. @throws ReportError when it is not a whole number from 0. */
function checkWhole(value, what) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw unusable(value, what);
}
/** The number of a line of source in a JSON report. */
function checkLineNumber(value) {
    const line = checkWhole(value, LINE_NUMBER);
    if (line <= MAX_LINES)
        return line;
    throw new ReportError(`has a line numbered ${line}, where ${MAX_LINES} is the limit`);
}
/**
 * Checks that a count can be one.
 * @throws ReportError when more is covered than there is.
 */
function checkCount(count, what) {
    if (count.covered <= count.total)
        return count;
    throw new ReportError(`contradicts itself: ${count.covered} of ${count.total} ${what} cannot be covered`);
}
/**
 * The digits of `text` from `start` up to `end` as a number, or -1 when there is anything else, or
 * more than 15 of them, up to which a number is exact. Reports have them by the million.
 */
function readDigits(text, start, end) {
    if (end <= start || end - start > 15)
        return -1;
    let number = 0;
    for (let index = start; index < end; index += 1) {
        const digit = text.charCodeAt(index) - 48;
        if (digit < 0 || digit > 9)
            return -1;
        number = number * 10 + digit;
    }
    return number;
}
const LINE_NUMBER = 'the number of a line';
function unusable(value, what) {
    const given = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
    return new ReportError(`states ${given} as ${what}, where a whole number is needed`);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes_saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/coverage/read/xml.ts



/**
 * Reads XML as data only: the first error ends it, no entity of a DTD is expanded and nothing is
 * fetched. What it buffers is bounded, whatever the document says.
 */
class XmlReader {
    #handlers;
    #saxes = new saxes_saxes/* SaxesParser */.wT({ xmlns: false });
    #depth = 0;
    #sinceElement = 0;
    constructor(handlers) {
        this.#handlers = handlers;
        this.#saxes.on('opentag', (tag) => {
            this.#open(tag.name, tag.attributes);
        });
        this.#saxes.on('closetag', (tag) => {
            this.#close(tag.name);
        });
        if (handlers.text !== undefined)
            this.#saxes.on('text', handlers.text.bind(handlers));
        if (handlers.comment !== undefined)
            this.#saxes.on('comment', handlers.comment.bind(handlers));
    }
    /** @throws ReportError when the document is not well-formed or beyond a limit. */
    write(text) {
        this.#sinceElement += text.length;
        rethrowAsReportError(() => this.#saxes.write(text));
        if (this.#sinceElement > MAX_TOKEN_CHARACTERS) {
            throw new ReportError(`has more than ${MAX_TOKEN_CHARACTERS} characters in one piece of text or markup`);
        }
    }
    /** Gives no further text: the white space between elements is most of what there is. */
    ignoreText() {
        this.#saxes.off('text');
    }
    /** @throws ReportError when the document is not complete. */
    end() {
        rethrowAsReportError(() => this.#saxes.close());
    }
    #open(name, attributes) {
        this.#sinceElement = 0;
        this.#depth += 1;
        if (this.#depth > MAX_DEPTH) {
            throw new ReportError(`has elements nested more than ${MAX_DEPTH} deep`);
        }
        this.#handlers.openElement(name, attributes, this.#depth);
    }
    #close(name) {
        this.#handlers.closeElement(name, this.#depth);
        this.#depth -= 1;
    }
}
function rethrowAsReportError(parse) {
    try {
        parse();
    }
    catch (cause) {
        if (!(cause instanceof Error) || cause instanceof ReportError)
            throw cause;
        throw new ReportError(`is not well-formed XML (${cause.message})`, { cause });
    }
}
/** @throws ReportError when the element does not have it. */
function requireAttribute(attributes, name) {
    const value = attributes[name];
    if (value === undefined)
        throw new ReportError(`has an element without its attribute ${name}`);
    return value;
}
/** What the start of a text says, or `undefined` when no element starts in it. */
function readXmlHead(head) {
    const elements = [];
    const saxes = new saxes_saxes/* SaxesParser */.wT({ xmlns: false });
    // What can be read tells the format even so; the error is the parser's to report.
    saxes.on('error', () => undefined);
    saxes.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
    saxes.write(head);
    const [root, firstChild] = elements;
    if (root === undefined)
        return undefined;
    return { root: root.name, attributes: root.attributes, firstChild: firstChild?.name };
}

;// CONCATENATED MODULE: ./src/coverage/formats/clover.ts





/** Clover's XML, as PHPUnit, Istanbul and OpenClover write it. */
const clover = {
    name: 'clover',
    detect(head) {
        const xml = readXmlHead(head);
        if (xml?.root !== 'coverage')
            return false;
        // Cobertura has the same root element; PHPUnit leaves out the attribute `clover`.
        return ('clover' in xml.attributes || 'generated' in xml.attributes || xml.firstChild === 'project');
    },
    createParser: (memory) => new CloverParser(memory),
};
/** Our names, and those in `metrics`. Istanbul writes its lines as statements. */
const METRICS = [
    ['lines', 'statements'],
    ['branches', 'conditionals'],
    ['functions', 'methods'],
];
class CloverParser {
    #xml = new XmlReader(this);
    #files;
    #declared = new Map();
    #hasProject = false;
    #isIstanbul = false;
    #isTestCode = false;
    #isPhpUnit = true;
    #file;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#xml.write(text);
    }
    end() {
        this.#xml.end();
        return {
            tool: this.#nameTool(),
            mainMetric: 'lines',
            declaredTotals: this.#declared,
            files: this.#files.resolve(normalisePath),
        };
    }
    openElement(name, attributes, depth) {
        if (depth === 1)
            this.#isPhpUnit = !('clover' in attributes);
        else if (name === 'testproject')
            this.#isTestCode = true;
        else if (this.#isTestCode)
            return;
        else if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'file')
            this.#file = this.#openFile(attributes);
        else if (name === 'metrics' && depth === 3)
            this.#addTotals(attributes);
        else if (name === 'project')
            this.#openProject(attributes);
    }
    closeElement(name) {
        if (name === 'testproject')
            this.#isTestCode = false;
        else if (name === 'file')
            this.#file = undefined;
    }
    #openProject(attributes) {
        if (this.#hasProject)
            throw new ReportError('has the element project twice');
        this.#hasProject = true;
        this.#isIstanbul = attributes['name'] === 'All files';
    }
    #openFile(attributes) {
        // The name alone is a path in PHPUnit's reports; Istanbul has the path beside it.
        return this.#files.open(attributes['path'] ?? requireAttribute(attributes, 'name'));
    }
    #addTotals(attributes) {
        if (this.#declared.size > 0)
            throw new ReportError('has the metrics of the project twice');
        for (const [metric, name] of METRICS) {
            const total = parseCount(attributes[name], name);
            const covered = parseCount(attributes[`covered${name}`], `covered${name}`);
            this.#declared.set(metric, checkCount({ covered, total }, name));
        }
    }
    #addLine(attributes) {
        if (this.#file === undefined)
            return;
        const line = parseLineNumber(attributes['num']);
        const { type, count } = attributes;
        if (type === 'method') {
            this.#file.functions.add(line, attributes['name'] ?? '', isLineHit(count));
            return;
        }
        // OpenClover's conditions have no count of their own; the statement of the line has it.
        if (count !== undefined)
            this.#file.lines.add(line, isLineHit(count));
        if (type === 'cond')
            this.#file.branches.tallies.add(line, this.#parseCondition(attributes));
    }
    /** Istanbul writes how many branches were taken and how many not; OpenClover how often each. */
    #parseCondition({ truecount, falsecount }) {
        const yes = parseHits(truecount, 'truecount');
        const no = parseHits(falsecount, 'falsecount');
        if (this.#isIstanbul)
            return { covered: yes, total: yes + no };
        return { covered: Number(yes > 0) + Number(no > 0), total: 2 };
    }
    #nameTool() {
        if (this.#isIstanbul)
            return 'Istanbul';
        return this.#isPhpUnit ? 'PHPUnit' : 'Clover';
    }
}
function isLineHit(count) {
    return parseHits(count, 'the count of a line') > 0;
}

;// CONCATENATED MODULE: ./src/coverage/formats/cobertura.ts







/** Different texts that are remembered; real reports have a few hundred. */
const MAX_REMEMBERED = 4096;
/**
 * Reads the branches of a line from `condition-coverage`, such as `50% (1/2)`, and coverage.py's
 * `missing-branches`, such as `7,exit`. The percentage is rounded by each tool in its own way; only
 * the pair counts. Few texts fill a report, so results are shared.
 */
class ConditionParser {
    #remembered = new Map();
    /**
     * The branches, or `undefined` when the text has no pair.
     * @throws ReportError when more are taken than there are.
     */
    parse(condition, missing) {
        const key = missing === undefined ? condition : `${condition} ${missing}`;
        const known = this.#remembered.get(key);
        if (known !== undefined)
            return known;
        const tally = parseCondition(condition, missing);
        if (this.#remembered.size < MAX_REMEMBERED)
            this.#remembered.set(copyString(key), tally);
        return tally;
    }
}
function parseCondition(condition, missing) {
    const pair = /\((\d{1,9})\/(\d{1,9})\)/.exec(condition);
    if (pair === null)
        return undefined;
    const count = checkCount({ covered: Number(pair[1]), total: Number(pair[2]) }, 'branches of a line');
    if (missing === undefined)
        return count;
    return { ...count, missing: missing.split(',').map((branch) => copyString(branch.trim())) };
}
/**
 * Cobertura's XML, as coverage.py, Istanbul, coverlet, gcovr, tarpaulin, PHPUnit and Cobertura
 * itself write it. The rates in it are rounded, by each tool in its own way, and are never read.
 */
const cobertura = {
    name: 'cobertura',
    detect(head) {
        const xml = readXmlHead(head);
        if (xml?.root !== 'coverage')
            return false;
        // Clover has the same root element.
        return (!('generated' in xml.attributes || 'clover' in xml.attributes) && xml.firstChild !== 'project');
    },
    createParser: (memory) => new CoberturaParser(memory),
};
const ISTANBUL_VERSION = '0.1';
/** By the version that they always state. */
const TOOLS = new Map([
    [ISTANBUL_VERSION, 'Istanbul'],
    ['0.4', 'PHPUnit'],
]);
/** Files that tools are known to leave out of the body, not of the totals. */
const LOSSES = new Map([
    ['coverage.py', 'coverage.py drops a file when two source roots hold the same relative path'],
    ['gcovr', 'gcovr drops a file when two names differ only in punctuation'],
    ['PHPUnit', 'PHPUnit leaves out code that is in no class or function'],
]);
const ISTANBUL_CURE = 'Istanbul does not escape file names in this format (istanbuljs#857): use its lcov or json-summary reporter';
class CoberturaParser {
    #xml = new XmlReader(this);
    #files;
    #conditions = new ConditionParser();
    #sources = [];
    #root = {};
    #isCoveragePy = false;
    #source;
    #file;
    #isInMethods = false;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#explain(() => {
            this.#xml.write(text);
        });
    }
    end() {
        this.#explain(() => {
            this.#xml.end();
        });
        const declared = parseRootTotals(this.#root);
        const isCombined = this.#isCoveragePy && countOf(declared, 'branches').total > 0;
        const tool = this.#isCoveragePy ? nameCoveragePy(this.#root) : nameTool(this.#root);
        const knownLoss = LOSSES.get(tool.replace(/ .*/, ''));
        return {
            tool,
            mainMetric: isCombined ? 'combined' : 'lines',
            declaredTotals: declared,
            knownLoss,
            files: this.#files.resolve((name) => joinSource(this.#sources, name)),
        };
    }
    openElement(name, attributes, depth) {
        if (name === 'line')
            this.#addLine(attributes);
        else if (depth === 1)
            this.#root = attributes;
        else if (name === 'class')
            this.#openClass(attributes);
        else if (name === 'methods')
            this.#isInMethods = true;
        else if (name === 'source')
            this.#source = '';
    }
    closeElement(name) {
        if (name === 'class')
            this.#file = undefined;
        else if (name === 'methods')
            this.#isInMethods = false;
        else if (name === 'source')
            this.#closeSource();
        else if (name === 'sources')
            this.#xml.ignoreText();
    }
    text(text) {
        if (this.#source !== undefined)
            this.#source += text;
    }
    comment(text) {
        if (text.includes('Generated by coverage.py'))
            this.#isCoveragePy = true;
    }
    #openClass(attributes) {
        this.#file = this.#files.open(requireAttribute(attributes, 'filename'));
    }
    /** Lines of methods are left out: some tools repeat the lines of the class in them. */
    #addLine(attributes) {
        if (this.#file === undefined || this.#isInMethods)
            return;
        const line = parseLineNumber(attributes['number']);
        this.#file.lines.add(line, parseHits(attributes['hits'], 'the hits of a line') > 0);
        const condition = attributes['condition-coverage'];
        if (condition === undefined)
            return;
        const tally = this.#conditions.parse(condition, attributes['missing-branches']);
        if (tally !== undefined)
            this.#file.branches.tallies.add(line, tally);
    }
    #closeSource() {
        const source = this.#source?.trim();
        if (source !== undefined && source !== '')
            this.#sources.push(source);
        this.#source = undefined;
    }
    /** Adds the cure where it is known why a tool writes XML that is not well-formed. */
    #explain(read) {
        try {
            read();
        }
        catch (cause) {
            if (!(cause instanceof ReportError) || this.#root['version'] !== ISTANBUL_VERSION)
                throw cause;
            throw new ReportError(`${cause.message}; ${ISTANBUL_CURE}`, { cause });
        }
    }
}
function nameCoveragePy({ version = '' }) {
    return `coverage.py ${version}`.trim();
}
/** The version is the DTD's, or a constant that tells the tool. */
function nameTool(root) {
    const { version = '' } = root;
    if (version.startsWith('gcovr'))
        return version;
    // Others state coverlet's version too, and a complexity, which coverlet does not.
    if (version === '1.9')
        return 'complexity' in root ? 'Cobertura' : 'coverlet';
    return TOOLS.get(version) ?? 'Cobertura';
}
/** The root's totals. Cobertura's first DTD has none; some tools still write it. */
function parseRootTotals(root) {
    const totals = new Map();
    for (const metric of ['lines', 'branches']) {
        const covered = root[`${metric}-covered`];
        const total = root[`${metric}-valid`];
        if (covered === undefined || total === undefined)
            continue;
        const count = {
            covered: parseCount(covered, `${metric}-covered`),
            total: parseCount(total, `${metric}-valid`),
        };
        totals.set(metric, checkCount(count, metric));
    }
    return totals;
}

;// CONCATENATED MODULE: ./src/coverage/read/json-reader.ts


const STRING_OR_KEY = /"[^"\\]*(?:\\[^][^"\\]*)*"(?<colon>\s*:)?/g;
/** How many keys are written in a text that is valid JSON, in all of its objects together. */
function countWrittenKeys(text) {
    let keys = 0;
    for (const { groups } of text.matchAll(STRING_OR_KEY))
        if (groups?.['colon'] !== undefined)
            keys += 1;
    return keys;
}
/** How many keys a value has, of those that JSON can write, with those of all values in it. */
function countKeys(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const members = Object.values(value);
    let keys = Array.isArray(value) ? 0 : members.length;
    for (const member of members)
        keys += countKeys(member);
    return keys;
}
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /[^\s,:"{}[\]]+(?=[\s,:"{}[\]])/y;
const PLAIN = /[^"{}[\]]*/y;
/**
 * Reads a large JSON object part by part, so that never more than one part is held as text and
 * objects. A key that an object has twice is an error, where `JSON.parse` takes the last.
 */
class JsonReader {
    #handlers;
    #memory;
    #around = [];
    /** The paths of all keys so far that lead to a part or a container. */
    #seen = new Set();
    #expectation = 'value';
    /** How many containers are open. */
    #depth = 0;
    #key = '';
    /** Text that is not read yet, and how far it is. */
    #text = '';
    #index = 0;
    #isInString = false;
    /** The text so far of a part that is an object or array, and how deep inside it we are. */
    #part = [];
    #partLength = 0;
    #partDepth = 0;
    constructor(handlers, memory) {
        this.#handlers = handlers;
        this.#memory = memory;
    }
    /** @throws ReportError when the document is not JSON or beyond a limit. */
    write(text) {
        this.#text = this.#text.slice(this.#index) + text;
        this.#index = 0;
        // A long string is looked at again only when its end may have come.
        if (!this.#isInString || text.includes('"'))
            while (this.#step())
                ;
        this.#isInString = this.#text[this.#index] === '"';
        if (this.#partLength + this.#text.length - this.#index > MAX_TOKEN_CHARACTERS) {
            throw new ReportError(`has a value of more than ${MAX_TOKEN_CHARACTERS} characters`);
        }
    }
    /** @throws ReportError when the document is not complete. */
    end() {
        if (this.#expectation !== 'nothing')
            throw invalid('it ends too early');
    }
    /** Reads one token; `false` when the text does not hold a whole one. */
    #step() {
        if (this.#partDepth > 0)
            return this.#stepThroughPart();
        this.#match(SPACE);
        const character = this.#text[this.#index];
        if (character === undefined)
            return false;
        switch (this.#expectation) {
            case 'value':
                return this.#startValue(character);
            case 'first-key':
                return character === '}' ? this.#closeContainer() : this.#readKey(character);
            case 'key':
                return this.#readKey(character);
            case 'colon':
                return this.#readMark(character, ':', 'value');
            case 'comma':
                return character === '}' ? this.#closeContainer() : this.#readMark(character, ',', 'key');
            case 'nothing':
                throw invalid('something follows its end');
        }
    }
    #startValue(character) {
        if (character === '{' && this.#handlers.isContainer(this.#path())) {
            this.#around.splice(0, Infinity, ...this.#path());
            this.#depth += 1;
            return this.#readMark(character, '{', 'first-key');
        }
        if (this.#depth === 0)
            throw invalid('it is not an object');
        if (character === '{' || character === '[')
            return this.#stepThroughPart();
        const scalar = this.#match(character === '"' ? STRING : SCALAR);
        if (scalar !== '')
            this.#givePart(scalar);
        return scalar !== '' || this.#awaitMore(character);
    }
    /** Goes on to the end of the part, or of the text. */
    #stepThroughPart() {
        const start = this.#index;
        do {
            this.#match(PLAIN);
            const character = this.#text[this.#index];
            if (character === undefined)
                break;
            if (character === '"') {
                if (this.#match(STRING) === '')
                    break;
            }
            else {
                this.#index += 1;
                this.#countDepth(character);
            }
        } while (this.#partDepth > 0);
        const text = this.#text.slice(start, this.#index);
        this.#part.push(text);
        this.#partLength += text.length;
        if (this.#partDepth > 0)
            return false;
        const part = this.#part.join('');
        this.#part = [];
        this.#partLength = 0;
        this.#givePart(part);
        return true;
    }
    /** The keys that lead to the current value; none for the document itself. */
    #path() {
        return this.#depth === 0 ? [] : [...this.#around, this.#key];
    }
    #countDepth(bracket) {
        this.#partDepth += bracket === '{' || bracket === '[' ? 1 : -1;
        if (this.#partDepth + this.#depth > MAX_DEPTH) {
            throw new ReportError(`has values nested more than ${MAX_DEPTH} deep`);
        }
    }
    #givePart(text) {
        const value = parseJson(text);
        if (countWrittenKeys(text) !== countKeys(value)) {
            throw invalid(`an object in ${JSON.stringify(this.#path()).slice(0, 80)} has a key twice`);
        }
        this.#handlers.takePart(this.#key, value, this.#around);
        this.#expectation = 'comma';
    }
    #readKey(character) {
        if (character !== '"')
            throw invalid(`a key is expected, not ${character}`);
        const text = this.#match(STRING);
        if (text === '')
            return false;
        this.#key = String(parseJson(text));
        const path = JSON.stringify(this.#path());
        if (this.#seen.has(path))
            throw invalid(`it has ${path.slice(0, 80)} twice`);
        this.#memory.charge(COST.name + path.length);
        this.#seen.add(path);
        this.#expectation = 'colon';
        return true;
    }
    #readMark(character, mark, next) {
        if (character !== mark)
            throw invalid(`${mark} is expected, not ${character}`);
        this.#index += 1;
        this.#expectation = next;
        return true;
    }
    #closeContainer() {
        this.#index += 1;
        this.#depth -= 1;
        this.#around.pop();
        this.#expectation = this.#depth === 0 ? 'nothing' : 'comma';
        return true;
    }
    /** The rest can be a token that goes on; a mark cannot be the start of one. */
    #awaitMore(character) {
        if (/[,:\]}]/.test(character))
            throw invalid(`a value is expected, not ${character}`);
        return false;
    }
    /** What `pattern` matches here, after which it goes on; empty when it does not match. */
    #match(pattern) {
        pattern.lastIndex = this.#index;
        if (!pattern.test(this.#text))
            return '';
        const start = this.#index;
        this.#index = pattern.lastIndex;
        return this.#text.slice(start, this.#index);
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new ReportError(`is not valid JSON: ${JSON.stringify(text.slice(0, 40))}`, { cause });
    }
}
function invalid(reason) {
    return new ReportError(`is not valid JSON: ${reason}`);
}

;// CONCATENATED MODULE: ./src/coverage/read/json.ts



/** @throws ReportError when the value is not an object. */
function asObject(value, what) {
    if ((0,json/* isJsonObject */.O)(value))
        return value;
    throw new ReportError(`has no ${what}, where an object is needed`);
}
/** @throws ReportError when the value is not an array. */
function asArray(value, what) {
    if (Array.isArray(value))
        return value;
    throw new ReportError(`has no ${what}, where a list is needed`);
}
function jsonFormat(format) {
    return {
        name: format.name,
        detect: (head) => format.detect(readJsonKeys(head)),
        createParser: (memory) => createParser(format.createReport(memory), memory),
    };
}
function createParser(report, memory) {
    const reader = new JsonReader(report, memory);
    return {
        write(text) {
            reader.write(text);
        },
        end() {
            reader.end();
            return report.finish();
        },
    };
}
/** A bracket, a string, or a key with its colon. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g;
/** Keys deeper than this tell no format. */
const KEY_DEPTH = 3;
/**
 * The keys in a text that may be the start of a JSON object, down to three levels, each with the
 * keys around it. Of a text that is something else, it may be anything.
 */
function readJsonKeys(head) {
    const keys = [];
    if (!/^\s*\{/.test(head))
        return keys;
    const path = [];
    let depth = 0;
    for (const [token] of head.matchAll(TOKEN)) {
        if (token === '{' || token === '[')
            depth += 1;
        else if (token === '}' || token === ']')
            depth -= 1;
        else if (token.endsWith(':') && depth <= KEY_DEPTH) {
            path.splice(depth - 1, Infinity, token.slice(1, token.lastIndexOf('"')));
            keys.push([...path]);
        }
    }
    return keys;
}

;// CONCATENATED MODULE: ./src/coverage/formats/coverage-py-json.ts






/** coverage.py's own JSON report (`coverage json`), in every version of its layout. */
const coveragePyJson = jsonFormat({
    name: 'coverage-py-json',
    detect: (keys) => keys.some(([first, second]) => first === 'meta' && second === 'branch_coverage'),
    createReport: (memory) => new CoveragePyReport(memory),
});
class CoveragePyReport {
    #files;
    #version = '';
    #totals;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    isContainer(path) {
        return path.length === 0 || (path.length === 1 && path[0] === 'files');
    }
    takePart(key, value, around) {
        if (around.length > 0)
            this.#addFile(key, asObject(value, key));
        else if (key === 'totals')
            this.#totals = parseTotals(asObject(value, key));
        else if (key === 'meta')
            this.#version = String(asObject(value, key)['version']);
    }
    finish() {
        if (this.#totals === undefined)
            throw new ReportError('has no totals');
        return {
            tool: `coverage.py ${this.#version}`,
            mainMetric: countOf(this.#totals, 'branches').total > 0 ? 'combined' : 'lines',
            declaredTotals: this.#totals,
            files: this.#files.resolve(normalisePath),
        };
    }
    #addFile(path, report) {
        const file = this.#files.open(path);
        for (const covered of [true, false]) {
            const [lines, branches] = covered
                ? ['executed_lines', 'executed_branches']
                : ['missing_lines', 'missing_branches'];
            for (const line of asArray(report[lines], lines)) {
                // coverage.py 6.5 lists a line 0 of an empty file, which it does not count.
                if (line !== 0)
                    file.lines.add(checkLineNumber(line), covered);
            }
            // Absent when branches were not measured.
            for (const arc of asArray(report[branches] ?? [], branches)) {
                const [from, to] = asArray(arc, 'branch');
                file.branches.named.add(checkLineNumber(from), String(to), covered);
            }
        }
    }
}
function parseTotals(totals) {
    const counts = new Map();
    const lines = { covered: totals['covered_lines'], total: totals['num_statements'] };
    counts.set('lines', parseTotal(lines, 'lines'));
    // Absent when branches were not measured.
    const branches = { covered: totals['covered_branches'], total: totals['num_branches'] };
    if (branches.total !== undefined)
        counts.set('branches', parseTotal(branches, 'branches'));
    return counts;
}
function parseTotal(count, what) {
    const covered = checkWhole(count.covered, `covered ${what}`);
    return checkCount({ covered, total: checkWhole(count.total, `number of ${what}`) }, what);
}

;// CONCATENATED MODULE: ./src/coverage/formats/go.ts






/**
 * Go's coverprofile: `file:line.column,line.column statements count`. The same block stands there
 * once for each package that was tested (`-coverpkg`); it counts once.
 */
const go = {
    name: 'go',
    detect: (head) => /^\s*mode: (?:set|count|atomic)\s/.test(`${head}\n`),
    createParser: (memory) => new GoParser(memory),
};
class GoParser {
    #files;
    #splitter = new LineSplitter((text, start, end) => {
        this.#addLine(text.slice(start, end));
    });
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#splitter.write(text);
    }
    end() {
        this.#splitter.end();
        return {
            tool: 'Go',
            mainMetric: 'statements',
            declaredTotals: new Map(),
            files: this.#files.resolve(normalisePath),
        };
    }
    #addLine(text) {
        // Profiles that were put together have the first line of each.
        if (text.startsWith('mode:'))
            return;
        // Read from the right, since the path may hold colons and spaces.
        const [block, count] = cutLast(text.trimEnd(), ' ');
        const [place, statements] = cutLast(block, ' ');
        const [path, range] = cutLast(place, ':');
        const [start, end] = cutFirst(range, ',');
        const [line, column] = cutFirst(start, '.');
        const [endLine] = cutFirst(end, '.');
        const first = parseLineNumber(line);
        const last = parseLineNumber(endLine);
        const isCovered = parseHits(count, 'the count of a block') > 0;
        const weight = checkWeight(parseCount(statements, 'the statements of a block'));
        const file = this.#files.open(path);
        file.statements.add(first, `${column},${end}`, isCovered, weight);
        file.addRange(first, last, isCovered);
    }
}
function checkWeight(statements) {
    if (statements <= MAX_WEIGHT)
        return statements;
    throw new ReportError(`has a block of ${statements} statements, where ${MAX_WEIGHT} is the limit`);
}

;// CONCATENATED MODULE: ./src/coverage/formats/istanbul-final.ts






/** Istanbul's `coverage-final.json` (reporter `json`), also of Jest, Vitest, nyc and c8. */
const istanbulFinal = jsonFormat({
    name: 'istanbul-final',
    // Some versions put all of a file below `data`.
    detect: (keys) => keys.some(([, second, third]) => isMarker(second) || (second === 'data' && isMarker(third))),
    createReport: (memory) => new IstanbulFinal(memory),
});
function isMarker(key) {
    return key === 'statementMap' || key === 'fnMap';
}
class IstanbulFinal {
    #files;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    isContainer(path) {
        return path.length === 0;
    }
    takePart(name, value) {
        const outer = asObject(value, name);
        const report = (0,json/* isJsonObject */.O)(outer['data']) ? outer['data'] : outer;
        const file = this.#files.open(name);
        addStatements(file, report);
        addFunctions(file, report);
        addBranches(file, report);
    }
    finish() {
        return {
            tool: 'Istanbul',
            mainMetric: 'lines',
            declaredTotals: new Map(),
            files: this.#files.resolve(normalisePath),
        };
    }
}
/** How often each thing of a map was hit. @throws ReportError when it is not there for all. */
function readHits(value, what, places) {
    const hits = asObject(value, what);
    const unknown = Object.keys(places).find((id) => !Object.hasOwn(hits, id));
    if (unknown === undefined)
        return Object.entries(hits);
    throw new ReportError(`has no hits in ${what} of what it lists as ${unknown.slice(0, 40)}`);
}
/** A line is that on which a statement starts, as Istanbul has it. */
function addStatements(file, report) {
    const places = asObject(report['statementMap'], 'statementMap');
    // Code that was made by a tool can have several statements in one place.
    const met = new Map();
    for (const [id, hits] of readHits(report['s'], 's', places)) {
        const { line, name } = parsePlace(places[id]);
        const isHit = checkWhole(hits, 'the hits of a statement') > 0;
        const place = `${line}.${name}`;
        const before = met.get(place) ?? 0;
        met.set(place, before + 1);
        file.lines.add(line, isHit);
        file.statements.add(line, before === 0 ? name : `${name} ${before}`, isHit);
    }
}
function addFunctions(file, report) {
    const functions = asObject(report['fnMap'], 'fnMap');
    for (const [id, hits] of readHits(report['f'], 'f', functions)) {
        const { line, name } = parsePlace(asObject(functions[id], 'function')['loc']);
        file.functions.add(line, name, checkWhole(hits, 'the hits of a function') > 0);
    }
}
/** Each branch has several ways out, told by their order: some have no place of their own. */
function addBranches(file, report) {
    const branches = asObject(report['branchMap'], 'branchMap');
    for (const [id, ways] of readHits(report['b'], 'b', branches)) {
        const { loc, type } = asObject(branches[id], 'branch');
        const { line, name } = parsePlace(loc);
        for (const [index, hits] of asArray(ways, 'ways of a branch').entries()) {
            const isHit = checkWhole(hits, 'the hits of a branch') > 0;
            file.branches.named.add(line, `${name} ${String(type)} ${index}`, isHit);
        }
    }
}
/** Where something stands. The name is unique among things of its kind on that line. */
function parsePlace(value) {
    const { start, end } = asObject(value, 'place in a map');
    const from = asObject(start, 'start');
    const to = asObject(end, 'end');
    const name = `${String(from['column'])}-${String(to['line'])}.${String(to['column'])}`;
    return { line: checkLineNumber(from['line']), name };
}

;// CONCATENATED MODULE: ./src/coverage/formats/istanbul-summary.ts





/** Istanbul's `coverage-summary.json` (reporter `json-summary`), also of Jest, Vitest and c8. */
const istanbulSummary = jsonFormat({
    name: 'istanbul-summary',
    detect: ([first, second]) => first?.[0] === 'total' && second?.[0] === 'total' && istanbul_summary_METRICS.some((name) => name === second[1]),
    createReport: (memory) => new IstanbulSummary(memory),
});
const istanbul_summary_METRICS = ['lines', 'statements', 'functions', 'branches'];
/** It has counts, in all and of each file, but no lines. */
class IstanbulSummary {
    #files;
    #total;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    isContainer(path) {
        return path.length === 0;
    }
    takePart(name, value) {
        const counts = parseCounts(asObject(value, name));
        if (name === 'total')
            this.#total = counts;
        else
            this.#files.open(name).fileTotals = counts;
    }
    finish() {
        if (this.#total === undefined)
            throw new ReportError('has no total');
        return {
            tool: 'Istanbul',
            mainMetric: 'lines',
            declaredTotals: this.#total,
            files: this.#files.resolve(normalisePath),
        };
    }
}
/** The percentages beside the counts are rounded, or `Unknown`, and are not read. */
function parseCounts(counts) {
    const totals = new Map();
    for (const metric of istanbul_summary_METRICS) {
        const { covered, total } = asObject(counts[metric], metric);
        const count = { covered: checkWhole(covered, metric), total: checkWhole(total, metric) };
        totals.set(metric, checkCount(count, metric));
    }
    return totals;
}

;// CONCATENATED MODULE: ./src/coverage/formats/jacoco.ts





/** JaCoCo's XML report, of one module or of groups of modules. */
const jacoco = {
    name: 'jacoco',
    detect: (head) => readXmlHead(head)?.root === 'report',
    createParser: (memory) => new JacocoParser(memory),
};
const jacoco_METRICS = new Map([
    ['INSTRUCTION', 'instructions'],
    ['BRANCH', 'branches'],
    ['LINE', 'lines'],
    ['METHOD', 'functions'],
]);
class JacocoParser {
    #xml = new XmlReader(this);
    #files;
    #declared = new Map();
    /** Names of the groups around the current element. */
    #groups = [];
    /** The directory of the files, from a source root that the report does not tell. */
    #package = '';
    #file;
    #class = {};
    #method;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#xml.write(text);
    }
    end() {
        this.#xml.end();
        return {
            tool: 'JaCoCo',
            mainMetric: 'instructions',
            declaredTotals: this.#declared,
            files: this.#files.resolve(normalisePath),
        };
    }
    openElement(name, attributes, depth) {
        if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'counter')
            this.#addCounter(attributes, depth);
        else if (name === 'method')
            this.#method = attributes;
        else if (name === 'class')
            this.#class = attributes;
        else if (name === 'sourcefile')
            this.#file = this.#openFile(requireAttribute(attributes, 'name'));
        else if (name === 'package')
            this.#package = requireAttribute(attributes, 'name');
        else if (name === 'group')
            this.#groups.push(requireAttribute(attributes, 'name'));
    }
    closeElement(name) {
        if (name === 'method')
            this.#method = undefined;
        else if (name === 'sourcefile')
            this.#file = undefined;
        else if (name === 'group')
            this.#groups.pop();
    }
    #openFile(name) {
        // Modules can have files of the same name, which the groups tell apart.
        const sourceName = normalisePath(`${this.#package}/${name}`);
        const file = this.#files.open([...this.#groups, sourceName].join('/'));
        file.sourceName = sourceName;
        return file;
    }
    #addLine(attributes) {
        if (this.#file === undefined)
            return;
        const line = parseLineNumber(attributes['nr']);
        const instructions = parseTally(attributes['ci'], attributes['mi']);
        const branches = parseTally(attributes['cb'], attributes['mb']);
        this.#file.lines.add(line, instructions.covered > 0);
        this.#file.instructions.add(line, instructions);
        if (branches.total > 0)
            this.#file.branches.tallies.add(line, branches);
    }
    /**
     * The same instructions are counted at every level, from method to report. Only the report's own
     * counters are totals; those of a method tell whether it ran.
     */
    #addCounter(attributes, depth) {
        const metric = jacoco_METRICS.get(attributes['type']);
        if (metric === undefined)
            return;
        const count = parseTally(attributes['covered'], attributes['missed']);
        if (depth === 2)
            this.#declare(metric, count);
        if (metric === 'functions' && this.#method !== undefined)
            this.#addMethod(this.#method, count);
    }
    #declare(metric, count) {
        if (this.#declared.has(metric))
            throw new ReportError(`has its total of ${metric} twice`);
        this.#declared.set(metric, count);
    }
    #addMethod(method, count) {
        const source = this.#class['sourcefilename'];
        if (source === undefined)
            return;
        const name = ['name', 'desc'].map((part) => requireAttribute(method, part)).join('');
        const qualified = `${requireAttribute(this.#class, 'name')}.${name}`;
        this.#openFile(source).functions.add(0, qualified, count.covered > 0);
    }
}
function parseTally(covered, missed) {
    const count = parseCount(covered, 'a covered counter');
    return { covered: count, total: count + parseCount(missed, 'a missed counter') };
}

;// CONCATENATED MODULE: ./src/coverage/formats/lcov.ts






/** Entries that count what a record found, and those that count what was hit of it. */
const FOUND_AND_HIT = [
    ['LF', 'LH', 'lines'],
    ['BRF', 'BRH', 'branches'],
    ['FNF', 'FNH', 'functions'],
];
/** One record, from `SF` to `end_of_record`. A file can have several; they are united. */
class LcovRecord {
    #file;
    #memory;
    #stated = new Map();
    #functionLines = new Map();
    constructor(file, memory) {
        this.#file = file;
        this.#memory = memory;
    }
    /**
     * Takes an entry, and says whether more of the record can follow.
     * @throws ReportError when the entry is malformed.
     */
    add(text, start, end) {
        if (text.startsWith('DA:', start))
            this.#addLine(text, start + 3, end);
        else if (text.startsWith('BRDA:', start))
            this.#addBranch(text, start + 5, end);
        else
            return this.#addOther(text.slice(start, end));
        return true;
    }
    /** `DA:<line>,<hits>[,<checksum>]` */
    #addLine(text, start, end) {
        const comma = text.indexOf(',', start);
        const line = readDigits(text, start, comma);
        const hits = readDigits(text, comma + 1, end);
        // The rare spellings, and the errors.
        if (line === -1 || hits === -1)
            this.#addUnusualLine(text.slice(start, end));
        else
            this.#file.lines.add(line, hits > 0);
    }
    #addUnusualLine(entry) {
        const [line, rest] = cutFirst(entry, ',');
        const [hits] = cutFirst(rest, ',');
        this.#file.lines.add(parseLineNumber(line), parseHits(hits, 'the hits of a line') > 0);
    }
    /**
     * `BRDA:<line>,<block>,<branch>,<taken>`. The branch can be a text with commas, and `-` says that
     * the line itself never ran.
     */
    #addBranch(text, start, end) {
        const comma = text.indexOf(',', start);
        const last = text.lastIndexOf(',', end - 1);
        const line = readDigits(text, start, comma);
        const isNever = last === end - 2 && text.endsWith('-', end);
        const taken = isNever ? 0 : readDigits(text, last + 1, end);
        if (line === -1 || line > MAX_LINES || taken === -1)
            this.#addUnusualBranch(text.slice(start, end));
        else
            this.#file.branches.named.add(line, text.slice(comma + 1, last), taken > 0);
    }
    #addUnusualBranch(entry) {
        const [line, rest] = cutFirst(entry, ',');
        const [name, taken] = cutLast(rest, ',');
        const hits = parseHits(taken, 'how often a branch was taken');
        this.#file.branches.named.add(parseLineNumber(line), name, hits > 0);
    }
    #addOther(entry) {
        if (entry.trimEnd() === 'end_of_record')
            return this.#close();
        if (!/^(?:#|\s*$)/.test(entry))
            this.#addRare(entry);
        return true;
    }
    #addRare(entry) {
        const [keyword, value] = cutFirst(entry, ':');
        const [first, rest] = cutFirst(value, ',');
        if (keyword === 'FN')
            this.#file.functions.add(0, cutFunctionEnd(rest), false);
        else if (keyword === 'FNDA')
            this.#file.functions.add(0, rest, isFunctionHit(first));
        else if (keyword === 'FNL')
            this.#addFunctionLine(first, rest);
        else if (keyword === 'FNA')
            this.#addFunctionAlias(first, rest);
        else if (/^(?:LF|LH|BRF|BRH|FNF|FNH)$/.test(keyword)) {
            this.#stated.set(keyword, parseCount(value.trim(), keyword));
        }
        else if (!entry.includes(':')) {
            throw new ReportError(`has ${JSON.stringify(entry.slice(0, 40))} inside of a record`);
        }
    }
    /** `FNL:<index>,<line>[,<end>]`: lcov 2 numbers functions, since one can have several names. */
    #addFunctionLine(index, rest) {
        const [line] = cutFirst(rest, ',');
        this.#memory.charge(COST.name);
        this.#functionLines.set(copyString(index), copyString(line));
        this.#file.functions.add(parseLineNumber(line), '', false);
    }
    /** `FNA:<index>,<hits>,<name>` */
    #addFunctionAlias(index, rest) {
        const [hits] = cutFirst(rest, ',');
        const line = parseLineNumber(this.#functionLines.get(index));
        this.#file.functions.add(line, '', isFunctionHit(hits));
    }
    #close() {
        for (const [found, hit, what] of FOUND_AND_HIT) {
            const total = this.#stated.get(found);
            const covered = this.#stated.get(hit);
            if (total !== undefined && covered !== undefined)
                checkCount({ covered, total }, what);
        }
        return false;
    }
}
function isFunctionHit(hits) {
    return parseHits(hits, 'the hits of a function') > 0;
}
/** `FN:<line>,[<end>,]<name>`: newer writers add the last line. */
function cutFunctionEnd(rest) {
    return rest.replace(/^\d+,(?=.)/, '');
}
/**
 * LCOV's tracefile, as lcov, geninfo, Istanbul, coverage.py, cargo-llvm-cov and others write it.
 * Counted from its entries; the totals `LF` and `LH` are absent in some reports and wrong in others.
 */
const lcov = {
    name: 'lcov',
    detect: (head) => /^\s*(?:#[^\n]*\n\s*)*(?:TN|SF):/.test(head),
    createParser: (memory) => new LcovParser(memory),
};
class LcovParser {
    #memory;
    #files;
    #splitter = new LineSplitter((text, start, end) => {
        this.#addLine(text, start, end);
    });
    #record;
    constructor(memory) {
        this.#memory = memory;
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#splitter.write(text);
    }
    end() {
        this.#splitter.end();
        if (this.#record !== undefined)
            throw new ReportError('ends inside a record (end_of_record is missing)');
        return {
            tool: 'LCOV',
            mainMetric: 'lines',
            declaredTotals: new Map(),
            files: this.#files.resolve(normalisePath),
        };
    }
    #addLine(text, start, end) {
        if (this.#record === undefined)
            this.#addOutside(text.slice(start, end));
        else if (!this.#record.add(text, start, end))
            this.#record = undefined;
    }
    #addOutside(line) {
        if (line.startsWith('SF:')) {
            this.#record = new LcovRecord(this.#files.open(line.slice(3)), this.#memory);
        }
        else if (!/^(?:TN:|VER:|#|\s*$)/.test(line)) {
            throw new ReportError(`has ${JSON.stringify(line.slice(0, 40))} outside of a record`);
        }
    }
}

;// CONCATENATED MODULE: ./src/coverage/formats/opencover.ts





/** OpenCover's XML, as OpenCover, coverlet and AltCover write it. */
const opencover = {
    name: 'opencover',
    detect: (head) => readXmlHead(head)?.root === 'CoverageSession',
    createParser: (memory) => new OpenCoverParser(memory),
};
/** Where the compiler put code that has no line of source. */
const HIDDEN_LINE = 0xfeefee;
class OpenCoverParser {
    #xml = new XmlReader(this);
    #memory;
    #files;
    /** Paths by the number that points refer to. */
    #paths = new Map();
    #method = new MethodState();
    #summary = {};
    /** The depth of an element that OpenCover skipped, with all that is in it. */
    #skippedDepth = Infinity;
    constructor(memory) {
        this.#memory = memory;
        this.#files = new FileSet(memory);
    }
    write(text) {
        this.#xml.write(text);
    }
    end() {
        this.#xml.end();
        return {
            tool: 'OpenCover',
            mainMetric: 'lines',
            declaredTotals: parseSummaryTotals(this.#summary),
            files: this.#files.resolve(normalisePath),
        };
    }
    openElement(name, attributes, depth) {
        if (depth > this.#skippedDepth)
            return;
        if ('skippedDueTo' in attributes)
            this.#skippedDepth = depth;
        else if (name === 'SequencePoint')
            this.#addSequencePoint(attributes);
        else if (name === 'BranchPoint')
            this.#addBranchPoint(attributes);
        else if (name === 'Method')
            this.#method.open(attributes);
        else if (name === 'FileRef')
            this.#addMethod(requireAttribute(attributes, 'uid'));
        else if (name === 'File')
            this.#addFile(attributes);
        else if (name === 'Summary' && depth === 2)
            this.#summary = attributes;
    }
    closeElement(name, depth) {
        if (depth === this.#skippedDepth)
            this.#skippedDepth = Infinity;
        this.#method.closeElement(name);
    }
    text(text) {
        this.#method.text = text;
    }
    #addFile(attributes) {
        this.#memory.charge(COST.name);
        const path = copyString(requireAttribute(attributes, 'fullPath'));
        this.#paths.set(copyString(requireAttribute(attributes, 'uid')), path);
    }
    #addMethod(fileId) {
        this.#method.fileId = fileId;
        this.#openFile(fileId).functions.add(0, this.#method.name, this.#method.isVisited);
    }
    /** A statement, with the lines that it stands on. */
    #addSequencePoint(attributes) {
        const first = parseLineNumber(attributes['sl']);
        if (first === HIDDEN_LINE)
            return;
        const last = parseLineNumber(attributes['el'] ?? attributes['sl']);
        const isVisited = parseHits(attributes['vc'], 'the visits of a point') > 0;
        const file = this.#openFile(attributes['fileid'] ?? this.#method.fileId);
        const position = ['sc', 'el', 'ec'].map((part) => attributes[part]).join();
        file.statements.add(first, position, isVisited);
        file.addRange(first, last, isVisited);
    }
    #addBranchPoint(attributes) {
        const isVisited = parseHits(attributes['vc'], 'the visits of a point') > 0;
        const file = this.#openFile(attributes['fileid'] ?? this.#method.fileId);
        // Offsets are those of the method's code.
        const place = ['offset', 'ordinal', 'path'].map((part) => attributes[part]).join();
        const line = parseLineNumber(attributes['sl'] ?? '0');
        file.branches.named.add(line, `${this.#method.name} ${place}`, isVisited);
    }
    /** Code without a file of source is counted all the same. */
    #openFile(id) {
        return this.#files.open(this.#paths.get(id) ?? '(no source)');
    }
}
/** The method around the current element. */
class MethodState {
    name = '';
    isVisited = false;
    fileId = '';
    text = '';
    open(attributes) {
        this.name = '';
        this.isVisited = attributes['visited'] === 'true';
        this.fileId = '';
    }
    /** The name comes before the file that the method is in. */
    closeElement(element) {
        if (element === 'Name')
            this.name = this.text;
    }
}
/** `numBranchPoints` counts every method as one more branch, so it is not taken. */
function parseSummaryTotals(summary) {
    const { numSequencePoints, visitedSequencePoints } = summary;
    if (numSequencePoints === undefined || numSequencePoints === '0')
        return new Map();
    const count = {
        covered: parseCount(visitedSequencePoints, 'visitedSequencePoints'),
        total: parseCount(numSequencePoints, 'numSequencePoints'),
    };
    return new Map([['statements', checkCount(count, 'sequence points')]]);
}

;// CONCATENATED MODULE: ./src/coverage/formats/simplecov.ts




/** Lines of a file in order; `null` is not code, `"ignored"` is left out by a comment. */
function addLines(file, lines) {
    for (const [index, hits] of asArray(lines, 'lines').entries()) {
        if (hits === null || hits === 'ignored')
            continue;
        file.lines.add(index + 1, checkWhole(hits, 'the hits of a line') > 0);
    }
}
/** Branches as objects with a type and lines. Those of one line are told apart by their order. */
function addBranchList(file, branches) {
    for (const [index, branch] of asArray(branches, 'branches').entries()) {
        const { type, start_line: line, coverage } = asObject(branch, 'branch');
        if (coverage === 'ignored')
            continue;
        const isTaken = checkWhole(coverage, 'how often a branch was taken') > 0;
        file.branches.named.add(checkLineNumber(line), `${String(type)} ${index}`, isTaken);
    }
}
/** Ruby's own keys: `[:if, 0, 3, 4, 9, 7]` is a condition with its number and its place. */
const PLACE = /^\[:?"?\w+"?, \d+, (?<line>\d+),/;
/** Conditions, each with its ways and how often they were taken. */
function addBranchTable(file, branches) {
    for (const [condition, ways] of Object.entries(asObject(branches, 'branches'))) {
        const line = parseLineNumber(PLACE.exec(condition)?.groups?.['line']);
        for (const [way, hits] of Object.entries(asObject(ways, 'branches of a condition'))) {
            const isTaken = checkWhole(hits, 'how often a branch was taken') > 0;
            file.branches.named.add(line, `${condition} ${way}`, isTaken);
        }
    }
}
/** SimpleCov's `coverage.json`, of its JSON formatter. */
const simplecovJson = jsonFormat({
    name: 'simplecov-json',
    detect: (keys) => keys.some(([first, second]) => first === 'meta' && second === 'simplecov_version'),
    createReport: (memory) => new SimpleCovReport(memory),
});
class SimpleCovReport {
    #files;
    #declared = new Map();
    #version = '';
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    isContainer([section, ...inside]) {
        return section === undefined || (section === 'coverage' && inside.length === 0);
    }
    takePart(key, value, around) {
        if (around.length > 0)
            this.#addFile(key, asObject(value, key));
        else if (key === 'total')
            this.#addTotals(asObject(value, key));
        else if (key === 'meta')
            this.#version = String(asObject(value, key)['simplecov_version']);
    }
    finish() {
        return {
            tool: `SimpleCov ${this.#version}`,
            mainMetric: 'lines',
            declaredTotals: this.#declared,
            files: this.#files.resolve(normalisePath),
        };
    }
    #addFile(path, report) {
        const file = this.#files.open(path);
        addLines(file, report['lines'] ?? []);
        addBranchList(file, report['branches'] ?? []);
    }
    /** Since schema 1.1; older reports state no totals. */
    #addTotals(totals) {
        for (const metric of ['lines', 'branches']) {
            if (totals[metric] === undefined)
                continue;
            const { covered, total } = asObject(totals[metric], metric);
            const count = { covered: checkWhole(covered, metric), total: checkWhole(total, metric) };
            this.#declared.set(metric, checkCount(count, metric));
        }
    }
}
/** SimpleCov's `.resultset.json`: what each command covered, which is united. */
const simplecovResultset = jsonFormat({
    name: 'simplecov-resultset',
    detect: ([first, second]) => first?.length === 1 && second?.[1] === 'coverage',
    createReport: (memory) => new SimpleCovResultset(memory),
});
class SimpleCovResultset {
    #files;
    constructor(memory) {
        this.#files = new FileSet(memory);
    }
    isContainer([command, section, ...inside]) {
        if (command === undefined || section === undefined)
            return true;
        return section === 'coverage' && inside.length === 0;
    }
    takePart(path, value, around) {
        // Beside `coverage` there is the time of the run.
        if (around.length < 2)
            return;
        const file = this.#files.open(path);
        // Lines are null when only branches were measured. Before version 0.18 a file was the list of its lines.
        const report = Array.isArray(value) ? { lines: value } : asObject(value, path);
        addLines(file, report['lines'] ?? []);
        addBranchTable(file, report['branches'] ?? {});
    }
    finish() {
        return {
            tool: 'SimpleCov',
            mainMetric: 'lines',
            declaredTotals: new Map(),
            files: this.#files.resolve(normalisePath),
        };
    }
}

// EXTERNAL MODULE: ./src/coverage/model/report.ts
var report = __webpack_require__(7760);
;// CONCATENATED MODULE: ./src/coverage/read/decode.ts

/**
 * Decodes the bytes of a text file piece by piece: UTF-8, or UTF-16 when a byte order mark says so,
 * as PowerShell's `>` writes it. The mark itself is left out.
 */
class TextFileDecoder {
    #start = new Uint8Array(0);
    #decoder = new Utf8Decoder();
    /** @throws ReportError when the bytes are not text in that encoding. */
    decode(bytes) {
        if (this.#start === undefined)
            return this.#decoder.decode(bytes);
        const start = Buffer.concat([this.#start, bytes]);
        // The longest mark has three bytes.
        if (start.length < 3) {
            this.#start = start;
            return '';
        }
        return this.#begin(start);
    }
    /** The rest. @throws ReportError when the bytes end inside a character. */
    end() {
        const begun = this.#start === undefined ? '' : this.#begin(this.#start);
        return begun + this.#decoder.end();
    }
    #begin(start) {
        this.#start = undefined;
        const [first, second, third] = start;
        if (first === 0xff && second === 0xfe)
            this.#decoder = new Utf16Decoder('utf-16le');
        if (first === 0xfe && second === 0xff)
            this.#decoder = new Utf16Decoder('utf-16be');
        const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
        return this.#decoder.decode(isMarked ? start.subarray(3) : start);
    }
}
/** UTF-8: a byte from here up to the next starts no character, or one of so many bytes. */
const FOLLOWER = 0x80;
const LEAD_OF_TWO = 0xc0;
const LEAD_OF_THREE = 0xe0;
const LEAD_OF_FOUR = 0xf0;
class Utf16Decoder {
    #decoder;
    constructor(encoding) {
        this.#decoder = new TextDecoder(encoding, { fatal: true });
    }
    decode(bytes) {
        return refuseInvalid('UTF-16', () => this.#decoder.decode(bytes, { stream: true }));
    }
    end() {
        return refuseInvalid('UTF-16', () => this.#decoder.decode());
    }
}
/**
 * Gives whole characters to a decoder that does not stream: Node decodes that way several times
 * faster, and to strings of half the size where all is ASCII.
 */
class Utf8Decoder {
    #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    #rest = new Uint8Array(0);
    decode(bytes) {
        const known = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
        const length = findIncomplete(known);
        this.#rest = known.slice(length);
        return refuseInvalid('UTF-8', () => this.#decoder.decode(known.subarray(0, length)));
    }
    end() {
        return refuseInvalid('UTF-8', () => this.#decoder.decode(this.#rest));
    }
}
/** Where a character starts that goes on behind the bytes; their length when there is none. */
function findIncomplete(bytes) {
    const tail = [...bytes.subarray(-3)].reverse();
    const back = tail.findIndex((byte) => byte < FOLLOWER || byte >= LEAD_OF_TWO) + 1;
    const missing = tail.slice(back - 1, back).some((lead) => back < lengthOf(lead));
    return missing ? bytes.length - back : bytes.length;
}
/** Bytes of the character that starts with this one. */
function lengthOf(first) {
    if (first >= LEAD_OF_FOUR)
        return 4;
    if (first >= LEAD_OF_THREE)
        return 3;
    return first >= LEAD_OF_TWO ? 2 : 1;
}
function refuseInvalid(encoding, decode) {
    try {
        return decode();
    }
    catch (cause) {
        throw new ReportError(`is not valid ${encoding} text`, { cause });
    }
}

;// CONCATENATED MODULE: ./src/coverage/formats/read-report.ts














/** Every format, in the order in which they are tried. */
const FORMATS = [
    cobertura,
    jacoco,
    clover,
    opencover,
    lcov,
    go,
    coveragePyJson,
    istanbulSummary,
    istanbulFinal,
    simplecovJson,
    simplecovResultset,
];
/** Characters of a report that are enough to tell its format. */
const HEAD_CHARACTERS = 64 * 1024;
function detectFormat(head) {
    return FORMATS.find((format) => format.detect(head));
}
/**
 * Reads a report piece by piece.
 * @param chunks The bytes of the file, in order.
 * @throws ReportError when it is no report, or not one that can be trusted.
 */
async function readReport(chunks, { memory, format, maxBytes = MAX_REPORT_BYTES }) {
    const decoder = new TextFileDecoder();
    const parser = new DetectingParser(memory, format);
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new ReportError(`is larger than ${maxBytes} bytes`);
        parser.write(decoder.decode(chunk));
    }
    parser.write(decoder.end());
    return parser.end();
}
/** Collects the head of a text, and goes on with the parser of the format that it shows. */
class DetectingParser {
    #memory;
    #format;
    #head = '';
    #parser;
    #carries = [];
    constructor(memory, format) {
        this.#memory = memory;
        this.#format = format;
    }
    write(text) {
        if (this.#parser !== undefined) {
            this.#parser.write(text);
            return;
        }
        this.#head += text;
        if (this.#head.length >= HEAD_CHARACTERS)
            this.#start();
    }
    end() {
        const report = (this.#parser ?? this.#start()).end();
        return { ...report, formatMetrics: this.#carries };
    }
    #start() {
        if (this.#head.trim() === '')
            throw new ReportError('is empty');
        const format = detectFormat(this.#head);
        if (format === undefined) {
            const known = FORMATS.map(({ name }) => name).join(', ');
            throw new ReportError(`is not a coverage report of a known format (${known})`);
        }
        if (this.#format !== 'auto' && this.#format !== format.name) {
            throw new ReportError(`is ${format.name}, while coverage-format is ${this.#format}`);
        }
        this.#carries = report/* FORMAT_METRICS */.O[format.name];
        this.#parser = format.createParser(this.#memory);
        this.#parser.write(this.#head);
        this.#head = '';
        return this.#parser;
    }
}

// EXTERNAL MODULE: ./src/coverage/gates/percent.ts
var gates_percent = __webpack_require__(9596);
;// CONCATENATED MODULE: ./src/coverage/gates/minimum.ts


const UNITS = {
    lines: ['lines', 'line', 'lines'],
    branches: ['branches', 'branch', 'branches'],
    combined: ['lines and branches', 'line or branch', 'lines or branches'],
    statements: ['statements', 'statement', 'statements'],
    functions: ['functions', 'function', 'functions'],
    instructions: ['instructions', 'instruction', 'instructions'],
};
/** What a metric counts, for messages. */
function nameUnits(metric) {
    const [all] = UNITS[metric];
    return all;
}
/** Holds what was measured against a minimum. */
function evaluateMinimum(required, measurement) {
    if (!measurement.known)
        return unknownGate(required, measurement.reason);
    const { metric, count } = measurement;
    return evaluateCount(required, metric, count, { subject: 'coverage', units: UNITS[metric] });
}
/** Holds the changed lines against a minimum; there may be none. */
function evaluatePatch(required, count) {
    if (count.total === 0) {
        const message = 'patch coverage: no changed line is code that the reports know';
        return { ...unknownGate(required, ''), message, isInformative: true };
    }
    const units = ['changed lines', 'changed line', 'changed lines'];
    return evaluateCount(required, 'lines', count, { subject: 'patch coverage', units });
}
/** Reports that were asked for and are not there: what is measured is not all. */
function evaluateMissing(reason) {
    const message = `coverage is unknown: ${reason}`;
    return { gate: 'coverage-files', verdict: 'unknown', message };
}
/** A gate that there is nothing to hold against. */
function unknownGate({ gate, minimum }, reason, subject = 'coverage') {
    const message = `${subject} is unknown: ${reason}`;
    return { gate, verdict: 'unknown', message, required: minimum.text };
}
function evaluateCount(required, metric, count, wording) {
    const { gate, minimum, precision } = required;
    const passes = precision === undefined ? (0,gates_percent/* reaches */.O6)(count, minimum) : (0,gates_percent/* reachesRounded */.Jw)(count, minimum, precision);
    const [all] = wording.units;
    const percent = (0,gates_percent/* renderPercentBeside */.WI)(count, minimum);
    const rounded = renderRounded(required, count);
    const comma = rounded === '' ? '' : ',';
    const measured = `${wording.subject} ${percent}% (${count.covered}/${count.total} ${all})${rounded}${comma}`;
    const outcome = passes
        ? `reaches ${minimum.text}%`
        : `is below ${minimum.text}%${renderShortfall(required, count, wording.units)}`;
    return {
        gate,
        verdict: passes ? 'pass' : 'fail',
        message: `${measured} ${outcome}`,
        required: minimum.text,
        measured: { metric, ...count, percent: (0,gates_percent/* renderPercent */.yn)(count, 2) },
    };
}
/** What is compared instead of the exact percentage, if it is. */
function renderRounded({ minimum, precision }, count) {
    if (precision === undefined || (0,gates_percent/* isEverything */.CM)(minimum))
        return '';
    return `, rounded to ${(0,gates_percent/* roundPercent */.m6)(count, precision).text}%`;
}
function renderShortfall({ minimum, precision }, count, [, one, several]) {
    // With rounding a little less can be enough, but for everything.
    if (precision !== undefined && !(0,gates_percent/* isEverything */.CM)(minimum))
        return '';
    const rule = precision === undefined ? '' : ', to which nothing is rounded';
    const shortfall = (0,gates_percent/* computeShortfall */.nN)(count, minimum);
    return `${rule}: ${shortfall} more covered ${shortfall === 1n ? one : several} needed`;
}
/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
function measure({ totals, mainMetrics }, metric) {
    const [headline, ...others] = metric === 'auto' ? mainMetrics : [metric];
    if (headline === undefined || others.length > 0) {
        const names = [...mainMetrics].join(', ');
        return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
    }
    // A tool whose headline this is measures branches, also where the selected files have none.
    const needsBoth = headline === 'combined' && !mainMetrics.has('combined');
    const parts = needsBoth ? ['lines', 'branches'] : [headline];
    const missing = parts.filter((part) => countOf(totals, part).total === 0);
    if (missing.length === 0) {
        return { known: true, metric: headline, count: countOf(totals, headline) };
    }
    const measured = listMeasured(totals);
    if (measured.length === 0)
        return unknown('nothing was measured (0 of 0)');
    return unknown(`no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`);
}
function unknown(reason) {
    return { known: false, reason };
}

;// CONCATENATED MODULE: ./src/coverage/gates/drop.ts


/** Holds the difference to an earlier measurement against what is allowed, exactly. */
function evaluateDrop(allowed, baseline, now) {
    if (!now.known)
        return unknownGate(allowed, now.reason);
    if ('known' in baseline && !baseline.known) {
        return unknownGate(allowed, `of the baseline, ${baseline.reason}`);
    }
    const { gate, minimum } = allowed;
    const { metric, count } = now;
    const before = 'known' in baseline ? baseline.count : countPercentage(baseline);
    const scale = Math.max(2, minimum.scale, 'known' in baseline ? 0 : baseline.scale);
    const decimals = findDecimals(before, count, scale);
    const [from, to] = [before, count].map((each) => `${(0,gates_percent/* renderPercent */.yn)(each, decimals)}%`);
    const counts = 'known' in baseline ? ` ${renderUnits(metric, before)}` : '';
    const change = `${from}${counts} to ${to} ${renderUnits(metric, count)}`;
    const passes = isWithin(before, count, minimum);
    const message = passes
        ? renderAllowed(change, before, count, minimum)
        : `coverage fell from ${change}, by ${renderDrop(before, count, decimals)} points, where at most ${minimum.text} are allowed`;
    return {
        gate,
        verdict: passes ? 'pass' : 'fail',
        message,
        required: minimum.text,
        measured: { metric, ...count, percent: (0,gates_percent/* renderPercent */.yn)(count, 2) },
    };
}
function renderAllowed(change, before, now, allowed) {
    const { numerator } = computeDrop(before, now);
    if (numerator < 0n)
        return `coverage rose from ${change}`;
    if (numerator === 0n)
        return `coverage stayed, from ${change}`;
    return `coverage fell from ${change}, by no more than ${allowed.text} points`;
}
function renderUnits(metric, { covered, total }) {
    return `(${covered}/${total} ${nameUnits(metric)})`;
}
/** As many decimals as it takes to see that both differ, if they do; at least `decimals`. */
function findDecimals(before, now, least) {
    let decimals = least;
    const differs = computeDrop(before, now).numerator !== 0n;
    while (differs && (0,gates_percent/* renderPercent */.yn)(before, decimals) === (0,gates_percent/* renderPercent */.yn)(now, decimals))
        decimals += 1;
    return decimals;
}
/** A percentage as a count, so that it can be compared with one. */
function countPercentage({ digits, scale }) {
    return { covered: Number(digits), total: 100 * 10 ** scale };
}
function isWithin(baseline, now, allowed) {
    const { numerator, denominator } = computeDrop(baseline, now);
    return numerator * 10n ** BigInt(allowed.scale) <= allowed.digits * denominator;
}
/** Rounded up, so that it reads more than what is allowed. */
function renderDrop(baseline, now, decimals) {
    const { numerator, denominator } = computeDrop(baseline, now);
    const scaled = numerator * 10n ** BigInt(decimals);
    return (0,gates_percent/* renderDecimal */.sx)((scaled + denominator - 1n) / denominator, decimals);
}
/** Points from `baseline` down to `now`, as a fraction; negative when coverage rose. */
function computeDrop(baseline, now) {
    const before = BigInt(baseline.covered) * BigInt(now.total);
    const after = BigInt(now.covered) * BigInt(baseline.total);
    const denominator = BigInt(baseline.total) * BigInt(now.total);
    return { numerator: 100n * (before - after), denominator };
}

;// CONCATENATED MODULE: ./src/coverage/gates/files.ts



/** How many files a message or a table of the worst names. */
const NAMED_FILES = 10;
/** The files that have lines, with the least covered first. */
function rankFiles(files) {
    const ranked = [];
    for (const [path, file] of files) {
        const count = countOf(file.count(), 'lines');
        if (count.total > 0)
            ranked.push({ path, ...count, percent: (0,gates_percent/* renderPercent */.yn)(count, 2) });
    }
    return ranked.sort(compareFiles);
}
/** The worst of the files that are not complete. */
function listWorst(ranked) {
    return ranked.filter(({ covered, total }) => covered < total).slice(0, NAMED_FILES);
}
/** The files that do not reach a minimum. */
function listBelow({ minimum, precision }, ranked) {
    return ranked.filter((file) => precision === undefined ? !(0,gates_percent/* reaches */.O6)(file, minimum) : !(0,gates_percent/* reachesRounded */.Jw)(file, minimum, precision));
}
/** Holds every file against a minimum. */
function evaluateFiles(required, ranked) {
    const [worst] = ranked;
    if (worst === undefined)
        return unknownGate(required, 'the reports list no lines of files');
    const below = listBelow(required, ranked);
    const { covered, total, percent } = worst;
    const isReached = below.length === 0;
    return {
        gate: required.gate,
        verdict: isReached ? 'pass' : 'fail',
        message: isReached
            ? renderReached(required, ranked.length)
            : renderBelow(required, below, ranked.length),
        required: required.minimum.text,
        measured: { metric: 'lines', covered, total, percent },
    };
}
function renderReached({ minimum }, files) {
    const each = files === 1 ? 'the only file' : `each of the ${files} files`;
    return `${each} reaches ${minimum.text}% of its lines`;
}
function renderBelow(required, below, files) {
    const { minimum } = required;
    const names = below.slice(0, NAMED_FILES).map((file) => {
        const percent = `${(0,gates_percent/* renderPercentBeside */.WI)(file, minimum)}% (${file.covered}/${file.total})`;
        return `${file.path} ${percent}${renderRounded(required, file)}`;
    });
    const rest = below.length - names.length;
    const more = rest > 0 ? ` and ${rest} more` : '';
    const [are, their] = below.length === 1 ? ['is', 'its'] : ['are', 'their'];
    const of = files === 1 ? 'the only file' : `${below.length} of ${files} files`;
    return `${of} ${are} below ${minimum.text}% of ${their} lines: ${names.join('; ')}${more}`;
}
/** By percentage, exactly; then the larger file first; then by path. */
function compareFiles(a, b) {
    return (a.covered * b.total - b.covered * a.total || b.total - a.total || (a.path < b.path ? -1 : 1));
}

;// CONCATENATED MODULE: ./src/coverage/gates/evaluate.ts




/** Holds what was measured against every gate that the inputs ask for. */
function evaluateCoverage(inputs, evidence) {
    const { coverage, missing } = evidence;
    const measurement = measure(coverage, inputs.metric);
    const ranked = rankFiles(coverage.files);
    const main = evaluateMinimum(ask(inputs, 'coverage-min', inputs.min), measurement);
    const gates = [
        ...(missing === undefined ? [] : [evaluateMissing(missing)]),
        main,
        ...inputs.minimums.map(({ gate, metric, minimum }) => evaluateMinimum(ask(inputs, gate, minimum), measure(coverage, metric))),
        ...evaluateOthers(inputs, evidence, measurement, ranked),
    ];
    return {
        ...combineGates(gates),
        ...(main.measured && { measured: { ...main.measured, tool: coverage.tool } }),
        gates,
        worstFiles: listWorst(ranked),
        filesBelow: inputs.minFile === undefined
            ? []
            : listBelow(ask(inputs, 'coverage-min-file', inputs.minFile), ranked),
    };
}
/** The gates that are not a minimum of one metric. */
function evaluateOthers(inputs, evidence, measurement, ranked) {
    const { minFile, minPatch, maxDrop, baseline } = inputs;
    const gates = [];
    if (minFile !== undefined) {
        gates.push(evaluateFiles(ask(inputs, 'coverage-min-file', minFile), ranked));
    }
    if (minPatch !== undefined) {
        const asked = ask(inputs, 'coverage-min-patch', minPatch);
        const { patch } = evidence;
        const isUnknown = typeof patch === 'string';
        gates.push(isUnknown ? unknownGate(asked, patch, 'patch coverage') : evaluatePatch(asked, patch.count));
    }
    if (maxDrop !== undefined && baseline !== undefined) {
        const before = measureBaseline(baseline, evidence.baseline, measurement);
        gates.push(evaluateDrop({ gate: 'coverage-max-drop', minimum: maxDrop }, before, measurement));
    }
    return gates;
}
function ask(inputs, gate, minimum) {
    return { gate, minimum, precision: inputs.precision };
}
/** The baseline in the metric that is measured now. */
function measureBaseline(given, earlier, now) {
    const percentage = (0,gates_percent/* parsePercentage */.A3)(given);
    if (percentage !== undefined)
        return percentage;
    if (typeof earlier === 'string')
        return { known: false, reason: earlier };
    return measure(earlier, now.known ? now.metric : 'auto');
}
/** Everything that fails or is not known is told together. */
function combineGates(gates) {
    const decisive = gates.filter(({ verdict, isInformative }) => verdict !== 'pass' && isInformative !== true);
    if (decisive.length === 0)
        return { verdict: 'pass', message: renderMessages(gates) };
    const isFailed = decisive.some(({ verdict }) => verdict === 'fail');
    return { verdict: isFailed ? 'fail' : 'unknown', message: renderMessages(decisive) };
}
function renderMessages(gates) {
    return [...new Set(gates.map(({ message }) => message))].join('\n');
}

// EXTERNAL MODULE: ./src/coverage/model/glob.ts
var model_glob = __webpack_require__(4928);
;// CONCATENATED MODULE: ./src/coverage/model/combine.ts




const combine_METRICS = [
    'lines',
    'branches',
    'statements',
    'functions',
    'instructions',
];
/**
 * Puts reports together. Of one report the totals are those that it declares, else those of its
 * files; of several, or of selected files, those of the files, since totals of overlapping runs
 * cannot be added. A metric that the files of one of them do not have is left out then: the others
 * would speak for it.
 * @throws ReportError when totals of files are needed and a report does not list its files.
 */
function combineReports(reports, selection) {
    const [first, ...others] = reports;
    const isSelected = selection.include.length + selection.exclude.length > 0;
    const usesFiles = others.length > 0 || isSelected;
    const partial = usesFiles ? findPartial(reports) : new Set();
    const all = uniteFiles(reports.map((report) => relativise(report.files, selection.workspace)));
    const files = isSelected ? selectFiles(all, selection) : all;
    const counted = [...countFiles(files.values())].filter(([metric]) => !partial.has(metric));
    return {
        totals: new Map(usesFiles ? counted : [...counted, ...first.declaredTotals]),
        files,
        mainMetrics: new Set(reports.map(({ mainMetric }) => mainMetric)),
        tool: [...new Set(reports.map(({ tool }) => tool))].join(', '),
        isLowerBound: usesFiles && [...files.values()].some((file) => file.isLowerBound),
    };
}
/** The metrics in which the files of a report do not say what the report itself covers. */
function findPartial(reports) {
    const partial = new Set();
    for (const report of reports) {
        const counted = countFiles(report.files.values());
        requireFiles(report, counted);
        // A report of nothing says nothing about any metric.
        if (listMeasured(counted).length === 0)
            continue;
        for (const metric of combine_METRICS) {
            const isLost = isMeasured(report.declaredTotals, metric) && !isMeasured(counted, metric);
            if (isLost || report.formatMetrics?.includes(metric) === false)
                partial.add(metric);
        }
    }
    return partial;
}
function isMeasured(totals, metric) {
    return countOf(totals, metric).total > 0;
}
function requireFiles({ declaredTotals }, counted) {
    if (listMeasured(declaredTotals).length === 0 || listMeasured(counted).length > 0)
        return;
    throw new ReportError('one of the reports has totals, but no lines of files: it cannot be united with others, nor taken in part');
}
function relativise(files, workspace) {
    const entries = [...files].map(([path, file]) => new Map([[relativisePath(path, workspace), file]]));
    return uniteFiles(entries);
}
function selectFiles(files, { include, exclude }) {
    const included = (include.length === 0 ? ['**'] : include).map(model_glob/* compileGlob */.SO);
    const excluded = exclude.map(model_glob/* compileGlob */.SO);
    const selected = new Map();
    for (const [path, file] of files) {
        if ((0,model_glob/* matchesAny */._I)(path, included) && !(0,model_glob/* matchesAny */._I)(path, excluded))
            selected.set(path, file);
    }
    if (selected.size > 0)
        return selected;
    const some = [...files.keys()].slice(0, 3).join(', ');
    throw new ReportError(`coverage-include and coverage-exclude leave none of the ${files.size} files in the reports (such as ${some})`);
}
/**
 * One sentence for each total that a report declares and its own files do not add up to. The
 * declared one counts; but who sees the difference may find a file that the report has lost.
 */
function findContradictions(report) {
    const counted = countFiles(report.files.values());
    const contradictions = [];
    for (const [metric, declared] of report.declaredTotals) {
        // Tools do not agree on what a covered function is, nor with themselves.
        if (metric === 'functions')
            continue;
        const body = countOf(counted, metric);
        // Totals of what the files do not list contradict nothing.
        if (body.total === 0)
            continue;
        if (body.covered === declared.covered && body.total === declared.total)
            continue;
        contradictions.push(`declares ${renderCount(declared)} ${metric}, while its files list ${renderCount(body)}${explain(report)}`);
    }
    return contradictions;
}
function renderCount(count) {
    return `${count.covered}/${count.total}`;
}
/** The known cause, where the tool has one. */
function explain(report) {
    if (report.knownLoss !== undefined)
        return `; ${report.knownLoss}`;
    if (report.tool === 'PHPUnit') {
        return '; PHPUnit lists a statement on the line of a method as the method';
    }
    if (report.tool === 'Clover') {
        return '; Clover counts statements, of which a line can have several';
    }
    return '';
}
/**
 * Unites the files of several reports, so that a line is covered when any of them covers it. What
 * was passed in must not be used afterwards: the first report's files take up the others'.
 */
function uniteFiles(reports) {
    const united = new Map();
    for (const files of reports) {
        for (const [path, file] of files) {
            const known = united.get(path);
            if (known === undefined)
                united.set(path, file);
            else
                known.addAll(file);
        }
    }
    return united;
}
/** The totals of all files together. */
function countFiles(files) {
    const totals = new Map();
    for (const file of files) {
        for (const [metric, count] of file.count()) {
            totals.set(metric, addCounts(totals.get(metric) ?? counts_NOTHING, count));
        }
    }
    return totals;
}

;// CONCATENATED MODULE: ./src/coverage/step.ts










/**
 * Ends the run when the gate did not hold.
 * @throws PromoteError `coverage-failed` for a verdict `fail`, and `coverage-unknown` for `unknown`
 *   unless `coverage-on-missing` lets it go.
 */
function assertGate({ verdict, message }, { onMissing }, logger) {
    if (verdict === 'fail')
        throw new errors/* PromoteError */.jG('coverage-failed', message);
    if (verdict === 'pass')
        return;
    if (onMissing === 'fail')
        throw new errors/* PromoteError */.jG('coverage-unknown', message);
    const went = `${message} The run goes on because coverage-on-missing is ${onMissing}.`;
    if (onMissing === 'warn')
        logger.warning(went);
    else
        logger.notice(went);
}
/**
 * Finds and reads coverage reports, and warns of those whose own numbers do not agree.
 * @throws ReportError that names the file, when one cannot be used.
 */
async function readReports(source, { files, logger }) {
    const { paths, unmatched } = await findReports(source.globs, files);
    const reports = [];
    for (const path of paths) {
        const name = relativisePath(path, source.workspace);
        const report = await readNamedReport({ name, path }, files, source);
        logger.info(`Read ${name}, written by ${report.tool}`);
        for (const contradiction of findContradictions(report)) {
            logger.warning(`${name} ${contradiction}`);
        }
        reports.push(report);
    }
    return { reports, unmatched };
}
/** A pattern takes back what those before it gave when it starts with `!`; `#` starts a comment. */
async function findReports(globs, files) {
    const paths = new Set();
    const unmatched = [];
    for (const [index, glob] of globs.entries()) {
        if (/^[!#]/.test(glob))
            continue;
        const takenBack = globs.slice(index).filter((later) => later.startsWith('!'));
        const found = await files.find([glob, ...takenBack]);
        if (found.length === 0)
            unmatched.push(glob);
        for (const path of found)
            paths.add(path);
    }
    return { paths: [...paths].sort(), unmatched };
}
async function readNamedReport({ name, path }, files, { memory, format }) {
    try {
        return await readReport(files.open(path), { memory, format });
    }
    catch (cause) {
        if (cause instanceof ReportError)
            throw new ReportError(`${name} ${cause.message}`, { cause });
        if (isFileSystemError(cause)) {
            const reason = cause.message.replaceAll(path, name);
            throw new ReportError(`${name} cannot be read: ${reason}`, { cause });
        }
        throw cause;
    }
}
/** Node's errors of the file system name the call that failed. */
function isFileSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}
const LOWER_BOUND = 'Several reports cover a part of one line and do not tell which: the larger number counts, so that branches or instructions are a lower bound.';
/**
 * Finds and reads the coverage reports and holds them against the gates. It does not throw for an
 * outcome of a gate: a report that is absent or cannot be trusted, or a checkout without the base of
 * the changed lines, is the verdict `unknown`, with the reason in its message.
 * @param memory What all reports may take together.
 */
async function runCoverageStep(inputs, context, ports, memory = new ReportMemory()) {
    return ports.logger.group('Coverage', async () => {
        const result = await evaluateReports({ inputs, context, ports, memory });
        for (const { gate, message } of result.gates ?? [])
            ports.logger.info(`${gate}: ${message}`);
        if (result.gates === undefined)
            ports.logger.info(result.message);
        return result;
    });
}
async function evaluateReports(reading) {
    const { inputs, context, ports } = reading;
    try {
        const { coverage, missing } = await readCoverage(inputs.files, 'coverage-files', reading);
        if (coverage.isLowerBound)
            ports.logger.notice(LOWER_BOUND);
        const baseline = await readBaseline(reading);
        const patch = inputs.minPatch === undefined
            ? ''
            : await readPatch(inputs.base, context, coverage.files, ports.changes);
        if (typeof patch !== 'string')
            annotateUncovered(patch, ports.logger);
        return evaluateCoverage(inputs, { coverage, missing, baseline, patch });
    }
    catch (error) {
        if (!(error instanceof ReportError))
            throw error;
        return { verdict: 'unknown', message: `coverage is unknown: ${error.message}` };
    }
}
/** The earlier report, or why there is none; nothing when the baseline is a percentage. */
async function readBaseline(reading) {
    const { baseline } = reading.inputs;
    if (baseline === undefined || (0,gates_percent/* parsePercentage */.A3)(baseline) !== undefined)
        return '';
    try {
        const { coverage } = await readCoverage([baseline], 'coverage-baseline', reading);
        return coverage;
    }
    catch (error) {
        if (error instanceof ReportError)
            return error.message;
        throw error;
    }
}
async function readCoverage(globs, input, reading) {
    const { inputs, context, ports, memory } = reading;
    const { format, include, exclude } = inputs;
    const { workspace } = context;
    const source = { globs, format, workspace, memory };
    const { reports, unmatched } = await readReports(source, ports);
    const missing = unmatched.length === 0 ? undefined : explainNoMatch(input, unmatched);
    warnOfIdleGlobs(reports, reading);
    const [first, ...others] = reports;
    if (first === undefined)
        throw new ReportError(missing ?? explainNoMatch(input, globs));
    return { coverage: combineReports([first, ...others], { workspace, include, exclude }), missing };
}
/** A glob that selects nothing most likely is of other paths than those of the reports. */
function warnOfIdleGlobs(reports, { inputs, context, ports }) {
    const names = reports.flatMap(({ files }) => [...files.keys()]);
    const paths = names.map((name) => relativisePath(name, context.workspace));
    for (const input of ['include', 'exclude']) {
        for (const glob of inputs[input]) {
            const pattern = (0,model_glob/* compileGlob */.SO)(glob);
            if (paths.some((path) => pattern.test(path)))
                continue;
            const some = paths.slice(0, 3).join(', ');
            ports.logger.warning(`coverage-${input}: ${glob} matches no file in the reports (${some})`);
        }
    }
}
function explainNoMatch(input, globs) {
    const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
    return `${input} matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}


/***/ })

};

//# sourceMappingURL=382.index.js.map