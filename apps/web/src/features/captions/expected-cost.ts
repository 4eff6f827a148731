import type { Limits } from "@caption-generator/schema";
import { estimateCost } from "@caption-generator/schema";
import { dollars } from "../../lib/dollars.ts";
import { declaredType } from "../upload/declared-type.ts";
import { kindOf } from "../upload/kinds.ts";

/**
 * What captions of a file will cost, in a sentence; undefined where they cost nothing, or nobody can tell.
 * @param seconds how long it is, where it has a length and the browser knows it
 */
export function expectedCost(
  limits: Limits | undefined,
  file: Pick<File, "name" | "type"> | null,
  seconds: number | undefined,
): string | undefined {
  if (limits === undefined || file === null) return undefined;
  const photo = kindOf(declaredType(file)) === "photo";
  const usd = estimateCost(limits.costs, photo ? { kind: "photo" } : { kind: "video", seconds });
  if (usd === undefined || usd === 0) return undefined;
  return usd < 0.01 ? `Costs ${dollars(usd)}.` : `Costs about ${dollars(usd)}.`;
}
