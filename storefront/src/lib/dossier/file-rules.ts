/** What the backend takes (it looks into the files; this only spares a journey that cannot succeed). */
export const largestFileBytes = 10 * 1024 * 1024;
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,image/jpeg,image/png,image/webp,application/pdf";

/** `480 KB`, `1,2 MB` (in English `1.2 MB`). */
export function fileSize(bytes: number, locale: string): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const megabytes = (bytes / (1024 * 1024)).toFixed(1);
  return `${locale === "en" ? megabytes : megabytes.replace(".", ",")} MB`;
}
