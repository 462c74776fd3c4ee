import type { JsonObject } from '../../base/json.js';

/** A request as it is traced. Nothing of it holds the token. */
interface TracedRequest {
  readonly method: string;
  /** In full, or behind the base address. */
  readonly url: string;
  readonly parameters: JsonObject;
}

/**
 * Where a request goes. The parameters of a GET are its query; of GraphQL the operation is named and
 * nothing else.
 * @param apiUrl Base address without a slash at its end.
 */
export function renderAddress({ method, url, parameters }: TracedRequest, apiUrl: string): string {
  const address = url.startsWith('/') ? `${apiUrl}${url}` : url;
  if (method === 'GET') return `${address}${renderParameters(parameters)}`;
  const { query } = parameters;
  const name = typeof query === 'string' ? /\{\s*(?<name>\w+)/.exec(query)?.groups?.['name'] : '';
  return name === undefined || name === '' ? address : `${address} (${name})`;
}

function renderParameters(parameters: JsonObject): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const pairs = given.map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(pairs).toString()}`;
}
