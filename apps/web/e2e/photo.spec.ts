import { readFile } from "node:fs/promises";
import {
  captions,
  expect,
  expectAccessible,
  holdTime,
  ONCE_READ_MS,
  PHOTO,
  test,
  write,
} from "./fixtures.ts";

test("a photo is dropped, and its captions are read and copied", async ({ page }) => {
  const bytes = (await readFile(PHOTO)).toString("base64");
  const transfer = await page.evaluateHandle((content) => {
    const binary = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    const data = new DataTransfer();
    for (const name of ["dropped.jpg", "beside-it.jpg"]) {
      data.items.add(new File([binary], name, { type: "image/jpeg" }));
    }
    return data;
  }, bytes);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Let go to add it")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByText("dropped.jpg")).toBeVisible();
  await expect(page.getByText("Of the 2 files you dropped, the first was taken")).toBeVisible();
  await page.getByText("Witty", { exact: true }).click();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  expect(new Set(await captions(page).allTextContents()).size).toBe(3);
  await expect(page.getByTestId("receipt")).toContainText("1 stored copy");
  // A visitor has no settings to change.
  await expect(page.getByText("_API_KEY")).toHaveCount(0);
  await expect(captions(page).first()).toHaveAttribute("lang", "en");
  await expect(captions(page).first()).toHaveAttribute("dir", "auto");

  await holdTime(page);
  await page.getByRole("button", { name: "Copy caption 1" }).click();
  await expect(page.getByRole("button", { name: "Copied caption 1" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await captions(page).first().textContent());
  await page.clock.resume();
  await expectAccessible(page);
});

test("a file that is dropped on a page that takes none does not open instead of it", async ({
  page,
}) => {
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByText("There are none yet.")).toBeVisible();
  const opened = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "x.png", { type: "image/png" }));
    return ["dragover", "drop"].map((type) =>
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      ),
    );
  });
  expect(opened).toEqual([false, false]);
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
  await expect(captions(page)).toHaveCount(3);
  await holdTime(page);
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
  const earlier = page.getByRole("button", { name: "Earlier" });
  await earlier.click();
  await expect(captions(page).first()).toHaveText(first ?? "");
  await expect(earlier).toBeFocused();

  // The same photo with the same options would be answered from memory.
  await page.getByRole("button", write).click();
  await expect(page.getByText("3 of 3", { exact: true })).toBeVisible();
  expect(await captions(page).first().textContent()).not.toBe(first);
  const second = await captions(page).first().textContent();
  await page.getByRole("button", { name: "Others like these" }).click();
  await expect(page.getByText("4 of 4", { exact: true })).toBeVisible();
  expect(await captions(page).first().textContent()).not.toBe(second);
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

test("a text is pasted where it is written, and a picture that comes with it takes no photo's place", async ({
  page,
}) => {
  const paste = (selector: string) =>
    page.locator(selector).evaluate((target) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "warm, never pushy");
      clipboardData.items.add(new File(["x"], "of-the-text.png", { type: "image/png" }));
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, undefined);
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByText("More options").click();
  await paste("textarea >> nth=0");
  await expect(page.getByText("astronaut.jpg")).toBeVisible();
  await paste("body");
  await expect(page.getByText("of-the-text.png")).toBeVisible();
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
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByText("Ready")).toBeVisible();
  await entry.getByRole("button", { name: "Open" }).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByText("Ready")).toBeVisible();
  await expectAccessible(page);
  await holdTime(page);
  await entry.getByRole("button", { name: "Delete" }).dblclick();
  await expect(page.getByText("Really delete? Press again for yes.")).toBeAttached();
  const failing = "**/api/captions/cap_*";
  await page.route(failing, (route) => route.abort("connectionreset"));
  await page.clock.runFor(ONCE_READ_MS);
  await entry.getByRole("button", { name: "Really delete?" }).click();
  await expect(page.getByText("This could not be deleted.")).toBeVisible();
  await page.unroute(failing);
  await entry.getByRole("button", { name: "Really delete?" }).click();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "History" })).toBeFocused();
  await expect(captions(page)).toHaveCount(0);
});
