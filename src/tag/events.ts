/** Events that start on the default branch's newest commit, as docker/metadata-action sees it. */
const DEFAULT_BRANCH_EVENTS = /create|discussion|issues|schedule/;

/** Whether an event starts on the default branch, whatever that is called. */
export function isOnDefaultBranch(eventName: string): boolean {
  return DEFAULT_BRANCH_EVENTS.test(eventName);
}

export function isScheduled(eventName: string): boolean {
  return eventName.includes('schedule');
}
