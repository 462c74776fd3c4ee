import { isJsonObject, type JsonObject, parseJsonObject } from '../base/json.js';
import type { Pod, SyncWindow, Workload } from '../ports/argocd.js';
import { objectOf, objectsOf, textOf, textsOf, timeOf } from './fields.js';

/** Parses the reply to `managed-resources`: of those that name an image, what and where. */
export function parseWorkloads(data: JsonObject): readonly Workload[] {
  return objectsOf(data, 'items')
    .filter((item) => item['hook'] !== true)
    .map(parseWorkload)
    .filter(({ wanted, live }) => wanted.length + live.length > 0);
}

function parseWorkload(item: JsonObject): Workload {
  // Of a resource that is not there, a state is `null` or empty.
  const live = parseJsonObject(textOf(item, 'liveState'));
  return {
    group: textOf(item, 'group'),
    kind: textOf(item, 'kind'),
    namespace: textOf(item, 'namespace'),
    name: textOf(item, 'name'),
    wanted: collectImages(parseJsonObject(textOf(item, 'targetState'))),
    live: collectImages(live),
    isLive: live !== undefined,
    isLeft: textOf(item, 'targetState') === 'null',
  };
}

/**
 * The images of every pod template in a spec, whatever the kind: a Deployment has one in `template`,
 * a CronJob in `jobTemplate`, and custom resources where they like.
 */
function collectImages(state: JsonObject | undefined): readonly string[] {
  const images = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isJsonObject(value)) return;
    for (const key of ['containers', 'initContainers']) {
      for (const container of objectsOf(value, key)) images.add(textOf(container, 'image'));
    }
    Object.values(value).forEach(collect);
  };
  collect(state?.['spec']);
  images.delete('');
  return [...images];
}

/** Parses the Pods in the reply to `resource-tree`. */
export function parsePods(data: JsonObject): readonly Pod[] {
  return objectsOf(data, 'nodes')
    .filter((node) => node['kind'] === 'Pod')
    .map((node) => {
      const health = objectOf(node, 'health');
      const [owner = {}] = objectsOf(node, 'parentRefs');
      const status = objectsOf(node, 'info').find(({ name }) => name === 'Status Reason');
      const createdAt = timeOf(node, 'createdAt');
      return {
        name: `${textOf(node, 'namespace')}/${textOf(node, 'name')}`,
        images: textsOf(node, 'images'),
        health: textOf(health, 'status'),
        message: textOf(health, 'message'),
        reason: textOf(status ?? {}, 'value'),
        owner: ['kind', 'namespace', 'name']
          .map((key) => textOf(owner, key))
          .join(' ')
          .trim(),
        ...(createdAt !== undefined && { createdAt }),
      };
    });
}

/** Parses the reply to `syncwindows`. */
export function parseSyncWindow(data: JsonObject): SyncWindow {
  const active = objectsOf(data, 'activeWindows').map((window) =>
    [textOf(window, 'kind'), textOf(window, 'schedule'), textOf(window, 'duration')].join(' '),
  );
  // What Argo CD leaves out of a reply is false.
  return { canSync: data['canSync'] === true, active };
}
