import { pino } from "pino";
import { describe, expect, it, vi } from "vitest";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { makeCaption, makeUpload } from "../testing/make-records.ts";
import { stopCaption } from "./cancel-caption.ts";

describe("stopping a caption", () => {
  it("stops its job and tells those who wait, though its file cannot be deleted now", async () => {
    const upload = makeUpload();
    const caption = makeCaption(upload);
    const away = new AppError({ code: "storage_unavailable", detail: "Away.", retryable: true });
    const [cancel, publish] = [vi.fn(async () => {}), vi.fn()];
    const deps = {
      captions: { cancel: async () => true },
      store: { delete: () => Promise.reject(away) },
      queue: { cancel },
      events: { publish },
      log: pino({ level: "silent" }),
      now: () => new Date(),
    } as unknown as Deps;
    expect(await stopCaption(deps, { caption, upload })).toBe(true);
    expect(cancel).toHaveBeenCalledWith({ captionId: caption.id, jobId: caption.jobId });
    expect(publish).toHaveBeenCalledWith(caption.id, "finished");
  });
});
