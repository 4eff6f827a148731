import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { startFakes } from "./fakes.ts";
import { captions, expect, expectAccessible, write } from "./fixtures.ts";
import { hasEspeak, hasFfmpeg } from "./has-program.ts";
import { startProduct } from "./product.ts";
import { makeSpokenVideo } from "./spoken-video.ts";

const SENTENCES = [
  "Welcome to the harbour, the boats are leaving.",
  "We sail at noon.",
  "Bring a warm coat.",
];

/** What this machine lacks, if anything: the end of `npm test` says what provides it. */
const needed = hasFfmpeg() ? "espeak" : "ffmpeg";

test.skip(!(hasFfmpeg() && hasEspeak()), `a video that is heard [needs ${needed}]`);

test(`a video is heard and seen: captions with the moments they rest on, and subtitles [needs ${needed}]`, async ({
  page,
}) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "e2e-spoken-"));
  const { video, recordings, starts } = makeSpokenVideo(folder, SENTENCES);
  const fakes = await startFakes(recordings);
  const product = await startProduct(fakes.keys);
  try {
    await page.goto(product.url);
    await page.setInputFiles("input[type=file]", video);
    const player = page.getByLabel("The video you chose");
    await expect(player).toBeVisible();
    await expect(page.getByText("Costs less than one cent.")).toBeVisible();
    await page.getByRole("button", write).click();
    await expect(captions(page)).toHaveCount(3);

    const moments = page.getByRole("list", { name: "Rests on" });
    await expect(moments.first()).toContainText(SENTENCES[0] ?? "");
    const second = moments.getByRole("listitem").filter({ hasText: `“${SENTENCES[1]}”` });
    await second.getByRole("button").click();
    const shown = () => player.evaluate((element) => (element as HTMLVideoElement).currentTime);
    await expect.poll(shown).toBeCloseTo(starts[1] ?? Number.NaN, 0);

    await page.getByText("What is said").click();
    await expect(page.getByText(SENTENCES.join(" "))).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "SRT subtitles" }).click();
    const srt = readFileSync(await (await download).path(), "utf8");
    expect(srt).toMatch(/00:00:00,\d{3} --> 00:00:0\d,\d{3}\r?\nWelcome to the harbour/u);
    await expect(page.getByText(/Written by gemini.* of sound was heard/u)).toBeVisible();
    await expectAccessible(page);
  } finally {
    await product.stop();
    fakes.stop();
    rmSync(folder, { recursive: true });
  }
});
