import type { ValuesPaths } from '../../patch/images/values-image.js';
import type { DocumentSelector } from '../../patch/yaml/document.js';
import type { PathStep } from '../../patch/yaml/path.js';

/** A place in the GitOps repository that is to ask for the image. */
export type Target = KustomizationTarget | ValuesTarget | FileTarget;

interface TargetBase {
  /** The input that names it, for messages, such as `kustomization` or `targets: item 2, values`. */
  readonly input?: string;
}

/** An entry of `images`. */
interface KustomizationTarget extends TargetBase {
  readonly kind: 'kustomization';
  /** A file, or a directory that holds just one kustomization; no slash at either end. */
  readonly path: string;
  readonly imageName?: string;
}

/** Helm values. */
interface ValuesTarget extends TargetBase {
  readonly kind: 'values';
  readonly path: string;
  readonly document?: DocumentSelector;
  readonly paths: ValuesPaths;
}

/** Any YAML file. */
export interface FileTarget extends TargetBase {
  readonly kind: 'file';
  readonly path: string;
  readonly document?: DocumentSelector;
  readonly set: readonly TemplateAt[];
}

/** Where charts made by `helm create` have the tag. */
export const DEFAULT_TAG_PATH: readonly PathStep[] = [
  { kind: 'key', key: 'image' },
  { kind: 'key', key: 'tag' },
];

/** A value with placeholders, and where it goes. */
export interface TemplateAt {
  readonly path: readonly PathStep[];
  readonly template: string;
}

/** What `normalizePath` expects. */
export const REPOSITORY_PATH =
  'a path from the root of the GitOps repository, with / and without ..';

/** What `normalizeFilePath` expects. */
export const FILE_PATH = `a file, as ${REPOSITORY_PATH}`;

/**
 * A path from the root of the GitOps repository, without empty and `.` segments.
 * @returns `undefined` when it leads out of the repository, or uses `\`.
 */
export function normalizePath(path: string): string | undefined {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') || path.includes('\\') ? undefined : segments.join('/');
}

/** As `normalizePath`, for a path that cannot be the root itself. */
export function normalizeFilePath(path: string): string | undefined {
  const normal = normalizePath(path);
  return normal === '' ? undefined : normal;
}
