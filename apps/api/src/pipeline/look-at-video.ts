import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { OpenMedia } from "../media/open-media.ts";
import { openMedia } from "../media/open-media.ts";
import { toVideoFrame } from "../media/video-frame.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { inStage } from "./enter-stage.ts";
import type { Look } from "./look.ts";
import { scanUpload } from "./scan-upload.ts";

/** What a model gets to see of a video: more pictures cost more and tell little more. */
const MOST_FRAMES = 8;

/** Scans and inspects a video and takes pictures out of it; undefined where it was cancelled meanwhile. */
export function lookAtVideo(
  deps: Deps,
  { caption, upload }: CaptionWithUpload,
  signal: AbortSignal,
): Promise<Look | undefined> {
  const { id } = caption;
  return deps.withWorkFolder(async (folder) => {
    const opened = await inStage(deps, { id, stage: "inspecting" }, () =>
      openMedia(deps, upload, { folder, signal }, (content) =>
        scanUpload(deps, { name: upload.name, content, signal }),
      ),
    );
    if (opened === undefined) return undefined;
    const frames = await inStage(deps, { id, stage: "extracting" }, () =>
      takeFrames(deps, opened, { folder, signal }),
    );
    if (frames === undefined) return undefined;
    const { picture, seconds } = opened.facts;
    return {
      source: { kind: "video", frames, seconds },
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      seconds,
      sha256: upload.sha256 ?? (await sha256Of(opened.path)),
    };
  });
}

async function takeFrames(
  { media }: Pick<Deps, "media">,
  { path, facts }: OpenMedia,
  work: { readonly folder: string; readonly signal: AbortSignal },
) {
  const frames = await media.frames(path, facts, MOST_FRAMES, work);
  if (frames.length > 0) return Promise.all(frames.map(toVideoFrame));
  throw new AppError({
    code: "media_empty",
    detail: "There is no picture in this file, and nothing here can hear. Send a video.",
  });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
