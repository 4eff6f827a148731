/** What Next.js calls once, when its server starts. */
export async function register(): Promise<void> {
  // Put in when it is built: Next.js builds this for a runtime without Node's modules as well.
  // biome-ignore lint/style/noProcessEnv: it is no setting.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { noteHops } = await import("./lib/hops.ts");
  const { allowSlowUploads } = await import("./lib/slow-uploads.ts");
  noteHops();
  allowSlowUploads();
}
