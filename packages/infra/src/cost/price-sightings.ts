import type { PriceName } from "./price-list.ts";

/** A public page that quotes a price. */
interface Sighting {
  /** US dollars, as the page has it, in the price list's unit. */
  readonly usd: number;
  readonly page: string;
  /** The day or month that the page is of; undefined where it does not say. */
  readonly of?: string;
}

const on = (page: string, of?: string) => (usd: number) =>
  of === undefined ? { usd, page } : { usd, page, of };

const fargateGuide = on("https://www.wring.co/blog/aws-fargate-pricing-guide", "2026-03-10");
const fargateTable = on("https://www.vantage.sh/blog/fargate-pricing");
const aurora = on(
  "https://www.usage.ai/blogs/aws/reserved-instances/dynamodb/vs-aurora/",
  "2026-04",
);
const balancer = on("https://awsnegotiations.com/elastic-load-balancer-cost.html", "2026-05");
const cloudwatch = on(
  "https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/",
  "2026-06-13",
);
const nat = on("https://cloudburn.io/blog/aws-nat-gateway-pricing", "2026-02-24");
const transfer = on(
  "https://cloudpipelines.pages.dev/guides/aws-nat-gateway-pricing-2026/",
  "2026",
);
const endpoint = on("https://egresscost.com/nat-gateway", "2026-03");
const kms = on(
  "https://www.factualminds.com/blog/aws-kms-pricing-keys-requests-multi-region/",
  "2026-06",
);
const metrics = on("https://signoz.io/guides/cloudwatch-pricing", "2026-02-15");
const waf = on("https://awsnegotiations.com/waf-pricing-strategy.html", "2026");
const dynamo = on("https://airbyte.com/data-engineering-resources/dynamodb-pricing", "2025-07-21");

/**
 * Where prices of the list were found again, outside of it. The others could not be looked up when they were
 * noted, and are only as good as that.
 */
export const SIGHTINGS: Readonly<Partial<Record<PriceName, Sighting>>> = {
  fargateVcpu: fargateGuide(0.04048),
  fargateGb: fargateGuide(0.004445),
  fargateArmVcpu: fargateTable(0.03238),
  fargateArmGb: fargateTable(0.00356),
  fargateDisk: fargateTable(0.000111),
  auroraAcu: aurora(0.12),
  auroraStorage: aurora(0.1),
  auroraIo: aurora(0.2),
  alb: balancer(0.0225),
  albLcu: balancer(0.008),
  nat: nat(0.045),
  natGb: nat(0.045),
  publicAddress: nat(0.005),
  outToInternet: transfer(0.09),
  interfaceEndpointGb: endpoint(0.01),
  "cache.t3.micro": on("https://dragonflydb.io/finops/elasticache/cache.t3.micro")(0.017),
  kmsKey: kms(1),
  kmsRequests: kms(3),
  cloudFrontGb: on("https://aws.amazon.com/cloudfront/pricing/")(0.085),
  cloudFrontFunction: on("https://cur.vantage.sh/aws/amazoncloudfront/")(0.1),
  logsIn: cloudwatch(0.5),
  dashboard: cloudwatch(3),
  customMetric: metrics(0.3),
  webAcl: waf(5),
  wafRule: waf(1),
  wafRequests: waf(0.6),
  dynamoWrites: dynamo(0.625),
  dynamoStorage: aurora(0.25),
};
