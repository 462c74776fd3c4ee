import { type RunReport, SIZE_LIMIT } from './report.js';
import { isJsonObject } from '../base/json.js';

/** How much of a report stays. */
interface Bound {
  /** How many items of a list. */
  readonly items: number;
  /** How many characters of a text. Names of images are shorter than any bound. */
  readonly characters: number;
}

/** From the widest to one under which any report fits. The diffs go before anything is cut. */
const BOUNDS: readonly Bound[] = [
  { items: Infinity, characters: Infinity },
  { items: 100, characters: Infinity },
  { items: 100, characters: 10_000 },
  { items: 10, characters: 1000 },
  { items: 1, characters: 1000 },
];

/** A list that is as short as there are inputs, and holds verdicts. */
const WHOLE_LIST = 'gates';

/**
 * All of a run as one JSON object of at most 512 KiB. A larger one loses its diffs, then the ends of
 * its lists, then those of its texts, and has a list `cut` that says which; every verdict, the image,
 * the commit and the code of a failure stay.
 */
export function renderResult(report: RunReport): string {
  const { coverage, image, promotion, verification, recovery, failure } = report;
  const failed = failure && { code: failure.code, message: failure.message };
  const steps = { coverage, image, promotion, verification, recovery };
  let text = JSON.stringify({ ...steps, failure: failed });
  const whole: unknown = JSON.parse(text);
  for (const bound of BOUNDS) {
    if (Buffer.byteLength(text) <= SIZE_LIMIT) break;
    const cut = new Set<string>();
    const left = shrink(whole, '', bound, cut);
    text = JSON.stringify({ cut: [...cut], ...(isJsonObject(left) && left) });
  }
  return text;
}

/**
 * What stays of a value.
 * @param place Where it is in the report, `promotion.targets[].diff`; empty for all of it.
 * @param cut Is told what does not stay.
 */
function shrink(value: unknown, place: string, bound: Bound, cut: Set<string>): unknown {
  if (typeof value === 'string') {
    if (value.length <= bound.characters) return value;
    cut.add(`${place}: the first ${bound.characters} of ${value.length} characters`);
    return value.slice(0, bound.characters);
  }
  if (Array.isArray(value)) {
    const items = place.endsWith(`.${WHOLE_LIST}`) ? value.length : bound.items;
    if (value.length > items) cut.add(`${place}: the first ${items} of ${value.length}`);
    return value.slice(0, items).map((item) => shrink(item, `${place}[]`, bound, cut));
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const at = place === '' ? key : `${place}.${key}`;
    if (key !== 'diff') return [[key, shrink(inner, at, bound, cut)]];
    cut.add(at);
    return [];
  });
  return Object.fromEntries(entries);
}
