import { readFile } from "node:fs/promises";
import { captions, expect, expectAccessible, PHOTO, test, write } from "./fixtures.ts";

test("a photo is dropped, and its captions are read and copied", async ({ page }) => {
  const bytes = (await readFile(PHOTO)).toString("base64");
  const transfer = await page.evaluateHandle((content) => {
    const binary = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([binary], "dropped.jpg", { type: "image/jpeg" }));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Let go to add it")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByText("dropped.jpg")).toBeVisible();
  await page.getByText("Witty", { exact: true }).click();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  expect(new Set(await captions(page).allTextContents()).size).toBe(3);
  await expect(page.getByTestId("receipt")).toContainText("1 stored copy");
  await expect(page.getByText("GEMINI_API_KEY").first()).toBeVisible();

  await page.getByRole("button", { name: "Copy caption 1" }).click();
  await expect(page.getByRole("button", { name: "Copied caption 1" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await captions(page).first().textContent());
  await expectAccessible(page);
});

test("captions can be copied where the browser keeps the clipboard for itself", async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "isSecureContext", { value: false }),
  );
  await page.reload();
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await page.getByRole("button", { name: "Copy alt text" }).click();
  await expect(page.getByRole("button", { name: "Copied alt text" })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page.getByText(copied, { exact: true })).toBeVisible();
});

test("everything can be done from the keyboard", async ({ page }) => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator("body").focus();
  // The browser has to know of it before the dialog is asked for.
  const chooser = page.waitForEvent("filechooser");
  await press("Tab");
  await expect(page.getByRole("button", { name: "Choose a photo" })).toBeFocused();
  await press("Enter");
  await (await chooser).setFiles(PHOTO);
  await expect(page.getByText("Ready")).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).focus();
  await press("Tab");
  await expect(page.getByRole("radio", { name: "Casual" })).toBeFocused();
  await press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Witty" })).toBeChecked();
  // Length, platform, language, more options, and then the button.
  await press("Tab", "Tab", "Tab", "Tab", "Tab");
  await expect(page.getByRole("button", write)).toBeFocused();
  await press("Enter");
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByRole("heading", { name: "Captions", exact: true })).toBeFocused();
  await press("Tab");
  await expect(page.getByRole("button", { name: "Copy caption 1" })).toBeFocused();
});

test("a finished caption is rewritten without a new upload, and earlier ones stay", async ({
  page,
}) => {
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  const first = await captions(page).first().textContent();
  await page.getByRole("button", { name: "Shorter" }).click();
  await expect(page.getByText("2 of 2", { exact: true })).toBeVisible();
  expect(await captions(page).first().textContent()).not.toBe(first);
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect(captions(page).first()).toHaveText(first ?? "");
});

test("a file that is no photo is refused in a sentence", async ({ page }) => {
  const buffer = Buffer.from("Dear diary");
  await page.setInputFiles("input[type=file]", {
    name: "diary.txt",
    mimeType: "text/plain",
    buffer,
  });
  const said = page.getByRole("region", { name: "Photo" }).getByRole("alert");
  await expect(said).toContainText("“diary.txt” is no photo, video or recording we take");
  await expectAccessible(page);
});

test("a text that says it is a photo is refused by the service", async ({ page }) => {
  const buffer = Buffer.from("Dear diary");
  await page.setInputFiles("input[type=file]", {
    name: "liar.jpg",
    mimeType: "image/jpeg",
    buffer,
  });
  await expect(page.getByRole("alert").first()).toContainText("its content is a text file");
  await expect(page.getByRole("button", write)).toBeDisabled();
});

test("the history finds an earlier caption, opens it and deletes it", async ({ page }) => {
  const buffer = await readFile(PHOTO);
  await page.setInputFiles("input[type=file]", {
    name: "needle.jpg",
    mimeType: "image/jpeg",
    buffer,
  });
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  await page.reload();
  await page.getByRole("searchbox").fill("needle");
  const entry = page.getByRole("listitem").filter({ hasText: "needle.jpg" });
  await expect(entry).toHaveCount(1);
  await entry.getByRole("button", { name: "Open" }).click();
  await expect(captions(page)).toHaveCount(3);
  await expectAccessible(page);
  await entry.getByRole("button", { name: "Delete" }).click();
  await entry.getByRole("button", { name: "Really delete?" }).click();
  await expect(page.getByText("Nothing found.")).toBeVisible();
});
