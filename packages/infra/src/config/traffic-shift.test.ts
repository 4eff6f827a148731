import { describe, expect, it } from "vitest";
import { trafficShiftFault } from "./traffic-shift.ts";

describe("how traffic is moved", () => {
  it.each([
    "CodeDeployDefault.ECSAllAtOnce",
    "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    "CodeDeployDefault.ECSLinear10PercentEvery3Minutes",
    "CodeDeployDefault.ECSCanary10Percent5Minutes",
    "CodeDeployDefault.ECSCanary10Percent15Minutes",
    "captions-canary-20",
  ])("may be %s", (name) => {
    expect(trafficShiftFault(name)).toBeUndefined();
  });

  it.each([
    ["one that AWS has for servers", "CodeDeployDefault.OneAtATime", /for ECS; use one of .*Once/],
    ["one that is misspelt", "CodeDeployDefault.ECSCanary10Percent10Minutes", /is no deployment/],
    ["nothing", "", /cannot be the name/],
    ["a sentence", "a tenth first", /cannot be the name .* or the name of a configuration of your/],
  ])("cannot be %s", (_, name, why) => {
    expect(trafficShiftFault(name)).toMatch(why);
  });
});
