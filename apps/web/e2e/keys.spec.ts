import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  captions,
  expect,
  expectAccessible,
  holdTime,
  ONCE_READ_MS,
  PHOTO,
  test,
  write,
} from "./fixtures.ts";

const run = promisify(execFile);

test("a key is made, copied and used as the page says, and revoked", async ({ page }) => {
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByText("There are none yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("nightly import");
  await page.getByRole("button", { name: "Create key" }).click();
  const made = page.getByRole("region", { name: "Your key “nightly import”" });
  await expect(made).toBeFocused();
  await expectAccessible(page);

  await made.getByRole("button", { name: "Copy the command" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain("curl ");
  const command = (await copied()).replace("wait=30", "wait=55");
  const folder = await mkdtemp(join(tmpdir(), "e2e-key-"));
  try {
    await copyFile(PHOTO, join(folder, "photo.jpg"));
    const { stdout } = await run("sh", ["-c", command], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ state: "done", source: { name: "photo.jpg" } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  await page.reload();
  await expect(made).toBeHidden();
  const entry = page.getByRole("listitem").filter({ hasText: "nightly import" });
  await expect(entry).toContainText("last used");
  await holdTime(page);
  await entry.getByRole("button", { name: "Revoke" }).dblclick();
  await page.clock.runFor(ONCE_READ_MS);
  await entry.getByRole("button", { name: "Really revoke?" }).click();
  await expect(page.getByText("There are none yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your keys" })).toBeFocused();
  const { stdout } = await run("sh", ["-c", command.replace(/ -F \S+/u, " -F file=x")]);
  expect(JSON.parse(stdout)).toMatchObject({ code: "api_key_wrong" });

  await page.clock.resume();
  await page.getByRole("link", { name: "Back to the captions" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "photo.jpg" })).toHaveCount(1);
});

test("a key that may do nothing cannot be made, and one too many is refused", async ({ page }) => {
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByLabel("Name").fill("nothing");
  await page.getByLabel("See your captions").uncheck();
  await page.getByLabel("Make, change and delete captions").uncheck();
  await expect(page.getByText("Choose at least one")).toBeVisible();
  await expect(page.getByRole("button", { name: "Create key" })).toBeDisabled();
  await expectAccessible(page);
  await page.getByLabel("See your captions").check();
  const made = await page.evaluate(async () => {
    const ask = () =>
      fetch("/api/keys", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "one of many", scopes: ["captions:read"] }),
      });
    const statuses: number[] = [];
    for (let each = 0; each < 20; each += 1) statuses.push((await ask()).status);
    return statuses;
  });
  expect(new Set(made)).toEqual(new Set([201]));
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There are 20 API keys already");
  await expect(page.getByLabel("Name")).toHaveValue("nothing");
});

test("keys that cannot be loaded are said to be, and asked for again", async ({ page }) => {
  await page.route("**/api/keys*", (route) => route.abort("connectionrefused"));
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page.getByText("The keys cannot be loaded right now.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/keys*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("There are none yet.")).toBeVisible();
});

test("a visitor is forgotten by a browser that others use, too, and nothing is deleted", async ({
  page,
}) => {
  await page.getByText("Witty", { exact: true }).click();
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  const [before] = await page.context().cookies();
  const name = "Forget me on this device";
  await page.getByRole("button", { name }).click();
  const dialog = page.getByRole("dialog", { name: `${name}?` });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(captions(page)).toHaveCount(3);
  await page.getByRole("button", { name }).click();
  await dialog.getByRole("button", { name: "Forget me" }).click();
  await expect(captions(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Casual" })).toBeChecked();
  await expect(page.getByRole("heading", { name: "History" })).toBeHidden();
  const after = async () => (await page.context().cookies())[0]?.value ?? before?.value;
  await expect.poll(after).not.toBe(before?.value);
  const cookie = `${before?.name}=${before?.value}`;
  const kept = await fetch(new URL("/api/captions", page.url()), { headers: { cookie } });
  expect((await kept.json()).items).toHaveLength(1);
});

test("everything of a visitor is deleted once they have read what that is", async ({ page }) => {
  await page.setInputFiles("input[type=file]", PHOTO);
  await page.getByRole("button", write).click();
  await expect(captions(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Delete everything of mine" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete everything of mine?" });
  await expectAccessible(page);
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  // Who holds the key down has not read it yet.
  const holdEnter = async () => {
    for (let each = 0; each < 5; each += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
  };
  await holdEnter();
  await expect(dialog).toBeHidden();
  await holdEnter();
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(captions(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "History" })).toBeHidden();
  await expect.poll(async () => (await page.context().cookies()).length).toBe(1);
});
