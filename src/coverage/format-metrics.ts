import type { CountedMetric } from './counts.js';
import type { FormatName } from './format-names.js';

const ISTANBUL = ['lines', 'statements', 'functions', 'branches'] as const;

/** What files of each format can be counted in, whether or not a report makes use of it. */
export const FORMAT_METRICS: Readonly<Record<FormatName, readonly CountedMetric[]>> = {
  cobertura: ['lines', 'branches'],
  jacoco: ['instructions', 'lines', 'branches', 'functions'],
  clover: ['lines', 'branches', 'functions'],
  opencover: ['lines', 'statements', 'branches', 'functions'],
  lcov: ['lines', 'branches', 'functions'],
  go: ['lines', 'statements'],
  'coverage-py-json': ['lines', 'branches'],
  'istanbul-summary': ISTANBUL,
  'istanbul-final': ISTANBUL,
  'simplecov-json': ['lines', 'branches'],
  'simplecov-resultset': ['lines', 'branches'],
};
