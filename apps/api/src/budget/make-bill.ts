import { randomUUID } from "node:crypto";
import type { Bill } from "../ports/spending-ledger.ts";
import { utcDay } from "./utc-day.ts";

/**
 * A bill of its own for a session. Whoever stores it again and again does so with the same one.
 * @param usd what was paid for and is not kept with the caption. @default nothing
 */
export const makeBill = (
  { sessionId }: { readonly sessionId: string },
  at: Date,
  usd = 0,
): Bill => ({ key: randomUUID(), sessionId, day: utcDay(at), usd });
