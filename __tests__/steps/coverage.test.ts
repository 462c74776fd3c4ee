import { describe, expect, it } from '@jest/globals';
import { chunk, readFixture } from '../coverage/fixture.js';
import { parseCoverageInputs } from '../../src/coverage/inputs.js';
import { InputReader } from '../../src/input-reader.js';
import type { Files, Logger } from '../../src/ports.js';
import { runCoverageStep } from '../../src/steps/coverage.js';

class RecordingLogger implements Logger {
  readonly entries: string[] = [];

  info(message: string): void {
    this.entries.push(`info: ${message}`);
  }

  notice(message: string): void {
    this.entries.push(`notice: ${message}`);
  }

  warning(message: string): void {
    this.entries.push(`warning: ${message}`);
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.entries.push(`group: ${title}`);
    return work();
  }
}

/** Files of the given contents; a pattern is the name of a file. */
function files(contents: Readonly<Record<string, string | Uint8Array | Error>>): Files {
  return {
    find: (globs) => Promise.resolve(globs.filter((glob) => glob in contents)),
    open(path) {
      const content = contents[path];
      if (content instanceof Error) throw content;
      return chunk(Buffer.from(content ?? ''));
    },
  };
}

async function run(source: Files, raw: Readonly<Record<string, string>>) {
  const logger = new RecordingLogger();
  const inputs = parseCoverageInputs(new InputReader(new Map(Object.entries(raw))));
  const result = await runCoverageStep(inputs, { files: source, logger });
  return { result, entries: logger.entries };
}

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly expected: {
    readonly metric?: string;
    readonly covered?: number;
    readonly total?: number;
    readonly verdict?: string;
    readonly parsed?: boolean;
  };
}

const COBERTURA = '<coverage lines-covered="8" lines-valid="10">';

describe('runCoverageStep', () => {
  it('passes, and logs what it read', async () => {
    const report = readFixture('python-new/branch/coverage.xml');
    const { result, entries } = await run(files({ 'coverage.xml': report }), {
      'coverage-files': 'coverage.xml',
      'coverage-min': '68',
    });
    expect(result).toEqual({
      verdict: 'pass',
      message: 'coverage 68.18% (30/44 lines and branches) reaches 68%',
      measured: {
        metric: 'combined',
        covered: 30,
        total: 44,
        percent: '68.18',
        tool: 'coverage.py 7.16.2',
      },
    });
    expect(entries).toEqual([
      'group: Coverage',
      'info: Read coverage.xml, written by coverage.py 7.16.2',
      'info: coverage 68.18% (30/44 lines and branches) reaches 68%',
    ]);
  });

  it('warns of a report whose totals are not those of its files', async () => {
    const { result, entries } = await run(files({ a: `${COBERTURA}</coverage>` }), {
      'coverage-files': 'a',
    });
    expect(result.verdict).toBe('pass');
    expect(entries).toContain('warning: a declares 8/10 lines, while its files list 0/0');
  });

  it('says when branches of several reports are a lower bound', async () => {
    const report =
      '<coverage><class filename="a"><line number="1" hits="1" condition-coverage="50% (1/2)"/></class></coverage>';
    const { result, entries } = await run(files({ a: report, b: report }), {
      'coverage-files': 'a\nb',
    });
    expect(result.measured).toMatchObject({ covered: 1, total: 1, tool: 'Cobertura' });
    expect(entries.join('\n')).toMatch(/notice: .*lower bound/);
  });

  it.each([
    {
      description: 'a glob that matches nothing',
      contents: {},
      reason: 'coverage-files matches no file: "a". Paths are relative to the workspace',
    },
    { description: 'an empty file', contents: { a: '' }, reason: 'a is empty' },
    {
      description: 'a truncated report',
      contents: { a: COBERTURA },
      reason: 'a is not well-formed XML',
    },
    {
      description: 'nothing measured',
      contents: { a: '<coverage lines-covered="0" lines-valid="0"/>' },
      reason: 'nothing was measured (0 of 0)',
    },
    {
      description: 'a file that cannot be read',
      contents: { a: Object.assign(new Error('EACCES: denied'), { syscall: 'open' }) },
      reason: 'a cannot be read: EACCES: denied',
    },
  ])('is unknown for $description', async ({ contents, reason }) => {
    const { result } = await run(files({ ...contents }), { 'coverage-files': 'a' });
    expect(result.verdict).toBe('unknown');
    expect(result.message).toContain(`coverage is unknown: ${reason}`);
    expect(result.measured).toBeUndefined();
  });

  it('does not hide an error of its own', async () => {
    const broken = files({ a: new TypeError('a bug') });
    await expect(run(broken, { 'coverage-files': 'a' })).rejects.toThrow('a bug');
  });

  const cases = JSON.parse(readFixture('expected.json').toString()) as readonly Case[];
  const supported = cases.filter(
    (each) => each.files.every((file) => file.endsWith('.xml')) && !/JaCoCo|Clover/.test(each.name),
  );

  it.each(supported.filter(({ inputs }) => inputs?.['coverage-precision'] === undefined))(
    'gives what the tool says: $name',
    async ({ files: names, inputs, expected }) => {
      const contents = Object.fromEntries(names.map((name) => [name, readFixture(name)]));
      const { result } = await run(files(contents), {
        'coverage-files': names.join('\n'),
        ...inputs,
      });
      const { verdict, parsed, ...measured } = expected;
      if (verdict !== undefined) expect(result.verdict).toBe(verdict);
      if (parsed === true) expect(result.measured).toBeDefined();
      if (Object.keys(measured).length > 0) expect(result.measured).toMatchObject(measured);
    },
  );
});
