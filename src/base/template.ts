/** A part of a template: text, or an expression in braces. */
export interface TemplatePart {
  /** As it is written, with its braces. */
  readonly text: string;
  /** What stands between the braces, without white space around it; absent of text. */
  readonly expression?: string;
}

/**
 * Splits a template into its text and its expressions. Each language says what an expression is.
 * @param pattern Matches an expression in its only group: braces, and perhaps a backslash before them.
 */
export function splitTemplate(template: string, pattern: RegExp): readonly TemplatePart[] {
  // Splitting by a group gives texts and expressions in turn.
  return template.split(pattern).map((text, index) => {
    if (index % 2 === 0) return { text };
    return { text, expression: text.replace(/^\\?\{+|\}+$/g, '').trim() };
  });
}
