import type { ImageConfig, Manifest, Registry } from '../../src/ports/registry.js';

export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';

/** A digest for tests: `sha256:` and 64 times the hex digit. */
export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** A registry in memory. */
export class FakeRegistry implements Registry {
  readonly name = 'ghcr.io';
  signedInWith: string | undefined;
  /** By tag and by digest. */
  readonly manifests = new Map<string, Manifest>();
  readonly configs = new Map<string, ImageConfig>();
  /** Thrown by the next reads, one each. */
  readonly errors: Error[] = [];
  /** Everything that was asked for, in order. */
  readonly asked: string[] = [];
  /** Called before each read, as for somebody who pushes meanwhile. */
  beforeRead: () => void = () => undefined;

  readManifest(reference: string): Promise<Manifest | undefined> {
    return this.#read(reference, this.manifests);
  }

  readConfig(digest: string): Promise<ImageConfig | undefined> {
    return this.#read(digest, this.configs);
  }

  #read<T>(reference: string, from: ReadonlyMap<string, T>): Promise<T | undefined> {
    this.asked.push(reference);
    this.beforeRead();
    const error = this.errors.shift();
    return error === undefined ? Promise.resolve(from.get(reference)) : Promise.reject(error);
  }

  /** Puts an image there: its manifest has the digest of the digit. */
  putImage(digit: string, config: Partial<ImageConfig> = {}, tag?: string): void {
    const digest = digestOf(digit);
    const configDigest = `config of ${digit}`;
    const manifest: Manifest = {
      kind: 'image',
      digest,
      annotations: {},
      config: configDigest,
      configType: OCI_CONFIG,
    };
    this.#put(manifest, tag);
    this.configs.set(configDigest, { platform: 'linux/amd64', labels: {}, ...config });
  }

  /** @param images Platforms by the digit of the image's digest; empty where the index tells none. */
  putIndex(
    digit: string,
    images: Readonly<Record<string, string>>,
    tag?: string,
    annotations: Readonly<Record<string, string>> = {},
  ): void {
    const entries = Object.entries(images).map(([image, platform]) => ({
      digest: digestOf(image),
      ...(platform !== '' && { platform }),
    }));
    this.#put({ kind: 'index', digest: digestOf(digit), annotations, images: entries }, tag);
  }

  #put(manifest: Manifest, tag: string | undefined): void {
    this.manifests.set(manifest.digest, manifest);
    if (tag !== undefined) this.manifests.set(tag, manifest);
  }
}
