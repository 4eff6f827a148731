import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget/index.js";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import type { Construct } from "constructs";

interface BudgetProps {
  readonly name: (rest: string) => string;
  readonly monthlyUsd: number;
  readonly topic: SnsTopic;
}

const WARNINGS = [
  // Early enough to do something about it, late enough not to come every month.
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "ACTUAL", threshold: 100 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;

/** What the environment may cost a month. It stops nothing; it tells. */
export function budget(scope: Construct, { name, monthlyUsd, topic }: BudgetProps): void {
  new BudgetsBudget(scope, "aws_budgets_budget.monthly", {
    name: name("monthly"),
    budgetType: "COST",
    limitAmount: monthlyUsd.toFixed(1),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    // A dollar sign parts key and value, and before a reference Terraform would take it for an escape.
    costFilter: [
      { name: "TagKeyValue", values: [`\${join("$", ["user:Environment", var.environment])}`] },
    ],
    notification: WARNINGS.map((warning) => ({
      ...warning,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
      subscriberSnsTopicArns: [topic.arn],
    })),
  });
}
