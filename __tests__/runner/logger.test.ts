import { afterEach, expect, it, jest } from '@jest/globals';
import { actionsLogger, neutraliseCommands } from '../../src/runner/logger.js';

it.each([
  { description: 'plain text', message: 'a: b\n+c', expected: 'a: b\n+c' },
  { description: 'a command', message: '::add-mask::x', expected: '| ::add-mask::x' },
  {
    description: 'a command after white space, as in a diff',
    message: '@@\n  ::error::x\n-y',
    expected: '@@\n|   ::error::x\n-y',
  },
  { description: 'the older form', message: 'x ##[error]y', expected: 'x ## [error]y' },
  { description: 'colons inside a line', message: 'a ::b', expected: 'a ::b' },
])('neutralises $description', ({ message, expected }) => {
  expect(neutraliseCommands(message)).toBe(expected);
});

it('leaves no line that the runner would carry out, after any line break', () => {
  for (const line of neutraliseCommands('a\r\n::set-output::b\r::error::c\n\t::d').split(
    /\r\n|\r|\n/,
  )) {
    expect(line.trimStart()).not.toMatch(/^::/);
  }
});

const before = process.env['RUNNER_DEBUG'];

afterEach(() => {
  if (before === undefined) delete process.env['RUNNER_DEBUG'];
  else process.env['RUNNER_DEBUG'] = before;
  jest.restoreAllMocks();
});

it.each([
  { variable: '1', written: ['::debug::a%0Ab\n'] },
  { variable: '0', written: [] },
  { variable: '', written: [] },
])('debugs where RUNNER_DEBUG is "$variable": $written', ({ variable, written }) => {
  process.env['RUNNER_DEBUG'] = variable;
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  actionsLogger.debug('a\nb');
  expect(write.mock.calls.map(([text]) => text)).toEqual(written);
});
