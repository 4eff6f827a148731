import { z } from "zod";

export const signInSchema = z
  .strictObject({
    accessToken: z
      .string("Send the installation's access token as a text.")
      .min(1, "The access token is missing.")
      .max(1_000),
  })
  .meta({ id: "SignIn" });

export const sessionSchema = z
  .object({
    /** Whether this installation is only for those who know its access token. */
    accessTokenNeeded: z.boolean(),
    /** Whether the one who asks may use it: always, where no token is needed. */
    signedIn: z.boolean(),
  })
  .meta({ id: "Session" });

export type Session = z.infer<typeof sessionSchema>;
