import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ComponentType, ReactNode } from "react";
import { pickMessages, type Messages } from "./pick-messages";

// next-intl is typed against the React of the admin (18); its `children` are the same thing.
const Provider = NextIntlClientProvider as unknown as ComponentType<{ messages: Messages; children: ReactNode }>;

/**
 * Hands the named namespaces (`"common.client"`, `"seller.form"`) to the client components below,
 * and nothing else: every message sent is weight on a phone.
 */
export async function ClientMessages({ namespaces, children }: { namespaces: string[]; children: ReactNode }) {
  const messages = pickMessages(await getMessages(), namespaces);
  return <Provider messages={messages}>{children}</Provider>;
}
