import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildImage, buildIndex } from '../../registry/images.js';
import { push } from '../registry-server.js';

/** The inputs of docker/build-push-action, which actions/build-push-action sends. */
export interface Build {
  readonly platforms: string;
  readonly push: string;
  readonly tags: string;
  readonly labels: string;
}

export interface Builder {
  readonly url: string;
  /** @returns The digest; empty when nothing was to be pushed. */
  readonly build: (build: Build) => Promise<string>;
  readonly stop: () => void;
}

/**
 * Plays docker: it builds an index with one image a platform, and pushes it.
 * @param registry Where `ghcr.io` is, `127.0.0.1:PORT`.
 */
export async function startBuilder(registry: string): Promise<Builder> {
  const server: Server = createServer((request, reply) => {
    readBuild(request)
      .then((build) => perform(registry, build))
      .then((digest) => reply.end(digest))
      .catch((error: unknown) => reply.writeHead(500).end(String(error)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    build: (build) => perform(registry, build),
    stop: () => server.close(),
  };
}

async function readBuild(request: IncomingMessage): Promise<Build> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Build;
}

async function perform(registry: string, build: Build): Promise<string> {
  const platforms = (build.platforms || 'linux/amd64').split(',');
  const labels = Object.fromEntries(linesOf(build.labels).map((line) => splitAt(line, '=')));
  const index = buildIndex(platforms.map((platform) => buildImage({ platform, labels })));
  if (build.push !== 'true') return '';
  for (const name of linesOf(build.tags)) {
    const { repository, tag } =
      /^ghcr\.io\/(?<repository>[^:]+):(?<tag>.+)$/.exec(name)?.groups ?? {};
    if (repository === undefined || tag === undefined)
      throw new Error(`No name of ghcr.io: ${name}`);
    await push(registry, repository, index, tag);
  }
  return index.index.digest;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function splitAt(line: string, separator: string): [string, string] {
  const at = line.indexOf(separator);
  return [line.slice(0, at), line.slice(at + 1)];
}
