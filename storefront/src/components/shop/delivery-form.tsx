"use client";

import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select, type Option } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import { saveDelivery } from "@/lib/shop/actions/checkout";
import type { DeliveryValues } from "@/lib/shop/delivery-values";

type Word =
  | "name" | "phone" | "phoneHint" | "province" | "provincePlaceholder" | "commune" | "communePlaceholder" | "communeFirst"
  | "communeLoading" | "communeHint" | "street" | "streetPlaceholder" | "email" | "note" | "continue" | "continuing"
  | "problem" | "kept" | "failed";

type Props = { provinces: Option[]; communes: Option[]; initial: DeliveryValues; words: Record<Word, string> };

/** Name, phone, province → commune, street. What was typed stays through every refusal and lost connection. */
export function DeliveryForm({ provinces, communes: firstCommunes, initial, words }: Props) {
  const [state, save, pending] = useActionState(saveDelivery, null);
  const values = state?.values ?? initial;
  const [province, setProvince] = useState(values.province_code);
  const [commune, setCommune] = useState(values.commune_code);
  const [loaded, setLoaded] = useState<Option[] | null>(null);
  const [load, setLoad] = useState<"idle" | "loading" | "failed">("idle");
  const communes = loaded ?? state?.communes ?? firstCommunes;

  async function chooseProvince(code: string) {
    setProvince(code);
    setCommune("");
    setLoaded([]);
    if (!code) return setLoad("idle");
    setLoad("loading");
    try {
      const response = await fetch(`/api/communes?province=${code}`);
      if (!response.ok) throw new Error(String(response.status));
      setLoaded((await response.json()) as Option[]);
      setLoad("idle");
    } catch {
      setLoad("failed");
    }
  }

  const communePlaceholder = load === "loading" ? words.communeLoading : province ? words.communePlaceholder : words.communeFirst;
  const error = (name: string) => state?.fields[name];
  return (
    <form
      action={save}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => save(form));
      }}
      className="flex flex-col gap-4"
    >
      {state?.problem ? (
        <Notice tone="bad" title={words.problem} announce data-testid="delivery-problem">
          <p>{state.problem}</p>
          <p className="text-sm">{words.kept}</p>
        </Notice>
      ) : null}
      <TextField label={words.name} name="name" defaultValue={values.name} autoComplete="name" required error={error("name")} />
      <TextField label={words.phone} name="phone" type="tel" inputMode="tel" defaultValue={values.phone} autoComplete="tel" required hint={words.phoneHint} error={error("phone")} />
      <Select
        label={words.province}
        name="province_code"
        options={provinces}
        placeholder={words.provincePlaceholder}
        value={province}
        onChange={(event) => void chooseProvince(event.target.value)}
        autoComplete="address-level1"
        required
        error={error("province_code")}
      />
      <Select
        key={province}
        label={words.commune}
        name="commune_code"
        options={communes}
        placeholder={communePlaceholder}
        value={commune}
        onChange={(event) => setCommune(event.target.value)}
        autoComplete="address-level2"
        required
        hint={words.communeHint}
        error={load === "failed" ? words.failed : error("commune_code")}
      />
      <TextField label={words.street} name="street" defaultValue={values.street} placeholder={words.streetPlaceholder} autoComplete="street-address" required error={error("street")} />
      <TextArea label={words.note} name="note" rows={2} defaultValue={values.note} error={error("note")} />
      <TextField label={words.email} name="email" type="email" inputMode="email" defaultValue={values.email} autoComplete="email" error={error("email")} />
      <Button type="submit" size="large" disabled={pending} aria-busy={pending} data-testid="delivery-submit">
        {pending ? words.continuing : words.continue}
      </Button>
    </form>
  );
}
