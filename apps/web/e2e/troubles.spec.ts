import { readFile } from "node:fs/promises";
import type { Request, Route } from "@playwright/test";
import { captions, expect, expectAccessible, PHOTO, test, write } from "./fixtures.ts";

const isCreate = (request: Request) =>
  request.method() === "POST" && new URL(request.url()).pathname === "/api/captions";

test("cancelling while the photo is being sent deletes it, and no caption is made", async ({
  page,
}) => {
  const created: string[] = [];
  page.on("request", (request) => isCreate(request) && created.push(request.url()));
  // The bytes leave the browser and never arrive.
  await page.route("**/api/uploads/*/bytes*", () => {});
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(page.getByText("Sending the file…")).toBeVisible();
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Cancel" }).click();
  expect((await deleted).status()).toBe(204);
  await expect(page.getByText("Cancelled, and nothing was kept.")).toBeFocused();
  await expectAccessible(page);
  expect(created).toEqual([]);

  await page.unroute("**/api/uploads/*/bytes*");
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  expect(created).toHaveLength(1);
});

test("when the answer is lost, trying again finds the same caption", async ({ page }) => {
  const keys: (string | undefined)[] = [];
  await page.route("**/api/captions", async (route) => {
    if (!isCreate(route.request())) return route.continue();
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  const buffer = await readFile(PHOTO);
  const name = "lost-answer.jpg";
  await page.setInputFiles("input[type=file]", { name, mimeType: "image/jpeg", buffer });
  await page.getByRole("button", write).click();
  await expect(page.getByRole("alert").first()).toContainText("Nothing is lost");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(captions(page)).toHaveCount(3);
  expect(keys[0]).toMatch(/^upl_/u);
  expect(keys).toEqual([keys[0], keys[0]]);
  await expect(page.getByRole("listitem").filter({ hasText: name })).toHaveCount(1);
});

test("bytes that did not arrive are known before captions are asked for", async ({ page }) => {
  await page.route("**/api/uploads/*/bytes*", (route) => route.fulfill({ status: 204 }));
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByRole("alert").first()).toContainText("have not arrived");
});

test("a service that is down is said to be, until it is back", async ({ page }) => {
  await page.route("**/api/**", (route) => route.abort("connectionrefused"));
  await page.reload();
  const said = page.getByText("The caption service does not answer right now");
  await expect(said).toBeVisible();
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByRole("button", write)).toBeDisabled();
  await expectAccessible(page);
  await page.unroute("**/api/**");
  await expect(said).toBeHidden();
  await expect(page.getByText("Ready")).toBeVisible();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
});

test("captions asked for while the service went down come once it is back", async ({ page }) => {
  await page.setInputFiles("input[type=file]", PHOTO);
  await expect(page.getByText("Ready")).toBeVisible();
  await page.route("**/api/**", (route) => route.abort("connectionrefused"));
  await page.getByRole("button", write).click();
  await expect(page.getByText("The caption service does not answer right now")).toBeVisible();
  await page.unroute("**/api/**");
  await expect(captions(page)).toHaveCount(3);
});

test("captions that are being written are waited for while the connection is lost", async ({
  page,
}) => {
  const lost = /\/api\/captions\/cap_/u;
  await page.route(lost, (route) => route.fulfill({ status: 503 }));
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByText("Dramatic", { exact: true }).click();
  await page.getByRole("button", write).click();
  await expect(page.getByText("The service does not answer. Waiting.")).toBeVisible();
  await page.unroute(lost);
  await expect(captions(page)).toHaveCount(3);
});

test("captions come where event streams do not get through", async ({ page }) => {
  await page.route("**/api/captions/*/events", () => {});
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByText("Inspirational", { exact: true }).click();
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
});

test("who loses the connection while a photo is sent is told so where they look, and it goes on", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const held: Route[] = [];
  await page.route("**/api/uploads/*/bytes*", (route) => void held.push(route));
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(page.getByText("Sending the file…")).toBeInViewport();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.context().setOffline(true);
  for (const route of held) await route.abort("internetdisconnected");
  await page.unroute("**/api/uploads/*/bytes*");
  await expect(page.getByText("You are offline")).toBeInViewport();
  await page.context().setOffline(false);
  await expect(captions(page)).toHaveCount(3);
});

test("a rewrite that failed can be tried again, and the captions stay", async ({ page }) => {
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  const revisions = "**/api/captions/*/revisions";
  await page.route(revisions, (route) => route.abort("connectionreset"));
  const wish = page.getByLabel("Or say what to change");
  await wish.fill("Mention the weekend");
  await page.getByRole("button", { name: "Rewrite" }).click();
  const again = page.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  await expect(captions(page)).toHaveCount(3);
  await expect(wish).toHaveValue("Mention the weekend");
  await page.unroute(revisions);
  await again.click();
  await expect(page.getByText("2 of 2", { exact: true })).toBeVisible();
  await expect(captions(page)).toHaveCount(3);
  await expect(page.getByRole("alert").filter({ hasText: "No connection" })).toHaveCount(0);
  await expect(wish).toHaveValue("");
});
