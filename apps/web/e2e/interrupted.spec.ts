import type { Page } from "@playwright/test";
import { test } from "@playwright/test";
import type { Fakes } from "./fakes.ts";
import { startFakeGemini } from "./fakes.ts";
import { askForNew, captions, expect, expectAccessible } from "./fixtures.ts";
import { giveUpJobs } from "./give-up-jobs.ts";
import type { Product } from "./product.ts";
import { READY_MS, startProduct } from "./product.ts";

let product: Product;
let slow: Fakes;
let quick: Fakes;

test.beforeAll(async () => {
  test.setTimeout(READY_MS + 60_000);
  slow = await startFakeGemini({ latencyMs: 600_000 });
  quick = await startFakeGemini();
  product = await startProduct(slow.keys);
});

test.afterAll(async () => {
  await product.stop();
  slow.stop();
  quick.stop();
});

/** Asks for captions, and returns once the model is asked. */
async function askFor(page: Page, name: string) {
  await askForNew(page, name);
  await expect(page.getByText("Writing captions…")).toBeVisible();
}

/** The uploads that a page declares from now on. */
function watchUploads(page: Page): string[] {
  const declared: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname === "/api/uploads") declared.push(pathname);
  });
  return declared;
}

const inHistory = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ hasText: name });

test("captions that were interrupted are tried again with the file that was kept, or sent anew", async ({
  page,
  context,
}) => {
  test.setTimeout(READY_MS + 120_000);
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(product.url);
  await askFor(page, "left.jpg");
  await askFor(page, "kept.jpg");
  await askFor(other, "deleted.jpg");
  await product.crashApi();
  await giveUpJobs(product.dataDir);
  await product.startApi(quick.keys);

  const problem = page.getByRole("alert").filter({ hasText: "The work was interrupted" });
  const again = { name: "Try again", exact: true };
  await expect(problem).toBeVisible();
  await expectAccessible(page);
  const declared = watchUploads(page);
  await page.getByRole("button", again).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByText("kept.jpg").first()).toBeVisible();

  await page.reload();
  await inHistory(page, "left.jpg").getByRole("button", { name: "Try again" }).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(inHistory(page, "left.jpg").getByRole("button", { name: "Open" })).toBeVisible();
  expect(declared).toEqual([]);

  await expect(
    other.getByRole("alert").filter({ hasText: "The work was interrupted" }),
  ).toBeVisible();
  const { items } = await (await page.request.get(`${product.url}/api/captions`)).json();
  const gone = items.find(({ source }: { source: { name: string } }) =>
    /deleted/u.test(source.name),
  );
  await page.request.delete(`${product.url}/api/captions/${gone.id}`);
  const sentAnew = watchUploads(other);
  await other.getByRole("button", again).click();
  await expect(captions(other)).toHaveCount(3);
  expect(sentAnew).toHaveLength(1);
});
