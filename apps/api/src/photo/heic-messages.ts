/** What the HEIC worker is asked for: a header, or the pixels if there are not too many. */
export interface HeicRequest {
  readonly bytes: Uint8Array;
  /** Pixels are decoded only up to this many; 0 asks for the header alone. */
  readonly decodeUpTo: number;
}

export type HeicReply =
  | {
      readonly ok: true;
      /** Pixels, as shown: the file's own rotation and mirroring are already applied. */
      readonly width: number;
      readonly height: number;
      readonly images: number;
      /** RGBA, 8 bits each; absent where only the header was asked for, or the picture is too large. */
      readonly pixels?: Uint8ClampedArray<ArrayBuffer>;
    }
  | { readonly ok: false; readonly reason: string };
