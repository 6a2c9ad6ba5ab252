import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/format/date";
import { placeTitle } from "@/lib/format/place";
import type { GeographicalIndication } from "@/lib/types";

/** Who has a right in force, by which document, since when. */
export function SignUsers({ users }: { users: GeographicalIndication["users"] }) {
  const t = useTranslations("shop.gi");
  const locale = useLocale();
  return (
    <section aria-labelledby="users" data-testid="sign-users">
      <h2 id="users">{t("users")}</h2>
      {users.length === 0 ? <p className="text-ink-soft">{t("usersEmpty")}</p> : null}
      <ul>
        {users.map((user) => (
          <li key={`${user.document_no}/${user.producer_name}`} className="border-b border-line py-2">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {user.producer_name}
              {user.illustrative ? <Badge tone="honey">{t("illustrative")}</Badge> : null}
            </p>
            <p className="text-sm text-ink-soft">
              {[
                user.commune ? placeTitle(user.commune, locale) : null,
                t("userDocument", { document: user.document_no, issuer: user.issued_by }),
                t("userSince", { date: formatDate(user.issued_on, locale) }),
                user.expires_on ? t("userUntil", { date: formatDate(user.expires_on, locale) }) : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
