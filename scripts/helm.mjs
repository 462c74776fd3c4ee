// The real Helm, whose templates read what this project writes.

import { installGoProgram, runGo } from './go.mjs';

export const HELM_VERSION = 'v3.19.0';

/** @returns {string} The path of the program. */
export function installHelm() {
  return installGoProgram({
    name: 'helm',
    version: HELM_VERSION,
    build: (folder) => {
      runGo(['install', `helm.sh/helm/v3/cmd/helm@${HELM_VERSION}`], { GOBIN: folder });
    },
  });
}
