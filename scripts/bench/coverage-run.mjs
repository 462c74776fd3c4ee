/**
 * One measured run, in a process of its own: `coverage-run.mjs <what> <report> <compiled sources>`.
 * Prints the processor time in milliseconds, which other work on the machine changes least, the peak
 * of memory in MB, and what was counted.
 */
import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';

const [what = '', report = '', compiled = ''] = process.argv.slice(2);

/** As much as the action reads at once. */
const CHUNK = 1 << 17;

/** saxes with empty handlers for the events that a report needs. */
async function readWithSaxes() {
  const saxes = new SaxesParser({ xmlns: false });
  for (const event of /** @type {const} */ (['opentag', 'closetag', 'text', 'comment'])) {
    saxes.on(event, () => undefined);
  }
  for await (const text of createReadStream(report, { encoding: 'utf8', highWaterMark: CHUNK })) {
    saxes.write(text);
  }
  saxes.close();
  return {};
}

/** The least that a format of lines needs. */
async function splitLines() {
  let rest = '';
  let lines = 0;
  for await (const text of createReadStream(report, { encoding: 'utf8', highWaterMark: CHUNK })) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) lines += line.length > 0 ? 1 : 0;
  }
  return { lines };
}

/** As many files as a large repository has; the reports are of some of them. */
function listTracked() {
  return Array.from({ length: 100_000 }, (_, file) => {
    const kind = file % 2 === 0 ? 'src/' : '';
    const extension = file % 2 === 0 ? 'c' : 'py';
    const number = file >> 1;
    return `${kind}package_${number % 97}/module_${number}.${extension}`;
  });
}

/** The report as the coverage step reads it, in a checkout of many files, to its verdict. */
async function readReport() {
  /** @param {string} name */
  const load = (name) => import(new URL(`${name}.js`, `${pathToFileURL(compiled)}/`).href);
  const [step, inputs, reader] = await Promise.all(
    ['coverage/step', 'coverage/inputs', 'base/input-reader'].map(load),
  );
  const raw = new Map([
    ['coverage-files', report],
    ['coverage-metric', 'lines'],
    ['coverage-min-branches', '0'],
  ]);
  const say = () => undefined;
  const result = await step.runCoverageStep(
    inputs.parseCoverageInputs(new reader.InputReader(raw)),
    { workspace: '/home/runner/work/app/app', payload: {} },
    {
      files: {
        find: async () => [report],
        open: (/** @type {string} */ path) => createReadStream(path, { highWaterMark: CHUNK }),
        listIn: async () => [],
        listAll: async () => [],
      },
      changes: {
        listFiles: async () => listTracked(),
        listParents: async () => [],
        diff: async () => '',
      },
      logger: {
        group: (/** @type {string} */ _name, /** @type {() => unknown} */ body) => body(),
        info: say,
        notice: say,
        warning: say,
        annotate: say,
      },
    },
  );
  return result.gates ?? result;
}

const runs = new Map([
  ['saxes', readWithSaxes],
  ['split', splitLines],
  ['report', readReport],
]);

const run = runs.get(what);
if (run === undefined) throw new Error(`expected one of ${[...runs.keys()].join(', ')}`);
const before = process.cpuUsage();
const counted = await run();
const { user, system } = process.cpuUsage(before);
const time = (user + system) / 1000;
const memory = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ time, memory, counted }));
