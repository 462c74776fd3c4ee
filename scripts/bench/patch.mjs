/**
 * Patching and proving a values file of 5,000 lines, against one parse of it by the yaml library:
 * `npm run bench:patch`. Both run in turn, so that a slow moment of the machine meets both; the
 * ratio of the medians is what counts, and it fails above the limit.
 */
import { performance } from 'node:perf_hooks';
import { parseDocument } from 'yaml';
import { compileSource, importCompiled } from './compiled.mjs';

const LIMIT = 4;
const RUNS = 40;
const WARM_UPS = 5;
const SERVICES = 500;

/** Ten lines a service, as umbrella charts have them. */
function renderValues() {
  const services = Array.from({ length: SERVICES }, (_, index) => [
    `service${index}: # ${index}`,
    '  replicas: 2',
    '  image:',
    `    repository: ghcr.io/org/service${index}`,
    `    tag: "v1.${index}.0" # {"$imagepolicy": "flux:service${index}:tag"}`,
    '  env:',
    '    - name: LOG_LEVEL',
    '      value: info',
    '  resources: {limits: {cpu: 500m, memory: 256Mi}}',
    '',
  ]);
  return services.flat().join('\n');
}

/** @param {readonly number[]} values */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {() => unknown} work */
function timeOf(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}

compileSource();
const { patchFile } = await importCompiled('patch/patch.js');
const { parsePath } = await importCompiled('patch/yaml/path.js');

const text = renderValues();
const file = { path: 'values.yaml', bytes: Buffer.from(text) };
const image = { repository: `ghcr.io/org/service${SERVICES / 2}`, tag: 'main-a1b2c3d' };
const change = {
  kind: 'values',
  image,
  paths: { tag: parsePath(`service${SERVICES / 2}.image.tag`) },
};

const times = { parse: /** @type {number[]} */ ([]), patch: /** @type {number[]} */ ([]) };
for (let run = -WARM_UPS; run < RUNS; run += 1) {
  const parse = timeOf(() => parseDocument(text));
  const patch = timeOf(() => patchFile(file, [change]));
  if (run < 0) continue;
  times.parse.push(parse);
  times.patch.push(patch);
}

const [parse, patch] = [medianOf(times.parse), medianOf(times.patch)];
const ratio = patch / parse;
console.log(`Node.js ${process.version}, ${text.split('\n').length} lines, median of ${RUNS} runs`);
console.log(`one parse          ${parse.toFixed(1)} ms`);
console.log(`patch and proof    ${patch.toFixed(1)} ms`);
console.log(`patch / parse      ${ratio.toFixed(2)} (limit ${LIMIT})`);
if (ratio > LIMIT) process.exitCode = 1;
