/** `refused`: the file itself is not wanted, so that sending it again cannot help. */
export type UploadProblem = "network" | "session" | "refused" | "other";
export type UploadResult =
  | { ok: true; mediaId: string }
  | { ok: false; problem: UploadProblem; message: string | null };

/** Sends one photograph through our own address. What the backend says about a refusal is passed on. */
export async function uploadPhoto(blob: Blob, filename: string, language: string): Promise<UploadResult> {
  const form = new FormData();
  form.append("file", blob, filename);
  let response: Response;
  try {
    response = await fetch("/api/seller/media", {
      method: "POST",
      body: form,
      headers: { "x-reader-language": language },
    });
  } catch {
    return { ok: false, problem: "network", message: null };
  }
  const answer: unknown = await response.json().catch(() => null);
  const mediaId = mediaIdOf(answer);
  if (response.ok && mediaId) return { ok: true, mediaId };
  if (response.status === 401) return { ok: false, problem: "session", message: null };
  if (response.status === 502 || response.status === 504) return { ok: false, problem: "network", message: null };
  const refused = [400, 413, 415, 422].includes(response.status);
  return { ok: false, problem: refused ? "refused" : "other", message: messageOf(answer) };
}

function mediaIdOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("media" in answer)) return null;
  const { media } = answer;
  if (typeof media !== "object" || media === null || !("id" in media)) return null;
  return typeof media.id === "string" ? media.id : null;
}

function messageOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("message" in answer)) return null;
  return typeof answer.message === "string" ? answer.message : null;
}
