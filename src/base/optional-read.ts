import { PromoteError } from './errors.js';

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
