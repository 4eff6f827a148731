import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContentScanner } from "../../ports/scanner.ts";
import { EICAR } from "../eicar.ts";

export interface ScannerUnderTest {
  readonly scanner: ContentScanner;
  /** Takes away what it scans with; none where nothing does. */
  readonly breakDown?: () => Promise<void>;
  close(): Promise<void>;
}

/** What every scanner of bytes does; one that is not active lets all pass and says so. */
export function scannerContract(
  name: string,
  open: () => Promise<ScannerUnderTest>,
  { active }: { readonly active: boolean },
) {
  describe(`${name} as a scanner`, () => {
    let tested: ScannerUnderTest;
    beforeEach(async () => {
      tested = await open();
    });
    afterEach(() => tested.close());

    const scan = (bytes: Uint8Array, signal = new AbortController().signal) =>
      tested.scanner.scan(bytes, signal);

    it("says whether it scans, in a sentence for a person", () => {
      expect(tested.scanner.active).toBe(active);
      expect(tested.scanner.note).toMatch(/^[A-Z].+\.$/u);
    });

    it.each([0, 1, 70_000, 900_000])("passes %i harmless bytes", async (bytes) => {
      expect(await scan(randomBytes(bytes))).toEqual({ clean: true });
    });

    it("keeps what it scans as it was", async () => {
      const bytes = Buffer.from("harmless");
      await scan(bytes);
      expect(bytes.toString()).toBe("harmless");
    });

    if (!active) return;

    it("finds malware wherever it is in a file, and names it", async () => {
      const whole = Buffer.alloc(200_000, "harmless ");
      for (const at of [0, 64 * 1024 - 30, whole.length - EICAR.length]) {
        const bytes = Buffer.from(whole);
        EICAR.copy(bytes, at);
        expect(await scan(bytes)).toEqual({
          clean: false,
          signature: expect.stringMatching(/eicar/iu),
        });
      }
    });

    it("scans several at once, each with its own verdict", async () => {
      const files = [EICAR, Buffer.from("harmless"), EICAR, Buffer.from("so is this")];
      const verdicts = await Promise.all(files.map((bytes) => scan(bytes)));
      expect(verdicts.map(({ clean }) => clean)).toEqual([false, true, false, true]);
    });

    it("stops with the signal's reason", async () => {
      const reason = new Error("cancelled by the person");
      await expect(scan(EICAR, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it("passes nothing once it cannot scan any more", async () => {
      await tested.breakDown?.();
      await expect(scan(Buffer.from("harmless"))).rejects.toMatchObject({
        code: "scanner_unavailable",
        retryable: true,
      });
    });
  });
}
