/** The parts of `os/architecture[/variant]`. */
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_-]+(?:\/[a-z0-9.]+)?$/;

/** The variant that is meant where none is written, as containerd has it. */
const DEFAULT_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['amd64', 'v1'],
  ['arm64', 'v8'],
  ['arm', 'v7'],
]);

export const PLATFORM_RULE =
  'A platform is an operating system, an architecture and, if need be, a variant, such as linux/amd64 or linux/arm/v7.';

/**
 * One spelling of a platform, so that two can be compared: `linux/arm64/v8` is `linux/arm64`, and
 * `linux/arm` is `linux/arm/v7`.
 * @param text `os/architecture[/variant]`.
 * @returns `undefined` when it is no platform.
 */
export function parsePlatform(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (!PLATFORM.test(lower)) return undefined;
  const [system = '', written = '', version] = lower.split('/');
  // Some tools have other names for what the Go toolchain, and so every image, calls amd64 and arm64.
  const architecture = written.replace(/^x86[_-]64$/, 'amd64').replace(/^aarch64$/, 'arm64');
  const variant = version?.replace(/^(?=\d)/, 'v');
  const usual = DEFAULT_VARIANTS.get(architecture);
  // What an arm without a number can run is not obvious, so that the number is always shown.
  const shown =
    architecture === 'arm' ? (variant ?? usual) : variant === usual ? undefined : variant;
  return [system, architecture, ...(shown === undefined ? [] : [shown])].join('/');
}
