import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createBareRepository,
  openBareRepository,
  type BareRepository,
  type Files,
} from '../stand-in/bare-repository.mjs';
import { renderConfig, renderEnvironment } from './gitea-config.js';

/** The real program; `npm run conformance` sets it. */
const GITEA = process.env['GITEA'] ?? 'gitea';

/** The administrator, who owns every repository. */
export const OWNER = 'ada';

const PASSWORD = 'the-password-of-everybody';

export interface Reply {
  /** HTTP status. */
  readonly status: number;
  /** Where a redirection leads. */
  readonly location?: string;
  /** Parsed JSON; text when it is none. */
  readonly body: unknown;
}

interface Request {
  /** By default the owner's, which may do everything. */
  readonly token?: string;
  readonly body?: unknown;
}

/** A real Gitea on this machine, with an empty database in a temporary folder. */
export class GiteaServer {
  /** Base address without a slash at its end. */
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  #ownerToken = '';

  private constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), 'gitea-'));
    writeFileSync(this.#config, renderConfig(this.#folder, port, GITEA));
    const log = openSync(this.#log, 'a');
    this.#process = spawn(GITEA, ['--config', this.#config, 'web'], {
      env: renderEnvironment(this.#folder),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
  }

  static async start(): Promise<GiteaServer> {
    const server = new GiteaServer(await findFreePort());
    try {
      await server.#waitUntilReady();
      await server.#createOwner();
      return server;
    } catch (error) {
      const log = readFileSync(server.#log, 'utf8');
      await server.stop();
      throw new Error(`Gitea did not start:\n${log}`, { cause: error });
    }
  }

  async stop(): Promise<void> {
    if (isRunning(this.#process)) {
      this.#process.kill();
      await once(this.#process, 'exit');
    }
    rmSync(this.#folder, { recursive: true });
  }

  get apiUrl(): string {
    return `${this.url}/api/v1`;
  }

  /** @param path Behind `/api/v1`, or a whole address. Redirections are not followed. */
  async request(method: string, path: string, { token, body }: Request = {}): Promise<Reply> {
    return this.#send(method, path, `token ${token ?? this.#ownerToken}`, body);
  }

  /** As `request`, for what has to succeed. */
  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return expectSuccess(`${method} ${path}`, await this.request(method, path, { body }));
  }

  async createUser(login: string): Promise<void> {
    await this.ask('POST', '/admin/users', {
      username: login,
      email: `${login}@example.com`,
      password: PASSWORD,
      must_change_password: false,
    });
  }

  /** @param scopes Such as `write:repository`. */
  async createToken(login: string, ...scopes: readonly string[]): Promise<string> {
    const path = `/users/${login}/tokens`;
    const basic = Buffer.from(`${login}:${PASSWORD}`).toString('base64');
    const body = { name: scopes.join(), scopes };
    const reply = await this.#send('POST', path, `Basic ${basic}`, body);
    return (expectSuccess(`POST ${path}`, reply) as { sha1: string }).sha1;
  }

  /** Makes a private repository of the owner, whose branch `main` holds the files. */
  async createRepository(name: string, files: Files): Promise<BareRepository> {
    await this.ask('POST', '/user/repos', { name, private: true, default_branch: 'main' });
    const source = await createBareRepository(join(this.#folder, 'sources', name), files);
    const remote = new URL(`${this.url}/${OWNER}/${name}.git`);
    [remote.username, remote.password] = [OWNER, PASSWORD];
    await source.git('push', '--quiet', remote.href, 'main');
    // The server learns of a push a little later.
    await waitFor(async () => {
      const { empty } = (await this.ask('GET', `/repos/${OWNER}/${name}`)) as { empty: boolean };
      return !empty;
    });
    return openBareRepository(join(this.#folder, 'repositories', OWNER, `${name}.git`));
  }

  get #config(): string {
    return join(this.#folder, 'app.ini');
  }

  get #log(): string {
    return join(this.#folder, 'gitea.log');
  }

  async #send(method: string, path: string, authorization: string, body: unknown): Promise<Reply> {
    const reply = await fetch(path.startsWith('/') ? `${this.apiUrl}${path}` : path, {
      method,
      redirect: 'manual',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const location = reply.headers.get('location');
    return {
      status: reply.status,
      ...(location !== null && { location }),
      body: parseBody(await reply.text()),
    };
  }

  async #waitUntilReady(): Promise<void> {
    await once(this.#process, 'spawn');
    await waitFor(async () => {
      if (!isRunning(this.#process)) throw new Error('It ended.');
      const reply = await fetch(`${this.apiUrl}/version`).catch(() => undefined);
      return reply?.ok === true;
    });
  }

  async #createOwner(): Promise<void> {
    const user = ['--admin', '--username', OWNER, '--email', `${OWNER}@example.com`];
    const args = ['admin', 'user', 'create', ...user, '--password', PASSWORD];
    const command = spawn(
      GITEA,
      ['--config', this.#config, ...args, '--must-change-password=false'],
      {
        env: renderEnvironment(this.#folder),
        stdio: 'ignore',
      },
    );
    const [exitCode] = (await once(command, 'exit')) as [number | null];
    if (exitCode !== 0) throw new Error(`The owner was not created: exit code ${exitCode}.`);
    this.#ownerToken = await this.createToken(OWNER, 'all');
  }
}

/** A port that nobody listens on; Gitea has to know it before it starts. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It took more than a minute.');
    await sleep(50);
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function expectSuccess(request: string, { status, body }: Reply): unknown {
  if (status < 300) return body;
  throw new Error(`${request} was answered ${status}: ${JSON.stringify(body)}`);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
