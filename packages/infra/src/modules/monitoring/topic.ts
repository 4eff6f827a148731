import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target/index.js";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias/index.js";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy/index.js";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";
import { policyDocument } from "../../aws/policy-document.ts";

/** Who has something to say and tells for which account: alarms and budgets. */
const SENDERS = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"];
/** Rules of EventBridge, which do not tell it: SNS would refuse them under a condition. */
const RULES = "events.amazonaws.com";

/** How long a key that is deleted can still be brought back, in days; the most that KMS offers. */
const DELETION_DAYS = 30;

interface TopicProps {
  readonly name: (rest: string) => string;
  readonly emails: readonly string[];
  /** The rule that finds malware. @default none */
  readonly findingsRule: string | undefined;
  readonly account: Account;
}

/** Where everything is sent that a person should see, encrypted, and who gets it by e-mail. */
export function alertsTopic(
  scope: Construct,
  { name, emails, findingsRule, account }: TopicProps,
): SnsTopic {
  const key = topicKey(scope, name, account);
  const topic = new SnsTopic(scope, "aws_sns_topic.alerts", {
    name: name("alerts"),
    kmsMasterKeyId: key.arn,
  });
  const policy = new SnsTopicPolicy(scope, "aws_sns_topic_policy.alerts", {
    arn: topic.arn,
    policy: policyDocument(...fromServices(account, ["sns:Publish"], topic.arn)),
  });
  if (findingsRule !== undefined) {
    new CloudwatchEventTarget(scope, "aws_cloudwatch_event_target.findings", {
      rule: findingsRule,
      targetId: "alerts",
      arn: topic.arn,
      // Without the policy, events are dropped and nobody is told.
      dependsOn: [policy],
    });
  }
  if (emails.length > 0) subscribe(scope, topic, emails);
  return topic;
}

/** AWS's own key for topics lets neither alarms nor budgets in, so the topic has one of the account's. */
function topicKey(scope: Construct, name: TopicProps["name"], account: Account): KmsKey {
  const owner: Statement = {
    Sid: "Account",
    Effect: "Allow",
    Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const senders = fromServices(account, ["kms:Decrypt", "kms:GenerateDataKey*"], "*");
  const key = new KmsKey(scope, "aws_kms_key.alerts", {
    description: "Alarms on their way to people",
    enableKeyRotation: true,
    deletionWindowInDays: DELETION_DAYS,
    policy: policyDocument(owner, ...senders),
  });
  new KmsAlias(scope, "aws_kms_alias.alerts", {
    name: `alias/${name("alerts")}`,
    targetKeyId: key.keyId,
  });
  return key;
}

/** Lets the senders do this, and none for what happens in another account. */
const fromServices = (
  account: Account,
  actions: readonly string[],
  resource: string,
): readonly Statement[] => [
  {
    Sid: "Senders",
    Effect: "Allow",
    Principal: { Service: SENDERS },
    Action: actions,
    Resource: resource,
    Condition: { StringEquals: { "aws:SourceAccount": account.id } },
  },
  {
    Sid: "Rules",
    Effect: "Allow",
    Principal: { Service: RULES },
    Action: actions,
    Resource: resource,
  },
];

/** One subscription an address, by the address: taking one away leaves the others as they are. */
function subscribe(scope: Construct, topic: SnsTopic, emails: readonly string[]): void {
  const subscription = new SnsTopicSubscription(scope, "aws_sns_topic_subscription.email", {
    topicArn: topic.arn,
    protocol: "email",
    endpoint: `\${each.value}`,
  });
  subscription.addOverride("for_each", `\${toset(${JSON.stringify(emails.toSorted())})}`);
}
