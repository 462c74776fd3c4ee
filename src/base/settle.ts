import { PromoteError } from './errors.js';

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
