import { describe, expect, it } from '@jest/globals';
import { renderLabels } from '../../src/tag/given.js';
import { SHA } from '../fakes/context.js';

const source = 'https://github.com/org/app';

describe('renderLabels', () => {
  it('ties the image to its source', () => {
    expect(renderLabels({ sourceSha: SHA, version: '1.2.3' }, source)).toEqual([
      'org.opencontainers.image.source=https://github.com/org/app',
      `org.opencontainers.image.revision=${SHA}`,
      'org.opencontainers.image.version=1.2.3',
    ]);
  });

  it('leaves out what is not known', () => {
    expect(renderLabels({}, source)).toEqual([`org.opencontainers.image.source=${source}`]);
  });
});
