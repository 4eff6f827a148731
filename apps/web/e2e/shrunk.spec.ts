import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { captions, expect, test, write } from "./fixtures.ts";

const PHONE = { width: 4_032, height: 3_024 };
const coffee = fileURLToPath(new URL("../../api/src/testing/photos/coffee.jpg", import.meta.url));

/** As a phone that is held upright takes it: 12 megapixels that lie on their side, with the place in it. */
async function makePhonePhoto() {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const grain = await sharp({ create: { ...PHONE, channels: 3, background: "#000", noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return await sharp(await readFile(coffee))
    .resize({ ...PHONE, fit: "cover" })
    .composite([{ input: grain, blend: "soft-light" }])
    .withExif({ IFD0: { Make: "SecretCamera" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

let made: Promise<Buffer> | undefined;
const phonePhoto = () => (made ??= makePhonePhoto());

/** Chooses a file, has captions written of it, and tells what was declared and made of it. */
async function sendThrough(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  const declaring = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/api/uploads"),
  );
  await page.setInputFiles("input[type=file]", file);
  const declared = (await declaring).postDataJSON() as { type: string; bytes: number };
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  const [caption] = await page.evaluate(async () => {
    const answer = await fetch("/api/captions");
    return (await answer.json()).items;
  });
  return { declared, caption };
}

test("a phone's photo is made smaller before it is sent, upright and without its place", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) {
      Reflect.set(window, "sent", body);
      send.call(this, body);
    };
  });
  await page.reload();
  const buffer = await phonePhoto();
  expect(buffer.length).toBeGreaterThan(3_000_000);
  const photo = { name: "IMG_0815.jpg", mimeType: "image/jpeg", buffer };
  const { declared, caption } = await sendThrough(page, photo);
  expect(declared.bytes).toBeLessThan(buffer.length / 4);
  expect(caption.source).toMatchObject({ name: "IMG_0815.jpg", width: 1_152, height: 1_536 });
  expect(buffer.includes("SecretCamera")).toBe(true);
  const sent = await page.evaluate(() => Reflect.get(window, "sent").text());
  expect(sent).toMatch(/JFIF/u);
  expect(sent).not.toContain("SecretCamera");
});

test("a large screenshot is sent as a small JPEG", async ({ page }) => {
  const { data, info } = await sharp(await phonePhoto())
    .resize(2_400)
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  const screenshot = { name: "Screenshot.png", mimeType: "image/png", buffer: data };
  const { declared, caption } = await sendThrough(page, screenshot);
  expect(declared.type).toBe("image/jpeg");
  expect(declared.bytes).toBeLessThan(info.size / 4);
  expect(caption.source.name).toBe("Screenshot.png");
});

test("a picture of more pixels than are taken is not decoded, and the service says so", async ({
  page,
}) => {
  const grain = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const buffer = await sharp({
    create: { width: 700, height: 700, channels: 3, background: "#000", noise: grain },
  })
    .extend({ right: 7_300, bottom: 6_300 })
    .png({ compressionLevel: 1 })
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(1_000_000);
  const declaring = page.waitForRequest((request) => request.url().endsWith("/api/uploads"));
  await page.setInputFiles("input[type=file]", { name: "map.png", mimeType: "image/png", buffer });
  expect((await declaring).postDataJSON().bytes).toBe(buffer.length);
  await page.getByRole("button", write).click();
  await expect(page.getByText("8000 × 7000")).toBeVisible();
});

test("a photo that is cut off is sent as it is, and the service says what is wrong", async ({
  page,
}) => {
  const whole = await phonePhoto();
  const buffer = whole.subarray(0, Math.floor(whole.length * 0.8));
  const declaring = page.waitForRequest((request) => request.url().endsWith("/api/uploads"));
  const photo = { name: "half.jpg", mimeType: "image/jpeg", buffer };
  await page.setInputFiles("input[type=file]", photo);
  expect((await declaring).postDataJSON().bytes).toBe(buffer.length);
  await page.getByRole("button", write).click();
  await expect(page.getByText("ends before the picture does")).toBeVisible();
});

test("a browser that gives noise for what it has drawn sends the photo as it is", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const image = getImageData.apply(this, area);
      crypto.getRandomValues(image.data);
      return image;
    };
  });
  await page.reload();
  const buffer = await phonePhoto();
  const photo = { name: "guarded.jpg", mimeType: "image/jpeg", buffer };
  const { declared } = await sendThrough(page, photo);
  expect(declared.bytes).toBe(buffer.length);
});
