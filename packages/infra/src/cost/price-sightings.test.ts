import { describe, expect, it } from "vitest";
import type { PriceName } from "./price-list.ts";
import { PRICES } from "./price-list.ts";
import { SIGHTINGS } from "./price-sightings.ts";

describe("a price that was found again", () => {
  it.each(Object.entries(SIGHTINGS))("is the one in the list: %s", (name, { usd, page }) => {
    expect(PRICES[name as PriceName].usd).toBe(usd);
    expect(page).toMatch(/^https:\/\//u);
  });
});
