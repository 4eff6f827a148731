import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { measure } from "./measure.ts";

/** Measures a drawing of so many pixels. */
async function measured(svg: string, width = 300, height = 200) {
  const { data, info } = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`,
    ),
  )
    .flatten()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return measure({ data, width: info.width, height: info.height });
}

const full = (colour: string) => `<rect width="100%" height="100%" fill="${colour}"/>`;
const names = (sight: Awaited<ReturnType<typeof measured>>) =>
  sight.colours.map(({ name }) => name);

describe("measure", () => {
  it("names the colours by how much they say of the picture", async () => {
    const sight = await measured(
      `${full("#2f5fb3")}<rect width="40%" height="100%" fill="#d7261e"/>`,
    );
    expect(names(sight)).toEqual(expect.arrayContaining(["blue", "red"]));
    expect(sight.colours.find(({ name }) => name === "red")?.share).toBeCloseTo(0.4, 1);
  });

  it("gives a picture of one colour that colour alone", async () => {
    expect(names(await measured(full("#3f7d20")))).toEqual(["green"]);
  });

  it.each([
    ["dark", "#0c0c0c"],
    ["bright", "#f6f6f6"],
    ["soft", "#8a8f8a"],
  ])("calls the light %s", async (light, colour) => {
    expect((await measured(full(colour))).light).toBe(light);
  });

  it("calls the light warm where lit and dark parts are both warm", async () => {
    const glow = `${full("#6b3a12")}<rect width="40%" height="100%" fill="#e0a050"/>`;
    expect(await measured(glow)).toMatchObject({ light: "warm", warmth: "warm" });
  });

  it("calls black beside white contrasty, and without colour", async () => {
    const halves = `${full("#000")}<rect width="55%" height="100%" fill="#fff"/>`;
    expect(await measured(halves)).toMatchObject({
      light: "contrasty",
      colourfulness: "monochrome",
    });
  });

  it("knows vivid from muted", async () => {
    expect((await measured(full("#ff2000"))).colourfulness).toBe("vivid");
    expect((await measured(full("#8f8478"))).colourfulness).toBe("muted");
  });

  it("calls a picture without colour only what has none: not beige, nor a grey sky", async () => {
    expect((await measured(full("#8a8a8a"))).colourfulness).toBe("monochrome");
    expect((await measured(full("#7e8794"))).colourfulness).toBe("muted");
  });

  it.each([
    ["panorama", 400, 150],
    ["landscape", 300, 200],
    ["square", 200, 200],
    ["portrait", 200, 300],
  ])("calls the format %s", async (format, width, height) => {
    expect((await measured(full("#888"), width, height)).format).toBe(format);
  });

  it("finds where the light gathers, if it does", async () => {
    const sky = `${full("#222")}<rect width="100%" height="30%" fill="#eee"/>`;
    expect((await measured(sky)).brightest).toBe("top");
    expect((await measured(full("#777"))).brightest).toBeNull();
  });

  it("finds the side that is empty, if one is", async () => {
    const stripes = Array.from(
      { length: 10 },
      (_, i) => `<rect x="${i * 18}" width="9" height="200" fill="#000"/>`,
    ).join("");
    expect((await measured(full("#ddd") + stripes)).empty).toBe("right");
    expect((await measured(full("#ddd"))).empty).toBeNull();
  });

  it("measures a picture of one pixel", async () => {
    expect(await measured(full("#fff"), 1, 1)).toMatchObject({ format: "square", light: "bright" });
  });
});
