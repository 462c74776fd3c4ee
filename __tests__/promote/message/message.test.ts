import { describe, expect, it } from '@jest/globals';
import { renderCommitMessage, type CommitFacts } from '../../../src/promote/message/message.js';

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const digest = `sha256:${'ab'.repeat(32)}`;
const facts: CommitFacts = {
  kind: 'promotion',
  image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d', digest },
  previousImage: { repository: 'ghcr.io/org/app', tag: 'main-0000000' },
  imageName: 'app',
  gitopsBranch: 'main',
  sourceRepository: 'org/app',
  sourceSha: sha,
  shortSha: 'a1b2c3d',
  runUrl: 'https://github.com/org/app/actions/runs/7',
  coverage: '81.25',
  takesBack: [],
  targets: ['app/kustomization.yaml app', 'app/values.yaml image.tag'],
  promotionId: 'id-1',
};

describe('renderCommitMessage', () => {
  it('tells the change in the subject and the audit trail in the trailers', () => {
    const ticket = { key: 'Ticket', value: 'OPS-1' };
    expect(renderCommitMessage(facts, undefined, [ticket])).toBe(
      [
        'chore(app): promote main-0000000 -> main-a1b2c3d',
        '',
        'Source-Repository: org/app',
        `Source-Commit: ${sha}`,
        `Image: ghcr.io/org/app:main-a1b2c3d@${digest}`,
        'Previous-Image: ghcr.io/org/app:main-0000000',
        'Target: app/kustomization.yaml app',
        'Target: app/values.yaml image.tag',
        'Workflow-Run: https://github.com/org/app/actions/runs/7',
        'Coverage: 81.25',
        'Promotion-Id: id-1',
        'Ticket: OPS-1',
        '',
      ].join('\n'),
    );
  });

  it('tells of a rollback what it takes back', () => {
    const [first, second] = ['1', '2'].map((digit) => digit.repeat(40));
    const takesBack = [first, second].flatMap((each) => each ?? []);
    const rollback = { kind: 'rollback', rollbackOf: 'f'.repeat(40), takesBack } as const;
    const ticket = { key: 'Reason', value: 'errors' };
    const message = renderCommitMessage({ ...facts, ...rollback }, undefined, [ticket]);
    expect(message.split('\n')).toEqual([
      'revert(app): main-0000000 -> main-a1b2c3d',
      '',
      'Source-Repository: org/app',
      `Source-Commit: ${sha}`,
      `Image: ghcr.io/org/app:main-a1b2c3d@${digest}`,
      'Previous-Image: ghcr.io/org/app:main-0000000',
      `Rollback-Of: ${'f'.repeat(40)}`,
      `Rolled-Back-Commit: ${first}`,
      `Rolled-Back-Commit: ${second}`,
      'Target: app/kustomization.yaml app',
      'Target: app/values.yaml image.tag',
      'Workflow-Run: https://github.com/org/app/actions/runs/7',
      'Coverage: 81.25',
      'Promotion-Id: id-1',
      'Reason: errors',
      '',
    ]);
  });

  it('leaves out what is not known', () => {
    const { sourceSha, shortSha, coverage, ...rest } = facts;
    expect([sourceSha, shortSha, coverage]).not.toContain(undefined);
    const message = renderCommitMessage(rest, undefined, []);
    expect(message).not.toMatch(/Source-Commit|Coverage|undefined/);
  });

  it('names digests where there are no tags', () => {
    const image = { repository: 'app', digest };
    const message = renderCommitMessage(
      { ...facts, image, previousImage: { repository: 'app' } },
      undefined,
      [],
    );
    expect(message).toMatch(/^chore\(app\): promote none -> sha256:abababababab\n/);
  });

  it.each([
    { description: 'the tag', template: 'to {{tag}}', expected: 'to main-a1b2c3d' },
    { description: 'white space inside', template: 'to {{ tag }}', expected: 'to main-a1b2c3d' },
    {
      description: 'a body',
      template: 'deploy {{image-name}}\n\n{{short-sha}} on {{gitops-branch}}, was {{previous-tag}}',
      expected: 'deploy app\n\na1b2c3d on main, was main-0000000',
    },
    {
      description: 'the whole image',
      template: '{{image}} {{repository}} {{digest}} {{sha}}',
      expected: `ghcr.io/org/app:main-a1b2c3d@${digest} ghcr.io/org/app ${digest} ${sha}`,
    },
  ])('fills in $description', ({ template, expected }) => {
    const message = renderCommitMessage(facts, template, []);
    expect(message.startsWith(`${expected}\n\nSource-Repository: org/app\n`)).toBe(true);
  });

  it('keeps values of the file from forging lines', () => {
    const imageName = 'app\n\nImage: evil';
    const message = renderCommitMessage({ ...facts, imageName }, '{{image-name}}', []);
    expect(message.split('\n')[0]).toBe('app Image: evil');
  });
});

it.each(['{{digest}}', '\n {{digest}} \n'])('falls back when %j leaves no subject', (template) => {
  const image = { repository: 'app', tag: 'v2' };
  const message = renderCommitMessage({ ...facts, image }, template, []);
  expect(message).toMatch(/^chore\(app\): promote main-0000000 -> v2\n\nSource-Repository/);
});
