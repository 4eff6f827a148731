/** The part of heic-decode that we use; the package ships no types. */
declare module "heic-decode" {
  interface HeicImage {
    /** Pixels, as shown: after the file's own rotation and mirroring. */
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer> }>;
  }

  interface HeicImages extends Array<HeicImage> {
    /** Frees what the decoder holds. */
    dispose(): void;
  }

  /** Parses a file's header; each picture in it is decoded when asked for. */
  export function all(input: { readonly buffer: Uint8Array }): Promise<HeicImages>;
}
