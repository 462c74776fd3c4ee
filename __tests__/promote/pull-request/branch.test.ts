import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBranchName } from '../../../src/promote/inputs/delivery.js';
import {
  computeBranchName,
  computeTemporaryName,
} from '../../../src/promote/pull-request/branch.js';
import { propertyRuns } from '../../fakes/property-runs.js';

const DEFAULT = 'promote/{{image-name}}/{{gitops-branch}}';

describe('computeBranchName', () => {
  it.each([
    { imageName: 'app', expected: 'promote/app/main' },
    { imageName: 'ghcr.io/org/app', expected: 'promote/ghcr.io/org/app/main' },
    { imageName: 'localhost:5000/app', expected: 'promote/localhost-5000/app/main' },
    { imageName: '.app', expected: 'promote/-app/main' },
    { imageName: 'a..b', expected: 'promote/a-.b/main' },
    { imageName: 'app.lock', expected: 'promote/app-lock/main' },
    { imageName: 'a b~c^d?e*f[g\\h', expected: 'promote/a-b-c-d-e-f-g-h/main' },
    { imageName: 'a@{b}', expected: 'promote/a-{b}/main' },
    { imageName: '/a//b/', expected: 'promote/a/b/main' },
    { imageName: '', expected: 'promote/main' },
    { imageName: 'äpp', expected: 'promote/äpp/main' },
  ])('of $imageName is $expected', ({ imageName, expected }) => {
    expect(computeBranchName(DEFAULT, { imageName, base: 'main' })).toBe(expected);
  });

  it.each([
    { imageName: 'refs/app', expected: 'refs-app' },
    { imageName: '-', expected: 'promotion' },
    { imageName: '-/app', expected: 'app' },
    { imageName: '@', expected: 'promotion' },
    { imageName: ' ', expected: 'promotion' },
    { imageName: '', expected: 'promotion' },
  ])('of $imageName alone is $expected', ({ imageName, expected }) => {
    expect(computeBranchName('{{image-name}}', { imageName, base: 'main' })).toBe(expected);
  });

  it.each([
    { template: '{{gitops-branch}}', imageName: 'app' },
    { template: '{{image-name}}', imageName: 'main' },
    { template: 'main', imageName: 'app' },
  ])('is not the branch that is promoted to: $template', ({ template, imageName }) => {
    expect(() => computeBranchName(template, { imageName, base: 'main' })).toThrow(
      /^pull-request-branch: expected the name of a branch other than main.* gives "main"/,
    );
  });

  it('is always a name that git takes', () => {
    const pieces = fc.constantFrom('.', '..', '/', '@', '{', '.lock', 'refs', '-', 'a', '\\', ' ');
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    const template = fc.constantFrom(
      DEFAULT,
      '{{image-name}}',
      'x/{{image-name}}.{{gitops-branch}}',
    );
    fc.assert(
      fc.property(template, name, (given, imageName) => {
        const branch = computeBranchName(given, { imageName, base: 'release/1.x' });
        expect(isBranchName(branch)).toBe(true);
        expect(branch).not.toBe('');
        expect(isBranchName(computeTemporaryName(branch, 'id-1', 2))).toBe(true);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});

describe('computeTemporaryName', () => {
  it('is beside the branch, not below it', () => {
    expect(computeTemporaryName('promote/app/main', 'id-1', 2)).toBe('promote/app/main.id-1-2');
  });
});
