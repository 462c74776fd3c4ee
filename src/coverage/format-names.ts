/** The formats by the names that `coverage-format` takes. Apart, so that inputs load no parser. */
export const FORMAT_NAMES = [
  'cobertura',
  'jacoco',
  'clover',
  'opencover',
  'lcov',
  'go',
  'coverage-py-json',
  'istanbul-summary',
  'istanbul-final',
  'simplecov-json',
  'simplecov-resultset',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
