import { describe, expect, it } from '@jest/globals';
import {
  findUnknownPlaceholders,
  renderTemplate,
  SET_PLACEHOLDERS,
} from '../../src/promote/template.js';

describe('findUnknownPlaceholders', () => {
  it('knows fewer in values of targets', () => {
    expect(findUnknownPlaceholders('{{tag}} {{previous-tag}}', SET_PLACEHOLDERS)).toEqual([
      'previous-tag',
    ]);
  });

  it.each([
    { template: 'no placeholder', expected: [] },
    { template: '{{tag}} {{ image }}', expected: [] },
    { template: '{{tga}} {{}}', expected: ['tga', ''] },
  ])('$template', ({ template, expected }) => {
    expect(findUnknownPlaceholders(template)).toEqual(expected);
  });
});

it('renders placeholders, and leaves the rest', () => {
  expect(renderTemplate('{{tag}}-{{ sha }} {{x}} {tag}', (name) => name.toUpperCase())).toBe(
    'TAG-SHA {{x}} {tag}',
  );
});
