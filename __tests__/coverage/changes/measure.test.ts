import { describe, expect, it } from '@jest/globals';
import { go, jacoco, lcov, play, type Scene, WORKSPACE } from '../identity/scene.js';

/** A diff that adds the lines from the first to the last. */
function diffOf(path: string, first: number, last: number): string {
  const added = Array.from({ length: last - first + 1 }, () => '+x');
  return [`+++ b/${path}`, `@@ -0,0 +${first},${added.length} @@`, ...added, ''].join('\n');
}

const INFORMATIVE = 'patch coverage: no changed line is code that the reports know';

interface Row extends Scene {
  readonly description: string;
  /** Covered and all changed lines; else what the message says instead. */
  readonly patch: string | RegExp;
}

const NPM = ['packages/a/src/index.js', 'packages/b/src/index.js'];

const rows: readonly Row[] = [
  {
    description: 'counts the changed lines that are code',
    tracked: ['a.py', 'b.py'],
    reports: { 'x.info': lcov({ 'a.py': '1001', 'b.py': '0' }) },
    diff: diffOf('a.py', 1, 9),
    patch: '2/4',
  },
  {
    description: 'finds the file of a nested Go module',
    tracked: ['go.mod', 'handler.go', 'services/a/go.mod', 'services/a/handler.go'],
    others: { 'go.mod': 'module example.com/root', 'services/a/go.mod': 'module example.com/a' },
    reports: {
      'a.out': go({ 'example.com/a/handler.go': '100' }),
      'root.out': go({ 'example.com/root/handler.go': '111' }),
    },
    diff: diffOf('services/a/handler.go', 2, 3),
    patch: '0/2',
  },
  {
    description: 'finds the file of a package',
    tracked: NPM,
    reports: {
      'packages/a/coverage/lcov.info': lcov({ 'src/index.js': '11' }),
      'packages/b/coverage/lcov.info': lcov({ 'src/index.js': '00' }),
    },
    diff: diffOf('packages/b/src/index.js', 1, 2),
    patch: '0/2',
  },
  {
    description: 'gives no tracked file to one that git ignores',
    tracked: ['store.js', 'main.js'],
    others: { 'gen/store.js': '' },
    reports: { 'coverage/lcov.info': lcov({ 'gen/store.js': '111', 'main.js': '1' }) },
    diff: diffOf('store.js', 1, 3),
    patch: INFORMATIVE,
  },
  {
    description: 'is known where a file of the same name is a known other one',
    tracked: ['src/index.ts', 'packages/x/src/index.ts'],
    reports: { 'coverage/lcov.info': lcov({ 'src/index.ts': '1' }) },
    diff: diffOf('packages/x/src/index.ts', 1, 3),
    patch: INFORMATIVE,
  },
  {
    description: 'is unknown where the reports may have the changed file',
    tracked: NPM,
    reports: { 'artifacts/lcov.info': lcov({ 'src/index.js': '11' }) },
    diff: diffOf('packages/b/src/index.js', 1, 2),
    patch:
      /packages\/b\/src\/index\.js changed, and it cannot be told whether it is src\/index\.js of artifacts\/lcov\.info/,
  },
  {
    description: 'is known where what may be the changed file has none of its changed lines',
    tracked: NPM,
    reports: { 'artifacts/lcov.info': lcov({ 'src/index.js': '11' }) },
    diff: diffOf('packages/b/src/index.js', 3, 5),
    patch: INFORMATIVE,
  },
  {
    description: 'is unknown where a file of a package that is no directory may be the changed one',
    tracked: ['app/Foo.scala', 'app/com/x/Y.scala'],
    reports: { 'j.xml': jacoco('app', { 'com/x/Foo.scala': '00', 'com/x/Y.scala': '1' }) },
    diff: diffOf('app/Foo.scala', 1, 2),
    patch: /app\/Foo\.scala changed, and it cannot be told whether it is com\/x\/Foo\.scala of/,
  },
  {
    description: 'is known of a file of that name which the reports have themselves',
    tracked: ['app/com/y/Foo.scala', 'app/com/x/Y.scala'],
    reports: { 'j.xml': jacoco('app', { 'com/x/Foo.scala': '00', 'com/y/Foo.scala': '11' }) },
    diff: diffOf('app/com/y/Foo.scala', 1, 2),
    patch: '2/2',
  },
  {
    description: 'is known of a package of Java, which is a directory',
    tracked: ['app/com/y/Foo.java', 'app/com/x/Y.java'],
    reports: { 'j.xml': jacoco('app', { 'com/x/Foo.java': '00', 'com/x/Y.java': '1' }) },
    diff: diffOf('app/com/y/Foo.java', 1, 2),
    patch: INFORMATIVE,
  },
  {
    description: 'is unknown where no file of the reports is one of the repository',
    tracked: ['app/Foo.scala', 'app/Y.scala'],
    reports: { 'j.xml': jacoco('app', { 'com/x/Foo.scala': '00', 'com/x/Y.scala': '1' }) },
    diff: diffOf('app/Other.scala', 1, 2),
    patch: /the reports list no lines of a file that git tracks/,
  },
  {
    description: 'is unknown of a module whose sources are elsewhere',
    tracked: ['a/src/com/x/App.java', 'b/pom.xml'],
    reports: { 'b/target/jacoco.xml': jacoco('b', { 'com/x/App.java': '1' }) },
    diff: diffOf('a/src/com/x/App.java', 1, 1),
    patch: /App\.java changed, and it cannot be told whether it is com\/x\/App\.java of b\/target/,
  },
  {
    description: 'is unknown of a file whose lines a report cannot tell',
    tracked: ['go.mod', 'a.go', 'b.go'],
    others: { 'go.mod': 'module m' },
    reports: { 'a.out': `${go({ 'm/b.go': '1', 'm/a.go': '1' })}m/a.go:9.1,2.1 1 1\n` },
    inputs: { 'coverage-metric': 'statements' },
    diff: diffOf('a.go', 1, 1),
    patch: /a\.go changed, and the reports do not tell which of its lines are code/,
  },
  {
    description: 'is unknown where several reports may have the changed file',
    tracked: NPM,
    reports: {
      '1.info': lcov({ 'src/index.js': '0' }),
      '2.info': lcov({ 'src/index.js': '011' }),
    },
    diff: diffOf('packages/b/src/index.js', 3, 3),
    patch: /cannot be told whether it is src\/index\.js of 2\.info/,
  },
  {
    description: 'is unknown where a file of no known place has a name that too many have',
    tracked: Array.from({ length: 400 }, (_, index) => `p${index}/index.js`),
    reports: {
      'x.info': lcov(
        Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`q${index}/index.js`, '1'])),
      ),
    },
    diff: diffOf('p7/index.js', 1, 1),
    patch: /p7\/index\.js changed, and it cannot be told/,
  },
  {
    description:
      'is unknown where an installed copy of the package is measured beside tracked files',
    tracked: ['src/pkg/mod.py', 'tests/test_mod.py'],
    others: { '.tox/py/lib/python3.11/site-packages/pkg/mod.py': '' },
    reports: {
      'coverage.info': lcov({
        '.tox/py/lib/python3.11/site-packages/pkg/mod.py': '1000',
        'tests/test_mod.py': '1',
      }),
    },
    diff: diffOf('src/pkg/mod.py', 2, 4),
    patch:
      /src\/pkg\/mod\.py changed, and it cannot be told whether it is \.tox\/py\/lib\/python3\.11\/site-packages\/pkg\/mod\.py of coverage\.info/,
  },
  {
    description: 'is unknown where several reports have an installed copy of a module',
    tracked: ['src/mod.py', 'tests/test_mod.py'],
    others: { '/venv/lib/site-packages/mod.py': '', '/zenv/lib/site-packages/mod.py': '' },
    reports: {
      '1.info': lcov({ '/venv/lib/site-packages/mod.py': '10', 'tests/test_mod.py': '1' }),
      '3.info': lcov({ '/zenv/lib/site-packages/mod.py': '1' }),
      '2.info': lcov({ '/venv/lib/site-packages/mod.py': '10' }),
    },
    diff: diffOf('src/mod.py', 2, 2),
    patch: /whether it is \/venv\/lib\/site-packages\/mod\.py of several reports/,
  },
  {
    description: 'is known where a copy has none of the changed lines',
    tracked: ['src/pkg/mod.py', 'tests/test_mod.py'],
    reports: { 'x.info': lcov({ 'build/lib/pkg/mod.py': '10', 'tests/test_mod.py': '11' }) },
    diff: diffOf('src/pkg/mod.py', 3, 4),
    patch: INFORMATIVE,
  },
  {
    description: 'is known where the reports have the changed file beside a copy',
    tracked: ['src/pkg/mod.py'],
    others: { 'build/lib/pkg/mod.py': '' },
    reports: { 'x.info': lcov({ 'build/lib/pkg/mod.py': '00', 'src/pkg/mod.py': '11' }) },
    diff: diffOf('src/pkg/mod.py', 1, 2),
    patch: '2/2',
  },
  {
    description: 'is known where the copy is excluded',
    tracked: ['src/pkg/mod.py', 'tests/test_mod.py'],
    others: { 'build/lib/pkg/mod.py': '' },
    reports: { 'x.info': lcov({ 'build/lib/pkg/mod.py': '00', 'tests/test_mod.py': '11' }) },
    inputs: { 'coverage-exclude': 'build/**' },
    diff: diffOf('src/pkg/mod.py', 1, 2),
    patch: INFORMATIVE,
  },
  {
    description: 'finds the file behind a symbolic link',
    tracked: ['shared/pkg/x.c', 'y.c'],
    others: { 'app/pkg/x.c': '' },
    links: { [`${WORKSPACE}/app/pkg/x.c`]: 'shared/pkg/x.c' },
    reports: { 'a.info': lcov({ 'app/pkg/x.c': '100', 'y.c': '1' }) },
    diff: diffOf('shared/pkg/x.c', 2, 3),
    patch: '0/2',
  },
  {
    description: 'does not count what is excluded',
    tracked: ['a.py', 'b.py'],
    reports: { 'x.info': lcov({ 'a.py': '0', 'b.py': '1' }) },
    inputs: { 'coverage-exclude': 'a.py' },
    diff: diffOf('a.py', 1, 1),
    patch: INFORMATIVE,
  },
];

describe('changed lines', () => {
  it.each(rows)('$description', async ({ patch, ...scene }) => {
    const { result } = await play({
      ...scene,
      inputs: { 'coverage-metric': 'lines', 'coverage-min-patch': '80', ...scene.inputs },
    });
    const gate = result.gates?.find((each) => each.gate === 'coverage-min-patch');
    if (typeof patch === 'string' && patch.includes('/')) {
      expect(`${gate?.measured?.covered}/${gate?.measured?.total}`).toBe(patch);
    } else if (typeof patch === 'string') {
      expect(gate).toMatchObject({ message: patch, isInformative: true });
    } else {
      expect(gate?.verdict).toBe('unknown');
      expect(gate?.message).toMatch(patch);
    }
  });

  it('start at the base of now of a pull request', async () => {
    const sha = (digit: string): string => digit.repeat(40);
    const { bases } = await play({
      tracked: ['a.py'],
      reports: { 'x.info': lcov({ 'a.py': '10' }) },
      inputs: { 'coverage-min-patch': '80' },
      payload: { pull_request: { base: { sha: sha('1') }, head: { sha: sha('3') } } },
      parents: [sha('2'), sha('3')],
    });
    expect(bases).toEqual([sha('2')]);
  });
});
