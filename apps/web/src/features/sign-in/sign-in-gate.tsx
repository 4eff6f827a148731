"use client";

import type { ReactNode } from "react";
import { useSignInNeeded } from "../../lib/sign-in-state.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks for the access token where the service does; what was on the page stays as it was, out of sight. */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const needed = useSignInNeeded();
  return (
    <>
      {needed && <SignInForm />}
      <div hidden={needed}>{children}</div>
    </>
  );
}
