/** What the core needs of an image registry. `registry/` implements it. */

/** An account of a registry. */
export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
}

/** Where an image is, and who asks for it. */
export interface RegistryTarget {
  /** `ghcr.io/org/app`: domain and path, as an image reference has them. */
  readonly repository: string;
  /** What the inputs give; it goes before all else. */
  readonly login?: RegistryLogin;
  /** The job's own token, tried on `ghcr.io` where nothing else is known. */
  readonly token?: string;
  /** Directory of docker's configuration, in which `docker login` leaves what it was given. */
  readonly dockerConfig: string;
}

/** What a registry holds under a tag or digest: one image, or an index of images. */
export type Manifest = {
  /** `sha256:…` of the very bytes that the registry gave. */
  readonly digest: string;
  readonly annotations: Readonly<Record<string, string>>;
} & (
  | {
      readonly kind: 'index';
      /** Images only: attestations and other artifacts are left out. */
      readonly images: readonly IndexedImage[];
    }
  | {
      readonly kind: 'image';
      /** Digest of its configuration. */
      readonly config: string;
      /** Media type of it: what is no container image has another. */
      readonly configType: string;
    }
);

/** An image of an index. */
export interface IndexedImage {
  readonly digest: string;
  /** As `parsePlatform` spells it; absent where the index does not tell. */
  readonly platform?: string;
}

/** What is known of an image that was looked for in its registry. */
export interface CheckedImage {
  /** `sha256:…` of what is deployed: an index, or a single image. */
  readonly digest: string;
  /** As `parsePlatform` spells them. */
  readonly platforms: readonly string[];
  /** The commit that the image says it was built from. */
  readonly revision?: string;
}

/** What the configuration of an image says. */
export interface ImageConfig {
  /** As `parsePlatform` spells it; absent where it names none. */
  readonly platform?: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * One repository of a registry. Its reads throw a PromoteError: `registry-denied` when the registry
 * does not let this job see it, and `registry-unavailable` when it does not answer, or not with what
 * a registry answers. Only the latter can pass by itself.
 */
export interface Registry {
  /** What the registry is called in an image reference: `ghcr.io`, `docker.io`. */
  readonly name: string;
  /** With what it was signed in to, for people; `undefined`: it was asked as anybody could. */
  readonly signedInWith: string | undefined;
  /**
   * @param reference A tag or a digest.
   * @returns `undefined` when there is none: the registry says so to who has signed in.
   */
  readManifest(reference: string): Promise<Manifest | undefined>;
  /**
   * @param digest Of the configuration.
   * @returns `undefined` when the registry does not have it.
   */
  readConfig(digest: string): Promise<ImageConfig | undefined>;
}
