import type { Caption } from "@caption-generator/schema";

const FORMATS = [
  ["srt", "SRT subtitles"],
  ["vtt", "VTT subtitles"],
  ["txt", "Text"],
] as const;

const NOBODY_LISTENS =
  "Nobody listens to the sound of videos here: the captions come from the pictures alone.";

/** What is said in a video, to be read and taken along; or why nobody can tell. */
export function Speech({ caption }: { readonly caption: Caption }) {
  const { hearing } = caption;
  if (hearing === null) return null;
  if (hearing.transcript === undefined) {
    // What the API says of that is for who runs it.
    const said = hearing.state === "off" ? NOBODY_LISTENS : hearing.detail;
    return <p className="text-sm text-soft">{said}</p>;
  }
  return (
    <details className="flex flex-col gap-2">
      <summary className="min-h-11 py-2.5 font-semibold">What is said</summary>
      <p
        lang={hearing.transcript.language ?? undefined}
        dir="auto"
        className="wrap-anywhere my-3 rounded-xl bg-page p-4"
      >
        {hearing.transcript.segments.map(({ text }) => text.trim()).join(" ")}
      </p>
      <ul className="flex flex-wrap gap-3">
        {FORMATS.map(([format, name]) => (
          <li key={format}>
            <a
              className="button"
              href={`/api/captions/${caption.id}/transcript.${format}`}
              download
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
