import type { ValuesOf } from "../../terraform/module-definition.ts";
import { PROJECT_INPUTS } from "../project.ts";

const string = (description: string) => ({ type: "string", description }) as const;
const strings = (description: string) => ({ type: "list(string)", description }) as const;

/** The module's variables. */
export const INPUTS = {
  ...PROJECT_INPUTS,
  aws_region: string("Region of the services"),
  vpc_id: string("ID of the VPC"),
  public_subnets: strings("IDs of the public subnets, for the load balancer"),
  private_subnets: strings("IDs of the private subnets, for the tasks"),
  alb_security_group_id: string("ID of the load balancer's security group"),
  ecs_security_group_id: string("ID of the tasks' security group"),
  image_tag: string("Tag of both images"),
  uploads_bucket: string("Name of the uploads' bucket"),
  task_role_arn: string("ARN of the role of the API's tasks"),
  task_role_name: string("Name of the role of the API's tasks"),
  database_endpoint: string("Host of the database"),
  database_port: string("Port of the database"),
  database_name: string("Name of the database"),
  database_secret_arn: string("ARN of the secret with the database's user and password"),
  redis_endpoint: string("Host of the cache"),
  redis_port: string("Port of the cache"),
  redis_secret_arn: string("ARN of the secret with the cache's token"),
  google_api_key_arn: string("ARN of the parameter with Gemini's key"),
  openai_api_key_arn: string("ARN of the parameter with OpenAI's key"),
  session_secret_arn: string("ARN of the parameter with what signs sessions"),
  origin_secret: string("What CloudFront sends with each request; not used without it"),
  site_url: string("Where the page is reached through CloudFront; not used without it"),
} as const;

/** References to the module's variables. */
export type Inputs = ValuesOf<typeof INPUTS>;

/** The module's outputs. */
export const OUTPUTS = {
  site_url: string("Where the page is reached"),
  cluster_name: string("Name of the cluster"),
  cluster_arn: string("ARN of the cluster"),
  frontend_service_name: string("Name of the page's service"),
  backend_service_name: string("Name of the API's service"),
  frontend_repository_url: string("Where the page's images are pushed"),
  backend_repository_url: string("Where the API's images are pushed"),
  alb_arn: string("ARN of the load balancer"),
  alb_arn_suffix: string("Load balancer, as CloudWatch names it"),
  alb_dns_name: string("Name the load balancer is reached under"),
  alb_zone_id: string("Zone of the load balancer's name, for alias records"),
  origin_domain_name: string("Name CloudFront reaches the load balancer under"),
  frontend_target_group_arn_suffix: string("Page's target group, as CloudWatch names it"),
  backend_target_group_arn_suffix: string("API's target group, as CloudWatch names it"),
  frontend_green_target_group_arn_suffix: string(
    "Page's second target group under blue/green deployments; otherwise its only one",
  ),
  backend_green_target_group_arn_suffix: string(
    "API's second target group under blue/green deployments; otherwise its only one",
  ),
  frontend_log_group_name: string("Log group of the page"),
  backend_log_group_name: string("Log group of the API"),
  codedeploy_app_name: string("CodeDeploy's application; empty without blue/green deployments"),
  migration_task_family: string("Family of the task that migrates the database before a release"),
} as const;
