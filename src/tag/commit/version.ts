import * as pep440 from '@renovatebot/pep440';
// The package's entry loads its ranges as well, which every start would pay for.
import parse from 'semver/functions/parse.js';

/** A version, as the expressions of a pattern see it. */
export interface Version {
  readonly values: Readonly<Record<VersionName, string>>;
  /** A pre-release; in PEP 440 a post- or development release too. */
  readonly isUnstable: boolean;
}

/** Parses a version of semver.org, strictly: `1.2.3`, with a `v` before it if need be. */
export function parseSemver(text: string): Version | undefined {
  const version = parse(text);
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

export type VersionName = (typeof SEMVER_NAMES)[number];

/** PEP 440 has no `prerelease` and no `build`. */
export const PEP440_NAMES = ['version', 'raw', 'major', 'minor', 'patch'] as const;

export const SEMVER_NAMES = [...PEP440_NAMES, 'prerelease', 'build'] as const;
