import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { askCouncils } from "@/lib/official/dossier/load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dossier.councils");
  return { title: t("title"), robots: { index: false } };
}

/** The councils of the area: who sits in them, by which decision. */
export default async function CouncilsPage() {
  const [t, people, locale, answer] = await Promise.all([
    getTranslations("dossier.councils"),
    getTranslations("dossier.people"),
    getLocale(),
    askCouncils("/dieu-hanh/hoi-dong"),
  ]);
  if (!answer.ok && answer.status !== 403) throw new Error(`councils answered ${answer.status} ${answer.code}`);
  if (!answer.ok) return <Message title={t("notYours")} text={answer.message} headingLevel={1} />;
  const { councils } = answer.data;
  const appoint = (
    <ButtonLink href="/dieu-hanh/hoi-dong/moi" size="large" className="self-start" data-testid="new-council">
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <IllustrativeBanner show={councils.some((council) => council.illustrative)} />
      <h1 className="text-indigo-800">{t("title")}</h1>
      {councils.length === 0 ? (
        <Message title={t("none")} text={t("noneText")}>
          {appoint}
        </Message>
      ) : (
        appoint
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {councils.map((council) => (
          <li key={council.id}>
            <Card className="flex flex-col gap-2" data-testid={`council-${council.id}`}>
              <h2>
                <Link href={`/dieu-hanh/hoi-dong/${council.id}`} className="inline-flex min-h-11 items-center text-link">
                  {council.name}
                </Link>
              </h2>
              <p className="text-sm text-ink-soft">
                {council.decision_no && council.decided_on ? t("decision", { no: council.decision_no, date: formatDate(council.decided_on, locale) }) : t("noDecision")} · {t("open", { count: council.open_dossiers })}
              </p>
              <ul>
                {council.members.map((member) => (
                  <li key={member.official_id} className="text-sm">
                    <span className="font-semibold">{member.name}</span>, {[people(`roles.${member.role}`), member.organisation].filter(Boolean).join(", ")}
                  </li>
                ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
