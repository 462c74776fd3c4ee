import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../base/json.js';
import type { Application, ApplicationSource, Operation, Resource } from '../ports/argocd.js';
import { objectOf, objectsOf, textOf, textsOf, timeOf } from './fields.js';

const PATHS_ANNOTATION = 'argocd.argoproj.io/manifest-generate-paths';

/** Parses an Application; `undefined` when the reply is none. */
export function parseApplication(data: JsonObject): Application | undefined {
  if (!isJsonObject(data['spec'])) return undefined;
  const spec = objectOf(data, 'spec');
  const status = objectOf(data, 'status');
  const sync = objectOf(status, 'sync');
  const metadata = objectOf(data, 'metadata');
  const toSource = revisionReader(spec, status);
  const operation = parseOperation(objectOf(status, 'operationState'), toSource);
  const applicationSet = parseApplicationSet(metadata);
  const reconciledAt = timeOf(status, 'reconciledAt');
  return {
    sources: parseSources(spec),
    isAutoSynced: parseAutoSync(objectOf(spec, 'syncPolicy')),
    ...(applicationSet !== undefined && { applicationSet }),
    isBeingDeleted: textOf(metadata, 'deletionTimestamp') !== '',
    generatePaths: textOf(objectOf(metadata, 'annotations'), PATHS_ANNOTATION),
    sync: textOf(sync, 'status'),
    revisions: parseRevisions(sync).map(toSource),
    isCompared: !('comparedTo' in sync) || isCompared(spec, objectOf(sync, 'comparedTo')),
    health: textOf(objectOf(status, 'health'), 'status'),
    resources: objectsOf(status, 'resources').filter(isNoHook).map(parseResource),
    isOperationAsked: isJsonObject(data['operation']),
    ...(operation && { operation }),
    ...(reconciledAt !== undefined && { reconciledAt }),
    conditions: objectsOf(status, 'conditions').map((condition) => ({
      type: textOf(condition, 'type'),
      message: textOf(condition, 'message'),
    })),
  };
}

/** What Argo CD renders: the sources, where there are several they alone count. */
function sourcesOf(spec: JsonObject): readonly JsonObject[] {
  const several = objectsOf(spec, 'sources');
  return several.length > 0 ? several : [objectOf(spec, 'source')];
}

function parseSources(spec: JsonObject): readonly ApplicationSource[] {
  const hydrator = objectOf(spec, 'sourceHydrator');
  const dry = hydrator['drySource'];
  return (isJsonObject(dry) ? [dry] : sourcesOf(spec)).map((source) => {
    const { helm, kustomize, plugin, directory } = source;
    const repoUrl = textOf(source, 'repoURL');
    return {
      repoUrl,
      path: textOf(source, 'path'),
      targetRevision: textOf(source, 'targetRevision'),
      isPackage: textOf(source, 'chart') !== '' || repoUrl.startsWith('oci://'),
      overrides: JSON.stringify({ helm, kustomize, plugin, directory }),
    };
  });
}

/** `enabled: false` stands since 3.1 for what was an absent `automated` before. */
function parseAutoSync(policy: JsonObject): boolean {
  const automated = policy['automated'];
  return isJsonObject(automated) && automated['enabled'] !== false;
}

function parseApplicationSet(metadata: JsonObject): string | undefined {
  const owner = objectsOf(metadata, 'ownerReferences').find(
    ({ kind }) => kind === 'ApplicationSet',
  );
  return owner && textOf(owner, 'name');
}

function parseRevisions(result: JsonObject): readonly string[] {
  const several = textsOf(result, 'revisions');
  return several.length > 0 ? several : [textOf(result, 'revision')];
}

/**
 * The source hydrator syncs commits of its own. What counts is the dry commit that one was made
 * from, which is told of the newest one only.
 */
function revisionReader(spec: JsonObject, status: JsonObject): (revision: string) => string {
  if (!isJsonObject(spec['sourceHydrator'])) return (revision) => revision;
  const last = objectOf(objectOf(status, 'sourceHydrator'), 'lastSuccessfulOperation');
  const hydrated = textOf(last, 'hydratedSHA');
  return (revision) => (revision !== '' && revision === hydrated ? textOf(last, 'drySHA') : '');
}

/** The status lags behind a spec that was just changed. */
function isCompared(spec: JsonObject, comparedTo: JsonObject): boolean {
  if (!isSameDestination(objectOf(spec, 'destination'), objectOf(comparedTo, 'destination'))) {
    return false;
  }
  const hydrated = hydratedSourceOf(spec);
  if (hydrated === undefined) return isDeepStrictEqual(sourcesOf(comparedTo), sourcesOf(spec));
  const compared = objectOf(comparedTo, 'source');
  return Object.entries(hydrated).every(([key, value]) => compared[key] === value);
}

/** A cluster may be told by its name or by its address. */
function isSameDestination(destination: JsonObject, compared: JsonObject): boolean {
  return ['server', 'name', 'namespace'].every((key) => {
    const [now, then] = [textOf(destination, key), textOf(compared, key)];
    return now === '' || then === '' || now === then;
  });
}

/** What the source hydrator writes, and Argo CD syncs; `undefined` without one. */
function hydratedSourceOf(spec: JsonObject): JsonObject | undefined {
  const hydrator = objectOf(spec, 'sourceHydrator');
  const { drySource } = hydrator;
  if (!isJsonObject(drySource)) return undefined;
  const { repoURL = drySource['repoURL'], path, targetBranch } = objectOf(hydrator, 'syncSource');
  return { repoURL, path, targetRevision: targetBranch };
}

function isNoHook(resource: JsonObject): boolean {
  return resource['hook'] !== true;
}

function parseResource(resource: JsonObject): Resource {
  const health = objectOf(resource, 'health');
  return {
    group: textOf(resource, 'group'),
    kind: textOf(resource, 'kind'),
    namespace: textOf(resource, 'namespace'),
    name: textOf(resource, 'name'),
    health: textOf(health, 'status'),
    message: textOf(health, 'message'),
  };
}

function parseOperation(
  state: JsonObject,
  toSource: (revision: string) => string,
): Operation | undefined {
  if (textOf(state, 'phase') === '') return undefined;
  const asked = objectOf(state, 'operation');
  const sync = objectOf(asked, 'sync');
  const result = objectOf(state, 'syncResult');
  const done = parseRevisions(result);
  const revisions = done.some((revision) => revision !== '') ? done : parseRevisions(sync);
  const finishedAt = timeOf(state, 'finishedAt');
  const resources = objectsOf(result, 'resources');
  return {
    phase: textOf(state, 'phase'),
    message: textOf(state, 'message'),
    revisions: revisions.map(toSource),
    ...(finishedAt !== undefined && { finishedAt }),
    retries: numberOf(state, 'retryCount'),
    retryLimit: numberOf(objectOf(asked, 'retry'), 'limit'),
    isPartial: objectsOf(sync, 'resources').length > 0,
    appliesCommit: sync['dryRun'] !== true && !hasOwnManifests(sync),
    failures: resources.filter(isFailedResource).map(describeFailedResource),
    // A hook is gone when it is done.
    images: resources
      .filter((resource) => textOf(resource, 'hookType') === '')
      .flatMap((resource) => textsOf(resource, 'images')),
  };
}

/** Those of somebody's machine are not of any commit. */
function hasOwnManifests({ manifests }: JsonObject): boolean {
  return Array.isArray(manifests) && manifests.length > 0;
}

function numberOf(object: JsonObject, key: string): number {
  const value = object[key];
  return typeof value === 'number' ? value : 0;
}

function isFailedResource(resource: JsonObject): boolean {
  return (
    textOf(resource, 'status') === 'SyncFailed' ||
    ['Failed', 'Error'].includes(textOf(resource, 'hookPhase'))
  );
}

function describeFailedResource(resource: JsonObject): string {
  return `${textOf(resource, 'kind')}/${textOf(resource, 'name')}: ${textOf(resource, 'message')}`;
}
