import sharp from "sharp";

let made = 0;

export interface MakePhoto {
  readonly width?: number;
  readonly height?: number;
  readonly format?: "jpeg" | "png" | "webp" | "avif" | "gif";
  readonly name?: string;
}

/** A picture like no other made before: two colours and a disc, in a format of one's choice. */
export async function makePhoto({
  width = 320,
  height = 240,
  format = "jpeg",
  name = `photo-${made + 1}.${format === "jpeg" ? "jpg" : format}`,
}: MakePhoto = {}) {
  made += 1;
  const hue = (made * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 60% 45%)"/>
    <circle cx="${(made * 13) % width}" cy="${height / 2}" r="${height / 5}" fill="hsl(${hue + 120} 80% 60%)"/>
  </svg>`;
  const bytes = await sharp(Buffer.from(svg)).flatten().toFormat(format).toBuffer();
  return { bytes: new Uint8Array(bytes), name, type: `image/${format}` };
}
