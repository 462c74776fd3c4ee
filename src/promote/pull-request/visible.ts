import { PromoteError } from '../../base/errors.js';
import type { PullRequestPorts } from './types.js';

/** How often what this run has made is asked for again before its absence is believed. */
const MOST_WAITS = 8;

/**
 * Makes a request about what this run has just made, again and again while the server does not show
 * it yet: GitHub answers from copies that can be seconds behind.
 * @param isLag Whether the absence that an error tells can be such a lag.
 * @throws PromoteError Whatever else the request ends in, and its absence in the end.
 */
export async function untilVisible<T>(
  request: () => Promise<T>,
  { patience, logger }: Pick<PullRequestPorts, 'patience' | 'logger'>,
  isLag: (error: PromoteError) => boolean = () => true,
): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof PromoteError) || waits === MOST_WAITS) throw error;
      if (!error.mayAppear || !isLag(error)) throw error;
      const delay = patience.plan({ kind: 'lag', retryAt: error.retryAt }, waits);
      if (delay === undefined) throw error;
      const seconds = (delay / 1000).toFixed(1);
      logger.info(`The server does not show yet what was made: ${error.message}`);
      logger.info(`It is asked again in ${seconds} seconds.`);
      await patience.wait(delay);
    }
  }
}
