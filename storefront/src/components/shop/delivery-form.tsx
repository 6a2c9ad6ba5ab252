"use client";

import { startTransition, useActionState, useRef, type ClipboardEvent } from "react";
import { PlacePicker, type LineReader } from "@/components/place/place-picker";
import type { LineRest } from "@/components/place/use-place";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea, TextField } from "@/components/ui/text-field";
import { looksLikeAddress } from "@/lib/place/address-line";
import { foldedWords } from "@/lib/place/fold";
import type { PlaceOption } from "@/lib/place/types";
import { saveDelivery } from "@/lib/shop/actions/checkout";
import type { DeliveryValues } from "@/lib/shop/delivery-values";
import { DeliveryPeople, type PeopleWord } from "./delivery-people";

type Word =
  | PeopleWord | "street" | "streetPlaceholder" | "email" | "note" | "continue" | "continuing"
  | "problem" | "kept" | "failed";

type Props = { provinces: PlaceOption[]; communes: PlaceOption[]; initial: DeliveryValues; accountNote: string | null; words: Record<Word, string> };

/** Who orders and who receives, the place, street. What was typed stays through every refusal and lost connection. */
export function DeliveryForm({ provinces, communes, initial, accountNote, words }: Props) {
  const [state, save, pending] = useActionState(saveDelivery, null);
  const values = state?.values ?? initial;
  const street = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const readLine = useRef<LineReader>(null);

  const filled = useRef<string[]>([]);

  /** A line's house and phone go where the reader has not written; an earlier address gives way with its place. */
  function fillIn(line: LineRest) {
    fillUntouched(street.current, line.rest);
    if (line.phone) fillUntouched(phoneOfParcel(), line.phone);
  }

  /** An address that is pasted names whom the parcel is for. */
  function phoneOfParcel(): HTMLInputElement | null {
    const other = form.current?.querySelector("[name=other_receives]:checked");
    return form.current?.querySelector(`[name=${other ? "recipient_phone" : "phone"}]`) ?? null;
  }

  function fillUntouched(field: HTMLInputElement | null, text: string) {
    if (!field || !["", field.defaultValue, ...filled.current].includes(field.value.trim())) return;
    field.value = text;
    filled.current.push(text);
  }

  /** People paste their whole address where the street belongs; what is not understood stays there as pasted. */
  function pasteStreet(event: ClipboardEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const text = event.clipboardData.getData("text");
    if (field.value.trim() || !looksLikeAddress(text) || !readLine.current) return;
    void readLine.current(text).then((line) => {
      // Only what was pasted is replaced, not what was typed behind it meanwhile. A field drops the line breaks.
      if (line && foldedWords(field.value).join("") === foldedWords(text).join("")) field.value = "";
      if (line) fillIn(line);
    });
  }

  const error = (name: keyof DeliveryValues) => state?.fields[name];
  return (
    <form
      ref={form}
      action={save}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        startTransition(() => save(typed));
      }}
      className="flex flex-col gap-4"
    >
      {state?.problem ? (
        <Notice tone="bad" title={words.problem} announce data-testid="delivery-problem">
          <p>{state.problem}</p>
          <p className="text-sm">{words.kept}</p>
        </Notice>
      ) : null}
      <DeliveryPeople values={values} accountNote={accountNote} error={error} words={words} />
      <PlacePicker
        provinces={provinces}
        communes={state?.communes ?? communes}
        initial={{ province: values.province_code, commune: values.commune_code }}
        errors={{ province: error("province_code"), commune: error("commune_code") }}
        onLineRest={fillIn}
        reader={readLine}
      />
      <TextField ref={street} onPaste={pasteStreet} label={words.street} name="street" defaultValue={values.street} placeholder={words.streetPlaceholder} autoComplete="street-address" required error={error("street")} />
      <TextArea label={words.note} name="note" rows={2} defaultValue={values.note} error={error("note")} />
      <TextField label={words.email} name="email" type="email" inputMode="email" defaultValue={values.email} autoComplete="email" error={error("email")} />
      <Button type="submit" size="large" disabled={pending} aria-busy={pending} data-testid="delivery-submit">
        {pending ? words.continuing : words.continue}
      </Button>
    </form>
  );
}
