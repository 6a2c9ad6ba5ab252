"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { localeHref } from "@/i18n/locale-href";
import { backendUrl, isSandbox } from "@/lib/backend";
import { doors } from "./doors";
import type { LoginState } from "./form-state";
import { toE164 } from "./phone";
import { doorRequest } from "./request";
import { safeReturnPath } from "./return-path";
import { dropToken, keepToken } from "./session";
import { leaveNothing, takeAlong } from "@/lib/shop/buyer-session";

const loginInput = z.object({
  door: z.enum(["seller", "official", "buyer"]),
  next: z.string().max(400).catch(""),
  intent: z.enum(["code", "session", "change"]),
  phone: z.string().max(40),
  code: z.string().max(20).catch(""),
});
const codeSent = z.object({ resend_after_seconds: z.number().min(0).max(3600).catch(60) });
const session = z.object({ token: z.string().min(1) });

/** Both steps of the login: ask for a code, then trade phone and code for a session. Keeps what was typed. */
export async function logIn(previous: LoginState, form: FormData): Promise<LoginState> {
  const t = await getTranslations("seller.form");
  const input = loginInput.safeParse({
    door: form.get("door"),
    next: form.get("next"),
    intent: form.getAll("intent").at(-1),
    phone: form.get("phone"),
    code: form.get("code") ?? "",
  });
  if (!input.success) return { ...previous, error: t("refused"), fields: {} };
  const { intent, phone, code, next } = input.data;
  const door = doors[input.data.door];
  const typed: LoginState = { ...previous, phone, code, error: null, fields: {} };
  if (intent === "change") return { ...typed, step: "phone", code: "" };

  const e164 = toE164(phone);
  if (!e164) return { ...typed, step: "phone", fields: { phone: t("phoneInvalid") } };
  const locale = await getLocale();
  const reader = { locale, headers: await askedFrom() };

  if (intent === "code") {
    const sent = await doorRequest({ path: `${door.api}/auth/code`, body: { phone: e164 }, schema: codeSent, ...reader });
    if (!sent.ok) return { ...typed, ...refusal(sent, t) };
    return {
      ...typed,
      step: "code",
      code: "",
      resendAfterSeconds: sent.data.resend_after_seconds,
      sentAt: Date.now(),
      sandboxUrl: isSandbox() ? `${backendUrl()}/sandbox/messages?to=${encodeURIComponent(e164)}` : null,
    };
  }

  const digits = code.replace(/\s/g, "");
  if (!/^\d{4,8}$/.test(digits)) return { ...typed, fields: { code: t("codeInvalid") } };
  const opened = await doorRequest({
    path: `${door.api}/auth/session`,
    body: { phone: e164, code: digits },
    schema: session,
    ...reader,
  });
  if (!opened.ok) return { ...typed, ...refusal(opened, t) };
  await keepToken(door, opened.data.token);
  if (door === doors.buyer) await takeAlong(opened.data.token, locale);
  redirect(localeHref(locale, safeReturnPath(next, door.path)));
}

/** The backend limits guesses per address, so it must hear the person's address, not this server's. */
async function askedFrom(): Promise<Record<string, string>> {
  const address = (await headers()).get("x-forwarded-for");
  return address ? { "x-forwarded-for": address } : {};
}

function refusal(
  answer: { status: number; message: string; fields: Record<string, string> },
  t: (key: "network" | "refused") => string,
) {
  const own = Object.keys(answer.fields).some((field) => field === "phone" || field === "code");
  const message = answer.status === 0 ? t("network") : answer.message || t("refused");
  return { fields: answer.fields, error: own ? null : message };
}

export async function logOut(form: FormData): Promise<void> {
  const named = z.enum(["seller", "official", "buyer"]).safeParse(form.get("door"));
  const door = doors[named.success ? named.data : "seller"];
  await dropToken(door);
  if (door === doors.buyer) await leaveNothing();
  redirect(localeHref(await getLocale(), `${door.path}/dang-nhap`));
}
