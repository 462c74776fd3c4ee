import { isJsonObject, type JsonObject } from './json.js';

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
