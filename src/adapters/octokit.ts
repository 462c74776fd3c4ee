import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { Octokit } from '@octokit/rest';

/** How long one request may take before it counts as not answered, in milliseconds. */
export const REQUEST_TIMEOUT = 30_000;

const userAgent = 'gitops-promote';

function drop(): void {
  // Octokit logs every failed request as an error; the caller says what it means instead.
}

/**
 * A client of a GitHub-like REST API that goes through the proxy that the runner is set to, and that
 * neither retries nor logs: the promotion owns the only retry loop.
 * @param apiUrl Base address without a slash at its end.
 * @param token Empty for requests without one, which read what is public.
 */
export function createOctokit(apiUrl: string, token: string): Octokit {
  return new Octokit({
    ...(token === '' ? { userAgent } : getOctokitOptions(token, { userAgent })),
    baseUrl: apiUrl,
    ...(defaults.request && { request: defaults.request }),
    log: { debug: drop, info: drop, warn: drop, error: drop },
  });
}
