import { expect, test } from "./fixtures.ts";

const declared = { name: "a.jpg", type: "image/jpeg", bytes: 1_000 };

test("a page of another site has nothing sent in its visitor's name", async ({ page, product }) => {
  await expect.poll(() => page.context().cookies()).toHaveLength(1);
  const before = await page.context().cookies();
  await page.route("http://evil.example/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" enctype="multipart/form-data" action="${product.url}/api/captions">
        <input name="options" value="{}"><button>Win a prize</button></form>`,
    }),
  );
  await page.goto("http://evil.example/");
  const answered = page.waitForResponse(`${product.url}/api/captions`);
  await page.getByRole("button", { name: "Win a prize" }).click();
  const answer = await answered;
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({
    code: "cross_site_request",
    detail: expect.stringContaining("sent by http://evil.example"),
  });
  expect(await page.context().cookies(product.url)).toEqual(before);
});

test("where browsers do not say what site asks, the page's server hands on what host was asked", async ({
  product,
}) => {
  const send = async (origin: string) => {
    const headers = { origin, "content-type": "application/json" };
    const body = JSON.stringify(declared);
    return (await fetch(`${product.url}/api/uploads`, { method: "POST", headers, body })).status;
  };
  expect(await send(product.url)).toBe(201);
  expect(await send("http://localhost:1")).toBe(403);
  expect(await send("http://evil.example")).toBe(403);
});
