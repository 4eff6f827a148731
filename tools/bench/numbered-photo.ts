import { noisyPhoto } from "./photos.ts";

/** Two megabytes, as phones send them when they are asked for a smaller picture. */
const PHOTO = [3_264, 2_448, 86] as const;
const START_OF_IMAGE = 2;

/**
 * A photo that is another one each time, made from one by a comment of eight characters in its header: making
 * real ones would take the time that is to be measured.
 */
export async function createNumberedPhotos(): Promise<(number: number) => FormData> {
  const { bytes } = await noisyPhoto(...PHOTO);
  const [start, rest] = [bytes.subarray(0, START_OF_IMAGE), bytes.subarray(START_OF_IMAGE)];
  const run = Date.now().toString(36);
  return (number) => {
    const text = Buffer.from(`${run}${number.toString(36).padStart(8, "0")}`);
    const marker = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
    const form = new FormData();
    const parts = [start, marker, text, rest].map((part) => Buffer.from(part));
    form.set("file", new File(parts, `photo-${number}.jpg`, { type: "image/jpeg" }));
    form.set("options", "{}");
    return form;
  };
}
