import { expect, it } from '@jest/globals';
import { readCases } from '../coverage/expected.js';
import { fixturePath } from '../coverage/fixture.js';
import { useExample } from './example.js';
import { runInProcess } from './in-process.js';

const example = useExample(runInProcess);

it.each(readCases())('gives what the tool says: $name', async ({ files, inputs, expected }) => {
  const reports = files.map((file) => fixturePath(file)).join('\n');
  const { outputs } = await example.run({ 'coverage-files': reports, ...inputs });
  const given: Readonly<Record<string, string>> = outputs;
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'parsed') expect(outputs.coverage).toBeDefined();
    else expect(given[`coverage-${name}`]).toBe(String(value));
  }
});
