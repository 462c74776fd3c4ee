import * as pep440 from '@renovatebot/pep440';
import semver from 'semver';
import type { VersionName, VersionTemplate } from './expression.js';

/** A version, as the expressions of a pattern see it. */
export interface Version {
  readonly values: Readonly<Record<VersionName, string>>;
  /** A pre-release; in PEP 440 a post- or development release too. */
  readonly isUnstable: boolean;
}

/** Parses a version of semver.org, strictly: `1.2.3`, with a `v` before it if need be. */
export function parseSemver(text: string): Version | undefined {
  const version = semver.parse(text);
  if (version === null) return undefined;
  return {
    values: {
      version: version.version,
      raw: text,
      major: String(version.major),
      minor: String(version.minor),
      patch: String(version.patch),
      // Handlebars writes arrays so.
      prerelease: version.prerelease.join(','),
      build: version.build.join(','),
    },
    isUnstable: version.prerelease.length > 0,
  };
}

/** Parses a version of PEP 440; `version` is its normal form. */
export function parsePep440(text: string): Version | undefined {
  const version = pep440.explain(text);
  const normal = pep440.clean(text);
  if (version === null || normal === null) return undefined;
  return {
    values: {
      version: normal,
      raw: text,
      major: String(pep440.major(text)),
      minor: String(pep440.minor(text)),
      patch: String(pep440.patch(text)),
      prerelease: '',
      build: '',
    },
    isUnstable: version.is_prerelease || version.is_postrelease || version.is_devrelease,
  };
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
