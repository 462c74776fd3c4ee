/**
 * Renders docs/troubleshooting.md from the table of refusals: `npm run docs`. With `--check` nothing
 * is written, and it fails when the page is not what the table says.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as prettier from 'prettier';

/** @typedef {import('../src/github/refusals/refusal.js').RefusalRule} RefusalRule */

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'troubleshooting.md');
/** Inside the project, so that imports find its packages. */
const folder = join(root, '.cache', 'docs');

const INTRODUCTION = `# Troubleshooting

What servers refuse, what the action says of it, and what helps. This page is made from the action's own table of them (\`npm run docs\`). Find the output \`reason\` below, or the message of the failed step. In the messages, OWNER/NAME is the GitOps repository, BRANCH its branch, PATH a file, and MESSAGE what the server says.

Where one of several situations fits, the action takes the first that does, with more particular ones before general ones. What fits none is \`write-refused\`, with what the server says.`;

/**
 * The sections, by the code that becomes the output \`reason\`.
 * @type {ReadonlyMap<string, string>}
 */
const SECTIONS = new Map([
  ['token-invalid', 'The token is none. Trying again does not help.'],
  ['token-forbidden', 'The token is valid, but may not do what it has to.'],
  ['repository-not-found', 'The repository is not where it was looked for.'],
  ['branch-not-found', 'The repository is there, the branch is not.'],
  [
    'path-not-found',
    'The branch is there, the path is not. The message begins with the input that names it, and lists what is there.',
  ],
  ['unsupported-file', 'The file is there, and is none that can be changed.'],
  ['branch-occupied', 'The branch of the pull request holds what the action did not put there.'],
  ['read-refused', 'The server refuses the read, and the reason is not known.'],
  ['write-refused', 'A rule forbids the write, whoever asks.'],
  ['invalid-input', 'The server cannot do what the inputs ask for.'],
  [
    'conflict',
    'Somebody else was faster. The action reads, checks and patches again, and fails only when that went on for as long as `retry-timeout` allows.',
  ],
  [
    'unavailable',
    'The server cannot answer now. The action tries again, not before the server allows it, and fails only when that would take longer than `retry-timeout`.',
  ],
  [
    'outcome-unknown',
    'A write got no proper answer, so it may or may not have taken effect. The action looks for its own commit before it writes again, and fails only when it cannot learn which. Running the job again is safe.',
  ],
]);

/** @param {readonly RefusalRule[]} rules */
function renderPage(rules) {
  const foreign = rules.find(({ code }) => !SECTIONS.has(code));
  if (foreign !== undefined) throw new Error(`There is no section for ${foreign.code}.`);
  const sections = [...SECTIONS].flatMap(([code, meaning]) => {
    const own = rules.filter((rule) => rule.code === code);
    return own.length === 0 ? [] : [`## \`${code}\``, meaning, ...own.map(renderRule)];
  });
  return [INTRODUCTION, ...sections, ''].join('\n\n');
}

/** @param {RefusalRule} rule */
function renderRule(rule) {
  const message = rule.explain({
    action: rule.action ?? 'write',
    status: rule.status?.[0] ?? 200,
    message: 'MESSAGE',
    headers: {},
    repository: 'OWNER/NAME',
    branch: 'BRANCH',
    path: rule.root === undefined ? 'PATH' : '',
    tokenInput: 'gitops-token',
  });
  return `### ${rule.when}\n\n${renderReply(rule)}\n\n> ${escapeMarkdown(message)}`;
}

/** What was asked for, as it reads behind "answers". */
const ASKED = { read: ' a read', write: ' a write', 'pull-request': ' work on a pull request' };

/** @param {RefusalRule} rule */
function renderReply({ action, status, type, message, header }) {
  const told = [
    ...(status === undefined ? [] : [`status ${renderStatuses(status)}`]),
    ...(type === undefined ? [] : [`GraphQL's ${renderWords(type)}`]),
  ].join(' or ');
  const details = [
    ...(message === undefined ? [] : [`a message with ${renderWords(describePattern(message))}`]),
    ...(header === undefined ? [] : [`the header ${renderWords([header[0]])}`]),
  ];
  const reply = [told, ...details].filter((part) => part !== '').join(', and ');
  return `The server answers${action === undefined ? '' : ASKED[action]} with ${reply}.`;
}

/** @param {readonly number[]} statuses */
function renderStatuses(statuses) {
  /** @type {number[][]} */
  const runs = [];
  for (const status of statuses) {
    const run = runs.at(-1);
    if (run?.at(-1) === status - 1) run.push(status);
    else runs.push([status]);
  }
  const texts = runs.map((run) =>
    run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run.join(' or '),
  );
  return texts.join(' or ');
}

/** @param {readonly string[]} words */
function renderWords(words) {
  return words.map((word) => `\`${word}\``).join(' or ');
}

/**
 * The texts that a pattern stands for, with an ellipsis for what varies. It knows what the patterns
 * of the table are made of, and no more of the language.
 * @param {RegExp} pattern
 */
function describePattern({ source }) {
  const texts = splitAlternatives(source)
    .flatMap(expandGroups)
    .map((text) => text.replace(/\\b|^\^|\$$/g, '').replace(/(\w)\?/g, '$1'))
    .map((text) => text.replace(/\.\*|\[[^\]]*\]\+?/g, ' … ').replace(/(?<!\\)\.\??/g, '…'))
    .map((text) => text.replace(/\\(.)/g, '$1').replace(/ +/g, ' ').trim());
  return [...new Set(texts)];
}

/**
 * At the bars that are in no group.
 * @param {string} source
 */
function splitAlternatives(source) {
  let depth = 0;
  const parts = [''];
  for (const character of source) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function expandGroups(source) {
  const group = /\(\?:([^()]*)\)(\??)/.exec(source);
  if (group === null) return [source];
  const [whole, inner = '', optional] = group;
  const choices = [...inner.split('|'), ...(optional === '?' ? [''] : [])];
  const after = source.slice(group.index + whole.length);
  return choices.flatMap((choice) => expandGroups(source.slice(0, group.index) + choice + after));
}

/** @param {string} text */
function escapeMarkdown(text) {
  return text.replace(/[\\`*<>[\]]/g, '\\$&');
}

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const options = ['--outDir', folder, '--sourceMap', 'false', '--noCheck'];
execFileSync(process.execPath, [tsc, ...options], { cwd: root });
const compiled = pathToFileURL(join(folder, 'github', 'refusals', 'table.js')).href;
/** @type {{ REFUSAL_RULES: readonly RefusalRule[] }} */
const { REFUSAL_RULES } = await import(compiled);
const config = await prettier.resolveConfig(page);
const text = await prettier.format(renderPage(REFUSAL_RULES), { ...config, filepath: page });

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/troubleshooting.md is not what the table of refusals says: npm run docs');
  process.exitCode = 1;
}
