import { client } from "../../lib/api-client.ts";
import { toShown } from "../../lib/problem.ts";

/** True once a caption is deleted, be it by another page before. */
export function removeCaption(id: string): Promise<boolean> {
  return client.remove(id).then(
    () => true,
    (error) => toShown(error).code === "not_found",
  );
}
