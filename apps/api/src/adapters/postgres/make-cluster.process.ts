import { PGlite } from "@electric-sql/pglite";

/** Makes an empty database in the folder its argument names, and ends. Run by `make-cluster.ts`. */
const [folder] = process.argv.slice(2);
const client = await PGlite.create(`${folder}`);
await client.close();
