import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Context } from '../../../src/base/context.js';
import { PromoteError } from '../../../src/base/errors.js';
import type { JsonObject } from '../../../src/base/json.js';
import { computeTag } from '../../../src/tag/rules/compute.js';
import { gatherFacts } from '../../../src/tag/rules/facts.js';
import { calendar } from '../../../src/tag/rules/calendar.js';
import { parseFlavor } from '../../../src/tag/rules/flavor.js';
import { assembleTags } from '../../../src/tag/rules/tags.js';
import { isTag } from '../../../src/base/image.js';
import { parseTagRules } from '../../../src/tag/rules/parse.js';
import { resolveSourceCommit } from '../../../src/tag/commit/source-commit.js';
import { contextOf, SHA } from '../../fakes/context.js';
import { propertyRuns } from '../../fakes/property-runs.js';

interface EventExamples {
  readonly name: string;
  readonly examples: readonly JsonObject[];
}

const examples = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
) as readonly EventExamples[];

const HEAD = '1111111111111111111111111111111111111111';

/** A real payload of an event, with the values that a test is about. */
function payloadOf(event: string, changes: JsonObject = {}): JsonObject {
  const [example] = examples.find(({ name }) => name === event)?.examples ?? [];
  if (example === undefined) throw new Error(`no example of ${event}`);
  return merge(example, changes);
}

function merge(target: JsonObject, changes: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    const isObject = typeof value === 'object' && value !== null;
    merged[key] = isObject ? merge((merged[key] ?? {}) as JsonObject, value as JsonObject) : value;
  }
  return merged;
}

const RULES = parseTagRules(
  'type=sha,prefix={{branch}}-\ntype=ref,event=branch\ntype=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=ref,event=pr',
).rules;
const { flavor } = parseFlavor('');

function compute(parts: Partial<Context>) {
  const context = contextOf(parts);
  const commit = resolveSourceCommit(context);
  const facts = { ...gatherFacts(context, commit, 7), calendar };
  const computed = RULES.map((rule) => computeTag(rule, flavor, facts));
  return { commit, assembled: assembleTags(computed, flavor, facts) };
}

const queue = `gh-readonly-queue/main/pr-104-${HEAD}`;

describe('the usual rules, by event', () => {
  it.each([
    {
      description: 'push to the default branch',
      parts: { payload: payloadOf('push') },
      sha: SHA,
      tags: ['main', 'main-a1b2c3d'],
      deploy: 'main-a1b2c3d',
    },
    {
      description: 'push to another branch',
      parts: { payload: payloadOf('push'), ref: 'refs/heads/feature/x' },
      sha: SHA,
      tags: ['feature-x', 'feature-x-a1b2c3d'],
      deploy: 'feature-x-a1b2c3d',
    },
    {
      description: 'push of a tag',
      parts: { payload: payloadOf('push'), ref: 'refs/tags/v1.2.3' },
      sha: SHA,
      tags: ['1.2.3', '1.2', 'a1b2c3d', 'latest'],
      deploy: '1.2.3',
    },
    {
      description: 'push of a tag that is no version',
      parts: { payload: payloadOf('push'), ref: 'refs/tags/simple-tag' },
      sha: SHA,
      tags: ['a1b2c3d'],
      deploy: 'a1b2c3d',
    },
    {
      description: 'pull_request',
      parts: {
        eventName: 'pull_request',
        ref: 'refs/pull/2/merge',
        payload: payloadOf('pull_request', { pull_request: { head: { sha: HEAD } } }),
      },
      sha: HEAD,
      tags: ['pr-2', '1111111'],
      deploy: '1111111',
    },
    {
      description: 'pull_request, merged',
      parts: {
        eventName: 'pull_request',
        payload: payloadOf('pull_request', {
          pull_request: { merged: true, merge_commit_sha: HEAD },
        }),
      },
      sha: HEAD,
      tags: ['main', 'main-1111111'],
      deploy: 'main-1111111',
    },
    {
      description: 'pull_request_target',
      parts: {
        eventName: 'pull_request_target',
        payload: payloadOf('pull_request', { pull_request: { head: { sha: HEAD } } }),
      },
      sha: HEAD,
      tags: ['pr-2', '1111111'],
      deploy: '1111111',
    },
    {
      description: 'pull_request_review',
      parts: {
        eventName: 'pull_request_review',
        ref: 'refs/pull/2/merge',
        payload: payloadOf('pull_request_review', { pull_request: { head: { sha: HEAD } } }),
      },
      sha: HEAD,
      tags: ['pr-2', '1111111'],
      deploy: '1111111',
    },
    {
      description: 'workflow_run',
      parts: {
        eventName: 'workflow_run',
        repository: 'Octo-Org/octo-repo',
        payload: payloadOf('workflow_run', {
          workflow_run: { head_sha: HEAD, head_branch: 'release/1.x' },
        }),
      },
      sha: HEAD,
      tags: ['release-1.x', 'release-1.x-1111111'],
      deploy: 'release-1.x-1111111',
    },
    {
      description: 'workflow_run of a fork, whose main is not ours',
      parts: {
        eventName: 'workflow_run',
        repository: 'octo-org/octo-repo',
        payload: payloadOf('workflow_run', {
          workflow_run: { head_sha: HEAD, head_repository: { full_name: 'fork/octo-repo' } },
        }),
      },
      sha: HEAD,
      tags: ['1111111'],
      deploy: '1111111',
    },
    {
      description: 'workflow_run of a fork that was deleted',
      parts: {
        eventName: 'workflow_run',
        repository: 'octo-org/octo-repo',
        payload: payloadOf('workflow_run', {
          workflow_run: { head_sha: HEAD, head_repository: null },
        }),
      },
      sha: HEAD,
      tags: ['1111111'],
      deploy: '1111111',
    },
    {
      description: 'merge_group',
      parts: {
        eventName: 'merge_group',
        ref: `refs/heads/${queue}`,
        payload: payloadOf('merge_group', { merge_group: { head_sha: HEAD } }),
      },
      sha: HEAD,
      tags: [queue.replaceAll('/', '-'), `${queue.replaceAll('/', '-')}-1111111`],
      deploy: `${queue.replaceAll('/', '-')}-1111111`,
    },
    {
      description: 'schedule, which has a payload of its own',
      parts: { eventName: 'schedule', payload: { schedule: '0 3 * * *' } },
      sha: SHA,
      tags: ['main', 'main-a1b2c3d'],
      deploy: 'main-a1b2c3d',
    },
    {
      description: 'workflow_dispatch',
      parts: {
        eventName: 'workflow_dispatch',
        ref: 'refs/heads/dev',
        payload: payloadOf('workflow_dispatch'),
      },
      sha: SHA,
      tags: ['dev', 'dev-a1b2c3d'],
      deploy: 'dev-a1b2c3d',
    },
    {
      description: 'repository_dispatch',
      parts: { eventName: 'repository_dispatch', payload: payloadOf('repository_dispatch') },
      sha: SHA,
      tags: ['main', 'main-a1b2c3d'],
      deploy: 'main-a1b2c3d',
    },
    {
      description: 'release',
      parts: {
        eventName: 'release',
        ref: 'refs/tags/v1.2.3',
        payload: payloadOf('release'),
      },
      sha: SHA,
      tags: ['1.2.3', '1.2', 'a1b2c3d', 'latest'],
      deploy: '1.2.3',
    },
    {
      description: 'deployment of a commit, which has no ref',
      parts: {
        eventName: 'deployment',
        ref: '',
        payload: payloadOf('deployment', { deployment: { sha: HEAD } }),
      },
      sha: HEAD,
      tags: ['1111111'],
      deploy: '1111111',
    },
    {
      description: 'deployment_status',
      parts: {
        eventName: 'deployment_status',
        payload: payloadOf('deployment_status', { deployment: { sha: HEAD } }),
      },
      sha: HEAD,
      tags: ['main', 'main-1111111'],
      deploy: 'main-1111111',
    },
    {
      description: 'create of a branch',
      parts: { eventName: 'create', ref: 'refs/heads/dev', payload: payloadOf('create') },
      sha: SHA,
      tags: ['dev', 'dev-a1b2c3d'],
      deploy: 'dev-a1b2c3d',
    },
    {
      description: 'create of a tag',
      parts: { eventName: 'create', ref: 'refs/tags/v1.2.3', payload: payloadOf('create') },
      sha: SHA,
      tags: ['1.2.3', '1.2', 'a1b2c3d', 'latest'],
      deploy: '1.2.3',
    },
  ])('$description', ({ parts, sha, tags, deploy }) => {
    const { commit, assembled } = compute(parts);
    expect(commit.sha).toBe(sha);
    expect(assembled).toMatchObject({ tags, version: tags[0], deployTag: deploy });
  });
});

describe('the date of the commit', () => {
  const { rules } = parseTagRules("type=raw,value={{commit_date 'YYYYMMDD'}}");
  it.each([
    { eventName: 'push', sha: '6113728f27ae82c7b1a177c8d03f9e96e0adf246', date: '20190515' },
    {
      eventName: 'workflow_run',
      sha: '5779607b49aab1200488439f02372c57b4f75444',
      date: '20211216',
    },
  ])('is in the payload of $eventName', ({ eventName, sha, date }) => {
    const context = contextOf({ eventName, sha, payload: payloadOf(eventName) });
    const facts = { ...gatherFacts(context, resolveSourceCommit(context), 7), calendar };
    expect(rules.map((rule) => computeTag(rule, flavor, facts))).toEqual([
      expect.objectContaining({ tag: date }),
    ]);
  });
});

describe('any event', () => {
  const text = fc.string({ unit: 'binary', maxLength: 160 });
  const sha = fc.oneof(
    fc.constantFrom(HEAD, '', 'main', null, 7),
    fc.stringMatching(/^[0-9a-f]{40}$/),
  );
  const eventName = fc.constantFrom(...examples.map(({ name }) => name), 'schedule', 'x');
  const ref = fc.oneof(
    text,
    text.map((name) => `refs/heads/${name}`),
    text.map((name) => `refs/tags/${name}`),
    text.map((name) => `refs/pull/${name}`),
  );
  const payload = fc.record(
    {
      number: fc.oneof(fc.nat(), text),
      pull_request: fc.record({ head: fc.record({ sha }), merged: fc.boolean() }),
      workflow_run: fc.record({ head_sha: sha, head_branch: text }),
      merge_group: fc.record({ head_sha: sha }),
      deployment: fc.oneof(text, fc.record({ sha })),
      repository: fc.record({ default_branch: text }),
    },
    { requiredKeys: [] },
  );

  it('gives valid tags, or an error with its cure', () => {
    fc.assert(
      fc.property(eventName, ref, payload, (name, givenRef, givenPayload) => {
        const parts = { eventName: name, ref: givenRef, payload: givenPayload };
        try {
          const tags = compute(parts).assembled?.tags ?? [];
          expect(tags.filter((tag) => !isTag(tag))).toEqual([]);
        } catch (error) {
          if (!(error instanceof PromoteError)) throw error;
          expect(error.message).toMatch(/Set source-sha\.$/);
        }
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
