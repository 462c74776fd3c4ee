/** What clients need of the network. `runner/http.ts` implements it. */

/** One request, as it is sent: nothing is followed and nothing is sent again. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the whole of it may take, in milliseconds. */
  readonly limit: number;
  /** Certificates to trust instead of those that Node.js does, in PEM. */
  readonly authority?: string;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** Whether the body is of interest; by default it is. */
  readonly readsBody?: boolean;
  /** How large it may be, in bytes. */
  readonly largestBody?: number;
}

export interface HttpReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Empty when it was not read. */
  readonly body: Buffer;
}

/** No answer, none in time, or one that is too large. */
export interface NoReply {
  /** Why, as it reads in brackets. */
  readonly problem: string;
  /** Of Node.js or OpenSSL; empty where they give none. */
  readonly code: string;
}

/** Sends a request. What the server or the network does is an answer: it never throws for that. */
export type SendRequest = (request: HttpRequest) => Promise<HttpReply | NoReply>;
