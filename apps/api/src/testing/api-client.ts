import { setTimeout as wait } from "node:timers/promises";
import type {
  ApiKeyPage,
  ArrivedParts,
  Caption,
  CaptionOptionsInput,
  CaptionPage,
  CreatedApiKey,
  DeclaredInParts,
  DeclaredWhole,
  PartUrls,
  Problem,
  Upload,
} from "@caption-generator/schema";

export interface PhotoFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
}

export interface Visitor {
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The cookie that this visitor was given, as it is sent back. */
  cookie(): string | undefined;
  /** The same visitor at another address: the API was started again. */
  at(otherUrl: string): Visitor;
  get(path: string): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a photo as a form, as `curl -F` does, and waits for its caption where no headers say otherwise. */
  caption(
    file: PhotoFile,
    options?: CaptionOptionsInput | string,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** A visitor with a cookie jar of one cookie, speaking plain HTTP as any program would. */
export function createVisitor(url: string, given?: string): Visitor {
  let cookie = given;

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookie !== undefined) headers.set("cookie", cookie);
    const response = await fetch(`${url}${path}`, { ...init, headers });
    cookie ??= response.headers.get("set-cookie")?.split(";", 1)[0];
    return response;
  }

  /** On a busy machine a caption may take longer than an answer may be waited for. */
  async function untilFinished(accepted: Response): Promise<Response> {
    const { id } = (await accepted.json()) as Caption;
    for (;;) {
      const answer = await send(`/captions/${id}`);
      const { finishedAt } = (await answer.clone().json()) as Caption;
      if (finishedAt !== null) return answer;
      await wait(200);
    }
  }

  return {
    send,
    cookie: () => cookie,
    at: (otherUrl) => createVisitor(otherUrl, cookie),
    get: (path) => send(path),
    postJson: (path, body, headers = {}) =>
      send(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    async caption(file, options = {}, headers) {
      const form = new FormData();
      form.set("file", new File([Buffer.from(file.bytes)], file.name, { type: file.type }));
      form.set("options", typeof options === "string" ? options : JSON.stringify(options));
      const body = { method: "POST", headers: headers ?? { prefer: "wait=55" }, body: form };
      const answer = await send("/captions", body);
      return headers === undefined && answer.status === 202 ? untilFinished(answer) : answer;
    },
  };
}

const as =
  <T>() =>
  async (response: Response) =>
    (await response.json()) as T;

export const asCaption = as<Caption>();
export const asPage = as<CaptionPage>();
export const asProblem = as<Problem>();
export const asDeclared = as<DeclaredWhole>();
export const asDeclaredInParts = as<DeclaredInParts>();
export const asPartUrls = as<PartUrls>();
export const asArrived = as<ArrivedParts>();
export const asCreatedKey = as<CreatedApiKey>();
export const asKeys = as<ApiKeyPage>();
export const asUpload = as<Upload>();
