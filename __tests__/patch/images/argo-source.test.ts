import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { catchError } from '../support/catch-error.js';
import { changeText, DIGEST, OLD_DIGEST } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const R = 'ghcr.io/org/app';
const IMAGE: ImageReference = { repository: R, tag: 'v2' };
const BOTH: ImageReference = { ...IMAGE, digest: DIGEST };

interface Given {
  /** What is below `spec` of an Application, in flow style. */
  readonly spec: string;
  readonly path: string;
  readonly image?: ImageReference;
  readonly digest?: string;
}

/** The same change as a value that is set and as Helm values. */
function waysOf({ spec, path, image = IMAGE, digest }: Given) {
  const text = `kind: Application\nspec: {${spec}}\n`;
  const tag = { path: steps(path), value: 'v2', isTag: true };
  const pin = digest === undefined ? [] : [{ path: steps(digest), value: DIGEST }];
  const paths = { tag: steps(path), digest: digest === undefined ? undefined : steps(digest) };
  return [
    () => changeText(text, { kind: 'set', image, values: [tag, ...pin] }),
    () => changeText(text, { kind: 'values', image, paths }),
  ];
}

const OBJECT = `valuesObject: {image: {repository: ${R}, tag: v1}}`;
const IN_OBJECT = 'source.helm.valuesObject.image.tag';
const PARAMETER = 'source.helm.parameters[name=image.tag].value';

/** A source with these parameters of Helm beside its other fields. */
function helm(parameters: readonly string[], more = 'releaseName: app'): string {
  const items = parameters.map((each) => `{${each}}`).join(', ');
  return `source: {helm: {${more}, parameters: [${items}]}}`;
}

describe('a value of Helm that an Application gives otherwise is refused', () => {
  it.each<Given & { description: string; message: string }>([
    {
      description: 'by a parameter',
      spec: helm(['name: image.tag, value: v1'], OBJECT),
      path: IN_OBJECT,
      message:
        ': helm.parameters gives image.tag as well, and Helm takes "v1" from there. Change that one, or remove it.',
    },
    {
      description: 'by a parameter without a value',
      spec: helm(['name: image.tag'], OBJECT),
      path: IN_OBJECT,
      message: ': helm.parameters gives image.tag as well, and Helm takes "" from there.',
    },
    {
      description: 'by the contents of a file',
      spec: `source: {helm: {${OBJECT}, fileParameters: [{name: image.tag, path: a}]}}`,
      path: IN_OBJECT,
      message:
        'helm.fileParameters gives image.tag as well, and Helm takes the contents of a file from there.',
    },
    {
      description: 'by another parameter of the same name',
      spec: helm(['name: image.tag, value: v1', 'name: image.tag, value: v0']),
      path: 'source.helm.parameters[0].value',
      message: 'helm.parameters gives image.tag as well, and Helm takes "v0"',
    },
    {
      description: 'in a list',
      spec: helm(['name: "jobs[0].a\\\\.b", value: v1'], 'valuesObject: {jobs: [{a.b: v1}]}'),
      path: 'source.helm.valuesObject.jobs[0]["a.b"]',
      message: 'helm.parameters gives jobs[0].a\\.b as well',
    },
    {
      description: 'by the digest in another parameter',
      spec: helm(['name: image.tag, value: v1', `name: image.digest, value: "${OLD_DIGEST}"`]),
      path: PARAMETER,
      message: `: helm gives image.digest, ${OLD_DIGEST}, which would win over the new tag. Change that too, or remove it.`,
    },
    {
      description: 'by the digest in the object',
      spec: helm(
        ['name: webTag, value: v1'],
        `valuesObject: {webDigest: "${OLD_DIGEST}", tag: v0}`,
      ),
      path: 'source.helm.parameters[name=webTag].value',
      message: 'helm gives webDigest, sha256:',
    },
    {
      description: 'by the repository in another parameter',
      spec: helm(['name: image.repository, value: org/web', 'name: image.tag, value: v1'], OBJECT),
      path: PARAMETER,
      message:
        ': helm gives the repository org/web beside the tag, not ghcr.io/org/app. Change that too, or promote that image.',
    },
    {
      description: 'by the repository of its prefix',
      spec: helm([
        'name: image.repository, value: ghcr.io/org/app',
        'name: image.webRepository, value: ghcr.io/org/other',
        'name: image.webTag, value: v1',
      ]),
      path: 'source.helm.parameters[name=image.webTag].value',
      message: 'helm gives the repository ghcr.io/org/other beside the tag',
    },
    {
      description: 'by the image beside its tag',
      spec: helm(['name: web.image, value: ghcr.io/org/other', 'name: web.imageTag, value: v1']),
      path: 'source.helm.parameters[name=web.imageTag].value',
      message: 'helm gives the repository ghcr.io/org/other beside the tag',
    },
    {
      description: 'by the repository in an item of a list',
      spec: helm(
        ['name: "jobs[0].tag", value: v1'],
        'valuesObject: {jobs: [{repository: ghcr.io/org/other}]}',
      ),
      path: 'source.helm.parameters[0].value',
      message: 'helm gives the repository ghcr.io/org/other beside the tag',
    },
    {
      description: 'by the digest beside a version',
      spec: helm(['name: web.version, value: v1', `name: web.digest, value: "${OLD_DIGEST}"`]),
      path: 'source.helm.parameters[name=web.version].value',
      message: 'helm gives web.digest, sha256:',
    },
    {
      description: 'by several sources',
      spec: `${helm(['name: image.tag, value: v1'])}, sources: [{repoURL: x}]`,
      path: PARAMETER,
      message:
        ': Argo CD does not read source where there is sources as well. Name a path in sources, or remove that.',
    },
  ])('$description', ({ message, ...given }) => {
    for (const work of waysOf({ ...given, path: `spec.${given.path}` })) {
      const error = catchError(work);
      expect(error.code).toBe('unsafe-edit');
      expect(error.message).toContain(message);
    }
  });

  it.each<Given & { description: string }>([
    {
      description: 'a parameter of another value',
      spec: helm(['name: web.tag, value: v0', ''], OBJECT),
      path: IN_OBJECT,
    },
    {
      description: 'a parameter that says the same',
      spec: helm(['name: image.tag, value: v2'], OBJECT),
      path: IN_OBJECT,
    },
    {
      description: 'the digest of the image',
      spec: helm(['name: image.tag, value: v1', `name: image.digest, value: "${DIGEST}"`]),
      path: PARAMETER,
      image: BOTH,
      digest: 'spec.source.helm.parameters[name=image.digest].value',
    },
    {
      description: 'a digest that changes too',
      spec: helm(['name: image.tag, value: v1', `name: image.digest, value: "${OLD_DIGEST}"`]),
      path: PARAMETER,
      image: BOTH,
      digest: 'spec.source.helm.parameters[name=image.digest].value',
    },
    {
      description: 'the repository behind its registry',
      spec: helm(
        ['name: image.repository, value: org/app', 'name: image.tag, value: v1'],
        'valuesObject: {image: {registry: ghcr.io}}',
      ),
      path: PARAMETER,
    },
    ...[
      'image: {repository: ghcr.io/org, name: app, tag: v1}',
      'global: {registry: ghcr.io}, image: {repository: org/app, tag: v1}',
      'image: {registry: ghcr.io/, repository: org/app, tag: v1}',
    ].map((object) => ({
      description: object,
      spec: `source: {helm: {valuesObject: {${object}}}}`,
      path: IN_OBJECT,
    })),
    {
      description: 'the repository of another prefix',
      spec: `source: {helm: {valuesObject: {image: {repository: org/api, webRepository: ${R}, webTag: v1}}}}`,
      path: 'source.helm.valuesObject.image.webTag',
    },
    {
      description: 'the global registry of a subchart',
      spec: 'source: {helm: {valuesObject: {web: {global: {imageRegistry: ghcr.io}, image: {repository: org/app, tag: v1}}}}}',
      path: 'source.helm.valuesObject.web.image.tag',
    },
    {
      description: 'no parameters, and no sources',
      spec: `source: {helm: {${OBJECT}}}, sources: []`,
      path: IN_OBJECT,
    },
  ])('but not beside $description', (given) => {
    for (const work of waysOf({ ...given, path: `spec.${given.path}` })) {
      expect(work().text).toContain('v2');
    }
  });

  it('but not for a version beside what may be a repository of git', () => {
    const spec = helm(['name: web.repository, value: org/gitops', 'name: web.version, value: v1']);
    const path = 'spec.source.helm.parameters[name=web.version].value';
    const [set, values] = waysOf({ spec, path });
    expect(set?.().text).toContain('v2');
    // The path of a tag is that of an image by its name.
    expect(() => values?.()).toThrow('helm gives the repository org/gitops beside the tag');
  });

  it('but not for a tag beside the address of a repository of git', () => {
    const spec = helm([
      'name: web.repository, value: "https://x.io/a"',
      'name: web.tag, value: v1',
    ]);
    const [set] = waysOf({ spec, path: 'spec.source.helm.parameters[name=web.tag].value' });
    expect(set?.().text).toContain('v2');
  });
});
