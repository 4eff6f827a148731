import { afterEach, describe, expect, it } from "vitest";
import type { Detector, DetectorConfig } from "./detector.ts";
import { createDetector } from "./detector.ts";

/** A worker program given as source, in place of the real one. */
const program = (source: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${source}`)}`,
  );

const ECHO = `parentPort.on("message", (squares) =>
  parentPort.postMessage({ found: squares.map((square) => [{ classIndex: square[0] }]) }));`;

const detectors: Detector[] = [];
function detectorWith(config: DetectorConfig): Detector {
  const detector = createDetector(config);
  detectors.push(detector);
  return detector;
}
afterEach(async () => {
  await Promise.all(detectors.splice(0).map((detector) => detector.close()));
});

const never = new AbortController().signal;
const squares = (first = 7) => [Uint8Array.of(first)];

describe("a detector", () => {
  it("gives callers that come at once each their own answer", async () => {
    const detector = detectorWith({ program: program(ECHO) });
    const found = await Promise.all([1, 2, 3].map((n) => detector.look(squares(n), never)));
    expect(found).toMatchObject([1, 2, 3].map((n) => [[{ classIndex: n }]]));
  });

  it("reports a worker that dies, and starts another for the next picture", async () => {
    const detector = detectorWith({
      program: program(`parentPort.on("message", ([[first]]) =>
        first === 0 ? process.exit(3) : parentPort.postMessage({ found: [] }));`),
    });
    const dying = detector.look(squares(0), never);
    const next = detector.look(squares(1), never);
    await expect(dying).rejects.toMatchObject({ code: "model_unavailable", retryable: true });
    await expect(next).resolves.toEqual([]);
  });

  it("reports a worker that throws while it starts", async () => {
    const detector = detectorWith({ program: program("throw new Error('no such file');") });
    await expect(detector.look(squares(), never)).rejects.toMatchObject({
      code: "model_unavailable",
      message: expect.stringContaining("no such file"),
    });
  });

  it("reports what the worker says it cannot do", async () => {
    const detector = detectorWith({
      program: program(
        `parentPort.on("message", () => parentPort.postMessage({ reason: "no SIMD" }));`,
      ),
    });
    await expect(detector.look(squares(), never)).rejects.toMatchObject({
      code: "model_unavailable",
      message: expect.stringContaining("no SIMD"),
    });
  });

  it("ends a worker that hangs past the deadline", async () => {
    const detector = detectorWith({
      deadlineMs: 300,
      program: program(`parentPort.on("message", () => { for (;;); });`),
    });
    await expect(detector.look(squares(), never)).rejects.toMatchObject({
      code: "model_timeout",
      retryable: true,
    });
  });

  it("rejects with the signal's reason, also while it waits for its turn", async () => {
    const detector = detectorWith({
      program: program(`parentPort.on("message", () => { for (;;); });`),
    });
    const cancelled = new AbortController();
    const [first, second] = [1, 2].map((n) => detector.look(squares(n), cancelled.signal));
    cancelled.abort(new Error("cancelled"));
    await expect(first).rejects.toThrow("cancelled");
    await expect(second).rejects.toThrow("cancelled");
  });

  it("answers the next caller after one was aborted in the middle", async () => {
    const detector = detectorWith({ program: program(ECHO) });
    const cancelled = new AbortController();
    const aborted = detector.look(squares(1), cancelled.signal);
    cancelled.abort();
    await expect(aborted).rejects.toThrow();
    expect(await detector.look(squares(2), never)).toMatchObject([[{ classIndex: 2 }]]);
  });

  it("ends a worker that has had nothing to do for a while, and starts another when there is", async () => {
    const counting = `const id = Math.floor(Math.random() * 1e9); parentPort.on("message", () =>
      parentPort.postMessage({ found: [[{ classIndex: id }]] }));`;
    const detector = detectorWith({ idleMs: 100, program: program(counting) });
    const first = await detector.look(squares(), never);
    expect(await detector.look(squares(), never)).toEqual(first);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await detector.look(squares(), never)).not.toEqual(first);
  });

  it("starts no worker before there is a picture", async () => {
    const started = new BroadcastChannel("detector-test");
    let count = 0;
    started.onmessage = () => {
      count += 1;
    };
    const telling = `new BroadcastChannel("detector-test").postMessage(1); ${ECHO}`;
    const detector = detectorWith({ program: program(telling) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count).toBe(0);
    await detector.look(squares(), never);
    await expect.poll(() => count).toBe(1);
    started.close();
  });

  it("works on after it was closed", async () => {
    const detector = detectorWith({ program: program(ECHO) });
    await detector.look(squares(1), never);
    await detector.close();
    expect(await detector.look(squares(2), never)).toMatchObject([[{ classIndex: 2 }]]);
  });
});
