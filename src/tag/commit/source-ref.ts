import type { Context } from '../../base/context.js';
import { type JsonObject, readPayloadString, readPayloadValue } from '../../base/json.js';
import { parsePep440, parseSemver } from './version.js';

/**
 * Whether the run that triggered a `workflow_run` was of another repository, whose `main` is not
 * the `main` of this one. A fork that was deleted is null; a payload without the field tells of none.
 */
export function isOfFork({ payload, repository }: Context): boolean {
  if (readPayloadValue(payload, 'workflow_run.head_repository') === undefined) return false;
  const head = readPayloadString(payload, 'workflow_run.head_repository.full_name');
  return head?.toLowerCase() !== repository.toLowerCase();
}

/** `v2` and `1.2` are names of maintenance branches, which move; `1.2.3` is that of a release. */
const THREE_NUMBERS = /^v?\d+\.\d+\.\d+/;

/** What names the commit that is built: at most one of these. */
export interface SourceRef {
  readonly branch?: string;
  readonly tag?: string;
  /** What follows `refs/pull/`, without `/merge`: the number, on most events. */
  readonly pullRequest?: string;
}

/**
 * The ref that the built commit belongs to. `GITHUB_REF` is the default branch on `workflow_run`
 * and `pull_request_target`, whatever the run is about.
 */
export function readSourceRef(context: Context): SourceRef {
  const { eventName, payload, ref } = context;
  switch (eventName) {
    case 'pull_request_target': {
      const number = payload['number'];
      return typeof number === 'number' ? { pullRequest: String(number) } : {};
    }
    case 'workflow_run':
      return isOfFork(context) ? {} : readHead(payload);
    default:
      return parseGitHubRef(ref);
  }
}

/** GitHub calls it a branch even where the triggering run was of a tag, and tells nowhere which. */
function readHead(payload: JsonObject): SourceRef {
  const name = readPayloadString(payload, 'workflow_run.head_branch');
  if (name === undefined) return {};
  return isTagName(name, payload) ? { tag: name } : { branch: name };
}

function isTagName(name: string, payload: JsonObject): boolean {
  if (readPayloadString(payload, 'workflow_run.event') === 'release') return true;
  if (readPayloadString(payload, 'repository.default_branch') === name) return false;
  return THREE_NUMBERS.test(name) && (parseSemver(name) ?? parsePep440(name)) !== undefined;
}

function parseGitHubRef(ref: string): SourceRef {
  if (ref.startsWith('refs/heads/')) return { branch: ref.slice('refs/heads/'.length) };
  if (ref.startsWith('refs/tags/')) return { tag: ref.slice('refs/tags/'.length) };
  if (!ref.startsWith('refs/pull/')) return {};
  return { pullRequest: ref.slice('refs/pull/'.length).replace(/\/merge$/, '') };
}
