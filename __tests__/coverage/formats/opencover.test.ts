import { describe, expect, it } from '@jest/globals';
import { countBody, parseReport, renderCounts } from '../fixture.js';

const METHODS = `
  <Method visited="true"><Name>System.Void A::F()</Name><FileRef uid="1"/>
    <SequencePoints>
      <SequencePoint vc="2" ordinal="0" offset="0" sl="3" sc="1" el="5" ec="2"/>
      <SequencePoint vc="0" ordinal="1" offset="9" sl="6" sc="1" el="6" ec="2" fileid="1"/>
      <SequencePoint vc="1" ordinal="2" offset="12" sl="16707566" sc="0" el="16707566" ec="0"/>
    </SequencePoints>
    <BranchPoints>
      <BranchPoint vc="1" ordinal="0" offset="4" path="0" sl="3" fileid="1"/>
      <BranchPoint vc="0" ordinal="1" offset="4" path="1"/>
    </BranchPoints></Method>
  <Method visited="false"><Name>System.Void A::G()</Name><FileRef uid="1"/>
    <SequencePoints><SequencePoint vc="0" sl="9" sc="1" ec="3"/></SequencePoints></Method>
  <Method visited="false"><Name>System.Void A::H()</Name><FileRef uid="7"/></Method>
  <Method skippedDueTo="Filter"><FileRef uid="1"/>
    <SequencePoints><SequencePoint vc="0" sl="20" sc="1" el="20" ec="3"/></SequencePoints></Method>`;

function session(summary: string, methods: string): string {
  return `<CoverageSession><Summary ${summary}/><Modules>
    <Module skippedDueTo="Filter"><Files><File uid="9" fullPath="x"/></Files></Module>
    <Module><Files><File uid="1" fullPath="C:\\work\\A.cs"/></Files><Classes><Class><FullName>A</FullName>
    <Summary numSequencePoints="99" visitedSequencePoints="99"/><Methods>${methods}</Methods></Class></Classes></Module></Modules></CoverageSession>`;
}

describe('OpenCover', () => {
  it('takes the sequence points that it declares, and counts the rest', async () => {
    const report = await parseReport(
      session('numSequencePoints="3" visitedSequencePoints="1" numBranchPoints="4"', METHODS),
    );
    expect(report).toMatchObject({ tool: 'OpenCover', mainMetric: 'lines' });
    expect(renderCounts(report.declaredTotals)).toEqual({ statements: '1/3' });
    expect(countBody(report)).toEqual({
      lines: '3/5',
      statements: '1/3',
      branches: '1/2',
      functions: '1/3',
    });
    expect([...report.files.keys()]).toEqual(['C:/work/A.cs', '(no source)']);
  });

  it.each(['', 'numSequencePoints="0" visitedSequencePoints="0"'])(
    'counts its points when the summary is <%s>',
    async (summary) => {
      const report = await parseReport(session(summary, METHODS));
      expect(report.declaredTotals.size).toBe(0);
      expect(countBody(report)).toMatchObject({ statements: '1/3' });
    },
  );

  it.each([
    {
      description: 'more visited than there is',
      summary: 'numSequencePoints="1" visitedSequencePoints="2"',
      methods: '',
    },
    { description: 'a summary of half a pair', summary: 'numSequencePoints="1"', methods: '' },
    { description: 'a point without visits', summary: '', methods: '<SequencePoint sl="1"/>' },
    { description: 'a branch without visits', summary: '', methods: '<BranchPoint sl="1"/>' },
    {
      description: 'a range that ends before it starts',
      summary: '',
      methods: '<SequencePoint vc="1" sl="9" el="2"/>',
    },
  ])('refuses $description', async ({ summary, methods }) => {
    await expect(parseReport(session(summary, methods))).rejects.toThrow(
      /contradicts|states|from 9 to 2/,
    );
  });
});
