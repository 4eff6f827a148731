import { test } from "@playwright/test";
import type { Fakes } from "./fakes.ts";
import { startFakeGemini } from "./fakes.ts";
import { askForNew, captions, expect, expectInReach } from "./fixtures.ts";
import type { Product } from "./product.ts";
import { READY_MS, startProduct } from "./product.ts";

const RATE = { RATE_LIMIT_CAPTIONS: "2" };
const again = { name: "Try again", exact: true };

let product: Product;
let gemini: Fakes;
/** Room for one photo at what one is expected to cost, and not for two. */
let budget: Readonly<Record<string, string>>;

test.beforeAll(async () => {
  test.setTimeout(2 * READY_MS + 60_000);
  gemini = await startFakeGemini();
  product = await startProduct(gemini.keys);
  const { costs } = await (await fetch(`${product.url}/api/limits`)).json();
  budget = { AI_BUDGET_USD_PER_SESSION_PER_DAY: `${1.25 * costs.photo}` };
  await product.crashApi();
  await product.startApi({ ...gemini.keys, ...budget, ...RATE });
});

test.afterAll(async () => {
  await product.stop();
  gemini.stop();
});

for (const [device, colorScheme, width] of [
  ["a desk", "light", 1_280],
  ["a phone", "dark", 360],
] as const) {
  test(`what is refused for now says until when and loses nothing, on ${device}`, async ({
    page,
  }, info) => {
    // The API starts twice more.
    test.setTimeout(2 * READY_MS + 240_000);
    await page.clock.install();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(product.url);
    await page.getByText("Witty", { exact: true }).click();
    await askForNew(page, "first.jpg");
    await expect(captions(page)).toHaveCount(3);

    await askForNew(page, "second.jpg");
    const used = page.getByRole("alert").filter({ hasText: "no room left in today’s AI budget" });
    await expect(used).toBeInViewport();
    await expect(page.getByText(/^It opens again (today|tomorrow) at .+, in .+\.$/u)).toBeVisible();
    await expectInReach(page);
    await page.screenshot({ path: info.outputPath("budget.png") });

    await page.getByRole("button", again).click();
    const wait = page.getByText(/^Go on in \d+ seconds\.$/u);
    await expect(wait).toBeInViewport();
    const said = (await wait.textContent()) ?? "";
    await expect(page.getByText(said)).toBeHidden();
    await expect(wait).toBeVisible();
    await expect(page.getByRole("button", again)).toBeDisabled();
    await expectInReach(page);
    await page.screenshot({ path: info.outputPath("rate.png") });

    await page.clock.fastForward(60_000);
    await expect(page.getByText("You can go on now.")).toBeVisible();
    await expect(page.getByText("second.jpg")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Witty" })).toBeChecked();
    await product.crashApi();
    await product.startApi(gemini.keys);
    await page.getByRole("button", again).click();
    await expect(captions(page)).toHaveCount(3);
    await expect(page.getByRole("listitem").filter({ hasText: "second.jpg" })).toHaveCount(1);
    await product.crashApi();
    await product.startApi({ ...gemini.keys, ...budget, ...RATE });
  });
}
