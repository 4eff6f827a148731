import type { Limits } from "@caption-generator/schema";

/** What this is, and what it runs on here. */
export function Intro({ limits }: { readonly limits: Limits | undefined }) {
  return (
    <header className="flex flex-col gap-2">
      <h1 className="text-balance font-bold text-2xl tracking-tight sm:text-4xl">
        Captions for your photos and videos
      </h1>
      <p className="max-w-2xl text-pretty text-soft sm:text-lg">
        Choose a file, tone and length, and get captions worth posting. What you send is deleted as
        soon as they are written.
      </p>
      {limits !== undefined && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
          <li>
            {limits.captionModel.onDevice ? (
              <>
                Captions are made on this machine. For better ones by Gemini, set{" "}
                <code>GEMINI_API_KEY</code> in <code>.env</code>.
              </>
            ) : (
              "Captions by Gemini."
            )}
          </li>
          <li>Uploads are {!limits.scanner.active && "not "}scanned for malware.</li>
          {!limits.video.possible && <li>Photos only: videos need ffmpeg on this machine.</li>}
        </ul>
      )}
    </header>
  );
}
