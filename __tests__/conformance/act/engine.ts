import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The real program; `npm run conformance` sets it. */
const ACT = process.env['ACT'] ?? 'act';

/** The folder of a Node.js as the runner has it. */
const NODE = process.env['ACT_NODE'] ?? dirname(process.execPath);

/** A run of a workflow. */
export interface Call {
  /** A checkout, with a `.git`. */
  readonly checkout: string;
  /** Below the checkout. */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: object };
  readonly secrets: Readonly<Record<string, string>>;
  /** By `owner/name@ref`: the folder that takes the place of the action. */
  readonly actions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** What act may write to. */
  readonly home: string;
}

/** What a person sees of a job. */
export interface Job {
  readonly result: string;
  /** The lines of its steps that are in no group; an annotation begins with its kind. */
  readonly lines: readonly string[];
  /** The lines in groups. */
  readonly folded: readonly string[];
  readonly summary: string;
  /** Of its steps, by `step.name`. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Run {
  readonly succeeded: boolean;
  /** Of the jobs that ran. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** Everything that was printed. */
  readonly text: string;
}

/** Runs a workflow with act, on this machine itself. */
export async function runWorkflow(call: Call): Promise<Run> {
  const { status, stdout, stderr } = await start(call);
  const entries = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Entry);
  const names = new Set(entries.flatMap(({ jobID }) => jobID ?? []));
  const jobs = [...names].map((name) => {
    return [name, readJob(entries.filter(({ jobID }) => jobID === name))] as const;
  });
  return { succeeded: status === 0, jobs: Object.fromEntries(jobs), text: stdout + stderr };
}

function start(call: Call) {
  const { checkout, workflow, event, home } = call;
  const file = join(home, 'event.json');
  writeFileSync(file, JSON.stringify(event.payload));
  const args = [
    ...[event.name, '--json', '--no-cache-server', '--actor', 'ada'],
    ...['-C', checkout, '-W', workflow, '-e', file, '-P', 'ubuntu-latest=-self-hosted'],
    ...flags('--local-repository', call.actions),
    ...flags('--secret', call.secrets),
    ...flags('--env', call.env),
  ];
  const path = [NODE, process.env['PATH']].join(':');
  const child = spawn(ACT, args, { env: { PATH: path, HOME: home } });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  return new Promise<{ status: number | null; stdout: string; stderr: string }>(
    (resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status, ...written });
      });
    },
  );
}

function flags(name: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`]);
}

/** A line of act's log. */
interface Entry {
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly msg: string;
  readonly raw_output?: boolean;
  /** Of a command that a step printed, or wrote to a file. */
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  /** Of a summary. */
  readonly content?: string;
  readonly jobResult?: string;
}

const ANNOTATIONS = new Set(['notice', 'warning', 'error']);

function readJob(entries: readonly Entry[]): Job {
  const lines: string[] = [];
  const folded: string[] = [];
  const outputs: Record<string, string> = {};
  let summary = '';
  let result = '';
  let isInGroup = false;
  for (const entry of entries) {
    const { command = '', arg = '', name = '' } = entry;
    if (command === 'group') isInGroup = true;
    if (command === 'endgroup') isInGroup = false;
    if (command === 'summary') summary += entry.content ?? '';
    if (command === 'set-output') outputs[`${entry.stepID?.join('.') ?? ''}.${name}`] = arg;
    if (ANNOTATIONS.has(command)) lines.push(`${command}: ${arg}`);
    if (entry.raw_output === true) (isInGroup ? folded : lines).push(entry.msg.trimEnd());
    result = entry.jobResult ?? result;
  }
  return { result, lines, folded, summary, outputs };
}
