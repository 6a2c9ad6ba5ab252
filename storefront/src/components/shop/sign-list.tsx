import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/link";
import { signHref } from "@/lib/shop/sign-href";
import type { SignSummary } from "@/lib/types";

/** Indications or marks side by side: never both under one heading. */
export function SignList({ title, text, signs }: { title: string; text?: string; signs: SignSummary[] }) {
  const t = useTranslations("shop.gi");
  const kinds = useTranslations("common.signKind");
  if (signs.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <div className="max-w-prose">
        <h2>{title}</h2>
        {text ? <p className="text-ink-soft">{text}</p> : null}
      </div>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {signs.map((sign) => (
          <li key={sign.handle} data-testid="sign" data-kind={sign.kind} className="border-b border-line py-3">
            <Link href={signHref(sign)} className="inline-flex min-h-8 items-center font-semibold text-link">
              {sign.kind === "geographical_indication" ? t("nameAndProduct", { name: sign.name, product: sign.product }) : sign.name}
            </Link>
            <p className="text-sm text-ink-soft">
              {[sign.kind === "geographical_indication" ? null : kinds(sign.kind), ...sign.provinces.map(({ name }) => name)].filter(Boolean).join(" · ")}
            </p>
            <p className="mt-1 flex flex-wrap gap-2">
              {sign.users_count > 0 ? <Badge tone="indigo">{t("usersCount", { count: sign.users_count })}</Badge> : null}
              {sign.confirmed ? null : <Badge>{t("notConfirmedShort")}</Badge>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
