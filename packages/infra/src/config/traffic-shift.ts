/** What AWS calls its own ways of deploying, for all of its platforms. */
const PREFIX = "CodeDeployDefault.";

/** Those of them that are for ECS. */
const PREDEFINED = [
  "CodeDeployDefault.ECSAllAtOnce",
  "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
  "CodeDeployDefault.ECSLinear10PercentEvery3Minutes",
  "CodeDeployDefault.ECSCanary10Percent5Minutes",
  "CodeDeployDefault.ECSCanary10Percent15Minutes",
];

/** What the name of a deployment configuration is made of. */
const NAME = /^[A-Za-z0-9._+=,@-]{1,100}$/u;

/** Why traffic cannot be moved this way, with the fix; undefined for a way there is, or may be in the account. */
export function trafficShiftFault(name: string): string | undefined {
  if (PREDEFINED.includes(name)) return undefined;
  const fix = `use one of ${PREDEFINED.join(", ")}, or the name of a configuration of your own`;
  if (name.startsWith(PREFIX))
    return `is no deployment configuration of CodeDeploy for ECS; ${fix}`;
  return NAME.test(name) ? undefined : `cannot be the name of a deployment configuration; ${fix}`;
}
