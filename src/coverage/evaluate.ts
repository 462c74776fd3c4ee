import type { Coverage } from './combine.js';
import { type Baseline, evaluateDrop } from './drop-gate.js';
import { evaluateFiles, listBelow, listWorst, rankFiles } from './file-gate.js';
import {
  evaluateMinimum,
  evaluateMissing,
  evaluatePatch,
  type Minimum,
  unknownGate,
} from './gate.js';
import type { CoverageInputs } from './inputs.js';
import { type Measurement, measure } from './measure.js';
import type { PatchCoverage } from './patch.js';
import { parsePercentage, type Percentage } from './percent.js';
import type { CoverageResult, FileResult, GateResult, Verdict } from './result.js';

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
export function evaluateCoverage(inputs: CoverageInputs, evidence: Evidence): CoverageResult {
  const { coverage, missing } = evidence;
  const measurement = measure(coverage, inputs.metric);
  const ranked = rankFiles(coverage.files);
  const main = evaluateMinimum(ask(inputs, 'coverage-min', inputs.min), measurement);
  const gates = [
    ...(missing === undefined ? [] : [evaluateMissing(missing)]),
    main,
    ...inputs.minimums.map(({ gate, metric, minimum }) =>
      evaluateMinimum(ask(inputs, gate, minimum), measure(coverage, metric)),
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
        : listBelow(ask(inputs, 'coverage-min-file', inputs.minFile), ranked),
  };
}

/** The gates that are not a minimum of one metric. */
function evaluateOthers(
  inputs: CoverageInputs,
  evidence: Evidence,
  measurement: Measurement,
  ranked: readonly FileResult[],
): readonly GateResult[] {
  const { minFile, minPatch, maxDrop, baseline } = inputs;
  const gates: GateResult[] = [];
  if (minFile !== undefined) {
    gates.push(evaluateFiles(ask(inputs, 'coverage-min-file', minFile), ranked));
  }
  if (minPatch !== undefined) {
    const asked = ask(inputs, 'coverage-min-patch', minPatch);
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

function ask(inputs: CoverageInputs, gate: string, minimum: Percentage): Minimum {
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
    ({ verdict, isHarmless }) => verdict !== 'pass' && isHarmless !== true,
  );
  if (decisive.length === 0) return { verdict: 'pass', message: renderMessages(gates) };
  const isFailed = decisive.some(({ verdict }) => verdict === 'fail');
  return { verdict: isFailed ? 'fail' : 'unknown', message: renderMessages(decisive) };
}

function renderMessages(gates: readonly GateResult[]): string {
  return [...new Set(gates.map(({ message }) => message))].join('\n');
}
