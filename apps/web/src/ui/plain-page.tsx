import type { ReactNode } from "react";

interface PlainPageProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** A page that has only something to say, and a way on. */
export function PlainPage({ heading, children }: PlainPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-6">
      <div className="card flex flex-col items-start gap-4">
        <h1 className="font-bold text-2xl tracking-tight">{heading}</h1>
        {children}
      </div>
    </main>
  );
}
