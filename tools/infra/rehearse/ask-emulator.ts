import { Failure } from "../../shared/failure.ts";
import { typeOf } from "../plan-parity/plan-json.ts";
import { signature } from "./emulated-aws.ts";

/** One kind of thing that AWS can be asked for, and the type of resource it is in Terraform. */
interface Question {
  readonly type: string;
  ask(emulator: string): Promise<number>;
}

/** Only what carries our tag: the emulator's account has a network of its own to begin with. */
const OURS = { "Filter.1.Name": "tag:Project", "Filter.1.Value.1": "caption-generator" };

const QUESTIONS: readonly Question[] = [
  ec2("aws_subnet", "DescribeSubnets", "subnetId"),
  ec2("aws_nat_gateway", "DescribeNatGateways", "natGatewayId"),
  ec2("aws_vpc_endpoint", "DescribeVpcEndpoints", "vpcEndpointId"),
  query("aws_lb", "elasticloadbalancing", "2015-12-01", "DescribeLoadBalancers", "LoadBalancerArn"),
  query(
    "aws_lb_target_group",
    "elasticloadbalancing",
    "2015-12-01",
    "DescribeTargetGroups",
    "TargetGroupName",
  ),
  query("aws_rds_cluster", "rds", "2014-10-31", "DescribeDBClusters", "DBClusterArn"),
  query("aws_cloudwatch_metric_alarm", "monitoring", "2010-08-01", "DescribeAlarms", "AlarmArn"),
  query("aws_sns_topic", "sns", "2010-03-31", "ListTopics", "TopicArn"),
  json("aws_ecs_cluster", "ecs", "AmazonEC2ContainerServiceV20141113.ListClusters", "clusterArns"),
  json(
    "aws_ecr_repository",
    "ecr",
    "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
    "repositories",
  ),
];

/**
 * Asks the emulator's own API how many there are of what a state says was made.
 *
 * @param addresses of the managed resources in the state
 * @returns a sentence that counts them
 * @throws Failure that names what there is another number of
 */
export async function askEmulator(emulator: string, addresses: readonly string[]): Promise<string> {
  const counted = await Promise.all(
    QUESTIONS.map(async ({ type, ask }) => {
      const wanted = addresses.filter((address) => typeOf(address) === type).length;
      const found = await ask(emulator);
      if (found !== wanted) {
        throw new Failure(`The state has ${wanted} of ${type}, and the emulator has ${found}.`);
      }
      return `${found} ${type}`;
    }),
  );
  return counted.join(", ");
}

function ec2(type: string, action: string, tag: string): Question {
  return query(type, "ec2", "2016-11-15", action, tag, OURS);
}

function query(
  type: string,
  service: string,
  version: string,
  action: string,
  tag: string,
  more: Readonly<Record<string, string>> = {},
): Question {
  return {
    type,
    async ask(emulator) {
      const body = new URLSearchParams({ Action: action, Version: version, ...more });
      const text = await answer(emulator, service, { body });
      return text.split(`<${tag}>`).length - 1;
    },
  };
}

function json(type: string, service: string, target: string, list: string): Question {
  return {
    type,
    async ask(emulator) {
      const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
      const text = await answer(emulator, service, { headers, body: "{}" });
      return (JSON.parse(text) as Record<string, unknown[]>)[list]?.length ?? 0;
    },
  };
}

async function answer(
  emulator: string,
  service: string,
  { headers = {}, body }: { headers?: Record<string, string>; body: URLSearchParams | string },
): Promise<string> {
  const response = await fetch(emulator, {
    method: "POST",
    headers: { ...signature(service), ...headers },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Failure(`The emulator does not answer for ${service}: ${text}`);
  return text;
}
