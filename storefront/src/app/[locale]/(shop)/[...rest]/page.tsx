import { notFound } from "next/navigation";

/** Any address nobody answers: the not-found page in the reader's language. */
export default function UnknownAddress() {
  notFound();
}
