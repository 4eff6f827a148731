import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import type { Product } from "./product.ts";
import { READY_MS, startProduct } from "./product.ts";

export { expect };

/** Tests against the running product; `page` is open at its front door. */
export const test = base.extend<{ page: Page }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: READY_MS + 60_000 },
  ],
  page: async ({ page, product }, use) => {
    await page.goto(product.url);
    await expect(page.getByText("on this machine", { exact: false }).first()).toBeVisible();
    await use(page);
  },
});

/** A small photograph of a person, from the API's fixtures. */
export const PHOTO = fileURLToPath(
  new URL("../../api/src/testing/photos/astronaut.jpg", import.meta.url),
);

/** The main button's name. */
export const write = { name: "Write captions" };

/** Has time pass on a page only when it is told to: what stands for seconds does, however long this machine takes. */
export async function holdTime(page: Page) {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** After which the answer to a question is taken for somebody's who read it, in milliseconds. */
export const ONCE_READ_MS = 700;

export const captions = (page: Page) => page.getByTestId("caption");

/** Asks for captions of a photo that none before was like, so that none is answered without the model. */
export async function askForNew(page: Page, name: string) {
  // What follows the picture in a JPEG is of no meaning, and makes it another file.
  const buffer = Buffer.concat([await readFile(PHOTO), Buffer.from(randomUUID())]);
  // A page that has been loaded but not yet come to life takes no notice of a file.
  await expect(async () => {
    await page.setInputFiles("input[type=file]", { name, mimeType: "image/jpeg", buffer });
    await expect(page.getByText(name).first()).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await page.getByRole("button", write).click();
}

/** Fails on anything axe finds, and on what reaches over an edge. */
export async function expectInReach(page: Page) {
  await expectAccessible(page);
  await expectWithinEdges(page);
}

/** Fails on what reaches over the edge. */
export async function expectWithinEdges(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow, "nothing reaches over the edge").toBeLessThanOrEqual(0);
}

/** Fails on anything axe finds, naming rule and element. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
