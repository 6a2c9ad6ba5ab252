"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { sendEvidence } from "@/lib/seller/send-evidence";
import { largestEvidenceBytes } from "@/lib/quality-certificate";

/** A scan for a paper that waits; the state of the sending is always in words. */
export function EvidenceUpload({ id, replaces }: { id: string; replaces: boolean }) {
  const t = useTranslations("seller.certificates");
  const form = useTranslations("seller.certificateForm");
  const words = useTranslations("seller.form");
  const locale = useLocale();
  const router = useRouter();
  const [state, setState] = useState<{ sending: boolean; problem: string | null }>({ sending: false, problem: null });

  async function send(file: File) {
    if (file.size > largestEvidenceBytes) return setState({ sending: false, problem: form("fileTooLarge") });
    setState({ sending: true, problem: null });
    const failed = await sendEvidence(id, file, locale);
    setState({ sending: false, problem: failed ? (failed.message ?? words("network")) : null });
    if (!failed) router.refresh();
  }

  return (
    <div>
      <label className={`${buttonClass({ variant: "secondary" })} relative focus-within:outline-3 focus-within:outline-indigo-800`}>
        {state.sending ? t("sendingFile") : t(replaces ? "replaceFile" : "addFile")}
        <input
          type="file"
          accept="application/pdf,image/jpeg,image/png,image/webp"
          disabled={state.sending}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void send(file);
          }}
        />
      </label>
      {state.problem ? (
        <p role="alert" className="mt-1 text-sm font-semibold text-brick-600">
          {state.problem}
        </p>
      ) : null}
    </div>
  );
}
