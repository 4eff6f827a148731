import { describe, expect, it } from "vitest";
import { createPartProgress } from "./part-progress.ts";

const plan = { bytes: 40, count: 3 };

describe("createPartProgress", () => {
  it("weighs each part by its bytes, the last and smaller one too", () => {
    const progress = createPartProgress(100, plan, []);
    progress.set(1, 0.5);
    progress.set(3, 1);
    expect(progress.whole()).toBeCloseTo(0.4);
  });

  it("counts what had arrived before", () => {
    expect(createPartProgress(100, plan, [1, 2, 3]).whole()).toBe(1);
  });

  it("takes back what of a part was sent in vain", () => {
    const progress = createPartProgress(100, plan, [1]);
    progress.set(2, 0.9);
    progress.set(2, 0);
    expect(progress.whole()).toBeCloseTo(0.4);
  });
});
