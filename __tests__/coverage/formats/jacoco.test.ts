import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, readFixture, renderCounts } from '../fixture.js';

const SOURCE =
  '<sourcefile name="A.java"><line nr="3" mi="1" ci="2" mb="1" cb="1"/><line nr="4" mi="4" ci="0" mb="0" cb="0"/></sourcefile>';

describe('JaCoCo', () => {
  it('reads its fixture', async () => {
    const report = await parseReport(readFixture('java/jacoco.xml'));
    expect(report).toMatchObject({ tool: 'JaCoCo', mainMetric: 'instructions' });
    const counts = { instructions: '29/50', lines: '7/13', branches: '4/8', functions: '4/10' };
    expect(renderCounts(report.declaredTotals)).toMatchObject({
      instructions: '29/50',
      lines: '7/13',
    });
    expect(countBody(report)).toEqual(renderCounts(report.declaredTotals));
    expect(counts).toMatchObject({ lines: '7/13' });
  });

  it('reads groups', async () => {
    const report = await parseReport(
      `<report name="all"><group name="one"><package name="com/acme">${SOURCE}</package></group>
       <group name="two"><package name="com/acme"><class name="com/acme/A" sourcefilename="A.java">
         <method name="f" desc="()V"><counter type="METHOD" missed="0" covered="1"/><counter type="COMPLEXITY" missed="0" covered="1"/></method>
         <counter type="METHOD" missed="0" covered="1"/></class>
         <class name="com/acme/B"><method name="g" desc="()V"><counter type="METHOD" missed="1" covered="0"/></method></class>
         ${SOURCE}</package></group>
       <line nr="1" mi="0" ci="1" mb="0" cb="0"/></report>`,
    );
    expect([...report.files.keys()]).toEqual(['one/com/acme/A.java', 'two/com/acme/A.java']);
    expect(report.declaredTotals.size).toBe(0);
    expect(countBody(report)).toEqual({
      lines: '2/4',
      branches: '2/4',
      instructions: '4/14',
      functions: '1/1',
    });
  });

  it('has no directory for the default package', async () => {
    const source = SOURCE.replace('A.java', 'Main.java');
    const report = await parseReport(
      `<report name="app"><package name="">${source}</package></report>`,
    );
    expect([...report.files]).toEqual([
      ['Main.java', expect.objectContaining({ sourceName: 'Main.java' })],
    ]);
  });

  it('takes the counters of files whose lines do not tell what ran', async () => {
    const report = await parseReport(readFixture('cases/gcovr-jacoco.xml'));
    const counts = { lines: '11/26', branches: '4/10', functions: '5/9' };
    expect(report).toMatchObject({ tool: 'gcovr', mainMetric: 'lines' });
    expect(renderCounts(report.declaredTotals)).toEqual(counts);
    expect(countBody(report)).toEqual(counts);
    expect(report.files.get('src/main.cpp')?.knowsLines).toBe(false);
  });

  it('refuses a file that is twice there with counters alone', async () => {
    const file =
      '<sourcefile name="a"><line nr="1"/><counter type="LINE" missed="0" covered="1"/></sourcefile>';
    const text = `<report><package name="p">${file}${file}</package></report>`;
    await expect(parseReport(text)).rejects.toThrow('counts a file twice');
  });

  it.each([
    { description: 'a negative counter', xml: '<counter type="LINE" missed="-1" covered="1"/>' },
    { description: 'a counter without a number', xml: '<counter type="LINE" missed="1"/>' },
    {
      description: 'two totals of one metric',
      xml: '<counter type="LINE" missed="9" covered="1"/><counter type="LINE" missed="0" covered="1"/>',
    },
    { description: 'a package without a name', xml: '<package/>' },
    {
      description: 'a line without instructions',
      xml: '<package name="a"><sourcefile name="A"><line nr="1"/></sourcefile></package>',
    },
  ])('refuses $description', async ({ xml }) => {
    await expect(parseReport(`<report>${xml}</report>`)).rejects.toThrow(/states|without|twice/);
  });
});
