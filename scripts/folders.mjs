/**
 * What each folder of src/ is for, and what it may import. ESLint holds the code to it
 * (folder-imports.mjs), a test holds docs/architecture.md to it, and no circle is allowed.
 *
 * @typedef {object} Folder
 * @property {string} subject What is in it, for people.
 * @property {readonly string[]} imports Folders of src/ whose files its own files may import.
 * @property {readonly string[]} packages Packages and modules of Node.js that they may import.
 * @property {boolean} [pure] No clock, no randomness, no process: the same answer for the same arguments.
 */

/**
 * By its path below src/; `.` is src/ itself. From the outside to the foundation.
 * @type {Readonly<Record<string, Folder>>}
 */
export const FOLDERS = {
  '.': {
    subject: 'main.ts: the life of a run, the only place that wires ports; run.ts: the story',
    imports: [
      'action',
      'argocd',
      'base',
      'coverage',
      'github',
      'github/pull-requests',
      'ports',
      'promote',
      'promote/check',
      'registry',
      'runner',
      'tag',
      'verify',
    ],
    packages: [],
  },
  action: {
    subject: 'what the runner hands in and gets back: inputs of all steps, outputs, job summary',
    imports: [
      'base',
      'coverage',
      'coverage/gates',
      'promote/inputs',
      'promote/model',
      'tag',
      'tag/commit',
      'tag/rules',
      'verify',
    ],
    packages: ['leven'],
    pure: true,
  },
  coverage: {
    subject: 'the coverage step and its inputs',
    imports: [
      'base',
      'coverage/changes',
      'coverage/formats',
      'coverage/gates',
      'coverage/identity',
      'coverage/model',
      'ports',
    ],
    packages: [],
    pure: true,
  },
  'coverage/formats': {
    subject: 'one file a report format: text to counts',
    imports: ['base', 'coverage/model', 'coverage/read'],
    packages: [],
    pure: true,
  },
  'coverage/read': {
    subject: 'bytes to characters, lines, XML, JSON and numbers, within limits',
    imports: ['base', 'coverage/model'],
    packages: ['saxes'],
    pure: true,
  },
  'coverage/gates': {
    subject: 'counts and minimums to verdicts, exactly',
    imports: ['coverage/changes', 'coverage/model'],
    packages: [],
    pure: true,
  },
  'coverage/changes': {
    subject: 'the lines that a change touches, and their coverage',
    imports: ['base', 'coverage/model', 'coverage/read', 'ports'],
    packages: [],
    pure: true,
  },
  'coverage/identity': {
    subject: 'whose file a path in a report is: paths and what git tracks to files and groups',
    imports: ['coverage/model'],
    packages: [],
    pure: true,
  },
  'coverage/model': {
    subject: 'counts by file and line, how reports unite, and what a report is',
    imports: [],
    packages: [],
    pure: true,
  },
  tag: {
    subject: 'the tag step, its inputs and its result; a given image',
    imports: ['base', 'ports', 'tag/commit', 'tag/rules'],
    packages: [],
    pure: true,
  },
  'tag/rules': {
    subject: "the language of docker/metadata-action's tags: rules and facts to tags",
    imports: ['base', 'tag/commit'],
    packages: ['csv-parse/sync', 'luxon', 'node:crypto'],
    pure: true,
  },
  'tag/commit': {
    subject: 'which commit, branch, tag or pull request an event builds',
    imports: ['base', 'ports'],
    packages: ['@renovatebot/pep440', 'semver'],
    pure: true,
  },
  promote: {
    subject: 'the promote step: the loop (promote.ts) and one try (attempt.ts)',
    imports: [
      'base',
      'coverage/gates',
      'patch',
      'patch/targets',
      'patch/yaml',
      'ports',
      'promote/delivery',
      'promote/guard',
      'promote/inputs',
      'promote/message',
      'promote/model',
      'promote/pull-request',
      'tag',
    ],
    packages: [],
    pure: true,
  },
  'promote/check': {
    subject: 'the registry check: what is there, held against what is promoted',
    imports: ['base', 'ports', 'promote', 'promote/inputs', 'promote/model', 'tag'],
    packages: [],
    pure: true,
  },
  'promote/pull-request': {
    subject: 'delivery by pull request: branch, commit, texts, merge',
    imports: [
      'base',
      'ports',
      'promote/delivery',
      'promote/guard',
      'promote/inputs',
      'promote/message',
      'promote/model',
      'tag/commit',
    ],
    packages: [],
    pure: true,
  },
  'promote/delivery': {
    subject: 'what one try delivers, and its delivery by commit',
    imports: ['ports', 'promote/guard', 'promote/message', 'promote/model'],
    packages: [],
    pure: true,
  },
  'promote/guard': {
    subject: 'whether what is deployed is newer',
    imports: ['base', 'ports', 'promote/message', 'promote/model', 'tag/commit'],
    packages: [],
    pure: true,
  },
  'promote/model': {
    subject: 'a promotion, its progress and its result',
    imports: ['base', 'patch', 'ports', 'promote/inputs', 'promote/message'],
    packages: [],
    pure: true,
  },
  'promote/inputs': {
    subject: 'the inputs of a promotion: targets, where to, how',
    imports: ['base', 'patch/targets', 'patch/yaml', 'ports', 'promote/message', 'tag'],
    packages: ['yaml'],
    pure: true,
  },
  'promote/message': {
    subject: 'the commit message, its trailers and templates',
    imports: ['base'],
    packages: [],
    pure: true,
  },
  patch: {
    subject: 'text to text: the patch of one file, its proof and its diff',
    imports: ['base', 'patch/targets', 'patch/text', 'patch/yaml'],
    packages: ['yaml'],
    pure: true,
  },
  'patch/targets': {
    subject: 'what each kind of target changes: kustomization, values, paths',
    imports: ['base', 'patch/text', 'patch/yaml'],
    packages: ['yaml'],
    pure: true,
  },
  'patch/text': {
    subject: 'edits of the text: scalars, pairs, blocks and flow collections',
    imports: ['patch/yaml'],
    packages: ['yaml'],
    pure: true,
  },
  'patch/yaml': {
    subject: 'a parsed file: its nodes, paths to them, what is refused',
    imports: ['base'],
    packages: ['yaml'],
    pure: true,
  },
  verify: {
    subject: 'the verify step: what has to run (subject.ts), the looks (watch.ts), the addresses',
    imports: [
      'base',
      'ports',
      'promote/inputs',
      'promote/model',
      'tag',
      'verify/history',
      'verify/rules',
    ],
    packages: [],
    pure: true,
  },
  'verify/rules': {
    subject: 'what was seen of an Application, and since when, to a verdict',
    imports: ['base', 'ports'],
    packages: [],
    pure: true,
  },
  'verify/history': {
    subject: 'how revisions of the GitOps repository stand to a commit, and what they ask for',
    imports: ['base', 'ports', 'promote', 'promote/inputs', 'promote/message', 'verify/rules'],
    packages: [],
    pure: true,
  },
  github: {
    subject: "the source and the GitOps repository over a GitHub-like server's API",
    imports: ['base', 'github/graphql', 'github/http', 'github/refusals', 'github/rest', 'ports'],
    packages: [],
  },
  'github/pull-requests': {
    subject: 'branches and pull requests',
    imports: ['base', 'github/graphql', 'github/http', 'github/refusals', 'github/rest', 'ports'],
    packages: [],
  },
  'github/graphql': {
    subject: 'several files read and committed at once',
    imports: ['base', 'github/http', 'github/refusals', 'github/rest', 'ports'],
    packages: [],
  },
  'github/rest': {
    subject: 'one file by the Contents API',
    imports: ['base', 'github/http', 'github/refusals', 'ports'],
    packages: ['node:crypto'],
  },
  'github/refusals': {
    subject: 'one table: what a server refuses, to a code and a sentence with the cure',
    imports: ['base', 'github/http', 'ports'],
    packages: [],
  },
  'github/http': {
    subject: 'one request and its answer',
    imports: ['base'],
    packages: ['@actions/github/lib/utils', '@octokit/rest', 'node:timers/promises'],
  },
  argocd: {
    subject: 'Argo CD over its REST API: requests, answers, and what stands in front of it',
    imports: ['base', 'ports', 'runner'],
    packages: ['node:util'],
  },
  registry: {
    subject: 'an image registry: requests, signing in, the logins of docker',
    imports: ['base', 'ports', 'registry/protocol'],
    packages: [
      '@actions/http-client',
      'node:child_process',
      'node:fs/promises',
      'node:http',
      'node:path',
    ],
  },
  'registry/protocol': {
    subject: 'what registries and docker write: addresses, challenges, manifests, refusals',
    imports: ['base', 'ports'],
    packages: ['node:crypto'],
    pure: true,
  },
  runner: {
    subject: 'what the runner has: git, files, the log, the clock, a way to the network',
    imports: ['base', 'ports'],
    packages: [
      '@actions/core/lib/command.js',
      '@actions/core/lib/file-command.js',
      '@actions/core/lib/summary.js',
      '@actions/exec',
      '@actions/glob',
      '@actions/http-client',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:os',
      'node:perf_hooks',
      'node:timers/promises',
    ],
  },
  ports: {
    subject: 'what the core needs of the outside, as interfaces',
    imports: [],
    packages: [],
    pure: true,
  },
  base: {
    subject: 'what every room may use: errors, context, inputs, image references, JSON, Markdown',
    imports: [],
    packages: ['node:fs', 'node:os', 'node:path'],
  },
};
