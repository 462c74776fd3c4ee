import { PromoteError } from '../base/errors.js';
import { renderDiff } from './diff.js';
import { failProof, proveChanges } from './proof.js';
import type { PatchResult } from './result.js';
import { planRestore, type RestoreChange } from './restore/restore.js';
import { addEntries, numberEntries } from './targets/kustomization-new-entry.js';
import { type KustomizationChange, planKustomization } from './targets/kustomization.js';
import { joinPlans, type Plan, type TargetPlan } from './targets/plan.js';
import { planSet, type SetChange } from './targets/set.js';
import { planValues, type ValuesChange } from './targets/values.js';
import { type Addition, insertPairs } from './text/pairs.js';
import { type Edit, spliceEdits } from './text/splice.js';
import { selectDocument } from './yaml/document.js';
import { describeFollowers } from './yaml/followers.js';
import { locatePlaces } from './yaml/locate.js';
import { PATH_INPUTS } from './yaml/missing.js';
import { type PlannedPlace, renderPath } from './yaml/path.js';
import { refuseSealed } from './yaml/sops.js';
import { parseSource, parseText, type PatchFile, type Source } from './yaml/source.js';

/** What to make of a place in a file. */
export type Change = KustomizationChange | ValuesChange | SetChange | RestoreChange;

/**
 * Makes all changes to a file at once, and leaves every other byte as it is: locate the nodes,
 * splice the text at their ranges, prove that nothing else changed.
 * @throws PromoteError with file, line, column and cure when the file cannot be edited safely.
 */
export function patchFile(file: PatchFile, changes: readonly Change[]): PatchResult {
  const source = parseSource(file);
  return applyPlans(
    file,
    source,
    changes.map((change) => planChange(source, change)),
  );
}

/**
 * Splices the edits of all plans into the file and proves that they did what they are meant to.
 * @throws PromoteError `internal` when they did not.
 */
export function applyPlans(
  file: PatchFile,
  source: Source,
  targets: readonly TargetPlan[],
): PatchResult {
  refuseOverlaps(source, targets);
  const plans = numberEntries(targets);
  const joined = joinPlans(plans);
  const edits = computeEdits(source, joined);
  const text = spliceEdits(source.text, edits);
  const changed = edits.length > 0;
  refuseSealed(source, listChanged(joined));
  const after = changed ? parsePatched(source, text) : source;
  const observed = changed ? proveChanges(source, after, joined.changes) : [];
  for (const { assertDeployed } of plans) assertDeployed?.(after);
  return {
    bytes: changed ? new TextEncoder().encode(text) : file.bytes,
    changed,
    notices: describeFollowers(source, joined.touched),
    warnings: [...new Set(plans.flatMap(({ findDoubts }) => findDoubts?.(after) ?? []))],
    targets: plans.map(({ imageName, previousImage, addedEntry, ...plan }) => ({
      imageName,
      previousImage,
      addedEntry,
      changes: [...observed]
        .filter(([change]) => plan.changes.includes(change))
        .map(([, each]) => each),
      diff: renderDiff(source.path, source.text, computeEdits(source, plan)),
    })),
  };
}

/** The documents that change, and whether something is added there. */
function listChanged({ changes, additions, newEntries }: Required<Plan>) {
  const isAdded = additions.length + newEntries.length > 0;
  return new Map(changes.map(({ document }) => [document, isAdded]));
}

function planChange(source: Source, change: Change): TargetPlan {
  switch (change.kind) {
    case 'kustomization':
      return planKustomization(source, change);
    case 'values':
      return planValues(source, change);
    case 'set':
      return { ...planSet(source, change), places: locateSet(source, change) };
    case 'restore':
      return planRestore(source, change);
  }
}

function locateSet(source: Source, { document, values }: SetChange): readonly PlannedPlace[] {
  const paths = values.map(({ path }) => path);
  return locatePlaces(source, selectDocument(source, document, paths, PATH_INPUTS.set), paths);
}

/** Two targets that decide the same value contradict each other, now or with another image. */
function refuseOverlaps({ path: file }: Source, plans: readonly TargetPlan[]): void {
  const seen = new Set<string>();
  for (const { document, path } of plans.flatMap(({ places, changes }) => places ?? changes)) {
    const place = JSON.stringify([document, path]);
    if (seen.has(place)) {
      throw new PromoteError(
        'invalid-input',
        `targets: two of them change ${renderPath(path)} in ${file}. Remove one of the two.`,
      );
    }
    seen.add(place);
  }
}

function parsePatched(source: Source, text: string): Source {
  try {
    return parseText(source.path, text);
  } catch (cause) {
    throw failProof(source, [], cause);
  }
}

/** All edits of a plan, those of its additions and new entries among them. */
function computeEdits(source: Source, plan: Plan): readonly Edit[] {
  const { edits, additions = [], newEntries = [] } = plan;
  const added: Edit[] = [];
  for (const [place, { into }] of new Map(additions.map((each) => [placeOf(each), each]))) {
    const pairs = additions.filter((each) => placeOf(each) === place);
    added.push(...insertPairs(source, into, pairs, edits));
  }
  return [...edits, ...added, ...addEntries(source.text, newEntries)];
}

/** What additions share that go to one place of the text. */
function placeOf({ into }: Addition): unknown {
  return into.map === undefined ? into.pair : (into.behind ?? into.map);
}
