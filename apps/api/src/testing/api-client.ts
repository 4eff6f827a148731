import type { Caption, CaptionOptionsInput, Problem } from "@caption-generator/schema";

/** A visitor with a cookie jar of one cookie, speaking plain HTTP as any program would. */
export function createVisitor(url: string) {
  let cookie: string | undefined;

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookie !== undefined) headers.set("cookie", cookie);
    const response = await fetch(`${url}${path}`, { ...init, headers });
    cookie ??= response.headers.get("set-cookie")?.split(";", 1)[0];
    return response;
  }

  return {
    send,
    get: (path: string) => send(path),
    postJson: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    /** Sends a photo as a form, as `curl -F` does, and waits for its caption. */
    caption: (
      file: { readonly bytes: Uint8Array; readonly name: string; readonly type: string },
      options: CaptionOptionsInput | string = {},
      headers: Record<string, string> = { prefer: "wait=30" },
    ) => {
      const form = new FormData();
      form.set("file", new File([Buffer.from(file.bytes)], file.name, { type: file.type }));
      form.set("options", typeof options === "string" ? options : JSON.stringify(options));
      return send("/captions", { method: "POST", headers, body: form });
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

export const asCaption = async (response: Response) => (await response.json()) as Caption;
export const asProblem = async (response: Response) => (await response.json()) as Problem;
