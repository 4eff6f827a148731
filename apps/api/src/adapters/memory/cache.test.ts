import { cacheContract } from "../../testing/contracts/cache.ts";
import { createMemoryCache } from "./cache.ts";

cacheContract("the memory", async () => ({ cache: createMemoryCache(), close: async () => {} }));
