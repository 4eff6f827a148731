import type { Costs, Limits } from "@caption-generator/schema";
import { MEDIA_TYPES, STATIC_LIMITS } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";

/** What this installation takes, what it runs on and what that costs now, for the page and for programs. */
export function describeLimits(
  { model, scanner, media, transcriber }: Pick<Deps, "model" | "scanner" | "media" | "transcriber">,
  most: Pick<Limits["video"], "maxBytes" | "maxSeconds">,
): Limits {
  return {
    ...STATIC_LIMITS,
    video: {
      possible: media.active,
      note: media.note,
      ...most,
      types: Object.fromEntries(
        Object.entries(MEDIA_TYPES).map(([type, extensions]) => [type, [...extensions]]),
      ),
    },
    captionModel: {
      id: model.id,
      onDevice: model.onDevice,
      languages: model.languages === "any" ? "any" : [...model.languages],
      ...(model.note === undefined ? {} : { note: model.note }),
    },
    transcriber: { active: transcriber.active, note: transcriber.note },
    // At each look: a model's price changes while a process runs.
    get costs() {
      return costsOf(model, transcriber);
    },
    scanner: { active: scanner.active, note: scanner.note },
  };
}

function costsOf(model: Deps["model"], transcriber: Deps["transcriber"]): Costs {
  const [photo, video] = [model.typicalUsd("photo"), model.typicalUsd("video")];
  const minuteHeard = transcriber.active ? transcriber.usdPerMinute : 0;
  return {
    ...(photo === undefined ? {} : { photo }),
    ...(video === undefined ? {} : { video }),
    ...(minuteHeard === undefined ? {} : { minuteHeard }),
  };
}
