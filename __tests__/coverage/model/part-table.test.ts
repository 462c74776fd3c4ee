import { describe, expect, it } from '@jest/globals';
import { PartTable } from '../../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';

describe('PartTable', () => {
  it('counts branches of one run once, when one report names them and another does not', () => {
    const memory = new ReportMemory();
    const named = new PartTable(memory);
    named.named.add(1, '0,0', true);
    named.named.add(1, '0,1', false);
    named.named.add(2, '0,0', true, 2);
    const counted = new PartTable(memory);
    counted.tallies.add(1, { covered: 1, total: 2 });
    counted.tallies.add(3, { covered: 0, total: 2 });
    named.addAll(counted);
    expect(named.count()).toEqual({ covered: 3, total: 6 });
    expect(named.isLowerBound).toBe(true);
  });
});
