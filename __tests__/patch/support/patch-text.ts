import { patchFile, type Change } from '../../../src/patch/patch.js';
import type { TargetPatch } from '../../../src/patch/result.js';
import type { ImageReference } from '../../../src/base/image.js';

export const PATH = 'base/kustomization.yaml';
export const DIGEST = `sha256:${'ab'.repeat(32)}`;
export const OLD_DIGEST = `sha256:${'01'.repeat(32)}`;

export interface PatchedText extends TargetPatch {
  readonly changed: boolean;
  /** The new file with its byte order mark. */
  readonly text: string;
}

/** Makes one change to a file that is given as text. */
export function changeText(text: string, change: Change): PatchedText {
  const result = patchFile({ path: PATH, bytes: new TextEncoder().encode(text) }, [change]);
  const [target] = result.targets;
  if (target === undefined) throw new Error('expected a target, got none');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return { ...target, changed: result.changed, text: decoder.decode(result.bytes) };
}

/** Patches a kustomization that is given as text. */
export function patchText(
  text: string,
  image: ImageReference,
  imageName?: string,
  createMissing = false,
): PatchedText {
  const name = imageName === undefined ? {} : { imageName };
  return changeText(text, { kind: 'kustomization', image, createMissing, ...name });
}
