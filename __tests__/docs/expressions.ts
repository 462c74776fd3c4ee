import { SHA } from '../fakes/context.js';

/** What a workflow declares that its expressions name. */
export interface Scope {
  /** The inputs of `workflow_dispatch`, and a value that somebody could give. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The first value of each axis. */
  readonly matrix: Readonly<Record<string, string>>;
  /** Values that are known by their whole expression; they go before all others. */
  readonly known?: Readonly<Record<string, string>>;
}

/** An output of a job or step by its name: one that the action, or a build, could give. */
const OUTPUTS: Readonly<Record<string, string>> = {
  image: 'ghcr.io/org/repo/fastapi-agent:main-a1b2c3d',
  tag: 'main-a1b2c3d',
  digest: `sha256:${'ab'.repeat(32)}`,
  'source-sha': SHA,
  coverage: '86.74',
  'commit-sha': 'b'.repeat(40),
  token: 'ghs_the-token-of-an-app',
  author: 'Ada <ada@example.com>',
  date: '2026-11-26T04:00:00+00:00',
  subject: 'feat: answers',
};

const GITHUB: Readonly<Record<string, string>> = {
  sha: SHA,
  repository: 'org/repo',
  server_url: 'https://github.com',
};

const EXPRESSION = /\$\{\{\s*(?<inner>.*?)\s*\}\}/g;

/** Every `${{ … }}` of a text, without its braces. */
export function expressionsIn(text: string): readonly string[] {
  return [...text.matchAll(EXPRESSION)].map(({ groups }) => groups?.['inner'] ?? '');
}

/**
 * What the runner could make of an input.
 * @throws Error when it has an expression of which no value is known here.
 */
export function evaluate(text: string, scope: Scope): string {
  return text.replace(EXPRESSION, (_, inner: string) => {
    const value = valueOf(inner, scope);
    if (value === undefined) throw new Error(`No value is known for \${{ ${inner} }}.`);
    return value;
  });
}

function valueOf(expression: string, { inputs, matrix, known }: Scope): string | undefined {
  if (known?.[expression] !== undefined) return known[expression];
  const [context = '', ...path] = expression.split('.');
  const name = path.at(-1) ?? '';
  if (/^(?:needs|steps)\.[\w-]+\.outputs\.[\w-]+$/.test(expression)) return OUTPUTS[name];
  if (path.length !== 1) return undefined;
  if (context === 'secrets' || context === 'vars') return `the-${name}`;
  return { inputs, matrix, github: GITHUB }[context]?.[name];
}
