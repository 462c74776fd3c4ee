export const id = 55;
export const ids = [55];
export const modules = {

/***/ 7055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCoverageStep: () => (/* binding */ runCoverageStep)
});

;// CONCATENATED MODULE: ./src/coverage/counts.ts
const NOTHING = { covered: 0, total: 0 };
function addCounts(a, b) {
    return { covered: a.covered + b.covered, total: a.total + b.total };
}
/** The count of a metric in `totals`, with `combined` as coverage.py has it: lines and branches. */
function countOf(totals, metric) {
    if (metric !== 'combined')
        return totals.get(metric) ?? NOTHING;
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

;// CONCATENATED MODULE: ./src/coverage/merge.ts

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
            totals.set(metric, addCounts(totals.get(metric) ?? NOTHING, count));
        }
    }
    return totals;
}

;// CONCATENATED MODULE: ./src/coverage/consistency.ts


/**
 * One sentence for each total that a report declares and its own files do not add up to. The
 * declared one counts; but who sees the difference may find a file that the report has lost.
 */
function findContradictions(report) {
    const counted = countFiles(report.files.values());
    const contradictions = [];
    for (const [metric, declared] of report.declared) {
        const body = countOf(counted, metric);
        if (body.covered === declared.covered && body.total === declared.total)
            continue;
        contradictions.push(`declares ${render(declared)} ${metric}, while its files list ${render(body)}${explain(report)}`);
    }
    return contradictions;
}
function render(count) {
    return `${count.covered}/${count.total}`;
}
/** The known cause, where the tool has one. */
function explain(report) {
    if (report.tool.startsWith('coverage.py')) {
        return '; coverage.py drops a file when two source roots hold the same relative path';
    }
    if (report.tool.startsWith('gcovr')) {
        return '; gcovr drops a file when two names differ only in punctuation';
    }
    return '';
}

// EXTERNAL MODULE: ./src/coverage/percent.ts
var coverage_percent = __webpack_require__(9707);
;// CONCATENATED MODULE: ./src/coverage/gate.ts

/** What each metric counts: all of it, one missing, several missing. */
const UNITS = {
    lines: ['lines', 'line', 'lines'],
    branches: ['branches', 'branch', 'branches'],
    combined: ['lines and branches', 'line or branch', 'lines or branches'],
    statements: ['statements', 'statement', 'statements'],
    functions: ['functions', 'function', 'functions'],
    instructions: ['instructions', 'instruction', 'instructions'],
};
/** Holds a count against the minimum. There must be something to cover. */
function evaluateMinimum(metric, count, minimum, tool) {
    const passes = (0,coverage_percent/* reaches */.O6)(count, minimum);
    return {
        verdict: passes ? 'pass' : 'fail',
        message: renderVerdict(metric, count, minimum, passes),
        measured: { metric, ...count, percent: (0,coverage_percent/* renderPercent */.yn)(count, 2), tool },
    };
}
function renderVerdict(metric, count, minimum, passes) {
    const [all, one, several] = UNITS[metric];
    const percent = (0,coverage_percent/* renderPercentBeside */.WI)(count, minimum);
    const measured = `coverage ${percent}% (${count.covered}/${count.total} ${all})`;
    if (passes)
        return `${measured} reaches ${minimum.text}%`;
    const shortfall = (0,coverage_percent/* computeShortfall */.nN)(count, minimum);
    const missing = `${shortfall} more covered ${shortfall === 1n ? one : several} needed`;
    return `${measured} is below ${minimum.text}%: ${missing}`;
}

;// CONCATENATED MODULE: ./src/coverage/report-error.ts
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

;// CONCATENATED MODULE: ./src/coverage/limits.ts

/** Bytes of one report. Beyond it a report is a mistake or an attack. */
const MAX_REPORT_BYTES = 1024 ** 3;
/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
const MAX_DEPTH = 64;
/** Characters without one complete element: bounds what a parser buffers. */
const MAX_TOKEN_CHARACTERS = 16 * 1024 ** 2;
/** Lines of source, from 1 to the highest number of each file, of all reports together. */
const MAX_LINES = 32_000_000;
/** What a file costs of the budget of lines, so that empty files are bounded too. */
const LINES_PER_FILE = 32;
/** Counts down what all reports of a run may hold in memory. */
class LineBudget {
    #left;
    constructor(lines = MAX_LINES) {
        this.#left = lines;
    }
    /** @throws ReportError when the budget is used up. */
    spend(lines) {
        this.#left -= lines;
        if (this.#left < 0) {
            throw new ReportError(`takes the reports beyond ${MAX_LINES} lines of source, which is the limit for all together`);
        }
    }
}

;// CONCATENATED MODULE: ./src/coverage/measure.ts



/**
 * Of one report the totals that it declares, else those of its files; of several those of the union
 * of their files, since totals of overlapping runs cannot be added.
 * @throws ReportError when one of several reports has totals and no files.
 */
function computeTotals(reports) {
    const [first, ...others] = reports;
    if (others.length === 0) {
        const totals = new Map([...countFiles(first.files.values()), ...first.declared]);
        return { totals, isLowerBound: false };
    }
    for (const report of reports)
        requireFiles(report);
    const united = [...uniteFiles(reports.map((report) => report.files)).values()];
    const isLowerBound = united.some((file) => file.branches.isLowerBound);
    return { totals: countFiles(united), isLowerBound };
}
function requireFiles(report) {
    if (listMeasured(report.declared).length === 0)
        return;
    if (listMeasured(countFiles(report.files.values())).length > 0)
        return;
    throw new ReportError('one of the reports has totals, but no lines of files: it cannot be united with the others');
}
/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
function measure(totals, headlines, metric) {
    const [headline, ...others] = metric === 'auto' ? headlines : [metric];
    if (headline === undefined || others.length > 0) {
        const names = [...headlines].join(', ');
        return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
    }
    const missing = listMissing(totals, headline);
    if (missing.length === 0)
        return { known: true, metric: headline, count: countOf(totals, headline) };
    const measured = listMeasured(totals);
    if (measured.length === 0)
        return unknown('nothing was measured (0 of 0)');
    return unknown(`no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`);
}
/** What `metric` is counted of and the reports do not have. */
function listMissing(totals, metric) {
    const parts = metric === 'combined' ? ['lines', 'branches'] : [metric];
    return parts.filter((part) => countOf(totals, part).total === 0);
}
function unknown(reason) {
    return { known: false, reason };
}

;// CONCATENATED MODULE: ./src/coverage/decode.ts

/**
 * Decodes the bytes of a text file piece by piece: UTF-8, or UTF-16 when a byte order mark says so,
 * as PowerShell's `>` writes it. The mark itself is left out.
 */
class TextFileDecoder {
    #start = new Uint8Array(0);
    #decoder = createDecoder('utf-8');
    /** @throws ReportError when the bytes are not text in that encoding. */
    decode(bytes) {
        if (this.#start === undefined)
            return this.#run(bytes);
        const start = Buffer.concat([this.#start, bytes]);
        // The mark of UTF-16 has two bytes; one alone does not tell yet.
        if (start.length < 2) {
            this.#start = start;
            return '';
        }
        this.#start = undefined;
        this.#decoder = createDecoder(detectEncoding(start));
        return this.#run(start);
    }
    /** The rest. @throws ReportError when the bytes end inside a character. */
    end() {
        return this.#run(this.#start ?? new Uint8Array(0), false);
    }
    #run(bytes, stream = true) {
        try {
            return this.#decoder.decode(bytes, { stream });
        }
        catch (cause) {
            throw new ReportError(`is not valid ${this.#decoder.encoding.toUpperCase()} text`, { cause });
        }
    }
}
function createDecoder(encoding) {
    return new TextDecoder(encoding, { fatal: true });
}
function detectEncoding(start) {
    if (start[0] === 0xff && start[1] === 0xfe)
        return 'utf-16le';
    if (start[0] === 0xfe && start[1] === 0xff)
        return 'utf-16be';
    return 'utf-8';
}

;// CONCATENATED MODULE: ./src/coverage/line-table.ts
const UNCOVERED = 1;
const COVERED = 2;
/**
 * The coverable lines of one file: a byte for each line of source, since only whether a line was
 * hit is ever asked, and reports of millions of lines have to fit in memory.
 */
class LineTable {
    #budget;
    #states = new Uint8Array(0);
    #length = 0;
    constructor(budget) {
        this.#budget = budget;
    }
    /** Notes a coverable line. A line that was met before stays covered. */
    add(line, covered) {
        if (line >= this.#length)
            this.#extend(line + 1);
        const state = covered ? COVERED : UNCOVERED;
        if (this.#states[line] !== COVERED)
            this.#states[line] = state;
    }
    addAll(other) {
        for (const [line, covered] of other.entries())
            this.add(line, covered);
    }
    /** The coverable lines in order, with whether each was hit. */
    *entries() {
        for (let line = 0; line < this.#length; line += 1) {
            const state = this.#states[line];
            if (state !== 0)
                yield [line, state === COVERED];
        }
    }
    count() {
        let covered = 0;
        let total = 0;
        for (const state of this.#states) {
            if (state !== 0)
                total += 1;
            if (state === COVERED)
                covered += 1;
        }
        return { covered, total };
    }
    #extend(length) {
        this.#budget.spend(length - this.#length);
        this.#length = length;
        if (length <= this.#states.length)
            return;
        const states = new Uint8Array(Math.max(64, length, this.#states.length * 2));
        states.set(this.#states);
        this.#states = states;
    }
}

;// CONCATENATED MODULE: ./src/coverage/tally-table.ts

/** Branch counts by line, of reports that do not identify every branch. */
class TallyTable {
    #budget;
    #tallies = new Map();
    #isLowerBound = false;
    constructor(budget) {
        this.#budget = budget;
    }
    /** Whether a union was not exact, so that the true count can be higher. */
    get isLowerBound() {
        return this.#isLowerBound;
    }
    /** Notes the branches of a line, united with what is known of it. */
    add(line, tally) {
        const known = this.#tallies.get(line);
        if (known === undefined) {
            this.#budget.spend(1);
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
        let sum = NOTHING;
        for (const tally of this.#tallies.values())
            sum = addCounts(sum, tally);
        return sum;
    }
}
/**
 * The branches that either run took. Exact when one run took none or all of them, or when both name
 * what they missed; else the larger count, which is a lower bound.
 */
function uniteTallies(a, b) {
    const [less, more] = a.covered < b.covered ? [a, b] : [b, a];
    const total = Math.max(a.total, b.total);
    const sameTotal = a.total === b.total;
    if (sameTotal && (less.covered === 0 || more.covered === total)) {
        return { tally: more, isLowerBound: false };
    }
    if (sameTotal && less.missing !== undefined && more.missing !== undefined) {
        const others = new Set(more.missing);
        const missing = less.missing.filter((branch) => others.has(branch));
        return { tally: { covered: total - missing.length, total, missing }, isLowerBound: false };
    }
    return { tally: { covered: more.covered, total }, isLowerBound: true };
}

;// CONCATENATED MODULE: ./src/coverage/file-coverage.ts



/** What a report says about one source file. */
class FileCoverage {
    lines;
    branches;
    /** @throws ReportError when the budget is used up. */
    constructor(budget) {
        budget.spend(LINES_PER_FILE);
        this.lines = new LineTable(budget);
        this.branches = new TallyTable(budget);
    }
    /** Unites with another run's coverage of the same file. */
    addAll(other) {
        this.lines.addAll(other.lines);
        this.branches.addAll(other.branches);
    }
    count() {
        return new Map([
            ['lines', this.lines.count()],
            ['branches', this.branches.count()],
        ]);
    }
}

;// CONCATENATED MODULE: ./src/coverage/file-set.ts

/** The source files of a report while it is read. */
class FileSet {
    #budget;
    #files = new Map();
    constructor(budget) {
        this.#budget = budget;
    }
    /** The file of that name; a new one when it is met for the first time. */
    open(name) {
        const known = this.#files.get(name);
        if (known !== undefined)
            return known;
        const file = new FileCoverage(this.#budget);
        this.#files.set(detach(name), file);
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
/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory.
 */
function detach(text) {
    return structuredClone(text);
}

;// CONCATENATED MODULE: ./src/coverage/number.ts

/**
 * A count as reports write it: decimal digits.
 * @param what What is counted, for the message: `lines-valid`.
 * @throws ReportError when it is absent, negative, NaN or not a whole number.
 */
function parseCount(text, what) {
    // Up to 15 digits a number is exact.
    if (text !== undefined && /^\d{1,15}$/.test(text))
        return Number(text);
    const given = text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 40));
    throw new ReportError(`states ${given} as ${what}, where a whole number is needed`);
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

;// CONCATENATED MODULE: ./src/coverage/paths.ts
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
    return isAbsolute(path) && !isDrive(parts[0]) ? `/${parts.join('/')}` : parts.join('/');
}
/** Whether a path starts at a root, of Unix or of a Windows drive. */
function isAbsolute(path) {
    return /^(?:[\\/]|[A-Za-z]:[\\/]|https?:\/\/)/.test(path);
}
/**
 * A file name joined with the source root that it is relative to. With several roots it cannot be
 * told which one is meant, so the name stays as it is.
 */
function joinSource(sources, filename) {
    const [source] = sources;
    const isOnlyRoot = source !== undefined && sources.length === 1 && isAbsolute(source);
    return normalisePath(isOnlyRoot && !isAbsolute(filename) ? `${source}/${filename}` : filename);
}
function isDrive(part) {
    return part !== undefined && /^[A-Za-z]:$/.test(part);
}

;// CONCATENATED MODULE: ./src/coverage/cobertura-condition.ts

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
            this.#remembered.set(structuredClone(key), tally);
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
    return { ...count, missing: missing.split(',').map((branch) => structuredClone(branch.trim())) };
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes_saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/coverage/xml.ts



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

;// CONCATENATED MODULE: ./src/coverage/cobertura.ts







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
    createParser: (budget) => new CoberturaParser(budget),
};
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
    constructor(budget) {
        this.#files = new FileSet(budget);
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
        const declared = parseDeclared(this.#root);
        const isCombined = this.#isCoveragePy && countOf(declared, 'branches').total > 0;
        return {
            tool: this.#nameTool(),
            headline: isCombined ? 'combined' : 'lines',
            declared,
            files: this.#files.resolve((name) => joinSource(this.#sources, name)),
        };
    }
    openElement(name, attributes, depth) {
        if (depth === 1)
            this.#root = attributes;
        else if (name === 'line')
            this.#addLine(attributes);
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
        const filename = attributes['filename'];
        if (filename === undefined)
            throw new ReportError('has a class without a filename');
        this.#file = this.#files.open(filename);
    }
    /** Lines of methods are left out: some tools repeat the lines of the class in them. */
    #addLine(attributes) {
        if (this.#file === undefined || this.#isInMethods)
            return;
        const line = parseCount(attributes['number'], 'the number of a line');
        this.#file.lines.add(line, parseCount(attributes['hits'], 'the hits of a line') > 0);
        const condition = attributes['condition-coverage'];
        if (condition === undefined)
            return;
        const tally = this.#conditions.parse(condition, attributes['missing-branches']);
        if (tally !== undefined)
            this.#file.branches.add(line, tally);
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
            // Istanbul always states this version.
            if (!(cause instanceof ReportError) || this.#root['version'] !== '0.1')
                throw cause;
            throw new ReportError(`${cause.message}; ${ISTANBUL_CURE}`, { cause });
        }
    }
    #nameTool() {
        const version = this.#root['version'] ?? '';
        if (this.#isCoveragePy)
            return `coverage.py ${version}`.trim();
        return version.startsWith('gcovr') ? version : 'Cobertura';
    }
}
/** The root's totals. Cobertura's first DTD has none; some tools still write it. */
function parseDeclared(root) {
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

;// CONCATENATED MODULE: ./src/coverage/formats.ts

/** Every format, in the order in which they are tried. */
const FORMATS = [cobertura];
/** Characters of a report that are enough to tell its format. */
const HEAD_CHARACTERS = 64 * 1024;
function detectFormat(head) {
    return FORMATS.find((format) => format.detect(head));
}

;// CONCATENATED MODULE: ./src/coverage/read-report.ts




/**
 * Reads a report piece by piece, as whatever format its content is.
 * @param chunks The bytes of the file, in order.
 * @param budget What all reports of the run may hold together.
 * @throws ReportError when it is no report, or not one that can be trusted.
 */
async function readReport(chunks, budget, maxBytes = MAX_REPORT_BYTES) {
    const decoder = new TextFileDecoder();
    const parser = new DetectingParser(budget);
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
    #budget;
    #head = '';
    #parser;
    constructor(budget) {
        this.#budget = budget;
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
        return (this.#parser ?? this.#start()).end();
    }
    #start() {
        if (this.#head.trim() === '')
            throw new ReportError('is empty');
        const format = detectFormat(this.#head);
        if (format === undefined) {
            const known = FORMATS.map(({ name }) => name).join(', ');
            throw new ReportError(`is not a coverage report of a known format (${known})`);
        }
        this.#parser = format.createParser(this.#budget);
        this.#parser.write(this.#head);
        this.#head = '';
        return this.#parser;
    }
}

;// CONCATENATED MODULE: ./src/steps/coverage.ts






const LOWER_BOUND = 'Several reports took some of the branches of one line and do not tell which: the larger number counts, so that branch coverage is a lower bound.';
/**
 * Finds and reads the coverage reports and holds them against the minimum. It does not throw for
 * an outcome of the gate: a report that is absent or cannot be trusted is the verdict `unknown`,
 * with the reason as its message.
 */
async function runCoverageStep(inputs, ports) {
    return ports.logger.group('Coverage', async () => {
        const result = await evaluateReports(inputs, ports);
        ports.logger.info(result.message);
        return result;
    });
}
async function evaluateReports(inputs, ports) {
    try {
        const [first, ...others] = await readReports(inputs.files, ports);
        if (first === undefined)
            return coverage_unknown(explainNoMatch(inputs.files));
        const reports = [first, ...others];
        const headlines = new Set(reports.map((report) => report.headline));
        const { totals, isLowerBound } = computeTotals(reports);
        if (isLowerBound)
            ports.logger.notice(LOWER_BOUND);
        const measurement = measure(totals, headlines, inputs.metric);
        if (!measurement.known)
            return coverage_unknown(measurement.reason);
        const tools = [...new Set(reports.map((report) => report.tool))].join(', ');
        return evaluateMinimum(measurement.metric, measurement.count, inputs.min, tools);
    }
    catch (error) {
        if (error instanceof ReportError)
            return coverage_unknown(error.message);
        throw error;
    }
}
async function readReports(globs, { files, logger }) {
    const budget = new LineBudget();
    const reports = [];
    for (const path of await files.find(globs)) {
        const report = await readNamedReport(path, files, budget);
        logger.info(`Read ${path}, written by ${report.tool}`);
        for (const contradiction of findContradictions(report)) {
            logger.warning(`${path} ${contradiction}`);
        }
        reports.push(report);
    }
    return reports;
}
/** @throws ReportError that names the file. */
async function readNamedReport(path, files, budget) {
    try {
        return await readReport(files.open(path), budget);
    }
    catch (cause) {
        if (cause instanceof ReportError)
            throw new ReportError(`${path} ${cause.message}`, { cause });
        if (isFileSystemError(cause)) {
            throw new ReportError(`${path} cannot be read: ${cause.message}`, { cause });
        }
        throw cause;
    }
}
/** Node's errors of the file system carry a code such as `EACCES`. */
function isFileSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}
function explainNoMatch(globs) {
    const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
    return `coverage-files matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}
function coverage_unknown(reason) {
    return { verdict: 'unknown', message: `coverage is unknown: ${reason}` };
}


/***/ })

};

//# sourceMappingURL=55.index.js.map