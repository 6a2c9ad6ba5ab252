import { getLocale, getTranslations } from "next-intl/server";
import { DeadlineText } from "@/components/dossier/deadline-text";
import { StateBadge } from "@/components/dossier/state-badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { loadDossiers } from "@/lib/seller/dossier/load";

/** The producer's dossiers: those that wait for them first, then the others, the latest first. */
export async function OwnDossiers() {
  const [t, locale, { dossiers }] = await Promise.all([getTranslations("dossier"), getLocale(), loadDossiers("/ban-hang/ho-so")]);
  const start = (
    <ButtonLink href="/ban-hang/ho-so/moi" size="large" wide data-testid="new-dossier">
      {t("list.new")}
    </ButtonLink>
  );
  if (dossiers.length === 0) {
    return (
      <Message title={t("list.empty")} text={t("list.emptyText")}>
        {start}
      </Message>
    );
  }
  const mine = (dossier: (typeof dossiers)[number]) => Number(dossier.acts.includes("submit"));
  const sorted = [...dossiers].sort((a, b) => mine(b) - mine(a) || b.updated_at.localeCompare(a.updated_at));
  return (
    <>
      <IllustrativeBanner show={dossiers.some((dossier) => dossier.illustrative)} />
      {start}
      <ul className="flex flex-col gap-3">
        {sorted.map((dossier) => (
          <li key={dossier.id}>
            <Card className="flex flex-col gap-1" data-testid="dossier-card">
              <div className="flex flex-wrap gap-2">
                <StateBadge state={dossier.state} star={dossier.star} />
              </div>
              <h2>
                <Link href={`/ban-hang/ho-so/${dossier.id}`} className="inline-flex min-h-11 items-center text-link">
                  {dossier.product_name ?? t("noName")}
                </Link>
              </h2>
              <p className="text-sm text-ink-soft">
                {t(`kinds.${dossier.kind}`)} · {t("setName", { no: dossier.product_set.set_no, name: dossier.product_set.name })}
              </p>
              <p>{t(`states.${dossier.state}.next`)}</p>
              {dossier.deadline ? <DeadlineText deadline={dossier.deadline} forProducer /> : null}
              <p className="text-sm text-ink-soft">{t("list.updated", { date: formatDate(dossier.updated_at, locale) })}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
