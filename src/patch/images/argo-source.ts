import { isSeq } from 'yaml';
import { type ImageReference, isSameRepository } from '../../base/image.js';
import { isPinOf, listDigestKeys, isPin } from './pins.js';
import { listRepositories } from './values-image.js';
import { keyOf, offsetOf, type Place, readPath, readValue } from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import { type Path, renderSteps, toStep } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

/** What an Argo CD source hands to Helm, each by the name that Helm knows it by. */
interface HelmValues {
  readonly source: Source;
  /** `helm` of the source. */
  readonly node: unknown;
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  /** Absent for one that is read from a file. */
  readonly value?: string;
  /** Index in `parameters`; absent in `fileParameters`. */
  readonly index?: number;
}

/**
 * Refuses a value of a source of Argo CD that another one takes the place of: `sources` that of `source`,
 * and in its `helm` a parameter that of another one and of `valuesObject`.
 * @param place That of the value before the edits.
 * @param image What a tag at the place is of; absent where no tag stands there.
 * @throws PromoteError `unsafe-edit`
 */
export function assertSourceDecides(
  source: Source,
  place: Place,
  after: Source,
  image?: ImageReference,
): void {
  const { document, missing } = place;
  const path = [...place.path, ...missing.map((step) => renderSteps([step]))];
  const read = (end: number) =>
    readPath(after, after.documents[document], path.slice(0, end).map(toStep));
  const problem = explainSources(after, path, read) ?? explainHelm(after, path, read, image);
  if (problem !== undefined) throw refuse(source, 'unsafe-edit', offsetOf(place), problem);
}

type Reader = (end: number) => unknown;

function explainSources(after: Source, path: Path, read: Reader): string | undefined {
  const at = path.indexOf('source');
  const isApplication = /^Application(?:Set)?$/.test(
    readText(readValue(after, read(0), keyOf('kind'))) ?? '',
  );
  const sources =
    at === -1 || !isApplication ? undefined : readValue(after, read(at), keyOf('sources'));
  if (!isSeq(sources) || sources.items.length === 0) return undefined;
  return 'Argo CD does not read source where there is sources as well. Name a path in sources, or remove that.';
}

function explainHelm(
  after: Source,
  path: Path,
  read: Reader,
  image: ImageReference | undefined,
): string | undefined {
  const at = path.findIndex(
    (step, index) =>
      step === 'helm' && /^(?:valuesObject|parameters)$/.test(String(path[index + 1])),
  );
  if (at === -1) return undefined;
  const node = read(at + 1);
  const values = { source: after, node, parameters: listParameters(after, node) };
  const isParameter = path[at + 1] === 'parameters';
  const name = isParameter ? readKey(after, read(at + 3), 'name') : renderName(path.slice(at + 2));
  const text = readText(read(path.length));
  const rival = values.parameters.find(
    (each) =>
      each.name === name && !(isParameter && each.index === path[at + 2]) && each.value !== text,
  );
  if (rival === undefined) return image && explainTag(values, name, image);
  const [list, given] =
    rival.value === undefined
      ? ['fileParameters', 'the contents of a file']
      : ['parameters', JSON.stringify(rival.value)];
  return `helm.${list} gives ${name} as well, and Helm takes ${given} from there. Change that one, or remove it.`;
}

/** Why a tag means nothing, or another image, beside what else Helm is given. */
function explainTag(
  values: HelmValues,
  tag: string,
  { repository, digest }: ImageReference,
): string | undefined {
  const start = tag.lastIndexOf('.') + 1;
  const [prefix, key] = [tag.slice(0, start), tag.slice(start)];
  const give = (name: string) => readGiven(values, name);
  const hasOtherTag = key !== 'tag' && give(`${prefix}tag`) !== '';
  const pin = listDigestKeys(key, hasOtherTag)
    .map((each) => ({ name: `${prefix}${each}`, text: give(`${prefix}${each}`) }))
    .find((each) => isPin(each.text) && !isPinOf(each, digest));
  if (pin !== undefined) {
    return `helm gives ${pin.name}, ${pin.text}, which would win over the new tag. Change that too, or remove it.`;
  }
  const [first, ...others] = listRepositories({
    repository: give(`${prefix}repository`),
    registry: give(`${prefix}registry`),
    globals: [give('global.imageRegistry')].filter((each) => each !== ''),
    name: '',
  });
  if (
    first === undefined ||
    [first, ...others].some((each) => isSameRepository(each, repository))
  ) {
    return undefined;
  }
  return `helm gives the repository ${first} beside the tag, not ${repository}. Change that too, or promote that image.`;
}

/** What Helm is given by a name: a parameter, else a value of the object. */
function readGiven({ source, node, parameters }: HelmValues, name: string): string {
  const parameter = parameters.findLast((each) => each.name === name);
  const path = ['valuesObject', ...name.split('.')].map(toStep);
  return parameter?.value ?? readText(readPath(source, node, path)) ?? '';
}

function listParameters(source: Source, helm: unknown): readonly Parameter[] {
  const list = (field: string): readonly unknown[] => {
    const items = readValue(source, helm, keyOf(field));
    return isSeq(items) ? items.items : [];
  };
  return [
    ...list('parameters').map((item, index) => ({
      name: readKey(source, item, 'name'),
      value: readKey(source, item, 'value'),
      index,
    })),
    ...list('fileParameters').map((item) => ({ name: readKey(source, item, 'name') })),
  ];
}

function readKey(source: Source, node: unknown, key: string): string {
  return readText(readValue(source, node, keyOf(key))) ?? '';
}

/** A path as Helm takes it behind `--set`. */
function renderName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step.replace(/[.,\\]/g, '\\$&')}`))
    .join('')
    .replace(/^\./, '');
}
