import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltIndex, buildImage, buildIndex } from '../registry/images.js';
import { RecordingServer, Shelf } from '../registry/server.js';
import { stateAt } from '../run/argocd.js';
import { runInProcess } from '../run/in-process.js';
import { type ArgoStandIn, startArgoStandIn } from '../stand-in/argocd.mjs';
import {
  type BareRepository,
  createBareRepository,
  type Files,
  readDirectory,
} from '../stand-in/bare-repository.mjs';
import type { ActionResult } from '../stand-in/run-action.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../stand-in/server.mjs';
import { workload } from '../verify/states.js';
import { runJobs, readWorkflow, type Step } from './workflow.js';
