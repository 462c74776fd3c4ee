import type { ParsedNode } from 'yaml';
import { type ImageEntry, type Images, listEntries, locateImages } from '../images/entries.js';
import { assertDecides } from '../targets/kustomization.js';
import { needsPair, readEntryImage, requireOwnEntry } from '../targets/kustomization-entry.js';
import type { Plan, TargetPlan } from '../targets/plan.js';
import { joinPlans } from '../targets/plan.js';
import { fieldOf, findPair, type Place } from '../yaml/locate.js';
import { type ParsedPair, readText } from '../yaml/node.js';
import type { PlannedPlace } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';
import { canStandSo, planRemoval, planValue, readWritten } from './scalar.js';

/** The fields of an entry that a promotion writes, in the order in which people write them. */
const FIELDS = ['newName', 'newTag', 'digest'] as const;

/**
 * The entry of a name.
 * @throws PromoteError `entry-not-found` that lists those there are; `entry-ambiguous`.
 */
export function requireEntry(source: Source, images: Images, imageName: string): ImageEntry {
  const [entry, second] = images.entries.filter(({ name }) => name === imageName);
  const name = JSON.stringify(imageName);
  if (second !== undefined) {
    const message = `image-name: two entries of images have the name ${name}. Remove one of the two.`;
    throw refuse(source, 'entry-ambiguous', second.node.range[0], message);
  }
  if (entry !== undefined) return entry;
  const there =
    images.entries.length === 0
      ? 'there are none'
      : `there are ${listEntries(images.entries)}. Set it to one of them`;
  const message = `image-name: expected an entry of images with the name ${name}; ${there}.`;
  throw refuse(source, 'entry-not-found', images.root.range[0], message);
}

/** Plans to make an entry of `images` what it was. */
export function planEntryAgain(source: Source, from: Source, imageName: string): TargetPlan {
  const images = locateImages(source);
  const entry = requireEntry(source, images, imageName);
  const then = requireEntry(from, locateImages(from), imageName);
  const scene = { source, images, entry, from, then };
  const image = readEntryImage(then);
  return {
    ...planFields(scene),
    imageName,
    previousImage: readEntryImage(entry),
    ...(image !== undefined && {
      assertDeployed: (after: Source) => {
        assertDecides(source, images, after, imageName, image);
      },
    }),
  };
}

interface Scene {
  readonly source: Source;
  readonly images: Images;
  readonly entry: ImageEntry;
  readonly from: Source;
  readonly then: ImageEntry;
}

function planFields({ source, images, entry, from, then }: Scene): TargetPlan {
  const { map, name } = requireOwnEntry(source, entry);
  const old = requireOwnEntry(from, then).map;
  const ancestors = [...images.ancestors, map];
  const plans: Plan[] = [];
  const places: PlannedPlace[] = [];
  let behind = name;
  for (const field of FIELDS) {
    const pair = findPair(source, map, fieldOf(field));
    const before = findPair(from, old, fieldOf(field));
    const key = readText(pair?.key) ?? readText(before?.key) ?? field;
    const path = [images.key, entry.index, key];
    places.push({ document: 0, path });
    const written = before && readWritten(from, fieldPlace(before, path, []));
    // A merge key may give what the entry itself does not say, then as now.
    if (before === undefined) needsPair(from, old, field, undefined);
    if (pair !== undefined) {
      const now = fieldPlace(pair, path, ancestors);
      plans.push(
        written === undefined ? planRemoval(source, now) : planValue(source, now, written),
      );
      if (written !== undefined) behind = pair;
      continue;
    }
    const value = written?.value ?? undefined;
    if (needsPair(source, map, field, value) && written !== undefined) {
      const text = canStandSo(written, ancestors) ? written.text : undefined;
      const added = { into: { map, behind }, key, value, text };
      plans.push({
        edits: [],
        additions: [added],
        changes: [{ document: 0, path, after: value }],
        touched: ancestors,
      });
    }
  }
  return { ...joinPlans(plans), places };
}

function fieldPlace(
  pair: ParsedPair,
  path: readonly (string | number)[],
  ancestors: readonly ParsedNode[],
): Place {
  return { document: 0, path, ancestors, missing: [], pair, node: pair.value };
}
