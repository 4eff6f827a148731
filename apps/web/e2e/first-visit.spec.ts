import { setTimeout as wait } from "node:timers/promises";
import { askForNew, captions, expect, test } from "./fixtures.ts";
import { startLateAddress } from "./late-answers.ts";

test("a photo sent before the first answer of all has arrived is its visitor's", async ({
  browser,
  product,
}) => {
  const slow = await startLateAddress(product.url, (method, path) =>
    wait(method === "GET" && path === "/api/captions" ? 3_000 : 0),
  );
  const page = await browser.newPage();
  const history = page.waitForRequest("**/api/captions");
  await page.goto(slow.url);
  const late = (await history).response();
  await askForNew(page, "early.jpg");
  await expect(captions(page)).toHaveCount(3);
  await late;
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "early.jpg" })).toBeVisible();
  await page.close();
  slow.stop();
});

test("pages that are opened at the same time know one visitor", async ({ browser, product }) => {
  let asked = 0;
  const slow = await startLateAddress(product.url, (method, path) =>
    wait(method === "GET" && path === "/api/captions" && ++asked <= 3 ? 300 * asked : 0),
  );
  const context = await browser.newContext();
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(slow.url)));
  for (const [index, page] of pages.entries()) await askForNew(page, `of-page-${index}.jpg`);
  for (const page of pages) await expect(captions(page)).toHaveCount(3);
  const last = await context.newPage();
  await last.goto(slow.url);
  await expect(last.getByRole("listitem").filter({ hasText: "of-page" })).toHaveCount(3);
  await context.close();
  slow.stop();
});
