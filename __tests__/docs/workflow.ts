import { isMapping, type Mapping } from './yaml.js';
import { expressionsIn } from './expressions.js';
import { OUTPUT_NAMES } from '../../src/action/outputs.js';

/** The name that the documents give the action: `org` stands for an owner. */
export const OURS = 'org/gitops-promote@v1';

/** A step that a block shows, and the job that it stands in, if the block has one. */
export interface ShownStep {
  readonly step: Mapping;
  readonly job: Mapping | undefined;
  /** Of the job. */
  readonly name: string | undefined;
}

/** Steps of a workflow, of `jobs` alone, or of a list of steps. */
export function stepsOf(value: unknown): readonly ShownStep[] {
  if (Array.isArray(value)) return listSteps(value);
  return jobsOf(value).flatMap(([name, job]) => listSteps(job['steps'], job, name));
}

function listSteps(steps: unknown, job?: Mapping, name?: string): readonly ShownStep[] {
  return Array.isArray(steps) ? steps.filter(isMapping).map((step) => ({ step, job, name })) : [];
}

function jobsOf(value: unknown): readonly (readonly [string, Mapping])[] {
  const jobs = isMapping(value) ? value['jobs'] : undefined;
  const entries = isMapping(jobs) ? Object.entries(jobs) : [];
  return entries.flatMap(([name, job]) => (isMapping(job) ? [[name, job] as const] : []));
}

/**
 * What is wrong with a workflow, `jobs` alone or a list of steps, a sentence each.
 * @param text The block itself, for what a comment says.
 */
export function findProblems(value: unknown, text: string): readonly string[] {
  const jobs = jobsOf(value);
  const isWhole = isMapping(value) && 'on' in value;
  return [
    ...(isWhole && !('permissions' in value) ? ['the workflow has no permissions'] : []),
    ...(isMapping(value) && jobs.length === 0 ? ['there is no job'] : []),
    ...jobs.flatMap(([name, job]) => findJobProblems(name, job, new Map(jobs), isWhole)),
    ...findStepProblems(stepsOf(value), text),
    ...findInputProblems(value),
  ];
}

function findJobProblems(
  name: string,
  job: Mapping,
  jobs: ReadonlyMap<string, Mapping>,
  isWhole: boolean,
): readonly string[] {
  const needs = [job['needs']].flat().filter((need) => typeof need === 'string');
  const missing = ['runs-on', 'permissions', 'steps'].filter((key) => !(key in job));
  const unknown = needs.filter((need) => isWhole && !jobs.has(need));
  return [
    ...missing.map((key) => `job ${name} has no ${key}`),
    ...unknown.map((need) => `job ${name} needs ${need}, which is not there`),
    ...referencesIn(job, 'needs').flatMap(([need, output]) => {
      if (!needs.includes(need)) return [`job ${name} reads of ${need}, and does not need it`];
      const outputs = jobs.get(need)?.['outputs'] ?? {};
      const isThere = !jobs.has(need) || (isMapping(outputs) && output in outputs);
      return isThere ? [] : [`job ${need} has no output ${output}`];
    }),
    ...findStepReferences(name, job),
  ];
}

/** `steps.ID.outputs.NAME`: whether the job has that step, and our action that output. */
function findStepReferences(name: string, job: Mapping): readonly string[] {
  const steps = listSteps(job['steps'], job).map(({ step }) => step);
  return referencesIn(job, 'steps').flatMap(([id, output]) => {
    const step = steps.find((candidate) => candidate['id'] === id);
    if (step === undefined) return [`job ${name} reads of step ${id}, which is not there`];
    const isKnown = step['uses'] !== OURS || OUTPUT_NAMES.some((known) => known === output);
    return isKnown ? [] : [`step ${id} of job ${name} has no output ${output}`];
  });
}

/** Every `CONTEXT.NAME.outputs.OUTPUT` of a job's expressions and conditions. */
function referencesIn(job: Mapping, context: string): readonly (readonly [string, string])[] {
  const pattern = new RegExp(`\\b${context}\\.([\\w-]+)\\.outputs\\.([\\w-]+)`, 'g');
  return textsIn(job)
    .flatMap(({ key, text }) => (key === 'if' ? [text] : expressionsIn(text)))
    .flatMap((expression) => [...expression.matchAll(pattern)])
    .map(([, name = '', output = '']) => [name, output]);
}

function textsIn(value: unknown, key = ''): readonly { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([inner, item]) => textsIn(item, inner));
}

function findStepProblems(steps: readonly ShownStep[], text: string): readonly string[] {
  return steps.flatMap(({ step }) => {
    const { uses } = step;
    if ('run' in step === 'uses' in step) return ['a step has to have either run or uses'];
    if (typeof uses !== 'string' || uses === OURS) return [];
    if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)) return [`${uses} is not pinned by a SHA`];
    const line = text.split('\n').find((candidate) => candidate.includes(uses)) ?? '';
    return / # v\d+\.\d+\.\d+$/.test(line) ? [] : [`${uses} does not say its version`];
  });
}

/** Inputs of `workflow_dispatch` that are read and not declared. */
function findInputProblems(value: unknown): readonly string[] {
  const declared = Object.keys(dispatchInputs(value));
  const read = textsIn(value)
    .flatMap(({ text }) => expressionsIn(text))
    .flatMap((expression) => [...expression.matchAll(/(?<![\w.])inputs\.([\w-]+)/g)]);
  return read
    .filter(([, name = '']) => !declared.includes(name))
    .map(([, name = '']) => `the input ${name} is not declared`);
}

/** The inputs of `workflow_dispatch`, as they are declared. */
export function dispatchInputs(value: unknown): Mapping {
  const on = isMapping(value) ? value['on'] : undefined;
  const dispatch = isMapping(on) ? on['workflow_dispatch'] : undefined;
  const inputs = isMapping(dispatch) ? dispatch['inputs'] : undefined;
  return isMapping(inputs) ? inputs : {};
}
