import { planFaults } from '../stand-in/fault-plan.mjs';
import { FAULTS, type Fault } from '../stand-in/faults.mjs';
import { GRAPHQL } from '../stand-in/graphql-endpoint.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';
import type { Interceptor } from '../stand-in/server.mjs';
import {
  commitFile,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  renderKustomization,
  renderValues,
  tagOf,
  VALUES,
  type RunOptions,
  type Scene,
  type Templates,
} from '../run/scene.js';

export const VERSIONED = 'app/version.yaml';

/** A promotion, the files that it is of, and how many requests it takes. */
export interface Scenario {
  readonly description: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly requests: number;
}

const inputs = { kustomization: 'app/base', 'image-name': 'app', 'retry-timeout': '600' };

export const single: Scenario = {
  description: 'one file',
  inputs,
  paths: [KUSTOMIZATION],
  requests: 5,
};

export const multi: Scenario = {
  description: 'two files',
  inputs: { ...inputs, values: VALUES },
  paths: [KUSTOMIZATION, VALUES],
  requests: 4,
};

/** Of a deployed version that names no commit, whose promotion is looked for in the file's commits. */
export const version: Scenario = {
  description: 'one file with a version',
  inputs: { values: VERSIONED, 'retry-timeout': '600' },
  paths: [VERSIONED],
  requests: 4,
};

/** A fault at the n-th request of a promotion. */
export interface Case {
  readonly index: number;
  /** Only requests of this path count. */
  readonly path?: string;
  readonly fault: Fault;
  /** Whether somebody else commits to the kustomization just before the request that fails. */
  readonly rival: boolean;
}

export const DELIVERED = 'one commit and success';

export const FAILED = 'nothing written and a failure';

/** How a run ended, in the words of the issue; anything else is a defect, told whole. */
export type Ending = typeof DELIVERED | typeof FAILED | `DEFECT ${string}`;

export function makeSweepTemplates(): Promise<Templates> {
  return makeTemplates(({ older }) => ({
    [KUSTOMIZATION]: renderKustomization(tagOf(older)),
    [VALUES]: renderValues(tagOf(older)),
    [VERSIONED]: renderValues('1.0.0'),
  }));
}

/** Lets a rival commit before the n-th request. */
function withRival(
  templates: Templates,
  scene: () => Scene,
  index: number,
  next: Interceptor,
): Interceptor {
  let seen = 0;
  return async (exchange, answer) => {
    const isMeant = seen === index;
    seen += 1;
    if (isMeant) {
      const { older } = templates.history;
      await commitFile(
        scene().gitops.gitDir,
        KUSTOMIZATION,
        renderKustomization(tagOf(older), '2.0.0'),
      );
    }
    return next(exchange, answer);
  };
}

/** Runs a case, and tells how it ended and how many faults were met. */
export async function runCase(
  templates: Templates,
  { inputs: given, paths }: Scenario,
  { index, path, fault, rival }: Case,
  options: RunOptions = {},
) {
  const plan = planFaults([{ index, path, fault }]);
  const holder: { scene?: Scene } = {};
  const sceneOf = () => {
    if (holder.scene === undefined) throw new Error('No request comes before the scene is open.');
    return holder.scene;
  };
  const onRequest = rival ? withRival(templates, sceneOf, index, plan.onRequest) : plan.onRequest;
  const scene = await openScene(templates, { onRequest });
  holder.scene = scene;
  try {
    const result = await scene.promote(given, options);
    const ending = await judge({ templates, scene }, result, paths, rival);
    return { met: plan.failed.length, requests: scene.standIn.requests.length, result, ending };
  } finally {
    await scene.close();
  }
}

/** What is in the repository counts, and that the run said the same. */
export async function judge(
  { templates, scene: { gitops } }: { readonly templates: Templates; readonly scene: Scene },
  { exitCode, outputs, stdout }: ActionResult,
  paths: readonly string[],
  rival: boolean,
): Promise<Ending> {
  const { older, ours } = templates.history;
  const messages = await gitops.log();
  const own = messages.filter((message) => message.includes('Promotion-Id: '));
  const tag = own.length > 0 ? tagOf(ours) : tagOf(older);
  const wanted = new Map([
    [
      KUSTOMIZATION,
      renderKustomization(
        paths.includes(KUSTOMIZATION) ? tag : tagOf(older),
        rival ? '2.0.0' : '1.0.0',
      ),
    ],
    [VALUES, renderValues(paths.includes(VALUES) ? tag : tagOf(older))],
    [VERSIONED, renderValues(own.length > 0 && paths.includes(VERSIONED) ? tag : '1.0.0')],
  ]);
  for (const [path, text] of wanted) {
    const found = (await gitops.readFile('main', path)).toString();
    if (found !== text) return `DEFECT ${path} is ${JSON.stringify(found)}\n${stdout}`;
  }
  const others = messages.length - own.length - 1;
  const { changed, reason } = outputs;
  const said = `exit code ${exitCode}, changed ${changed}, reason ${reason}`;
  if (others !== (rival ? 1 : 0)) return `DEFECT a commit of another is lost: ${said}\n${stdout}`;
  if (own.length === 1 && exitCode === 0 && changed === 'true' && reason === 'promoted') {
    return DELIVERED;
  }
  const isTold = reason !== 'outcome-unknown' && reason !== 'internal';
  const failed = exitCode === 1 && changed === 'false' && isTold;
  if (own.length === 0 && failed) return FAILED;
  return `DEFECT ${own.length} commits, ${said}\n${stdout}`;
}

/** Every fault at every request, with and without a rival. */
export function listCases(requests: readonly (string | undefined)[]): readonly Case[] {
  return requests.flatMap((template, index) => {
    const faults = FAULTS.filter(({ isGraphqlOnly }) => template === GRAPHQL || !isGraphqlOnly);
    return faults.flatMap((fault) => [false, true].map((rival) => ({ index, fault, rival })));
  });
}
