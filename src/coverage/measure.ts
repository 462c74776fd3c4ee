import { type Count, countOf, listMeasured } from './counts.js';
import type { Coverage } from './combine.js';
import type { Metric } from './result.js';

/** What the reports say of a metric, or why they say nothing. */
export type Measurement =
  | { readonly known: true; readonly metric: Metric; readonly count: Count }
  | { readonly known: false; readonly reason: string };

/** The count of `metric`; with `auto`, of the metric that the tools themselves put first. */
export function measure(
  { totals, headlines }: Pick<Coverage, 'totals' | 'headlines'>,
  metric: Metric | 'auto',
): Measurement {
  const [headline, ...others] = metric === 'auto' ? headlines : [metric];
  if (headline === undefined || others.length > 0) {
    const names = [...headlines].join(', ');
    return unknown(`the reports' tools do not agree on a metric (${names}): set coverage-metric`);
  }
  // A tool whose headline this is measures branches, also where the selected files have none.
  const needsBoth = headline === 'combined' && !headlines.has('combined');
  const parts: readonly Metric[] = needsBoth ? ['lines', 'branches'] : [headline];
  const missing = parts.filter((part) => countOf(totals, part).total === 0);
  if (missing.length === 0) {
    return { known: true, metric: headline, count: countOf(totals, headline) };
  }
  const measured = listMeasured(totals);
  if (measured.length === 0) return unknown('nothing was measured (0 of 0)');
  return unknown(`no ${missing.join(' and ')} were measured, only ${measured.join(', ')}`);
}

function unknown(reason: string): Measurement {
  return { known: false, reason };
}
