import { captions, expect, expectInReach, PHOTO, test, write } from "./fixtures.ts";

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
      await page.setInputFiles("input[type=file]", PHOTO);
      await page.getByText("More options").click();
      await expectInReach(page);
      await page.getByRole("button", write).click();
      await expect(captions(page)).toHaveCount(3);
      await expectInReach(page);
      await page.screenshot({ path: info.outputPath("page.png"), fullPage: true });
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
