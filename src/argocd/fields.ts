import { isJsonObject, type JsonObject } from '../base/json.js';

/** A text of a reply; empty when it has none. */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

/** An object of a reply; empty when it has none. */
export function objectOf(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

/** The objects of a list. */
export function objectsOf(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The texts of a list. What is no text keeps its place and is empty. */
export function textsOf(object: JsonObject, key: string): readonly string[] {
  const value = object[key];
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map((item) => (typeof item === 'string' ? item : ''));
}

/** A moment in RFC 3339, in ms since 1970; `undefined` when it has none. */
export function timeOf(object: JsonObject, key: string): number | undefined {
  const time = Date.parse(textOf(object, key));
  return Number.isNaN(time) ? undefined : time;
}
