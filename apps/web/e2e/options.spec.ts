import type { Limits } from "@caption-generator/schema";
import type { Page } from "@playwright/test";
import { captions, expect, PHOTO, test, write } from "./fixtures.ts";

const remember = (page: Page, options: Record<string, unknown>) =>
  page.evaluate((text) => localStorage.setItem("caption-options", text), JSON.stringify(options));

const askedLanguage = async (page: Page) => {
  const request = await page.waitForRequest(
    (each) => each.method() === "POST" && each.url().endsWith("/api/captions"),
  );
  return request.postDataJSON().options.language;
};

test("a remembered language that is not offered here is not asked for", async ({ page }) => {
  await remember(page, { language: "de" });
  await page.reload();
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByLabel("Language")).toHaveValue("en");
  const language = askedLanguage(page);
  await page.getByRole("button", write).click();
  expect(await language).toBe("en");
  await expect(captions(page)).toHaveCount(3);
});

test("where any language can be had, any can be typed", async ({ page }) => {
  await page.route("**/api/limits", async (route) => {
    const response = await route.fetch();
    const limits: Limits = await response.json();
    const captionModel = { ...limits.captionModel, languages: "any", onDevice: false };
    await route.fulfill({ response, json: { ...limits, captionModel } });
  });
  await page.reload();
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByText("Ready")).toBeVisible();
  await page.getByLabel("Language").selectOption("Another…");
  const tag = page.getByLabel("Language tag");
  await tag.fill("p");
  await expect(page.getByText("is no language tag")).toBeVisible();
  await page.getByRole("button", write).click();
  await expect(tag).toBeFocused();
  await tag.fill("pt-ao");
  await expect(page.getByText("Captions in: Portuguese (Angola)")).toBeVisible();
  const language = askedLanguage(page);
  await page.getByRole("button", write).click();
  expect(await language).toBe("pt-AO");
});

test("options can be changed where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("It is full.", "QuotaExceededError");
    };
  });
  await page.reload();
  await page.getByText("Witty", { exact: true }).click();
  await page.getByText("At most…", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Witty" })).toBeChecked();
});

test("numbers are typed as anywhere else, and brought into their range when the field is left", async ({
  page,
}) => {
  await page.getByText("At most…", { exact: true }).click();
  await page.getByText("More options").click();
  for (const [label, typed, shown] of [
    ["Most characters", "300", "300"],
    ["Hashtags, at most", "5", "5"],
    ["Variants", "2", "2"],
    ["Variants", "12", "5"],
    ["Variants", "", "5"],
  ] as const) {
    const field = page.getByLabel(label);
    await field.press("ControlOrMeta+a");
    await field.press("Delete");
    await expect(field).toHaveValue("");
    await field.pressSequentially(typed);
    await expect(field).toHaveValue(typed);
    await field.blur();
    await expect(field).toHaveValue(shown);
  }
  await page.reload();
  await page.getByText("More options").click();
  await expect(page.getByLabel("Most characters")).toHaveValue("300");
});

test("what cannot be captioned here is refused before it is sent", async ({ page }) => {
  await page.route("**/api/limits", async (route) => {
    const response = await route.fetch();
    const limits: Limits = await response.json();
    const video = { ...limits.video, possible: true, maxBytes: 2 * 1024 * 1024 };
    await route.fulfill({ response, json: { ...limits, video } });
  });
  await page.reload();
  await expect(page.getByText("or a video, up to 2 MB")).toBeVisible();
  const choose = (name: string, mimeType: string, bytes: number) =>
    page.setInputFiles("input[type=file]", { name, mimeType, buffer: Buffer.alloc(bytes) });
  const said = page.getByRole("region", { name: "Photo" }).getByRole("alert");
  await choose("memo.mp3", "audio/mpeg", 100);
  await expect(said).toContainText("“memo.mp3” is a recording, and nobody listens to recordings");
  await choose("long.mp4", "video/mp4", 3 * 1024 * 1024);
  await expect(said).toContainText("“long.mp4” has 3 MB; a video may have 2 MB");
});

test("a HEIC that the browser does not know is sent as what it is", async ({ page }) => {
  const declared = page.waitForRequest(
    (each) => each.method() === "POST" && each.url().endsWith("/api/uploads"),
  );
  const buffer = Buffer.from("not really one");
  await page.setInputFiles("input[type=file]", { name: "IMG_1.HEIC", mimeType: "", buffer });
  expect((await declared).postDataJSON()).toMatchObject({ name: "IMG_1.HEIC", type: "image/heic" });
});
