import type { Limits } from "@caption-generator/schema";
import { STATIC_LIMITS } from "@caption-generator/schema";
import type { CaptionModel } from "../ports/caption-model.ts";
import type { Scanner } from "../ports/scanner.ts";

/** What this installation takes and what it runs on, for the page and for programs. */
export function describeLimits(model: CaptionModel, scanner: Scanner): Limits {
  return {
    ...STATIC_LIMITS,
    video: { possible: false, why: "this version captions photos only" },
    captionModel: {
      id: model.id,
      onDevice: model.onDevice,
      languages: model.languages === "any" ? "any" : [...model.languages],
      ...(model.note === undefined ? {} : { note: model.note }),
    },
    scanner: { active: scanner.active, note: scanner.note },
  };
}
