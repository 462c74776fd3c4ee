import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  renderPullRequestText,
  type PullRequestFacts,
} from '../../../src/promote/pull-request/text.js';
import { findTrailer } from '../../../src/promote/message/trailers.js';
import type { TargetResult } from '../../../src/promote/model/result.js';
import { propertyRuns } from '../../fakes/property-runs.js';

const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const PREVIOUS = '0'.repeat(40);
const DIGEST = `sha256:${'ab'.repeat(32)}`;

const TARGET: TargetResult = {
  file: 'app/kustomization.yaml',
  place: 'app',
  imageName: 'app',
  image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
  previousImage: { repository: 'ghcr.io/org/app', tag: 'main-0000000' },
  changes: [],
  diff: '--- a\n+++ b\n@@ -1 +1 @@\n-  newTag: main-0000000\n+  newTag: main-a1b2c3d\n',
};

function factsOf(changes: Partial<PullRequestFacts> = {}): PullRequestFacts {
  return {
    valueOf: (name) => (name === 'image' ? 'ghcr.io/org/app:main-a1b2c3d' : 'main'),
    message: 'chore(app): promote main-0000000 -> main-a1b2c3d\n\nImage: x\n',
    targets: [TARGET],
    sourceUrl: 'https://github.example/org/app',
    sourceSha: SHA,
    previousSha: PREVIOUS,
    runUrl: 'https://github.example/org/app/actions/runs/7',
    coverage: '81.25',
    ...changes,
  };
}

/** A template with one value in it. */
function fill(template: string, value: string) {
  return renderPullRequestText(factsOf({ valueOf: () => value }), {
    title: template,
    body: template,
  });
}

/** What is left of a text without code, without what is escaped, and without addresses of links. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(?<fence>`{3,})[^\n`]*\n[^]*?^\k<fence>$/gm, '')
    .replace(/(?<!`)(?<fence>`+)(?!`)[^]*?(?<!`)\k<fence>(?!`)/g, '')
    .replace(/\\[^]/g, '')
    .replace(/\]\(https:\/\/github\.example\/[^()\s]*\)/g, ']');
}

describe('the title', () => {
  it.each([
    {
      description: 'is the subject of the commit',
      title: undefined,
      expected: 'chore(app): promote main-0000000 -> main-a1b2c3d',
    },
    { description: 'is what is given', title: 'To {{gitops-branch}}', expected: 'To main' },
    {
      description: 'is the subject where nothing is left of it',
      title: ' \n ',
      expected: 'chore(app): promote main-0000000 -> main-a1b2c3d',
    },
    { description: 'has one line', title: 'a\nb\r\u2028\u0007c', expected: 'a b c' },
    {
      description: 'is no longer than GitHub allows',
      title: '😀'.repeat(300),
      expected: `${'😀'.repeat(255)}…`,
    },
  ])('$description', ({ title, expected }) => {
    const text = renderPullRequestText(factsOf(), title === undefined ? {} : { title });
    expect(text.title).toBe(expected);
  });

  it('has one line of printable characters, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(fill('To {{tag}}', value).title).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});

describe('the body', () => {
  it('tells what is promoted, from where, and the changes', () => {
    expect(renderPullRequestText(factsOf(), {}).body).toBe(
      [
        'Promotes `ghcr.io/org/app:main-a1b2c3d` to `main`.',
        '',
        '| File | Entry | Before | After |',
        '| --- | --- | --- | --- |',
        '| `app/kustomization.yaml` | `app` | `ghcr.io/org/app:main-0000000` | `ghcr.io/org/app:main-a1b2c3d` |',
        '',
        '- Workflow run: [`https://github.example/org/app/actions/runs/7`](https://github.example/org/app/actions/runs/7)',
        '- Coverage: `81.25%`',
        `- Source commit: [\`${SHA}\`](https://github.example/org/app/commit/${SHA})`,
        `- What is new: [\`${PREVIOUS}...${SHA}\`](https://github.example/org/app/compare/${PREVIOUS}...${SHA})`,
        '',
        'The next promotion rewrites this pull request and its branch. It fails when somebody else has added commits to the branch.',
        '',
        '```diff',
        TARGET.diff.trimEnd(),
        '```',
      ].join('\n'),
    );
  });

  it('leaves out what is not known, and targets that do not change', () => {
    const { sourceSha, previousSha, coverage, ...rest } = factsOf();
    expect([sourceSha, previousSha, coverage]).not.toContain(undefined);
    const { previousImage, ...fresh } = TARGET;
    const targets = [
      { ...fresh, imageName: ' ' },
      { ...TARGET, file: 'same.yaml', diff: '' },
    ];
    const { body } = renderPullRequestText({ ...rest, targets }, {});
    expect(previousImage).toBeDefined();
    expect(body).toContain('| `app/kustomization.yaml` | `none` | `none known` |');
    expect(body).not.toMatch(/same\.yaml|Coverage|Source commit|What is new|undefined/);
  });

  it('does not compare a commit with itself', () => {
    const facts = { ...factsOf(), previousSha: SHA };
    expect(renderPullRequestText(facts, {}).body).not.toContain('What is new');
  });

  it('leaves out whole diffs that do not fit', () => {
    const large = { ...TARGET, diff: `+${'x'.repeat(40_000)}\n` };
    const { body } = renderPullRequestText({ ...factsOf(), targets: [large, large, TARGET] }, {});
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.match(/^```diff$/gm)).toHaveLength(1);
    expect(body).toMatch(/\n```\n\nThe rest did not fit into this text: see the changed files/);
  });

  it('cuts a template that does not fit', () => {
    const { body } = fill('{{tag}}', 'x'.repeat(70_000));
    expect(body).toHaveLength(65_536);
    expect(body).toMatch(/x\n\nThe rest did not fit/);
  });

  it.each([
    { description: 'a tag', value: 'main_1.2-3', expected: 'main_1.2-3' },
    {
      description: 'an image',
      value: `a.io:5/b/c:1@${DIGEST}`,
      expected: `a.io:5/b/c:1@${DIGEST}`,
    },
    { description: 'a mention', value: '@team', expected: '\\@team' },
    { description: 'a mention in a branch', value: 'to/@team', expected: 'to/\\@team' },
    { description: 'emphasis', value: '_a_', expected: '\\_a\\_' },
    { description: 'HTML', value: '<!-- x', expected: '\\<!-- x' },
    { description: 'an address', value: 'www.evil.io/a', expected: 'www&#46;evil.io/a' },
    { description: 'an address inside', value: 'a/www.evil.io', expected: 'a/www&#46;evil.io' },
    { description: 'a link', value: 'http://evil.io', expected: 'http&#58;//evil.io' },
  ])('of a template: $description', ({ value, expected }) => {
    expect(fill('Tag: {{tag}}.', value).body).toBe(`Tag: ${expected}.`);
  });
});

describe('the trailers at the end of the body', () => {
  const trailers = `Image: ghcr.io/org/app:main-a1b2c3d@${DIGEST}\nPromotion-Id: id-1`;
  const message = `chore(app): promote\n\n${trailers}\n`;
  const long = 'x'.repeat(70_000);

  it.each([
    { description: 'by default', changes: {}, inputs: {} },
    { description: 'of a template', changes: {}, inputs: { body: 'To {{gitops-branch}}\n\n' } },
    { description: 'of a template that is cut', changes: {}, inputs: { body: long } },
    {
      description: 'where diffs are left out',
      changes: { targets: [{ ...TARGET, diff: `+${long}\n` }] },
      inputs: {},
    },
  ])('are kept by a squash that takes title and body: $description', ({ changes, inputs }) => {
    const { title, body } = renderPullRequestText({ ...factsOf(), message, ...changes }, inputs);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.endsWith(`\n\n${trailers}`)).toBe(true);
    const squashed = `${title} (#12)\n\n${body}\n\n---------\n\nCo-authored-by: a <a@b.c>`;
    expect(findTrailer(squashed, 'Image')).toBe(`ghcr.io/org/app:main-a1b2c3d@${DIGEST}`);
    expect(findTrailer(squashed, 'Promotion-Id')).toBe('id-1');
  });

  it('are left out where they would be most of it', () => {
    const { body } = renderPullRequestText({ ...factsOf(), message: `${message}X: ${long}` }, {});
    expect(body).not.toContain('Promotion-Id');
  });
});

describe('text from elsewhere', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ...['`', '```', '````', '\n', '\r', ' ', '|', '\\', '@team', '<!--', '<img>', '](x)', '['],
        ...['diff', 'http://evil.io', 'a', '~~~', '#1', '>'],
      ),
    )
    .map((pieces) => pieces.join(''));

  it('is code wherever the body has it', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, diff, path) => {
        const url = `https://github.example/${path}`;
        const image = { repository: name, tag: name };
        const target = { ...TARGET, file: name, imageName: name, image, diff: `+${diff}\n` };
        const about = { sourceUrl: url, runUrl: url, sourceSha: name, previousSha: path };
        const facts = factsOf({ valueOf: () => name, targets: [target], ...about, coverage: name });
        const rest = outsideCode(renderPullRequestText(facts, {}).body);
        expect(rest).not.toMatch(/`|@|<!--|<img|~~~/);
        expect(rest.match(/^\|(?: ?\|)*/gm)?.length ?? 0).toBeLessThanOrEqual(3);
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('means nothing to Markdown in a template', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { body } = fill('{{tag}}', value);
        expect(body.replace(/\\[^]|&#\d+;/g, '')).not.toMatch(/[`@<[\]#|~*_]|:\/\//);
        expect(body).not.toMatch(/[\r\n]/);
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
