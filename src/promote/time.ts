/** A moment for people, in UTC to the second. @param time Milliseconds since 1970. */
export function renderTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
