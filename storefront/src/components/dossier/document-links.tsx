import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

type Props = { door: "seller" | "official"; dossierId: string; documents: string[] };

/** The filled forms as files for a word processor, those that exist now. */
export function DocumentLinks({ door, dossierId, documents }: Props) {
  const t = useTranslations("dossier.documents");
  if (documents.length === 0) return null;
  return (
    <section className="screen-only flex flex-col gap-1" data-testid="documents">
      <h2>{t("title")}</h2>
      <ul className="flex flex-col">
        {documents.map((file) => {
          const key = file.replace(/\.docx$/, "");
          return (
            <li key={file}>
              <a href={`/api/${door}/dossiers/${dossierId}/documents/${file}`} download data-testid={`document-${key}`} className="inline-flex min-h-11 items-center gap-2 text-link">
                <Icon name="document" className="size-5" />
                {t.has(`names.${key}`) ? t(`names.${key}`) : file}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
