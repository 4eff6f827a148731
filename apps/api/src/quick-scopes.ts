import { registerHooks } from "node:module";

/** Whose manifest has 180 kB, most of them to say which file stands for which name. */
const DRIZZLE = "/node_modules/drizzle-orm/";

/**
 * Node reads the nearest package.json anew for every module it loads, to know which of its two kinds it is, since
 * nodejs/node#59888: half a second of a start, for a hundred modules of drizzle-orm that import each other.
 * Their own paths name files, and all of them are ES modules: there is nothing to look up.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(".") && context.parentURL?.includes(DRIZZLE)) {
      const { href } = new URL(specifier, context.parentURL);
      if (href.endsWith(".js")) return { url: href, format: "module", shortCircuit: true };
    }
    return next(specifier, context);
  },
});
