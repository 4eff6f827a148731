import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { captions, expect, expectAccessible, test, write } from "./fixtures.ts";
import { hasFfmpeg } from "./has-program.ts";
import { makeLargeVideo } from "./make-video.ts";

const PARTS = 5;
const BYTES = PARTS * 8 * 1024 * 1024;
/** Where parts' URLs are asked for. Parts themselves are not intercepted: the browser would hand over their bytes. */
const URLS = /\/part-urls$/u;
const PART = /\/api\/uploads\/upl_\w+\/parts\/\d+\?/u;

test.skip(!hasFfmpeg(), "a large video [needs ffmpeg]");

let folder: string;
let video: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "e2e-large-"));
  video = makeLargeVideo(folder, BYTES);
});

test.afterAll(() => rmSync(folder, { recursive: true }));

/** Which parts were sent to their end, by their numbers. */
function watchParts(page: Page): number[] {
  const arrived: number[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (PART.test(response.url()) && response.status() === 204) {
      arrived.push(Number(pathname.split("/").at(-1)));
    }
  });
  return arrived;
}

/** Lets the page begin some parts, and does something else where it would begin one more. */
async function after(page: Page, count: number, then: () => Promise<void>) {
  let begun = 0;
  let done: Promise<void> | undefined;
  await page.route(URLS, async (route) => {
    begun += 1;
    if (begun <= count) return route.continue();
    done ??= then();
    await done;
    return route.abort("internetdisconnected");
  });
}

/** Stops intercepting, once what the page asks for right now is answered: it asks again and again. */
const letThrough = (page: Page) => page.unrouteAll({ behavior: "wait" });

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const ALL = Array.from({ length: PARTS }, (_, index) => index + 1);

test("a large video whose connection breaks in the middle is sent to its end once it is back [needs ffmpeg]", async ({
  page,
}) => {
  const arrived = watchParts(page);
  await after(page, 2, () => page.context().setOffline(true));
  await page.setInputFiles("input[type=file]", video);
  await page.getByRole("button", write).click();
  await expect(page.getByText("The connection is lost.")).toBeVisible();
  await expectAccessible(page);
  await letThrough(page);
  await page.context().setOffline(false);
  await expect(captions(page)).toHaveCount(3);
  expect(ascending(arrived)).toEqual(ALL);
  await expect(page.getByTestId("receipt")).toContainText("1 stored copy");
});

test("a large video goes on where it was after the page was loaded again [needs ffmpeg]", async ({
  page,
}) => {
  const arrived = watchParts(page);
  await after(page, 3, async () => {});
  await page.setInputFiles("input[type=file]", video);
  await expect.poll(() => arrived.length).toBe(3);
  await expect(page.getByText("No connection.")).toBeVisible();
  await page.reload();
  await letThrough(page);
  await page.setInputFiles("input[type=file]", video);
  await expect(page.getByText("Ready")).toBeVisible();
  expect(ascending(arrived)).toEqual(ALL);
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
});

test("a large video that is removed while it is sent is deleted [needs ffmpeg]", async ({
  page,
}) => {
  await after(page, 2, async () => {});
  await page.setInputFiles("input[type=file]", video);
  await expect(page.getByText("No connection.")).toBeVisible();
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Remove" }).click();
  expect((await deleted).status()).toBe(204);
  const { pathname } = new URL((await deleted).url());
  const gone = await page.request.get(new URL(`${pathname}/parts`, page.url()).href);
  expect(gone.status()).toBe(404);
});
