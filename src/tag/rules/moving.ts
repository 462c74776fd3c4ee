import type { Version } from '../commit/version.js';
import type { GlobalTemplate, VersionTemplate } from './expression.js';
import type { Flavor } from './flavor.js';
import type { TagRule } from './rule.js';

/** Tags that are pushed again and again, whatever the project. */
const MOVING = ['latest', 'stable', 'edge', 'nightly'];

/** Expressions that are another text for another image. */
const IDENTIFYING = ['sha', 'tag', 'date', 'commit_date'];

/**
 * Whether a tag that is given moves: the name of a branch, or one of those that always do, alone or
 * with words before or behind it, as in `main-alpine` or `stable-alpine3.20`. What a number, a version
 * or a commit is added to does not.
 * @param branches Names of branches, as they are in tags.
 */
export function isMovingName(tag: string, branches: readonly string[]): boolean {
  if (branches.includes(tag)) return true;
  return [...MOVING, ...branches].some((name) => {
    const rest = listPartsBeside(tag, name);
    return rest !== undefined && !rest.some(isIdentifying);
  });
}

/** The parts of a tag before and behind a name; `undefined` where it does not hold it by itself. */
function listPartsBeside(tag: string, name: string): readonly string[] | undefined {
  if (name === '') return undefined;
  const at = `-${tag}-`.replaceAll(/[._]/g, '-').indexOf(`-${name.replaceAll(/[._]/g, '-')}-`);
  if (at === -1) return undefined;
  const rest = `${tag.slice(0, at)}-${tag.slice(at + name.length)}`;
  return rest.split(/[-_]/).filter((part) => /[a-z0-9]/i.test(part));
}

/** What a variant is called: `alpine3.20`, `jdk17`. Short commits and counters look alike. */
const VARIANT = /^(?!(?:build|run|rev|job)[\d.]+$)(?![0-9a-f]+$)[a-z]{3,}[\d.]*$/i;

/** Whether a part has what tells one image from the next: a number, a version, a commit. */
function isIdentifying(part: string): boolean {
  return /\d/.test(part) && !VARIANT.test(part);
}

/**
 * Whether a rule gives the same tag to image after image.
 * @param isFullVersion Whether its tag is one whole version.
 * @param tag What it gave.
 */
export function isMovingRule(
  rule: TagRule,
  flavor: Flavor,
  isFullVersion: boolean,
  tag: string,
): boolean {
  const affixes = [rule.prefix ?? flavor.prefix.template, rule.suffix ?? flavor.suffix.template];
  if (affixes.some(tellsImage)) return false;
  switch (rule.type) {
    case 'sha':
      return false;
    case 'edge':
      return true;
    case 'schedule':
      return !rule.pattern.some(({ kind }) => kind === 'date');
    case 'semver':
    case 'pep440':
      return !isFullVersion;
    case 'ref':
      return rule.event !== 'tag' || isMovingName(tag, []);
    case 'raw':
      return !tellsImage(rule.value) && (holdsBranch(rule.value) || isMovingName(tag, []));
    case 'match':
      return isMovingName(tag, []);
  }
}

/** Whether a template holds what is another text for another image. */
function tellsImage(template: GlobalTemplate): boolean {
  return template.some((part) =>
    part.kind === 'text'
      ? part.text.split(/[-_]/).some(isIdentifying)
      : IDENTIFYING.includes(part.name),
  );
}

function holdsBranch(template: GlobalTemplate): boolean {
  return template.some((part) => part.kind === 'name' && part.name === 'branch');
}

/**
 * The pattern for a version: an unstable one gets all of itself whatever the pattern says, so that
 * `{{major}}.{{minor}}` never moves to it; only a bare `{{raw}}` stays.
 */
export function choosePattern(pattern: VersionTemplate, version: Version): VersionTemplate {
  const isRaw = pattern.length === 1 && names(pattern).includes('raw');
  return version.isUnstable && !isRaw ? [{ kind: 'name', name: 'version' }] : pattern;
}

/** Whether a pattern names one version and no line of versions. */
export function isFullPattern(pattern: VersionTemplate): boolean {
  const used = names(pattern);
  if (used.includes('version') || used.includes('raw')) return true;
  return used.includes('major') && used.includes('minor') && used.includes('patch');
}

function names(pattern: VersionTemplate): readonly string[] {
  return pattern.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
}
