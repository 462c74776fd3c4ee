/**
 * The commands that the runner reads, written by the parts of `@actions/core` for that. Its entry
 * also loads an HTTP client for OpenID Connect, more than half of what a start of the bundle would
 * parse, and the package exports nothing but its entry: hence the paths into it.
 */

import { EOL } from 'node:os';
import {
  type CommandProperties,
  issue,
  issueCommand,
} from '../../node_modules/@actions/core/lib/command.js';
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';

export { summary } from '../../node_modules/@actions/core/lib/summary.js';

/** Where an annotation points. */
interface AnnotationPlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

export function writeLine(text: string): void {
  process.stdout.write(text + EOL);
}

export function annotate(
  level: 'notice' | 'warning' | 'error',
  message: string,
  place?: AnnotationPlace,
): void {
  const properties: CommandProperties = { ...place };
  issueCommand(level, properties, message);
}

/** The runner sets the variable for a run with debug logging; elsewhere nobody would hide the line. */
export function writeDebug(message: string): void {
  if (process.env['RUNNER_DEBUG'] === '1') issueCommand('debug', {}, message);
}

/** Keeps a text out of the log. */
export function maskSecret(text: string): void {
  issueCommand('add-mask', {}, text);
}

/** Runs `work` inside a collapsible group of the log. */
export async function runInGroup<T>(title: string, work: () => Promise<T>): Promise<T> {
  issue('group', title);
  try {
    return await work();
  } finally {
    issue('endgroup');
  }
}

/** Sets an output of the step; outside a runner, which names a file for them, it is shown. */
export function writeOutput(name: string, value: string): void {
  const isOnRunner = (process.env['GITHUB_OUTPUT'] ?? '') !== '';
  if (isOnRunner) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
  else writeLine(`${name}=${value}`);
}
