import { PromoteError } from '../../base/errors.js';
import { type ImageReference, isDeployable, renderImageReference } from '../../base/image.js';
import { readImageAt } from '../../patch/restore/restore.js';
import type { RepositoryFile } from '../../ports/gitops.js';
import { isSameImage, type PromotionRecord } from '../../promote/history/record.js';
import type { State } from '../../promote/history/state.js';
import type { AskedGoal } from './goal.js';
import { findPrevious, noPrevious, type Way } from './previous.js';
import { findWay, type SearchPorts } from './search.js';
import { describeSite, type Site } from './site.js';

/** What one target goes back to. */
export interface Destination {
  readonly site: Site;
  /** Its file as it was; that of today where it asks for the image already. */
  readonly from: RepositoryFile;
  readonly image: ImageReference;
  /** What is taken back, from the newest. */
  readonly takenBack: readonly State[];
  /** The promotion that has brought the image, where one is known. */
  readonly record?: PromotionRecord;
}

/**
 * Finds what all targets go back to: one image.
 * @throws PromoteError `not-promoted` and `no-previous`, which name the targets.
 */
export async function findDestinations(
  sites: readonly Site[],
  { goal, to }: AskedGoal,
  ports: SearchPorts,
): Promise<readonly Destination[]> {
  if (goal.kind === 'previous') assertOneImage(sites);
  const ways =
    goal.kind === 'previous'
      ? sites.map(findPrevious)
      : await Promise.all(sites.map((site) => findWay(site, goal, to, ports)));
  const reads = sites.map((site, index) => readDestination(site, ways[index], ports));
  const destinations = await Promise.all(reads);
  assertOneDestination(destinations);
  return destinations;
}

async function readDestination(
  site: Site,
  way: Way = { takenBack: [] },
  { states }: SearchPorts,
): Promise<Destination> {
  const { at, takenBack, left } = way;
  const { file, history } = site;
  const from = at === undefined ? file : await states.read(file.path, at);
  const where = `at ${(at ?? '').slice(0, 12)}`;
  if (from === undefined) throw noPrevious(site, `has no such file ${where}`);
  const image = readThen({ ...from, path: `${file.path} ${where}` }, site);
  if (image === undefined || !isDeployable(image)) {
    throw noPrevious(site, `tells no image of it ${where}`);
  }
  const told = left?.image ?? history.records.find(({ sha }) => sha === at)?.image;
  if (told !== undefined) assertNotRenamed(told, image, site);
  if (left?.image !== undefined && !isSameImage(left.image, image)) {
    throw noPrevious(
      site,
      `contradicts itself: ${renderImageReference(left.image)} was deployed before, and the file asks for ${renderImageReference(image)} ${where}`,
    );
  }
  const isOf = (record: PromotionRecord) =>
    record.image !== undefined && isSameImage(record.image, image);
  const record = left?.record ?? history.records.findLast(isOf);
  return { site, from, image, takenBack, ...(record !== undefined && { record }) };
}

/**
 * A place may hold no more than the tag, which means another image where the repository has changed
 * elsewhere.
 * @param told What the promotion has told.
 * @param image What the place is taken to have asked for.
 */
function assertNotRenamed(told: ImageReference, image: ImageReference, site: Site): void {
  const asRead = { ...told, repository: image.repository };
  if (site.place.kind === 'kustomization') return;
  if (isSameImage(told, image) || !isSameImage(asRead, image)) return;
  const [before, after] = [renderImageReference(told), renderImageReference(image)];
  throw new PromoteError(
    'no-previous',
    `${describeSite(site)}, and asked for ${before} then: the image was renamed since, and no repository of it is among the values that are restored, so that ${after} would be deployed. Nothing was rolled back. Where the file holds the repository, name its place as well (values-repository-path, or set); else revert the commit that renamed the image by hand, or promote ${after} with stale: allow where there is such an image.`,
  );
}

/** A place that was not there is nothing to go back to. */
function readThen(from: RepositoryFile, site: Site): ImageReference | undefined {
  try {
    return readImageAt(from, site.place);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'entry-not-found') throw error;
    throw noPrevious(site, `tells nothing of it before: ${error.message.replace(/\.$/, '')}`);
  }
}

/** Whoever wants to take one image back does not mean the other one. */
function assertOneImage(sites: readonly Site[]): void {
  const [first, ...others] = sites;
  const isOne = others.every(
    ({ image }) =>
      first?.image !== undefined && image !== undefined && isSameImage(first.image, image),
  );
  if (isOne) return;
  throw new PromoteError(
    'not-promoted',
    `The targets do not all ask for one image: ${sites.map(describeSite).join('; ')}. Nothing was rolled back. Roll them back one by one, or set rollback-to to what all of them have had.`,
  );
}

function assertOneDestination(destinations: readonly Destination[]): void {
  const [first, ...others] = destinations;
  if (others.every(({ image }) => first === undefined || isSameImage(first.image, image))) return;
  const ways = destinations.map(
    ({ site, image }) =>
      `${describeSite(site)} and would go back to ${renderImageReference(image)}`,
  );
  throw new PromoteError(
    'not-promoted',
    `The targets would go back to different images: ${ways.join('; ')}. Nothing was rolled back. Roll them back one by one, or set rollback-to to what all of them have had.`,
  );
}
