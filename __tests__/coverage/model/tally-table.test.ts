import { describe, expect, it } from '@jest/globals';
import { ReportMemory } from '../../../src/coverage/model/limits.js';
import { type Tally, TallyTable } from '../../../src/coverage/model/tally-table.js';

function table(...tallies: readonly Tally[]): TallyTable {
  const made = new TallyTable(new ReportMemory());
  for (const tally of tallies) made.add(1, tally);
  return made;
}

describe('TallyTable', () => {
  it.each<{
    description: string;
    a: Tally;
    b: Tally;
    covered: number;
    isLowerBound: boolean;
  }>([
    {
      description: 'none and some',
      a: { covered: 0, total: 2 },
      b: { covered: 1, total: 2 },
      covered: 1,
      isLowerBound: false,
    },
    {
      description: 'some and all',
      a: { covered: 1, total: 2 },
      b: { covered: 2, total: 2 },
      covered: 2,
      isLowerBound: false,
    },
    {
      description: 'some and some, unnamed',
      a: { covered: 1, total: 2 },
      b: { covered: 1, total: 2 },
      covered: 1,
      isLowerBound: true,
    },
    {
      description: 'some and some, named by one',
      a: { covered: 1, total: 2, missing: ['7'] },
      b: { covered: 1, total: 2 },
      covered: 1,
      isLowerBound: true,
    },
    {
      description: 'different branches missing',
      a: { covered: 1, total: 2, missing: ['7'] },
      b: { covered: 1, total: 2, missing: ['9'] },
      covered: 2,
      isLowerBound: false,
    },
    {
      description: 'the same branch missing',
      a: { covered: 1, total: 2, missing: ['exit'] },
      b: { covered: 1, total: 2, missing: ['exit'] },
      covered: 1,
      isLowerBound: false,
    },
    {
      description: 'totals that differ',
      a: { covered: 1, total: 3 },
      b: { covered: 2, total: 2 },
      covered: 1,
      isLowerBound: true,
    },
  ])('unites $description', ({ a, b, covered, isLowerBound }) => {
    for (const united of [table(a, b), table(b, a)]) {
      expect(united.count()).toEqual({ covered, total: Math.max(a.total, b.total) });
      expect(united.isLowerBound).toBe(isLowerBound);
    }
  });

  it('adds up lines, and takes up those of another table', () => {
    const first = table({ covered: 1, total: 2 });
    const second = new TallyTable(new ReportMemory());
    second.add(1, { covered: 1, total: 2 });
    second.add(5, { covered: 3, total: 4 });
    first.addAll(second);
    expect(first.count()).toEqual({ covered: 4, total: 6 });
    expect(first.isLowerBound).toBe(true);
  });

  it('keeps the other table’s uncertainty', () => {
    const certain = table();
    certain.addAll(table({ covered: 1, total: 2 }, { covered: 1, total: 2 }));
    expect(certain.isLowerBound).toBe(true);
  });
});
