"use client";

import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useSignInNeeded } from "../../lib/sign-in-state.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks for the access token where the service does; what was on the page stays as it was, out of sight. */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const needed = useSignInNeeded();
  const page = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The form goes with the focus in it: whoever has signed in begins at the top of the page.
    if (asked.current && !needed) focusHeading(page.current);
    asked.current = needed;
  }, [needed]);
  return (
    <>
      {needed && <SignInForm />}
      <div ref={page} hidden={needed}>
        {children}
      </div>
    </>
  );
}

function focusHeading(page: HTMLElement | null) {
  const heading = page?.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
