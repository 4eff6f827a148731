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
      {/* As high before it is known what to say: nothing below moves then. */}
      <ul className="flex min-h-16 flex-wrap content-start gap-x-4 gap-y-1 text-sm text-soft sm:min-h-11 lg:min-h-5">
        {limits !== undefined && facts(limits).map((fact) => <li key={fact}>{fact}</li>)}
      </ul>
    </header>
  );
}

function facts({ captionModel, scanner, video }: Limits): readonly string[] {
  return [
    captionModel.onDevice
      ? "Captions are written by a small model on this machine, and may be plain."
      : "Captions by Gemini.",
    `Uploads are ${scanner.active ? "" : "not "}scanned for malware.`,
    ...(video.possible ? [] : ["Photos only: no videos are taken here."]),
  ];
}
