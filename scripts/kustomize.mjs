// The real kustomize, which this project is compared with.

import { installGoProgram, runGo } from './go.mjs';

export const KUSTOMIZE_VERSION = 'v5.8.1';

/** @returns {string} The path of the program. */
export function installKustomize() {
  return installGoProgram({
    name: 'kustomize',
    version: KUSTOMIZE_VERSION,
    build: (folder) => {
      runGo(['install', `sigs.k8s.io/kustomize/kustomize/v5@${KUSTOMIZE_VERSION}`], {
        GOBIN: folder,
      });
    },
  });
}
