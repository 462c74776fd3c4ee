import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findFault } from '../stand-in/faults.mjs';
import { runAction } from '../stand-in/run-action.mjs';
import {
  makeSweepTemplates,
  multi,
  runCase,
  single,
  version,
  type Scenario,
} from '../sweep/fault-cases.js';
import { GITOPS, KUSTOMIZATION, removeTemplates, type Templates } from '../run/scene.js';
import { RUNNER_NODE } from './nodes.js';

interface Chosen {
  readonly scenario: Scenario;
  readonly index: number;
  /** Of what the first two requests ask for at once: the directory or the file. */
  readonly path?: string;
  readonly name: string;
  readonly rival: boolean;
}

const DIRECTORY = `/repos/${GITOPS}/contents/app/base`;
const FILE = `/repos/${GITOPS}/contents/${KUSTOMIZATION}`;

/**
 * Of the sweep in process, a dozen: what the bundle does must be what the sources do. The history and
 * the comparison are asked for side by side, so that how many requests follow a fault there depends on
 * which comes first; of the listing and the file, which are too, the path says which is meant.
 */
const cases: readonly Chosen[] = [
  {
    scenario: single,
    index: 0,
    path: DIRECTORY,
    name: 'connection dropped, before it took effect',
    rival: false,
  },
  {
    scenario: single,
    index: 0,
    path: DIRECTORY,
    name: 'status 403, before it took effect',
    rival: false,
  },
  {
    scenario: single,
    index: 0,
    path: FILE,
    name: 'answer cut, after it took effect',
    rival: false,
  },
  { scenario: single, index: 4, name: 'connection dropped, after it took effect', rival: false },
  { scenario: single, index: 4, name: 'status 502, after it took effect', rival: true },
  { scenario: single, index: 4, name: 'status 409, before it took effect', rival: true },
  { scenario: single, index: 4, name: 'status 429, before it took effect', rival: false },
  {
    scenario: multi,
    index: 0,
    name: 'status 403, rate limit, before it took effect',
    rival: false,
  },
  { scenario: multi, index: 3, name: 'GraphQL failure, after it took effect', rival: false },
  { scenario: multi, index: 3, name: 'connection dropped, before it took effect', rival: true },
  { scenario: version, index: 2, name: 'status 503, before it took effect', rival: false },
  { scenario: version, index: 3, name: 'answer cut, after it took effect', rival: true },
];

let templates: Templates;

beforeAll(async () => {
  templates = await makeSweepTemplates();
});

afterAll(() => {
  removeTemplates(templates);
});

describe(`a fault, met by the bundle on Node.js ${RUNNER_NODE.version}`, () => {
  it.each(cases)(
    '$name, at request $index of $scenario.description, path $path, rival $rival',
    async ({ scenario, index, path, name, rival }) => {
      const chosen = { index, path, fault: findFault(name), rival };
      const inProcess = await runCase(templates, scenario, chosen);
      const bundled = await runCase(templates, scenario, chosen, {
        through: (call) => runAction({ ...call, node: RUNNER_NODE.node }),
      });
      expect(bundled.met).toBe(1);
      expect(bundled.ending).not.toMatch(/^DEFECT/);
      expect(summarise(bundled)).toEqual(summarise(inProcess));
    },
  );
});

/** What is the same in every run: the rest names commits and promotions. */
function summarise({ ending, requests, result }: Awaited<ReturnType<typeof runCase>>) {
  const { exitCode, stdout, outputs, stderr } = result;
  const commands = stdout
    .split('\n')
    .filter((line) => /^::(?!add-mask)/.test(line))
    .map((line) => line.replace(/\bCommit [0-9a-f]{12}\b/, 'Commit SHA'));
  return {
    ending,
    requests,
    exitCode,
    stderr,
    reason: outputs.reason,
    names: Object.keys(outputs),
    commands,
  };
}
