import { useTranslations } from "next-intl";

const files = { register: ["so.xlsx", "so.csv", "so.json"], ptnt: ["ptnt.xlsx", "ptnt.csv", "ptnt.json"] } as const;

export function RegisterDownloads({ withTemplate }: { withTemplate: boolean }) {
  const t = useTranslations("official.register");
  const link = (name: string, label: string) => (
    <a key={name} href={`/api/official/files/${name}`} download data-testid={`download-${name}`} className="inline-flex min-h-11 items-center text-link">
      {label}
    </a>
  );
  return (
    <section className="screen-only flex flex-col gap-1">
      <h2>{t("downloads")}</h2>
      {withTemplate ? <p>{link("mau.xlsx", t("template"))}</p> : null}
      {(["register", "ptnt"] as const).map((profile) => (
        <p key={profile} className="flex flex-wrap items-center gap-x-4">
          <span>{t(profile)}</span>
          {files[profile].map((name) => link(name, (name.split(".")[1] ?? "").toUpperCase()))}
        </p>
      ))}
    </section>
  );
}
