import type { ArrivedParts, DeclaredUpload } from "@caption-generator/schema";
import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../../lib/problem.ts";
import { beginUpload } from "./begin-upload.ts";

const video = new File(["x"], "long.mp4", { type: "video/mp4" });
const plan = { bytes: 8, count: 3 };
const target = { method: "PUT", url: "/there", headers: {} };

/** A service to which `declared` is a new file, and `before` what is known of an upload kept here. */
function setUp(declared: object, before?: () => Promise<unknown>) {
  const memory = {
    find: vi.fn(() => (before === undefined ? undefined : "upl_old")),
    keep: vi.fn(),
    forget: vi.fn(),
  };
  const api = {
    declareUpload: vi.fn(
      async () => ({ upload: { id: "upl_new" }, ...declared }) as DeclaredUpload,
    ),
    arrivedParts: vi.fn(async () => (await before?.()) as ArrivedParts),
  };
  return { api, memory };
}

const known = (state: string, ...numbers: number[]) =>
  vi.fn(async () => ({
    upload: { id: "upl_old", state },
    parts: plan,
    arrived: numbers.map((number) => ({ number })),
  }));
const failing = (error: Error) => () => Promise.reject(error);

describe("beginUpload", () => {
  it("sends a small file whole, and keeps no note of it", async () => {
    const deps = setUp({ target });
    expect(await beginUpload(deps, video)).toEqual({ kind: "whole", id: "upl_new", target });
    expect(deps.memory.keep).not.toHaveBeenCalled();
  });

  it("sends a large file in parts, and keeps a note of it", async () => {
    const deps = setUp({ parts: plan });
    const begun = await beginUpload(deps, video);
    expect(begun).toEqual({ kind: "parts", id: "upl_new", plan, arrived: [] });
    expect(deps.memory.keep).toHaveBeenCalledWith(video, { id: "upl_new" });
  });

  it("goes on with an upload that had begun", async () => {
    const deps = setUp({}, known("declared", 1, 3));
    const begun = await beginUpload(deps, video);
    expect(begun).toEqual({ kind: "parts", id: "upl_old", plan, arrived: [1, 3] });
    expect(deps.api.declareUpload).not.toHaveBeenCalled();
  });

  it("sends nothing of an upload that is complete", async () => {
    const deps = setUp({}, known("uploaded"));
    expect(await beginUpload(deps, video)).toEqual({ kind: "complete", id: "upl_old" });
  });

  const problem = (code: "not_found" | "shutting_down") =>
    new ApiProblem({ title: "No", detail: "No.", code, retryable: code !== "not_found" });

  it.each([
    ["has its caption", known("used")],
    ["was deleted", failing(problem("not_found"))],
  ])("begins anew where the upload %s", async (_, before) => {
    const deps = setUp({ parts: plan }, before);
    expect(await beginUpload(deps, video)).toMatchObject({ kind: "parts", id: "upl_new" });
    expect(deps.memory.forget).toHaveBeenCalledWith(video);
  });

  it("loses nothing where the service does not answer", async () => {
    const deps = setUp({}, failing(problem("shutting_down")));
    await expect(beginUpload(deps, video)).rejects.toThrow(ApiProblem);
    expect(deps.memory.forget).not.toHaveBeenCalled();
  });
});
