import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { captions, expect, expectAccessible, PHOTO, test, write } from "./fixtures.ts";

function hasFfmpeg(): boolean {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test.skip(!hasFfmpeg(), "a video [needs ffmpeg]");

test("a video is captioned from its pictures, and the page says why nobody listened [needs ffmpeg]", async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "e2e-video-"));
  const video = join(folder, "clip.mp4");
  const still = `movie=${PHOTO},loop=loop=75:size=1,fps=25,trim=duration=3,scale=320:240,setsar=1`;
  const inputs = ["-f", "lavfi", "-i", still, "-f", "lavfi", "-i", "sine=duration=3"];
  execFileSync("ffmpeg", ["-v", "error", ...inputs, "-pix_fmt", "yuv420p", "-shortest", video]);
  await page.setInputFiles("input[type=file]", video);
  await expect(page.getByLabel("The video you chose")).toBeVisible();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByText("OPENAI_API_KEY")).toBeVisible();
  await expect(page.getByTestId("receipt")).toContainText("1 stored copy");
  await expectAccessible(page);
  rmSync(folder, { recursive: true });
});
