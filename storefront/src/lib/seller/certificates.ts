import "server-only";
import { callBackend } from "@/lib/backend";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { certificatesAnswer, kindsAnswer } from "@/lib/quality-certificate";

export const loadCertificates = async (here: string) =>
  (await loadDoor(sellerDoor, { path: "/seller/quality-certificates", query: { limit: 100 }, schema: certificatesAnswer, here })).quality_certificates;

/** The kinds of papers with how their numbers are written. */
export const loadCertificateKinds = async (locale: string) =>
  kindsAnswer.parse(await callBackend<unknown>("/store/quality-certificate-kinds", { locale })).kinds;
