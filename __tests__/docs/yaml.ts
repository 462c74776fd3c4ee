import { parseAllDocuments } from 'yaml';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The documents of a YAML text.
 * @throws Error when it is not YAML, has a key twice, or something that a parser warns of.
 */
export function parseStrictly(text: string): readonly unknown[] {
  return parseAllDocuments(text).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as unknown;
  });
}
