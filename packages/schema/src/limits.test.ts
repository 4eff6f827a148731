import { describe, expect, it } from "vitest";
import { limitsSchema, PHOTO_TYPE_NAMES, PHOTO_TYPES, STATIC_LIMITS } from "./limits.ts";

describe("limits", () => {
  it("hold, as they stand, what the schema of GET /limits asks for", () => {
    const whole = {
      ...STATIC_LIMITS,
      video: { possible: false, note: "Install it.", maxBytes: 1, maxSeconds: 1, types: {} },
      transcriber: { active: false, note: "nobody listens" },
      captionModel: { id: "model:1", onDevice: true, languages: ["en"] },
      scanner: { active: false, note: "nothing scans" },
      costs: { photo: 0.005, minuteHeard: 0 },
    };
    expect(limitsSchema.parse(whole)).toEqual(whole);
  });

  it("name every photo type with an extension of its own", () => {
    const extensions = PHOTO_TYPE_NAMES.flatMap((type) => [...PHOTO_TYPES[type]]);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/);
  });

  it("survive JSON, for a browser reads them", () => {
    expect(JSON.parse(JSON.stringify(STATIC_LIMITS))).toEqual(STATIC_LIMITS);
  });
});
