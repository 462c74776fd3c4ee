import { describe, expect, it } from '@jest/globals';
import { parseInputs } from '../../src/action/inputs.js';
import { contextOf } from '../fakes/context.js';
import { CERTIFICATE } from '../stand-in/argocd-certificate.mjs';
import { IMAGE, OURS } from './states.js';

const alone = {
  steps: 'verify',
  image: IMAGE,
  'gitops-repository': 'org/gitops',
  'gitops-token': 'secret',
  'argocd-server': 'https://argocd.example.com/argo-cd/',
  'argocd-token': 'token',
  'argocd-applications': 'agent\nteam/worker',
  'gitops-commit': OURS,
};

function parse(inputs: Readonly<Record<string, string>>, event = 'push') {
  return parseInputs(new Map(Object.entries(inputs)), contextOf({ eventName: event }));
}

describe('the inputs of verify', () => {
  it('stand alone with what an earlier job has promoted', async () => {
    const inputs = await parse({
      ...alone,
      'argocd-project': 'apps',
      'health-url': 'https://a/health',
    });
    expect(inputs.promote).toBeUndefined();
    expect(inputs.image?.image).toEqual({ repository: 'ghcr.io/org/app', tag: 'main-c0ffee1' });
    expect(inputs.verify).toMatchObject({
      argocd: {
        target: { server: 'https://argocd.example.com/argo-cd', token: 'token', headers: [] },
        applications: [
          { name: 'agent', project: 'apps' },
          { namespace: 'team', name: 'worker', project: 'apps' },
        ],
        maySync: false,
        place: { target: { repository: 'org/gitops' }, targets: [] },
        commit: OURS,
      },
      healthUrls: ['https://a/health'],
      syncTimeout: 180,
      verifyTimeout: 600,
    });
  });

  it('take the targets of promote', async () => {
    const { verify } = await parse({ ...alone, kustomization: 'app/base' });
    expect(verify?.argocd?.place.targets).toEqual([
      { kind: 'kustomization', path: 'app/base', input: 'kustomization' },
    ]);
  });

  it('run beside a promotion, and take its repository and commit', async () => {
    const inputs = await parse({
      ...alone,
      steps: '',
      'gitops-commit': '',
      kustomization: 'app/base',
    });
    expect(inputs.promote?.target).toBe(inputs.verify?.argocd?.place.target);
    expect(inputs.verify?.argocd?.commit).toBeUndefined();
  });

  it('reach a host that is given alone by https', async () => {
    const { verify } = await parse({ ...alone, 'argocd-server': 'argocd.example.com:8443' });
    expect(verify?.argocd?.target.server).toBe('https://argocd.example.com:8443');
  });

  it('take headers and a certificate', async () => {
    const { verify } = await parse({
      ...alone,
      'argocd-headers': 'CF-Access-Client-Id: id.access\nCF-Access-Client-Secret:  a: b',
      'argocd-ca': CERTIFICATE,
    });
    expect(verify?.argocd?.target).toMatchObject({
      headers: [
        ['CF-Access-Client-Id', 'id.access'],
        ['CF-Access-Client-Secret', 'a: b'],
      ],
      authority: CERTIFICATE.trim(),
    });
  });

  it('are health-url alone without Argo CD', async () => {
    const { verify, image } = await parse({ 'health-url': 'https://a/health\nhttps://a/health' });
    expect(verify).toEqual({
      healthUrls: ['https://a/health'],
      syncTimeout: 180,
      verifyTimeout: 600,
    });
    expect(image).toBeUndefined();
  });

  it('are no failure where a pull request of a fork has no secrets', async () => {
    const given = { ...alone, 'argocd-token': '', 'gitops-token': '', 'gitops-commit': '' };
    expect((await parse(given, 'pull_request')).dryRunByDefault).toBe(true);
  });

  it.each<{ given: Readonly<Record<string, string>>; says: RegExp }>([
    { given: { 'argocd-server': 'ftp://a' }, says: /argocd-server: expected an address/ },
    { given: { 'argocd-server': 'https://a?b=c' }, says: /argocd-server: .*without a query/ },
    {
      given: { 'argocd-server': 'https://u:p@a' },
      says: /argocd-server: an address holds no cred/,
    },
    { given: { 'argocd-token': '' }, says: /argocd-token: it is empty/ },
    { given: { 'argocd-token': 'a b' }, says: /argocd-token: expected a token/ },
    { given: { 'argocd-applications': '' }, says: /argocd-applications: the verify step needs it/ },
    { given: { 'argocd-applications': 'a/b/c' }, says: /argocd-applications: expected name or/ },
    { given: { 'argocd-ca': 'no' }, says: /argocd-ca: expected certificates in PEM/ },
    { given: { 'argocd-headers': 'Secret' }, says: /argocd-headers: .*line 1 is none/ },
    {
      given: { 'argocd-headers': 'Authorization: x' },
      says: /argocd-headers: Authorization holds/,
    },
    { given: { 'argocd-sync': 'yes' }, says: /argocd-sync: expected true or false/ },
    { given: { 'gitops-commit': '' }, says: /gitops-commit: the verify step needs it/ },
    { given: { 'gitops-commit': 'c0c0c0c' }, says: /gitops-commit: expected a commit in full/ },
    { given: { 'gitops-repository': '' }, says: /gitops-repository: the verify step needs it/ },
    { given: { 'gitops-token': '' }, says: /gitops-token: .*contents: read there/ },
    { given: { image: '' }, says: /image: expected an image repository/ },
    { given: { image: 'ghcr.io/org/app' }, says: /image: expected a tag or digest in it/ },
    { given: { 'sync-timeout': '0' }, says: /sync-timeout: expected a whole number/ },
    { given: { 'verify-timeout': '1h' }, says: /verify-timeout: expected a whole number/ },
    { given: { 'health-url': 'a' }, says: /health-url: expected an address/ },
    { given: { 'argocd-server': '' }, says: /argocd-server: the verify step needs it/ },
    {
      given: { 'argocd-server': '', 'health-url': 'https://a' },
      says: /argocd-applications: given, but argocd-server is empty/,
    },
  ])('are refused: $given', async ({ given, says }) => {
    await expect(parse({ ...alone, ...given })).rejects.toThrow(says);
  });

  it('never show a header', async () => {
    const parsed = parse({ ...alone, 'argocd-headers': 'the secret' });
    await expect(parsed).rejects.toThrow(/argocd-headers/);
    await expect(parsed).rejects.not.toThrow(/the secret/);
  });

  it('do not vanish when the step does not run', async () => {
    const given = { ...alone, steps: '', 'argocd-server': '', kustomization: 'app' };
    await expect(parse(given)).rejects.toThrow(
      /argocd-token: given, but the verify step does not run because argocd-server and health-url are empty/,
    );
  });
});
