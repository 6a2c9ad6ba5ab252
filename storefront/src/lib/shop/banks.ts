import "server-only";
import { callBackend } from "@/lib/backend";

export type Bank = { bin: string; name: string };

/** The banks an account can be named at. None where the backend does not say: the form then asks to come back. */
export async function listBanks(locale: string): Promise<Bank[]> {
  return (await callBackend<{ banks: Bank[] }>("/store/banks", { locale }).catch(() => null))?.banks ?? [];
}
