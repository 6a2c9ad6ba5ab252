import { getTranslations } from "next-intl/server";
import { Brand } from "@/components/layout/brand";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import type { Door } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { safeReturnPath } from "@/lib/door/return-path";
import { LoginForm } from "./login-form";

type Props = { door: Door; searchParams: Promise<PageQuery> };

/** The same way in for both doors: a phone number and the code sent to it. */
export async function LoginPage({ door, searchParams }: Props) {
  const [t, query] = await Promise.all([getTranslations(`${door.name}.login`), searchParams]);
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 py-5">
      <Brand />
      <h1>{t("title")}</h1>
      {query.expired ? <Notice tone="warning">{t("expired")}</Notice> : <p className="text-ink-soft">{t("intro")}</p>}
      <ClientMessages namespaces={["common.client", "seller.loginForm", "seller.form"]}>
        <LoginForm door={door.name} next={safeReturnPath(query.next, door.path)} />
      </ClientMessages>
      <Link href="/" className="mt-auto inline-flex min-h-12 items-center self-start text-link">
        {t("toShop")}
      </Link>
    </main>
  );
}
