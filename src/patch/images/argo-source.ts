import { isSeq } from 'yaml';
import { type ImageReference, isSameRepository } from '../../base/image.js';
import { findPins, isPinOf, lastKey } from './pins.js';
import {
  findForeignRepository,
  findRepository,
  listRepositories,
  readParts,
} from './values-image.js';
import {
  keyOf,
  type NodeReader,
  offsetOf,
  type Place,
  readPath,
  readValue,
} from '../yaml/locate.js';
import { readText } from '../yaml/node.js';
import { type Path, type PathStep, renderSteps, toStep } from '../yaml/path.js';
import { refuse, type Source } from '../yaml/source.js';

interface Parameter {
  readonly name: string;
  readonly value: unknown;
  /** Index in `parameters`; absent for one of `fileParameters`, whose value is in a file. */
  readonly index?: number;
}

/** What a tag is of. */
interface Tagged {
  readonly image: ImageReference;
  /** Whether it is known to be the tag of an image, whatever its key is called. */
  readonly isSure: boolean;
}

/**
 * Refuses a value of a source of Argo CD that another one takes the place of: `sources` that of `source`,
 * and in its `helm` a parameter that of another one and of `valuesObject`.
 * @param place That of the value before the edits.
 * @param tagged What a tag at the place is of; absent where no tag stands there.
 * @throws PromoteError `unsafe-edit`
 */
export function assertSourceDecides(
  source: Source,
  place: Place,
  after: Source,
  tagged?: Tagged,
): void {
  const { document, missing } = place;
  const path = [...place.path, ...missing.map((step) => renderSteps([step]))];
  const read = (end: number) =>
    readPath(after, after.documents[document], path.slice(0, end).map(toStep));
  const problem = explainSources(after, path, read) ?? explainHelm(after, path, read, tagged);
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
  tagged: Tagged | undefined,
): string | undefined {
  const at = path.findIndex(
    (step, index) =>
      step === 'helm' && /^(?:valuesObject|parameters)$/.test(String(path[index + 1])),
  );
  if (at === -1) return undefined;
  const node = read(at + 1);
  const parameters = listParameters(after, node);
  const isParameter = path[at + 1] === 'parameters';
  const steps = isParameter
    ? parseParameterName(readParameterName(after, read(at + 3)))
    : path.slice(at + 2).map(toStep);
  const name = renderName(steps);
  const text = readText(read(path.length));
  const rival = parameters.find(
    (each) =>
      each.name === name &&
      !(isParameter && each.index === path[at + 2]) &&
      (each.index === undefined || readText(each.value) !== text),
  );
  if (rival === undefined)
    return tagged && explainTag(after, readGiven(after, node, parameters), steps, tagged);
  const [list, given] =
    rival.index === undefined
      ? ['fileParameters', 'the contents of a file']
      : ['parameters', JSON.stringify(readText(rival.value) ?? '')];
  return `helm.${list} gives ${name} as well, and Helm takes ${given} from there. Change that one, or remove it.`;
}

/** Why a tag means nothing, or another image, beside what else Helm is given. */
function explainTag(
  source: Source,
  read: NodeReader,
  tag: readonly PathStep[],
  { image: { repository, digest }, isSure }: Tagged,
): string | undefined {
  const pin = findPins(read, tag).find((each) => !isPinOf(each, digest));
  if (pin !== undefined) {
    return `helm gives ${renderName(pin.steps)}, ${pin.text}, which would win over the new tag. Change that too, or remove it.`;
  }
  if (!isSure && !/tag$/i.test(lastKey(tag))) return undefined;
  const repositories = listRepositories(readParts(source, read, findRepository(read, tag))).filter(
    (each) => !each.includes('://'),
  );
  const [first = findForeignRepository(read, tag, repository)] = repositories;
  if (first === undefined || repositories.some((each) => isSameRepository(each, repository))) {
    return undefined;
  }
  return `helm gives the repository ${first} beside the tag, not ${repository}. Change that too, or promote that image.`;
}

/** Reads what Helm is given by a path: a parameter, else a value of the object. */
function readGiven(source: Source, helm: unknown, parameters: readonly Parameter[]): NodeReader {
  return (steps) => {
    const name = renderName(steps);
    const parameter = parameters.findLast((each) => each.name === name);
    return parameter?.index === undefined
      ? readPath(source, helm, [toStep('valuesObject'), ...steps])
      : parameter.value;
  };
}

function listParameters(source: Source, helm: unknown): readonly Parameter[] {
  const list = (field: string): readonly unknown[] => {
    const items = readValue(source, helm, keyOf(field));
    return isSeq(items) ? items.items : [];
  };
  return [
    ...list('parameters').map((item, index) => ({
      name: readParameterName(source, item),
      value: readValue(source, item, keyOf('value')),
      index,
    })),
    ...list('fileParameters').map((item) => ({
      name: readParameterName(source, item),
      value: undefined,
    })),
  ];
}

/** The name of a parameter, as Helm takes it behind `--set`. */
function readParameterName(source: Source, parameter: unknown): string {
  const name = readText(readValue(source, parameter, keyOf('name'))) ?? '';
  return renderName(parseParameterName(name));
}

function parseParameterName(name: string): readonly PathStep[] {
  return name.split(/(?<!\\)\.|(?=\[\d+\])/).map((part) => {
    const [, index] = /^\[(\d+)\]$/.exec(part) ?? [];
    return toStep(index === undefined ? part.replace(/\\(.)/g, '$1') : Number(index));
  });
}

/** A path as Helm takes it behind `--set`. */
function renderName(path: readonly PathStep[]): string {
  return path
    .map((step) =>
      step.kind === 'key' ? `.${step.key.replace(/[.,\\]/g, '\\$&')}` : renderSteps([step]),
    )
    .join('')
    .replace(/^\./, '');
}
