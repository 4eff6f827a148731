import type { PartPlan } from "@caption-generator/schema";
import { isUnreachable, toShown } from "../../lib/problem.ts";
import type { SendTarget } from "../../lib/send-file.ts";
import { declare } from "./declare.ts";
import type { UploadDeps } from "./upload-deps.ts";

/** An upload the service knows, and what is left to be sent of it. */
export type BegunUpload =
  | { readonly kind: "whole"; readonly id: string; readonly target: SendTarget }
  | {
      readonly kind: "parts";
      readonly id: string;
      readonly plan: PartPlan;
      readonly arrived: readonly number[];
    }
  | { readonly kind: "complete"; readonly id: string };

type BeginDeps = Pick<UploadDeps, "memory"> & {
  readonly api: Pick<UploadDeps["api"], "declareUpload" | "arrivedParts">;
};

/** Declares a file, or finds the upload of it that had begun before the page was loaded. */
export async function beginUpload(deps: BeginDeps, file: File): Promise<BegunUpload> {
  const { api, memory } = deps;
  const before = await findBegun(deps, file);
  if (before !== undefined) return before;
  const declared = await api.declareUpload(declare(file));
  const { id } = declared.upload;
  if ("target" in declared) return { kind: "whole", id, target: declared.target };
  memory.keep(file, declared.upload);
  return { kind: "parts", id, plan: declared.parts, arrived: [] };
}

async function findBegun({ api, memory }: BeginDeps, file: File): Promise<BegunUpload | undefined> {
  const id = memory.find(file);
  if (id === undefined) return undefined;
  try {
    const { upload, parts, arrived } = await api.arrivedParts(id);
    if (upload.state === "uploaded") return { kind: "complete", id };
    if (upload.state === "declared") {
      return { kind: "parts", id, plan: parts, arrived: arrived.map(({ number }) => number) };
    }
  } catch (error) {
    if (isUnreachable(toShown(error))) throw error;
  }
  // It has its caption, was deleted, or is another visitor's.
  memory.forget(file);
  return undefined;
}
