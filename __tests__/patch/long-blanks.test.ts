import { describe, expect, it } from '@jest/globals';
import { DIGEST, OLD_DIGEST, patchText } from './support/patch-text.js';

/** Takes minutes for a search that starts anew at every blank. */
const BLANKS = ' '.repeat(300_000);

/** Of the processor, which does not count what else the machine is busy with. */
const LIMIT_MICROSECONDS = 30_000_000;

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
    const start = process.cpuUsage();
    const { text } = patchText(before, { repository: 'app', digest: DIGEST });
    expect(text === after).toBe(true);
    expect(process.cpuUsage(start).user).toBeLessThan(LIMIT_MICROSECONDS);
  });
});
