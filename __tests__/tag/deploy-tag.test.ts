import { describe, expect, it } from '@jest/globals';
import { selectDeployTag } from '../../src/tag/deploy-tag.js';

const branch = { source: '', type: 'ref', outcome: 'tag', tag: 'main' } as const;
const sha = { source: '', type: 'sha', outcome: 'tag', tag: 'main-a1b2c3d' } as const;
const none = { source: '', type: 'sha', outcome: 'inapplicable', reason: '' } as const;

describe('selectDeployTag', () => {
  it.each([
    { description: 'the first type=sha', outcomes: [branch, none, sha], expected: sha.tag },
    { description: 'the first tag without one', outcomes: [none, branch], expected: branch.tag },
    { description: 'nothing without tags', outcomes: [none], expected: undefined },
  ])('selects $description', ({ outcomes, expected }) => {
    expect(selectDeployTag(outcomes)).toBe(expected);
  });
});
