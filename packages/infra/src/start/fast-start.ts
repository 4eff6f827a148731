/**
 * What is loaded before a command of this package (`node --import`), to have it start in half the time. Nothing
 * depends on it: without it the same is done, later.
 */
import { enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";

// Types are stripped and modules compiled once, and not at each start.
enableCompileCache(join(import.meta.dirname, "..", "..", "node_modules", ".cache", "compiled"));

/** Provider packages do not say of what format they are, and Node would parse each file of theirs twice to see. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    if (resolved.format || !resolved.url.includes("/node_modules/@cdktf/provider-"))
      return resolved;
    return { ...resolved, format: "commonjs" };
  },
});
