import { expect, test } from "@playwright/test";
import { READY_MS, startProduct } from "./product.ts";

const MOST_WRONG = 10;

test("who guesses at the access token is slowed down, whatever address they make up", async () => {
  test.setTimeout(READY_MS + 60_000);
  const product = await startProduct({
    ACCESS_TOKEN: "correct horse battery",
    TRUSTED_PROXIES: "page",
  });
  try {
    const guess = async (each: number) => {
      const { status } = await fetch(`${product.url}/api/session`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": `192.0.2.${each}` },
        body: JSON.stringify({ accessToken: `guess ${each}` }),
      });
      return status;
    };
    for (let each = 0; each < MOST_WRONG; each += 1) expect(await guess(each)).toBe(401);
    expect(await guess(MOST_WRONG)).toBe(429);
  } finally {
    await product.stop();
  }
});
