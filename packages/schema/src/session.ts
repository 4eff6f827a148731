import { z } from "zod";

export const signInSchema = z
  .strictObject({
    accessToken: z
      .string("Send the installation's access token as a text.")
      .min(1, "The access token is missing.")
      .max(1_000),
  })
  .meta({ id: "SignIn" });

export const signOutSchema = z
  .strictObject({
    forget: z
      .boolean("forget is true or false.")
      .default(false)
      .describe(
        "Whether the browser is to lose its session as well, and with it the way to what the session has. Where no access token is needed it always does.",
      ),
  })
  .meta({ id: "SignOut" });

export const sessionSchema = z
  .object({
    /** Whether this installation is only for those who know its access token. */
    accessTokenNeeded: z.boolean(),
    /** Whether the one who asks may use it: always, where no token is needed. */
    signedIn: z.boolean(),
  })
  .meta({ id: "Session" });

export type Session = z.infer<typeof sessionSchema>;
