// What the tests inherit of the machine, and with them every git and every run that they start.

import { devNull } from 'node:os';

/** Settings of git, of a workflow that runs the tests, and of the network around it. */
const FOREIGN =
  /^(?:(?:GIT|GITHUB|INPUT|RUNNER|ACTIONS)_.*|(?:all|https?|no)_proxy|DOCKER_CONFIG|SOURCE_DATE_EPOCH)$/i;

/** Jest runs it before its first worker starts, which takes these variables over. */
export default function prepareEnvironment() {
  for (const name of Object.keys(process.env)) {
    if (FOREIGN.test(name)) Reflect.deleteProperty(process.env, name);
  }
  // Some tests read what git says, and commit in repositories of their own.
  Object.assign(process.env, {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
  });
}
