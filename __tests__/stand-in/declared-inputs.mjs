// The inputs that action.yml declares, read without a YAML library: the demo runs without packages.

import { readFileSync } from 'node:fs';

const ACTION = new URL('../../action.yml', import.meta.url);

/**
 * @returns {Map<string, string>} The default of every declared input, by its name; '' for none.
 */
export function readDeclaredInputs() {
  /** @type {Map<string, string>} */
  const defaults = new Map();
  let section = '';
  let input = '';
  for (const line of readFileSync(ACTION, 'utf8').split('\n')) {
    section = /^(?<name>\w+):/.exec(line)?.groups?.['name'] ?? section;
    if (section !== 'inputs') continue;
    input = /^ {2}(?<name>[a-z-]+):$/.exec(line)?.groups?.['name'] ?? input;
    const value = /^ {4}default: (?<value>.+)$/.exec(line)?.groups?.['value'];
    if (input !== '') defaults.set(input, unquote(value) ?? defaults.get(input) ?? '');
  }
  return defaults;
}

/** @param {string | undefined} scalar */
function unquote(scalar) {
  return scalar?.replace(/^(?<quote>['"])(?<text>.*)\k<quote>$/, '$<text>');
}
