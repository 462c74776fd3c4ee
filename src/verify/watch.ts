import type { ErrorCode } from '../base/errors.js';
import type { Application, ApplicationName, ArgoAnswer, ArgoCD } from '../ports/argocd.js';
import type { Clock } from '../ports/runner.js';
import { type Expectation, pinImage } from './rules/expectation.js';
import type { RevisionHistory } from './history/history.js';
import { describeProgress } from './rules/messages.js';
import { isImageBroken } from './rules/blame.js';
import { isWhollyDeployed } from './rules/deployed.js';
import { judge } from './rules/rules.js';
import {
  addLook,
  addPods,
  addWorkloads,
  deploymentKeyOf,
  listCommits,
  NOTHING_SEEN,
  type Seen,
  type View,
} from './rules/seen.js';
import type { Case, Verdict } from './rules/verdict.js';

/** How long until the same question is asked again, in milliseconds. */
const AGAIN = { refresh: 30_000, settle: 10_000, workloads: 5_000, pods: 6_000, window: 30_000 };

interface WatchPorts {
  readonly argocd: ArgoCD;
  readonly history: RevisionHistory;
  readonly clock: Clock;
  /** Is told what changed, and after how many milliseconds. */
  readonly tell: (at: number, line: string) => void;
}

/** What people call an Application: its name, with its namespace where that is given. */
export function labelOf({ namespace, name }: ApplicationName): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

type Question = 'refresh' | 'workloads' | 'pods' | 'window' | 'sync';

/** Looks at one Application again and again, and asks beside it what the rules need to know. */
export class ApplicationWatch {
  readonly name: ApplicationName;
  readonly #server: string;
  #expected: Expectation;
  /** As it was promoted. */
  readonly #image: Expectation['image'];
  readonly #ports: WatchPorts;
  readonly #start: number;
  readonly #running = new Set<Question>();
  /** When each was asked last. */
  readonly #asked = new Map<Question, number>();
  #seen: Seen = NOTHING_SEEN;
  #verdict: Verdict = { kind: 'wait' };
  #told = '';

  /** @param start When verify began, on the clock. */
  constructor(
    name: ApplicationName,
    server: string,
    expected: Expectation,
    ports: WatchPorts,
    start: number,
  ) {
    this.name = name;
    this.#server = server;
    this.#expected = expected;
    this.#image = expected.image;
    this.#ports = ports;
    this.#start = start;
  }

  get seen(): Seen {
    return this.#seen;
  }

  /**
   * Whether a failure is put down to the image.
   * @param isOfAddress Whether an address has failed, and not this Application.
   */
  isImageBroken(code: ErrorCode, isOfAddress: boolean): boolean {
    const isOurs = isOfAddress || (this.#verdict.kind === 'failed' && this.#verdict.code === code);
    return isOurs && isImageBroken(code, this.#seen, this.#ports.history.known);
  }

  /**
   * Looks once.
   * @throws PromoteError when the token may not read the GitOps repository.
   */
  async look(): Promise<Verdict> {
    const { argocd, history } = this.#ports;
    this.#askBeforeLook();
    const answer = await argocd.readApplication(this.name);
    if (answer.kind === 'ok') await this.#learn(answer.data);
    const look = { at: this.#now(), answer, revisions: history.known };
    this.#seen = addLook(this.#seen, look, this.#expected);
    const asked: Case = {
      name: labelOf(this.name),
      server: this.#server,
      seen: this.#seen,
      expected: this.#expected,
      revisions: history.known,
    };
    this.#verdict = judge(asked);
    this.#tell(describeProgress(asked));
    if (this.#verdict.kind === 'wait') this.#askAfterLook();
    return this.#verdict;
  }

  /** What the commits are that it names, and which digest Git pins to the image at them. */
  async #learn(application: Application): Promise<void> {
    const { history } = this.#ports;
    await history.learn(listCommits(application));
    const image = pinImage(this.#image, application.revisions, history.known);
    this.#expected = { ...this.#expected, image };
  }

  /** Until the commit was seen, Argo CD is asked to look at the repository now. */
  #askBeforeLook(): void {
    const { argocd } = this.#ports;
    const { view, seenAt } = this.#seen;
    const isUnsettled = view?.applied.stage === 'unsettled';
    if (seenAt !== undefined && !isUnsettled) return;
    const askedAt = this.#now();
    const pause = isUnsettled ? AGAIN.settle : AGAIN.refresh;
    this.#ask(
      'refresh',
      pause,
      () => argocd.refresh(this.name),
      (seen, answer) => (answer.kind === 'ok' ? { ...seen, refreshedAt: askedAt } : seen),
    );
  }

  #askAfterLook(): void {
    const { view } = this.#seen;
    if (view === undefined || this.#seen.failure !== undefined) return;
    const { applied, application } = view;
    if (applied.stage === 'applied') this.#askResources(view);
    if (applied.stage !== 'seen' || application.sync !== 'OutOfSync') return;
    const { argocd } = this.#ports;
    this.#ask(
      'window',
      AGAIN.window,
      () => argocd.readSyncWindow(this.name),
      (seen, answer) => (answer.kind === 'ok' ? { ...seen, window: answer.data } : seen),
    );
    const isLeft = applied.isCurrent && !application.isAutoSynced && this.#expected.maySync;
    if (!isLeft || this.#seen.syncAnswer !== undefined) return;
    this.#ask(
      'sync',
      AGAIN.refresh,
      () => argocd.sync(this.name),
      (seen, answer) =>
        answer.kind === 'ok' || answer.kind === 'refused' ? { ...seen, syncAnswer: answer } : seen,
    );
  }

  #askResources(view: View): void {
    const { workloads } = this.#seen;
    const { argocd } = this.#ports;
    const { application } = view;
    const isNew = workloads?.key !== deploymentKeyOf(application);
    if (isNew || !isWhollyDeployed(view.deployed)) {
      const pause = isNew ? 0 : AGAIN.workloads;
      this.#ask(
        'workloads',
        pause,
        () => argocd.readWorkloads(this.name),
        (seen, answer) => addWorkloads(seen, this.#now(), { application, answer }, this.#expected),
      );
    }
    if (view.health.status === 'Healthy') return;
    this.#ask(
      'pods',
      AGAIN.pods,
      () => argocd.readPods(this.name),
      (seen, answer) =>
        answer.kind === 'ok' ? addPods(seen, this.#now(), answer.data, this.#expected) : seen,
    );
  }

  /** Asks beside the looks, once at a time: what waits for the controller may never be answered. */
  #ask<T>(
    question: Question,
    pause: number,
    request: () => Promise<ArgoAnswer<T>>,
    add: (seen: Seen, answer: ArgoAnswer<T>) => Seen,
  ): void {
    const last = this.#asked.get(question);
    if (this.#running.has(question)) return;
    if (last !== undefined && this.#now() - last < pause) return;
    this.#running.add(question);
    this.#asked.set(question, this.#now());
    const answered = request().catch((error: unknown) => {
      return { kind: 'unanswered', detail: String(error) } as const;
    });
    void answered.then((answer) => {
      this.#running.delete(question);
      this.#seen = add(this.#seen, answer);
    });
  }

  #tell(line: string): void {
    if (line === this.#told) return;
    this.#told = line;
    this.#ports.tell(this.#seen.at, `${labelOf(this.name)}: ${line}`);
  }

  #now(): number {
    return this.#ports.clock.now() - this.#start;
  }
}
