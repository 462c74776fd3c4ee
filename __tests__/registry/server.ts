import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { BuiltImage, BuiltIndex, Document } from './images.js';

/** A request as it came over the wire. */
export interface Seen {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** All that was sent, to look for what must not be there. */
  readonly text: string;
  readonly accept: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a server says; `undefined` for what it does not know. */
export type Handler = (request: Seen) => Answer | undefined | 'hang-up';

/** Both in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** An HTTP server on this machine that keeps every request. */
export class RecordingServer {
  readonly requests: Seen[] = [];
  readonly #server: Server;
  handler: Handler = () => undefined;

  private constructor(certificate?: Certificate) {
    const listener: RequestListener = (message, reply) => {
      void this.#read(message).then((request) => {
        const answer = this.handler(request);
        if (answer === 'hang-up') return message.socket.destroy();
        const { status, headers = {}, body = '' } = answer ?? { status: 404 };
        return reply.writeHead(status, headers).end(body);
      });
    };
    this.#server =
      certificate === undefined
        ? createServer(listener)
        : createSecureServer(certificate, listener);
  }

  static async start(handler?: Handler, certificate?: Certificate): Promise<RecordingServer> {
    const server = new RecordingServer(certificate);
    if (handler !== undefined) server.handler = handler;
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** `127.0.0.1:PORT`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async #read(message: IncomingMessage): Promise<Seen> {
    let body = '';
    for await (const chunk of message.setEncoding('utf8')) body += String(chunk);
    const { method = '', url: path = '', headers, rawHeaders } = message;
    const seen = {
      method,
      path,
      authorization: headers.authorization,
      text: [method, path, ...rawHeaders, body].join('\n'),
      accept: headers.accept ?? '',
    };
    this.requests.push(seen);
    return seen;
  }
}

/** What a registry holds under `/v2/org/app/`: manifests by digest and by tag, and blobs. */
export class Shelf {
  readonly #manifests = new Map<string, Document>();
  readonly #blobs = new Map<string, Document>();

  putImage(built: BuiltImage, tag?: string): this {
    this.#putManifest(built.manifest, tag);
    for (const blob of built.blobs) this.#blobs.set(blob.digest, blob);
    return this;
  }

  putIndex({ index, images }: BuiltIndex, tag?: string): this {
    this.#putManifest(index, tag);
    for (const image of images) this.putImage(image);
    return this;
  }

  #putManifest(document: Document, tag: string | undefined): void {
    this.#manifests.set(document.digest, document);
    if (tag !== undefined) this.#manifests.set(tag, document);
  }

  /** As registries do, a manifest is there only for who accepts its type. */
  serve({ path, accept }: Pick<Seen, 'path' | 'accept'>): Answer {
    const [, kind = '', reference = ''] = /^\/v2\/org\/app\/(\w+)\/(.+)$/.exec(path) ?? [];
    const found = (kind === 'manifests' ? this.#manifests : this.#blobs).get(reference);
    const accepted = kind === 'blobs' || accept.split(', ').includes(found?.type ?? '');
    if (found === undefined || !accepted)
      return errorAnswer(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
    const { bytes, type, digest } = found;
    const headers = { 'content-type': type, 'docker-content-digest': digest };
    return { status: 200, headers, body: bytes };
  }
}

export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers, body: JSON.stringify({ errors: [{ code, message, detail: null }] }) };
}
