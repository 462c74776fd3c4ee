import { describe, expect, it } from '@jest/globals';
import { patchTargets, type TargetFacts } from '../../src/promote/files.js';
import { renderIdentity } from '../../src/promote/model/result.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';
import type { ImageReference } from '../../src/base/image.js';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const facts: TargetFacts = {
  image: { repository: 'ghcr.io/org/agent', tag: 'v2' },
  createMissing: false,
  sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  shortSha: 'a1b2c3d',
  gitopsBranch: 'main',
};

function patch(text: string, targets: string, changes: Partial<TargetFacts> = {}) {
  const file = { path: 'app.yaml', bytes: new TextEncoder().encode(text), blobSha: '0' };
  const patched = patchTargets(
    { file, targets: parseTargets(targets).targets },
    { ...facts, ...changes },
  );
  return { ...patched, text: new TextDecoder().decode(patched.bytes) };
}

function set(template: string) {
  return `- {file: app.yaml, set: {a: ${JSON.stringify(template)}}}`;
}

describe('patchTargets', () => {
  it('makes all changes of a file', () => {
    const { text, changed, results } = patch(
      'image:\n  tag: v1\nversion: "1"\n',
      '- values: app.yaml\n- {file: app.yaml, set: {version: "{{tag}}"}}\n',
    );
    expect(text).toBe('image:\n  tag: v2\nversion: "v2"\n');
    expect(changed).toBe(true);
    expect(results).toMatchObject([
      {
        file: 'app.yaml',
        imageName: 'agent',
        image: facts.image,
        previousImage: { repository: 'ghcr.io/org/agent', tag: 'v1' },
        changes: [{ path: 'image.tag', before: 'v1', after: 'v2' }],
      },
      { changes: [{ path: 'version', before: '1', after: 'v2' }] },
    ]);
  });

  it('changes the values of the document that is named', () => {
    const release = (name: string, tag: string) =>
      `kind: HelmRelease\nmetadata: {name: ${name}}\nspec: {values: {image: {tag: ${tag}}}}\n`;
    const { text } = patch(
      `${release('a', 'v1')}---\n${release('b', 'v1')}`,
      '- {values: app.yaml, tag-path: spec.values.image.tag, document: {name: b}}',
    );
    expect(text).toBe(`${release('a', 'v1')}---\n${release('b', 'v2')}`);
  });

  it.each([
    {
      description: 'an entry',
      text: 'images:\n- name: my/app\n  newName: ghcr.io/org/agent\n  newTag: v1\n',
      target: '- {kustomization: app.yaml, image-name: my/app}',
      expected: 'app.yaml my/app',
    },
    {
      description: 'the path of a tag',
      text: 'image:\n  tag: v1\n',
      target: '- values: app.yaml',
      expected: 'app.yaml image.tag',
    },
    {
      description: 'the first path, and its document',
      text: 'kind: A\nmetadata: {name: x}\na: v1\nb: v1\n',
      target: '- {file: app.yaml, document: {name: x, kind: A}, set: {a: "{{tag}}", b: "{{tag}}"}}',
      expected: 'app.yaml a,kind=A,name=x',
    },
    {
      description: 'a name that people could be addressed by',
      text: 'images:\n- name: "a @team #1\\n[x](://y)%"\n  newTag: v1\n',
      target: '- {kustomization: app.yaml, image-name: "a @team #1\\n[x](://y)%"}',
      expected: 'app.yaml a%20%40team%20%231%0a[x]%28%3a//y%29%25',
    },
  ])('names a target: $description', ({ text, target, expected }) => {
    const [result] = patch(text, target).results;
    expect(result && renderIdentity(result)).toBe(expected);
  });

  it('adds what is missing on demand', () => {
    const target = '- {kustomization: ., image-name: agent}';
    expect(() => patch('images: []\n', target)).toThrow(/create-missing/);
    const { text, results } = patch('images:\n', target, { createMissing: true });
    expect(text).toBe('images:\n- name: agent\n  newName: ghcr.io/org/agent\n  newTag: v2\n');
    expect(results[0]?.previousImage).toBeUndefined();
  });

  it('finds the entry by its repository', () => {
    const { results } = patch('images: [{name: ghcr.io/org/agent}]\n', '- kustomization: .');
    expect(results).toMatchObject([{ imageName: 'ghcr.io/org/agent' }]);
  });

  it.each([
    { template: 'x={{image}}', value: 'x=ghcr.io/org/agent:v2' },
    { template: '{{repository}} {{tag}}', value: 'ghcr.io/org/agent v2' },
    {
      template: '{{sha}} {{ short-sha }} {{gitops-branch}}',
      value: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678 a1b2c3d main',
    },
  ])('renders $template', ({ template, value }) => {
    expect(patch('a: ""\n', set(template)).results[0]?.changes).toEqual([
      { path: 'a', before: '', after: value },
    ]);
  });

  it.each(['digest', 'sha'])('refuses {{%s}} where it is not known', (name) => {
    const { sourceSha, ...rest } = facts;
    expect(sourceSha).toBeDefined();
    const file = { path: 'app.yaml', bytes: new TextEncoder().encode('a: b\n'), blobSha: '0' };
    const { targets } = parseTargets(set(`{{${name}}}`));
    expect(() => patchTargets({ file, targets }, rest)).toThrow(
      `targets: {{${name}}} for a of app.yaml is not known in this run.`,
    );
  });

  it.each<{ before: string; template: string; previous: ImageReference | undefined }>([
    {
      before: 'agent=r/x:v1',
      template: 'agent={{image}}',
      previous: { repository: 'r/x', tag: 'v1' },
    },
    { before: 'v1', template: '{{tag}}', previous: { repository: 'ghcr.io/org/agent', tag: 'v1' } },
    {
      before: `v1@${DIGEST}`,
      template: '{{tag}}@{{digest}}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v1', digest: DIGEST },
    },
    {
      before: '{{tag}}:v1',
      template: '\\{{tag}}:{{tag}}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v1' },
    },
    { before: 'v1.2+x', template: 'v1.2+{{sha}}', previous: undefined },
    { before: 'not a tag', template: '{{tag}}', previous: undefined },
    { before: 'v2', template: '{{tag}}', previous: facts.image },
  ])('takes $before as $template from before', ({ before, template, previous }) => {
    const { results } = patch(`a: ${JSON.stringify(before)}\n`, set(template), {
      image: { ...facts.image, ...(template.includes('digest') && { digest: DIGEST }) },
    });
    expect(results[0]?.previousImage).toEqual(previous);
  });

  const revision = '{sha: "{{sha}}", tag: "{{tag}}"}';
  const OLD_SHA = '0'.repeat(40);
  it.each<{
    description: string;
    text: string;
    set: string;
    previous: ImageReference | undefined;
  }>([
    {
      description: 'a revision beside the tag',
      text: `sha: "${OLD_SHA}"\ntag: main-1111111\n`,
      set: revision,
      previous: { repository: 'ghcr.io/org/agent', tag: 'main-1111111' },
    },
    {
      description: 'a tag that stays, beside a revision',
      text: `sha: "${OLD_SHA}"\ntag: v2\n`,
      set: revision,
      previous: facts.image,
    },
    {
      description: 'the image rather than the tag',
      text: 'tag: v0\nimage: r/x:v1\n',
      set: '{tag: "{{tag}}", image: "{{image}}"}',
      previous: { repository: 'r/x', tag: 'v1' },
    },
    {
      description: 'the tag where the image tells nothing',
      text: 'tag: v0\nimage: ":"\n',
      set: '{tag: "{{tag}}", image: "{{image}}"}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v0' },
    },
    {
      description: 'repository and tag, each at its path',
      text: 'r: r/x\ntag: v0\n',
      set: '{r: "{{repository}}", tag: "{{tag}}"}',
      previous: { repository: 'r/x', tag: 'v0' },
    },
    {
      description: 'the tag beside what is no repository',
      text: 'r: "?"\ntag: v0\n',
      set: '{r: "{{repository}}", tag: "{{tag}}"}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v0' },
    },
    {
      description: 'nothing where a text can be split in several ways',
      text: 'tag: a-b-c\n',
      set: '{tag: "{{tag}}-{{short-sha}}"}',
      previous: undefined,
    },
    {
      description: 'nothing of a revision alone',
      text: 'sha: v1\n',
      set: '{sha: "{{sha}}"}',
      previous: undefined,
    },
    {
      description: 'nothing of a revision that stays',
      text: `sha: ${String(facts.sourceSha)}\n`,
      set: '{sha: "{{sha}}"}',
      previous: undefined,
    },
    {
      description: 'the item that a selector takes',
      text: 'e: [{n: a, t: v0}, {n: b, t: v1}]\n',
      set: '{"e[n=b].t": "{{tag}}"}',
      previous: { repository: 'ghcr.io/org/agent', tag: 'v1' },
    },
  ])('reads from before $description', ({ text, set: values, previous }) => {
    const { results } = patch(text, `- {file: app.yaml, set: ${values}}`);
    expect(results[0]?.previousImage).toEqual(previous);
  });

  it('knows no image from before where the value is new', () => {
    const { results } = patch('b: c\n', set('{{tag}}'), { createMissing: true });
    expect(results[0]?.previousImage).toBeUndefined();
  });
});
