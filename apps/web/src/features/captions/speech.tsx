import type { Caption } from "@caption-generator/schema";

const FORMATS = [
  ["srt", "SRT subtitles"],
  ["vtt", "VTT subtitles"],
  ["txt", "Text"],
] as const;

/** What is said in a video, to be read and taken along; or why nobody can tell. */
export function Speech({ caption }: { readonly caption: Caption }) {
  const { hearing } = caption;
  if (hearing === null) return null;
  if (hearing.transcript === undefined) {
    return <p className="text-sm text-soft">{hearing.detail}</p>;
  }
  return (
    <details className="flex flex-col gap-2">
      <summary className="cursor-pointer font-semibold">What is said</summary>
      <p className="wrap-anywhere my-3 rounded-xl bg-page p-4">
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
