import { describe, expect, it } from '@jest/globals';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { UnitTable } from '../../../src/coverage/model/unit-table.js';

describe('UnitTable', () => {
  it('keeps units of one line and of one name apart', () => {
    const table = new UnitTable(new ReportMemory());
    table.add(1, 'a', true);
    table.add(1, 'b', false);
    table.add(2, 'a', false);
    expect(table.count()).toEqual({ covered: 1, total: 3 });
  });

  it.each([
    {
      description: 'covered later',
      units: [
        [false, 2],
        [true, 2],
      ] as const,
    },
    {
      description: 'covered before',
      units: [
        [true, 2],
        [false, 2],
      ] as const,
    },
    {
      description: 'of other weights',
      units: [
        [true, 1],
        [false, 2],
      ] as const,
    },
  ])('unites a unit that is $description', ({ units }) => {
    const table = new UnitTable(new ReportMemory());
    for (const [covered, weight] of units) table.add(1, 'a', covered, weight);
    expect(table.count()).toEqual({ covered: 2, total: 2 });
    expect([...table.countByLine()]).toEqual([[1, { covered: 2, total: 2 }]]);
  });

  it('does not take up units of another run', () => {
    const table = new UnitTable(new ReportMemory());
    expect(() => {
      table.addAll(new UnitTable(new ReportMemory()));
    }).toThrow('two runs');
  });

  it('is bounded', () => {
    const table = new UnitTable(new ReportMemory(2000));
    expect(() => {
      for (let line = 1; line < 1000; line += 1) table.add(line, 'a', true);
    }).toThrow('lines of code');
  });

  it('takes no more room for units that are met again', () => {
    const table = new UnitTable(new ReportMemory(2000));
    for (let round = 0; round < 100; round += 1) {
      for (let line = 1; line < 20; line += 1) table.add(line, 'a', round === 50);
    }
    expect(table.count()).toEqual({ covered: 19, total: 19 });
  });
});
