import type { PartTarget } from "@caption-generator/schema";
import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../../../lib/problem.ts";
import type { SendPartsDeps } from "./send-parts.ts";
import { sendParts } from "./send-parts.ts";

const file = new File(["a".repeat(10), "b".repeat(10), "c".repeat(10), "d".repeat(5)], "long.mp4");
const plan = { bytes: 10, count: 4 };

const lost = () => new ApiProblem({ title: "No", detail: "No.", retryable: true });
const refused = new ApiProblem(
  { title: "No", detail: "Part 2 is wrong.", retryable: false },
  { status: 422, retryAfterMs: undefined },
);

/** A service that numbers the URLs it gives, and a network that carries parts as `carry` says. */
function setUp(carry: (part: string, signal: AbortSignal) => Promise<void> = async () => {}) {
  const received: string[] = [];
  const asked: string[] = [];
  let urls = 0;
  const deps: SendPartsDeps = {
    api: {
      partUrls: async (_id, numbers) => ({
        targets: numbers.map(
          (number) => ({ number, method: "PUT", url: `${++urls}`, headers: {} }) as PartTarget,
        ),
      }),
    },
    send: async (content, { url }, { onProgress, signal }) => {
      const part = await content.text();
      asked.push(url);
      onProgress(0.5);
      await carry(part, signal);
      received.push(part);
    },
    wait: vi.fn(async () => {}),
  };
  const job = {
    file,
    uploadId: "upl_1",
    plan,
    arrived: [] as number[],
    signal: new AbortController().signal,
    onProgress: vi.fn(),
    onLost: vi.fn(),
  };
  return { deps, job, received, asked };
}

describe("sendParts", () => {
  it("sends every byte of a file once, each in its part", async () => {
    const { deps, job, received } = setUp();
    await sendParts(deps, job);
    expect(received.sort()).toEqual([
      "a".repeat(10),
      "b".repeat(10),
      "c".repeat(10),
      "d".repeat(5),
    ]);
    expect(job.onProgress).toHaveBeenLastCalledWith(1);
  });

  it("sends only what has not arrived, and counts what has", async () => {
    const { deps, job, received } = setUp();
    await sendParts(deps, { ...job, arrived: [1, 2, 3] });
    expect(received).toEqual(["d".repeat(5)]);
    expect(job.onProgress.mock.calls[0]?.[0]).toBeCloseTo(32.5 / 35);
  });

  it("sends three parts at once", async () => {
    let under = 0;
    let most = 0;
    const { deps, job } = setUp(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 5));
      under -= 1;
    });
    await sendParts(deps, job);
    expect(most).toBe(3);
  });

  it("sends a part that was lost again, alone and to a new URL, and says that it waited", async () => {
    let losses = 2;
    const { deps, job, received, asked } = setUp(async (part) => {
      if (part.startsWith("b") && losses-- > 0) throw lost();
    });
    await sendParts(deps, job);
    expect(received).toHaveLength(4);
    expect(new Set(asked).size).toBe(6);
    expect(job.onLost).toHaveBeenCalledTimes(2);
    expect(deps.wait).toHaveBeenCalledTimes(2);
  });

  it("takes back the progress of a part that was lost", async () => {
    let losses = 1;
    const { deps, job } = setUp(async (part) => {
      if (part.startsWith("d") && losses-- > 0) throw lost();
    });
    await sendParts(deps, { ...job, arrived: [1, 2, 3] });
    const told = job.onProgress.mock.calls.map(([part]) => Math.round(part * 35 * 2) / 2);
    expect(told).toEqual([32.5, 30, 32.5, 35]);
  });

  it("stops the others where one part is refused, and says why", async () => {
    const stopped: string[] = [];
    const { deps, job } = setUp((part, signal) => {
      if (part.startsWith("b")) return Promise.reject(refused);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          stopped.push(part.charAt(0));
          reject(signal.reason);
        });
      });
    });
    await expect(sendParts(deps, job)).rejects.toBe(refused);
    expect(stopped.sort()).toEqual(["a", "c"]);
  });

  it("stops all parts where it is not wanted any more", async () => {
    const unwanted = new AbortController();
    const { deps, job, received } = setUp(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    );
    const sending = sendParts(deps, { ...job, signal: unwanted.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    unwanted.abort(new Error("not wanted"));
    await expect(sending).rejects.toThrow("not wanted");
    expect(received).toEqual([]);
  });

  it("sends no part whose URL comes once it is not wanted any more", async () => {
    const unwanted = new AbortController();
    const { deps, job, asked } = setUp();
    const partUrls = deps.api.partUrls;
    deps.api.partUrls = (id, numbers) => {
      unwanted.abort(new Error("not wanted"));
      return partUrls(id, numbers);
    };
    await expect(sendParts(deps, { ...job, signal: unwanted.signal })).rejects.toThrow(
      "not wanted",
    );
    expect(asked).toEqual([]);
  });

  it("does not wait for a file that was moved or changed", async () => {
    const { deps, job } = setUp(async () => {
      throw lost();
    });
    const gone = new File(["x"], "gone.mp4");
    gone.slice = () => {
      const part = new Blob(["x"]);
      part.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
      return part;
    };
    await expect(sendParts(deps, { ...job, file: gone })).rejects.toThrow(/“gone\.mp4” was moved/u);
  });
});
