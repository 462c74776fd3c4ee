import type { InputReader } from '../input-reader.js';
import { findUnknownPlaceholders, PLACEHOLDERS, type Placeholder } from './template.js';

/** Parses an input that is a template. Placeholders that are not allowed are noted in `reader`. */
export function parseMessageTemplate(
  reader: InputReader,
  input: string,
  allowed: readonly Placeholder[] = PLACEHOLDERS,
): string | undefined {
  const template = reader.string(input);
  if (template === undefined) return undefined;
  for (const name of findUnknownPlaceholders(template, allowed)) {
    const expected = `placeholders among ${allowed.map((known) => `{{${known}}}`).join(', ')}`;
    reader.reject(input, expected, `{{${name}}}`);
  }
  return template;
}
