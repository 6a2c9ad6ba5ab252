"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select, type Option } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";
import { recordRight, type RightText } from "@/lib/official/register-acts";
import type { ScopeCommune } from "@/lib/official/register-book";
import { useAct } from "./use-act";

/** Refusals that a reason answers; all others are answered by correcting a field. */
const zoneCodes = ["outside_zone", "place_ambiguous", "zone_unconfirmed", "zone_unknown"].map((code) => `geographical_indications.${code}`);

const empty: RightText = {
  gi_handle: "", producer_name: "", product_name: "", commune_code: "", old_commune_code: "",
  document_no: "", issued_by: "", issued_on: "", expires_on: "", source: "", override_reason: "",
};

/** A document on a right of use. The zone is asked when it is sent; what it does not carry needs a reason, and says why. */
export function RightForm({ signs, communes }: { signs: Option[]; communes: ScopeCommune[] }) {
  const t = useTranslations("official.rightForm");
  const words = useTranslations("official.rights");
  const locale = useLocale();
  const router = useRouter();
  const { state, working, run } = useAct();
  const [text, setText] = useState<RightText>({ ...empty, commune_code: communes.length === 1 ? (communes[0]?.code ?? "") : "" });
  const commune = communes.find(({ code }) => code === text.commune_code);
  const zoneAsks = zoneCodes.includes(state.code ?? "") && !state.fields.commune_code;
  const field = (name: keyof RightText) => ({
    name,
    value: text[name],
    error: state.fields[name],
    "data-testid": name,
    onChange: (event: { target: { value: string } }) => setText({ ...text, [name]: event.target.value }),
  });

  async function submit() {
    if (await run(() => recordRight(text))) router.push(`${localeHref(locale, "/dieu-hanh/chi-dan")}?sort=newest&done=1`);
  }

  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select {...field("gi_handle")} label={t("sign")} placeholder={t("choose")} options={signs} />
      <TextField {...field("producer_name")} label={t("producer")} autoComplete="off" />
      <TextField {...field("product_name")} label={t("product")} autoComplete="off" />
      <Select
        {...field("commune_code")}
        label={t("commune")}
        placeholder={t("choose")}
        options={communes.map(({ code, full_name }) => ({ value: code, label: full_name }))}
        onChange={(event) => setText({ ...text, commune_code: event.target.value, old_commune_code: "" })}
      />
      <Select
        {...field("old_commune_code")}
        label={t("old")}
        hint={t("oldHint")}
        placeholder={t("oldUnknown")}
        options={(commune?.old_communes ?? []).map(({ code, name, district }) => ({ value: code, label: `${name} (${district})` }))}
      />
      <TextField {...field("document_no")} label={t("documentNo")} autoComplete="off" />
      <TextField {...field("issued_by")} label={t("issuedBy")} autoComplete="off" />
      <TextField {...field("issued_on")} label={t("issuedOn")} type="date" />
      <TextField {...field("expires_on")} label={t("expiresOn")} type="date" />
      <TextField {...field("source")} label={t("source")} hint={t("sourceHint")} autoComplete="off" />
      {state.error && !state.done ? (
        <Notice tone={zoneAsks ? "warning" : "bad"} title={zoneAsks ? t("zoneTitle") : undefined} announce data-testid="right-problem" >
          <p>{state.error}</p>
        </Notice>
      ) : null}
      {zoneAsks || text.override_reason ? <TextArea {...field("override_reason")} label={t("reason")} hint={t("reasonHint")} /> : null}
      <Button type="submit" size="large" disabled={working} data-testid="record-right">
        {working ? words("working") : t(zoneAsks ? "submitOverride" : "submit")}
      </Button>
    </form>
  );
}
