import { z } from "zod";
import { bucketNameFault } from "./bucket-name.ts";
import { cacheNameFault, cacheSchema } from "./cache.ts";
import { cdnShape } from "./cdn.ts";
import { vpcCidrFault } from "./cidr.ts";
import { databaseSchema } from "./database.ts";
import { certifiedNameFault, domainNameFault, domainZoneFault } from "./domain-name.ts";
import { faultless } from "./faultless.ts";
import { loadBalancerNameFault } from "./load-balancer-name.ts";
import { logRetentionDays } from "./log-retention.ts";
import { monitoringShape } from "./monitoring.ts";
import { networkFault, networkFields } from "./network.ts";
import { pipelineShape } from "./pipeline.ts";
import { REGIONS } from "./regions.ts";
import { servicesShape } from "./services.ts";

/** What a deployment is called; each is a stack, a set of resources and a state of its own. */
export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** No region has more. */
const MOST_ZONES = 6;

const environmentShape = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  /** Where the resources are. */
  region: z.enum(REGIONS),
  /** The first part of the names of all resources. */
  projectName: z.string().regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/u, {
    error: ({ input }) =>
      `"${input}" cannot begin the names of resources: use lower-case letters, digits and hyphens, a letter first and no hyphen last.`,
  }),
  /** The address range of the VPC. */
  vpcCidr: z.string().superRefine(faultless(vpcCidrFault)),
  /** How many availability zones have subnets. */
  zones: z
    .int()
    .min(2, {
      error: ({ input }) =>
        `${input} is too few: a load balancer and a database need subnets in two zones. Use 2 or more.`,
    })
    .max(MOST_ZONES),
  /** Where the page is reached; may be empty where nothing depends on it. */
  domainName: z
    .string()
    .superRefine(faultless((name) => (name === "" ? undefined : domainNameFault(name)))),
  /** The zone of Route 53 that the domain is in. @default none, and nothing is reached under a domain */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/u, {
      error: ({ input }) =>
        `"${input}" is not the id of a zone in Route 53: it begins with a Z, followed by capital letters and digits.`,
    })
    .optional(),
  services: servicesShape,
  cdn: cdnShape,
  pipeline: pipelineShape,
  /** The key of the environment's state in the state bucket. */
  stateKey: z.string().regex(/^[^/].*\.tfstate$/u, {
    error: ({ input }) =>
      `"${input}" is not the key of a state: it must not begin with a slash and must end in ".tfstate".`,
  }),
  monitoring: monitoringShape,
  /** Whether the declared deviations from the article apply. */
  hardened: z.boolean(),
  ...networkFields,
  database: databaseSchema,
  cache: cacheSchema,
  /** Whether uploads are scanned for malware, and can be read only once they were found clean. @default true */
  scanUploads: z.boolean(),
  /**
   * Whether stores and logs are encrypted with keys of the account's own, at a dollar a month each, and not
   * with AWS's: such a key can be denied to somebody, and each use of it is on record.
   *
   * @default false; hardened true
   */
  customerKeys: z.boolean(),
  /** For how many days every log is kept. @default 30; prod 365 */
  logRetentionDays,
});

/** The environment's settings, whole and checked. */
export type EnvironmentConfig = z.infer<typeof environmentShape>;

/** The longest name there will be: the suffix that Terraform draws has 8 hexadecimal digits. */
const uploadsBucketName = ({ projectName, environment }: EnvironmentConfig): string =>
  `${projectName}-${environment}-uploads-00000000`;

export const environmentSchema = environmentShape.superRefine((config, context) => {
  const bucket = uploadsBucketName(config);
  const fault = bucketNameFault(bucket);
  if (fault !== undefined) {
    const message = `"${config.projectName}" makes "${bucket}" the name of the uploads' bucket, which ${fault}.`;
    context.addIssue({ code: "custom", path: ["projectName"], message });
  }
  const cacheFault = cacheNameFault(config.projectName, config.environment);
  if (cacheFault !== undefined) {
    const message = `"${config.projectName}" ${cacheFault}.`;
    context.addIssue({ code: "custom", path: ["projectName"], message });
  }
  const cutOff = networkFault(config);
  if (cutOff !== undefined) {
    context.addIssue({ code: "custom", path: ["natGateways"], message: cutOff });
  }
  const zoneFault = domainZoneFault(config.domainName, config.hostedZoneId);
  if (zoneFault !== undefined) {
    const path = [config.hostedZoneId === undefined ? "domainName" : "hostedZoneId"];
    context.addIssue({ code: "custom", path, message: zoneFault });
  }
  const certifiedFault = certifiedNameFault(config.domainName, config.cdn.enabled);
  if (certifiedFault !== undefined) {
    context.addIssue({ code: "custom", path: ["domainName"], message: certifiedFault });
  }
  const nameFault = loadBalancerNameFault(config);
  if (nameFault !== undefined) {
    context.addIssue({ code: "custom", path: ["projectName"], message: nameFault });
  }
  if (config.hardened && config.domainName === "") {
    const message = `"" is no domain name, and only pages from it may upload in ${config.environment}: name the domain.`;
    context.addIssue({ code: "custom", path: ["domainName"], message });
  }
});
