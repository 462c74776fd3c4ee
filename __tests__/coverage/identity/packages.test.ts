import { describe, expect, it } from '@jest/globals';
import { resolvePackages } from '../../../src/coverage/identity/packages.js';
import { SourceIndex } from '../../../src/coverage/identity/source-index.js';
import { FileCoverage } from '../../../src/coverage/model/file-coverage.js';
import { ReportMemory } from '../../../src/coverage/model/limits.js';

describe('resolvePackages', () => {
  it('takes the path of a file that has no other name', () => {
    const files = new Map([['com/x/App.java', new FileCoverage(new ReportMemory())]]);
    const report = { tool: 'x', mainMetric: 'lines', declaredTotals: new Map(), files } as const;
    const index = new SourceIndex(['src/main/java/com/x/App.java']);
    const tree = { index, existing: new Set(''), workspaces: ['/w'] };
    const [claim] = resolvePackages({ name: 'jacoco.xml', report }, tree);
    expect(claim?.options).toEqual(['src/main/java/com/x/App.java']);
  });
});
