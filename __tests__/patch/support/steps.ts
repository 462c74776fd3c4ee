import { parsePath, type PathStep } from '../../../src/patch/yaml/path.js';

/** The steps of a path that is known to be one. */
export function steps(text: string): readonly PathStep[] {
  const parsed = parsePath(text);
  if (parsed === undefined) throw new Error(`${text} is not a path`);
  return parsed;
}
