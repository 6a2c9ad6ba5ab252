import "server-only";
import { cache } from "react";
import { buyerDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { doorToken } from "@/lib/door/session";
import { type Buyer, buyerAnswer } from "./buyer-schema";

/** Who is logged in, for pages that also serve guests; null for them, and when the account can't be asked. */
export const currentBuyer = cache(async (locale: string): Promise<Buyer | null> => {
  const token = await doorToken(buyerDoor);
  if (!token) return null;
  const answer = await doorRequest({ path: "/buyer/me", schema: buyerAnswer, token, locale });
  return answer.ok ? answer.data.buyer : null;
});
