const STRING_OR_KEY = /"[^"\\]*(?:\\[^][^"\\]*)*"(?<colon>\s*:)?/g;

/** How many keys are written in a text that is valid JSON, in all of its objects together. */
export function countWrittenKeys(text: string): number {
  let keys = 0;
  for (const { groups } of text.matchAll(STRING_OR_KEY)) if (groups?.['colon'] !== undefined) keys += 1;
  return keys;
}

/** How many keys a value has, of those that JSON can write, with those of all values in it. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members: readonly unknown[] = Object.values(value);
  let keys = Array.isArray(value) ? 0 : members.length;
  for (const member of members) keys += countKeys(member);
  return keys;
}
