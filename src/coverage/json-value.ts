import { isJsonObject, type JsonObject } from '../json.js';
import { ReportError } from './report-error.js';

/** @throws ReportError when the value is not an object. */
export function asObject(value: unknown, what: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new ReportError(`has no ${what}, where an object is needed`);
}

/** @throws ReportError when the value is not an array. */
export function asArray(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ReportError(`has no ${what}, where a list is needed`);
}
