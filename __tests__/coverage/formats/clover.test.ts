import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, readFixture, renderCounts } from '../fixture.js';

const METRICS =
  '<metrics statements="1" coveredstatements="1" conditionals="0" coveredconditionals="0" methods="0" coveredmethods="0"/>';

describe('Clover', () => {
  it.each([
    {
      fixture: 'js/nyc/clover.xml',
      tool: 'Istanbul',
      declared: { lines: '10/15', branches: '6/14', functions: '4/7' },
      body: { lines: '10/15', branches: '6/14' },
    },
    {
      fixture: 'php/clover.xml',
      tool: 'PHPUnit',
      declared: { lines: '6/10', functions: '0/2' },
      body: { lines: '6/10', functions: '1/2' },
    },
  ])('reads $fixture', async ({ fixture, tool, declared, body }) => {
    const report = await parseReport(readFixture(fixture));
    expect(report).toMatchObject({ tool, mainMetric: 'lines' });
    expect(renderCounts(report.declaredTotals)).toEqual(declared);
    expect(countBody(report)).toEqual(body);
  });

  it.each([
    {
      description: 'none, where the statements are all listed',
      lines: '<line num="2" type="method" count="1"/><line num="3" type="stmt" count="1"/>',
      statements: 1,
      expected: '1/1',
    },
    {
      description: 'those without a statement below',
      lines:
        '<line num="2" type="method" count="1"/><line num="4" type="method" count="1"/><line num="5" type="stmt" count="1"/><line num="8" type="method" count="0"/>',
      statements: 3,
      expected: '2/3',
    },
    {
      description: 'all, where all are missing',
      lines:
        '<line num="2" type="method" count="1"/><line num="3" type="stmt" count="1"/><line num="5" type="method" count="0"/><line num="6" type="stmt" count="0"/>',
      statements: 4,
      expected: '2/4',
    },
    {
      description: 'those that did not run, where it cannot be told',
      lines:
        '<line num="2" type="method" count="1"/><line num="3" type="stmt" count="1"/><line num="5" type="method" count="0"/><line num="6" type="stmt" count="0"/>',
      statements: 3,
      expected: '1/3',
    },
  ])('counts lines of methods of PHPUnit as code: $description', async (given) => {
    const metrics = (statements: number) =>
      `<metrics statements="${statements}" coveredstatements="0" conditionals="0" coveredconditionals="0" methods="0" coveredmethods="0"/>`;
    const file = `<file name="/a.php"><class name="A">${metrics(given.statements + 7)}</class>${given.lines}${metrics(given.statements)}</file>`;
    const report = await parseReport(
      `<coverage generated="1"><project>${file}</project></coverage>`,
    );
    expect(countBody(report)['lines']).toBe(given.expected);
  });

  it.each([
    { description: 'a total', xml: METRICS.replace('conditionals="0"', 'conditionals="NaN"') },
    {
      description: 'a condition',
      xml: `${METRICS}<file name="a"><line num="1" type="cond" count="1" truecount="-1" falsecount="2"/></file>`,
    },
  ])('has no branches where $description is no count', async ({ xml }) => {
    const report = await parseReport(
      `<coverage clover="3" generated="1"><project name="All files">${xml}</project></coverage>`,
    );
    expect([...(report.unusable?.keys() ?? [])]).toEqual(['branches']);
    expect(renderCounts(report.declaredTotals)).toEqual({ lines: '1/1' });
  });

  it('reads OpenClover, without its tests', async () => {
    const report = await parseReport(
      `<coverage generated="1" clover="4.4.1"><project name="p"><package name="a">
         <file name="A.java" path="/src/a/A.java">
           <line num="1" type="method" name="f" count="1"/><line num="2" type="method" count="0"/>
           <line num="3" type="stmt" count="2"/><line num="3" type="cond" truecount="7" falsecount="0"/>
         </file></package><line num="9" type="stmt" count="1"/></project>
       <testproject name="t"><metrics statements="5" coveredstatements="5"/><file name="ATest.java"><line num="1" type="stmt" count="1"/></file></testproject>
       </coverage>`,
    );
    expect(report.tool).toBe('Clover');
    expect(report.declaredTotals.size).toBe(0);
    expect([...report.files.keys()]).toEqual(['/src/a/A.java']);
    expect(countBody(report)).toEqual({ lines: '1/1', branches: '1/2', functions: '1/2' });
  });

  it.each([
    {
      description: 'covered above total',
      xml: '<metrics statements="1" coveredstatements="2" conditionals="0" coveredconditionals="0" methods="0" coveredmethods="0"/>',
    },
    { description: 'two totals', xml: METRICS.repeat(2) },
    { description: 'two projects', xml: '</project><project>' },
    { description: 'a total without numbers', xml: '<metrics/>' },
    { description: 'a file without a name', xml: '<file/>' },
    { description: 'a line without a number', xml: '<file name="a"><line count="1"/></file>' },
    {
      description: 'a condition without counts',
      xml: '<file name="a"><line num="1" type="cond"/></file>',
    },
  ])('refuses $description', async ({ xml }) => {
    const report = `<coverage generated="1"><project>${xml}</project></coverage>`;
    await expect(parseReport(report)).rejects.toThrow(/contradicts|states|without|twice/);
  });
});
