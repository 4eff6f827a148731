import type { CaptionOptionsInput, DeclaredUpload, Upload } from "@caption-generator/schema";
import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../../lib/problem.ts";
import type { UploadDeps } from "./upload-deps.ts";
import { createUploadDesk } from "./upload-desk.ts";

const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
const witty: CaptionOptionsInput = { tone: "witty" };
const never = new AbortController().signal;

/** A service that numbers its uploads, and a network that carries bytes as `send` says. */
function setUp(
  send: UploadDeps["send"] = async () => {},
  prepare: UploadDeps["prepare"] = async (file) => file,
) {
  let uploads = 0;
  const api = {
    declareUpload: vi.fn(
      async () => ({ upload: { id: `upl_${++uploads}` }, target: {} }) as DeclaredUpload,
    ),
    completeUpload: vi.fn(async (id: string) => ({ id }) as Upload),
    discardUpload: vi.fn(async () => {}),
    partUrls: vi.fn(),
    arrivedParts: vi.fn(),
  };
  const report = vi.fn();
  const begun = new Map<string, string>();
  const memory = {
    find: ({ name }: { name: string }) => begun.get(name),
    keep: ({ name }: { name: string }, { id }: { id: string }) => void begun.set(name, id),
    forget: ({ name }: { name: string }) => void begun.delete(name),
  };
  const wait = async () => {};
  return {
    api,
    report,
    memory,
    desk: createUploadDesk({ api, send, memory, wait, prepare }, report),
  };
}

const untilAborted: UploadDeps["send"] = (_file, _target, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

describe("createUploadDesk", () => {
  it("sends a photo once, and has it ready when a caption is asked of it", async () => {
    const { desk, api, report } = setUp();
    desk.begin(photo);
    expect(await desk.take(photo, witty, never)).toBe("upl_1");
    expect(api.completeUpload).toHaveBeenCalledWith("upl_1");
    expect(report.mock.calls.map(([event]) => event.type)).toEqual(["sending", "sent"]);
  });

  it("stops sending what is not wanted any more, deletes it, and reports nothing of it", async () => {
    const send = vi.fn(untilAborted);
    const { desk, api, report } = setUp(send);
    desk.begin(photo);
    await vi.waitFor(() => expect(send).toHaveBeenCalled());
    const taking = desk.take(photo, witty, never);
    report.mockClear();
    desk.forget();
    await expect(taking).rejects.toThrow("not wanted");
    await vi.waitFor(() => expect(api.discardUpload).toHaveBeenCalledWith("upl_1"));
    expect(report).not.toHaveBeenCalled();
    expect(api.completeUpload).not.toHaveBeenCalled();
  });

  it("sends a file anew that is chosen again while it is sent", async () => {
    const { desk, api, memory } = setUp();
    memory.keep(photo, { id: "upl_0" });
    api.arrivedParts.mockReturnValue(new Promise(() => {}));
    desk.begin(photo);
    await vi.waitFor(() => expect(api.arrivedParts).toHaveBeenCalled());
    desk.begin(photo);
    expect(await desk.take(photo, witty, never)).toBe("upl_1");
  });

  it("sends what is made of a photo, and declares it as that", async () => {
    const small = new File(["xx"], "a.png", { type: "image/jpeg" });
    const send = vi.fn(async () => {});
    const { desk, api } = setUp(send, async () => small);
    await desk.take(photo, witty, never);
    const declared = { name: "a.png", type: "image/jpeg", bytes: 2 };
    expect(api.declareUpload).toHaveBeenCalledWith(declared);
    expect(send).toHaveBeenCalledWith(small, {}, expect.anything());
  });

  it("declares nothing of a photo that is let go before it is made smaller", async () => {
    const made = Promise.withResolvers<File>();
    const { desk, api } = setUp(undefined, () => made.promise);
    const taking = desk.take(photo, witty, never);
    desk.forget();
    made.resolve(photo);
    await expect(taking).rejects.toThrow("not wanted");
    expect(api.declareUpload).not.toHaveBeenCalled();
  });

  it("does not hand out an upload to work that was stopped meanwhile", async () => {
    const { desk } = setUp();
    const work = new AbortController();
    const taking = desk.take(photo, witty, work.signal);
    work.abort();
    await expect(taking).rejects.toThrow();
  });

  it("gives the same upload to the same question asked again", async () => {
    const { desk, api } = setUp();
    const first = await desk.take(photo, witty, never);
    expect(await desk.take(photo, { ...witty }, never)).toBe(first);
    expect(api.declareUpload).toHaveBeenCalledOnce();
  });

  it("sends the photo again for another question, or once a caption has taken it", async () => {
    const { desk } = setUp();
    await desk.take(photo, witty, never);
    expect(await desk.take(photo, {}, never)).toBe("upl_2");
    desk.spend("upl_2");
    expect(await desk.take(photo, {}, never)).toBe("upl_3");
  });

  it("has the service delete what it refused for good", async () => {
    const problem = { title: "No", detail: "It is no photo.", retryable: false };
    const { desk, api, report } = setUp(() => Promise.reject(new ApiProblem(problem)));
    desk.begin(photo);
    await vi.waitFor(() => expect(api.discardUpload).toHaveBeenCalledWith("upl_1"));
    expect(report).toHaveBeenLastCalledWith({ type: "unsent", problem });
  });

  it("reports why a photo could not be sent, and sends it again when asked", async () => {
    const problem = { title: "No", detail: "The disk is full.", retryable: true };
    const send = vi.fn<UploadDeps["send"]>().mockRejectedValueOnce(new ApiProblem(problem));
    const { desk, report } = setUp(send);
    desk.begin(photo);
    await vi.waitFor(() => expect(report).toHaveBeenCalledWith({ type: "unsent", problem }));
    expect(await desk.take(photo, witty, never)).toBe("upl_2");
  });
});
