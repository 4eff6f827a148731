import { createHash } from "node:crypto";
import type { Hearing, Usage } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { inspectPhoto } from "../photo/inspect-photo.ts";
import { normalisePhoto } from "../photo/normalise-photo.ts";
import type { CaptionSource } from "../ports/caption-model.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { answerFromCache } from "./answer-from-cache.ts";
import { inStage } from "./enter-stage.ts";
import { scanStored, scanUpload } from "./scan-upload.ts";

/** What a caption is to be written from. */
export interface Look {
  readonly source: CaptionSource;
  /** Pixels as it was sent, once upright. */
  readonly width: number | null;
  readonly height: number | null;
  /** How long it is, where it has a length. */
  readonly seconds: number | null;
  /** What became of its sound, where it may have some. */
  readonly hearing: Hearing | null;
  /** What looking and hearing took, beside what writing takes. */
  readonly spent: Pick<Usage, "transcription">;
  /** SHA-256 of the file in hex; undefined for a revision, which has no file of its own. */
  readonly sha256: string | undefined;
}

/**
 * Scans, inspects and normalises the upload; undefined where nothing is left to do: the cache has its
 * caption, or it was cancelled meanwhile.
 */
export async function lookAtPhoto(
  deps: Deps,
  found: CaptionWithUpload,
  signal: AbortSignal,
): Promise<Look | undefined> {
  const { caption, upload } = found;
  const { id } = caption;
  const inspected = await inStage(deps, { id, stage: "inspecting" }, async () => {
    await scanStored(deps, upload, signal);
    const bytes = await deps.store.read(upload.id);
    await scanUpload(deps, { name: upload.name, content: bytes, signal });
    const declared = { name: upload.name, declaredType: upload.type };
    return { bytes, ...(await inspectPhoto(bytes, declared, signal)) };
  });
  if (inspected === undefined) return undefined;
  const { bytes, type, width, height } = inspected;
  const sha256 = upload.sha256 ?? createHash("sha256").update(bytes).digest("hex");
  if (await answerFromCache(deps, found, sha256)) return undefined;
  const image = await inStage(deps, { id, stage: "normalising" }, () =>
    normalisePhoto(bytes, type, signal),
  );
  if (image === undefined) return undefined;
  return {
    source: { kind: "image", image },
    width,
    height,
    seconds: null,
    hearing: null,
    spent: {},
    sha256,
  };
}

/** What was seen for the caption that is revised: the file itself is gone. */
export async function recall({ captions }: Deps, originalId: string): Promise<Look> {
  const original = await captions.find(originalId);
  const { seen, result, width, height, seconds, hearing } = original?.caption ?? {};
  if (!seen || !result) {
    throw new AppError({
      code: "not_found",
      detail: `${originalId}, which this revises, was deleted. Upload the file again.`,
    });
  }
  const previous = result.variants.map((variant) => variant.text);
  return {
    source: { kind: "seen", seen, previous, ...transcriptOf(hearing) },
    width: width ?? null,
    height: height ?? null,
    seconds: seconds ?? null,
    hearing: hearing ?? null,
    spent: {},
    sha256: undefined,
  };
}

/** What was said, for a model to write from. */
export const transcriptOf = (hearing: Hearing | null | undefined) =>
  hearing?.transcript === undefined ? {} : { transcript: hearing.transcript };
