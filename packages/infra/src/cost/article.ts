import type { Estimate } from "./estimate.ts";
import { costOf } from "./estimate.ts";
import type { Line, Span } from "./line.ts";
import { always, sum } from "./line.ts";
import type { PriceName } from "./price-list.ts";
import { PRICES } from "./price-list.ts";

/** A line of the article's cost table. */
interface ArticleLine {
  readonly service: string;
  /** The article's own words for it. */
  readonly configuration: string;
  readonly cost: Span;
  /** The resources that make it up: ends of their addresses. */
  readonly resources: readonly string[];
  /** Of what these are charged for, what the article can have meant. @default all */
  readonly prices?: readonly PriceName[];
}

/** The article's "Cost Breakdown Analysis", US dollars a month. */
const ARTICLE: readonly ArticleLine[] = [
  {
    service: "ECS Fargate (frontend)",
    configuration: "2-5 tasks, 0.25 vCPU, 0.5 GB",
    cost: { low: 15, high: 40 },
    resources: ["aws_ecs_service.frontend"],
  },
  {
    service: "ECS Fargate (backend)",
    configuration: "2-10 tasks, 1 vCPU, 2 GB",
    cost: { low: 60, high: 300 },
    resources: ["aws_ecs_service.backend"],
  },
  {
    service: "Aurora Serverless v2",
    configuration: "0.5-4 ACUs average",
    cost: { low: 45, high: 350 },
    resources: ["aws_rds_cluster_instance."],
  },
  {
    service: "ElastiCache Redis",
    configuration: "cache.t3.micro",
    cost: always(15),
    resources: ["aws_elasticache_replication_group."],
  },
  {
    service: "Application Load Balancer",
    configuration: "Standard usage",
    cost: always(18),
    resources: ["aws_lb."],
    prices: ["alb", "albLcu"],
  },
  {
    service: "CloudFront",
    configuration: "1TB transfer",
    cost: always(85),
    resources: ["aws_cloudfront_distribution."],
  },
  {
    service: "S3 Storage",
    configuration: "100GB + requests",
    cost: always(5),
    resources: ["aws_s3_bucket.uploads"],
  },
];

/** How far a line may be from the article's before it is explained. */
const TOLERANCE = 0.2;

/** A line of the article's table beside what it is here. */
export interface Comparison {
  readonly service: string;
  readonly configuration: string;
  readonly article: Span;
  /** Undefined where the stack has no such resource. */
  readonly ours: Span | undefined;
  /** Why the two are more than a fifth apart, where they are. */
  readonly explanation?: string;
}

const isPartOf = ({ resources, prices }: ArticleLine, line: Line): boolean =>
  resources.some((end) => line.address.includes(`.${end}`) || line.address.startsWith(end)) &&
  (prices?.includes(line.price) ?? true);

/** Whether the article's table has this line in some form. */
export const isInArticle = (line: Line): boolean => ARTICLE.some((row) => isPartOf(row, line));

/** The article's table, line by line, beside the estimate. */
export const besideArticle = ({ lines }: Estimate): readonly Comparison[] =>
  ARTICLE.map((row) => {
    const parts = lines.filter((line) => isPartOf(row, line));
    const { service, configuration, cost: article } = row;
    if (parts.length === 0) return { service, configuration, article, ours: undefined };
    const ours = parts.map(costOf).reduce(sum, always(0));
    const near = isNear(ours.low, article.low) && isNear(ours.high, article.high);
    return {
      service,
      configuration,
      article,
      ours,
      ...(near ? {} : { explanation: explain(row, parts) }),
    };
  });

const isNear = (ours: number, article: number): boolean =>
  Math.abs(ours - article) <= TOLERANCE * article;

/** What is charged here, beside what the article says it counted. */
function explain({ service, configuration }: ArticleLine, parts: readonly Line[]): string {
  const charged = new Map<string, Line>();
  for (const part of parts) {
    const before = charged.get(part.what);
    const quantity = before === undefined ? part.quantity : sum(before.quantity, part.quantity);
    charged.set(part.what, { ...part, quantity });
  }
  const here = [...charged.values()].map(({ what, quantity: { low, high }, price }) => {
    const amount = low === high ? `${round(low)}` : `${round(low)}-${round(high)}`;
    return `${what}: ${amount} at ${PRICES[price].usd} USD per ${PRICES[price].unit}`;
  });
  const x86 = charged.get("vCPU of its tasks")?.price === "fargateVcpu";
  const arm = x86 ? " The article's sums fit the price of Arm, a fifth below that of x86." : "";
  return `${service}: the article counts "${configuration}". Here, ${here.join("; ")}.${arm}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
