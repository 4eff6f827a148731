import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { ServicesConfig } from "../../config/services.ts";
import { DATABASE_CA, PORTS } from "./image-contract.ts";
import type { Inputs } from "./interface.ts";
import type { OptionalSecretAt } from "./secrets.ts";
import { backendSecrets } from "./secrets.ts";
import type { taskDefinition } from "./task-definition.ts";

type Definition = Parameters<typeof taskDefinition>[2];

/** The load balancer closes idle connections after a minute. */
const KEEP_ALIVE_MS = 65_000;

interface TaskProps {
  readonly name: (rest: string) => string;
  readonly inputs: Inputs;
  readonly services: ServicesConfig;
  readonly optionalSecrets: readonly OptionalSecretAt[];
  readonly repository: EcrRepository;
  readonly logs: CloudwatchLogGroup;
  readonly executionRole: IamRole;
  /** Where people reach the page. */
  readonly siteUrl: string;
  /** Whether an upload can be read only once GuardDuty has found it clean. */
  readonly scanUploads: boolean;
  /** Whether the bucket takes uploads from the page: otherwise they go through the API. */
  readonly uploadsFromPage: boolean;
  readonly behindCdn: boolean;
}

/** The page: it knows where the API is, and nothing that is worth stealing. */
export const frontendTask = (props: TaskProps & { readonly role: IamRole }): Definition => ({
  ...common("frontend", props),
  taskRoleArn: props.role.arn,
  container: {
    ...container("frontend", props),
    environment: {
      NODE_ENV: "production",
      HOSTNAME: "0.0.0.0",
      PORT: `${PORTS.frontend}`,
      // Longer than the load balancer keeps a connection, or it uses one that has just been closed.
      KEEP_ALIVE_TIMEOUT: `${KEEP_ALIVE_MS}`,
      API_ORIGIN: props.siteUrl,
      // The page sends files there, past the API.
      UPLOADS_ORIGIN: `https://${props.inputs.uploads_bucket}.s3.${props.inputs.aws_region}.amazonaws.com`,
    },
  },
});

/** The API and its workers. */
export const backendTask = (props: TaskProps): Definition => ({
  ...common("backend", props),
  taskRoleArn: props.inputs.task_role_arn,
  container: {
    ...container("backend", props),
    environment: backendEnvironment(props),
    secrets: backendSecrets(props.inputs, props.optionalSecrets),
    livePath: "/api/health/live",
  },
});

const common = (service: "frontend" | "backend", { name, services, executionRole }: TaskProps) => ({
  family: name(service),
  cpu: services[service].cpu,
  memory: services[service].memory,
  executionRole,
  keepOld: services.deletionProtection,
});

const container = (service: "frontend" | "backend", { inputs, repository, logs }: TaskProps) => ({
  name: service,
  image: `${repository.repositoryUrl}:${inputs.image_tag}`,
  port: PORTS[service],
  logs,
  region: inputs.aws_region,
  stream: "task",
});

const backendEnvironment = ({
  inputs,
  siteUrl,
  scanUploads,
  uploadsFromPage,
  behindCdn,
}: TaskProps): Readonly<Record<string, string>> => ({
  NODE_ENV: "production",
  HOST: "0.0.0.0",
  PORT: `${PORTS.backend}`,
  AWS_REGION: inputs.aws_region,
  ENVIRONMENT: inputs.environment,
  // What the alarms on captions and models read, and what the number of tasks follows.
  METRICS: "cloudwatch",
  PUBLIC_URL: siteUrl,
  S3_BUCKET: inputs.uploads_bucket,
  // Otherwise the API would not wait for the verdict, and be refused.
  ...(scanUploads ? { SCANNER: "guardduty" } : {}),
  ...(uploadsFromPage ? {} : { S3_UPLOADS: "through-api" }),
  // The one folder that can be written.
  DATA_DIR: "/tmp/data",
  DATABASE_HOST: inputs.database_endpoint,
  DATABASE_PORT: inputs.database_port,
  DATABASE_NAME: inputs.database_name,
  DATABASE_CA,
  // The password that a task is started with is good for a week at the most.
  DATABASE_SECRET_ARN: inputs.database_secret_arn,
  REDIS_HOST: inputs.redis_endpoint,
  REDIS_PORT: inputs.redis_port,
  REDIS_TLS: "true",
  // The load balancer, and CloudFront before it.
  TRUSTED_PROXIES: behindCdn ? "2" : "1",
});
