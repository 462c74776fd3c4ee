/**
 * Renders docs/reference.md from action.yml and the list of codes: `npm run docs`. With `--check`
 * nothing is written, and it fails when the page is not what they say. In action.yml a comment above
 * an input or output begins a group, and a description ends in "Default: …." where there is one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { isMap, isScalar, parseDocument } from 'yaml';
import { ERROR_CODES, OUTCOMES } from './error-codes.mjs';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} description
 * @property {string | undefined} given The default that action.yml itself gives.
 * @typedef {'inputs' | 'outputs'} Section
 */

const page = fileURLToPath(new URL('../docs/reference.md', import.meta.url));
const action = parseDocument(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));

const INTRODUCTION = `# Reference

Every input, every output and every value of \`reason\`. This page is made from \`action.yml\` and the action's own list of codes (\`npm run docs\`).

A step runs when its key input is set, or when \`steps\` names it. Name the steps where a job runs some of them: then an empty variable is an error instead of a step that silently does not run.

An input that is empty counts as not given. Lists take one item a line. Booleans are \`true\` or \`false\`. A given input of a step that does not run is an error, unless \`steps\` leaves that step out; so is an input that does not exist, for which the runner itself only shows a warning. All that is wrong is reported at once.

Outputs are written as far as a run came, also when it fails. An output that is not known is empty.`;

/**
 * Where a group is told at length, by its name in action.yml.
 * @type {Readonly<Record<string, string>>}
 */
const MORE = {
  'Coverage gate':
    'Formats, metrics, the command of each tool, and every gate: [coverage.md](coverage.md).',
  'Image tag': 'The rules, the events, and the commit that each stands for: [tags.md](tags.md).',
  Promotion:
    'What can be promoted to, and how paths are written: [targets.md](targets.md). Order, retries and pull requests: [delivery.md](delivery.md). What the registry is asked: [registry.md](registry.md).',
  Rollback:
    'What each form goes back to, and what happens to the next run: [rollback.md](rollback.md).',
  Verify: 'The rules, and the role of the token: [verify.md](verify.md).',
};

const CODES = `## Values of \`reason\`

The list is closed. With a failure the log has one sentence with the cure; what servers answer, and what is made of it, is in [troubleshooting.md](troubleshooting.md).`;

/**
 * The entries of a section of action.yml, by their group.
 * @param {Section} section
 */
function readGroups(section) {
  const map = action.get(section);
  if (!isMap(map)) throw new Error(`action.yml has no ${section}.`);
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  /** @type {Entry[] | undefined} */
  let entries;
  for (const [index, { key, value }] of map.items.entries()) {
    if (!isScalar(key) || !isMap(value)) throw new Error(`An entry of ${section} is no mapping.`);
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    if (comment != null) groups.set(comment.trim(), (entries = []));
    if (entries === undefined) throw new Error(`The ${section} begin without a group.`);
    const given = value.get('default');
    entries.push({
      name: String(key.value),
      description: String(value.get('description')).trim(),
      given: typeof given === 'string' ? given : undefined,
    });
  }
  return groups;
}

/** @param {string} description */
function splitDefault(description) {
  const [, meaning = description, usual] = /^(.*?) Default: (.*)\.$/s.exec(description) ?? [];
  return { meaning, usual };
}

/** @param {Entry} entry */
function renderInput({ name, description, given }) {
  const { meaning, usual = '' } = splitDefault(description);
  return renderRow([`\`${name}\``, meaning, given === undefined ? usual : `\`${given}\``]);
}

/** @param {readonly string[]} cells */
function renderRow(cells) {
  const texts = cells.map((cell) => cell.replace(/\bdocs\/([\w-]+\.md)/g, '[$1]($1)'));
  return `| ${texts.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly string[]} rows
 */
function renderTable(head, rows) {
  return [renderRow(head), renderRow(head.map(() => '---')), ...rows].join('\n');
}

function renderGroups() {
  const inputs = readGroups('inputs');
  const outputs = readGroups('outputs');
  const names = new Set([...inputs.keys(), ...outputs.keys()]);
  return [...names].flatMap((name) => [
    `## ${name}`,
    MORE[name] ?? '',
    ...(inputs.has(name)
      ? [renderTable(['Input', 'Meaning', 'Default'], (inputs.get(name) ?? []).map(renderInput))]
      : []),
    ...(outputs.has(name)
      ? [
          renderTable(
            ['Output', 'Value'],
            (outputs.get(name) ?? []).map((entry) =>
              renderRow([`\`${entry.name}\``, entry.description]),
            ),
          ),
        ]
      : []),
  ]);
}

function renderCodes() {
  const outcomes = Object.entries(OUTCOMES).map(([code, means]) =>
    renderRow([`\`${code}\``, means]),
  );
  const failures = Object.entries(ERROR_CODES).map(([code, { means, cure }]) =>
    renderRow([`\`${code}\``, means, cure]),
  );
  return [
    CODES,
    renderTable(['Outcome', 'Means'], outcomes),
    renderTable(['Failure', 'Means', 'Cure'], failures),
  ];
}

const text = [INTRODUCTION, ...renderGroups(), ...renderCodes(), ''].join('\n\n');
const config = await prettier.resolveConfig(page);
const formatted = await prettier.format(text, { ...config, filepath: page });

if (!process.argv.includes('--check')) {
  writeFileSync(page, formatted);
} else if (readFileSync(page, 'utf8') !== formatted) {
  console.error('docs/reference.md is not what action.yml and the codes say: npm run docs');
  process.exitCode = 1;
}
