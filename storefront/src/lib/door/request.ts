import "server-only";
import type { z } from "zod";
import { callBackend } from "@/lib/backend";
import { BackendError, BackendUnreachable } from "@/lib/backend-error";

/** What the backend answered: the data, or why not, in words and fields of the reader's language. */
export type Answer<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      status: number;
      code: string;
      message: string;
      fields: Record<string, string>;
      /** The whole refusal, for those that carry more than a sentence. */
      body: Record<string, unknown>;
    };

export type DoorRequest<T> = {
  path: string;
  locale: string;
  schema: z.ZodType<T>;
  token?: string;
  query?: Record<string, string | number | undefined>;
  /** Given: POST with this JSON body. */
  body?: object;
  /** DELETE takes something away; otherwise the body decides between POST and GET. */
  method?: "DELETE";
  headers?: Record<string, string>;
};

/**
 * One call to the seller's or the official's API. A refusal is an answer, not an exception, because the forms
 * show it; an unreachable backend has status 0 and code `network`. An answer of another shape than `schema` throws.
 */
export async function doorRequest<T>({ path, schema, body, method, ...rest }: DoorRequest<T>): Promise<Answer<T>> {
  try {
    const answer = await callBackend<unknown>(path, { ...rest, body, method: method ?? (body ? "POST" : "GET") });
    return { ok: true, data: schema.parse(answer) };
  } catch (error) {
    if (error instanceof BackendError) {
      const body = typeof error.body === "object" && error.body !== null ? { ...error.body } : {};
      return { ok: false, status: error.status, code: error.code, message: error.message, fields: error.fields, body };
    }
    if (error instanceof BackendUnreachable) {
      return { ok: false, status: 0, code: "network", message: "", fields: {}, body: {} };
    }
    throw error;
  }
}
