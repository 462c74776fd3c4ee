import {
  DIGEST_RULE,
  type ImageReference,
  isDeployable,
  isDigest,
  isTag,
  parseImageReference,
  TAG_RULE,
} from '../base/image.js';
import type { InputReader } from '../base/input-reader.js';
import { FULL_SHA } from './commit/event.js';
import { type ExtraLabel, parseExtraLabels } from './labels.js';
import { type Flavor, parseFlavor } from './rules/flavor.js';
import { parseTagRules } from './rules/parse.js';
import type { TagRule } from './rules/rule.js';

/** The inputs of the tag step, as `action.yml` spells them. */
export const TAG_INPUTS = [
  'image',
  'tags',
  'flavor',
  'tag',
  'digest',
  'source-sha',
  'short-sha-length',
  'extra-labels',
] as const;

/** The usual recipe of image promotion: `main-a1b2c3d`. */
const DEFAULT_RULES = 'type=sha,prefix={{branch}}-';

const DEFAULT_SHORT_SHA_LENGTH = 7;

/** What is given of the commit behind the image. */
export interface CommitInputs {
  /** Overrides the commit that the event tells. */
  readonly sourceSha?: string;
  /** Hex digits of a short SHA. */
  readonly shortShaLength: number;
}

export interface TagInputs extends CommitInputs {
  /** The repository, and the tag and digest that were given in `image` or beside it. */
  readonly image: ImageReference;
  /** Where the image is pushed too, under the same tags: the further lines of the input `image`. */
  readonly furtherRepositories: readonly string[];
  /** Whether a repository had upper case, which is lowered here. */
  readonly imageWasLowered: boolean;
  /** Highest priority first; empty when a tag or digest was given so that there is none to compute. */
  readonly rules: readonly TagRule[];
  readonly flavor: Flavor;
  readonly extraLabels: readonly ExtraLabel[];
  /** Whether the promotion of the same run gives a tag that moves its digest. */
  readonly pinsDigest?: boolean;
  /** Reads the source repository; empty for requests without one. */
  readonly token: string;
}

const NOT_WHOLE =
  'expected a tag or digest in it, since the tag step does not run. Pass the output image of the job that ran it, or give tag or digest';

/** An output that a job does not hand on is empty in the next, without a word. */
const FROM_ANOTHER_JOB =
  'Where it comes from another job, that job has to list it under outputs:, and this one has to name that job in needs:';

const IMAGE = 'an image repository or reference such as ghcr.io/org/app';

type ValidReference = Extract<ReturnType<typeof parseImageReference>, { readonly valid: true }>;

/** Stands for an image that is absent or not valid; its problem is noted, so nobody gets to read it. */
const NO_IMAGE = { valid: true, reference: { repository: '' }, lowered: false } as const;

/**
 * Parses the inputs of the tag step. What is wrong with them is in the reader's `problems`.
 * @param computes Whether a tag may be computed. Otherwise `tags` is not looked at, and the image
 *   has to be given whole.
 */
export function parseTagInputs(reader: InputReader, computes = true): TagInputs {
  const { reference, furtherRepositories, lowered } = parseImages(reader);
  const tag = readPart(reader, 'tag', reference.tag, isTag, TAG_RULE);
  const digest = readPart(reader, 'digest', reference.digest, isDigest, DIGEST_RULE);
  if (!computes && reader.has('image') && tag === undefined && digest === undefined) {
    reader.complain('image', NOT_WHOLE);
  }
  const deploysByDigest =
    reference.digest !== undefined && !reader.has('tags') && !reader.has('flavor');
  const given = !computes || (tag === undefined && deploysByDigest);
  return {
    image: {
      repository: reference.repository,
      tag,
      digest,
    },
    furtherRepositories,
    imageWasLowered: lowered,
    rules: given ? [] : readRules(reader, tag),
    flavor: readFlavor(reader),
    extraLabels: parseExtraLabels(reader),
    ...parseCommitInputs(reader),
    token: reader.string('token') ?? '',
  };
}

/** An image a line. A line that starts with `#` is a comment, as in docker/metadata-action. */
function parseImages(
  reader: InputReader,
): Pick<TagInputs, 'furtherRepositories'> & Pick<ValidReference, 'reference' | 'lowered'> {
  const [first, ...further] = reader.lines('image').filter((line) => !line.startsWith('#'));
  if (first === undefined) {
    reader.complain('image', `expected ${IMAGE}, got nothing. ${FROM_ANOTHER_JOB}`);
    return { ...NO_IMAGE, furtherRepositories: [] };
  }
  const { reference, lowered } = parseImage(reader, first);
  const others = further.map((line) => ({ line, ...parseImage(reader, line) }));
  for (const { line, ...other } of others) {
    if (!isDeployable(other.reference)) continue;
    const cure = 'The first is the one to deploy; its tag and digest go for all.';
    reader.reject('image', 'a repository alone on further lines', line, cure);
  }
  const repositories = new Set(others.map((other) => other.reference.repository));
  return {
    reference,
    furtherRepositories: [...repositories].filter((name) => name !== reference.repository),
    lowered: [lowered, ...others.map((other) => other.lowered)].includes(true),
  };
}

function parseImage(reader: InputReader, image: string): ValidReference {
  const parsed = parseImageReference(image);
  if (parsed.valid) return parsed;
  reader.reject('image', IMAGE, image, parsed.rule);
  return NO_IMAGE;
}

/** The full names of the image under these tags. */
export function listNames(
  { image, furtherRepositories }: Pick<TagInputs, 'image' | 'furtherRepositories'>,
  tags: readonly string[],
): readonly string[] {
  const repositories = [image.repository, ...furtherRepositories];
  return repositories.flatMap((repository) => tags.map((tag) => `${repository}:${tag}`));
}

/** A part of the reference that stands in `image` or in an input of its own, or alike in both. */
function readPart(
  reader: InputReader,
  name: 'tag' | 'digest',
  inImage: string | undefined,
  isValid: (text: string) => boolean,
  rule: string,
): string | undefined {
  const given = reader.string(name);
  if (given === undefined) return inImage;
  if (!isValid(given)) reader.reject(name, `a valid ${name}`, given, rule);
  else if (inImage !== undefined && inImage !== given) {
    reader.reject(name, `the ${name} of image, ${inImage}`, given, `Give the ${name} only once.`);
  }
  return given;
}

function readRules(reader: InputReader, tag: string | undefined): readonly TagRule[] {
  if (tag === undefined) {
    const given = parseTagRules(reader.string('tags') ?? '');
    for (const problem of given.problems) reader.complain('tags', problem);
    const isEmpty = given.rules.length === 0 && given.problems.length === 0;
    return isEmpty ? parseTagRules(DEFAULT_RULES).rules : given.rules;
  }
  const where = reader.has('tag') ? 'tag' : 'image';
  for (const input of ['tags', 'flavor']) {
    if (!reader.has(input)) continue;
    const problem = `nothing is computed, because the input ${where} gives the tag ${tag}`;
    reader.complain(input, `${problem}. Remove ${input}, or the tag`);
  }
  return [];
}

function readFlavor(reader: InputReader): Flavor {
  const { flavor, problems } = parseFlavor(reader.string('flavor') ?? '');
  for (const problem of problems) reader.complain('flavor', problem);
  return flavor;
}

/** Parses what is given of the commit, which an image that is copied has as well. */
export function parseCommitInputs(reader: InputReader): CommitInputs {
  const sourceSha = readSourceSha(reader);
  return {
    sourceSha,
    shortShaLength: reader.integer('short-sha-length', 4, 40) ?? DEFAULT_SHORT_SHA_LENGTH,
  };
}

function readSourceSha(reader: InputReader): string | undefined {
  const sha = reader.string('source-sha')?.toLowerCase();
  if (sha === undefined || FULL_SHA.test(sha)) return sha;
  const cure = 'A short SHA is not enough: pass ${{ github.sha }} or the like.';
  reader.reject('source-sha', 'a full commit SHA of 40 (or 64) hex digits', sha, cure);
  return undefined;
}
