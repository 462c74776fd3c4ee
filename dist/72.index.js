export const id = 72;
export const ids = [72];
export const modules = {

/***/ 8072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCoverageStep: () => (/* binding */ runCoverageStep)
});

// EXTERNAL MODULE: ./src/coverage/counts.ts
var counts = __webpack_require__(8756);
;// CONCATENATED MODULE: ./src/coverage/glob.ts
/** What the parts of a glob stand for. Everything else stands for itself. */
const WILDCARDS = new Map([
    ['**/', '(?:[^/]+/)*'],
    ['**', '.*'],
    ['*', '[^/]*'],
    ['?', '[^/]'],
]);
/**
 * Whether a path matches one of the globs: `*` and `?` within one part of it, `**` across parts,
 * `{a,b}` for either.
 */
function matchesAny(path, globs) {
    return globs.some((glob) => glob.test(path));
}
/** Compiles a glob over paths with slashes. A glob of a directory matches all that is in it. */
function compileGlob(glob) {
    const pattern = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
    const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[\\^$.*+?()[\]{}|/]/g, (part) => {
        const wildcard = WILDCARDS.get(part);
        if (wildcard !== undefined)
            return wildcard;
        if (part.length > 1)
            return `(?:${part.slice(1, -1).split(',').map(glob_escape).join('|')})`;
        return glob_escape(part);
    });
    return new RegExp(`^${source}$`);
}
function glob_escape(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
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
            totals.set(metric, (0,counts/* addCounts */.c5)(totals.get(metric) ?? counts/* NOTHING */.K$, count));
        }
    }
    return totals;
}

// EXTERNAL MODULE: ./src/coverage/paths.ts
var paths = __webpack_require__(6894);
// EXTERNAL MODULE: ./src/coverage/report-error.ts
var report_error = __webpack_require__(8013);
;// CONCATENATED MODULE: ./src/coverage/combine.ts





/**
 * Puts reports together. Of one report the totals are those that it declares, else those of its
 * files; of several, or of selected files, those of the files, since totals of overlapping runs
 * cannot be added.
 * @throws ReportError when totals of files are needed and a report does not list its files.
 */
function combineReports(reports, selection) {
    const [first, ...others] = reports;
    const isSelected = selection.include.length + selection.exclude.length > 0;
    const usesFiles = others.length > 0 || isSelected;
    if (usesFiles)
        for (const report of reports)
            requireFiles(report);
    const all = uniteFiles(reports.map((report) => relativise(report.files, selection.workspace)));
    const files = isSelected ? selectFiles(all, selection) : all;
    const counted = countFiles(files.values());
    return {
        totals: usesFiles ? counted : new Map([...counted, ...first.declared]),
        files,
        headlines: new Set(reports.map(({ headline }) => headline)),
        tool: [...new Set(reports.map(({ tool }) => tool))].join(', '),
        isLowerBound: usesFiles && [...files.values()].some((file) => file.isLowerBound),
    };
}
function requireFiles(report) {
    if ((0,counts/* listMeasured */.Pb)(report.declared).length === 0)
        return;
    if ((0,counts/* listMeasured */.Pb)(countFiles(report.files.values())).length > 0)
        return;
    throw new report_error/* ReportError */.$('one of the reports has totals, but no lines of files: it cannot be united with others, nor taken in part');
}
function relativise(files, workspace) {
    const entries = [...files].map(([path, file]) => new Map([[(0,paths/* relativisePath */.Eq)(path, workspace), file]]));
    return uniteFiles(entries);
}
function selectFiles(files, { include, exclude }) {
    const included = (include.length === 0 ? ['**'] : include).map(compileGlob);
    const excluded = exclude.map(compileGlob);
    const selected = new Map();
    for (const [path, file] of files) {
        if (matchesAny(path, included) && !matchesAny(path, excluded))
            selected.set(path, file);
    }
    if (selected.size > 0)
        return selected;
    const some = [...files.keys()].slice(0, 3).join(', ');
    throw new report_error/* ReportError */.$(`coverage-include and coverage-exclude leave none of the ${files.size} files in the reports (such as ${some})`);
}

// EXTERNAL MODULE: ./src/coverage/percent.ts
var coverage_percent = __webpack_require__(9707);
;// CONCATENATED MODULE: ./src/coverage/rounding.ts
/**
 * The percentage as coverage.py rounds it before it compares: the double that is nearest to the
 * percentage, rounded half to even on its exact value, as Python's `round` does.
 * @returns The decimal digits and their scale.
 */
function roundPercent(count, precision) {
    const double = (100 * count.covered) / count.total;
    const digits = roundHalfEven(double, precision);
    const text = (Number(digits) / 10 ** precision).toFixed(precision);
    return { digits, scale: precision, text };
}
/**
 * Whether coverage.py's `fail_under` would let this pass: the rounded percentage is at least the
 * minimum, as doubles; and a minimum of 100 takes nothing but all.
 */
function reachesRounded(count, minimum, precision) {
    const threshold = Number(minimum.text);
    if (threshold === 100)
        return count.covered === count.total;
    const { digits } = roundPercent(count, precision);
    return Number(`${digits}e-${precision}`) >= threshold;
}
/** `value` × 10^`precision`, rounded half to even. The value is taken as the exact number it is. */
function roundHalfEven(value, precision) {
    // A double from 0 to 100 is a whole number of 2^-1074; far fewer bits are ever set.
    let numerator = value;
    let shift = 0n;
    while (!Number.isInteger(numerator)) {
        numerator *= 2;
        shift += 1n;
    }
    const scaled = BigInt(numerator) * 10n ** BigInt(precision);
    const whole = scaled >> shift;
    const twiceRest = (scaled - (whole << shift)) * 2n;
    const one = 1n << shift;
    const isUp = twiceRest > one || (twiceRest === one && whole % 2n === 1n);
    return isUp ? whole + 1n : whole;
}

;// CONCATENATED MODULE: ./src/coverage/gate.ts


const UNITS = {
    lines: ['lines', 'line', 'lines'],
    branches: ['branches', 'branch', 'branches'],
    combined: ['lines and branches', 'line or branch', 'lines or branches'],
    statements: ['statements', 'statement', 'statements'],
    functions: ['functions', 'function', 'functions'],
    instructions: ['instructions', 'instruction', 'instructions'],
};
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
        return { ...unknownGate(required, ''), message, isHarmless: true };
    }
    const units = ['changed lines', 'changed line', 'changed lines'];
    return evaluateCount(required, 'lines', count, { subject: 'patch coverage', units });
}
/** A gate that there is nothing to hold against. */
function unknownGate({ gate, minimum }, reason) {
    const message = `coverage is unknown: ${reason}`;
    return { gate, verdict: 'unknown', message, required: minimum.text };
}
function evaluateCount(required, metric, count, wording) {
    const { gate, minimum, precision } = required;
    const passes = precision === undefined ? (0,coverage_percent/* reaches */.O6)(count, minimum) : reachesRounded(count, minimum, precision);
    const [all] = wording.units;
    const percent = (0,coverage_percent/* renderPercentBeside */.WI)(count, minimum);
    const rounded = precision === undefined ? '' : `, rounded to ${roundPercent(count, precision).text}%,`;
    const measured = `${wording.subject} ${percent}% (${count.covered}/${count.total} ${all})${rounded}`;
    const outcome = passes
        ? `reaches ${minimum.text}%`
        : `is below ${minimum.text}%${renderShortfall(required, count, wording.units)}`;
    return {
        gate,
        verdict: passes ? 'pass' : 'fail',
        message: `${measured} ${outcome}`,
        required: minimum.text,
        measured: { metric, ...count, percent: (0,coverage_percent/* renderPercent */.yn)(count, 2) },
    };
}
function renderShortfall({ minimum, precision }, count, units) {
    // With rounding a little less can be enough.
    if (precision !== undefined)
        return '';
    const [, one, several] = units;
    const shortfall = (0,coverage_percent/* computeShortfall */.nN)(count, minimum);
    return `: ${shortfall} more covered ${shortfall === 1n ? one : several} needed`;
}

;// CONCATENATED MODULE: ./src/coverage/drop-gate.ts


/** Holds the difference to an earlier measurement against what is allowed, exactly. */
function evaluateDrop(allowed, baseline, now) {
    if (!now.known)
        return unknownGate(allowed, now.reason);
    if (!baseline.known)
        return unknownGate(allowed, `of the baseline, ${baseline.reason}`);
    const { gate, minimum } = allowed;
    const from = `${(0,coverage_percent/* renderPercent */.yn)(baseline.count, 2)}%`;
    const to = `${(0,coverage_percent/* renderPercent */.yn)(now.count, 2)}%`;
    const passes = isWithin(baseline.count, now.count, minimum);
    const message = passes
        ? `coverage went from ${from} to ${to}, a fall of at most ${minimum.text} points`
        : `coverage fell from ${from} to ${to}, by ${renderDrop(baseline.count, now.count, minimum)} points, where at most ${minimum.text} are allowed`;
    return { gate, verdict: passes ? 'pass' : 'fail', message, required: minimum.text };
}
/** A percentage as a count, so that it can be a baseline. */
function countPercentage({ digits, scale }) {
    return { covered: Number(digits), total: 100 * 10 ** scale };
}
function isWithin(baseline, now, allowed) {
    const { numerator, denominator } = computeDrop(baseline, now);
    return numerator * 10n ** BigInt(allowed.scale) <= allowed.digits * denominator;
}
/** Rounded up, so that it reads more than what is allowed. */
function renderDrop(baseline, now, allowed) {
    const decimals = Math.max(2, allowed.scale);
    const { numerator, denominator } = computeDrop(baseline, now);
    const scaled = numerator * 10n ** BigInt(decimals);
    return (0,coverage_percent/* renderDecimal */.sx)((scaled + denominator - 1n) / denominator, decimals);
}
/** Points from `baseline` down to `now`, as a fraction; negative when coverage rose. */
function computeDrop(baseline, now) {
    const before = BigInt(baseline.covered) * BigInt(now.total);
    const after = BigInt(now.covered) * BigInt(baseline.total);
    const denominator = BigInt(baseline.total) * BigInt(now.total);
    return { numerator: 100n * (before - after), denominator };
}

;// CONCATENATED MODULE: ./src/coverage/file-gate.ts




/** How many files a message or a table of the worst names. */
const NAMED_FILES = 10;
/** The files that have lines, with the least covered first. */
function rankFiles(files) {
    const ranked = [];
    for (const [path, file] of files) {
        const count = (0,counts/* countOf */.pq)(file.count(), 'lines');
        if (count.total > 0)
            ranked.push({ path, ...count, percent: (0,coverage_percent/* renderPercent */.yn)(count, 2) });
    }
    return ranked.sort(compareFiles);
}
/** The worst of the files that are not complete. */
function listWorst(ranked) {
    return ranked.filter(({ covered, total }) => covered < total).slice(0, NAMED_FILES);
}
/** The files that do not reach a minimum. */
function listBelow({ minimum, precision }, ranked) {
    return ranked.filter((file) => precision === undefined ? !(0,coverage_percent/* reaches */.O6)(file, minimum) : !reachesRounded(file, minimum, precision));
}
/** Holds every file against a minimum. */
function evaluateFiles(required, ranked) {
    if (ranked.length === 0)
        return unknownGate(required, 'the reports list no lines of files');
    const below = listBelow(required, ranked);
    const { gate, minimum } = required;
    if (below.length === 0) {
        const message = `each of the ${ranked.length} files reaches ${minimum.text}% of its lines`;
        return { gate, verdict: 'pass', message, required: minimum.text };
    }
    const names = below
        .slice(0, NAMED_FILES)
        .map(({ path, percent, covered, total }) => `${path} ${percent}% (${covered}/${total})`);
    const rest = below.length - names.length;
    const more = rest > 0 ? ` and ${rest} more` : '';
    const message = `${below.length} of ${ranked.length} files are below ${minimum.text}% of their lines: ${names.join(', ')}${more}`;
    return { gate, verdict: 'fail', message, required: minimum.text };
}
/** By percentage, exactly; then the larger file first; then by path. */
function compareFiles(a, b) {
    return (a.covered * b.total - b.covered * a.total || b.total - a.total || (a.path < b.path ? -1 : 1));
}

;// CONCATENATED MODULE: ./src/coverage/measure.ts

/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
function measure({ totals, headlines }, metric) {
    const [headline, ...others] = metric === 'auto' ? headlines : [metric];
    if (headline === undefined || others.length > 0) {
        const names = [...headlines].join(', ');
        return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
    }
    const parts = headline === 'combined' ? ['lines', 'branches'] : [headline];
    const missing = parts.filter((part) => (0,counts/* countOf */.pq)(totals, part).total === 0);
    if (missing.length === 0) {
        return { known: true, metric: headline, count: (0,counts/* countOf */.pq)(totals, headline) };
    }
    const measured = (0,counts/* listMeasured */.Pb)(totals);
    if (measured.length === 0)
        return unknown('nothing was measured (0 of 0)');
    return unknown(`no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`);
}
function unknown(reason) {
    return { known: false, reason };
}

;// CONCATENATED MODULE: ./src/coverage/evaluate.ts





/** Holds what was measured against every gate that the inputs ask for. */
function evaluateCoverage(inputs, evidence) {
    const { coverage } = evidence;
    const measurement = measure(coverage, inputs.metric);
    const ranked = rankFiles(coverage.files);
    const main = evaluateMinimum(ask(inputs, 'coverage-min', inputs.min), measurement);
    const gates = [
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
        gates.push(isUnknown ? unknownGate(asked, patch) : evaluatePatch(asked, patch.count));
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
    const metric = now.known ? now.metric : 'lines';
    const percentage = (0,coverage_percent/* parsePercentage */.A3)(given);
    if (percentage !== undefined)
        return { known: true, metric, count: countPercentage(percentage) };
    if (typeof earlier === 'string')
        return { known: false, reason: earlier };
    return measure(earlier, metric);
}
/** Everything that fails is told together; else everything that is not known. */
function combineGates(gates) {
    for (const verdict of ['fail', 'unknown']) {
        const decisive = gates.filter((gate) => gate.verdict === verdict && gate.isHarmless !== true);
        if (decisive.length > 0)
            return { verdict, message: renderMessages(decisive) };
    }
    return { verdict: 'pass', message: renderMessages(gates) };
}
function renderMessages(gates) {
    return [...new Set(gates.map(({ message }) => message))].join('\n');
}

// EXTERNAL MODULE: ./src/coverage/memory.ts
var coverage_memory = __webpack_require__(5951);
// EXTERNAL MODULE: ./src/coverage/text-lines.ts
var text_lines = __webpack_require__(1801);
;// CONCATENATED MODULE: ./src/coverage/changed-lines.ts

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
            lines = openFile(line, changed);
    }
    return changed;
}
/** `@@ -12,0 +13,2 @@`: adds the new lines, and gives how many lines the hunk has. */
function takeHunk(header, lines) {
    const [removed, rest] = (0,text_lines/* cutFirst */.b2)(header.slice(HUNK.length), ' ');
    const [added] = (0,text_lines/* cutFirst */.b2)(rest.slice(1), ' ');
    const { start, length } = parseRange(added);
    for (let offset = 0; offset < length; offset += 1)
        lines.push(start + offset);
    return length + parseRange(removed).length;
}
/** A range of one line is written without its length. */
function parseRange(range) {
    const [start, length] = (0,text_lines/* cutFirst */.b2)(range, ',');
    return { start: Number(start), length: length === '' ? 1 : Number(length) };
}
/** The list of the file's lines; one that nobody reads for a file that was removed. */
function openFile(header, changed) {
    // git ends a path that has spaces with a tab.
    const path = unquote(header.slice(FILE.length).replace(/\t$/, ''));
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
function unquote(path) {
    if (!path.startsWith('"'))
        return path;
    return path.slice(1, -1).replace(/\\[^]/g, (escape) => ESCAPES.get(escape) ?? escape);
}

;// CONCATENATED MODULE: ./src/coverage/patch.ts
/**
 * Looks changed lines up in the reports. Lines that are no code do not count.
 * @param files By path from the root of the repository.
 */
function measurePatch(changed, files) {
    let covered = 0;
    let total = 0;
    const uncovered = [];
    for (const [path, numbers] of changed) {
        const lines = new Map(files.get(path)?.lines.entries());
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
/**
 * Files by the path that the repository has for them. Reports name files from other roots: of a
 * source directory (`calc.py` of `app/calc.py`), of another machine, of a Go module. A name stands
 * for the one tracked file that ends with it, or that it ends with.
 * @param tracked Paths from the root of the repository.
 */
function resolveTracked(files, tracked) {
    const byName = groupByName(tracked);
    const known = new Set(tracked);
    const resolved = new Map();
    for (const [path, file] of files) {
        const match = known.has(path) ? path : findTracked(path, byName.get(lastPart(path)) ?? []);
        if (match !== undefined && !resolved.has(match))
            resolved.set(match, file);
    }
    return resolved;
}
/** The longest tracked path that ends the report's; else the only one that the report's ends. */
function findTracked(path, candidates) {
    const shorter = candidates.filter((candidate) => path.endsWith(`/${candidate}`));
    const [longest] = shorter.sort((a, b) => b.length - a.length);
    if (longest !== undefined)
        return longest;
    const [only, ...others] = candidates.filter((candidate) => candidate.endsWith(`/${path}`));
    return others.length === 0 ? only : undefined;
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

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/steps/coverage-patch.ts



/** GitHub's limit of annotations of one kind a step. */
const MAX_ANNOTATIONS = 10;
/**
 * Looks the lines that changed since the base up in the reports.
 * @returns A reason instead, when there is no base to compare with.
 * @throws PromoteError `coverage-unknown` when the checkout does not have the base.
 */
async function readPatch(given, context, files, changes) {
    const base = given ?? findBase(context);
    if (base === undefined) {
        return 'this event has no commit to compare with: set coverage-base';
    }
    const changed = parseChangedLines(await changes.diff(base));
    return measurePatch(changed, resolveTracked(files, await changes.listFiles()));
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
    return candidates.find((sha) => typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha));
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
        const body = (0,counts/* countOf */.pq)(counted, metric);
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

;// CONCATENATED MODULE: ./src/coverage/decode.ts

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
        throw new report_error/* ReportError */.$(`is not valid ${encoding} text`, { cause });
    }
}

// EXTERNAL MODULE: ./src/coverage/formats.ts + 24 modules
var formats = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/coverage/limits.ts
var limits = __webpack_require__(5204);
;// CONCATENATED MODULE: ./src/coverage/read-report.ts




/**
 * Reads a report piece by piece.
 * @param chunks The bytes of the file, in order.
 * @throws ReportError when it is no report, or not one that can be trusted.
 */
async function readReport(chunks, { memory, format, maxBytes = limits/* MAX_REPORT_BYTES */.WA }) {
    const decoder = new TextFileDecoder();
    const parser = new DetectingParser(memory, format);
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new report_error/* ReportError */.$(`is larger than ${maxBytes} bytes`);
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
        if (this.#head.length >= formats/* HEAD_CHARACTERS */.Up)
            this.#start();
    }
    end() {
        return (this.#parser ?? this.#start()).end();
    }
    #start() {
        if (this.#head.trim() === '')
            throw new report_error/* ReportError */.$('is empty');
        const format = (0,formats/* detectFormat */.Tz)(this.#head);
        if (format === undefined) {
            const known = formats/* FORMATS */.hR.map(({ name }) => name).join(', ');
            throw new report_error/* ReportError */.$(`is not a coverage report of a known format (${known})`);
        }
        if (this.#format !== 'auto' && this.#format !== format.name) {
            throw new report_error/* ReportError */.$(`is ${format.name}, while coverage-format is ${this.#format}`);
        }
        this.#parser = format.createParser(this.#memory);
        this.#parser.write(this.#head);
        this.#head = '';
        return this.#parser;
    }
}

;// CONCATENATED MODULE: ./src/steps/coverage-reports.ts




/**
 * Finds and reads coverage reports, and warns of those whose own numbers do not agree.
 * @throws ReportError that names the file, when one cannot be used.
 */
async function readReports(source, { files, logger }) {
    const reports = [];
    for (const path of await files.find(source.globs)) {
        const name = (0,paths/* relativisePath */.Eq)(path, source.workspace);
        const report = await readNamedReport(name, () => files.open(path), source);
        logger.info(`Read ${name}, written by ${report.tool}`);
        for (const contradiction of findContradictions(report)) {
            logger.warning(`${name} ${contradiction}`);
        }
        reports.push(report);
    }
    return reports;
}
async function readNamedReport(name, open, { memory, format }) {
    try {
        return await readReport(open(), { memory, format });
    }
    catch (cause) {
        if (cause instanceof report_error/* ReportError */.$)
            throw new report_error/* ReportError */.$(`${name} ${cause.message}`, { cause });
        if (isFileSystemError(cause)) {
            throw new report_error/* ReportError */.$(`${name} cannot be read: ${cause.message}`, { cause });
        }
        throw cause;
    }
}
/** Node's errors of the file system name the call that failed. */
function isFileSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}

;// CONCATENATED MODULE: ./src/steps/coverage.ts







const LOWER_BOUND = 'Several reports cover a part of one line and do not tell which: the larger number counts, so that branches or instructions are a lower bound.';
/**
 * Finds and reads the coverage reports and holds them against the gates. It does not throw for an
 * outcome of a gate: a report that is absent or cannot be trusted is the verdict `unknown`, with the
 * reason as its message.
 * @throws PromoteError `coverage-unknown` when the checkout lacks the base of the changed lines.
 */
async function runCoverageStep(inputs, context, ports) {
    return ports.logger.group('Coverage', async () => {
        const result = await evaluateReports(inputs, context, ports);
        for (const { gate, message } of result.gates ?? [])
            ports.logger.info(`${gate}: ${message}`);
        if (result.gates === undefined)
            ports.logger.info(result.message);
        return result;
    });
}
async function evaluateReports(inputs, context, ports) {
    try {
        const coverage = await readCoverage(inputs.files, 'coverage-files', { inputs, context, ports });
        if (coverage.isLowerBound)
            ports.logger.notice(LOWER_BOUND);
        const baseline = await readBaseline(inputs, context, ports);
        const patch = inputs.minPatch === undefined
            ? ''
            : await readPatch(inputs.base, context, coverage.files, ports.changes);
        if (typeof patch !== 'string')
            annotateUncovered(patch, ports.logger);
        return evaluateCoverage(inputs, { coverage, baseline, patch });
    }
    catch (error) {
        if (!(error instanceof report_error/* ReportError */.$))
            throw error;
        return { verdict: 'unknown', message: `coverage is unknown: ${error.message}` };
    }
}
/** The earlier report, or why there is none; nothing when the baseline is a percentage. */
async function readBaseline(inputs, context, ports) {
    const { baseline } = inputs;
    if (baseline === undefined || (0,coverage_percent/* parsePercentage */.A3)(baseline) !== undefined)
        return '';
    try {
        return await readCoverage([baseline], 'coverage-baseline', { inputs, context, ports });
    }
    catch (error) {
        if (error instanceof report_error/* ReportError */.$)
            return error.message;
        throw error;
    }
}
async function readCoverage(globs, input, { inputs, context: { workspace }, ports, }) {
    const { format, include, exclude } = inputs;
    const memory = new coverage_memory/* ReportMemory */.W();
    const [first, ...others] = await readReports({ globs, format, workspace, memory }, ports);
    if (first === undefined)
        throw new report_error/* ReportError */.$(explainNoMatch(input, globs));
    return combineReports([first, ...others], { workspace, include, exclude });
}
function explainNoMatch(input, globs) {
    const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
    return `${input} matches no file: ${patterns}. Paths are relative to the workspace; was the report written, or downloaded, in this job?`;
}


/***/ })

};

//# sourceMappingURL=72.index.js.map