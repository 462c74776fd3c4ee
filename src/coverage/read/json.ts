import { isJsonObject, type JsonObject } from '../../base/json.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { FormatName, Report, ReportFormat, ReportParser } from '../model/report.js';
import { type JsonHandlers, JsonReader } from './json-reader.js';

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

/** What a JSON format does with the parts of a document. */
export interface JsonReport extends JsonHandlers {
  /** @throws ReportError when the parts do not make a report. */
  finish(): Report;
}

/** A format of JSON, told by the keys that it starts with. */
interface JsonFormat {
  readonly name: FormatName;
  /** @param keys The keys at the start of the document, each with those around it. */
  detect(keys: readonly (readonly string[])[]): boolean;
  createReport(memory: ReportMemory): JsonReport;
}

export function jsonFormat(format: JsonFormat): ReportFormat {
  return {
    name: format.name,
    detect: (head) => format.detect(readJsonKeys(head)),
    createParser: (memory) => createParser(format.createReport(memory), memory),
  };
}

function createParser(report: JsonReport, memory: ReportMemory): ReportParser {
  const reader = new JsonReader(report, memory);
  return {
    write(text) {
      reader.write(text);
    },
    end() {
      reader.end();
      return report.finish();
    },
  };
}

/** A bracket, a string, or a key with its colon. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g;

/** Keys deeper than this tell no format. */
const KEY_DEPTH = 3;

/**
 * The keys in a text that may be the start of a JSON object, down to three levels, each with the
 * keys around it. Of a text that is something else, it may be anything.
 */
export function readJsonKeys(head: string): readonly (readonly string[])[] {
  const keys: string[][] = [];
  if (!/^\s*\{/.test(head)) return keys;
  const path: string[] = [];
  let depth = 0;
  for (const [token] of head.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token.endsWith(':') && depth <= KEY_DEPTH) {
      path.splice(depth - 1, Infinity, token.slice(1, token.lastIndexOf('"')));
      keys.push([...path]);
    }
  }
  return keys;
}
