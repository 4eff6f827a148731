import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { request as ask, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { createTurns } from "../concurrency/in-turn.ts";
import { createBegunUploads } from "./s3-begun-uploads.ts";
import { createSignatureCheck } from "./s3-signature.ts";

/** The tag that a scanner's verdict is, and the one value that opens an object. */
const TAG = "GuardDutyMalwareScanStatus";
const CLEAN = "NO_THREATS_FOUND";

export interface S3Front {
  readonly url: string;
  /** Whether everything is answered with 503, as S3 does where it is too busy. */
  busy: boolean;
  /** Whether an object can be read only once it is tagged as clean: the bucket's policy on AWS. */
  guarded: boolean;
  /** What was asked for, as `GET /bucket/key`. */
  readonly requests: string[];
  close(): Promise<void>;
}

/**
 * Stands before an emulated S3 for what that does not do by itself: bad days, a policy, signatures, and
 * some right answers. */
export async function startS3Front(target: string): Promise<S3Front> {
  const begun = createBegunUploads();
  const isAsSigned = createSignatureCheck();
  const inTurn = createTurns();
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const front: S3Front = {
    url: `http://127.0.0.1:${port}`,
    busy: false,
    guarded: false,
    requests: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  /** Of two that may write only where there is nothing, S3 lets one; the emulator now and then both. */
  function passOn(request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const pass = () => forward(target, request, body);
    if (request.headers["if-none-match"] === undefined) return pass();
    return inTurn(request.url?.split("?", 1)[0] ?? "", pass);
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { method = "GET", url = "/" } = request;
    front.requests.push(`${method} ${url.split("?", 1)[0]}`);
    const body = await buffer(request);
    if (front.busy) return refuse(response, 503, "SlowDown");
    if (!(await isAsSigned(method, url, request.headers))) {
      return refuse(response, 403, "SignatureDoesNotMatch");
    }
    if (front.guarded && readsObject(method, url) && !(await isClean(target, url))) {
      return refuse(response, 403, "AccessDenied");
    }
    begun.note(method, url);
    if (method === "GET" && begun.lists(url)) {
      const { pathname, searchParams } = new URL(url, "http://s3");
      const all = await look(`${target}${pathname}?uploads`);
      response.writeHead(200, { "content-type": "application/xml" });
      return response.end(begun.page(pathname, all, searchParams));
    }
    const answer = await passOn(request, body);
    // The emulator falls over whatever is asked of an upload that is over, and now and then over others.
    if (answer.statusCode === 500 && (await isOver(target, url))) {
      answer.resume();
      return refuse(response, 404, "NoSuchUpload");
    }
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  }

  return front;
}

async function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<IncomingMessage> {
  const sent = ask(`${target}${url}`, { method, headers });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return answer;
}

function readsObject(method: string, url: string): boolean {
  const { pathname, searchParams } = new URL(url, "http://s3");
  const inBucket = pathname.split("/").filter(Boolean).length > 1;
  return (
    inBucket &&
    (method === "HEAD" || method === "GET") &&
    !["tagging", "uploadId"].some((name) => searchParams.has(name))
  );
}

/** The emulator checks no signature, and answers nobody who has none. */
const SOMEBODY =
  "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

/** Asks the emulator itself. @throws Error where it does not answer as it should */
async function look(url: string): Promise<string> {
  const answer = await fetch(url, { headers: { authorization: SOMEBODY } });
  if (answer.status !== 200 && answer.status !== 404) {
    throw new Error(`The emulator answered ${answer.status} to ${url}.`);
  }
  return answer.text();
}

/** Whether what is asked for is an upload in parts that the emulator does not have (any more). */
async function isOver(target: string, url: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(url, "http://s3");
  const id = searchParams.get("uploadId");
  if (id === null) return false;
  const [, bucket] = pathname.split("/");
  const left = await look(`${target}/${bucket}?uploads`);
  return !left.includes(`<UploadId>${id}</UploadId>`);
}

async function isClean(target: string, url: string): Promise<boolean> {
  const { pathname } = new URL(url, "http://s3");
  const tags = await look(`${target}${pathname}?tagging`);
  return tags.replaceAll(/\s/gu, "").includes(`<Key>${TAG}</Key><Value>${CLEAN}</Value>`);
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { "content-type": "application/xml", connection: "close" });
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  );
}
