import Link from "next/link";
import { SignOut } from "../sign-in/sign-out.tsx";

/** The ways on from the page, and out of it. */
export function Footer() {
  return (
    <footer className="flex flex-wrap gap-x-6 text-soft">
      <nav aria-label="More" className="flex flex-wrap gap-x-6">
        <Link href="/keys" className="link">
          API keys
        </Link>
        <a href="/api/docs" className="link">
          API documentation
        </a>
      </nav>
      <SignOut />
    </footer>
  );
}
