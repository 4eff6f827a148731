import { TerraformOutput } from "cdktf";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { Made } from "./made.ts";

/** What a person or a pipeline asks for after a deployment, with no value that is secret. */
export function publish(stack: HclStack, { services, edge, uploads, ...made }: Made): void {
  const values: Readonly<Record<string, readonly [description: string, value: string]>> = {
    site_url: ["Where the page is reached", services.site_url],
    alb_dns_name: ["Name of the load balancer", services.alb_dns_name],
    ...(edge === undefined
      ? {}
      : {
          distribution_id: ["ID of CloudFront's distribution", edge.distribution_id],
          distribution_domain_name: ["CloudFront's own name", edge.distribution_domain_name],
        }),
    uploads_bucket: ["Bucket of the uploads", uploads.outputs.uploads_bucket_id],
    cluster_name: ["Name of the cluster", services.cluster_name],
    frontend_service_name: ["Name of the page's service", services.frontend_service_name],
    backend_service_name: ["Name of the API's service", services.backend_service_name],
    frontend_repository_url: ["Where the page's images go", services.frontend_repository_url],
    backend_repository_url: ["Where the API's images go", services.backend_repository_url],
    migration_task_family: ["Task to run before a release", services.migration_task_family],
    database_secret_arn: ["Secret of the database", made.database.master_secret_arn],
    cache_secret_arn: ["Secret of the cache", made.cache.auth_secret_arn],
    google_api_key_arn: ["Parameter with Gemini's key", made.keys.google_api_key_arn],
    openai_api_key_arn: ["Parameter with OpenAI's key", made.keys.openai_api_key_arn],
    session_secret_arn: ["Parameter with what signs sessions", made.keys.session_secret_arn],
  };
  for (const [name, [description, value]] of Object.entries(values)) {
    new TerraformOutput(stack, `output.${name}`, { description, value });
  }
}
