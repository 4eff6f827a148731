import { expect, expectAccessible, PHOTO, test } from "./fixtures.ts";

test("a photo that is chosen before the scripts have arrived is taken, and no option is lost", async ({
  page,
}) => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Choose a photo").click();
  await (await chooser).setFiles(PHOTO);
  const witty = page.getByRole("radio", { name: "Witty" });
  await expect(witty).toBeDisabled();
  arrive();
  await expect(page.getByText("astronaut.jpg")).toBeVisible();
  await expect(page.getByText("Ready")).toBeVisible();
  await page.getByText("Witty", { exact: true }).click();
  await expect(witty).toBeChecked();
});

test("a page that fails says so, and can be tried again", async ({ page }) => {
  await page.route("**/api/limits", (route) => route.fulfill({ json: {} }));
  await page.reload();
  await expect(
    page.getByRole("heading", { name: "Something went wrong on this page" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("scanned for malware")).toBeVisible();
});

test("a page that is none shows the way to the one that is", async ({ page }) => {
  const answer = await page.goto(new URL("/nowhere", page.url()).href);
  expect(answer?.status()).toBe(404);
  await expectAccessible(page);
  await page.getByRole("link", { name: "To the captions" }).click();
  await expect(page.getByText("scanned for malware")).toBeVisible();
});
