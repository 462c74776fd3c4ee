// Lists that come in pages.

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** @param {URLSearchParams} query */
export function readPage(query) {
  const count = Math.min(Number(query.get('per_page') ?? DEFAULT_PER_PAGE), MAX_PER_PAGE);
  const number = readNumber(query);
  return { number, count, skip: (number - 1) * count };
}

/**
 * @param {string} address Of the list, without a query.
 * @param {URLSearchParams} query That of this page.
 * @param {boolean} hasNext
 * @returns {Record<string, string>} Headers; none for the last page.
 */
export function linkNextPage(address, query, hasNext) {
  if (!hasNext) return {};
  const next = new URL(`${address}?${query.toString()}`);
  next.searchParams.set('page', String(readNumber(query) + 1));
  return { link: `<${next.href}>; rel="next"` };
}

/** @param {URLSearchParams} query */
function readNumber(query) {
  return Number(query.get('page') ?? 1);
}
