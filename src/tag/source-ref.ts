import type { Context } from '../context.js';
import type { JsonObject } from '../json.js';
import { isOfFork } from './fork.js';
import { readString } from './payload.js';
import { parsePep440, parseSemver } from './version.js';

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
      return parseRef(ref);
  }
}

/** GitHub calls it a branch even where the triggering run was of a tag, and tells nowhere which. */
function readHead(payload: JsonObject): SourceRef {
  const name = readString(payload, 'workflow_run.head_branch');
  if (name === undefined) return {};
  return isTagName(name, payload) ? { tag: name } : { branch: name };
}

function isTagName(name: string, payload: JsonObject): boolean {
  if (readString(payload, 'workflow_run.event') === 'release') return true;
  if (readString(payload, 'repository.default_branch') === name) return false;
  return THREE_NUMBERS.test(name) && (parseSemver(name) ?? parsePep440(name)) !== undefined;
}

function parseRef(ref: string): SourceRef {
  if (ref.startsWith('refs/heads/')) return { branch: ref.slice('refs/heads/'.length) };
  if (ref.startsWith('refs/tags/')) return { tag: ref.slice('refs/tags/'.length) };
  if (!ref.startsWith('refs/pull/')) return {};
  return { pullRequest: ref.slice('refs/pull/'.length).replace(/\/merge$/, '') };
}
