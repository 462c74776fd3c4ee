import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The real program; `npm run conformance` sets it. */
const KUSTOMIZE = process.env['KUSTOMIZE'] ?? 'kustomize';

/** Runs the real kustomize in a folder with one deployment. */
export class Kustomize {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kustomize-'));

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /**
   * The kustomization that `kustomize edit set image` makes of a text.
   * @returns `undefined` when it refuses the text.
   */
  setImage(text: string, argument: string): string | undefined {
    this.#write('kustomization.yaml', text);
    const succeeded = this.#run(['edit', 'set', 'image', argument]) !== undefined;
    return succeeded ? readFileSync(join(this.#folder, 'kustomization.yaml'), 'utf8') : undefined;
  }

  /**
   * What `kustomize build` makes of a container's image; the kustomization names `a.yaml`.
   * @returns `undefined` when it refuses the text.
   */
  buildImage(text: string, image: string): string | undefined {
    this.#write('kustomization.yaml', text);
    this.#write('a.yaml', renderPod(image));
    return readImage(this.#run(['build', '.']));
  }

  /** The same of an overlay, which names `../base`, over a base, which names `a.yaml`. */
  buildOverlay(base: string, overlay: string, image: string): string | undefined {
    this.#write('base/kustomization.yaml', base);
    this.#write('base/a.yaml', renderPod(image));
    this.#write('overlay/kustomization.yaml', overlay);
    return readImage(this.#run(['build', 'overlay']));
  }

  #write(name: string, text: string): void {
    const file = join(this.#folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  #run(args: readonly string[]): string | undefined {
    const options = { cwd: this.#folder, encoding: 'utf8' } as const;
    const { status, stdout, error } = spawnSync(KUSTOMIZE, args, options);
    if (error !== undefined) throw error;
    return status === 0 ? stdout : undefined;
  }
}

function readImage(output: string | undefined): string | undefined {
  if (output === undefined) return undefined;
  const pod = parse(output) as { spec: { containers: [{ image: string }] } };
  return pod.spec.containers[0].image;
}

function renderPod(image: string): string {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'pod' },
    spec: { containers: [{ name: 'main', image }] },
  };
  return JSON.stringify(pod);
}
