import { parse, type Options } from 'csv-parse/sync';

/**
 * The items of a list input, as docker/metadata-action splits them: a line is read as CSV, which
 * takes quotes away, and its fields are joined by commas again. So a comma inside a value survives
 * only when the whole line is in quotes and the quotes in it are doubled. Lines that start with `#`
 * are comments, indented ones too (there, only without an indent).
 * @param problems Receives a sentence when the text is not CSV.
 */
export function parseListInput(text: string, problems: string[]): readonly string[] {
  const uncommented = text.replace(/^[^\S\n]+#.*$/gm, '');
  const options = { comment: '#', comment_no_infix: true, relax_quotes: true };
  return parseCsv(uncommented, options, problems)
    .map((fields) => fields.join(',').trim())
    .filter((item) => item !== '');
}

/** The fields of one item. Quotes are taken away a second time; a second line is left out. */
export function parseItemFields(item: string, problems: string[]): readonly string[] {
  const [fields = []] = parseCsv(item, {}, problems);
  return fields;
}

function parseCsv(
  text: string,
  options: Options,
  problems: string[],
): readonly (readonly string[])[] {
  try {
    return parse(text, { ...options, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    problems.push(`${JSON.stringify(text)} cannot be read as CSV (${String(error)})`);
    return [];
  }
}
