"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-field";
import { formatDate } from "@/lib/format/date";
import type { PublishedKey, Verify } from "@/lib/verification/check-statement";
import { judgeOffline, todayInVietnam, type OfflineVerdict } from "@/lib/verification/offline-verdict";
import { loadVerifier } from "@/lib/verification/verify-ed25519";
import { Facts } from "./facts";
import { LabelPhoto } from "./label-photo";
import { VerdictBand, type VerdictTone } from "./verdict-band";

const tones: Record<OfflineVerdict["state"], VerdictTone> = { in_term: "good", ended: "waiting", other_certificate: "bad", tampered: "bad", unknown_key: "bad", no_statement: "unclear" };

/** Checks the signature of a label on this device. Once it says it is ready, it needs no network. */
export function OfflineCheck({ keys }: { keys: PublishedKey[] }) {
  const t = useTranslations("shop.offline");
  const [verify, setVerify] = useState<Verify | null>(null);
  const [failed, setFailed] = useState(false);
  const [text, setText] = useState("");
  const [verdict, setVerdict] = useState<OfflineVerdict | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    loadVerifier().then(
      (loaded) => setVerify(() => loaded.verify),
      () => setFailed(true),
    );
  }, []);
  useEffect(() => answer.current?.focus(), [verdict]);
  async function check(given: string) {
    if (!verify) return;
    setText(given);
    setVerdict(await judgeOffline(given, keys, todayInVietnam(), verify));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void check(text);
  }
  return (
    <div className="flex flex-col gap-4">
      <p role="status" data-testid="offline-ready" data-ready={verify !== null} className="flex items-center gap-2 text-sm font-semibold text-tea-700">
        {verify ? <Icon name="check" className="size-5" /> : null}
        {verify ? t("ready") : failed ? t("notReady") : t("loading")}
      </p>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextArea label={t("field")} hint={t("hint")} name="label" value={text} onChange={(event) => setText(event.target.value)} maxLength={1_500} spellCheck={false} autoComplete="off" required />
        <div>
          <Button type="submit" disabled={!verify}>
            {t("check")}
          </Button>
        </div>
      </form>
      <LabelPhoto onText={(given) => void check(given)} words={{ action: t("photo"), reading: t("photoReading"), none: t("photoNone"), unready: t("photoUnready") }} />
      {verdict ? (
        <div ref={answer} tabIndex={-1} aria-live="polite" className="flex flex-col gap-4">
          <Verdict verdict={verdict} />
        </div>
      ) : null}
    </div>
  );
}

function Verdict({ verdict: { state, statement, keyId } }: { verdict: OfflineVerdict }) {
  const t = useTranslations("shop.offline");
  const locale = useLocale();
  return (
    <>
      <VerdictBand tone={tones[state]} data-testid="offline-verdict" data-state={state}>
        <h2>{t(`state.${state}`)}</h2>
        <p>{t(`stateText.${state}`, { date: statement ? formatDate(statement.expires, locale) : "", code: statement?.code ?? "" })}</p>
      </VerdictBand>
      {statement ? (
        <Facts
          facts={[
            { term: t("product"), value: statement.product },
            { term: t("producer"), value: statement.producer },
            { term: t("star"), value: t("stars", { star: statement.star }) },
            { term: t("issuer"), value: statement.issuer },
            { term: t("decision"), value: statement.decision },
            { term: t("issued"), value: formatDate(statement.issued, locale) },
            { term: t("expires"), value: formatDate(statement.expires, locale) },
            { term: t("code"), value: statement.code },
            { term: t("key"), value: keyId },
            { term: t("illustrative"), value: statement.illustrative ? t("illustrativeText") : null },
          ]}
        />
      ) : null}
    </>
  );
}
