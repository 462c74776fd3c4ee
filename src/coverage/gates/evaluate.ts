import type { PatchCoverage } from '../changes/measure.js';
import { type Baseline, evaluateDrop } from './drop.js';
import { evaluateFiles, listBelow, listWorst, rankFiles } from './files.js';
import {
  evaluateMinimum,
  evaluateMissing,
  evaluatePatch,
  measure,
  type Measurement,
  type Minimum,
  unknownGate,
} from './minimum.js';
import { parsePercentage, type Percentage } from './percent.js';
import type { CoverageResult, FileResult, GateResult, Verdict } from './result.js';
import type { Metric } from '../model/counts.js';
import type { Coverage } from '../model/file-coverage.js';

/** A percentage that one metric has to reach, and the input that says so. */
export interface MetricMinimum {
  readonly gate: string;
  readonly metric: Metric;
  readonly minimum: Percentage;
}

/** What the gates hold measurements against. */
export interface GateInputs {
  /** `auto` is the metric that the tool itself puts first. */
  readonly metric: Metric | 'auto';
  /** Percent that the metric has to reach. */
  readonly min: Percentage;
  /** Further minimums, each on its own metric. */
  readonly minimums: readonly MetricMinimum[];
  /** Percent of its lines that each file has to reach. */
  readonly minFile: Percentage | undefined;
  /** Percent of the changed lines that has to be covered. */
  readonly minPatch: Percentage | undefined;
  /** An earlier report, or a percentage, and how many points coverage may be below it. */
  readonly baseline: string | undefined;
  readonly maxDrop: Percentage | undefined;
  /** Decimals to round to before comparing, as coverage.py does; absent: compare exactly. */
  readonly precision: number | undefined;
}

/** What the gates rest on; a text says why there is nothing. */
export interface Evidence {
  readonly coverage: Coverage;
  /** Which of the reports that were asked for are not there. */
  readonly missing?: string | undefined;
  /** The earlier report; not looked at when the baseline is a percentage. */
  readonly baseline: Coverage | string;
  readonly patch: PatchCoverage | string;
}

/** Holds what was measured against every gate that the inputs ask for. */
export function evaluateCoverage(inputs: GateInputs, evidence: Evidence): CoverageResult {
  const { coverage, missing } = evidence;
  const measurement = measure(coverage, inputs.metric);
  const ranked = rankFiles(coverage);
  const main = evaluateMinimum(minimumOf(inputs, 'coverage-min', inputs.min), measurement);
  const gates = [
    ...(missing === undefined ? [] : [evaluateMissing(missing)]),
    main,
    ...inputs.minimums.map(({ gate, metric, minimum }) =>
      evaluateMinimum(minimumOf(inputs, gate, minimum), measure(coverage, metric)),
    ),
    ...evaluateOthers(inputs, evidence, measurement, ranked),
  ];
  return {
    ...combineGates(gates),
    ...(main.measured && { measured: { ...main.measured, tool: coverage.tool } }),
    gates,
    worstFiles: listWorst(ranked),
    filesBelow:
      inputs.minFile === undefined
        ? []
        : listBelow(minimumOf(inputs, 'coverage-min-file', inputs.minFile), ranked),
  };
}

/** The gates that are not a minimum of one metric. */
function evaluateOthers(
  inputs: GateInputs,
  evidence: Evidence,
  measurement: Measurement,
  ranked: readonly FileResult[],
): readonly GateResult[] {
  const { minFile, minPatch, maxDrop, baseline } = inputs;
  const gates: GateResult[] = [];
  if (minFile !== undefined) {
    gates.push(
      evaluateFiles(minimumOf(inputs, 'coverage-min-file', minFile), ranked, evidence.coverage),
    );
  }
  if (minPatch !== undefined) {
    const asked = minimumOf(inputs, 'coverage-min-patch', minPatch);
    const { patch } = evidence;
    const isUnknown = typeof patch === 'string';
    gates.push(
      isUnknown ? unknownGate(asked, patch, 'patch coverage') : evaluatePatch(asked, patch.count),
    );
  }
  if (maxDrop !== undefined && baseline !== undefined) {
    const before = measureBaseline(baseline, evidence.baseline, measurement);
    gates.push(evaluateDrop({ gate: 'coverage-max-drop', minimum: maxDrop }, before, measurement));
  }
  return gates;
}

function minimumOf(inputs: GateInputs, gate: string, minimum: Percentage): Minimum {
  return { gate, minimum, precision: inputs.precision };
}

/** The baseline in the metric that is measured now. */
function measureBaseline(given: string, earlier: Coverage | string, now: Measurement): Baseline {
  const percentage = parsePercentage(given);
  if (percentage !== undefined) return percentage;
  if (typeof earlier === 'string') return { known: false, reason: earlier };
  return measure(earlier, now.known ? now.metric : 'auto');
}

/** Everything that fails or is not known is told together. */
function combineGates(gates: readonly GateResult[]): {
  readonly verdict: Verdict;
  readonly message: string;
} {
  const decisive = gates.filter(
    ({ verdict, isInformative }) => verdict !== 'pass' && isInformative !== true,
  );
  if (decisive.length === 0) return { verdict: 'pass', message: renderMessages(gates) };
  const isFailed = decisive.some(({ verdict }) => verdict === 'fail');
  return { verdict: isFailed ? 'fail' : 'unknown', message: renderMessages(decisive) };
}

function renderMessages(gates: readonly GateResult[]): string {
  return [...new Set(gates.map(({ message }) => message))].join('\n');
}
