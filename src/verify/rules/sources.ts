import type { Application, ApplicationSource } from '../../ports/argocd.js';
import { containsCommit, type Expectation, isSuperseding, type Revisions } from './expectation.js';

/** Which sources of an Application are the GitOps repository. */
export type WatchedSources =
  /** Places of those in the lists of sources and revisions. */
  | { readonly kind: 'watched'; readonly places: readonly number[] }
  /** None, but the Application's own spec asks for the image: another Application made it. */
  | { readonly kind: 'spec' }
  /** Argo CD has not told enough yet. */
  | { readonly kind: 'untold' }
  | {
      readonly kind: 'foreign';
      /** What it watches, in words. */
      readonly watches: string;
      /**
       * Whether that may change: Argo CD has not looked at the spec as it is now, or another
       * Application may still write the image into it.
       */
      readonly mayChange: boolean;
    };

type Judgement = 'watched' | 'foreign' | 'untold';

/** Finds the sources that are the GitOps repository at a revision that has, or can get, the commit. */
export function findSources(
  application: Application,
  expected: Expectation,
  revisions: Revisions,
): WatchedSources {
  const { sources } = application;
  const judged = sources.map((source, place) =>
    judgeSource(source, application.revisions[place] ?? '', expected, revisions),
  );
  const places = judged.flatMap((judgement, place) => (judgement === 'watched' ? [place] : []));
  if (places.length > 0) return { kind: 'watched', places };
  if (sources.some((source) => asksForImage(source, expected))) return { kind: 'spec' };
  if (judged.includes('untold')) return { kind: 'untold' };
  return {
    kind: 'foreign',
    watches: sources.map(describeSource).join('; '),
    mayChange: !application.isCompared || sources.some(({ overrides }) => overrides !== '{}'),
  };
}

/**
 * The same `owner/name` on another host is taken for the repository: it may be reached by another
 * name from within the cluster. A repository of another name is it when it has the revision. What is
 * not told excludes nothing.
 */
function judgeSource(
  source: ApplicationSource,
  revision: string,
  expected: Expectation,
  revisions: Revisions,
): Judgement {
  if (source.isPackage) return 'foreign';
  const facts = revisions.get(revision);
  const isNamed = repositoryNameOf(source.repoUrl) === expected.repository.toLowerCase();
  if (!isNamed && facts === undefined) return 'untold';
  if (!isNamed && facts?.relation === 'absent') return 'foreign';
  const isFollowed = isBranch(source.targetRevision, expected);
  if (isFollowed === true) return 'watched';
  // Another branch, a tag, a range of versions or a commit: what it leads to decides.
  if (facts === undefined) return 'untold';
  if (containsCommit(facts) || isSuperseding(facts)) return 'watched';
  return isFollowed === undefined ? 'untold' : 'foreign';
}

/** `owner/name` at the end of an address in any of git's forms, in lower case. */
function repositoryNameOf(repoUrl: string): string {
  const path = repoUrl
    .trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '');
  return path.split(/[/:]/).slice(-2).join('/').toLowerCase();
}

/** Whether the target revision is the branch that was promoted to; `undefined` where that is not told. */
function isBranch(
  targetRevision: string,
  { branch, defaultBranch }: Expectation,
): boolean | undefined {
  const target = targetRevision.replace(/^refs\/heads\//, '');
  const isDefault = target === '' || target === 'HEAD';
  const asked = branch ?? defaultBranch;
  const followed = isDefault ? defaultBranch : target;
  if (branch === undefined && isDefault) return true;
  return followed === undefined || asked === undefined ? undefined : followed === asked;
}

/** Whether the spec itself asks for the image: by its digest, or by its tag as a word of its own. */
function asksForImage({ overrides }: ApplicationSource, { image }: Expectation): boolean {
  const wanted = image.digest ?? image.tag;
  if (wanted === undefined) return false;
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${escaped}(?![\\w.-])`).test(overrides);
}

function describeSource({ repoUrl, path, targetRevision }: ApplicationSource): string {
  const where = path === '' ? '' : `, path ${path}`;
  return `${repoUrl} at ${targetRevision === '' ? 'HEAD' : targetRevision}${where}`;
}
