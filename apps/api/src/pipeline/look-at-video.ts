import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { expectedUsd } from "../budget/expected-usd.ts";
import { requireBudget } from "../budget/require-budget.ts";
import type { Deps } from "../deps.ts";
import { openMedia } from "../media/open-media.ts";
import type { ExtractedSound } from "../ports/media-tools.ts";
import type { CaptionRecord, CaptionWithUpload, HeardSound } from "../ports/records.ts";
import { answerFromCache } from "./answer-from-cache.ts";
import { enterStage, inStage } from "./enter-stage.ts";
import { hear } from "./hear.ts";
import { keptPieces } from "./kept-pieces.ts";
import type { Look } from "./look.ts";
import { transcriptOf } from "./look.ts";
import { nothingToWriteFrom } from "./nothing-to-write-from.ts";
import { scanStored, scanUpload } from "./scan-upload.ts";
import { takeApart } from "./take-apart.ts";
import { tellRetries } from "./tell-retries.ts";
import { untilKept } from "./until-kept.ts";

/**
 * Scans and inspects a video, takes pictures out of it and has what is said written down; undefined where
 * nothing is left to do: the cache has its caption, or it was cancelled meanwhile.
 */
export function lookAtVideo(
  deps: Deps,
  found: CaptionWithUpload,
  signal: AbortSignal,
): Promise<Look | undefined> {
  const { caption, upload } = found;
  const { id } = caption;
  return deps.withWorkFolder(async (folder) => {
    const work = { folder, signal };
    const opened = await inStage(deps, { id, stage: "inspecting" }, async () => {
      await scanStored(deps, upload, signal);
      const media = await openMedia(deps, upload, work, (content) =>
        scanUpload(deps, { name: upload.name, content, signal }),
      );
      return { ...media, sha256: upload.sha256 ?? (await sha256Of(media.path)) };
    });
    if (opened === undefined) return undefined;
    if (await answerFromCache(deps, found, opened.sha256)) return undefined;
    const taken = await inStage(deps, { id, stage: "extracting" }, () =>
      takeApart(deps, { name: upload.name, ...opened }, work),
    );
    if (taken === undefined || !(await enterStage(deps, id, "transcribing"))) return undefined;
    const { hearing, spent } = await hearOnce(deps, caption, {
      ...work,
      sound: taken.sound,
      seconds: taken.seconds,
    });
    const { frames, seconds } = taken;
    if (frames.length === 0 && hearing.state !== "heard") throw nothingToWriteFrom(hearing);
    const { picture } = opened.facts;
    return {
      source: { kind: "video", frames, seconds, ...transcriptOf(hearing) },
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      seconds,
      hearing,
      spent,
      sha256: opened.sha256,
    };
  });
}

/** What is said, unless a process that died had it written down before. */
async function hearOnce(
  deps: Deps,
  caption: CaptionRecord,
  work: {
    readonly folder: string;
    readonly signal: AbortSignal;
    readonly sound: ExtractedSound | undefined;
    readonly seconds: number;
  },
): Promise<HeardSound> {
  const { id, sessionId, options, steps } = caption;
  if (steps.heard !== undefined) return steps.heard;
  // What had yet to be scanned when it was asked for was taken for a photo.
  const expected = expectedUsd(deps.limits, { seconds: work.seconds, revision: false });
  await requireBudget(deps, { sessionId, expectedUsd: expected });
  const onRetry = tellRetries(deps, id);
  const language = options.spokenLanguage;
  const kept = keptPieces(deps, caption, work.signal);
  const heard = await hear(deps, work.sound, { ...work, onRetry, language, kept });
  // A failure is not kept: should the job be run again, it may go well.
  const paid = heard.spent.transcription !== undefined && heard.hearing.state !== "failed";
  if (paid) await untilKept(() => deps.captions.keepStep(id, { heard }), work.signal);
  return heard;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
