/**
 * Every way in which a step can end in failure. The code becomes the `reason` output, so the list
 * is part of the interface: it is closed, and `scripts/error-codes.mjs` explains each.
 */
export type ErrorCode =
  | 'invalid-input'
  | 'invalid-context'
  | 'coverage-failed'
  | 'coverage-unknown'
  | 'no-image'
  | 'moving-tag'
  | 'token-invalid'
  | 'token-forbidden'
  | 'repository-not-found'
  | 'branch-not-found'
  | 'path-not-found'
  | 'path-ambiguous'
  | 'unsupported-file'
  | 'invalid-yaml'
  | 'not-a-kustomization'
  | 'entry-not-found'
  | 'entry-ambiguous'
  | 'unsafe-edit'
  | 'read-refused'
  | 'write-refused'
  | 'branch-occupied'
  | 'stale'
  | 'order-unknown'
  | 'conflict'
  | 'unavailable'
  | 'outcome-unknown'
  | 'rolled-back'
  | 'not-promoted'
  | 'no-previous'
  | 'not-watched'
  | 'not-synced'
  | 'not-deployed'
  | 'sync-failed'
  | 'auto-sync-off'
  | 'unhealthy'
  | 'suspended'
  | 'app-error'
  | 'argocd-denied'
  | 'argocd-unavailable'
  | 'endpoint-failed'
  | 'image-missing'
  | 'image-moved'
  | 'image-mismatch'
  | 'platform-missing'
  | 'registry-denied'
  | 'registry-unavailable'
  | 'internal';

/**
 * A failure that ends the step. The message is one sentence or a few, for the person who reads the
 * log: what was expected, what was given, and what to change.
 */
export class PromoteError extends Error {
  readonly code: ErrorCode;
  /** Whether trying again can help. */
  readonly isTransient: boolean;
  /** Whether the server wants fewer requests. */
  readonly isLimit: boolean;
  /** Whether what the server says is not there may be there soon, where somebody has just made it. */
  readonly mayAppear: boolean;
  /** Before when the server asks not to be asked again, in ms since 1970. */
  readonly retryAt: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      readonly cause?: unknown;
      /** By default `unavailable` is, and nothing else. */
      readonly isTransient?: boolean;
      readonly isLimit?: boolean;
      readonly mayAppear?: boolean;
      readonly retryAt?: number;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PromoteError';
    this.code = code;
    this.isTransient = options.isTransient ?? code === 'unavailable';
    this.isLimit = options.isLimit ?? false;
    this.mayAppear = options.mayAppear ?? false;
    this.retryAt = options.retryAt;
  }
}

/** What was caught, as a failure of the run. What is not one already is a defect of the action. */
export function asPromoteError(error: unknown): PromoteError {
  if (error instanceof PromoteError) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new PromoteError('internal', `A defect of gitops-promote, please report it: ${detail}`, {
    cause: error,
  });
}

/**
 * What a promotion can do without: `undefined` where the server refuses to tell.
 * @throws PromoteError `unavailable`, since trying again can help.
 */
export async function readOrUndefined<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof PromoteError && error.code !== 'unavailable') return undefined;
    throw error;
  }
}

type Settled<T extends readonly unknown[]> = { -readonly [Index in keyof T]: Awaited<T[Index]> };

/**
 * What all promises give. A failure is told when nothing is on its way any more, so that what follows
 * it is alone.
 * @throws unknown What `chooseFailure` chooses.
 */
export async function settleAll<const T extends readonly unknown[]>(
  promises: T,
): Promise<Settled<T>> {
  const settled = await Promise.allSettled(promises);
  const failures = settled.flatMap((each) =>
    each.status === 'rejected' ? [{ reason: each.reason as unknown }] : [],
  );
  if (failures.length > 0) throw chooseFailure(failures.map(({ reason }) => reason));
  return Promise.all(promises);
}

/**
 * Of failures of the same moment the one that counts: the first that is final; else that after which
 * the server wants to be left alone for the longest.
 */
export function chooseFailure(failures: readonly unknown[]): unknown {
  const final = failures.find((failure) => !isTransient(failure));
  return final ?? failures.filter(isTransient).toSorted((a, b) => waitOf(b) - waitOf(a))[0];
}

export function isTransient(failure: unknown): failure is PromoteError {
  return failure instanceof PromoteError && failure.isTransient;
}

function waitOf({ retryAt = 0 }: PromoteError): number {
  return retryAt;
}
