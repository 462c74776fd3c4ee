import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

/** The real program and the definitions of Argo CD's resources; `npm run conformance` sets them. */
const KUSTOMIZE = process.env['KUSTOMIZE'] ?? 'kustomize';
const CRDS = process.env['ARGOCD_CRDS'] ?? '';

const GITOPS = fileURLToPath(new URL('../../examples/gitops-repo', import.meta.url));
const APPLICATIONS = 'argocd/applications';

interface Container {
  readonly name: string;
  readonly image: string;
  readonly resources?: unknown;
}

interface Deployment {
  readonly kind: string;
  readonly metadata: { readonly namespace: string };
  readonly spec: {
    readonly replicas: number;
    readonly selector: { readonly matchLabels: unknown };
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

describe('the overlays', () => {
  it.each([
    { name: 'dev', namespace: 'fastapi-agent-dev', replicas: 1, memory: '192Mi' },
    { name: 'prod', namespace: 'fastapi-agent', replicas: 3, memory: '384Mi' },
  ])('$name is built without a warning', ({ name, namespace, replicas, memory }) => {
    const folder = join(GITOPS, 'fastapi-agent/overlays', name);
    const { status, stdout, stderr } = spawnSync(KUSTOMIZE, ['build', folder], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const resources = parseAllDocuments(stdout).map((document) => document.toJS() as Deployment);
    const [deployment] = resources.filter(({ kind }) => kind === 'Deployment');
    expect(deployment).toMatchObject({
      metadata: { namespace },
      spec: {
        replicas,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'fastapi-agent' } },
        template: {
          spec: {
            containers: [
              {
                image: expect.stringMatching(
                  /^ghcr\.io\/org\/repo\/fastapi-agent:main-3f9c2e1@sha256:[0-9a-f]{64}$/,
                ) as unknown,
                resources: { limits: { memory } },
              },
              { image: 'ghcr.io/org/repo/metrics-proxy:1.10' },
            ],
          },
        },
      },
    });
  });
});

/** What the API server's strict validation makes of a definition: a field that it lacks is refused. */
function makeStrict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(makeStrict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, makeStrict(value)] as const);
  const isOpen =
    'additionalProperties' in schema ||
    'x-kubernetes-preserve-unknown-fields' in schema ||
    !('properties' in schema) ||
    !('type' in schema);
  return { ...Object.fromEntries(entries), ...(!isOpen && { additionalProperties: false }) };
}

interface Definition {
  readonly spec: {
    readonly versions: readonly [{ readonly schema: { readonly openAPIV3Schema: object } }];
  };
}

/** @returns What is wrong with a resource. */
function validate(crd: string, resource: unknown): unknown[] {
  const text = readFileSync(join(CRDS, `${crd}-crd.yaml`), 'utf8');
  const { openAPIV3Schema } = (parse(text) as Definition).spec.versions[0].schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(makeStrict(openAPIV3Schema) as object);
  return check(resource) ? [] : [...(check.errors ?? [])];
}

interface Application {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly source: { readonly path: string };
    readonly destination: { readonly namespace: string };
  };
}

function read(path: string): unknown {
  return parse(readFileSync(join(GITOPS, path), 'utf8'));
}

describe('the Applications', () => {
  const names = readdirSync(join(GITOPS, APPLICATIONS));

  it.each(names)('%s is as Argo CD defines it', (name) => {
    expect(validate('application', read(`${APPLICATIONS}/${name}`))).toEqual([]);
  });

  it('the ApplicationSet is as Argo CD defines it', () => {
    expect(validate('applicationset', read('argocd/applicationset.yaml'))).toEqual([]);
  });

  it('what Argo CD does not define is seen', () => {
    const application = read(`${APPLICATIONS}/dev.yaml`) as Application;
    const { source } = application.spec;
    expect(validate('application', { ...application, spec: { source } })).not.toEqual([]);
    const misspelt = { ...application.spec, source: { ...source, targetRevison: 'main' } };
    expect(validate('application', { ...application, spec: misspelt })).not.toEqual([]);
  });
});
