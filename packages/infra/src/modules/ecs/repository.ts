import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/** Releases that can be gone back to. */
const IMAGES_KEPT = 30;

interface RepositoryProps {
  readonly name: (rest: string) => string;
  /** Whether it refuses to be destroyed while there are images in it. */
  readonly deletionProtection: boolean;
}

/** A repository of images: scanned when they are pushed, never overwritten, and not kept for ever. */
export function repository(
  scope: Construct,
  service: string,
  { name, deletionProtection }: RepositoryProps,
): EcrRepository {
  const made = new EcrRepository(scope, `aws_ecr_repository.${service}`, {
    name: name(service),
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    forceDelete: !deletionProtection,
  });
  new EcrLifecyclePolicy(scope, `aws_ecr_lifecycle_policy.${service}`, {
    repository: made.name,
    policy: Fn.jsonencode({ rules: [untagged(1), oldest(2)] }),
  });
  return made;
}

const untagged = (rulePriority: number) => ({
  rulePriority,
  description: "Images without a tag are left over from a push",
  selection: {
    tagStatus: "untagged",
    countType: "sinceImagePushed",
    countUnit: "days",
    countNumber: 1,
  },
  action: { type: "expire" },
});

const oldest = (rulePriority: number) => ({
  rulePriority,
  description: `The last ${IMAGES_KEPT} images are kept`,
  selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: IMAGES_KEPT },
  action: { type: "expire" },
});
