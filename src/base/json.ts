/** A JSON object of unknown shape; every read of it has to be narrowed. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Narrows a parsed JSON value to an object (arrays and null are none). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object that a text, or bytes in UTF-8, stand for; `undefined` when they are none. */
export function parseJsonObject(source: string | Uint8Array): JsonObject | undefined {
  try {
    const text =
      typeof source === 'string'
        ? source
        : new TextDecoder('utf-8', { fatal: true }).decode(source);
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value at a dotted path in the payload of an event, or `undefined` when there is none. */
export function readPayloadValue(payload: JsonObject, path: string): unknown {
  let value: unknown = payload;
  for (const name of path.split('.')) value = isJsonObject(value) ? value[name] : undefined;
  return value;
}

/** The text at a dotted path, or `undefined` when there is none. */
export function readPayloadString(payload: JsonObject, path: string): string | undefined {
  const value = readPayloadValue(payload, path);
  return typeof value === 'string' ? value : undefined;
}
