"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { Link } from "@/i18n/link";
import { type Kind, kinds } from "@/lib/dossier/names";
import type { DossierOptions } from "@/lib/dossier/types";
import { type NewDossierState, startDossier } from "@/lib/seller/dossier/actions";
import { RecognisedProducts } from "./recognised-products";
import { SetFinder } from "./set-finder";

const start: NewDossierState = { error: null, fields: {}, values: {}, openDossier: null };

/** What the dossier is for: a first rating, more stars, or the same again before the certificate ends; then the product. */
export function NewDossierForm({ options }: { options: DossierOptions }) {
  const t = useTranslations("dossier");
  const [state, create, pending] = useActionState(startDossier, start);
  const [kind, setKind] = useState<Kind>("first");
  const [chosen, setChosen] = useState<{ product: string; setNo: number | null }>({ product: "", setNo: null });
  // One listing is one entry of the register: those that already are one are not asked for.
  const listings = options.listings.filter(({ linked }) => !linked);
  const products = options.products.filter((product) => kind !== "first" && product.may.includes(kind));

  return (
    <form
      action={create}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => create(form));
      }}
      className="flex flex-col gap-5"
      data-testid="new-dossier-form"
    >
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">{t("new.kind")}</legend>
        {kinds.map((one) => (
          <label key={one} className="flex min-h-12 cursor-pointer gap-3 rounded border border-edge bg-card p-3 has-checked:border-tea-700 has-checked:bg-tea-100">
            <input
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              onChange={() => {
                setKind(one);
                setChosen({ product: "", setNo: null });
              }}
              data-testid={`kind-${one}`}
              className="mt-1 size-5 shrink-0 accent-tea-700"
            />
            <span>
              <span className="font-semibold">{t(`kinds.${one}`)}</span>
              <span className="block text-sm">{t(`new.${one}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === "first" ? (
        <>
          <TextField label={t("new.name")} name="product_name" data-testid="product-name" hint={t("new.nameHint")} error={state.fields.product_name} maxLength={300} autoComplete="off" />
          {listings.length > 0 ? (
            <Select
              label={t("new.listing")}
              name="listing_id"
              data-testid="dossier-listing"
              placeholder={t("new.noListing")}
              hint={t("new.listingHint")}
              options={listings.map(({ id, title }) => ({ value: id, label: title }))}
            />
          ) : null}
        </>
      ) : (
        <RecognisedProducts
          products={products}
          chosen={chosen.product}
          error={state.fields.ocop_product_id}
          onChoose={(product) => setChosen({ product: product.ocop_product_id, setNo: product.product_set_no })}
        />
      )}
      {kind === "first" || products.length > 0 ? (
        <SetFinder sets={options.product_sets} chosen={chosen.setNo} onChoose={(setNo) => setChosen((now) => ({ ...now, setNo }))} error={state.fields.product_set_no} />
      ) : null}
      {state.error ? (
        <Notice tone="bad" title={state.error} announce data-testid="new-dossier-problem">
          {state.openDossier ? (
            <Link href={`/ban-hang/ho-so/${state.openDossier}`} className="inline-flex min-h-12 items-center text-link">
              {t("new.openOther")}
            </Link>
          ) : null}
        </Notice>
      ) : null}
      <Button type="submit" size="large" wide disabled={pending || (kind !== "first" && products.length === 0)} aria-busy={pending} data-testid="start-dossier">
        {pending ? t("new.starting") : t("new.start")}
      </Button>
      <p className="text-sm text-ink-soft">{t("new.note")}</p>
    </form>
  );
}
