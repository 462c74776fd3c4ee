import { describe, expect, it } from '@jest/globals';
import { chunk, parseReport } from '../fixture.js';
import { MAX_TOKEN_CHARACTERS, COST } from '../../../src/coverage/model/limits.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { readReport } from '../../../src/coverage/formats/read-report.js';

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
    {
      description: 'lines',
      content: '<line number="100" hits="1"/><line number="7" hits="0"/>',
      room: COST.file + 256 * COST.sourceLine + 2 * COST.line,
    },
    {
      description: 'branches',
      content: '<line number="99" hits="1" condition-coverage="50% (1/2)"/>',
      room: COST.file + 256 * COST.sourceLine + COST.line + COST.tally,
    },
    { description: 'files', content: '', room: COST.file },
  ])('bounds $description', async ({ content, room }) => {
    const report = `<coverage><class filename="a">${content}</class></coverage>`;
    await expect(parseReport(report, new ReportMemory(room))).resolves.toBeDefined();
    await expect(parseReport(report, new ReportMemory(room - 1))).rejects.toThrow('lines of code');
  });

  it.each([
    { description: 'ranges of lines', text: `mode: set\n${'a.go:1.1,999.1 1 1\n'.repeat(400)}` },
    {
      description: 'keys',
      text: `{"meta": {"branch_coverage": true}, ${Array.from({ length: 800 }, (_, key) => `"${key}": 1`).join()}}`,
    },
    {
      description: 'numbers of files',
      text: `<CoverageSession>${Array.from({ length: 800 }, (_, uid) => `<File uid="${uid}" fullPath="a"/>`).join('')}</CoverageSession>`,
    },
    {
      description: 'numbers of functions',
      text: `SF:a\n${Array.from({ length: 800 }, (_, index) => `FNL:${index},1`).join('\n')}\n`,
    },
    {
      description: 'names of branches that are missing',
      text: `<coverage><class filename="a"><line number="1" hits="1" condition-coverage="0% (0/9)" missing-branches="${'1,'.repeat(9000)}"/></class></coverage>`,
    },
  ])('bounds $description', async ({ text }) => {
    await expect(parseReport(text, new ReportMemory(100_000))).rejects.toThrow('lines of code');
  });

  it('bounds names', () => {
    const memory = new ReportMemory(2 * COST.name);
    expect([memory.idOf('a'), memory.idOf('b'), memory.idOf('a')]).toEqual([0, 1, 0]);
    expect(() => memory.idOf('c')).toThrow('lines of code');
  });
});
