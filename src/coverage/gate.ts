import type { Count } from './counts.js';
import {
  computeShortfall,
  type Percentage,
  reaches,
  renderPercent,
  renderPercentBeside,
} from './percent.js';
import type { CoverageResult, Metric } from './result.js';

/** What each metric counts: all of it, one missing, several missing. */
const UNITS: Readonly<Record<Metric, readonly [all: string, one: string, several: string]>> = {
  lines: ['lines', 'line', 'lines'],
  branches: ['branches', 'branch', 'branches'],
  combined: ['lines and branches', 'line or branch', 'lines or branches'],
  statements: ['statements', 'statement', 'statements'],
  functions: ['functions', 'function', 'functions'],
  instructions: ['instructions', 'instruction', 'instructions'],
};

/** Holds a count against the minimum. There must be something to cover. */
export function evaluateMinimum(
  metric: Metric,
  count: Count,
  minimum: Percentage,
  tool: string,
): CoverageResult {
  const passes = reaches(count, minimum);
  return {
    verdict: passes ? 'pass' : 'fail',
    message: renderVerdict(metric, count, minimum, passes),
    measured: { metric, ...count, percent: renderPercent(count, 2), tool },
  };
}

function renderVerdict(metric: Metric, count: Count, minimum: Percentage, passes: boolean): string {
  const [all, one, several] = UNITS[metric];
  const percent = renderPercentBeside(count, minimum);
  const measured = `coverage ${percent}% (${count.covered}/${count.total} ${all})`;
  if (passes) return `${measured} reaches ${minimum.text}%`;
  const shortfall = computeShortfall(count, minimum);
  const missing = `${shortfall} more covered ${shortfall === 1n ? one : several} needed`;
  return `${measured} is below ${minimum.text}%: ${missing}`;
}
