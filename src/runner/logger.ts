import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Logger, Random } from '../ports/runner.js';
import { annotate, runInGroup, writeDebug, writeLine } from './commands.js';

/** The log of the runner. */
export const actionsLogger: Logger = {
  debug: writeDebug,
  info: (message) => {
    writeLine(neutraliseCommands(message));
  },
  notice: (message) => {
    annotate('notice', message);
  },
  warning: (message) => {
    annotate('warning', message);
  },
  annotate: (message, { path, start, end }) => {
    annotate('warning', message, { file: path, line: start, endLine: end });
  },
  group: runInGroup,
};

/**
 * The runner carries out a line that starts with `::` (after white space), and `##[` anywhere in a
 * line. Text from a repository must not be able to do that, so such lines are marked visibly.
 * Annotations need no such care: `@actions/core` escapes their line breaks.
 */
export function neutraliseCommands(message: string): string {
  return message.replace(/^(?=\s*::)/gm, '| ').replaceAll('##[', '## [');
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (milliseconds) => sleep(milliseconds),
};

export const systemRandom: Random = {
  fraction: () => Math.random(),
  uuid: () => randomUUID(),
};
