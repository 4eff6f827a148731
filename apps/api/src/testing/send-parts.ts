import type { DeclaredInParts } from "@caption-generator/schema";
import { partRange } from "@caption-generator/schema";
import type { Visitor } from "./api-client.ts";
import { asDeclaredInParts, asPartUrls } from "./api-client.ts";

/** A large file as a client sees it. */
export interface LargeFile {
  readonly name: string;
  readonly type: string;
  readonly content: Blob;
}

export async function declareParts(visitor: Visitor, file: LargeFile): Promise<DeclaredInParts> {
  const { name, type, content } = file;
  return asDeclaredInParts(await visitor.postJson("/uploads", { name, type, bytes: content.size }));
}

export const partOf = ({ parts }: DeclaredInParts, { content }: LargeFile, number: number) => {
  const { start, end } = partRange(content.size, parts, number);
  return content.slice(start, end);
};

/** Asks for a part's URL, absolute. */
export async function partUrl(visitor: Visitor, { upload }: DeclaredInParts, number: number) {
  const answer = await visitor.postJson(`/uploads/${upload.id}/part-urls`, { numbers: [number] });
  const [target] = (await asPartUrls(answer)).targets;
  if (target === undefined) throw new Error(`There is no URL for part ${number}.`);
  return target.url.replace(/^\/api/u, "");
}

/** Sends one part, or other bytes in its place. */
export async function sendPart(
  visitor: Visitor,
  declared: DeclaredInParts,
  { number, body }: { readonly number: number; readonly body: Blob },
): Promise<Response> {
  return visitor.send(await partUrl(visitor, declared, number), { method: "PUT", body });
}

/** Sends these parts, one after the other. @throws Error where one is refused */
export async function sendParts(
  visitor: Visitor,
  declared: DeclaredInParts,
  { file, numbers }: { readonly file: LargeFile; readonly numbers: readonly number[] },
): Promise<void> {
  for (const number of numbers) {
    const body = partOf(declared, file, number);
    const { status } = await sendPart(visitor, declared, { number, body });
    if (status !== 204) throw new Error(`Part ${number} was refused with ${status}.`);
  }
}

export const allParts = ({ parts }: DeclaredInParts) =>
  Array.from({ length: parts.count }, (_, index) => index + 1);
