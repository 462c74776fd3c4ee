const ADMIN = 'the-token-of-the-administrator';

/** Of the API server: who has which token. */
export const TOKENS = `${ADMIN},admin,1,"system:masters"\n`;

/** Whoever reads it is the administrator of the API server at a port of this machine. */
export function renderKubeconfig(port: number) {
  const cluster = { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster }],
    users: [{ name: 'admin', user: { token: ADMIN } }],
    contexts: [{ name: 'local', context: { cluster: 'local', user: 'admin' } }],
    'current-context': 'local',
  };
}

/** A namespace beside that of Argo CD in which Applications may be. */
export const TEAMS = 'teams';

/** A project in which nothing may be synced at any time. */
export const CLOSED = 'closed';

/** The one Application that the account may sync. */
export const BY_HAND = 'by-hand';

/** The account reads all Applications. */
const POLICY = [
  'p, ci, applications, get, */*, allow',
  `p, ci, applications, sync, default/${BY_HAND}, allow`,
];

const inArgoCD = (name: string) => ({ name, namespace: 'argocd' });

/** What Argo CD is told, beside its own manifests. */
export const SETTINGS: readonly unknown[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: TEAMS } },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: inArgoCD('argocd-cm'),
    data: { 'accounts.ci': 'apiKey' },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: inArgoCD('argocd-rbac-cm'),
    data: { 'policy.csv': `${POLICY.join('\n')}\n` },
  },
  ...['default', CLOSED].map((name) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: inArgoCD(name),
    spec: {
      sourceRepos: ['*'],
      sourceNamespaces: [TEAMS],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      ...(name === CLOSED && {
        syncWindows: [{ kind: 'deny', schedule: '* * * * *', duration: '1h', applications: ['*'] }],
      }),
    },
  })),
];
