import type { Limits } from "@caption-generator/schema";
import { PHOTO_LIMITS } from "@caption-generator/schema";
import { megabytes } from "./megabytes.ts";

interface TakenHereProps {
  readonly limits: Limits | undefined;
  /** Whether a file is held over the page. */
  readonly over: boolean;
}

/** What can be chosen, and how else than by the button. */
export function TakenHere({ limits, over }: TakenHereProps) {
  return (
    <>
      <p className="pointer-coarse:hidden">
        {over ? "Let go to add it" : "or drop or paste one anywhere on this page"}
      </p>
      {/* As high before it is known whether videos are taken. */}
      <p className="min-h-15 text-sm text-soft sm:min-h-10">
        JPEG, PNG, WebP, AVIF, GIF or HEIC, up to {megabytes(PHOTO_LIMITS.maxBytes)}
        {limits?.video.possible && (
          <span className="block">
            or a video{limits.transcriber.active && " or recording"}, up to{" "}
            {megabytes(limits.video.maxBytes)}
          </span>
        )}
      </p>
    </>
  );
}
