import { readFixture } from './fixture.js';

/** A case of `expected.json`: what the tools themselves printed of their reports. */
export interface ExpectedCase {
  readonly name: string;
  readonly files: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly expected: {
    readonly metric?: string;
    readonly covered?: number;
    readonly total?: number;
    readonly verdict?: string;
    readonly parsed?: boolean;
  };
}

export function readCases(): readonly ExpectedCase[] {
  // The file is ours; its shape is the interface above.
  return JSON.parse(readFixture('expected.json').toString()) as readonly ExpectedCase[];
}
