/** The part of libheif-js that we use; the package ships no types. */
declare module "libheif-js/wasm-bundle.js" {
  interface Pixels {
    /** Four bytes a pixel, row by row from the top. */
    readonly data: Uint8ClampedArray<ArrayBuffer>;
    readonly width: number;
    readonly height: number;
  }

  interface HeifImage {
    /** Pixels, as shown: after the file's own rotation and mirroring. */
    get_width(): number;
    get_height(): number;
    /** Whether the file says that this is the one to show. */
    is_primary(): boolean;
    /** Decodes it into `into`; gives nothing where that fails. */
    display(into: Pixels, done: (pixels: Pixels | null) => void): void;
    free(): void;
  }

  class HeifDecoder {
    /** What it read last, of WebAssembly's memory. */
    readonly decoder: { delete(): void } | null;
    /** Parses a file's header. Empty where it is no HEIF file, or one without pictures. */
    decode(bytes: Uint8Array): HeifImage[];
  }

  const libheif: { readonly ready?: Promise<unknown>; readonly HeifDecoder: typeof HeifDecoder };

  export type { HeifImage };
  export default libheif;
}
