import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/link";
import { formatPhone } from "@/lib/format/phone";
import { loadMe } from "@/lib/seller/load";
import { maskAccount } from "@/lib/seller/money-summary";

/** The shop as the register has it, and the account the money goes to, of which only the end is shown. */
export async function ShopInfo() {
  const [t, kinds, { member, seller }] = await Promise.all([
    getTranslations("seller.more"),
    getTranslations("common.sellerKind"),
    loadMe("/ban-hang/them"),
  ]);
  const place = [seller.commune, seller.province].flatMap((unit) => (unit ? [unit.full_name ?? unit.name] : [])).join(", ");
  return (
    <>
      <Card className="flex flex-col gap-2">
        <h2>{seller.name}</h2>
        <dl className="flex flex-col gap-2">
          <Fact name={t("kind")}>{kinds(seller.kind)}</Fact>
          {place ? <Fact name={t("place")}>{place}</Fact> : null}
          <Fact name={t("loggedInAs")}>{[member.name, formatPhone(member.phone)].filter(Boolean).join(", ")}</Fact>
        </dl>
        <Link href={`/gian-hang/${seller.handle}`} className="inline-flex min-h-12 items-center self-start text-link">
          {t("seeShop")}
        </Link>
      </Card>
      <Card className="flex flex-col gap-2">
        <h2>{t("bank")}</h2>
        {seller.bank ? (
          <>
            <dl className="flex flex-col gap-2">
              {seller.bank.bank_name ? <Fact name={t("bankName")}>{seller.bank.bank_name}</Fact> : null}
              <Fact name={t("accountNumber")}>
                <span data-testid="bank-account">{maskAccount(seller.bank.account_number)}</span>
              </Fact>
              {seller.bank.account_name ? <Fact name={t("accountName")}>{seller.bank.account_name}</Fact> : null}
            </dl>
            <p className="text-sm text-ink-soft">{t("bankChange")}</p>
          </>
        ) : (
          <p>{t("noBank")}</p>
        )}
      </Card>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
