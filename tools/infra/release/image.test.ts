import { describe, expect, it } from "vitest";
import { readImage } from "./image.ts";

const AT = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

describe("the image of a task", () => {
  it("is in a repository of an account, under a tag", () => {
    expect(readImage(`${AT}/caption-generator-prod-backend:1.2.0`)).toEqual({
      registry: "123456789012",
      repository: "caption-generator-prod-backend",
      tag: "1.2.0",
    });
  });

  it.each(["nginx:1", `${AT}/page`, `${AT}/page@sha256:00ff`])("is not %s", (name) => {
    expect(readImage(name)).toBeUndefined();
  });
});
