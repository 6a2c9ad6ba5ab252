import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { callBackend } from "@/lib/backend";
import type { Unit } from "@/lib/types";

/** For the ministry, whose area is the whole country. */
export async function ProvinceList() {
  const [t, locale] = await Promise.all([getTranslations("official.ministry"), getLocale()]);
  const { units } = await callBackend<{ units: Unit[] }>("/store/administrative-units/provinces", { locale });
  if (units.length === 0) return <Message title={t("empty")} headingLevel={1} />;
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <ul className="columns-1 gap-6 sm:columns-2 lg:columns-3">
        {units.map((unit) => (
          <li key={unit.code}>
            <Link href={`/dieu-hanh/${unit.code}`} className="inline-flex min-h-11 items-center text-link">
              {unit.name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
