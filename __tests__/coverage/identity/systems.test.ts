import { describe, expect, it } from '@jest/globals';
import { cobertura, go, istanbulFinal, jacoco, lcov, play, type Scene } from './scene.js';

/** A report of one file with half of its lines covered, another one of the same file, and one beside. */
interface Row extends Scene {
  readonly description: string;
  /** Covered and all lines. */
  readonly lines: string;
  /** Files that are not covered whole. */
  readonly files: readonly string[];
}

const WINDOWS = 'D:\\a\\app\\app';

const rows: readonly Row[] = [
  {
    description:
      'Windows: full paths with backslashes, in another case of the drive, and relative ones',
    workspace: WINDOWS,
    tracked: ['src/a.c', 'src/b.c', 'lib/a.c'],
    reports: {
      'one.info': lcov({ 'D:\\a\\app\\app\\src\\a.c': '10', 'src\\b.c': '11' }),
      'two.info': lcov({ 'd:/a/app/app/src/a.c': '10', 'src/b.c': '00' }),
    },
    lines: '3/4',
    files: ['src/a.c'],
  },
  {
    description: 'Windows: a report in a directory of its own, with paths from there',
    workspace: WINDOWS,
    tracked: ['web/src/a.js', 'api/src/a.js'],
    reports: {
      'web/coverage/lcov.info': lcov({ 'src\\a.js': '10' }),
      'api/coverage/coverage-final.json': istanbulFinal({
        'D:\\a\\app\\app\\api\\src\\a.js': '11',
      }),
    },
    lines: '3/4',
    files: ['web/src/a.js'],
  },
  {
    description: 'Windows: source roots with a backslash at their ends',
    workspace: WINDOWS,
    tracked: ['src/Api/Startup.cs', 'src/Core/Startup.cs'],
    reports: {
      'Api.Tests/coverage.cobertura.xml': cobertura(
        { 'Startup.cs': '10' },
        'D:\\a\\app\\app\\src\\Api\\',
      ),
      'Core.Tests/coverage.cobertura.xml': cobertura(
        { 'Core\\Startup.cs': '11' },
        'D:\\a\\app\\app\\src\\',
      ),
    },
    lines: '3/4',
    files: ['src/Api/Startup.cs'],
  },
  {
    description: 'Windows: one machine of each system in one run',
    workspace: WINDOWS,
    tracked: ['src/a.py', 'src/b.py'],
    reports: {
      'windows.xml': cobertura({ 'a.py': '10', 'b.py': '10' }, 'D:\\a\\app\\app\\src'),
      'linux.xml': cobertura({ 'a.py': '01', 'b.py': '10' }, '/home/runner/work/app/app/src'),
      'macos.xml': cobertura({ 'a.py': '00', 'b.py': '10' }, '/Users/runner/work/app/app/src'),
    },
    lines: '3/4',
    files: ['src/b.py'],
  },
  {
    description: 'Windows: packages and modules, which have slashes on every system',
    workspace: WINDOWS,
    tracked: ['go.mod', 'pkg/x.go', 'app/src/main/java/org/A.java'],
    others: { 'go.mod': 'module example.com/app\n' },
    reports: {
      'cover.out': go({ 'example.com/app/pkg/x.go': '10' }),
      'D:/a/app/app/cover2.out': go({ 'D:\\a\\app\\app\\pkg\\x.go': '10' }),
    },
    inputs: { 'coverage-metric': 'lines' },
    lines: '1/2',
    files: ['pkg/x.go'],
  },
  {
    description: 'Windows: JaCoCo of a module',
    workspace: WINDOWS,
    tracked: ['app/src/main/java/org/A.java', 'lib/src/main/java/org/A.java'],
    reports: {
      'app/build/jacoco.xml': jacoco('app', { 'org/A.java': '10' }),
      'lib/build/jacoco.xml': jacoco('lib', { 'org/A.java': '11' }),
    },
    inputs: { 'coverage-metric': 'lines' },
    lines: '3/4',
    files: ['app/src/main/java/org/A.java'],
  },
  {
    description: 'macOS: a workspace behind a symbolic link, by both of its names',
    workspace: '/private/var/work/app',
    workspaceLink: '/var/work/app',
    tracked: ['src/a.py', 'src/b.py'],
    others: { '/var/work/app/src/a.py': '', '/var/work/app/src/b.py': '' },
    reports: {
      'one.info': lcov({ '/var/work/app/src/a.py': '10', '/var/work/app/src/b.py': '11' }),
      'two.info': lcov({ '/private/var/work/app/src/a.py': '10', 'src/b.py': '00' }),
    },
    lines: '3/4',
    files: ['src/a.py'],
  },
];

describe('paths as each system writes them', () => {
  it.each(rows)('$description', async ({ lines, files, ...scene }) => {
    const { result, log } = await play({
      ...scene,
      inputs: { 'coverage-min-file': '100', ...scene.inputs },
    });
    const measured = result.measured;
    expect(`${measured?.covered}/${measured?.total}`).toBe(lines);
    expect(result.filesBelow?.map(({ path }) => path)).toEqual(files);
    const names = log.filter((line) => line.startsWith('info: Read '));
    for (const line of names) expect(line).not.toMatch(/[\\]|D:/);
  });
});
