/** Sends a scan through our own address. Null when it arrived, else why not, as far as the backend said it in words. */
export async function sendEvidence(id: string, file: Blob, language: string): Promise<{ message: string | null } | null> {
  try {
    const response = await fetch(`/api/seller/certificates/${encodeURIComponent(id)}`, {
      method: "POST",
      body: file,
      headers: { "content-type": "application/octet-stream", "x-reader-language": language },
    });
    if (response.ok) return null;
    const { message } = (await response.json().catch(() => ({}))) as { message?: string };
    return { message: message ?? null };
  } catch {
    return { message: null };
  }
}
