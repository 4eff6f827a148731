import { Studio } from "../features/captions/studio.tsx";

export default function Page() {
  return <Studio />;
}
