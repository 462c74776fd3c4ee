import type { ImageResult } from './result.js';

/**
 * The labels that tie an image to its source, as `name=value`: the annotation keys of the OCI image
 * specification. What is not known is left out.
 * @param source Page of the source repository.
 */
export function renderLabels(
  { sourceSha, version }: Pick<ImageResult, 'sourceSha' | 'version'>,
  source: string,
): readonly string[] {
  return [
    `org.opencontainers.image.source=${source}`,
    ...(sourceSha === undefined ? [] : [`org.opencontainers.image.revision=${sourceSha}`]),
    ...(version === undefined ? [] : [`org.opencontainers.image.version=${version}`]),
  ];
}
