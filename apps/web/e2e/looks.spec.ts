import { readFile } from "node:fs/promises";
import {
  captions,
  expect,
  expectInReach,
  expectWithinEdges,
  PHOTO,
  test,
  write,
} from "./fixtures.ts";

/** As messengers name what they send on. */
const LONG_NAME = "WhatsApp Image 2026-07-04 at 12.34.56 PM (1).jpeg";
const NARROWEST = { width: 320, height: 640 };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, width] of [
    ["a desk", 1_280],
    ["a phone", 360],
  ] as const) {
    test(`in ${colorScheme}, on ${device}, nothing is hard to see or out of reach`, async ({
      page,
    }, info) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await expectInReach(page);
      const buffer = await readFile(PHOTO);
      const file = { name: LONG_NAME, mimeType: "image/jpeg", buffer };
      await page.setInputFiles("input[type=file]", file);
      await page.getByText("More options").click();
      await expectInReach(page);
      await page.getByRole("button", write).click();
      await expect(captions(page)).toHaveCount(3);
      await expectInReach(page);
      await page.screenshot({ path: info.outputPath("page.png"), fullPage: true });
      await page.setViewportSize(NARROWEST);
      await expectWithinEdges(page);
    });

    test(`in ${colorScheme}, on ${device}, nothing of the API keys is hard to see or out of reach`, async ({
      page,
    }, info) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole("link", { name: "API keys" }).click();
      await expect(page.getByText("There are none yet.")).toBeVisible();
      const make = async (name: string) => {
        await page.getByLabel("Name").fill(name);
        await page.getByRole("button", { name: "Create key" }).click();
        await expect(page.getByRole("heading", { name: `Your key “${name}”` })).toBeVisible();
        await expectInReach(page);
      };
      await make("a".repeat(80));
      await page.getByLabel("Make, change and delete captions").uncheck();
      await make("nightly import");
      await page.screenshot({ path: info.outputPath("keys.png"), fullPage: true });
    });
  }
}

for (const [device, width] of [
  ["a desk", 1_280],
  ["a phone", 360],
] as const) {
  test(`nothing moves on ${device} as the page learns what it runs on`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.route("**/api/limits", async (route) => {
      await page.waitForTimeout(500);
      await route.continue();
    });
    await page.reload();
    await expect(page.getByText("scanned for malware")).toBeVisible();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
            resolve(shifts.reduce((sum, { value }) => sum + value, 0));
          });
          observer.observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(0), 1_000);
        }),
    );
    expect(moved).toBeLessThan(0.01);
  });
}
