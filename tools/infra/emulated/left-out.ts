/** When the emulator shows that it does not carry a type. */
type FailsOn = "create" | "destroy";

export interface LeftOut {
  readonly failsOn: FailsOn;
  /** What the emulator was seen to do. */
  readonly because: string;
}

/**
 * The types of resources that a rehearsal leaves out, since the emulator (moto 5.2) does not carry them.
 * They are planned instead. A test holds this list against the emulator's own answers.
 */
export const LEFT_OUT: Readonly<Record<string, LeftOut>> = {
  aws_elasticache_replication_group: {
    failsOn: "create",
    because: "It makes the group, and then does not find the node that it made.",
  },
  aws_elasticache_user_group: {
    failsOn: "create",
    because: "It knows users and no groups of them.",
  },
  aws_elasticache_subnet_group: {
    failsOn: "destroy",
    because: "It makes the group, and fails when it is to delete it.",
  },
  aws_appautoscaling_target: {
    failsOn: "create",
    because: "It makes the target, and then answers for it without what the provider reads.",
  },
  aws_appautoscaling_policy: {
    failsOn: "create",
    because: "It needs the target.",
  },
  aws_guardduty_malware_protection_plan: {
    failsOn: "create",
    because: "It knows GuardDuty's detectors and no plans.",
  },
  aws_budgets_budget: {
    failsOn: "create",
    because: "It makes the budget, and then does not know its tags.",
  },
  aws_codedeploy_app: {
    failsOn: "create",
    because: "It makes the application, and then does not know its tags.",
  },
  aws_codedeploy_deployment_group: {
    failsOn: "create",
    because: "It needs the application.",
  },
};

/** What stands for an output of a module that only a resource left out could tell, by the output's name. */
export const STAND_INS: Readonly<Record<string, string>> = {
  replication_group_id: "left-out",
  primary_endpoint: "left-out.cache.invalid",
  port: "6379",
  protection_plan_arn: "arn:aws:guardduty:us-east-1:123456789012:malware-protection-plan/left-out",
  codedeploy_app_name: "left-out",
};
