import { describe, expect, it } from '@jest/globals';
import { chunk, parseReport } from './fixture.js';
import { MAX_TOKEN_CHARACTERS, ROOM } from '../../src/coverage/limits.js';
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
    {
      description: 'lines',
      content: '<line number="100" hits="1"/><line number="7" hits="0"/>',
      room: ROOM.file + 256 * ROOM.sourceLine + 2 * ROOM.line,
    },
    {
      description: 'branches',
      content: '<line number="99" hits="1" condition-coverage="50% (1/2)"/>',
      room: ROOM.file + 256 * ROOM.sourceLine + ROOM.line + ROOM.tally,
    },
    { description: 'files', content: '', room: ROOM.file },
  ])('bounds $description', async ({ content, room }) => {
    const report = `<coverage><class filename="a">${content}</class></coverage>`;
    await expect(parseReport(report, new ReportMemory(room))).resolves.toBeDefined();
    await expect(parseReport(report, new ReportMemory(room - 1))).rejects.toThrow('lines of code');
  });

  it('bounds names', () => {
    const memory = new ReportMemory(2 * ROOM.name);
    expect([memory.idOf('a'), memory.idOf('b'), memory.idOf('a')]).toEqual([0, 1, 0]);
    expect(() => memory.idOf('c')).toThrow('lines of code');
  });
});
