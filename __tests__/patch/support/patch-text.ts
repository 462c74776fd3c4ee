import { patchKustomization } from '../../../src/patch/kustomization.js';
import type { PatchResult } from '../../../src/patch/result.js';
import type { ImageReference } from '../../../src/tag/result.js';

export const PATH = 'base/kustomization.yaml';
export const DIGEST = `sha256:${'ab'.repeat(32)}`;
export const OLD_DIGEST = `sha256:${'01'.repeat(32)}`;

export interface PatchedText extends PatchResult {
  /** The new file with its byte order mark. */
  readonly text: string;
}

/** Patches a kustomization that is given as text. */
export function patchText(text: string, image: ImageReference, imageName?: string): PatchedText {
  const file = { path: PATH, bytes: new TextEncoder().encode(text) };
  const change = imageName === undefined ? { image } : { image, imageName };
  const result = patchKustomization(file, change);
  return { ...result, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes) };
}
