import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Stars } from "@/components/ui/stars";
import { formatDate } from "@/lib/format/date";
import type { GiBadge, MarkBadge, OcopBadge, QualityBadge } from "@/lib/types";
import { Facts } from "./facts";
import { QualityProofs } from "./quality-proofs";

/** Who certified what, by which decision, until when; one tap to the proof. Lapsed is shown as lapsed. */
export function TrustBlock({ ocop, gi, mark, quality }: { ocop: OcopBadge | null; gi: GiBadge | null; mark: MarkBadge | null; quality: QualityBadge[] }) {
  const t = useTranslations("shop.listing");
  return (
    <section aria-labelledby="trust" data-testid="trust-block" className="flex flex-col gap-4 rounded border border-line bg-card p-4">
      <h2 id="trust" className="text-indigo-800">
        {t("trust")}
      </h2>
      {ocop ? <OcopProof ocop={ocop} /> : <p className="text-ink-soft">{t("trustNone")}</p>}
      {gi ? <OriginProof badge={gi} kind={null} href={`/chi-dan-dia-ly/${gi.gi_handle}`} /> : null}
      {mark ? <OriginProof badge={mark} kind={mark.kind} href={`/nhan-hieu/${mark.mark_handle}`} /> : null}
      <QualityProofs papers={quality} />
    </section>
  );
}

function OcopProof({ ocop }: { ocop: OcopBadge }) {
  const t = useTranslations("shop.listing");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3">
      {ocop.stars ? (
        <div className="flex flex-col gap-1">
          <Stars count={ocop.stars} className="text-base" />
          <h3 className="sr-only">{t("trustStars", { stars: ocop.stars })}</h3>
        </div>
      ) : (
        <div>
          <h3 className="flex items-center gap-2 text-brick-600">
            <Icon name="warning" className="size-5" />
            {t("trustLapsed")}
          </h3>
          <p>{ocop.status === "revoked" ? t("trustRevokedText") : t("trustLapsedText", { date: formatDate(ocop.expires_on, locale) })}</p>
        </div>
      )}
      <Facts
        facts={[
          { term: t("trustProduct"), value: ocop.product_name },
          { term: t("trustProducer"), value: ocop.producer_name },
          { term: t("trustIssuer"), value: ocop.issued_by },
          { term: t("trustDecision"), value: ocop.decision_no },
          { term: t("trustIssued"), value: formatDate(ocop.issued_on, locale) },
          { term: t("trustExpires"), value: formatDate(ocop.expires_on, locale) },
        ]}
      />
      <div>
        <ButtonLink href={`/xac-thuc/${encodeURIComponent(ocop.certificate_code)}`} variant="secondary" data-testid="certificate-link">
          <Icon name="document" className="size-5" />
          {t("trustOpen")}
        </ButtonLink>
      </div>
    </div>
  );
}

type Origin = { badge: Omit<GiBadge, "gi_handle"> & { owner?: string | null }; kind: MarkBadge["kind"] | null; href: string };

/** The right to bear an indication, or a mark, which is another thing. */
function OriginProof({ badge, kind, href }: Origin) {
  const t = useTranslations("shop.listing");
  const kinds = useTranslations("common.signKind");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4" data-testid={kind ? "mark-block" : "gi-block"}>
      <h3 className="flex items-center gap-2 text-indigo-800">
        <Icon name="place" className="size-5" />
        {kind ? t("markTitle", { kind: kinds(kind).toLowerCase(), name: badge.name }) : t("giTitle", { name: badge.name })}
      </h3>
      <Facts
        facts={[
          { term: t("markOwner"), value: badge.owner },
          { term: t("giDocument"), value: badge.document_no },
          { term: t("trustIssuer"), value: badge.issued_by },
          { term: t("trustExpires"), value: badge.expires_on ? formatDate(badge.expires_on, locale) : null },
        ]}
      />
      <div>
        <ButtonLink href={href} variant="secondary">
          <Icon name="place" className="size-5" />
          {t(kind ? "markOpen" : "giOpen")}
        </ButtonLink>
      </div>
    </div>
  );
}
