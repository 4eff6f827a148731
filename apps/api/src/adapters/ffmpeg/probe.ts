import type { MediaType } from "@caption-generator/schema";
import type { MediaFacts } from "../../ports/media-tools.ts";
import { inputArgs } from "./input-args.ts";
import { probeSchema, toFacts } from "./inspect.ts";
import { tookTooLong, unreadable } from "./media-errors.ts";
import type { ToolHost } from "./tool-host.ts";

/** A header is read in milliseconds; a spinning parser is not waited for. */
const DEADLINE_MS = 15_000;
/** Some two hundred bytes a track: nobody has as many. It is parsed where requests are answered. */
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** What `probeSchema` reads, and no more: tags may be as large as the file. */
const FIELDS = [
  "format=duration",
  "stream=codec_type,codec_name,width,height,duration",
  "stream_disposition=attached_pic",
  "stream_side_data=rotation",
].join(":");

/** @throws as `MediaTools.inspect` does */
export async function probe(
  host: ToolHost,
  program: string,
  file: { readonly path: string; readonly type: MediaType; readonly signal: AbortSignal },
): Promise<MediaFacts> {
  const shown = ["-v", "error", "-print_format", "json=compact=1", "-show_entries", FIELDS];
  const result = await host.run({
    program,
    args: [...shown, ...inputArgs(file.path, file.type)],
    signal: file.signal,
    deadlineMs: DEADLINE_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES,
    // It reads a header: somebody waits for it.
    yields: false,
  });
  if (result.kind === "timeout") throw tookTooLong(DEADLINE_MS / 1_000);
  if (result.kind === "failed") throw unreadable(result.stderr);
  return toFacts(probeSchema.parse(JSON.parse(result.stdout.toString("utf8"))), file.type);
}
