import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";

const files = [
  { name: "label.svg", words: "svg" },
  { name: "label.png", words: "png" },
  { name: "labels.pdf?per_sheet=24", words: "pdf24" },
  { name: "labels.pdf?per_sheet=12", words: "pdf12" },
  { name: "labels.pdf?per_sheet=8", words: "pdf8" },
] as const;

/** For whoever makes the goods: the label to print. Plain links, since a file is no page. */
export function LabelDownloads({ code }: { code: string }) {
  const t = useTranslations("shop.certificate.print");
  return (
    <Fold title={t("title")} data-testid="label-downloads">
      <div className="pb-3">
        <p className="text-sm text-ink-soft">{t("text")}</p>
        <ul>
          {files.map(({ name, words }) => (
            <li key={name}>
              <a href={`/api/labels/${encodeURIComponent(code)}/${name}`} download className="inline-flex min-h-11 items-center text-link">
                {t(words)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Fold>
  );
}
