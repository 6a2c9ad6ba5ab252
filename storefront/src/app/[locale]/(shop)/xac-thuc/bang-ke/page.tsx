import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EvidenceDetails } from "@/components/shop/evidence-details";
import { VerdictBand, type VerdictTone } from "@/components/shop/verdict-band";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { type EvidenceState, judgeEvidence } from "@/lib/shop/evidence";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ s?: string | string[] }> };

const tones: Record<EvidenceState | "none", VerdictTone> = { genuine: "good", outdated: "waiting", tampered: "bad", unknown_key: "bad", none: "unclear" };

/** Sums of a shop's sales belong to whoever holds the paper, not into a search engine. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.evidence"))("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** What a council sees when it scans the code of a statement of evidence. */
export default async function EvidenceCheckPage({ params, searchParams }: Props) {
  const [t, { locale }, { s }] = await Promise.all([getTranslations("shop.evidence"), params, searchParams]);
  const verdict = typeof s === "string" && s ? await judgeEvidence(s, locale) : null;
  const state = verdict?.state ?? "none";
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <IllustrativeBanner show={verdict?.statement?.illustrative ?? false} />
      <VerdictBand tone={tones[state]} data-testid="evidence-verdict" data-state={state}>
        <h1>{t(`state.${state}`)}</h1>
        <p>{t(`stateText.${state}`)}</p>
      </VerdictBand>
      {verdict?.statement ? <EvidenceDetails verdict={{ ...verdict, statement: verdict.statement }} /> : null}
    </div>
  );
}
