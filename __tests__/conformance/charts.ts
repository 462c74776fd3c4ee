import fc from 'fast-check';
import type { ImageReference } from '../../src/base/image.js';

/** A chart as others are, by how it makes an image of its values. */
export interface ChartShape {
  readonly description: string;
  /** The image, as a template of Helm. */
  readonly template: string;
  /** Path of the tag. */
  readonly tag: string;
  /** Paths that the chart has beside it. */
  readonly repository?: string;
  readonly digest?: string;
  /** Whether a digest takes the place of the tag. */
  readonly isDigestAlone?: boolean;
  readonly values: fc.Arbitrary<string>;
}

const hex = fc.constantFrom('01'.repeat(32), 'ab'.repeat(32));
/** No digest, or one in either form. */
const anyDigest = fc.oneof(
  fc.constant(''),
  hex,
  hex.map((digits) => `sha256:${digits}`),
);
const prefixed = fc.oneof(
  fc.constant(''),
  hex.map((digits) => `sha256:${digits}`),
);
const tag = fc.constantFrom('v1', 'v2');

/** Repositories, in parts: those of the image, and another. */
const repository = fc.constantFrom('ghcr.io/org/app', 'ghcr.io/org/web', 'docker.io/org/app');
const path = fc.constantFrom('org/app', 'org/web');
const registry = fc.constantFrom('', 'ghcr.io', 'docker.io', 'quay.io');

const REPOSITORY = '{{ .Values.image.repository }}';
const TAG = '{{ .Values.image.tag }}';

export const CHARTS: readonly ChartShape[] = [
  {
    description: 'helm create',
    template: `${REPOSITORY}:{{ .Values.image.tag | default .Chart.AppVersion }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    values: fc.record({ repository, tag, joined: prefixed }).map((each) => {
      const text = each.joined === '' ? each.tag : `${each.tag}@${each.joined}`;
      return JSON.stringify({ image: { repository: each.repository, tag: text } });
    }),
  },
  {
    description: 'sha, as of kube-prometheus-stack and grafana',
    template: `${REPOSITORY}:${TAG}{{ if .Values.image.sha }}@sha256:{{ .Values.image.sha }}{{ end }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    digest: 'image.sha',
    values: fc
      .record({ repository, tag, sha: fc.oneof(fc.constant(''), hex) })
      .map((image) => JSON.stringify({ image })),
  },
  {
    description: 'digest behind the tag, as of ingress-nginx',
    template: `${REPOSITORY}:${TAG}{{ with .Values.image.digest }}@{{ . }}{{ end }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    digest: 'image.digest',
    values: fc
      .record({ repository, tag, digest: prefixed })
      .map((image) => JSON.stringify({ image })),
  },
  {
    description: 'digestChroot, as of ingress-nginx',
    template: `${REPOSITORY}:${TAG}{{ with .Values.image.digestChroot }}@{{ . }}{{ end }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    values: fc
      .record({ repository, tag, digestChroot: prefixed })
      .map((image) => JSON.stringify({ image })),
  },
  {
    description: 'a prefix, as of Airflow',
    template:
      '{{ .Values.defaultAirflowRepository }}:{{ .Values.defaultAirflowTag }}{{ with .Values.defaultAirflowDigest }}@{{ . }}{{ end }}',
    tag: 'defaultAirflowTag',
    repository: 'defaultAirflowRepository',
    digest: 'defaultAirflowDigest',
    values: fc
      .record({
        defaultAirflowRepository: repository,
        defaultAirflowTag: tag,
        defaultAirflowDigest: prefixed,
      })
      .map((values) => JSON.stringify(values)),
  },
  {
    description: 'the global registry before that beside the repository, as of Bitnami',
    template: `{{ .Values.global.imageRegistry | default .Values.image.registry }}/${REPOSITORY}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:${TAG}{{ end }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    digest: 'image.digest',
    isDigestAlone: true,
    values: fc
      .record({
        global: registry,
        registry: fc.constantFrom('ghcr.io', 'docker.io'),
        repository: path,
        tag,
        digest: prefixed,
      })
      .map(({ global, ...image }) => JSON.stringify({ global: { imageRegistry: global }, image })),
  },
  {
    description: 'a registry and a name',
    template: '{{ .Values.image.registry }}/{{ .Values.image.name }}:{{ .Values.image.tag }}',
    tag: 'image.tag',
    values: fc
      .record({
        registry: fc.constantFrom('ghcr.io/org', 'quay.io'),
        name: fc.constantFrom('app', 'web'),
        tag,
      })
      .map((image) => JSON.stringify({ image })),
  },
  {
    description: 'a whole reference',
    template: '{{ .Values.image }}',
    tag: 'image',
    values: fc.record({ repository, tag, digest: prefixed }).map((each) =>
      JSON.stringify({
        image: `${each.repository}:${each.tag}${each.digest === '' ? '' : `@${each.digest}`}`,
      }),
    ),
  },
  {
    description: 'a digest in any form that a chart reads as it stands',
    template: `${REPOSITORY}:${TAG}{{ with .Values.image.digest }}@{{ if not (hasPrefix "sha256:" .) }}sha256:{{ end }}{{ . }}{{ end }}`,
    tag: 'image.tag',
    repository: 'image.repository',
    digest: 'image.digest',
    values: fc
      .record({ repository, tag, digest: anyDigest })
      .map((image) => JSON.stringify({ image })),
  },
];

/** Images to give to them: with a tag, a digest or both. */
export const wanted: fc.Arbitrary<ImageReference> = fc
  .record({
    repository: fc.constantFrom('ghcr.io/org/app', 'org/app', 'docker.io/org/app'),
    tag: fc.constantFrom('v2', '1.10', '6801028', undefined),
    digest: fc.oneof(
      fc.constant(undefined),
      hex.map((digits) => `sha256:${digits}`),
    ),
  })
  .filter(({ tag: given, digest }) => given !== undefined || digest !== undefined);
