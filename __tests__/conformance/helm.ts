import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The real program; `npm run conformance` sets it. */
const HELM = process.env['HELM'] ?? 'helm';

const CHART = 'apiVersion: v2\nname: app\nversion: 0.1.0\nappVersion: "0"\n';

/** Renders charts of one template, a Pod, with the real Helm. */
export class Helm {
  readonly #folder = mkdtempSync(join(tmpdir(), 'helm-'));

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /**
   * The image that a chart makes of values.
   * @param template The image, as a template of Helm.
   * @returns `undefined` when Helm refuses it.
   */
  renderImage(template: string, values: string): string | undefined {
    this.#write('Chart.yaml', CHART);
    this.#write('values.yaml', values);
    this.#write(
      'templates/pod.yaml',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: pod}\nspec:\n  containers:\n  - name: main\n    image: '${template}'\n`,
    );
    const { status, stdout, error } = spawnSync(HELM, ['template', 'app', this.#folder], {
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    if (status !== 0) return undefined;
    const pod = parse(stdout) as { spec: { containers: [{ image: string }] } };
    return pod.spec.containers[0].image;
  }

  #write(name: string, text: string): void {
    const file = join(this.#folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
