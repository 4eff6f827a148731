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

test("a HEIC that the browser does not know is sent as what it is", async ({ page }) => {
  const declared = page.waitForRequest(
    (each) => each.method() === "POST" && each.url().endsWith("/api/uploads"),
  );
  const buffer = Buffer.from("not really one");
  await page.setInputFiles("input[type=file]", { name: "IMG_1.HEIC", mimeType: "", buffer });
  expect((await declared).postDataJSON()).toMatchObject({ name: "IMG_1.HEIC", type: "image/heic" });
});
