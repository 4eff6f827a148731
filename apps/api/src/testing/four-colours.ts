import sharp from "sharp";

const QUARTERS = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120">
  <rect width="80" height="60" fill="#e02020"/><rect x="80" width="80" height="60" fill="#20c020"/>
  <rect y="60" width="80" height="60" fill="#2020e0"/>
  <rect x="80" y="60" width="80" height="60" fill="#f0f0f0"/></svg>`;

/** A picture whose quarters are red, green / blue, white, so that a turn or a flip shows. */
export function fourColours(width = 160, height = 120) {
  return sharp(Buffer.from(QUARTERS)).resize(width, height, { fit: "fill", kernel: "nearest" });
}

/** The colours of a picture's quarters, row by row: `["red", "green", "blue", "white"]`. */
export async function quarters(picture: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const near = (fractionX: number, fractionY: number) => {
    const x = Math.floor(info.width * fractionX);
    const y = Math.floor(info.height * fractionY);
    return nameOf(data.subarray((y * info.width + x) * info.channels));
  };
  return [near(0.25, 0.25), near(0.75, 0.25), near(0.25, 0.75), near(0.75, 0.75)];
}

function nameOf([red = 0, green = 0, blue = 0]: Uint8Array): string {
  if (Math.min(red, green, blue) > 190) return "white";
  if (Math.max(red, green, blue) < 60) return "black";
  if (red > green && red > blue) return "red";
  return green > blue ? "green" : "blue";
}
