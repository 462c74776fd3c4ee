import { describe, expect, it } from '@jest/globals';
import {
  clover,
  cobertura,
  coveragePyJson,
  go,
  istanbulFinal,
  jacoco,
  lcov,
  play,
  type Scene,
  WORKSPACE,
} from './scene.js';

interface Row extends Scene {
  readonly description: string;
  /** Lines over all, with the smallest percentage where it is not known which. */
  readonly lines: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** Files that are not complete, by their paths in the repository. */
  readonly files?: readonly string[];
}

const NPM = ['packages/a/src/index.js', 'packages/b/src/index.js', 'package.json'];
const MAVEN = [
  'module-a/src/main/java/com/x/App.java',
  'module-b/src/main/java/com/x/App.java',
  'module-b/pom.xml',
];
const MODULES = {
  'go.mod': 'module example.com/root\n',
  'services/a/go.mod': 'module example.com/a',
};
const GO = ['go.mod', 'handler.go', 'services/a/go.mod', 'services/a/handler.go'];
const PYTHON = ['services/one/app/main.py', 'services/two/app/main.py', 'src/pkg/mod.py'];
const NET = ['src/Api/Startup.cs', 'src/Core/Startup.cs', 'test/Api.Tests/Tests.cs'];

const rows: readonly Row[] = [
  {
    description: 'npm workspaces, LCOV of each package',
    tracked: NPM,
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '111111' }),
      'packages/b/coverage/lcov.info': lcov({ 'src/index.js': '100000' }),
    },
    lines: '7/12',
    verdict: 'fail',
    files: ['packages/b/src/index.js'],
  },
  {
    description: 'npm workspaces, Clover of each package and coverage-final of one',
    tracked: NPM,
    reports: {
      'packages/a/coverage/clover.xml': clover({ 'src/index.js': '111111' }),
      'packages/b/coverage/coverage-final.json': istanbulFinal({
        [`${WORKSPACE}/packages/b/src/index.js`]: '100000',
      }),
    },
    lines: '7/12',
    verdict: 'fail',
    files: ['packages/b/src/index.js'],
  },
  {
    description: 'npm workspaces, a package by its own runner and by that of the root',
    tracked: NPM,
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '1000' }),
      'coverage/lcov.info': lcov({ 'packages/a/src/index.js': '0111' }),
    },
    lines: '4/4',
    verdict: 'pass',
  },
  {
    description: 'a package at the root with another one in it',
    tracked: ['src/index.js', 'packages/a/src/index.js'],
    reports: {
      'coverage/lcov.info': lcov({ 'src/index.js': '11' }),
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '00' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['packages/a/src/index.js'],
  },
  {
    description: 'a package that a container has at its root, told by the place of the report',
    tracked: NPM,
    reports: {
      'packages/a/coverage.xml': cobertura({ 'src/index.js': '11' }, '/app'),
      'packages/b/coverage.xml': cobertura({ 'src/index.js': '00' }, '/app'),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['packages/b/src/index.js'],
  },
  {
    description: 'an ignored file that a container has, told by the place of the report',
    tracked: NPM,
    others: { 'packages/a/gen.js': '' },
    reports: {
      'packages/a/coverage.xml': cobertura({ 'gen.js': '10' }, '/app'),
      'packages/a/coverage/lcov.info': lcov({ 'gen.js': '01' }),
    },
    lines: '2/2',
    verdict: 'pass',
  },
  {
    description: 'a file that is gone, in a package that a container has',
    tracked: NPM,
    reports: {
      'packages/a/coverage.xml': cobertura({ 'src/index.js': '11', 'src/gen.js': '10' }, '/app'),
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '11', 'src/gen.js': '01' }),
    },
    lines: '4/4',
    verdict: 'pass',
  },
  {
    description: 'a JaCoCo report without a name',
    tracked: MAVEN,
    reports: {
      'module-a/jacoco.xml': jacoco('', { 'com/x/App.java': '10' }).replace(' name=""', ''),
      'module-b/jacoco.xml': jacoco('', { 'com/x/App.java': '00' }).replace(' name=""', ''),
    },
    lines: '1/4',
    verdict: 'fail',
  },
  {
    description: 'a report outside of the workspace',
    tracked: NPM,
    reports: {
      '/tmp/lcov.info': lcov({ 'packages/a/src/index.js': '10' }),
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '01' }),
    },
    lines: '2/2',
    verdict: 'pass',
  },
  {
    description: 'npm workspaces, artifacts that other files tell apart',
    tracked: [...NPM, 'src/index.js', 'packages/a/src/a.js', 'packages/b/src/b.js'],
    reports: {
      'artifacts/1/lcov.info': lcov({ 'src/index.js': '11', 'src/a.js': '1' }),
      'artifacts/2/lcov.info': lcov({ 'src/index.js': '00', 'src/b.js': '1' }),
    },
    lines: '4/6',
    verdict: 'fail',
    files: ['packages/b/src/index.js'],
  },
  {
    description: 'npm workspaces, artifacts that nothing tells apart',
    tracked: NPM,
    reports: {
      'artifacts/1/lcov.info': lcov({ 'src/index.js': '11' }),
      'artifacts/2/lcov.info': lcov({ 'src/index.js': '00' }),
    },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'npm workspaces and a package at the root, artifacts that nothing tells apart',
    tracked: [...NPM, 'src/index.js'],
    reports: {
      'artifacts/1/lcov.info': lcov({ 'src/index.js': '11' }),
      'artifacts/2/lcov.info': lcov({ 'src/index.js': '00' }),
    },
    lines: '2/4',
    verdict: 'unknown',
  },
  {
    description: 'nested packages of one name, from the root',
    tracked: ['a/x.js', 'a/a/x.js', 'a/y.js'],
    reports: {
      'a/coverage/lcov.info': lcov({ 'a/x.js': '10', 'a/y.js': '1' }),
      'a/a/coverage/lcov.info': lcov({ 'x.js': '11' }),
    },
    lines: '4/5',
    verdict: 'pass',
    files: ['a/x.js'],
  },
  {
    description: 'nested packages of one name, from each',
    tracked: ['a/x.js', 'a/a/x.js'],
    reports: {
      'a/coverage/lcov.info': lcov({ 'x.js': '10' }),
      'a/a/coverage/lcov.info': lcov({ 'x.js': '11' }),
    },
    lines: '3/4',
    verdict: 'fail',
    files: ['a/x.js'],
  },
  {
    description: 'Go modules',
    tracked: GO,
    others: MODULES,
    reports: {
      'a.out': go({ 'example.com/a/handler.go': '1000' }),
      'root.out': go({ 'example.com/root/handler.go': '1111' }),
    },
    lines: '5/8',
    verdict: 'fail',
    files: ['services/a/handler.go'],
  },
  {
    description: 'Go modules and a dependency that is in none',
    tracked: GO,
    others: MODULES,
    reports: {
      'all.out': go({ 'example.com/root/handler.go': '1111', 'github.com/x/y/handler.go': '0' }),
      'root.out': go({ 'example.com/root/handler.go': '1111' }),
    },
    lines: '4/5',
    verdict: 'pass',
    files: ['github.com/x/y/handler.go'],
  },
  {
    description: 'a Go module, with a generated file that has the name of a tracked one',
    tracked: ['go.mod', 'store.go'],
    others: { 'go.mod': 'module "example.com/m" // a comment\n' },
    reports: {
      'unit.out': go({ 'example.com/m/store.go': '11', 'example.com/m/gen/store.go': '00' }),
      'e2e.out': go({ 'example.com/m/store.go': '01', 'example.com/m/gen/store.go': '10' }),
    },
    lines: '3/4',
    verdict: 'fail',
    files: ['gen/store.go'],
  },
  {
    description: 'Maven modules',
    tracked: MAVEN,
    reports: {
      'module-a/target/site/jacoco/jacoco.xml': jacoco('module-a', { 'com/x/App.java': '1111' }),
      'module-b/target/site/jacoco/jacoco.xml': jacoco('module-b', { 'com/x/App.java': '0000' }),
    },
    lines: '4/8',
    verdict: 'fail',
    files: ['module-b/src/main/java/com/x/App.java'],
  },
  {
    description: 'Maven modules without their sources',
    reports: {
      'module-a/jacoco.xml': jacoco('module-a', { 'com/x/App.java': '1111' }),
      'module-b/jacoco.xml': jacoco('module-b', { 'com/x/App.java': '0000' }),
    },
    lines: '4/8',
    verdict: 'fail',
  },
  {
    description: 'a Maven module, and the aggregate that has it as a group',
    tracked: MAVEN,
    reports: {
      'module-a/target/site/jacoco/jacoco.xml': jacoco('module-a', { 'com/x/App.java': '1100' }),
      'report/target/jacoco.xml': jacoco('all', { 'com/x/App.java': '0011' }, 'module-a'),
    },
    lines: '4/4',
    verdict: 'pass',
  },
  {
    description: 'a Maven module whose file is generated beside one with the file',
    tracked: ['module-a/src/main/java/com/x/App.java', 'module-b/pom.xml'],
    reports: {
      'module-a/target/jacoco.xml': jacoco('module-a', { 'com/x/App.java': '1111' }),
      'module-b/target/jacoco.xml': jacoco('module-b', { 'com/x/App.java': '0000' }),
    },
    lines: '4/8',
    verdict: 'unknown',
  },
  {
    description: 'Gradle subprojects of one name',
    tracked: ['a/core/src/main/java/com/x/App.java', 'b/core/src/main/java/com/x/App.java'],
    reports: {
      'a/core/build/reports/jacoco.xml': jacoco('core', { 'com/x/App.java': '11' }),
      'b/core/build/reports/jacoco.xml': jacoco('core', { 'com/x/App.java': '00' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['b/core/src/main/java/com/x/App.java'],
  },
  {
    description: 'Kotlin modules without the root package, whose reports have one name (Kover)',
    tracked: ['app/src/main/kotlin/db/Repo.kt', 'lib/src/main/kotlin/db/Repo.kt'],
    reports: {
      'app/build/reports/kover/report.xml': jacoco('Kover', { 'com/x/db/Repo.kt': '11' }),
      'lib/build/reports/kover/report.xml': jacoco('Kover', { 'com/x/db/Repo.kt': '00' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['lib/src/main/kotlin/db/Repo.kt'],
  },
  {
    description: 'Kotlin modules without the root package, told by the names of their reports',
    tracked: ['app/src/main/kotlin/db/Repo.kt', 'lib/src/main/kotlin/db/Repo.kt'],
    reports: {
      'artifacts/1.xml': jacoco('app', { 'com/x/db/Repo.kt': '11' }),
      'artifacts/2.xml': jacoco('lib', { 'com/x/db/Repo.kt': '00' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['lib/src/main/kotlin/db/Repo.kt'],
  },
  {
    description: 'Gradle with Kotlin, whose directories leave out the root package',
    tracked: ['app/src/main/kotlin/Main.kt', 'app/src/main/kotlin/sub/Main.kt'],
    reports: {
      'app/build/unit.xml': jacoco('app', {
        'com/x/Main.kt': '10',
        'com/x/sub/Main.kt': '11',
        'com/x/generated/Made.kt': '1',
      }),
      'app/build/e2e.xml': jacoco('app', { 'com/x/Main.kt': '01', 'com/x/sub/Main.kt': '00' }),
    },
    lines: '5/5',
    verdict: 'pass',
  },
  {
    description: 'Python services',
    tracked: PYTHON,
    reports: {
      'services/one/coverage.xml': cobertura(
        { 'main.py': '1111' },
        `${WORKSPACE}/services/one/app`,
      ),
      'services/two/coverage.json': coveragePyJson({ 'app/main.py': '1000' }),
    },
    lines: '5/8',
    verdict: 'fail',
    files: ['services/two/app/main.py'],
  },
  {
    description: 'Python with a src layout under tox, on another machine',
    tracked: [...PYTHON, 'src/pkg/other.py'],
    reports: {
      '1.xml': cobertura(
        { 'pkg/mod.py': '10', 'pkg/other.py': '1' },
        '/ci/.tox/py311/lib/site-packages',
      ),
      '2.xml': cobertura(
        { 'pkg/mod.py': '01', 'pkg/other.py': '0' },
        '/ci/.tox/py312/lib/site-packages',
      ),
      '3.json': coveragePyJson({ 'src/pkg/mod.py': '00' }),
    },
    lines: '3/3',
    verdict: 'pass',
  },
  {
    description: 'one source root in one report and two in the other',
    tracked: ['src/p/x.py', 'src/p/__init__.py', 'src/q/y.py', 'src/q/__init__.py'],
    reports: {
      'one.xml': cobertura(
        { '__init__.py': '', 'x.py': '1110' },
        '/home/runner/work/app/app/src/p',
      ),
      'two.xml': cobertura(
        { '__init__.py': '', 'x.py': '1011', 'y.py': '10' },
        '/builds/app/src/p',
        '/builds/app/src/q',
      ),
    },
    lines: '5/6',
    verdict: 'pass',
    files: ['src/q/y.py'],
  },
  {
    description: '.NET, test projects with sources of their own',
    tracked: NET,
    reports: {
      'test/Api.Tests/r/coverage.cobertura.xml': cobertura(
        { 'Startup.cs': '10' },
        `${WORKSPACE}/src/Api/`,
      ),
      'test/Core.Tests/r/coverage.cobertura.xml': cobertura(
        { 'Api\\Startup.cs': '01', 'Core\\Startup.cs': '00' },
        'D:\\a\\app\\app\\src\\',
      ),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['src/Core/Startup.cs'],
  },
  ...[
    '/home/runner/_work/app/app',
    '/opt/actions/_work/app/app',
    '/builds/group/app',
    '/app',
    '',
    'C:\\agents\\3\\s',
  ].map((root): Row => ({
    description: `a checkout at ${root}`,
    tracked: ['src/a.c', 'src/sub/b.c', 'lib/a.c'],
    reports: {
      'here.info': lcov({ [`${WORKSPACE}/src/a.c`]: '10', 'src/sub/b.c': '10' }),
      'there.info': lcov({ [`${root}/src/a.c`]: '10', [`${root}/src/sub/b.c`]: '10' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['src/a.c', 'src/sub/b.c'],
  })),
  {
    description: 'an ignored file on another machine, beside the tracked one',
    tracked: ['store.js', 'main.js'],
    reports: {
      'a.info': lcov({ '/w/app/main.js': '1', '/w/app/gen/store.js': '00' }),
      'b.info': lcov({ 'main.js': '1', 'store.js': '11' }),
    },
    lines: '3/5',
    verdict: 'fail',
    files: ['gen/store.js'],
  },
  {
    description: 'an ignored file that exists nearer than the tracked one',
    tracked: ['gen/store.js', 'packages/a/x.js'],
    others: { 'packages/a/gen/store.js': '' },
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'gen/store.js': '00', 'x.js': '1' }),
      'coverage/lcov.info': lcov({ 'gen/store.js': '11' }),
    },
    lines: '3/5',
    verdict: 'fail',
    files: ['packages/a/gen/store.js'],
  },
  {
    description: 'a file of the machine that is not of the repository',
    tracked: ['app.py'],
    others: { '/usr/lib/python3/foo/app.py': '' },
    reports: {
      'a.xml': cobertura({ '/usr/lib/python3/foo/app.py': '00' }),
      'b.xml': cobertura({ 'app.py': '11' }),
    },
    lines: '2/4',
    verdict: 'fail',
    files: ['/usr/lib/python3/foo/app.py'],
  },
  {
    description: 'shards that a job without a checkout gathers',
    reports: {
      'shard-1/lcov.info': lcov({ 'src/a.js': '1000', 'src/b.js': '00' }),
      'shard-2/lcov.info': lcov({ 'src/a.js': '0111', 'src/b.js': '01' }),
    },
    lines: '5/6',
    verdict: 'pass',
    files: ['src/b.js'],
  },
  {
    description: 'equal paths with other lines, without a checkout',
    reports: {
      '1/lcov.info': lcov({ 'src/a.js': '1111111111' }),
      '2/lcov.info': lcov({ 'src/a.js': '0011' }),
    },
    lines: '12/14',
    verdict: 'pass',
  },
  {
    description: 'equal paths with other lines, without a checkout, and a minimum between',
    reports: {
      '1/lcov.info': lcov({ 'src/a.js': '1111' }),
      '2/lcov.info': lcov({ 'src/a.js': '00' }),
    },
    lines: '4/6',
    verdict: 'unknown',
  },
  {
    description: 'two unknown machines, without a checkout',
    reports: {
      '1.info': lcov({ '/m1/app/src/a.js': '11', '/m1/app/lib/b.js': '1' }),
      '2.info': lcov({ '/m2/src/a.js': '00' }),
    },
    inputs: { 'coverage-min': '61' },
    lines: '3/5',
    verdict: 'unknown',
  },
  {
    description: 'one file through symbolic links of files and directories, and as it is',
    tracked: ['shared/pkg/x.c', 'lib/x.c', 'y.c'],
    others: { 'app/pkg/x.c': '', '/sandbox/x.c': '', '/opt/other.c': '' },
    links: {
      [`${WORKSPACE}/lib/x.c`]: 'shared/pkg/x.c',
      [`${WORKSPACE}/app/pkg/x.c`]: 'shared/pkg/x.c',
      '/sandbox/x.c': 'shared/pkg/x.c',
      [`${WORKSPACE}/y.c`]: '/opt/other.c',
    },
    reports: {
      'a.info': lcov({ 'shared/pkg/x.c': '10000', 'y.c': '1' }),
      'b.info': lcov({ 'lib/x.c': '01000' }),
      'c.info': lcov({ 'app/pkg/x.c': '00100' }),
      'd.info': lcov({ '/sandbox/x.c': '00010' }),
    },
    lines: '5/6',
    verdict: 'pass',
    files: ['shared/pkg/x.c'],
  },
  {
    description:
      'a package with a file that was made elsewhere, where the root has all paths of it',
    tracked: [...NPM, 'src/index.js', 'src/made.js'],
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '11', 'src/made.js': '11' }),
      'coverage/lcov.info': lcov({ 'src/index.js': '00', 'src/made.js': '00' }),
    },
    lines: '4/8',
    verdict: 'unknown',
  },
  {
    description: 'packages of one machine, without a checkout',
    reports: {
      '1.info': lcov({ '/m/app/packages/a/index.js': '11' }),
      '2.info': lcov({ '/m/app/packages/b/index.js': '00' }),
    },
    lines: '2/4',
    verdict: 'fail',
  },
];

describe('whose file a path is', () => {
  it.each(rows)('$description', async ({ lines, verdict, files, ...scene }) => {
    const { result } = await play({
      ...scene,
      inputs: { 'coverage-metric': 'lines', ...scene.inputs },
    });
    expect(`${result.measured?.covered}/${result.measured?.total}`).toBe(lines);
    expect(result.verdict).toBe(verdict);
    if (files === undefined) return;
    expect(result.worstFiles?.map(({ path }) => path).sort()).toEqual([...files].sort());
  });
});
