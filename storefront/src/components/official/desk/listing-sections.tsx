import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import type { DeskProduct } from "@/lib/official/register-schemas";
import { ActForm } from "./act-form";
import { Fold } from "@/components/ui/fold";

const line = "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2";

type Props = {
  product: DeskProduct;
  /** Words of a listing that is looked for instead of what is alike. */
  sought?: string;
  /** The address of the page. */
  action: string;
};

/** What the product is on sale as here, what else it may be, and which shops are confirmed as its producer. */
export function ListingSections({ product, sought, action }: Props) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const { id, listings, proposals, owners, sellers } = product;
  const shop = (sellerId: string) => sellers.find((seller) => seller.id === sellerId)?.name ?? sellerId;
  const notYet = sellers.filter((seller) => !owners.some((owner) => owner.seller_id === seller.id));
  return (
    <>
      <section className="flex flex-col gap-2" data-testid="links">
        <h2>{t("links.title")}</h2>
        {listings.length === 0 ? <p className="text-ink-soft">{t("links.none")}</p> : null}
        <ul>
          {listings.map((listing) => (
            <li key={listing.product_id} className={line} data-testid={`linked-${listing.product_id}`}>
              <span>
                {listing.status === "published" ? <Link href={`/san-pham/${listing.handle}`} className="text-link">{listing.title}</Link> : listing.title}
                <span className="block text-sm text-ink-soft">{listing.seller_name} · {t(listing.on_sale ? "links.onSale" : "links.notOnSale")}</span>
              </span>
              <ActForm target={{ act: "unlink", product: id, part: listing.product_id }} submit={t("links.undo")} done={t("links.undone")} look="secondary" data-testid="unlink-form" />
            </li>
          ))}
        </ul>
        {sought || proposals.length > 0 ? <h3>{t(sought ? "links.found" : "links.proposals", { words: sought ?? "" })}</h3> : null}
        {sought && proposals.length === 0 ? <p className="text-ink-soft">{t("links.foundNone")}</p> : null}
        {proposals.length > 0 ? <p className="text-sm text-ink-soft">{t("links.proposalsText")}</p> : null}
        <ul>
          {proposals.map((proposal) => (
            <li key={proposal.product_id} className={line} data-testid={`proposal-${proposal.product_id}`}>
              <span>
                {proposal.title}
                <span className="block text-sm text-ink-soft">{proposal.seller_name} · {t("links.score", { percent: Math.round(proposal.score * 100) })}</span>
              </span>
              <ActForm
                target={{ act: "link", product: id }}
                fields={[{ name: "product_id", kind: "hidden", label: "", value: proposal.product_id }]}
                submit={t("links.confirm")}
                done={t("links.confirmed")}
                look="secondary"
                data-testid="link-form"
              />
            </li>
          ))}
        </ul>
        <form action={action} role="search" aria-label={t("links.search")} className="screen-only flex flex-wrap items-end gap-3">
          <div className="min-w-60 grow">
            <TextField type="search" name="hang" label={t("links.search")} hint={t("links.searchHint")} defaultValue={sought} maxLength={200} />
          </div>
          <Button type="submit" variant="secondary" data-testid="search-listing">{t("links.searchSubmit")}</Button>
        </form>
      </section>
      <section className="flex flex-col gap-2" data-testid="owners">
        <h2>{t("owners.title")}</h2>
        <p className="max-w-prose text-sm text-ink-soft">{t("owners.text")}</p>
        <ul>
          {owners.map((owner) => (
            <li key={owner.id} className={line}>
              <span>
                {shop(owner.seller_id)}
                <span className="block text-sm text-ink-soft">{t("owners.given", { name: owner.given_by_name, date: formatDate(owner.given_on, locale), evidence: owner.evidence })}</span>
              </span>
              <ActForm target={{ act: "end_owner", product: id, part: owner.id }} submit={t("owners.end")} done={t("owners.ended")} look="secondary" data-testid="end-owner-form" />
            </li>
          ))}
        </ul>
        {notYet.length > 0 ? (
          <Fold title={t("owners.add")} data-testid="name-owner">
            <div className="pt-2 pb-3">
              <ActForm
                target={{ act: "name_owner", product: id }}
                submit={t("owners.submit")}
                done={t("owners.done")}
                data-testid="owner-form"
                fields={[
                  { name: "seller_id", kind: "select", label: t("owners.shop"), options: notYet.map(({ id: value, name: label }) => ({ value, label })) },
                  { name: "evidence", kind: "text", label: t("owners.evidence"), hint: t("owners.evidenceHint") },
                ]}
              />
            </div>
          </Fold>
        ) : (
          <p className="text-sm text-ink-soft">{t("owners.nobody")}</p>
        )}
      </section>
    </>
  );
}
