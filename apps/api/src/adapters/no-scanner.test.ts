import { expect, it } from "vitest";
import { scannerContract } from "../testing/contracts/scanner.ts";
import { EICAR } from "../testing/eicar.ts";
import { createNoScanner } from "./no-scanner.ts";

scannerContract("no scanner", async () => ({ scanner: createNoScanner(), close: async () => {} }), {
  active: false,
});

it("lets everything pass, and says how to change that", async () => {
  const scanner = createNoScanner();
  expect(await scanner.scan(EICAR, new AbortController().signal)).toEqual({ clean: true });
  expect(scanner.note).toContain("CLAMAV_SOCKET");
});
