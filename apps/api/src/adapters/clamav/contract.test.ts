import { describe } from "vitest";
import { has, needing } from "../../testing/capabilities.ts";
import { startClamd } from "../../testing/clamd.ts";
import { scannerContract } from "../../testing/contracts/scanner.ts";
import { startFakeClamd } from "../../testing/fake-clamd.ts";
import { connectClamav } from "./index.ts";

async function open(clamd: { readonly socketPath: string; stop(): Promise<void> }) {
  let running = true;
  const stop = async () => {
    if (running) await clamd.stop();
    running = false;
  };
  return { scanner: await connectClamav(clamd), breakDown: stop, close: stop };
}

scannerContract("ClamAV", async () => open(await startFakeClamd()), { active: true });

describe.skipIf(!has("clamav"))(needing("clamav", "a real clamd"), () => {
  scannerContract("ClamAV", async () => open(await startClamd()), { active: true });
});
