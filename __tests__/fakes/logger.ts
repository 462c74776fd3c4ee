import type { Logger, SourcePlace } from '../../src/ports/runner.js';

/** A logger that keeps what it is told: `level: message`. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];

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
