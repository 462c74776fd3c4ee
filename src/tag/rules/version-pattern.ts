import type { Version } from '../commit/version.js';
import type { VersionTemplate } from './expression.js';

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
