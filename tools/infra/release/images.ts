import { Failure } from "../../shared/failure.ts";
import type { Cloud } from "./cloud.ts";
import type { Revision } from "./described.ts";

/**
 * Asks whether there is what would be run.
 *
 * @param environment named in the advice
 * @throws Failure that names the tag, the repository and what to do
 */
export async function requireImages(
  revisions: readonly Revision[],
  cloud: Cloud,
  environment: string,
): Promise<void> {
  for (const { image } of revisions) {
    if (await cloud.hasImage(image)) continue;
    const { tag, repository } = image;
    throw new Failure(
      `There is no image "${tag}" in the repository ${repository}. Push it, or deploy one that is there: npx cdktf deploy ${environment} --var image_tag=TAG`,
    );
  }
}
