import { test } from "@playwright/test";
import type { Fakes } from "./fakes.ts";
import { startFakeGemini } from "./fakes.ts";
import {
  askForNew,
  captions,
  expect,
  expectAccessible,
  expectWithinEdges,
  PHOTO,
} from "./fixtures.ts";
import type { LateAddress } from "./late-answers.ts";
import { startLateAddress } from "./late-answers.ts";
import type { Product } from "./product.ts";
import { READY_MS, startProduct } from "./product.ts";

let product: Product;
let gemini: Fakes;
let model: LateAddress;
/** What the model's answers wait for. */
let letGo = Promise.withResolvers<void>();

function hold() {
  letGo = Promise.withResolvers();
}

test.beforeAll(async () => {
  test.setTimeout(READY_MS + 60_000);
  gemini = await startFakeGemini();
  model = await startLateAddress(gemini.keys["GEMINI_BASE_URL"] ?? "", () => letGo.promise);
  product = await startProduct({ ...gemini.keys, GEMINI_BASE_URL: model.url });
});

test.beforeEach(hold);

test.afterAll(async () => {
  await product.stop();
  model.stop();
  gemini.stop();
});

test("a photo and what is written of it are still there for who was on another page meanwhile", async ({
  page,
}) => {
  await page.goto(product.url);
  await askForNew(page, "in-hand.jpg");
  await expect(page.getByText("Writing captions…")).toBeVisible();
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByRole("heading", { name: "New key" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Writing captions…")).toBeVisible();
  letGo.resolve();
  await expect(captions(page)).toHaveCount(3);
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("link", { name: "Back to the captions" }).click();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByText("in-hand.jpg").first()).toBeVisible();
});

test("captions that were left while they are written come in the history", async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(product.url);
  const inHistory = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  const finished = (name: string) => inHistory(name).getByRole("button", { name: "Open" });
  await askForNew(page, "left.jpg");
  await expect(page.getByText("Writing captions…")).toBeVisible();
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByText("The captions of the photo before are not lost")).toBeInViewport();
  await expect(inHistory("left.jpg")).toContainText("In work");
  await page.screenshot({ path: info.outputPath("left.png") });
  await expectWithinEdges(page);
  await expectAccessible(page);
  letGo.resolve();
  await expect(finished("left.jpg")).toBeVisible();

  hold();
  await askForNew(page, "reloaded.jpg");
  await expect(page.getByText("Writing captions…")).toBeVisible();
  await page.reload();
  await expect(inHistory("reloaded.jpg")).toContainText("In work");
  letGo.resolve();
  await expect(finished("reloaded.jpg")).toBeVisible();
});
