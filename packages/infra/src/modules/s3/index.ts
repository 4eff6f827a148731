import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { Id } from "@cdktf/provider-random/lib/id/index.js";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { taskRole } from "./access.ts";
import { allowParts, allowVersionDeletion } from "./additions.ts";
import { bucketSettings } from "./bucket-settings.ts";

/** The bucket that uploads lie in for as long as they are used, and the role that tasks reach it with. */
export const s3 = defineModule({
  name: "s3",
  inputs: PROJECT_INPUTS,
  outputs: {
    uploads_bucket_id: { type: "string", description: "Name of the uploads' bucket" },
    uploads_bucket_arn: { type: "string", description: "ARN of the uploads' bucket" },
    task_role_arn: { type: "string", description: "ARN of the role of the API's tasks" },
    task_role_name: { type: "string", description: "Name of the role of the API's tasks" },
  },
  body(scope, inputs) {
    const name = naming(inputs);
    const suffix = new Id(scope, "random_id.bucket_suffix", { byteLength: 4 });
    const bucket = new S3Bucket(scope, "aws_s3_bucket.uploads", {
      bucket: name(`uploads-${suffix.hex}`),
    });
    bucketSettings(scope, bucket);
    const role = taskRole(scope, { name, bucket });
    allowVersionDeletion(scope, { name, bucket, role });
    allowParts(scope, { name, bucket, role });
    return {
      uploads_bucket_id: bucket.id,
      uploads_bucket_arn: bucket.arn,
      task_role_arn: role.arn,
      task_role_name: role.name,
    };
  },
});
