import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { localeHref } from "@/i18n/locale-href";
import { secureCookies } from "@/lib/cookie-options";
import type { Door } from "./doors";
import { type Answer, doorRequest } from "./request";
import { safeReturnPath } from "./return-path";
import { tokenLifetimeSeconds } from "./token";

const fallbackLifetimeSeconds = 24 * 60 * 60;

/** The person's token, read from their own cookie on every request and kept nowhere else. */
export async function doorToken(door: Door): Promise<string | undefined> {
  return (await cookies()).get(door.cookie)?.value;
}

export async function keepToken(door: Door, token: string): Promise<void> {
  const jar = await cookies();
  jar.set(door.cookie, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: tokenLifetimeSeconds(token, Date.now()) ?? fallbackLifetimeSeconds,
  });
}

export async function dropToken(door: Door): Promise<void> {
  (await cookies()).delete(door.cookie);
}

/** For the top of a page: nobody without a token sees even the frame of it. */
export async function requireToken(door: Door, here: string): Promise<string> {
  return (await doorToken(door)) ?? askToLogIn(door, here, false);
}

/** Sends the person to the door's login page, and back to `here` afterwards. */
export async function askToLogIn(door: Door, here: string, expired: boolean): Promise<never> {
  const query = new URLSearchParams({ next: safeReturnPath(here, door.path) });
  if (expired) query.set("expired", "1");
  redirect(`${localeHref(await getLocale(), `${door.path}/dang-nhap`)}?${query}`);
}

type Call<T> = {
  path: string;
  schema: z.ZodType<T>;
  /** The page to come back to when the session has ended. */
  here: string;
  query?: Record<string, string | number | undefined>;
  body?: object;
  method?: "DELETE";
};

/** A call with the person's token; without one, or with one the backend no longer takes, to the login page. */
export async function callDoor<T>(door: Door, { here, ...call }: Call<T>): Promise<Answer<T>> {
  const token = await requireToken(door, here);
  const answer = await doorRequest({ ...call, token, locale: await getLocale() });
  if (!answer.ok && answer.status === 401) return askToLogIn(door, here, true);
  return answer;
}

/** For pages: the data itself. 404 is the not-found page; anything else goes to the error boundary. */
export async function loadDoor<T>(door: Door, call: Call<T>): Promise<T> {
  const answer = await callDoor(door, call);
  if (answer.ok) return answer.data;
  if (answer.status === 404) notFound();
  throw new Error(`${call.path} answered ${answer.status} ${answer.code}`);
}
