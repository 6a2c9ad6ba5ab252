import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddressBook } from "@/components/account/address-book";
import { NameForm } from "@/components/account/name-form";
import { OwnOrders } from "@/components/account/own-orders";
import { LogOutForm } from "@/components/door/log-out-form";
import { Card } from "@/components/ui/card";
import { buyerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { formatPhone } from "@/lib/format/phone";
import { buyerAnswer, ordersAnswer } from "@/lib/shop/buyer-schema";

type Props = { searchParams: Promise<{ them?: string; trang?: string }> };

const here = "/tai-khoan";
const pageSize = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("buyer.account");
  return { title: t("title"), robots: { index: false } };
}

export default async function AccountPage({ searchParams }: Props) {
  const { them, trang } = await searchParams;
  const page = /^[1-9]\d{0,3}$/.test(trang ?? "") ? Number(trang) : 1;
  const query = { limit: pageSize, offset: (page - 1) * pageSize };
  // One after the other: without a session the first already leads to the login page.
  const { buyer } = await loadDoor(buyerDoor, { path: "/buyer/me", schema: buyerAnswer, here });
  const [t, orders] = await Promise.all([getTranslations("buyer.account"), loadDoor(buyerDoor, { path: "/buyer/order-groups", schema: ordersAnswer, here, query })]);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <h1>{buyer.name ? t("hello", { name: buyer.name }) : t("title")}</h1>
      <OwnOrders orders={orders} page={page} pageSize={pageSize} claimed={them} />
      <AddressBook addresses={buyer.addresses} />
      <Card className="flex flex-col gap-3">
        <h2>{t("you")}</h2>
        <p>
          <span className="block text-sm text-ink-soft">{t("phone")}</span>
          <span data-testid="account-phone">{formatPhone(buyer.phone)}</span>
        </p>
        <NameForm name={buyer.name ?? ""} words={{ name: t("name"), save: t("saveName"), saving: t("saving"), saved: t("nameSaved") }} />
      </Card>
      <div>
        <LogOutForm door={buyerDoor} label={t("logout")} />
        <p className="text-sm text-ink-soft">{t("logoutText")}</p>
      </div>
    </div>
  );
}
