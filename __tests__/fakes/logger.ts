import { neutraliseCommands } from '../../src/runner/logger.js';
import type { Logger, SourcePlace } from '../../src/ports/runner.js';

/** A logger that keeps what it is told: `level: message`. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];
  /** What only whoever debugs sees. */
  readonly debugLines: string[] = [];

  debug(message: string): void {
    this.debugLines.push(message);
  }

  info(message: string): void {
    this.lines.push(`info: ${message}`);
  }

  notice(message: string): void {
    this.lines.push(`notice: ${message}`);
  }

  warning(message: string): void {
    this.lines.push(`warning: ${message}`);
  }

  annotate(message: string, { path, start, end }: SourcePlace): void {
    this.lines.push(`${path}:${start}-${end}: ${message}`);
  }

  group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.lines.push(`group: ${title}`);
    return work();
  }
}

/** A logger that writes what the runner's log gets, workflow commands included, into a text. */
export class CommandLog implements Logger {
  text = '';
  readonly #debugs: boolean;

  /** @param debugs Whether the runner was asked to show more. */
  constructor(debugs = false) {
    this.#debugs = debugs;
  }

  debug(message: string): void {
    if (this.#debugs) this.#write(`::debug::${escapeData(message)}`);
  }

  info(message: string): void {
    this.#write(neutraliseCommands(message));
  }

  notice(message: string): void {
    this.#write(`::notice::${escapeData(message)}`);
  }

  warning(message: string): void {
    this.#write(`::warning::${escapeData(message)}`);
  }

  error(message: string): void {
    this.#write(`::error::${escapeData(message)}`);
  }

  annotate(message: string, { path, start, end }: SourcePlace): void {
    const place = `file=${escapeProperty(path)},line=${start},endLine=${end}`;
    this.#write(`::warning ${place}::${escapeData(message)}`);
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#write(`::group::${escapeData(title)}`);
    try {
      return await work();
    } finally {
      this.#write('::endgroup::');
    }
  }

  #write(line: string): void {
    this.text += `${line}\n`;
  }
}

/** The runner reads these back. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
