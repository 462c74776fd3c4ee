import { describe, expect, it } from '@jest/globals';
import { contextOf } from '../fakes/context.js';
import { evaluate, type Scope } from './expressions.js';
import { blocksIn, WORKFLOWS, type Block } from './pages.js';
import { dispatchInputs, findProblems, OURS, stepsOf } from './workflow.js';
import { isMapping, type Mapping, parseStrictly } from './yaml.js';
import { INPUT_NAMES, parseInputs } from '../../src/action/inputs.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';

type Kind =
  'workflow' | 'steps' | 'concurrency' | 'targets' | 'kustomization' | 'manifest' | 'values';

interface Shown extends Block {
  readonly documents: readonly unknown[];
  readonly kind: Kind | undefined;
}

/** The version of the API that an object of a kind has today. */
const API_VERSIONS: Readonly<Record<string, string>> = {
  Application: 'argoproj.io/v1alpha1',
  ApplicationSet: 'argoproj.io/v1alpha1',
  HelmRelease: 'helm.toolkit.fluxcd.io/v2',
  Deployment: 'apps/v1',
  Service: 'v1',
};

/** Of a kustomization; what kustomize is giving up (commonLabels, bases, patchesJson6902) is absent. */
const KUSTOMIZATION_KEYS = [
  'apiVersion',
  'kind',
  'namespace',
  'resources',
  'components',
  'labels',
  'patches',
  'replicas',
  'images',
];

const blocks = [...blocksIn('yaml'), ...WORKFLOWS].map((block): Shown => {
  const documents = parseStrictly(block.text);
  return { ...block, documents, kind: kindOf(documents) };
});

function kindOf([first]: readonly unknown[]): Kind | undefined {
  if (Array.isArray(first)) {
    const has = (...keys: readonly string[]) =>
      first.every((item) => isMapping(item) && keys.some((key) => key in item));
    if (has('uses', 'run')) return 'steps';
    return has('kustomization', 'values', 'file') ? 'targets' : undefined;
  }
  if (!isMapping(first)) return undefined;
  if ('jobs' in first) return 'workflow';
  if ('concurrency' in first) return 'concurrency';
  if ('metadata' in first) return 'manifest';
  if ('images' in first || 'resources' in first) return 'kustomization';
  return 'image' in first ? 'values' : undefined;
}

function ofKind(...kinds: readonly Kind[]): readonly Shown[] {
  return blocks.filter(({ kind }) => kind !== undefined && kinds.includes(kind));
}

function scopeOf(workflow: unknown, job: Mapping | undefined): Scope {
  const declared = Object.entries(dispatchInputs(workflow)).map(([name, input]) => {
    const { default: usual, options } = isMapping(input) ? input : {};
    const usually = name === 'image' ? 'ghcr.io/org/agent:main-a1b2c3d' : 'a text';
    return [name, textOf(usual) ?? textOf(options) ?? usually];
  });
  const strategy = isMapping(job?.['strategy']) ? job['strategy'] : {};
  const axes = isMapping(strategy['matrix']) ? Object.entries(strategy['matrix']) : [];
  return {
    inputs: Object.fromEntries(declared) as Scope['inputs'],
    matrix: Object.fromEntries(axes.map(([name, values]) => [name, textOf(values) ?? ''])),
  };
}

/** A scalar as the runner passes it; of a list its first item. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Every step of the action in every block. */
const ourSteps = ofKind('workflow', 'steps').flatMap(({ place, documents: [value] }) =>
  stepsOf(value)
    .filter(({ step }) => step['uses'] === OURS)
    .map(({ step, job }, index) => ({
      place: `${place}, step ${index + 1}`,
      given: isMapping(step['with']) ? step['with'] : {},
      scope: scopeOf(value, job),
    })),
);

/** The inputs of a step as the runner would pass them. */
function rawInputs(given: Mapping, scope: Scope): ReadonlyMap<string, string> {
  const inputs = Object.entries(given).map(
    ([name, value]) => [name, evaluate(textOf(value) ?? '', scope)] as const,
  );
  return new Map([['token', 'a-token'], ...inputs]);
}

describe('a YAML block', () => {
  it.each(blocks)('at $place is of a kind that is checked', ({ kind }) => {
    expect(kind).toBeDefined();
  });
});

describe('a workflow', () => {
  it.each(ofKind('workflow', 'steps'))('at $place is sound', ({ documents: [value], text }) => {
    expect(findProblems(value, text)).toEqual([]);
  });

  it.each(ofKind('concurrency'))('at $place has a queue that there is', ({ documents }) => {
    const [{ concurrency } = {}] = documents as readonly Mapping[];
    const keys = Object.keys(isMapping(concurrency) ? concurrency : {});
    expect(['group', 'queue', 'cancel-in-progress']).toEqual(expect.arrayContaining(keys));
  });

  it('has one version of each other action', () => {
    const pins = blocks.flatMap(({ text }) => text.match(/(?<=uses: )\S+@[0-9a-f]{40}.*$/gm) ?? []);
    const versions = new Map(pins.map((pin) => [pin.split('@')[0], pin]));
    expect(pins.length).toBeGreaterThan(10);
    expect([...new Set(pins)].sort()).toEqual([...versions.values()].sort());
  });
});

describe('a step of the action', () => {
  it('is shown often', () => {
    expect(ourSteps.length).toBeGreaterThan(30);
  });

  it.each(ourSteps)('at $place has inputs that it takes', async ({ given, scope }) => {
    const raw = rawInputs(given, scope);
    expect([...raw.keys()].filter((name) => !INPUT_NAMES.includes(name))).toEqual([]);
    await expect(parseInputs(raw, contextOf())).resolves.toBeDefined();
  });
});

describe('other YAML', () => {
  it.each(ofKind('targets'))('at $place is a list of targets', ({ text }) => {
    const { targets, problems } = parseTargets(text);
    expect(problems).toEqual([]);
    expect(targets.length).toBeGreaterThan(0);
  });

  it.each(ofKind('kustomization'))('at $place is a kustomization', ({ documents }) => {
    const [value, second] = documents;
    expect(second).toBeUndefined();
    expect(KUSTOMIZATION_KEYS).toEqual(expect.arrayContaining(Object.keys(value as Mapping)));
  });

  it.each(ofKind('manifest'))('at $place is of the API that it names', ({ documents }) => {
    for (const document of documents) {
      const { apiVersion, kind, metadata } = document as Mapping;
      expect(apiVersion).toBe(API_VERSIONS[String(kind)]);
      expect(metadata).toMatchObject({ name: expect.any(String) as unknown });
    }
  });
});
