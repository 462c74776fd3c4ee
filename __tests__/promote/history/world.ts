import {
  type ImageReference,
  parseImageReference,
  renderImageReference,
} from '../../../src/base/image.js';
import type { Commit } from '../../../src/ports/gitops.js';
import { findRecordedCommit } from '../../../src/promote/guard/deployed-commit.js';
import { findGoingBack, type GoingBack } from '../../../src/promote/guard/going-back.js';
import type { GuardPolicy } from '../../../src/promote/guard/explain.js';
import { judgeTargets } from '../../../src/promote/guard/verdict.js';
import { selectRecords } from '../../../src/promote/history/record.js';
import { type Replay, replayRecords } from '../../../src/promote/history/replay.js';
import { chainOf } from '../../../src/promote/history/state.js';
import { computeStanding, findBuiltCommit } from '../../../src/promote/history/taken-back.js';
import { renderCommitMessage } from '../../../src/promote/message/message.js';
import { renderIdentity, type TargetResult } from '../../../src/promote/model/result.js';
import { findCommitInTag } from '../../../src/tag/commit/event.js';
import { type Build, Model, type Order } from './model.js';
import { shaOf, type Source } from './source.js';

/** How a change gets onto the branch. */
export type Method = 'commit' | 'merge' | 'squash' | 'rebase';

/** What was left, and the rollback that did it; absent: a person. `at`: after how many commits. */
type Left = Build & { readonly by?: string; readonly at: number };

type Facts = Pick<Parameters<typeof renderCommitMessage>[0], 'takesBack' | 'rollbackOf' | 'kind'>;

const PLACE = { file: 'app/kustomization.yaml', place: 'app' };
const APP = renderIdentity(PLACE);

/** A target that each promotion changes beside it, and what that one asked for before. */
const BESIDE = { name: 'worker/values.yaml image.tag', previousImage: parse('org/app:beside') };

function parse(id: string): ImageReference {
  const parsed = parseImageReference(id);
  if (!parsed.valid) throw new Error(parsed.rule);
  return parsed.reference;
}

/** A GitOps file with a target, the source that is promoted into it, and what really happened. */
export class World {
  readonly source: Source;
  readonly model = new Model();
  /** Of the file, oldest first, and what it asked for behind each. */
  readonly commits: Commit[] = [];
  readonly states: Build[] = [];
  /** Images that a person left or a rollback took back, and that were not brought again since. */
  #left = new Map<string, Left>();
  /** What the newest record says that stands. */
  #seen: Build | undefined;
  #isTouched = false;
  /** Whether the newest record took something back. */
  #isBack = false;
  /** How many commits were there when it was promoted last. */
  readonly #promotedAt = new Map<string, number>();
  readonly #recorded = new Map<string, number | undefined>();

  readonly #isPaired: boolean;

  /** @param isPaired Whether promotions and rollbacks have another target, which is told first. */
  constructor(source: Source, begin: Build, isPaired: boolean) {
    this.source = source;
    this.#isPaired = isPaired;
    this.edit(begin, 'Begin');
  }

  get deployed(): Build {
    return this.states.at(-1) ?? { id: '' };
  }

  /** The commit behind it, as far as a message or its tag tells. */
  get deployedCommit(): number | undefined {
    return this.#see(this.deployed).commit;
  }

  replay(): Replay {
    const target = { name: APP, image: parse(this.deployed.id) };
    return replayRecords(selectRecords(this.commits.toReversed(), target), target);
  }

  /** What really happened, as far as somebody can see it now. */
  look(): { readonly model: Model; readonly left: ReadonlyMap<string, Left> } {
    const model = this.model.clone();
    if (this.#isTouched) model.observe(this.#see(this.deployed), this.#listReverted());
    return { model, left: this.#listLeft() };
  }

  /** A run that is to promote something. @returns Why the guard keeps it back, if it does. */
  async run(build: Build, policy: GuardPolicy, method: Method): Promise<string | undefined> {
    const head = build.commit ?? 0;
    const replay = this.replay();
    const { target, deployed, comparison } = this.#describe(build, head);
    const standings = replay.takenBack.map((taken) => {
      const compared = this.source.compare(findBuiltCommit(taken), head);
      return { taken, standing: computeStanding(taken, target.image, compared) };
    });
    const judged = { target, deployed, comparison, replay, standings, isLong: false };
    const commit = { sourceRepository: 'org/app', sourceSha: shaOf(head) };
    const { problem } = judgeTargets([judged], { commit, policy, repository: 'org/gitops' });
    if (problem !== undefined) return problem.code;
    const isInsisted = policy.stale === 'allow' && comparison?.relation !== 'ahead';
    const back = isInsisted
      ? await findGoingBack(replay, target.image, this.commits.at(-1)?.sha, {
          compare: (base) => Promise.resolve(this.source.compare(base, head)),
          complete: (base) => Promise.resolve(this.source.complete(base)),
        })
      : { takesBack: [] };
    const sha = this.#record(
      build,
      { ...back, kind: 'promotion' },
      method,
      this.#listAbove(build, back),
    );
    if (isInsisted) this.model.goBack(build, sha, (entry) => this.#order(entry, head));
    else this.model.promote(build);
    return undefined;
  }

  /** The step rollback, so many states down. @returns What it went back to, if it did. */
  rollBack(steps: number, method: Method): Build | undefined {
    const chain = chainOf(this.replay().top);
    const ids = chain.map(({ image }) => image && renderImageReference(image));
    const build = this.#find(ids[steps]);
    const at = ids.indexOf(build?.id);
    if (build === undefined || at === 0) return undefined;
    if (steps === 1 && chain[0]?.record === undefined) return undefined;
    const popped = chain.slice(0, at);
    const oldest = popped.findLast(({ record }) => record !== undefined)?.record;
    const takesBack = popped.flatMap(({ sourceSha }) => sourceSha ?? []);
    const rollbackOf = oldest?.sha ?? this.commits.at(-1)?.sha;
    const leaves = ids.slice(0, at).flatMap((each) => this.#find(each) ?? []);
    const sha = this.#record(build, { kind: 'rollback', takesBack, rollbackOf }, method, leaves);
    this.model.rollBack(build, sha);
    return build;
  }

  /** Somebody changes the file: what it asks for, or something else in it. */
  edit(build: Build, message: string): void {
    this.#push(build, message);
    this.#isTouched = true;
  }

  /** `git revert` of the newest so many commits of the file, one by one, or GitHub's button. */
  revert(count: number, isByButton: boolean): void {
    for (const [index, { sha }] of this.commits.slice(1).slice(-count).toReversed().entries()) {
      const before = this.states[this.states.length - 2 - 2 * index];
      if (before === undefined) return;
      const says = isByButton ? 'Reverts org/gitops#7' : `This reverts commit ${sha}.`;
      this.edit(before, `Revert "chore"\n\n${says}\n`);
    }
  }

  /** Another image of the same file. */
  promoteOther(): void {
    const target = renderIdentity({ ...PLACE, place: 'other' });
    const trailers = `Image: org/other:1\nTarget: ${target}\nPromotion-Id: other`;
    this.#push(this.deployed, `chore(other): promote\n\n${trailers}\n`);
  }

  #describe(build: Build, head: number) {
    const previousImage = parse(this.deployed.id);
    const image = parse(build.id);
    const about = { imageName: 'app', image, previousImage, changes: [], diff: '' };
    const target: TargetResult = { ...PLACE, ...about };
    const recorded = findRecordedCommit(this.commits.toReversed(), previousImage)?.sha;
    const deployed = findCommitInTag(previousImage.tag ?? '') ?? recorded;
    return { target, deployed, comparison: this.source.compare(deployed, head) };
  }

  /** Writes as the action does, and notes what that takes back. */
  #record(build: Build, facts: Facts, method: Method, leaves: readonly Build[]): string {
    const previousImage = parse(this.deployed.id);
    this.#left = new Map(this.#listLeft());
    if (this.#isTouched) this.model.observe(this.#see(this.deployed), this.#listReverted());
    const message = renderCommitMessage(
      {
        ...{ ...facts, image: parse(build.id), previousImage, imageName: 'app' },
        ...{ gitopsBranch: 'main', sourceRepository: 'org/app', runUrl: 'https://ci.example' },
        ...{ targets: [APP], promotionId: String(this.commits.length) },
        ...(this.#isPaired && {
          targets: [BESIDE.name, APP],
          previousImages: [BESIDE.previousImage, previousImage],
        }),
        ...(build.commit !== undefined && { sourceSha: shaOf(build.commit) }),
      },
      undefined,
      [],
    );
    this.#push(build, method === 'squash' ? squash(message) : message);
    const by = this.commits.at(-1)?.sha ?? '';
    for (const each of leaves) {
      // Who left it first has left it.
      if (!this.#left.has(each.id))
        this.#left.set(each.id, { ...each, by, at: this.commits.length - 1 });
    }
    this.#isTouched = false;
    this.#isBack = leaves.length > 0;
    this.#recorded.set(build.id, build.commit);
    if (facts.kind === 'promotion') this.#promotedAt.set(build.id, this.commits.length - 1);
    this.#seen = build;
    // Whoever goes back to an image means that one alone; else all of the commit are insisted on.
    const isBackToKnown = leaves.length > 0 && this.model.knows(build.id);
    for (const [each, { commit: of }] of this.#left) {
      const isOfIt = of !== undefined && of === build.commit;
      if (each === build.id || (isOfIt && !isBackToKnown)) this.#left.delete(each);
    }
    return by;
  }

  /** What a promotion leaves that goes back: all above it, or what it names. */
  #listAbove(build: Build, { takesBack, rollbackOf }: GoingBack): readonly Build[] {
    const { stack } = this.look().model;
    const own = stack.findIndex(({ id }) => id === build.id);
    if (rollbackOf !== undefined) return stack.slice(0, own);
    return stack.filter(({ commit }) => commit !== undefined && takesBack.includes(shaOf(commit)));
  }

  #push(build: Build, message: string): void {
    const sha = (this.commits.length + 1).toString(16).padStart(40, '0');
    this.commits.push({ sha, parent: this.commits.at(-1)?.sha, message });
    this.states.push(build);
  }

  /** What was left by hand is known where somebody looks; what was promoted on it does not leave it. */
  #listLeft(): ReadonlyMap<string, Left> {
    const [seen, { id }] = [this.#seen, this.deployed];
    if (!this.#isTouched || seen === undefined || id === seen.id) return this.#left;
    const reverted = this.#listReverted();
    const isUndone = ({ by = '' }: Left) => reverted.has(by);
    const left = new Map([...this.#left].filter(([, each]) => !isUndone(each)));
    left.delete(id);
    const first = this.states.findIndex((state) => state.id === seen.id);
    const newest = this.commits.findLastIndex(({ message }) => message.includes(`Target: ${APP}`));
    const isReverted =
      reverted.has(this.commits[newest]?.sha ?? '') || this.states[newest - 1]?.id === id;
    const isUndoing = this.#isBack && isReverted;
    const isForward = isUndoing || first < (this.#promotedAt.get(id) ?? -1);
    if (!isForward) left.set(seen.id, { ...seen, at: this.commits.length - 1 });
    return left;
  }

  /** As far as a message or a tag tells the commit. */
  #see({ id }: Build): Build {
    const named = findCommitInTag(parse(id).tag ?? '');
    const commit = this.#recorded.get(id) ?? this.source.find(named);
    return { id, commit };
  }

  #find(id: string | undefined): Build | undefined {
    const state = this.states.findLast((each) => each.id === id);
    return state && this.#see(state);
  }

  #order({ commit }: Build, head: number): Order {
    if (commit === undefined) return 'unknown';
    const relation = this.source.compare(shaOf(commit), head)?.relation;
    if (relation === 'behind') return 'newer';
    return relation === 'diverged' ? 'diverged' : 'older';
  }

  /** What messages say to be reverted, without what is brought back. */
  #listReverted(): ReadonlySet<string> {
    const reverted = new Set<string>();
    for (const { sha, message } of this.commits.toReversed()) {
      const named = /^This reverts commit (\w+)/m.exec(message)?.[1];
      if (named !== undefined && !reverted.has(sha)) reverted.add(named);
    }
    return reverted;
  }
}

/** What GitHub makes of a pull request whose title and description are those of its commit. */
function squash(message: string): string {
  const [subject = '', ...rest] = message.trimEnd().split('\n\n');
  const body = ['Promotes it.', ...rest].join('\n\n');
  return `${subject} (#12)\n\n${body}\n\n---------\n\nCo-authored-by: Ada <ada@example.com>\n`;
}
