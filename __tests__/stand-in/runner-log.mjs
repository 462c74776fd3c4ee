// Shows what an action printed the way that the runner does: its workflow commands become text.

/** How the runner begins the line of an annotation. */
const ANNOTATIONS = new Map([
  ['error', 'Error: '],
  ['warning', 'Warning: '],
  ['notice', 'Notice: '],
]);

/**
 * @param {string} stdout
 * @returns {string[]} The lines that people see.
 */
export function renderLog(stdout) {
  /** @type {string[]} */
  const secrets = [];
  const lines = [];
  let indent = '';
  for (const line of stdout.replace(/\n$/, '').split(/\r?\n/)) {
    const { command, data } = parseCommand(line);
    if (command === 'add-mask') secrets.push(data);
    if (command === 'group') lines.push(data);
    if (command === 'group') indent = '  ';
    if (command === 'endgroup') indent = '';
    const prefix = command === '' ? '' : ANNOTATIONS.get(command);
    if (prefix === undefined) continue;
    lines.push(...`${prefix}${data}`.split('\n').map((text) => `${indent}${text}`));
  }
  return lines.map((line) => mask(line, secrets));
}

/**
 * `::name key=value::data`; a line that is none has the empty command.
 * @param {string} line
 */
function parseCommand(line) {
  const groups = /^::(?<command>[a-z-]+)(?: [^:]*)?::(?<data>.*)$/.exec(line)?.groups;
  if (groups === undefined) return { command: '', data: line };
  const data = (groups['data'] ?? '').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return { command: groups['command'] ?? '', data: data.replaceAll('%25', '%') };
}

/**
 * @param {string} line
 * @param {readonly string[]} secrets
 */
function mask(line, secrets) {
  let masked = line;
  for (const secret of secrets) masked = masked.replaceAll(secret, '***');
  return masked;
}
