import { captions, expect, expectAccessible, PHOTO, test, write } from "./fixtures.ts";

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
      await expectAccessible(page);
      await page.setInputFiles("input[type=file]", PHOTO);
      await page.getByText("More options").click();
      await expectAccessible(page);
      await page.getByRole("button", write).click();
      await expect(captions(page)).toHaveCount(3);
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, "nothing reaches over the edge").toBeLessThanOrEqual(0);
      await page.screenshot({ path: info.outputPath("page.png"), fullPage: true });
    });
  }
}
