const SIDE = 8;
const COLOUR = [192, 128, 64];
/** Some browsers change a few pixels by one or two, which nobody sees. */
const NOTICEABLE = 8;

/**
 * Whether what is drawn can be read again. Browsers that guard against being recognised by it (Firefox, Tor) give noise
 * instead, of which no caption should be made.
 */
export function isHonestCanvas(): boolean {
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  if (context === null) return false;
  context.fillStyle = `rgb(${COLOUR.join(" ")})`;
  context.fillRect(0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return data.every((value, index) => {
    const channel = index % 4;
    return channel === 3 || Math.abs(value - (COLOUR[channel] ?? 0)) < NOTICEABLE;
  });
}
