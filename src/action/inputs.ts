import { closestMatch } from 'leven';
import { findDryRunReason } from './dry-run.js';
import type { Context, RunMode } from '../base/context.js';
import { PromoteError } from '../base/errors.js';
import { type InputProblem, InputReader } from '../base/input-reader.js';
import { COVERAGE_INPUTS, type CoverageInputs, parseCoverageInputs } from '../coverage/inputs.js';
import {
  parsePromotedPlace,
  parsePromoteInputs,
  parseToldCoverage,
  PROMOTE_INPUTS,
  type PromoteInputs,
} from '../promote/inputs/inputs.js';
import {
  parseRollbackInputs,
  ROLLBACK_INPUTS,
  type RollbackInputs,
  SHARED_INPUTS,
  undoPromotion,
} from '../rollback/inputs.js';
import { parseTagInputs, TAG_INPUTS, type TagInputs } from '../tag/inputs.js';
import { parseVerifyInputs, VERIFY_INPUTS, type VerifyInputs } from '../verify/inputs.js';

type StepName = 'coverage' | 'tag' | 'promote' | 'rollback' | 'verify';

/** A step, the inputs of which each starts it, and all inputs that belong to it. */
interface Step {
  readonly name: StepName;
  readonly keys: readonly string[];
  readonly inputs: readonly string[];
}

/** In the order in which they run. */
const STEPS: readonly Step[] = [
  { name: 'coverage', keys: ['coverage-files'], inputs: COVERAGE_INPUTS },
  { name: 'tag', keys: ['image'], inputs: TAG_INPUTS },
  { name: 'promote', keys: ['gitops-repository'], inputs: PROMOTE_INPUTS },
  { name: 'rollback', keys: ['rollback-to'], inputs: ROLLBACK_INPUTS },
  { name: 'verify', keys: ['argocd-server', 'health-url'], inputs: VERIFY_INPUTS },
];

/** Steps that say what to promote: a rollback finds out itself what to go back to. */
const NOT_BESIDE_ROLLBACK: readonly StepName[] = ['tag', 'promote'];

/** Inputs of the tag step that an image which is copied has as well. */
const OF_ANY_IMAGE = ['source-sha', 'short-sha-length'];

const COMMON_INPUTS = ['steps', 'token', 'dry-run'] as const;

/** Every input that `action.yml` declares. */
export const INPUT_NAMES: readonly string[] = [
  ...COMMON_INPUTS,
  ...STEPS.flatMap(({ inputs }) => inputs),
];

/** What the action is asked to do. A step without inputs does not run. */
export interface Inputs extends RunMode {
  readonly coverage?: CoverageInputs;
  /**
   * Also there when `promote` runs without `tag`, unless it copies the image, and when `verify` looks
   * for one that an earlier job has promoted: then it is given whole.
   */
  readonly image?: TagInputs;
  readonly promote?: PromoteInputs;
  readonly rollback?: RollbackInputs;
  readonly verify?: VerifyInputs;
  /** The gate's result of an earlier job, which `commit-trailers` hands on. */
  readonly toldCoverage?: string;
}

/**
 * Parses all inputs.
 * @param raw Values by input name, as the runner passes them: an input not given is empty.
 * @throws PromoteError `invalid-input` that lists everything that is wrong, an input a line.
 */
export async function parseInputs(
  raw: ReadonlyMap<string, string>,
  context: Context,
): Promise<Inputs> {
  const reader = new InputReader(raw);
  const steps = parseSteps(reader);
  const dryRunReason = reader.has('dry-run') ? undefined : findDryRunReason(context);
  const dryRunByDefault = dryRunReason !== undefined;
  const dryRun = reader.boolean('dry-run') ?? dryRunByDefault;
  const runs = (step: StepName) => steps.includes(step);
  const promoteOptions = { context, dryRunByDefault, gateRuns: runs('coverage') };
  const coverage = runs('coverage') ? parseCoverageInputs(reader) : undefined;
  const image = takesImage(reader, steps) ? parseTagInputs(reader, runs('tag')) : undefined;
  const promote = runs('promote') ? await parsePromoteInputs(reader, promoteOptions) : undefined;
  const rollback = runs('rollback') ? await parseRollbackInputs(reader, promoteOptions) : undefined;
  const inputs: Inputs = {
    dryRun,
    dryRunByDefault,
    dryRunReason,
    toldCoverage: parseToldCoverage(reader),
    ...(coverage && { coverage }),
    ...(image && { image }),
    ...(promote && { promote }),
    ...(rollback && { rollback }),
    ...(runs('verify') && {
      verify: await parseVerifyInputs(reader, {
        dryRunByDefault,
        promotes: runs('promote') || runs('rollback'),
        parsePlace: async () =>
          promote ?? rollback ?? (await parsePromotedPlace(reader, promoteOptions)),
        parseRollback: async () => {
          if (rollback) refuseFurther(reader);
          const undo = { ...promoteOptions, step: 'rollback' } as const;
          return undoPromotion(promote ?? (await parsePromoteInputs(reader, undo)));
        },
      }),
    }),
  };
  const problems = [...findUnknown(raw), ...findOrphans(reader, steps), ...reader.problems];
  if (problems.length > 0) throw new PromoteError('invalid-input', renderProblems(problems));
  return inputs;
}

/** What a rollback has restored is not rolled back by itself. */
function refuseFurther(reader: InputReader): void {
  const problem = 'given with rollback-to: what was rolled back is not rolled back again by itself';
  reader.complain('rollback-on-failure', `${problem}. Remove one of the two`);
}

/** Whether an image is given or computed. A rollback finds its own. */
function takesImage(reader: InputReader, steps: readonly StepName[]): boolean {
  if (steps.includes('tag')) return true;
  if (steps.includes('promote')) return !reader.has('promote-from');
  return steps.includes('verify') && !steps.includes('rollback') && reader.has('argocd-server');
}

/** The steps that run, in their order: those that `steps` names, else those whose key input is set. */
function parseSteps(reader: InputReader): readonly StepName[] {
  const named = reader.words('steps');
  const names = STEPS.map(({ name }) => name);
  for (const word of named) {
    if (!names.some((name) => name === word)) {
      reader.reject('steps', `steps among ${names.join(', ')}`, word);
    }
  }
  const isKeyed = ({ keys }: Step) => keys.some((key) => reader.has(key));
  const rollsBack = reader.has('rollback-to');
  const run = STEPS.filter((step) =>
    named.length > 0
      ? named.includes(step.name)
      : isKeyed(step) && !(rollsBack && NOT_BESIDE_ROLLBACK.includes(step.name)),
  );
  refuseBoth(reader, named);
  if (run.length === 0 && named.length === 0) {
    const keys = STEPS.map(({ name, keys }) => `${keys.join(' or ')} (${name})`).join(', ');
    reader.complain('steps', `nothing to do: give at least one of the key inputs ${keys}`);
  }
  return run.map(({ name }) => name);
}

function refuseBoth(reader: InputReader, named: readonly string[]): void {
  const beside = NOT_BESIDE_ROLLBACK.filter((step) => named.includes(step));
  if (!named.includes('rollback') || beside.length === 0) return;
  const problem = `rollback finds the image itself, and runs in a call without ${beside.join(' and ')}. Take ${beside.length > 1 ? 'them' : 'it'} out, or rollback`;
  reader.complain('steps', problem);
}

/** The runner only warns of an input that `action.yml` does not declare; a gate must not vanish so. */
function findUnknown(raw: ReadonlyMap<string, string>): readonly InputProblem[] {
  const unknown = [...raw.keys()].filter((name) => !INPUT_NAMES.includes(name));
  return unknown.map((input) => {
    const nearest = closestMatch(input, [...INPUT_NAMES]) ?? '';
    return { input, message: `there is no such input. Is ${nearest} meant?` };
  });
}

/** Inputs that are given to a step that does not run, unless `steps` leaves it out on purpose. */
function findOrphans(reader: InputReader, steps: readonly StepName[]): readonly InputProblem[] {
  if (reader.has('steps')) return [];
  const copies = steps.includes('promote') && reader.has('promote-from');
  const rollsBack = steps.includes('rollback');
  const taken = [...(copies ? OF_ANY_IMAGE : []), ...(rollsBack ? SHARED_INPUTS : [])];
  const idle = STEPS.filter(({ name }) => !steps.includes(name));
  return idle.flatMap(({ name, keys, inputs }) => {
    const message =
      rollsBack && NOT_BESIDE_ROLLBACK.includes(name)
        ? `given, but with rollback-to nothing is promoted: a rollback finds itself what the targets go back to. Remove this input, or rollback-to`
        : `given, but the ${name} step does not run because ${keys.join(' and ')} ${keys.length > 1 ? 'are' : 'is'} empty. Set ${keys.join(' or ')}, remove this input, or say with steps what runs`;
    const given = inputs.filter((input) => reader.has(input) && !taken.includes(input));
    return given.map((input) => ({ input, message }));
  });
}

function renderProblems(problems: readonly InputProblem[]): string {
  return problems
    .map(({ input, message }) => `${input}: ${message}${/[.?]$/.test(message) ? '' : '.'}`)
    .join('\n');
}
