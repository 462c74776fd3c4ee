/** Inputs of one case of a table; what only other cases give is absent. */
export type Given = Readonly<Record<string, string | undefined>>;

/** The inputs that are given, by their names. */
export function rawInputs(given: Given): Map<string, string> {
  return new Map(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
