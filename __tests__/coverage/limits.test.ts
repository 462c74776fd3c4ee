import { describe, expect, it } from '@jest/globals';
import { chunk, parseReport } from './fixture.js';
import { LINES_PER_FILE, MAX_TOKEN_CHARACTERS } from '../../src/coverage/limits.js';
import { ReportMemory } from '../../src/coverage/memory.js';
import { readReport } from '../../src/coverage/read-report.js';

describe('limits', () => {
  it('bounds the bytes of a report', async () => {
    const bytes = Buffer.from('<coverage><packages/></coverage>');
    const read = readReport(chunk(bytes), {
      memory: new ReportMemory(),
      format: 'auto',
      maxBytes: bytes.length - 1,
    });
    await expect(read).rejects.toThrow('is larger than 31 bytes');
  });

  it('bounds depth', async () => {
    const deep = `<coverage>${'<a>'.repeat(64)}`;
    await expect(parseReport(deep)).rejects.toThrow('nested more than 64 deep');
  });

  it('bounds one piece of text', async () => {
    const long = `<coverage><a b="${'x'.repeat(MAX_TOKEN_CHARACTERS + 100_000)}`;
    await expect(parseReport(long)).rejects.toThrow('in one piece of text or markup');
  });

  it.each([
    { description: 'lines', content: '<line number="100" hits="1"/>' },
    {
      description: 'branches',
      content: '<line number="99" hits="1" condition-coverage="50% (1/2)"/>',
    },
  ])('bounds $description', async ({ content }) => {
    const report = `<coverage><class filename="a">${content}</class></coverage>`;
    const size = LINES_PER_FILE + 101;
    await expect(parseReport(report, new ReportMemory(size))).resolves.toBeDefined();
    await expect(parseReport(report, new ReportMemory(size - 1))).rejects.toThrow(
      'lines of source',
    );
  });

  it('bounds files', async () => {
    const report = '<coverage><class filename="a"/><class filename="b"/></coverage>';
    const memory = new ReportMemory(2 * LINES_PER_FILE - 1);
    await expect(parseReport(report, memory)).rejects.toThrow('lines of source');
  });
});
