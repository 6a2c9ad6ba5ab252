import "server-only";
import { readFileSync } from "node:fs";
import Medusa from "@medusajs/js-sdk";
import { BackendError, BackendUnreachable } from "./backend-error";

/** Where the backend listens. Read at run time, so one build serves every installation. */
export function backendUrl(): string {
  return process.env.BACKEND_URL ?? "http://localhost:9000";
}

export function isSandbox(): boolean {
  return process.env.SANDBOX === "true";
}

function publishableKey(): string {
  if (process.env.PUBLISHABLE_KEY) return process.env.PUBLISHABLE_KEY;
  const file = process.env.PUBLISHABLE_KEY_FILE;
  if (!file) throw new Error("PUBLISHABLE_KEY or PUBLISHABLE_KEY_FILE must be set");
  return readFileSync(file, "utf8").trim();
}

type Reader = { locale: string; token?: string };

/** A Medusa client for this one request: it is never kept, so nobody's token can leak to somebody else. */
export function medusa({ locale, token }: Reader): Medusa {
  return new Medusa({
    baseUrl: backendUrl(),
    publishableKey: publishableKey(),
    auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
    globalHeaders: { "accept-language": locale, ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });
}

/** What a request to the public API carries. */
export function storeHeaders(locale: string): Record<string, string> {
  return { "accept-language": locale, "x-publishable-api-key": publishableKey() };
}

type Query = Record<string, string | number | boolean | undefined | null>;
type CallOptions = Reader & {
  method?: "GET" | "POST" | "DELETE";
  query?: Query;
  /** A plain object is sent as JSON, FormData as it is. */
  body?: object | FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/**
 * Calls one of our own routes and returns its JSON.
 * Throws BackendError with the route's code, sentence and fields, or BackendUnreachable.
 */
export async function callBackend<T>(path: string, options: CallOptions): Promise<T> {
  const { locale, token, method = "GET", query = {}, body, headers, signal } = options;
  const url = new URL(path, backendUrl());
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") url.searchParams.set(name, String(value));
  }
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      cache: "no-store",
      signal: signal ?? AbortSignal.timeout(20_000),
      headers: {
        accept: "application/json",
        "accept-language": locale,
        ...(path.startsWith("/store/") ? { "x-publishable-api-key": publishableKey() } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body && !isForm ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: body ? (isForm ? body : JSON.stringify(body)) : undefined,
    });
  } catch (error) {
    throw new BackendUnreachable(error);
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw BackendError.from(response.status, answer);
  return answer as T;
}

/** The same, but "there is no such thing" (404) is an answer: null. */
export async function callBackendOrNull<T>(path: string, options: CallOptions): Promise<T | null> {
  try {
    return await callBackend<T>(path, options);
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null;
    throw error;
  }
}
