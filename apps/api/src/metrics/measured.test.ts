import { expect, it, vi } from "vitest";
import type { CaptionsRepository } from "../ports/captions-repository.ts";
import { measuredJob, measuredStages } from "./measured.ts";
import { createPrometheus } from "./prometheus.ts";
import { createStageTimes } from "./stage-times.ts";

const JOB = { captionId: "cap_1" };

/** Captions whose stages and jobs are measured, and how often and how long each stage has taken. */
function measuring() {
  const prometheus = createPrometheus({ whole: false });
  const times = createStageTimes(prometheus);
  const enter = async () => true;
  const captions = measuredStages({ enter } as unknown as CaptionsRepository, times);
  const run = (work: () => Promise<void>) => measuredJob(JOB, work, { prometheus, times });
  async function measured(stage: string) {
    const { values } = await prometheus.stages.get();
    const of = (end: string) =>
      values.find(({ metricName, labels }) => metricName?.endsWith(end) && labels.stage === stage);
    return { count: of("_count")?.value, seconds: of("_sum")?.value };
  }
  return { captions, run, measured };
}

it("counts no stage of a job beyond its end, though it is handed back or cancelled elsewhere", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const { captions, run, measured } = measuring();
    const handedBack = run(async () => {
      await captions.enter("cap_1", "captioning");
      vi.advanceTimersByTime(2_000);
      throw new Error("away");
    });
    await expect(handedBack).rejects.toThrow("away");
    expect(await measured("captioning")).toEqual({ count: 1, seconds: 2 });
    // Until it is tried again, it is in no stage.
    vi.advanceTimersByTime(60_000);
    await run(async () => {
      await captions.enter("cap_1", "inspecting");
      vi.advanceTimersByTime(1_000);
    });
    expect(await measured("captioning")).toEqual({ count: 1, seconds: 2 });
    expect(await measured("inspecting")).toEqual({ count: 1, seconds: 1 });
  } finally {
    vi.useRealTimers();
  }
});
