import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionResult, OutputName } from '../../stand-in/run-action.mjs';
import {
  type Delivery,
  type DeliveryOptions,
  KUSTOMIZATION,
  renderDeployment,
  renderKustomization,
  REPOSITORY,
} from './delivery.js';
import { BY_HAND, CLOSED, TEAMS } from './settings.js';
import { waitFor } from './system.js';

/** A story of one Application. */
export interface Scenario extends DeliveryOptions {
  readonly description: string;
  /** Before the story: the tag at the beginning is deployed, the Application is made, or neither. */
  readonly begins?: 'deployed' | 'made' | 'never';
  readonly play: (delivery: Delivery) => Promise<ActionResult>;
  readonly expected: Partial<Record<OutputName, string>>;
  /** What the log says. */
  readonly says?: RegExp;
}

/** A chart without values. */
const CHART = {
  'app/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
  'app/templates/deployment.yaml': renderDeployment().replace(
    `"${REPOSITORY}"`,
    '"{{ .Values.image.repository }}:{{ .Values.image.tag }}"',
  ),
  // In a chart these are no templates.
  [KUSTOMIZATION]: null,
  'app/deployment.yaml': null,
};

/** The inputs of a promotion into values. */
const VALUES = { kustomization: '', values: 'app/values.yaml', stale: 'allow' };

function renderValues(tag: string): string {
  return `image:\n  repository: ${REPOSITORY}\n  tag: ${tag}\n`;
}

function renderCronJob(): string {
  const containers = [{ name: 'agent', image: REPOSITORY }];
  const template = { spec: { containers, restartPolicy: 'Never' } };
  return JSON.stringify({
    ...{ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'agent' } },
    spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template } } },
  });
}

/** A manifest that the API server refuses. */
const REFUSED = renderDeployment({ selector: { matchLabels: { app: 'other' } } });

/** Promotes a tag, and verifies it. */
function promoted(tag: string, inputs: Readonly<Record<string, string>> = {}) {
  return async (delivery: Delivery) => delivery.verify(tag, await delivery.promote(tag), inputs);
}

const applied: readonly Scenario[] = [
  {
    name: 'healthy',
    description: 'a commit that is applied and becomes healthy',
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'whole',
    description: 'promote and verify in one call',
    play: async (delivery) => {
      const { sha, tag } = await delivery.build('main');
      return delivery.run({ steps: 'promote, verify', image: `${REPOSITORY}:${tag}` }, sha);
    },
    expected: { reason: 'promoted', 'verify-verdict': 'healthy' },
  },
  {
    name: 'unchanged',
    description: 'a promotion that finds nothing to change',
    play: (delivery) =>
      delivery.run({ steps: 'promote, verify', image: `${REPOSITORY}:v0`, stale: 'allow' }),
    expected: { reason: 'unchanged', 'verify-verdict': 'healthy' },
  },
  {
    name: 'secure',
    description: 'through TLS with a certificate of its own, below a root path',
    play: async (delivery) => {
      const { system } = delivery;
      const { 'tls.crt': certificate = '' } = await system.readSecret('argocd-secret');
      const inputs = { 'argocd-server': system.secureUrl, 'argocd-ca': certificate };
      return promoted('v1', inputs)(delivery);
    },
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'pinned',
    description: 'an image with a digest',
    play: (delivery) =>
      delivery.run({
        steps: 'promote, verify',
        image: `${REPOSITORY}:v1@sha256:${'a'.repeat(64)}`,
        stale: 'allow',
      }),
    expected: { reason: 'promoted', 'verify-verdict': 'healthy' },
  },
  {
    name: 'cron-job',
    description: 'a CronJob alone that has the image',
    files: { 'app/deployment.yaml': renderCronJob() },
    begins: 'made',
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'chart',
    description: 'a Helm chart with its values',
    files: { ...CHART, 'app/values.yaml': renderValues('v0') },
    play: async (delivery) =>
      delivery.run({ ...VALUES, image: `${REPOSITORY}:v1`, steps: 'promote, verify' }),
    expected: { reason: 'promoted', 'verify-verdict': 'healthy' },
  },
  {
    name: 'values',
    description: 'a Helm chart of another repository, with values of ours',
    files: { 'app/values.yaml': renderValues('v0') },
    others: { charts: CHART },
    sources: (repoURL) => [
      {
        repoURL: repoURL.replace('/org/', '/others/').replace('values.git', 'charts.git'),
        targetRevision: 'main',
        path: 'app',
        helm: { valueFiles: ['$values/app/values.yaml'] },
      },
      { repoURL, targetRevision: 'main', ref: 'values' },
    ],
    play: async (delivery) =>
      delivery.run({ ...VALUES, image: `${REPOSITORY}:v1`, steps: 'promote, verify' }),
    expected: { reason: 'promoted', 'verify-verdict': 'healthy' },
  },
  {
    name: 'team',
    description: 'an Application in another namespace',
    namespace: TEAMS,
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'drift',
    description: 'a resource beside it that somebody else changes for good',
    files: {
      [KUSTOMIZATION]: renderKustomization('v0', 'deployment.yaml, settings.yaml'),
      'app/settings.yaml': JSON.stringify({
        ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } },
        data: { level: 'info' },
      }),
    },
    play: async (delivery) => {
      const text = renderKustomization('v1', 'deployment.yaml, settings.yaml');
      const commit = await delivery.commit(KUSTOMIZATION, text);
      await delivery.refresh();
      await delivery.waitFor('v1');
      await delivery.change('/api/v1', 'configmaps/settings', { data: { level: 'debug' } });
      return delivery.verify('v1', commit);
    },
    expected: { 'verify-verdict': 'healthy' },
    says: /OutOfSync at [0-9a-f]{7}, Healthy/,
  },
  {
    name: 'respecified',
    description: 'an image that the Application itself sets, changed while verify waits',
    play: async (delivery) => {
      const verified = delivery.verify('v1', await delivery.readHead());
      await delivery.respecify({ source: { kustomize: { images: [`${REPOSITORY}:v1`] } } });
      return verified;
    },
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'spelled',
    description: 'a spec that is written in another way than Argo CD writes it',
    source: { path: './app/', kustomize: {}, directory: { recurse: false } },
    play: (delivery) =>
      delivery.run({ steps: 'promote, verify', image: `${REPOSITORY}:v0`, stale: 'allow' }),
    expected: { reason: 'unchanged', 'verify-verdict': 'healthy' },
  },
  {
    name: 'elsewhere',
    description: 'a commit that changes nothing for the Application',
    files: { 'other/values.yaml': 'a: 1\n' },
    play: async (delivery) =>
      delivery.verify('v0', await delivery.commit('other/values.yaml', 'a: 2\n')),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: BY_HAND,
    description: 'auto-sync is off, and a sync is asked for',
    syncPolicy: null,
    begins: 'made',
    play: async (delivery) => promoted('v1', { 'argocd-sync': 'true' })(delivery),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'left',
    description: 'auto-sync is off',
    syncPolicy: null,
    begins: 'made',
    play: promoted('v1'),
    expected: { reason: 'auto-sync-off' },
  },
  {
    name: 'not-allowed',
    description: 'auto-sync is off, and a sync is asked for that the token may not ask for',
    syncPolicy: null,
    begins: 'made',
    play: promoted('v1', { 'argocd-sync': 'true' }),
    expected: { reason: 'argocd-denied' },
    says: /applications, sync/,
  },
  {
    name: 'window',
    description: 'a closed sync window',
    project: CLOSED,
    begins: 'made',
    play: promoted('v1', { 'sync-timeout': '30' }),
    expected: { reason: 'not-synced' },
    says: /its sync window is closed/,
  },
];

const failing: readonly Scenario[] = [
  {
    name: 'degraded',
    description: 'a rollout that is given up',
    play: promoted('v1-broken'),
    expected: { reason: 'unhealthy' },
    says: /Deployment\/agent is Degraded \(Deployment "agent" exceeded its progress deadline\)/,
  },
  {
    name: 'degraded-before',
    description: 'a rollout that is given up, as the one before it',
    tag: 'v0-broken',
    play: promoted('v1-broken'),
    expected: { reason: 'unhealthy' },
  },
  {
    name: 'repaired',
    description: 'a good image after a broken one',
    tag: 'v0-broken',
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'slow',
    description: 'a rollout that takes longer than the time there is',
    play: promoted('v1-slow', { 'verify-timeout': '30' }),
    expected: { reason: 'unhealthy' },
    says: /Progressing after 3\d seconds/,
  },
  {
    name: 'crash-loop',
    description: 'a Pod that crashes again and again, in a rollout that is not given up yet',
    play: async (delivery) => {
      const verified = promoted('v1-slow')(delivery);
      await delivery.waitFor('v1-slow', false);
      await delivery.crash();
      return verified;
    },
    expected: { reason: 'unhealthy' },
    says: /the Pod crash-loop\/agent-1 of .*:v1-slow has been degraded for 60 seconds: back-off 40s/,
  },
  {
    name: 'in-turn',
    description:
      'rollouts that never end after good ones: the old health is never taken for theirs',
    play: async (delivery) => {
      const verdicts: string[] = [];
      let last = await promoted('v1')(delivery);
      for (const tag of ['v2-slow', 'v3', 'v4-slow', 'v5', 'v6-slow']) {
        verdicts.push(last.outputs['verify-verdict'] ?? '');
        last = await promoted(tag, { 'verify-timeout': '20' })(delivery);
      }
      const text = verdicts.join(' ');
      if (text !== 'healthy failed healthy failed healthy') throw new Error(text);
      return last;
    },
    expected: { 'verify-verdict': 'failed' },
  },
  {
    name: 'paused',
    description: 'a rollout that is paused with the new image',
    play: async (delivery) => {
      await delivery.commit('app/deployment.yaml', renderDeployment({ paused: true }));
      return promoted('v1', { 'verify-timeout': '40' })(delivery);
    },
    expected: { reason: 'suspended' },
    says: /Deployment\/agent is Suspended/,
  },
  {
    name: 'refused',
    description: 'a manifest that cannot be applied, with one retry',
    syncPolicy: { automated: {}, retry: { limit: 1, backoff: { duration: '2s' } } },
    play: async (delivery) => {
      await delivery.commit('app/deployment.yaml', REFUSED);
      return promoted('v1')(delivery);
    },
    expected: { reason: 'sync-failed' },
    says: /failed after 1 retries.*selector/,
  },
  {
    name: 'retried',
    description: 'a manifest that cannot be applied, with the retries that are usual',
    play: async (delivery) => {
      await delivery.commit('app/deployment.yaml', REFUSED);
      return promoted('v1', { 'sync-timeout': '30' })(delivery);
    },
    expected: { reason: 'not-synced' },
    says: /the sync runs, retry \d+/,
  },
  {
    name: 'blocked',
    description: 'the sync of an older commit, which is retried',
    play: async (delivery) => {
      const older = await delivery.commit('app/deployment.yaml', REFUSED);
      await waitFor('the first try', async () => {
        // What a refresh shows may be the branch as it was a moment ago.
        await delivery.refresh();
        return (await delivery.readPhase()) === 'Running';
      });
      await delivery.commit('app/deployment.yaml', renderDeployment());
      const result = await promoted('v1', { 'sync-timeout': '40' })(delivery);
      if (!result.stdout.includes(`waits for the sync to ${older.slice(0, 7)}`)) {
        throw new Error(`The older commit is not named:\n${result.stdout}`);
      }
      return result;
    },
    expected: { reason: 'not-synced' },
  },
  {
    name: 'missing-path',
    description: 'a path that is not there',
    source: { path: 'nowhere' },
    begins: 'made',
    play: promoted('v1'),
    expected: { reason: 'app-error' },
    says: /ComparisonError for \d+ seconds: .*nowhere: app path does not exist/,
  },
  {
    name: 'broken-later',
    description: 'a later commit that cannot be built, while the rollout of ours goes on',
    play: async (delivery) => {
      const ours = await delivery.promote('v1-slow');
      const verified = delivery.verify('v1-slow', ours);
      await delivery.waitFor('v1-slow', false);
      await delivery.commit('app/deployment.yaml', 'kind: [');
      await delivery.refresh();
      return verified;
    },
    expected: { reason: 'app-error' },
  },
  {
    name: 'overridden',
    description: 'an image that the Application itself sets',
    source: { kustomize: { images: [`${REPOSITORY}:v0`] } },
    play: promoted('v1'),
    expected: { reason: 'not-deployed' },
    says: /The Application itself sets an image/,
  },
  {
    name: 'ignored',
    description: 'an image that Argo CD was told to leave as it is',
    spec: {
      ignoreDifferences: [
        {
          group: 'apps',
          kind: 'Deployment',
          jsonPointers: ['/spec/template/spec/containers/0/image'],
        },
      ],
    },
    syncPolicy: { automated: {}, syncOptions: ['RespectIgnoreDifferences=true'] },
    play: promoted('v1'),
    expected: { reason: 'not-deployed' },
    says: /Deployment\/agent runs ghcr\.io\/org\/app:v0.*ignoreDifferences/,
  },
  {
    name: 'wrong-path',
    description: 'an overlay that the Application does not build',
    files: { 'overlay/kustomization.yaml': renderKustomization('v0', '../app') },
    play: async (delivery) => {
      const commit = await delivery.commit(
        'overlay/kustomization.yaml',
        renderKustomization('v1', '../app'),
      );
      return delivery.verify('v1', commit, { kustomization: 'overlay' });
    },
    expected: { reason: 'not-deployed' },
    says: /It builds app, and the image was changed in overlay/,
  },
];

const later: readonly Scenario[] = [
  {
    name: 'overtaken',
    description: 'a later commit with another image',
    play: async (delivery) => {
      const ours = await delivery.promote('v1');
      await delivery.promote('v2');
      return delivery.verify('v1', ours);
    },
    expected: { 'verify-verdict': 'superseded' },
    says: /asks for ghcr\.io\/org\/app:v2/,
  },
  {
    name: 'followed',
    description: 'a later commit that leaves our image',
    files: { 'other/values.yaml': 'a: 1\n' },
    play: async (delivery) => {
      const ours = await delivery.promote('v1');
      await delivery.commit('other/values.yaml', 'a: 2\n');
      return delivery.verify('v1', ours);
    },
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'overtaken-late',
    description: 'a later commit with another image, while the rollout of ours goes on',
    play: async (delivery) => {
      const verified = delivery.verify('v1-slow', await delivery.promote('v1-slow'));
      await delivery.waitFor('v1-slow', false);
      await delivery.promote('v2');
      await delivery.refresh();
      return verified;
    },
    expected: { 'verify-verdict': 'superseded' },
  },
  {
    name: 'squashed',
    description: 'a commit that is in no branch that is deployed, and its squash',
    play: async (delivery) => {
      await delivery.branch('promotion');
      const ours = await delivery.commit(KUSTOMIZATION, renderKustomization('v1'), 'promotion');
      await delivery.commit('other.txt', 'beside it\n');
      await delivery.promote('v1');
      return delivery.verify('v1', ours);
    },
    expected: { 'verify-verdict': 'healthy' },
  },
];

const watched: readonly Scenario[] = [
  {
    name: 'head',
    description: 'HEAD as target revision',
    source: { targetRevision: 'HEAD' },
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'wrong-branch',
    description: 'another branch',
    source: { targetRevision: 'production' },
    begins: 'made',
    play: async (delivery) => {
      await delivery.branch('production');
      return promoted('v1')(delivery);
    },
    expected: { reason: 'not-watched' },
    says: /at production/,
  },
  {
    name: 'several',
    description: 'several sources, of which one is only referred to',
    sources: (repoURL) => [
      { repoURL, targetRevision: 'main', path: 'app' },
      { repoURL, targetRevision: 'main', ref: 'values' },
    ],
    play: promoted('v1'),
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'hidden',
    description: 'an Application that is not there',
    play: promoted('v1', { 'argocd-applications': 'nobody' }),
    expected: { reason: 'argocd-denied', 'verify-verdict': 'unknown' },
    says: /does not show Application nobody \(403: permission denied\)/,
  },
  {
    name: 'late',
    description: 'an Application that is made after verify began',
    begins: 'never',
    play: async (delivery) => {
      const verified = delivery.verify('v1', await delivery.promote('v1'));
      await sleep(5_000);
      await delivery.deploy();
      return verified;
    },
    expected: { 'verify-verdict': 'healthy' },
  },
  {
    name: 'revoked',
    description: 'a token that Argo CD does not know',
    play: promoted('v1', { 'argocd-token': 'eyJhbGciOiJIUzI1NiJ9.e30.x' }),
    expected: { reason: 'argocd-denied' },
    says: /does not accept this token \(401/,
  },
];

export const SCENARIOS = [...applied, ...failing, ...later, ...watched];
