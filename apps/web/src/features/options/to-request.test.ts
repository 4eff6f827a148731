import type { Limits } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { toRequest } from "./to-request.ts";

const options = captionOptionsSchema.parse({ language: "de" });
const offering = (languages: Limits["captionModel"]["languages"]) =>
  ({ captionModel: { languages } }) as Limits;

describe("toRequest", () => {
  it("leaves out texts that were left empty", () => {
    const request = toRequest({ ...options, brandVoice: " ", instruction: "" }, undefined);
    expect(request).not.toHaveProperty("brandVoice");
    expect(request).not.toHaveProperty("instruction");
  });

  it("does not ask for a remembered language that is not offered here", () => {
    expect(toRequest(options, offering(["en"])).language).toBe("en");
    expect(toRequest(options, offering("any")).language).toBe("de");
  });
});
