/**
 * The day as of which the prices below were noted, without AWS's pages at hand. AWS changes some of them
 * without a word: `price-sightings.ts` says which were found again since, and where.
 */
export const PRICES_AS_OF = "2025-06-01";

/** The region of the prices. Others differ by up to half. */
export const PRICES_REGION = "us-east-1";

export interface Price {
  /** US dollars for one unit: the list price on demand, without free tier, savings plan or tax. */
  readonly usd: number;
  readonly unit: string;
  /** The page of AWS's where it is to be looked up. */
  readonly source: string;
}

const from =
  (source: string) =>
  (usd: number, unit: string): Price => ({ usd, unit, source });

const fargate = from("https://aws.amazon.com/fargate/pricing/");
const aurora = from("https://aws.amazon.com/rds/aurora/pricing/");
const redis = from("https://aws.amazon.com/elasticache/pricing/");
const balancer = from("https://aws.amazon.com/elasticloadbalancing/pricing/");
const vpc = from("https://aws.amazon.com/vpc/pricing/");
const transfer = from("https://aws.amazon.com/ec2/pricing/on-demand/");
const privateLink = from("https://aws.amazon.com/privatelink/pricing/");
const cdn = from("https://aws.amazon.com/cloudfront/pricing/");
const s3 = from("https://aws.amazon.com/s3/pricing/");
const cloudwatch = from("https://aws.amazon.com/cloudwatch/pricing/");
const waf = from("https://aws.amazon.com/waf/pricing/");
const kms = from("https://aws.amazon.com/kms/pricing/");
const secrets = from("https://aws.amazon.com/secrets-manager/pricing/");
const guardDuty = from("https://aws.amazon.com/guardduty/pricing/");
const ecr = from("https://aws.amazon.com/ecr/pricing/");
const dynamo = from("https://aws.amazon.com/dynamodb/pricing/on-demand/");
const sns = from("https://aws.amazon.com/sns/pricing/");
const dns = from("https://aws.amazon.com/route53/pricing/");

/** AWS's list prices, as data. */
export const PRICES = {
  fargateVcpu: fargate(0.04048, "vCPU-hour"),
  fargateGb: fargate(0.004445, "GB-hour"),
  fargateArmVcpu: fargate(0.03238, "vCPU-hour"),
  fargateArmGb: fargate(0.00356, "GB-hour"),
  fargateDisk: fargate(0.000111, "GB-hour"),
  auroraAcu: aurora(0.12, "ACU-hour"),
  auroraIoOptimizedAcu: aurora(0.156, "ACU-hour"),
  auroraStorage: aurora(0.1, "GB-month"),
  auroraIo: aurora(0.2, "million requests"),
  "cache.t3.micro": redis(0.017, "node-hour"),
  "cache.t3.small": redis(0.034, "node-hour"),
  "cache.t3.medium": redis(0.068, "node-hour"),
  "cache.t4g.micro": redis(0.016, "node-hour"),
  "cache.t4g.small": redis(0.032, "node-hour"),
  "cache.t4g.medium": redis(0.065, "node-hour"),
  "cache.m6g.large": redis(0.149, "node-hour"),
  "cache.r6g.large": redis(0.206, "node-hour"),
  alb: balancer(0.0225, "hour"),
  albLcu: balancer(0.008, "LCU-hour"),
  nat: vpc(0.045, "hour"),
  natGb: vpc(0.045, "GB"),
  publicAddress: vpc(0.005, "hour"),
  outToInternet: transfer(0.09, "GB"),
  betweenZones: transfer(0.02, "GB, both ways"),
  interfaceEndpoint: privateLink(0.01, "hour"),
  interfaceEndpointGb: privateLink(0.01, "GB"),
  cloudFrontGb: cdn(0.085, "GB"),
  cloudFrontRequests: cdn(1, "million requests"),
  cloudFrontFunction: cdn(0.1, "million calls"),
  s3Storage: s3(0.023, "GB-month"),
  s3Writes: s3(5, "million requests"),
  s3Reads: s3(0.4, "million requests"),
  logsIn: cloudwatch(0.5, "GB"),
  logsKept: cloudwatch(0.03, "GB-month"),
  customMetric: cloudwatch(0.3, "metric"),
  alarm: cloudwatch(0.1, "metric"),
  compositeAlarm: cloudwatch(0.5, "alarm"),
  dashboard: cloudwatch(3, "dashboard"),
  flowLogsToS3: cloudwatch(0.25, "GB"),
  webAcl: waf(5, "web ACL"),
  wafRule: waf(1, "rule"),
  wafRequests: waf(0.6, "million requests"),
  kmsKey: kms(1, "key"),
  kmsRequests: kms(3, "million requests"),
  secret: secrets(0.4, "secret"),
  malwareGb: guardDuty(0.09, "GB"),
  malwareObjects: guardDuty(0.215, "thousand objects"),
  imageStorage: ecr(0.1, "GB-month"),
  dynamoWrites: dynamo(0.625, "million requests"),
  dynamoStorage: dynamo(0.25, "GB-month"),
  emails: sns(20, "million e-mails"),
  hostedZone: dns(0.5, "zone"),
  dnsQueries: dns(0.4, "million queries"),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;
