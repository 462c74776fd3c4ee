import type { TargetPatch } from '../patch/result.js';
import { isDigest, isTag, parseImageReference } from '../tag/reference.js';
import type { ImageReference } from '../tag/result.js';
import type { Target } from './target.js';
import { findNames } from './template.js';

/**
 * The image that a file with values to set asked for before, as far as its values tell: what stood
 * in the places of `{{image}}`, `{{tag}}` and `{{digest}}`.
 * @param image The image that it is to ask for; the one from before when nothing changed.
 */
export function findPreviousImage(
  target: Target | undefined,
  { changes }: TargetPatch,
  image: ImageReference,
): ImageReference | undefined {
  if (target?.kind !== 'file') return undefined;
  if (changes.length === 0) return image;
  for (const { template } of target.set) {
    for (const { before } of changes) {
      const found = before === undefined ? undefined : matchTemplate(template, before, image);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function matchTemplate(
  template: string,
  text: string,
  { repository }: ImageReference,
): ImageReference | undefined {
  const names = findNames(template);
  const literals = template.split(/\{\{[^{}]*\}\}/).map(escapeRegExp);
  const match = new RegExp(`^${literals.join('(.+?)')}$`, 's').exec(text);
  const value = (name: string) => match?.[names.indexOf(name) + 1];
  const whole = names.includes('image') ? parseImageReference(value('image') ?? '') : undefined;
  if (whole?.valid) return whole.reference;
  const tag = names.includes('tag') ? value('tag') : undefined;
  const digest = names.includes('digest') ? value('digest') : undefined;
  const version = {
    ...(tag !== undefined && isTag(tag) && { tag }),
    ...(digest !== undefined && isDigest(digest) && { digest }),
  };
  return Object.keys(version).length === 0 ? undefined : { repository, ...version };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
