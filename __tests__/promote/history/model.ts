/** What was built: an image, and the commit of the source behind it where one is. */
export interface Build {
  readonly id: string;
  readonly commit?: number;
}

/** How what stands is to what is promoted. */
export type Order = 'newer' | 'older' | 'diverged' | 'unknown';

interface Entry extends Build {
  /** Whoever brings it again may tell it. */
  commit?: number;
  /** What stood when it came, the top last. */
  readonly under: readonly Entry[];
}

interface Bad extends Build {
  /** The rollback that took it back; absent: a person. */
  readonly by?: string;
  /** When it was taken back. */
  readonly at: number;
}

/**
 * What a target's history comes to, from what really happened: no message is read. It is told of each
 * promotion, of each rollback, and of what stands where somebody can see it.
 */
export class Model {
  #stack: readonly Entry[] = [];
  #bad: readonly Bad[] = [];
  readonly #seen: Entry[] = [];
  /** When each entry came the last time. */
  #came: ReadonlyMap<Entry, number> = new Map();
  #now = 0;

  get bad(): readonly Build[] {
    return this.#bad;
  }

  /** From the top. */
  get stack(): readonly Build[] {
    const below = this.#stack
      .slice(0, -1)
      .filter((entry) => !this.#isBad(entry.id) && !this.#isRefuted(entry));
    return [...below, ...this.#stack.slice(-1)].toReversed();
  }

  knows(id: string): boolean {
    return this.#seen.some((entry) => entry.id === id);
  }

  clone(): Model {
    const model = new Model();
    model.#stack = this.#stack;
    model.#bad = this.#bad;
    model.#seen.push(...this.#seen);
    model.#came = this.#came;
    model.#now = this.#now;
    return model;
  }

  /**
   * Somebody can see that this stands now.
   * @param reverted Rollbacks that people have reverted.
   * @param by The rollback that brought it; absent: a person.
   */
  observe({ id, commit }: Build, reverted: ReadonlySet<string> = new Set(), by?: string): void {
    const top = this.#stack.at(-1);
    if (top?.id === id) return;
    this.#now += 1;
    const standing = this.#isBad(id) ? [] : this.#stack;
    const known = this.#findLast(standing, id) ?? this.#findLast(this.#seen, id);
    if (known === undefined) {
      if (top !== undefined) this.#leave([top]);
      this.#push({ id, commit }, this.#stack.slice(0, -1));
      return;
    }
    const stands = [...known.under, known];
    this.#leave(this.#stack.filter((entry) => !stands.includes(entry)).toReversed(), by);
    this.#stack = stands;
    this.#come(known);
    const ids = stands.map((entry) => entry.id);
    this.#bad = this.#bad.filter(
      (each) =>
        each.id !== id &&
        !(each.by !== undefined && reverted.has(each.by) && ids.includes(each.id)),
    );
  }

  /** A promotion, whether or not somebody insisted on it. */
  promote(build: Build): void {
    this.#now += 1;
    this.#tell(build);
    const top = this.#stack.at(-1);
    if (top?.id !== build.id || top.commit !== build.commit) this.#push(build, this.#stack);
    this.#bad = this.#bad.filter(({ id, commit }) =>
      commit === undefined || build.commit === undefined
        ? id !== build.id
        : commit !== build.commit,
    );
  }

  /** A rollback to what stands, or stood: all that stood above is taken back by it. */
  rollBack(build: Build, by: string): void {
    this.#now += 1;
    // What was left is not what stands below, but a state that came again since may be.
    const own = this.#isBad(build.id) ? -1 : this.#stack.findLastIndex(({ id }) => id === build.id);
    if (own >= 0) {
      this.#leave(this.#stack.slice(own + 1).toReversed(), by);
      this.#stack = this.#stack.slice(0, own + 1);
    }
    this.observe(build, undefined, by);
    const top = this.#stack.at(-1);
    if (top !== undefined) this.#come(top);
    this.#tell(build);
    this.#bad = this.#bad.filter(({ id }) => id !== build.id);
  }

  /** A promotion that goes back, as somebody insists. */
  goBack(build: Build, by: string, order: (entry: Build) => Order): void {
    const isNewer = (entry: Build) => order(entry) === 'newer';
    const isNewerOrUnknown = (entry: Build) => isNewer(entry) || order(entry) === 'unknown';
    const own = this.stack.findIndex(({ id }) => id === build.id);
    const chain = this.stack.slice(0, own < 0 ? undefined : own);
    if (own > 0 && chain.some(isNewerOrUnknown)) {
      this.rollBack(build, by);
      return;
    }
    const end = chain.findIndex((entry) => order(entry) === 'older');
    const found = own >= 0 ? [] : chain.slice(0, end < 0 ? undefined : end).filter(isNewer);
    // A commit is named, whatever its image, and also where one of its images was left before.
    const newer = this.#stack
      .filter(({ commit }) => found.some((each) => each.commit === commit))
      .toReversed();
    if (newer.length === 0) {
      this.promote(build);
      return;
    }
    this.#leave(newer, by);
    while (this.#stack.length > 0 && newer.some(({ id }) => id === this.#stack.at(-1)?.id)) {
      this.#stack = this.#stack.slice(0, -1);
    }
    if (this.#seen.some(({ id }) => id === build.id)) this.rollBack(build, by);
    else this.promote(build);
  }

  #push(build: Build, under: readonly Entry[]): void {
    const entry = { ...build, under };
    this.#seen.push(entry);
    this.#come(entry);
    this.#stack = [...under, entry];
  }

  /** An image is of one commit, also where it stood before anybody told which. */
  #tell({ id, commit }: Build): void {
    for (const entry of this.#seen) if (entry.id === id) entry.commit ??= commit;
  }

  #leave(entries: readonly Build[], by?: string): void {
    for (const { id, commit } of entries) {
      const isKnown = this.#bad.some((each) => each.id === id);
      if (!isKnown) this.#bad = [...this.#bad, { id, commit, by, at: this.#now }];
    }
  }

  #findLast(entries: readonly Entry[], id: string): Entry | undefined {
    return entries.findLast((entry) => entry.id === id);
  }

  #come(entry: Entry): void {
    this.#came = new Map([...this.#came, [entry, this.#now]]);
  }

  /** Another image of its commit was taken back since it came. */
  #isRefuted(entry: Entry): boolean {
    const came = this.#came.get(entry) ?? 0;
    return this.#bad.some(({ commit, at }) => {
      return commit !== undefined && commit === entry.commit && at > came;
    });
  }

  #isBad(id: string): boolean {
    return this.#bad.some((each) => each.id === id);
  }
}
