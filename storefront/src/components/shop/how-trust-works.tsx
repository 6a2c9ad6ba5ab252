import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/i18n/link";

const reasons: { icon: IconName; title: "trustStars" | "trustMoney" | "trustPlace" }[] = [
  { icon: "document", title: "trustStars" },
  { icon: "money", title: "trustMoney" },
  { icon: "place", title: "trustPlace" },
];

export function HowTrustWorks() {
  const t = useTranslations("shop.home");
  return (
    <section aria-labelledby="trust" className="mt-12 border-t border-line pt-6">
      <h2 id="trust" className="text-indigo-800">
        {t("trust")}
      </h2>
      <ul className="mt-4 grid gap-6 sm:grid-cols-3">
        {reasons.map(({ icon, title }) => (
          <li key={title} className="flex gap-3">
            <Icon name={icon} className="mt-0.5 size-6 text-indigo-800" />
            <div>
              <h3>{t(title)}</h3>
              <p className="text-ink-soft">{t(`${title}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <Link href="/so-ocop" className="inline-flex min-h-11 items-center text-link">
          {t("register")}
        </Link>
        <Link href="/xac-thuc" className="inline-flex min-h-11 items-center text-link">
          {t("check")}
        </Link>
      </p>
    </section>
  );
}
