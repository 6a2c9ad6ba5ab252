"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useActionState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { saveTariff, type TariffState } from "@/lib/seller/save-tariff";
import { scopes, type ShipScope } from "@/lib/seller/tariff-schema";
import { zoneField } from "@/lib/seller/tariff-text";
import { TariffExamples } from "./tariff-examples";

/** What the shop asks for sending. Plain fields and buttons, so it works on any phone and before scripts have come. */
export function TariffForm({ initial }: { initial: TariffState }) {
  const t = useTranslations("seller.shipping");
  const words = useTranslations("seller.form");
  const [state, send, pending] = useActionState<TariffState, FormData>(async (before, form) => {
    try {
      return await saveTariff(before, form);
    } catch (error) {
      unstable_rethrow(error);
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      return { ...before, text: { ...before.text, ...typed }, error: words("network"), done: null };
    }
  }, initial);

  // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const form = new FormData(event.currentTarget, button);
    startTransition(() => send(form));
  }

  // New answers bring new figures into the fields: uncontrolled ones take them when mounted anew.
  const field = (name: string) => ({ name, id: name, "data-testid": name, defaultValue: state.text[name] ?? "", error: state.fields[name], key: `${name}=${state.text[name]}` });
  const number = (name: string) => {
    const { key, ...rest } = field(name);
    return { key, props: { ...rest, inputMode: "numeric" as const, autoComplete: "off", maxLength: 15 } };
  };
  const amount = (name: string, label: string, hint?: string) => {
    const { key, props } = number(name);
    return <TextField key={key} {...props} label={label} hint={hint} />;
  };
  const scope = (name: "ships_within" | "fresh_within", label: string, hint: string) => {
    const { key, ...rest } = field(name);
    return <Select key={key} {...rest} label={label} hint={hint} options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))} />;
  };
  const zone = (name: ShipScope) => (
    <fieldset key={name} className="border-t border-line pt-3">
      <legend className="float-left w-full font-semibold">{t(`zone.${name}`)}</legend>
      <div className="clear-both grid grid-cols-2 gap-3 pt-1">
        {amount(zoneField(name, "base_vnd"), t("base"))}
        {amount(zoneField(name, "per_kg_vnd"), t("perKg"))}
      </div>
    </fieldset>
  );

  return (
    <form action={send} onSubmit={submit} noValidate aria-busy={pending} className="flex flex-col gap-4" data-testid="tariff-form">
      {state.error ? (
        <Notice tone="bad" announce data-testid="tariff-problem">
          {state.error}
        </Notice>
      ) : null}
      {state.done ? (
        <Notice tone={state.done === "tried" ? "info" : "good"} announce data-testid="tariff-done">
          {t(`done.${state.done}`)}
        </Notice>
      ) : null}
      <p className="text-ink-soft" data-testid="tariff-own">{t(state.own ? "ownNote" : "houseNote")}</p>
      {scope("ships_within", t("shipsWithin"), t("shipsWithinHint"))}
      {scopes.map(zone)}
      {amount("free_from_vnd", t("freeFrom"), t("freeFromHint"))}
      {amount("handling_days", t("handlingDays"), t("handlingDaysHint"))}
      {scope("fresh_within", t("freshWithin"), t("freshWithinHint"))}
      {amount("max_parcel_kg", t("heaviest"), t("heaviestHint"))}
      <TariffExamples examples={state.examples} />
      <Button type="submit" name="intent" value="save" size="large" wide disabled={pending} data-testid="tariff-save">
        {t(pending ? "sending" : "save")}
      </Button>
      <Button type="submit" name="intent" value="try" variant="secondary" size="large" wide disabled={pending} data-testid="tariff-try">
        {t("try")}
      </Button>
      {state.own ? (
        <Button type="submit" name="intent" value="reset" variant="quiet" disabled={pending} data-testid="tariff-reset">
          {t("reset")}
        </Button>
      ) : null}
    </form>
  );
}
