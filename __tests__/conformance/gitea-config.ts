import { dirname, join } from 'node:path';

/**
 * An `app.ini` without what asks other hosts or works beside the requests.
 * @param folder Where everything is that the server writes.
 * @param program Its path: what it reads at run time is in `options` beside it.
 */
export function renderConfig(folder: string, port: number, program: string): string {
  return `
RUN_MODE = prod
WORK_PATH = ${folder}
; Harmless, since nobody else reaches this server, and containers know no other user.
I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
STATIC_ROOT_PATH = ${dirname(program)}
DISABLE_SSH = true
OFFLINE_MODE = true
[database]
DB_TYPE = sqlite3
PATH = ${join(folder, 'gitea.db')}
[repository]
ROOT = ${join(folder, 'repositories')}
[security]
INSTALL_LOCK = true
SECRET_KEY = a-secret-of-nothing
INTERNAL_TOKEN = a-token-of-nothing
[oauth2]
ENABLED = false
[actions]
ENABLED = false
[packages]
ENABLED = false
[indexer]
ISSUE_INDEXER_TYPE = db
[cron]
ENABLED = false
[log]
LEVEL = Warn
`;
}

/** Nothing of the caller's own environment but what a process needs. */
export function renderEnvironment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: folder, TZ: 'UTC' };
}
