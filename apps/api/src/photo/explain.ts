import type { PhotoType } from "@caption-generator/schema";
import { endsEarly } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";
import { emptyImage, slowImage, truncatedImage, unreadableImage } from "./photo-errors.ts";
import { zeroSide } from "./zero-side.ts";

/** Runs a decoding step, and turns its failure into the AppError that says what is wrong. */
export async function explain<T>(
  bytes: Uint8Array,
  type: PhotoType,
  signal: AbortSignal | undefined,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    if (isTimeout(error)) throw slowImage(type, error);
    const zero = zeroSide(bytes, type);
    if (zero !== undefined) throw emptyImage(zero.width, zero.height);
    throw endsEarly(bytes, type) ? truncatedImage(type, error) : unreadableImage(type, error);
  }
}

/** What sharp says of a photo that took longer than it was given. */
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("timeout:");
