/** Figures of the promotion bench as a table. */

/** @typedef {import('./promotion-servers.mjs').Usage & { milliseconds: number }} Figures Of one promotion. */
/** @typedef {{ action: Figures, shell: Figures }} Pair Two promotions, one after the other. */

/** @type {readonly { label: string, key: keyof Figures, render: (value: number) => string }[]} */
const ROWS = [
  { label: 'wall time', key: 'milliseconds', render: renderSeconds },
  { label: '  of it in the server', key: 'serverMilliseconds', render: renderSeconds },
  { label: 'requests', key: 'requests', render: String },
  { label: 'connections', key: 'connections', render: String },
  { label: 'bytes up', key: 'bytesUp', render: renderNumber },
  { label: 'bytes down', key: 'bytesDown', render: renderNumber },
];

/**
 * A line for each figure: the medians of both ways, and the median of the pairs' ratios.
 * @param {readonly Pair[]} pairs
 */
export function renderTable(pairs) {
  const lines = ROWS.map(({ label, key, render }) => {
    const action = medianOf(pairs.map((pair) => pair.action[key]));
    const shell = medianOf(pairs.map((pair) => pair.shell[key]));
    return [label, render(action), render(shell), renderRatio(computeRatio(pairs, key))];
  });
  return [['', 'action', 'shell', 'action / shell'], ...lines]
    .map(([label = '', ...cells]) => {
      return `  ${label.padEnd(22)}${cells.map((cell) => cell.padStart(16)).join('')}`;
    })
    .join('\n');
}

/**
 * The median of what the action took by what the shell took right after it.
 * @param {readonly Pair[]} pairs
 * @param {keyof Figures} key
 */
export function computeRatio(pairs, key) {
  return medianOf(pairs.map(({ action, shell }) => action[key] / shell[key]));
}

/** @param {readonly number[]} values An odd number of them. */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {number} milliseconds */
function renderSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** @param {number} value */
export function renderNumber(value) {
  return Math.round(value).toLocaleString('en-US');
}

/** @param {number} ratio */
function renderRatio(ratio) {
  return ratio < 0.01 ? ratio.toPrecision(1) : ratio.toFixed(2);
}
