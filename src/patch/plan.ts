import { renderDiff } from './diff.js';
import { spliceEdits, type Edit } from './edit.js';
import { failProof, proveChanges, type IntendedChange } from './proof.js';
import type { PatchFile, PatchResult } from './result.js';
import { parseText, type Source } from './source.js';

/** Edits of a file, and what they are meant to do. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly changes: readonly IntendedChange[];
}

/**
 * Splices the edits into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
export function applyPlan(
  file: PatchFile,
  source: Source,
  plan: Plan,
): Pick<PatchResult, 'bytes' | 'changed' | 'changes' | 'diff'> {
  if (plan.edits.length === 0) return { bytes: file.bytes, changed: false, changes: [], diff: '' };
  const text = spliceEdits(source.text, plan.edits);
  return {
    bytes: new TextEncoder().encode(text),
    changed: true,
    changes: proveChanges(source, parsePatched(source, text), plan.changes),
    diff: renderDiff(source.path, source.text, plan.edits),
  };
}

function parsePatched(source: Source, text: string): Source {
  try {
    return parseText(source.path, text);
  } catch (cause) {
    throw failProof(source, [], cause);
  }
}
