import Link from "next/link";

/** The ways on from the page. */
export function Footer() {
  return (
    <footer>
      <nav aria-label="More" className="flex flex-wrap gap-x-6 gap-y-2 text-soft">
        <Link href="/keys" className="underline hover:text-accent">
          API keys
        </Link>
        <a href="/api/docs" className="underline hover:text-accent">
          API documentation
        </a>
      </nav>
    </footer>
  );
}
