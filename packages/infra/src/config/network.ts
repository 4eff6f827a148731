import { z } from "zod";

/** How private subnets reach the Internet. */
const NAT_GATEWAYS = ["per-zone", "single", "none"] as const;

/** Services of AWS that have an endpoint of their own in the VPC, for a price an hour and zone. */
const INTERFACE_ENDPOINTS = [
  "ecr.api",
  "ecr.dkr",
  "kms",
  "logs",
  "monitoring",
  "secretsmanager",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

/** Without these, and without another way out, no task starts: it fetches its image and secrets, and logs. */
const FOR_TASKS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"] as const;

/** What of the network an environment decides. */
export const networkFields = {
  /**
   * The NAT gateways: one a zone as in the article; `single`, on which the other zones then depend, and
   * which saves the price of the others; or `none`, where tasks reach AWS alone: no Gemini, no OpenAI.
   *
   * @default "per-zone"
   */
  natGateways: z.enum(NAT_GATEWAYS),
  /** Services reached without leaving the VPC; S3 always is, free of charge. @default [] */
  interfaceEndpoints: z.array(z.enum(INTERFACE_ENDPOINTS)),
  /** Whether the VPC's connections are logged. @default true */
  flowLogs: z.boolean(),
};

const networkSchema = z.strictObject(networkFields);
export type NetworkConfig = z.infer<typeof networkSchema>;

/** The article's way out, and no more than is free or nearly so. */
export const NETWORK_DEFAULTS: NetworkConfig = {
  natGateways: "per-zone",
  interfaceEndpoints: [],
  flowLogs: true,
};

/** Why tasks would be cut off from what they need, with the fix; undefined for a network that works. */
export function networkFault({
  natGateways,
  interfaceEndpoints,
}: NetworkConfig): string | undefined {
  if (natGateways !== "none") return undefined;
  const lacking = FOR_TASKS.filter((service) => !interfaceEndpoints.includes(service));
  if (lacking.length === 0) return undefined;
  return `"none" leaves tasks no way to ${lacking.join(", ")}: name these in interfaceEndpoints, or use "single".`;
}
