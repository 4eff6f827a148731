import { parentPort } from "node:worker_threads";
import type { HeifImage } from "libheif-js/wasm-bundle.js";
import libheif from "libheif-js/wasm-bundle.js";
import type { HeicReply, HeicRequest } from "./heic-messages.ts";

async function read({ bytes, decodeUpTo }: HeicRequest): Promise<HeicReply> {
  await libheif.ready;
  const decoder = new libheif.HeifDecoder();
  const images = decoder.decode(bytes);
  try {
    // A file may hold several, as a burst does, and say which of them it is of.
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (image === undefined) return { ok: false, reason: "no picture in the file" };
    const [width, height] = [image.get_width(), image.get_height()];
    const header = { ok: true, width, height, images: images.length } as const;
    if (width * height < 1 || width * height > decodeUpTo) return header;
    return { ...header, pixels: await pixelsOf(image, width, height) };
  } finally {
    for (const image of images) image.free();
    decoder.decoder?.delete();
  }
}

function pixelsOf(image: HeifImage, width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  return new Promise<typeof data>((resolve, reject) => {
    image.display({ data, width, height }, (pixels) => {
      if (pixels === null) reject(new Error("the picture cannot be decoded"));
      else resolve(pixels.data);
    });
  });
}

async function answer(request: HeicRequest): Promise<void> {
  const reply = await read(request).catch(
    (error: unknown): HeicReply => ({ ok: false, reason: String(error) }),
  );
  const pixels = reply.ok ? reply.pixels : undefined;
  parentPort?.postMessage(reply, pixels === undefined ? [] : [pixels.buffer]);
}

parentPort?.on("message", (request: HeicRequest) => void answer(request));
