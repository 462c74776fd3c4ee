import type { Pipeline } from '../../src/action/report.js';
import type { CoverageResult } from '../../src/coverage/gates/result.js';
import { PromoteError } from '../../src/base/errors.js';
import type { PromotionResult } from '../../src/promote/model/result.js';
import type { ImageResult } from '../../src/tag/result.js';

export const coverage: CoverageResult = {
  verdict: 'pass',
  message: 'coverage 81.25% (13/16 lines and branches) reaches 80%',
  measured: { metric: 'combined', covered: 13, total: 16, percent: '81.25', tool: 'coverage.py' },
};

export const image: ImageResult = {
  image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
  names: ['ghcr.io/org/app:main-a1b2c3d', 'ghcr.io/org/app:main'],
  version: 'main-a1b2c3d',
  sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  shortSha: 'a1b2c3d',
  labels: ['org.opencontainers.image.source=https://github.com/org/app'],
};

export const promotion: PromotionResult = {
  reason: 'promoted',
  repository: 'org/gitops',
  changed: true,
  wouldChange: true,
  targets: [
    {
      file: 'app/kustomization.yaml',
      place: 'app',
      imageName: 'app',
      image: image.image,
      previousImage: { repository: 'ghcr.io/org/app', tag: 'main-0000000' },
      changes: [{ path: 'images[0].newTag', before: 'main-0000000', after: 'main-a1b2c3d' }],
      diff: '--- a\n+++ b\n@@ -1 +1 @@\n-  newTag: main-0000000\n+  newTag: main-a1b2c3d\n',
    },
  ],
  commit: { sha: 'c0ffee', url: 'https://github.com/org/gitops/commit/c0ffee', message: 'm' },
};

export const pipeline: Pipeline = {
  asked: { coverage: true, image: true, promotion: true, verification: false },
  runUrl: 'https://github.com/org/app/actions/runs/7',
  sourceUrl: 'https://github.com/org/app',
  serverUrl: 'https://github.com/',
  healthUrls: [],
};

export const failure = new PromoteError('coverage-unknown', 'no report');
