import { parentPort } from "node:worker_threads";
import { all } from "heic-decode";
import type { HeicReply, HeicRequest } from "./heic-messages.ts";

async function read({ bytes, decodeUpTo }: HeicRequest): Promise<HeicReply> {
  const images = await all({ buffer: bytes });
  try {
    const [first] = images;
    if (first === undefined) return { ok: false, reason: "no picture in the file" };
    const { width, height } = first;
    const header = { ok: true, width, height, images: images.length } as const;
    if (width * height < 1 || width * height > decodeUpTo) return header;
    return { ...header, pixels: (await first.decode()).data };
  } finally {
    images.dispose();
  }
}

async function answer(request: HeicRequest): Promise<void> {
  const reply = await read(request).catch(
    (error: unknown): HeicReply => ({ ok: false, reason: String(error) }),
  );
  const pixels = reply.ok ? reply.pixels : undefined;
  parentPort?.postMessage(reply, pixels === undefined ? [] : [pixels.buffer]);
}

parentPort?.on("message", (request: HeicRequest) => void answer(request));
