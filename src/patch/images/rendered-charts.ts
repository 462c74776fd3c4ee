import { type ImageReference, isSameRepository } from '../../base/image.js';
import { assertEntryDecides, type PlacedEntry } from './deciding-entry.js';
import { listField, readFields } from './entries.js';
import { listTransformers } from './transformers.js';
import { fieldOf, offsetOf, type Place, readValue } from '../yaml/locate.js';
import type { Source } from '../yaml/source.js';

/**
 * Refuses an image in values of a chart that kustomize changes in what the chart renders: by `images`
 * beside `helmCharts`, or by `postRenderers` of Flux's HelmRelease.
 * @param place That of the value before the edits.
 * @param listSpellings What charts make of the values after them: kustomize tells spellings apart that
 *   are one repository.
 * @throws PromoteError `unsafe-edit`
 */
export function assertChartDecides(
  source: Source,
  place: Place,
  after: Source,
  image: ImageReference,
  listSpellings: () => readonly string[],
): void {
  const root = after.documents[place.document];
  const [first, second] = place.path;
  const later: readonly PlacedEntry[] = [
    ...(first === 'helmCharts' ? listEntriesOf(after, root, 'images', place) : []),
    ...(first === 'helmCharts' ? listTransformers(after, root) : []),
    ...(first === 'spec' && second === 'values' ? listPostRenderers(after, root, place) : []),
  ];
  if (later.length === 0) return;
  const { repository, tag: newTag = '', digest = '' } = image;
  const spellings = listSpellings().filter((each) => isSameRepository(each, repository));
  for (const name of spellings.length === 0 ? [repository] : spellings) {
    const own = { name, newName: '', newTag, digest, tagSuffix: '', offset: offsetOf(place) };
    assertEntryDecides(source, [own, ...later], 0);
  }
}

function listPostRenderers(after: Source, root: unknown, place: Place): readonly PlacedEntry[] {
  const spec = readValue(after, root, fieldOf('spec'));
  return listField(after, spec, 'postRenderers').flatMap((item) =>
    listEntriesOf(after, readValue(after, item, fieldOf('kustomize')), 'postRenderers', place),
  );
}

/** The entries of `images`, which a message shows at the value that they change. */
function listEntriesOf(
  after: Source,
  node: unknown,
  list: string,
  place: Place,
): readonly PlacedEntry[] {
  return listField(after, node, 'images').map((item) => {
    const fields = readFields(after, item);
    const origin = `the entry of ${list} ${JSON.stringify(fields.name)}`;
    return { ...fields, origin, offset: offsetOf(place) };
  });
}
