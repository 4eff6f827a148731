import type { Page } from "@playwright/test";
import { test as base } from "@playwright/test";
import { captions, expect, expectAccessible, expectInReach, PHOTO, write } from "./fixtures.ts";
import type { Product } from "./product.ts";
import { READY_MS, startProduct } from "./product.ts";

const ACCESS_TOKEN = "correct horse battery";

const test = base.extend<object, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const product = await startProduct({ ACCESS_TOKEN });
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: READY_MS + 60_000 },
  ],
});

async function signIn(page: Page) {
  const token = page.getByLabel("Access token");
  await token.fill(ACCESS_TOKEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(token).toBeHidden();
}

for (const [device, width] of [
  ["a desk", 1_280],
  ["a phone", 360],
] as const) {
  test(`a private installation asks for its access token, on ${device}`, async ({
    page,
    product,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(product.url);
    const token = page.getByLabel("Access token");
    await expect(token).toBeFocused();
    await expect(token).toHaveAttribute("autocomplete", "current-password");
    await expect(page.getByRole("button", write)).toBeHidden();
    await expectAccessible(page);
    await page.evaluate(() => {
      const file = new File(["x"], "unseen.png", { type: "image/png" });
      const clipboardData = new DataTransfer();
      clipboardData.items.add(file);
      const bubbles = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...bubbles }));
      document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: clipboardData, ...bubbles }),
      );
    });
    await token.fill("a wrong one");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").first()).toContainText("not the access token");
    await expectInReach(page);
    // The wrong one is selected: what is typed takes its place.
    await page.keyboard.type(ACCESS_TOKEN);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(token).toBeHidden();
    await expect(page.getByText("unseen.png")).toHaveCount(0);
    await page.setInputFiles("input[type=file]", PHOTO);
    await page.getByRole("button", write).click();
    await expect(captions(page)).toHaveCount(3);
    await page.reload();
    await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  });
}

for (const [title, shared, found] of [
  ["who signs out finds their captions when they sign in again", false, 1],
  ["nobody finds the captions of one who signed out of a shared browser", true, 0],
] as const) {
  test(title, async ({ page, product }, info) => {
    await page.goto(product.url);
    await signIn(page);
    await page.setInputFiles("input[type=file]", PHOTO);
    await page.getByRole("button", write).click();
    await expect(captions(page)).toHaveCount(3);

    await page.getByRole("button", { name: "Sign out" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign out?" });
    if (shared) await dialog.getByRole("checkbox").check();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath("sign-out.png") });
    await dialog.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByLabel("Access token")).toBeFocused();
    const history = page.waitForResponse(
      (response) => response.url().endsWith("/api/captions") && response.ok(),
    );
    await signIn(page);
    await history;
    await expect(page.getByText("The history cannot be loaded")).toBeHidden();
    const entries = page.getByRole("listitem").filter({ hasText: "astronaut.jpg" });
    await expect(entries).toHaveCount(found);
  });
}

test("who signs in on a page further in stays there", async ({ page, product }) => {
  await page.goto(`${product.url}/keys`);
  await page.getByLabel("Access token").fill(ACCESS_TOKEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "API keys" })).toBeVisible();
  await expect(page.getByText("There are none yet.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Sign in" })).toHaveCount(0);
});

test("what is refused because nobody is signed in any more goes on once somebody is", async ({
  page,
  product,
}) => {
  await page.goto(product.url);
  await signIn(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByText("Ready")).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole("button", write).click();
  await signIn(page);
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
});
