import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

type Texts = Readonly<Record<string, string>>;

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly outputs?: Texts;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What expressions may ask for: `github`, `secrets` and `inputs`, by their whole names. */
export type Facts = Texts;

/** Runs a step with what stands under `with:`, filled in. */
export type Runner = (step: Step, inputs: Texts) => Promise<Texts>;

export const WORKFLOWS = fileURLToPath(
  new URL('../../examples/fastapi-agent/.github/workflows/', import.meta.url),
);

export function readWorkflow(name: string): Workflow {
  return parse(readFileSync(`${WORKFLOWS}${name}`, 'utf8')) as Workflow;
}

/**
 * Runs the jobs in the order in which they stand, each that its `if` and what it needs let run.
 * @returns The names of those that ran.
 */
export async function runJobs(workflow: Workflow, facts: Facts, run: Runner): Promise<string[]> {
  const known: Record<string, string> = { ...facts };
  const ran: string[] = [];
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needs = [job.needs ?? []].flat();
    if (!needs.every((need) => ran.includes(need)) || !holds(job.if, known)) continue;
    const local = { ...known };
    for (const step of job.steps.filter((step) => holds(step.if, known))) {
      const outputs = await run(step, fillAll(step.with ?? {}, local));
      for (const [output, value] of Object.entries(outputs)) {
        local[`steps.${step.id ?? ''}.outputs.${output}`] = value;
      }
    }
    for (const [output, value] of Object.entries(fillAll(job.outputs ?? {}, local))) {
      known[`needs.${name}.outputs.${output}`] = value;
    }
    ran.push(name);
  }
  return ran;
}

function fillAll(values: Step['with'], facts: Facts): Texts {
  const filled = Object.entries(values ?? {}).map(([key, value]) => {
    const text = String(value);
    return [
      key,
      text.replace(/\$\{\{ (?<asked>.+?) \}\}/g, (_, asked: string) => evaluate(asked, facts)),
    ];
  });
  return Object.fromEntries(filled) as Texts;
}

function holds(condition: string | undefined, facts: Facts): boolean {
  if (condition === undefined) return true;
  return !['', 'false'].includes(evaluate(condition, facts));
}

/**
 * A name, or a name that is compared with a text: what the examples have.
 * @throws Error for a name of a context that is not known.
 */
function evaluate(expression: string, facts: Facts): string {
  const [name = '', text] = expression.split(' == ');
  const value = facts[name];
  const isOutput = /^(?:steps|needs)\.[\w-]+\.outputs\.[\w-]+$/.test(name);
  if (value === undefined && !isOutput) throw new Error(`There is no ${name}.`);
  return text === undefined ? (value ?? '') : String(`'${value ?? ''}'` === text);
}
