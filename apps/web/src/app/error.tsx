"use client";

import { PlainPage } from "../ui/plain-page.tsx";

/** Instead of a page that failed in the browser, which would otherwise be gone without a word. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <PlainPage heading="Something went wrong on this page">
      <p className="text-soft">
        Captions that were finished are kept: they are in the history once the page is back.
      </p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-main" onClick={reset}>
          Try again
        </button>
        {/* Where a script is missing, trying again fails again. */}
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      </div>
    </PlainPage>
  );
}
