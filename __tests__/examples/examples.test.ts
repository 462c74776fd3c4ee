import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findProblems, OURS } from '../docs/workflow.js';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { ExampleScene, MANIFESTS, readApplications, SECRETS } from './scene.js';
import { readWorkflow, runJobs, type Step, type Workflow, WORKFLOWS } from './workflow.js';

const DEV = 'fastapi-agent/overlays/dev';
const PROD = 'fastapi-agent/overlays/prod';

let scene: ExampleScene;
/** Commits of the source repository: deployed in the beginning, and the next two. */
let [first, older, sha] = ['', '', ''];

beforeAll(async () => {
  scene = await ExampleScene.open();
  first = await scene.source.resolve('main');
  older = await scene.push('1\n');
  sha = await scene.push('2\n');
});

afterAll(async () => {
  await scene.close();
});

interface Event {
  readonly name: string;
  readonly commit: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Runs a workflow of the example; a step that is not the action's gives what the action needs of it. */
async function run(name: string, { name: eventName, commit, inputs = {}, payload = {} }: Event) {
  const results: ActionResult[] = [];
  const secrets = Object.entries(SECRETS).map(([key, value]) => [`secrets.${key}`, value]);
  const given = Object.entries(inputs).map(([key, value]) => [`inputs.${key}`, value]);
  const facts = {
    'github.event_name': eventName,
    'github.actor': 'ada',
    'github.token': 'the-token',
    ...(Object.fromEntries([...secrets, ...given]) as Readonly<Record<string, string>>),
  };
  const event = { name: eventName, payload };
  const perform = async ({ uses }: Step, filled: Readonly<Record<string, string>>) => {
    if (uses?.startsWith('docker/build-push-action@') === true && filled['push'] === 'true') {
      return { digest: scene.putImage(commit) };
    }
    if (uses !== OURS) return {};
    const result = await scene.run(filled, { event, sha: commit });
    results.push(result);
    expect(result).toMatchObject({ exitCode: 0 });
    return result.outputs as Readonly<Record<string, string>>;
  };
  const jobs = await runJobs(readWorkflow(name), facts, perform);
  return { jobs, last: results.at(-1)?.outputs ?? {} };
}

function imageOf(path: string, ref = 'main'): Promise<string> {
  return scene.gitops.git('show', `${ref}:${path}/kustomization.yaml`);
}

// One story: each run finds what those before it have left.

describe('each step of the workflows, on the GitOps repository of the example', () => {
  it('ci.yaml on a pull request shows what would be promoted', async () => {
    const head = { sha, ref: 'feature', repo: { full_name: 'org/repo' } };
    const payload = { number: 7, pull_request: { number: 7, head, base: { ref: 'main' } } };
    const { jobs, last } = await run('ci.yaml', { name: 'pull_request', commit: sha, payload });
    expect(jobs).toEqual(['test', 'build', 'preview']);
    expect(last).toMatchObject({ reason: 'dry-run', 'would-change': 'true', changed: 'false' });
  });

  it('ci.yaml on a push promotes to dev, which runs it', async () => {
    const { jobs, last } = await run('ci.yaml', { name: 'push', commit: sha });
    expect(jobs).toEqual(['test', 'build', 'promote', 'verify']);
    expect(last).toMatchObject({ 'verify-verdict': 'healthy' });
    expect(await imageOf(DEV)).toContain(`newTag: main-${sha.slice(0, 7)} # the commit`);
    expect(await imageOf(PROD)).toContain(`newTag: main-${first.slice(0, 7)}`);
  });

  it('ci.yaml of an older commit promotes nothing', async () => {
    const { jobs, last } = await run('ci.yaml', { name: 'push', commit: older });
    expect(jobs).toEqual(['test', 'build', 'promote']);
    expect(last).toMatchObject({ reason: 'stale', changed: 'false' });
  });

  it('promote-prod.yaml asks in a pull request for what dev runs', async () => {
    const event = { name: 'workflow_dispatch', commit: sha };
    const { last } = await run('promote-prod.yaml', event);
    expect(last).toMatchObject({ reason: 'pull-request', 'pull-request-operation': 'created' });
    expect(await imageOf(PROD, 'promote/fastapi-agent/main')).toContain(
      `newTag: main-${sha.slice(0, 7)}`,
    );
  });

  it('rollback.yaml goes back to what ran before, which stays', async () => {
    const bad = await scene.gitops.resolve('main');
    const inputs = { environment: 'dev', to: 'previous', reason: 'answers are wrong' };
    const event = { name: 'workflow_dispatch', commit: sha };
    const shown = await run('rollback.yaml', {
      ...event,
      inputs: { ...inputs, 'dry-run': 'true' },
    });
    expect(shown.last).toMatchObject({ reason: 'dry-run', 'would-change': 'true' });
    const { last } = await run('rollback.yaml', {
      ...event,
      inputs: { ...inputs, 'dry-run': 'false' },
    });
    expect(last).toMatchObject({ changed: 'true', 'verify-verdict': 'healthy' });
    expect(await scene.gitops.git('diff', `${bad}~1`, 'main')).toBe('');
    const again = await run('ci.yaml', { name: 'push', commit: sha });
    expect(again).toMatchObject({
      jobs: ['test', 'build', 'promote'],
      last: { reason: 'rolled-back', changed: 'false' },
    });
    const fix = await scene.push('3\n');
    const fixed = await run('ci.yaml', { name: 'push', commit: fix });
    expect(fixed.last).toMatchObject({ 'verify-verdict': 'healthy' });
    expect(await imageOf(DEV)).toContain(`newTag: main-${fix.slice(0, 7)}`);
  });
});

/** Each step of the action that names an Application, with where it promotes to. */
function listTargets({ jobs }: Workflow): { path: string; application: string }[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.flatMap(({ with: { kustomization, 'argocd-applications': application } = {} }) => {
    return application === undefined
      ? []
      : [{ path: String(kustomization), application: String(application) }];
  });
}

describe('what Argo CD builds', () => {
  const names = readdirSync(WORKFLOWS);
  const applications = readApplications().map(({ metadata, spec }) => ({
    name: metadata.name,
    path: spec.source.path,
    namespace: spec.destination.namespace,
  }));

  it('is what the workflows promote to', () => {
    const targets = names.flatMap((name) => listTargets(readWorkflow(name)));
    const filled = targets.flatMap((target) => {
      const texts = ['dev', 'prod'].map((environment) =>
        JSON.stringify(target).replaceAll('${{ inputs.environment }}', environment),
      );
      return [...new Set(texts)].map((text) => JSON.parse(text) as (typeof targets)[number]);
    });
    expect(filled).toHaveLength(3);
    for (const { path, application } of filled) {
      expect(applications).toContainEqual(expect.objectContaining({ name: application, path }));
    }
  });

  it('is in the namespace of the overlay', () => {
    for (const { path, namespace } of applications) {
      const text = readFileSync(join(MANIFESTS, path, 'kustomization.yaml'), 'utf8');
      expect(parse(text)).toMatchObject({ namespace });
    }
  });

  it('is the same with the ApplicationSet', () => {
    const text = readFileSync(join(MANIFESTS, 'argocd/applicationset.yaml'), 'utf8');
    const { spec } = parse(text) as {
      spec: { generators: [{ list: { elements: Record<string, string>[] } }]; template: unknown };
    };
    const made = spec.generators[0].list.elements.map((element): unknown => {
      const template = JSON.stringify(spec.template);
      return JSON.parse(
        template.replace(/\{\{\.(\w+)\}\}/g, (_, key: string) => element[key] ?? ''),
      );
    });
    const wanted = readApplications().map(({ metadata: { name }, spec }) => ({
      metadata: { name },
      spec,
    }));
    expect(made).toEqual(wanted);
  });

  it.each(names)('%s names what there is, with rights and pinned actions', (name) => {
    const text = readFileSync(`${WORKFLOWS}${name}`, 'utf8');
    expect(findProblems(parse(text), text)).toEqual([]);
  });
});
