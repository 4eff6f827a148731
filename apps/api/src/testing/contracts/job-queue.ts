import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newCaptionId } from "../../ids/ids.ts";
import type { JobHandler, JobOfCaption, JobQueue, Lane } from "../../ports/job-queue.ts";
import { SOON } from "../soon.ts";

export interface JobQueueUnderTest {
  /** A queue that runs at most two jobs of each lane at once. */
  readonly queue: JobQueue;
  /** Commits a job, as storing a caption does. */
  enqueue(job: JobOfCaption, lane: Lane): Promise<void>;
  /** Lets jobs that come from now on be tried again once only, and at once. */
  hurry(): Promise<void>;
  /** Another queue on the same jobs, once the first was drained. */
  reopen(): Promise<JobQueue>;
  /** Ends what the queues keep their jobs in; they are drained before. */
  close(): Promise<void>;
}

/** A handler's record: which captions it was called for, and the signals it got. */
function recorder(work: JobHandler = async () => {}) {
  const runs: string[] = [];
  const signals = new Map<string, AbortSignal>();
  const handler: JobHandler = async (job, signal) => {
    runs.push(job.captionId);
    signals.set(job.captionId, signal);
    await work(job, signal);
  };
  return { handler, runs, signals };
}

const untilAborted: JobHandler = (_, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** What every job queue does, whatever it keeps its jobs in. */
export function jobQueueContract(name: string, open: () => Promise<JobQueueUnderTest>) {
  describe(`${name} as a job queue`, () => {
    let tested: JobQueueUnderTest;
    let dead: JobOfCaption[];
    let queues: JobQueue[];
    beforeEach(async () => {
      tested = await open();
      dead = [];
      queues = [tested.queue];
    });
    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.drain(0)));
      await tested.close();
    });

    const onDead = async (job: JobOfCaption) => {
      dead.push(job);
    };

    async function addTo(lane: Lane) {
      const job = { captionId: newCaptionId(), jobId: randomUUID() };
      await tested.enqueue(job, lane);
      tested.queue.wake();
      return job;
    }
    const add = () => addTo("photo");

    it("runs what was there before it worked, and what comes then, once each", async () => {
      const early = await add();
      const { handler, runs } = recorder();
      await tested.queue.work(handler, onDead);
      const late = await Promise.all(Array.from({ length: 9 }, add));
      const all = [early, ...late].map(({ captionId }) => captionId).sort();
      await vi.waitFor(() => expect(runs).toHaveLength(10), SOON);
      expect([...runs].sort()).toEqual(all);
    });

    it("runs no more at once than it may", async () => {
      let running = 0;
      let most = 0;
      const { handler, runs } = recorder(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
      });
      await tested.queue.work(handler, onDead);
      await Promise.all(Array.from({ length: 8 }, add));
      await vi.waitFor(() => expect(runs).toHaveLength(8), SOON);
      expect(most).toBe(2);
    });

    it("runs a photo while videos keep all of theirs busy", async () => {
      const { handler, runs } = recorder(async (job, signal) => {
        if (videos.some(({ captionId }) => captionId === job.captionId)) {
          await untilAborted(job, signal);
        }
      });
      const videos = await Promise.all(Array.from({ length: 3 }, () => addTo("video")));
      await tested.queue.work(handler, onDead);
      await vi.waitFor(() => expect(runs).toHaveLength(2), SOON);
      const { captionId } = await addTo("photo");
      await vi.waitFor(() => expect(runs.at(-1)).toBe(captionId), SOON);
      expect(runs).toHaveLength(3);
    });

    it("takes a waiting video that is cancelled off the queue", async () => {
      const cancelled = await addTo("video");
      await tested.queue.cancel(cancelled);
      expect((await tested.queue.waiting()).count).toBe(0);
    });

    it("runs a job again that failed", async () => {
      const { handler, runs } = recorder(async () => {
        if (runs.length === 1) throw new Error("not this time");
      });
      await tested.queue.work(handler, onDead);
      const { captionId } = await add();
      await vi.waitFor(() => expect(runs).toEqual([captionId, captionId]), SOON);
      expect(dead).toEqual([]);
    });

    it("gives up a job that fails every time, and says so once", async () => {
      await tested.hurry();
      const { handler, runs } = recorder(async () => {
        throw new Error("never");
      });
      await tested.queue.work(handler, onDead);
      const job = await add();
      await vi.waitFor(() => expect(dead).toEqual([job]), SOON);
      expect(runs.length).toBeGreaterThan(1);
    });

    it("says again that it gave up a job where that could not be dealt with", async () => {
      await tested.hurry();
      const { handler } = recorder(async () => {
        throw new Error("never");
      });
      await tested.queue.work(handler, async (job) => {
        await onDead(job);
        if (dead.length === 1) throw new Error("not this time");
      });
      const job = await add();
      await vi.waitFor(() => expect(dead).toEqual([job, job]), SOON);
    });

    it("knows which jobs wait, are under way, or were given up and not dealt with", async () => {
      await tested.hurry();
      const gate = Promise.withResolvers<void>();
      const { handler, runs } = recorder(async (job, signal) => {
        if (job.captionId === under.captionId) await untilAborted(job, signal);
        if (job.captionId === fails.captionId) throw new Error("never");
      });
      const [done, under, fails] = [await add(), await add(), await add()];
      const nobody = randomUUID();
      const live = async () => [
        ...(await tested.queue.live([...[done, under, fails].map((job) => job.jobId), nobody])),
      ];
      expect((await live()).sort()).toEqual([done, under, fails].map((job) => job.jobId).sort());
      await tested.queue.work(handler, async (job) => {
        await onDead(job);
        await gate.promise;
      });
      await vi.waitFor(() => expect(dead).toEqual([fails]), SOON);
      await vi.waitFor(() => expect(runs).toContain(done.captionId), SOON);
      await vi.waitFor(
        async () => expect((await live()).sort()).toEqual([under.jobId, fails.jobId].sort()),
        SOON,
      );
      gate.resolve();
      await vi.waitFor(async () => expect(await live()).toEqual([under.jobId]), SOON);
      expect((await tested.queue.live([])).size).toBe(0);
    });

    it("aborts a running job that is cancelled, and runs it no more", async () => {
      const { handler, runs, signals } = recorder(async (job, signal) => {
        if (job.captionId === cancelled.captionId) await untilAborted(job, signal);
      });
      const cancelled = await add();
      await tested.queue.work(handler, onDead);
      await vi.waitFor(() => expect(runs).toHaveLength(1), SOON);
      await tested.queue.cancel(cancelled);
      expect(signals.get(cancelled.captionId)?.aborted).toBe(true);
      const next = await add();
      await vi.waitFor(() => expect(runs).toContain(next.captionId), SOON);
      expect(runs.filter((id) => id === cancelled.captionId)).toHaveLength(1);
      expect(dead).toEqual([]);
    });

    it("takes a waiting job that is cancelled off the queue", async () => {
      const cancelled = await add();
      await tested.queue.cancel(cancelled);
      const next = await add();
      const { handler, runs } = recorder();
      await tested.queue.work(handler, onDead);
      await vi.waitFor(() => expect(runs).toEqual([next.captionId]), SOON);
    });

    it("tells how many jobs wait and for how long, and counts none that is under way", async () => {
      expect(await tested.queue.waiting()).toEqual({ count: 0, oldestSeconds: 0 });
      await Promise.all(Array.from({ length: 5 }, add));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { count, oldestSeconds } = await tested.queue.waiting();
      expect(count).toBe(5);
      expect(oldestSeconds).toBeGreaterThanOrEqual(0.3);
      expect(oldestSeconds).toBeLessThan(20);

      const { handler, runs } = recorder(untilAborted);
      await tested.queue.work(handler, onDead);
      await vi.waitFor(() => expect(runs).toHaveLength(2), SOON);
      expect((await tested.queue.waiting()).count).toBe(3);
    });

    it("lets what is under way end when it is drained, and begins nothing new", async () => {
      let finished = false;
      const { handler, runs } = recorder(async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        finished = true;
      });
      await tested.queue.work(handler, onDead);
      const { captionId } = await add();
      await vi.waitFor(() => expect(runs).toEqual([captionId]), SOON);
      await tested.queue.drain(20_000);
      expect(finished).toBe(true);
      const { captionId: late } = await add();
      expect(runs).not.toContain(late);
    });

    it("aborts what takes too long to drain, and leaves it to whoever works next", async () => {
      const first = recorder(untilAborted);
      const { captionId } = await add();
      await tested.queue.work(first.handler, onDead);
      await vi.waitFor(() => expect(first.runs).toEqual([captionId]), SOON);
      await tested.queue.drain(10);
      expect(first.signals.get(captionId)?.aborted).toBe(true);

      const again = await tested.reopen();
      queues = [again];
      const second = recorder();
      await again.work(second.handler, onDead);
      await vi.waitFor(() => expect(second.runs).toEqual([captionId]), SOON);
    });
  });
}
