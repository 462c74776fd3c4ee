import { describe, expect, it } from '@jest/globals';
import {
  findUnknownPlaceholders,
  renderTemplate,
  SET_PLACEHOLDERS,
} from '../../../src/promote/message/template.js';

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
    { template: '\\{{name}} \\{{tag}} {{x}}', expected: ['x'] },
  ])('$template', ({ template, expected }) => {
    expect(findUnknownPlaceholders(template)).toEqual(expected);
  });
});

it.each([
  { template: '\\{{name}}-{{tag}}', text: '{{name}}-TAG' },
  { template: '\\{{ .values.tag }} \\{{tag}}', text: '{{ .values.tag }} {{tag}}' },
  { template: 'a\\b \\{c}', text: 'a\\b \\{c}' },
  { template: '\\{{ not closed', text: '\\{{ not closed' },
])('leaves $template literal behind a backslash', ({ template, text }) => {
  expect(renderTemplate(template, (name) => name.toUpperCase())).toBe(text);
});

it('renders placeholders, and leaves the rest', () => {
  expect(renderTemplate('{{tag}}-{{ sha }} {{x}} {tag}', (name) => name.toUpperCase())).toBe(
    'TAG-SHA {{x}} {tag}',
  );
});
