"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { describedBy, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";
import { type FormState, untouched } from "@/lib/door/form-state";
import { type CertificateKind, largestEvidenceBytes } from "@/lib/quality-certificate";
import { addCertificate, type CertificateText } from "@/lib/seller/add-certificate";
import { sendEvidence } from "@/lib/seller/send-evidence";

type Kind = CertificateKind & { name: string; hint: string };
type Props = { kinds: Kind[]; goods: { id: string; title: string }[]; holder: string };

/** One paper for some of the shop's goods. Only the fields its kind has are shown; a refusal loses nothing that was typed. */
export function CertificateForm({ kinds, goods, holder }: Props) {
  const t = useTranslations("seller.certificateForm");
  const words = useTranslations("seller.form");
  const locale = useLocale();
  const router = useRouter();
  const only = goods.length === 1 ? goods.map(({ id }) => id) : [];
  const [text, setText] = useState<CertificateText>({ kind: "", number: "", holder_name: holder, issuer: "", scope_text: "", issued_on: "", expires_on: "", product_ids: only });
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<FormState>(untouched);
  const [sending, setSending] = useState(false);
  const kind = kinds.find((one) => one.kind === text.kind);
  const change = (part: Partial<CertificateText>) => setText({ ...text, ...part });
  const field = (name: "number" | "holder_name" | "issuer" | "scope_text" | "issued_on" | "expires_on") => ({
    name,
    value: text[name],
    error: state.fields[name],
    "data-testid": name,
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  // Not a form action: React empties the form after one, and with it the choice of the kind and the file.
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!kind) return setState({ error: words("checkFields"), fields: { kind: t("needKind") } });
    if (file && file.size > largestEvidenceBytes) return setState({ error: words("checkFields"), fields: { file: t("fileTooLarge") } });
    setSending(true);
    try {
      const { id, ...answer } = await addCertificate(text);
      setState(answer);
      if (!id) return;
      const failed = file ? await sendEvidence(id, file, locale) : null;
      router.push(`${localeHref(locale, "/ban-hang/them/giay-chung-nhan")}?sent=${id}${failed ? "&scan=failed" : ""}`);
      router.refresh();
    } catch (error) {
      unstable_rethrow(error);
      setState({ error: words("network"), fields: {} });
    } finally {
      setSending(false);
    }
  }

  return (
    <form onSubmit={submit} noValidate aria-busy={sending} className="flex flex-col gap-4">
      {state.error ? (
        <Notice tone="bad" announce data-testid="certificate-problem">
          {state.error}
        </Notice>
      ) : null}
      <Select
        label={t("kind")}
        name="kind"
        data-testid="kind"
        placeholder={t("kindChoose")}
        options={kinds.map((one) => ({ value: one.kind, label: one.name }))}
        value={text.kind}
        error={state.fields.kind}
        onChange={(event) => change({ kind: event.target.value })}
      />
      {kind ? (
        <>
          <TextField {...field("number")} label={t(kind.number === "required" ? "number" : "numberOptional")} hint={state.fields.number ? undefined : kind.hint} autoComplete="off" spellCheck={false} />
          <TextField {...field("holder_name")} label={t("holder")} autoComplete="organization" />
          {kind.issuer === "required" ? <TextField {...field("issuer")} label={t("issuer")} autoComplete="off" /> : null}
          {kind.issued_on !== "none" ? <TextField {...field("issued_on")} label={t(kind.issuer === "required" ? "issuedOn" : "signedOn")} type="date" /> : null}
          {kind.expires_on !== "none" ? <TextField {...field("expires_on")} label={t("expiresOn")} type="date" /> : null}
          <TextField {...field("scope_text")} label={t("scope")} hint={t("scopeHint")} autoComplete="off" />
          <fieldset className="flex flex-col gap-1" aria-describedby={describedBy({ id: "product_ids", error: state.fields.product_ids })}>
            <legend className="font-semibold">{t("products")}</legend>
            {goods.map(({ id, title }) => (
              <label key={id} className="flex min-h-12 items-center gap-3">
                <input
                  type="checkbox"
                  className="size-6 accent-tea-700"
                  data-testid="product"
                  checked={text.product_ids.includes(id)}
                  onChange={(event) => change({ product_ids: event.target.checked ? [...text.product_ids, id] : text.product_ids.filter((other) => other !== id) })}
                />
                {title}
              </label>
            ))}
            {state.fields.product_ids ? (
              <p id="product_ids-error" className="text-sm font-semibold text-brick-600">
                {state.fields.product_ids}
              </p>
            ) : null}
          </fieldset>
          <Field id="file" label={t("file")} hint={t("fileHint")} error={state.fields.file}>
            <span className={`${buttonClass({ variant: "secondary", size: "large" })} relative self-start focus-within:outline-3 focus-within:outline-indigo-800`}>
              {t("chooseFile")}
              <input
                id="file"
                type="file"
                data-testid="file"
                accept="application/pdf,image/jpeg,image/png,image/webp"
                aria-describedby={describedBy({ id: "file", hint: t("fileHint"), error: state.fields.file })}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            </span>
            {file ? <p className="break-all" data-testid="file-name">{file.name}</p> : null}
          </Field>
        </>
      ) : null}
      <Button type="submit" size="large" wide disabled={sending} data-testid="send-certificate">
        {t(sending ? "sending" : "submit")}
      </Button>
    </form>
  );
}
