import Link from "next/link";
import { SignOut } from "../sign-in/sign-out.tsx";

/** The ways on from the page, and out of it. */
export function Footer() {
  return (
    <footer className="flex flex-wrap gap-x-6 gap-y-2 text-soft">
      <nav aria-label="More" className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/keys" className="underline hover:text-accent">
          API keys
        </Link>
        <a href="/api/docs" className="underline hover:text-accent">
          API documentation
        </a>
      </nav>
      <SignOut />
    </footer>
  );
}
