/**
 * How often a property is tried: a fifth of the full number, which `FULL=1 npm test` runs every night.
 */
export function propertyRuns(full: number): number {
  return process.env['FULL'] === '1' ? full : Math.ceil(full / 5);
}
