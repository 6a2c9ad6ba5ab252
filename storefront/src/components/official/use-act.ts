"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActState } from "@/lib/official/register-acts";

const untouched: ActState = { error: null, fields: {}, code: null, done: false };

/** One act on a register: where it stands, and what came back. A broken connection is a sentence, not a lost form. */
export function useAct() {
  const t = useTranslations("official.rights");
  const router = useRouter();
  const [state, setState] = useState<ActState>(untouched);
  const [working, setWorking] = useState(false);

  async function run(act: () => Promise<ActState>): Promise<boolean> {
    setWorking(true);
    try {
      const answer = await act();
      setState(answer);
      if (answer.done) router.refresh();
      return answer.done;
    } catch (error) {
      unstable_rethrow(error);
      setState({ ...untouched, error: t("failed") });
      return false;
    } finally {
      setWorking(false);
    }
  }

  return { state, working, run };
}
