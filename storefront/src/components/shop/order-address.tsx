import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";
import { placeInside } from "@/lib/format/place";
import type { OrderGroup } from "@/lib/types";

export function OrderAddress({ group }: { group: OrderGroup }) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const { address } = group;
  return (
    <section aria-labelledby="address" className="flex flex-col gap-1">
      <h2 id="address" className="text-base">
        {t("address")}
      </h2>
      {address ? (
        <p>
          {address.name} · {formatPhone(address.phone)}
          <br />
          {address.street}, {placeInside(address.commune_name)}, {placeInside(address.province_name)}
          {address.note ? (
            <>
              <br />
              {address.note}
            </>
          ) : null}
        </p>
      ) : null}
      <p className="text-sm text-ink-soft">{t("placedAt", { when: formatDateTime(group.created_at, locale) })}</p>
    </section>
  );
}
