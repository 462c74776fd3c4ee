import { describe, expect, it } from '@jest/globals';
import { assertGate } from '../../src/coverage/step.js';
import { RecordingLogger } from '../fakes/logger.js';

describe('assertGate', () => {
  it.each([
    { verdict: 'pass', onMissing: 'fail', code: undefined, lines: [] },
    { verdict: 'fail', onMissing: 'pass', code: 'coverage-failed', lines: [] },
    { verdict: 'unknown', onMissing: 'fail', code: 'coverage-unknown', lines: [] },
    {
      verdict: 'unknown',
      onMissing: 'warn',
      code: undefined,
      lines: ['warning: why The run goes on because coverage-on-missing is warn.'],
    },
    {
      verdict: 'unknown',
      onMissing: 'pass',
      code: undefined,
      lines: ['notice: why The run goes on because coverage-on-missing is pass.'],
    },
  ] as const)('$verdict with $onMissing', ({ verdict, onMissing, code, lines }) => {
    const logger = new RecordingLogger();
    const gate = () => {
      assertGate({ verdict, message: 'why' }, { onMissing }, logger);
    };
    if (code === undefined) expect(gate).not.toThrow();
    else expect(gate).toThrow(expect.objectContaining({ code, message: 'why' }));
    expect(logger.lines).toEqual(lines);
  });
});
