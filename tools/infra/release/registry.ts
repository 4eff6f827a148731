import { DescribeImagesCommand, ECRClient, ImageNotFoundException } from "@aws-sdk/client-ecr";
import { toldByAws } from "../told-by-aws.ts";
import type { Cloud } from "./cloud.ts";

/** What a release asks of ECR. */
export function images(region: string): Pick<Cloud, "hasImage"> & { close(): void } {
  const client = new ECRClient({ region });
  return {
    async hasImage({ registry: registryId, repository: repositoryName, tag }) {
      const imageIds = [{ imageTag: tag }];
      const command = new DescribeImagesCommand({ registryId, repositoryName, imageIds });
      return await toldByAws(async () => {
        try {
          await client.send(command);
          return true;
        } catch (error) {
          if (error instanceof ImageNotFoundException) return false;
          throw error;
        }
      });
    },
    close: () => client.destroy(),
  };
}
