import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { captions, expect, expectAccessible, test, write } from "./fixtures.ts";
import { hasFfmpeg } from "./has-program.ts";
import { makeVideo } from "./make-video.ts";

test.skip(!hasFfmpeg(), "a video [needs ffmpeg]");

test("a video is captioned from its pictures, and the page says why nobody listened [needs ffmpeg]", async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "e2e-video-"));
  const video = makeVideo(folder);
  await page.setInputFiles("input[type=file]", video);
  await expect(page.getByLabel("The video you chose")).toBeVisible();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByText("Nobody listens to the sound of videos here")).toBeVisible();
  await expect(page.getByTestId("receipt")).toContainText("1 stored copy");
  await expectAccessible(page);
  rmSync(folder, { recursive: true });
});
