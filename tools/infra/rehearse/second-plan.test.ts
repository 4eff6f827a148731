import { describe, expect, it } from "vitest";
import { judgeSecondPlan } from "./second-plan.ts";

const planOf = (address: string, actions: string[], before: unknown, after: unknown) =>
  judgeSecondPlan({
    format_version: "1.2",
    resource_changes: [
      { address, mode: "managed", change: { actions, before, after, after_unknown: {} } },
    ],
  } as unknown as Parameters<typeof judgeSecondPlan>[0]);

const SERVICE = "module.ecs.aws_ecs_service.backend";

describe("a second plan", () => {
  it("is well where it changes nothing", () => {
    expect(planOf(SERVICE, ["no-op"], {}, {})).toEqual({ forgotten: [], wrong: [] });
  });

  it("tells what the emulator forgot", () => {
    const again = planOf(
      SERVICE,
      ["update"],
      { enable_ecs_managed_tags: false },
      { enable_ecs_managed_tags: true },
    );
    expect(again).toEqual({ forgotten: [`${SERVICE}: enable_ecs_managed_tags`], wrong: [] });
  });

  it("is wrong where an argument changes that the emulator keeps, beside others or not", () => {
    const before = { enable_ecs_managed_tags: false, desired_count: 1 };
    const after = { enable_ecs_managed_tags: true, desired_count: 2 };
    const again = planOf(SERVICE, ["update"], before, after);
    expect(again).toEqual({ forgotten: [], wrong: [`${SERVICE}: desired_count`] });
  });

  it("is wrong where it would make, replace or destroy anything", () => {
    expect(planOf(SERVICE, ["create"], null, {}).wrong).toEqual([`${SERVICE}: create`]);
    expect(planOf(SERVICE, ["delete", "create"], {}, {}).wrong).toEqual([
      `${SERVICE}: delete then create`,
    ]);
  });
});
