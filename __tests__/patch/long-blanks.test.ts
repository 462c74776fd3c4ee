import { describe, expect, it } from '@jest/globals';
import { DIGEST, OLD_DIGEST, patchText } from './support/patch-text.js';

/** Takes minutes for a search that starts anew at every blank. */
const BLANKS = ' '.repeat(300_000);
const LIMIT_MS = 30_000;

interface Case {
  readonly description: string;
  readonly before: string;
  readonly after: string;
}

describe('a long run of blanks costs no time', () => {
  it.each<Case>([
    {
      description: 'in a block scalar',
      before: `images:\n- name: app\n  digest: |-\n${BLANKS}a\n${BLANKS}b\n`,
      after: `images:\n- name: app\n  digest: ${DIGEST}\n`,
    },
    {
      description: 'before the last pair',
      before: `images:\n- {name: app, digest: ${DIGEST},${BLANKS}newTag: v1}\n`,
      after: `images:\n- {name: app, digest: ${DIGEST}}\n`,
    },
    {
      description: 'behind the last pair',
      before: `images:\n- {name: app,\n    digest: ${OLD_DIGEST}, newTag: v1${BLANKS}}\n`,
      after: `images:\n- {name: app,\n    digest: ${DIGEST}${BLANKS}}\n`,
    },
  ])('$description', ({ before, after }) => {
    const start = performance.now();
    const { text } = patchText(before, { repository: 'app', digest: DIGEST });
    expect(text === after).toBe(true);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  });
});
