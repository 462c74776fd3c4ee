import type { ImagePlace } from '../../../src/patch/restore/restore.js';
import { changeText, PATH } from './patch-text.js';
import { steps } from './steps.js';

export const entry: ImagePlace = { kind: 'kustomization', imageName: 'app' };

export const values: ImagePlace = {
  kind: 'values',
  paths: { tag: steps('image.tag'), digest: steps('image.pin.digest') },
  repository: 'ghcr.io/org/app',
};

export const tagAlone: ImagePlace = { ...values, paths: { tag: steps('image.tag') } };

export const set: ImagePlace = {
  kind: 'set',
  values: [{ path: steps('args[0]') }],
  readImage: ([tag]) => (tag === undefined ? undefined : { repository: 'app', tag }),
};

/** A file then and now. */
interface Case {
  readonly place: ImagePlace;
  readonly then: string;
  readonly now: string;
}

/** Makes a place of today what it was then. */
export function restore({ now, then, place }: Case) {
  const from = { path: `${PATH} at 0123456789ab`, bytes: new TextEncoder().encode(then) };
  return changeText(now, { kind: 'restore', place, from });
}

export const flow = (fields: string) => `images:\n  - {name: app, ${fields}}\n`;

export const block = (...fields: readonly string[]) =>
  `images:\n  - name: app\n${fields.map((field) => `    ${field}\n`).join('')}`;

export const image = (...fields: readonly string[]) =>
  `image:\n${fields.map((field) => `  ${field}\n`).join('')}`;
