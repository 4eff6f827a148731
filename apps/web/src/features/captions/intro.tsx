import type { Limits } from "@caption-generator/schema";

/** What this is, and what it runs on here. */
export function Intro({ limits }: { readonly limits: Limits | undefined }) {
  return (
    <header className="flex flex-col gap-2">
      <h1 className="font-bold text-3xl tracking-tight sm:text-4xl">Captions for your photos</h1>
      <p className="max-w-2xl text-lg text-soft">
        Drop a photo, choose tone and length, and get captions worth posting. The photo is deleted
        as soon as its captions are written.
      </p>
      {limits !== undefined && (
        <p className="text-sm text-soft">
          {limits.captionModel.onDevice
            ? "Captions are made on this machine"
            : "Captions by Gemini"}
          {" · "}
          {limits.scanner.active
            ? "uploads are scanned for malware"
            : "uploads are not scanned for malware"}
          {!limits.video.possible && " · photos only for now"}
        </p>
      )}
    </header>
  );
}
