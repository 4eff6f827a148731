import { describe, expect, it } from "vitest";
import { fargateSizeFault } from "./fargate-size.ts";

describe("a size of Fargate", () => {
  it.each([
    [256, 512],
    [256, 2048],
    [1024, 2048],
    [4096, 30_720],
    [16_384, 122_880],
  ])("may be %i CPU units and %i MiB", (cpu, memory) => {
    expect(fargateSizeFault(cpu, memory)).toBeUndefined();
  });

  it.each([
    [300, 512, "300 CPU units are not a size of Fargate; use one of 256, 512"],
    [
      256,
      1536,
      "1536 MiB of memory is not offered by Fargate with 256 CPU units; use 512, 1024 or",
    ],
    [1024, 512, "512 MiB of memory is not offered"],
    [1024, 2500, "use 2048 to 8192 in steps of 1024"],
    [8192, 18_432, "use 16384 to 61440 in steps of 4096"],
  ])("is refused when it is %i CPU units and %i MiB", (cpu, memory, why) => {
    expect(fargateSizeFault(cpu, memory)).toContain(why);
  });
});
